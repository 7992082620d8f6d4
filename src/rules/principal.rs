//! Rules of the group `principal`: who files.

use std::collections::BTreeSet;

use chrono::{Days, Months};

use crate::certificate::{Certificate, CertificateKind, ValidUntil};
use crate::context::BusinessRecord;
use crate::documents;
use crate::fields::{self, Given};
use crate::language::{Term, Text};
use crate::material::MaterialKind;
use crate::params::Param;
use crate::path::{At, Key};
use crate::principal::PrincipalKind;
use crate::registry::FiledPrincipal;
use crate::remedy::way;
use crate::report::Need;
use crate::rule::rule_group;
use crate::rulebook::Limit;
use crate::rules::certificate::{number_reason, NumberReason};
use crate::rules::domain::{folded as letters, same_name};
use crate::rules::name::names;
use crate::service::{PreApprovalKind, Service};
use crate::source::{Chapter, Origin};
use crate::value::{Agreement, FilingNumber, Masked, Region, RegionError};
use crate::walk::{typed, Check, Cx, MaterialNode, Out, PrincipalNode};
use crate::words::{folded, List, Words};

const WITH_PRINCIPAL: &[Chapter] = &[
    Chapter::FirstFiling,
    Chapter::AccessFiling,
    Chapter::AddService,
    Chapter::AddServiceFromElsewhere,
    Chapter::ChangeFiling,
];

const STATED_ANEW: &[Chapter] =
    &[Chapter::FirstFiling, Chapter::AccessFiling, Chapter::AddServiceFromElsewhere];

