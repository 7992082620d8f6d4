//! The dimensions of a province's practice: what is asked about.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use super::cell::{typed, AnyCell, AnyCells};
use super::{
    AgeCap, AgeProof, Cell, Certificates, ChangeRule, Citation, Contents, Count, DocumentAge, DocumentRule,
    DomainCertificateRule, EmergencyContactRule, FiledDataRule, FiledServiceRule, FooterNumber,
    ForeignRepresentativeRule, KnownCell, LocalMobileRule, Months, NameRule, OrderKinds, OrderLimit,
    OutOfProvince, PaperDeregistration, RegistrantRule, RemarkRule, ResponsiblePersonRule, Scope,
    ServiceResponsiblePersonRule, SharedResponsiblePersonRule, Suffixes, Threshold, WordRule, Years,
    ANY_PROVINCE,
};
use crate::rulebook::{RulebookError, Tree};
use crate::text::Sorted;

/// A dimension with the type of its values.
pub(crate) struct Column<T: 'static> {
    pub(crate) dimension: Dimension,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Column<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Column<T> {}

impl<T> Column<T> {
    /// What a province asks here.
    pub(crate) fn here<'r>(self, rules: &ProvinceRules<'r>) -> &'r [Cell<T>] {
        rules.known_of(self.dimension).map_or(&[], typed)
    }

    /// What some province asks here, and of whom.
    pub(crate) fn elsewhere(self) -> impl Iterator<Item = (Scope, &'static T)> {
        ANY_PROVINCE.of(self.dimension).filter_map(|(scope, value)| Some((scope, value.downcast_ref()?)))
    }
}

/// Declares the dimensions: `Variant field: Type "id" (one|many) "中文" "English";`. Of a dimension with one cell
/// no two cells speak of the same order.
macro_rules! dimensions {
    ($($(#[$meta:meta])* $variant:ident $field:ident: $type:ty, $name:literal $number:ident $zh:literal $en:literal;)+) => {
        wire_names! {
            /// What a cell is about.
            pub enum Dimension { $($(#[$meta])* $variant = $name { zh: $zh, en: $en }),+ }
        }

        impl<'a> ProvinceRules<'a> {
            $($(#[$meta])* pub fn $field(&self) -> &'a [Cell<$type>] {
                self.known_of(Dimension::$variant).map_or(&[], typed)
            })+
        }

        impl Dimension {
            #[allow(clippy::as_conversions)] // a fieldless variant
            const fn place(self) -> usize {
                self as usize
            }

            /// Writes the value of a claim as a patch has it.
            pub(super) fn write_value<S: serde::Serializer>(
                self,
                value: &dyn std::any::Any,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant => match value.downcast_ref::<$type>() {
                        Some(value) => serde::Serialize::serialize(value, serializer),
                        None => serializer.serialize_none(),
                    }),+
                }
            }

            /// Whether several cells may speak of one order: documents, words, thresholds.
            pub const fn is_list(self) -> bool {
                match self { $(Self::$variant => dimensions!(@$number)),+ }
            }
        }

        /// Each dimension with its type, by the name of its field.
        #[allow(dead_code)] // no rule asks for some
        pub(crate) mod column {
            use super::*;

            $(pub(crate) const fn $field() -> Column<$type> {
                Column { dimension: Dimension::$variant, of: PhantomData }
            })+
        }

        /// Reads the cells of a dimension from a patch.
        fn read(dimension: Dimension, cells: &Tree, path: &str) -> Result<Arc<dyn AnyCells>, RulebookError> {
            Ok(match dimension {
                $(Dimension::$variant => Arc::new(super::patched::cells::<$type>(dimension, cells, path)?),)+
            })
        }
    };
    (@one) => { false };
    (@many) => { true };
}

/// So many dimensions there are.
const COUNT: usize = Dimension::ALL.len();

/// What the table has of a province: the cells of the dimensions that are known.
#[derive(Debug)]
pub(crate) struct Block {
    pub(super) known: &'static [&'static dyn AnyCells],
    /// For each dimension the place of its cells among those, counted from 1; 0 where nothing is known.
    pub(super) places: [u8; COUNT],
    /// The pages on the province that were read, the newest first.
    pub(super) pages: &'static [&'static Citation],
}

/// The places of these dimensions.
#[allow(clippy::indexing_slicing, clippy::as_conversions, clippy::cast_possible_truncation)] // when compiled, below 256
pub(super) const fn places(dimensions: &[Dimension]) -> [u8; COUNT] {
    let mut places = [0; COUNT];
    let mut at = 0;
    while at < dimensions.len() {
        let place = dimensions[at].place();
        assert!(places[place] == 0, "a dimension twice");
        at += 1;
        places[place] = at as u8;
    }
    places
}

/// Declares a block: the `pages` that were read, and `cells!` by the name of the dimension.
macro_rules! block {
    (pages: $pages:expr, $($field:ident: $cells:expr),+ $(,)?) => {
        block!(@of $pages, $($field: $cells),+)
    };
    ($($field:ident: $cells:expr),+ $(,)?) => {
        block!(@of &[], $($field: $cells),+)
    };
    (@of $pages:expr, $($field:ident: $cells:expr),+) => {
        $crate::rulebook::provinces::Block {
            known: &[$($cells),+],
            places: $crate::rulebook::provinces::dimensions::places(
                &[$($crate::rulebook::provinces::column::$field().dimension),+]
            ),
            pages: $pages,
        }
    };
}

impl Block {
    fn cells_of(&self, dimension: Dimension) -> Option<&'static dyn AnyCells> {
        let place = self.places.get(dimension.place())?.checked_sub(1)?;
        self.known.get(usize::from(place)).copied()
    }
}

