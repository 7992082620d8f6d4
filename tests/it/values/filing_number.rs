//! Filing numbers in their printed forms.

use std::collections::HashSet;

use beian::value::{FilingNumber, FilingNumberError, FilingNumberKind, Province};
use proptest::prelude::*;

use crate::vectors;

/// What a source calls the number: its kind, and whether it derives from a licence; `None` where the source
/// makes no such claim.
fn plain(claim: &str) -> Option<(FilingNumberKind, bool)> {
    let (kind, form) = claim.split_once('_')?;
    let kind = match kind {
        "subject" => FilingNumberKind::PrincipalFiling,
        "site" => FilingNumberKind::Website,
        "app" => FilingNumberKind::App,
        "miniprogram" => FilingNumberKind::MiniProgram,
        "quickapp" => FilingNumberKind::QuickApp,
        _ => return None,
    };
    match form {
        "filing" => Some((kind, false)),
        "icp_licence" | "b2_licence" => Some((kind, true)),
        _ => None,
    }
}

/// Every row of the file: claims of `valid` and `invalid` hold, and other claims are decided in the row.
#[test]
fn vectors_agree_or_are_decided() {
    let mut held = 0;
    for row in vectors::rows(include_str!("../../vectors/filing_numbers.tsv")) {
        let [raw, claim, canonical, province, index, ours, reason, why] = row.fields();
        let raw = vectors::unescape(raw);
        let read = FilingNumber::parse(&raw);
        let is_plain = claim == "invalid" || plain(claim).is_some();
        assert_eq!(is_plain, ours == "-", "{raw:?}: decide what is not plain, and only that");
        assert_eq!(is_plain, why.is_empty(), "{raw:?}: a decision has its reason");
        if let Some((kind, is_licence_based)) = plain(claim) {
            let number = read.unwrap_or_else(|reason| panic!("{raw:?}: {reason}"));
            let name = number.province().map_or("全国", Province::short_name);
            assert_eq!((number.to_string().as_str(), name), (canonical, province), "{raw:?}");
            assert_eq!((number.kind(), number.is_licence_based()), (kind, is_licence_based), "{raw:?}");
            assert_eq!(number.service_index(), index.parse().ok(), "{raw:?}");
            held += 1;
        } else {
            let expected = if is_plain { reason } else { ours };
            let actual = read.map_or_else(|reason| reason.code().to_owned(), |number| number.to_string());
            assert_eq!(actual, expected, "{raw:?}");
            held += usize::from(is_plain);
        }
    }
    assert_eq!(held, 154);
}

#[test]
fn one_number_has_one_value() {
    let number = FilingNumber::parse("粤ICP备2021000001号-2A").unwrap();
    let forms = [
        "粤ICP备2021000001号-2A",
        "粤icp备2021000001-2a",
        "粤 ICP 备 2021000001 号 － ２Ａ",
        "粵ICP備2021000001號—2A",
        "\u{feff}粤ICP备2021000001号\u{200b}-2A\n",
        "粤ICP备2021000001-2A号",
    ];
    let read: HashSet<_> = forms.iter().map(|form| FilingNumber::parse(form).unwrap()).collect();
    assert_eq!(read, HashSet::from([number]));
}

#[test]
fn traditional_characters_are_folded() {
    for (traditional, simplified) in [
        ("晉", "晋"),
        ("遼", "辽"),
        ("滬", "沪"),
        ("蘇", "苏"),
        ("閩", "闽"),
        ("贛", "赣"),
        ("魯", "鲁"),
        ("粵", "粤"),
        ("瓊", "琼"),
        ("貴", "黔"),
        ("雲", "滇"),
        ("陝", "陕"),
        ("隴", "陇"),
        ("寧", "宁"),
    ] {
        let number = FilingNumber::parse(&format!("{traditional}ICP備2021000001號")).unwrap();
        assert_eq!(number.to_string(), format!("{simplified}ICP备2021000001号"));
    }
    assert_eq!(FilingNumber::parse("京ICP證030173號").unwrap().to_string(), "京ICP证030173号");
}

#[test]
fn a_service_leads_to_its_principal() {
    for (service, principal) in [
        ("粤ICP备2021000001号-1", "粤ICP备2021000001号"),
        ("粤ICP备05000001号-3X", "粤ICP备05000001号"),
        ("京ICP证030173号-1", "京ICP证030173号"),
        ("粤B2-20090059-1621A", "粤B2-20090059"),
        ("合字B2-20190051-4K", "合字B2-20190051"),
        ("辽B-2-4-20080039号-13", "辽B-2-4-20080039"),
        ("粤ICP备2021000001号", "粤ICP备2021000001号"),
    ] {
        let number = FilingNumber::parse(service).unwrap();
        assert_eq!(number.principal().to_string(), principal, "{service}");
        assert_eq!(number.principal().kind(), FilingNumberKind::PrincipalFiling);
    }
}

