//! Domain names and the approval of their suffixes.

use beian::value::{Approval, DomainName, DomainNameError};
use proptest::prelude::*;

use crate::vectors;

/// Every row of the file: claims of `valid` and `invalid` hold, and other claims are decided in the row.
#[test]
fn vectors_agree_or_are_decided() {
    let mut plain = 0;
    for row in vectors::rows(include_str!("../../vectors/domain_names.tsv")) {
        let [input, claim, ascii, unicode, labels_left, ours, reason, level, why] = row.fields();
        let input = vectors::unescape(input);
        let expected = match (claim, ours) {
            ("valid", "-") => Ok(()),
            ("invalid", "-") => Err(reason),
            ("valid" | "invalid", _) => panic!("{input:?}: a plain claim is not ours to decide"),
            (_, "-") => panic!("{input:?}: {claim} has to be decided"),
            (_, "valid") => Ok(()),
            (_, reason) => Err(reason),
        };
        assert_eq!(ours == "-" && level.is_empty(), why.is_empty(), "{input:?}: a decision has its reason");
        plain += usize::from(ours == "-");
        match (DomainName::parse(&input), expected) {
            (Ok(name), Ok(())) => {
                assert_eq!((name.as_ascii(), name.to_unicode().as_ref()), (ascii, unicode), "{input:?}");
                let counted: usize = labels_left.parse::<usize>().unwrap() + 2;
                let level = level.parse().unwrap_or(counted);
                assert_eq!(name.level(), level, "{input:?}");
            }
            (Err(error), Err(reason)) => assert_eq!(error.code(), reason, "{input:?}"),
            (actual, expected) => panic!("{input:?}: {actual:?}, but expected {expected:?}"),
        }
    }
    assert_eq!(plain, 329);
}

/// The conformance test of UTS 46: what it takes has its form of ASCII, and what it refuses is refused.
#[test]
fn vectors_of_unicode_agree_or_are_decided() {
    let mut held = 0;
    for row in vectors::rows(include_str!("../../vectors/unicode_names.tsv")) {
        let [input, claim, ascii, ours, reason, why] = row.fields();
        let input = vectors::unescape(input);
        let verdict = vectors::verdict(claim, ours, reason, why, &input);
        match DomainName::parse(&input) {
            Ok(name) => {
                assert_eq!(verdict, "valid", "{input:?}");
                assert_eq!(name.as_ascii(), ascii, "{input:?}");
            }
            Err(error) => assert_eq!(error.code(), verdict, "{input:?}"),
        }
        held += usize::from(ours == "-");
    }
    assert_eq!(held, 460);
}

/// Names of domains and hosts in another project's tests.
#[test]
fn vectors_of_host_names_agree_or_are_decided() {
    let mut held = 0;
    for row in vectors::rows(include_str!("../../vectors/host_names.tsv")) {
        let [input, claim, ours, reason, why] = row.fields();
        let input = vectors::unescape(input);
        let verdict = vectors::verdict(claim, ours, reason, why, &input);
        let refused = DomainName::parse(&input).err();
        assert_eq!(refused.map_or("valid", |error| error.code()), verdict, "{input:?}");
        held += usize::from(ours == "-");
    }
    assert_eq!(held, 64);
}

/// The test of the Public Suffix List.
#[test]
fn vectors_of_registrable_names_agree_or_are_decided() {
    let mut held = 0;
    for row in vectors::rows(include_str!("../../vectors/registrable_names.tsv")) {
        let [input, claim, ours, reason, why] = row.fields();
        assert_eq!(ours == "-", why.is_empty(), "{input:?}: a decision has its reason");
        let expected = if ours == "-" { claim } else { ours };
        match DomainName::parse(input) {
            Ok(name) => {
                let registrable = name.registrable();
                let forms = [registrable.as_ascii(), &registrable.to_unicode()];
                assert!(forms.contains(&expected), "{input:?}: {forms:?}, not {expected}");
            }
            Err(error) => assert_eq!((error.code(), expected), (reason, "none"), "{input:?}"),
        }
        held += usize::from(ours == "-");
    }
    assert_eq!(held, 48);
}

