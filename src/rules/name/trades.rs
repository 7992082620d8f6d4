//! Words of trades that need an approval.

use crate::engine::context::CheckContext;
use crate::engine::nodes::ServiceNode;
use crate::engine::outcome::Outcome;
use crate::model::material::MaterialKind;
use crate::model::principal::Filer;
use crate::model::service::{DeclaredPreApproval, PreApprovalKind};
use crate::path::Key;
use crate::rule::{documents, Severity};
use crate::rulebook::words::{longest, Effect, Hit, Licence, List};
use crate::rules::name::judge::{judge, spoken_for, standing, Judged, Standing, ADVICE_ONLY, GRADES};
use crate::rules::name::names;
use crate::text::{Term, Text};
use crate::value::Province;

rule! {
    /// Words in the name of an organisation's website that once asked for the approval of their field: 论坛, 在线, 社区,
    /// 交流, 博客. Silent where a kind of pre-approval is declared, where the remark speaks of the word, or where it is
    /// of the principal's own name.
    ///
    /// The approval was abolished in 2010; pages of providers still have the words.
    ///
    /// **Age.** The newest text that says so is of 2021.
    ///
    /// **Why.** Some reviewers ask what the site does.
    ///
    /// **Example.** `云澜技术论坛`.
    pub(super) SPECIAL_APPROVAL = "name.special-approval" {
        severity: Advice,
        orders: WITH_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [words],
        at: ["/services/{s}/name"],
        sources: [stated(WITH_SERVICES): documents::NAMES_OF_QINGCLOUD.at("企业网站命名要求")],
        summary: {
            zh: "单位网站名称含“论坛”“在线”等词语的，宜在备注中说明",
            en: "Some words in an organisation's website name are explained in the remark.",
        },
        message: {
            zh: "网站名称含“{words}”，审核时可能要求说明。不提供论坛、社区等互动功能的，请在备注中写明；也可更换名称。",
            en: "Reviewers may ask about “{words}” in the website name. If the site has no forum or other user interaction, say so in the remark, or choose another name.",
        },
        check: [Website(special_approval)],
    }
}

fn special_approval(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let declared = node.service.pre_approval().and_then(|approval| approval.kinds.as_deref());
    if declared.unwrap_or_default().is_empty() {
        tell(judge(cx, node, List::SpecialApproval, out), node, out);
    }
}

/// Reports words at the name.
fn tell(judged: Option<Judged>, node: &ServiceNode<'_>, out: &mut Outcome) {
    if let Some(Judged { grade, words, source }) = judged {
        out.find_said(grade, source, &node.at, &[Key::Name], params![words: names(&words)]);
    }
}

rule! {
    /// Words of finance in the name of a service ask for the document of the regulator: those of the notice of 2017
    /// everywhere, others in the provinces that have a letter for them (融资 in Guangdong and Jiangsu, 票据 in Zhejiang).
    /// Elsewhere these, and 贷款, 保险 and other licensed trades, are a warning.
    ///
    /// A word that other words cut (地基金属) is none; a filed name is advised on. Public bodies are asked nothing,
    /// institutions and foundations advised (in Zhejiang foundations warned). A word of the principal's own name with
    /// what tells it from others is a warning. Silent where internet finance is declared, or the letter that it is not
    /// involved is there; another paper among the service's own may be the regulator's, so that it is advice. A remark
    /// that denies finance lowers a blocker to a warning.
    ///
    /// **Why.** Since 2017 such names are filed only with the regulator's consent.
    ///
    /// **Example.** `云澜财富管理`.
    pub(super) FINANCE_WORD = "name.finance-word" {
        severity: Blocker,
        grades: GRADES,
        orders: WITH_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [words],
        at: ["/services/{s}/name"],
        sources: [
            stated(WITH_SERVICES): documents::PRE_APPROVAL.at("金融类"),
            stated(WITH_SERVICES): documents::PRE_APPROVAL_FAQ.at("金融类"),
        ],
        summary: {
            zh: "服务名称含金融类词语的，须上传批准文件或不涉及承诺书",
            en: "A financial term in a service name needs the regulator's approval or a statement of non-involvement.",
        },
        message: {
            zh: "服务名称含金融类词语“{words}”。从事金融业务的，请上传金融管理部门的批准文件；不从事的，请上传不涉及金融业务的承诺书，或更换名称（单位法定名称可以保留）。",
            en: "The service name contains a financial term: {words}. If you provide financial services, upload the regulator's approval; otherwise upload a statement of non-involvement, or choose another name (your registered name may stay).",
        },
        check: [Service(finance_word)],
    }
}

