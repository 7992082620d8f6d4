//! Why a document is not read, in both languages. The messages are made in English, in the words of serde and
//! `serde_json`; the Chinese ones follow from these.

use crate::text::Both;

/// The message of a reading error in both languages.
pub(crate) fn both(en: String) -> Both<String> {
    Both { zh: chinese(&en), en }
}

/// The messages that carry nothing.
static FIXED: &[(&str, &str)] = &[
    ("EOF while parsing a list", "文档不完整：数组没有结束"),
    ("EOF while parsing an object", "文档不完整：对象没有结束"),
    ("EOF while parsing a string", "文档不完整：字符串没有结束"),
    ("EOF while parsing a value", "文档不完整：缺少值"),
    ("expected `:`", "此处应为 `:`"),
    ("expected `,` or `]`", "此处应为 `,` 或 `]`"),
    ("expected `,` or `}`", "此处应为 `,` 或 `}`"),
    ("expected `\"`", "此处应为 `\"`"),
    ("expected ident", "此处应为 `true`、`false` 或 `null`"),
    ("expected value", "此处应为一个值"),
    ("invalid escape", "转义字符无效"),
    ("invalid number", "数字格式不正确"),
    ("number out of range", "数字超出范围"),
    ("invalid unicode code point", "编码不是 UTF-8"),
    ("control character (\\u0000-\\u001F) found while parsing a string", "字符串中有未转义的控制字符"),
    ("key must be a string", "对象的键须为字符串"),
    ("lone leading surrogate in hex escape", "`\\u` 转义的代理对不完整"),
    ("unexpected end of hex escape", "`\\u` 转义不完整"),
    ("trailing comma", "末尾有多余的逗号"),
    ("trailing characters", "文档之后还有多余内容"),
    ("recursion limit exceeded", "嵌套层数过多"),
    (BYTE_ORDER_MARK, "文档开头有字节顺序标记（BOM），请另存为不带 BOM 的文件"),
];

/// Said of a document that an editor put a byte order mark in front of.
pub(crate) const BYTE_ORDER_MARK: &str = "a byte order mark before the document: save it without one";

/// What was found, and what may be expected.
static VALUES: &[(&str, &str)] = &[
    ("null", "null"),
    ("a string", "字符串"),
    ("a boolean", "布尔值"),
    ("a number", "数字"),
    ("a negative number", "负数"),
    ("a number with a fraction", "小数"),
    ("a number that large", "过大的数字"),
    ("a list", "数组"),
    ("an object", "对象"),
    ("a string that is no date", "不是日期的字符串"),
    ("a string that is neither", "不是有效期的字符串"),
    ("`true` or `false`", "`true` 或 `false`"),
    ("a whole number from 0", "非负整数"),
    ("a whole number from 0 to 4294967295", "0 到 4294967295 的整数"),
    ("a date, `YYYY-MM-DD`", "日期（`YYYY-MM-DD`）"),
    ("a date, `YYYY-MM-DD`, or `long_term`", "日期（`YYYY-MM-DD`）或 `long_term`"),
    ("the two digits of a mainland province, as a string", "内地省份的两位代码（字符串）"),
];

fn find(table: &[(&str, &'static str)], text: &str) -> Option<&'static str> {
    table.iter().find(|(en, _)| *en == text).map(|(_, zh)| *zh)
}

fn chinese(message: &str) -> String {
    if let Some(fixed) = find(FIXED, message) {
        return fixed.to_owned();
    }
    let (what, expected) = message.split_once(", expected ").unwrap_or((message, ""));
    let said = if let Some(rest) = what.strip_prefix("unknown field ") {
        match rest.split_once(" of ") {
            Some((key, kind)) => format!("{kind} 没有字段 {key}"),
            None => format!("没有字段 {rest}"),
        }
    } else if let Some(name) = what.strip_prefix("unknown variant ") {
        format!("没有取值 {name}")
    } else if let Some(key) = what.strip_prefix("missing field ") {
        format!("缺少字段 {key}")
    } else if let Some(key) = what.strip_prefix("duplicate field ") {
        format!("字段 {key} 重复")
    } else if let Some(found) = what.strip_prefix("invalid type: ") {
        format!("类型不符：此处是{}", value(found))
    } else if let Some(found) = what.strip_prefix("invalid value: ") {
        format!("取值不符：此处是{}", value(found))
    } else {
        // A message of a later `serde_json`.
        return format!("无法读取（{message}）");
    };
    if expected.is_empty() {
        said
    } else {
        format!("{said}，应为{}", value(expected))
    }
}

/// A value as it is called; of a list of names, each.
fn value(text: &str) -> String {
    if let Some(known) = find(VALUES, text) {
        return if known.starts_with(|c: char| c.is_ascii()) {
            format!(" {known}")
        } else {
            known.to_owned()
        };
    }
    match text.strip_prefix("one of ") {
        Some(names) => format!(" {} 之一", names.replace("`, `", "`、`")),
        None => format!(" {}", text.replace("` or `", "` 或 `")),
    }
}