rule_group! {
    /// What is asked of a principal: region, kind, name, certificate with kind, number and address, mailing
    /// address; of an organisation the legal representative's name and certificate number as well; in a change
    /// of filing the principal's filing number.
    ///
    /// **Why.** The form cannot be submitted without.
    ///
    /// **Example.** A company that leaves out its legal representative.
    FIELD_MISSING = "principal.field-missing" {
        severity: Blocker,
        orders: WITH_PRINCIPAL,
        needs: [],
        params: [field],
        source: Origin::Guide { chapters: WITH_PRINCIPAL, section: "主体信息", form: None },
        miit: [1008, 1014, 1019],
        summary: {
            zh: "主体信息须填写完整",
            en: "What is asked of the principal has to be given.",
        },
        message: {
            zh: "缺少“{field}”，请补充。",
            en: "Missing: {field}. Fill it in.",
        },
        check: &[Check::Start(order_field_missing), Check::Principal(field_missing)],
        remedy: way::choose_of_principal,
    }

    /// An individual gives no legal representative, and no name, certificate kind or number of a principal's
    /// head: the head is the principal.
    ///
    /// **Why.** The form does not show these to individuals; what is sent all the same is not used.
    ///
    /// **Example.** An individual that repeats its name under `head`.
    FIELD_NOT_APPLICABLE = "principal.field-not-applicable" {
        severity: Advice,
        orders: WITH_PRINCIPAL,
        needs: [],
        params: [field],
        source: Origin::Guide { chapters: STATED_ANEW, section: "主体信息、主体负责人信息", form: None },
        summary: {
            zh: "个人备案不填法定代表人，也不重复填写主体负责人的姓名和证件",
            en: "An individual gives no legal representative, and no name or certificate of a principal's head.",
        },
        message: {
            zh: "个人备案不填写{field}，请删除。主体负责人即主体本人，姓名和证件以主体信息为准。",
            en: "An individual does not give the {field}: leave it out. The individual is its own head, whose name and certificate stand with the principal.",
        },
        check: &[Check::Principal(field_not_applicable)],
        remedy: way::remove,
    }

    /// The certificate has to be one that this kind of principal can hold.
    ///
    /// **Why.** The ministry's table pairs kinds of principal with kinds of certificate.
    ///
    /// **Example.** An enterprise with a passport.
    CERTIFICATE_KIND_MISMATCH = "principal.certificate-kind-mismatch" {
        severity: Blocker,
        orders: WITH_PRINCIPAL,
        needs: [],
        params: [certificate, principal],
        source: Origin::Guide { chapters: WITH_PRINCIPAL, section: "主体信息 · 证件类型", form: None },
        miit: [1008, 1014],
        summary: {
            zh: "证件类型须与备案性质相符",
            en: "The certificate has to be one that this kind of principal can hold.",
        },
        message: {
            zh: "备案性质为“{principal}”时不能使用“{certificate}”。请选择与备案性质相符的证件类型。",
            en: "A principal of the kind “{principal}” does not hold this certificate: {certificate}. Choose a kind of certificate that fits.",
        },
        check: &[Check::Principal(certificate_kind_mismatch)],
        remedy: way::choose_certificate_kind,
    }

    /// The number has to be well-formed for its kind of certificate, with the right check digit: a credit code
    /// or a 15-digit registration number on a business licence, a credit code on a unified certificate, an
    /// organisation code on that certificate, an identity number on a person's card. Other papers: 1 to 255
    /// characters without spaces. A legal representative's number is held against its kind where that is given.
    ///
    /// **Why.** The number is looked up in the register of its certificate.
    ///
    /// **Example.** A credit code with two digits swapped.
    CERTIFICATE_NUMBER_INVALID = "principal.certificate-number-invalid" {
        severity: Blocker,
        orders: WITH_PRINCIPAL,
        needs: [],
        params: [certificate, reason],
        source: Origin::Guide {
            chapters: WITH_PRINCIPAL,
            section: "主体信息 · 证件号码",
            form: Some("GB 32100、GB 11714、GB 11643 等编码标准"),
        },
        miit: [1008, 1015],
        summary: {
            zh: "主体证件号码须符合该证件的编码规则",
            en: "The certificate's number has to be well-formed for its kind.",
        },
        message: {
            zh: "{certificate}号码有误：{reason}。",
            en: "The number of this certificate ({certificate}) is wrong: {reason}.",
        },
        check: &[Check::Principal(certificate_number_invalid), Check::Principal(representative_number_invalid)],
        remedy: way::certificate_number,
    }

    /// A credit code of the right length and alphabet, of the one early shape that was issued against the
    /// standard: place 9 is `M`, and the check digit is not the computed one.
    ///
    /// **Why.** A few such codes were issued in 2015 and stand on genuine licences; most are typing errors.
    ///
    /// **Example.** `91350211M00013FA1N`, as printed on a licence of Xiamen.
    CREDIT_CODE_NONSTANDARD = "principal.credit-code-nonstandard" {
        severity: Warning,
        orders: WITH_PRINCIPAL,
        needs: [],
        params: [],
        source: Origin::Guide {
            chapters: WITH_PRINCIPAL,
            section: "主体信息 · 证件号码",
            form: Some("GB 32100-2015 校验码；早期试点代码例外"),
        },
        summary: {
            zh: "早期试点的统一社会信用代码校验码不合标准",
            en: "A credit code of the early shape does not follow the standard's check digit.",
        },
        message: {
            zh: "该统一社会信用代码的校验码不符合 GB 32100，仅少数早期发放的代码如此。请与营业执照逐字核对，一致即可提交。",
            en: "The check digit of this credit code does not follow GB 32100, which is true of only a few early codes. Compare it with the licence, character by character; if it is exactly as printed, submit it as it is.",
        },
        check: &[Check::Principal(credit_code_nonstandard)],
    }

    /// The region is a county, district or county-level city that is in use, by its six-digit code.
    ///
    /// **Why.** The filing system takes nothing else; an abolished code is named with what it became.
    ///
    /// **Example.** `110103`, the former Chongwen district of Beijing.
    REGION_INVALID = "principal.region-invalid" {
        severity: Blocker,
        orders: WITH_PRINCIPAL,
        needs: [],
        params: [reason, successors],
        source: Origin::Guide {
            chapters: WITH_PRINCIPAL,
            section: "主体信息 · 备案地区",
            form: Some("民政部行政区划代码，2024-12-31"),
        },
        miit: [1019],
        summary: {
            zh: "备案地区须为现行的六位县级行政区划代码",
            en: "The region has to be a six-digit county code that is in use.",
        },
        message: {
            zh: "备案地区无效：{reason}{successors?（现为：@）}。",
            en: "The region is not valid: {reason}{successors? (now: @)}.",
        },
        check: &[Check::Principal(region_invalid)],
        remedy: way::region,
    }

    /// The principal's name equals the account's real-name name, and of an organisation the certificate's.
    ///
    /// **Why.** The order is filed for the account's owner. Where the account's name is wrong, the account is
    /// corrected first.
    ///
    /// **Example.** An agency files for a customer from its own account.
    NAME_ACCOUNT_MISMATCH = "principal.name-account-mismatch" {
        severity: Blocker,
        orders: WITH_PRINCIPAL,
        needs: [Account, Inputs],
        params: [name, account_name],
        source: Origin::Guide { chapters: WITH_PRINCIPAL, section: "主体信息 · 主办者名称", form: None },
        providers: [Tencent],
        summary: {
            zh: "主办者名称须与账号实名认证名称一致",
            en: "The principal's name has to be the one that the account was real-name verified with.",
        },
        message: {
            zh: "主办者名称“{name}”与账号实名认证名称“{account_name}”不一致。请核对名称；若账号实名有误，请先变更账号实名认证。",
            en: "The principal's name, “{name}”, is not the name that the account was real-name verified with, “{account_name}”. Correct the name or, where the account's is wrong, change the account's verification first.",
        },
        check: &[Check::Principal(name_account_mismatch)],
        remedy: way::account_name,
    }

    /// An organisation files in the province of its certificate's address.
    ///
    /// **Why.** The authority of that province is the one in charge. (The region in a credit code may be an old
    /// one and is not compared.)
    ///
    /// **Example.** A company licensed in Zhejiang chooses Guangdong.
    REGION_CERTIFICATE_MISMATCH = "principal.region-certificate-mismatch" {
        severity: Blocker,
        orders: FILING,
        needs: [],
        params: [region, address],
        source: Origin::Guide { chapters: STATED_ANEW, section: "验证备案类型 · 备案地区", form: None },
        miit: [1019],
        summary: {
            zh: "单位须在证件住址所在省份备案",
            en: "An organisation files in the province of its certificate's address.",
        },
        message: {
            zh: "备案地区在{region}，而证件住址在{address}。单位须在证件住址所在省份备案，请重新选择备案地区。",
            en: "The region is in {region}, the certificate's address in {address}. An organisation files in the province of its certificate: choose that region.",
        },
        check: &[Check::Principal(region_certificate_mismatch)],
    }

    /// The mailing address goes down to the door or room number. Where there is none the remark says so, and the rule
    /// is silent.
    ///
    /// **Why.** Authorities send mail there; an address that ends at a street is queried.
    ///
    /// **Example.** `浙江省杭州市西湖区文三路`.
    MAILING_ADDRESS_TOO_COARSE = "principal.mailing-address-too-coarse" {
        severity: Warning,
        orders: WITH_PRINCIPAL,
        needs: [],
        params: [],
        source: Origin::Guide { chapters: WITH_PRINCIPAL, section: "主体信息 · 通信地址", form: None },
        summary: {
            zh: "通信地址须详细到门牌号或房间号",
            en: "The mailing address goes down to the door or room number.",
        },
        message: {
            zh: "通信地址未写到门牌号或房间号。请补充详细地址，例如“……路18号3栋1205室”；确实没有门牌号的，请在备注中说明已是最详细地址。",
            en: "The mailing address does not go down to a door or room number. Add it, as in …路18号3栋1205室; where there is none, say in the remark that this is all.",
        },
        check: &[Check::Principal(mailing_address_too_coarse)],
    }

    /// In a filing order the city and district that an organisation chooses agree with its mailing address,
    /// which decides where a filing belongs.
    ///
    /// **Why.** The authority files it under the place where the organisation can be reached.
    ///
    /// **Example.** The region is 西湖区, the mailing address in 滨江区.
    MAILING_ADDRESS_REGION_MISMATCH = "principal.mailing-address-region-mismatch" {
        severity: Blocker,
        orders: FILING,
        needs: [],
        params: [region, named],
        source: Origin::Guide { chapters: WITH_PRINCIPAL, section: "主体信息 · 备案地区、通信地址", form: None },
        summary: {
            zh: "单位所选市、区须与通信地址一致",
            en: "The city and district chosen agree with the mailing address.",
        },
        message: {
            zh: "通信地址写的是“{named}”，与所选备案地区“{region}”不一致。备案归属以通信地址为准，请修改通信地址或备案地区。",
            en: "The mailing address says {named}, the region chosen is {region}. The mailing address decides where a filing belongs: correct the address, or choose its region.",
        },
        check: &[Check::Principal(mailing_address_region_mismatch)],
    }

    /// In a change of filing the region is that of the certificate's address. Where it cannot be chosen, the
    /// nearest is, with an explanation in the remark.
    ///
    /// **Why.** The authority compares them.
    ///
    /// **Example.** A certificate of a development zone that has no code of its own, without a remark.
    REGION_NOT_CERTIFICATE_ADDRESS = "principal.region-not-certificate-address" {
        severity: Warning,
        orders: CHANGE_FILING,
        needs: [],
        params: [region, named],
        source: Origin::Guide { chapters: &[Chapter::ChangeFiling], section: "主体信息 · 备案地区", form: None },
        summary: {
            zh: "变更备案的备案地区须与证件住址一致，无法选择的须在备注说明",
            en: "In a change of filing the region is that of the certificate's address, or the remark explains.",
        },
        message: {
            zh: "备案地区“{region}”与证件住址所在的“{named}”不一致。请按证件住址选择；如无法选择，请选最近的地区并在备注中说明。",
            en: "The region, {region}, is not that of the certificate's address, {named}. Choose the certificate's; where it is not offered, choose the nearest and explain it in the remark.",
        },
        check: &[Check::Principal(region_not_certificate_address)],
    }

    /// An individual is advised to choose province, city and district of its certificate. Another province only
    /// where that allows it, which is the province's matter.
    ///
    /// **Why.** Authorities ask individuals from elsewhere for proofs, or refuse them.
    ///
    /// **Example.** A certificate of Hunan, filed in Guangdong.
    REGION_DIFFERS_FROM_CERTIFICATE = "principal.region-differs-from-certificate" {
        severity: Advice,
        orders: FILING,
        needs: [],
        params: [region, named],
        source: Origin::Guide { chapters: STATED_ANEW, section: "主体信息 · 备案地区", form: None },
        summary: {
            zh: "个人建议选择证件住址所在的省、市、区",
            en: "An individual is advised to choose the region of its certificate.",
        },
        message: {
            zh: "备案地区“{region}”与证件住址所在的“{named}”不同。建议个人按证件住址选择；跨省备案须当地管局允许。",
            en: "The region, {region}, is not that of the certificate's address, {named}. An individual is advised to choose the certificate's; to file in another province, that province has to allow it.",
        },
        check: &[Check::Principal(region_differs_from_certificate)],
    }

    /// An individual's certificate is photographed from the original.
    ///
    /// **Why.** Copies and scans are returned.
    ///
    /// **Example.** A photo of a photocopy.
    PHOTO_NOT_ORIGINAL = "principal.photo-not-original" {
        severity: Blocker,
        orders: WITH_PRINCIPAL,
        needs: [Inputs],
        params: [],
        source: Origin::Guide { chapters: &[Chapter::FirstFiling], section: "验证备案类型 · 证件照片", form: None },
        summary: {
            zh: "个人证件须为原件拍摄",
            en: "An individual's certificate is photographed from the original.",
        },
        message: {
            zh: "证件照片不是原件拍摄。请用证件原件重新拍照上传，不要使用复印件、扫描件或翻拍件。",
            en: "This is not a photo of the original. Photograph the original certificate; copies and scans are not accepted.",
        },
        check: &[Check::Material(photo_not_original)],
    }

    /// An organisation that is filed under its name has the certificate number that is filed. Verifying the kind
    /// of an access filing or of an addition compares name and number with the register.
    ///
    /// **Why.** The register finds no principal under the new number, and takes the order for a first filing. A
    /// number that has changed, as with a renewed licence, is changed in the filing first.
    ///
    /// **Example.** A company that got a credit code after it had filed under its registration number.
    CERTIFICATE_DIFFERS_FROM_FILED = "principal.certificate-differs-from-filed" {
        severity: Blocker,
        orders: ACCESS | ADD_SERVICE_FROM_ELSEWHERE,
        needs: [Registry],
        params: [filing_number],
        source: Origin::Document(documents::MATERIALS_FAQ, "证件号码须与已备案一致"),
        miit: [1003, 1058],
        summary: {
            zh: "证件号码须与已备案的主体一致",
            en: "The certificate number is the one that is filed for the principal.",
        },
        message: {
            zh: "同名主体已备案（{filing_number}），但证件号码与订单填写的不同，验证备案类型时无法匹配。请填写备案时的证件号码；证件已换发的，请先在原接入商办理变更备案。",
            en: "A principal of this name is filed ({filing_number}) with another certificate number, so the register will not find it. Give the number that is filed; where the certificate was replaced, change the filing with its provider first.",
        },
        check: &[Check::Principal(certificate_differs_from_filed)],
    }

    /// An account that was verified as an individual, or changed to one, waits 48 hours before it files. Counted in
    /// days: the second day after.
    ///
    /// **Why.** The verification has to reach the filing system.
    ///
    /// **Example.** An account that was verified yesterday.
    ACCOUNT_VERIFIED_TOO_RECENTLY = "principal.account-verified-too-recently" {
        severity: Blocker,
        orders: STATED_ANEW,
        needs: [Account, Inputs],
        params: [verified_on, earliest],
        source: Origin::Document(documents::LIMITS, "个人实名认证 48 小时后可备案"),
        providers: [Tencent],
        summary: {
            zh: "个人账号实名认证满 48 小时后才能备案",
            en: "An account that was verified as an individual waits 48 hours before it files.",
        },
        message: {
            zh: "账号于 {verified_on} 完成个人实名认证，须满 48 小时才能备案。请在 {earliest} 及以后提交。",
            en: "The account was verified as an individual on {verified_on}; 48 hours have to pass. Submit on {earliest} or later.",
        },
        check: &[Check::Principal(account_verified_too_recently)],
        remedy: way::wait_until_earliest,
    }

    /// The principal's certificate is not on the ministry's blacklist.
    ///
    /// **Why.** A principal is listed for false filings or unlawful content; its orders are refused.
    ///
    /// **Example.** A company whose filing was cancelled for false data.
    BLACKLISTED = "principal.blacklisted" {
        severity: Blocker,
        orders: WITH_PRINCIPAL,
        needs: [Registry, Inputs],
        params: [],
        source: Origin::Document(documents::MINISTRY_INTERFACE, "处理结果代码 1065"),
        miit: [1065],
        summary: {
            zh: "主体不得在备案黑名单内",
            en: "The principal is not on the ministry's blacklist.",
        },
        message: {
            zh: "该主体的证件在备案黑名单内，订单会被驳回。请联系所在省通信管理局了解原因并申请移出。",
            en: "The principal's certificate is on the filing blacklist, so the order would be refused. Ask the authority of the province for the reason and for removal.",
        },
        check: &[Check::Principal(blacklisted)],
    }

    /// A principal has one filing number. Where it has two, one of them is deregistered.
    ///
    /// **Why.** What is looked up by the certificate is ambiguous.
    ///
    /// **Example.** A company that filed anew with another provider in place of adding a service.
    FILED_TWICE = "principal.filed-twice" {
        severity: Warning,
        orders: WITH_PRINCIPAL,
        needs: [Registry],
        params: [filing_numbers],
        source: Origin::Document(documents::FILING_TERMS, "主体备案号"),
        miit: [1068],
        summary: {
            zh: "一个主体只能有一个主体备案号",
            en: "A principal has one filing number.",
        },
        message: {
            zh: "该主体有多个主体备案号：{filing_numbers}。一个主体只能保留一个，请先注销多余的备案号，再提交订单。",
            en: "The principal has several filing numbers: {filing_numbers}. Only one can stay: deregister the other first.",
        },
        check: &[Check::Principal(filed_twice)],
    }

    /// An organisation's certificate has some months left on the day of submission, where it ends at all.
    ///
    /// **Why.** The review takes weeks, and the authority compares the certificate at its end.
    ///
    /// **Example.** A licence whose term ends next month.
    CERTIFICATE_EXPIRES_SOON = "principal.certificate-expires-soon" {
        severity: Blocker,
        orders: WITH_PRINCIPAL,
        needs: [ProviderRules],
        params: [date, earliest, months],
        source: Origin::Document(documents::UPLOADS, "证件有效期"),
        summary: {
            zh: "主体证件的剩余有效期须满 3 个月",
            en: "The principal's certificate has three months left.",
        },
        message: {
            zh: "主体证件将于 {date} 到期，剩余有效期须满 {months} 个月，即至少到 {earliest}。请先办理证件延期或换发。",
            en: "The principal's certificate ends on {date}; it needs {months:month} left, that is, until {earliest} at least. Have it renewed first.",
        },
        check: &[Check::Principal(certificate_expires_soon)],
    }

    /// An individual from Hong Kong, Macau, Taiwan or abroad files with a residence document: a residence permit or
    /// a permanent residence card.
    ///
    /// The newest source takes only these, older ones a travel permit or passport as well.
    ///
    /// **Why.** Authorities ask where the person lives.
    ///
    /// **Example.** A foreigner with a passport.
    RESIDENCE_DOCUMENT_ADVISED = "principal.residence-document-advised" {
        severity: Warning,
        orders: WITH_PRINCIPAL,
        needs: [],
        params: [certificate],
        source: Origin::Document(documents::LIMITS_OF_UCLOUD, "个人备案证件"),
        summary: {
            zh: "非内地居民个人备案宜使用居住类证件",
            en: "An individual from outside the mainland had better file with a residence document.",
        },
        message: {
            zh: "个人备案使用“{certificate}”可能不被接受。建议使用港澳居民居住证、台湾居民居住证或外国人永久居留身份证。",
            en: "An individual's filing with this certificate ({certificate}) may be refused. Use a residence permit, or a permanent residence card, if there is one.",
        },
        check: &[Check::Principal(residence_document_advised)],
    }

    /// The mailing address has letters, digits and the marks of addresses, no other symbols.
    ///
    /// **Why.** Authorities query addresses with special characters.
    ///
    /// **Example.** `浙江省杭州市西湖区文三路18号※1205室`.
    MAILING_ADDRESS_SYMBOL = "principal.mailing-address-symbol" {
        severity: Warning,
        orders: WITH_PRINCIPAL,
        needs: [],
        params: [],
        source: Origin::Document(documents::PRINCIPAL_FAQ, "通信地址"),
        summary: {
            zh: "通信地址不能有特殊字符",
            en: "The mailing address has no special characters.",
        },
        message: {
            zh: "通信地址中有特殊字符，可能被退回。请只保留汉字、字母、数字、括号和短横线。",
            en: "The mailing address has special characters and may be queried. Keep to letters, digits, brackets and hyphens.",
        },
        check: &[Check::Principal(mailing_address_symbol)],
    }

    /// A branch files with its own certificate, not with its parent's, and the other way round: under one certificate
    /// number stands one name.
    ///
    /// Who is filed under the certificate number is known by the registry; a company's parts are told by the word
    /// behind its name, such as 分公司 or 办事处.
    ///
    /// **Why.** A branch is a principal of its own.
    ///
    /// **Example.** 杭州某某有限公司宁波分公司 files with the credit code of 杭州某某有限公司.
    BRANCH_UNDER_PARENT = "principal.branch-under-parent" {
        severity: Blocker,
        orders: WITH_PRINCIPAL,
        needs: [Registry],
        params: [filed, stated],
        source: Origin::Document(documents::FAQ_OF_HUAWEI, "分公司、子公司备案"),
        miit: [1003],
        summary: {
            zh: "分支机构须以自己的证件备案，不能使用总公司的",
            en: "A branch files with its own certificate, not with its parent's.",
        },
        message: {
            zh: "该证件号码下已备案的主体为“{filed}”，而订单填写的是“{stated}”。总公司与分支机构须各自以自己的证件备案，请核对主办者名称和证件号码。",
            en: "Under this certificate number “{filed}” is filed, and the order says “{stated}”. A company and its branch each file with a certificate of their own: check the name and the number.",
        },
        check: &[Check::Principal(branch_under_parent)],
    }

    /// An individual business without a trade name 无字号 says so in the remark. Its licence has no name, or that of
    /// its operator.
    ///
    /// Hainan files such a business as an individual, which is the province's matter.
    ///
    /// **Why.** Otherwise the name looks like a mistake.
    ///
    /// **Example.** A shop whose licence says `***`.
    TRADE_NAME_MISSING = "principal.trade-name-missing" {
        severity: Warning,
        orders: WITH_PRINCIPAL,
        needs: [],
        params: [name],
        source: Origin::Document(documents::NO_TRADE_NAME, "无字号个体工商户"),
        summary: {
            zh: "无字号的个体工商户须在备注中说明",
            en: "An individual business without a trade name says so in the remark.",
        },
        message: {
            zh: "主办者名称“{name}”不是字号。个体工商户营业执照没有字号名称的，请在主体备注中写明“无字号名称”。",
            en: "The name {name} is no trade name. Where the licence of an individual business has none, say so in the principal's remark.",
        },
        check: &[Check::Principal(trade_name_missing)],
    }

    /// Since licences carry a credit code 统一社会信用代码, an organisation gives that. A licence or certificate of
    /// before gives its own number. Silent where the number is the filed one: the register has to find it.
    ///
    /// **Why.** Most licences were replaced; the old number is then no longer found.
    ///
    /// **Example.** A company that types the 15-digit registration number.
    NUMBER_BEFORE_CREDIT_CODE = "principal.number-before-credit-code" {
        severity: Warning,
        orders: WITH_PRINCIPAL,
        needs: [],
        params: [certificate],
        source: Origin::Document(documents::PRINCIPAL_FAQ, "三证合一"),
        summary: {
            zh: "三证合一后须填写统一社会信用代码",
            en: "An organisation gives its credit code since licences carry one.",
        },
        message: {
            zh: "填写的是{certificate}的旧号码。三证合一后请填写营业执照上的 18 位统一社会信用代码；证照确未换发的，可按证照填写。",
            en: "This is an old number of a certificate ({certificate}). Give the credit code of 18 characters that the licence carries now; where the paper was not replaced, give what it says.",
        },
        check: &[Check::Principal(number_before_credit_code)],
    }

    /// An individual's mailing address is in the province that it files in. Of organisations
    /// `principal.mailing-address-region-mismatch` asks more.
    ///
    /// **Why.** The authority of the province writes there.
    ///
    /// **Example.** Filed in Zhejiang, with an address in Shanghai.
    MAILING_ADDRESS_OUT_OF_PROVINCE = "principal.mailing-address-out-of-province" {
        severity: Warning,
        orders: WITH_PRINCIPAL,
        needs: [],
        params: [province, address],
        source: Origin::Document(documents::PRINCIPAL_FAQ, "通信地址"),
        summary: {
            zh: "通信地址须在备案省份内",
            en: "The mailing address is in the province of the filing.",
        },
        message: {
            zh: "通信地址在{address}，而备案省份是{province}，可能被退回。请填写备案省份内的通信地址。",
            en: "The mailing address is in {address}, the filing in {province}; it may be queried. Give an address in the province of the filing.",
        },
        check: &[Check::Principal(mailing_address_out_of_province)],
    }

    /// A business is in order in the national register: in business, and on no list of abnormal operations or serious
    /// violations. Asked of enterprises and individual businesses.
    ///
    /// **Why.** The authority looks it up, and refuses who is not.
    ///
    /// **Example.** A company that cannot be reached at its registered address.
    BUSINESS_ABNORMAL = "principal.business-abnormal" {
        severity: Blocker,
        orders: WITH_PRINCIPAL,
        needs: [Inputs],
        params: [status],
        source: Origin::Document(documents::ERRORS_OF_HUAWEI, "企业状态异常"),
        summary: {
            zh: "企业在登记系统中的状态须正常",
            en: "A business is in order in the national register.",
        },
        message: {
            zh: "国家企业信用信息公示系统显示该企业的登记状态为“{status}”，备案会被驳回。请先到市场监督管理部门处理，恢复正常后再提交。",
            en: "The national register of businesses says: {status}. The order would be refused. Settle that with the market regulator first, then submit.",
        },
        check: &[Check::Principal(business_abnormal)],
    }

    /// What an order states of a business is what the national register says: its name and its number. A licence that
    /// was replaced says otherwise.
    ///
    /// **Why.** The authority compares them.
    ///
    /// **Example.** The name before last month's change.
    BUSINESS_DIFFERS = "principal.business-differs" {
        severity: Blocker,
        orders: WITH_PRINCIPAL,
        needs: [Inputs],
        params: [field, registered, stated],
        source: Origin::Document(documents::ERRORS_OF_HUAWEI, "与企业登记信息不一致"),
        summary: {
            zh: "企业名称和证件号码须与登记信息一致",
            en: "Name and number of a business are those of the national register.",
        },
        message: {
            zh: "{field}与企业登记信息不一致（登记为“{registered}”，订单填写为“{stated}”）。请按最新的营业执照填写并上传。",
            en: "The {field} is not what the national register says (registered: {registered}; order: {stated}). Give and upload what the newest licence says.",
        },
        check: &[Check::Principal(business_differs)],
    }

    /// The address on a business's certificate is the registered one.
    ///
    /// **Why.** Another address stands on a licence that was replaced.
    ///
    /// **Example.** The address before the company moved.
    BUSINESS_ADDRESS_DIFFERS = "principal.business-address-differs" {
        severity: Warning,
        orders: WITH_PRINCIPAL,
        needs: [Inputs],
        params: [],
        source: Origin::Document(documents::ERRORS_OF_HUAWEI, "与企业登记信息不一致"),
        summary: {
            zh: "企业证件住址须与登记信息一致",
            en: "The address on a business's certificate is the registered one.",
        },
        message: {
            zh: "证件住址与企业登记的住所不一致，可能被退回。请按最新的营业执照填写并上传。",
            en: "The address is not the one in the national register, and may be queried. Give and upload what the newest licence says.",
        },
        check: &[Check::Principal(business_address_differs)],
    }

    /// Words of finance or training in the business scope ask for the regulator's or the education department's
    /// document, or for the letter of non-involvement. Where such words stand in a name other rules speak.
    ///
    /// **Why.** The reviewer reads the scope on the licence.
    ///
    /// **Example.** `以自有资金从事投资管理` in the scope of a trading company.
    SCOPE_WORD = "principal.scope-word" {
        severity: Warning,
        orders: WITH_PRINCIPAL,
        needs: [Inputs],
        params: [words],
        source: Origin::Document(documents::PRE_APPROVAL, "金融类、校外培训类"),
        miit: [1033],
        summary: {
            zh: "经营范围含金融、校外培训类词语的，须提供审批文件或不涉及承诺书",
            en: "Words of finance or training in the business scope ask for a document or an undertaking.",
        },
        message: {
            zh: "经营范围中有金融或校外培训类词语：{words}。请上传主管部门的批准文件；服务不涉及相关业务的，请上传不涉及承诺书。",
            en: "The business scope has words of finance or training: {words}. Upload the authority's document, or, where the services are not about that, the letter of non-involvement.",
        },
        check: &[Check::Principal(scope_word)],
    }
}

