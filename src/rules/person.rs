//! Rules of the group `person`: the principal's head and each service's head.

use chrono::Months;

use crate::certificate::{CertificateKind, ValidUntil};
use crate::documents;
use crate::fields::{self, Given};
use crate::language::{Term, Text};
use crate::material::MaterialKind;
use crate::params::Param;
use crate::path::{At, Key};
use crate::principal::PrincipalKind;
use crate::registry::{FiledPrincipal, Registry};
use crate::remedy::way;
use crate::report::Need;
use crate::rule::rule_group;
use crate::rulebook::Limit;
use crate::rules::certificate::{number_reason_of, NumberReason};
use crate::rules::domain::same_name;
use crate::rules::material::original;
use crate::rules::province::takes_any_mobile;
use crate::service::ServiceKind;
use crate::source::{Chapter, Origin};
use crate::value::{Email, Masked, Mobile, MobileSegment, Phone};
use crate::walk::{typed, Check, Cx, MaterialNode, Out, PersonNode, PrincipalNode, Role, ServiceNode};

const ALL: &[Chapter] = &[
    Chapter::FirstFiling,
    Chapter::AccessFiling,
    Chapter::AddService,
    Chapter::AddServiceFromElsewhere,
    Chapter::ChangeFiling,
    Chapter::ChangeService,
];

