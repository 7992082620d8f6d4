//! Finds the listed words in a name.

use std::borrow::Cow;
use std::cell::Cell;

use once_cell::sync::Lazy;

use crate::model::service::PreApprovalKind;
use crate::rulebook::words::boundary::{boundary, Boundary};
use crate::rulebook::words::senses::SENSES;
use crate::rulebook::words::tables::{EVERYDAY, GROUPS, PLACES};
use crate::rulebook::words::{Group, List};
use crate::text::sort_by;
use crate::value::Region;

/// What is looked for in names.
struct Pattern {
    group: &'static Group,
    list: List,
    word: &'static str,
    /// What is looked for: the word, or a longer one in which it is not meant.
    text: &'static str,
    is_sense: bool,
}

/// The group of places, at one address.
static PLACE_GROUP: Group = PLACES;

/// All listed words, in the order of their texts.
static PATTERNS: Lazy<Vec<Pattern>> = Lazy::new(|| {
    let listed = |group: &'static Group, list: List, word: &'static str| Pattern {
        group,
        list,
        word,
        text: word,
        is_sense: false,
    };
    let words = GROUPS
        .iter()
        .flat_map(move |group| group.words.iter().map(move |word| listed(group, group.list, word)));
    let places = Region::place_names().map(move |(code, word)| listed(&PLACE_GROUP, List::Place(code), word));
    let cities = Region::place_names().filter_map(move |(code, name)| {
        let word = name.strip_suffix('市').filter(|short| !EVERYDAY.contains(short))?;
        Some(listed(&PLACE_GROUP, List::City(code), word))
    });
    let senses = SENSES.iter().flat_map(|(word, longer)| {
        let sense = |text: &&'static str| Pattern {
            group: &PLACE_GROUP,
            list: PLACE_GROUP.list,
            word,
            text,
            is_sense: true,
        };
        longer.iter().map(sense)
    });
    let mut patterns: Vec<Pattern> = words.chain(places).chain(cities).chain(senses).collect();
    sort_by(&mut patterns, |a, b| a.text.cmp(b.text));
    patterns
});

/// The first characters of the patterns, each with the place of the first pattern that begins with it.
static FIRST: Lazy<Vec<(char, usize)>> = Lazy::new(|| {
    let firsts = PATTERNS.iter().enumerate();
    let mut first: Vec<_> =
        firsts.filter_map(|(at, pattern)| Some((pattern.text.chars().next()?, at))).collect();
    first.dedup_by_key(|(first, _)| *first);
    first
});

/// The patterns that begin with a character.
fn patterns_from(first: char) -> &'static [Pattern] {
    let Ok(at) = FIRST.binary_search_by_key(&first, |(first, _)| *first) else { return &[] };
    let from = FIRST.get(at).map_or(0, |(_, from)| *from);
    let until = FIRST.get(at + 1).map_or(PATTERNS.len(), |(_, until)| *until);
    PATTERNS.get(from..until).unwrap_or_default()
}

/// The patterns that a text begins with, the shorter first.
fn patterns_that_begin(text: &str) -> impl Iterator<Item = &'static Pattern> + '_ {
    // Those that begin with what has been read of the text stand together, and the one that is just this stands first.
    let mut rest = text.chars().next().map_or(&[][..], patterns_from);
    let ends = text.char_indices().map(|(start, c)| start + c.len_utf8());
    let read = ends.map_while(move |end| {
        let read = text.get(..end)?;
        rest = rest.get(rest.partition_point(|pattern| pattern.text < read)..)?;
        let goes_on = rest.first()?.text.starts_with(read);
        goes_on.then(|| rest.iter().take_while(move |pattern| pattern.text == read))
    });
    read.flatten()
}

static BEGINNINGS: Lazy<Beginnings> = Lazy::new(|| Beginnings::of(&PATTERNS));

/// How listed words begin: most names have nothing that looks like one, and need no search.
struct Beginnings {
    /// A bit for each pair of characters, as far as they have one of their own.
    pairs: Vec<u64>,
}

impl Beginnings {
    /// With so many bits some pairs in a hundred are taken for one of these.
    const BITS: u32 = 16;

    /// Stands behind words of one character.
    const NONE: char = '\0';