fn order_field_missing(cx: &Cx<'_>, out: &mut Out) {
    fields::missing(fields::ORDER, cx.order, Given::default(), &At::ROOT, cx, out);
}

fn field_missing(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    fields::missing(fields::PRINCIPAL, node.principal, Given::default(), &node.at, cx, out);
}

const HEAD_NAME: Term = Term {
    code: Key::Name.as_str(),
    text: Text { zh: "主体负责人姓名", en: "name of the principal's head" },
};

const HEAD_CERTIFICATE: Term = Term {
    code: Key::Certificate.as_str(),
    text: Text { zh: "主体负责人证件信息", en: "certificate of the principal's head" },
};

fn field_not_applicable(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    if !cx.is_individual() {
        return;
    }
    if node.principal.legal_representative.is_some() {
        out.find(&node.at, &[Key::LegalRepresentative], params![field: Key::LegalRepresentative]);
    }
    let Some(head) = &node.principal.head else { return };
    let at = node.at.key(Key::Head);
    if typed(head.name.as_ref()).is_some() {
        out.find(&at, &[Key::Name], params![field: HEAD_NAME]);
    }
    if head.certificate.is_some() {
        out.find(&at, &[Key::Certificate], params![field: HEAD_CERTIFICATE]);
    }
}

fn certificate_kind_mismatch(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    let certificate = node.principal.certificate.as_ref().and_then(|certificate| certificate.kind);
    let (Some(certificate), Some(principal)) = (certificate, cx.principal_kind) else { return };
    if !certificate.can_be_held_by(principal) {
        out.find(&node.at, &[Key::Certificate, Key::Kind], params![certificate, principal]);
    }
}