rule_group! {
    /// What is asked of a head: name, certificate kind and number, mobile, e-mail, and, of a resident identity
    /// card, its validity. An individual is its own head: name, kind and number stand at the principal, the
    /// validity on the principal's certificate, and its services have no head.
    ///
    /// **Why.** The form cannot be submitted without.
    ///
    /// **Example.** A head whose identity card has no last day of validity.
    FIELD_MISSING = "person.field-missing" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Registry],
        params: [field],
        source: Origin::Guide { chapters: ALL, section: "负责人信息", form: None },
        miit: [1007, 1009, 1011, 1044],
        summary: {
            zh: "负责人信息须填写完整",
            en: "What is asked of a head has to be given.",
        },
        message: {
            zh: "缺少“{field}”，请补充。",
            en: "Missing: {field}. Fill it in.",
        },
        check: &[
            Check::Principal(missing_at_principal),
            Check::Service(missing_at_service),
            Check::Person(field_missing),
        ],
        remedy: way::choose_of_person,
    }

    /// A head that is given for an individual's service is the individual.
    ///
    /// **Why.** An individual answers for its own services.
    ///
    /// **Example.** An individual names a friend as the head of its site.
    HEAD_NOT_THE_INDIVIDUAL = "person.head-not-the-individual" {
        severity: Blocker,
        orders: WITH_PRINCIPAL,
        needs: [],
        params: [],
        source: Origin::Guide { chapters: &[Chapter::ChangeService], section: "服务负责人信息", form: None },
        summary: {
            zh: "个人备案的服务负责人须为主体本人",
            en: "A head given for an individual's service is the individual.",
        },
        message: {
            zh: "个人备案的服务负责人须为主体本人，与主体的姓名或证件号码不一致。请删除服务负责人信息，或改为本人信息。",
            en: "The head of an individual's service is the individual; this name or number is another's. Leave the head out, or give the individual's own.",
        },
        check: &[Check::Service(head_not_the_individual)],
        remedy: way::remove,
    }

    /// An emergency contact is asked for in an access filing, in both additions and in both changes; in a first
    /// filing for an APP's head, and else where the province asks for it.
    ///
    /// **Why.** The authority wants to reach somebody when the head cannot be reached.
    ///
    /// **Example.** An addition whose principal's head has none.
    EMERGENCY_CONTACT_MISSING = "person.emergency-contact-missing" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Registry, ProvinceRules],
        params: [field],
        source: Origin::Guide { chapters: ALL, section: "负责人信息 · 应急联系方式", form: None },
        miit: [1007],
        summary: {
            zh: "须填写应急联系方式",
            en: "An emergency contact is given where it is asked for.",
        },
        message: {
            zh: "缺少“{field}”，请补充。建议填写手机号，且与负责人手机号不同。",
            en: "Missing: {field}. Fill it in; a mobile other than the head's own is preferred.",
        },
        check: &[Check::Person(emergency_contact_missing)],
    }

    /// The emergency contact is a phone with area code, or a mobile.
    ///
    /// **Why.** The reviewer calls it. A mobile is preferred.
    ///
    /// **Example.** A landline without its area code.
    EMERGENCY_CONTACT_INVALID = "person.emergency-contact-invalid" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [reason, contact],
        source: Origin::Guide {
            chapters: &[Chapter::FirstFiling],
            section: "负责人信息 · 应急联系方式",
            form: Some("中国大陆电话号码编号"),
        },
        miit: [1007],
        summary: {
            zh: "应急联系方式须为座机或手机号码",
            en: "The emergency contact is a phone with area code, or a mobile.",
        },
        message: {
            zh: "应急联系方式（{contact}）有误：{reason}。建议填写手机号。",
            en: "The emergency contact ({contact}) is wrong: {reason}. A mobile is preferred.",
        },
        check: &[Check::Person(emergency_contact_invalid)],
        remedy: way::phone,
    }

    /// The number of a head's certificate has to be well-formed for its kind, and the kind one that a person
    /// holds.
    ///
    /// **Why.** The number is compared with the photo and the video.
    ///
    /// **Example.** An identity number with a wrong check digit.
    CERTIFICATE_NUMBER_INVALID = "person.certificate-number-invalid" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [certificate, reason],
        source: Origin::Guide {
            chapters: ALL,
            section: "负责人信息 · 证件号码",
            form: Some("GB 11643 等编码标准"),
        },
        miit: [1008, 1015],
        summary: {
            zh: "负责人证件号码须符合该证件的编码规则",
            en: "The number of a head's certificate has to be well-formed for its kind.",
        },
        message: {
            zh: "负责人证件（{certificate}）有误：{reason}。",
            en: "The head's certificate ({certificate}) is wrong: {reason}.",
        },
        check: &[Check::Person(certificate_number_invalid)],
        remedy: way::certificate_number,
    }

    /// The validity of the certificate has to cover the day of submission.
    ///
    /// **Why.** An expired certificate proves nothing.
    ///
    /// **Example.** An identity card that ran out last month.
    CERTIFICATE_EXPIRED = "person.certificate-expired" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [date, today],
        source: Origin::Guide {
            chapters: ALL,
            section: "负责人信息 · 证件有效期",
            form: Some("有效期须覆盖提交日"),
        },
        summary: {
            zh: "负责人证件须在有效期内",
            en: "A head's certificate has to be valid on the day of submission.",
        },
        message: {
            zh: "证件在提交日（{today}）不在有效期内，填写的日期为 {date}。请核对日期；证件确已过期的，请换领新证后更新证件照片和有效期。",
            en: "The certificate is not valid on the day of submission, {today}: the date given is {date}. Check the date; where the certificate has expired, renew it and give its new photos and dates.",
        },
        check: &[Check::Person(certificate_expired)],
        remedy: way::wait_until_valid,
    }

    /// A mainland mobile: eleven digits, the first 1, the second 3 to 9. `+86`, spaces and hyphens are read
    /// over.
    ///
    /// **Why.** Codes and calls of the reviewer go there.
    ///
    /// **Example.** A Hong Kong number.
    MOBILE_INVALID = "person.mobile-invalid" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [reason, mobile],
        source: Origin::Guide {
            chapters: ALL,
            section: "负责人信息 · 联系方式",
            form: Some("中国大陆手机号码编号"),
        },
        miit: [1007, 1011],
        summary: {
            zh: "手机号须为中国大陆 11 位手机号码",
            en: "The mobile has to be a mainland number of eleven digits.",
        },
        message: {
            zh: "手机号（{mobile}）有误：{reason}。请填写负责人本人使用的中国大陆手机号。",
            en: "The mobile ({mobile}) is wrong: {reason}. Give a mainland number that the head uses.",
        },
        check: &[Check::Person(mobile_invalid)],
        remedy: way::mobile,
    }

    /// The first digits are in no number range that is known to be given out for mobiles.
    ///
    /// **Why.** Ranges are added now and then; more often it is a typing error.
    ///
    /// **Example.** A number that begins with `154`.
    MOBILE_SEGMENT_UNKNOWN = "person.mobile-segment-unknown" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [mobile],
        source: Origin::Guide {
            chapters: ALL,
            section: "负责人信息 · 联系方式",
            form: Some("公开的手机号段表"),
        },
        summary: {
            zh: "手机号不在已知号段内",
            en: "The mobile is in no known number range.",
        },
        message: {
            zh: "手机号（{mobile}）不在已知号段内，请确认没有填错。",
            en: "The mobile ({mobile}) is in no known number range. Check that it is typed correctly.",
        },
        check: &[Check::Person(mobile_segment_unknown)],
    }

    /// The mobile was verified by an SMS code.
    ///
    /// **Why.** The form goes on only after the code.
    ///
    /// **Example.** `mobile_verified` is false.
    MOBILE_UNVERIFIED = "person.mobile-unverified" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [],
        source: Origin::Guide { chapters: ALL, section: "负责人信息 · 验证码", form: None },
        summary: {
            zh: "手机号须通过短信验证码验证",
            en: "The mobile was verified by an SMS code.",
        },
        message: {
            zh: "手机号尚未通过短信验证。请获取验证码并填写正确。",
            en: "The mobile is not verified yet. Request the SMS code and enter it.",
        },
        check: &[Check::Person(mobile_unverified)],
    }

    /// The mobile of an individual's head is the one bound to the account.
    ///
    /// **Why.** The individual and the account's owner are the same person.
    ///
    /// **Example.** An individual gives a second number.
    MOBILE_NOT_ACCOUNT_BOUND = "person.mobile-not-account-bound" {
        severity: Blocker,
        orders: WITH_PRINCIPAL,
        needs: [Account, Inputs],
        params: [mobile, bound_mobile],
        source: Origin::Guide {
            chapters: &[
                Chapter::FirstFiling,
                Chapter::AccessFiling,
                Chapter::AddServiceFromElsewhere,
                Chapter::ChangeFiling,
            ],
            section: "主体负责人信息 · 联系方式",
            form: None,
        },
        providers: [Tencent],
        summary: {
            zh: "个人备案的手机号须为账号绑定手机号",
            en: "The mobile of an individual's head is the one bound to the account.",
        },
        message: {
            zh: "个人备案须填写账号绑定的手机号（{bound_mobile}），当前为 {mobile}。请修改手机号，或先更换账号绑定的手机。",
            en: "An individual gives the mobile that is bound to the account ({bound_mobile}); this is {mobile}. Change it, or bind this one to the account first.",
        },
        check: &[Check::Person(mobile_not_account_bound)],
    }

    /// An e-mail address that a reviewer can write to: a dotted name, `@`, and a domain of two labels or more.
    ///
    /// **Why.** Results of the review are sent there.
    ///
    /// **Example.** `a@@b.cn`.
    EMAIL_INVALID = "person.email-invalid" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [reason],
        source: Origin::Guide { chapters: ALL, section: "负责人信息 · 电子邮箱", form: Some("RFC 5321") },
        miit: [1009],
        summary: {
            zh: "电子邮箱格式须正确",
            en: "The e-mail address has to be well-formed.",
        },
        message: {
            zh: "电子邮箱有误：{reason}。请填写可正常收信的邮箱，例如 name@example.com。",
            en: "The e-mail address is wrong: {reason}. Give an address whose mail is read, such as name@example.com.",
        },
        check: &[Check::Person(email_invalid)],
        remedy: way::email,
    }

    /// Photos of a head's certificate are taken of the original.
    ///
    /// **Why.** Copies and scans are returned.
    ///
    /// **Example.** A photo of a photocopy.
    PHOTO_NOT_ORIGINAL = "person.photo-not-original" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [],
        source: Origin::Guide { chapters: ALL, section: "负责人信息 · 证件照片", form: None },
        summary: {
            zh: "负责人证件照片须为原件拍摄",
            en: "Photos of a head's certificate are taken of the original.",
        },
        message: {
            zh: "负责人证件照片不是原件拍摄。请用证件原件重新拍照上传，不要使用复印件、扫描件或翻拍件。",
            en: "This is not a photo of the original. Photograph the original certificate; copies and scans are not accepted.",
        },
        check: &[Check::Material(photo_not_original)],
    }

    /// Each service's head is verified by video. One verification serves every service of the order with the
    /// same head, by certificate kind and number, and may stand on any of them. Asked of organisations in every
    /// filing and change order; of individuals in a first filing and a change of filing, and for APPs in the
    /// other filing orders.
    ///
    /// **Why.** The provider has to see that the head is the person on the certificate.
    ///
    /// **Example.** Two sites with different heads of which one was verified.
    VIDEO_VERIFICATION_MISSING = "person.video-verification-missing" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Registry],
        params: [field],
        source: Origin::Guide { chapters: ALL, section: "服务负责人信息 · 视频核身", form: None },
        summary: {
            zh: "服务负责人须完成视频核身",
            en: "Each service's head is verified by video.",
        },
        message: {
            zh: "尚未完成{field}。请由负责人本人用微信扫码完成；同一负责人的多个服务只需核验一次。",
            en: "The {field} is not done. The head does it in person, by scanning the code with WeChat; once is enough for all services with the same head.",
        },
        check: &[Check::Person(video_verification_missing)],
    }

    /// During verification the head is in the principal's province.
    ///
    /// **Why.** The authority wants to see that the head works there.
    ///
    /// **Example.** A head of a Zhejiang company is verified in Shanghai.
    VIDEO_LOCATION_MISMATCH = "person.video-location-mismatch" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [location, province],
        source: Origin::Guide {
            chapters: &[Chapter::FirstFiling, Chapter::ChangeFiling, Chapter::ChangeService],
            section: "服务负责人信息 · 视频核身",
            form: None,
        },
        summary: {
            zh: "视频核身时负责人须在主体所在省份",
            en: "During verification the head is in the principal's province.",
        },
        message: {
            zh: "视频核身地点为{location}，须在主体所在的{province}完成。请负责人在{province}重新核身。",
            en: "The verification was done in {location}; it has to be done in {province}, the principal's province. Do it again there.",
        },
        check: &[Check::Person(video_location_mismatch)],
    }

    /// The WeChat account used was verified with a mainland mobile, country code 86.
    ///
    /// **Why.** Other accounts carry no mainland real-name record.
    ///
    /// **Example.** A WeChat account bound to a Hong Kong number, code 852.
    VIDEO_WECHAT_NOT_MAINLAND = "person.video-wechat-not-mainland" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [country_code, required],
        source: Origin::Guide {
            chapters: &[Chapter::FirstFiling],
            section: "服务负责人信息 · 视频核身",
            form: None,
        },
        summary: {
            zh: "视频核身所用微信须以中国大陆手机号（+86）认证",
            en: "The WeChat account used was verified with a mainland mobile (+86).",
        },
        message: {
            zh: "视频核身所用微信绑定的是 +{country_code} 手机号，须为 +{required}。请换用以中国大陆手机号认证的微信重新核身。",
            en: "The WeChat account was verified with a +{country_code} mobile; it has to be +{required}. Verify again with an account on a mainland mobile.",
        },
        check: &[Check::Person(video_wechat_not_mainland)],
    }

    /// What the video asks for: a white background, a quiet place, no earphones, hat or glare, dress of the
    /// season; some provinces have a text read out. The pictures are kept.
    ///
    /// **Why.** Videos that show otherwise are returned.
    VIDEO_CONDITIONS = "person.video-conditions" {
        severity: Advice,
        orders: WITH_SERVICES,
        needs: [],
        params: [],
        source: Origin::Guide {
            chapters: &[Chapter::FirstFiling, Chapter::ChangeFiling, Chapter::ChangeService],
            section: "服务负责人信息 · 视频核身",
            form: None,
        },
        summary: {
            zh: "视频核身的拍摄要求",
            en: "What the video verification asks for.",
        },
        message: {
            zh: "视频核身请在安静处、以白色背景进行，勿戴耳机、帽子或反光眼镜，着装整洁并符合季节；部分省份需朗读指定文字。影像会留存备查。",
            en: "Do the video verification in a quiet place before a white background, without earphones, hat or glare, dressed for the season; some provinces have a text read out. The pictures are kept.",
        },
        check: &[Check::Notice],
    }

    /// Mobile and emergency contact have to be reachable: the reviewer calls, again about an hour later, then
    /// returns the order.
    ///
    /// **Why.** Many orders come back for a call that nobody answered.
    CONTACT_UNREACHABLE = "person.contact-unreachable" {
        severity: Advice,
        orders: WITH_SERVICES,
        needs: [],
        params: [],
        source: Origin::Guide { chapters: ALL, section: "负责人信息 · 联系方式", form: None },
        summary: {
            zh: "审核期间请保持电话畅通",
            en: "Mobile and emergency contact have to be reachable during the review.",
        },
        message: {
            zh: "审核期间请保持手机和应急联系方式畅通：审核人员会致电核实，间隔约一小时两次未接通，订单将被退回。",
            en: "Keep mobile and emergency contact reachable: the reviewer calls, again about an hour later, and returns the order if nobody answers.",
        },
        check: &[Check::Notice],
    }

    /// The certificate has some months left on the day of submission. A month ends on the same day of the next
    /// month.
    ///
    /// Two providers ask for three months, a platform's form for one; three is what counts here.
    ///
    /// **Why.** The review takes weeks, and the authority compares the certificate at its end.
    ///
    /// **Example.** An identity card that runs out in six weeks.
    CERTIFICATE_EXPIRES_SOON = "person.certificate-expires-soon" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [ProviderRules],
        params: [date, earliest, months],
        source: Origin::Document(documents::UPLOADS, "证件有效期"),
        summary: {
            zh: "负责人证件的剩余有效期须满 3 个月",
            en: "A head's certificate has three months left.",
        },
        message: {
            zh: "证件将于 {date} 到期，剩余有效期须满 {months} 个月，即至少到 {earliest}。请先换领新证，再更新证件照片和有效期。",
            en: "The certificate runs out on {date}; it needs {months:month} left, that is, until {earliest} at least. Renew it first, then give the new photos and dates.",
        },
        check: &[Check::Person(certificate_expires_soon)],
    }

    /// The emergency contact is not the head's own mobile.
    ///
    /// **Why.** It is called when the head cannot be reached.
    ///
    /// **Example.** The same number in both fields.
    EMERGENCY_CONTACT_IS_MOBILE = "person.emergency-contact-is-mobile" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [contact],
        source: Origin::Document(documents::MATERIALS_OF_HUAWEI, "联系方式"),
        summary: {
            zh: "应急联系方式不能与负责人手机号相同",
            en: "The emergency contact is not the head's own mobile.",
        },
        message: {
            zh: "应急联系方式（{contact}）与负责人手机号相同。请改填其他可接通的手机号或座机。",
            en: "The emergency contact ({contact}) is the head's own mobile. Give another number that is answered.",
        },
        check: &[Check::Person(emergency_contact_is_mobile)],
    }

    /// Different heads have different mobiles and e-mail addresses. The same head repeats its own.
    ///
    /// **Why.** The SMS check goes to each head, and the authority takes a shared number for a false one.
    ///
    /// **Example.** The secretary's mobile for both the managing director and the site's head.
    CONTACT_SHARED = "person.contact-shared" {
        severity: Blocker,
        orders: WITH_SERVICES,
        needs: [],
        params: [field, other],
        source: Origin::Document(documents::REFUSALS_OF_HUAWEI, "主体负责人与服务负责人联系方式相同"),
        miit: [1007],
        summary: {
            zh: "不同负责人的手机号和邮箱不能相同",
            en: "Different heads have different mobiles and e-mail addresses.",
        },
        message: {
            zh: "{field}与{other}相同，而两位负责人不是同一人。不同负责人须使用各自的手机号和邮箱，请修改；若为同一人，请核对姓名和证件号码。",
            en: "The {field} is the same as that of {other}, who is another person. Each head uses its own; where both are one person, check name and certificate number.",
        },
        check: &[Check::Person(contact_shared)],
    }

    /// A mobile that is filed for the head of another principal.
    ///
    /// One page says that a number serves one principal, another leaves it to the provinces.
    ///
    /// **Why.** Many authorities refuse it.
    ///
    /// **Example.** An agency's mobile in the filings of all its customers.
    MOBILE_OF_OTHER_PRINCIPAL = "person.mobile-of-other-principal" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [Registry],
        params: [filing_number],
        source: Origin::Document(documents::SITE_FAQ, "手机号码重复使用"),
        summary: {
            zh: "手机号不宜用于多个主体",
            en: "A mobile had better serve one principal.",
        },
        message: {
            zh: "该手机号已用于其他主体的备案（{filing_number}），多数省份会驳回。建议改用未在其他主体备案中使用的手机号。",
            en: "The mobile is filed for another principal ({filing_number}); most provinces refuse that. Give one that no other principal's filing has.",
        },
        check: &[Check::Person(mobile_of_other_principal)],
    }

    /// Numbers of virtual operators and data cards, of which some do not receive the ministry's SMS. Which ones is
    /// not published.
    ///
    /// **Why.** A check that cannot be passed returns the order.
    ///
    /// **Example.** A number that begins with 170.
    MOBILE_MAY_MISS_SMS = "person.mobile-may-miss-sms" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [mobile, segment],
        source: Origin::Document(documents::SMS_GUIDE, "支持短信核验的号段"),
        summary: {
            zh: "虚拟运营商和数据卡号段可能收不到核验短信",
            en: "Numbers of virtual operators and data cards may not receive the SMS check.",
        },
        message: {
            zh: "手机号（{mobile}）属于{segment}，可能收不到工信部核验短信。建议改用基础电信运营商的手机号。",
            en: "The mobile ({mobile}) is in a {segment} and may not receive the ministry's SMS. Consider a number of one of the main operators.",
        },
        check: &[Check::Person(mobile_may_miss_sms)],
    }

    /// The principal's head of a branch is the person on the branch's licence, who stands in the order as its legal
    /// representative.
    ///
    /// **Why.** A branch has no legal representative of its own; the licence names who answers for it.
    ///
    /// **Example.** The parent's manager heads the filing of `青禾公司杭州分公司`.
    HEAD_NOT_OF_BRANCH = "person.head-not-of-branch" {
        severity: Blocker,
        orders: WITH_PRINCIPAL,
        needs: [],
        params: [licensed],
        source: Origin::Document(documents::PRINCIPAL_FAQ, "分支机构的主体负责人"),
        summary: {
            zh: "分支机构的主体负责人须为营业执照上的负责人",
            en: "The principal's head of a branch is the person on its licence.",
        },
        message: {
            zh: "分支机构的主体负责人须为营业执照上的负责人（{licensed}）。请改为该负责人，姓名和证件号码须一致。",
            en: "The principal's head of a branch is the person on its licence, {licensed}. Name that person, with the same certificate number.",
        },
        check: &[Check::Person(head_not_of_branch)],
    }

    /// A person who heads a service of one organisation does not head one of another. An individual's own filing is
    /// no obstacle.
    ///
    /// One page says so of all; what a province asks prevails, and not every province asks it.
    ///
    /// **Why.** The authority takes such a head for an agent.
    ///
    /// **Example.** A freelancer who heads the sites of three customers.
    HEAD_OF_OTHER_ORGANIZATION = "person.head-of-other-organization" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [Registry],
        params: [filing_number],
        source: Origin::Document(documents::PRINCIPAL_FAQ, "服务负责人"),
        summary: {
            zh: "一个人不宜担任多家单位的服务负责人",
            en: "A person heads the services of one organisation only.",
        },
        message: {
            zh: "该负责人已是其他单位（{filing_number}）的服务负责人，可能被驳回。请更换为本单位人员，或先变更另一单位的负责人。",
            en: "This person heads a service of another organisation already ({filing_number}), and may be refused. Name somebody of this organisation, or have the other filing changed first.",
        },
        check: &[Check::Person(head_of_other_organization)],
    }

    /// A foreigner is identified by a passport: who has no Chinese name has no resident identity card.
    ///
    /// **Why.** Name and number are looked up together.
    ///
    /// **Example.** `John Smith`, with a resident identity card.
    CERTIFICATE_OF_FOREIGNER = "person.certificate-of-foreigner" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [],
        params: [name, certificate],
        source: Origin::Document(documents::MATERIALS_FAQ, "法定代表人或负责人为外国人"),
        summary: {
            zh: "外国人担任法定代表人或负责人的，须使用护照",
            en: "A foreigner is identified by a passport.",
        },
        message: {
            zh: "“{name}”不是中文姓名，而证件类型是“{certificate}”。外国人请选择护照并填写护照号码；中国公民请填写证件上的中文姓名。",
            en: "{name} is no Chinese name, but the certificate is a {certificate}. A foreigner gives a passport; a Chinese citizen gives the Chinese name on the card.",
        },
        check: &[Check::Principal(representative_is_foreign), Check::Person(head_is_foreign)],
    }

    /// The video of the head passed the provider's check.
    ///
    /// **Why.** Light, background or angle that does not do, and another face than the certificate's, send the order
    /// back.
    ///
    /// **Example.** A video taken before a window.
    VIDEO_NOT_PASSED = "person.video-not-passed" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [],
        source: Origin::Document(documents::REFUSALS_OF_HUAWEI, "视频核验不通过"),
        summary: {
            zh: "视频核身须通过",
            en: "The video of the head passed the provider's check.",
        },
        message: {
            zh: "视频核身未通过。请由负责人本人在光线充足处、以白色背景正对镜头重新核身。",
            en: "The video did not pass. The person on the certificate does it again, in good light, before a white background, facing the camera.",
        },
        check: &[Check::Person(video_not_passed)],
    }

    /// A head's mobile belongs to the province of the filing. Silent where the province is known not to ask it; where
    /// it is known to, `province.mobile-not-local` says so.
    ///
    /// **Why.** Some send an order back whose mobile is of another province.
    ///
    /// **Example.** A number of Sichuan for a company of Zhejiang.
    MOBILE_OUT_OF_PROVINCE = "person.mobile-out-of-province" {
        severity: Warning,
        orders: WITH_SERVICES,
        needs: [Inputs],
        params: [mobile, location, province],
        source: Origin::Document(documents::REFUSAL_REASONS, "手机号码非本省号段"),
        miit: [1007],
        summary: {
            zh: "负责人手机号宜为备案省份的号码",
            en: "A head's mobile belongs to the province of the filing.",
        },
        message: {
            zh: "手机号（{mobile}）归属{location}，而备案省份是{province}，部分管局会驳回。建议改用{province}的手机号。",
            en: "The mobile ({mobile}) belongs to {location}, the filing to {province}; some authorities refuse that. Consider a number of {province}.",
        },
        check: &[Check::Person(mobile_out_of_province)],
    }
}

