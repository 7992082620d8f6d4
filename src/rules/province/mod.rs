//! Rules of the group `province`: what the authority of the principal's province asks beyond the national rules.
//!
//! Each rule looks its dimension up in the block of the province. A settled cell that is broken is a blocker, a reported one
//! a warning that names who reported it, a contested one a warning that names the readings, and a blocker where every
//! reading refuses. What the pages on the province do not mention is not asked. Where nothing is known, the rule is
//! undetermined, and only where what some other province asks would be broken.

mod asked;
mod contacts;
mod documents;
mod domains;
mod filed;
mod individuals;
mod numbers;
mod responsible_persons;
mod services;
mod standing;

pub(crate) use asked::Refusal;
pub(crate) use contacts::{
    asks_for_emergency_contact, takes_any_emergency_contact, takes_any_mobile,
    takes_emergency_contact_of_others, wants_emergency_contact,
};
pub(crate) use documents::{asks_for_commitment_letter, document_age, domain_certificates};
pub(crate) use filed::{
    speaks_of_change, speaks_of_filed_data, speaks_of_filed_name, speaks_of_filed_services,
};
pub(crate) use numbers::{access_services_over_limit, distinct, prevails};
pub(crate) use responsible_persons::speaks_of_responsible_person;
pub(crate) use standing::fact;

use crate::rule::documents::PROVINCES;
use crate::rule::{Grade, Place, Severity};

/// What all the rules rest on; a finding names the document of its own fact.
const PRACTICE: Place = Place::Document(PROVINCES, "各省管局要求");

/// The grades of what rests on a cell of the province table.
pub(crate) const BY_STANDING: &[Grade] = &[Grade::new(
    Severity::Warning,
    "该省要求仅有个别来源，或各来源说法不一且并非均不符合时",
    "where the province's cell is reported only, or contested and some reading is met",
)];

group! {
    responsible_persons::RESPONSIBLE_PERSON_NOT_LEGAL_REPRESENTATIVE,
    responsible_persons::AUTHORIZATION_LETTER_MISSING,
    responsible_persons::SERVICE_RESPONSIBLE_PERSON_NOT_ACCEPTED,
    individuals::INDIVIDUAL_NOT_ACCEPTED,
    individuals::INDIVIDUAL_UNDER_AGE,
    responsible_persons::RESPONSIBLE_PERSON_UNDER_AGE,
    individuals::INDIVIDUAL_OUT_OF_PROVINCE,
    individuals::RESIDENCE_PROOF_MISSING,
    individuals::CERTIFICATE_NOT_ACCEPTED,
    individuals::CERTIFICATE_VALIDITY_TOO_SHORT,
    responsible_persons::FOREIGN_LEGAL_REPRESENTATIVE,
    responsible_persons::RESPONSIBLE_PERSON_OF_SEVERAL_PRINCIPALS,
    contacts::PHONES_NOT_DISTINCT,
    contacts::MOBILE_NOT_LOCAL,
    contacts::ADDRESS_CROSSES_CITY,
    contacts::ADDRESS_NOT_ACCEPTED,
    numbers::SERVICES_OVER_LIMIT,
    numbers::TOTAL_SERVICES_OVER_LIMIT,
    numbers::SITE_PLAN_MISSING,
    domains::DOMAIN_VALIDITY_TOO_SHORT,
    domains::REGISTRANT_NOT_ACCEPTED,
    domains::DOMAIN_SUFFIX_NOT_ACCEPTED,
    domains::DOMAIN_WORD_NOT_ACCEPTED,
    domains::SEVERAL_DOMAINS,
    services::NAME_NOT_ACCEPTED,
    services::REMARK_MISSING,
    services::CONTENT_NOT_ACCEPTED,
    services::SERVICE_OPEN_BEFORE_FILING,
    documents::DOCUMENT_MISSING,
    filed::HOLLOW_PRINCIPAL,
    filed::ORDER_KIND_UNAVAILABLE,
    filed::CHANGE_NOT_ACCEPTED,
    filed::FILED_SERVICE_NOT_IN_ORDER,
    filed::PRINCIPAL_DIFFERS_FROM_REGISTRY,
}
