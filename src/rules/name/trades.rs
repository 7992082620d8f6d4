//! Words of trades that need an approval.

use crate::engine::context::CheckContext;
use crate::engine::nodes::ServiceNode;
use crate::engine::outcome::Outcome;
use crate::model::material::MaterialKind;
use crate::model::principal::Filer;
use crate::model::service::PreApprovalKind;
use crate::path::Key;
use crate::rule::{documents, Origin};
use crate::rulebook::words::{Licence, List};
use crate::rules::name::{is_explained, names, website_name};
use crate::text::{Term, Text};
use crate::value::Province;

rule! {
    /// Words in the name of an organisation's website that ask for the approval of their field: 论坛, 在线, 社区,
    /// 交流, 博客. Silent where a kind of pre-approval is declared.
    ///
    /// **Why.** Forums and the like once took an approval of their own, and authorities still ask.
    ///
    /// **Example.** `云澜技术论坛`.
    pub(super) SPECIAL_APPROVAL = "name.special-approval" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [words],
        at: ["/services/{s}/name"],
        source: Origin::Document(documents::NAMES_OF_QINGCLOUD, "单位网站名称"),
        summary: {
            zh: "单位网站名称含“论坛”“在线”等词语的，可能要求专项审批",
            en: "Some words in the name of an organisation's website ask for a special approval.",
        },
        message: {
            zh: "网站名称中的“{words}”可能被要求提供相应的专项审批。没有审批的，建议更换名称，或在备注中说明网站内容。",
            en: "For {words} in the name of the site a special approval may be asked. Without one, choose another name, or explain in the remark what the site does.",
        },
        check: [Website(special_approval)],
    }
}

fn special_approval(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    if !cx.is_organization() || website_name(node).is_none() {
        return;
    }
    let declared = node.service.pre_approval().and_then(|approval| approval.kinds.as_deref());
    let words = node.words().of_list(List::SpecialApproval);
    if !words.is_empty() && declared.unwrap_or_default().is_empty() {
        out.find(&node.at, &[Key::Name], params![words: names(&words)]);
    }
}

rule! {
    /// Words of finance in the name of a service ask for the document of the regulator. Silent where internet
    /// finance is declared as a kind of pre-approval, or where the undertaking that it is not involved, or another
    /// document, is among the service's materials.
    ///
    /// **Why.** Since 2017 such names are filed only with the regulator's consent.
    ///
    /// **Example.** `云澜财富管理`.
    pub(super) FINANCE_WORD = "name.finance-word" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [words],
        at: ["/services/{s}/name"],
        source: Origin::Document(documents::PRE_APPROVAL, "金融类（银发〔2017〕119号）"),
        miit: [1033],
        summary: {
            zh: "服务名称含金融类词语的，须有金融监管部门的审批文件",
            en: "Words of finance in the name of a service ask for the regulator's document.",
        },
        message: {
            zh: "服务名称中有金融类词语：{words}。请上传金融监管部门的批准文件；不从事相关业务的，请更换名称，或上传不涉及承诺书。",
            en: "The name has words of finance: {words}. Upload the regulator's document; where the service does no such business, choose another name, or upload the letter of non-involvement.",
        },
        check: [Service(finance_word)],
    }
}

fn finance_word(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let words = node.words().of_list(List::Finance);
    if !words.is_empty() && !is_spoken_for(cx, node, PreApprovalKind::InternetFinance) {
        out.find(&node.at, &[Key::Name], params![words: names(&words)]);
    }
}

/// Whether a document speaks for a field that its words ask for: the kind is declared, or an undertaking or another
/// document is uploaded.
pub(crate) fn is_spoken_for(cx: &CheckContext<'_>, node: &ServiceNode<'_>, kind: PreApprovalKind) -> bool {
    let declared = node.service.pre_approval().and_then(|approval| approval.kinds.as_deref());
    let materials = node.service.materials().iter().chain(cx.order.materials());
    declared.unwrap_or_default().iter().any(|declared| declared.kind == kind)
        || materials
            .map(|material| material.kind)
            .any(|kind| matches!(kind, MaterialKind::NonInvolvementLetter | MaterialKind::Other))
}

rule! {
    /// Words of finance in the name of an organisation ask for the same.
    ///
    /// **Why.** The reviewer takes its services for financial ones.
    ///
    /// **Example.** A company called 云澜投资管理 files a site about its office.
    pub(super) PRINCIPAL_FINANCE_WORD = "name.principal-finance-word" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [words],
        at: ["/services/{s}/materials"],
        source: Origin::Document(documents::PRE_APPROVAL, "金融类（银发〔2017〕119号）"),
        summary: {
            zh: "主办者名称含金融类词语的，须提供审批文件或不涉及承诺书",
            en: "Words of finance in the principal's name ask for a document or an undertaking.",
        },
        message: {
            zh: "主办者名称中有金融类词语：{words}。请上传金融监管部门的批准文件；服务不涉及金融业务的，请上传不涉及承诺书。",
            en: "The principal's name has words of finance: {words}. Upload the regulator's document, or, where the service is not about finance, the letter of non-involvement.",
        },
        check: [Service(principal_finance_word)],
    }
}

