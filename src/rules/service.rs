//! Rules of the group `service`: what is asked of a website or an APP, and pre-approval.

use crate::documents;
use crate::fields::{self, Given};
use crate::fitting;
use crate::language::{Term, Text};
use crate::material::MaterialKind;
use crate::params::{Param, Params};
use crate::path::Key;
use crate::principal::{Filer, PrincipalKind};
use crate::remedy::way;
use crate::report::Need;
use crate::rule::rule_group;
use crate::rules::name::{is_explained, is_spoken_for};
use crate::service::{DeclaredPreApproval, PreApprovalKind, Service, WebsiteContent};
use crate::source::{Chapter, Origin};
use crate::value::{DomainName, FilingNumber};
use crate::walk::{typed, Check, Cx, DomainNode, Out, ServiceNode};

const ALL: &[Chapter] = &[
    Chapter::FirstFiling,
    Chapter::AccessFiling,
    Chapter::AddService,
    Chapter::AddServiceFromElsewhere,
    Chapter::ChangeFiling,
    Chapter::ChangeService,
];

rule_group! {
    /// What is asked of a service. A website: name, domain, content, language. An APP: name, as shown under the
    /// installed icon, content, language, whether it provides an SDK, which SDKs it uses, and, in filing orders,
    /// at least one platform.
    ///
    /// **Why.** The form cannot be submitted without.
    ///
    /// **Example.** An APP that does not say whether it uses SDKs; one that uses none says so.
    FIELD_MISSING = "service.field-missing" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [field],
        source: Origin::Guide { chapters: ALL, section: "服务信息", form: None },
        miit: [1004, 1034, 1066],
        summary: {
            zh: "服务信息须填写完整",
            en: "What is asked of a service has to be given.",
        },
        message: {
            zh: "缺少“{field}”，请补充。",
            en: "Missing: {field}. Fill it in.",
        },
        check: &[Check::Service(field_missing), Check::Domain(domain_name_missing)],
        remedy: way::choose_of_service,
    }

    /// A code of an APP's content that the provider's catalogue does not list. Silent where the rulebook carries
    /// no catalogue.
    ///
    /// **Why.** Codes change; the form offers those of the catalogue only.
    ///
    /// **Example.** A code that was copied from another provider's form.
    CONTENT_UNKNOWN = "service.content-unknown" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [code],
        source: Origin::Guide {
            chapters: &[Chapter::ChangeFiling],
            section: "服务信息 · 服务内容（APP）",
            form: Some("服务商的 APP 服务内容目录"),
        },
        miit: [1034],
        summary: {
            zh: "APP 服务内容代码须在服务商目录内",
            en: "The code of an APP's content has to be one of the provider's catalogue.",
        },
        message: {
            zh: "APP 服务内容代码“{code}”不在服务商的目录中。请从目录中重新选择服务内容。",
            en: "The provider's catalogue has no APP content “{code}”. Choose the content from the catalogue again.",
        },
        check: &[Check::App(content_unknown)],
    }

    /// An individual is not offered the pre-approval option: it declares no kind.
    ///
    /// **Why.** Matters that need an authority's approval are open to organisations only.
    ///
    /// **Example.** An individual that declares its blog as news.
    PRE_APPROVAL_NOT_APPLICABLE = "service.pre-approval-not-applicable" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Registry],
        params: [kinds],
        source: Origin::Guide { chapters: ALL, section: "服务信息 · 前置审批类型", form: None },
        miit: [1033],
        summary: {
            zh: "个人备案没有前置审批选项",
            en: "An individual declares no kind of pre-approval.",
        },
        message: {
            zh: "个人备案没有前置审批选项，不能选择“{kinds}”。请删除；确需开展此类服务的，须以单位名义备案。",
            en: "An individual has no pre-approval option and cannot declare: {kinds}. Remove it; such a service is filed by an organisation.",
        },
        check: &[Check::Service(pre_approval_not_applicable)],
        remedy: way::remove,
    }

    /// An organisation declares which kinds of pre-approval its service falls under, or that it falls under
    /// none.
    ///
    /// **Why.** Publishing, news and the like need an authority's approval first, and the authority asks.
    ///
    /// **Example.** A company site without `pre_approval`; an empty list of kinds says "none of these".
    PRE_APPROVAL_UNDECLARED = "service.pre-approval-undeclared" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Registry],
        params: [field],
        source: Origin::Guide { chapters: ALL, section: "服务信息 · 前置审批类型", form: None },
        miit: [1033],
        summary: {
            zh: "单位须选择前置审批类型或“以上都不涉及”",
            en: "An organisation declares a kind of pre-approval, or none of these.",
        },
        message: {
            zh: "尚未选择{field}。服务内容涉及出版、新闻等须前置审批的，请选择对应类型；否则请选择“以上都不涉及”。",
            en: "The {field} is not declared. Choose the kind that the content falls under, such as publishing or news; else choose “none of these”.",
        },
        check: &[Check::Service(pre_approval_undeclared)],
        remedy: way::choose_pre_approval,
    }

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
    PRE_APPROVAL_DOCUMENT_MISSING = "service.pre-approval-document-missing" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Registry],
        params: [approval, field, authority, document, abolished],
        source: Origin::Guide { chapters: ALL, section: "服务信息 · 前置审批类型", form: None },
        miit: [1033],
        summary: {
            zh: "所选前置审批须填写审批号并上传审批文件",
            en: "A declared kind of pre-approval comes with its number and its document.",
        },
        message: {
            zh: "已选择前置审批“{approval}”，但缺少{field}。请向{authority}办理“{document}”，填写审批号并上传文件；不涉及的请取消选择。{abolished?@。}",
            en: "Pre-approval is declared ({approval}), but its {field} is missing. Obtain {document} from {authority}, and give its number and the document; where it does not apply, do not declare it.{abolished? @.}",
        },
        check: &[Check::Service(pre_approval_document_missing)],
        remedy: way::add_material,
    }

    /// A home page is an address of 4 to 255 characters: a domain, with or without `http://` and a path.
    ///
    /// **Why.** The ministry's system refuses others, code 1022.
    ///
    /// **Example.** `http//www.example.com`, without its colon.
    HOME_PAGE_MALFORMED = "service.home-page-malformed" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [reason],
        source: Origin::Document(documents::MINISTRY_INTERFACE, "处理结果代码 1022"),
        miit: [1022],
        summary: {
            zh: "首页网址格式须正确",
            en: "A home page is a well-formed address.",
        },
        message: {
            zh: "首页网址有误：{reason}。请填写可访问的首页网址，例如 www.example.com。",
            en: "This is no address of a home page: {reason}. Give one that can be opened, such as www.example.com.",
        },
        check: &[Check::Website(home_page_malformed)],
    }

    /// Each home page lies under one of the website's domains.
    ///
    /// **Why.** The ministry's system refuses an address that contains none of them, code 1041.
    ///
    /// **Example.** The domain is `example.com`, the home page `www.example.cn`.
    HOME_PAGE_ELSEWHERE = "service.home-page-elsewhere" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [host],
        source: Origin::Document(documents::MINISTRY_INTERFACE, "处理结果代码 1041"),
        miit: [1041],
        summary: {
            zh: "首页网址须包含该网站备案的域名",
            en: "A home page lies under one of the website's domains.",
        },
        message: {
            zh: "首页网址的域名 {host} 不是该网站填写的域名或其下级域名。请改正首页网址或网站域名。",
            en: "The home page is at {host}, which is neither a domain of the website nor under one. Correct the home page or the domain.",
        },
        check: &[Check::Website(home_page_elsewhere)],
    }

    /// A kind of pre-approval is declared once, and none beside "none of these".
    ///
    /// **Why.** The form refuses both.
    ///
    /// **Example.** News, declared together with 以上都不涉及.
    PRE_APPROVAL_CONTRADICTORY = "service.pre-approval-contradictory" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [approval],
        source: Origin::Document(documents::WECHAT_FILING, "前置审批类型 nrlx"),
        miit: [1033],
        summary: {
            zh: "前置审批类型不得重复，也不得与“以上都不涉及”同选",
            en: "A kind of pre-approval is declared once, and none beside “none of these”.",
        },
        message: {
            zh: "前置审批类型“{approval}”重复选择，或与“以上都不涉及”同时选择。请只保留实际涉及的类型。",
            en: "The pre-approval kind “{approval}” is declared twice, or together with “none of these”. Keep the kinds that apply.",
        },
        check: &[Check::Service(pre_approval_contradictory)],
    }

    /// Kinds whose approval was abolished: education in general, health care, bulletin boards. An authority may
    /// still ask for a letter. Where number or document is missing, that is said, and this with it.
    ///
    /// Off-campus training is a kind of its own, and goes on.
    ///
    /// **Why.** Nobody issues the document any more.
    ///
    /// **Example.** A vocational school that declares education.
    PRE_APPROVAL_ABOLISHED = "service.pre-approval-abolished" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [approval],
        source: Origin::Document(documents::PRE_APPROVAL_FAQ, "已取消的前置审批"),
        summary: {
            zh: "教育、医疗保健、电子公告服务的前置审批已取消",
            en: "The approvals of education, health care and bulletin boards were abolished.",
        },
        message: {
            zh: "“{approval}”的前置审批已取消，一般无需选择。请核对服务内容，或向当地管局确认需要哪些材料。",
            en: "The approval of this kind ({approval}) was abolished, and it is usually not declared. Check the content, or ask the authority what it wants.",
        },
        check: &[Check::Service(pre_approval_abolished)],
    }

    /// Contents that an individual's website may not have: news, games, film and video, trade, payment and finance,
    /// recruitment, dating, property, education, and an organisation's portal.
    ///
    /// **Why.** They take an approval or a licence that individuals cannot obtain, or belong to an organisation.
    ///
    /// **Example.** An individual files a shop.
    CONTENT_OF_INDIVIDUAL = "service.content-of-individual" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Registry],
        params: [contents],
        source: Origin::Document(documents::REFUSAL_REASONS, "个人网站内容"),
        miit: [1034],
        summary: {
            zh: "个人网站不能有新闻、交易、企业、教育等内容",
            en: "An individual's website has no news, trade, organisation's or school's content.",
        },
        message: {
            zh: "个人不能开办“{contents}”类网站。请按网站实际内容重新选择；确为此类内容的，须以单位名义备案。",
            en: "An individual cannot file a website with this content: {contents}. Choose what the site is really about; such content is filed by an organisation.",
        },
        check: &[Check::Website(content_of_individual)],
    }

    /// Contents of an organisation's website that take an approval beforehand: online news, games, music, film and
    /// video, and those of finance. Silent where the kind is declared, where the letter of non-involvement or another
    /// document is uploaded, or where the remark explains.
    ///
    /// Finance is no kind of pre-approval with all providers; its document then stands among the other materials.
    ///
    /// **Why.** The reviewer holds the content against what is declared.
    ///
    /// **Example.** A company chooses online news, and "none of these".
    CONTENT_NEEDS_PRE_APPROVAL = "service.content-needs-pre-approval" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Registry],
        params: [content, approval, document],
        source: Origin::Document(documents::PRE_APPROVAL, "前置审批行业及批复单位"),
        miit: [1033],
        summary: {
            zh: "服务内容属于前置审批领域的，须选择类型并上传审批文件",
            en: "Content of a field of pre-approval comes with that approval.",
        },
        message: {
            zh: "服务内容“{content}”属于前置审批领域“{approval}”。请选择该前置审批类型并上传{document}；不涉及的，请更正服务内容、在备注中说明，或上传不涉及承诺书。",
            en: "This content ({content}) is of a field of pre-approval: {approval}. Declare that kind and upload {document}; where it does not apply, correct the content, explain in the remark, or upload the letter of non-involvement.",
        },
        check: &[Check::Website(content_needs_pre_approval)],
    }

    /// An access filing declares no kind of pre-approval that the filed service has not: the filing is changed first,
    /// with the document.
    ///
    /// **Why.** An access filing alters nothing of what is filed, and who goes beyond what is filed can be punished.
    ///
    /// **Example.** A site that is filed with "none of these" is accessed as a news site.
    PRE_APPROVAL_NOT_FILED = "service.pre-approval-not-filed" {
        severity: Blocker,
        orders: ACCESS,
        needs: [Registry],
        params: [approval],
        source: Origin::Document(documents::RULES_OF_HUAWEI, "新增前置审批内容"),
        miit: [1033],
        summary: {
            zh: "接入备案不能新增前置审批类型，须先变更",
            en: "An access filing adds no kind of pre-approval to a filed service.",
        },
        message: {
            zh: "已备案的服务没有前置审批类型“{approval}”，接入备案不能新增。请先在原接入商办理变更备案并提交审批文件，再办理接入。",
            en: "The service is filed without this kind of pre-approval ({approval}), and an access filing cannot add it. Change the filing with its provider first, with the document, then access it.",
        },
        check: &[Check::Service(pre_approval_not_filed)],
        remedy: way::change_the_filing_first,
    }

    /// An APP has five contents at most.
    ///
    /// A platform's form for mini programs, whose catalogue is the same; other forms state no limit.
    ///
    /// **Why.** Many contents ask for many proofs.
    ///
    /// **Example.** Six codes.
    CONTENTS_MANY = "service.contents-many" {
        severity: Advice,
        orders: WITH_SERVICES,
        needs: [],
        params: [count, max],
        source: Origin::Document(documents::WECHAT_FILING, "服务内容类型"),
        summary: {
            zh: "APP 服务内容建议不超过 5 项",
            en: "An APP has five contents at most.",
        },
        message: {
            zh: "已选择 {count} 项服务内容，建议不超过 {max} 项。请只保留主要内容。",
            en: "There are {count:content}; {max} at most are advised. Keep the main ones.",
        },
        check: &[Check::App(contents_many)],
    }

    /// The remark on an APP describes its service in 20 to 200 characters.
    ///
    /// A platform's form for mini programs; other forms state no limit.
    ///
    /// **Why.** A shorter one says nothing to the reviewer, a longer one is cut.
    ///
    /// **Example.** `工具`.
    REMARK_LENGTH = "service.remark-length" {
        severity: Advice,
        orders: WITH_SERVICES,
        needs: [],
        params: [count, min, max],
        source: Origin::Document(documents::WECHAT_FILING, "备注"),
        summary: {
            zh: "APP 备注建议 20 至 200 字",
            en: "The remark on an APP has 20 to 200 characters.",
        },
        message: {
            zh: "备注有 {count} 个字，建议用 {min} 至 {max} 个字说明 APP 的实际服务内容。",
            en: "The remark has {count:character}. Describe what the APP does in {min} to {max}.",
        },
        check: &[Check::App(remark_length)],
    }

    /// The permit for audio-visual programmes on the internet is given to state-owned applicants only: an individual
    /// business cannot hold it.
    ///
    /// Whether a company is state-owned does not stand in an order.
    ///
    /// **Why.** A permit that cannot be obtained cannot be shown.
    ///
    /// **Example.** A photographer's shop that declares film and television.
    APPROVAL_OF_STATE_OWNED = "service.approval-of-state-owned" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [Registry],
        params: [approval],
        source: Origin::Document(documents::PRE_APPROVAL, "广播电影电视节目类"),
        miit: [1033],
        summary: {
            zh: "广播电影电视节目的前置审批仅国有单位可以办理",
            en: "The approval of radio, film and television is given to state-owned applicants only.",
        },
        message: {
            zh: "前置审批“{approval}”仅国有单位可以办理，个体工商户无法取得。不涉及视听节目的，请取消选择并在备注中说明网站内容。",
            en: "This approval ({approval}) is given to state-owned applicants only; an individual business cannot obtain it. Where the service shows no programmes, do not declare it, and explain the content in the remark.",
        },
        check: &[Check::Service(approval_of_state_owned)],
    }

    /// UCloud's form wants a home page that begins with `www.`.
    ///
    /// **Why.** It is the provider's way of writing the address.
    ///
    /// **Example.** `example.com`; write `www.example.com`.
    HOME_PAGE_WITHOUT_WWW = "service.home-page-without-www" {
        severity: Advice,
        orders: WITH_SERVICES,
        needs: [],
        params: [host, written],
        source: Origin::Document(documents::FILING_TERMS, "网站首页网址"),
        providers: [Ucloud],
        summary: {
            zh: "首页网址一般以 www. 开头",
            en: "A home page begins with www.",
        },
        message: {
            zh: "首页网址 {host} 没有以 www. 开头。本接入商的表单要求填写 {written} 这样的网址，请确认该网址可以打开后改填。",
            en: "The home page {host} does not begin with www., as the provider's form wants it. Give {written}, if it can be opened.",
        },
        check: &[Check::Website(home_page_without_www)],
    }

    /// Where only a name under the domain is served here, and the rest elsewhere, the access filing is of the domain,
    /// and the remark names the name that is meant.
    ///
    /// The home page tells which name that is; without one the rule has nothing to say.
    ///
    /// **Why.** The reviewer opens what is served here.
    ///
    /// **Example.** `shop.example.com` moves here, `example.com` stays with another provider.
    SUBDOMAIN_NOT_IN_REMARK = "service.subdomain-not-in-remark" {
        severity: Warning,
        orders: ACCESS,
        needs: [],
        params: [host, domain],
        source: Origin::Document(documents::NEED_FAQ, "主域名与子域名在不同接入商"),
        cited: [Huawei: documents::DOMAINS_OF_HUAWEI, "主域名与子域名在不同接入商"],
        summary: {
            zh: "仅接入子域名的，须在备注中写明该子域名",
            en: "Where only a name under the domain is served here, the remark names it.",
        },
        message: {
            zh: "首页网址 {host} 是 {domain} 的子域名。只有该子域名使用本接入商的，请在备注中写明“{host}”。",
            en: "The home page is at {host}, a name under {domain}. If only that name is served here, name it in the remark.",
        },
        check: &[Check::Website(subdomain_not_in_remark)],
    }

    /// Who sells information or pages for a fee is a commercial service, which takes a licence for value-added
    /// telecommunications first. A filing alone does not allow it.
    ///
    /// Whether the service is commercial is an optional input: where it is not given, the rule has nothing to say.
    ///
    /// **Why.** The Measures on internet information services want the licence, and fine who goes without.
    ///
    /// **Example.** A site that sells articles to its readers.
    COMMERCIAL_LICENSE_MISSING = "service.commercial-license-missing" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [field],
        source: Origin::Document(documents::MEASURES, "第七条"),
        summary: {
            zh: "经营性服务须先取得增值电信业务经营许可证",
            en: "A commercial service takes a licence for value-added telecommunications first.",
        },
        message: {
            zh: "该服务为经营性服务，但缺少有效的{field}。请先向通信管理局申请增值电信业务经营许可证（ICP 证）并填写编号，如“粤B2-20090059”；不收费的请取消“经营性”。",
            en: "The service is commercial, and this is not given or wrong: {field}. Obtain the licence from the authority and give its number, such as 粤B2-20090059; where nothing is charged, it is not commercial.",
        },
        check: &[Check::Service(commercial_license_missing)],
    }
}