#[test]
fn levels_count_from_the_suffix() {
    for (name, level, suffix, registrable) in [
        ("qcloud.com", 2, "com", "qcloud.com"),
        ("beian.qcloud.com", 3, "com", "qcloud.com"),
        ("shenzhen.beian.qcloud.com", 4, "com", "qcloud.com"),
        ("example.com.cn", 2, "com.cn", "example.com.cn"),
        ("www.example.gd.cn", 3, "gd.cn", "example.gd.cn"),
        ("www.例子.政务.cn", 3, "xn--zfr164b.cn", "xn--fsqu00a.xn--zfr164b.cn"),
        // A reserved suffix that can also be a name of its own.
        ("政务.cn", 2, "cn", "xn--zfr164b.cn"),
        // Not in the table of suffixes.
        ("www.example.co.uk", 4, "uk", "co.uk"),
        ("example.invalid", 2, "invalid", "example.invalid"),
    ] {
        let name = DomainName::parse(name).unwrap();
        assert_eq!(name.level(), level, "{name}");
        assert_eq!(name.suffix().as_ascii(), suffix, "{name}");
        assert_eq!(name.registrable().as_ascii(), registrable, "{name}");
        assert!(name.is_under(&name.registrable()) && name.is_under(&name));
    }
}

#[test]
fn a_name_lies_under_whole_labels_only() {
    let name = |text| DomainName::parse(text).unwrap();
    assert!(name("www.example.com").is_under(&name("example.com")));
    assert!(name("WWW.EXAMPLE.COM").is_under(&name("Example.com.")));
    assert!(!name("example.com").is_under(&name("www.example.com")));
    assert!(!name("anexample.com").is_under(&name("example.com")));
}

#[test]
fn suffixes_are_approved_refused_or_unconfirmed() {
    for (name, approval) in [
        ("example.com", Approval::Approved),
        ("example.me", Approval::Approved),
        ("example.global", Approval::Approved),
        ("example.cn", Approval::Approved),
        ("example.com.cn", Approval::Approved),
        ("例子.中国", Approval::Approved),
        ("例子.政务.cn", Approval::Approved),
        // One source is enough for approval.
        ("example.cyou", Approval::Approved),
        ("example.space", Approval::Approved),
        ("example.org", Approval::Refused),
        ("example.hk", Approval::Refused),
        ("example.hk.cn", Approval::Approved),
        // Sources disagree.
        ("example.pw", Approval::Unconfirmed),
        // No source says that it cannot be filed; a suffix that is not approved is not refused for that.
        ("beian-demo.us", Approval::Unconfirmed),
        ("example.io", Approval::Unconfirmed),
        // A suffix that is run from China, which is no approval; and a misprint of gov.cn in a source.
        ("example.alipay", Approval::Unconfirmed),
        ("example.gov", Approval::Unconfirmed),
        ("例子.公司.cn", Approval::Unconfirmed),
    ] {
        assert_eq!(DomainName::parse(name).unwrap().suffix().approval(), approval, "{name}");
    }
}

#[test]
fn a_top_level_domain_is_letters_and_listed() {
    for name in ["example.c0m", "example.c-m", "example.1com", "example.c", "例子.com1", "example.C0M"] {
        assert_eq!(DomainName::parse(name), Err(DomainNameError::TopLevel), "{name}");
    }
    for (name, is_listed) in [
        ("example.com.cn", true),
        ("example.us", true),
        ("例子.中国", true),
        ("example.con", false),
        ("example.localdomain", false),
    ] {
        assert_eq!(DomainName::parse(name).unwrap().suffix().is_delegated(), is_listed, "{name}");
    }
}

#[test]
fn suffixes_read_in_both_forms() {
    let name = DomainName::parse("例子.中国").unwrap();
    assert_eq!(name.suffix().to_string(), "xn--fiqs8s");
    assert_eq!(name.suffix().to_unicode(), "中国");
}