fn principal_finance_word(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    if !cx.is_organization() {
        return;
    }
    let words = cx.principal_words().of_list(List::Finance);
    let is_said =
        || node.words().has(List::Finance) || is_spoken_for(cx, node, PreApprovalKind::InternetFinance);
    if !words.is_empty() && !is_said() {
        out.find(&node.at, &[Key::Materials], params![words: names(&words)]);
    }
}

rule! {
    /// Words of training up to senior high school ask for the permit of the education department. Silent where
    /// off-campus training is declared, or the undertaking that it is not involved is uploaded.
    ///
    /// An older page says that pre-approval of education was abolished; newer ones have off-campus training as a
    /// kind of its own. Vocational training is exempt.
    ///
    /// **Why.** Training of pupils is licensed since 2021.
    ///
    /// **Example.** `云澜校外培训`.
    pub(super) TRAINING_WORD = "name.training-word" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [words],
        at: ["/services/{s}/name"],
        source: Origin::Document(documents::PRE_APPROVAL, "校外培训"),
        miit: [1033],
        summary: {
            zh: "服务名称含校外培训类词语的，须有教育部门的办学许可",
            en: "Words of off-campus training in the name of a service ask for a permit.",
        },
        message: {
            zh: "服务名称中有校外培训类词语：{words}。请选择前置审批“校外培训”并上传办学许可证；不涉及高中及以下培训的，请更换名称，或上传不涉及承诺书。",
            en: "The name has words of off-campus training: {words}. Declare that kind of pre-approval and upload the permit; where no pupils are trained, choose another name, or upload the letter of non-involvement.",
        },
        check: [Service(training_word)],
    }
}

fn training_word(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let words = node.words().of_list(List::Training);
    if !words.is_empty() && !is_spoken_for(cx, node, PreApprovalKind::OffCampusTraining) {
        out.find(&node.at, &[Key::Name], params![words: names(&words)]);
    }
}

rule! {
    /// Words of a field that takes an approval beforehand stand in a name only with that approval. Silent where the
    /// kind is declared; for organisations also where the letter of non-involvement or another document is uploaded,
    /// or the remark explains. Finance and training have rules of their own.
    ///
    /// One page asks for the approval or another name, a newer one takes an explanation where the authority in charge
    /// says that none is needed. Of culture, only the words of the licensed business count.
    ///
    /// **Why.** The reviewer holds the name against what is declared.
    ///
    /// **Example.** `青禾新闻网`, with "none of these" declared.
    pub(super) PRE_APPROVAL_WORD = "name.pre-approval-word" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Registry],
        params: [words, approval, way],
        at: ["/services/{s}/name"],
        source: Origin::Document(documents::NAMING, "网站名称建议 · 前置审批"),
        miit: [1033],
        summary: {
            zh: "服务名称含前置审批领域词语的，须取得相应审批",
            en: "Words of a field of pre-approval stand in a name only with the approval.",
        },
        message: {
            zh: "服务名称中的“{words}”属于前置审批领域“{approval}”。{way}。",
            en: "{words} in the name stands for a field of pre-approval: {approval}. {way}.",
        },
        check: [Service(pre_approval_word)],
    }
}

fn pre_approval_word(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    if node.words().pre_approvals().next().is_none() {
        return;
    }
    let way = match out.filer(cx) {
        Some(Filer::Organization) => APPROVAL_OF_ORGANIZATION,
        Some(Filer::Individual) => NAME_OF_INDIVIDUAL,
        None => return,
    };
    let is_settled = |kind: PreApprovalKind| {
        cx.is_organization() && (is_spoken_for(cx, node, kind) || is_explained(cx, node))
    };
    if let Some((kind, words)) = node.words().pre_approvals().find(|(kind, _)| !is_settled(*kind)) {
        out.find(&node.at, &[Key::Name], params![words: names(&words), approval: kind, way]);
    }
}

const APPROVAL_OF_ORGANIZATION: Term = Term {
    code: "approval",
    text: Text {
        zh: "请选择该前置审批类型并上传审批文件；不从事相关业务的，请更换名称、在备注中说明，或上传不涉及承诺书",
        en: "Declare that kind and upload its document; where the service does no such business, choose another name, explain in the remark, or upload the letter of non-involvement",
    },
};

