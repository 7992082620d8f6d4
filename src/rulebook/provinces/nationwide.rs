//! What a provider says of every province in the same words: its own rule, or a national one, said once here.
//!
//! On the pages of the provinces the sentence stands 25 times and more; it tells nothing of the province.

use super::prelude::*;
use crate::rule::Provider;

/// Every authority has the filing commitment letter signed: so JD Cloud's pages on 29 provinces.
static COMMITMENT_LETTER: &BuiltIn<bool> = cells! {
    [EVERYONE] { true => jd::EVERY_PROVINCE }
};

static EVERYWHERE: Block = block! {
    commitment_letter: COMMITMENT_LETTER,
};

/// UCloud asks for certificates that are valid for three months, and individuals for the content of the site in the
/// remark, on the pages of 30 provinces.
static OF_UCLOUD: Block = block! {
    commitment_letter: COMMITMENT_LETTER,
    certificate_validity: cells! {
        [EVERYONE] { Months(3) => ucloud::EVERY_PROVINCE }
    },
    remarks: cells! {
        [INDIVIDUALS] { RemarkRule::Content => ucloud::EVERY_PROVINCE }
    },
};

/// What holds in every province for the orders of a provider, where the province has nothing of its own to say.
pub(crate) fn nationwide(provider: Option<Provider>) -> &'static Block {
    match provider {
        Some(Provider::Ucloud) => &OF_UCLOUD,
        _ => &EVERYWHERE,
    }
}
