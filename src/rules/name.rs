//! Rules of the group `name`: what a service may be called.

use std::collections::BTreeSet;

use crate::documents;
use crate::language::{Term, Text};
use crate::material::MaterialKind;
use crate::params::Param;
use crate::path::Key;
use crate::principal::Filer;
use crate::rule::rule_group;
use crate::rules::domain::same_name;
use crate::service::{PreApprovalKind, Service, ServiceKind};
use crate::source::Origin;
use crate::value::{DomainName, Province, Region};
use crate::walk::{typed, Check, Cx, Out, ServiceNode};
use crate::words::{folded, Licence, List};

rule_group! {
    /// A website is not called by its domain.
    ///
    /// **Why.** The name says what the site is about, the domain where it is.
    ///
    /// **Example.** `example.com` as the name of the site at `example.com`.
    IS_DOMAIN = "name.is-domain" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [name],
        source: Origin::Document(documents::REFUSAL_REASONS, "网站名称"),
        summary: {
            zh: "网站名称不能是域名",
            en: "A website is not called by its domain.",
        },
        message: {
            zh: "网站名称不能直接使用域名（{name}）。请改为能说明网站内容的中文名称。",
            en: "A website cannot be called by its domain ({name}). Give a name that says what the site is about.",
        },
        check: &[Check::Website(is_domain)],
    }

    /// The name of a website consists of letters of any script and digits; of symbols, only brackets and hyphens.
    ///
    /// **Why.** The form refuses others, spaces among them.
    ///
    /// **Example.** `明远·笔记`, `明远笔记！`.
    SYMBOL = "name.symbol" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [symbols],
        source: Origin::Document(documents::NAMING, "网站命名基本要求"),
        summary: {
            zh: "网站名称除括号和短横线外不能有其他符号",
            en: "Of symbols, the name of a website has brackets and hyphens only.",
        },
        message: {
            zh: "网站名称中有不允许的字符：{symbols}。除括号（）和短横线 - 外不能使用其他符号或空格，请删除。",
            en: "The name has characters that are not allowed: {symbols}. Of symbols, only brackets and hyphens may stand in the name of a website; remove the others.",
        },
        check: &[Check::Website(symbol)],
    }

    /// The name of a website is neither digits only nor Latin letters only.
    ///
    /// **Why.** It has to say something about the site.
    ///
    /// **Example.** `10086`, `demo`.
    ONLY_DIGITS_OR_LETTERS = "name.only-digits-or-letters" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [],
        source: Origin::Document(documents::NAMING, "网站命名基本要求"),
        summary: {
            zh: "网站名称不能全是数字或全是英文字母",
            en: "The name of a website is neither digits only nor Latin letters only.",
        },
        message: {
            zh: "网站名称不能全是数字或全是英文字母。请改为能说明网站内容的中文名称。",
            en: "The name of a website cannot consist of digits only or Latin letters only. Give a Chinese name that says what the site is about.",
        },
        check: &[Check::Website(only_digits_or_letters)],
    }

    /// The name of a website has three characters or more. A letter or a digit counts as one; brackets and hyphens
    /// do not count.
    ///
    /// An older page and other providers ask for three Chinese characters; the naming page, which is newer, counts
    /// letters and digits.
    ///
    /// **Why.** Shorter names say nothing.
    ///
    /// **Example.** `明远`.
    TOO_SHORT = "name.too-short" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [count, min],
        source: Origin::Document(documents::NAMING, "网站命名基本要求"),
        summary: {
            zh: "网站名称至少 3 个字",
            en: "The name of a website has three characters or more.",
        },
        message: {
            zh: "网站名称只有 {count} 个字（括号和短横线不计），至少需 {min} 个字。请补充为能说明网站内容的名称。",
            en: "The name has {count:character} (brackets and hyphens not counted); {min} are the least. Give a name that says what the site is about.",
        },
        check: &[Check::Website(too_short)],
    }

    /// Words that are kept for the state: 中国, 中华 and 国家 wherever they stand, 中央, 人民, 人大 and 全国 at the
    /// beginning. A word that stands in the principal's own name may stand in its services' names.
    ///
    /// Sources disagree on where the words count; a page on naming says anywhere, one on refusals at the beginning.
    ///
    /// **Why.** They make a body look like one of the national level.
    ///
    /// **Example.** `中国养生网` of a private company.
    STATE_WORD = "name.state-word" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [words],
        source: Origin::Document(documents::NAMING, "非国家级单位不得使用的词语"),
        summary: {
            zh: "非国家级单位的服务名称不能使用“中国”“国家”等词语",
            en: "Words that are kept for the state do not stand in the names of others' services.",
        },
        message: {
            zh: "服务名称中有仅限国家级单位使用的词语：{words}。请删除或更换。",
            en: "The name has words that are kept for bodies of the national level: {words}. Remove or replace them.",
        },
        check: &[Check::Service(state_word)],
    }

    /// Words that are refused to everybody: 反腐, 赌博, 廉政, 色情.
    ///
    /// **Why.** The authority refuses the name.
    ///
    /// **Example.** `基层廉政观察`.
    SENSITIVE_WORD = "name.sensitive-word" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [words],
        source: Origin::Document(documents::REFUSAL_REASONS, "网站名称 · 敏感词"),
        summary: {
            zh: "服务名称不能有敏感词语",
            en: "The name has no sensitive words.",
        },
        message: {
            zh: "服务名称中有敏感词语：{words}。请删除或更换。",
            en: "The name has sensitive words: {words}. Remove or replace them.",
        },
        check: &[Check::Service(sensitive_word)],
    }

    /// Words that an individual's website may not have in its name: those of companies and bodies, of trade, of
    /// education, of forums, media and complaints, and 中央, 人民, 人大 and 全国 wherever they stand. In Jiangsu an individual's site is called 某某的个人博客 or 某某的个人主页, and
    /// there these are right.
    ///
    /// **Why.** Individuals file sites about themselves; the rest takes an organisation.
    ///
    /// **Example.** `明远工作室`.
    REFUSED_TO_INDIVIDUAL = "name.refused-to-individual" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [words],
        source: Origin::Document(documents::NAMING, "个人网站命名要求"),
        summary: {
            zh: "个人网站名称不能使用公司、论坛、交易等词语",
            en: "The name of an individual's website has no words of companies, forums or trade.",
        },
        message: {
            zh: "个人网站名称不能使用：{words}。请改为与个人网站内容相符的名称，例如“某某的学习笔记”。",
            en: "The name of an individual's website cannot have: {words}. Give one that fits a personal site, such as 某某的学习笔记.",
        },
        check: &[Check::Website(refused_to_individual)],
    }

    /// Words that some authorities refuse in the name of an individual's website, since they sound commercial.
    ///
    /// **Why.** The list is a union of provincial ones: what is refused in one province passes in another.
    ///
    /// **Example.** `明远设计`.
    COMMERCIAL = "name.commercial" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [words],
        source: Origin::Document(documents::NAMES_OF_ALIBABA, "个人网站名称禁用词"),
        summary: {
            zh: "个人网站名称不宜使用商业、行业类词语",
            en: "The name of an individual's website had better not sound commercial.",
        },
        message: {
            zh: "个人网站名称中的“{words}”带有商业或行业含义，部分省份会驳回。建议更换。",
            en: "In the name of an individual's website, {words} sounds commercial; some provinces refuse it. Consider another name.",
        },
        check: &[Check::Website(commercial)],
    }

    /// A person's name as the whole name of a site. One bullet of the naming page forbids it, another accepts the
    /// own name inside a longer one.
    ///
    /// **Why.** It says nothing about the site.
    ///
    /// **Example.** `周明远`.
    OWN_NAME = "name.own-name" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [name],
        source: Origin::Document(documents::NAMING, "个人网站命名要求 · 姓名"),
        summary: {
            zh: "个人网站名称不宜直接使用本人姓名",
            en: "An individual's website is not called by the person's name alone.",
        },
        message: {
            zh: "网站名称与本人姓名“{name}”相同，可能被驳回。建议改为“{name}的学习笔记”一类能说明内容的名称。",
            en: "The name of the site is the person's own, {name}, and may be refused. Say what the site is about, as in {name}的学习笔记.",
        },
        check: &[Check::Website(own_name)],
    }

    /// The name of an individual's website has no place in it. Provinces are found by their short names, cities and
    /// counties by their full ones: a city's short name may be meant otherwise, see `name.city-of-individual`.
    ///
    /// **Why.** It makes the site look like that of a body of the place.
    ///
    /// **Example.** `杭州市图书角`.
    PLACE_OF_INDIVIDUAL = "name.place-of-individual" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [places],
        source: Origin::Document(documents::NAMING, "个人网站命名要求 · 地名"),
        summary: {
            zh: "个人网站名称不能使用地名",
            en: "The name of an individual's website has no place in it.",
        },
        message: {
            zh: "个人网站名称不能使用地名：{places}。请删除或更换。",
            en: "The name of an individual's website cannot have a place in it: {places}. Remove or replace it.",
        },
        check: &[Check::Website(place_of_individual)],
    }

    /// A place in the name of an organisation's website is that in the organisation's own name, or lies within it.
    ///
    /// **Why.** A company of one city does not speak for the province.
    ///
    /// **Example.** 杭州云澜公司 files `浙江旅游指南`.
    PLACE_NOT_COVERED = "name.place-not-covered" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [place, principal],
        source: Origin::Document(documents::NAMING, "单位网站命名要求 · 地名"),
        summary: {
            zh: "单位网站名称中的地名须在单位名称的地域范围内",
            en: "A place in the name of an organisation's website lies within that in its own name.",
        },
        message: {
            zh: "网站名称中的地名“{place}”超出了主办者名称“{principal}”的地域范围，可能被驳回。请删除地名，或改用主办者名称中的地名。",
            en: "The place in the site's name, {place}, is wider than what the principal's name, “{principal}”, covers, and may be refused. Leave it out, or use the one in the principal's name.",
        },
        check: &[Check::Website(place_not_covered)],
    }

    /// Words in the name of an organisation's website that ask for the approval of their field: 论坛, 在线, 社区,
    /// 交流, 博客. Silent where a kind of pre-approval is declared.
    ///
    /// **Why.** Forums and the like once took an approval of their own, and authorities still ask.
    ///
    /// **Example.** `云澜技术论坛`.
    SPECIAL_APPROVAL = "name.special-approval" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [words],
        source: Origin::Document(documents::NAMES_OF_QINGCLOUD, "单位网站名称"),
        summary: {
            zh: "单位网站名称含“论坛”“在线”等词语的，可能要求专项审批",
            en: "Some words in the name of an organisation's website ask for a special approval.",
        },
        message: {
            zh: "网站名称中的“{words}”可能被要求提供相应的专项审批。没有审批的，建议更换名称，或在备注中说明网站内容。",
            en: "For {words} in the name of the site a special approval may be asked. Without one, choose another name, or explain in the remark what the site does.",
        },
        check: &[Check::Website(special_approval)],
    }

    /// Words of finance in the name of a service ask for the document of the regulator. Silent where internet
    /// finance is declared as a kind of pre-approval, or where the undertaking that it is not involved, or another
    /// document, is among the service's materials.
    ///
    /// **Why.** Since 2017 such names are filed only with the regulator's consent.
    ///
    /// **Example.** `云澜财富管理`.
    FINANCE_WORD = "name.finance-word" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [words],
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
        check: &[Check::Service(finance_word)],
    }

    /// Words of finance in the name of an organisation ask for the same.
    ///
    /// **Why.** The reviewer takes its services for financial ones.
    ///
    /// **Example.** A company called 云澜投资管理 files a site about its office.
    PRINCIPAL_FINANCE_WORD = "name.principal-finance-word" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [words],
        source: Origin::Document(documents::PRE_APPROVAL, "金融类（银发〔2017〕119号）"),
        summary: {
            zh: "主办者名称含金融类词语的，须提供审批文件或不涉及承诺书",
            en: "Words of finance in the principal's name ask for a document or an undertaking.",
        },
        message: {
            zh: "主办者名称中有金融类词语：{words}。请上传金融监管部门的批准文件；服务不涉及金融业务的，请上传不涉及承诺书。",
            en: "The principal's name has words of finance: {words}. Upload the regulator's document, or, where the service is not about finance, the letter of non-involvement.",
        },
        check: &[Check::Service(principal_finance_word)],
    }

    /// Words of training up to senior high school ask for the permit of the education department. Silent where
    /// off-campus training is declared, or the undertaking that it is not involved is uploaded.
    ///
    /// An older page says that pre-approval of education was abolished; newer ones have off-campus training as a
    /// kind of its own. Vocational training is exempt.
    ///
    /// **Why.** Training of pupils is licensed since 2021.
    ///
    /// **Example.** `云澜校外培训`.
    TRAINING_WORD = "name.training-word" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [words],
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
        check: &[Check::Service(training_word)],
    }

    /// The name of an APP is what stands under its icon: words, without emoji and picture symbols.
    ///
    /// **Why.** One provider refuses such names; others show them wrongly.
    ///
    /// **Example.** `云澜助手🚀`.
    APP_SYMBOL = "name.app-symbol" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [symbols],
        source: Origin::Document(documents::APP_FILING_OF_HUAWEI, "APP 名称"),
        summary: {
            zh: "APP 名称不宜使用表情或图形符号",
            en: "The name of an APP has no emoji or picture symbols.",
        },
        message: {
            zh: "APP 名称中有表情或图形符号：{symbols}，可能被驳回。请删除。",
            en: "The name of the APP has emoji or picture symbols: {symbols}. It may be refused; remove them.",
        },
        check: &[Check::App(app_symbol)],
    }

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
    PRE_APPROVAL_WORD = "name.pre-approval-word" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Registry],
        params: [words, approval, way],
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
        check: &[Check::Service(pre_approval_word)],
    }

    /// Education in the name of an organisation's service. Silent where off-campus training is declared, where the
    /// letter of non-involvement or another document is uploaded, or where the remark explains.
    ///
    /// The approval of education in general was abolished; training of pupils is licensed, vocational training is
    /// exempt. So the word alone asks for an explanation.
    ///
    /// **Why.** Some authorities want the undertaking wherever the word stands.
    ///
    /// **Example.** `青禾教育`, without a word on who is taught.
    EDUCATION_WORD = "name.education-word" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [words],
        source: Origin::Document(documents::PRE_APPROVAL, "校外培训类"),
        summary: {
            zh: "单位服务名称含“教育”的，宜说明是否涉及校外培训",
            en: "Education in the name of an organisation's service asks for an explanation.",
        },
        message: {
            zh: "服务名称含“{words}”，部分省份会要求说明是否涉及高中及以下校外培训。请在备注中说明服务内容，或上传不涉及承诺书；涉及的，请选择前置审批“校外培训”并上传办学许可证。",
            en: "The name has {words}; some provinces ask whether pupils are trained. Explain in the remark or upload the letter of non-involvement; where pupils are trained, declare off-campus training and upload the permit.",
        },
        check: &[Check::Service(education_word)],
    }

    /// The name of a service is not on an authority's blacklist.
    ///
    /// **Why.** Names that were abused, or that too many use, are refused.
    ///
    /// **Example.** The name of a site whose filing was cancelled.
    BLACKLISTED = "name.blacklisted" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Registry, Inputs],
        params: [name],
        source: Origin::Document(documents::LIMITS_OF_UCLOUD, "无法备案的类型 · 黑名单"),
        summary: {
            zh: "服务名称不得在黑名单内",
            en: "The name of a service is not on an authority's blacklist.",
        },
        message: {
            zh: "服务名称“{name}”在管局黑名单内，订单会被驳回。请更换名称。",
            en: "The name {name} is on the authority's blacklist, so the order would be refused. Choose another.",
        },
        check: &[Check::Service(blacklisted)],
    }

    /// Names of foreign states and of international organisations do not stand in the name of a website, unless they
    /// stand in the organisation's own name.
    ///
    /// The source refuses what deceives or misleads the public; whether a name does is the reviewer's judgement.
    ///
    /// **Why.** The site would look like that of the state or the organisation.
    ///
    /// **Example.** `联合国资料站`.
    FOREIGN_STATE = "name.foreign-state" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [words],
        source: Origin::Document(documents::NAMES_OF_QINGCLOUD, "网站名称基本要求"),
        summary: {
            zh: "网站名称不宜含外国国家名称或国际组织名称",
            en: "The name of a website has no foreign state and no international organisation in it.",
        },
        message: {
            zh: "网站名称中有外国国家或国际组织的名称：{words}，容易使人误解，可能被驳回。建议更换名称，或在备注中说明网站内容。",
            en: "The name has that of a foreign state or an international organisation: {words}. It may mislead and be refused. Choose another, or explain in the remark what the site is about.",
        },
        check: &[Check::Website(foreign_state)],
    }

    /// A city in the name of an individual's website, by its short name. Those that are everyday words, as 三明 in
    /// 三明治, do not count. Cities in full are `name.place-of-individual`.
    ///
    /// **Why.** No place stands in an individual's name; a short name may be meant otherwise.
    ///
    /// **Example.** `杭州美食记`.
    CITY_OF_INDIVIDUAL = "name.city-of-individual" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [places],
        source: Origin::Document(documents::NAMING, "网站名称建议 · 地名"),
        summary: {
            zh: "个人网站名称不宜含城市简称",
            en: "The name of an individual's website has no city in it.",
        },
        message: {
            zh: "个人网站名称中的“{places}”是地名，可能被驳回。请删除或更换。",
            en: "{places} in the name of an individual's website is a place, and may be refused. Remove or replace it.",
        },
        check: &[Check::Website(city_of_individual)],
    }

    /// Names that the providers publish as samples are not copied.
    ///
    /// **Why.** Names that too many use are put on the authorities' blacklists.
    ///
    /// **Example.** `雕刻时光`.
    SAMPLE = "name.sample" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [name],
        source: Origin::Document(documents::NAMING, "个人网站名称 · 示例"),
        summary: {
            zh: "个人网站名称不要照抄官方示例",
            en: "The name of an individual's website is no published sample.",
        },
        message: {
            zh: "“{name}”是文档中的命名示例，使用的人多，可能已被列入黑名单。请另取与网站内容相符的名称。",
            en: "{name} is one of the published samples; too many use it, and it may be blacklisted. Give a name of your own that says what the site is about.",
        },
        check: &[Check::Website(sample)],
    }

    /// A person in the name of an organisation's website: its legal representative or a head. A name that stands in
    /// the organisation's own name may.
    ///
    /// One page names persons among what bodies below the national level do not use; others know no such rule.
    ///
    /// **Why.** The site would look like that of the person.
    ///
    /// **Example.** A company whose legal representative is 陈知远 files `陈知远的书房`.
    PERSON_OF_ORGANIZATION = "name.person-of-organization" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [name],
        source: Origin::Document(documents::NAMING, "网站名称基本要求"),
        summary: {
            zh: "单位网站名称不宜含个人姓名",
            en: "The name of an organisation's website has no person's name in it.",
        },
        message: {
            zh: "单位网站名称中有个人姓名“{name}”，可能被认为是个人网站而驳回。请改用单位名称或与网站内容相符的名称。",
            en: "The name of the site has a person's in it, {name}, and may be taken for a personal site's. Use the organisation's name, or say what the site is about.",
        },
        check: &[Check::Website(person_of_organization)],
    }

    /// Words of shopping and cash-back in the name of a website. Where an individual's name sounds commercial other
    /// rules speak.
    ///
    /// **Why.** Such a site usually needs no commercial licence, but its name makes reviewers ask for one.
    ///
    /// **Example.** `青禾返利`.
    COMMERCE_WORD = "name.commerce-word" {
        severity: Advice,
        orders: WITH_SERVICES,
        needs: [],
        params: [words],
        source: Origin::Document(documents::NAMING, "网站名称建议 · 电子商务、返利类网站"),
        summary: {
            zh: "网站名称尽量不用购物、返利类词语",
            en: "The name of a website had better have no words of shopping or cash-back.",
        },
        message: {
            zh: "网站名称中的“{words}”属于电商类词语，会增加退回风险。建议更换；确需使用的，请先向本省核实是否须办理经营性许可，并在备注中说明。",
            en: "{words} in the name is a word of online trade and makes a refusal likelier. Choose another; to keep it, ask the province whether a commercial licence is needed, and say so in the remark.",
        },
        check: &[Check::Website(commerce_word)],
    }

    /// The names of other providers and platforms do not stand in a service's name, nor does praise such as 第一. A
    /// word that stands in the principal's own name may.
    ///
    /// A platform's rule on names, and not the ministry's.
    ///
    /// **Why.** The name would claim what belongs to others.
    ///
    /// **Example.** `微信图书角`.
    PROVIDER_WORD = "name.provider-word" {
        severity: Advice,
        orders: WITH_SERVICES,
        needs: [],
        params: [words],
        source: Origin::Document(documents::WECHAT_FILING, "服务名称"),
        summary: {
            zh: "服务名称不宜含其他平台名称或夸大用语",
            en: "The name of a service has no other platform's name and no praise in it.",
        },
        message: {
            zh: "服务名称中有其他平台名称或夸大用语：{words}。建议删除或更换。",
            en: "The name has another platform's name, or praise: {words}. Consider leaving it out.",
        },
        check: &[Check::Service(provider_word)],
    }

    /// The name of an APP is its own: no stand-in, no price or advertising, no widely known APP's, and not merely a
    /// word of its trade.
    ///
    /// One provider's page names these kinds of words; the words that are looked for are examples of them.
    ///
    /// **Why.** Reviewers and stores refuse such names.
    ///
    /// **Example.** `天气`, `测试APP`, `青禾免费领`.
    APP_WORD = "name.app-word" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [words, reason],
        source: Origin::Document(documents::APP_FILING_OF_HUAWEI, "APP 名称"),
        summary: {
            zh: "APP 名称不宜过于宽泛，不宜含营销用语或知名 APP 名称",
            en: "The name of an APP is its own: no stand-in, no advertising, no known APP's, no bare trade.",
        },
        message: {
            zh: "APP 名称中的“{words}”{reason}，可能被驳回。请改为本 APP 实际使用、能与其他 APP 区分的名称。",
            en: "{words} in the name of the APP {reason}; it may be refused. Give the name under which the APP is installed, one that tells it from others.",
        },
        check: &[Check::App(app_word)],
    }

    /// The home page shows the name that is filed, and its title has that name in full. Asked where the site is open
    /// already: in access filings and changes.
    ///
    /// **Why.** Reviewers hold the three against each other.
    ///
    /// **Example.** `青禾产品展示` is filed, the page is titled `首页`.
    DIFFERS_ON_PAGE = "name.differs-on-page" {
        severity: Warning,
        orders: ACCESS | CHANGE,
        needs: [Inputs],
        params: [name, shown],
        source: Origin::Document(documents::OTHERS_OF_UCLOUD, "网站名称与首页一致"),
        summary: {
            zh: "备案名称、首页名称和首页标题须一致",
            en: "The home page shows the name that is filed, and has it in its title.",
        },
        message: {
            zh: "首页显示的是“{shown}”，与备案名称“{name}”不一致。请修改首页名称和标题，使其完整包含备案名称，或更改备案名称。",
            en: "The home page says {shown}, the name to be filed is {name}. Put the full name on the page and into its title, or file the name that the page has.",
        },
        check: &[Check::Website(differs_on_page)],
    }

    /// An organisation's website is safest under the full or the short name of the organisation. Another name, of a
    /// product or a project, is explained in the remark; with a remark the rule is silent.
    ///
    /// **Why.** Nothing requires it, but a name that has nothing to do with the organisation is hard to get through.
    ///
    /// **Example.** 杭州青禾公司 files `量子观察`, without a remark.
    WITHOUT_PRINCIPAL = "name.without-principal" {
        severity: Advice,
        orders: WITH_SERVICES,
        needs: [],
        params: [name, principal],
        source: Origin::Document(documents::NAMING, "企业网站名称"),
        summary: {
            zh: "单位网站名称与单位名称无关的，宜在备注中说明",
            en: "A site's name that has nothing of the organisation's is explained in the remark.",
        },
        message: {
            zh: "网站名称“{name}”与主办者名称“{principal}”无关。推荐使用单位全称或简称；确为产品或项目名称的，请在备注中说明其与本单位的关系。",
            en: "The site's name, {name}, has nothing of the principal's, {principal}. The organisation's full or short name is safest; of a product or a project, say in the remark that it is the organisation's.",
        },
        check: &[Check::Website(without_principal)],
    }

    /// This provider suggests 3 to 10 characters for the name of an individual's website.
    ///
    /// No source states the greatest length that the authorities take.
    ///
    /// **Why.** Long names are hard to review, and hardly ever say what the site is about.
    ///
    /// **Example.** `关于旅行途中读书写作与摄影的笔记`.
    LONG = "name.long" {
        severity: Advice,
        orders: WITH_SERVICES,
        needs: [],
        params: [count, max],
        source: Origin::Document(documents::REFUSALS_OF_HUAWEI, "网站名称"),
        providers: [Huawei],
        summary: {
            zh: "个人网站名称建议 3 至 10 个字",
            en: "The name of an individual's website has 3 to 10 characters, by this provider's advice.",
        },
        message: {
            zh: "网站名称有 {count} 个字，建议不超过 {max} 个字。",
            en: "The name has {count:character}; {max} are suggested at most.",
        },
        check: &[Check::Website(long)],
    }

    /// Words of a trade whose licence the province wants among the other materials: hazardous chemicals in Shandong,
    /// medical devices in any, hospitals in Inner Mongolia, food in Fujian. Silent where another document is uploaded.
    ///
    /// These are no kinds of pre-approval.
    ///
    /// **Why.** Without the licence the authority asks for it, and the review takes longer.
    ///
    /// **Example.** `青禾食品` in Fujian.
    LICENSED_TRADE = "name.licensed-trade" {
        severity: Advice,
        orders: WITH_SERVICES,
        needs: [],
        params: [words, document],
        source: Origin::Document(documents::PRE_APPROVAL, "药品和医疗器械类 · 备注"),
        summary: {
            zh: "部分省份要求特定行业上传经营许可证",
            en: "Some provinces want the licence of a trade among the other materials.",
        },
        message: {
            zh: "名称中有“{words}”，当地管局可能要求提供{document}。如从事该业务，请作为“其他材料”上传。",
            en: "The name has {words}; the authority may ask for {document}. Where that is the business, upload it among the other materials.",
        },
        check: &[Check::Service(licensed_trade)],
    }
}

