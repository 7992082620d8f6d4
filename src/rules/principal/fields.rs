//! What a principal is asked for.

use crate::engine::context::CheckContext;
use crate::engine::nodes::PrincipalNode;
use crate::engine::outcome::Outcome;
use crate::fields;
use crate::fields::Given;
use crate::path::{Key, Location};
use crate::rule::{Chapter, Step};
use crate::rules::{completeness, remedies};
use crate::text::{filled, Term, Text};

rule! {
    /// What is asked of a principal: region, kind, name, certificate with kind, number and address, mailing
    /// address; of an organisation the legal representative's name and certificate number as well; in a change
    /// of filing the principal's filing number.
    ///
    /// **Why.** The form cannot be submitted without.
    ///
    /// **Example.** A company that leaves out its legal representative.
    pub(super) FIELD_MISSING = "principal.field-missing" {
        severity: Blocker,
        orders: WITH_PRINCIPAL,
        needs: [],
        params: [field],
        at: ["/filing_number", "/principal", "/principal/kind", "/principal/name", "/principal/certificate/kind", "/principal/certificate/number", "/principal/certificate/address", "/principal/legal_representative/name", "/principal/legal_representative/certificate/number", "/principal/region", "/principal/mailing_address"] if Missing,
        sources: [
            stated(WITH_PRINCIPAL): Step::Principal.at("备案地区 · 备案性质 · 主办者名称 · 证件类型 · 证件号码 · 通信地址"),
            stated(CHANGE_FILING): Step::Principal.at("主体备案号"),
        ],
        miit: [1008, 1014, 1019],
        summary: {
            zh: "主体信息须填写完整",
            en: "All required fields of the principal are filled in.",
        },
        message: {
            zh: "缺少“{field}”，请补充。",
            en: "Missing: {field}. Fill it in.",
        },
        check: [Start(order_field_missing), Principal(field_missing)],
        remedy: remedies::choose_of_principal,
    }
}

fn order_field_missing(cx: &CheckContext<'_>, out: &mut Outcome) {
    completeness::missing(fields::ORDER, cx.order, Given::default(), &Location::ROOT, cx, out);
}

fn field_missing(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    completeness::missing(fields::PRINCIPAL, node.principal, Given::default(), &node.at, cx, out);
}

rule! {
    /// An individual gives no legal representative, and no name, certificate kind or number of a principal's
    /// responsible person: the responsible person is the principal.
    ///
    /// **Inferred.** Said of orders that state the principal anew; the same fields are shown filled in here.
    ///
    /// **Why.** The form does not show these to individuals; what is sent all the same is not used.
    ///
    /// **Example.** An individual that repeats its name under `responsible_person`.
    pub(super) FIELD_NOT_APPLICABLE = "principal.field-not-applicable" {
        severity: Advice,
        orders: WITH_PRINCIPAL,
        needs: [],
        params: [field],
        at: ["/principal/legal_representative/name", "/principal/legal_representative/certificate/number", "/principal/responsible_person/name", "/principal/responsible_person/certificate/kind", "/principal/responsible_person/certificate/number"] if Superfluous of Individual,
        sources: [
            stated(STATED_ANEW): Step::Principal.at("法定代表人证件号码 · 无需填写此项"),
            inferred(ADD_SERVICE | CHANGE_FILING): Chapter::FirstFiling.at("填写主体信息 · 法定代表人证件号码 · 无需填写此项"),
        ],
        summary: {
            zh: "个人备案不填写法定代表人，也不重复填写主体负责人的姓名和证件",
            en: "An individual enters no legal representative, and does not repeat name and certificate for the responsible person.",
        },
        message: {
            zh: "个人备案无需填写{field}，请删除。主体负责人就是本人，以主体信息中的姓名和证件为准。",
            en: "An individual does not need to enter this: {field}. Remove it. You are your own responsible person, identified by the principal's name and certificate.",
        },
        check: [Principal(field_not_applicable)],
        remedy: remedies::remove,
    }
}

fn field_not_applicable(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    if !cx.is_individual() {
        return;
    }
    if node.principal.legal_representative.is_some() {
        out.find(&node.at, &[Key::LegalRepresentative], params![field: Key::LegalRepresentative]);
    }
    let Some(responsible_person) = &node.principal.responsible_person else { return };
    let at = node.at.key(Key::ResponsiblePerson);
    if filled(responsible_person.name.as_ref()).is_some() {
        out.find(&at, &[Key::Name], params![field: RESPONSIBLE_PERSON_NAME]);
    }
    if responsible_person.certificate.is_some() {
        out.find(&at, &[Key::Certificate], params![field: RESPONSIBLE_PERSON_CERTIFICATE]);
    }
}

const RESPONSIBLE_PERSON_NAME: Term = Term {
    code: Key::Name.as_str(),
    text: Text { zh: "主体负责人姓名", en: "name of the principal's responsible person" },
};

const RESPONSIBLE_PERSON_CERTIFICATE: Term = Term {
    code: Key::Certificate.as_str(),
    text: Text { zh: "主体负责人证件信息", en: "certificate of the principal's responsible person" },
};
