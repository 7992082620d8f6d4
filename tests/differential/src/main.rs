//! Prints verdicts on values: `beian-differential KIND`, with a JSON string a line on standard input, answers each
//! with `valid` and the canonical form, or `invalid` and the reason.

use std::error::Error;
use std::fmt::Display;
use std::io::{self, BufRead, BufWriter, Write};

use beian::value::{CreditCode, DomainName, Mobile, ResidentId};

fn verdict<T: Display>(result: Result<T, &'static str>) -> String {
    match result {
        Ok(value) => format!("valid\t{value}"),
        Err(code) => format!("invalid\t{code}"),
    }
}

/// What the crate says of a text as a value of this kind; `None` of a kind that there is not.
fn judge(kind: &str, text: &str) -> Option<String> {
    Some(match kind {
        "identity-number" => verdict(ResidentId::parse(text).map_err(|error| error.code())),
        "credit-code" => verdict(CreditCode::parse(text).map_err(|error| error.code())),
        "domain" => verdict(DomainName::parse(text).map_err(|error| error.code())),
        "mobile" => verdict(Mobile::parse(text).map_err(|error| error.code())),
        _ => return None,
    })
}

fn main() -> Result<(), Box<dyn Error>> {
    let kind = std::env::args().nth(1).unwrap_or_default();
    let mut out = BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let text: String = serde_json::from_str(&line?)?;
        let verdict = judge(&kind, &text).ok_or_else(|| format!("no such kind: {kind:?}"))?;
        writeln!(out, "{verdict}")?;
    }
    Ok(out.flush()?)
}

#[cfg(test)]
mod tests {
    use super::judge;

    #[test]
    fn each_kind_is_judged() {
        for (kind, text, verdict) in [
            ("identity-number", "11010519491231002x", "valid\t11010519491231002X"),
            ("identity-number", "110105194912310021", "invalid\tcheck_digit"),
            ("credit-code", "91350100m000100y43", "valid\t91350100M000100Y43"),
            ("credit-code", "91440300708461136A", "invalid\tcheck_digit"),
            ("domain", "腾讯。中国", "valid\txn--r70as2s.xn--fiqs8s"),
            ("domain", "com.cn", "invalid\tsuffix_only"),
            ("mobile", "+86 138-0013-8000", "valid\t13800138000"),
            ("mobile", "12345678901", "invalid\tfirst_digits"),
        ] {
            assert_eq!(judge(kind, text).as_deref(), Some(verdict), "{kind} {text}");
        }
        assert_eq!(judge("colour", "red"), None);
    }
}