/// The name of a website.
fn website_name<'a>(node: &ServiceNode<'a>) -> Option<&'a str> {
    match node.service {
        Service::Website(website) => typed(website.name.as_ref()),
        Service::App(_) => None,
    }
}

pub(super) fn names(words: &[&str]) -> Param {
    let mut listed = BTreeSet::new();
    let each_once = words.iter().filter(|word| listed.insert(**word));
    Param::List(each_once.map(|word| Param::name(*word)).collect())
}

/// The characters of a text that are not wanted, each once.
fn unwanted(text: &str, is_wanted: impl Fn(char) -> bool) -> Option<Param> {
    let mut seen: Vec<char> = Vec::new();
    for c in text.chars().filter(|c| !is_wanted(*c)) {
        if !seen.contains(&c) && seen.len() < 10 {
            seen.push(c);
        }
    }
    let shown = |c: &char| match c {
        c if c.is_whitespace() => Param::from(crate::language::Text { zh: "空格", en: "a space" }),
        c if c.is_control() => {
            Param::from(crate::language::Text { zh: "控制字符", en: "a control character" })
        }
        c => Param::name(c.to_string()),
    };
    (!seen.is_empty()).then(|| Param::List(seen.iter().map(shown).collect()))
}

const fn is_bracket_or_hyphen(c: char) -> bool {
    matches!(c, '(' | ')' | '（' | '）' | '-' | '－' | '—')
}

