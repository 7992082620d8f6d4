//! States and events, with the table of what leads where.

use serde::{Deserialize, Serialize};

use super::verifier::Verifier;
use crate::model::context::Context;
use crate::model::order::{Order, OrderKind};
use crate::rule::{documents, Chapter, Origin, Source};
use crate::text::Text;

/// How many wrong codes return an order.
pub(super) const WRONG_CODES: u8 = 6;

pub(super) const PRELIMINARY: Origin = Origin::Guide {
    chapters: &[
        Chapter::FirstFiling,
        Chapter::AccessFiling,
        Chapter::AddService,
        Chapter::AddServiceFromElsewhere,
        Chapter::ChangeFiling,
        Chapter::ChangeService,
    ],
    section: "核对信息并提交审核 · 审核专员会在1 - 2个工作日内进行审核并电话联系您沟通确认订单问题",
    form: None,
};

const SUBMISSION: Origin = Origin::Guide {
    chapters: &[
        Chapter::FirstFiling,
        Chapter::AccessFiling,
        Chapter::AddService,
        Chapter::AddServiceFromElsewhere,
        Chapter::ChangeFiling,
        Chapter::ChangeService,
    ],
    section: "核对信息并提交审核",
    form: None,
};

const SMS: Origin = Origin::Guide {
    chapters: &[
        Chapter::FirstFiling,
        Chapter::AccessFiling,
        Chapter::AddService,
        Chapter::AddServiceFromElsewhere,
        Chapter::ChangeFiling,
        Chapter::ChangeService,
        Chapter::DeregisterPrincipal,
        Chapter::DeregisterServices,
        Chapter::DeregisterServicesInBulk,
    ],
    section: "短信核验",
    form: None,
};

const AUTHORITY: Origin = Origin::Guide {
    chapters: &[
        Chapter::FirstFiling,
        Chapter::AccessFiling,
        Chapter::AddService,
        Chapter::AddServiceFromElsewhere,
        Chapter::ChangeFiling,
        Chapter::ChangeService,
        Chapter::DeregisterPrincipal,
        Chapter::DeregisterServices,
        Chapter::DeregisterServicesInBulk,
        Chapter::CancelAccess,
        Chapter::CancelAccessInBulk,
    ],
    section: "管局审核",
    form: None,
};

/// The chapters that say what happens after 24 hours.
pub(super) const SMS_OF_DEREGISTRATION: Origin = Origin::Guide {
    chapters: &[Chapter::DeregisterPrincipal, Chapter::DeregisterServices, Chapter::DeregisterServicesInBulk],
    section: "等待管局审核 · 如果您未进行短信核验操作，24小时后短信核验失败将会自动退回注销备案申请",
    form: None,
};

/// The chapters that say 20 working days.
pub(super) const AUTHORITY_ON_FILINGS: Origin = Origin::Guide {
    chapters: &[
        Chapter::FirstFiling,
        Chapter::AccessFiling,
        Chapter::AddService,
        Chapter::AddServiceFromElsewhere,
    ],
    section: "管局审核",
    form: None,
};

/// The chapters that say at once, or 1 to 20 working days.
pub(super) const AUTHORITY_ON_DEREGISTRATION: Origin = Origin::Guide {
    chapters: &[
        Chapter::DeregisterPrincipal,
        Chapter::DeregisterServices,
        Chapter::DeregisterServicesInBulk,
        Chapter::CancelAccess,
        Chapter::CancelAccessInBulk,
    ],
    section: "等待管局审核 · 部分省份会在1 - 20个工作日内",
    form: None,
};

pub(super) const AFTER_APPROVAL: Origin = Origin::Guide {
    chapters: &[
        Chapter::FirstFiling,
        Chapter::AccessFiling,
        Chapter::AddService,
        Chapter::AddServiceFromElsewhere,
    ],
    section: "ICP 备案后处理",
    form: None,
};

