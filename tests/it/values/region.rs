//! Region codes and what addresses say about them.

use beian::value::{AddressMatch, Province, Region, RegionError, RegionLevel};
use proptest::prelude::*;

fn region(code: &str) -> Region {
    Region::parse(code).unwrap()
}

#[test]
fn codes_in_use_have_names_and_a_province() {
    for (code, name, city, full_name, province) in [
        ("440305", "南山区", "深圳市", "广东省深圳市南山区", Province::Guangdong),
        ("330106", "西湖区", "杭州市", "浙江省杭州市西湖区", Province::Zhejiang),
        ("110108", "海淀区", "北京市", "北京市海淀区", Province::Beijing),
        ("500235", "云阳县", "重庆市", "重庆市云阳县", Province::Chongqing),
        ("330782", "义乌市", "金华市", "浙江省金华市义乌市", Province::Zhejiang),
        // Directly under the province.
        ("429004", "仙桃市", "仙桃市", "湖北省仙桃市", Province::Hubei),
        ("659001", "石河子市", "石河子市", "新疆维吾尔自治区石河子市", Province::Xinjiang),
        // Cities without counties.
        ("441900", "东莞市", "东莞市", "广东省东莞市", Province::Guangdong),
        ("442000", "中山市", "中山市", "广东省中山市", Province::Guangdong),
        ("460400", "儋州市", "儋州市", "海南省儋州市", Province::Hainan),
        ("620200", "嘉峪关市", "嘉峪关市", "甘肃省嘉峪关市", Province::Gansu),
    ] {
        let region = region(code);
        assert_eq!(region.to_string(), code);
        assert_eq!((region.name(), region.city_name()), (name, city), "{code}");
        assert_eq!(region.full_name(), full_name);
        assert_eq!(region.province(), province);
    }
}

#[test]
fn other_codes_are_refused_with_a_reason() {
    for (code, reason) in [
        ("", RegionError::Length),
        ("44030", RegionError::Length),
        ("4403055", RegionError::Length),
        (" 440305", RegionError::Length),
        ("南山区", RegionError::Length),
        ("44030x", RegionError::Characters),
        ("４４０３０５", RegionError::Characters),
        ("+44030", RegionError::Characters),
        ("440000", RegionError::NotCounty),
        ("110000", RegionError::NotCounty),
        ("440300", RegionError::NotCounty),
        // The placeholder 市辖区 is no code of the table.
        ("440301", RegionError::Unknown),
        ("110100", RegionError::Unknown),
        ("999999", RegionError::Unknown),
        ("000000", RegionError::Unknown),
        ("710000", RegionError::NotMainland),
        ("810101", RegionError::NotMainland),
        ("110103", RegionError::Abolished),
        ("440321", RegionError::Abolished),
        ("512300", RegionError::Abolished),
    ] {
        assert_eq!(Region::parse(code), Err(reason), "{code}");
    }
}

#[test]
fn abolished_codes_lead_to_what_is_in_use() {
    for (code, successors) in [
        ("110103", vec!["东城区"]),
        // By way of 增城市.
        ("440125", vec!["黄埔区", "增城区"]),
        // To a city without counties.
        ("440620", vec!["中山市"]),
        // To another province.
        ("512322", vec!["垫江县"]),
        // To a city with districts.
        ("442701", vec!["禅城区", "南海区", "顺德区", "三水区", "高明区"]),
        // A whole prefecture, a code in use, and no code.
        ("512300", vec![]),
        ("440305", vec![]),
        ("44", vec![]),
    ] {
        assert_eq!(Region::successors(code).map(Region::name).collect::<Vec<_>>(), successors, "{code}");
    }
}

#[test]
fn a_region_has_its_code() {
    assert_eq!(region("330106").code(), 330_106);
    assert_eq!(region("330106").to_string(), "330106");
}

const PROVINCE: RegionLevel = RegionLevel::Province;
const CITY: RegionLevel = RegionLevel::City;
const COUNTY: RegionLevel = RegionLevel::County;

