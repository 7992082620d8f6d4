//! Approvals and licences that a service needs first.

use crate::engine::context::CheckContext;
use crate::engine::fitting;
use crate::engine::nodes::ServiceNode;
use crate::engine::outcome::Outcome;
use crate::fields;
use crate::fields::Given;
use crate::model::material::MaterialKind;
use crate::model::principal::{Filer, PrincipalKind};
use crate::model::service::{DeclaredPreApproval, PreApprovalKind, Service};
use crate::path::{FieldPath, Key};
use crate::report::{Need, Param, Params};
use crate::rule::{documents, Grade, Severity, Step};
use crate::rules::name::{spoken_for, Papers};
use crate::rules::service::field_of;
use crate::rules::{completeness, remedies};
use crate::text::{filled, Term, Text};
use crate::value::FilingNumber;

/// The declared kinds, without "none of these", with their places.
fn declared<'a>(node: &ServiceNode<'a>) -> impl Iterator<Item = (usize, &'a DeclaredPreApproval)> {
    let kinds = node.service.pre_approval().and_then(|approval| approval.kinds.as_deref());
    let kinds = kinds.unwrap_or_default().iter().enumerate();
    kinds.filter(|(_, declared)| declared.kind != PreApprovalKind::NoneOfThese)
}

/// All declared kinds, "none of these" included, with the place of their list.
fn kinds<'a>(node: &ServiceNode<'a>) -> &'a [DeclaredPreApproval] {
    node.service.pre_approval().and_then(|approval| approval.kinds.as_deref()).unwrap_or_default()
}

rule! {
    /// An individual is not offered the pre-approval option: it declares no kind.
    ///
    /// **Why.** Matters that need an authority's approval are open to organisations only.
    ///
    /// **Example.** An individual that declares its blog as news.
    pub(super) PRE_APPROVAL_NOT_APPLICABLE = "service.pre-approval-not-applicable" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [kinds],
        at: ["/services/{s}/pre_approval/kinds"] if Superfluous of Individual,
        sources: [stated(WITH_SERVICES): Step::Services.at("前置审批类型 · 仅单位备案有前置审批类型选择，个人备案无该选项")],
        miit: [1033],
        summary: {
            zh: "个人备案没有前置审批选项",
            en: "An individual declares no kind of pre-approval.",
        },
        message: {
            zh: "个人备案没有前置审批选项，不能选择“{kinds}”。请删除；确需开展此类服务的，须以单位名义备案。",
            en: "An individual has no pre-approval option and cannot declare: {kinds}. Remove it; such a service is filed by an organisation.",
        },
        check: [Service(pre_approval_not_applicable)],
        remedy: remedies::remove,
    }
}

fn pre_approval_not_applicable(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    if declared(node).next().is_some() && out.filer(cx) == Some(Filer::Individual) {
        let kinds: Param = declared(node).map(|(_, declared)| declared.kind).collect();
        out.find(&node.at, &[Key::PreApproval], params![kinds: kinds]);
    }
}

rule! {
    /// An organisation declares which kinds of pre-approval its service falls under, or that it falls under
    /// none.
    ///
    /// **Why.** Publishing, news and the like need an authority's approval first, and the authority asks.
    ///
    /// **Example.** A company site without `pre_approval`; an empty list of kinds says "none of these".
    pub(super) PRE_APPROVAL_UNDECLARED = "service.pre-approval-undeclared" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [field],
        at: ["/services/{s}/pre_approval/kinds"] if Missing of Organization,
        sources: [stated(WITH_SERVICES): Step::Services.at("前置审批类型")],
        miit: [1033],
        summary: {
            zh: "单位须选择前置审批类型或“以上都不涉及”",
            en: "An organisation declares a kind of pre-approval, or none of these.",
        },
        message: {
            zh: "尚未选择{field}。服务内容涉及出版、新闻等须前置审批的，请选择对应类型；否则请选择“以上都不涉及”。",
            en: "The {field} is not declared. Choose the kind that the content falls under, such as publishing or news; else choose “none of these”.",
        },
        check: [Service(pre_approval_undeclared)],
        remedy: remedies::choose_pre_approval,
    }
}

fn pre_approval_undeclared(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    completeness::missing(fields::PRE_APPROVAL, node.service, Given::default(), &node.at, cx, out);
}