pub(super) const ORDER_LIMITS: Origin = Origin::Document(documents::LIMITS, "订单有效期");
pub(super) const REGULATION: Origin = Origin::Document(documents::FILING_REGULATION, "第十二条");
const REVIEW: Origin = Origin::Document(documents::REVIEW_FAQ, "提交初审了还可以修改备案信息么？");
const REFUSAL: Origin = Origin::Document(documents::REFUSALS, "备案被驳回后的处理期限是多长时间？");
pub(super) const SMS_GUIDE: Origin =
    Origin::Document(documents::SMS_GUIDE, "短信验证未通过（验证超时或验证失败）");
const WHO_VERIFIES: Origin = Origin::Document(documents::WHO_VERIFIES, "短信核验类型");

wire_names! {
    /// Where an order stands.
    pub enum State {
        /// Not submitted, or returned so long ago that it is a draft again.
        Draft = "draft" { zh: "草稿", en: "draft" },
        /// With the provider 初审.
        PreliminaryReview = "preliminary_review" { zh: "初审中", en: "under the provider's review" },
        /// Sent back to the applicant, by the provider or for want of the SMS.
        Returned = "returned" { zh: "已驳回", en: "sent back" },
        /// The responsible persons have to enter a code at the ministry's site 短信核验.
        SmsVerification = "sms_verification" { zh: "待短信核验", en: "awaiting SMS verification" },
        /// With the authority 等待管局审核.
        AuthorityReview = "authority_review" { zh: "等待管局审核", en: "under the authority's review" },
        /// Approved by the authority, or, of a move to another account, done.
        Approved = "approved" { zh: "审核通过", en: "approved" },
        /// Refused by the authority 管局驳回.
        Refused = "refused" { zh: "管局驳回", en: "rejected by the authority" },
        /// Given up by the applicant 放弃备案.
        Withdrawn = "withdrawn" { zh: "已放弃", en: "withdrawn" },
        /// A draft that was left alone too long.
        Lapsed = "lapsed" { zh: "已失效", en: "expired" },
    }
}

impl State {
    /// Whether nothing can happen to the order any more.
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Withdrawn | Self::Lapsed)
    }

    /// What it means for the applicant of an order of this kind, and what there is to do.
    ///
    /// ```
    /// use beian::progress::State;
    /// use beian::{Language, OrderKind};
    /// let text = State::AuthorityReview.guidance(OrderKind::CancelAccess).get(Language::Zh);
    /// assert!(text.contains("不能修改或撤回"));
    /// ```
    pub const fn guidance(self, order: OrderKind) -> Text {
        match self {
            Self::Draft => Text {
                zh: "订单尚未提交。草稿 30 天内未编辑、未提交即失效，须重新创建。",
                en: "The order has not been submitted. A draft that is neither edited nor submitted for 30 days expires and must be created anew.",
            },
            Self::PreliminaryReview => Text {
                zh: "接入商正在初审，一般需 1–2 个工作日。审核专员会来电核实，请保持联系方式畅通：首次未接通的，约 1 小时后再次拨打，仍未接通的，订单将被驳回。",
                en: "The provider is reviewing the order, which usually takes 1–2 working days. Stay reachable: the reviewer will call, try once more after about an hour, and send the order back if nobody answers.",
            },
            Self::Returned => Text {
                zh: "订单已被驳回。请按驳回原因修改后重新提交；超过 45 天未提交将转为草稿。",
                en: "The order was sent back. Correct what was named and resubmit it within 45 days, or it becomes a draft.",
            },
            Self::SmsVerification => Text {
                zh: "请相关负责人在 24 小时内登录工信部备案管理系统（https://beian.miit.gov.cn），凭 12381 短信中的 6 位验证码、手机号和证件号码后六位完成核验。逾期未完成，或验证码输错 6 次的，订单将被驳回。",
                en: "Within 24 hours, each responsible person concerned must enter the six-digit code texted by 12381, the mobile number and the last six characters of the certificate number at https://beian.miit.gov.cn. If this is not done in time, or after six wrong codes, the order is sent back.",
            },
            Self::AuthorityReview => Text {
                zh: "申请已提交管局，不能修改或撤回。审核结果将通过短信和邮件通知。",
                en: "The order is with the authority and can no longer be changed or withdrawn. You will be told the result by SMS and e-mail.",
            },
            Self::Approved if order.is_filing() => Text {
                zh: "备案已完成，可以开通服务。请在开通之日起 30 日内办理公安备案；经营性服务须另行申请经营许可证。",
                en: "The filing is complete and the service may open. File it with the public security authority within 30 days of opening; a commercial service needs a separate licence.",
            },
            Self::Approved => Text { zh: "申请已办结。", en: "The order is completed." },
            Self::Refused => Text {
                zh: "管局审核未通过。请按驳回原因修改后重新提交；超过 45 天未提交将转为草稿。",
                en: "The authority rejected the order. Correct what it named and resubmit the order within 45 days, or it becomes a draft.",
            },
            Self::Withdrawn => Text {
                zh: "订单已放弃。如仍需办理，请新建订单。",
                en: "The order was withdrawn. If you still need it, create a new one.",
            },
            Self::Lapsed => Text {
                zh: "草稿已失效，请新建订单。",
                en: "The draft has expired. Create a new order.",
            },
        }
    }

    /// Which document says so.
    pub fn source(self) -> Source {
        match self {
            Self::Draft | Self::Lapsed => ORDER_LIMITS,
            Self::PreliminaryReview | Self::Returned => PRELIMINARY,
            Self::SmsVerification => SMS,
            Self::AuthorityReview | Self::Approved => AUTHORITY,
            Self::Refused => REFUSAL,
            Self::Withdrawn => REVIEW,
        }
        .whole()
    }
}

