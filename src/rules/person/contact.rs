//! How a responsible person is reached.

use crate::engine::context::CheckContext;
use crate::engine::nodes::{ResponsiblePersonNode, Role};
use crate::engine::outcome::Outcome;
use crate::fields;
use crate::model::holder::{same_holder, Sameness};
use crate::model::service::ServiceKind;
use crate::path::Key;
use crate::rule::{documents, Grade, Provider, Severity, Step};
use crate::rules::completeness;
use crate::rules::person::{is_representative_doubted, shown};
use crate::rules::province;
use crate::rules::province::{takes_any_emergency_contact, BY_STANDING};
use crate::rules::remedies;
use crate::text::{filled, same_name, Masked, Term, Text};
use crate::value::{Email, EmailError, Phone};

rule! {
    /// An emergency contact is asked for in an access filing, in both additions and in both changes; in a first
    /// filing for an APP's responsible person, and else where the province asks for it.
    ///
    /// **Why.** The authority wants to reach somebody when the responsible person cannot be reached.
    ///
    /// **Example.** An addition whose principal's responsible person has none.
    pub(super) EMERGENCY_CONTACT_MISSING = "person.emergency-contact-missing" {
        severity: Blocker,
        grades: BY_STANDING,
        orders: WITH_SERVICES,
        needs: [Registry, Account, ProvinceRules, Inputs],
        params: [field],
        at: ["{responsible_person}/emergency_contact"] if Missing,
        reads: [EmergencyContact],
        sources: [
            stated(WITH_PRINCIPAL): Step::Principal.at("应急联系方式"),
            stated(WITH_SERVICES): Step::Services.at("应急联系方式"),
        ],
        miit: [1007],
        summary: {
            zh: "须填写应急联系方式",
            en: "An emergency contact must be entered where it is required.",
        },
        message: {
            zh: "缺少“{field}”，请补充。建议填写手机号，且与负责人手机号不同。",
            en: "Missing: {field}. Fill it in, preferably with a mobile number other than the responsible person's own.",
        },
        check: [ResponsiblePerson(emergency_contact_missing)],
    }
}

fn emergency_contact_missing(cx: &CheckContext<'_>, node: &ResponsiblePersonNode<'_>, out: &mut Outcome) {
    let rows = match node.role {
        Role::PrincipalResponsiblePerson => fields::PRINCIPAL_EMERGENCY_CONTACT,
        Role::ServiceResponsiblePerson(_) if node.service_kind(cx) == Some(ServiceKind::App) => {
            fields::APP_EMERGENCY_CONTACT
        }
        Role::ServiceResponsiblePerson(_) => fields::WEBSITE_EMERGENCY_CONTACT,
    };
    completeness::missing(rows, node.person, node.given(), &node.at, cx, out);
}

rule! {
    /// The emergency contact is a phone with area code, or a mobile.
    ///
    /// **Why.** The reviewer calls it. A mobile is preferred.
    ///
    /// **Example.** A landline without its area code.
    pub(super) EMERGENCY_CONTACT_INVALID = "person.emergency-contact-invalid" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [reason, contact],
        at: ["{responsible_person}/emergency_contact"],
        sources: [
            stated(FIRST): Step::Services.at("APP · 应急联系方式"),
            stated(WITH_PRINCIPAL): Step::Principal.at("应急联系方式"),
            stated(WITH_SERVICES): Step::Services.at("应急联系方式"),
            standard(WITH_SERVICES): documents::NUMBERING_PLAN.at("全文"),
        ],
        miit: [1007],
        summary: {
            zh: "应急联系方式须为座机或手机号码",
            en: "The emergency contact must be a landline number with area code, or a mobile number.",
        },
        message: {
            zh: "应急联系方式（{contact}）有误：{reason}。建议填写手机号。",
            en: "The emergency contact ({contact}) is not valid: {reason}. A mobile number is preferred.",
        },
        check: [ResponsiblePerson(emergency_contact_invalid)],
        remedy: remedies::phone,
    }
}

fn emergency_contact_invalid(_: &CheckContext<'_>, node: &ResponsiblePersonNode<'_>, out: &mut Outcome) {
    let Some(contact) = filled(node.person.emergency_contact.as_ref()) else { return };
    if let Some(Err(reason)) = node.emergency_contact {
        out.find(&node.at, &[Key::EmergencyContact], params![reason, contact: Masked::of(contact)]);
    }
}