const NOT_PERSONAL: Term = Term {
    code: "not_personal",
    text: Text {
        zh: "负责人须使用居民身份证等个人证件",
        en: "a head is identified by a person's certificate, such as a resident identity card",
    },
};

const RETIRED: Term = Term {
    code: "retired",
    text: Text {
        zh: "备案已不再受理军官证，请改用居民身份证等其他个人证件",
        en: "an officer's card is no longer accepted; use a resident identity card or another personal certificate",
    },
};

fn missing_at_principal(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    let certificate = node.principal.certificate.as_ref().and_then(|certificate| certificate.kind);
    let given = Given { certificate, platform: None };
    fields::missing(fields::PRINCIPAL_HEAD_AT_PRINCIPAL, node.principal, given, &node.at, cx, out);
}

fn missing_at_service(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    fields::missing(fields::SERVICE_HEAD_AT_SERVICE, node.service, Given::default(), &node.at, cx, out);
}

fn field_missing(cx: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    let rows = match node.role {
        Role::PrincipalHead => fields::PRINCIPAL_HEAD,
        Role::ServiceHead(_) => fields::SERVICE_HEAD,
    };
    fields::missing(rows, node.person, node.given(), &node.at, cx, out);
}

fn head_not_the_individual(cx: &Cx<'_>, node: &ServiceNode<'_>, out: &mut Out) {
    let (true, Some(principal), Some(head)) = (cx.is_individual(), cx.principal, node.service.head()) else {
        return;
    };
    let at = At::ROOT.key(Key::Principal);
    let number = |certificate: Option<&crate::Certificate>| {
        certificate.and_then(|certificate| typed(certificate.number.as_ref())).map(str::to_ascii_uppercase)
    };
    let names = (typed(principal.name.as_ref()), typed(head.name.as_ref()));
    let numbers = (number(principal.certificate.as_ref()), number(head.certificate.as_ref()));
    let name_differs = matches!(names, (Some(own), Some(heads)) if !same_name(own, heads))
        && !out.is_blocked(&at, &[Key::Name]);
    let number_differs = matches!(numbers, (Some(own), Some(heads)) if own != heads)
        && !out.is_blocked(&at, &[Key::Certificate, Key::Number]);
    if name_differs || number_differs {
        out.find(&node.at, &[Key::Head], params![]);
    }
}

