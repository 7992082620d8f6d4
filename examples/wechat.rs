//! Checks a filing of WeChat's mini-program filing API before it is sent: turns the payload of `apply_icp_filing` into an
//! order, and the findings back into what that API's callers know: dotted field paths, and the entries `key_name`,
//! `error`, `suggest` of its `audit_data`.
//!
//! ```text
//! cargo run --example wechat                                  # two payloads that the program carries
//! cargo run --example wechat -- payload.json                  # a payload; `-` is standard input
//! cargo run --example wechat -- --format json payload.json    # for programs
//! ```
//!
//! Exit status: 0 where every payload would pass, 1 where one would not, 2 where an input could not be read.
//!
//! # What is read how
//!
//! The crate knows websites and APPs. A mini program 小程序 is read as an APP without platforms: principal, persons,
//! contents, pre-approval and remark are asked alike. What only an APP is asked for is in [`NOT_ASKED`], with the reason;
//! findings there are counted, not passed on. Every other place has its field, or the field of what it is part of, in
//! [`FIELDS`].
//!
//! The platform's own rules, which the crate does not have, are findings of the program, under `wechat.`.
//!
//! # What cannot be expressed
//!
//! - Of a payload: `promise_video`, `authenticity_responsibility_letter` and `holding_certificate_photo` are no kinds of
//!   material that the crate knows, and are carried as others. A media id says that a file is there, not what it shows:
//!   rules on format, size and originals stay undetermined. Whether a code of content is on level two, only the
//!   platform's list can tell.
//! - Of a report: the API has no severity, no "undetermined" and no place in a list. Here the first two stand beside its
//!   entries; an entry of a list is told at the list. A finding about the order as a whole is told at `icp_subject`.
//!
//! Source: the pages of WeChat's open platform on the filing of mini programs (about 2023 to 2025).

#![allow(clippy::struct_field_names)] // the API's names

pub(crate) mod common;

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, Read, Write};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use beian::order::{Agreement, Filing};
use beian::service::{App, DeclaredPreApproval, PreApproval, PreApprovalKind};
use beian::value::Region;
use beian::{
    validate, Certificate, CertificateKind, Context, CustomFindingError, FieldPath, Finding, Key, Language,
    LegalRepresentative, Material, MaterialKind, Order, Param, Principal, PrincipalKind, Report,
    ResponsiblePerson, Rulebook, Segment, Severity, Source, Text, ValidUntil, VideoVerification,
};
use chrono::{DateTime, NaiveDate, TimeDelta};
use common::{Arguments, Opt, Style, World};
use serde::{Deserialize, Serialize};

const OPTIONS: &[Opt] = &[common::FORMAT, common::LANG, common::HELP];

const HELP: Text = Text {
    zh: "\
检查微信小程序备案接口（apply_icp_filing）的请求内容，按该接口的字段路径列出会被驳回的问题和修改方法。

用法：wechat [选项] [文件…]

文件中是一个请求内容（icp_subject、icp_applets、icp_materials），“-”表示标准输入。不给文件时，检查程序自带的两份。

选项：
  --format text|json  输出格式：便于阅读的文字（默认），或每行一份 JSON
  --lang zh|en        语言，默认取自系统区域设置（LC_ALL、LC_MESSAGES、LANG）
  -h, --help          显示本说明

退出状态：0 未发现会被驳回的问题，1 有会被驳回的问题，2 有输入无法读取。
",
    en: "\
Checks payloads of WeChat's mini-program filing API (apply_icp_filing): lists what would be refused by that API's field
paths, and how to fix it.

Usage: wechat [OPTIONS] [FILE…]

A file holds one payload (icp_subject, icp_applets, icp_materials); \"-\" is standard input. Without a file, two payloads
that the program carries are checked.

Options:
  --format text|json  text for people (the default), or one JSON a line
  --lang zh|en        the language; by default that of the locale (LC_ALL, LC_MESSAGES, LANG)
  -h, --help          show this

Exit status: 0 where nothing would be refused, 1 where something would, 2 where an input could not be read.
",
};

