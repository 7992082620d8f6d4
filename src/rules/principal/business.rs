//! A principal beside the register of businesses.

use crate::engine::context::CheckContext;
use crate::engine::nodes::PrincipalNode;
use crate::engine::outcome::Outcome;
use crate::model::material::MaterialKind;
use crate::model::principal::Filer;
use crate::model::service::{PreApprovalKind, Service};
use crate::path::{Key, Location};
use crate::report::Param;
use crate::rule::documents;
use crate::rulebook::words::{folded, longest, Effect, Hit, List, Words};
use crate::rules::name::names;
use crate::rules::principal::{business, numbered};
use crate::text::{filled, same_name, Masked, Term, Text};

rule! {
    /// A business is in order in the national register: in business, and on no list of abnormal operations or serious
    /// violations. Asked of enterprises and individual businesses.
    ///
    /// **Why.** The authority looks it up, and refuses who is not.
    ///
    /// **Example.** A company that cannot be reached at its registered address.
    pub(super) BUSINESS_ABNORMAL = "principal.business-abnormal" {
        severity: Blocker,
        actor: Authority,
        orders: WITH_PRINCIPAL,
        needs: [Inputs],
        params: [status],
        at: [""] of Organization,
        sources: [
            stated(WITH_PRINCIPAL): documents::ERRORS_OF_HUAWEI.at("主体信息不合格类错误 · 主办单位经营异常"),
            stated(WITH_PRINCIPAL): documents::LIMITS_OF_UCLOUD.at("无法备案的类型"),
        ],
        summary: {
            zh: "企业的登记状态须正常",
            en: "The business is in good standing in the national enterprise register.",
        },
        message: {
            zh: "国家企业信用信息公示系统显示该企业的登记状态为“{status}”，备案会被驳回。请先到市场监督管理部门办理，恢复正常后再提交。",
            en: "The national enterprise register shows this business as: {status}. The filing would be rejected. Resolve this with the market regulator first, then submit.",
        },
        check: [Principal(business_abnormal)],
    }
}

fn business_abnormal(cx: &CheckContext<'_>, _: &PrincipalNode<'_>, out: &mut Outcome) {
    let Some(record) = business(cx, out) else { return };
    match record.status {
        None => out.needs_context(&[Key::BusinessRegister, Key::Status]),
        Some(status) if status.is_obstacle() => out.find(&Location::ROOT, &[], params![status: status]),
        Some(_) => {}
    }
}

rule! {
    /// What an order states of a business is what the national register says: its name and its number. A licence that
    /// was replaced says otherwise.
    ///
    /// **Why.** The authority compares them.
    ///
    /// **Example.** The name before last month's change.
    pub(super) BUSINESS_DIFFERS = "principal.business-differs" {
        severity: Blocker,
        orders: WITH_PRINCIPAL,
        needs: [Inputs],
        params: [field, registered, stated],
        at: ["/principal/name", "/principal/certificate/number"] of Organization,
        sources: [
            stated(WITH_PRINCIPAL): documents::ERRORS_OF_HUAWEI.at("主体信息不合格类错误 · 主办单位名称不一致"),
            stated(WITH_PRINCIPAL): documents::ERRORS_OF_HUAWEI.at("主体信息不合格类错误 · 主办单位证件号码错误"),
        ],
        summary: {
            zh: "企业名称和证件号码须与登记信息一致",
            en: "Name and certificate number match the national enterprise register.",
        },
        message: {
            zh: "{field}与企业登记信息不一致（登记：{registered}；本次：{stated}）。请按最新的营业执照填写，并上传该执照。",
            en: "The {field} differs from the national enterprise register (registered: {registered}; now: {stated}). Enter what the current business licence says, and upload that licence.",
        },
        check: [Principal(business_differs)],
    }
}

fn business_differs(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    let Some(record) = business(cx, out) else { return };
    match (filled(record.name.as_ref()), filled(node.principal.name.as_ref())) {
        (None, Some(_)) => out.needs_context(&[Key::BusinessRegister, Key::Name]),
        (Some(registered), Some(stated)) if !same_name(registered, stated) => {
            let params = params![
                field: PRINCIPAL_NAME,
                registered: Param::name(registered),
                stated: Param::name(stated),
            ];
            out.find(&node.at, &[Key::Name], params);
        }
        _ => {}
    }
    let Some((_, stated)) = numbered(cx, node.principal.certificate.as_ref()) else { return };
    match filled(record.number.as_ref()) {
        None => out.needs_context(&[Key::BusinessRegister, Key::Number]),
        Some(registered) if !registered.eq_ignore_ascii_case(stated) => {
            let params =
                params![field: Key::Number, registered: Masked::of(registered), stated: Masked::of(stated)];
            out.find(&node.at, &[Key::Certificate, Key::Number], params);
        }
        Some(_) => {}
    }
}

fn certificate_address<'a>(node: &'a PrincipalNode<'_>) -> Option<&'a String> {
    node.principal.certificate.as_ref()?.address.as_ref()
}

const PRINCIPAL_NAME: Term =
    Term { code: Key::Name.as_str(), text: Text { zh: "主办者名称", en: "principal's name" } };

fn business_address_differs(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    let Some(record) = business(cx, out) else { return };
    let Some(stated) = certificate_address(node).and_then(|address| filled(Some(address))) else { return };
    let Some(registered) = filled(record.address.as_ref()) else {
        return out.needs_context(&[Key::BusinessRegister, Key::Address]);
    };
    // Either may leave out the province, or what follows the door number.
    let (registered, stated) = (folded(registered), folded(stated));
    if !registered.contains(&*stated) && !stated.contains(&*registered) {
        out.find(&node.at, &[Key::Certificate, Key::Address], params![]);
    }
}