fn emergency_contact_missing(cx: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    let rows = match node.role {
        Role::PrincipalHead => fields::PRINCIPAL_EMERGENCY_CONTACT,
        Role::ServiceHead(_) if node.service_kind(cx) == Some(ServiceKind::App) => {
            fields::APP_EMERGENCY_CONTACT
        }
        Role::ServiceHead(_) => fields::WEBSITE_EMERGENCY_CONTACT,
    };
    fields::missing(rows, node.person, node.given(), &node.at, cx, out);
}

fn emergency_contact_invalid(_: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    let Some(contact) = typed(node.person.emergency_contact.as_ref()) else { return };
    if let Some(Err(reason)) = node.emergency_contact {
        out.find(&node.at, &[Key::EmergencyContact], params![reason, contact: Masked::of(contact)]);
    }
}

/// Whether the certificate is the principal's, on which the group `principal` speaks.
fn is_principals(cx: &Cx<'_>, node: &PersonNode<'_>) -> bool {
    node.role == Role::PrincipalHead && cx.is_individual()
}

fn certificate_number_invalid(cx: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    let Some(certificate) = node.certificate.filter(|_| !is_principals(cx, node)) else { return };
    let Some(kind) = certificate.kind else { return };
    let refused = match kind {
        CertificateKind::OfficerCard => Some(RETIRED),
        _ if kind.is_personal() => None,
        _ => Some(NOT_PERSONAL),
    };
    if let Some(reason) = refused {
        return out.find(&node.certificate_at, &[Key::Kind], params![certificate: kind, reason]);
    }
    let Some(number) = typed(certificate.number.as_ref()) else { return };
    let read = || node.resident_id();
    if let Some(NumberReason::Invalid(reason)) = number_reason_of(kind, number, cx.context.today, read) {
        out.find(&node.certificate_at, &[Key::Number], params![certificate: kind, reason]);
    }
}