rule! {
    /// A declared kind of pre-approval comes with the number of the approval, and with the document.
    ///
    /// A document that names its kind is of that kind; one that does not stands for a declared kind that has
    /// none of its own.
    ///
    /// Of a kind whose approval was abolished it says so: what is asked for exists only where the authority still asks.
    ///
    /// **Why.** The reviewer looks the approval up.
    ///
    /// **Example.** A news site without its licence.
    pub(super) PRE_APPROVAL_DOCUMENT_MISSING = "service.pre-approval-document-missing" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [approval, field, authority, document, abolished],
        at: ["/services/{s}/pre_approval/kinds/{a}/approval_number", "/services/{s}/materials"] if Missing of Organization,
        sources: [
            stated(WITH_SERVICES): Step::Services.at("前置审批类型"),
            stated(WITH_SERVICES): documents::REFUSAL_REASONS.at("已备案网站未开站/网站内容不合格 · 处理办法"),
        ],
        summary: {
            zh: "所选前置审批须填写审批号并上传审批文件",
            en: "A declared kind of pre-approval comes with its number and its document.",
        },
        message: {
            zh: "已选择前置审批“{approval}”，但缺少{field}。请向{authority}办理“{document}”，填写审批号并上传文件；不涉及的请取消选择。{abolished?@。}",
            en: "Pre-approval is declared ({approval}), but its {field} is missing. Obtain {document} from {authority}, and give its number and the document; where it does not apply, do not declare it.{abolished? @.}",
        },
        check: [Service(pre_approval_document_missing)],
    }
}

fn pre_approval_document_missing(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    if declared(node).next().is_none() || out.filer(cx) != Some(Filer::Organization) {
        return;
    }
    let at = node.at.key(Key::PreApproval);
    let at = at.key(Key::Kinds);
    for lacks in lacking(node) {
        if lacks.number {
            // Who has no number has no document: both are obtained together.
            let both = lacks.document.then(|| MaterialKind::PreApprovalDocument.into());
            let fields = std::iter::once(Param::from(Key::ApprovalNumber)).chain(both).collect();
            out.find(&at.index(lacks.place), &[Key::ApprovalNumber], with_authority(lacks.kind, fields));
        } else if lacks.document {
            let params = with_authority(lacks.kind, MaterialKind::PreApprovalDocument.into());
            let document = MaterialKind::PreApprovalDocument;
            let add = |path: &FieldPath| remedies::add_material(path, document, Some(lacks.kind));
            out.find_with(&node.at, &[Key::Materials], params, add);
        }
    }
}

const DOCUMENT: Term = Term { code: "approval", text: Text { zh: "审批文件", en: "its approval" } };

/// The parameters of a missing number or document: of which approval, what, from whom.
fn with_authority(approval: PreApprovalKind, field: Param) -> Params {
    const AUTHORITY: Term =
        Term { code: "in_charge", text: Text { zh: "主管部门", en: "the authority in charge" } };
    params![
        approval: approval,
        field: field,
        authority: approval.authority().unwrap_or(AUTHORITY),
        document: approval.document().unwrap_or(DOCUMENT),
        abolished: Param::List(is_abolished(approval).then(|| ABOLISHED.into()).into_iter().collect()),
    ]
}

const ABOLISHED: Term = Term {
    code: "abolished",
    text: Text {
        zh: "该类前置审批已取消，管局没有要求的，请取消选择",
        en: "The approval of this kind was abolished: unless the authority asks for it, do not declare it",
    },
};

/// Whether nobody gives the approval of this kind any more.
const fn is_abolished(kind: PreApprovalKind) -> bool {
    matches!(kind, PreApprovalKind::Education | PreApprovalKind::HealthCare | PreApprovalKind::BulletinBoard)
}

/// What a declared kind lacks.
struct Lacking {
    place: usize,
    kind: PreApprovalKind,
    number: bool,
    document: bool,
}

/// The declared kinds that lack their number or their document.
fn lacking(node: &ServiceNode<'_>) -> Vec<Lacking> {
    let documents =
        || node.service.materials().iter().filter(|m| m.kind == MaterialKind::PreApprovalDocument);
    let mut of_any_kind = documents().filter(|document| document.approval.is_none()).count();
    let mut lacking = Vec::new();
    for (place, approval) in declared(node) {
        let kind = approval.kind;
        let number = filled(approval.approval_number.as_ref()).is_none();
        let document = !documents().any(|document| document.approval == Some(kind))
            && match of_any_kind.checked_sub(1) {
                Some(rest) => {
                    of_any_kind = rest;
                    false
                }
                None => true,
            };
        if number || document {
            lacking.push(Lacking { place, kind, number, document });
        }
    }
    lacking
}

