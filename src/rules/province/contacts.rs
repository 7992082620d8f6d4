//! Phones and addresses.

use super::asked::{cell, of, principal_at, province, speaking, when, worst};
use super::individuals::province_of;
use super::responsible_persons::is_same_person;
use super::standing::fact;
use crate::engine::context::CheckContext;
use crate::engine::nodes::{PrincipalNode, ResponsiblePersonNode};
use crate::engine::outcome::Outcome;
use crate::engine::parsed::ParsedResponsiblePerson;
use crate::model::responsible_person::ResponsiblePerson;
use crate::path::{FieldPath, Key, Location};
use crate::report::{Fact, Param};
use crate::rulebook::provinces::{Count, EmergencyContactRule, LocalMobileRule, Standing, WordRule};
use crate::rules::province::BY_STANDING;
use crate::rules::province::PRACTICE;
use crate::text::{filled, sort_by, Masked, Text};
use crate::value::{AddressMatch, Mobile, Phone, Province, RegionLevel};
use std::collections::BTreeSet;

/// The phones of a responsible person, and where they stand.
#[derive(Clone, Copy)]
struct Phones<'a> {
    person: &'a ResponsiblePerson,
    /// The service; `None` of the principal's responsible person.
    service: Option<usize>,
    mobile: Option<Mobile>,
    emergency: Option<Phone>,
}

impl<'a> Phones<'a> {
    fn of(read: &ParsedResponsiblePerson<'a>) -> Self {
        Self {
            person: read.person,
            service: read.service,
            mobile: read.mobile.and_then(Result::ok),
            emergency: read.emergency_contact.and_then(Result::ok),
        }
    }

    /// Both, with the keys of where they stand.
    fn slots(&self) -> [Slot<'a, '_>; 2] {
        [(self, Key::Mobile, self.mobile.map(Phone::Mobile)), (self, Key::EmergencyContact, self.emergency)]
    }

    fn report(
        &self,
        cx: &CheckContext<'_>,
        key: Key,
        accepted: Param,
        fact: Fact,
        seen: &mut BTreeSet<FieldPath>,
        out: &mut Outcome,
    ) {
        let (root, services) = (principal_at(), Location::ROOT.key(Key::Services));
        let service = self.service.map(|index| services.index(index));
        let at = service.as_ref().unwrap_or(&root).key(Key::ResponsiblePerson);
        if seen.insert(at.path(&[key])) {
            out.find_from(&at, &[key], params![province: province(cx), accepted: accepted], fact);
        }
    }
}

/// Whether a mobile of another province will not do.
fn asks_for_local(cx: &CheckContext<'_>, rule: LocalMobileRule) -> bool {
    match rule {
        LocalMobileRule::Required => true,
        LocalMobileRule::RequiredOfOutsiders => {
            let certificate = cx.principal.and_then(|principal| principal.certificate.as_ref());
            certificate.and_then(province_of).is_some_and(|own| Some(own) != cx.province)
        }
        LocalMobileRule::RequiredOrRemark => !tells_of_the_mobile(cx),
        LocalMobileRule::Recommended | LocalMobileRule::NotRequired => false,
    }
}

/// Whether a remark speaks of the mobile, as where a province takes the reason why it is of another.
fn tells_of_the_mobile(cx: &CheckContext<'_>) -> bool {
    let speaks = |remark: &str| ["手机", "号码", "电话", "归属"].iter().any(|word| remark.contains(word));
    cx.order.services().iter().filter_map(|service| filled(service.remark())).any(speaks)
}

/// Whether the province is known to take any number as emergency contact, the own mobile too.
pub(crate) fn takes_any_emergency_contact(cx: &CheckContext<'_>) -> bool {
    cell(cx, of!(emergency_contact)).is_some_and(|cell| matches!(cell.value(), EmergencyContactRule::Any))
}

