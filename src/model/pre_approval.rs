//! Matters that need an approval before filing 前置审批.

use crate::text::{Term, Text};

wire_names! {
    /// A matter that needs an authority's approval before filing 前置审批类型 (2023-12).
    pub enum PreApprovalKind {
        /// News 新闻.
        News = "news" { zh: "新闻", en: "news" },
        /// Publishing 出版.
        Publishing = "publishing" { zh: "出版", en: "publishing" },
        /// Education 教育.
        Education = "education" { zh: "教育", en: "education" },
        /// Health care 医疗保健.
        HealthCare = "health_care" { zh: "医疗保健", en: "health care" },
        /// Drugs and medical devices 药品和医疗器械.
        DrugsMedicalDevices = "drugs_medical_devices" { zh: "药品和医疗器械", en: "drugs and medical devices" },
        /// Bulletin boards 电子公告服务.
        BulletinBoard = "bulletin_board" { zh: "电子公告服务", en: "bulletin boards" },
        /// Culture 文化.
        Culture = "culture" { zh: "文化", en: "culture" },
        /// Radio, film and television programmes 广播电影电视节目.
        RadioFilmTv = "radio_film_tv" { zh: "广播电影电视节目", en: "radio, film and television programmes" },
        /// Ride hailing 网络预约车.
        RideHailing = "ride_hailing" { zh: "网络预约车", en: "ride hailing" },
        /// Internet finance 互联网金融.
        InternetFinance = "internet_finance" { zh: "互联网金融", en: "internet finance" },
        /// Off-campus training (up to senior high school) 校外培训（高中及以下阶段）.
        OffCampusTraining = "off_campus_training" { zh: "校外培训（高中及以下阶段）", en: "off-campus training (up to senior high school)" },
        /// Religion 宗教.
        Religion = "religion" { zh: "宗教", en: "religion" },
        /// None of these 以上都不涉及.
        NoneOfThese = "none_of_these" { zh: "以上都不涉及", en: "none of these" },
    }
}

impl PreApprovalKind {
    /// The ministry's code.
    pub const fn miit_code(self) -> u16 {
        match self {
            Self::News => 1,
            Self::Publishing => 2,
            Self::Education => 3,
            Self::HealthCare => 4,
            Self::DrugsMedicalDevices => 5,
            Self::BulletinBoard => 6,
            Self::Culture => 9,
            Self::RadioFilmTv => 10,
            Self::RideHailing => 11,
            Self::InternetFinance => 13,
            Self::OffCampusTraining => 14,
            Self::Religion => 15,
            Self::NoneOfThese => 24,
        }
    }

    /// The kind of this code of the ministry.
    pub fn from_miit_code(code: u16) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.miit_code() == code)
    }
}

impl PreApprovalKind {
    /// The authority that approves it; `None` where the approval was abolished.
    ///
    /// Source: UCloud's page on pre-approval (2025-12-30) and Tencent Cloud's (about 2021 to 2022).
    pub const fn authority(self) -> Option<Term> {
        let (code, zh, en) = match self {
            Self::News => ("cyberspace", "省级网信部门", "the cyberspace administration of the province"),
            Self::Publishing => ("press", "新闻出版主管部门", "the press and publication administration"),
            Self::DrugsMedicalDevices => ("drugs", "药品监督管理部门", "the drug administration"),
            Self::Culture => ("culture", "文化和旅游主管部门", "the culture and tourism administration"),
            Self::RadioFilmTv => ("radio_tv", "广播电视主管部门", "the radio and television administration"),
            Self::RideHailing => ("transport", "交通运输主管部门", "the transport administration"),
            Self::InternetFinance => ("finance", "金融监管部门", "the financial regulator"),
            Self::OffCampusTraining => ("education", "教育主管部门", "the education administration"),
            Self::Religion => ("religion", "宗教事务主管部门", "the religious affairs administration"),
            Self::Education | Self::HealthCare | Self::BulletinBoard | Self::NoneOfThese => return None,
        };
        Some(Term { code, text: Text { zh, en } })
    }

    /// The document that shows the approval; `None` where the approval was abolished.
    ///
    /// Source: as of [`authority`](Self::authority).
    pub const fn document(self) -> Option<Term> {
        let (code, zh, en) = match self {
            Self::News => {
                ("news_permit", "互联网新闻信息服务许可证", "the permit for internet news services")
            }
            Self::Publishing => {
                ("publishing_permit", "网络出版服务许可证", "the permit for online publishing")
            }
            Self::DrugsMedicalDevices => (
                "drugs_certificate",
                "互联网药品信息服务资格证书",
                "the certificate for internet drug services",
            ),
            Self::Culture => ("culture_permit", "网络文化经营许可证", "the permit for online culture"),
            Self::RadioFilmTv => (
                "audio_visual_permit",
                "信息网络传播视听节目许可证",
                "the permit for audio-visual programmes on the internet",
            ),
            Self::RideHailing => {
                ("ride_hailing_permit", "网络预约出租汽车经营许可证", "the permit for ride hailing")
            }
            Self::InternetFinance => {
                ("regulators_approval", "金融监管部门批准文件", "the regulator's approval")
            }
            Self::OffCampusTraining => {
                ("school_permit", "民办学校办学许可证", "the permit for private schools")
            }
            Self::Religion => {
                ("religious_permit", "互联网宗教信息服务许可证", "the permit for internet religious services")
            }
            Self::Education | Self::HealthCare | Self::BulletinBoard | Self::NoneOfThese => return None,
        };
        Some(Term { code, text: Text { zh, en } })
    }
}
