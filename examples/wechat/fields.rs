//! Places of an order, and the API's fields.

use beian::Text;

/// Places of an order, list places left out, and the fields of the API. A material goes by its kind.
#[rustfmt::skip]
pub(crate) const FIELDS: &[(&str, &str, Text)] = &[
    ("", "icp_subject", text("主体信息", "subject")),
    ("/kind", "icp_subject", text("主体信息", "subject")),
    ("/agreements", "icp_materials", text("其他材料", "materials")),
    ("/materials", "icp_materials", text("其他材料", "materials")),
    ("/materials/commitment_letter", "icp_materials.commitment_letter", text("互联网信息服务承诺书", "commitment letter")),
    ("/materials/name_change_proof", "icp_materials.business_name_change_letter", text("主体更名函", "letter on the change of name")),
    ("/materials/party_building_letter", "icp_materials.party_building_confirmation_letter", text("党建确认函", "party-building letter")),
    ("/materials/truthfulness_letter", "icp_materials.authenticity_commitment_letter", text("真实性承诺书", "truthfulness letter")),
    ("/materials/site_plan", "icp_materials.website_construction_proposal", text("建设方案书", "site plan")),
    ("/materials/other", "icp_materials.subject_other_materials", text("主体其他附件", "other materials of the subject")),
    ("/principal", "icp_subject", text("主体信息", "subject")),
    ("/principal/kind", "icp_subject.base_info.type", text("主体性质", "kind of the subject")),
    ("/principal/name", "icp_subject.base_info.name", text("主办单位名称", "name of the subject")),
    ("/principal/region", "icp_subject.base_info.district", text("备案省市区", "district")),
    ("/principal/mailing_address", "icp_subject.base_info.address", text("通讯地址", "address")),
    ("/principal/remark", "icp_subject.base_info.comment", text("主体备注", "comment of the subject")),
    ("/principal/certificate", "icp_subject.organize_info", text("主体证件", "certificate of the subject")),
    ("/principal/certificate/kind", "icp_subject.organize_info.certificate_type", text("主体证件类型", "kind of the subject's certificate")),
    ("/principal/certificate/number", "icp_subject.organize_info.certificate_number", text("主体证件号码", "number of the subject's certificate")),
    ("/principal/certificate/address", "icp_subject.organize_info.certificate_address", text("主体证件住所", "address on the subject's certificate")),
    ("/principal/legal_representative", "icp_subject.legal_person_info", text("法定代表人", "legal representative")),
    ("/principal/legal_representative/name", "icp_subject.legal_person_info.name", text("法定代表人姓名", "name of the legal representative")),
    ("/principal/legal_representative/certificate/number", "icp_subject.legal_person_info.certificate_number", text("法定代表人证件号码", "number of the legal representative's certificate")),
    ("/principal/materials", "icp_materials.subject_other_materials", text("主体其他附件", "other materials of the subject")),
    ("/principal/materials/certificate", "icp_subject.organize_info.certificate_photo", text("主体证件照片", "photo of the subject's certificate")),
    ("/principal/materials/residence_permit", "icp_subject.personal_info.residence_permit", text("居住证明", "proof of residence")),
    ("/principal/materials/temporary_residence_permit", "icp_subject.personal_info.residence_permit", text("居住证明", "proof of residence")),
    ("/principal/materials/social_security_record", "icp_subject.personal_info.residence_permit", text("居住证明", "proof of residence")),
    ("/principal/materials/property_deed", "icp_subject.personal_info.residence_permit", text("居住证明", "proof of residence")),
    ("/principal/materials/authorization_letter", "icp_subject.principal_info.authorization_letter", text("主体负责人授权书", "authorisation letter of the subject's responsible person")),
    ("/principal/responsible_person", "icp_subject.principal_info", text("主体负责人", "responsible person of the subject")),
    ("/principal/responsible_person/name", "icp_subject.principal_info.name", text("主体负责人姓名", "name of the subject's responsible person")),
    ("/principal/responsible_person/mobile", "icp_subject.principal_info.mobile", text("主体负责人手机号", "mobile of the subject's responsible person")),
    ("/principal/responsible_person/emergency_contact", "icp_subject.principal_info.emergency_contact", text("主体负责人应急手机号", "emergency contact of the subject's responsible person")),
    ("/principal/responsible_person/email", "icp_subject.principal_info.email", text("主体负责人邮箱", "e-mail of the subject's responsible person")),
    ("/principal/responsible_person/certificate/kind", "icp_subject.principal_info.certificate_type", text("主体负责人证件类型", "kind of the responsible person's certificate")),
    ("/principal/responsible_person/certificate/number", "icp_subject.principal_info.certificate_number", text("主体负责人证件号码", "number of the responsible person's certificate")),
    ("/principal/responsible_person/certificate/valid_from", "icp_subject.principal_info.certificate_validity_date_start", text("主体负责人证件有效期起始日", "first day of the responsible person's certificate")),
    ("/principal/responsible_person/certificate/valid_until", "icp_subject.principal_info.certificate_validity_date_end", text("主体负责人证件有效期终止日", "last day of the responsible person's certificate")),
    ("/principal/responsible_person/video_verification", "icp_applets.principal_info.verify_task_id", text("小程序负责人人脸核身", "face check of the mini program's responsible person")),
    ("/principal/responsible_person/materials/portrait_side", "icp_subject.principal_info.certificate_photo_front", text("主体负责人证件人像面", "portrait side of the responsible person's certificate")),
    ("/principal/responsible_person/materials/emblem_side", "icp_subject.principal_info.certificate_photo_back", text("主体负责人证件国徽面", "emblem side of the responsible person's certificate")),
    ("/principal/responsible_person/materials/authorization_letter", "icp_subject.principal_info.authorization_letter", text("主体负责人授权书", "authorisation letter of the subject's responsible person")),
    ("/services", "icp_applets", text("小程序信息", "mini program")),
    ("/services/name", "icp_applets.base_info.name", text("小程序名称", "name of the mini program")),
    ("/services/contents", "icp_applets.base_info.service_content_types", text("小程序服务内容", "contents of the mini program")),
    ("/services/pre_approval", "icp_applets.base_info.nrlx_details", text("前置审批项", "pre-approval")),
    ("/services/remark", "icp_applets.base_info.comment", text("小程序备注", "comment of the mini program")),
    ("/services/materials", "icp_materials.applets_other_materials", text("小程序其他附件", "other materials of the mini program")),
    ("/services/materials/authorization_letter", "icp_applets.principal_info.authorization_letter", text("小程序负责人授权书", "authorisation letter of the mini program's responsible person")),
    ("/services/materials/pre_approval_document", "icp_applets.base_info.nrlx_details", text("前置审批项", "pre-approval")),
    ("/services/responsible_person", "icp_applets.principal_info", text("小程序负责人", "responsible person of the mini program")),
    ("/services/responsible_person/name", "icp_applets.principal_info.name", text("小程序负责人姓名", "name of the mini program's responsible person")),
    ("/services/responsible_person/mobile", "icp_applets.principal_info.mobile", text("小程序负责人手机号", "mobile of the mini program's responsible person")),
    ("/services/responsible_person/emergency_contact", "icp_applets.principal_info.emergency_contact", text("小程序负责人应急手机号", "emergency contact of the mini program's responsible person")),
    ("/services/responsible_person/email", "icp_applets.principal_info.email", text("小程序负责人邮箱", "e-mail of the mini program's responsible person")),
    ("/services/responsible_person/certificate/kind", "icp_applets.principal_info.certificate_type", text("小程序负责人证件类型", "kind of the responsible person's certificate")),
    ("/services/responsible_person/certificate/number", "icp_applets.principal_info.certificate_number", text("小程序负责人证件号码", "number of the responsible person's certificate")),
    ("/services/responsible_person/certificate/valid_from", "icp_applets.principal_info.certificate_validity_date_start", text("小程序负责人证件有效期起始日", "first day of the responsible person's certificate")),
    ("/services/responsible_person/certificate/valid_until", "icp_applets.principal_info.certificate_validity_date_end", text("小程序负责人证件有效期终止日", "last day of the responsible person's certificate")),
    ("/services/responsible_person/video_verification", "icp_applets.principal_info.verify_task_id", text("小程序负责人人脸核身", "face check of the mini program's responsible person")),
    ("/services/responsible_person/materials/portrait_side", "icp_applets.principal_info.certificate_photo_front", text("小程序负责人证件人像面", "portrait side of the responsible person's certificate")),
    ("/services/responsible_person/materials/emblem_side", "icp_applets.principal_info.certificate_photo_back", text("小程序负责人证件国徽面", "emblem side of the responsible person's certificate")),
    ("/services/responsible_person/materials/authorization_letter", "icp_applets.principal_info.authorization_letter", text("小程序负责人授权书", "authorisation letter of the mini program's responsible person")),
];