/// Whether the province says whose number the emergency contact may not be, and another person's of the order is none.
pub(crate) fn takes_emergency_contact_of_others(cx: &CheckContext<'_>) -> bool {
    let rule = settled_emergency_contact(cx);
    matches!(rule, Some(EmergencyContactRule::Any | EmergencyContactRule::NotOwn))
}

/// Whether the province is known to ask for an emergency contact.
pub(crate) fn wants_emergency_contact(cx: &CheckContext<'_>) -> bool {
    settled_emergency_contact(cx).is_some()
}

fn settled_emergency_contact(cx: &CheckContext<'_>) -> Option<EmergencyContactRule> {
    let cell = cell(cx, of!(emergency_contact)).filter(|cell| cell.standing() == Standing::Settled)?;
    Some(*cell.value())
}

/// Whether the province is known not to ask for a mobile of its own.
pub(crate) fn takes_any_mobile(cx: &CheckContext<'_>) -> bool {
    cell(cx, of!(local_mobile)).is_some_and(|cell| !asks_for_local(cx, *cell.value()))
}

rule! {
    /// A responsible person's mobile is of the province, where that asks it; some ask it of individuals from elsewhere only.
    ///
    /// **Why.** Such an authority sends an order with a number of another province back.
    ///
    /// **Example.** In Xinjiang a responsible person with a mobile of 四川.
    pub(super) MOBILE_NOT_LOCAL = "province.mobile-not-local" {
        severity: Blocker,
        grades: BY_STANDING,
        orders: WITH_SERVICES,
        needs: [ProvinceRules, Inputs],
        params: [mobile, location, province, accepted],
        at: ["{responsible_person}/mobile"],
        reads: [LocalMobile],
        instead_of: ["person.mobile-out-of-province"],
        sources: [stated(WITH_SERVICES): PRACTICE],
        summary: {
            zh: "部分省份要求负责人使用备案省份的手机号",
            en: "Some provinces require responsible persons to use a mobile number of the province.",
        },
        message: {
            zh: "手机号（{mobile}）的归属地为{location}，{province}要求{accepted}。请更换。",
            en: "This mobile number ({mobile}) is registered in {location}; {province} requires {accepted}. Enter a number from {province}.",
        },
        check: [ResponsiblePerson(mobile_not_local)],
    }
}

fn mobile_not_local(cx: &CheckContext<'_>, node: &ResponsiblePersonNode<'_>, out: &mut Outcome) {
    let (Some(Ok(mobile)), Some(own)) = (node.mobile, cx.province) else { return };
    let location = node.person.mobile_province;
    if location == Some(own) || out.is_blocked(&principal_at(), &[Key::Region]) {
        return;
    }
    let Some(location) = location else {
        if !out.is_undetermined()
            && cell(cx, of!(local_mobile)).is_some_and(|cell| asks_for_local(cx, *cell.value()))
        {
            out.needs_input(&node.at, &[Key::MobileProvince]);
        }
        return;
    };
    let asks = |rule: &LocalMobileRule| when(asks_for_local(cx, *rule));
    if let Some((cell, ())) = worst(cx, out, node.service_kind(cx), of!(local_mobile), asks) {
        let mobile = Masked::of(mobile.as_str());
        let accepted = asked_of_mobile(*cell.value, own);
        let params = params![mobile: mobile, location: location, province: own, accepted: accepted];
        out.find_from(&node.at, &[Key::Mobile], params, fact(cx, &cell));
    }
}

