//! Requirements that are one of a closed list.

use serde::{Deserialize, Serialize};

use super::Value;
use crate::text::{Language, Text};

/// Declares a closed list of requirements, each with how much it asks beside the others.
macro_rules! choices {
    ($($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident $strictness:literal $zh:literal $en:literal;)+ })+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[non_exhaustive]
        pub enum $name { $($(#[$vmeta])* $variant),+ }

        impl crate::text::sealed::Sealed for $name {}

        impl Value for $name {
            fn show(&self, language: Language) -> String {
                self.text().get(language).to_owned()
            }

            fn strictness(&self) -> u32 {
                match self { $(Self::$variant => $strictness),+ }
            }
        }

        impl $name {
            /// What a person reads.
            #[inline(never)] // one list of texts in a program
            pub fn text(self) -> Text {
                Text::split(match self { $(Self::$variant => concat!($zh, "\t", $en)),+ })
            }
        }
    )+};
}

choices! {
    /// Who may be the principal's responsible person 主体负责人 of an organisation.
    ResponsiblePersonRule {
        /// The legal representative only.
        LegalRepresentative 3 "须为法定代表人" "the legal representative only";
        /// Someone else with a letter 授权书.
        WithLetter 1 "可为他人，须提供授权书" "someone else with an authorisation letter";
        /// Someone else with a letter, who then is the responsible person of every service too.
        WithLetterForAll 2 "可为他人，须提供授权书，且服务负责人须为同一人" "someone else with an authorisation letter, who is then the services' responsible person too";
        /// A shareholder or senior manager, with the proof of that and a letter.
        OfficerWithLetter 2 "可为股东或高级管理人员，须提供章程或任职证明及授权书" "a shareholder or senior manager, with proof of the position and a letter";
    }

    /// Who may be a service's responsible person 服务负责人 of an organisation.
    ServiceResponsiblePersonRule {
        /// The principal's responsible person, where that is not the legal representative.
        SameAsPrincipal 1 "主体负责人非法定代表人时，服务负责人须为同一人" "the principal's responsible person, where that is not the legal representative";
        /// Anyone with a letter of the legal representative.
        Anyone 0 "可为第三人，须提供法定代表人授权书" "a third person, with a letter of the legal representative";
        /// Not the legal representative.
        NotLegalRepresentative 1 "不得为法定代表人" "not the legal representative";
    }

    /// Who may own an organisation's domain 域名所有者.
    RegistrantRule {
        /// The organisation only.
        PrincipalOnly 2 "仅限主体本单位" "the organisation only";
        /// The organisation or its legal representative.
        OrLegalRepresentative 0 "本单位或法定代表人" "the organisation or its legal representative";
        /// The organisation, or its legal representative with a letter.
        OrLegalRepresentativeWithLetter 1 "本单位，或法定代表人（须提供单位授权书）" "the organisation, or its legal representative with a letter";
    }

    /// Whether a filing may pass to another principal 变更主体.
    ChangeRule {
        /// No: deregister and file anew.
        NotAccepted 3 "不可变更，须注销后重新备案" "no: deregister and file anew";
        /// Yes.
        Accepted 0 "可以变更" "yes";
        /// With the registration authority's proof of the change.
        WithChangeProof 1 "可以变更，须提供登记机关出具的变更证明" "with the registration authority's proof of the change";
        /// Between organisations of one legal representative.
        SameLegalRepresentative 2 "法定代表人相同方可变更" "where the legal representative is the same";
        /// Where the individual is the organisation's legal representative.
        AsLegalRepresentative 2 "个人为该单位法定代表人方可变更" "where the individual is the organisation's legal representative";
        /// Where the domain belongs to the organisation.
        WithOwnDomain 2 "域名所有者已为该单位方可变更" "where the domain belongs to the organisation already";
    }

    /// What becomes of data that differ from what is filed 主体信息与已备案信息不一致.
    FiledDataRule {
        /// The data have to be as filed: change them first, where they are filed.
        AsFiled 2 "须与已备案信息一致，不一致的须先在原接入商变更" "as filed: change them first, where they are filed";
        /// The principal's responsible person has to be the one filed.
        ResponsiblePersonAsFiled 1 "主体负责人须与已备案的一致，不一致的须先在原接入商变更" "the principal's responsible person as filed: change it first, where it is filed";
        /// The certificate has to be the one filed.
        CertificateAsFiled 1 "证件须与已备案的一致，证件已更换的须先在原接入商变更或注销" "the certificate as filed: change it first, where it is filed, or deregister";
        /// The filing keeps its data, and is changed afterwards.
        ChangedAfterwards 0 "可先按原信息接入，通过后再变更" "filed as it is, and changed afterwards";
        /// The filing keeps its data, and is changed within ten working days.
        ChangedWithinTenDays 0 "可先按原信息接入，通过后 10 个工作日内变更" "filed as it is, and changed within ten working days";
        /// They may differ: the filing takes the new ones.
        MayDiffer 0 "可以不一致，备案信息随本订单更新" "they may differ: the filing takes the new ones";
    }

    /// Which number the footer of a website shows.
    FooterNumber {
        /// The service's.
        Service 0 "服务备案号" "the service's number";
        /// The principal's.
        Principal 0 "主体备案号" "the principal's number";
    }

    /// What already filed services have to be, before a new one is taken.
    FiledServiceRule {
        /// Open.
        Open 1 "已备案网站可正常访问" "open";
        /// Open, and showing their number.
        OpenWithNumber 2 "已备案网站可正常访问并在底部展示备案号" "open, and showing their number";
    }

    /// How a responsible person may be shared by several principals.
    SharedResponsiblePersonRule {
        /// Neither the person nor the phone may stand under another principal.
        NotShared 2 "负责人证件及电话均不得用于其他主体" "neither the person nor the phone stands under another principal";
        /// The person may not stand under another principal.
        PersonNotShared 1 "负责人证件不得用于其他主体" "the person stands under no other principal";
        /// The phone may not stand under another principal.
        PhoneNotShared 1 "负责人电话不得用于其他主体" "the phone stands under no other principal";
    }

    /// How a foreign legal representative is provided for.
    ForeignRepresentativeRule {
        /// A mainland citizen is the principal's responsible person, with a letter.
        CitizenResponsiblePersons 1 "须授权中国内地公民担任主体负责人" "a mainland citizen is the principal's responsible person, with a letter";
        /// The same, who is the services' responsible person too.
        CitizenResponsiblePersonsAll 2 "须授权中国内地公民担任主体负责人，且服务负责人须为同一人" "a mainland citizen is the responsible person of the principal and its services, with a letter";
    }

    /// When a change needs the real-name screenshot of a website's domain.
    DomainCertificateRule {
        /// In every change.
        Always 2 "变更时须上传" "in every change";
        /// Where an individual's filing becomes an organisation's.
        FromIndividual 1 "个人备案变更为单位备案时须上传" "where an individual's filing becomes an organisation's";
    }

    /// Whether a responsible person's mobile is of the province.
    LocalMobileRule {
        /// Needed.
        Required 3 "须为当地手机号" "of the province";
        /// Needed, or the reason why not in the remark.
        RequiredOrRemark 2 "须为当地手机号，否则须在备注中说明原因" "of the province, or the reason in the remark";
        /// Needed of individuals from other provinces.
        RequiredOfOutsiders 1 "其他省份的个人须使用当地手机号" "of the province, for individuals from elsewhere";
        /// Better.
        Recommended 1 "建议使用当地手机号" "of the province, as a recommendation";
        /// Not needed.
        NotRequired 0 "不限归属地" "of any province";
    }

    /// Whose number an emergency contact may not be.
    EmergencyContactRule {
        /// The responsible person's own will do.
        Any 0 "须填写，可与负责人号码相同" "given; the responsible person's own will do";
        /// Other than the responsible person's own.
        NotOwn 1 "须填写，且不得与负责人号码相同" "given, other than the responsible person's own";
        /// A third person's: neither responsible person's.
        NotOfResponsiblePersons 2 "须填写，且不得为任一负责人的号码" "given, a third person's";
    }
}