wire_names! {
    /// Why an order was returned.
    pub enum ReturnCause {
        /// The provider's reviewer returned it.
        Reviewer = "reviewer" { zh: "初审未通过", en: "not approved by the provider" },
        /// The codes were not entered within 24 hours.
        SmsExpired = "sms_expired" { zh: "24 小时内未完成短信核验", en: "SMS verification not completed within 24 hours" },
        /// Too many wrong codes.
        WrongCodes = "wrong_codes" { zh: "短信验证码输错 6 次", en: "six wrong codes" },
    }
}

wire_names! {
    /// What can happen to an order.
    pub enum EventKind {
        /// The applicant edited it.
        Edited = "edited" { zh: "修改订单", en: "order edited" },
        /// The applicant submitted it 提交审核.
        Submitted = "submitted" { zh: "提交", en: "order submitted" },
        /// The applicant took it back to edit it 撤销备案, before the preliminary result.
        Recalled = "recalled" { zh: "撤回修改", en: "recalled for editing" },
        /// The applicant gave it up 放弃备案.
        Withdrawn = "withdrawn" { zh: "放弃订单", en: "withdrawn" },
        /// The provider passed it 初审通过.
        PreliminaryPassed = "preliminary_passed" { zh: "初审通过", en: "passed the provider's review" },
        /// The provider returned it 初审未通过.
        Returned = "returned" { zh: "初审未通过", en: "sent back by the provider" },
        /// The provider handed it over again without change, after the SMS was not done in time.
        HandedOverAgain = "handed_over_again" { zh: "重新发起短信核验", en: "submitted again for SMS verification" },
        /// One of the responsible persons entered the right code.
        CodeAccepted = "code_accepted" { zh: "一名负责人核验通过", en: "code accepted" },
        /// A wrong code was entered.
        CodeWrong = "code_wrong" { zh: "验证码错误", en: "wrong code" },
        /// Everybody who has to has entered a code: what the ministry reports as a whole.
        SmsVerified = "sms_verified" { zh: "短信核验完成", en: "SMS verification completed" },
        /// The authority approved it 管局审核通过.
        Approved = "approved" { zh: "管局审核通过", en: "approved by the authority" },
        /// The authority refused it 管局驳回.
        Refused = "refused" { zh: "管局驳回", en: "rejected by the authority" },
        /// The first of the order's services was opened 开通.
        Opened = "opened" { zh: "服务开通", en: "service opened" },
        /// The public-security filing was handed in 公安备案.
        PublicSecurityFiled = "public_security_filed" { zh: "提交公安备案", en: "public-security filing submitted" },
        /// By itself: the codes were not entered in time.
        SmsExpired = "sms_expired" { zh: "短信核验超时，订单驳回", en: "sent back because the SMS verification was not completed in time" },
        /// By itself: what was sent back was not submitted again in time.
        BecameDraft = "became_draft" { zh: "逾期未提交，转为草稿", en: "not resubmitted in time, now a draft" },
        /// By itself: the draft was left alone too long.
        Lapsed = "lapsed" { zh: "草稿失效", en: "draft expired" },
    }
}

