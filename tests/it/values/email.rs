//! E-mail addresses.

use beian::value::{DomainName, Email, EmailError};
use proptest::prelude::*;

use super::constructed;
use crate::vectors;

/// Every row of the file: what it claims plainly has to hold, what it does not is decided there.
#[test]
fn vectors_agree_or_are_decided() {
    let mut held = 0;
    for row in vectors::rows(include_str!("../../vectors/emails.tsv")) {
        let [input, claim, ours, reason, why] = row.fields();
        let input = vectors::unescape(input);
        let verdict = vectors::verdict(claim, ours, reason, why, &input);
        match Email::parse(&input) {
            Ok(email) => {
                assert_eq!(verdict, "valid", "{input:?}");
                assert_eq!(Email::parse(email.as_str()), Ok(email), "{input:?}");
            }
            Err(error) => assert_eq!(error.code(), verdict, "{input:?}"),
        }
        held += usize::from(ours == "-");
    }
    assert_eq!(held, 289);
}

#[test]
fn addresses_that_are_in_use_are_read() {
    let longest_local = "a".repeat(64);
    let label = "b".repeat(63);
    // 254 bytes, the most that SMTP accepts.
    let longest = format!("{longest_local}@{label}.{label}.{}.cn", "b".repeat(58));
    assert_eq!(longest.len(), 254);
    for (text, canonical) in [
        ("lisi@example.com", "lisi@example.com"),
        ("li.si@example.com.cn", "li.si@example.com.cn"),
        ("1234567890@qq.com", "1234567890@qq.com"),
        ("li_si-1@163.com", "li_si-1@163.com"),
        ("li+beian@example.com", "li+beian@example.com"),
        ("!#$%&'*+-/=?^_`{|}~@example.com", "!#$%&'*+-/=?^_`{|}~@example.com"),
        ("a@b.cn", "a@b.cn"),
        // Domains of digits, of one letter, with hyphens, of many levels, that are suffixes themselves.
        ("service@12306.cn", "service@12306.cn"),
        ("a@x.com", "a@x.com"),
        ("a@my-company.com", "a@my-company.com"),
        ("a@mail.dept.example.edu.cn", "a@mail.dept.example.edu.cn"),
        ("service@net.cn", "service@net.cn"),
        // Case may matter to the server before the @, and never does behind it.
        ("Li.Si@Example.COM", "Li.Si@example.com"),
        // Chinese domains, in both forms, with both dots.
        ("lisi@例子.中国", "lisi@xn--fsqu00a.xn--fiqs8s"),
        ("lisi@xn--fsqu00a.xn--fiqs8s", "lisi@xn--fsqu00a.xn--fiqs8s"),
        ("lisi@例子｡中国", "lisi@xn--fsqu00a.xn--fiqs8s"),
        ("\u{3000}lisi@example.com\r\n", "lisi@example.com"),
        (&longest, &longest),
        (&longest.replace('b', "B"), &longest),
        // More than 254 bytes as typed, but not in the form that SMTP sends.
        (
            &format!("a@{}cn", "中中中中中中中中中中中中中中中中中.".repeat(5)),
            &format!("a@{}cn", "xn--fiqaaaaaaaaaaaaaaaa.".repeat(5)),
        ),
    ] {
        let email = Email::parse(text).unwrap_or_else(|reason| panic!("{text:?}: {reason}"));
        assert_eq!(email.to_string(), canonical);
        assert_eq!(format!("{}@{}", email.local_part(), email.domain()), canonical);
    }
}

#[test]
fn a_top_level_domain_is_letters_and_listed() {
    for suffix in ["c0m", "c-m", "1com", "c", "com1", "c.m"] {
        assert_eq!(Email::parse(&format!("lisi@example.{suffix}")), Err(EmailError::Domain), "{suffix}");
    }
    for (suffix, is_listed) in
        [("com", true), ("CN", true), ("中国", true), ("email", true), ("con", false), ("cmo", false)]
    {
        let email = Email::parse(&format!("lisi@example.{suffix}")).unwrap();
        assert_eq!(email.is_delegated(), is_listed, "{suffix}");
    }
}

