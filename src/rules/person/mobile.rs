//! A responsible person's mobile.

use crate::engine::context::CheckContext;
use crate::engine::nodes::ResponsiblePersonNode;
use crate::engine::outcome::Outcome;
use crate::path::{Key, Location};
use crate::report::{Need, Param};
use crate::rule::{documents, Step};
use crate::rules::person::{is_principals, other_organization};
use crate::rules::province::takes_any_mobile;
use crate::rules::remedies;
use crate::text::{filled, Masked};
use crate::value::{Mobile, MobileSegment};

rule! {
    /// A mainland mobile: eleven digits, the first 1, the second 3 to 9. `+86`, spaces and hyphens are read
    /// over.
    ///
    /// **Why.** Codes and calls of the reviewer go there.
    ///
    /// **Example.** A Hong Kong number.
    pub(super) MOBILE_INVALID = "person.mobile-invalid" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [reason, mobile],
        at: ["{responsible_person}/mobile"],
        sources: [
            stated(WITH_PRINCIPAL): Step::Principal.at("联系方式1"),
            stated(WITH_SERVICES): Step::Services.at("联系方式1"),
            standard(WITH_SERVICES): documents::NUMBERING_PLAN.at("全文"),
        ],
        miit: [1007, 1011],
        summary: {
            zh: "手机号须为中国大陆 11 位手机号码",
            en: "The mobile number must be a mainland number of 11 digits.",
        },
        message: {
            zh: "手机号（{mobile}）有误：{reason}。请填写负责人本人使用的手机号。",
            en: "The mobile number ({mobile}) is not valid: {reason}. Enter a number that the responsible person uses.",
        },
        check: [ResponsiblePerson(mobile_invalid)],
        remedy: remedies::mobile,
    }
}

fn mobile_invalid(_: &CheckContext<'_>, node: &ResponsiblePersonNode<'_>, out: &mut Outcome) {
    if let (Some(Err(reason)), Some(mobile)) = (node.mobile, filled(node.person.mobile.as_ref())) {
        out.find(&node.at, &[Key::Mobile], params![reason, mobile: Masked::of(mobile)]);
    }
}

rule! {
    /// The first digits are in no number range that is known to be given out for mobiles.
    ///
    /// **Why.** Ranges are added now and then; more often it is a typing error.
    ///
    /// **Example.** A number that begins with `154`.
    pub(super) MOBILE_SEGMENT_UNKNOWN = "person.mobile-segment-unknown" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [mobile],
        at: ["{responsible_person}/mobile"],
        sources: [
            stated(WITH_PRINCIPAL): Step::Principal.at("联系方式1"),
            stated(WITH_SERVICES): Step::Services.at("联系方式1"),
            standard(WITH_SERVICES): documents::NUMBERING_PLAN.at("全文"),
        ],
        summary: {
            zh: "手机号不在已知号段内",
            en: "The mobile number is in no known number range.",
        },
        message: {
            zh: "手机号（{mobile}）不在已知号段内，请核对是否填错。",
            en: "The mobile number ({mobile}) is in no known number range. Check that it is typed correctly.",
        },
        check: [ResponsiblePerson(mobile_segment_unknown)],
    }
}

fn mobile_segment_unknown(_: &CheckContext<'_>, node: &ResponsiblePersonNode<'_>, out: &mut Outcome) {
    if let Some(Ok(mobile)) = node.mobile {
        if mobile.segment().is_none() {
            out.find(&node.at, &[Key::Mobile], params![mobile: Masked::of(mobile.as_str())]);
        }
    }
}

rule! {
    /// The mobile was verified by an SMS code.
    ///
    /// **Why.** The form goes on only after the code.
    ///
    /// **Example.** `mobile_verified` is false.
    pub(super) MOBILE_UNVERIFIED = "person.mobile-unverified" {
        severity: Blocker,
        actor: ResponsiblePerson,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [],
        at: ["{responsible_person}/mobile_verified"],
        sources: [
            stated(WITH_PRINCIPAL): Step::Principal.at("验证码"),
            stated(WITH_SERVICES): Step::Services.at("验证码"),
        ],
        summary: {
            zh: "手机号须通过短信验证码验证",
            en: "The mobile number must be verified by an SMS code.",
        },
        message: {
            zh: "手机号尚未通过短信验证。请获取验证码并正确填写。",
            en: "The mobile number has not been verified. Request the SMS code and enter it.",
        },
        check: [ResponsiblePerson(mobile_unverified)],
    }
}