/// What a province asks of a mobile, as it calls itself: 本省, 本市, 本自治区.
fn asked_of_mobile(rule: LocalMobileRule, province: Province) -> Param {
    let name = province.term().text.zh;
    let own = match name {
        _ if name.ends_with('市') => "本市",
        _ if name.ends_with("自治区") => "本自治区",
        _ => "本省",
    };
    let (zh, en) = match rule {
        LocalMobileRule::RequiredOrRemark => {
            (format!("使用{own}的手机号，或在备注中说明原因"), "a local number, or the reason in the remark")
        }
        LocalMobileRule::RequiredOfOutsiders => (
            format!("证件属于其他省份的个人使用{own}的手机号"),
            "a local number of individuals from elsewhere",
        ),
        LocalMobileRule::Required | LocalMobileRule::Recommended | LocalMobileRule::NotRequired => {
            (format!("使用{own}的手机号"), "a local number")
        }
    };
    Param::Written { zh: zh.into(), en: en.into() }
}

rule! {
    /// How many different phones there are among mobile and emergency contact of the principal's and the
    /// service's responsible person, and whose number an emergency contact may not be.
    ///
    /// **Why.** The authority calls the second number when nobody answers the first.
    ///
    /// **Example.** In Liaoning both responsible persons give the same two numbers.
    pub(super) PHONES_NOT_DISTINCT = "province.phones-not-distinct" {
        severity: Blocker,
        grades: BY_STANDING,
        orders: WITH_SERVICES,
        needs: [ProvinceRules],
        params: [province, accepted],
        at: ["{responsible_person}/mobile", "{responsible_person}/emergency_contact"],
        reads: [PhonesOfOnePerson, PhonesOfTwoPersons, PersonsPhonesDiffer, EmergencyContact],
        instead_of: ["person.emergency-contact-is-mobile", "person.contact-shared"],
        sources: [stated(WITH_SERVICES): PRACTICE],
        summary: {
            zh: "负责人手机号和应急联系方式须按所在省份要求互不相同",
            en: "Phone numbers and emergency contacts must differ as the province requires.",
        },
        message: {
            zh: "该号码与本订单中的其他号码重复，{province}要求{accepted}。请更换号码。",
            en: "This number is also used elsewhere in the order; {province} requires {accepted}. Enter another.",
        },
        check: [Order(phones_not_distinct)],
    }
}

fn phones_not_distinct(cx: &CheckContext<'_>, out: &mut Outcome) {
    let people = || cx.parsed.all_people().map(Phones::of);
    let mut seen = BTreeSet::new();
    // An emergency contact that is no mobile is no responsible person's.
    if people().any(|phones| phones.emergency.is_some_and(Phone::is_mobile)) {
        emergency_contacts_of_responsible_persons(cx, people(), &mut seen, out);
    }
    let mut people = people();
    let Some(responsible_person) =
        people.next().filter(|responsible_person| responsible_person.service.is_none())
    else {
        return;
    };
    // So many phones are enough everywhere.
    let enough = speaking(cx, of!(phones_of_two_persons)).map(|least| least.0).max().unwrap_or_default();
    for other in people.clone() {
        let is_shared = responsible_person.mobile.is_some() && responsible_person.mobile == other.mobile;
        let [mobile, emergency] = responsible_person.slots();
        let [other_mobile, other_emergency] = other.slots();
        let slots = [mobile, emergency, other_mobile, other_emergency];
        let too_few = too_few(&slots).filter(|(least, _)| *least < enough);
        // Most have nothing of this, and need not be told apart.
        if !is_shared && too_few.is_none() || is_same_person(responsible_person.person, other.person) {
            continue;
        }
        if is_shared {
            if let Some((cell, ())) = worst(cx, out, None, of!(persons_phones_differ), |asked| when(*asked)) {
                let accepted = Param::Text(Text {
                    zh: "两位负责人使用不同的手机号",
                    en: "different mobiles of the two responsible persons",
                });
                other.report(cx, Key::Mobile, accepted, fact(cx, &cell), &mut seen, out);
            }
        }
        if let Some((least, repeated)) = too_few {
            let asks = |min: &Count| (least < min.0).then_some(());
            if let Some((cell, ())) = worst(cx, out, None, of!(phones_of_two_persons), asks) {
                let accepted = so_many(
                    *cell.value,
                    Text {
                        zh: "主体负责人与服务负责人为两人的",
                        en: "where the responsible persons are two",
                    },
                );
                let (phones, key) = repeated;
                phones.report(cx, key, accepted, fact(cx, &cell), &mut seen, out);
            }
        }
    }
    if people.all(|other| is_same_person(responsible_person.person, other.person)) {
        if let Some((least, (phones, key))) = too_few(&responsible_person.slots()) {
            let asks = |min: &Count| (least < min.0).then_some(());
            if let Some((cell, ())) = worst(cx, out, None, of!(phones_of_one_person), asks) {
                let accepted = so_many(
                    *cell.value,
                    Text {
                        zh: "主体负责人与服务负责人为同一人的",
                        en: "where one person is both responsible persons",
                    },
                );
                phones.report(cx, key, accepted, fact(cx, &cell), &mut seen, out);
            }
        }
    }
}