/// The certificate's number with its kind, where the kind is one that the principal can hold.
fn numbered<'a>(cx: &Cx<'_>, certificate: Option<&'a Certificate>) -> Option<(CertificateKind, &'a str)> {
    let certificate = certificate?;
    let kind = certificate.kind?;
    let fits = cx.principal_kind.map_or(true, |principal| kind.can_be_held_by(principal));
    fits.then_some((kind, typed(certificate.number.as_ref())?))
}

fn certificate_number_invalid(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    let Some((kind, number)) = numbered(cx, node.principal.certificate.as_ref()) else { return };
    if let Some(NumberReason::Invalid(reason)) = number_reason(kind, number, cx.context.today) {
        out.find(&node.at, &[Key::Certificate, Key::Number], params![certificate: kind, reason]);
    }
}

fn representative_number_invalid(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    let representative = node.principal.legal_representative.as_ref().filter(|_| cx.is_organization());
    let Some(certificate) = representative.and_then(|person| person.certificate.as_ref()) else { return };
    let (Some(kind), Some(number)) = (certificate.kind, typed(certificate.number.as_ref())) else { return };
    if let Some(NumberReason::Invalid(reason)) = number_reason(kind, number, cx.context.today) {
        let at = node.at.key(Key::LegalRepresentative);
        out.find(&at, &[Key::Certificate, Key::Number], params![certificate: kind, reason]);
    }
}