fn certificate_expired(cx: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    let Some(certificate) = node.certificate else { return };
    let today = cx.context.today;
    match (certificate.valid_from, certificate.valid_until) {
        (_, Some(ValidUntil::Day(date))) if date < today => {
            out.find(&node.certificate_at, &[Key::ValidUntil], params![date, today]);
        }
        (Some(date), _) if date > today => {
            out.find(&node.certificate_at, &[Key::ValidFrom], params![date, today]);
        }
        _ => {}
    }
}

fn mobile_invalid(_: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    if let (Some(Err(reason)), Some(mobile)) = (node.mobile, typed(node.person.mobile.as_ref())) {
        out.find(&node.at, &[Key::Mobile], params![reason, mobile: Masked::of(mobile)]);
    }
}

fn mobile_segment_unknown(_: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    if let Some(Ok(mobile)) = node.mobile {
        if mobile.segment().is_none() {
            out.find(&node.at, &[Key::Mobile], params![mobile: Masked::of(mobile.as_str())]);
        }
    }
}

fn mobile_unverified(_: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    if let Some(Ok(_)) = node.mobile {
        match node.person.mobile_verified {
            Some(true) => {}
            Some(false) => out.find(&node.at, &[Key::MobileVerified], params![]),
            None => out.needs_input(&node.at, &[Key::MobileVerified]),
        }
    }
}

