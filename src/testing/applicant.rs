//! Who files: a made-up principal of each kind.

use crate::model::certificate::{Certificate, CertificateKind};
use crate::model::material::{Material, MaterialFormat, MaterialKind};
use crate::model::principal::{LegalRepresentative, Principal, PrincipalKind};
use crate::model::responsible_person::{ResponsiblePerson, VideoVerification};
use crate::testing::{day, numbers};
use crate::value::Province;

/// What is made up of a principal.
pub(super) struct Applicant {
    kind: PrincipalKind,
    name: &'static str,
    certificate: CertificateKind,
    number: String,
    address: &'static str,
    pub(super) website: &'static str,
    pub(super) app: &'static str,
}

const PERSON: &str = "沈若谷";
const REPRESENTATIVE: &str = "陈知远";
const OFFICE: &str = "浙江省杭州市西湖区文三路478号3幢1205室";
const HOME: &str = "浙江省杭州市西湖区文一路58号2单元601室";
const REGION: &str = "330106";

impl Applicant {
    pub(super) fn of(kind: PrincipalKind) -> Self {
        use CertificateKind as Shown;
        use PrincipalKind as Kind;
        // A credit code of these first two places, or a number of a numbering of its own.
        let code = |first: &str| {
            let code = numbers::credit_code(first, REGION, kind.miit_code().into());
            code.map(|code| code.to_string()).unwrap_or_default()
        };
        let (name, certificate, number) = match kind {
            Kind::Individual => (PERSON, Shown::ResidentIdCard, "330106199509213318".to_owned()),
            Kind::Enterprise => {
                ("杭州青禾示例科技有限公司", Shown::BusinessLicense, "91330106MA2QHE013G".to_owned())
            }
            Kind::IndividualBusiness => ("杭州市西湖区青禾示例商行", Shown::BusinessLicense, code("92")),
            Kind::Military => ("青禾示例部队医院", Shown::MilitaryCode, "SAMPLE-96001".to_owned()),
            Kind::Government => {
                ("杭州市西湖区青禾示例街道办事处", Shown::UnifiedCreditCertificate, code("11"))
            }
            Kind::PublicInstitution => {
                ("杭州市青禾示例图书馆", Shown::PublicInstitutionCertificate, code("12"))
            }
            Kind::SocialOrganization => {
                ("杭州市青禾示例书画协会", Shown::SocialOrganizationCertificate, code("51"))
            }
            Kind::PrivateNonEnterprise => {
                ("杭州青禾示例社会工作服务中心", Shown::PrivateNonEnterpriseCertificate, code("52"))
            }
            Kind::Foundation => ("浙江青禾示例公益基金会", Shown::FoundationCertificate, code("53")),
            Kind::LawFirm => ("浙江青禾示例律师事务所", Shown::LawFirmLicense, code("31")),
            Kind::ForeignCulturalCenter => {
                ("青禾示例文化中心", Shown::ForeignCulturalCenterRegistration, code("41"))
            }
            Kind::MassOrganization => ("杭州市青禾示例联合会", Shown::UnifiedCreditCertificate, code("13")),
            Kind::ForensicInstitution => ("浙江青禾示例司法鉴定所", Shown::ForensicLicense, code("34")),
            Kind::ReligiousBody => ("杭州青禾示例寺", Shown::ReligiousVenueRegistration, code("71")),
            Kind::OverseasBody => {
                ("青禾示例（境外）公司", Shown::OverseasBodyDocument, "SAMPLE-20480".to_owned())
            }
            Kind::MedicalInstitution => ("杭州青禾示例医院", Shown::MedicalInstitutionLicense, code("12")),
            Kind::NotaryInstitution => {
                ("浙江省杭州市青禾示例公证处", Shown::NotaryInstitutionLicense, code("32"))
            }
            Kind::CollectiveEconomicOrganization => (
                "杭州市西湖区青禾示例村股份经济合作社",
                Shown::CollectiveEconomicOrganizationRegistration,
                code("N2"),
            ),
            Kind::ArbitrationInstitution => {
                ("青禾示例仲裁委员会", Shown::ArbitrationCommissionRegistration, code("35"))
            }
            Kind::OtherOrganization => ("杭州青禾示例服务社", Shown::PrcCreditCodeCertificate, code("Y1")),
        };
        let (address, website, app) = if kind.is_organization() {
            (OFFICE, "青禾产品展示", "青禾助手")
        } else {
            (HOME, "若谷的读书笔记", "若谷读书")
        };
        Self { kind, name, certificate, number, address, website, app }
    }

