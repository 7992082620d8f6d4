//! The context of an order: everything that a rule may look at besides the order itself.

use chrono::NaiveDate;

use crate::principal::Principal;
use crate::registry::Registry;
use crate::service::Service;

wire_object! {
    /// What is known besides the order. Nothing is read from a clock, a file or a network; what is absent makes
    /// the rules that need it [undetermined](crate::Undetermined).
    pub struct Context {
        @new {
            /// The day of submission, in China (UTC+8).
            today: NaiveDate;
        }
        /// The account that hands in the order.
        account, with_account: opt Account;
        /// The account that a filing moves to.
        target_account, with_target_account: opt TargetAccount;
        /// What is filed, with any provider, for what this order touches.
        registry, with_registry: opt Registry;
        /// The day that the order was last edited, of one that is kept as a draft.
        edited_on, with_edited_on: opt NaiveDate;
        /// What the check of the order's kind 验证备案类型 was passed with.
        type_verification, with_type_verification: opt TypeVerification;
    }
}

wire_object! {
    /// An account of the access provider.
    pub struct Account {
        /// Its id.
        id, with_id: opt String;
        /// The name that it was real-name verified with 实名认证.
        real_name, with_real_name: opt String;
        /// The day that the real-name verification was passed or last changed.
        real_name_verified_on, with_real_name_verified_on: opt NaiveDate;
        /// The mobile bound to it.
        [private] bound_mobile, with_bound_mobile: opt String;
        /// Whether it is of the China site.
        china_site, with_china_site: opt bool;
        /// Whether it is a main account, not a sub-account.
        main_account, with_main_account: opt bool;
        /// Ids of the accounts associated with it, which may issue licence codes.
        associated, with_associated: list String;
    }
}

wire_object! {
    /// What the check of an order's kind 验证备案类型 was passed with: the principal and the services as they then were.
    pub struct TypeVerification {
        /// The principal.
        principal, with_principal: opt Principal;
        /// The services.
        services, with_services: list Service;
    }
}

wire_object! {
    /// The account that a filing moves to.
    pub struct TargetAccount {
        /// Its id.
        id, with_id: opt String;
        /// The name that it was real-name verified with 实名认证.
        real_name, with_real_name: opt String;
        /// Whether it is of the China site.
        china_site, with_china_site: opt bool;
        /// Whether it is a main account, not a sub-account.
        main_account, with_main_account: opt bool;
        /// Whether it has filings.
        has_filings, with_has_filings: opt bool;
        /// Whether it has filing orders in progress.
        has_orders, with_has_orders: opt bool;
    }
}