fn finance_word(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    tell(judge(cx, node, List::Finance, out), node, out);
}

rule! {
    /// Words of finance that ask for a document, in the name of an organisation, ask for the same; public bodies and
    /// institutions are asked nothing, foundations advised (in Zhejiang warned).
    ///
    /// **Why.** The reviewer takes its services for financial ones.
    ///
    /// **Example.** A company called 云澜投资管理 files a site about its office.
    pub(super) PRINCIPAL_FINANCE_WORD = "name.principal-finance-word" {
        severity: Warning,
        grades: ADVICE_ONLY,
        orders: WITH_SERVICES,
        needs: [],
        params: [words],
        at: ["/services/{s}/materials"],
        sources: [
            stated(WITH_SERVICES): documents::REVIEW_OF_UCLOUD.at("金融类（银发〔2017〕119号）"),
            stated(WITH_SERVICES): documents::PRE_APPROVAL.at("金融类"),
        ],
        summary: {
            zh: "主办者名称含金融类词语的，须上传批准文件或不涉及承诺书",
            en: "A financial term in the principal's name needs the regulator's approval or a statement of non-involvement.",
        },
        message: {
            zh: "主办者名称含金融类词语“{words}”。请上传金融管理部门的批准文件；服务不涉及金融业务的，请上传不涉及承诺书。",
            en: "The principal's name contains a financial term: {words}. Upload the regulator's approval or, if the service has nothing to do with finance, a statement of non-involvement.",
        },
        check: [Service(principal_finance_word)],
    }
}

fn principal_finance_word(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let own = cx.principal_words();
    if !own.has(List::Finance) || !cx.is_organization() || node.words().has(List::Finance) {
        return;
    }
    let most = match standing(cx) {
        Standing::PublicBody | Standing::Institution | Standing::Broadcaster => return,
        Standing::Foundation if cx.province != Some(Province::Zhejiang) => Severity::Advice,
        Standing::Foundation | Standing::Other => Severity::Warning,
    };
    if spoken_for(cx, node, PreApprovalKind::InternetFinance).is_some() {
        return;
    }
    let asks = |hit: &&Hit| {
        hit.group.effect_on(Filer::Organization, cx.province) == Effect::NeedsApproval && !hit.is_doubtful()
    };
    let words = longest(own.hits(List::Finance).filter(asks).map(|hit| hit.word));
    if !words.is_empty() {
        out.find_graded(most, &node.at, &[Key::Materials], params![words: names(&words)], |_| None);
    }
}

rule! {
    /// Words of training up to senior high school ask for the permit of the education department: 校外培训, 课外辅导.
    /// 中考 or 高考 in a website's name is a warning.
    ///
    /// A filed name is advised on, institutions are advised, public bodies asked nothing. A word of the principal's own
    /// name with what tells it from others is a warning. Silent where off-campus training is declared, or the letter
    /// that it is not involved is uploaded; a remark that denies training lowers a blocker to a warning.
    ///
    /// An older page says that pre-approval of education was abolished; newer ones have off-campus training as a
    /// kind of its own. Vocational training is exempt.
    ///
    /// **Why.** Training of pupils is licensed since 2021.
    ///
    /// **Example.** `云澜校外培训`.
    pub(super) TRAINING_WORD = "name.training-word" {
        severity: Blocker,
        grades: GRADES,
        orders: WITH_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [words],
        at: ["/services/{s}/name"],
        sources: [
            stated(WITH_SERVICES): documents::PRE_APPROVAL.at("校外培训类"),
            stated(WITH_SERVICES): documents::MATERIALS_OF_HUAWEI.at("特殊材料与模板下载 · 前置审批"),
        ],
        summary: {
            zh: "服务名称含校外培训类词语的，须上传办学许可证或不涉及承诺书",
            en: "A term of off-campus training in a service name needs the permit or a statement of non-involvement.",
        },
        message: {
            zh: "服务名称含校外培训类词语“{words}”。从事高中及以下校外培训的，请选择前置审批“校外培训”并上传办学许可证；不从事的，请上传不涉及承诺书，或更换名称。",
            en: "The service name contains a term of off-campus training: {words}. If you train pupils up to senior high school, select the pre-approval “off-campus training” and upload the permit; otherwise upload a statement of non-involvement, or choose another name.",
        },
        check: [Service(training_word)],
    }
}

