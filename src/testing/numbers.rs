//! Made-up numbers.

use std::fmt::Write as _;
use std::net::Ipv4Addr;

use chrono::{Days, NaiveDate};

use crate::testing::day;
use crate::value::{
    CreditCode, DomainName, Email, FilingNumber, FilingNumberKind, Fingerprint, Holder, Landline, Mobile,
    OrganizationCode, Phone, PlatformKind, Province, PublicKey, Region, RegistrationNumber, ResidentId,
};

/// Made-up numbers of every value, the same ones in the same order from the same seed.
///
/// Each is valid: with its check digit, in a range that is in use, of a region that there is. Each is a value of
/// [`value`](crate::value), so that a test can ask it what it says; `to_string` gives the text for an order. Somebody may
/// have a number by chance, except of domain names and addresses, which are nobody's for sure or in all likelihood.
///
/// ```
/// use beian::testing::Numbers;
/// use beian::value::{CreditCode, Mobile};
///
/// let mut numbers = Numbers::from_seed(7);
/// let code = numbers.credit_code().to_string();
/// let mobile = numbers.mobile();
/// assert!(CreditCode::parse(&code).is_ok() && Mobile::parse(&mobile.to_string()) == Ok(mobile));
/// assert_ne!(numbers.mobile(), mobile);
///
/// assert_eq!(Numbers::from_seed(7).credit_code().to_string(), code);
/// ```
#[derive(Debug, Clone)]
pub struct Numbers {
    state: u64,
}

/// The letters and digits of a credit code, in the order of their values.
const OF_CREDIT_CODES: &[u8] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
const DIGITS: &[u8] = b"0123456789";
const HEXADECIMAL: &[u8] = b"0123456789ABCDEF";
const SMALL_LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyz";

/// The DER header of an RSA key of 2048 bits, and the exponent behind its modulus.
const RSA_2048: (&str, &str) =
    ("30820122300D06092A864886F70D01010105000382010F003082010A0282010100", "0203010001");
const MODULUS_DIGITS: usize = 512;

impl Numbers {
    /// The numbers of this seed.
    #[must_use]
    pub const fn from_seed(seed: u64) -> Self {
        Self { state: seed }
    }

