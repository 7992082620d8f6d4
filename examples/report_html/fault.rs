//! What a finding says in short.

use beian::{Finding, Language};

/// The first sentence of what a finding says: the fault itself.
pub(crate) fn fault(finding: &Finding, language: Language) -> String {
    let message = finding.message(language).to_string();
    let mut depth = 0_usize;
    for (at, c) in message.char_indices() {
        let (before, behind) = message.split_at(at);
        match c {
            '“' | '（' | '(' | '《' => depth += 1,
            '”' | '）' | ')' | '》' => depth = depth.saturating_sub(1),
            '。' if depth == 0 => return before.to_owned(),
            // "example.com" ends no sentence, nor does "e.g. ".
            '.' if depth == 0 => {
                let mut next = behind.chars().skip(1);
                if next.next() == Some(' ') && next.next().is_some_and(char::is_uppercase) {
                    return before.to_owned();
                }
            }
            _ => {}
        }
    }
    message.trim_end_matches(['。', '.']).to_owned()
}
