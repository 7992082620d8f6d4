//! Addresses of the internet, of servers.

use beian::check::resources;

use crate::vectors;

/// Every row of the file: claims hold, and other claims are decided in the row.
#[test]
fn vectors_agree_or_are_decided() {
    let mut held = 0;
    for row in vectors::rows(include_str!("../../vectors/addresses.tsv")) {
        let [input, claim, ours, why] = row.fields();
        let input = vectors::unescape(input);
        let expected = match (claim, ours) {
            ("public" | "not_public", "-") => claim,
            ("invalid", "-") => "no_address",
            ("public*" | "not_public*" | "invalid*", ours) if ours != "-" => ours,
            _ => panic!("{input:?}: decide what is not plain, and only that"),
        };
        assert_eq!(ours == "-", why.is_empty(), "{input:?}: a decision has its reason");
        let verdict = resources::is_public(&input);
        assert_eq!(verdict.problem().map_or("public", |problem| problem.code()), expected, "{input:?}");
        held += usize::from(ours == "-");
    }
    assert_eq!(held, 341);
}