fn is_domain(_: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let Some(name) = website_name(node) else { return };
    let Ok(domain) = DomainName::parse(name) else { return };
    out.find(&node.at, &[Key::Name], params![name: Param::name(domain.to_unicode())]);
}

fn symbol(_: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let Some(name) = website_name(node) else { return };
    if let Some(symbols) = unwanted(name, |c| c.is_alphanumeric() || is_bracket_or_hyphen(c)) {
        out.find(&node.at, &[Key::Name], params![symbols: symbols]);
    }
}

/// The characters of a name that count.
fn counted(name: &str) -> impl Iterator<Item = char> + '_ {
    name.chars().filter(|c| c.is_alphanumeric())
}

fn only_digits_or_letters(_: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let Some(name) = website_name(node) else { return };
    let has_counted = counted(name).next().is_some();
    if has_counted && (counted(name).all(char::is_numeric) || counted(name).all(is_latin)) {
        out.find(&node.at, &[Key::Name], params![]);
    }
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

fn too_short(_: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    const MIN: usize = 3;
    let Some(name) = website_name(node) else { return };
    let count = counted(name).count();
    if count < MIN {
        out.find(&node.at, &[Key::Name], params![count, min: MIN]);
    }
}

fn state_word(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let mut words = node.words().of_list(List::State);
    words.extend(node.words().leading(List::LeadingState));
    if words.is_empty() {
        return;
    }
    let own = cx.principal_name.unwrap_or_default();
    words.retain(|word| !own.contains(word));
    if !words.is_empty() {
        out.find(&node.at, &[Key::Name], params![words: names(&words)]);
    }
}

fn sensitive_word(_: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let words = node.words().of_list(List::Sensitive);
    if !words.is_empty() {
        out.find(&node.at, &[Key::Name], params![words: names(&words)]);
    }
}

/// The words of a list in the name of an individual's website.
fn of_individual(cx: &Cx<'_>, node: &ServiceNode<'_>, list: List) -> Vec<&'static str> {
    if cx.is_individual() && website_name(node).is_some() {
        node.words().of_list(list)
    } else {
        Vec::new()
    }
}

