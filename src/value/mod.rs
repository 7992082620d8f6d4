//! What the texts of an order mean: types that parse and print, useful without an order.
//!
//! | type | what it reads | after |
//! |---|---|---|
//! | [`CreditCode`] | unified social credit code 统一社会信用代码 | GB 32100-2015 |
//! | [`DomainName`], [`Suffix`] | domain name 域名 and the approval of its suffix | IDNA 2008, UTS 46 |
//! | [`Email`] | e-mail address 电子邮箱 | RFC 5321, RFC 5322 |
//! | [`FilingNumber`] | number of a principal 主体备案号 or service 服务备案号 | the register |
//! | [`Fingerprint`] | fingerprint of a signing certificate 签名 MD5 值 | the filing guide |
//! | [`Mobile`], [`Phone`], [`Landline`] | telephone numbers of the mainland 手机号、固定电话 | the numbering plan |
//! | [`OrganizationCode`] | organisation code 组织机构代码 | GB 11714-1997 |
//! | [`PackageName`] | name of an APP's package 包名 | the platforms |
//! | [`Province`] | province 省级行政区 | GB/T 2260 |
//! | [`PublicKey`] | public key of a signing certificate 平台公钥 | the filing guide |
//! | [`Region`] | county-level region 县级行政区, and whether an address lies there | GB/T 2260 |
//! | [`RegistrationNumber`] | business registration number 工商注册号 | GS 15-2006 |
//! | [`ResidentId`] | identity number 公民身份号码, also of residence permits | GB 11643-1999 |
//!
//! Each has `parse`, which takes the platform too where the grammar depends on it, and `Display`, which prints the
//! canonical form; what is printed is read again as the same value. Those that need nothing but the text have
//! [`FromStr`](std::str::FromStr). A [`Province`] is found by its code, character or name.
//!
//! With serde a value is the text that it prints; reading one refuses what `FromStr` refuses. A [`PackageName`] and a
//! [`Suffix`] are only written: the one is read with its platform, the other as part of a name.
//!
//! What is no value is refused with one of a closed list of reasons, never with the text itself. A reason has a
//! stable `code()`, which is what a finding carries, a `text()` in both languages, and an English `Display`.
//!
//! `Debug` shows personal numbers, telephones and mailboxes [`Masked`].

mod area_code_table;
mod credit_code;
mod dialled;
mod divisions;
mod domain_name;
mod domain_name_table;
mod email;
mod filing_number;
mod filing_numbers_in_text;
mod fingerprint;
mod hexadecimal;
mod mobile;
mod organization_code;
mod package_name;
mod personal;
mod phone;
mod plain;
mod platform;
mod province;
mod public_key;
mod reason;
mod region;
mod region_names;
mod region_table;
mod registration_number;
mod resident_id;
mod stand_in;
mod suffix;
mod top_level_domain_table;
mod typed;

pub use crate::text::Masked;
pub use credit_code::{CreditCode, CreditCodeError};
pub use domain_name::{DomainName, DomainNameError};
pub use email::{Email, EmailError};
pub use filing_number::{FilingNumber, FilingNumberError, FilingNumberKind};
pub use fingerprint::{Fingerprint, FingerprintError};
pub use mobile::{Mobile, MobileError, MobileSegment};
pub use organization_code::{OrganizationCode, OrganizationCodeError};
pub(crate) use package_name::team_of;
pub use package_name::{PackageName, PackageNameError};
pub(crate) use personal::masked_text;
pub use phone::{Landline, Phone, PhoneError};
pub(crate) use plain::plain;
pub use platform::PlatformKind;
pub use province::Province;
pub(crate) use public_key::shows_private_key;
pub use public_key::{PublicKey, PublicKeyError};
pub use region::{AddressMatch, Region, RegionError, RegionLevel};
pub use registration_number::{RegistrationNumber, RegistrationNumberError};
pub use resident_id::{Holder, ResidentId, ResidentIdError, Sex};
pub use suffix::{Approval, Suffix};