#[test]
fn numbers_that_differ_in_one_part_differ() {
    let numbers = [
        "粤ICP备05000001号",
        "粤ICP备5000001号",
        "粤ICP备2005000001号",
        "沪ICP备05000001号",
        "粤ICP证05000001号",
        "粤ICP备05000001号-1",
        "粤ICP备05000001号-1A",
        "粤ICP备05000001号-2",
        "粤B2-20090059",
        "粤B1.B2-20090059",
    ];
    let read: HashSet<_> = numbers.iter().map(|number| FilingNumber::parse(number).unwrap()).collect();
    assert_eq!(read.len(), numbers.len());
}

#[test]
fn other_texts_have_their_own_reasons() {
    for (text, reason) in [
        ("", FilingNumberError::Empty),
        (" \u{3000}\n", FilingNumberError::Empty),
        ("粤ICP备2021000001号-1 粤公网安备44030002000001号", FilingNumberError::Surrounded),
        ("Copyright 粤B2-20090059", FilingNumberError::Surrounded),
        ("粤ICP备2021000001号-1，粤ICP备2021000001号-2", FilingNumberError::Surrounded),
        ("增值电信业务经营许可证：粤B2-20090059", FilingNumberError::Surrounded),
        ("粤公网安备 44030002000001号", FilingNumberError::Police),
        ("沪网文【2020】1234-056号", FilingNumberError::OtherLicence),
        ("粤D3-20210002", FilingNumberError::OtherLicence),
        ("广东省ICP备2021000001号", FilingNumberError::Province),
        ("备案中", FilingNumberError::Province),
        ("合字ICP备2021000001号", FilingNumberError::Form),
        ("粤B-20090059", FilingNumberError::Form),
        ("粤B2-2009005", FilingNumberError::Serial),
        ("粤A1.B1.B2.A2.B1.B2-20090059", FilingNumberError::Form),
        ("粤ICP备2021000001号-1234567", FilingNumberError::Service),
        ("粤ICP备2021000001号-1号", FilingNumberError::Surrounded),
        ("粤ICP备2021000001-1-2", FilingNumberError::Service),
        ("粤ICP备2021000001-1B", FilingNumberError::Service),
        ("粤ICP备2021000001-1号2", FilingNumberError::Service),
        ("粤ICP备20210000010号", FilingNumberError::Serial),
        ("粤ICP备99999999999999999999999号", FilingNumberError::Serial),
    ] {
        assert_eq!(FilingNumber::parse(text), Err(reason), "{text:?}");
    }
}

proptest! {
    #[test]
    fn nearly_a_number_is_read_or_refused(text in "[粤京合字ICP备证号AB0-9. －-]{0,24}") {
        if let Ok(number) = FilingNumber::parse(&text) {
            prop_assert_eq!(FilingNumber::parse(&number.to_string()), Ok(number));
        }
    }

    #[test]
    fn what_is_printed_reads_back(
        text in "[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝蜀黔滇藏陕陇青宁新]ICP[备证](0[1-9]|1[0-9]|202[0-9])[0-9]{5}[1-9]号(-[1-9][0-9]{0,5}[AXK]?)?"
    ) {
        prop_assert_eq!(FilingNumber::parse(&text).unwrap().to_string(), text);
    }

    #[test]
    fn licences_read_back(text in "([京沪粤]|合字)(A2|B2|B1\\.B2|B-2-4)-20[0-9]{6}(-[1-9][0-9]{0,5}[AXK]?)?") {
        prop_assert_eq!(FilingNumber::parse(&text).unwrap().to_string(), text);
    }
}

/// What is found in a text, in its canonical form, with what stands at its place.
fn found(text: &str) -> Vec<(String, &str)> {
    FilingNumber::find_in(text).map(|(number, place)| (number.to_string(), &text[place])).collect()
}