fn field_missing(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    match node.service {
        Service::Website(website) => {
            fields::missing(fields::WEBSITE, website, Given::default(), &node.at, cx, out);
        }
        Service::App(app) => fields::missing(fields::APP, app, Given::default(), &node.at, cx, out),
    }
}

fn domain_name_missing(cx: &Cx<'_>, node: &DomainNode<'_>, out: &mut Out) {
    if let Service::Website(_) = node.service.service {
        fields::missing(fields::WEBSITE_DOMAIN, node.domain, Given::default(), &node.at, cx, out);
    }
}

fn content_unknown(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let (Service::App(app), Some(catalogue)) = (node.service, cx.rulebook.app_contents()) else { return };
    let at = node.at.key(Key::Contents);
    for (index, code) in app.contents.iter().enumerate() {
        if !catalogue.contains(code) {
            out.find(&at.index(index), &[], params![code: Param::name(crate::wire::shown(code))]);
        }
    }
}

/// The declared kinds, without "none of these", with their places.
fn declared<'a>(node: &ServiceNode<'a>) -> impl Iterator<Item = (usize, &'a DeclaredPreApproval)> {
    let kinds = node.service.pre_approval().and_then(|approval| approval.kinds.as_deref());
    let kinds = kinds.unwrap_or_default().iter().enumerate();
    kinds.filter(|(_, declared)| declared.kind != PreApprovalKind::NoneOfThese)
}

