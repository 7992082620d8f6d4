//! Places in an order: JSON Pointers (RFC 6901) that sort in the order of the wire format.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use crate::message::written;

/// Declares the keys of the wire format in the order in which its documentation lists them.
macro_rules! keys {
    ($($variant:ident $name:literal $zh:literal $en:literal),+ $(,)?) => {
        /// A key of the wire format. Keys sort as the documentation lists them: no two objects list two keys
        /// in different order, so that one order serves all.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        #[allow(missing_docs)]
        pub enum Key { $($variant),+ }

        impl Key {
            /// Every key, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Its place in [`ALL`](Self::ALL).
            #[allow(clippy::as_conversions)] // the position of a fieldless variant
            const fn position(self) -> usize {
                self as usize
            }

            /// The key as written.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// What people call it where nothing more exact is known.
            pub const fn text(self) -> $crate::language::Text {
                match self { $(Self::$variant => $crate::language::Text { zh: $zh, en: $en }),+ }
            }

            /// The key, with what people call it.
            pub const fn term(self) -> $crate::language::Term {
                $crate::language::Term { code: self.as_str(), text: self.text() }
            }

            /// The key of this name.
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

keys! {
    Kind "kind" "类型" "kind",
    FilingNumber "filing_number" "备案号" "filing number",
    ServiceNumbers "service_numbers" "服务备案号" "service filing numbers",
    Declaration "declaration" "确认语句" "declaration",
    HeadName "head_name" "主体负责人姓名" "name of the principal's head",
    HeadMobile "head_mobile" "主体负责人联系方式" "contact of the principal's head",
    TargetAccount "target_account" "目标账号" "target account",
    Reason "reason" "注销原因" "reason of deregistration",
    EffectiveOn "effective_on" "变更或终止日期" "day that it takes effect",
    Verification "verification" "验证码核验" "verification by code",
    Channel "channel" "验证方式" "channel",
    Verified "verified" "是否通过验证" "whether verified",
    Principal "principal" "主体信息" "principal",
    Services "services" "服务" "services",
    Agreements "agreements" "协议与承诺" "agreements",
    Platform "platform" "运行平台" "platform",
    Id "id" "ID" "id",
    Account "account" "账号" "account",
    Name "name" "名称" "name",
    Registration "registration" "域名注册信息" "domain's registration",
    Registrant "registrant" "域名所有者" "registrant",
    Certificate "certificate" "证件信息" "certificate",
    Resolves "resolves" "是否已解析" "whether it resolves",
    Addresses "addresses" "解析到的 IP" "addresses that it leads to",
    LegalRepresentative "legal_representative" "法定代表人信息" "legal representative",
    Region "region" "备案地区" "region",
    MailingAddress "mailing_address" "通信地址" "mailing address",
    Mobile "mobile" "手机号" "mobile",
    MobileVerified "mobile_verified" "短信验证" "SMS verification",
    MobileProvince "mobile_province" "手机号归属省份" "province of the mobile",
    EmergencyContact "emergency_contact" "应急联系方式" "emergency contact",
    Email "email" "电子邮箱" "e-mail",
    VideoVerification "video_verification" "视频核身" "video verification",
    Date "date" "日期" "date",
    Province "province" "省份" "province",
    WechatCountryCode "wechat_country_code" "微信绑定手机号的国家/地区码" "country code of the WeChat account's mobile",
    Passed "passed" "是否通过" "whether passed",
    Contents "contents" "服务内容" "contents",
    Languages "languages" "语言" "languages",
    Resources "resources" "云资源" "cloud resources",
    PreApproval "pre_approval" "前置审批" "pre-approval",
    Kinds "kinds" "前置审批类型" "pre-approval kinds",
    ApprovalNumber "approval_number" "前置审批号" "approval number",
    Remark "remark" "备注" "remark",
    Head "head" "负责人信息" "head",
    Materials "materials" "材料" "materials",
    Number "number" "证件号码" "certificate number",
    Address "address" "证件住址" "address on the certificate",
    ValidFrom "valid_from" "有效期起始日" "first day of validity",
    ValidUntil "valid_until" "有效期截止日" "last day of validity",
    Product "product" "产品类型" "product",
    Mainland "mainland" "是否位于中国大陆" "whether in the mainland",
    PublicIp "public_ip" "公网 IP" "public IP",
    Bandwidth "bandwidth" "公网带宽（Mbps）" "bandwidth in Mbit/s",
    Billing "billing" "计费模式" "billing",
    PurchasedMonths "purchased_months" "购买时长（月）" "months bought",
    PackagePurchased "package_purchased" "是否购买资源包" "whether a resource package was bought",
    ExpiresOn "expires_on" "到期日" "expiry",
    RealNameVerifiedOn "real_name_verified_on" "实名认证日期" "day of real-name verification",
    OnHold "on_hold" "是否被暂停解析" "whether on hold",
    Registrar "registrar" "域名注册商" "registrar",
    Approved "approved" "是否经批复" "whether approved",
    SameProvider "same_provider" "是否同一服务商" "whether the same provider",
    ServicesFiled "services_filed" "已备案服务数" "services filed on it",
    ServicesDeregistered "services_deregistered" "已注销服务数" "services deregistered on it",
    BoundServer "bound_server" "绑定的云服务器" "bound server",
    Code "code" "备案授权码" "licence code",
    State "state" "状态" "state",
    IssuedBy "issued_by" "签发账号" "issuing account",
    IssuedByOrganization "issued_by_organization" "签发账号是否为企业实名" "whether an organisation issued it",
    ForAccount "for_account" "使用账号" "account issued to",
    Server "server" "对应的云服务器" "server",
    Open "open" "打开状态" "whether open",
    NumberDisplayed "number_displayed" "是否展示备案号" "whether the number is displayed",
    DisplayedNumber "displayed_number" "展示的备案号" "number that is displayed",
    NumberLinked "number_linked" "备案号是否链接到工信部" "whether the number is linked",
    Commercial "commercial" "是否经营性" "whether it is commercial",
    LicenseNumber "license_number" "增值电信业务经营许可证编号" "number of the telecommunications licence",
    UsesNetwork "uses_network" "是否联网" "whether it uses the network",
    ProvidesSdk "provides_sdk" "是否对外提供 SDK" "whether it provides an SDK",
    UsesSdks "uses_sdks" "使用的外部 SDK" "SDKs used",
    Platforms "platforms" "应用运行平台" "platforms",
    AllDomains "all_domains" "APP 使用的全部域名" "all domains of the APP",
    Domains "domains" "域名" "domains",
    HomePages "home_pages" "首页网址" "home pages",
    HomePageName "home_page_name" "首页展示的名称" "name shown on the home page",
    HomePageTitle "home_page_title" "首页标题" "title of the home page",
    Packages "packages" "包信息" "packages",
    PublicKey "public_key" "公钥" "public key",
    Fingerprint "fingerprint" "证书指纹" "fingerprint",
    Format "format" "文件格式" "format",
    Bytes "bytes" "文件大小" "size",
    Original "original" "是否原件拍摄" "whether of the original",
    IssuedOn "issued_on" "签发日期" "day of issue",
    Domain "domain" "对应域名" "domain",
    Approval "approval" "对应前置审批类型" "pre-approval kind",
    Watermark "watermark" "水印文字" "text of the watermark",
    RealName "real_name" "账号实名" "real name",
    BoundMobile "bound_mobile" "账号绑定手机号" "bound mobile",
    ChinaSite "china_site" "是否中国站账号" "whether of the China site",
    MainAccount "main_account" "是否主账号" "whether a main account",
    Associated "associated" "关联账号" "associated accounts",
    HasFilings "has_filings" "是否已有备案" "whether it has filings",
    HasOrders "has_orders" "是否有在途订单" "whether it has orders",
    Registry "registry" "已备案信息" "registry",
    Principals "principals" "已备案主体" "filed principals",
    Service "service" "服务" "service",
    OrdersInProgress "orders_in_progress" "在途订单" "orders in progress",
    BlacklistedDomains "blacklisted_domains" "黑名单域名" "blacklisted domains",
    BlacklistedCertificates "blacklisted_certificates" "黑名单证件" "blacklisted certificates",
    BlacklistedNames "blacklisted_names" "黑名单名称" "blacklisted names",
    BusinessRegister "business_register" "企业登记信息" "business register",
    Status "status" "登记状态" "status in the register",
    Scope "scope" "经营范围" "business scope",
    Today "today" "提交日期" "day of submission",
    HeadContactWorks "head_contact_works" "主体负责人联系方式是否有效" "whether the head can be reached",
}

impl Key {
    /// Whether several things can be wrong here at once: with a list, or with the account that an id names.
    pub(crate) const fn holds_several(self) -> bool {
        matches!(
            self,
            Self::ServiceNumbers
                | Self::Services
                | Self::Agreements
                | Self::Contents
                | Self::Languages
                | Self::Resources
                | Self::Kinds
                | Self::Materials
                | Self::UsesSdks
                | Self::Platforms
                | Self::Domains
                | Self::HomePages
                | Self::AllDomains
                | Self::Packages
                | Self::TargetAccount
        )
    }
}

/// One step of a path.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Segment {
    /// A key of the wire format.
    Key(Key),
    /// A place in a list, from 0.
    Index(usize),
    /// A key that the wire format does not have, in a service's own finding.
    Other(Box<str>),
}

impl From<Key> for crate::language::Term {
    fn from(key: Key) -> Self {
        key.term()
    }
}

impl From<Key> for Segment {
    fn from(key: Key) -> Self {
        Self::Key(key)
    }
}

impl From<usize> for Segment {
    fn from(index: usize) -> Self {
        Self::Index(index)
    }
}

/// A place in an order: a JSON Pointer (RFC 6901). The empty path is the order itself.
///
/// Paths sort in the order in which the wire format lists the fields, list places as numbers, a place before
/// what is inside it.
///
/// ```
/// use beian::FieldPath;
/// let path: FieldPath = "/services/2/domains/0/name".parse()?;
/// assert!(path < "/services/10/name".parse()?);
/// assert!(path.starts_with(&"/services/2".parse()?));
/// assert_eq!(path.to_string(), "/services/2/domains/0/name");
/// # Ok::<(), beian::FieldPathError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct FieldPath(Vec<Segment>);

impl FieldPath {
    /// The order itself.
    pub const fn root() -> Self {
        Self(Vec::new())
    }

    /// This place and a step into it.
    #[must_use]
    pub fn join(mut self, segment: impl Into<Segment>) -> Self {
        self.0.push(segment.into());
        self
    }

    /// The steps.
    pub fn segments(&self) -> &[Segment] {
        &self.0
    }

    /// Whether this is `place` or inside it.
    pub fn starts_with(&self, place: &Self) -> bool {
        self.0.starts_with(&place.0)
    }

    /// The place that this one is directly inside; `None` of the order itself.
    pub fn parent(&self) -> Option<Self> {
        let (_, parent) = self.0.split_last()?;
        Some(Self(parent.to_vec()))
    }

    pub(crate) fn write(&self, out: &mut impl fmt::Write) -> fmt::Result {
        for segment in &self.0 {
            out.write_char('/')?;
            match segment {
                Segment::Key(key) => out.write_str(key.as_str())?,
                Segment::Index(index) => {
                    match u32::try_from(*index).ok().and_then(|i| char::from_digit(i, 10)) {
                        Some(digit) => out.write_char(digit)?,
                        None => write!(out, "{index}")?,
                    }
                }
                Segment::Other(key) => {
                    for c in key.chars() {
                        match c {
                            '~' => out.write_str("~0")?,
                            '/' => out.write_str("~1")?,
                            c => out.write_char(c)?,
                        }
                    }
                }
            }
        }
        Ok(())
    }

    /// The last key, list places left out.
    pub fn last_key(&self) -> Option<Key> {
        self.0.iter().rev().find_map(|segment| match segment {
            Segment::Key(key) => Some(*key),
            _ => None,
        })
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f)
    }
}

/// Why a text is no path: a JSON Pointer is empty or begins with `/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a path is empty or begins with `/`")]
pub struct FieldPathError;

impl FromStr for FieldPath {
    type Err = FieldPathError;

    fn from_str(text: &str) -> Result<Self, FieldPathError> {
        if text.is_empty() {
            return Ok(Self::root());
        }
        let steps = text.strip_prefix('/').ok_or(FieldPathError)?.split('/');
        Ok(Self(steps.map(segment).collect()))
    }
}

fn segment(step: &str) -> Segment {
    let is_index = !step.is_empty()
        && step.bytes().all(|b| b.is_ascii_digit())
        && (step == "0" || !step.starts_with('0'));
    if let Some(index) = is_index.then(|| step.parse().ok()).flatten() {
        return Segment::Index(index);
    }
    key_segment(&step.replace("~1", "/").replace("~0", "~"))
}

/// A key as a step, known or not.
pub(crate) fn key_segment(key: &str) -> Segment {
    Key::from_name(key).map_or_else(|| Segment::Other(key.into()), Segment::Key)
}

impl serde::Serialize for FieldPath {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&written(|out| self.write(out)))
    }
}