fn credit_code_nonstandard(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    let Some((kind, number)) = numbered(cx, node.principal.certificate.as_ref()) else { return };
    if number_reason(kind, number, cx.context.today) == Some(NumberReason::EarlyShape) {
        out.find(&node.at, &[Key::Certificate, Key::Number], params![]);
    }
}

fn region_invalid(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    let (Some(Err(reason)), Some(code)) = (cx.region, typed(node.principal.region.as_ref())) else { return };
    let mut successors: Vec<Param> = Vec::new();
    if reason == RegionError::Abolished {
        successors.extend(Region::successors(code).map(|region| Param::name(region.full_name())));
    }
    out.find(&node.at, &[Key::Region], params![reason, successors: Param::List(successors)]);
}

fn name_account_mismatch(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    let Some(name) = typed(node.principal.name.as_ref()) else { return };
    let Some(account) = out.account(cx) else { return };
    let Some(account_name) = typed(account.real_name.as_ref()) else {
        return out.needs_context(&[Key::Account, Key::RealName]);
    };
    if !same_name(name, account_name) {
        out.find(
            &node.at,
            &[Key::Name],
            params![
                name: Param::name(name),
                account_name: Param::name(account_name),
            ],
        );
    }
}

fn certificate_address<'a>(node: &'a PrincipalNode<'_>) -> Option<&'a String> {
    node.principal.certificate.as_ref()?.address.as_ref()
}