fn pre_approval_not_applicable(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    if declared(node).next().is_some() && out.filer(cx) == Some(Filer::Individual) {
        let kinds: Param = declared(node).map(|(_, declared)| declared.kind).collect();
        out.find(&node.at, &[Key::PreApproval], params![kinds: kinds]);
    }
}

fn pre_approval_undeclared(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    fields::missing(fields::PRE_APPROVAL, node.service, Given::default(), &node.at, cx, out);
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
        let number = typed(approval.approval_number.as_ref()).is_none();
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

fn pre_approval_document_missing(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    if declared(node).next().is_none() || out.filer(cx) != Some(Filer::Organization) {
        return;
    }
    let at = node.at.key(Key::PreApproval);
    let at = at.key(Key::Kinds);
    for lacks in lacking(node) {
        if lacks.number {
            let params = with_authority(lacks.kind, Key::ApprovalNumber.into());
            out.find(&at.index(lacks.place), &[Key::ApprovalNumber], params);
        }
        if lacks.document {
            let params = with_authority(lacks.kind, MaterialKind::PreApprovalDocument.into());
            out.find(&node.at, &[Key::Materials], params);
        }
    }
}

/// The host of a home page, or why the address has none.
fn host(address: &str) -> Result<DomainName<'_>, Term> {
    if !(4..=255).contains(&address.chars().count()) {
        return Err(HOME_PAGE_LENGTH);
    }
    let rest = ["http://", "https://"].iter().find_map(|scheme| {
        let head = address.get(..scheme.len())?;
        head.eq_ignore_ascii_case(scheme).then(|| address.get(scheme.len()..)).flatten()
    });
    let rest = rest.unwrap_or(address);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (host, port) = host.rsplit_once(':').unwrap_or((host, "80"));
    match DomainName::parse(host) {
        Ok(name) if port.parse::<u16>().is_ok() => Ok(name),
        Ok(_) => Err(HOME_PAGE_PORT),
        Err(reason) => Err(reason.into()),
    }
}