/// What a province asks: for each dimension the cells that are known, none where nothing is.
#[derive(Debug, Clone, Copy)]
pub struct ProvinceRules<'a> {
    block: &'static Block,
    /// The cells that patches lay over those of the block.
    overlay: Option<&'a Overlay>,
    /// What is said nation-wide, for the orders of the rulebook's provider.
    nationwide: Option<&'static Block>,
}

impl<'a> ProvinceRules<'a> {
    pub(super) const fn of(block: &'static Block) -> Self {
        Self { block, overlay: None, nationwide: None }
    }

    pub(super) const fn beside(self, nationwide: &'static Block) -> Self {
        Self { nationwide: Some(nationwide), ..self }
    }

    /// The same with these cells laid over its own.
    pub(crate) const fn under(self, overlay: &'a Overlay) -> Self {
        Self { overlay: Some(overlay), ..self }
    }

    /// The pages on the province that were read, the newest first.
    pub const fn pages(&self) -> &'static [&'static Citation] {
        self.block.pages
    }

    /// What is said nation-wide, for the orders of the rulebook's provider.
    pub(crate) fn nationwide(&self) -> Option<ProvinceRules<'static>> {
        self.nationwide.map(ProvinceRules::of)
    }

    /// Whether a patch says that nothing is known of it.
    pub(crate) fn is_made_unknown(&self, dimension: Dimension) -> bool {
        self.overlaid(dimension).is_some_and(|cells| cells.get(0).is_none())
    }

    fn overlaid(&self, dimension: Dimension) -> Option<&'a dyn AnyCells> {
        self.overlay?.0.get(&dimension).map(|cells| &**cells)
    }

    /// The cells of a dimension, whatever the type of their values; none where nothing is known.
    pub(crate) fn known_of(&self, dimension: Dimension) -> Option<&'a dyn AnyCells> {
        self.overlaid(dimension).or_else(|| self.block.cells_of(dimension))
    }

    /// The cells of a dimension.
    pub fn entries_of(self, dimension: Dimension) -> impl Iterator<Item = KnownCell<'a>> {
        let cells = self.known_of(dimension);
        (0..).map_while(move |place| Some(KnownCell { dimension, cell: cells?.get(place)? }))
    }
}

