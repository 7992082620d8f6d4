//! Generated numbers for the laws, which belong to nobody unless by chance. The check characters are computed
//! from the weights that the standards print, not with the crate's own code.

use proptest::prelude::*;
use proptest::string::string_regex;

/// The letters of GB 32100 in the order of their values.
pub(crate) const CREDIT_CODE_CHARACTERS: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";

const PROVINCES: &str = "1[1-5]|2[123]|3[1-7]|4[1-6]|5[0-4]|6[1-5]";

/// The weighted sum of digits and capital letters, each by its index in `characters`.
fn weighted(text: &str, characters: &str, weights: &[usize]) -> usize {
    let value = |c| characters.find(c).unwrap();
    text.chars().map(value).zip(weights).map(|(value, weight)| value * weight).sum()
}

/// An identity number of its first 17 digits (GB 11643-1999).
pub(crate) fn with_id_check(front: &str) -> String {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum = weighted(front, "0123456789", &weights);
    format!("{front}{}", "10X98765432".chars().nth(sum % 11).unwrap())
}

/// An organisation code without hyphen of its first 8 characters (GB 11714-1997).
pub(crate) fn with_organization_check(front: &str) -> String {
    let characters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let sum = weighted(front, characters, &[3, 7, 9, 10, 5, 8, 4, 2]);
    format!("{front}{}", "0X987654321".chars().nth(sum % 11).unwrap())
}

/// A credit code of its first 17 characters (GB 32100-2015).
pub(crate) fn with_credit_check(front: &str) -> String {
    let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    let check = (31 - weighted(front, CREDIT_CODE_CHARACTERS, &weights) % 31) % 31;
    format!("{front}{}", CREDIT_CODE_CHARACTERS.chars().nth(check).unwrap())
}

/// A registration number of its first 14 digits (GS 15-2006, after ISO 7064 MOD 11,10).
pub(crate) fn with_registration_check(front: &str) -> String {
    let mut product = 10;
    for digit in front.chars().map(|c| c.to_digit(10).unwrap()) {
        let sum = match (product + digit) % 10 {
            0 => 10,
            sum => sum,
        };
        product = sum * 2 % 11;
    }
    format!("{front}{}", (11 - product) % 10)
}

/// Days of the calendar, the last days of short months included.
fn day(years: std::ops::Range<u32>) -> impl Strategy<Value = (u32, u32, u32)> {
    (years, 1..13_u32).prop_flat_map(|(year, month)| {
        let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let last: u32 = match month {
            2 if is_leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        (Just(year), Just(month), 1..=last)
    })
}

/// Identity numbers of 18 places, of every kind of holder.
pub(crate) fn resident_id() -> impl Strategy<Value = String> {
    let region = format!("({PROVINCES})[0-9]{{4}}|8[123]0000|9({PROVINCES})[1-9][0-9]{{2}}");
    (string_regex(&region).unwrap(), day(1800..2100), 0..1000_u32).prop_map(
        |(region, (year, month, day), sequence)| {
            with_id_check(&format!("{region}{year:04}{month:02}{day:02}{sequence:03}"))
        },
    )
}

/// Identity numbers of the first generation.
pub(crate) fn first_generation_id() -> impl Strategy<Value = String> {
    let region = format!("({PROVINCES})[0-9]{{4}}");
    (string_regex(&region).unwrap(), day(1900..2000), 0..1000_u32).prop_map(
        |(region, (year, month, day), sequence)| {
            format!("{region}{:02}{month:02}{day:02}{sequence:03}", year - 1900)
        },
    )
}

/// Organisation codes without hyphen.
pub(crate) fn organization_code() -> impl Strategy<Value = String> {
    "[0-9A-Z]{8}".prop_map(|front| with_organization_check(&front))
}

/// Credit codes, whose organisation codes are right as well.
pub(crate) fn credit_code() -> impl Strategy<Value = String> {
    let organization = "[0-9A-HJ-NPQRTUWXY]{8}".prop_map(|front| with_organization_check(&front));
    ("[1-9ANY][0-9A-HJ-NPQRTUWXY][0-9]{6}", organization)
        .prop_map(|(front, organization)| with_credit_check(&(front + &organization)))
}

/// Business registration numbers.
pub(crate) fn registration_number() -> impl Strategy<Value = String> {
    "[1-9][0-9]{13}".prop_map(|front| with_registration_check(&front))
}

/// Mobile numbers in canonical form.
pub(crate) fn mobile() -> impl Strategy<Value = String> {
    "1[3-9][0-9]{9}"
}

/// Landline numbers in canonical form, of some of the area codes that exist.
pub(crate) fn landline() -> impl Strategy<Value = String> {
    "0((10|2[0-57-9])-[0-9]{8}|(31[0-9]|335|43[1-9]|57[0-9]|75[0-9]|83[0-9]|99[0-9])-[0-9]{7,8})(-[0-9]{1,6})?"
}

/// E-mail addresses in canonical form.
pub(crate) fn email() -> impl Strategy<Value = String> {
    "[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]{1,20}(\\.[a-zA-Z0-9_-]{1,20}){0,2}@([a-z0-9]{1,20}\\.){1,3}(com|cn|xn--fiqs8s)"
}

/// A text with one character replaced by another digit or letter.
pub(crate) fn with_one_change(
    texts: impl Strategy<Value = String>,
) -> impl Strategy<Value = (String, String)> {
    (texts, any::<prop::sample::Index>(), any::<prop::sample::Index>()).prop_map(|(text, place, other)| {
        let mut changed: Vec<char> = text.chars().collect();
        let place = place.get_mut(&mut changed);
        let class = if place.is_ascii_digit() { "0123456789" } else { "ABCDEFGHJKLMNPQRTUWXY" };
        let others: Vec<char> = class.chars().filter(|c| c != place).collect();
        *place = *other.get(&others);
        (text, changed.into_iter().collect())
    })
}

/// A text with two neighbouring characters swapped, where they differ.
pub(crate) fn with_one_exchange(
    texts: impl Strategy<Value = String>,
) -> impl Strategy<Value = (String, String)> {
    (texts, any::<prop::sample::Index>()).prop_filter_map("neighbours that differ", |(text, place)| {
        let mut exchanged: Vec<char> = text.chars().collect();
        let place = place.index(exchanged.len() - 1);
        exchanged.swap(place, place + 1);
        let exchanged: String = exchanged.into_iter().collect();
        (exchanged != text).then_some((text, exchanged))
    })
}