    fn of(patterns: &[Pattern]) -> Self {
        let mut beginnings = Self { pairs: vec![0; 1 << (Self::BITS - 6)] };
        for Pattern { list, text, is_sense, .. } in patterns {
            let mut characters = text.chars();
            let Some(first) = characters.next() else { continue };
            let length = if list.is_of_whole_names() && !is_sense { text.len() } else { 0 };
            let (at, bit) = Self::place(first, characters.next().unwrap_or(Self::NONE), length);
            if let Some(pairs) = beginnings.pairs.get_mut(at) {
                *pairs |= bit;
            }
        }
        beginnings
    }

    /// The bit of a pair. Words that have to be the whole name are told by their length too.
    fn place(first: char, second: char, whole_length: usize) -> (usize, u64) {
        let pair = u64::from(u32::from(first)) << 21 | u64::from(u32::from(second));
        let length = u64::try_from(whole_length).unwrap_or(u64::MAX);
        let spread = (pair ^ length << 42).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (u64::BITS - Self::BITS);
        (usize::try_from(spread >> 6).unwrap_or_default(), 1 << (spread & 63))
    }

    fn has(&self, first: char, second: char, whole_length: usize) -> bool {
        let (at, bit) = Self::place(first, second, whole_length);
        self.pairs.get(at).is_some_and(|pairs| pairs & bit != 0)
    }

    /// The places in a folded name where a pattern may begin.
    fn places_in<'a>(&'a self, name: &'a str) -> impl Iterator<Item = usize> + 'a {
        let mut rest = name.chars();
        let mut next = rest.next();
        let mut start = 0;
        std::iter::from_fn(move || loop {
            let at = start;
            let first = next?;
            start += first.len_utf8();
            next = rest.next();
            let second = next.unwrap_or(Self::NONE);
            let begins = self.has(first, second, 0) || self.has(first, Self::NONE, 0);
            if begins || at == 0 && self.has(first, second, name.len()) {
                return Some(at);
            }
        })
    }
}

/// A listed word in a name.
#[derive(Debug, Clone)]
pub(crate) struct Hit {
    pub(crate) list: List,
    pub(crate) word: &'static str,
    /// What is said of the word.
    pub(crate) group: &'static Group,
    /// How it stands among the other words, where somebody has asked: most hits are of lists that nobody asks about.
    boundary: Cell<Option<Boundary>>,
    /// Where it begins and ends in the folded name, in bytes.
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Hit {
    /// Whether the name begins with it.
    pub(crate) const fn leads(&self) -> bool {
        self.start == 0
    }

    /// Whether another word cuts it on one side: then it may not be meant.
    pub(crate) fn is_doubtful(&self) -> bool {
        self.boundary.get() == Some(Boundary::Doubtful)
    }

    /// Whether it stands in the folded name as a word, for all that is known. One that has to be the whole name does.
    fn stands_in(&self, name: &str) -> bool {
        if self.list.is_of_whole_names() {
            return true;
        }
        let known = self.boundary.get().unwrap_or_else(|| boundary(name, self.start, self.end));
        self.boundary.set(Some(known));
        known != Boundary::Cut
    }

    const fn is_place(&self) -> bool {
        matches!(self.list, List::Place(_) | List::City(_))
    }

    /// Whether it lies within another stretch of the name.
    const fn is_within(&self, (start, end): (usize, usize)) -> bool {
        start <= self.start && self.end <= end
    }

    const fn length(&self) -> usize {
        self.end - self.start
    }
}

/// The listed words in a name.
#[derive(Debug, Clone, Default)]
pub(crate) struct Words {
    /// All of them, also those that other words cut.
    hits: Vec<Hit>,
    /// The name as it was searched, where it has some.
    name: String,
    /// A bit for each list that `hits` has one of: most have none.
    lists: u64,
}

impl Words {
    /// Looks every listed word up in `name`.
    pub(crate) fn of(name: &str) -> Self {
        let folded = folded(name);
        let mut hits: Vec<Hit> = Vec::new();
        let mut senses: Vec<(&'static str, (usize, usize))> = Vec::new();
        for start in BEGINNINGS.places_in(&folded) {
            for pattern in patterns_that_begin(folded.get(start..).unwrap_or_default()) {
                let Pattern { group, list, word, is_sense, text } = *pattern;
                let end = start + text.len();
                if is_sense {
                    senses.push((word, (start, end)));
                } else if !list.is_of_whole_names() || start == 0 && end == folded.len() {
                    let hit = Hit { list, word, group, boundary: Cell::new(None), start, end };
                    // In the order in which they end, of those that end together the longer first: nearly at the end.
                    let before = |known: &Hit| (known.end, known.start) <= (end, start);
                    hits.insert(hits.iter().rposition(before).map_or(0, |place| place + 1), hit);
                }
            }
        }
        leave_out_other_senses(&mut hits, &senses);
        leave_out_parts_of_places(&mut hits);
        let lists = hits.iter().fold(0, |lists, hit| lists | hit.list.bit());
        let name = if hits.is_empty() { String::new() } else { folded.into_owned() };
        Self { hits, name, lists }
    }

    /// Whether a word of the list is there.
    #[inline]
    pub(crate) fn has(&self, list: List) -> bool {
        self.may_have(list) && self.hits(list).next().is_some()
    }

    /// Whether no listed word is there at all.
    pub(crate) const fn is_empty(&self) -> bool {
        self.lists == 0
    }

    const fn may_have(&self, list: List) -> bool {
        self.lists & list.bit() != 0
    }

    /// The words of a list as they stand in the name, with what is said of them.
    pub(crate) fn hits(&self, list: List) -> impl Iterator<Item = &Hit> {
        let some = if self.may_have(list) { self.hits.as_slice() } else { &[] };
        some.iter().filter(move |hit| hit.list == list && hit.stands_in(&self.name))
    }

    /// The name without what stands between its characters, where a listed word is in it.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// What stands before a word, and behind it.
    pub(crate) fn around(&self, hit: &Hit) -> (&str, &str) {
        let before = self.name.get(..hit.start).unwrap_or_default();
        (before, self.name.get(hit.end..).unwrap_or_default())
    }

    /// The words of a list, each once, in the order in which they end; of two of which one is part of the other,
    /// the longer.
    #[inline]
    pub(crate) fn of_list(&self, list: List) -> Vec<&'static str> {
        if self.may_have(list) {
            longest(self.hits(list).map(|hit| hit.word))
        } else {
            Vec::new()
        }
    }

