//! Who a domain belongs to.

use crate::engine::context::CheckContext;
use crate::engine::filed::Known;
use crate::engine::nodes::DomainNode;
use crate::engine::outcome::Outcome;
use crate::model::certificate::Certificate;
use crate::model::holder::is_masked;
use crate::model::principal::Principal;
use crate::path::{Key, Location};
use crate::report::Param;
use crate::rule::{documents, Step};
use crate::rules::domain::platform::is_others;
use crate::rules::domain::{name, registration};
use crate::text::{filled, same_name, written_otherwise, Masked};

rule! {
    /// The registrant agrees with the principal: of a website's domain and of an APP's. Whether an
    /// organisation's legal representative may own the domain is the province's matter.
    ///
    /// **Why.** Who files a domain has to own it.
    ///
    /// **Example.** A company files a domain that an employee registered.
    pub(super) REGISTRANT_MISMATCH = "domain.registrant-mismatch" {
        severity: Blocker,
        actor: Registrar,
        orders: WITH_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [registrant, principal],
        at: ["/services/{s}/domains/{d}/registration/registrant", "/services/{s}/platforms/{p}/domains"],
        sources: [
            stated(FILING): Step::Services.at("APP · 域名实名信息需要与备案主体一致"),
            stated(CHANGE): Step::Preparation.at("备案域名 · 申请备案时填报的备案主体信息应与域名注册人实名认证信息相符"),
            stated(FILING): documents::DOMAINS.at("备案主体与域名所有者的关系"),
        ],
        summary: {
            zh: "域名所有者须与备案主体一致",
            en: "The domain must be registered to the principal.",
        },
        message: {
            zh: "域名所有者“{registrant}”与主办者“{principal}”不一致。域名属于他人的，请先过户到主办者名下；主办者更名的，请在域名注册商处更新域名实名信息。完成域名实名认证后再提交。",
            en: "The domain is registered to “{registrant}”, not to the principal “{principal}”. If it belongs to someone else, have it transferred to the principal; if the principal was renamed, update the registration data at the registrar. Submit once real-name verification is complete.",
        },
        check: [Domain(registrant_mismatch)],
    }
}

fn registrant_mismatch(cx: &CheckContext<'_>, node: &DomainNode<'_>, out: &mut Outcome) {
    // Of a platform's domain it is said that it is one: nobody transfers it.
    let is_platform = || name(node).is_some_and(|domain| is_others(cx, node, domain));
    if node.registrant.is_none() && is_platform() {
        return;
    }
    let Some((_, at)) = registration(node, out) else { return };
    let Some(registrant) = node.registrant else {
        return out.needs_input(&at, &[Key::Registrant]);
    };
    if cx.principal.is_none() && out.filed_as(cx).is_none() {
        return;
    }
    let Some(principal) = cx.principal_name else {
        if cx.principal.is_none() {
            out.needs_known(cx, &[Known::NAME]);
        }
        return;
    };
    let is_owner = node.is_principals || is_legal_representative(cx, registrant);
    // Who the representative is is not said: the registrant may be.
    let is_unknown = |out: &Outcome| {
        !cx.is_individual()
            && out.is_blocked(&Location::ROOT, &[Key::Principal, Key::LegalRepresentative, Key::Name])
    };
    if !is_owner && cx.principal.is_none() && !cx.is_individual() {
        // Who the filed representative is may not be known: the registrant may be. An earlier domain for which the rule
        // is undetermined says nothing of this one.
        if out.lacks_known(cx, &[Known::KIND, Known::REPRESENTATIVE]) {
            return;
        }
    }
    if !is_owner
        && !is_unknown(out)
        && !out.is_blocked(&Location::ROOT, &[Key::Principal, Key::Name])
        && !is_platform()
    {
        out.find(
            &at,
            &[Key::Registrant],
            params![
                registrant: Param::name(registrant),
                principal: Param::name(principal),
            ],
        );
    }
}