rule! {
    /// A kind of pre-approval is declared once, and none beside "none of these".
    ///
    /// **Inferred.** "None of these" is offered where no kind is; the form of a platform refuses both beside each other,
    /// and a kind that stands twice.
    ///
    /// **Why.** The form refuses both.
    ///
    /// **Example.** News, declared together with 以上都不涉及.
    pub(super) PRE_APPROVAL_CONTRADICTORY = "service.pre-approval-contradictory" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [approval],
        at: ["/services/{s}/pre_approval/kinds"] of Organization,
        sources: [
            inferred(WITH_SERVICES): Step::Services.at("前置审批类型"),
            inferred(WITH_SERVICES): documents::WECHAT_FILING.at("前置审批内容 nrlx"),
        ],
        miit: [1033],
        summary: {
            zh: "前置审批类型不得重复，也不得与“以上都不涉及”同选",
            en: "A kind of pre-approval is declared once, and none beside “none of these”.",
        },
        message: {
            zh: "前置审批类型“{approval}”重复选择，或与“以上都不涉及”同时选择。请只保留实际涉及的类型。",
            en: "The pre-approval kind “{approval}” is declared twice, or together with “none of these”. Keep the kinds that apply.",
        },
        check: [Service(pre_approval_contradictory)],
    }
}

fn pre_approval_contradictory(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    if cx.is_individual() {
        return;
    }
    let at = node.at.key(Key::PreApproval);
    let at = at.key(Key::Kinds);
    let has_some = declared(node).next().is_some();
    let mut seen = Vec::new();
    for (index, approval) in kinds(node).iter().enumerate() {
        let is_repeated = seen.contains(&approval.kind);
        if !is_repeated {
            seen.push(approval.kind);
        }
        if is_repeated || has_some && approval.kind == PreApprovalKind::NoneOfThese {
            out.find(&at.index(index), &[Key::Kind], params![approval: approval.kind]);
        }
    }
}

rule! {
    /// Kinds whose approval was abolished: education in general, health care, bulletin boards. An authority may
    /// still ask for a letter. Where number or document is missing, that is said, and this with it.
    ///
    /// Off-campus training is a kind of its own, and goes on.
    ///
    /// **Age.** The newest text that says so is of 2022.
    ///
    /// **Why.** Nobody issues the document any more.
    ///
    /// **Example.** A vocational school that declares education.
    pub(super) PRE_APPROVAL_ABOLISHED = "service.pre-approval-abolished" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [approval],
        at: ["/services/{s}/pre_approval/kinds"] of Organization,
        sources: [
            stated(WITH_SERVICES): documents::PRE_APPROVAL_FAQ.at("教育类"),
            stated(WITH_SERVICES): documents::PRE_APPROVAL_FAQ.at("医疗保健类"),
            stated(WITH_SERVICES): documents::PRE_APPROVAL_FAQ.at("电子公告服务"),
        ],
        summary: {
            zh: "教育、医疗保健、电子公告服务的前置审批已取消",
            en: "The approvals of education, health care and bulletin boards were abolished.",
        },
        message: {
            zh: "“{approval}”的前置审批已取消，一般无需选择。请核对服务内容，或向当地管局确认需要哪些材料。",
            en: "The approval of this kind ({approval}) was abolished, and it is usually not declared. Check the content, or ask the authority what it wants.",
        },
        check: [Service(pre_approval_abolished)],
    }
}

fn pre_approval_abolished(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    if cx.is_individual() || !kinds(node).iter().any(|declared| is_abolished(declared.kind)) {
        return;
    }
    let at = node.at.key(Key::PreApproval);
    let at = at.key(Key::Kinds);
    let lacking = lacking(node);
    for (index, approval) in kinds(node).iter().enumerate() {
        if is_abolished(approval.kind) && !lacking.iter().any(|lacks| lacks.place == index) {
            out.find(&at.index(index), &[Key::Kind], params![approval: approval.kind]);
        }
    }
}

