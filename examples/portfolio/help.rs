//! What `--help` prints.

use beian::Text;

pub(crate) const HELP: Text = Text {
    zh: "\
定期复查已备案信息：逐行读取已备案主体，检查如果今天按备案内容原样提交变更，哪些会被退回、因为什么，以及哪些信息即将到期。

用法：portfolio [选项] [文件…]

文件每行是一个已备案主体，格式与 registry 中的 principals 相同；“-”表示标准输入。不给文件时，复查程序自带的示例。
备案信息中没有的材料、勾选和核验，在提交订单时才需提供，不计入结果。

选项：
  --format text|json  输出格式：汇总表（默认），或每行一份 JSON，最后一行为汇总
  --today YYYY-MM-DD  复查日期，默认为今天（北京时间）
  --registry FILE     其他已知信息（registry 格式）：黑名单、在途订单等，只读取一次
  --lang zh|en        语言，默认取自系统区域设置（LC_ALL、LC_MESSAGES、LANG）
  --provider NAME     接入服务商的规则手册：{providers}
  -h, --help          显示本说明

退出状态：0 均无须修改的问题，1 有主体存在须修改的问题，2 有内容无法读取。
",
    en: "\
Checks again what is filed: of each filed principal, what would send it back if a change were handed in today that
states it as it is filed, and what of it ends soon.

Usage: portfolio [OPTIONS] [FILE…]

A file has a filed principal a line, as a registry's `principals` are; \"-\" is standard input. Without a file, a sample
that the program carries is checked. Files, ticks and verifications come with an order and are not part of what is filed:
that they are missing does not count.

Options:
  --format text|json  tables (the default), or JSON: a line for each line, and a summary as the last
  --today YYYY-MM-DD  the day of the check; by default today, in China
  --registry FILE     what else is known, as a registry: blacklists, orders in progress. It is read once
  --lang zh|en        the language; by default that of the locale (LC_ALL, LC_MESSAGES, LANG)
  --provider NAME     whose rulebook: {providers}
  -h, --help          show this

Exit status: 0 where no filing has a blocker, 1 where one has, 2 where something could not be read.
",
};
