//! A principal's region and addresses.

use crate::engine::context::CheckContext;
use crate::engine::nodes::PrincipalNode;
use crate::engine::outcome::Outcome;
use crate::model::order::OrderKind;
use crate::path::Key;
use crate::report::Param;
use crate::rule::{documents, Step};
use crate::rules::remedies;
use crate::text::filled;
use crate::value::{AddressMatch, Region, RegionError};

rule! {
    /// The region is a county, district or county-level city that is in use, by its six-digit code.
    ///
    /// **Why.** The filing system takes nothing else; an abolished code is named with what it became.
    ///
    /// **Example.** `110103`, the former Chongwen district of Beijing.
    pub(super) REGION_INVALID = "principal.region-invalid" {
        severity: Blocker,
        orders: WITH_PRINCIPAL,
        needs: [],
        params: [reason, successors],
        at: ["/principal/region"],
        sources: [
            stated(WITH_PRINCIPAL): Step::Principal.at("备案地区"),
            standard(WITH_PRINCIPAL): documents::REGIONS.at("全文"),
        ],
        miit: [1019],
        summary: {
            zh: "备案地区须为现行的六位县级行政区划代码",
            en: "The region is a six-digit county code that is in use.",
        },
        message: {
            zh: "备案地区无效：{reason}{successors?（现为：@）}。",
            en: "The region is not valid: {reason}{successors? (now: @)}.",
        },
        check: [Principal(region_invalid)],
        remedy: remedies::region,
    }
}

fn region_invalid(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    let (Some(Err(reason)), Some(code)) = (cx.region, filled(node.principal.region.as_ref())) else { return };
    let mut successors: Vec<Param> = Vec::new();
    if reason == RegionError::Abolished {
        successors.extend(Region::successors(code).map(|region| Param::name(region.full_name())));
    }
    out.find(&node.at, &[Key::Region], params![reason, successors: Param::List(successors)]);
}

rule! {
    /// An organisation files in the province of its certificate's address.
    ///
    /// **Inferred.** An addition to a filing here shows the province, which cannot be changed.
    ///
    /// **Why.** The authority of that province is the one in charge. (The region in a credit code may be an old
    /// one and is not compared.)
    ///
    /// **Example.** A company licensed in Zhejiang chooses Guangdong.
    pub(super) REGION_CERTIFICATE_MISMATCH = "principal.region-certificate-mismatch" {
        severity: Blocker,
        orders: FILING,
        needs: [],
        params: [region, address],
        at: ["/principal/region"] of Organization,
        sources: [
            stated(STATED_ANEW): Step::Kind.at("备案地区 · 省份与单位证件一致即可"),
            stated(ADD_SERVICE): documents::PRINCIPAL_FAQ.at("备案所属省份根据什么判断？"),
            inferred(ADD_SERVICE): Step::Principal.at("备案地区"),
            stated(FILING): documents::FILING_REGULATION.at("第三条"),
        ],
        summary: {
            zh: "单位须在证件住址所在省份备案",
            en: "An organisation files in the province of its certificate's address.",
        },
        message: {
            zh: "备案地区在{region}，证件住址在{address}。单位须在证件住址所在省份备案，请重新选择备案地区。",
            en: "The filing region is in {region}, but the address on the certificate is in {address}. An organisation files in the province of its certificate: choose the region again.",
        },
        check: [Principal(region_certificate_mismatch)],
    }
}

fn region_certificate_mismatch(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    if !cx.is_organization() {
        return;
    }
    let (Some(Ok(region)), Some(AddressMatch::Contradicts { province, .. })) =
        (&cx.region, node.certificate_address_agrees(cx))
    else {
        return;
    };
    if province != region.province() {
        out.find(&node.at, &[Key::Region], params![region: region.province(), address: province]);
    }
}

rule! {
    /// The mailing address goes down to the door or room number. Where there is none the remark says so, and the rule
    /// is silent.
    ///
    /// **Why.** Authorities send mail there; an address that ends at a street is queried.
    ///
    /// **Example.** `浙江省杭州市西湖区文三路`.
    pub(super) MAILING_ADDRESS_TOO_COARSE = "principal.mailing-address-too-coarse" {
        severity: Warning,
        orders: WITH_PRINCIPAL,
        needs: [],
        params: [],
        at: ["/principal/mailing_address"],
        sources: [stated(WITH_PRINCIPAL): Step::Principal.at("通信地址")],
        summary: {
            zh: "通信地址须详细到门牌号或房间号",
            en: "The mailing address is complete down to the door or room number.",
        },
        message: {
            zh: "通信地址未详细到门牌号或房间号。请补充完整，例如“……路18号3栋1205室”；确无门牌号的，请在备注中写明“无门牌号，已是最详细地址”。",
            en: "The mailing address has no door or room number. Add it, for example …路18号3栋1205室; if there is none, state in the remark that this is the full address (无门牌号).",
        },
        check: [Principal(mailing_address_too_coarse)],
    }
}

