//! Whether other words cut a listed word in a name: 基金 is none in 地基金属.
//!
//! At every place inside the listed word it is looked whether a word of the dictionary ends there that began before
//! it, and whether one begins there that ends behind it. Where there are both, the name is read as those two. Where
//! there is one, and it is more common than a listed word of up to three characters, the name may be read either way. A listed word that is
//! part of a longer word of the dictionary (公司 in 公司法) is meant, unless `senses` says otherwise; where two others
//! cut it all the same (王公|司法), the name may be read either way.

use once_cell::unsync::OnceCell;

use crate::rulebook::words::crossing::WORDS;

/// How a listed word stands among the words of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Boundary {
    /// As a word.
    Whole,
    /// Perhaps as a word: on one side another cuts it.
    Doubtful,
    /// Not as a word: others cut it on both sides.
    Cut,
}

/// The longest words of the dictionary, in characters; the shortest have two.
const LONGEST: usize = WORDS.len() + 1;

/// Chinese characters have so many bytes.
const WIDTH: usize = 3;

/// How the listed word between these bytes of a folded name stands there.
pub(super) fn boundary(name: &str, start: usize, end: usize) -> Boundary {
    let Some((word, rest)) = name.get(start..end).zip(name.get(end..)) else { return Boundary::Whole };
    if word.ends_with('国') && rest.starts_with('际') {
        return Boundary::Cut;
    }
    if word.len() == name.len() {
        return Boundary::Whole;
    }
    // Looked up only where another word cuts this one, which few do.
    let (is_part, own) = (OnceCell::new(), OnceCell::new());
    let is_part = || *is_part.get_or_init(|| is_in_longer_word(name, start, end));
    let own = || *own.get_or_init(|| level(word));
    // Of a longer word one side alone takes nothing away: 市政 in 市政府采购网.
    let is_short = word.len() <= 3 * WIDTH;
    let mut found = Boundary::Whole;
    for (inner, _) in word.char_indices().skip(1) {
        let split = start + inner;
        let left = before(start).filter_map(|from| level(name.get(from..split)?)).max();
        let right = behind(end, name).filter_map(|until| level(name.get(split..until)?)).max();
        match (left, right) {
            (Some(_), Some(_)) if is_part() => found = Boundary::Doubtful,
            (Some(_), Some(_)) => return Boundary::Cut,
            (Some(other), None) | (None, Some(other)) if is_short && Some(other) > own() && !is_part() => {
                found = Boundary::Doubtful;
            }
            _ => {}
        }
    }
    found
}

/// Places before a word at which another may begin.
fn before(start: usize) -> impl Iterator<Item = usize> {
    (1..LONGEST).map_while(move |characters| start.checked_sub(characters * WIDTH))
}

/// Places behind a word at which another may end.
fn behind(end: usize, name: &str) -> impl Iterator<Item = usize> {
    let whole = name.len();
    (1..LONGEST).map(move |characters| end + characters * WIDTH).take_while(move |until| *until <= whole)
}

fn is_in_longer_word(name: &str, start: usize, end: usize) -> bool {
    let starts = || before(start).chain([start]);
    let ends = || behind(end, name).chain([end]);
    starts().any(|from| {
        ends().any(|until| {
            until - from > end - start && name.get(from..until).is_some_and(|longer| level(longer).is_some())
        })
    })
}

/// How common a word of the dictionary is; `None` of a word that it has not.
fn level(word: &str) -> Option<u8> {
    let section = WORDS.get((word.len() / WIDTH).checked_sub(2)?)?.as_bytes();
    let word = word.as_bytes();
    let stride = word.len() + 1;
    let entry = |at: usize| section.get(at * stride..(at + 1) * stride)?.split_last();
    let (mut from, mut until) = (0, section.len() / stride);
    while from < until {
        let middle = from + (until - from) / 2;
        let (level, known) = entry(middle)?;
        match known.cmp(word) {
            std::cmp::Ordering::Equal => return Some(*level),
            std::cmp::Ordering::Less => from = middle + 1,
            std::cmp::Ordering::Greater => until = middle,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str, word: &str) -> Boundary {
        let start = name.find(word).unwrap();
        boundary(name, start, start + word.len())
    }

    #[test]
    fn a_word_that_others_cut_on_both_sides_is_none() {
        for (name, word) in [
            ("地基金属", "基金"),
            ("蓝色情怀", "色情"),
            ("德国家居", "国家"),
            ("企业管理财税", "理财"),
            ("办公安全", "公安"),
            ("上海关爱", "海关"),
            ("诚信阳光", "信阳"),
            ("广西安全", "西安"),
            ("资金管理", "金管"),
            ("完美国际", "美国"),
        ] {
            assert_eq!(of(name, word), Boundary::Cut, "{name}");
        }
    }

    #[test]
    fn a_word_that_a_commoner_one_cuts_is_in_doubt() {
        assert_eq!(of("唐人影视", "影视"), Boundary::Doubtful);
        assert_eq!(of("政府网站", "政府网"), Boundary::Doubtful);
        assert_eq!(of("王公司法", "公司"), Boundary::Doubtful);
    }

    #[test]
    fn a_word_among_others_is_whole() {
        for (name, word) in [
            ("青禾基金", "基金"),
            ("中国制造", "中国"),
            ("青禾公司法", "公司"),
            ("青禾财富管理", "财富管理"),
            ("北京市政府采购网", "政府采购网"),
            ("金融", "金融"),
            ("p2p之家", "p2p"),
        ] {
            assert_eq!(of(name, word), Boundary::Whole, "{name}");
        }
    }

    #[test]
    fn the_dictionary_is_sorted_and_its_words_are_as_long_as_their_section_says() {
        for (section, length) in WORDS.iter().zip(2..) {
            let stride = length * WIDTH + 1;
            assert_eq!(section.len() % stride, 0);
            let entries: Vec<&[u8]> = section.as_bytes().chunks(stride).collect();
            assert!(entries.iter().all(|entry| entry[stride - 1].is_ascii_graphic()));
            assert!(entries.windows(2).all(|pair| pair[0][..stride - 1] < pair[1][..stride - 1]));
        }
        assert!(level("地基").is_some() && level("地基地").is_none() && level("").is_none());
    }
}
