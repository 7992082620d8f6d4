//! The codes that organisations have had since 2015.

use super::organization_code::OrganizationCode;
use super::reason::reasons;
use super::typed::{ascii, debug_text, misshapen, text_value, trimmed};
use crate::text::Text;

/// A unified social credit code 统一社会信用代码 (GB 32100-2015).
///
/// # Syntax
///
/// 18 digits and capital letters, none of them `I`, `O`, `S`, `V` or `Z`; small letters are read as capitals:
///
/// - place 1, the registrar: `1` institutional staffing 机构编制, `2` foreign affairs, `3` justice, `4` culture,
///   `5` civil affairs, `6` tourism, `7` religion, `8` trade unions, `9` market regulation 工商, `A` the
///   military, `N` agriculture, `Y` others, and `G`, `J`, `Q`, which were added later
///   ([`registrar_name`](Self::registrar_name));
/// - place 2, the registrar's kind of organisation: of `9…`, `1` is an enterprise and `2` a sole trader
///   ([`category_name`](Self::category_name));
/// - places 3–8, digits: the registrar's region;
/// - places 9–17: the [`OrganizationCode`] with its own check character, which is checked too;
/// - place 18: the check character (modulo 31).
///
/// White space around the code is read over; inside, nothing is. The region is not looked up: codes are
/// abolished, and not every registrar's is in the national list.
///
/// # The early shape
///
/// Some codes that were issued early, in Fujian's pilot, have a check character that does not fit, and are
/// genuine all the same: so they stand on the licence. What the known ones share is the registrar `9` and an
/// organisation code that begins with `M000` and is right in itself. Such a text is refused with a reason of its own,
/// [`EarlyShape`](CreditCodeError::EarlyShape). Most codes of today have an `M` in that place too, as `MA`, `MB`
/// and so on; a wrong one of those is a typing error.
///
/// # Registrars to come
///
/// The list of registrars grows. A code whose first place is a letter that this list lacks, and whose check
/// characters are both right, is refused with a reason of its own too,
/// [`UnknownRegistrar`](CreditCodeError::UnknownRegistrar): it is more likely new than mistyped. `0` is no
/// registrar's.
///
/// # Examples
///
/// ```
/// use beian::value::{CreditCode, CreditCodeError};
///
/// // The example of the standard.
/// let code = CreditCode::parse("91350100m000100y43")?;
/// assert_eq!(code.to_string(), "91350100M000100Y43");
/// assert_eq!(code.registrar(), '9');
/// assert_eq!(code.category_name().map(|name| name.en), Some("enterprise"));
/// assert_eq!(code.region_code(), "350100");
/// assert_eq!(code.organization_code().to_string(), "M000100Y-4");
///
/// assert_eq!(CreditCode::parse("91440300708461136A"), Err(CreditCodeError::CheckDigit));
/// assert_eq!(CreditCode::parse("91350211M00013FA1N"), Err(CreditCodeError::EarlyShape));
/// # Ok::<(), CreditCodeError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CreditCode {
    text: [u8; 18],
    organization: OrganizationCode,
}

reasons! {
    /// Why a text is no unified social credit code.
    pub enum CreditCodeError {
        /// A character that cannot be seen, as copying brings along: U+200B, U+202D, U+FEFF …
        Invisible = "invisible" {
            zh: "统一社会信用代码含有不可见字符，多为复制粘贴带入，请手动重新输入",
            en: "the unified social credit code contains an invisible character, probably from copying; type it in by hand"
        },
        /// Full-width characters, as an input method makes them.
        FullWidth = "full_width" {
            zh: "统一社会信用代码含有全角字符，请切换到半角后重新填写",
            en: "the unified social credit code contains full-width characters; use half-width ones"
        },
        /// Something that is no digit or Latin letter, or one of the letters I, O, S, V and Z.
        Characters = "characters" {
            zh: "统一社会信用代码只能由数字和大写字母组成，不使用 I、O、S、V、Z，中间不能有空格或横线",
            en: "a unified social credit code consists of digits and capital letters other than I, O, S, V and Z, without spaces or hyphens"
        },
        /// Not 18 characters.
        Length = "length" {
            zh: "统一社会信用代码应为 18 位，请对照证照核对是否漏填或多填",
            en: "a unified social credit code has 18 characters; check for missing or extra ones"
        },
        /// The first place names no registrar.
        Registrar = "registrar" {
            zh: "统一社会信用代码首位不是有效的登记管理部门代码，请对照证照核对",
            en: "the first character of the unified social credit code does not stand for any registrar; compare it with the certificate"
        },
        /// The first place is a letter that no list has, and everything else is right.
        UnknownRegistrar = "unknown_registrar" {
            zh: "统一社会信用代码首位的登记管理部门代码不在已知列表中，其余各位无误；与证照一致的可以提交",
            en: "the registrar in the first character of the unified social credit code is not on the known list, though the rest is correct; if it matches the certificate, submit it"
        },
        /// A letter in places 3–8.
        Region = "region" {
            zh: "统一社会信用代码第 3 至 8 位应为数字，请对照证照核对",
            en: "characters 3 to 8 of the unified social credit code must be digits; compare it with the certificate"
        },
        /// The check character does not fit, as in some codes that were issued before the standard.
        EarlyShape = "early_shape" {
            zh: "统一社会信用代码校验位不符；个别早期核发的代码确实如此，请确认与证照上印制的完全一致",
            en: "the check character of the unified social credit code does not match, as in some early codes; make sure it is exactly as printed on the certificate"
        },
        /// The check character of the organisation code in places 9–17 does not fit.
        OrganizationCode = "organization_code" {
            zh: "统一社会信用代码第 9 至 17 位（组织机构代码）校验不符，请对照证照逐位核对",
            en: "characters 9 to 17 of the unified social credit code are not a valid organisation code; compare it with the certificate character by character"
        },
        /// The check character does not fit the rest.
        CheckDigit = "check_digit" {
            zh: "统一社会信用代码校验位不符，请对照证照逐位核对",
            en: "the check character of the unified social credit code does not match; compare it with the certificate character by character"
        },
    }
}