fn refused_to_individual(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let mut words = of_individual(cx, node, List::RefusedToIndividuals);
    words.extend(of_individual(cx, node, List::LeadingState));
    let is_jiangsus = cx.province == Some(Province::Jiangsu)
        && website_name(node).is_some_and(|name| name.ends_with("个人博客") || name.ends_with("个人主页"));
    if !words.is_empty() && !is_jiangsus {
        out.find(&node.at, &[Key::Name], params![words: names(&words)]);
    }
}

fn commercial(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let words = of_individual(cx, node, List::Commercial);
    if !words.is_empty() {
        out.find(&node.at, &[Key::Name], params![words: names(&words)]);
    }
}

fn own_name(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let (Some(name), Some(own)) = (website_name(node), cx.principal_name) else { return };
    if cx.is_individual() && same_name(name, own) {
        out.find(&node.at, &[Key::Name], params![name: Param::name(own)]);
    }
}

fn place_of_individual(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    if !cx.is_individual() || website_name(node).is_none() {
        return;
    }
    let mut places: Vec<&str> = node.words().places().map(|(_, word)| word).collect();
    places.extend(Region::counties_in(node.service.name().unwrap_or_default()).map(|(_, name)| name));
    if !places.is_empty() {
        out.find(&node.at, &[Key::Name], params![places: names(&places)]);
    }
}