/// The payloads that the program carries: one without a mistake, one with many.
const CARRIED: [(&str, &str); 2] = [
    ("examples/wechat/clean.json", include_str!("wechat/clean.json")),
    ("examples/wechat/faulty.json", include_str!("wechat/faulty.json")),
];

/// How many contents a mini program has at most, and how long its comment is.
const CONTENTS_MAX: usize = 5;
const COMMENT_LENGTH: std::ops::RangeInclusive<usize> = 20..=200;

/// The day on which they are checked, so that they stay what they are.
const DAY_OF_CARRIED: Option<NaiveDate> = NaiveDate::from_ymd_opt(2026, 11, 23);

fn main() -> ExitCode {
    common::start(run)
}

/// Runs the program and gives its exit status.
///
/// # Errors
/// Where the output cannot be written.
pub(crate) fn run(world: &mut World<'_>) -> io::Result<u8> {
    let arguments = match Arguments::read(world, OPTIONS) {
        Ok(arguments) => arguments,
        Err(message) => {
            writeln!(world.err, "{message}")?;
            return Ok(common::FAILURE);
        }
    };
    let language = arguments.language(world);
    if arguments.has(&common::HELP) {
        world.out.write_all(HELP.get(language).as_bytes())?;
        return Ok(0);
    }
    let style = Style::of(world);
    let mut input = world.input.take();
    let mut status = 0;
    let mut is_first = true;
    let mut one = |name: &str, json: io::Result<Vec<u8>>, today: NaiveDate| -> io::Result<()> {
        let answer = json.map_err(|error| error.to_string()).and_then(|json| {
            let payload = serde_json::from_slice(&json).map_err(|error| error.to_string())?;
            check(&payload, today, &Rulebook::default()).map_err(|error| error.to_string())
        });
        let answer = match answer {
            Ok(answer) => answer,
            Err(error) => {
                status = common::FAILURE;
                return writeln!(world.err, "{name}: {error}");
            }
        };
        status = status.max(u8::from(!answer.passes()));
        if arguments.is_json() {
            serde_json::to_writer(&mut *world.out, &answer.written(language))?;
            writeln!(world.out)
        } else {
            if !std::mem::take(&mut is_first) {
                writeln!(world.out)?;
            }
            answer.text(name, &mut *world.out, language, style)
        }
    };
    if arguments.operands.is_empty() {
        for (name, json) in CARRIED {
            one(name, Ok(json.into()), DAY_OF_CARRIED.unwrap_or_else(today))?;
        }
        // A demonstration: that a payload has mistakes is no failure of the program.
        return Ok(0);
    }
    for file in &arguments.operands {
        one(&file.to_string_lossy(), read(file, &mut input), today())?;
    }
    Ok(status)
}

fn read(file: &OsString, standard_input: &mut Option<Box<dyn Read + Send>>) -> io::Result<Vec<u8>> {
    let mut json = Vec::new();
    if file == OsStr::new("-") {
        if let Some(mut input) = standard_input.take() {
            input.read_to_end(&mut json)?;
        }
    } else {
        File::open(file)?.read_to_end(&mut json)?;
    }
    Ok(json)
}

/// The day in China. The crate has no clock: the caller's counts.
fn today() -> NaiveDate {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let now = i64::try_from(seconds).ok().and_then(|seconds| DateTime::from_timestamp(seconds, 0));
    (now.unwrap_or_default() + TimeDelta::hours(8)).date_naive()
}