impl CreditCode {
    /// Reads a unified social credit code.
    ///
    /// # Errors
    ///
    /// With the reason why it is none, the check character before the organisation code's.
    pub fn parse(text: &str) -> Result<Self, CreditCodeError> {
        let typed = trimmed(text);
        if let Ok(mut text) = <[u8; 18]>::try_from(typed.as_bytes()) {
            text.make_ascii_uppercase();
            if let Some(remainder) = remainder(&text) {
                return Self::checked(text, remainder == 0);
            }
        }
        let all_fit = typed.chars().all(|c| {
            let byte = u8::try_from(c).unwrap_or_default();
            value(byte.to_ascii_uppercase()).is_some()
        });
        Err(misshapen!(CreditCodeError, typed, all_fit))
    }

    fn checked(text: [u8; 18], check_digit_fits: bool) -> Result<Self, CreditCodeError> {
        let [registrar, _, r1, r2, r3, r4, r5, r6, front @ .., organization_check, _] = text;
        if registrar == b'0' {
            return Err(CreditCodeError::Registrar);
        }
        if ![r1, r2, r3, r4, r5, r6].iter().all(u8::is_ascii_digit) {
            return Err(CreditCodeError::Region);
        }
        match OrganizationCode::of(front, organization_check) {
            Some(organization) if check_digit_fits && is_registrar(registrar) => {
                Ok(Self { text, organization })
            }
            Some(_) if check_digit_fits => Err(CreditCodeError::UnknownRegistrar),
            Some(_) if registrar == b'9' && front.starts_with(b"M000") => Err(CreditCodeError::EarlyShape),
            None if check_digit_fits => Err(CreditCodeError::OrganizationCode),
            _ => Err(CreditCodeError::CheckDigit),
        }
    }

    /// The code in canonical form, as `Display` has it.
    pub fn as_str(&self) -> &str {
        ascii(&self.text)
    }

    /// Place 1: the department that registered the organisation.
    pub fn registrar(self) -> char {
        char::from(self.text[0])
    }

    /// Place 2: the kind of organisation, as that department divides them.
    pub fn category(self) -> char {
        char::from(self.text[1])
    }

    /// The name of the [`registrar`](Self::registrar); `None` for the few that no source names.
    pub fn registrar_name(self) -> Option<Text> {
        let (_, name, _) = REGISTRARS.iter().find(|(registrar, ..)| *registrar == self.text[0])?;
        *name
    }

    /// The name of the [`category`](Self::category), which depends on the registrar; `None` where the standard has
    /// none.
    pub fn category_name(self) -> Option<Text> {
        let (.., categories) = REGISTRARS.iter().find(|(registrar, ..)| *registrar == self.text[0])?;
        let (_, name) = categories.iter().find(|(category, _)| *category == self.text[1])?;
        Some(*name)
    }

    /// Places 3–8: the registrar's region at the time, `350100`, or `100000` for the State.
    pub fn region_code(&self) -> &str {
        ascii(&self.text[2..8])
    }

    /// Places 9–17.
    pub const fn organization_code(self) -> OrganizationCode {
        self.organization
    }
}

fn is_registrar(byte: u8) -> bool {
    REGISTRARS.iter().any(|(registrar, ..)| *registrar == byte)
}

