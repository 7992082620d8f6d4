//! A payload as an order, and what is wrong with it by the platform's own rules.

use beian::order::{Agreement, Filing};
use beian::service::{App, DeclaredPreApproval, PreApproval, PreApprovalKind};
use beian::value::{AddressMatch, Region};
use beian::{
    Certificate, CertificateKind, FieldPath, Finding, Key, LegalRepresentative, Material, MaterialKind,
    Order, OwnRule, OwnRuleError, Principal, PrincipalKind, ResponsiblePerson, Severity, Source, ValidUntil,
};
use chrono::{Months, NaiveDate};

use super::payload::{material, Applets, Materials, MediaId, Payload, PrincipalInfo, Subject, SubjectBase};

/// How many contents a mini program has at most, and how long its comment is.
const CONTENTS_MAX: usize = 5;
const COMMENT_LENGTH: std::ops::RangeInclusive<usize> = 20..=200;

/// How many files a letter has at most, and how many the lists of other materials.
const LETTERS_MAX: usize = 1;
const OTHERS_MAX: usize = 10;

/// A payload as an order, with what is wrong by the platform's own rules.
pub(crate) struct Reading<'a> {
    pub(crate) payload: &'a Payload,
    pub(crate) today: NaiveDate,
    pub(crate) findings: Vec<Finding>,
}

impl<'a> Reading<'a> {
    /// Notes a finding of the platform's own.
    fn find(&mut self, slug: &str, path: &FieldPath, zh: &str, en: &str) -> Result<(), OwnRuleError> {
        let source = Source::new("微信开放平台《申请小程序备案》", "请求参数", None);
        let id = format!("wechat.{slug}");
        self.findings.push(OwnRule::new(&id, Severity::Blocker, zh, en, source)?.finding(path.clone()));
        Ok(())
    }

    /// What a code of the platform's lists means. The lists are handed out at run time: a code that is not known is no
    /// reason to refuse the payload unread.
    fn code<T>(
        &mut self,
        code: Option<u16>,
        known: fn(u16) -> Option<T>,
        path: &FieldPath,
    ) -> Result<Option<T>, OwnRuleError> {
        let value = code.and_then(known);
        if let (Some(code), None) = (code, &value) {
            self.find(
                "code-unknown",
                path,
                &format!("类型代码 {code} 不在已知列表中。请从平台的类型查询接口返回的列表中选择。"),
                &format!("The code {code} is in no known list. Choose one of those that the platform's list call returns."),
            )?;
        }
        Ok(value)
    }

    /// A day as the platform writes it: `20330815`.
    fn day(&mut self, text: Option<&str>, path: &FieldPath) -> Result<Option<NaiveDate>, OwnRuleError> {
        let text = text.map(str::trim).filter(|text| !text.is_empty());
        let day = text
            .filter(|text| text.len() == 8)
            .and_then(|text| NaiveDate::parse_from_str(text, "%Y%m%d").ok());
        if text.is_some() && day.is_none() {
            self.find(
                "date-malformed",
                path,
                "日期格式有误。请按 YYYYMMDD 填写，例如 20330815；截止日期为长期的，填写“长期”。",
                "The date is malformed. Write it as YYYYMMDD, such as 20330815, or 长期 for an end that is long-term.",
            )?;
        }
        Ok(day)
    }

    /// The certificate of a person, whose object stands at `at`.
    fn certificate(
        &mut self,
        responsible_person: &PrincipalInfo,
        at: &FieldPath,
    ) -> Result<Certificate, OwnRuleError> {
        let at = at.clone().join(Key::Certificate);
        let place = |key: Key| at.clone().join(key);
        let kind = self.code(
            responsible_person.certificate_type,
            CertificateKind::from_miit_code,
            &place(Key::Kind),
        )?;
        let from =
            self.day(responsible_person.certificate_validity_date_start.as_deref(), &place(Key::ValidFrom))?;
        let until = match responsible_person.certificate_validity_date_end.as_deref().map(str::trim) {
            Some("长期") => Some(ValidUntil::LongTerm),
            end => self.day(end, &place(Key::ValidUntil))?.map(ValidUntil::Day),
        };
        // The platform's own limit; the provider's of the rulebook is another.
        let earliest = self.today.checked_add_months(Months::new(1));
        if let (Some(ValidUntil::Day(end)), Some(earliest)) = (until, earliest) {
            if (self.today..=earliest).contains(&end) {
                self.find(
                    "certificate-expires-soon",
                    &place(Key::ValidUntil),
                    "证件的剩余有效期须超过 1 个月。请换领新证后更新证件照片和有效期。",
                    "The certificate needs more than a month left. Renew it, then give the new photos and dates.",
                )?;
            }
        }
        let mut certificate = Certificate::new();
        certificate.kind = kind;
        certificate.number.clone_from(&responsible_person.certificate_number);
        certificate.valid_from = from;
        certificate.valid_until = until;
        Ok(certificate)
    }