const HOME_PAGE_LENGTH: Term = Term {
    code: "length",
    text: Text { zh: "首页网址应为 4 至 255 个字符", en: "an address has 4 to 255 characters" },
};

const HOME_PAGE_PORT: Term =
    Term { code: "port", text: Text { zh: "端口不是数字", en: "the port is no number" } };

/// The website's home pages with their places.
fn home_pages<'a>(node: &ServiceNode<'a>) -> impl Iterator<Item = (usize, &'a str)> {
    let pages = match node.service {
        Service::Website(website) => website.home_pages.as_deref().unwrap_or_default(),
        Service::App(_) => &[],
    };
    pages.iter().enumerate().map(|(index, page)| (index, page.trim()))
}

fn home_page_malformed(_: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let at = node.at.key(Key::HomePages);
    for (index, page) in home_pages(node) {
        if let Err(reason) = host(page) {
            out.find(&at.index(index), &[], params![reason: reason]);
        }
    }
}

fn home_page_elsewhere(_: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let at = node.at.key(Key::HomePages);
    for (index, page) in home_pages(node) {
        let Ok(host) = host(page) else { continue };
        let mut domains = node
            .service
            .domains()
            .filter_map(|domain| DomainName::parse(domain.name.as_deref()?).ok())
            .peekable();
        if domains.peek().is_some() && !domains.any(|domain| host.is_under(&domain)) {
            out.find(&at.index(index), &[], params![host: Param::name(host.to_unicode())]);
        }
    }
}