type Category = (u8, Text);

const fn text(zh: &'static str, en: &'static str) -> Text {
    Text { zh, en }
}

const OTHERS: Text = text("其他", "other");

/// The registrars with what they register: GB 32100-2015, table 1 and annex. `G`, `J` and `Q` stand on codes that were
/// issued since (as of 2026-11); of `G` and `Q` no source names the registrar.
#[rustfmt::skip]
const REGISTRARS: &[(u8, Option<Text>, &[Category])] = &[
    (b'1', Some(text("机构编制", "institutional staffing")), &[
        (b'1', text("机关", "government body")),
        (b'2', text("事业单位", "public institution")),
        (b'3', text("编办直接管理机构编制的群众团体", "mass organisation with staff allotted by the State")),
        (b'9', OTHERS),
    ]),
    (b'2', Some(text("外交", "foreign affairs")), &[
        (b'1', text("外国常驻新闻机构", "resident office of a foreign news organisation")),
        (b'9', OTHERS),
    ]),
    (b'3', Some(text("司法行政", "judicial administration")), &[
        (b'1', text("律师执业机构", "law practice")),
        (b'2', text("公证处", "notary office")),
        (b'3', text("基层法律服务所", "grass-roots legal service office")),
        (b'4', text("司法鉴定机构", "forensic appraisal body")),
        (b'5', text("仲裁委员会", "arbitration commission")),
        (b'9', OTHERS),
    ]),
    (b'4', Some(text("文化", "culture")), &[
        (b'1', text("外国在华文化中心", "foreign cultural centre in China")),
        (b'9', OTHERS),
    ]),
    (b'5', Some(text("民政", "civil affairs")), &[
        (b'1', text("社会团体", "social organisation")),
        (b'2', text("民办非企业单位", "private non-enterprise unit")),
        (b'3', text("基金会", "foundation")),
        (b'9', OTHERS),
    ]),
    (b'6', Some(text("旅游", "tourism")), &[
        (b'1', text("外国旅游部门常驻代表机构", "resident office of a foreign tourism department")),
        (b'2', text("港澳台地区旅游部门常驻内地（大陆）代表机构", "resident office of a tourism department of Hong Kong, Macau or Taiwan")),
        (b'9', OTHERS),
    ]),
    (b'7', Some(text("宗教", "religion")), &[
        (b'1', text("宗教活动场所", "religious venue")),
        (b'2', text("宗教院校", "religious school")),
        (b'9', OTHERS),
    ]),
    (b'8', Some(text("工会", "trade unions")), &[
        (b'1', text("基层工会", "primary trade union")),
        (b'9', OTHERS),
    ]),
    (b'9', Some(text("市场监管（工商）", "market regulation")), &[
        (b'1', text("企业", "enterprise")),
        (b'2', text("个体工商户", "individual business")),
        (b'3', text("农民专业合作社", "farmers' cooperative")),
    ]),
    (b'A', Some(text("中央军委改革和编制", "military reform and staffing")), &[
        (b'1', text("军队事业单位", "military institution")),
        (b'9', OTHERS),
    ]),
    (b'G', None, &[]),
    (b'J', Some(text("住房城乡建设", "housing and urban development")), &[]),
    (b'N', Some(text("农业农村", "agriculture")), &[
        (b'1', text("组级集体经济组织", "group-level collective economic organisation")),
        (b'2', text("村级集体经济组织", "village-level collective economic organisation")),
        (b'3', text("乡镇级集体经济组织", "township-level collective economic organisation")),
        (b'9', OTHERS),
    ]),
    (b'Q', None, &[]),
    (b'Y', Some(OTHERS), &[]),
];

/// What modulo 31 leaves of the weighted places, each weight three times the one to its left: 0 of a right code.
fn remainder(text: &[u8; 18]) -> Option<u32> {
    let (check, rest) = text.split_last()?;
    // Below 31 × 3¹⁷ / 2, which fits.
    let sum = rest.iter().rev().try_fold(0, |sum, byte| Some(sum * 3 + value(*byte)?))?;
    Some((sum + value(*check)?) % 31)
}

/// 0–30 for digits and the capital letters other than I, O, S, V and Z.
fn value(byte: u8) -> Option<u32> {
    let skipped = match byte {
        b'0'..=b'9' => return Some(u32::from(byte - b'0')),
        b'A'..=b'H' => 0,
        b'J'..=b'N' => 1,
        b'P'..=b'R' => 2,
        b'T' | b'U' => 3,
        b'W'..=b'Y' => 4,
        _ => return None,
    };
    Some(u32::from(byte - b'A') + 10 - skipped)
}

text_value!(CreditCode, CreditCodeError);
debug_text!(public CreditCode);
