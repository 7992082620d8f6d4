//! What the API's callers send: the body of `apply_icp_filing`.

use beian::{Material, MaterialKind, VideoVerification};
use serde::{Deserialize, Deserializer};

/// The body of `apply_icp_filing`. Keys that are not listed are read over: the platform adds to them.
///
/// None of these types shows itself with `Debug`: they hold numbers of persons.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Payload {
    #[serde(deserialize_with = "object")]
    pub(crate) icp_subject: Subject,
    #[serde(deserialize_with = "object")]
    pub(crate) icp_applets: Applets,
    #[serde(deserialize_with = "object")]
    pub(crate) icp_materials: Materials,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Subject {
    #[serde(deserialize_with = "object")]
    pub(crate) base_info: SubjectBase,
    #[serde(deserialize_with = "object")]
    pub(crate) personal_info: Personal,
    #[serde(deserialize_with = "object")]
    pub(crate) organize_info: Organize,
    #[serde(deserialize_with = "object")]
    pub(crate) principal_info: PrincipalInfo,
    /// Of an organisation whose responsible person is not the legal representative.
    pub(crate) legal_person_info: Option<LegalPerson>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct SubjectBase {
    #[serde(rename = "type")]
    pub(crate) kind: Option<u16>,
    pub(crate) name: Option<String>,
    #[serde(deserialize_with = "region_code")]
    pub(crate) province: Option<String>,
    #[serde(deserialize_with = "region_code")]
    pub(crate) city: Option<String>,
    #[serde(deserialize_with = "region_code")]
    pub(crate) district: Option<String>,
    pub(crate) address: Option<String>,
    pub(crate) comment: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Personal {
    pub(crate) residence_permit: Option<MediaId>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Organize {
    pub(crate) certificate_type: Option<u16>,
    pub(crate) certificate_number: Option<String>,
    pub(crate) certificate_address: Option<String>,
    pub(crate) certificate_photo: Option<MediaId>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct PrincipalInfo {
    pub(crate) name: Option<String>,
    pub(crate) mobile: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) emergency_contact: Option<String>,
    pub(crate) certificate_type: Option<u16>,
    pub(crate) certificate_number: Option<String>,
    pub(crate) certificate_validity_date_start: Option<String>,
    pub(crate) certificate_validity_date_end: Option<String>,
    pub(crate) certificate_photo_front: Option<MediaId>,
    pub(crate) certificate_photo_back: Option<MediaId>,
    pub(crate) authorization_letter: Option<MediaId>,
    pub(crate) verify_task_id: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct LegalPerson {
    pub(crate) name: Option<String>,
    pub(crate) certificate_number: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Applets {
    #[serde(deserialize_with = "object")]
    pub(crate) base_info: AppletBase,
    #[serde(deserialize_with = "object")]
    pub(crate) principal_info: PrincipalInfo,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct AppletBase {
    /// Filled by the platform: in its replies only.
    pub(crate) name: Option<String>,
    #[serde(deserialize_with = "list")]
    pub(crate) service_content_types: Vec<u32>,
    #[serde(deserialize_with = "list")]
    pub(crate) nrlx_details: Vec<Nrlx>,
    pub(crate) comment: Option<String>,
}

/// A kind of pre-approval 前置审批类型, with its number and its document.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Nrlx {
    #[serde(rename = "type")]
    pub(crate) kind: u16,
    pub(crate) code: Option<String>,
    pub(crate) media: Option<MediaId>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Materials {
    #[serde(deserialize_with = "list")]
    pub(crate) commitment_letter: Vec<MediaId>,
    #[serde(deserialize_with = "list")]
    pub(crate) business_name_change_letter: Vec<MediaId>,
    #[serde(deserialize_with = "list")]
    pub(crate) party_building_confirmation_letter: Vec<MediaId>,
    #[serde(deserialize_with = "list")]
    pub(crate) promise_video: Vec<MediaId>,
    #[serde(deserialize_with = "list")]
    pub(crate) authenticity_responsibility_letter: Vec<MediaId>,
    #[serde(deserialize_with = "list")]
    pub(crate) authenticity_commitment_letter: Vec<MediaId>,
    #[serde(deserialize_with = "list")]
    pub(crate) website_construction_proposal: Vec<MediaId>,
    #[serde(deserialize_with = "list")]
    pub(crate) holding_certificate_photo: Vec<MediaId>,
    #[serde(deserialize_with = "list")]
    pub(crate) subject_other_materials: Vec<MediaId>,
    #[serde(deserialize_with = "list")]
    pub(crate) applets_other_materials: Vec<MediaId>,
}

/// The id of an uploaded file: that it is there is all that it says.
#[derive(Deserialize)]
pub(crate) struct MediaId(pub(crate) String);

impl MediaId {
    pub(crate) fn material(&self, kind: MaterialKind) -> Option<Material> {
        (!self.0.trim().is_empty()).then(|| Material::new(kind))
    }
}

pub(crate) fn material(id: Option<&MediaId>, kind: MaterialKind) -> Option<Material> {
    id.and_then(|id| id.material(kind))
}

/// An object that may be `null`: real payloads write so what is not given.
fn object<'de, D: Deserializer<'de>, T: Default + Deserialize<'de>>(deserializer: D) -> Result<T, D::Error> {
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}

/// A list that may be `null`, as may its items.
fn list<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    let items: Option<Vec<Option<T>>> = Option::deserialize(deserializer)?;
    Ok(items.unwrap_or_default().into_iter().flatten().collect())
}

/// The code of a region: the API takes a text, and its own lists have a number.
fn region_code<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Code {
        Text(String),
        Number(u32),
    }
    Ok(Option::deserialize(deserializer)?.map(|code| match code {
        Code::Text(text) => text,
        Code::Number(number) => number.to_string(),
    }))
}

impl LegalPerson {
    /// Whether anything is given: some clients send the object empty where the responsible person is the legal
    /// representative.
    pub(crate) fn is_given(&self) -> bool {
        [&self.name, &self.certificate_number].into_iter().flatten().any(|text| !text.trim().is_empty())
    }
}

impl Subject {
    /// The legal representative, where it is not the responsible person.
    pub(crate) fn representative(&self) -> Option<&LegalPerson> {
        self.legal_person_info.as_ref().filter(|person| person.is_given())
    }
}

impl PrincipalInfo {
    /// That the face check was done; where and when, only the platform knows.
    pub(crate) fn video(&self) -> Option<VideoVerification> {
        self.verify_task_id.as_deref().filter(|id| !id.trim().is_empty()).map(|_| VideoVerification::new())
    }
}

impl Materials {
    /// The lists of letters by their keys, with the kind of material that each is.
    pub(crate) fn letters(&self) -> [(&'static str, &[MediaId], MaterialKind); 8] {
        [
            ("commitment_letter", &self.commitment_letter, MaterialKind::CommitmentLetter),
            ("business_name_change_letter", &self.business_name_change_letter, MaterialKind::NameChangeProof),
            (
                "party_building_confirmation_letter",
                &self.party_building_confirmation_letter,
                MaterialKind::PartyBuildingLetter,
            ),
            (
                "authenticity_commitment_letter",
                &self.authenticity_commitment_letter,
                MaterialKind::TruthfulnessLetter,
            ),
            ("website_construction_proposal", &self.website_construction_proposal, MaterialKind::SitePlan),
            ("promise_video", &self.promise_video, MaterialKind::Other),
            (
                "authenticity_responsibility_letter",
                &self.authenticity_responsibility_letter,
                MaterialKind::Other,
            ),
            ("holding_certificate_photo", &self.holding_certificate_photo, MaterialKind::Other),
        ]
    }
}