fn mobile_not_account_bound(cx: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    let Some(Ok(mobile)) = node.mobile.filter(|_| is_principals(cx, node)) else { return };
    let Some(account) = out.account(cx) else { return };
    let Some(bound) = typed(account.bound_mobile.as_ref()) else {
        return out.needs_context(&[Key::Account, Key::BoundMobile]);
    };
    if Mobile::parse(bound).ok() != Some(mobile) {
        out.find(
            &node.at,
            &[Key::Mobile],
            params![
                mobile: Masked::of(mobile.as_str()),
                bound_mobile: Masked::of(bound),
            ],
        );
    }
}

fn email_invalid(_: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    let Some(email) = typed(node.person.email.as_ref()) else { return };
    if let Err(reason) = Email::check(email) {
        out.find(&node.at, &[Key::Email], params![reason]);
    }
}

fn photo_not_original(_: &Cx<'_>, node: &MaterialNode<'_>, out: &mut Out) {
    let is_side = matches!(node.material.kind, MaterialKind::PortraitSide | MaterialKind::EmblemSide);
    if is_side && node.place == Some(Key::Head) {
        original(node, out);
    }
}

fn video_verification_missing(cx: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    if node.person.video_verification.is_some() {
        return;
    }
    let rows = match node.role {
        Role::PrincipalHead => fields::PRINCIPAL_VIDEO,
        Role::ServiceHead(index) => {
            let head = node.certificate.and_then(|certificate| cx.head(certificate));
            if head.is_some_and(|head| head.has_video || head.first_service < index) {
                return;
            }
            fields::SERVICE_VIDEO
        }
    };
    fields::missing(rows, node.person, node.given(), &node.at, cx, out);
}

