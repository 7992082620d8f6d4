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
            en: "Individuals have no pre-approval option.",
        },
        message: {
            zh: "个人备案没有前置审批选项，不能选择“{kinds}”。请取消选择；确需开展此类服务的，须以单位名义备案。",
            en: "An individual cannot select a pre-approval type ({kinds}). Deselect it; a service of this kind must be filed by an organisation.",
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
            en: "An organisation must select a pre-approval type, or “none of these”.",
        },
        message: {
            zh: "尚未选择{field}。请核对服务内容：不涉及前置审批的，选择“以上都不涉及”；涉及出版、新闻等的，选择对应类型。",
            en: "The {field} has not been selected. Check the content of the service: if none applies, select “none of these”; if it involves publishing, news or the like, select that type.",
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
            en: "A selected pre-approval needs its number and its document.",
        },
        message: {
            zh: "已选择前置审批“{approval}”，但缺少{field}。不涉及该业务的，请取消选择；已取得{document}的，请填写审批号并上传文件{authority?；尚未取得的，请先向@办理}。{abolished?@。}",
            en: "Pre-approval is selected ({approval}), but this is missing: {field}. If it does not apply, deselect it; if you hold {document}, enter its number and upload it{authority?; otherwise obtain it from @ first}.{abolished? @.}",
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

const DOCUMENT: Term = Term { code: "approval", text: Text { zh: "审批文件", en: "the approval" } };

/// The parameters of a missing number or document: of which approval, what, from whom.
fn with_authority(approval: PreApprovalKind, field: Param) -> Params {
    const AUTHORITY: Term =
        Term { code: "in_charge", text: Text { zh: "主管部门", en: "the authority in charge" } };
    params![
        approval: approval,
        field: field,
        authority: if is_abolished(approval) { Param::NONE } else { Param::one(approval.authority().unwrap_or(AUTHORITY)) },
        document: approval.document().unwrap_or(DOCUMENT),
        abolished: if is_abolished(approval) { Param::one(ABOLISHED) } else { Param::NONE },
    ]
}

const ABOLISHED: Term = Term {
    code: "abolished",
    text: Text {
        zh: "该类前置审批已取消，管局没有要求的，请取消选择",
        en: "The approval of this type has been abolished: unless the authority requires it, deselect it",
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
        params: [repeated, beside],
        at: ["/services/{s}/pre_approval/kinds"] of Organization,
        sources: [
            inferred(WITH_SERVICES): Step::Services.at("前置审批类型"),
            inferred(WITH_SERVICES): documents::WECHAT_FILING.at("前置审批项，列表中不能存在重复的前置审批类型id"),
        ],
        miit: [1033],
        summary: {
            zh: "前置审批类型不得重复，也不得与“以上都不涉及”同选",
            en: "A pre-approval type must not be selected twice, or together with “none of these”.",
        },
        message: {
            zh: "{repeated?前置审批类型“@”重复选择，请只保留一个。}{beside?“以上都不涉及”不能与“@”同时选择。涉及的，请取消“以上都不涉及”；不涉及的，请取消其他类型。}",
            en: "{repeated?The pre-approval type “@” is selected twice. Keep one of them.}{beside?“None of these” cannot be selected together with other types (@). If they apply, deselect “none of these”; if not, deselect them.}",
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
            let (repeated, beside) = if is_repeated {
                (Param::one(approval.kind), Param::NONE)
            } else {
                (Param::NONE, declared(node).map(|(_, declared)| declared.kind).collect())
            };
            out.find(&at.index(index), &[Key::Kind], params![repeated, beside]);
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
            en: "The pre-approvals of education, health care and bulletin boards have been abolished.",
        },
        message: {
            zh: "“{approval}”的前置审批已取消，一般无须选择。请核对服务内容并取消选择；当地管局仍有要求的，请按其要求提交材料。",
            en: "The pre-approval of this type ({approval}) has been abolished and normally need not be selected. Check the content and deselect it; if the authority still requires something, submit what it asks for.",
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
            en: "Content that requires pre-approval needs that type selected and its document uploaded.",
        },
        message: {
            zh: "服务内容“{content}”需要“{approval}”类前置审批。内容选错的，请更正；确为此类内容的，请选择该前置审批类型并上传{document}。",
            en: "This content ({content}) requires pre-approval: {approval}. If the content was selected by mistake, correct it; otherwise select that pre-approval type and upload {document}.",
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
            en: "An access filing cannot add a pre-approval type; change the filing first.",
        },
        message: {
            zh: "该服务备案时没有前置审批类型“{approval}”，接入备案不能新增。请先在原接入商办理变更备案并提交审批文件，再办理接入备案。",
            en: "This pre-approval type ({approval}) is not on file for the service, and an access filing cannot add it. First change the filing with the current provider, with the approval document, then submit the access filing.",
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
    let filed = filed.service.service.as_deref().and_then(Service::pre_approval);
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
        params: [approval, principal],
        at: ["/services/{s}/pre_approval/kinds"] of Organization,
        sources: [stated(WITH_SERVICES): documents::PRE_APPROVAL.at("前置审批行业及批复单位 · 广播电影电视节目类")],
        summary: {
            zh: "广播电影电视节目的前置审批仅国有单位可以办理",
            en: "The approval for radio, film and television programmes is issued to state-owned bodies only.",
        },
        message: {
            zh: "“{approval}”类许可一般仅向国有单位核发，{principal}通常无法取得。不提供视听节目的，请取消选择（可选“以上都不涉及”），并在备注中说明网站内容。",
            en: "This permit ({approval}) is normally issued to state-owned bodies only; a principal of the type “{principal}” cannot usually obtain it. If the service shows no programmes, deselect it (“none of these” is available) and describe the content in the remark.",
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
    if let Some(principal @ PrincipalKind::IndividualBusiness) = cx.principal_kind {
        let at = node.at.key(Key::PreApproval);
        let at = at.key(Key::Kinds);
        out.find(&at.index(place), &[Key::Kind], params![approval: approval.kind, principal]);
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
            en: "A commercial service needs a value-added telecom licence as well as the filing.",
        },
        message: {
            zh: "该服务为经营性互联网信息服务，缺少有效的{field}。不向用户收费的，请改为“非经营性”；收费的，仅有备案还不能经营：备案完成后，请向归属地通信管理局申请增值电信业务经营许可证（ICP 证），取得后填写编号，如“粤B2-20090059”。",
            en: "This is a commercial internet information service; missing or not valid: {field}. If users are not charged, mark it non-commercial. If they are, the filing alone does not permit it: once the filing is complete, apply to the authority of the province for a value-added telecom licence (ICP licence) and enter its number, such as 粤B2-20090059.",
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