    fn person(
        &mut self,
        responsible_person: &PrincipalInfo,
        at: &FieldPath,
    ) -> Result<ResponsiblePerson, OwnRuleError> {
        let mut person = ResponsiblePerson::new().with_materials(
            [
                material(responsible_person.certificate_photo_front.as_ref(), MaterialKind::PortraitSide),
                material(responsible_person.certificate_photo_back.as_ref(), MaterialKind::EmblemSide),
            ]
            .into_iter()
            .flatten(),
        );
        person.name.clone_from(&responsible_person.name);
        person.certificate = Some(self.certificate(responsible_person, at)?);
        person.mobile.clone_from(&responsible_person.mobile);
        person.emergency_contact.clone_from(&responsible_person.emergency_contact);
        person.email.clone_from(&responsible_person.email);
        person.video_verification = responsible_person.video();
        Ok(person)
    }

    fn principal(&mut self) -> Result<Principal, OwnRuleError> {
        let Subject { base_info, personal_info, organize_info, principal_info, .. } =
            &self.payload.icp_subject;
        let legal_person_info = self.payload.icp_subject.representative();
        let at = FieldPath::root().join(Key::Principal);
        let place = |key: Key| at.clone().join(key);
        let kind = self.code(base_info.kind, PrincipalKind::from_miit_code, &place(Key::Kind))?;
        let mut responsible_person = self.person(principal_info, &place(Key::ResponsiblePerson))?;
        let mut certificate = Certificate::new();
        let kind_at = place(Key::Certificate).join(Key::Kind);
        certificate.kind =
            self.code(organize_info.certificate_type, CertificateKind::from_miit_code, &kind_at)?;
        certificate.number.clone_from(&organize_info.certificate_number);
        certificate.address.clone_from(&organize_info.certificate_address);

        let mut principal = Principal::new();
        principal.materials.extend(
            [
                material(organize_info.certificate_photo.as_ref(), MaterialKind::Certificate),
                material(personal_info.residence_permit.as_ref(), MaterialKind::ResidencePermit),
                material(principal_info.authorization_letter.as_ref(), MaterialKind::AuthorizationLetter),
            ]
            .into_iter()
            .flatten(),
        );
        if kind == Some(PrincipalKind::Individual) {
            if organize_info.certificate_number != principal_info.certificate_number {
                self.find(
                    "repeated-value-differs",
                    &place(Key::Certificate).join(Key::Number),
                    "个人备案的主体证件号码须与负责人证件号码一致。请填写同一证件号码。",
                    "An individual's certificate number is that of the responsible person. Give the same number twice.",
                )?;
            }
            // An individual is its own responsible person: the crate has name, certificate and photos once, at the principal.
            principal.materials.extend(
                responsible_person
                    .materials
                    .iter()
                    .filter(|material| material.kind == MaterialKind::PortraitSide)
                    .map(|_| Material::new(MaterialKind::Certificate)),
            );
            let own = responsible_person.certificate.take().unwrap_or_default();
            (certificate.valid_from, certificate.valid_until) = (own.valid_from, own.valid_until);
            responsible_person.name = None;
            // The task is the service responsible person's, who is the same person.
            responsible_person.video_verification = self.payload.icp_applets.principal_info.video();
        } else {
            // Left out where the responsible person is the legal representative.
            let (name, number) = match legal_person_info {
                Some(person) => (&person.name, &person.certificate_number),
                None => (&principal_info.name, &principal_info.certificate_number),
            };
            let mut representative = LegalRepresentative::new();
            representative.name.clone_from(name);
            let mut own = Certificate::new();
            own.number.clone_from(number);
            // The API asks for a number only; that of the responsible person is of the responsible person's kind.
            own.kind = match legal_person_info {
                Some(_) => None,
                None => responsible_person.certificate.as_ref().and_then(|certificate| certificate.kind),
            };
            representative.certificate = Some(own);
            principal.legal_representative = Some(representative);
        }
        principal.kind = kind;
        principal.name.clone_from(&base_info.name);
        principal.certificate = Some(certificate);
        principal.region.clone_from(&base_info.district);
        principal.mailing_address = self.mailing_address()?;
        principal.remark.clone_from(&base_info.comment);
        principal.responsible_person = Some(responsible_person);
        Ok(principal)
    }

