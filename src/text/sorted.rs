//! What is kept in order, in little code: the sorts and trees of the standard library are compiled once for each type.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::collections::BTreeSet;

use serde::ser::{Serialize, SerializeMap, Serializer};

/// Sorts items that are many only where an order is hostile; those that are equal keep their order.
///
/// Places are sorted in place of the items, so that all types share one sort.
pub(crate) fn sort_by<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let compared = |a: usize, b: usize| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    };
    let Some(order) = order_of(items.len(), &compared) else { return };
    let mut unsorted: Vec<Option<T>> = Vec::with_capacity(items.len());
    unsorted.extend(items.drain(..).map(Some));
    for place in order {
        items.extend(unsorted.get_mut(place).and_then(Option::take));
    }
}

/// The places of so many items in their order; `None` where they are in order.
fn order_of(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Option<Vec<usize>> {
    if (1..count).all(|place| compare(place - 1, place) != Ordering::Greater) {
        return None;
    }
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|a, b| compare(*a, *b));
    Some(places)
}

/// A set of these items. Collected into one, they would be sorted first.
pub(crate) fn set<T: Ord>(items: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    for item in items {
        set.insert(item);
    }
    set
}

/// Whether two sets have an item in common.
pub(crate) fn share_any<T: Ord>(a: &BTreeSet<T>, b: &BTreeSet<T>) -> bool {
    a.iter().any(|item| b.contains(item))
}

/// A map of few entries in the order of their keys. Taking one in moves what is behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sorted<K, V>(Vec<(K, V)>);

impl<K, V> Default for Sorted<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord, V> Sorted<K, V> {
    /// Where a key is, or where it belongs.
    fn place<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        self.0.binary_search_by(|(known, _)| known.borrow().cmp(key))
    }

    pub(crate) fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        let (_, value) = self.0.get(self.place(key).ok()?)?;
        Some(value)
    }

    pub(crate) fn contains<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.place(key).is_ok()
    }

    /// Takes an entry in, in place of one of its key, which it gives back.
    pub(crate) fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self.place(&key) {
            Ok(at) => self.0.get_mut(at).map(|(_, known)| std::mem::replace(known, value)),
            Err(at) => {
                self.0.insert(at, (key, value));
                None
            }
        }
    }

    /// Changes the value of a key; of one that is not there yet, what is made.
    pub(crate) fn change(&mut self, key: K, make: impl FnOnce() -> V, change: impl FnOnce(&mut V)) {
        let at = match self.place(&key) {
            Ok(at) => at,
            Err(at) => {
                self.0.insert(at, (key, make()));
                at
            }
        };
        if let Some((_, value)) = self.0.get_mut(at) {
            change(value);
        }
    }

    pub(crate) fn iter(&self) -> std::slice::Iter<'_, (K, V)> {
        self.0.iter()
    }

    pub(crate) fn values(&self) -> impl Iterator<Item = &V> {
        self.0.iter().map(|(_, value)| value)
    }

    pub(crate) fn into_entries(self) -> Vec<(K, V)> {
        self.0
    }
}

impl<K: Serialize + Ord, V: Serialize> Serialize for Sorted<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in &self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::{set, sort_by, Sorted};

    proptest! {
        #[test]
        fn items_are_sorted_as_the_standard_library_sorts(mut items in prop::collection::vec((0..9_u8, any::<u8>()), 0..40)) {
            let mut known = items.clone();
            known.sort_by_key(|(key, _)| *key);
            sort_by(&mut items, |(a, _), (b, _)| a.cmp(b));
            prop_assert_eq!(&items, &known);
            prop_assert_eq!(set(items.clone()), items.into_iter().collect());
        }

        #[test]
        fn it_is_what_a_tree_is(entries in prop::collection::vec((0..20_u32, any::<u32>()), 0..60)) {
            let (mut sorted, mut tree) = (Sorted::default(), BTreeMap::new());
            for (key, value) in entries {
                if value % 3 == 0 {
                    sorted.change(key, || 7_u32, |known: &mut u32| *known = known.wrapping_add(value));
                    let known = tree.entry(key).or_insert(7_u32);
                    *known = known.wrapping_add(value);
                } else {
                    prop_assert_eq!(sorted.insert(key, value), tree.insert(key, value));
                }
                for key in 0..20 {
                    prop_assert_eq!(sorted.get(&key), tree.get(&key));
                    prop_assert_eq!(sorted.contains(&key), tree.contains_key(&key));
                }
            }
            prop_assert_eq!(serde_json::to_string(&sorted).unwrap(), serde_json::to_string(&tree).unwrap());
            prop_assert_eq!(sorted.into_entries(), tree.into_iter().collect::<Vec<_>>());
        }
    }
}