fn mobile_unverified(_: &CheckContext<'_>, node: &ResponsiblePersonNode<'_>, out: &mut Outcome) {
    if let Some(Ok(_)) = node.mobile {
        match node.person.mobile_verified {
            Some(true) => {}
            Some(false) => out.find(&node.at, &[Key::MobileVerified], params![]),
            None => out.needs_input(&node.at, &[Key::MobileVerified]),
        }
    }
}

rule! {
    /// The mobile of an individual's responsible person is the one bound to the account. Of an addition to a filing
    /// here the guide does not say so.
    ///
    /// **Why.** The individual and the account's owner are the same person.
    ///
    /// **Example.** An individual gives a second number.
    pub(super) MOBILE_NOT_ACCOUNT_BOUND = "person.mobile-not-account-bound" {
        severity: Blocker,
        orders: STATED_ANEW | CHANGE_FILING,
        needs: [Account, Inputs],
        params: [mobile, bound_mobile],
        at: ["/principal/responsible_person/mobile"] of Individual,
        sources: [
            stated(STATED_ANEW): Step::Principal.at("联系方式1"),
            stated(CHANGE_FILING): Step::Principal.at("个人备案时，若您备案中主办者的手机号未与账号绑定手机一致"),
            stated(STATED_ANEW | CHANGE_FILING): documents::LIMITS.at("联系方式"),
        ],
        providers: [Tencent],
        summary: {
            zh: "个人备案的手机号须为账号绑定手机号",
            en: "An individual must use the mobile number bound to the account.",
        },
        message: {
            zh: "个人备案须使用账号绑定的手机号（{bound_mobile}），此处填写的是 {mobile}。请改填绑定的手机号，或先为账号更换绑定的手机号。",
            en: "An individual must use the mobile number bound to the account ({bound_mobile}), but {mobile} was entered. Enter the bound number, or bind this one to the account first.",
        },
        check: [ResponsiblePerson(mobile_not_account_bound)],
    }
}

fn mobile_not_account_bound(cx: &CheckContext<'_>, node: &ResponsiblePersonNode<'_>, out: &mut Outcome) {
    let Some(Ok(mobile)) = node.mobile.filter(|_| is_principals(cx, node)) else { return };
    let Some(account) = out.account(cx) else { return };
    let Some(bound) = filled(account.bound_mobile.as_ref()) else {
        return out.needs_context(&[Key::Account, Key::BoundMobile]);
    };
    if Mobile::parse(bound).ok() != Some(mobile) {
        out.find(
            &node.at,
            &[Key::Mobile],
            params![
                mobile: Masked::of(mobile.as_str()),
                bound_mobile: Masked::of(bound),
            ],
        );
    }
}

rule! {
    /// A mobile that is filed for the responsible person of another principal.
    ///
    /// One page says that a number serves one principal, another leaves it to the provinces.
    ///
    /// **Why.** Many authorities refuse it.
    ///
    /// **Example.** An agency's mobile in the filings of all its customers.
    pub(super) MOBILE_OF_OTHER_PRINCIPAL = "person.mobile-of-other-principal" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [filing_number],
        at: ["{responsible_person}/mobile"],
        sources: [
            stated(WITH_SERVICES): documents::SITE_FAQ.at("备案的网站负责人手机号码能重复使用吗？"),
            stated(WITH_SERVICES): documents::PRINCIPAL_FAQ.at("一个手机号/固定电话能否备案多个主体？"),
            stated(WITH_SERVICES): documents::REFUSAL_REASONS.at("电话号码问题"),
            stated(WITH_SERVICES): documents::REFUSALS_OF_HUAWEI.at("主体与负责人信息 · 联系方式问题"),
        ],
        summary: {
            zh: "手机号不宜用于多个主体",
            en: "A mobile number should not be used for several principals.",
        },
        message: {
            zh: "该手机号已用于其他主办者的备案（{filing_number}），多数省份会驳回。建议换用未在其他备案中使用的手机号。",
            en: "This mobile number is already on file for another principal ({filing_number}); most provinces reject that. Enter one that no other principal's filing uses.",
        },
        check: [ResponsiblePerson(mobile_of_other_principal)],
    }
}

fn mobile_of_other_principal(cx: &CheckContext<'_>, node: &ResponsiblePersonNode<'_>, out: &mut Outcome) {
    let Some(Ok(mobile)) = node.mobile else { return };
    if !cx.is_identified(out) {
        return;
    }
    let Some(registry) = out.registry(cx) else { return };
    // Of the person that it belongs to another rule speaks.
    let persons = other_organization(cx, node, registry).ok().flatten();
    let others = registry
        .principals_with_mobile(mobile)
        .filter(|filed| !persons.is_some_and(|other| other.is_same(filed)));
    match cx.first_other(others, |filed| filed) {
        Ok(Some(other)) => {
            let number = Param::name(other.filing_number.as_deref().unwrap_or("?"));
            out.find(&node.at, &[Key::Mobile], params![filing_number: number]);
        }
        Ok(None) if !registry.is_complete() => out.needs(Need::Registry),
        Ok(None) => {
            if let Some(unknown) = cx.unphoned_of_others() {
                out.needs_unknown(cx, unknown);
            }
        }
        Err(unknown) => out.needs_unknown(cx, unknown),
    }
}