    /// The fields of pre-approval that words stand for.
    pub(crate) fn pre_approvals(&self) -> impl Iterator<Item = PreApprovalKind> + '_ {
        let fields = if self.is_empty() { &[] } else { PreApprovalKind::ALL };
        let fields = fields.iter().copied();
        fields.filter(|kind| self.may_have(List::PreApproval(*kind)) && self.has(List::PreApproval(*kind)))
    }

    /// The cities by their short names, with their codes. One that stands there in full is not meant.
    pub(crate) fn cities(&self) -> impl Iterator<Item = (u32, &Hit)> {
        let in_full: Vec<u32> = self.places().map(|(code, _)| code).collect();
        self.hits.iter().filter_map(move |hit| match hit.list {
            List::City(code) if !in_full.contains(&code) && hit.stands_in(&self.name) => Some((code, hit)),
            _ => None,
        })
    }

    /// The places, with the codes of their provinces or cities.
    pub(crate) fn places(&self) -> impl Iterator<Item = (u32, &Hit)> {
        self.hits.iter().filter_map(|hit| match hit.list {
            List::Place(code) if hit.stands_in(&self.name) => Some((code, hit)),
            _ => None,
        })
    }
}

/// A word that is part of one with another sense is not meant: 交流 in 交流电.
fn leave_out_other_senses(hits: &mut Vec<Hit>, senses: &[(&str, (usize, usize))]) {
    if !senses.is_empty() {
        hits.retain(|hit| !senses.iter().any(|(word, span)| *word == hit.word && hit.is_within(*span)));
    }
}

/// A place that is part of another's name is not meant: 鞍山 in 马鞍山, 吉林 in 吉林市.
fn leave_out_parts_of_places(hits: &mut Vec<Hit>) {
    let spans: Vec<(usize, usize)> =
        hits.iter().filter(|hit| hit.is_place()).map(|hit| (hit.start, hit.end)).collect();
    if spans.len() > 1 {
        let is_part = |hit: &Hit| {
            spans.iter().any(|(start, end)| hit.is_within((*start, *end)) && hit.length() < end - start)
        };
        hits.retain(|hit| !hit.is_place() || !is_part(hit));
    }
}