fn place_not_covered(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let Some(name) = website_name(node).filter(|_| cx.is_organization()) else { return };
    let places = || node.words().places().chain(node.words().cities()).chain(Region::counties_in(name));
    if places().next().is_none() {
        return;
    }
    let Some(principal) = cx.principal_name else { return };
    let own = own_places(cx, principal);
    let covers = |place: u32| {
        move |own: &u32| {
            *own == place
                || own % 100 == 0 && own / 100 == place / 100
                || own % 10_000 == 0 && own / 10_000 == place / 10_000
        }
    };
    // Of places with one name (西湖区 is in several cities) the own one is meant.
    let is_covered = |place: u32| own.iter().any(covers(place));
    let covered: BTreeSet<&str> =
        places().filter(|(place, _)| is_covered(*place)).map(|(_, name)| name).collect();
    let uncovered = places().find(|(_, name)| !covered.contains(name));
    // A name without a place does not say what it covers.
    if let Some((_, place)) = uncovered.filter(|_| !own.is_empty()) {
        out.find(
            &node.at,
            &[Key::Name],
            params![place: Param::name(place), principal: Param::name(principal)],
        );
    }
}

/// The places in an organisation's name, by code; at its beginning a city's short name too: 杭州云澜科技有限公司.
fn own_places(cx: &Cx<'_>, name: &str) -> Vec<u32> {
    let leading = Region::place_names().filter(|(code, city)| {
        code % 10_000 != 0 && city.strip_suffix('市').is_some_and(|short| name.starts_with(short))
    });
    let named = cx.principal_words().places().chain(Region::counties_in(name));
    leading.chain(named).map(|(code, _)| code).collect()
}