/// Emergency contacts that are the own mobile, or that of some responsible person.
fn emergency_contacts_of_responsible_persons<'a>(
    cx: &CheckContext<'_>,
    people: impl Iterator<Item = Phones<'a>> + Clone,
    seen: &mut BTreeSet<FieldPath>,
    out: &mut Outcome,
) {
    let mut mobiles: Vec<Mobile> = people.clone().filter_map(|phones| phones.mobile).collect();
    sort_by(&mut mobiles, Mobile::cmp);
    for phones in people {
        let Some(Phone::Mobile(emergency)) = phones.emergency else { continue };
        let is_own = phones.mobile == Some(emergency);
        let is_of_responsible_persons = mobiles.binary_search(&emergency).is_ok();
        if !is_of_responsible_persons {
            continue;
        }
        let asks = |rule: &EmergencyContactRule| match rule {
            EmergencyContactRule::Any => None,
            EmergencyContactRule::NotOwn => when(is_own),
            EmergencyContactRule::NotOfResponsiblePersons => when(is_of_responsible_persons),
        };
        if let Some((cell, ())) = worst(cx, out, None, of!(emergency_contact), asks) {
            let fact = fact(cx, &cell);
            let accepted = Param::Text(match cell.value {
                EmergencyContactRule::NotOfResponsiblePersons => Text {
                    zh: "应急联系方式不是任一负责人的手机号",
                    en: "an emergency contact that is neither responsible person's mobile",
                },
                EmergencyContactRule::NotOwn | EmergencyContactRule::Any => Text {
                    zh: "应急联系方式不同于负责人本人的手机号",
                    en: "an emergency contact other than the responsible person's own mobile",
                },
            });
            phones.report(cx, Key::EmergencyContact, accepted, fact, seen, out);
        }
    }
}

/// So many different numbers, in such a case.
fn so_many(least: Count, case: Text) -> Param {
    let (Count(least), Text { zh, en }) = (least, case);
    Param::Written {
        zh: format!("{zh}，至少填写 {least} 个不同的号码").into(),
        en: format!("at least {least} different numbers {en}").into(),
    }
}

type Slot<'a, 'b> = (&'b Phones<'a>, Key, Option<Phone>);

/// How many different phones there are at most, once the empty slots are filled, and the one that repeats.
fn too_few<'a, 'b>(slots: &[Slot<'a, 'b>]) -> Option<(u32, (&'b Phones<'a>, Key))> {
    let is_repeated = |at: usize, phone: Option<Phone>| {
        phone.is_some() && slots.iter().take(at).any(|(_, _, earlier)| *earlier == phone)
    };
    let (mut different, mut repeated) = (0, None);
    for (at, (phones, key, phone)) in slots.iter().enumerate() {
        if is_repeated(at, *phone) {
            repeated = Some((*phones, *key));
        } else {
            different += 1;
        }
    }
    Some((different, repeated?))
}