/// The body of `apply_icp_filing`. Keys that are not listed are read over: the platform adds to them.
///
/// None of these types shows itself with `Debug`: they hold numbers of persons.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Payload {
    icp_subject: Subject,
    icp_applets: Applets,
    icp_materials: Materials,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Subject {
    base_info: SubjectBase,
    personal_info: Personal,
    organize_info: Organize,
    principal_info: PrincipalInfo,
    /// Of an organisation whose responsible person is not the legal representative.
    legal_person_info: Option<LegalPerson>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct SubjectBase {
    #[serde(rename = "type")]
    kind: Option<u16>,
    name: Option<String>,
    province: Option<String>,
    district: Option<String>,
    address: Option<String>,
    comment: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Personal {
    residence_permit: Option<MediaId>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Organize {
    certificate_type: Option<u16>,
    certificate_number: Option<String>,
    certificate_address: Option<String>,
    certificate_photo: Option<MediaId>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct PrincipalInfo {
    name: Option<String>,
    mobile: Option<String>,
    email: Option<String>,
    emergency_contact: Option<String>,
    certificate_type: Option<u16>,
    certificate_number: Option<String>,
    certificate_validity_date_start: Option<String>,
    certificate_validity_date_end: Option<String>,
    certificate_photo_front: Option<MediaId>,
    certificate_photo_back: Option<MediaId>,
    authorization_letter: Option<MediaId>,
    verify_task_id: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct LegalPerson {
    name: Option<String>,
    certificate_number: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Applets {
    base_info: AppletBase,
    principal_info: PrincipalInfo,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct AppletBase {
    /// Filled by the platform: in its replies only.
    name: Option<String>,
    service_content_types: Vec<u32>,
    nrlx_details: Option<Vec<Nrlx>>,
    comment: Option<String>,
}

/// A kind of pre-approval 前置审批类型, with its number and its document.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Nrlx {
    #[serde(rename = "type")]
    kind: u16,
    code: Option<String>,
    media: Option<MediaId>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Materials {
    commitment_letter: Vec<MediaId>,
    business_name_change_letter: Vec<MediaId>,
    party_building_confirmation_letter: Vec<MediaId>,
    promise_video: Vec<MediaId>,
    authenticity_responsibility_letter: Vec<MediaId>,
    authenticity_commitment_letter: Vec<MediaId>,
    website_construction_proposal: Vec<MediaId>,
    holding_certificate_photo: Vec<MediaId>,
    subject_other_materials: Vec<MediaId>,
    applets_other_materials: Vec<MediaId>,
}

/// The id of an uploaded file: that it is there is all that it says.
#[derive(Deserialize)]
struct MediaId(String);

impl MediaId {
    fn material(&self, kind: MaterialKind) -> Option<Material> {
        (!self.0.trim().is_empty()).then(|| Material::new(kind))
    }
}

fn material(id: Option<&MediaId>, kind: MaterialKind) -> Option<Material> {
    id.and_then(|id| id.material(kind))
}

/// A payload as an order, with what is wrong by the platform's own rules.
struct Reading<'a> {
    payload: &'a Payload,
    findings: Vec<Finding>,
}

impl Reading<'_> {
    /// Notes a finding of the platform's own.
    fn find(&mut self, slug: &str, path: &FieldPath, zh: &str, en: &str) -> Result<(), CustomFindingError> {
        let source = Source::new("微信开放平台《申请小程序备案》", "请求参数", None);
        let id = format!("wechat.{slug}");
        self.findings.push(Finding::custom(&id, Severity::Blocker, path.clone(), zh, en, source)?);
        Ok(())
    }

    /// What a code of the platform's lists means. The lists are handed out at run time: a code that is not known is no
    /// reason to refuse the payload unread.
    fn code<T>(
        &mut self,
        code: Option<u16>,
        known: fn(u16) -> Option<T>,
        path: &FieldPath,
    ) -> Result<Option<T>, CustomFindingError> {
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
    fn day(&mut self, text: Option<&str>, path: &FieldPath) -> Result<Option<NaiveDate>, CustomFindingError> {
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
    ) -> Result<Certificate, CustomFindingError> {
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
    ) -> Result<ResponsiblePerson, CustomFindingError> {
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

    fn principal(&mut self) -> Result<Principal, CustomFindingError> {
        let Subject { base_info, personal_info, organize_info, principal_info, legal_person_info } =
            &self.payload.icp_subject;
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
    fn mailing_address(&mut self) -> Result<Option<String>, CustomFindingError> {
        let SubjectBase { province, district, address, .. } = &self.payload.icp_subject.base_info;
        let path = FieldPath::root().join(Key::Principal);
        let Some(region) = district.as_deref().and_then(|code| Region::parse(code).ok()) else {
            return Ok(address.clone());
        };
        let of_province = region.province().code();
        if province.as_deref().is_some_and(|code| !code.starts_with(of_province)) {
            self.find(
                "region-inconsistent",
                &path.clone().join(Key::Region),
                "区县不属于所填的省份。请核对省、市、区县代码。",
                "The district is not in the province that is given. Check the three codes.",
            )?;
        }
        let Some(address) = address.as_deref().map(str::trim).filter(|address| !address.is_empty()) else {
            return Ok(None);
        };
        if address.starts_with(region.province().name().zh) {
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

    fn applet(&mut self) -> Result<App, CustomFindingError> {
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
        if let Some(details) = &base_info.nrlx_details {
            let mut kinds = Vec::new();
            for detail in details {
                let kinds_at = place(Key::PreApproval).join(Key::Kinds).join(kinds.len());
                let Some(kind) = self.code(Some(detail.kind), PreApprovalKind::from_miit_code, &kinds_at)?
                else {
                    continue;
                };
                let mut declared = DeclaredPreApproval::new(kind);
                declared.approval_number.clone_from(&detail.code);
                kinds.push(declared);
                app.materials.extend(
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
            app.pre_approval = Some(PreApproval::new().with_kinds(kinds));
        }
        let others = self.payload.icp_materials.applets_other_materials.iter();
        app.materials.extend(others.filter_map(|id| id.material(MaterialKind::Other)));
        Ok(app)
    }

    fn order(&mut self) -> Result<Order, CustomFindingError> {
        let Materials {
            commitment_letter,
            business_name_change_letter,
            party_building_confirmation_letter,
            promise_video,
            authenticity_responsibility_letter,
            authenticity_commitment_letter,
            website_construction_proposal,
            holding_certificate_photo,
            subject_other_materials,
            applets_other_materials: _,
        } = &self.payload.icp_materials;
        let materials = [
            (commitment_letter, MaterialKind::CommitmentLetter),
            (business_name_change_letter, MaterialKind::NameChangeProof),
            (party_building_confirmation_letter, MaterialKind::PartyBuildingLetter),
            (authenticity_commitment_letter, MaterialKind::TruthfulnessLetter),
            (website_construction_proposal, MaterialKind::SitePlan),
            (promise_video, MaterialKind::Other),
            (authenticity_responsibility_letter, MaterialKind::Other),
            (holding_certificate_photo, MaterialKind::Other),
            (subject_other_materials, MaterialKind::Other),
        ];
        let principal = self.principal()?;
        let applet = self.applet()?;
        Ok(Order::FirstFiling(
            Filing::new()
                .with_principal(principal)
                .with_services([applet])
                // The platform has its users agree before they can call.
                .with_agreements(Agreement::ALL)
                .with_materials(
                    materials
                        .into_iter()
                        .flat_map(|(ids, kind)| ids.iter().filter_map(move |id| id.material(kind))),
                ),
        ))
    }
}

impl PrincipalInfo {
    /// That the face check was done; where and when, only the platform knows.
    fn video(&self) -> Option<VideoVerification> {
        self.verify_task_id.as_deref().filter(|id| !id.trim().is_empty()).map(|_| VideoVerification::new())
    }
}

/// A payload that was checked.
pub(crate) struct Answer {
    pub(crate) order: Order,
    pub(crate) report: Report,
    /// Whether the legal representative is a copy of the responsible person: what is wrong there is told at the responsible person.
    is_responsible_person_representative: bool,
}

/// Checks a payload on a day.
///
/// # Errors
/// None in practice: the ids of the program's own findings are well-formed.
pub(crate) fn check(
    payload: &Payload,
    today: NaiveDate,
    rulebook: &Rulebook,
) -> Result<Answer, CustomFindingError> {
    let mut reading = Reading { payload, findings: Vec::new() };
    let order = reading.order()?;
    let mut report = validate(&order, &Context::new(today), rulebook);
    // What could not be read is not there for the crate: it is told once, by the reason.
    let unread: Vec<&FieldPath> = reading.findings.iter().map(|finding| &finding.path).collect();
    report.findings.retain(|finding| !(unread.contains(&&finding.path) && is_about_absence(finding)));
    // The platform has limits of its own for these.
    report
        .findings
        .retain(|finding| !matches!(finding.rule(), "service.contents-many" | "service.remark-length"));
    report.extend(reading.findings);
    let is_responsible_person_representative = payload.icp_subject.legal_person_info.is_none();
    Ok(Answer { order, report, is_responsible_person_representative })
}

fn is_about_absence(finding: &Finding) -> bool {
    finding.rule().ends_with("-missing")
}

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

const fn text(zh: &'static str, en: &'static str) -> Text {
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

impl Answer {
    /// The API's field for a finding: its own, or that of the nearest place around it that has one.
    pub(crate) fn target(&self, finding: &Finding) -> Target {
        let place = self.place(finding);
        if self.is_responsible_person_representative && place.starts_with("/principal/legal_representative") {
            return Target::Copy;
        }
        // Filled by the platform, which does not tell before.
        if place == "/services/name" && is_about_absence(finding) {
            return Target::NotAsked(text("小程序名称由平台填写", "the platform fills in the name"));
        }
        // The API has an individual's validity at the responsible person.
        let place = match (place.as_str(), self.is_individual()) {
            ("/principal/certificate/valid_from", true) => {
                "/principal/responsible_person/certificate/valid_from".to_owned()
            }
            ("/principal/certificate/valid_until", true) => {
                "/principal/responsible_person/certificate/valid_until".to_owned()
            }
            ("/principal/materials/certificate", true) => {
                "/principal/responsible_person/materials/portrait_side".to_owned()
            }
            _ => place,
        };
        target(&place)
    }

    /// Whether nothing that is passed on would send the filing back.
    pub(crate) fn passes(&self) -> bool {
        self.report.blockers().all(|finding| !matches!(self.target(finding), Target::Field(..)))
    }

    fn is_individual(&self) -> bool {
        self.order.principal().and_then(|principal| principal.kind) == Some(PrincipalKind::Individual)
    }

    /// The place of a finding without places in lists; of a material, present or missing, with its kind.
    fn place(&self, finding: &Finding) -> String {
        let mut place = String::new();
        let mut materials: &[Material] = self.order.materials();
        for segment in finding.path.segments() {
            match segment {
                Segment::Key(key) => {
                    place += "/";
                    place += key.as_str();
                    materials = match place.as_str() {
                        "/principal/materials" => {
                            self.order.principal().map_or(&[], |principal| &principal.materials)
                        }
                        "/principal/responsible_person/materials" => self
                            .order
                            .principal()
                            .and_then(|principal| principal.responsible_person.as_ref())
                            .map_or(&[], |responsible_person| &responsible_person.materials),
                        "/services/materials" => {
                            self.order.services().first().map_or(&[], |service| service.materials())
                        }
                        "/services/responsible_person/materials" => self
                            .order
                            .services()
                            .first()
                            .and_then(|service| service.responsible_person())
                            .map_or(&[], |responsible_person| &responsible_person.materials),
                        _ => materials,
                    };
                }
                Segment::Index(index) if place.ends_with("/materials") => {
                    if let Some(material) = materials.get(*index) {
                        place += "/";
                        place += material.kind.as_str();
                    }
                }
                _ => {}
            }
        }
        // One that is missing is named by the finding.
        if place.ends_with("/materials") {
            if let Some(kind) = missing(finding) {
                place += "/";
                place += kind.as_str();
            }
        }
        place
    }

    /// The entries for the API's callers.
    pub(crate) fn written(&self, language: Language) -> Written<'_> {
        let mut written = Written { audit_data: Vec::new(), not_asked: Vec::new(), undetermined: Vec::new() };
        for finding in &self.report.findings {
            match self.target(finding) {
                Target::Field(field, name) => {
                    let message = finding.message(language).to_string();
                    let (error, suggest) = halves(&message, language);
                    let remedy = || finding.remedy().map(|remedy| remedy.message(language).to_string());
                    written.audit_data.push(Entry {
                        key_name: name.get(language),
                        error: error.to_owned(),
                        suggest: suggest.map(str::to_owned).or_else(remedy).unwrap_or_default(),
                        err_field: field,
                        severity: finding.severity,
                        rule: finding.rule(),
                    });
                }
                Target::NotAsked(_) => written.not_asked.push(finding.rule()),
                Target::Copy => {}
            }
        }
        let undetermined = self.report.undetermined.iter();
        written.undetermined.extend(undetermined.map(|undetermined| &*undetermined.rule));
        written
    }

    fn text(&self, name: &str, out: &mut dyn Write, language: Language, style: Style) -> io::Result<()> {
        let written = self.written(language);
        writeln!(out, "{}", style.bold(name))?;
        for entry in &written.audit_data {
            let severity = style.severity(entry.severity, entry.severity.text().get(language));
            writeln!(out, "  {severity} {}", style.bold(entry.key_name))?;
            writeln!(out, "    {}", entry.error)?;
            if !entry.suggest.is_empty() {
                writeln!(out, "    → {}", entry.suggest)?;
            }
            writeln!(out, "    {}", style.dim(&format!("{} {}", entry.err_field, entry.rule)))?;
        }
        let (entries, not_asked, undetermined) =
            (written.audit_data.len(), written.not_asked.len(), written.undetermined.len());
        let verdict = match (self.passes(), language) {
            (true, Language::Zh) => style.good("未发现会被驳回的问题"),
            (true, Language::En) => style.good("Nothing that would be refused"),
            (false, Language::Zh) => style.bad("会被驳回"),
            (false, Language::En) => style.bad("Would be refused"),
        };
        match language {
            Language::Zh => writeln!(
                out,
                "{verdict}：{entries} 项提示；{not_asked} 项是该接口不填的内容；{undetermined} 条规则凭请求内容无法判断。"
            ),
            Language::En => writeln!(
                out,
                "{verdict}: {entries} told, {not_asked} about what this API does not ask, {undetermined} rules that the payload cannot decide."
            ),
        }
    }
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

/// The kind of a material that a finding says is missing.
fn missing(finding: &Finding) -> Option<MaterialKind> {
    finding.params.iter().find_map(|(_, param)| match param {
        Param::Term(term) => MaterialKind::from_name(term.code),
        _ => None,
    })
}

/// The crate's messages say first what is wrong, then what to do; the API has a place for each.
pub(crate) fn halves(message: &str, language: Language) -> (&str, Option<&str>) {
    // The sentence keeps its stop; the space after it belongs to neither.
    let end = match language {
        Language::Zh => message.find('。').map(|end| end + '。'.len_utf8()),
        Language::En => message.find(". ").map(|end| end + 1),
    };
    match end.and_then(|end| Some((message.get(..end)?, message.get(end..)?.trim()))) {
        Some((error, suggest)) => (error, Some(suggest).filter(|suggest| !suggest.is_empty())),
        None => (message, None),
    }
}

/// What the API's callers are told; the first three keys of an entry are the API's own.
#[derive(Serialize)]
pub(crate) struct Written<'a> {
    pub(crate) audit_data: Vec<Entry<'a>>,
    /// The rules that spoke of what this API does not ask.
    pub(crate) not_asked: Vec<&'a str>,
    /// The rules that the payload alone does not decide.
    pub(crate) undetermined: Vec<&'a str>,
}

#[derive(Serialize)]
pub(crate) struct Entry<'a> {
    pub(crate) key_name: &'static str,
    pub(crate) error: String,
    pub(crate) suggest: String,
    /// As in the `hints` of the reply to `apply_icp_filing`.
    pub(crate) err_field: &'static str,
    pub(crate) severity: Severity,
    pub(crate) rule: &'a str,
}