/// All declared kinds, "none of these" included, with the place of their list.
fn kinds<'a>(node: &ServiceNode<'a>) -> &'a [DeclaredPreApproval] {
    node.service.pre_approval().and_then(|approval| approval.kinds.as_deref()).unwrap_or_default()
}

fn pre_approval_contradictory(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
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

fn pre_approval_abolished(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
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

fn home_page_without_www(_: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let at = node.at.key(Key::HomePages);
    for (index, page) in home_pages(node) {
        let Ok(host) = host(page) else { continue };
        if host.as_ascii().starts_with("www.") {
            continue;
        }
        let written = format!("www.{}", host.to_unicode());
        let params = params![host: Param::name(host.to_unicode()), written: Param::name(written)];
        out.find(&at.index(index), &[], params);
    }
}

fn subdomain_not_in_remark(_: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let remark = node.service.remark().unwrap_or_default();
    for (_, page) in home_pages(node) {
        let Ok(host) = host(page) else { continue };
        let registrable = host.registrable();
        let name = host.to_unicode();
        let is_itself = host.as_ascii() == registrable.as_ascii()
            || host.as_ascii() == format!("www.{}", registrable.as_ascii());
        if !is_itself && !remark.contains(&*name) && !remark.contains(host.as_ascii()) {
            let params = params![host: Param::name(name), domain: Param::name(registrable.to_unicode())];
            return out.find(&node.at, &[Key::Remark], params);
        }
    }
}

fn commercial_license_missing(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
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

fn content_of_individual(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    use WebsiteContent as Content;
    let Service::Website(website) = node.service else { return };
    let is_refused = |content: Content| {
        matches!(
            content,
            Content::OnlineNews
                | Content::OnlineShopping
                | Content::OnlinePayment
                | Content::OnlineBanking
                | Content::OnlineSecuritiesFunds
                | Content::OnlineGames
                | Content::OnlineVideo
                | Content::OnlineRecruitment
                | Content::OnlineDating
                | Content::OnlineRealEstate
                | Content::OnlineEducation
                | Content::OrganizationPortal
        ) || field_of(content) == Some(PreApprovalKind::InternetFinance)
    };
    let mut refused = website.contents.iter().copied().filter(|content| is_refused(*content)).peekable();
    if refused.peek().is_none() || out.filer(cx) != Some(Filer::Individual) {
        return;
    }
    out.find(&node.at, &[Key::Contents], params![contents: refused.collect::<Param>()]);
}

/// The field of pre-approval that a content is of.
const fn field_of(content: WebsiteContent) -> Option<PreApprovalKind> {
    use WebsiteContent as Content;
    Some(match content {
        Content::OnlineNews => PreApprovalKind::News,
        Content::OnlineGames => PreApprovalKind::Publishing,
        Content::OnlineMusic => PreApprovalKind::Culture,
        Content::OnlineVideo => PreApprovalKind::RadioFilmTv,
        Content::OnlinePayment
        | Content::OnlineBanking
        | Content::OnlineSecuritiesFunds
        | Content::P2pLendingIntermediary
        | Content::EquityCrowdfunding
        | Content::InternetInsurance
        | Content::CrossSectorFinanceAssetManagement
        | Content::NonBankPayment => PreApprovalKind::InternetFinance,
        _ => return None,
    })
}

fn content_needs_pre_approval(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let Service::Website(website) = node.service else { return };
    let fields = website.contents.iter().enumerate();
    let mut fields =
        fields.filter_map(|(index, content)| Some((index, *content, field_of(*content)?))).peekable();
    if fields.peek().is_none() || out.filer(cx) != Some(Filer::Organization) || is_explained(cx, node) {
        return;
    }
    let at = node.at.key(Key::Contents);
    for (index, content, kind) in fields.filter(|(_, _, kind)| !is_spoken_for(cx, node, *kind)) {
        let document = kind.document().unwrap_or(DOCUMENT);
        out.find(&at.index(index), &[], params![content: content, approval: kind, document: document]);
    }
}

fn pre_approval_not_filed(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    if declared(node).next().is_none() || cx.is_individual() || !cx.is_identified(out) {
        return;
    }
    let Some(registry) = out.registry(cx) else { return };
    let filed = cx.filed_principal.and_then(|own| fitting::filed_service(own, node.service, registry));
    let Some(filed) = filed.flatten() else {
        if !registry.is_complete() {
            out.needs(Need::Registry);
        }
        return;
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

fn contents_many(_: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    const MAX: usize = 5;
    let Service::App(app) = node.service else { return };
    let count = app.contents.len();
    if count > MAX {
        out.find(&node.at, &[Key::Contents], params![count, max: MAX]);
    }
}

fn remark_length(_: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    const MIN: usize = 20;
    const MAX: usize = 200;
    let Service::App(app) = node.service else { return };
    let Some(remark) = typed(app.remark.as_ref()) else { return };
    // A character takes one byte to four: most remarks need no counting.
    if remark.len().div_ceil(4) >= MIN && remark.len() <= MAX {
        return;
    }
    let count = remark.chars().count();
    if !(MIN..=MAX).contains(&count) {
        out.find(&node.at, &[Key::Remark], params![count, min: MIN, max: MAX]);
    }
}

fn approval_of_state_owned(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
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