fn region_certificate_mismatch(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    if !cx.is_organization() {
        return;
    }
    let (Some(Ok(region)), Some(Agreement::Contradicts { province, .. })) =
        (&cx.region, node.certificate_address_agrees(cx))
    else {
        return;
    };
    if province != region.province() {
        out.find(&node.at, &[Key::Region], params![region: region.province(), address: province]);
    }
}

/// Whether an address names a door, a house or a room by its number or letter: 18号, 十八号, A座, 3-1室.
fn is_fine(address: &str) -> bool {
    let mut after_number = false;
    for c in address.chars() {
        let is_unit = matches!(
            c,
            '号' | '室' | '房' | '户' | '座' | '幢' | '栋' | '楼' | '层' | '单' | '元' | '铺' | '弄' | '#'
        );
        if after_number && is_unit {
            return true;
        }
        let is_numeral = matches!(
            c,
            '〇' | '零' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' | '千'
        );
        let is_number = c.is_ascii_alphanumeric()
            || is_numeral
            || matches!(c, '甲' | '乙' | '丙' | '丁')
            || !matches!(c, '\u{4e00}'..='\u{9fff}') && c.is_numeric();
        let is_between = || c.is_whitespace() || matches!(c, '-' | '－' | '—');
        after_number = is_number || c == '#' || after_number && is_between();
    }
    false
}