/// Whether a document speaks for a field that its words ask for: the kind is declared, or an undertaking or another
/// document is uploaded.
pub(super) fn is_spoken_for(cx: &Cx<'_>, node: &ServiceNode<'_>, kind: PreApprovalKind) -> bool {
    let declared = node.service.pre_approval().and_then(|approval| approval.kinds.as_deref());
    let materials = node.service.materials().iter().chain(cx.order.materials());
    declared.unwrap_or_default().iter().any(|declared| declared.kind == kind)
        || materials
            .map(|material| material.kind)
            .any(|kind| matches!(kind, MaterialKind::NonInvolvementLetter | MaterialKind::Other))
}

fn special_approval(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    if !cx.is_organization() || website_name(node).is_none() {
        return;
    }
    let declared = node.service.pre_approval().and_then(|approval| approval.kinds.as_deref());
    let words = node.words().of_list(List::SpecialApproval);
    if !words.is_empty() && declared.unwrap_or_default().is_empty() {
        out.find(&node.at, &[Key::Name], params![words: names(&words)]);
    }
}

fn finance_word(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let words = node.words().of_list(List::Finance);
    if !words.is_empty() && !is_spoken_for(cx, node, PreApprovalKind::InternetFinance) {
        out.find(&node.at, &[Key::Name], params![words: names(&words)]);
    }
}

