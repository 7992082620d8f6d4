//! County-level regions, and whether an address lies in one.

use crate::text::sort_by;
use std::fmt;
use std::str::FromStr;

use once_cell::sync::Lazy;

use super::divisions::{
    divisions, find, find_abolished, former, is_city, is_municipality, is_province, province_of,
    province_rows, rows, Division, Row,
};
use super::province::Province;
use super::reason::reasons;
use super::region_names::{
    begins_inside, between, city, county, stands_alone, strip_full, strip_name, strip_short,
};
use super::region_table;
use super::typed::{read_from_text, written_as_text};

reasons! {
    /// Why a text is not the code of a county-level region in use.
    pub enum RegionError {
        /// Not six characters.
        Length = "length" { zh: "行政区划代码应为 6 位数字", en: "a region code has six digits" },
        /// Something else than the digits 0 to 9.
        Characters = "characters" {
            zh: "行政区划代码只能由半角数字组成", en: "a region code consists of the half-width digits 0 to 9 only"
        },
        /// In no table of the mainland's codes.
        Unknown = "unknown" {
            zh: "没有这个行政区划代码，请重新选择省、市、区（县）",
            en: "there is no such region code; choose the province, city and district again"
        },
        /// Of Taiwan, Hong Kong or Macao.
        NotMainland = "not_mainland" {
            zh: "备案地区须为中国大陆的省、市、区（县），港澳台地区不办理 ICP 备案",
            en: "there is no ICP filing in Hong Kong, Macao and Taiwan; choose a region of the mainland"
        },
        /// A province's or a city's code, where the city has districts or counties.
        NotCounty = "not_county" {
            zh: "这是省级或地市级代码，请选择到区（县）",
            en: "this is the code of a province or city; choose the district or county"
        },
        /// A code that is no longer in use; see [`Region::successors`].
        Abolished = "abolished" {
            zh: "该行政区划代码已撤销，请选择现行的区（县）",
            en: "this region code has been abolished; choose the current district or county"
        },
    }
}

wire_names! {
    /// A level of administrative divisions 行政区划.
    pub enum RegionLevel {
        /// Province 省、自治区、直辖市.
        Province = "province" { zh: "省级", en: "province" },
        /// Prefecture-level city 地级市、地区、自治州、盟.
        City = "city" { zh: "地市级", en: "city" },
        /// County 县、市辖区、县级市、旗.
        County = "county" { zh: "区县级", en: "district or county" },
    }
}

/// What an address says about a region; see [`Region::agrees_with`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AddressMatch {
    /// It names the county, and nothing above it speaks against that.
    Agrees,
    /// It names another province, city or county.
    Contradicts {
        /// The level of what it names.
        level: RegionLevel,
        /// The official name of what it names: `广州市`.
        named: &'static str,
        /// The province that it lies in.
        province: Province,
    },
    /// It names no county that is known, and no other city or province.
    Unstated,
}

/// A county-level region 县级行政区 of the mainland by its code: `440305` (Nanshan, Shenzhen, Guangdong).
///
/// # Syntax
///
/// - Six digits, GB/T 2260: province, city, county. [`Display`](fmt::Display) prints them.
/// - A county, district, county-level city or banner that is in use, or one of the four cities without any
///   (东莞 `441900`, 中山 `442000`, 儋州 `460400`, 嘉峪关 `620200`) by the city's code.
/// - Ordered by code.
///
/// Source: the codes of the Ministry of Civil Affairs as of [`Region::AS_OF`].
///
/// # Examples
///
/// ```
/// use beian::value::{AddressMatch, Province, Region, RegionError};
///
/// let nanshan = Region::parse("440305")?;
/// assert_eq!(nanshan.full_name(), "广东省深圳市南山区");
/// assert_eq!(nanshan.province(), Province::Guangdong);
/// assert_eq!(nanshan.agrees_with("深圳市南山区科技园 1 栋"), AddressMatch::Agrees);
///
/// assert_eq!(Region::parse("440300"), Err(RegionError::NotCounty));
/// assert_eq!(Region::parse("110103"), Err(RegionError::Abolished));
/// let successors: Vec<_> = Region::successors("110103").map(Region::name).collect();
/// assert_eq!(successors, ["东城区"]);
/// # Ok::<(), RegionError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region {
    code: u32,
    name: &'static str,
    province: Province,
}

