//! The context of an order: everything that a rule may look at besides the order itself.

use chrono::NaiveDate;

use crate::model::principal::Principal;
use crate::model::registry::Registry;
use crate::model::service::Service;

wire_object! {
    /// What is known besides the order. Nothing is read from a clock, a file or a network; what is absent
    /// makes the rules that need it [undetermined](crate::Undetermined).
    ///
    /// ```
    /// use beian::registry::FiledPrincipal;
    /// use beian::{Account, Context, Registry};
    /// use chrono::NaiveDate;
    ///
    /// let filed = FiledPrincipal::new().with_filing_number("浙ICP备2023000001号");
    /// let context = Context::new(NaiveDate::from_ymd_opt(2026, 11, 23).unwrap())
    ///     .with_account(Account::new().with_id("100001").with_main_account(true))
    ///     .with_registry(Registry::new([filed], []));
    /// assert!(context.registry.is_some_and(|registry| registry.is_complete()));
    /// ```
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
        /// The day that the order was last edited, of one that is kept as a draft; absent, it is none.
        edited_on, with_edited_on: plain NaiveDate;
        /// What the check of the order's kind 验证备案类型 was passed with.
        type_verification, with_type_verification: opt TypeVerification;
        /// What the national register of businesses says of the principal.
        business_register, with_business_register: opt BusinessRecord;
    }
}

wire_object! {
    /// An account of the access provider.
    ///
    /// ```
    /// use beian::{validate, Account, Context, Order, Principal, Rulebook};
    /// use beian::order::Filing;
    ///
    /// let account = Account::new().with_id("100001").with_real_name("杭州云澜测试科技有限公司");
    /// let context = Context::new(chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()).with_account(account);
    /// let other = Principal::new().with_name("宁波青禾测试商贸有限公司");
    /// let order = Order::FirstFiling(Filing::new().with_principal(other));
    /// let report = validate(&order, &context, &Rulebook::default());
    /// assert!(report.find("principal.name-account-mismatch", "/principal/name").is_ok());
    /// ```
    pub struct Account {
        /// Its id.
        id, with_id: opt String;
        /// The name that it was real-name verified with 实名认证.
        real_name, with_real_name: opt String;
        /// The day that the real-name verification was passed or last changed.
        real_name_verified_on, with_real_name_verified_on: plain NaiveDate;
        /// The mobile bound to it.
        [private] bound_mobile, with_bound_mobile: opt String;
        /// Whether it is of the China site.
        china_site, with_china_site: opt bool;
        /// Whether it is a main account, not a sub-account.
        main_account, with_main_account: opt bool;
        /// Ids of the accounts associated with it, which may issue filing authorisation codes.
        associated, with_associated: list String;
    }
}

wire_object! {
    /// What the check of an order's kind 验证备案类型 was passed with: the principal and the services as they then
    /// were.
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

wire_names! {
    /// What the register says of a business 登记状态.
    pub enum BusinessStatus {
        /// In business 存续.
        Active = "active" { zh: "存续", en: "in business" },
        /// On the list of abnormal operations 经营异常.
        Abnormal = "abnormal" { zh: "列入经营异常名录", en: "on the list of abnormal operations" },
        /// On the list of serious violations 严重违法失信.
        SeriousViolation = "serious_violation" { zh: "列入严重违法失信名单", en: "on the list of serious violations" },
        /// Its licence was revoked 吊销.
        Revoked = "revoked" { zh: "吊销", en: "revoked" },
        /// Deregistered 注销.
        Deregistered = "deregistered" { zh: "注销", en: "deregistered" },
    }
}

impl BusinessStatus {
    /// Whether a filing is refused for it.
    pub const fn is_obstacle(self) -> bool {
        !matches!(self, Self::Active)
    }
}

wire_object! {
    /// What the national register of businesses 国家企业信用信息公示系统 says of the principal.
    pub struct BusinessRecord {
        /// Name 名称.
        name, with_name: opt String;
        /// Number: the credit code, else the registration number.
        [private] number, with_number: opt String;
        /// Address 住所.
        [private] address, with_address: opt String;
        /// Status 登记状态.
        status, with_status: opt BusinessStatus;
        /// Business scope 经营范围.
        scope, with_scope: opt String;
    }
}