    /// The address with the names of its district before it, which the API keeps apart.
    fn mailing_address(&mut self) -> Result<Option<String>, OwnRuleError> {
        let SubjectBase { province, city, district, address, .. } = &self.payload.icp_subject.base_info;
        let path = FieldPath::root().join(Key::Principal);
        let Some(region) = district.as_deref().and_then(|code| Region::parse(code.trim()).ok()) else {
            return Ok(address.clone());
        };
        // The code of the city is that of its districts with zeros; so is the province's.
        let code = region.to_string();
        let is_other = |given: &Option<String>, digits: usize| {
            let given = given.as_deref().map(str::trim).filter(|given| !given.is_empty());
            given.is_some_and(|given| given.get(..digits) != code.get(..digits))
        };
        if is_other(province, 2) {
            self.find(
                "region-inconsistent",
                &path.clone().join(Key::Region),
                "区县不属于所填的省份。请核对省、市、区县代码。",
                "The district is not in the province that is given. Check the three codes.",
            )?;
        } else if is_other(city, 4) {
            self.find(
                "region-inconsistent",
                &path.clone().join(Key::Region),
                "区县不属于所填的城市。请核对省、市、区县代码。",
                "The district is not in the city that is given. Check the three codes.",
            )?;
        }
        let Some(address) = address.as_deref().map(str::trim).filter(|address| !address.is_empty()) else {
            return Ok(None);
        };
        let agreement = region.agrees_with(address);
        if let AddressMatch::Contradicts { named, .. } = agreement {
            self.find(
                "address-elsewhere",
                &path.join(Key::MailingAddress),
                &format!("通信地址写的是{named}，不在所选的区县内。请核对地址和省、市、区县代码。"),
                &format!("The address names {named}, which is not the district that is given. Check the address and the three codes."),
            )?;
            return Ok(None);
        }
        let own = [region.province().name().zh, region.city_name(), region.name()];
        let begins_so = own.iter().any(|name| !name.is_empty() && address.starts_with(name));
        if begins_so || agreement == AddressMatch::Agrees && address.contains(region.name()) {
            self.find(
                "address-has-region",
                &path.join(Key::MailingAddress),
                "通信地址不应包含省、市、区县名称，省市区已单独填写。请从街道开始填写。",
                "The address has no province, city and district: these have fields of their own. Begin with the street.",
            )?;
            return Ok(Some(address.to_owned()));
        }
        Ok(Some(format!("{}{address}", region.full_name())))
    }

    fn applet(&mut self) -> Result<App, OwnRuleError> {
        let Applets { base_info, principal_info } = &self.payload.icp_applets;
        let at = FieldPath::root().join(Key::Services).join(0);
        let place = |key: Key| at.clone().join(key);

        if base_info.service_content_types.len() > CONTENTS_MAX {
            self.find(
                "contents-over-limit",
                &place(Key::Contents),
                "服务内容最多选择 5 项。请减少所选的服务内容。",
                "There are at most 5 contents. Choose fewer.",
            )?;
        }
        let contents = &base_info.service_content_types;
        if contents
            .iter()
            .enumerate()
            .any(|(at, content)| contents.iter().take(at).any(|other| other == content))
        {
            self.find(
                "content-repeated",
                &place(Key::Contents),
                "服务内容有重复的选项。请删除重复项。",
                "A content stands twice. Leave out the repetition.",
            )?;
        }
        let length = base_info.comment.as_deref().unwrap_or_default().trim().chars().count();
        if length > 0 && !COMMENT_LENGTH.contains(&length) {
            self.find(
                "comment-length",
                &place(Key::Remark),
                &format!("小程序备注须为 20 至 200 字，当前为 {length} 字。请说明小程序实际提供的服务。"),
                &format!("The comment has {length} characters; it takes 20 to 200. Say what the mini program really does."),
            )?;
        }

        let mut app = App::new()
            .with_contents(base_info.service_content_types.iter().map(ToString::to_string))
            .with_responsible_person(self.person(principal_info, &place(Key::ResponsiblePerson))?);
        app.name.clone_from(&base_info.name);
        app.remark.clone_from(&base_info.comment);
        app.materials.extend(material(
            principal_info.authorization_letter.as_ref(),
            MaterialKind::AuthorizationLetter,
        ));
        app.pre_approval = self.pre_approval(&mut app.materials)?;
        let others = self.payload.icp_materials.applets_other_materials.iter();
        app.materials.extend(others.filter_map(|id| id.material(MaterialKind::Other)));
        Ok(app)
    }