/// The counties whose names have three characters or more, by name.
static COUNTIES: Lazy<Vec<(&'static str, u32)>> = Lazy::new(|| {
    let rows = divisions().iter().map(|division| division.row());
    let counties = rows.filter(|(code, name)| !is_city(*code) && name.chars().nth(2).is_some());
    let mut counties: Vec<_> = counties.map(|(code, name)| (name, code)).collect();
    sort_by(&mut counties, |a: &(&str, u32), b| a.cmp(b));
    counties
});

/// No name of a county has more characters.
const LONGEST_COUNTY: usize = 15;

impl Region {
    /// The day whose state the table shows, `YYYY-MM-DD`.
    pub const AS_OF: &'static str = region_table::AS_OF;

    /// The places that a name may hold: provinces by their short names, cities in full, each with its code.
    pub(crate) fn place_names() -> impl Iterator<Item = (u32, &'static str)> {
        let provinces = Province::ALL.iter();
        let provinces =
            provinces.map(|province| (u32::from(province.number()) * 10_000, province.short_name()));
        provinces.chain(divisions().iter().map(|division| division.row()).filter(|(code, _)| is_city(*code)))
    }

    /// The counties and districts that stand in a text in full, of three characters or more, by code: shorter names,
    /// such as 城区, are words.
    pub(crate) fn counties_in(text: &str) -> impl Iterator<Item = (u32, &'static str)> {
        let mut found = Vec::new();
        for (at, last) in text.char_indices().filter(|(_, c)| matches!(c, '县' | '区' | '市' | '旗')) {
            let until = text.get(..at + last.len_utf8()).unwrap_or_default();
            let starts = until.char_indices().rev().map(|(start, _)| start);
            for name in starts.skip(2).take(LONGEST_COUNTY - 2).filter_map(|start| until.get(start..)) {
                let from = COUNTIES.partition_point(|(known, _)| *known < name);
                let named = COUNTIES.iter().skip(from).take_while(|(known, _)| *known == name);
                found.extend(named.map(|(name, code)| (*code, *name)));
            }
        }
        sort_by(&mut found, |a: &(u32, &str), b| a.cmp(b));
        found.dedup();
        found.into_iter()
    }

    /// Reads a code.
    ///
    /// # Errors
    ///
    /// With the reason why it is none of a county-level region in use.
    pub fn parse(code: &str) -> Result<Self, RegionError> {
        let number = number(code)?;
        if let Some(region) = Self::in_use(number) {
            return Ok(region);
        }
        Err(if find(number).is_some() || is_province(number) {
            RegionError::NotCounty
        } else if find_abolished(number).is_some() {
            RegionError::Abolished
        } else if matches!(number / 10_000, 71 | 81 | 82) {
            RegionError::NotMainland
        } else {
            RegionError::Unknown
        })
    }

    /// The county-level regions in use of a province, ordered by code.
    ///
    /// ```
    /// use beian::value::{Province, Region};
    /// assert_eq!(Region::of_province(Province::Zhejiang).next(), Region::parse("330102").ok());
    /// ```
    pub fn of_province(province: Province) -> impl Iterator<Item = Self> {
        province_rows(province).iter().filter_map(|division| Self::in_use(division.code()))
    }

    /// What follows the province, city and county that an address begins with; `None` where it begins with none.
    pub(crate) fn behind_names(address: &str) -> Option<&str> {
        let named = Province::split_name(address);
        let within = named.as_ref().map(|named| named.province);
        let mut rest = between(named.map_or(address, |named| named.rest));
        let mut city_rows = within.map_or(divisions(), province_rows);
        if let Some(municipality) = within.filter(|province| is_municipality(*province)) {
            rest = between(rest.strip_prefix(municipality.name().zh).unwrap_or(rest));
        } else if let Some(((code, _), behind)) = city(rest, within) {
            rest = between(behind);
            city_rows = rows(code, code + 100);
        }
        if let Some((_, behind)) = county(rest, city_rows.iter()) {
            rest = between(behind);
        }
        (rest.len() < address.trim_start().len()).then_some(rest)
    }

    fn in_use(code: u32) -> Option<Self> {
        let (_, name) = find(code)?;
        if is_city(code) && !rows(code + 1, code + 100).is_empty() {
            return None;
        }
        Some(Self { code, name, province: province_of(code)? })
    }