fn mailing_address_too_coarse(_: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    // Where there is no number the remark says that this is all: 无门牌号，已是最详细地址.
    let remark = filled(node.principal.remark.as_ref()).unwrap_or_default();
    if ["门牌", "最详细"].iter().any(|word| remark.contains(word)) {
        return;
    }
    if filled(node.principal.mailing_address.as_ref()).is_some_and(|address| !is_fine(address)) {
        out.find(&node.at, &[Key::MailingAddress], params![]);
    }
}

/// Whether an address names a door, a house or a room by its number or letter: 18号, 十八号, A座, 3-1室.
fn is_fine(address: &str) -> bool {
    let mut after_number = false;
    for c in address.chars() {
        let is_unit = matches!(
            c,
            '号' | '室' | '房' | '户' | '座' | '幢' | '栋' | '楼' | '层' | '单' | '元' | '铺' | '弄' | '#'
        );
        if after_number && is_unit {
            return true;
        }
        let is_numeral = matches!(
            c,
            '〇' | '零' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' | '千'
        );
        let is_number = c.is_ascii_alphanumeric()
            || is_numeral
            || matches!(c, '甲' | '乙' | '丙' | '丁')
            || !matches!(c, '\u{4e00}'..='\u{9fff}') && c.is_numeric();
        let is_between = || c.is_whitespace() || matches!(c, '-' | '－' | '—');
        after_number = is_number || c == '#' || after_number && is_between();
    }
    false
}

rule! {
    /// In a filing order the city and district that an organisation chooses agree with its mailing address,
    /// which decides where a filing belongs. In a change of filing an address in another province would be a change of
    /// province, which no remark explains.
    ///
    /// **Why.** The authority files it under the place where the organisation can be reached.
    ///
    /// **Example.** The region is 西湖区, the mailing address in 滨江区.
    pub(super) MAILING_ADDRESS_REGION_MISMATCH = "principal.mailing-address-region-mismatch" {
        severity: Blocker,
        orders: WITH_PRINCIPAL,
        needs: [],
        params: [region, named],
        at: ["/principal/mailing_address"] of Organization,
        sources: [
            stated(FILING): Step::Principal.at("备案地区"),
            stated(CHANGE_FILING): Step::Scene.at("不支持变更备案省份 · 备案归属地由主办单位通信地址决定"),
        ],
        summary: {
            zh: "单位的备案地区须与通信地址一致",
            en: "An organisation's filing region matches its mailing address.",
        },
        message: {
            zh: "通信地址在“{named}”，与备案地区“{region}”不一致。备案归属以通信地址为准，请修改通信地址或重新选择备案地区。",
            en: "The mailing address is in {named}, but the filing region is {region}. The mailing address decides where a filing belongs: correct it, or choose its region.",
        },
        check: [Principal(mailing_address_region_mismatch)],
    }
}

fn mailing_address_region_mismatch(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    if !cx.is_organization() || out.is_blocked(&node.at, &[Key::Region]) {
        return;
    }
    let (Some(Ok(region)), Some(AddressMatch::Contradicts { named, province, .. })) =
        (&cx.region, node.mailing_address_agrees(cx))
    else {
        return;
    };
    if cx.kind == OrderKind::ChangeFiling && province == region.province() {
        return;
    }
    out.find(
        &node.at,
        &[Key::MailingAddress],
        params![
            region: Param::name(region.full_name()),
            named: Param::name(named),
        ],
    );
}

rule! {
    /// In a change of filing the region is that of the certificate's address. Where it cannot be chosen, the
    /// nearest is, with an explanation in the remark.
    ///
    /// **Why.** The authority compares them.
    ///
    /// **Example.** A certificate of a development zone that has no code of its own, without a remark.
    pub(super) REGION_NOT_CERTIFICATE_ADDRESS = "principal.region-not-certificate-address" {
        severity: Warning,
        orders: CHANGE_FILING,
        needs: [],
        params: [region, named],
        at: ["/principal/region"],
        sources: [stated(CHANGE_FILING): Step::Principal.at("请按照证件地址选择一致区域，如没有您可选择的区域")],
        summary: {
            zh: "变更备案的备案地区须与证件住址一致，无法选择的须在备注中说明",
            en: "In a change of filing the region is that of the certificate's address, or the remark explains why not.",
        },
        message: {
            zh: "备案地区“{region}”与证件住址所在的“{named}”不一致。请按证件住址选择；没有对应选项的，请选择最近的地区，并在备注中说明。",
            en: "The filing region is {region}, but the address on the certificate is in {named}. Choose the region of the certificate; if it is not offered, choose the nearest one and explain in the remark.",
        },
        check: [Principal(region_not_certificate_address)],
    }
}

fn region_not_certificate_address(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    if filled(node.principal.remark.as_ref()).is_none() {
        region_against_certificate(cx, node, out);
    }
}

/// The region against the certificate's address, for the two rules that differ in whom they tell.
fn region_against_certificate(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    let (Some(Ok(region)), Some(AddressMatch::Contradicts { named, .. })) =
        (&cx.region, node.certificate_address_agrees(cx))
    else {
        return;
    };
    out.find(
        &node.at,
        &[Key::Region],
        params![
            region: Param::name(region.full_name()),
            named: Param::name(named),
        ],
    );
}

