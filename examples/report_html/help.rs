//! What `--help` prints.

use beian::Text;

pub(crate) const HELP: Text = Text {
    zh: "\
把订单的检查结果写成一个网页，交给备案人：按填写步骤列出订单内容，问题标在对应字段旁，并注明怎么改、依据哪份文件。

用法：report_html [选项] [文件]

文件中是一个请求（{\"order\": …, \"context\": …}），“-”表示标准输入。不给文件时，使用程序自带的一份有错误的订单。

选项：
  -o, --out FILE   写入文件，默认写到标准输出
  --lang zh|en     网页打开时显示的语言，默认取自系统区域设置；网页内含中英文，可随时切换
  --provider NAME  接入服务商的规则手册：{providers}
  -h, --help       显示本说明

退出状态：0 正常，2 无法读取请求或无法写入网页。
",
    en: "\
Writes the report on an order as an HTML page for the applicant: the order by step of the form, each finding beside its
field, with what to do and which document says so.

Usage: report_html [OPTIONS] [FILE]

A file holds one request ({\"order\": …, \"context\": …}); \"-\" is standard input. Without a file, the page is of a faulty
order that the program carries.

Options:
  -o, --out FILE   write to a file; by default to standard output
  --lang zh|en     the language that the page opens in; by default that of the locale. The page has both
  --provider NAME  whose rulebook: {providers}
  -h, --help       show this

Exit status: 0, or 2 where the request could not be read or the page not be written.
",
};