fn mailing_address_too_coarse(_: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    // Where there is no number the remark says that this is all: 无门牌号，已是最详细地址.
    let remark = typed(node.principal.remark.as_ref()).unwrap_or_default();
    if ["门牌", "最详细"].iter().any(|word| remark.contains(word)) {
        return;
    }
    if typed(node.principal.mailing_address.as_ref()).is_some_and(|address| !is_fine(address)) {
        out.find(&node.at, &[Key::MailingAddress], params![]);
    }
}

fn mailing_address_region_mismatch(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    if !cx.is_organization() || out.is_blocked(&node.at, &[Key::Region]) {
        return;
    }
    let (Some(Ok(region)), Some(Agreement::Contradicts { named, .. })) =
        (&cx.region, node.mailing_address_agrees(cx))
    else {
        return;
    };
    out.find(
        &node.at,
        &[Key::MailingAddress],
        params![
            region: Param::name(region.full_name()),
            named: Param::name(named),
        ],
    );
}

/// The region against the certificate's address, for the two rules that differ in whom they tell.
fn region_against_certificate(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    let (Some(Ok(region)), Some(Agreement::Contradicts { named, .. })) =
        (&cx.region, node.certificate_address_agrees(cx))
    else {
        return;
    };
    out.find(
        &node.at,
        &[Key::Region],
        params![
            region: Param::name(region.full_name()),
            named: Param::name(named),
        ],
    );
}

fn region_not_certificate_address(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    if typed(node.principal.remark.as_ref()).is_none() {
        region_against_certificate(cx, node, out);
    }
}

fn region_differs_from_certificate(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    if cx.is_individual() {
        region_against_certificate(cx, node, out);
    }
}

fn photo_not_original(cx: &Cx<'_>, node: &MaterialNode<'_>, out: &mut Out) {
    let is_meant = node.material.kind == MaterialKind::Certificate && node.place == Some(Key::Principal);
    if is_meant && cx.is_individual() {
        crate::rules::material::original(node, out);
    }
}

fn certificate_differs_from_filed(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    if !cx.is_organization() || !cx.is_identified(out) {
        return;
    }
    let Some(registry) = out.registry(cx) else { return };
    if cx.filed_principal.is_some() {
        return;
    }
    let named = typed(node.principal.name.as_ref()).and_then(|name| registry.principal_named(name));
    let is_organization = |filed: &FiledPrincipal| {
        filed
            .principal
            .as_ref()
            .and_then(|principal| principal.kind)
            .is_some_and(PrincipalKind::is_organization)
    };
    if let Some(filed) = named.filter(|filed| is_organization(filed)) {
        let number = Param::name(filed.filing_number.as_deref().unwrap_or("?"));
        out.find(&node.at, &[Key::Certificate, Key::Number], params![filing_number: number]);
    } else if !registry.is_complete() {
        out.needs(Need::Registry);
    }
}

fn account_verified_too_recently(cx: &Cx<'_>, _: &PrincipalNode<'_>, out: &mut Out) {
    if !cx.is_individual() {
        return;
    }
    let Some(account) = out.account(cx) else { return };
    let Some(verified_on) = account.real_name_verified_on else {
        return out.needs_context(&[Key::Account, Key::RealNameVerifiedOn]);
    };
    let Some(earliest) = verified_on.checked_add_days(Days::new(2)) else { return };
    if cx.context.today < earliest {
        out.find(&At::ROOT, &[], params![verified_on, earliest]);
    }
}

fn blacklisted(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    let Some((_, number)) = numbered(cx, node.principal.certificate.as_ref()) else { return };
    let Some(registry) = out.registry(cx) else { return };
    match registry.is_certificate_blacklisted(number) {
        Some(true) => out.find(&node.at, &[Key::Certificate, Key::Number], params![]),
        Some(false) => {}
        None => out.needs_context(&[Key::Registry, Key::BlacklistedCertificates]),
    }
}

fn filed_twice(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    if !cx.is_identified(out) {
        return;
    }
    let Some(registry) = out.registry(cx) else { return };
    let Some(certificate) = &node.principal.certificate else { return };
    let filed = registry.principals_with_certificate(certificate);
    let numbers: BTreeSet<FilingNumber> = filed
        .filter_map(|filed| FilingNumber::parse(filed.filing_number.as_deref()?).ok())
        .map(FilingNumber::principal)
        .collect();
    if numbers.len() > 1 {
        let numbers = Param::List(numbers.iter().map(|number| Param::name(number.to_string())).collect());
        out.find(&At::ROOT, &[], params![filing_numbers: numbers]);
    } else if !registry.is_complete() {
        out.needs(Need::Registry);
    }
}

fn certificate_expires_soon(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    // An individual's is its head's, on which the group `person` speaks.
    let certificate = node.principal.certificate.as_ref().filter(|_| cx.is_organization());
    let Some(ValidUntil::Day(date)) = certificate.and_then(|certificate| certificate.valid_until) else {
        return;
    };
    let Some(months) = out.limit(cx, Limit::CertificateMonths) else { return };
    let earliest = cx.context.today.checked_add_months(Months::new(months));
    if let Some(earliest) = earliest.filter(|earliest| date < *earliest) {
        out.find(&node.at, &[Key::Certificate, Key::ValidUntil], params![date, earliest, months]);
    }
}

fn residence_document_advised(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    use CertificateKind as Kind;
    let certificate = node.principal.certificate.as_ref().and_then(|certificate| certificate.kind);
    if let (true, Some(kind @ (Kind::Passport | Kind::HkMacauPermit | Kind::TaiwanPermit))) =
        (cx.is_individual(), certificate)
    {
        out.find(&node.at, &[Key::Certificate, Key::Kind], params![certificate: kind]);
    }
}