    pub(super) const fn is_organization(&self) -> bool {
        self.kind.is_organization()
    }

    /// The domain of the service that an order is about, and of one that was filed earlier. Some authorities take only
    /// suffixes of their own from public bodies.
    pub(super) const fn domains(&self) -> (&'static str, &'static str) {
        match self.kind {
            PrincipalKind::Government => ("example.gov.cn", "sample.gov.cn"),
            PrincipalKind::PublicInstitution => ("example.cn", "sample.cn"),
            _ => ("example.com", "example.net"),
        }
    }

    /// What is uploaded for a service because of the name of its principal.
    pub(super) fn because_of_name(&self) -> Option<Material> {
        (self.kind == PrincipalKind::Foundation).then(|| photo(MaterialKind::NonInvolvementLetter))
    }

    pub(super) const fn name(&self) -> &'static str {
        self.name
    }

    /// The certificate with its number only, as the register of domains has it.
    pub(super) fn certificate(&self) -> Certificate {
        Certificate::of(self.certificate, self.number.as_str())
    }

    /// Who is responsible for the principal.
    pub(super) const fn responsible_person(&self) -> &'static str {
        if self.is_organization() {
            REPRESENTATIVE
        } else {
            self.name
        }
    }

    pub(super) const fn mobile(&self) -> &'static str {
        if self.is_organization() {
            "13588001001"
        } else {
            "13588003001"
        }
    }

    /// The principal as filed: without what is only asked for on the way.
    pub(super) fn filed(&self) -> Principal {
        let certificate = self.certificate().with_address(self.address);
        let principal = Principal::new()
            .with_kind(self.kind)
            .with_name(self.name)
            .with_region(REGION)
            .with_mailing_address(self.address);
        let contact = ResponsiblePerson::new().with_mobile(self.mobile());
        if self.is_organization() {
            let representative =
                LegalRepresentative::new().with_name(REPRESENTATIVE).with_certificate(representatives_card());
            principal
                .with_certificate(certificate)
                .with_legal_representative(representative)
                .with_responsible_person(
                    contact
                        .with_name(REPRESENTATIVE)
                        .with_certificate(valid(representatives_card()))
                        .with_email("chen@example.com"),
                )
        } else {
            principal
                .with_certificate(
                    certificate.with_valid_from(day(2020, 3, 1)).with_valid_until(day(2040, 3, 1)),
                )
                .with_responsible_person(contact.with_email("shen@example.com"))
        }
    }

    /// The principal as an order states it.
    pub(super) fn stated(&self) -> Principal {
        let mut principal = self.filed();
        let person = principal.responsible_person.take().unwrap_or_default();
        let person = asked(person, if self.is_organization() { "13588001002" } else { "13588003002" });
        let person = if self.is_organization() { person } else { person.with_video_verification(video()) };
        principal.with_responsible_person(person).with_materials([photo(MaterialKind::Certificate)])
    }

    /// Who is responsible for a service; an individual is for all of them.
    pub(super) fn of_service(&self) -> Option<ResponsiblePerson> {
        self.is_organization().then(|| {
            let card = Certificate::of(CertificateKind::ResidentIdCard, "330106199204035223");
            let person = ResponsiblePerson::new()
                .with_name("林晚晴")
                .with_certificate(valid(card))
                .with_mobile("13588002001")
                .with_email("lin@example.com")
                .with_video_verification(video());
            asked(person, "13588002002")
        })
    }
}

fn representatives_card() -> Certificate {
    Certificate::of(CertificateKind::ResidentIdCard, "330106198807154614")
}

fn valid(certificate: Certificate) -> Certificate {
    certificate.with_valid_from(day(2018, 5, 1)).with_valid_until(day(2038, 5, 1))
}

/// What a form asks of a person besides what is filed.
fn asked(person: ResponsiblePerson, emergency_contact: &str) -> ResponsiblePerson {
    person
        .with_mobile_verified(true)
        .with_mobile_province(Province::Zhejiang)
        .with_emergency_contact(emergency_contact)
        .with_materials([photo(MaterialKind::PortraitSide), photo(MaterialKind::EmblemSide)])
}

fn video() -> VideoVerification {
    VideoVerification::new()
        .with_date(day(2026, 11, 20))
        .with_province(Province::Zhejiang)
        .with_wechat_country_code("86")
        .with_passed(true)
}

fn photo(kind: MaterialKind) -> Material {
    Material::new(kind).with_format(MaterialFormat::Jpeg).with_bytes(640_000).with_original(true)
}