    /// The county-level regions in use that an abolished code went to, ordered by code; none where the code
    /// is in use or unknown, or was a whole prefecture's.
    pub fn successors(code: &str) -> impl Iterator<Item = Self> {
        let found = number(code).ok().and_then(find_abolished);
        found
            .map_or(&[][..], |abolished| abolished.successors())
            .iter()
            .filter_map(|&code| Self::in_use(code))
    }

    /// The six digits as a number.
    pub const fn code(self) -> u32 {
        self.code
    }

    /// The province, autonomous region or municipality.
    pub const fn province(self) -> Province {
        self.province
    }

    /// The name of the county: `南山区`; of a city without counties, its own.
    pub const fn name(self) -> &'static str {
        self.name
    }

    /// The name of the prefecture-level city: `深圳市`. In a municipality that is the municipality's; a county
    /// directly under its province gives its own name.
    pub fn city_name(self) -> &'static str {
        if is_municipality(self.province) {
            return self.province.name().zh;
        }
        self.city().map_or(self.name, |(_, name)| name)
    }

    /// The name with those of its city and province: `广东省深圳市南山区`, `北京市海淀区`, `湖北省仙桃市`.
    pub fn full_name(self) -> String {
        let (province, city) = (self.province.name().zh, self.city_name());
        let mut name = String::with_capacity(48);
        name.push_str(province);
        if city != province {
            name.push_str(city);
        }
        if self.name != city {
            name.push_str(self.name);
        }
        name
    }

    fn city(self) -> Option<Row> {
        find(self.code / 100 * 100)
    }

    /// Compares the region with the province, city and county that an address begins with.
    ///
    /// - Read from the beginning, in the order province, city, county; each may be missing. Of names that
    ///   begin alike the longest counts. Spaces and punctuation between them, a leading 中国, and 市辖区 are
    ///   read over.
    /// - Names may lack their ending (`广东深圳`), and those of autonomous regions the peoples' names
    ///   (`湘西州`, `连南县`). A short form may as well belong to a street, a school or a town. So a short
    ///   province or city contradicts only where a division that lies in it follows, a short county never
    ///   does.
    /// - A district 区 counts only in its own city; cities call zones and former districts like districts
    ///   elsewhere. Counties, banners and county-level cities have names of their own and may stand without
    ///   their city (`浙江省义乌市`).
    /// - What is not in the table (development zones, abolished names) says nothing.
    ///
    /// ```
    /// use beian::value::{AddressMatch, Province, Region, RegionLevel};
    ///
    /// # use beian::value::RegionError;
    /// let xihu = Region::parse("330106")?;
    /// assert_eq!(xihu.agrees_with("浙江省杭州市西湖区文三路18号"), AddressMatch::Agrees);
    /// assert_eq!(xihu.agrees_with("杭州市文三路18号"), AddressMatch::Unstated);
    /// assert_eq!(
    ///     xihu.agrees_with("广东省深圳市南山区"),
    ///     AddressMatch::Contradicts { level: RegionLevel::Province, named: "广东省", province: Province::Guangdong },
    /// );
    /// # Ok::<(), RegionError>(())
    /// ```
    pub fn agrees_with(self, address: &str) -> AddressMatch {
        let mut rest = address;
        let mut within = None;
        if let Some(named) = Province::split_name(address) {
            rest = between(named.rest);
            if named.province != self.province {
                return if named.in_full || begins_inside(named.province, rest) {
                    contradicts(RegionLevel::Province, named.province.name().zh, named.province)
                } else {
                    AddressMatch::Unstated
                };
            }
            within = Some(named.province);
        }
        rest = between(rest);

        let municipality = is_municipality(self.province);
        let mut city_named = municipality && within.is_some();
        if city_named {
            // 北京市北京市海淀区: the municipality once more, as its own city.
            rest = between(rest.strip_prefix(self.province.name().zh).unwrap_or(rest));
        } else if let Some(behind) = self.city().and_then(|(_, city)| strip_name(rest, city)) {
            rest = between(behind);
            city_named = true;
        } else if let Some((city, behind)) = city(rest, within) {
            return if self.once_belonged_to(city, between(behind)) {
                AddressMatch::Unstated
            } else {
                contradicts(RegionLevel::City, city.1, province_of(city.0).unwrap_or(self.province))
            };
        }

        if is_city(self.code) && city_named || strip_full(rest, self.name).is_some() {
            return AddressMatch::Agrees;
        }
        let own_city = if municipality { province_rows(self.province) } else { self.siblings() };
        let other = county(rest, own_city.iter()).or_else(|| {
            let anywhere = within.map_or(divisions(), province_rows);
            county(
                rest,
                anywhere.iter().filter(|_| !city_named).filter(|division| stands_alone(division.row().1)),
            )
        });
        match other {
            // 巢湖市庐江县: a county in what was a prefecture and is a county-level city now.
            Some((_, behind)) if strip_full(between(behind), self.name).is_some() => AddressMatch::Agrees,
            Some((county, _)) => {
                contradicts(RegionLevel::County, county.1, province_of(county.0).unwrap_or(self.province))
            }
            None if strip_short(rest, self.name).is_some() => AddressMatch::Agrees,
            None => AddressMatch::Unstated,
        }
    }

    /// The rows of the counties with the same city, and the city's.
    fn siblings(self) -> &'static [Division] {
        let city = self.code / 100 * 100;
        // Counties directly under a province (4290xx) share four digits, not a city.
        if find(city).is_some() {
            rows(city, city + 100)
        } else {
            &[]
        }
    }

    /// Whether `city` is where the region, named in `rest`, belonged under a former code: the address is old.
    fn once_belonged_to(self, city: Row, rest: &str) -> bool {
        let mut former = former(city.0, city.0 + 100).iter();
        strip_full(rest, self.name).is_some() && former.any(|old| old.successors().contains(&self.code))
    }
}