#[test]
fn addresses_that_name_the_region_agree() {
    for (code, address) in [
        ("330106", "浙江省杭州市西湖区文三路18号"),
        ("330106", "浙江杭州西湖区文三路18号"),
        ("330106", "杭州市西湖区文三路18号"),
        ("330106", "西湖区文三路18号"),
        ("330106", "中国 浙江省 杭州市 西湖区"),
        ("330106", "浙江省-杭州市-西湖区-文三路"),
        ("330106", "浙江省杭州市市辖区西湖区"),
        ("330106", "杭州西湖文三路"),
        ("110108", "北京市海淀区中关村大街1号"),
        ("110108", "北京市北京市海淀区中关村"),
        ("110108", "北京市市辖区海淀区"),
        ("110108", "北京海淀中关村"),
        ("110108", "海淀区中关村"),
        ("310115", "上海市浦东新区世纪大道1号"),
        ("310115", "上海浦东世纪大道1号"),
        ("330782", "浙江省金华市义乌市北苑街道"),
        ("330782", "浙江省义乌市北苑街道"),
        ("330782", "义乌市北苑街道"),
        ("429004", "湖北省仙桃市龙华山"),
        ("429004", "湖北省省直辖县级行政区划仙桃市"),
        ("659001", "新疆石河子市"),
        ("441900", "广东省东莞市南城区鸿福路"),
        ("441900", "东莞市东城街道"),
    ] {
        assert_eq!(region(code).agrees_with(address), AddressMatch::Agrees, "{code} {address}");
    }
}

#[test]
fn names_of_autonomous_regions_may_be_shortened() {
    for (code, address) in [
        ("433101", "湖南省湘西土家族苗族自治州吉首市人民路"),
        ("433101", "湖南省湘西自治州吉首市人民路"),
        ("433101", "湖南湘西州吉首市人民路"),
        ("441826", "广东省清远市连南瑶族自治县三江镇"),
        ("441826", "广东省清远市连南县三江镇"),
        ("222401", "吉林省延边州延吉市"),
        ("654002", "新疆伊犁哈萨克自治州伊宁市"),
        ("654002", "新疆伊犁州伊宁市"),
        ("410304", "河南省洛阳市瀍河区"),
        ("622926", "甘肃省临夏州东乡族自治县"),
    ] {
        assert_eq!(region(code).agrees_with(address), AddressMatch::Agrees, "{code} {address}");
    }
}

#[test]
fn addresses_elsewhere_contradict_at_the_highest_level_that_differs() {
    for (code, address, level, named, province) in [
        ("330106", "广东省深圳市南山区", PROVINCE, "广东省", Province::Guangdong),
        ("330106", "广东深圳南山区", PROVINCE, "广东省", Province::Guangdong),
        ("330106", "北京海淀", PROVINCE, "北京市", Province::Beijing),
        ("330106", "上海浦东", PROVINCE, "上海市", Province::Shanghai),
        ("110108", "吉林市船营区", PROVINCE, "吉林省", Province::Jilin),
        ("330106", "浙江省宁波市海曙区", CITY, "宁波市", Province::Zhejiang),
        ("330106", "宁波市海曙区", CITY, "宁波市", Province::Zhejiang),
        ("330106", "浙江宁波海曙区", CITY, "宁波市", Province::Zhejiang),
        ("440305", "广州市南山区", CITY, "广州市", Province::Guangdong),
        ("110108", "广州市天河区", CITY, "广州市", Province::Guangdong),
        ("330106", "浙江省杭州市滨江区", COUNTY, "滨江区", Province::Zhejiang),
        ("330106", "杭州滨江区江南大道", COUNTY, "滨江区", Province::Zhejiang),
        ("330106", "滨江区江南大道", COUNTY, "滨江区", Province::Zhejiang),
        ("330106", "浙江省义乌市北苑街道", COUNTY, "义乌市", Province::Zhejiang),
        ("330106", "昆山市花桥镇", COUNTY, "昆山市", Province::Jiangsu),
        ("110108", "北京市朝阳区建国路", COUNTY, "朝阳区", Province::Beijing),
        ("110108", "朝阳区建国路", COUNTY, "朝阳区", Province::Beijing),
        ("654021", "新疆伊犁州伊宁市", COUNTY, "伊宁市", Province::Xinjiang),
        ("653221", "新疆和田地区和田市", COUNTY, "和田市", Province::Xinjiang),
        ("429004", "湖北省武汉市江汉区", CITY, "武汉市", Province::Hubei),
        ("441900", "广东省中山市石岐街道", CITY, "中山市", Province::Guangdong),
        ("441900", "广东省深圳市福田区", CITY, "深圳市", Province::Guangdong),
    ] {
        assert_eq!(
            region(code).agrees_with(address),
            AddressMatch::Contradicts { level, named, province },
            "{code} {address}"
        );
    }
}