/// What some province asks in a dimension: of whom, the cell, and the place of the claim that holds.
type Asked = (Scope, &'static dyn AnyCell, usize);

/// What some province asks, each thing once.
#[derive(Debug)]
pub(crate) struct AnyProvince(Vec<(Dimension, Vec<Asked>)>);

impl AnyProvince {
    pub(super) fn of_all(provinces: &[&'static Block]) -> Self {
        let asked = |dimension: &Dimension| {
            let mut asked: Vec<Asked> = Vec::new();
            for cell in provinces.iter().flat_map(|block| ProvinceRules::of(block).entries_of(*dimension)) {
                let (scope, cell) = (cell.scope(), cell.cell);
                if !asked.iter().any(|(known, other, _)| *known == scope && cell.asks_same(*other)) {
                    asked.push((scope, cell, cell.weighed().holds));
                }
            }
            (*dimension, asked)
        };
        Self(Dimension::ALL.iter().map(asked).collect())
    }

    /// What some province asks in a dimension, and of whom.
    pub(crate) fn of(&self, dimension: Dimension) -> impl Iterator<Item = (Scope, &'static dyn Any)> + '_ {
        // They are listed in the order of the dimensions.
        let at = self.0.binary_search_by_key(&dimension, |(dimension, _)| *dimension).ok();
        let asked = at.and_then(|at| self.0.get(at)).map_or(&[][..], |(_, asked)| asked);
        asked.iter().filter_map(|(scope, cell, holds)| Some((*scope, cell.said_at(*holds)?.any)))
    }
}

/// The cells of a province that were overridden.
#[derive(Debug, Clone, Default)]
pub(crate) struct Overlay(Sorted<Dimension, Arc<dyn AnyCells>>);

impl Overlay {
    /// Takes the cells of a dimension.
    pub(crate) fn set(
        &mut self,
        dimension: Dimension,
        cells: &Tree,
        path: &str,
    ) -> Result<(), RulebookError> {
        self.0.insert(dimension, read(dimension, cells, path)?);
        Ok(())
    }
}

dimensions! {
    /// Who may be an organisation's principal responsible person 主体负责人.
    PrincipalResponsiblePerson principal_responsible_person: ResponsiblePersonRule, "principal_responsible_person" one "主体负责人" "principal's responsible person";
    /// Whether a service's responsible person who is not the legal representative needs a letter 授权书.
    ServiceResponsiblePersonLetter service_responsible_person_letter: bool, "service_responsible_person_letter" one "服务负责人非法定代表人时须提供授权书" "letter for a service's responsible person who is not the legal representative";
    /// Who may be a service's responsible person 服务负责人.
    ServiceResponsiblePerson service_responsible_person: ServiceResponsiblePersonRule, "service_responsible_person" one "服务负责人" "service's responsible person";
    /// The age that a service's responsible person has not reached.
    ServiceResponsiblePersonAge service_responsible_person_age: AgeCap, "service_responsible_person_age" one "服务负责人年龄上限" "age below which a service's responsible person is";
    /// Whether a responsible person may stand under several principals.
    SharedResponsiblePersons shared_responsible_persons: SharedResponsiblePersonRule, "shared_responsible_persons" one "负责人是否可用于多个主体" "responsible persons of several principals";
    /// How a foreign legal representative is provided for 外籍法定代表人.
    ForeignRepresentative foreign_representative: ForeignRepresentativeRule, "foreign_representative" one "法定代表人非内地居民时" "where the legal representative is no mainland resident";
    /// Whether individuals can file 个人备案.
    Individuals individuals: bool, "individuals" one "接受个人备案" "whether individuals can file";
    /// The least age of an individual.
    IndividualAge individual_age: Years, "individual_age" one "个人最低年龄" "least age of an individual";
    /// The least age of an organisation's responsible person.
    ResponsiblePersonAge responsible_person_age: Years, "responsible_person_age" one "单位主体负责人最低年龄" "least age of an organisation's responsible person";
    /// What young filers bring.
    YoungFilers young_filers: AgeProof, "young_filers" many "低龄备案人须提供的证明" "proof of young filers";
    /// Whether individuals from other provinces can file 外省个人.
    OutOfProvince out_of_province: OutOfProvince, "out_of_province" one "外省个人" "individuals from other provinces";
    /// How long a residence permit has to be valid still.
    ResidencePermit residence_permit: Months, "residence_permit" one "居住证剩余有效期" "validity left of a residence permit";
    /// Which certificates are taken.
    CertificateKinds certificate_kinds: Certificates, "certificate_kinds" many "证件类型" "certificates taken";
    /// How long certificates have to be valid still.
    CertificateValidity certificate_validity: Months, "certificate_validity" one "证件剩余有效期" "validity left of certificates";
    /// How many different phones there are where one person is both responsible persons.
    PhonesOfOnePerson phones_of_one_person: Count, "phones_of_one_person" one "主体负责人与服务负责人为同一人时，不同号码至少" "different phones where one person is both responsible persons, at least";
    /// How many different phones there are where the responsible persons are two persons.
    PhonesOfTwoPersons phones_of_two_persons: Count, "phones_of_two_persons" one "主体负责人与服务负责人不同时，不同号码至少" "different phones where the responsible persons differ, at least";
    /// Whether the two responsible persons need different mobiles.
    PersonsPhonesDiffer persons_phones_differ: bool, "persons_phones_differ" one "两位负责人的手机号须不同" "the two responsible persons have different mobiles";
    /// Whether responsible persons need a mobile of the province.
    LocalMobile local_mobile: LocalMobileRule, "local_mobile" one "手机号归属地" "province of the mobile";
    /// The emergency contact 应急联系方式.
    EmergencyContact emergency_contact: EmergencyContactRule, "emergency_contact" one "应急联系方式" "emergency contact";
    /// Whether mailing and certificate address have to be in one city.
    SameCity same_city: bool, "same_city" one "通信地址与证件住址须在同一城市" "mailing and certificate address in one city";
    /// Words that may not stand in the mailing address.
    AddressWords address_words: WordRule, "address_words" one "通信地址用语" "words in the mailing address";
    /// How many services or domains one order may have.
    OrderLimits order_limits: OrderLimit, "order_limits" many "单个订单数量上限" "limit of one order";
    /// How many services a principal may have in all.
    TotalServices total_services: Count, "total_services" one "主体全部服务数上限" "services of a principal, at most";
    /// Numbers from which more is asked.
    Thresholds thresholds: Threshold, "thresholds" many "数量达到后须提供的材料" "what is asked from a number on";
    /// How long a domain's registration has to run still.
    DomainValidity domain_validity: Months, "domain_validity" one "域名剩余有效期" "validity left of a domain";
    /// Who may own an organisation's domain.
    Registrant registrant: RegistrantRule, "registrant" one "域名所有者" "owner of the domain";
    /// Which suffixes are taken.
    DomainSuffixes domain_suffixes: Suffixes, "domain_suffixes" many "域名后缀" "domain suffixes taken";
    /// Words that may not stand in a domain.
    DomainWords domain_words: WordRule, "domain_words" many "域名用语" "words in a domain";
    /// Whether a site has one domain only.
    OneDomain one_domain: bool, "one_domain" one "一个网站只能有一个域名" "one domain for a site";
    /// What the name of a service has to be.
    ServiceNames service_names: NameRule, "service_names" many "服务名称" "names of services";
    /// Whether the names of a principal's services have to differ.
    DistinctNames distinct_names: bool, "distinct_names" one "同一主体的服务名称须不同" "different names of a principal's services";
    /// What the remark has to say.
    Remarks remarks: RemarkRule, "remarks" many "备注" "remark";
    /// Which contents are taken.
    ServiceContents service_contents: Contents, "service_contents" many "服务内容" "contents taken";
    /// Whether a website stays closed until it is filed.
    ClosedUntilFiled closed_until_filed: bool, "closed_until_filed" one "新增备案期间网站须关闭" "closed until filed";
    /// Whether the filing commitment letter is asked for 备案承诺书.
    CommitmentLetter commitment_letter: bool, "commitment_letter" one "须签署备案承诺书" "filing commitment letter";
    /// Documents to be uploaded.
    Documents documents: DocumentRule, "documents" many "其他材料" "other documents";
    /// How old documents may be.
    DocumentAges document_ages: DocumentAge, "document_ages" many "材料的出具时间" "age of documents";
    /// Whether a change needs the real-name screenshot of a website's domain.
    DomainCertificates domain_certificates: DomainCertificateRule, "domain_certificates" one "变更时的域名证书" "domain certificate in a change";
    /// Whether a hollow principal may add services 空壳主体.
    HollowPrincipalAdds hollow_principal_adds: bool, "hollow_principal_adds" one "空壳主体可直接新增服务" "a hollow principal may add services";
    /// How a hollow principal is deregistered.
    HollowPrincipalDeregistration hollow_principal_deregistration: PaperDeregistration, "hollow_principal_deregistration" one "空壳主体注销方式" "how a hollow principal is deregistered";
    /// Order kinds that are not taken online.
    OrderKindsUnavailable order_kinds_unavailable: OrderKinds, "order_kinds_unavailable" one "不支持在线办理的订单类型" "order kinds not taken online";
    /// Whether one organisation's filing may pass to another.
    OrganizationChange organization_change: ChangeRule, "organization_change" one "单位变更为另一单位" "from one organisation to another";
    /// Whether a new name needs a proof 更名证明.
    NameChangeProof name_change_proof: bool, "name_change_proof" one "单位更名须提供更名证明" "proof of a new name";
    /// Whether an individual's filing may pass to an organisation.
    IndividualToOrganization individual_to_organization: ChangeRule, "individual_to_organization" one "个人变更为单位" "from an individual to an organisation";
    /// Whether one individual's filing may pass to another.
    IndividualChange individual_change: ChangeRule, "individual_change" one "个人变更为另一个人" "from one individual to another";
    /// Whether an individual business's filing may pass to its owner.
    BusinessToIndividual business_to_individual: ChangeRule, "business_to_individual" one "个体工商户变更为个人" "from an individual business to an individual";
    /// What filed services have to be before a new one is taken.
    FiledServices filed_services: FiledServiceRule, "filed_services" one "已备案服务的状态" "filed services";
    /// Whether an access order names a service as it is filed.
    FiledNameOnAccess filed_name_on_access: bool, "filed_name_on_access" one "接入时服务名称须与已备案的一致" "a service's name as filed, on access";
    /// What becomes of a principal's data that differ from what is filed.
    FiledData filed_data: FiledDataRule, "filed_data" one "主体信息与已备案信息不一致时" "where the data differ from what is filed";
    /// Whether an addition or an access may run beside a change.
    BesideChange beside_change: bool, "beside_change" one "变更进行中可同时新增或接入" "an addition or an access beside a change";
    /// Which number a website's footer shows.
    Footer footer: FooterNumber, "footer" one "网站底部展示的备案号" "number in the footer";
}