rule! {
    /// Numbers of virtual operators and data cards, of which some do not receive the ministry's SMS. Which ones is
    /// not published.
    ///
    /// **Inferred.** The page says that the form does not take every segment, and to use another number; it names none.
    /// Those of virtual operators and data cards are the ones that are short of services.
    ///
    /// **Age.** The newest text that says so is of 2022.
    ///
    /// **Why.** A check that cannot be passed returns the order.
    ///
    /// **Example.** A number that begins with 170.
    pub(super) MOBILE_MAY_MISS_SMS = "person.mobile-may-miss-sms" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [mobile, segment],
        at: ["{responsible_person}/mobile"],
        sources: [inferred(WITH_SERVICES): documents::PRINCIPAL_FAQ.at("填写手机号码信息时，提示不支持该手机号段，怎么办？")],
        summary: {
            zh: "虚拟运营商和数据卡号段可能收不到核验短信",
            en: "Numbers of virtual operators and data cards may not receive the verification SMS.",
        },
        message: {
            zh: "手机号（{mobile}）属于{segment}，可能收不到工信部核验短信。建议改用基础电信运营商的手机号。",
            en: "The mobile number ({mobile}) is in a {segment} and may not receive the ministry's verification SMS. Consider a number of one of the main operators.",
        },
        check: [ResponsiblePerson(mobile_may_miss_sms)],
    }
}

fn mobile_may_miss_sms(_: &CheckContext<'_>, node: &ResponsiblePersonNode<'_>, out: &mut Outcome) {
    let Some(Ok(mobile)) = node.mobile else { return };
    if let Some(segment @ (MobileSegment::Virtual | MobileSegment::Data)) = mobile.segment() {
        out.find(&node.at, &[Key::Mobile], params![mobile: Masked::of(mobile.as_str()), segment: segment]);
    }
}

rule! {
    /// A responsible person's mobile belongs to the province of the filing. Silent where the province is known not to ask it; where
    /// it is known to, `province.mobile-not-local` says so.
    ///
    /// Advice, as the province's practice is not known.
    ///
    /// **Why.** Some send an order back whose mobile is of another province.
    ///
    /// **Example.** A number of Sichuan for a company of Zhejiang.
    pub(super) MOBILE_OUT_OF_PROVINCE = "person.mobile-out-of-province" {
        severity: Advice,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [mobile, location, province],
        at: ["{responsible_person}/mobile"],
        sources: [
            stated(WITH_SERVICES): documents::REFUSAL_REASONS.at("电话号码问题"),
            stated(WITH_SERVICES): documents::PRINCIPAL_FAQ.at("备案手机号码必须填写本省的吗？"),
            stated(WITH_SERVICES): documents::REFUSALS_OF_HUAWEI.at("主体与负责人信息 · 联系方式问题"),
        ],
        summary: {
            zh: "负责人手机号宜为备案省份的号码",
            en: "A responsible person's mobile number should be from the province of the filing.",
        },
        message: {
            zh: "手机号（{mobile}）的归属地为{location}，而备案省份为{province}，部分管局会驳回。建议改用{province}的手机号。",
            en: "The mobile number ({mobile}) is registered in {location}, but the filing is in {province}; some authorities reject that. Consider a number from {province}.",
        },
        check: [ResponsiblePerson(mobile_out_of_province)],
    }
}

fn mobile_out_of_province(cx: &CheckContext<'_>, node: &ResponsiblePersonNode<'_>, out: &mut Outcome) {
    let (Some(Ok(mobile)), Some(province)) = (node.mobile, cx.province) else { return };
    if node.person.mobile_province.is_none() && out.is_undetermined() {
        return;
    }
    if takes_any_mobile(cx) || out.is_blocked(&Location::ROOT, &[Key::Principal, Key::Region]) {
        return;
    }
    match node.person.mobile_province {
        None => out.needs_input(&node.at, &[Key::MobileProvince]),
        Some(location) if location != province => {
            let params = params![mobile: Masked::of(mobile.as_str()), location, province];
            out.find(&node.at, &[Key::Mobile], params);
        }
        Some(_) => {}
    }
}