rule! {
    /// Contents of an organisation's website that take an approval beforehand: online news, games, music, film and
    /// video, and those of finance. Silent where the kind is declared. A letter that the field is not involved, beside a
    /// content that is of the field, is a warning: one of them is wrong. A remark changes nothing.
    ///
    /// Finance is no kind of pre-approval with all providers: where the service has another document among its
    /// materials, that may be the regulator's, and nothing is said.
    ///
    /// **Why.** The reviewer holds the content against what is declared.
    ///
    /// **Example.** A company chooses online news, and "none of these".
    pub(super) CONTENT_NEEDS_PRE_APPROVAL = "service.content-needs-pre-approval" {
        severity: Blocker,
        grades: BESIDE_A_LETTER,
        orders: WITH_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [content, approval, document],
        at: ["/services/{s}/contents"] of Organization,
        sources: [
            stated(WITH_SERVICES): documents::PRE_APPROVAL.at("前置审批行业及批复单位"),
            stated(WITH_SERVICES): documents::FILING_REGULATION.at("第十一条"),
        ],
        miit: [1033],
        summary: {
            zh: "服务内容属于前置审批领域的，须选择类型并上传审批文件",
            en: "Content of a field of pre-approval comes with that approval.",
        },
        message: {
            zh: "服务内容“{content}”属于前置审批领域“{approval}”。请选择该前置审批类型并上传{document}；不涉及的，请更正服务内容。",
            en: "This content ({content}) is of a field of pre-approval: {approval}. Declare that kind and upload {document}; where it does not apply, correct the content.",
        },
        check: [Website(content_needs_pre_approval)],
    }
}

fn content_needs_pre_approval(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let Service::Website(website) = node.service else { return };
    let fields = website.contents.iter().enumerate();
    let mut fields =
        fields.filter_map(|(index, content)| Some((index, *content, field_of(*content)?))).peekable();
    if fields.peek().is_none() || out.filer(cx) != Some(Filer::Organization) {
        return;
    }
    let at = node.at.key(Key::Contents);
    for (index, content, kind) in fields {
        let grade = match spoken_for(cx, node, kind) {
            Some(Papers::Approval | Papers::Other) => continue,
            Some(Papers::Letter) => Severity::Warning,
            None => Severity::Blocker,
        };
        let document = kind.document().unwrap_or(DOCUMENT);
        let params = params![content: content, approval: kind, document: document];
        out.find_graded(grade, &at.index(index), &[], params, |_| None);
    }
}

const BESIDE_A_LETTER: &[Grade] = &[Grade::new(
    Severity::Warning,
    "已上传不涉及承诺书时",
    "where the statement of non-involvement is uploaded",
)];

rule! {
    /// An access filing declares no kind of pre-approval that the filed service has not: the filing is changed first,
    /// with the document.
    ///
    /// **Inferred.** A filed service that adds such contents needs the document; access adds nothing to what is filed.
    ///
    /// **Why.** An access filing alters nothing of what is filed, and who goes beyond what is filed can be punished.
    ///
    /// **Example.** A site that is filed with "none of these" is accessed as a news site.
    pub(super) PRE_APPROVAL_NOT_FILED = "service.pre-approval-not-filed" {
        severity: Blocker,
        orders: ACCESS,
        needs: [Registry, Inputs],
        params: [approval],
        at: ["/services/{s}/pre_approval/kinds"] of Organization,
        sources: [
            inferred(ACCESS): documents::RULES_OF_HUAWEI.at("PreApproval"),
            inferred(ACCESS): documents::ACCESS_FAQ.at("接入备案过程中能否变更主体、网站信息？"),
        ],
        summary: {
            zh: "接入备案不能新增前置审批类型，须先变更",
            en: "An access filing adds no kind of pre-approval to a filed service.",
        },
        message: {
            zh: "已备案的服务没有前置审批类型“{approval}”，接入备案不能新增。请先在原接入商办理变更备案并提交审批文件，再办理接入。",
            en: "The service is filed without this kind of pre-approval ({approval}), and an access filing cannot add it. Change the filing with its provider first, with the document, then access it.",
        },
        check: [Service(pre_approval_not_filed)],
        remedy: remedies::change_the_filing_first,
    }
}

fn pre_approval_not_filed(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    if declared(node).next().is_none() || cx.is_individual() || !cx.is_identified(out) {
        return;
    }
    let Some(own) = out.filed(cx) else { return };
    let Some(registry) = &cx.context.registry else { return };
    let filed = match fitting::find_service(own, node.service, registry) {
        Ok(Some(filed)) => filed,
        Ok(None) => return,
        Err(unknown) => return out.needs_unknown(cx, unknown),
    };
    // A filing that does not tell its kinds says nothing of them.
    let filed = filed.service.service.as_ref().and_then(Service::pre_approval);
    let Some(filed) = filed.and_then(|approval| approval.kinds.as_deref()) else {
        return out.needs(Need::Registry);
    };
    let at = node.at.key(Key::PreApproval);
    let at = at.key(Key::Kinds);
    for (index, approval) in
        declared(node).filter(|(_, own)| !filed.iter().any(|filed| filed.kind == own.kind))
    {
        out.find(&at.index(index), &[Key::Kind], params![approval: approval.kind]);
    }
}