rule! {
    /// An e-mail address that a reviewer can write to: a dotted name, `@`, and a domain of two labels or more. One whose
    /// top-level domain IANA's list has not is a warning: the list grows.
    ///
    /// **Why.** Results of the review are sent there.
    ///
    /// **Example.** `a@@b.cn`.
    pub(super) EMAIL_INVALID = "person.email-invalid" {
        severity: Blocker,
        grades: &[Grade::new(
            Severity::Warning,
            "域名后缀不在顶级域名列表中",
            "the suffix is on no list of top-level domains",
        )],
        orders: WITH_SERVICES,
        needs: [],
        params: [reason],
        at: ["{responsible_person}/email"],
        sources: [
            stated(WITH_PRINCIPAL): Step::Principal.at("电子邮箱"),
            stated(WITH_SERVICES): Step::Services.at("电子邮箱"),
            standard(WITH_SERVICES): documents::RFC_5321.at("4.1.2 Command Argument Syntax"),
        ],
        miit: [1009],
        summary: {
            zh: "电子邮箱格式须正确",
            en: "The e-mail address must be well-formed.",
        },
        message: {
            zh: "请核对电子邮箱：{reason}。请填写能正常收信的邮箱，例如 name@example.com。",
            en: "Check the e-mail address: {reason}. Enter an address that receives mail, such as name@example.com.",
        },
        check: [ResponsiblePerson(email_invalid)],
        remedy: remedies::email,
    }
}

fn email_invalid(_: &CheckContext<'_>, node: &ResponsiblePersonNode<'_>, out: &mut Outcome) {
    let Some(email) = filled(node.person.email.as_ref()) else { return };
    match Email::check(email) {
        Ok(true) => {}
        Ok(false) => {
            let params = params![reason: EmailError::TopLevel];
            out.find_graded(Severity::Warning, &node.at, &[Key::Email], params, |_| None);
        }
        Err(reason) => out.find(&node.at, &[Key::Email], params![reason]),
    }
}

rule! {
    /// Mobile and emergency contact have to be reachable: the reviewer calls, again about an hour later, then
    /// returns the order.
    ///
    /// **Why.** Many orders come back for a call that nobody answered.
    pub(super) CONTACT_UNREACHABLE = "person.contact-unreachable" {
        severity: Advice,
        actor: ResponsiblePerson,
        orders: WITH_SERVICES,
        needs: [],
        params: [],
        sources: [stated(WITH_SERVICES): Step::Submission.at("审核专员会在1 - 2个工作日内进行审核并电话联系您沟通确认订单问题")],
        summary: {
            zh: "审核期间请保持电话畅通",
            en: "Keep the phones reachable during the review.",
        },
        message: {
            zh: "审核期间请保持手机和应急联系方式畅通：审核专员会致电核实，间隔约一小时两次未接通的，订单会被驳回。",
            en: "Keep the mobile number and the emergency contact reachable during the review: the reviewer calls, tries again about an hour later, and sends the order back if nobody answers.",
        },
        check: [],
    }
}

rule! {
    /// The emergency contact is not the responsible person's own mobile. Silent where the province takes any.
    ///
    /// One provider's page and the forms of two say so. Where a province demands it, `province.phones-not-distinct`
    /// speaks instead.
    ///
    /// **Why.** It is called when the responsible person cannot be reached.
    ///
    /// **Example.** The same number in both fields.
    pub(super) EMERGENCY_CONTACT_IS_MOBILE = "person.emergency-contact-is-mobile" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [contact],
        at: ["{responsible_person}/emergency_contact"],
        sources: [stated(WITH_SERVICES): documents::REFUSALS_OF_HUAWEI.at("主体与负责人信息 · 联系方式问题 · 驳回原因三")],
        summary: {
            zh: "应急联系方式不能与负责人手机号相同",
            en: "The emergency contact must not be the responsible person's own mobile number.",
        },
        message: {
            zh: "应急联系方式（{contact}）与负责人手机号相同。请改填其他能接通的手机号或座机。",
            en: "The emergency contact ({contact}) is the responsible person's own mobile number. Enter another number that will be answered.",
        },
        check: [ResponsiblePerson(emergency_contact_is_mobile)],
    }
}