impl<'de> serde::Deserialize<'de> for FieldPath {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// Where the walk is: steps on the stack, made into a [`FieldPath`] only when a finding needs one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct At<'a> {
    up: Option<&'a At<'a>>,
    /// The step before the last, where that is not one from `up`: it is then [`Step::ROOT`].
    via: Step,
    step: Step,
}

/// A step of the walk as a number: the keys, then the places of lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Step(usize);

impl Step {
    /// To the order itself: no step of a path.
    const ROOT: Self = Self(usize::MAX);

    const fn key(key: Key) -> Self {
        Self(key.position())
    }

    const fn index(index: usize) -> Self {
        Self(Key::ALL.len().saturating_add(index))
    }

    fn segment(self) -> Segment {
        match Key::ALL.get(self.0) {
            Some(key) => Segment::Key(*key),
            None => Segment::Index(self.0 - Key::ALL.len()),
        }
    }
}

/// A hash of steps from the root.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct PathHash(u64);

impl PathHash {
    const ROOT: Self = Self(0);

    /// That of the place that a step leads to.
    fn then(self, step: Step) -> Self {
        // 2^64 by the golden ratio: the upper bits of the product hang on all bits of the sum.
        let step = u64::try_from(step.0).unwrap_or(u64::MAX);
        Self(self.0.wrapping_add(step).wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    fn below(self, keys: &[Key]) -> Self {
        keys.iter().fold(self, |hash, key| hash.then(Step::key(*key)))
    }

    /// Its upper bits: a place among the [`MARKS`].
    fn mark(self) -> usize {
        usize::try_from(self.0 >> (u64::BITS - MARKS.trailing_zeros())).unwrap_or_default()
    }
}

impl<'a> At<'a> {
    /// The order itself.
    pub(crate) const ROOT: At<'static> = At { up: None, via: Step::ROOT, step: Step::ROOT };

    pub(crate) const fn key(&'a self, key: Key) -> At<'a> {
        self.then(Step::key(key))
    }

    pub(crate) const fn index(&'a self, index: usize) -> At<'a> {
        self.then(Step::index(index))
    }

    /// A key and one below it.
    pub(crate) const fn keys(&'a self, key: Key, below: Key) -> At<'a> {
        self.then_both(Step::key(key), Step::key(below))
    }

    /// An item of the list under a key.
    pub(crate) const fn item(&'a self, list: Key, index: usize) -> At<'a> {
        self.then_both(Step::key(list), Step::index(index))
    }

    const fn then(&'a self, step: Step) -> At<'a> {
        At { up: Some(self), via: Step::ROOT, step }
    }

    const fn then_both(&'a self, via: Step, step: Step) -> At<'a> {
        At { up: Some(self), via, step }
    }

    fn hash(&self) -> PathHash {
        let Some(up) = self.up else { return PathHash::ROOT };
        let hash = up.hash();
        let hash = if self.via == Step::ROOT { hash } else { hash.then(self.via) };
        hash.then(self.step)
    }

    /// The place that this one is directly inside.
    fn parent(&self) -> Option<Self> {
        match self.via {
            Step::ROOT => self.up.copied(),
            via => self.up.map(|up| up.then(via)),
        }
    }

    /// This place and those that it is in, the order itself last.
    fn upwards(&self) -> impl Iterator<Item = At<'a>> {
        std::iter::successors(Some(*self), At::parent)
    }

    /// The steps from the keys below this place up to the root.
    fn steps_up(&'a self, below: &'a [Key]) -> impl Iterator<Item = Step> + 'a {
        below.iter().rev().map(|key| Step::key(*key)).chain(self.upwards().map(|at| at.step))
    }

    /// This place and the keys below it.
    pub(crate) fn path(&self, below: &[Key]) -> FieldPath {
        let mut steps = Vec::with_capacity(below.len() + 8);
        self.put(&mut steps);
        steps.extend(below.iter().map(|key| Segment::Key(*key)));
        FieldPath(steps)
    }

    /// Puts its steps from the root.
    fn put(&self, steps: &mut Vec<Segment>) {
        let Some(up) = self.up else { return };
        up.put(steps);
        if self.via != Step::ROOT {
            steps.push(self.via.segment());
        }
        steps.push(self.step.segment());
    }
}

/// So many marks tell most places from some dozens that are blocked. A power of two.
const MARKS: usize = 512;

/// The places that have a blocker.
#[derive(Debug)]
pub(crate) struct BlockedPlaces {
    /// Whether the hash of one begins with these bits: most places are told by it to be none. Empty as long as there
    /// are none.
    marks: Vec<bool>,
    /// Each by its hash, with where its steps begin.
    places: BTreeSet<(PathHash, usize)>,
    /// The steps from each up to the root, one after the other.
    steps: Vec<Step>,
}

impl BlockedPlaces {
    pub(crate) fn none() -> Self {
        Self { marks: Vec::new(), places: BTreeSet::new(), steps: Vec::new() }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.marks.is_empty()
    }

    pub(crate) fn insert(&mut self, at: &At<'_>, below: &[Key]) {
        let hash = at.hash().below(below);
        self.marks.resize(MARKS, false);
        if let Some(is_marked) = self.marks.get_mut(hash.mark()) {
            *is_marked = true;
        }
        self.places.insert((hash, self.steps.len()));
        self.steps.extend(at.steps_up(below));
    }

    /// Whether the place at `below` under `at` is one of them, or in one.
    #[cold]
    pub(crate) fn hold(&self, at: &At<'_>, below: &[Key]) -> bool {
        let Some(mut hash) = self.passed(at) else { return true };
        below.iter().zip(1..).any(|(key, length)| {
            hash = hash.then(Step::key(*key));
            self.has(hash, at, below.get(..length).unwrap_or_default())
        })
    }

    /// The hash of a place that is none of them and in none.
    fn passed(&self, at: &At<'_>) -> Option<PathHash> {
        let Some(up) = at.up else { return Some(PathHash::ROOT) };
        let mut hash = self.passed(up)?;
        if at.via != Step::ROOT {
            hash = hash.then(at.via);
            if self.has(hash, &up.then(at.via), &[]) {
                return None;
            }
        }
        hash = hash.then(at.step);
        (!self.has(hash, at, &[])).then_some(hash)
    }

    fn has(&self, hash: PathHash, at: &At<'_>, below: &[Key]) -> bool {
        self.marks.get(hash.mark()) == Some(&true) && self.has_marked(hash, at, below)
    }

    #[cold]
    fn has_marked(&self, hash: PathHash, at: &At<'_>, below: &[Key]) -> bool {
        self.places.range((hash, 0)..).take_while(|(other, _)| *other == hash).any(|(_, first)| {
            let mut steps = self.steps.iter().skip(*first);
            at.steps_up(below).all(|step| steps.next() == Some(&step))
        })
    }
}

/// The order of findings: by place, then by rule.
pub(crate) fn document_order(a: (&FieldPath, &str), b: (&FieldPath, &str)) -> Ordering {
    a.0.cmp(b.0).then_with(|| a.1.cmp(b.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blocked_place_blocks_what_is_in_it_and_nothing_else() {
        let services = At::ROOT.key(Key::Services);
        let (first, second) = (services.index(0), services.index(1));
        let domain = first.key(Key::Domains);
        let domain = domain.index(0);
        let mut places = BlockedPlaces::none();
        assert!(places.is_empty() && !places.hold(&first, &[Key::Name]));

        places.insert(&second, &[]);
        places.insert(&domain, &[Key::Registration, Key::Registrant]);
        places.insert(&first, &[Key::Head]);
        assert!(!places.is_empty());
        for (at, below, is_blocked) in [
            (&second, &[][..], true),
            (&second, &[Key::Name], true),
            (&second.key(Key::Domains).index(0), &[Key::Registration, Key::Registrant], true),
            (&domain, &[Key::Registration, Key::Registrant], true),
            (&domain.key(Key::Registration), &[Key::Registrant, Key::Name], true),
            (&first.item(Key::Domains, 0), &[Key::Registration, Key::Registrant], true),
            (&domain.keys(Key::Registration, Key::Registrant), &[], true),
            (&first.keys(Key::Head, Key::Certificate), &[Key::Number], true),
            (&second.keys(Key::Head, Key::Certificate), &[Key::Number], true),
            (&services.index(2).keys(Key::Head, Key::Certificate), &[Key::Number], false),
            (&services.item(Key::Head, 1).keys(Key::Certificate, Key::Number), &[], false),
            (&first.item(Key::Domains, 1), &[Key::Registration, Key::Registrant], false),
            (&domain, &[Key::Registration], false),
            (&domain, &[Key::Registration, Key::Registrar], false),
            (&domain, &[Key::Registrant], false),
            (&first, &[], false),
            (&services, &[], false),
            (&At::ROOT, &[], false),
        ] {
            assert_eq!(places.hold(at, below), is_blocked, "{}", at.path(below));
        }
    }

    #[test]
    fn two_steps_at_once_lead_to_the_same_place() {
        let services = At::ROOT.key(Key::Services);
        let (by_one, by_two) = (services.index(3), At::ROOT.item(Key::Services, 3));
        let (by_one, by_two) = (by_one.key(Key::Head), by_two.keys(Key::Head, Key::Certificate));
        let by_one = by_one.key(Key::Certificate);
        assert_eq!((by_one.path(&[]), by_one.hash()), (by_two.path(&[]), by_two.hash()));
        assert_eq!(by_two.path(&[Key::Number]).to_string(), "/services/3/head/certificate/number");
        assert!(by_one.upwards().map(|at| at.hash()).eq(by_two.upwards().map(|at| at.hash())));
    }

    #[test]
    fn places_of_one_hash_are_told_apart() {
        let (principal, services) = (At::ROOT.key(Key::Principal), At::ROOT.key(Key::Services));
        // No list is that long, but its item would have the hash of another place.
        let apart = services.hash().0.wrapping_sub(principal.hash().0);
        let one = principal.index(usize::try_from(apart).unwrap_or_default());
        let other = services.index(0);
        assert_eq!(one.hash(), other.hash());
        let mut places = BlockedPlaces::none();
        places.insert(&other, &[]);
        assert!(places.hold(&other, &[Key::Name]) && !places.hold(&one, &[Key::Name]));
        places.insert(&one, &[]);
        assert!(places.hold(&other, &[Key::Name]) && places.hold(&one, &[Key::Name]));
    }
}