fn mailing_address_symbol(_: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    let is_plain = |c: char| {
        matches!(c, '\u{4e00}'..='\u{9fff}')
            || c.is_alphanumeric()
            || c.is_whitespace()
            || "()（）-－—_#＃,，、.。·/：:&".contains(c)
    };
    let address = typed(node.principal.mailing_address.as_ref());
    if address.is_some_and(|address| !address.chars().all(is_plain)) {
        out.find(&node.at, &[Key::MailingAddress], params![]);
    }
}

/// What stands behind a company's name in the name of a part of it.
const PARTS: &[&str] = &[
    "分公司",
    "分店",
    "分行",
    "支行",
    "分部",
    "分院",
    "分校",
    "分所",
    "办事处",
    "营业部",
    "代表处",
    "项目部",
];

/// Whether one name is the other's with a part of it behind.
fn is_branch_of_other(a: &str, b: &str) -> bool {
    let (a, b): (String, String) = (letters(a).collect(), letters(b).collect());
    let (whole, part) = if a.len() < b.len() { (&a, &b) } else { (&b, &a) };
    let rest = part.strip_prefix(whole.as_str()).unwrap_or_default();
    !whole.is_empty() && PARTS.iter().any(|ending| rest.ends_with(ending))
}

fn branch_under_parent(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    if !cx.is_organization() || !cx.is_identified(out) {
        return;
    }
    let Some(registry) = out.registry(cx) else { return };
    let (Some(stated), Some(certificate)) =
        (typed(node.principal.name.as_ref()), &node.principal.certificate)
    else {
        return;
    };
    let mut filed = registry.principals_with_certificate(certificate);
    let other = filed.find_map(|filed| {
        let name = typed(filed.principal.as_ref()?.name.as_ref())?;
        is_branch_of_other(name, stated).then_some(name)
    });
    if let Some(other) = other {
        let params = params![filed: Param::name(other), stated: Param::name(stated)];
        out.find(&node.at, &[Key::Name], params);
    } else if !registry.is_complete() {
        out.needs(Need::Registry);
    }
}

fn trade_name_missing(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    if cx.principal_kind != Some(PrincipalKind::IndividualBusiness)
        || typed(node.principal.remark.as_ref()).is_some()
    {
        return;
    }
    let Some(name) = typed(node.principal.name.as_ref()) else { return };
    let operator = node.principal.legal_representative.as_ref();
    let operator = operator.and_then(|operator| typed(operator.name.as_ref()));
    let is_blank = !name.chars().any(char::is_alphanumeric) || matches!(name, "无" | "无字号" | "无字号名称");
    if is_blank || operator.is_some_and(|operator| same_name(operator, name)) {
        out.find(&node.at, &[Key::Remark], params![name: Param::name(name)]);
    }
}

fn number_before_credit_code(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    use CertificateKind as Kind;
    if !cx.is_organization() {
        return;
    }
    let Some((kind, number)) = numbered(cx, node.principal.certificate.as_ref()) else { return };
    let is_old = kind == Kind::OrganizationCode || kind == Kind::BusinessLicense && number.len() == 15;
    let filed = cx.filed_principal.and_then(|filed| filed.principal.as_ref()?.certificate.as_ref());
    let is_filed = filed.and_then(|filed| typed(filed.number.as_ref())) == Some(number);
    if is_old && !is_filed {
        out.find(&node.at, &[Key::Certificate, Key::Number], params![certificate: kind]);
    }
}

fn mailing_address_out_of_province(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    if !cx.is_individual() || out.is_blocked(&node.at, &[Key::Region]) {
        return;
    }
    let (Some(Ok(region)), Some(Agreement::Contradicts { province, .. })) =
        (&cx.region, node.mailing_address_agrees(cx))
    else {
        return;
    };
    if province != region.province() {
        let params = params![province: region.province(), address: province];
        out.find(&node.at, &[Key::MailingAddress], params);
    }
}

/// What the national register says of the business that files; where that is absent the rule lacks an input.
fn business<'a>(cx: &Cx<'a>, out: &mut Out) -> Option<&'a BusinessRecord> {
    let is_registered =
        matches!(cx.principal_kind, Some(PrincipalKind::Enterprise | PrincipalKind::IndividualBusiness));
    if is_registered && cx.context.business_register.is_none() {
        out.needs_context(&[Key::BusinessRegister]);
    }
    cx.context.business_register.as_ref().filter(|_| is_registered)
}

fn business_abnormal(cx: &Cx<'_>, _: &PrincipalNode<'_>, out: &mut Out) {
    let Some(record) = business(cx, out) else { return };
    match record.status {
        None => out.needs_context(&[Key::BusinessRegister, Key::Status]),
        Some(status) if status.is_obstacle() => out.find(&At::ROOT, &[], params![status: status]),
        Some(_) => {}
    }
}

fn business_differs(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    let Some(record) = business(cx, out) else { return };
    match (typed(record.name.as_ref()), typed(node.principal.name.as_ref())) {
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
    match typed(record.number.as_ref()) {
        None => out.needs_context(&[Key::BusinessRegister, Key::Number]),
        Some(registered) if !registered.eq_ignore_ascii_case(stated) => {
            let params =
                params![field: Key::Number, registered: Masked::of(registered), stated: Masked::of(stated)];
            out.find(&node.at, &[Key::Certificate, Key::Number], params);
        }
        Some(_) => {}
    }
}

const PRINCIPAL_NAME: Term =
    Term { code: Key::Name.as_str(), text: Text { zh: "主办者名称", en: "principal's name" } };

fn business_address_differs(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    let Some(record) = business(cx, out) else { return };
    let Some(stated) = certificate_address(node).and_then(|address| typed(Some(address))) else { return };
    let Some(registered) = typed(record.address.as_ref()) else {
        return out.needs_context(&[Key::BusinessRegister, Key::Address]);
    };
    // Either may leave out the province, or what follows the door number.
    let (registered, stated) = (folded(registered), folded(stated));
    if !registered.contains(&*stated) && !stated.contains(&*registered) {
        out.find(&node.at, &[Key::Certificate, Key::Address], params![]);
    }
}

fn scope_word(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    let Some(record) = business(cx, out) else { return };
    let Some(scope) = typed(record.scope.as_ref()) else {
        return out.needs_context(&[Key::BusinessRegister, Key::Scope]);
    };
    let words = Words::of(scope);
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
            said.extend(words.of_list(list));
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