fn training_word(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    tell(judge(cx, node, List::Training, out), node, out);
}

rule! {
    /// Words of a field that takes an approval beforehand stand in a name only with that approval: 新闻, 出版, 药品,
    /// 电视台. Words of trades around the field (影视, 直播, 游戏, 医药) ask for the letter or a word in the remark: a
    /// warning. 宗教 is a blocker in Guangdong and of individuals. Finance and training have rules of their own.
    ///
    /// A word that other words cut, or of another sense (中医药, 水稻直播机), is none; a filed name is advised on. Public
    /// bodies are asked nothing, institutions advised, broadcasters and publishers warned to declare their licence. A
    /// word of the principal's own name with what tells it from others is a warning. Silent where that very kind is
    /// declared, or the letter that it is not involved is there and the province takes one for the field. A remark that
    /// denies the field (不涉及新闻) lowers a blocker to a warning, and settles a warning; any other changes nothing.
    ///
    /// The ministry refuses such names without the approval; a provider's page takes an explanation where the authority
    /// in charge says that none is needed. Of culture, only the words of the licensed business count.
    ///
    /// **Why.** The reviewer holds the name against what is declared.
    ///
    /// **Example.** `青禾新闻网`, with "none of these" declared.
    pub(super) PRE_APPROVAL_WORD = "name.pre-approval-word" {
        severity: Blocker,
        grades: GRADES,
        orders: WITH_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [words, approval, way],
        at: ["/services/{s}/name"],
        sources: [
            stated(WITH_SERVICES): documents::NAMING.at("网站名称建议 · 网站名称应与前置审批或专项审批的取得情况相对应"),
            stated(WITH_SERVICES): documents::PRE_APPROVAL.at("注意事项"),
        ],
        summary: {
            zh: "服务名称含前置审批领域词语的，须取得相应审批",
            en: "A service name that points to a field of pre-approval needs that approval.",
        },
        message: {
            zh: "服务名称中的“{words}”涉及须前置审批的“{approval}”领域。{way}。",
            en: "{words} in the service name points to a field that needs prior approval ({approval}). {way}.",
        },
        check: [Service(pre_approval_word)],
    }
}

fn pre_approval_word(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let mut heaviest: Option<(PreApprovalKind, Judged)> = None;
    for kind in node.words().pre_approvals() {
        let Some(judged) = judge(cx, node, List::PreApproval(kind), out) else { continue };
        if heaviest.as_ref().map_or(true, |(_, found)| found.grade < judged.grade) {
            heaviest = Some((kind, judged));
        }
    }
    let Some((kind, Judged { grade, words, source })) = heaviest else { return };
    let way = if !cx.is_individual() {
        APPROVAL_OF_ORGANIZATION
    } else if grade == Severity::Blocker {
        NAME_OF_INDIVIDUAL
    } else {
        WORD_OF_INDIVIDUAL
    };
    let params = params![words: names(&words), approval: kind, way];
    out.find_said(grade, source, &node.at, &[Key::Name], params);
}

const APPROVAL_OF_ORGANIZATION: Term = Term {
    code: "approval",
    text: Text {
        zh: "已取得批准的，请选择该类型并上传批准文件；不从事该业务的，请更换名称。确需保留的，请上传不涉及承诺书，并在备注中写明不涉及该业务",
        en: "If you hold the approval, select that type and upload the approval; if not, change the name. To keep the name, upload a statement of non-involvement and state in the remark that no such business is carried on",
    },
};

const NAME_OF_INDIVIDUAL: Term = Term {
    code: "another_name",
    text: Text {
        zh: "个人无法办理前置审批，请更换名称",
        en: "Individuals cannot obtain this approval, so choose another name",
    },
};

const WORD_OF_INDIVIDUAL: Term = Term {
    code: "explanation",
    text: Text {
        zh: "请在备注中写明网站不从事该业务，或更换名称",
        en: "Say in the remark that the site carries on no such business, or choose another name",
    },
};