    /// The kinds of pre-approval; `None` where nothing is declared, and that nothing applies is declared too.
    fn pre_approval(&mut self, materials: &mut Vec<Material>) -> Result<Option<PreApproval>, OwnRuleError> {
        let details = &self.payload.icp_applets.base_info.nrlx_details;
        let at = FieldPath::root().join(Key::Services).join(0).join(Key::PreApproval);
        if details.is_empty() {
            self.find(
                "pre-approval-undeclared",
                &at,
                "未填写前置审批项。不涉及前置审批的，须填写类型 24（以上都不涉及）。",
                "No pre-approval is declared. Where none applies, give the type 24, none of these.",
            )?;
            return Ok(None);
        }
        let is_repeated = |at: usize, kind: u16| details.iter().take(at).any(|other| other.kind == kind);
        if details.iter().enumerate().any(|(at, detail)| is_repeated(at, detail.kind)) {
            self.find(
                "pre-approval-repeated",
                &at,
                "前置审批项有重复的类型。每种类型只能填写一次。",
                "A type of pre-approval stands twice. Give each once.",
            )?;
        }
        let mut kinds = Vec::new();
        for detail in details {
            let kinds_at = at.clone().join(Key::Kinds).join(kinds.len());
            let Some(kind) = self.code(Some(detail.kind), PreApprovalKind::from_miit_code, &kinds_at)? else {
                continue;
            };
            let mut declared = DeclaredPreApproval::new(kind);
            declared.approval_number.clone_from(&detail.code);
            kinds.push(declared);
            materials.extend(
                material(detail.media.as_ref(), MaterialKind::PreApprovalDocument)
                    .map(|document| document.with_approval(kind)),
            );
        }
        // "None of these" alone is what the crate writes as an empty list.
        if let [only] = kinds.as_slice() {
            if only.kind == PreApprovalKind::NoneOfThese {
                kinds.clear();
            }
        }
        Ok(Some(PreApproval::new().with_kinds(kinds)))
    }

    /// Holds the numbers of files against the platform's limits.
    fn count_materials(&mut self) -> Result<(), OwnRuleError> {
        let Materials { subject_other_materials, applets_other_materials, .. } = &self.payload.icp_materials;
        let letters = self.payload.icp_materials.letters();
        let others = [
            ("subject_other_materials", subject_other_materials.as_slice()),
            ("applets_other_materials", applets_other_materials.as_slice()),
        ];
        let limited = letters.iter().map(|(key, ids, _)| (*key, *ids, LETTERS_MAX));
        for (key, ids, max) in limited.chain(others.map(|(key, ids)| (key, ids, OTHERS_MAX))) {
            let count = ids.iter().filter(|id| !id.0.trim().is_empty()).count();
            if count > max {
                self.find(
                    "materials-over-limit",
                    &FieldPath::root().join(Key::Materials),
                    &format!("{key} 有 {count} 个附件，最多 {max} 个。请删除多余的附件。"),
                    &format!("{key} has {count} files; it takes {max}. Leave out the others."),
                )?;
            }
        }
        Ok(())
    }

    pub(crate) fn order(&mut self) -> Result<Order, OwnRuleError> {
        self.count_materials()?;
        let principal = self.principal()?;
        let applet = self.applet()?;
        let materials = &self.payload.icp_materials;
        let of_kind =
            |ids: &'a [MediaId], kind: MaterialKind| ids.iter().filter_map(move |id| id.material(kind));
        let letters = materials.letters().into_iter().flat_map(|(_, ids, kind)| of_kind(ids, kind));
        let others = of_kind(&materials.subject_other_materials, MaterialKind::Other);
        Ok(Order::FirstFiling(
            Filing::new()
                .with_principal(principal)
                .with_services([applet])
                // The platform has its users agree before they can call.
                .with_agreements(Agreement::ALL)
                .with_materials(letters.chain(others)),
        ))
    }
}