rule! {
    /// The registrant's name is written as the principal's: with the same dots, dashes and letters. One name with another
    /// mark is no other owner.
    ///
    /// **Inferred.** The registrant has to agree with the principal; one name with other marks is the same, which a
    /// reviewer may not see.
    ///
    /// **Why.** The register is compared with the order, and a clerk may stumble over the mark.
    ///
    /// **Example.** `古丽米热.艾比布力`, where the card has `古丽米热·艾比布力`.
    pub(super) REGISTRANT_WRITTEN_DIFFERENTLY = "domain.registrant-written-differently" {
        severity: Advice,
        orders: WITH_SERVICES,
        needs: [],
        params: [registrant, principal],
        at: ["{domain}/{d}/registration/registrant"],
        sources: [
            inferred(FILING): Step::Services.at("APP · 域名实名信息需要与备案主体一致"),
            inferred(CHANGE): Step::Preparation.at("备案域名 · 申请备案时填报的备案主体信息应与域名注册人实名认证信息相符"),
        ],
        summary: {
            zh: "域名所有者的写法宜与主体证件一致",
            en: "The registrant's name should be written as on the principal's certificate.",
        },
        message: {
            zh: "域名所有者“{registrant}”与主办者“{principal}”是同一名称，只是间隔号、短横线、引号或全角半角的写法不同，无须过户。请在域名注册商处和订单中都按证件上的写法填写。",
            en: "The registrant “{registrant}” and the principal “{principal}” have the same name, only with different punctuation or character width; no transfer is needed. Write both exactly as on the certificate.",
        },
        check: [Domain(registrant_written_differently)],
    }
}

fn registrant_written_differently(cx: &CheckContext<'_>, node: &DomainNode<'_>, out: &mut Outcome) {
    let (Some(registrant), Some(principal)) = (node.registrant, cx.principal_name) else { return };
    // Nearly always the two are written alike.
    if node.is_principals && registrant != principal && written_otherwise(registrant, principal.trim()) {
        let params = params![registrant: Param::name(registrant), principal: Param::name(principal)];
        out.find(&node.at, &[Key::Registration, Key::Registrant], params);
    }
}

/// Whether this is the legal representative of whoever files, unless that is an individual.
pub(crate) fn is_legal_representative(cx: &CheckContext<'_>, name: &str) -> bool {
    let stated = cx.principal.or_else(|| cx.filed_principal?.principal.as_deref());
    let representative = stated.and_then(|principal| principal.legal_representative.as_ref());
    !cx.is_individual()
        && representative
            .and_then(|person| filled(person.name.as_ref()))
            .is_some_and(|own| same_name(own, name))
}

rule! {
    /// The owner's certificate number, as registered, is the principal's; where an organisation's legal
    /// representative owns the domain, the representative's. Which kind of certificate shows the number is not
    /// compared: a business licence and a unified certificate carry the same.
    ///
    /// **Why.** Name, certificate kind and number are compared, all three.
    ///
    /// **Example.** A company whose domain is registered under its old registration number.
    pub(super) REGISTRANT_CERTIFICATE_MISMATCH = "domain.registrant-certificate-mismatch" {
        severity: Blocker,
        actor: Registrar,
        orders: WITH_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [registered, principal],
        at: ["/services/{s}/domains/{d}/registration/certificate/number"],
        sources: [
            stated(WITH_SERVICES): documents::DOMAINS.at("备案主体与域名所有者的关系"),
            stated(WITH_SERVICES): documents::CONDITIONS_OF_HUAWEI.at("域名要求 · 信息一致性"),
        ],
        summary: {
            zh: "域名所有者的证件号码须与备案主体一致",
            en: "The registrant's certificate number must be the principal's.",
        },
        message: {
            zh: "域名实名认证的证件号码（{registered}）与订单中域名所有者的证件号码（{principal}）不一致。订单填写有误的，请改正；域名实名信息有误或未更新的，请在域名注册商处更新，使名称、证件类型和证件号码均与订单一致。",
            en: "The certificate number in the domain's registration ({registered}) differs from the registrant's number in this order ({principal}). If the order is mistyped, correct it; otherwise update the registration data at the registrar so that name, certificate type and number all match.",
        },
        check: [Domain(registrant_certificate_mismatch)],
    }
}