rule! {
    /// Education in the name of an organisation's service. Silent where off-campus training is declared, where the
    /// statement of non-involvement is uploaded, or where the remark speaks of it. Schools, authorities and foundations are
    /// called so.
    ///
    /// The approval of education in general was abolished; training of pupils is licensed, vocational training is
    /// exempt. So the word alone asks for an explanation.
    ///
    /// **Why.** Some authorities want the undertaking wherever the word stands.
    ///
    /// **Example.** `青禾教育`, without a word on who is taught.
    pub(super) EDUCATION_WORD = "name.education-word" {
        severity: Warning,
        grades: ADVICE_ONLY,
        orders: WITH_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [words],
        at: ["/services/{s}/name"] of Organization,
        sources: [stated(WITH_SERVICES): documents::PRE_APPROVAL.at("前置审批行业及批复单位 · 校外培训类")],
        summary: {
            zh: "单位服务名称含“教育”的，宜说明是否涉及校外培训",
            en: "The word for education in an organisation's service name is explained.",
        },
        message: {
            zh: "服务名称含“{words}”，部分省份会要求说明是否从事高中及以下校外培训。从事的，请选择前置审批“校外培训”并上传办学许可证；不从事的，请在备注中说明，或上传不涉及承诺书。",
            en: "The service name contains {words}; some provinces ask whether pupils are trained. If they are, select the pre-approval “off-campus training” and upload the permit; if not, say so in the remark, or upload a statement of non-involvement.",
        },
        check: [Service(education_word)],
    }
}

fn education_word(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    tell(judge(cx, node, List::Education, out), node, out);
}

rule! {
    /// The name of a site that informs about drugs has no words of their trade, and does not begin with 中国, 中华 or 全国
    /// unless the principal's own name does, which `name.state-word` says. Asked where drugs and medical devices are
    /// declared.
    ///
    /// The statute is read in a copy; the number of its article is not assured.
    ///
    /// **Age.** The newest text that says so is of 2017.
    ///
    /// **Why.** The certificate for information on drugs is none for trade in them.
    ///
    /// **Example.** `青禾药品招商网`, with drugs declared.
    pub(super) DRUG_SITE = "name.drug-site" {
        severity: Warning,
        grades: ADVICE_ONLY,
        orders: WITH_SERVICES,
        needs: [Registry, Account, Inputs],
        params: [words],
        at: ["/services/{s}/name"] of Organization,
        sources: [stated(WITH_SERVICES): documents::DRUG_SITES.at("第八条")],
        summary: {
            zh: "药品信息服务网站的名称不能使用药品招商、电子商务等词语",
            en: "The name of a drug information site contains no words of trade.",
        },
        message: {
            zh: "药品信息服务网站的名称不能含“{words}”。请更换名称；冠以“中国”“中华”“全国”的，须与单位名称一致。",
            en: "The name of a drug information site cannot contain {words}. Choose another; 中国, 中华 and 全国 may lead it only if they lead the organisation's own name.",
        },
        check: [Website(drug_site)],
    }
}

fn drug_site(cx: &CheckContext<'_>, node: &ServiceNode<'_>, out: &mut Outcome) {
    let declared = node.service.pre_approval().and_then(|approval| approval.kinds.as_deref());
    let is_of_drugs = |declared: &DeclaredPreApproval| declared.kind == PreApprovalKind::DrugsMedicalDevices;
    if declared.unwrap_or_default().iter().any(is_of_drugs) {
        tell(judge(cx, node, List::DrugSite, out), node, out);
    }
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
        sources: [stated(WITH_SERVICES): documents::PRE_APPROVAL.at("前置审批行业及批复单位 · 药品和医疗器械类")],
        summary: {
            zh: "部分省份要求特定行业上传经营许可证",
            en: "Some provinces ask certain trades for their licence.",
        },
        message: {
            zh: "名称含“{words}”，当地管局可能要求提供{document}。从事该业务的，请作为“其他材料”上传。",
            en: "The name contains {words}; the authority may ask for {document}. If you are in this business, upload it among the other materials.",
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
    text: Text { zh: "危险化学品经营许可证", en: "the hazardous chemicals licence" },
};

const DEVICES_LICENCE: Term = Term {
    code: "devices_licence",
    text: Text { zh: "医疗器械经营企业许可证", en: "the medical device licence" },
};

const ADVERTISING_CERTIFICATE: Term = Term {
    code: "advertising_certificate",
    text: Text { zh: "医疗广告审查证明", en: "the medical advertising review certificate" },
};

const FOOD_LICENCE: Term = Term {
    code: "food_licence",
    text: Text { zh: "食品经营许可证", en: "the food business licence" },
};
