//! Reads the files of vectors and tables: tab-separated, `#` before comments, names of the columns in the
//! first line.

/// A line of a file, split into its fields.
pub(crate) struct Row<'a>(Vec<&'a str>);

impl<'a> Row<'a> {
    /// The fields, exactly as many as the test expects.
    pub(crate) fn fields<const N: usize>(self) -> [&'a str; N] {
        let line = self.0.clone();
        self.0.try_into().unwrap_or_else(|_| panic!("{line:?} has not {N} fields"))
    }
}

/// The lines of a file, without comments and without the names of the columns.
pub(crate) fn rows(file: &str) -> impl Iterator<Item = Row<'_>> {
    file.lines().filter(|line| !line.starts_with("# ")).skip(1).map(|line| Row(line.split('\t').collect()))
}

/// Undoes `\\`, `\n`, `\r`, `\t` and `\uXXXX`.
pub(crate) fn unescape(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        plain.push(match c {
            '\\' => match rest.next().unwrap() {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => {
                    let digits: String = rest.by_ref().take(4).collect();
                    char::from_u32(u32::from_str_radix(&digits, 16).unwrap()).unwrap()
                }
                '\\' => '\\',
                other => panic!("unknown escape \\{other} in {text}"),
            },
            other => other,
        });
    }
    plain
}

/// What a row expects: `valid` or a reason. A claim of `valid` or `invalid` has to hold; any other claim is
/// decided in the row, with the reason.
pub(crate) fn verdict<'a>(
    claim: &'a str,
    ours: &'a str,
    reason: &'a str,
    why: &'a str,
    name: &str,
) -> &'a str {
    let is_plain = matches!(claim, "valid" | "invalid");
    assert_eq!(is_plain, ours == "-", "{name:?}: decide what is not plain, and only that");
    assert_eq!(is_plain, why.is_empty(), "{name:?}: a decision has its reason");
    match (claim, is_plain) {
        ("invalid", _) => reason,
        ("valid", _) => "valid",
        _ => ours,
    }
}
