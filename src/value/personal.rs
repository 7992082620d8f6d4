//! Numbers of persons in any text, whatever it was typed for.

use std::borrow::Cow;

use crate::text::Masked;
use crate::value::{Mobile, ResidentId};

/// The text with its personal numbers masked, as [`without_personal_numbers`]; `None` where there is none.
pub(crate) fn masked_text(text: &str) -> Option<Box<str>> {
    match without_personal_numbers(text) {
        Cow::Owned(masked) => Some(masked.into()),
        Cow::Borrowed(_) => None,
    }
}

/// The text with what reads as an identity number or a mobile masked, wherever it stands. Filing numbers and domains
/// such as `5201314.com` stay readable.
fn without_personal_numbers(text: &str) -> Cow<'_, str> {
    // A mobile has eleven digits.
    if text.chars().filter(|c| is_digit(*c)).nth(10).is_none() {
        return Cow::Borrowed(text);
    }
    let mut hidden = String::with_capacity(text.len());
    let mut number = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let follows = |next: Option<&char>| next.is_some_and(|next| is_digit(*next) || is_check(*next));
        let is_part = is_digit(c)
            || c == '+' && number.is_empty() && follows(chars.peek())
            || !number.is_empty() && (is_between(c) && follows(chars.peek()) || is_check(c));
        if is_part {
            number.push(c);
        } else {
            push(&mut hidden, &number);
            number.clear();
            hidden.push(c);
        }
    }
    push(&mut hidden, &number);
    if hidden == text {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(hidden)
    }
}

/// Adds a run of digits, masked where it is a person's.
fn push(hidden: &mut String, number: &str) {
    let plain: String = number.chars().filter_map(half_width).collect();
    let is_personal = |number: &str| Mobile::parse(number).is_ok() || ResidentId::parse(number).is_ok();
    // A letter behind a mobile is none of it.
    let digits = plain.trim_end_matches(is_check);
    let personal = [plain.as_str(), digits].into_iter().find(|number| is_personal(number));
    match personal {
        Some(personal) => {
            hidden.push_str(Masked::of(personal).as_str());
            hidden.extend(plain.chars().skip(personal.len()));
        }
        None => hidden.push_str(number),
    }
}

const fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９')
}

/// The last character of an identity number may be one.
const fn is_check(c: char) -> bool {
    matches!(c, 'x' | 'X' | 'ｘ' | 'Ｘ')
}

const fn is_between(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{3000}' | '-' | '－')
}

fn half_width(c: char) -> Option<char> {
    match c {
        '０'..='９' | 'ｘ' | 'Ｘ' => char::from_u32(u32::from(c).checked_sub(0xfee0)?),
        c if is_between(c) => None,
        c => Some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::without_personal_numbers;

    #[test]
    fn what_identifies_a_person_is_hidden_wherever_it_was_typed() {
        for (typed, shown) in [
            ("13800138000", "138******00"),
            ("13800138000.com", "138******00.com"),
            ("com.example.a13800138000", "com.example.a138******00"),
            ("example.13800138000x", "example.138******00x"),
            ("李四 138-0013-8000", "李四 138******00"),
            ("１３８００１３８０００", "138******00"),
            ("330106198807154614.cn", "330*************14.cn"),
        ] {
            assert_eq!(without_personal_numbers(typed), shown, "{typed}");
        }
    }

    #[test]
    fn what_identifies_nobody_stays() {
        for text in [
            "5201314.com",
            "粤ICP备2021000001号-1",
            "京ICP证030173号、粤B2-20090059",
            "91330106MA2DEM7111",
            "203.0.113.26",
            "100001482903",
            "2026-11-23 12:00",
            "23800138000",
        ] {
            assert_eq!(without_personal_numbers(text), text);
        }
    }
}
