//! Days, as certificates and registrations are valid until.

use beian::ValidUntil;

use crate::vectors;

/// Every row of the file: what another suite says holds.
#[test]
fn vectors_agree() {
    let mut held = 0;
    for row in vectors::rows(include_str!("../../vectors/dates.tsv")) {
        let [date, claim] = row.fields();
        let date = vectors::unescape(date);
        let read = date.parse::<ValidUntil>();
        assert_eq!(read.is_ok(), claim == "valid", "{date:?}");
        if let Ok(until) = read {
            assert_eq!(until.to_string(), date);
        }
        held += 1;
    }
    assert_eq!(held, 69);
}