#[test]
fn numbers_are_found_among_other_text() {
    for (text, expected) in [
        ("", &[][..]),
        ("Copyright 2026", &[]),
        ("备案号：粤ICP备2021000001号-1", &[("粤ICP备2021000001号-1", "粤ICP备2021000001号-1")]),
        ("ICP备案 粤ICP备 2021000001 号", &[("粤ICP备2021000001号", "粤ICP备 2021000001 号")]),
        ("粤icp備2021000001號－２ａ｜", &[("粤ICP备2021000001号-2A", "粤icp備2021000001號－２ａ")]),
        ("粤ICP备2021000001-2A号", &[("粤ICP备2021000001号-2A", "粤ICP备2021000001-2A号")]),
        // The register's characters and those of some footers; the province's name before its character.
        ("川ICP备05002048号", &[("蜀ICP备05002048号", "川ICP备05002048号")]),
        ("北京ICP备11018762号", &[("京ICP备11018762号", "京ICP备11018762号")]),
        // The police number on either side of it.
        (
            "粤公网安备 44030502000001号 粤ICP备2021000001号",
            &[("粤ICP备2021000001号", "粤ICP备2021000001号")],
        ),
        ("粤ICP备2021000001号粤公网安备44030502000001号", &[("粤ICP备2021000001号", "粤ICP备2021000001号")]),
        // What goes on behind the number.
        ("粤ICP备2021000001号Copyright", &[("粤ICP备2021000001号", "粤ICP备2021000001号")]),
        ("粤ICP备2021000001号 2016-2026", &[("粤ICP备2021000001号", "粤ICP备2021000001号")]),
        ("粤ICP备2021000001号 - 2026 版权所有", &[("粤ICP备2021000001号", "粤ICP备2021000001号")]),
        ("粤ICP备2021000001号 - 1 版权所有", &[("粤ICP备2021000001号-1", "粤ICP备2021000001号 - 1")]),
        ("粤ICP备2021000001号-1 About", &[("粤ICP备2021000001号-1", "粤ICP备2021000001号-1")]),
        ("粤ICP备2021000001号-1-站长统计", &[("粤ICP备2021000001号-1", "粤ICP备2021000001号-1")]),
        ("粤ICP备2021000001号-官网", &[("粤ICP备2021000001号", "粤ICP备2021000001号")]),
        ("粤ICP备2021000001号-13800138000", &[("粤ICP备2021000001号", "粤ICP备2021000001号")]),
        ("粤ICP备2021000001 2026 年", &[("粤ICP备2021000001号", "粤ICP备2021000001")]),
        // Several, of one principal and of others, and licences.
        (
            "沪ICP备18042337号-1/沪ICP备18042337号-3A",
            &[
                ("沪ICP备18042337号-1", "沪ICP备18042337号-1"),
                ("沪ICP备18042337号-3A", "沪ICP备18042337号-3A"),
            ],
        ),
        ("浙ICP证B2-20080224号", &[("浙B2-20080224", "浙ICP证B2-20080224号")]),
        ("湘ICP备B2-20090059-1", &[("湘B2-20090059-1", "湘ICP备B2-20090059-1")]),
        ("ICP证合字B2-20070004号", &[("合字B2-20070004", "ICP证合字B2-20070004号")]),
        ("ICP证粤ICP备2021000001号", &[("粤ICP备2021000001号", "粤ICP备2021000001号")]),
        // None of these is one.
        ("粤ICP备20210000012号 粤ICP备123号 粤ICP备0000000000号", &[]),
        ("粤ICP备2021****01号", &[]),
        ("京网文〔2021〕1234-123号 川A12345", &[]),
    ] {
        let expected: Vec<_> = expected.iter().map(|(number, at)| ((*number).to_owned(), *at)).collect();
        assert_eq!(found(text), expected, "{text}");
    }
}

#[test]
fn a_licence_may_have_icp_before_its_class() {
    for (text, expected) in [
        ("浙ICP证B2-20080224号", "浙B2-20080224"),
        ("浙ICP证B2-20080224", "浙B2-20080224"),
        ("浙ICP证B2-20080224号-1", "浙B2-20080224-1"),
        ("湘ICP备B2-20090059", "湘B2-20090059"),
    ] {
        let number = FilingNumber::parse(text).unwrap();
        assert_eq!(number.to_string(), expected);
        assert!(number.is_licence_based(), "{text}");
    }
}

/// Whatever of the vectors is a number is found among other text as the same number.
#[test]
fn what_is_read_alone_is_found_in_a_text() {
    for row in vectors::rows(include_str!("../../vectors/filing_numbers.tsv")) {
        let [raw, ..] = row.fields::<8>();
        let raw = vectors::unescape(raw);
        let Ok(number) = FilingNumber::parse(&raw) else { continue };
        let text = format!("版权所有 {raw} | 京公网安备11000002000001号");
        let found: Vec<_> = FilingNumber::find_in(&text).map(|(number, _)| number).collect();
        assert_eq!(found, [number], "{raw:?}");
    }
}

/// A text of a million characters that all look like beginnings takes no longer by the character than a short one.
#[test]
fn finding_takes_time_in_proportion_to_the_text() {
    for piece in [
        "粤",
        "粤ICP备",
        "粤ICP备 ",
        "ICP证",
        "I ",
        "粤 ",
        "粤ICP备1 ",
        "粤A1.",
        "粤A-1",
        " ",
        "粤ICP备2021000001号 - ",
    ] {
        let text = piece.repeat(50_000 / piece.chars().count());
        let started = std::time::Instant::now();
        let found = FilingNumber::find_in(&text).count();
        assert!(found <= text.len() / 20, "{piece}: {found}");
        let taken = started.elapsed();
        assert!(taken.as_secs() < 20, "{piece}: {taken:?}");
    }
}

proptest! {
    /// What is found stands at its place and reads there as itself, in order and apart from one another.
    #[test]
    fn what_is_found_reads_as_itself(text in "[粤京合字ICP备证B2号A.０-９0-9 \u{200b}-]{0,60}") {
        let mut end = 0;
        for (number, place) in FilingNumber::find_in(&text) {
            prop_assert!(end <= place.start && place.start < place.end);
            prop_assert_eq!(FilingNumber::parse(&text[place.clone()]), Ok(number));
            end = place.end;
        }
    }
}