#[test]
fn streets_schools_zones_and_former_names_contradict_nothing() {
    for (code, address) in [
        // Nothing administrative at all.
        ("330106", ""),
        ("330106", "文三路18号"),
        ("330106", "18 Wensan Road, Hangzhou"),
        // The county is missing.
        ("330106", "浙江省杭州市文三路18号"),
        ("440305", "广东省深圳市科技园"),
        // Streets with the names of provinces, cities and counties.
        ("370202", "山东省青岛市香港中路1号"),
        ("310101", "上海市南京东路100号"),
        ("310101", "北京东路100号"),
        ("330106", "广东路12号"),
        ("330106", "中山路12号"),
        ("330106", "温州街12号"),
        ("330106", "浙江省杭州市滨江路1号"),
        ("330106", "浙江省杭州市西湖路1号"),
        ("440106", "广东省广州市中山大道"),
        // Schools, markets and other institutions.
        ("440402", "北京师范大学珠海分校"),
        ("440106", "广东省中山大学南校区"),
        ("330106", "上海交通大学校友会"),
        ("110108", "中山市场3号"),
        // Towns and subdistricts called like a county.
        ("440306", "深圳市南山街道"),
        ("330106", "杭州滨江镇"),
        ("330106", "杭州西湖村"),
        // Zones and districts that are in no table, or in another city's.
        ("440307", "广东省深圳市大鹏新区"),
        ("320506", "江苏省苏州市工业园区"),
        ("130102", "河北省石家庄市高新区"),
        ("330106", "新市区人民路"),
        ("330106", "浙江省天河区"),
        // Names of former counties.
        ("310115", "上海市南汇区惠南镇"),
        ("420602", "湖北省襄樊市襄城区"),
        ("510185", "四川省资阳市简阳市"),
    ] {
        assert_eq!(region(code).agrees_with(address), AddressMatch::Unstated, "{code} {address}");
    }
}

#[test]
fn a_former_prefecture_that_is_a_county_now_agrees() {
    assert_eq!(region("340124").agrees_with("安徽省巢湖市庐江县"), AddressMatch::Agrees);
    assert_eq!(
        region("340124").agrees_with("安徽省巢湖市"),
        AddressMatch::Contradicts { level: COUNTY, named: "巢湖市", province: Province::Anhui }
    );
}

#[test]
fn every_region_agrees_with_its_own_name_and_with_no_other_of_its_province() {
    let regions: Vec<Region> =
        (110_000..660_000).filter_map(|code: u32| Region::parse(&code.to_string()).ok()).collect();
    assert_eq!(regions.len(), 2846 + 4);
    let mut wrong = Vec::new();
    for &province in Province::ALL {
        let inside: Vec<Region> = regions.iter().copied().filter(|r| r.province() == province).collect();
        for named in &inside {
            let address = format!("{}人民路1号", named.full_name());
            for region in &inside {
                let agreement = region.agrees_with(&address);
                let right = if region == named {
                    agreement == AddressMatch::Agrees
                } else {
                    matches!(agreement, AddressMatch::Contradicts { .. })
                };
                if !right {
                    wrong.push((*region, address.clone(), agreement));
                }
            }
        }
    }
    assert_eq!(wrong, []);
}

#[test]
fn every_abolished_county_has_successors() {
    let mut abolished = 0;
    for code in 110_000..660_000_u32 {
        let code = code.to_string();
        if Region::parse(&code) == Err(RegionError::Abolished) {
            abolished += 1;
            assert!(code.ends_with("00") || Region::successors(&code).next().is_some(), "{code}");
        } else {
            assert_eq!(Region::successors(&code).next(), None, "{code}");
        }
    }
    assert!(abolished > 3000);
}

proptest! {
    #[test]
    fn any_text_is_compared(code in any::<String>(), address in any::<String>()) {
        let _ = Region::successors(&code).count();
        let _ = Province::from_name_prefix(&address);
        let _ = region("440305").agrees_with(&address);
    }

    #[test]
    fn nearly_an_address_is_compared(
        address in "(中国|广东|广东省|北京|吉林|海南)?(深圳|深圳市|广州|吉林市|海南州)?(南山|南山区|天河区|市|县)?[东路市区 ]{0,4}"
    ) {
        for code in ["440305", "441900", "110108", "429004", "632521"] {
            let region = region(code);
            let there = format!("{}{address}", region.full_name());
            prop_assert_eq!(region.agrees_with(&there), AddressMatch::Agrees);
            let _ = region.agrees_with(&address);
        }
    }
}

#[test]
fn codes_read_back() {
    for code in ["440305", "110108", "659001", "441900"] {
        assert_eq!(code.parse::<Region>().unwrap().to_string(), code);
    }
}