const fn contradicts(level: RegionLevel, named: &'static str, province: Province) -> AddressMatch {
    AddressMatch::Contradicts { level, named, province }
}

fn number(code: &str) -> Result<u32, RegionError> {
    if code.chars().count() != 6 {
        return Err(RegionError::Length);
    }
    code.bytes().try_fold(0, |number, byte| match byte {
        b'0'..=b'9' => Ok(number * 10 + u32::from(byte - b'0')),
        _ => Err(RegionError::Characters),
    })
}

impl FromStr for Region {
    type Err = RegionError;

    fn from_str(code: &str) -> Result<Self, RegionError> {
        Self::parse(code)
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:06}", self.code)
    }
}

written_as_text!(Region);
read_from_text!(Region);

impl fmt::Debug for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Region({:06} {})", self.code, self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_county_is_found_in_a_text_that_has_it() {
        for (code, name) in
            divisions().iter().map(|division| division.row()).filter(|(code, _)| !is_city(*code))
        {
            assert!(name.ends_with(['县', '区', '市', '旗']), "{name}");
            assert!(name.chars().count() <= LONGEST_COUNTY, "{name}");
            let is_found = Region::counties_in(&format!("在{name}里")).any(|found| found == (code, name));
            assert_eq!(is_found, name.chars().count() > 2, "{name}");
        }
    }

    #[test]
    fn counties_are_told_once_and_by_code() {
        let found = |text| Region::counties_in(text).collect::<Vec<_>>();
        assert_eq!(
            found("西湖区和海淀区，又是西湖区"),
            [(110_108, "海淀区"), (330_106, "西湖区"), (360_103, "西湖区")]
        );
        // One within another's name counts as well.
        assert_eq!(found("南山区").first(), Some(&(230_404, "南山区")));
        assert!(found("城区、社区和市旗").is_empty());
    }

    #[test]
    fn the_names_that_an_address_begins_with_are_read_over() {
        for (address, street) in [
            ("浙江省杭州市西湖区文三路478号", Some("文三路478号")),
            (" 浙江 杭州市，西湖区 文三路478号", Some("文三路478号")),
            ("杭州市文三路478号", Some("文三路478号")),
            ("北京市北京市海淀区中关村大街1号", Some("中关村大街1号")),
            ("浙江省义乌市稠州北路1号", Some("稠州北路1号")),
            // A district of another city, and of another province.
            ("浙江省杭州市海曙区文三路478号", Some("海曙区文三路478号")),
            ("浙江省南山区文三路478号", Some("南山区文三路478号")),
            ("浙江省", Some("")),
            // A short name tells nothing without what lies in it.
            ("杭州西湖区文三路478号", Some("文三路478号")),
            ("杭州海曙区文三路478号", None),
            ("文三路478号", None),
            (" 文三路478号", None),
            ("", None),
        ] {
            assert_eq!(Region::behind_names(address), street, "{address}");
        }
    }
}