#[test]
fn addresses_that_nobody_can_write_to_are_refused() {
    let long_local = "a".repeat(65) + "@example.com";
    let label = "b".repeat(63);
    let long = format!("{}@{label}.{label}.{}.cn", "a".repeat(64), "b".repeat(59));
    let endless = format!("a@{}", "b.".repeat(100_000));
    for (text, reason) in [
        ("", EmailError::AtSign),
        ("lisi", EmailError::AtSign),
        ("example.com", EmailError::AtSign),
        ("lisi#example.com", EmailError::AtSign),
        ("lisi@@example.com", EmailError::AtSign),
        // Several addresses, a name, a link.
        ("a@example.com,b@example.com", EmailError::AtSign),
        ("a@example.com b@example.com", EmailError::AtSign),
        ("Li Si <lisi@example.com>", EmailError::LocalPart),
        ("mailto:lisi@example.com", EmailError::LocalPart),
        ("邮箱:lisi@example.com", EmailError::LocalPart),
        // The part before the @.
        ("@example.com", EmailError::LocalPart),
        (".lisi@example.com", EmailError::LocalPart),
        ("lisi.@example.com", EmailError::LocalPart),
        ("li..si@example.com", EmailError::LocalPart),
        ("li si@example.com", EmailError::LocalPart),
        ("\"li si\"@example.com", EmailError::LocalPart),
        ("lisi(work)@example.com", EmailError::LocalPart),
        ("李四@example.com", EmailError::LocalPart),
        ("lísi@example.com", EmailError::LocalPart),
        (&long_local, EmailError::LocalPart),
        // The domain.
        ("lisi@", EmailError::Domain),
        ("lisi@localhost", EmailError::Domain),
        ("lisi@com", EmailError::Domain),
        ("lisi@.com", EmailError::Domain),
        ("lisi@example..com", EmailError::Domain),
        ("lisi@example.com.", EmailError::Domain),
        ("lisi@-example.com", EmailError::Domain),
        ("lisi@exam_ple.com", EmailError::Domain),
        ("lisi@exam ple.com", EmailError::Domain),
        ("lisi@example.com;", EmailError::Domain),
        ("lisi@example.com/inbox", EmailError::Domain),
        ("lisi@example.com:25", EmailError::Domain),
        ("lisi@192.0.2.1", EmailError::Domain),
        ("lisi@[192.0.2.1]", EmailError::Domain),
        ("lisi@example.123", EmailError::Domain),
        ("lisi@ab--cd.com", EmailError::Domain),
        ("lisi@xn--zzzzzzzz.com", EmailError::Domain),
        ("lisi@☺.com", EmailError::Domain),
        // Full-width characters, before, at and behind the @.
        ("ｌｉｓｉ@example.com", EmailError::FullWidth),
        ("lisi＠example.com", EmailError::FullWidth),
        ("lisi@example。com", EmailError::FullWidth),
        ("lisi@example.ｃｏｍ", EmailError::FullWidth),
        // Characters that copying leaves behind.
        ("lisi@example.com\u{200b}", EmailError::Invisible),
        ("\u{feff}lisi@example.com", EmailError::Invisible),
        ("lisi@exam\u{ad}ple.com", EmailError::Invisible),
        (&format!("a@{}.com", "b".repeat(250)), EmailError::Domain),
        (&format!("a@{}.com", "b".repeat(251)), EmailError::Length),
        (&long, EmailError::Length),
        (&endless, EmailError::Length),
    ] {
        assert_eq!(Email::parse(text), Err(reason), "{text:.80?}");
    }
}

proptest! {
    #[test]
    fn canonical_addresses_read_back(text in constructed::email()) {
        let email = Email::parse(&text).unwrap();
        prop_assert_eq!(email.as_str(), text.as_str());
        prop_assert_eq!(Email::parse(&format!(" {text}\t")), Ok(email));
    }

    /// A domain that can be filed can have a mailbox.
    #[test]
    fn every_domain_name_has_addresses(domain in "[a-z0-9例子ß·-]{1,12}(\\.[a-z0-9中-]{1,8}){0,2}\\.(com|cn|中国)") {
        if let Ok(name) = DomainName::parse(&domain) {
            let email = Email::parse(&format!("a@{domain}")).unwrap();
            prop_assert_eq!(email.domain(), name.as_ascii());
        }
    }
}
