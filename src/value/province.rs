//! The regions whose authorities keep the filing register.

use std::fmt;
use std::str::FromStr;

use serde::ser::{Serialize, Serializer};

use crate::text::{Term, Text, UnknownName};
use crate::wire::edit::Edit;
use crate::wire::{Refusal, Scalar};

macro_rules! provinces {
    ($($(#[$meta:meta])* $variant:ident = $number:literal $code:literal $character:literal
        $zh:literal $short:literal $en:literal),+ $(,)?) => {
        /// A province, autonomous region or municipality 省级行政区 of the mainland, 31 in all.
        ///
        /// - On the wire and in `Display`: the two digits of GB/T 2260, `44`.
        /// - Taiwan (71), Hong Kong (81) and Macao (82) are not here: nothing is filed there.
        /// - Ordered by code, which is also the order of [`Province::ALL`].
        ///
        /// Codes: GB/T 2260. Characters: as the filing numbers of the register print them, where 蜀, 黔, 滇
        /// and 陇 stand for what number plates write 川, 贵, 云 and 甘.
        ///
        /// ```
        /// use beian::value::Province;
        ///
        /// let guangdong = Province::from_code("44").unwrap();
        /// assert_eq!(guangdong, Province::Guangdong);
        /// assert_eq!(guangdong.name().zh, "广东省");
        /// assert_eq!(guangdong.character(), '粤');
        /// assert_eq!(Province::from_character('川'), Some(Province::Sichuan));
        /// assert_eq!(Province::from_name_prefix("广东省深圳市南山区"), Some(guangdong));
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Province { $($(#[$meta])* $variant),+ }

        impl Province {
            /// Every one, in the order of the codes.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            const CODES: &'static [&'static str] = &[$($code),+];

            // One list of texts in a program, not one wherever a name is asked for.
            #[inline(never)]
            const fn line(self) -> &'static str {
                match self { $(Self::$variant => concat!($code, "\t", $zh, "\t", $en)),+ }
            }

            /// The two digits of GB/T 2260, with the name.
            pub fn term(self) -> Term {
                Term::split(self.line())
            }

            /// The name without 省, 市 or 自治区: `广东`.
            #[inline(never)]
            pub const fn short_name(self) -> &'static str {
                match self { $(Self::$variant => $short),+ }
            }

            /// The character that begins the filing numbers of the region: `粤`.
            pub const fn character(self) -> char {
                match self { $(Self::$variant => $character),+ }
            }

            /// The two digits as a number.
            pub const fn number(self) -> u8 {
                match self { $(Self::$variant => $number),+ }
            }

            /// The region of these two digits.
            pub fn from_code(code: &str) -> Option<Self> {
                match code {
                    $($code => Some(Self::$variant),)+
                    _ => None,
                }
            }

            /// The region of these two digits, as a number.
            pub const fn from_number(number: u8) -> Option<Self> {
                match number {
                    $($number => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }
    };
}

provinces! {
    /// 北京市.
    Beijing = 11 "11" '京' "北京市" "北京" "Beijing",
    /// 天津市.
    Tianjin = 12 "12" '津' "天津市" "天津" "Tianjin",
    /// 河北省.
    Hebei = 13 "13" '冀' "河北省" "河北" "Hebei",
    /// 山西省.
    Shanxi = 14 "14" '晋' "山西省" "山西" "Shanxi",
    /// 内蒙古自治区.
    InnerMongolia = 15 "15" '蒙' "内蒙古自治区" "内蒙古" "Inner Mongolia",
    /// 辽宁省.
    Liaoning = 21 "21" '辽' "辽宁省" "辽宁" "Liaoning",
    /// 吉林省.
    Jilin = 22 "22" '吉' "吉林省" "吉林" "Jilin",
    /// 黑龙江省.
    Heilongjiang = 23 "23" '黑' "黑龙江省" "黑龙江" "Heilongjiang",
    /// 上海市.
    Shanghai = 31 "31" '沪' "上海市" "上海" "Shanghai",
    /// 江苏省.
    Jiangsu = 32 "32" '苏' "江苏省" "江苏" "Jiangsu",
    /// 浙江省.
    Zhejiang = 33 "33" '浙' "浙江省" "浙江" "Zhejiang",
    /// 安徽省.
    Anhui = 34 "34" '皖' "安徽省" "安徽" "Anhui",
    /// 福建省.
    Fujian = 35 "35" '闽' "福建省" "福建" "Fujian",
    /// 江西省.
    Jiangxi = 36 "36" '赣' "江西省" "江西" "Jiangxi",
    /// 山东省.
    Shandong = 37 "37" '鲁' "山东省" "山东" "Shandong",
    /// 河南省.
    Henan = 41 "41" '豫' "河南省" "河南" "Henan",
    /// 湖北省.
    Hubei = 42 "42" '鄂' "湖北省" "湖北" "Hubei",
    /// 湖南省.
    Hunan = 43 "43" '湘' "湖南省" "湖南" "Hunan",
    /// 广东省.
    Guangdong = 44 "44" '粤' "广东省" "广东" "Guangdong",
    /// 广西壮族自治区.
    Guangxi = 45 "45" '桂' "广西壮族自治区" "广西" "Guangxi",
    /// 海南省.
    Hainan = 46 "46" '琼' "海南省" "海南" "Hainan",
    /// 重庆市.
    Chongqing = 50 "50" '渝' "重庆市" "重庆" "Chongqing",
    /// 四川省.
    Sichuan = 51 "51" '蜀' "四川省" "四川" "Sichuan",
    /// 贵州省.
    Guizhou = 52 "52" '黔' "贵州省" "贵州" "Guizhou",
    /// 云南省.
    Yunnan = 53 "53" '滇' "云南省" "云南" "Yunnan",
    /// 西藏自治区.
    Xizang = 54 "54" '藏' "西藏自治区" "西藏" "Xizang",
    /// 陕西省.
    Shaanxi = 61 "61" '陕' "陕西省" "陕西" "Shaanxi",
    /// 甘肃省.
    Gansu = 62 "62" '陇' "甘肃省" "甘肃" "Gansu",
    /// 青海省.
    Qinghai = 63 "63" '青' "青海省" "青海" "Qinghai",
    /// 宁夏回族自治区.
    Ningxia = 64 "64" '宁' "宁夏回族自治区" "宁夏" "Ningxia",
    /// 新疆维吾尔自治区.
    Xinjiang = 65 "65" '新' "新疆维吾尔自治区" "新疆" "Xinjiang",
}

impl Province {
    /// The two digits of GB/T 2260: `44`.
    pub fn code(self) -> &'static str {
        self.term().code
    }

    /// The full name 广东省, in English without "Province".
    pub fn name(self) -> Text {
        self.term().text
    }

    /// The place in [`Province::ALL`], for tables: 0 to 30.
    #[allow(clippy::as_conversions)] // A list of names without values is numbered from 0.
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The region whose filing numbers begin with `character`. The other short forms 川, 贵, 云 and 甘,
    /// which some footers print instead of the register's, are understood as well.
    pub fn from_character(character: char) -> Option<Self> {
        match character {
            '川' => Some(Self::Sichuan),
            '贵' => Some(Self::Guizhou),
            '云' => Some(Self::Yunnan),
            '甘' => Some(Self::Gansu),
            _ => Self::ALL.iter().copied().find(|province| province.character() == character),
        }
    }

    /// The region that an address names at its beginning, in full 广东省 or short 广东.
    ///
    /// A leading 中国 is read over. A street that is called after a province (北京东路) names none, nor do
    /// the places whose names begin like a province's (海南藏族自治州 in Qinghai).
    ///
    /// ```
    /// use beian::value::Province;
    /// assert_eq!(Province::from_name_prefix("中国 内蒙古呼和浩特市"), Some(Province::InnerMongolia));
    /// assert_eq!(Province::from_name_prefix("北京东路 1 号"), None);
    /// ```
    pub fn from_name_prefix(address: &str) -> Option<Self> {
        Self::split_name(address).map(|named| named.province)
    }

    /// The region named at the beginning, and the text behind its name.
    pub(crate) fn split_name(address: &str) -> Option<NamedProvince<'_>> {
        let mut text = address.trim_start();
        for country in ["中华人民共和国", "中国"] {
            text = text.strip_prefix(country).unwrap_or(text).trim_start();
        }
        Self::ALL.iter().find_map(|&province| {
            let behind_short = text.strip_prefix(province.short_name())?;
            let behind_full = (text.strip_prefix(province.name().zh).filter(|rest| !rest.starts_with('场')))
                .or_else(|| behind_short.strip_prefix("自治区"))
                .or_else(|| behind_short.strip_prefix('省'));
            match behind_full {
                Some(rest) => Some(NamedProvince { province, rest, in_full: true }),
                // 吉林市 is a city; it lies in the province of its name.
                None if province == Self::Jilin && behind_short.starts_with('市') => {
                    Some(NamedProvince { province, rest: text, in_full: false })
                }
                None if is_other_place(province, behind_short) || is_street(behind_short) => None,
                None => Some(NamedProvince { province, rest: behind_short, in_full: false }),
            }
        })
    }
}

/// A region that an address begins with.
pub(crate) struct NamedProvince<'a> {
    pub(crate) province: Province,
    /// What follows the name.
    pub(crate) rest: &'a str,
    /// With 省, 市 or 自治区; the short form may be part of something else (北京师范大学).
    pub(crate) in_full: bool,
}

/// Whether the name of a province is here the beginning of another place's.
fn is_other_place(province: Province, rest: &str) -> bool {
    match province {
        Province::Hebei => rest.starts_with('区'),
        Province::Hainan => rest.starts_with(['藏', '州', '区']),
        Province::Henan => rest.starts_with(['蒙', '县']),
        _ => rest.starts_with("市场"),
    }
}

/// Whether `rest` makes a street of the name before it: 路, 大道, 东路, 中一路 …
pub(crate) fn is_street(rest: &str) -> bool {
    let rest = rest
        .trim_start_matches(['东', '西', '南', '北', '中', '一', '二', '三', '四', '五', '大', '新', '老']);
    rest.starts_with(['路', '街', '道', '巷', '弄', '里'])
}

/// Reads the two digits, as they are printed and on the wire.
impl FromStr for Province {
    type Err = UnknownName;

    fn from_str(code: &str) -> Result<Self, UnknownName> {
        Self::from_code(code).ok_or(UnknownName::new(Self::CODES))
    }
}

impl fmt::Display for Province {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl From<Province> for Term {
    fn from(province: Province) -> Self {
        province.term()
    }
}

impl Serialize for Province {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl crate::wire::Read for Province {
    const EXPECTED: &'static str = "the two digits of a mainland province, as a string";

    fn blank() -> Self {
        Self::Beijing
    }

    fn scalar(&mut self, scalar: Scalar<'_>) -> Result<(), Refusal> {
        let Scalar::Text(code) = scalar else { return Err(Refusal::Type) };
        *self = Self::from_code(code).ok_or(Refusal::Name(Self::CODES))?;
        Ok(())
    }
}
crate::wire::deserialize_by_read!(Province);

impl Edit for Province {
    fn parsed(text: &str) -> Option<Self> {
        Self::from_code(text)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn every_way_in_leads_to_the_same_province() {
        assert_eq!(Province::ALL.len(), 31);
        for (index, &province) in Province::ALL.iter().enumerate() {
            assert_eq!(province.index(), index);
            assert_eq!(Province::from_code(province.code()), Some(province));
            assert_eq!(Province::from_number(province.number()), Some(province));
            assert_eq!(Province::from_character(province.character()), Some(province));
            assert_eq!(Province::from_name_prefix(province.name().zh), Some(province));
            assert_eq!(Province::from_name_prefix(province.short_name()), Some(province));
            assert_eq!(province.code(), format!("{:02}", province.number()));
            assert!(province.name().zh.starts_with(province.short_name()));
        }
        assert!(Province::ALL.windows(2).all(|pair| pair[0] < pair[1] && pair[0].code() < pair[1].code()));
    }

    #[test]
    fn addresses_name_their_province_first() {
        for (address, province) in [
            ("广东省深圳市南山区", Some(Province::Guangdong)),
            ("广东深圳南山区", Some(Province::Guangdong)),
            ("中国广东省深圳市", Some(Province::Guangdong)),
            ("中华人民共和国 北京市", Some(Province::Beijing)),
            ("北京市海淀区", Some(Province::Beijing)),
            ("北京海淀", Some(Province::Beijing)),
            ("广西省南宁市", Some(Province::Guangxi)),
            ("广西南宁市", Some(Province::Guangxi)),
            ("新疆自治区喀什", Some(Province::Xinjiang)),
            ("吉林市船营区", Some(Province::Jilin)),
            ("海南省海口市", Some(Province::Hainan)),
            ("海南海口", Some(Province::Hainan)),
            ("海南藏族自治州共和县", None),
            ("海南区", None),
            ("河北区中山路", None),
            ("北京市场街 1 号", None),
            ("河南蒙古族自治县", None),
            ("北京东路100号", None),
            ("重庆中路 8 号", None),
            ("上海路", None),
            ("天津大道", None),
            ("深圳市南山区", None),
            ("台湾省", None),
            ("", None),
        ] {
            assert_eq!(Province::from_name_prefix(address), province, "{address}");
        }
    }
}
