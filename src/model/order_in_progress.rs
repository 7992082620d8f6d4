//! Orders in progress 在途订单.

use crate::model::certificate::Certificate;
use crate::model::order::OrderKind;

wire_object! {
    /// An order in progress.
    pub struct OrderInProgress {
        /// Its kind.
        kind, with_kind: opt OrderKind;
        /// The filing number that it is about.
        filing_number, with_filing_number: opt String;
        /// The account that handed it in.
        account, with_account: opt String;
        /// The certificate of its principal, of one that has no filing number yet.
        certificate, with_certificate: opt Certificate;
        /// The domains that it files; absent, they are not known.
        domains, with_domains: optlist String;
        /// The filing authorisation codes that it uses; absent, they are not known.
        license_codes, with_license_codes: optlist String;
    }
}