fn principal_finance_word(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
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

fn training_word(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let words = node.words().of_list(List::Training);
    if !words.is_empty() && !is_spoken_for(cx, node, PreApprovalKind::OffCampusTraining) {
        out.find(&node.at, &[Key::Name], params![words: names(&words)]);
    }
}

fn app_symbol(_: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let Some(name) = typed(node.service.name()) else { return };
    let is_text = |c: char| {
        c.is_ascii()
            || matches!(c, '\u{4e00}'..='\u{9fff}')
            || c.is_alphanumeric()
            || c.is_whitespace()
            || matches!(c, '\u{b7}' | '\u{2010}'..='\u{2027}' | '\u{3001}'..='\u{301f}' | '\u{ff01}'..='\u{ff65}')
    };
    if let Some(symbols) = unwanted(name, is_text) {
        out.find(&node.at, &[Key::Name], params![symbols: symbols]);
    }
}

/// Whether an organisation explains what its service does: in the remark, where a source takes that.
pub(super) fn is_explained(cx: &Cx<'_>, node: &ServiceNode<'_>) -> bool {
    !cx.is_individual() && typed(node.service.remark()).is_some()
}

fn pre_approval_word(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
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

fn education_word(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
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

fn blacklisted(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let Some(name) = typed(node.service.name()) else { return };
    let Some(registry) = out.registry(cx) else { return };
    match registry.is_name_blacklisted(name) {
        Some(true) => out.find(&node.at, &[Key::Name], params![name: Param::name(name)]),
        Some(false) => {}
        None => out.needs_context(&[Key::Registry, Key::BlacklistedNames]),
    }
}

/// The words of a list in a service's name that do not stand in its principal's own.
fn not_own(cx: &Cx<'_>, node: &ServiceNode<'_>, list: List) -> Vec<&'static str> {
    let mut words = node.words().of_list(list);
    if !words.is_empty() {
        let own = folded(cx.principal_name.unwrap_or_default());
        words.retain(|word| !own.contains(word));
    }
    words
}

fn foreign_state(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    if website_name(node).is_none() || is_explained(cx, node) {
        return;
    }
    let words = not_own(cx, node, List::Foreign);
    if !words.is_empty() {
        out.find(&node.at, &[Key::Name], params![words: names(&words)]);
    }
}

fn city_of_individual(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    if !cx.is_individual() || website_name(node).is_none() {
        return;
    }
    let places: Vec<&str> = node.words().cities().map(|(_, word)| word).collect();
    if !places.is_empty() {
        out.find(&node.at, &[Key::Name], params![places: names(&places)]);
    }
}

fn sample(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    if let Some(name) = of_individual(cx, node, List::Sample).first() {
        out.find(&node.at, &[Key::Name], params![name: Param::name(*name)]);
    }
}

fn person_of_organization(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let Some(name) = website_name(node).filter(|_| cx.is_organization()) else { return };
    let stated = cx.principal.or_else(|| cx.filed_principal?.principal.as_ref());
    let representative = stated.and_then(|principal| principal.legal_representative.as_ref()?.name.as_ref());
    let head = stated.and_then(|principal| principal.head.as_ref()?.name.as_ref());
    let service_head = node.service.head().and_then(|head| head.name.as_ref());
    let mut people = [representative, head, service_head].into_iter().filter_map(typed);
    let own = cx.principal_name.unwrap_or_default();
    let is_in = |person: &&str| person.chars().count() > 1 && name.contains(person) && !own.contains(person);
    if let Some(person) = people.find(is_in) {
        out.find(&node.at, &[Key::Name], params![name: Param::name(person)]);
    }
}

fn commerce_word(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let is_said = [List::Commercial, List::RefusedToIndividuals]
        .iter()
        .any(|list| !of_individual(cx, node, *list).is_empty());
    if website_name(node).is_none() || is_said {
        return;
    }
    let words = node.words().of_list(List::Commerce);
    if !words.is_empty() {
        out.find(&node.at, &[Key::Name], params![words: names(&words)]);
    }
}

fn provider_word(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let mut words = not_own(cx, node, List::Provider);
    if node.service.kind() == ServiceKind::App {
        // Of a known APP's name another rule speaks.
        let known = node.words().of_list(List::KnownApp);
        words.retain(|word| !known.contains(word));
    }
    if !words.is_empty() {
        out.find(&node.at, &[Key::Name], params![words: names(&words)]);
    }
}

const IS_PLACEHOLDER: Term =
    Term { code: "placeholder", text: Text { zh: "是占位名称", en: "is a stand-in" } };
const IS_MARKETING: Term = Term {
    code: "marketing",
    text: Text { zh: "属于价格或营销用语", en: "is a price or advertising" },
};
const IS_KNOWN_APP: Term = Term {
    code: "known_app",
    text: Text { zh: "是知名 APP 的名称", en: "is the name of a widely known APP" },
};
const IS_GENERIC: Term = Term {
    code: "generic",
    text: Text { zh: "过于宽泛，只是行业或功能词", en: "is merely a trade or a function" },
};

fn app_word(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let reasons = [
        (List::Placeholder, IS_PLACEHOLDER),
        (List::Generic, IS_GENERIC),
        (List::KnownApp, IS_KNOWN_APP),
        (List::Marketing, IS_MARKETING),
    ];
    let found = reasons.into_iter().filter(|(list, _)| node.words().has(*list));
    let mut found = found.map(|(list, reason)| (not_own(cx, node, list), reason));
    if let Some((words, reason)) = found.find(|(words, _)| !words.is_empty()) {
        out.find(&node.at, &[Key::Name], params![words: names(&words), reason]);
    }
}

fn differs_on_page(_: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let Service::Website(website) = node.service else { return };
    let Some(name) = website_name(node) else { return };
    let filed: String = same_name_key(name);
    let page = [
        (Key::HomePageName, typed(website.home_page_name.as_ref()), true),
        (Key::HomePageTitle, typed(website.home_page_title.as_ref()), false),
    ];
    for (key, shown, is_whole) in page {
        let Some(shown) = shown else {
            out.needs_input(&node.at, &[key]);
            continue;
        };
        let key_shown = same_name_key(shown);
        if key_shown != filed && (is_whole || !key_shown.contains(&filed)) {
            let params = params![name: Param::name(name), shown: Param::name(shown)];
            return out.find(&node.at, &[key], params);
        }
    }
}

/// A name as people write it in different ways.
fn same_name_key(name: &str) -> String {
    crate::rules::domain::folded(name).collect()
}

/// What tells an organisation's name from others': without the places and the legal form.
fn own_part(cx: &Cx<'_>, principal: &str) -> String {
    const FORMS: &[&str] = &[
        "股份有限公司",
        "有限责任公司",
        "有限公司",
        "分公司",
        "公司",
        "集团",
        "科技",
        "网络",
        "信息",
        "技术",
    ];
    let mut own = folded(principal).into_owned();
    let cities = cx.principal_words().cities().chain(cx.principal_words().places());
    for word in cities.map(|(_, word)| word).chain(FORMS.iter().copied()) {
        own = own.replace(word, " ");
    }
    own
}

fn without_principal(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let Some(name) = website_name(node).filter(|_| cx.is_organization() && !is_explained(cx, node)) else {
        return;
    };
    let Some(principal) = cx.principal_name else { return };
    let own: Vec<char> = own_part(cx, principal).chars().collect();
    let shown: Vec<char> = folded(name).chars().collect();
    let is_pair = |pair: &&[char]| pair.iter().all(|c| *c != ' ');
    let shares = own.windows(2).filter(is_pair).any(|pair| shown.windows(2).any(|other| other == pair));
    // A name that is nothing but places and forms tells nothing.
    if !shares && own.windows(2).any(|pair| is_pair(&pair)) {
        out.find(&node.at, &[Key::Name], params![name: Param::name(name), principal: Param::name(principal)]);
    }
}

fn long(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    const MAX: usize = 10;
    let Some(name) = website_name(node).filter(|_| cx.is_individual()) else { return };
    let count = counted(name).count();
    if count > MAX {
        out.find(&node.at, &[Key::Name], params![count, max: MAX]);
    }
}

fn licensed_trade(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
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