const NAME_OF_INDIVIDUAL: Term = Term {
    code: "another_name",
    text: Text {
        zh: "个人无法办理前置审批，请更换名称",
        en: "An individual cannot obtain the approval: choose another name",
    },
};

rule! {
    /// Education in the name of an organisation's service. Silent where off-campus training is declared, where the
    /// letter of non-involvement or another document is uploaded, or where the remark explains.
    ///
    /// The approval of education in general was abolished; training of pupils is licensed, vocational training is
    /// exempt. So the word alone asks for an explanation.
    ///
    /// **Why.** Some authorities want the undertaking wherever the word stands.
    ///
    /// **Example.** `青禾教育`, without a word on who is taught.
    pub(super) EDUCATION_WORD = "name.education-word" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [words],
        at: ["/services/{s}/name"] of Organization,
        source: Origin::Document(documents::PRE_APPROVAL, "校外培训类"),
        summary: {
            zh: "单位服务名称含“教育”的，宜说明是否涉及校外培训",
            en: "Education in the name of an organisation's service asks for an explanation.",
        },
        message: {
            zh: "服务名称含“{words}”，部分省份会要求说明是否涉及高中及以下校外培训。请在备注中说明服务内容，或上传不涉及承诺书；涉及的，请选择前置审批“校外培训”并上传办学许可证。",
            en: "The name has {words}; some provinces ask whether pupils are trained. Explain in the remark or upload the letter of non-involvement; where pupils are trained, declare off-campus training and upload the permit.",
        },
        check: [Service(education_word)],
    }
}

fn education_word(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let words = node.words().of_list(List::Education);
    if words.is_empty()
        || !cx.is_organization()
        || is_explained(cx, node)
        || is_spoken_for(cx, node, PreApprovalKind::OffCampusTraining)
    {
        return;
    }
    out.find(&node.at, &[Key::Name], params![words: names(&words)]);
}

rule! {
    /// Words of a trade whose licence the province wants among the other materials: hazardous chemicals in Shandong,
    /// medical devices in any, hospitals in Inner Mongolia, food in Fujian. Silent where another document is uploaded.
    ///
    /// These are no kinds of pre-approval.
    ///
    /// **Why.** Without the licence the authority asks for it, and the review takes longer.
    ///
    /// **Example.** `青禾食品` in Fujian.
    pub(super) LICENSED_TRADE = "name.licensed-trade" {
        severity: Advice,
        orders: WITH_SERVICES,
        needs: [],
        params: [words, document],
        at: ["/services/{s}/materials"] of Organization,
        source: Origin::Document(documents::PRE_APPROVAL, "药品和医疗器械类 · 备注"),
        summary: {
            zh: "部分省份要求特定行业上传经营许可证",
            en: "Some provinces want the licence of a trade among the other materials.",
        },
        message: {
            zh: "名称中有“{words}”，当地管局可能要求提供{document}。如从事该业务，请作为“其他材料”上传。",
            en: "The name has {words}; the authority may ask for {document}. Where that is the business, upload it among the other materials.",
        },
        check: [Service(licensed_trade)],
    }
}

fn licensed_trade(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    if !cx.is_organization() {
        return;
    }
    let asked = [
        (Licence::Chemicals, Some(Province::Shandong), CHEMICALS_LICENCE),
        (Licence::MedicalDevices, None, DEVICES_LICENCE),
        (Licence::MedicalAdvertising, Some(Province::InnerMongolia), ADVERTISING_CERTIFICATE),
        (Licence::Food, Some(Province::Fujian), FOOD_LICENCE),
    ];
    for (licence, province, document) in asked {
        if province.is_some() && province != cx.province {
            continue;
        }
        let list = List::Licensed(licence);
        let mut words = node.words().of_list(list);
        if words.is_empty() {
            words = cx.principal_words().of_list(list);
        }
        if !words.is_empty() {
            if !node.service.materials().iter().any(|given| given.kind == MaterialKind::Other) {
                out.find(&node.at, &[Key::Materials], params![words: names(&words), document]);
            }
            return;
        }
    }
}

const CHEMICALS_LICENCE: Term = Term {
    code: "chemicals_licence",
    text: Text { zh: "危险化学品经营许可证", en: "the licence for hazardous chemicals" },
};

const DEVICES_LICENCE: Term = Term {
    code: "devices_licence",
    text: Text { zh: "医疗器械经营企业许可证", en: "the licence for medical devices" },
};

const ADVERTISING_CERTIFICATE: Term = Term {
    code: "advertising_certificate",
    text: Text { zh: "医疗广告审查证明", en: "the certificate of reviewed medical advertising" },
};

const FOOD_LICENCE: Term =
    Term { code: "food_licence", text: Text { zh: "食品经营许可证", en: "the licence for food" } };