fn emergency_contact_is_mobile(cx: &CheckContext<'_>, node: &ResponsiblePersonNode<'_>, out: &mut Outcome) {
    let (Some(Ok(mobile)), Some(contact)) = (node.mobile, filled(node.person.emergency_contact.as_ref()))
    else {
        return;
    };
    if node.emergency_contact == Some(Ok(Phone::Mobile(mobile))) && !takes_any_emergency_contact(cx) {
        out.find(&node.at, &[Key::EmergencyContact], params![contact: Masked::of(contact)]);
    }
}

rule! {
    /// Different responsible persons have different mobiles and e-mail addresses. The same responsible person repeats
    /// its own. The emergency contact of one is not the mobile of another, unless the province takes it.
    ///
    /// Huawei Cloud refuses what other providers do not speak of: with these it is a warning.
    ///
    /// **Why.** The SMS check goes to each responsible person, and the authority takes a shared number for a false one.
    ///
    /// **Example.** The secretary's mobile for both the managing director and the site's responsible person.
    pub(super) CONTACT_SHARED = "person.contact-shared" {
        severity: Blocker,
        grades: &[Grade::new(
            Severity::Warning,
            "华为云以外的接入商，或应急联系方式为另一负责人的手机号",
            "with other providers than Huawei Cloud, or where the emergency contact is another person's mobile",
        )],
        orders: WITH_SERVICES,
        needs: [],
        params: [field, other],
        at: ["{responsible_person}/mobile", "{responsible_person}/emergency_contact", "{responsible_person}/email"],
        sources: [
            stated(WITH_SERVICES): documents::REFUSALS_OF_HUAWEI.at("主体与负责人信息 · 联系方式问题 · 驳回原因三"),
            stated(WITH_SERVICES): documents::MATERIALS_OF_HUAWEI.at("备案信息填写规范 · 联系方式要求"),
        ],
        summary: {
            zh: "不同负责人的手机号和邮箱不能相同",
            en: "Different responsible persons must have different mobile numbers and e-mail addresses.",
        },
        message: {
            zh: "{field}与{other}相同，而两位负责人不是同一人。不同负责人须使用各自的手机号和邮箱，请修改；若为同一人，请核对姓名和证件号码。",
            en: "The {field} is also that of {other}, who is a different person. Each responsible person needs contact details of their own; if they are the same person, check the name and the certificate number.",
        },
        check: [ResponsiblePerson(contact_shared)],
    }
}

fn contact_shared(cx: &CheckContext<'_>, node: &ResponsiblePersonNode<'_>, out: &mut Outcome) {
    let Some(contacts) = cx.contacts() else { return };
    let grade = match cx.rulebook.provider() {
        Some(Provider::Huawei) => Severity::Blocker,
        _ => Severity::Warning,
    };
    if let Some(Ok(_)) = node.mobile {
        if let Some(other) = contacts.other_with_mobile(node.role) {
            let params = params![field: Key::Mobile, other: shown(other)];
            out.find_graded(grade, &node.at, &[Key::Mobile], params, |_| None);
        }
    }
    if let Some(other) = contacts.other_with_email(node.role) {
        let params = params![field: Key::Email, other: shown(other)];
        out.find_graded(grade, &node.at, &[Key::Email], params, |_| None);
    }
    let by_emergency_contact = contacts.other_with_emergency_contact(node.role);
    if let Some(other) = by_emergency_contact.filter(|_| !province::takes_emergency_contact_of_others(cx)) {
        let params = params![field: Key::EmergencyContact, other: shown(other)];
        out.find_graded(Severity::Warning, &node.at, &[Key::EmergencyContact], params, |_| None);
    }
}