/// The characters that RFC 5892 allows in some places only, appendix A.1 to A.9.
#[test]
fn some_characters_take_their_neighbours() {
    for (text, verdict) in [
        // A joiner between letters that it joins.
        ("نامه\u{200c}ای.com", Ok("xn--mgba3gch31f060k.com")),
        ("例\u{200c}子.中国", Err(DomainNameError::Invisible)),
        // The middle dot between two l.
        ("col·legi.cat", Ok("xn--collegi-xma.cat")),
        ("l·a.cat", Err(DomainNameError::Idna)),
        ("a·l.cat", Err(DomainNameError::Idna)),
        // The Greek numeral sign before Greek.
        ("͵α.com", Ok("xn--wva4j.com")),
        ("α͵.com", Err(DomainNameError::Idna)),
        ("͵a.com", Err(DomainNameError::Idna)),
        // Geresh and gershayim behind Hebrew.
        ("א׳.com", Ok("xn--4db4e.com")),
        ("א״ב.com", Ok("xn--4dbc8h.com")),
        ("׳א.com", Err(DomainNameError::Idna)),
        // The Katakana middle dot beside Japanese or Chinese.
        ("例・子.com", Ok("xn--veky33gk8h.com")),
        ("a・b.com", Err(DomainNameError::Idna)),
        // Digits of one Arabic kind.
        ("ا٠١.com", Ok("xn--mgb8id.com")),
        ("ا۰۱.com", Ok("xn--mgb61bd.com")),
        ("ا٠۱.com", Err(DomainNameError::Idna)),
    ] {
        let name = DomainName::parse(text);
        assert_eq!(name.as_ref().map(DomainName::as_ascii), verdict.as_ref().copied(), "{text}");
    }
}

/// In capitals as well as in small letters, which have a fast path of their own.
#[test]
fn names_are_as_long_as_they_may_be() {
    for a in ["a", "A"] {
        let label = a.repeat(63);
        let longest = format!("{label}.{label}.{label}.{}", a.repeat(61));
        for (name, fits) in [
            (format!("{label}.com"), true),
            (format!("{label}{a}.com"), false),
            (format!("{longest}{a}"), false),
            (longest, true),
        ] {
            let expected = if fits { Ok(name.len()) } else { Err(DomainNameError::Length) };
            assert_eq!(DomainName::parse(&name).map(|name| name.as_ascii().len()), expected, "{name}");
        }
    }
}

#[test]
fn refusals_say_what_to_do() {
    for (text, reason) in [
        ("", DomainNameError::Empty),
        (".", DomainNameError::Empty),
        ("。", DomainNameError::Empty),
        ("example.com ", DomainNameError::Space),
        ("例子 .中国", DomainNameError::Space),
        ("exam\u{200b}ple.com", DomainNameError::Invisible),
        ("例子\u{feff}.中国", DomainNameError::Invisible),
        ("example.com\u{202c}", DomainNameError::Invisible),
        ("https://例子.中国", DomainNameError::Address),
        ("https://example.com:8443", DomainNameError::Address),
        ("fe.cafe:80", DomainNameError::Address),
        ("a@example.com", DomainNameError::Address),
        ("127.0.0.1", DomainNameError::IpAddress),
        ("[2001:db8::1]", DomainNameError::IpAddress),
        ("１.１.１.１", DomainNameError::IpAddress),
        ("例子.①", DomainNameError::NumericSuffix),
        ("例子☺.中国", DomainNameError::Characters),
        ("例子，中国", DomainNameError::Characters),
        ("-例子.中国", DomainNameError::Hyphen),
        ("例子--.中国", DomainNameError::Hyphen),
        ("ab--cd.com", DomainNameError::Hyphen),
        ("例子-.中国", DomainNameError::Hyphen),
        ("例子--a.中国", DomainNameError::Hyphen),
        // Symbols that UTS 46 accepts: the last of a range, a single one, one within a range.
        ("a§.com", DomainNameError::Characters),
        ("a©.com", DomainNameError::Characters),
        ("a→.com", DomainNameError::Characters),
    ] {
        assert_eq!(DomainName::parse(text), Err(reason), "{text:?}");
    }
}

proptest! {
    #[test]
    fn what_is_read_reads_back(text in "[a-z0-9A-Z。.中文例子ß-]{1,40}\\.(com|cn|com\\.cn|中国|org)\\.?") {
        if let Ok(name) = DomainName::parse(&text) {
            let printed = name.to_string();
            prop_assert_eq!(DomainName::parse(&printed).unwrap(), name.clone());
            let readable = name.to_unicode().into_owned();
            prop_assert_eq!(DomainName::parse(&readable).unwrap(), name.clone());
            prop_assert_eq!(name.registrable().level(), 2);
        }
    }
}
