//! Persons: the principal's responsible person 主体负责人 and each service's responsible person 服务负责人.

use crate::model::certificate::Certificate;
use crate::model::material::Material;
use crate::value::Province;

wire_object! {
    /// A responsible person 负责人.
    ///
    /// ```
    /// use beian::value::{Province, ResidentId, Sex};
    /// use beian::{Certificate, CertificateKind, ResponsiblePerson, VideoVerification};
    ///
    /// let person = ResponsiblePerson::new()
    ///     .with_name("李思远")
    ///     .with_certificate(Certificate::of(CertificateKind::ResidentIdCard, "330106199003071236"))
    ///     .with_mobile("13800138001")
    ///     .with_video_verification(VideoVerification::new().with_province(Province::Zhejiang).with_passed(true));
    ///
    /// // A number is kept as it was typed, and read where its meaning is asked for; `Debug` shows it masked.
    /// let number = person.certificate.as_ref().and_then(|certificate| certificate.number.as_deref());
    /// assert_eq!(number.map(str::parse::<ResidentId>).unwrap()?.sex(), Sex::Male);
    /// assert!(!format!("{person:?}").contains("13800138001"));
    /// # Ok::<(), beian::value::ResidentIdError>(())
    /// ```
    pub struct ResponsiblePerson {
        /// Name 姓名.
        name, with_name: opt String;
        /// Certificate 证件.
        certificate, with_certificate: opt Certificate;
        /// Mobile 联系方式 1.
        [private] mobile, with_mobile: opt String;
        /// Whether the mobile was verified by an SMS code 验证码.
        mobile_verified, with_mobile_verified: opt bool;
        /// The province that the mobile belongs to 归属地.
        mobile_province, with_mobile_province: opt Province;
        /// Emergency contact 应急联系方式: a mobile or a phone.
        [private] emergency_contact, with_emergency_contact: opt String;
        /// E-mail 电子邮箱.
        [private] email, with_email: opt String;
        /// Video verification 视频核身.
        video_verification, with_video_verification: opt VideoVerification;
        /// Photos of the certificate 证件照片.
        materials, with_materials: list Material;
    }
}

wire_object! {
    /// A video verification 视频核身 that was done.
    ///
    /// ```
    /// use beian::value::Province;
    /// use beian::VideoVerification;
    ///
    /// let verified = VideoVerification::new()
    ///     .with_date(chrono::NaiveDate::from_ymd_opt(2026, 11, 20).unwrap())
    ///     .with_province(Province::Zhejiang)
    ///     .with_passed(true);
    /// assert_eq!(verified.province, Some(Province::Zhejiang));
    /// ```
    pub struct VideoVerification {
        /// The day it was done, in China.
        date, with_date: plain chrono::NaiveDate;
        /// The province that the person was in.
        province, with_province: opt Province;
        /// The country code of the mobile that verified the WeChat account, `86`.
        wechat_country_code, with_wechat_country_code: opt String;
        /// Whether the provider's check of the video was passed.
        passed, with_passed: opt bool;
    }
}