rule! {
    /// The permit for audio-visual programmes on the internet is given to state-owned applicants only: an individual
    /// business cannot hold it.
    ///
    /// Whether a company is state-owned does not stand in an order.
    ///
    /// **Why.** A permit that cannot be obtained cannot be shown.
    ///
    /// **Example.** A photographer's shop that declares film and television.
    pub(super) APPROVAL_OF_STATE_OWNED = "service.approval-of-state-owned" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [approval],
        at: ["/services/{s}/pre_approval/kinds"] of Organization,
        sources: [stated(WITH_SERVICES): documents::PRE_APPROVAL.at("前置审批行业及批复单位 · 广播电影电视节目类")],
        summary: {
            zh: "广播电影电视节目的前置审批仅国有单位可以办理",
            en: "The approval of radio, film and television is given to state-owned applicants only.",
        },
        message: {
            zh: "前置审批“{approval}”仅国有单位可以办理，个体工商户无法取得。不涉及视听节目的，请取消选择并在备注中说明网站内容。",
            en: "This approval ({approval}) is given to state-owned applicants only; an individual business cannot obtain it. Where the service shows no programmes, do not declare it, and explain the content in the remark.",
        },
        check: [Service(approval_of_state_owned)],
    }
}

fn approval_of_state_owned(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let Some((place, approval)) =
        declared(node).find(|(_, approval)| approval.kind == PreApprovalKind::RadioFilmTv)
    else {
        return;
    };
    if cx.principal_kind.is_none() {
        out.filer(cx);
    }
    if cx.principal_kind == Some(PrincipalKind::IndividualBusiness) {
        let at = node.at.key(Key::PreApproval);
        let at = at.key(Key::Kinds);
        out.find(&at.index(place), &[Key::Kind], params![approval: approval.kind]);
    }
}

rule! {
    /// Who sells information or pages for a fee is a commercial service, which takes a licence for value-added
    /// telecommunications. A filing alone does not allow it; the licence is applied for once the filing is complete.
    ///
    /// Whether the service is commercial is an optional input: where it is not given, the rule has nothing to say.
    ///
    /// **Why.** The Measures on internet information services want the licence, and fine who goes without.
    ///
    /// **Example.** A site that sells articles to its readers.
    pub(super) COMMERCIAL_LICENSE_MISSING = "service.commercial-license-missing" {
        severity: Warning,
        actor: Authority,
        orders: WITH_SERVICES,
        needs: [],
        params: [field],
        at: ["/services"],
        sources: [
            stated(FILING): Step::AfterApproval.at("公安备案和经营性备案：备案完成后，即可开通网站或 APP"),
            stated(WITH_SERVICES): documents::MEASURES.at("第四条、第七条、第十九条"),
            stated(WITH_SERVICES): documents::FILED_OF_HUAWEI.at("经营性备案（可选）"),
        ],
        summary: {
            zh: "经营性服务仅有备案不能经营，须取得增值电信业务经营许可证",
            en: "A filing alone does not allow a commercial service: it takes a value-added telecom licence.",
        },
        message: {
            zh: "该服务为经营性服务，但缺少有效的{field}。仅有备案不能提供有偿服务：备案完成后，请向归属地通信管理局申请增值电信业务经营许可证（ICP 证）并填写编号，如“粤B2-20090059”；不向用户收费的，请改为“非经营性”。",
            en: "The service is commercial; missing or wrong: {field}. A filing alone does not allow paid services: once it is complete, apply to the authority of the province for a value-added telecom licence (ICP licence) and enter its number, such as 粤B2-20090059; if users are not charged, mark the service non-commercial.",
        },
        check: [Service(commercial_license_missing)],
    }
}

fn commercial_license_missing(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    if node.service.commercial() != Some(true) {
        return;
    }
    let is_licence = |text: Option<&str>| {
        text.and_then(|text| FilingNumber::parse(text).ok()).is_some_and(FilingNumber::is_licence_based)
    };
    let given = node.service.license_number().filter(|text| !text.trim().is_empty());
    let of_principal = cx.filing_number.is_some_and(FilingNumber::is_licence_based)
        || is_licence(cx.filed_principal.and_then(|filed| filed.filing_number.as_deref()));
    let is_given = if given.is_some() { is_licence(given) } else { of_principal };
    if !is_given {
        out.find(&node.at, &[Key::LicenseNumber], params![field: Key::LicenseNumber]);
    }
}