rule! {
    /// One person is described in one way: under one certificate number there is one name, and the certificate has one
    /// validity. Another mobile or e-mail address is a warning.
    ///
    /// **Inferred.** A certificate number is one person's: what the order says of that person in several places agrees.
    ///
    /// **Why.** The authority joins people by the number, and compares what the order says of one.
    ///
    /// **Example.** The responsible person of the second site is 林之夏, and has the number of 林知夏, who is that of the
    /// first.
    pub(super) WRITTEN_DIFFERENTLY = "person.written-differently" {
        severity: Blocker,
        grades: &[Grade::new(Severity::Warning, "手机号或邮箱不同", "another mobile or e-mail address")],
        orders: WITH_SERVICES,
        needs: [],
        params: [field, other],
        at: ["{responsible_person}/name", "/services/{s}/responsible_person/certificate/valid_from", "/services/{s}/responsible_person/certificate/valid_until", "/services/{s}/responsible_person/mobile", "/services/{s}/responsible_person/email"],
        sources: [
            inferred(WITH_PRINCIPAL): Step::Principal.at("负责人姓名 · 证件号码 · 联系方式1 · 电子邮箱"),
            inferred(WITH_SERVICES): Step::Services.at("负责人姓名 · 证件号码 · 联系方式1 · 电子邮箱"),
        ],
        summary: {
            zh: "同一证件号码的负责人，各处填写的信息须一致",
            en: "Details given in several places for one certificate number must agree.",
        },
        message: {
            zh: "证件号码与{other}相同，但{field}不同。同一人的信息须一致，请核对修改；若不是同一人，请更正证件号码。",
            en: "The certificate number is also that of {other}, but the {field} is different. Details of one person must agree: correct them, or correct the number if these are two people.",
        },
        check: [ResponsiblePerson(written_differently)],
    }
}

const PERSON_NAME: Term = Term { code: "name", text: Text { zh: "姓名", en: "name" } };

fn written_differently(cx: &CheckContext<'_>, node: &ResponsiblePersonNode<'_>, out: &mut Outcome) {
    if cx.is_individual() {
        return;
    }
    let Some(certificate) = node.certificate else { return };
    let own_name = filled(node.person.name.as_ref());
    let first = cx.first_of_person(node.role);
    let representative = cx.principal.and_then(|principal| principal.legal_representative.as_ref());
    let representative = representative.filter(|_| first.is_none());
    if let Some((person, own)) = representative.zip(own_name) {
        let differs = filled(person.name.as_ref()).is_some_and(|name| !same_name(name, own));
        // Two numbers that are right are compared as they were read.
        let is_same = || match (cx.representative_id(), node.resident_id()) {
            (Some(id), Some(Ok(own))) => id == own,
            _ => same_holder(person.certificate.as_ref(), Some(certificate)) == Sameness::Same,
        };
        if differs && is_same() && !is_representative_doubted(cx, own, out) {
            let other = Text { zh: "法定代表人", en: "the legal representative" };
            out.find(&node.at, &[Key::Name], params![field: PERSON_NAME, other: other]);
        }
    }
    let Some(first) = first else { return };
    let other = || shown(Role::of(first.service));
    let name = filled(first.person.name.as_ref());
    if matches!((name, own_name), (Some(name), Some(own)) if !same_name(name, own)) {
        out.find(&node.at, &[Key::Name], params![field: PERSON_NAME, other: other()]);
    }
    if let Some(known) = &first.person.certificate {
        let at = &node.certificate_at;
        if known.valid_from.is_some()
            && certificate.valid_from.is_some()
            && known.valid_from != certificate.valid_from
        {
            out.find(at, &[Key::ValidFrom], params![field: Key::ValidFrom, other: other()]);
        }
        if known.valid_until.is_some()
            && certificate.valid_until.is_some()
            && known.valid_until != certificate.valid_until
        {
            out.find(at, &[Key::ValidUntil], params![field: Key::ValidUntil, other: other()]);
        }
    }
    let mut warn = |key: Key| {
        let params = params![field: key, other: other()];
        out.find_graded(Severity::Warning, &node.at, &[key], params, |_| None);
    };
    if matches!((first.mobile, node.mobile), (Some(Ok(first)), Some(Ok(own))) if first != own) {
        warn(Key::Mobile);
    }
    let emails = (filled(first.person.email.as_ref()), filled(node.person.email.as_ref()));
    if matches!(emails, (Some(first), Some(own)) if !first.eq_ignore_ascii_case(own)) {
        warn(Key::Email);
    }
}