rule! {
    /// The address on a business's certificate is the registered one.
    ///
    /// **Inferred.** The page compares with the certificate in force, whose address the register has.
    ///
    /// **Why.** Another address stands on a licence that was replaced.
    ///
    /// **Example.** The address before the company moved.
    pub(super) BUSINESS_ADDRESS_DIFFERS = "principal.business-address-differs" {
        severity: Warning,
        orders: WITH_PRINCIPAL,
        needs: [Inputs],
        params: [],
        at: ["/principal/certificate/address"] of Organization,
        sources: [inferred(WITH_PRINCIPAL): documents::ERRORS_OF_HUAWEI.at("主体信息不合格类错误 · 主办单位证件住址错误")],
        summary: {
            zh: "企业证件住址须与登记的住所一致",
            en: "The address on a business licence is the registered one.",
        },
        message: {
            zh: "证件住址与企业登记的住所不一致，可能被驳回。请按最新的营业执照填写，并上传该执照。",
            en: "The address on the certificate differs from the one in the national enterprise register and may be rejected. Enter what the current business licence says, and upload that licence.",
        },
        check: [Principal(business_address_differs)],
    }
}

rule! {
    /// Words of finance or training in the business scope ask for the regulator's or the education department's
    /// document, or for the statement of non-involvement. Where such words stand in a name other rules speak. What the scope
    /// excludes (不得从事…, 不含…) is not in it.
    ///
    /// **Why.** The reviewer reads the scope on the licence.
    ///
    /// **Example.** `以自有资金从事投资管理` in the scope of a trading company.
    pub(super) SCOPE_WORD = "principal.scope-word" {
        severity: Warning,
        orders: WITH_PRINCIPAL,
        needs: [Inputs],
        params: [words],
        at: ["/principal/materials"] of Organization,
        sources: [stated(WITH_PRINCIPAL): documents::PRE_APPROVAL.at("注意事项")],
        summary: {
            zh: "经营范围含金融、校外培训类词语的，须上传批准文件或不涉及承诺书",
            en: "If the business scope mentions finance or off-campus training, an approval or a statement of non-involvement is uploaded.",
        },
        message: {
            zh: "经营范围含“{words}”。网站或 APP 开展该业务的，请上传主管部门的批准文件；不开展的，请上传不涉及承诺书。",
            en: "The business scope mentions {words}. If a service offers this, upload the authority's approval; otherwise upload a statement of non-involvement.",
        },
        check: [Principal(scope_word)],
    }
}

fn scope_word(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    let Some(record) = business(cx, out) else { return };
    let Some(scope) = filled(record.scope.as_ref()) else {
        return out.needs_context(&[Key::BusinessRegister, Key::Scope]);
    };
    let words = Words::of(&without_exclusions(scope));
    let own = cx.principal_words();
    let mut said: Vec<&str> = Vec::new();
    for (list, kind) in [
        (List::Finance, PreApprovalKind::InternetFinance),
        (List::Training, PreApprovalKind::OffCampusTraining),
    ] {
        let is_declared = |service: &Service| {
            let kinds = service.pre_approval().and_then(|approval| approval.kinds.as_deref());
            kinds.unwrap_or_default().iter().any(|declared| declared.kind == kind)
        };
        if own.of_list(list).is_empty() && !cx.order.services().iter().any(is_declared) {
            let asks = |hit: &&Hit| {
                hit.group.effect_on(Filer::Organization, cx.province) == Effect::NeedsApproval
                    && !hit.is_doubtful()
            };
            said.extend(longest(words.hits(list).filter(asks).map(|hit| hit.word)));
        }
    }
    let services = cx.order.services().iter().flat_map(Service::materials);
    let materials = services.chain(cx.order.materials()).chain(&node.principal.materials);
    let is_spoken_for = materials
        .map(|material| material.kind)
        .any(|kind| matches!(kind, MaterialKind::NonInvolvementLetter | MaterialKind::Other));
    if !said.is_empty() && !is_spoken_for {
        out.find(&node.at, &[Key::Materials], params![words: names(&said)]);
    }
}

/// A business scope without what it excludes: in brackets, and from the exclusion on to the end of its item.
fn without_exclusions(scope: &str) -> String {
    const EXCLUSIONS: &[&str] = &["未经", "不得", "不含", "不包括", "不包含", "除外", "不涉及", "不从事"];
    let excludes = |text: &str| EXCLUSIONS.iter().any(|word| text.contains(word));
    let mut rest = scope;
    let mut kept = String::with_capacity(scope.len());
    while let Some((before, behind)) = rest.split_once(['（', '(']) {
        kept.push_str(before);
        let (inside, after) = behind.split_once(['）', ')']).unwrap_or((behind, ""));
        if !excludes(inside) {
            kept.push('；');
            kept.push_str(inside);
            kept.push('；');
        }
        rest = after;
    }
    kept.push_str(rest);
    let included = |item: &str| {
        let until = EXCLUSIONS.iter().filter_map(|word| item.find(word)).min().unwrap_or(item.len());
        item.get(..until).unwrap_or_default().to_owned()
    };
    let items: Vec<String> = kept.split(['；', ';', '。', '\n']).map(included).collect();
    items.join("；")
}