fn video_location_mismatch(cx: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    let (Some(video), Some(province)) = (&node.person.video_verification, cx.province) else { return };
    if out.is_blocked(&At::ROOT, &[Key::Principal, Key::Region]) {
        return;
    }
    match video.province {
        None => out.needs_input(&node.at, &[Key::VideoVerification, Key::Province]),
        Some(location) if location != province => {
            out.find(&node.at, &[Key::VideoVerification, Key::Province], params![location, province]);
        }
        Some(_) => {}
    }
}

fn video_wechat_not_mainland(_: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    let Some(video) = &node.person.video_verification else { return };
    let Some(typed_code) = typed(video.wechat_country_code.as_ref()) else {
        return out.needs_input(&node.at, &[Key::VideoVerification, Key::WechatCountryCode]);
    };
    let code = typed_code.trim_start_matches(['+', '0']);
    if code != "86" {
        let shown = if code.len() <= 4 && code.bytes().all(|b| b.is_ascii_digit()) { code } else { "…" };
        out.find(
            &node.at,
            &[Key::VideoVerification, Key::WechatCountryCode],
            params![
                country_code: Param::name(shown),
                required: 86_u32,
            ],
        );
    }
}

fn certificate_expires_soon(cx: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    let Some(ValidUntil::Day(date)) = node.certificate.and_then(|certificate| certificate.valid_until) else {
        return;
    };
    let Some(months) = out.limit(cx, Limit::CertificateMonths) else { return };
    let earliest = cx.context.today.checked_add_months(Months::new(months));
    if let Some(earliest) = earliest.filter(|earliest| date < *earliest) {
        out.find(&node.certificate_at, &[Key::ValidUntil], params![date, earliest, months]);
    }
}

fn emergency_contact_is_mobile(_: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    let (Some(Ok(mobile)), Some(contact)) = (node.mobile, typed(node.person.emergency_contact.as_ref()))
    else {
        return;
    };
    if node.emergency_contact == Some(Ok(Phone::Mobile(mobile))) {
        out.find(&node.at, &[Key::EmergencyContact], params![contact: Masked::of(contact)]);
    }
}

fn contact_shared(cx: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    let Some(contacts) = cx.contacts() else { return };
    if let Some(Ok(_)) = node.mobile {
        if let Some(other) = contacts.other_with_mobile(node.role) {
            out.find(&node.at, &[Key::Mobile], params![field: Key::Mobile, other: shown(other)]);
        }
    }
    if let Some(other) = contacts.other_with_email(node.role) {
        out.find(&node.at, &[Key::Email], params![field: Key::Email, other: shown(other)]);
    }
}

fn shown(role: Role) -> Param {
    match role {
        Role::PrincipalHead => Text { zh: "主体负责人", en: "the principal's head" }.into(),
        Role::ServiceHead(_) => Text { zh: "另一服务的负责人", en: "another service's head" }.into(),
    }
}

fn mobile_of_other_principal(cx: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    let Some(Ok(mobile)) = node.mobile else { return };
    if !cx.is_identified(out) {
        return;
    }
    let Some(registry) = out.registry(cx) else { return };
    let own = cx.filed_principal;
    let is_own = |filed: &FiledPrincipal| own.is_some_and(|own| own.is_same(filed));
    let mut others = registry.principals_with_mobile(mobile).filter(|filed| !is_own(filed)).peekable();
    // Of the person that it belongs to another rule speaks.
    let persons = others.peek().and_then(|_| other_organization(cx, node, registry));
    let other = others.find(|filed| !persons.is_some_and(|other| other.is_same(filed)));
    if let Some(other) = other {
        let number = Param::name(other.filing_number.as_deref().unwrap_or("?"));
        out.find(&node.at, &[Key::Mobile], params![filing_number: number]);
    } else if !registry.is_complete() {
        out.needs(Need::Registry);
    }
}

fn mobile_may_miss_sms(_: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    let Some(Ok(mobile)) = node.mobile else { return };
    if let Some(segment @ (MobileSegment::Virtual | MobileSegment::Data)) = mobile.segment() {
        out.find(&node.at, &[Key::Mobile], params![mobile: Masked::of(mobile.as_str()), segment: segment]);
    }
}

/// Whether an organisation's name is that of a branch.
fn is_branch(name: &str) -> bool {
    let name = name.trim_end_matches([')', '）']);
    ["分公司", "分行", "支行", "分所", "分店", "分部", "分支机构"].iter().any(|form| name.ends_with(form))
}