impl EventKind {
    /// Whether it comes by itself with time. Such an event is never applied, only found in a history.
    pub const fn is_automatic(self) -> bool {
        matches!(self, Self::SmsExpired | Self::BecameDraft | Self::Lapsed)
    }

    /// Which document says so.
    pub fn source(self) -> Source {
        match self {
            Self::Edited | Self::BecameDraft | Self::Lapsed => ORDER_LIMITS,
            Self::Submitted => SUBMISSION,
            Self::Recalled | Self::Withdrawn => REVIEW,
            Self::PreliminaryPassed | Self::Returned => PRELIMINARY,
            Self::HandedOverAgain | Self::CodeWrong => SMS_GUIDE,
            Self::CodeAccepted => WHO_VERIFIES,
            Self::SmsVerified => SMS,
            Self::SmsExpired => SMS_OF_DEREGISTRATION,
            Self::Approved | Self::Refused => AUTHORITY,
            Self::Opened | Self::PublicSecurityFiled => AFTER_APPROVAL,
        }
        .whole()
    }
}

/// Declares the events: their kinds, with what some of them carry.
macro_rules! events {
    ($($(#[$meta:meta])* $variant:ident $({ $($(#[$fmeta:meta])* $field:ident: $type:ty),+ })?,)+) => {
        /// An event with what it carries. On the wire `"edited"`, or `{"code_accepted": {"by":
        /// "principal_responsible_person"}}`.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case", deny_unknown_fields)]
        #[non_exhaustive]
        pub enum Event { $($(#[$meta])* $variant $({ $($(#[$fmeta])* $field: $type),+ })?),+ }

        impl Event {
            /// Its kind.
            pub const fn kind(&self) -> EventKind {
                match self { $(Self::$variant { .. } => EventKind::$variant),+ }
            }
        }
    };
}

events! {
    /// The applicant edited it.
    Edited,
    /// The applicant submitted it.
    Submitted {
        /// Who has to enter a code; nobody where the order has no SMS step, or where only the whole is
        /// reported.
        verifiers: Vec<Verifier>
    },
    /// The applicant took it back to edit it.
    Recalled,
    /// The applicant gave it up.
    Withdrawn,
    /// The provider passed it.
    PreliminaryPassed,
    /// The provider returned it.
    Returned,
    /// The provider handed it over again without change.
    HandedOverAgain,
    /// One of the responsible persons entered the right code.
    CodeAccepted {
        /// Who.
        by: Verifier
    },
    /// A wrong code was entered.
    CodeWrong,
    /// Everybody who has to has entered a code.
    SmsVerified,
    /// The authority approved it.
    Approved,
    /// The authority refused it.
    Refused,
    /// The first of its services was opened.
    Opened,
    /// The public-security filing was handed in.
    PublicSecurityFiled,
    /// By itself: the codes were not entered in time.
    SmsExpired,
    /// By itself: what was sent back was not submitted again in time.
    BecameDraft,
    /// By itself: the draft was left alone too long.
    Lapsed,
}

impl Event {
    /// A submission that names nobody who has to enter a code: [`Event::SmsVerified`] is what follows.
    pub const fn submitted() -> Self {
        Self::Submitted { verifiers: Vec::new() }
    }

    /// A submission with those who have to enter a code.
    pub fn submitted_for(verifiers: impl IntoIterator<Item = Verifier>) -> Self {
        Self::Submitted { verifiers: verifiers.into_iter().collect() }
    }

    /// The submission of this order, with [those who have to enter a code](Verifier::of_order).
    pub fn submission_of(order: &Order, context: &Context) -> Self {
        Self::submitted_for(Verifier::of_order(order, context))
    }
}

/// The steps that an order goes through, by its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Route {
    /// Files services, which then open.
    Filing,
    Change,
    Deregistration,
    Cancelling,
    Migration,
}

/// The states in which the applicant may edit and submit an order.
const WITH_APPLICANT: &[State] = &[State::Draft, State::Returned, State::Refused];

/// The states in which it may be given up: until it is with the authority.
const BEFORE_AUTHORITY: &[State] =
    &[State::Draft, State::PreliminaryReview, State::Returned, State::SmsVerification, State::Refused];

impl Route {
    /// `None` for what is handed in on paper.
    pub(super) const fn of(kind: OrderKind) -> Option<Self> {
        Some(match kind {
            OrderKind::FirstFiling
            | OrderKind::AccessFiling
            | OrderKind::AddService
            | OrderKind::AddServiceFromElsewhere => Self::Filing,
            OrderKind::ChangeFiling | OrderKind::ChangeService => Self::Change,
            OrderKind::DeregisterPrincipal | OrderKind::DeregisterServices => Self::Deregistration,
            OrderKind::CancelAccess => Self::Cancelling,
            OrderKind::MigrateAccount => Self::Migration,
            OrderKind::DeregisterHollowPrincipal => return None,
        })
    }

    pub(super) const fn has_preliminary_review(self) -> bool {
        matches!(self, Self::Filing | Self::Change)
    }

    pub(super) const fn has_sms(self) -> bool {
        matches!(self, Self::Filing | Self::Change | Self::Deregistration)
    }

    const fn after_submission(self) -> State {
        match self {
            Self::Filing | Self::Change => State::PreliminaryReview,
            Self::Deregistration => State::SmsVerification,
            Self::Cancelling => State::AuthorityReview,
            Self::Migration => State::Approved,
        }
    }

    /// Where an event leads; `None` where it makes no sense. One accepted code of several, and one of the
    /// first wrong ones, stay in the state instead.
    pub(super) fn target(self, state: State, event: EventKind) -> Option<State> {
        let (from, target): (&[State], State) = match event {
            EventKind::Edited => (WITH_APPLICANT, state),
            EventKind::Submitted => (WITH_APPLICANT, self.after_submission()),
            EventKind::Recalled => (&[State::PreliminaryReview], State::Draft),
            EventKind::Withdrawn => (BEFORE_AUTHORITY, State::Withdrawn),
            EventKind::PreliminaryPassed => (&[State::PreliminaryReview], State::SmsVerification),
            EventKind::Returned => (&[State::PreliminaryReview], State::Returned),
            EventKind::HandedOverAgain if self.has_preliminary_review() => {
                (&[State::Returned], State::SmsVerification)
            }
            EventKind::CodeAccepted | EventKind::SmsVerified => {
                (&[State::SmsVerification], State::AuthorityReview)
            }
            EventKind::CodeWrong | EventKind::SmsExpired => (&[State::SmsVerification], State::Returned),
            EventKind::Approved => (&[State::AuthorityReview], State::Approved),
            EventKind::Refused => (&[State::AuthorityReview], State::Refused),
            EventKind::Opened | EventKind::PublicSecurityFiled if self == Self::Filing => {
                (&[State::Approved], state)
            }
            EventKind::BecameDraft => (&[State::Returned, State::Refused], State::Draft),
            EventKind::Lapsed => (&[State::Draft], State::Lapsed),
            EventKind::HandedOverAgain | EventKind::Opened | EventKind::PublicSecurityFiled => return None,
        };
        from.contains(&state).then_some(target)
    }
}