/// Each word once; of two of which one is part of the other, the longer.
pub(crate) fn longest(all: impl Iterator<Item = &'static str>) -> Vec<&'static str> {
    let mut words: Vec<&'static str> = Vec::new();
    for word in all {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    let longer = words.clone();
    words.retain(|word| !longer.iter().any(|other| other != word && other.contains(word)));
    words
}

/// A name as it is searched: letters and digits in one form, without what stands between them.
pub(crate) fn folded(name: &str) -> Cow<'_, str> {
    let is_plain = |c| matches!(c, '\u{4e00}'..='\u{9fa5}' | 'a'..='z' | '0'..='9');
    // Most names are of these, which stay as they are.
    if name.chars().all(is_plain) {
        return Cow::Borrowed(name);
    }
    let mut folded = String::with_capacity(name.len());
    for c in name.chars() {
        if is_plain(c) {
            folded.push(c);
        } else if c.is_ascii() {
            folded.extend(c.is_ascii_alphanumeric().then(|| c.to_ascii_lowercase()));
        } else {
            // The mapping of domain names writes every form of a character (full-width, circled, as a radical) as the
            // plain one. One at a time, since what no domain name may have ends a whole text.
            let (mapped, _) = idna::domain_to_unicode(c.encode_utf8(&mut [0; 4]));
            folded.extend(mapped.chars().filter(|c| c.is_alphanumeric()));
        }
    }
    Cow::Owned(folded)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn words(name: &str, list: List) -> Vec<&'static str> {
        Words::of(name).of_list(list)
    }

    #[test]
    fn evasions_of_a_listed_word_are_found() {
        for name in ["明远博客", "明远博 客", "明远博-客", "明远博\u{200b}客", "明远【博】客", "明远博．客"]
        {
            assert_eq!(words(name, List::RefusedToIndividuals), ["博客"], "{name}");
        }
        for name in ["P2P之家", "ｐ２ｐ之家", "p 2 p之家", "xn--P2P之家", "ⓟ②ⓟ之家"] {
            assert_eq!(words(name, List::Finance), ["p2p"], "{name}");
        }
        // Radicals, and letters that are written from right to left.
        assert_eq!(words("为⼈民服务", List::LeadingState), ["人民"]);
        assert_eq!(words("א博客", List::RefusedToIndividuals), ["博客"]);
    }

    #[test]
    fn a_listed_word_counts_inside_a_longer_one() {
        assert_eq!(words("中国画赏析", List::State), ["中国"]);
        assert_eq!(words("网络安全笔记", List::RefusedToIndividuals), ["网络"]);
        assert_eq!(words("明远笔记", List::RefusedToIndividuals), Vec::<&str>::new());
    }

    #[test]
    fn leading_words_count_at_the_beginning_only() {
        let leading = |name: &str| {
            Words::of(name)
                .hits(List::LeadingState)
                .filter(|hit| hit.leads())
                .map(|hit| hit.word)
                .collect::<Vec<_>>()
        };
        assert_eq!(leading("人民之声"), ["人民"]);
        assert_eq!(leading("（人民）之声"), ["人民"]);
        assert_eq!(leading("为人民服务"), Vec::<&str>::new());
        assert_eq!(words("为人民服务", List::LeadingState), ["人民"]);
    }

    #[test]
    fn of_words_within_each_other_the_longer_counts() {
        assert_eq!(words("明远公安局", List::PublicBody), ["公安局"]);
        assert_eq!(words("明远公安", List::PublicBody), ["公安"]);
    }

    #[test]
    fn samples_and_placeholders_are_whole_names() {
        assert_eq!(words("雕刻-时光", List::Sample), ["雕刻时光"]);
        assert_eq!(words("雕刻时光机", List::Sample), Vec::<&str>::new());
        assert_eq!(words("Test", List::Placeholder), ["test"]);
        assert_eq!(words("青禾测试", List::Placeholder), Vec::<&str>::new());
    }

    #[test]
    fn a_city_counts_by_its_short_name_where_that_is_no_everyday_word() {
        let cities = |name: &str| Words::of(name).cities().map(|(_, hit)| hit.word).collect::<Vec<_>>();
        assert_eq!(cities("杭州美食记"), ["杭州"]);
        assert_eq!(cities("三明治做法"), Vec::<&str>::new());
        // In full it is a place.
        assert_eq!(cities("杭州市图书角"), Vec::<&str>::new());
    }

    #[test]
    fn fields_of_pre_approval_are_found_by_their_words() {
        let fields = Words::of("青禾新闻出版").pre_approvals().collect::<Vec<_>>();
        assert_eq!(fields, [PreApprovalKind::News, PreApprovalKind::Publishing]);
    }

    #[test]
    fn places_are_provinces_and_cities_in_full() {
        let places = |name: &str| Words::of(name).places().map(|(_, hit)| hit.word).collect::<Vec<_>>();
        assert_eq!(places("浙江风光"), ["浙江"]);
        assert_eq!(places("杭州市图书角"), ["杭州市"]);
        // A city's short name may be part of another word.
        assert_eq!(places("三明治做法"), Vec::<&str>::new());
    }

    #[test]
    fn no_listed_word_is_overlooked() {
        for Pattern { list, word, .. } in PATTERNS.iter().filter(|pattern| !pattern.is_sense) {
            assert!(BEGINNINGS.places_in(word).any(|start| start == 0), "{word}");
            let within = format!("明{word}远");
            let mut places = BEGINNINGS.places_in(&within);
            assert!(list.is_of_whole_names() || places.any(|start| start == '明'.len_utf8()), "{word}");
        }
    }

    #[test]
    fn patterns_that_begin_are_those_of_all_that_the_text_begins_with() {
        let texts = |patterns: &mut dyn Iterator<Item = &'static Pattern>| {
            let mut texts: Vec<&str> = patterns.map(|pattern| pattern.text).collect();
            texts.sort_unstable();
            texts
        };
        for Pattern { text, .. } in &*PATTERNS {
            for text in [(*text).to_owned(), format!("{text}网"), text.chars().skip(1).collect()] {
                let all = &mut PATTERNS.iter().filter(|pattern| text.starts_with(pattern.text));
                assert_eq!(texts(&mut patterns_that_begin(&text)), texts(all), "{text}");
            }
        }
    }

    #[test]
    fn most_names_look_like_no_listed_word() {
        let unlisted = ('一'..='丿').flat_map(|a| ('倀'..='倿').map(move |b| format!("{a}{b}")));
        let (taken, all) = unlisted
            .fold((0, 0), |(taken, all), name| (taken + BEGINNINGS.places_in(&name).count(), all + 1));
        assert!(taken * 10 < all, "{taken} of {all}");
        assert_eq!(BEGINNINGS.places_in("").count(), 0);
    }

    #[test]
    fn a_word_of_another_sense_is_none() {
        assert_eq!(words("交流电学习", List::RefusedToIndividuals), Vec::<&str>::new());
        assert_eq!(words("交流电与技术交流", List::RefusedToIndividuals), ["交流"]);
        assert_eq!(
            words("中医药学会", List::PreApproval(PreApprovalKind::DrugsMedicalDevices)),
            Vec::<&str>::new()
        );
        for (word, longer) in SENSES {
            let is_listed = PATTERNS.iter().any(|pattern| !pattern.is_sense && pattern.word == *word);
            assert!(is_listed, "{word}");
            assert!(longer.iter().all(|longer| longer.contains(word) && folded(longer) == *longer), "{word}");
        }
    }

    #[test]
    fn a_place_within_another_is_none() {
        let cities = |name: &str| Words::of(name).cities().map(|(_, hit)| hit.word).collect::<Vec<_>>();
        assert_eq!(cities("马鞍山学院"), ["马鞍山"]);
        assert_eq!(cities("鞍山学院"), ["鞍山"]);
    }

    #[test]
    fn lists_hold_each_word_once() {
        let mut seen = BTreeSet::new();
        for group in GROUPS {
            for word in group.words {
                assert!(seen.insert((group.list, *word)), "{word} twice in {:?}", group.list);
                assert_eq!(folded(word), *word);
            }
        }
        let is_refused = |word: &&str| seen.contains(&(List::RefusedToIndividuals, *word));
        let commercial = GROUPS.iter().filter(|group| group.list == List::Commercial);
        assert!(!commercial.flat_map(|group| group.words).any(is_refused));
        assert_eq!(EVERYDAY.iter().collect::<BTreeSet<_>>().len(), EVERYDAY.len());
    }
}
