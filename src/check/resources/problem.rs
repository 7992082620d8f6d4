//! Why a resource cannot carry a filing.

use chrono::NaiveDate;

use crate::model::resource::{Billing, LicenseCodeState, ResourceKind, ServerProduct};
use crate::path::Key;
use crate::text::Text;

problems! {
    /// Why a resource cannot carry a filing.
    pub enum ResourceProblem<'a> {
        /// It belongs to another account.
        NotInAccount {
            /// The account that owns it.
            account: &'a str,
            /// The account that hands in the order.
            order_account: &'a str,
        } = "not_in_account" breaks "resource.not-in-account", account => order_account,
            "云资源不属于提交备案的账号" / "the resource does not belong to the order's account";
        /// It stands outside mainland China.
        OutsideMainland = "outside_mainland" breaks "resource.outside-mainland", false => true,
            "云资源不在中国大陆地域" / "the resource is outside mainland China";
        /// It has no public address.
        NoPublicIp = "no_public_ip" breaks "resource.no-public-ip", NOTHING => Key::PublicIp,
            "云服务器没有公网 IP" / "the server has no public IP address";
        /// It is billed by use.
        NotPrepaid {
            /// How it is billed.
            billing: Billing,
            /// How it has to be billed.
            required: Billing,
        } = "not_prepaid" breaks "resource.not-prepaid", billing => required,
            "服务器不是包年包月" / "the server is not prepaid";
        /// It was bought for too few months.
        PurchaseTooShort {
            /// For how many, renewals counted.
            months: u32,
            /// For how many at least.
            min: u32,
        } = "purchase_too_short" breaks "resource.purchase-too-short", months => min,
            "服务器购买时长（月）不足" / "the server was bought for too short a period (months)";
        /// It ends too soon.
        RemainingTooShort {
            /// The last day that it is paid for.
            expires_on: NaiveDate,
            /// Until when it has to be paid for.
            earliest: NaiveDate,
            /// How many months have to be left.
            months: u32,
        } = "remaining_too_short" breaks "resource.remaining-too-short", expires_on => earliest,
            "服务器剩余有效期不足" / "the server expires too soon";
        /// It has ended.
        Expired {
            /// The last day that it was paid for.
            expires_on: NaiveDate,
            /// The day of submission.
            today: NaiveDate,
        } = "expired" breaks "resource.expired", expires_on => today,
            "云资源已到期" / "the resource has expired";
        /// It ends before the review does.
        EndsDuringReview {
            /// The last day that it is paid for.
            expires_on: NaiveDate,
            /// The last day of the longest review.
            review_ends: NaiveDate,
        } = "ends_during_review" breaks "resource.ends-during-review", expires_on => review_ends,
            "云服务器在审核期间到期" / "the server expires during the review";
        /// Its public address is none of the internet.
        AddressNotPublic = "not_public" breaks "resource.public-ip-malformed", PRIVATE => PUBLIC,
            "公网 IP 是内网或保留地址" / "the public IP address is private or reserved";
        /// Its public address is no address.
        AddressMalformed = "no_address" breaks "resource.public-ip-malformed", NO_ADDRESS => PUBLIC,
            "公网 IP 不是 IP 地址" / "the public IP address is not a valid IP address";
        /// No resource package was bought.
        PackageMissing = "package_missing" breaks "resource.serverless-package-missing", false => true,
            "未购买 Serverless 资源包" / "no serverless package was bought";
        /// It is not bound to a server.
        Unbound = "unbound" breaks "resource.load-balancer-unbound", NOTHING => ResourceKind::CloudServer,
            "未绑定云服务器" / "the resource is not bound to a cloud server";
        /// The code is not given.
        CodeMissing = "code_missing" breaks "resource.license-code-unresolved", NOTHING => Key::Code,
            "未填写备案授权码" / "the filing authorisation code is missing";
        /// The code is used up.
        CodeUsed {
            /// Its state.
            state: LicenseCodeState,
        } = "used" breaks "resource.license-code-unresolved", state => LicenseCodeState::Unused,
            "备案授权码已使用" / "the filing authorisation code has been used";
        /// The code is void.
        CodeVoid {
            /// Its state.
            state: LicenseCodeState,
        } = "void" breaks "resource.license-code-unresolved", state => LicenseCodeState::Unused,
            "备案授权码已失效" / "the filing authorisation code is no longer valid";
        /// The code was issued to another account.
        CodeForOtherAccount {
            /// The account that it was issued to.
            account: &'a str,
            /// The account that hands in the order.
            order_account: &'a str,
        } = "other_account" breaks "resource.license-code-unresolved", account => order_account,
            "备案授权码不是为本账号申请的" / "the filing authorisation code was issued to another account";
        /// The code was issued by an account that is not associated.
        IssuerNotAssociated {
            /// The account that issued it.
            issuer: &'a str,
            /// The associated accounts.
            associated: &'a [String],
        } = "issuer_not_associated" breaks "resource.license-code-unresolved", issuer => Associated(associated),
            "申请备案授权码的账号不是关联账号" / "the account that issued the filing authorisation code is not associated with this one";
        /// More services than it carries.
        QuotaExceeded {
            /// How many would be filed on it.
            count: u32,
            /// How many it carries.
            max: u32,
        } = "quota_exceeded" breaks "resource.quota-exceeded", count => max,
            "超过云资源可备案的服务数" / "more services than the resource can carry";
        /// What was deregistered counts, and there is no room left.
        SlotsSpent {
            /// How many would be filed on it.
            count: u32,
            /// How many were deregistered.
            deregistered: u32,
            /// How many it carries.
            max: u32,
        } = "slots_spent" breaks "resource.slots-spent", count.saturating_add(*deregistered) => max,
            "已注销的服务仍占用备案数量" / "deregistered services still count towards the resource's limit";
        /// Its bandwidth to the internet is nothing.
        NoBandwidth = "no_bandwidth" breaks "resource.no-bandwidth", 0_u32 => 1_u32,
            "云服务器公网带宽为 0" / "the server has no public bandwidth";
        /// It is a public address alone.
        LoneAddress {
            /// What it was sold as.
            product: ServerProduct,
        } = "lone_address" breaks "resource.lone-address", product => ResourceKind::CloudServer,
            "仅有弹性公网 IP" / "the resource is only an elastic public IP address";
    }
}

const NOTHING: Text = Text { zh: "无", en: "none" };
const PRIVATE: Text = Text { zh: "内网或保留地址", en: "a private or reserved address" };
const NO_ADDRESS: Text = Text { zh: "不是 IP 地址", en: "not an IP address" };
const PUBLIC: Text = Text { zh: "公网地址", en: "a public address" };

/// Accounts, as a parameter.
struct Associated<'a>(&'a [String]);

impl crate::check::problems::Compared for Associated<'_> {
    fn param(&self) -> crate::text::Param {
        self.0.iter().map(|id| crate::text::Param::name(id.trim())).collect()
    }
}
