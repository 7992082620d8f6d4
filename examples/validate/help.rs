//! What `--help` prints.

use beian::Text;

pub(crate) const HELP: Text = Text {
    zh: "\
检查 ICP 备案订单：先给出结论和应先办理的事项，再按由谁处理逐条列出问题、所在位置、修改方法和依据。

用法：validate [选项] [文件…]

文件中是一个请求（{\"order\": …, \"context\": …}）；首个非空行本身就是完整的 JSON 时，每行一个请求（NDJSON）。
“-”表示标准输入。不给文件时，检查程序自带的两份示例订单。

选项：
  --format text|json  输出格式：便于阅读的文字（默认），或每行一份 JSON 报告
  --lang zh|en        语言，默认取自系统区域设置（LC_ALL、LC_MESSAGES、LANG）
  --provider NAME     接入服务商的规则手册：{providers}
  -v, --verbose       列出全部须自行核对的内容及其规则名称
  -h, --help          显示本说明

退出状态：0 全部可以提交，1 有订单不能提交，2 有输入无法读取。
",
    en: "\
Checks ICP filing orders: the verdict and what to begin with, then what would send the order back, by who must act:
where, how to fix it, and which document says so.

Usage: validate [OPTIONS] [FILE…]

A file holds one request ({\"order\": …, \"context\": …}), or one a line (NDJSON) where the first line that is not
blank is a whole JSON value. \"-\" is standard input. Without a file, two orders that the program carries are checked.

Options:
  --format text|json  text for people (the default), or one JSON report a line
  --lang zh|en        the language; by default that of the locale (LC_ALL, LC_MESSAGES, LANG)
  --provider NAME     whose rulebook: {providers}
  -v, --verbose       list all that is left to check, with the names of the rules
  -h, --help          show this

Exit status: 0 where every order can be submitted, 1 where one cannot, 2 where an input could not be read.
",
};