rule! {
    /// In some provinces the mailing address is in the city of the certificate's address.
    ///
    /// **Why.** They take no filing across cities.
    ///
    /// **Example.** In Hebei a company licensed in 石家庄 with a mailing address in 保定.
    pub(super) ADDRESS_CROSSES_CITY = "province.address-crosses-city" {
        severity: Blocker,
        grades: BY_STANDING,
        orders: FILING | CHANGE_FILING,
        needs: [ProvinceRules],
        params: [province, city, certificate_city],
        at: ["/principal/mailing_address"],
        reads: [SameCity],
        sources: [stated(FILING | CHANGE_FILING): PRACTICE],
        summary: {
            zh: "部分省份要求通信地址与证件住址在同一城市",
            en: "Some provinces require the mailing address and the certificate's address to be in one city.",
        },
        message: {
            zh: "通信地址在{city}，证件住址在{certificate_city}，{province}要求两者在同一城市。请填写证件住址所在城市的通信地址。",
            en: "The mailing address is in {city}, the certificate's address in {certificate_city}; {province} requires both to be in one city. Enter a mailing address in the city of the certificate's address.",
        },
        check: [Principal(address_crosses_city)],
    }
}

fn address_crosses_city(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    let Some(Ok(region)) = cx.region else { return };
    let Some(AddressMatch::Contradicts { level: RegionLevel::City, named, .. }) =
        node.certificate_address_agrees(cx)
    else {
        return;
    };
    // The mailing address is of the region that was chosen, or that is the finding.
    if out.is_blocked(&node.at, &[Key::MailingAddress])
        || matches!(node.mailing_address_agrees(cx), None | Some(AddressMatch::Contradicts { .. }))
    {
        return;
    }
    if let Some((cell, ())) = worst(cx, out, None, of!(same_city), |asked| when(*asked)) {
        let params = params![
            province: province(cx),
            city: Param::name(region.city_name()),
            certificate_city: Param::name(named),
        ];
        out.find_from(&node.at, &[Key::MailingAddress], params, fact(cx, &cell));
    }
}

rule! {
    /// Words that the mailing address may not have.
    ///
    /// **Why.** 市辖区 is the name of a level, not of a district.
    ///
    /// **Example.** `北京市市辖区…` in Beijing.
    pub(super) ADDRESS_NOT_ACCEPTED = "province.address-not-accepted" {
        severity: Blocker,
        grades: BY_STANDING,
        orders: WITH_PRINCIPAL,
        needs: [ProvinceRules],
        params: [province, word],
        at: ["/principal/mailing_address"],
        reads: [AddressWords],
        sources: [stated(WITH_PRINCIPAL): PRACTICE],
        summary: {
            zh: "通信地址不得含有所在省份不接受的字样",
            en: "The mailing address must not contain words that the province does not accept.",
        },
        message: {
            zh: "通信地址含有“{word}”，{province}不接受。请填写实际的区县名称和详细地址。",
            en: "The mailing address contains {word}, which {province} does not accept. Enter the actual district and the full address.",
        },
        check: [Principal(address_not_accepted)],
    }
}

fn address_not_accepted(cx: &CheckContext<'_>, node: &PrincipalNode<'_>, out: &mut Outcome) {
    let Some(address) = filled(node.principal.mailing_address.as_ref()) else { return };
    let asks = |rule: &WordRule| rule.words().found_in(address).map(str::to_owned);
    if let Some((cell, word)) = worst(cx, out, None, of!(address_words), asks) {
        let params = params![province: province(cx), word: Param::name(word)];
        out.find_from(&node.at, &[Key::MailingAddress], params, fact(cx, &cell));
    }
}

/// Whether the province asks for an emergency contact, for the group `person`.
pub(crate) fn asks_for_emergency_contact(cx: &CheckContext<'_>, out: &mut Outcome) -> Option<Fact> {
    let (cell, ()) = worst(cx, out, None, of!(emergency_contact), |_| when(true))?;
    Some(fact(cx, &cell))
}