fn head_not_of_branch(cx: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    if node.role != Role::PrincipalHead || !cx.is_organization() {
        return;
    }
    let Some(principal) = cx.principal.filter(|_| cx.principal_name.is_some_and(is_branch)) else { return };
    let Some(licensed) = &principal.legal_representative else { return };
    let number = |certificate: Option<&crate::Certificate>| {
        certificate.and_then(|certificate| typed(certificate.number.as_ref())).map(str::to_ascii_uppercase)
    };
    let names = (typed(licensed.name.as_ref()), typed(node.person.name.as_ref()));
    let numbers = (number(licensed.certificate.as_ref()), number(node.certificate));
    let name_differs = matches!(names, (Some(own), Some(heads)) if !same_name(own, heads));
    let number_differs = matches!(numbers, (Some(own), Some(heads)) if own != heads);
    if name_differs || number_differs {
        let licensed = Param::name(typed(licensed.name.as_ref()).unwrap_or("?"));
        out.find(&node.at, &[Key::Name], params![licensed]);
    }
}

/// The other organisation in whose filing this person heads a service.
fn other_organization<'a>(
    cx: &Cx<'_>,
    node: &PersonNode<'_>,
    registry: &'a Registry,
) -> Option<&'a FiledPrincipal> {
    if !cx.is_organization() || node.role == Role::PrincipalHead {
        return None;
    }
    let certificate = node.certificate?;
    let number = typed(certificate.number.as_ref())?;
    let heads_service = |filed: &FiledPrincipal| {
        let heads = filed.services.iter().filter_map(|filed| filed.service.as_ref()?.head());
        let mut numbers = heads.filter_map(|head| typed(head.certificate.as_ref()?.number.as_ref()));
        numbers.any(|other| other.eq_ignore_ascii_case(number))
    };
    let is_organization = |filed: &FiledPrincipal| {
        filed
            .principal
            .as_ref()
            .and_then(|principal| principal.kind)
            .is_some_and(PrincipalKind::is_organization)
    };
    let own = cx.filed_principal;
    registry.principals_headed_by(certificate).find(|filed| {
        !own.is_some_and(|own| own.is_same(filed)) && is_organization(filed) && heads_service(filed)
    })
}

fn head_of_other_organization(cx: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    if !cx.is_organization() || node.role == Role::PrincipalHead || !cx.is_identified(out) {
        return;
    }
    let Some(registry) = out.registry(cx) else { return };
    if let Some(other) = other_organization(cx, node, registry) {
        let number = Param::name(other.filing_number.as_deref().unwrap_or("?"));
        out.find(&node.certificate_at, &[Key::Number], params![filing_number: number]);
    } else if !registry.is_complete() {
        out.needs(Need::Registry);
    }
}

/// The name and the card of somebody who has no Chinese name and yet a card that only citizens have.
fn foreign_name<'a>(
    name: Option<&'a String>,
    certificate: Option<&crate::Certificate>,
) -> Option<(&'a str, CertificateKind)> {
    let name = typed(name)?;
    let kind = certificate?.kind.filter(|kind| *kind == CertificateKind::ResidentIdCard)?;
    let is_other = |c: char| matches!(c, '\u{4e00}'..='\u{9fff}') || c > '\u{24f}' && c.is_alphabetic();
    let is_latin = !name.chars().any(is_other) && name.chars().any(char::is_alphabetic);
    is_latin.then_some((name, kind))
}

fn representative_is_foreign(cx: &Cx<'_>, node: &PrincipalNode<'_>, out: &mut Out) {
    let Some(person) = node.principal.legal_representative.as_ref().filter(|_| cx.is_organization()) else {
        return;
    };
    if let Some((name, certificate)) = foreign_name(person.name.as_ref(), person.certificate.as_ref()) {
        let at = node.at.key(Key::LegalRepresentative);
        out.find(&at, &[Key::Name], params![name: Param::name(name), certificate]);
    }
}

fn head_is_foreign(cx: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    let Some((name, certificate)) = foreign_name(node.person.name.as_ref(), node.certificate) else { return };
    // Of one who is both, the legal representative's certificate is enough to speak of.
    let representative = cx.principal.and_then(|principal| principal.legal_representative.as_ref());
    let is_said = representative.is_some_and(|person| {
        foreign_name(person.name.as_ref(), person.certificate.as_ref()).is_some()
            && matches!(
                (typed(person.name.as_ref()), typed(node.person.name.as_ref())),
                (Some(own), Some(heads)) if same_name(own, heads)
            )
    });
    if !is_said && !is_principals(cx, node) {
        out.find(&node.certificate_at, &[Key::Kind], params![name: Param::name(name), certificate]);
    }
}

fn video_not_passed(_: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    let Some(video) = &node.person.video_verification else { return };
    match video.passed {
        Some(true) => {}
        Some(false) => out.find(&node.at, &[Key::VideoVerification, Key::Passed], params![]),
        None => out.needs_input(&node.at, &[Key::VideoVerification, Key::Passed]),
    }
}

fn mobile_out_of_province(cx: &Cx<'_>, node: &PersonNode<'_>, out: &mut Out) {
    let (Some(Ok(mobile)), Some(province)) = (node.mobile, cx.province) else { return };
    if takes_any_mobile(cx) || out.is_blocked(&At::ROOT, &[Key::Principal, Key::Region]) {
        return;
    }
    match node.person.mobile_province {
        None => out.needs_input(&node.at, &[Key::MobileProvince]),
        Some(location) if location != province => {
            let params = params![mobile: Masked::of(mobile.as_str()), location, province];
            out.find(&node.at, &[Key::Mobile], params);
        }
        Some(_) => {}
    }
}