    /// The next of a sequence that passes for random: `SplitMix64`.
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end.max(1)
    }

    fn one_of<T: Copy>(&mut self, of: &[T], otherwise: T) -> T {
        let index = usize::try_from(self.below(of.len().try_into().unwrap_or(1))).unwrap_or_default();
        of.get(index).copied().unwrap_or(otherwise)
    }

    fn text(&mut self, of: &[u8], length: usize) -> String {
        (0..length).map(|_| char::from(self.one_of(of, b'0'))).collect()
    }

    /// What is read of the first text that is right.
    fn made<T, E>(&mut self, made: impl Fn(&str) -> Result<T, E>, text: impl Fn(&mut Self) -> String) -> T {
        loop {
            if let Ok(value) = made(&text(self)) {
                return value;
            }
        }
    }

    /// A province of the mainland.
    pub fn province(&mut self) -> Province {
        self.one_of(Province::ALL, Province::Zhejiang)
    }

    /// A county-level region in use.
    pub fn region(&mut self) -> Region {
        let province = self.province();
        let last = Region::of_province(province).count().try_into().unwrap_or(1);
        let index = usize::try_from(self.below(last)).unwrap_or_default();
        // Each province has a first region.
        Region::of_province(province).nth(index).unwrap_or_else(|| self.region())
    }

    /// The identity number of an adult of the mainland.
    pub fn resident_id(&mut self) -> ResidentId {
        self.resident_id_of(Holder::Mainland)
    }

    /// The identity number of an adult: on an identity card, or on a residence permit of this kind.
    pub fn resident_id_of(&mut self, holder: Holder) -> ResidentId {
        self.made(ResidentId::parse, |numbers| {
            let place = match holder {
                Holder::Mainland => numbers.region().code().to_string(),
                Holder::HongKong => "810000".to_owned(),
                Holder::Macau => "820000".to_owned(),
                Holder::Taiwan => "830000".to_owned(),
                Holder::Foreign => format!("9{:02}156", numbers.province().number()),
            };
            let born = numbers.birth_date();
            let front = format!("{place}{}{}", born.to_string().replace('-', ""), numbers.text(DIGITS, 3));
            with_check(&front, b"0123456789X", |text| ResidentId::parse(text).is_ok())
        })
    }

    /// A day of birth of 1960 to 1999.
    fn birth_date(&mut self) -> NaiveDate {
        let first = day(1960, 1, 1);
        let days = self.below(40 * 365);
        first.checked_add_days(Days::new(days)).unwrap_or(first)
    }

    /// The credit code of an enterprise.
    pub fn credit_code(&mut self) -> CreditCode {
        self.credit_code_of('9', '1')
    }

    /// The credit code of an organisation that this registrar registered as of this kind: the first two places, as in
    /// [`CreditCode::registrar`] and [`CreditCode::category`].
    ///
    /// ```
    /// let code = beian::testing::Numbers::from_seed(1).credit_code_of('3', '1');
    /// assert_eq!(code.category_name().map(|name| name.en), Some("law practice"));
    /// ```
    ///
    /// # Panics
    /// Where there is no such registrar, or `category` is no place of a credit code.
    #[allow(clippy::panic)] // a test that asks for what there is not is wrong
    pub fn credit_code_of(&mut self, registrar: char, category: char) -> CreditCode {
        let first = format!("{registrar}{category}");
        let region = self.region().code().to_string();
        let seed = self.next();
        match credit_code(&first, &region, seed) {
            Some(code) => code,
            None => panic!("no credit code begins with {first}"),
        }
    }

    /// An organisation code.
    pub fn organization_code(&mut self) -> OrganizationCode {
        self.made(OrganizationCode::parse, |numbers| {
            let front = numbers.text(OF_CREDIT_CODES, 8);
            with_check(&front, b"0123456789X", |text| OrganizationCode::parse(text).is_ok())
        })
    }

    /// A business registration number.
    pub fn registration_number(&mut self) -> RegistrationNumber {
        self.made(RegistrationNumber::parse, |numbers| {
            let front = format!("{}{}", numbers.region().code(), numbers.text(DIGITS, 8));
            with_check(&front, DIGITS, |text| RegistrationNumber::parse(text).is_ok())
        })
    }

    /// A mobile number in a range of an operator.
    pub fn mobile(&mut self) -> Mobile {
        self.made(Mobile::parse, |numbers| {
            let range = numbers.one_of(&["135", "138", "150", "159", "176", "182", "189", "199"], "138");
            format!("{range}{}", numbers.text(DIGITS, 8))
        })
    }

    /// A landline number with its area code.
    pub fn landline(&mut self) -> Landline {
        loop {
            let area = self.one_of(&["010", "020", "021", "028", "029", "0571", "0755"], "010");
            let first = self.one_of(b"2345678", b'2');
            let text = format!("{area}-{}{}", char::from(first), self.text(DIGITS, 7));
            if let Ok(Phone::Landline(landline)) = Phone::parse(&text) {
                return landline;
            }
        }
    }

    /// A mobile or landline number.
    pub fn phone(&mut self) -> Phone {
        if self.below(2) == 0 {
            Phone::Mobile(self.mobile())
        } else {
            Phone::Landline(self.landline())
        }
    }

    /// An e-mail address under a name that is reserved for examples (RFC 2606).
    pub fn email(&mut self) -> Email {
        self.made(Email::parse, |numbers| {
            format!("{}{}@example.com", numbers.text(SMALL_LETTERS, 6), numbers.text(DIGITS, 2))
        })
    }

    /// A domain name of the second level under a suffix that can be filed.
    pub fn domain_name(&mut self) -> DomainName<'static> {
        self.made(str::parse, |numbers| {
            let suffix = numbers.one_of(&["com", "cn", "net", "com.cn"], "com");
            format!("example-{}.{suffix}", numbers.text(SMALL_LETTERS, 10))
        })
    }

    /// A public address that is reserved for documentation (RFC 5737).
    pub fn public_ip(&mut self) -> Ipv4Addr {
        let [last, ..] = self.next().to_le_bytes();
        Ipv4Addr::new(203, 0, 113, last)
    }

    /// A filing number of this kind: a principal's, or that of a service.
    pub fn filing_number(&mut self, kind: FilingNumberKind) -> FilingNumber {
        let letter = match kind {
            FilingNumberKind::PrincipalFiling => None,
            FilingNumberKind::Website => Some(""),
            FilingNumberKind::App => Some("A"),
            FilingNumberKind::MiniProgram => Some("X"),
            FilingNumberKind::QuickApp => Some("K"),
        };
        self.made(FilingNumber::parse, |numbers| {
            let year = 2020 + numbers.below(6);
            let province = numbers.province().character();
            let mut text = format!("{province}ICP备{year}{}号", numbers.text(DIGITS, 6));
            if let Some(letter) = letter {
                // Writing to a `String` cannot fail.
                let _ = write!(text, "-{}{letter}", 1 + numbers.below(20));
            }
            text
        })
    }

    /// The fingerprint that this platform asks for: MD5, on Apple's SHA-1.
    pub fn fingerprint(&mut self, platform: PlatformKind) -> Fingerprint {
        let digits = if matches!(platform, PlatformKind::Ios | PlatformKind::MacOs) { 40 } else { 32 };
        self.made(|text| Fingerprint::parse(platform, text), |numbers| numbers.text(HEXADECIMAL, digits))
    }

    /// An RSA key of 2048 bits; of no pair, since nobody has the other half.
    pub fn public_key(&mut self) -> PublicKey<'static> {
        let (header, exponent) = RSA_2048;
        self.made(str::parse, |numbers| {
            // The first digit of a modulus of so many bits is at least 8.
            let modulus = format!("C{}", numbers.text(HEXADECIMAL, MODULUS_DIGITS - 1));
            format!("{header}{modulus}{exponent}")
        })
    }

    /// A package name that every platform takes.
    pub fn package_name(&mut self) -> String {
        format!("com.example.{}", self.text(SMALL_LETTERS, 8))
    }
}

/// The code with these first two places and this region; `None` where there is none.
pub(super) fn credit_code(first: &str, region: &str, seed: u64) -> Option<CreditCode> {
    let mut numbers = Numbers::from_seed(seed);
    let organization = numbers.organization_code().to_string().replace('-', "");
    let text = with_check(&format!("{first}{region}{organization}"), OF_CREDIT_CODES, |text| {
        CreditCode::parse(text).is_ok()
    });
    CreditCode::parse(&text).ok()
}

/// The text with the check character that makes it right; as it is, where none does.
fn with_check(front: &str, checks: &[u8], is_right: impl Fn(&str) -> bool) -> String {
    let mut texts = checks.iter().map(|check| format!("{front}{}", char::from(*check)));
    texts.find(|text| is_right(text)).unwrap_or_else(|| front.to_owned())
}