fn registrant_certificate_mismatch(cx: &CheckContext<'_>, node: &DomainNode<'_>, out: &mut Outcome) {
    if name(node).is_none() {
        return;
    }
    let Some((registration, at)) = registration(node, out) else { return };
    let registered = registration.certificate.as_ref().and_then(|certificate| certificate.number.as_ref());
    let (Some(registered), Some(registrant)) = (filled(registered), node.registrant) else {
        let below: &[Key] = match &registration.certificate {
            _ if node.registrant.is_none() => &[Key::Registrant],
            None => &[Key::Certificate],
            Some(_) => &[Key::Certificate, Key::Number],
        };
        return out.needs_input(&at, below);
    };
    if cx.principal.is_none() {
        if out.is_blocked(&at, &[Key::Registrant]) || out.filed_as(cx).is_none() {
            return;
        }
        out.needs_known(cx, &[Known::NAME, Known::CERTIFICATE_NUMBER]);
    }
    let Some(principal) = cx.principal.or_else(|| cx.filed_principal?.principal.as_deref()) else { return };
    if out.is_blocked(&Location::ROOT, &[Key::Principal, Key::Name]) {
        // However the name is corrected: who has neither the principal's number nor its representative's is a stranger.
        if let Some(own) = number_of_neither(cx, principal, registered, out) {
            out.find(
                &at,
                &[Key::Certificate, Key::Number],
                params![registered: Masked::of(registered), principal: Masked::of(own)],
            );
        }
        return;
    }
    let by_representative = !node.is_principals;
    let certificate = if by_representative {
        if !is_legal_representative(cx, registrant) {
            return;
        }
        principal.legal_representative.as_ref().and_then(|person| person.certificate.as_ref())
    } else if out.doubts_certificate() {
        return;
    } else {
        principal.certificate.as_ref()
    };
    let Some(own) = certificate.and_then(|certificate| filled(certificate.number.as_ref())) else { return };
    if own == registered || own.eq_ignore_ascii_case(registered) || is_masked(registered) || is_masked(own) {
        return;
    }
    // Of a kind that its holder cannot have, the number says nothing.
    let number = [Key::Principal, Key::LegalRepresentative, Key::Certificate, Key::Number];
    let kind = [Key::Principal, Key::Certificate, Key::Kind];
    let is_said = by_representative
        && (out.is_blocked(&Location::ROOT, &number) || out.is_blocked(&Location::ROOT, &kind));
    if !is_said && !out.is_blocked(&at, &[Key::Registrant]) {
        out.find(
            &at,
            &[Key::Certificate, Key::Number],
            params![registered: Masked::of(registered), principal: Masked::of(own)],
        );
    }
}

/// The principal's number, where the registered one is neither that nor its legal representative's, and nothing speaks
/// against these.
fn number_of_neither<'a>(
    cx: &CheckContext<'_>,
    principal: &'a Principal,
    registered: &str,
    out: &Outcome,
) -> Option<&'a str> {
    let number = |certificate: Option<&'a Certificate>| {
        filled(certificate?.number.as_ref()).filter(|number| !is_masked(number))
    };
    let own = number(principal.certificate.as_ref()).filter(|_| !out.doubts_certificate())?;
    let mut known = vec![own];
    if !cx.is_individual() {
        let representative = principal.legal_representative.as_ref();
        let place = [Key::Principal, Key::LegalRepresentative, Key::Certificate, Key::Number];
        let number = number(representative.and_then(|person| person.certificate.as_ref()))?;
        if out.is_blocked(&Location::ROOT, &place) {
            return None;
        }
        known.push(number);
    }
    let is_stranger = !is_masked(registered) && known.iter().all(|own| !own.eq_ignore_ascii_case(registered));
    is_stranger.then_some(own)
}