/// What an APP is asked for and this API is not: findings there are not passed on.
#[rustfmt::skip]
pub(crate) const NOT_ASKED: &[(&str, Text)] = &[
    ("/principal/responsible_person/mobile_verified", text("短信核验由平台在提交后进行", "the SMS check comes after submission")),
    ("/services/responsible_person/mobile_verified", text("短信核验由平台在提交后进行", "the SMS check comes after submission")),
    ("/services/resources", text("小程序运行在平台上，没有自有云资源", "a mini program runs on the platform, not on resources of its own")),
    ("/services/languages", text("该接口不填服务语言", "the API has no languages")),
    ("/services/platforms", text("小程序没有安装包", "a mini program has no packages")),
    ("/services/domains", text("该接口不填域名", "the API has no domains")),
    ("/services/home_pages", text("该接口不填域名", "the API has no domains")),
    ("/services/provides_sdk", text("该接口不填 SDK", "the API has no SDKs")),
    ("/services/uses_sdks", text("该接口不填 SDK", "the API has no SDKs")),
    ("/services/materials/app_icon", text("图标由平台提供", "the platform has the icon")),
    ("/services/open", text("新备案的小程序尚未上线", "a new mini program is not open yet")),
    ("/services/number_displayed", text("新备案的小程序尚未上线", "a new mini program is not open yet")),
];

pub(crate) const fn text(zh: &'static str, en: &'static str) -> Text {
    Text { zh, en }
}

/// Where a finding belongs in the API.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Target {
    /// At this field.
    Field(&'static str, Text),
    /// Nowhere, for this reason.
    NotAsked(Text),
    /// It stands at another place as well, of which this one is a copy.
    Copy,
}

/// The field of a place, or of the nearest place around it.
pub(crate) fn target(place: &str) -> Target {
    let mut place = place;
    loop {
        if let Some((_, reason)) = NOT_ASKED.iter().find(|(of, _)| *of == place) {
            return Target::NotAsked(*reason);
        }
        if let Some((_, field, name)) = FIELDS.iter().find(|(of, _, _)| *of == place) {
            return Target::Field(field, *name);
        }
        // The empty place, the order, is in the table.
        place = place.rsplit_once('/').map_or("", |(around, _)| around);
    }
}