rule! {
    /// An individual is advised to choose province, city and district of its certificate. Another province only
    /// where that allows it, which is the province's matter.
    ///
    /// **Inferred.** An addition to a filing here shows the province, which cannot be changed.
    ///
    /// **Why.** Authorities ask individuals from elsewhere for proofs, or refuse them.
    ///
    /// **Example.** A certificate of Hunan, filed in Guangdong.
    pub(super) REGION_DIFFERS_FROM_CERTIFICATE = "principal.region-differs-from-certificate" {
        severity: Advice,
        orders: FILING,
        needs: [],
        params: [region, named],
        at: ["/principal/region"] of Individual,
        sources: [
            stated(STATED_ANEW): Step::Kind.at("备案地区 · 建议您选择个人证件上的省"),
            stated(ADD_SERVICE): documents::LIMITS.at("备案地域"),
            inferred(ADD_SERVICE): Step::Principal.at("备案地区"),
        ],
        summary: {
            zh: "个人建议选择证件住址所在地区",
            en: "An individual should choose the region of the certificate.",
        },
        message: {
            zh: "备案地区“{region}”与证件住址所在的“{named}”不同。个人建议按证件住址选择；跨省备案须当地管局允许。",
            en: "The filing region is {region}, but the address on the certificate is in {named}. Individuals should choose the region of the certificate; filing in another province is possible only where its authority allows it.",
        },
        check: [Principal(region_differs_from_certificate)],
    }
}

fn region_differs_from_certificate(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    if cx.is_individual() {
        region_against_certificate(cx, node, out);
    }
}

rule! {
    /// The mailing address has letters, digits and the marks of addresses, no other symbols.
    ///
    /// **Age.** The newest text that says so is of 2022.
    ///
    /// **Why.** Authorities query addresses with special characters.
    ///
    /// **Example.** `浙江省杭州市西湖区文三路18号※1205室`.
    pub(super) MAILING_ADDRESS_SYMBOL = "principal.mailing-address-symbol" {
        severity: Warning,
        orders: WITH_PRINCIPAL,
        needs: [],
        params: [],
        at: ["/principal/mailing_address"],
        sources: [stated(WITH_PRINCIPAL): documents::REVIEW_OF_UCLOUD.at("通信地址")],
        summary: {
            zh: "通信地址不能含有特殊字符",
            en: "The mailing address contains no special characters.",
        },
        message: {
            zh: "通信地址含有特殊字符，可能被驳回。请只保留汉字、字母、数字、括号和短横线。",
            en: "The mailing address contains special characters and may be rejected. Use only Chinese characters, letters, digits, brackets and hyphens.",
        },
        check: [Principal(mailing_address_symbol)],
    }
}

fn mailing_address_symbol(_: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    let is_plain = |c: char| {
        matches!(c, '\u{4e00}'..='\u{9fff}')
            || c.is_alphanumeric()
            || c.is_whitespace()
            || "()（）-－—_#＃,，、.。·/：:&".contains(c)
    };
    let address = filled(node.principal.mailing_address.as_ref());
    if address.is_some_and(|address| !address.chars().all(is_plain)) {
        out.find(&node.at, &[Key::MailingAddress], params![]);
    }
}

rule! {
    /// An individual's mailing address is in the province that it files in. Of organisations
    /// `principal.mailing-address-region-mismatch` asks more.
    ///
    /// **Age.** The newest text that says so is of 2022.
    ///
    /// **Why.** The authority of the province writes there.
    ///
    /// **Example.** Filed in Zhejiang, with an address in Shanghai.
    pub(super) MAILING_ADDRESS_OUT_OF_PROVINCE = "principal.mailing-address-out-of-province" {
        severity: Warning,
        orders: WITH_PRINCIPAL,
        needs: [],
        params: [province, address],
        at: ["/principal/mailing_address"] of Individual,
        sources: [stated(WITH_PRINCIPAL): documents::REVIEW_OF_UCLOUD.at("通信地址")],
        summary: {
            zh: "通信地址须在备案省份内",
            en: "The mailing address is in the province of the filing.",
        },
        message: {
            zh: "通信地址在{address}，备案省份为{province}，可能被驳回。请填写备案省份内的通信地址。",
            en: "The mailing address is in {address}, but the filing is in {province}; it may be rejected. Enter an address in the province of the filing.",
        },
        check: [Principal(mailing_address_out_of_province)],
    }
}

fn mailing_address_out_of_province(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    if !cx.is_individual() || out.is_blocked(&node.at, &[Key::Region]) {
        return;
    }
    let (Some(Ok(region)), Some(AddressMatch::Contradicts { province, .. })) =
        (&cx.region, node.mailing_address_agrees(cx))
    else {
        return;
    };
    if province != region.province() {
        let params = params![province: region.province(), address: province];
        out.find(&node.at, &[Key::MailingAddress], params);
    }
}
