//! The practice of the provinces: one line for each behaviour of its rules, laws of the table, patches.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use beian::provinces::{Dimension, ProvinceRules, Standing};
use beian::value::Province;
use beian::{
    validate, Finding, Language, Limit, Provider, Report, Request, Rule, Rulebook, RulebookPatch, Severity,
};
use serde_json::{json, Value};

/// A county of each province, with the beginning of an address there.
const COUNTIES: [(&str, &str, &str); 31] = [
    ("11", "110101", "北京市东城区"),
    ("12", "120101", "天津市和平区"),
    ("13", "130102", "河北省石家庄市长安区"),
    ("14", "140105", "山西省太原市小店区"),
    ("15", "150102", "内蒙古自治区呼和浩特市新城区"),
    ("21", "210102", "辽宁省沈阳市和平区"),
    ("22", "220102", "吉林省长春市南关区"),
    ("23", "230102", "黑龙江省哈尔滨市道里区"),
    ("31", "310101", "上海市黄浦区"),
    ("32", "320102", "江苏省南京市玄武区"),
    ("33", "330106", "浙江省杭州市西湖区"),
    ("34", "340102", "安徽省合肥市瑶海区"),
    ("35", "350102", "福建省福州市鼓楼区"),
    ("36", "360102", "江西省南昌市东湖区"),
    ("37", "370102", "山东省济南市历下区"),
    ("41", "410102", "河南省郑州市中原区"),
    ("42", "420102", "湖北省武汉市江岸区"),
    ("43", "430102", "湖南省长沙市芙蓉区"),
    ("44", "440305", "广东省深圳市南山区"),
    ("45", "450102", "广西壮族自治区南宁市兴宁区"),
    ("46", "460105", "海南省海口市秀英区"),
    ("50", "500101", "重庆市万州区"),
    ("51", "510104", "四川省成都市锦江区"),
    ("52", "520102", "贵州省贵阳市南明区"),
    ("53", "530102", "云南省昆明市五华区"),
    ("54", "540102", "西藏自治区拉萨市城关区"),
    ("61", "610102", "陕西省西安市新城区"),
    ("62", "620102", "甘肃省兰州市城关区"),
    ("63", "630102", "青海省西宁市城东区"),
    ("64", "640104", "宁夏回族自治区银川市兴庆区"),
    ("65", "650102", "新疆维吾尔自治区乌鲁木齐市天山区"),
];

/// An identity number with its check digit.
fn id(area: &str, birth: &str) -> String {
    numbered(&format!("{area}{birth}123"))
}

/// An identity number of a woman, with its check digit.
fn id_of_woman(area: &str, birth: &str) -> String {
    numbered(&format!("{area}{birth}124"))
}

fn numbered(body: &str) -> String {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = body.chars().zip(weights).map(|(c, weight)| c.to_digit(10).unwrap() * weight).sum();
    let check = "10X98765432".chars().cycle().nth(usize::try_from(sum).unwrap()).unwrap();
    format!("{body}{check}")
}

/// A request under construction.
#[derive(Clone)]
struct Draft(Value);

/// A first filing of an organisation of this province, without mistakes.
fn organization(province: &str) -> Draft {
    of(include_str!("../provinces/organization.json"), province)
}

/// A first filing of an individual of this province, without mistakes.
fn individual(province: &str) -> Draft {
    let (_, county, address) = *COUNTIES.iter().find(|(code, ..)| *code == province).unwrap();
    of(include_str!("../provinces/individual.json"), province)
        .numbered(&id(county, "19900307"))
        .set("/order/principal/certificate/address", json!(format!("{address}文三路18号3栋1205室")))
}

fn of(json: &str, province: &str) -> Draft {
    let (_, county, address) = *COUNTIES.iter().find(|(code, ..)| *code == province).unwrap();
    let address = json!(format!("{address}文三路18号3栋1205室"));
    Draft(serde_json::from_str(json).unwrap())
        .set("/order/principal/region", json!(county))
        .set("/order/principal/mailing_address", address.clone())
        .set("/order/principal/certificate/address", address)
}

impl Draft {
    /// Sets the value at a pointer; `-` as the last step adds to a list.
    fn set(mut self, pointer: &str, value: Value) -> Self {
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        let parent = self.0.pointer_mut(parent).unwrap_or_else(|| panic!("nothing at {pointer}"));
        match (parent, key) {
            (Value::Array(list), "-") => list.push(value),
            (Value::Array(list), index) => list[index.parse::<usize>().unwrap()] = value,
            (Value::Object(object), key) => {
                object.insert(key.to_owned(), value);
            }
            _ => panic!("no place at {pointer}"),
        }
        self
    }

    fn without(mut self, pointer: &str) -> Self {
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        self.0.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(key);
        self
    }

    fn get(&self, pointer: &str) -> Value {
        self.0.pointer(pointer).unwrap().clone()
    }

    fn kind(self, kind: &str) -> Self {
        self.set("/order/kind", json!(kind))
    }

    /// An individual with this identity number.
    fn numbered(self, number: &str) -> Self {
        self.set("/order/principal/certificate/number", json!(number))
            .set("/order/services/0/domains/0/registration/certificate/number", json!(number))
    }

    /// An individual from Tibet, who has no address on the certificate.
    fn residing_elsewhere(self) -> Self {
        self.numbered(&id("540102", "19900307")).without("/order/principal/certificate/address")
    }

    /// A responsible person who is not the legal representative.
    fn other_responsible_person(self) -> Self {
        self.set("/order/principal/responsible_person/name", json!("赵临川"))
            .set("/order/principal/responsible_person/certificate/number", json!(id("110101", "19880505")))
    }

    /// The legal representative, born on this day, is responsible for the principal.
    fn responsible_person_born(self, birth: &str) -> Self {
        let number = json!(id("110101", birth));
        self.set("/order/principal/responsible_person/certificate/number", number.clone())
            .set("/order/principal/legal_representative/certificate/number", number)
    }

    fn with_material(self, list: &str, kind: &str) -> Self {
        self.set(&format!("{list}/-"), json!({"kind": kind}))
    }

    /// So many services, each with a domain of its own.
    fn services(self, count: usize) -> Self {
        let first = self.get("/order/services/0");
        let services: Vec<Value> = (0..count)
            .map(|index| {
                let mut service = first.clone();
                service["name"] = json!(format!("云澜测试产品展示{index}"));
                service["domains"][0]["name"] = json!(format!("beian-demo-{index}.com"));
                service
            })
            .collect();
        self.set("/order/services", json!(services))
    }

    /// The principal is filed as the order states it, with so many services.
    fn filed(self, services: usize) -> Self {
        let services: Vec<Value> = (0..services)
            .map(|index| {
                json!({
                    "filing_number": format!("京ICP备2021000001号-{}", index + 1),
                    "providers": ["elsewhere"],
                    "service": {
                        "kind": "website",
                        "name": format!("已备案网站{index}"),
                        "domains": [{"name": format!("filed-{index}.com")}],
                        "open": true,
                        "number_displayed": true,
                    },
                })
            })
            .collect();
        let principal = self.get("/order/principal");
        self.set(
            "/context/registry",
            json!({
                "principals": [{
                    "filing_number": "京ICP备2021000001号",
                    "account": "100001",
                    "principal": principal,
                    "services": services,
                }],
                "orders_in_progress": [],
            }),
        )
    }

    fn filed_as(self, pointer: &str, value: Value) -> Self {
        self.set(&format!("/context/registry/principals/0{pointer}"), value)
    }

    fn report(&self, rulebook: &Rulebook) -> Report {
        let request: Request = serde_json::from_value(self.0.clone()).unwrap();
        validate(&request.order, &request.context, rulebook)
    }

    fn finding(&self, rule: &str) -> Finding {
        let report = self.report(&Rulebook::default());
        report.findings.into_iter().find(|finding| finding.rule() == rule).unwrap()
    }

    /// What a rule reports: `blocker /path`, `undetermined need`, or `silent`.
    fn says(&self, rule: &str, rulebook: &Rulebook) -> String {
        let rule = format!("province.{rule}");
        let rule = if Rule::from_id(&rule).is_some() { rule } else { rule.replacen("province.", "", 1) };
        assert!(Rule::from_id(&rule).is_some(), "{rule} is no rule");
        let report = self.report(rulebook);
        if let Some(finding) = report.findings.iter().find(|finding| finding.rule() == rule) {
            return format!("{} {}", finding.severity, finding.path);
        }
        match report.undetermined.iter().find(|known| known.rule == rule) {
            Some(undetermined) => format!("undetermined {}", undetermined.needs),
            None => "silent".to_owned(),
        }
    }
}

const RESPONSIBLE_PERSON: &str = "/order/principal/responsible_person/materials";
const PRINCIPAL: &str = "/order/principal/materials";
const ORDER: &str = "/order/materials";
const SERVICE: &str = "/order/services/0/materials";
const SITE: &str = "/order/services/0";
const NAME: &str = "/order/services/0/name";
const REMARK: &str = "/order/services/0/remark";
const CONTENTS: &str = "/order/services/0/contents";
const DOMAIN: &str = "/order/services/0/domains/0/name";
const EXPIRY: &str = "/order/services/0/domains/0/registration/expires_on";
const REGISTRANT: &str = "/order/services/0/domains/0/registration/registrant";
const ADDRESS: &str = "/order/principal/mailing_address";

/// The behaviour, the request, the rule, and what the rule reports.
type Row = (&'static str, Draft, &'static str, &'static str);

fn hold(rows: Vec<Row>) {
    let mut wrong = String::new();
    for (behaviour, draft, rule, expected) in rows {
        let said = draft.says(rule, &Rulebook::default());
        if said != expected {
            let _ = writeln!(wrong, "{behaviour}\n  {rule}: expected {expected}, said {said}");
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
#[rustfmt::skip] // one line for each behaviour
fn people() {
    let foreign = || {
        organization("13").set(
            "/order/principal/legal_representative/certificate",
            json!({"kind": "passport", "number": "E12345678"}),
        )
    };
    let foreign_responsible_person = || {
        foreign().set("/order/principal/responsible_person/certificate", json!({"kind": "passport", "number": "E12345678"}))
    };
    let same_responsible_persons = |draft: Draft| {
        let responsible_person = draft.get("/order/principal/responsible_person");
        draft.set("/order/services/0/responsible_person", responsible_person)
    };
    let foreign_in = |province: &str| {
        organization(province).other_responsible_person().set(
            "/order/principal/legal_representative/certificate",
            json!({"kind": "passport", "number": "E12345678"}),
        )
    };
    let service_responsible_person = |province: &str, number: String| {
        organization(province).set("/order/services/0/responsible_person/certificate/number", json!(number))
    };
    hold(vec![
        ("settled: the legal representative only", organization("12").other_responsible_person(), "responsible-person-not-legal-representative", "blocker /principal/responsible_person/name"),
        ("the legal representative is the principal's responsible person", organization("12"), "responsible-person-not-legal-representative", "silent"),
        ("the name is the same, the number another's", organization("12").set("/order/principal/responsible_person/certificate/number", json!(id("110101", "19880505"))), "responsible-person-not-legal-representative", "blocker /principal/responsible_person/name"),
        ("one person by a passport in one place and an identity card in the other", organization("12").set("/order/principal/responsible_person/certificate/kind", json!("passport")).set("/order/principal/responsible_person/certificate/number", json!("E12345678")), "responsible-person-not-legal-representative", "silent"),
        ("contested, and refused by every reading: the mildest speaks, the letter", organization("11").other_responsible_person(), "responsible-person-not-legal-representative", "silent"),
        ("contested for government bodies only", organization("63").other_responsible_person(), "responsible-person-not-legal-representative", "blocker /principal/responsible_person/name"),
        ("of a government body, without the letter that one reading takes", organization("63").set("/order/principal/kind", json!("government")).other_responsible_person(), "responsible-person-not-legal-representative", "silent"),
        ("accepted with a letter", organization("51").other_responsible_person(), "responsible-person-not-legal-representative", "silent"),
        ("the letter is missing", organization("51").other_responsible_person(), "authorization-letter-missing", "blocker /principal/responsible_person/materials"),
        ("the letter stands with the responsible person; the service's responsible person has none", organization("51").other_responsible_person().with_material(RESPONSIBLE_PERSON, "authorization_letter"), "authorization-letter-missing", "blocker /services/0/responsible_person/materials"),
        ("one letter for one person", same_responsible_persons(organization("51").other_responsible_person().with_material(RESPONSIBLE_PERSON, "authorization_letter")), "authorization-letter-missing", "silent"),
        ("one letter with the order", organization("51").other_responsible_person().with_material(ORDER, "authorization_letter"), "authorization-letter-missing", "silent"),
        ("two sites with one responsible person need one letter", organization("31").services(2).with_material("/order/services/0/responsible_person/materials", "authorization_letter"), "authorization-letter-missing", "silent"),
        ("a practice that no page mentions", organization("11"), "authorization-letter-missing", "silent"),
        ("an individual is the responsible person of its filing", individual("31"), "authorization-letter-missing", "silent"),
        ("who is responsible by a letter is so for the services too", organization("32").other_responsible_person(), "service-responsible-person-not-accepted", "blocker /services/0/responsible_person/name"),
        ("one person is responsible for both", same_responsible_persons(organization("32").other_responsible_person()), "service-responsible-person-not-accepted", "silent"),
        ("the legal representative leaves the service to others", organization("32"), "service-responsible-person-not-accepted", "silent"),
        ("a responsible person past the age", organization("23").set("/order/services/0/responsible_person/certificate/number", json!(id("110101", "19610101"))), "service-responsible-person-not-accepted", "warning /services/0/responsible_person/name"),
        ("in Tianjin a man before his age", organization("12").set("/order/services/0/responsible_person/certificate/number", json!(numbered("11010119690101125"))), "service-responsible-person-not-accepted", "silent"),
        ("one person is responsible for everything", same_responsible_persons(organization("23").other_responsible_person()), "service-responsible-person-not-accepted", "silent"),
        ("two persons where one is responsible for everything", organization("23").other_responsible_person(), "service-responsible-person-not-accepted", "warning /services/0/responsible_person/name"),
        ("the legal representative is a service's responsible person, which Tianjin does not refuse", same_responsible_persons(organization("12")), "service-responsible-person-not-accepted", "silent"),
        ("somebody else does", organization("12"), "service-responsible-person-not-accepted", "silent"),
        ("a man of fifty-nine", service_responsible_person("12", id("110101", "19661124")), "service-responsible-person-not-accepted", "silent"),
        ("a man of sixty", service_responsible_person("12", id("110101", "19661123")), "service-responsible-person-not-accepted", "warning /services/0/responsible_person/name"),
        ("a woman of fifty-four", service_responsible_person("12", id_of_woman("110101", "19711124")), "service-responsible-person-not-accepted", "silent"),
        ("a woman of fifty-five", service_responsible_person("12", id_of_woman("110101", "19711123")), "service-responsible-person-not-accepted", "warning /services/0/responsible_person/name"),
        ("a foreign legal representative is the principal's responsible person", foreign_responsible_person(), "foreign-legal-representative", "warning /principal/responsible_person/name"),
        ("a citizen is responsible in its place", foreign().other_responsible_person(), "foreign-legal-representative", "silent"),
        ("a citizen is responsible in its place, as the province wants", foreign().other_responsible_person(), "responsible-person-not-legal-representative", "silent"),
        ("one citizen is responsible for everything in its place", same_responsible_persons(foreign_in("36")), "foreign-legal-representative", "silent"),
        ("two citizens where one is responsible for everything", foreign_in("36"), "foreign-legal-representative", "warning /services/0/responsible_person/name"),
        ("two citizens where that will do", foreign_in("13"), "foreign-legal-representative", "silent"),
        ("no page mentions foreign representatives", foreign_responsible_person().set("/order/principal/region", json!("110101")), "foreign-legal-representative", "silent"),
        ("a responsible person of another organisation", organization("41").filed(0).filed_as("/principal/name", json!("另一公司")).filed_as("/principal/certificate/number", json!("91110101MA2DEM7X13")), "responsible-person-of-several-principals", "warning /principal/responsible_person/certificate/number"),
        ("the responsible person of this very principal", organization("41").filed(1), "responsible-person-of-several-principals", "silent"),
        ("without a registry", organization("41").without("/context/registry"), "responsible-person-of-several-principals", "undetermined registry"),
    ]);
}

#[test]
#[rustfmt::skip] // one line for each behaviour
fn individuals() {
    let permit = |draft: Draft, until: &str| {
        draft.set(&format!("{PRINCIPAL}/-"), json!({"kind": "residence_permit", "valid_until": until}))
    };
    let holding = |province: &str, kind: &str, number: &str| {
        individual(province).set("/order/principal/certificate", json!({"kind": kind, "number": number}))
    };
    let with_truth = |draft: Draft| draft.with_material(ORDER, "truthfulness_letter");
    hold(vec![
        ("eighteen today", individual("42").numbered(&id("420102", "20081123")), "individual-under-age", "silent"),
        ("eighteen tomorrow, by pages of 2023", individual("42").numbered(&id("420102", "20081124")), "individual-under-age", "warning /principal/certificate/number"),
        ("sixteen today", individual("32").numbered(&id("320102", "20101123")), "individual-under-age", "silent"),
        ("sixteen tomorrow", individual("32").numbered(&id("320102", "20101124")), "individual-under-age", "blocker /principal/certificate/number"),
        ("sources disagree on the age, and all refuse", individual("12").numbered(&id("120101", "20081124")), "individual-under-age", "blocker /principal/certificate/number"),
        ("no age is known, and some province would refuse", individual("54").numbered(&id("540102", "20081124")), "individual-under-age", "undetermined province_rules"),
        ("no age is known, and none would", individual("54"), "individual-under-age", "silent"),
        ("a passport tells no age, whatever its number", holding("42", "passport", &id("420102", "20081124")), "individual-under-age", "silent"),
        ("a number that is wrong is another rule's", individual("42").numbered("420102200811241234"), "individual-under-age", "silent"),
        ("between the ages, without proof", individual("32").numbered(&id("320102", "20100101")), "document-missing", "blocker /principal/materials"),
        ("… with the proof", with_truth(individual("32")).numbered(&id("320102", "20100101")).with_material(PRINCIPAL, "employment_proof"), "document-missing", "silent"),
        ("… on the day before eighteen", individual("32").numbered(&id("320102", "20081124")), "document-missing", "blocker /principal/materials"),
        ("… and of age", with_truth(individual("32")).numbered(&id("320102", "20081123")), "document-missing", "silent"),
        ("too young is another rule's", with_truth(individual("32")).numbered(&id("320102", "20101124")), "document-missing", "silent"),
        ("a young responsible person of an organisation, without proof", organization("44").responsible_person_born("20081124"), "document-missing", "warning /principal/responsible_person/materials"),
        ("… who is of age", organization("44").responsible_person_born("20081123"), "document-missing", "silent"),
        ("a young responsible person of an organisation", organization("41").responsible_person_born("20081124"), "responsible-person-under-age", "warning /principal/responsible_person/certificate/number"),
        ("a responsible person who is old enough today", organization("41").responsible_person_born("20081123"), "responsible-person-under-age", "silent"),
        ("from elsewhere: not accepted", individual("62").residing_elsewhere(), "individual-out-of-province", "blocker /principal/certificate/number"),
        ("from elsewhere: sources disagree", individual("45").residing_elsewhere(), "individual-out-of-province", "warning /principal/certificate/number"),
        ("the address counts before the number", individual("62").numbered(&id("540102", "19900307")), "individual-out-of-province", "silent"),
        ("from elsewhere: accepted", individual("12").residing_elsewhere(), "residence-proof-missing", "silent"),
        ("from elsewhere: with a proof", individual("22").residing_elsewhere(), "residence-proof-missing", "blocker /principal/materials"),
        ("the proof is given", individual("22").residing_elsewhere().with_material(PRINCIPAL, "residence_permit"), "residence-proof-missing", "silent"),
        ("a proof that this province does not take", individual("22").residing_elsewhere().with_material(PRINCIPAL, "student_card"), "residence-proof-missing", "blocker /principal/materials"),
        ("a student card where it is taken", individual("37").residing_elsewhere().with_material(PRINCIPAL, "student_card"), "residence-proof-missing", "silent"),
        ("a student card where it is refused", individual("44").residing_elsewhere().with_material(PRINCIPAL, "student_card"), "residence-proof-missing", "blocker /principal/materials"),
        ("a property deed where it is taken", individual("44").residing_elsewhere().with_material(PRINCIPAL, "property_deed"), "residence-proof-missing", "silent"),
        ("no proof for a change", individual("44").residing_elsewhere().kind("change_filing"), "residence-proof-missing", "silent"),
        ("a permit that ends within the month", permit(individual("31").residing_elsewhere(), "2026-12-22"), "residence-proof-missing", "blocker /principal/materials"),
        ("a permit that lasts a month", permit(individual("31").residing_elsewhere(), "2026-12-23"), "residence-proof-missing", "silent"),
        ("a permit of which the end is not known", individual("31").residing_elsewhere().with_material(PRINCIPAL, "residence_permit"), "residence-proof-missing", "undetermined order:/principal/materials/1/valid_until"),
        ("a foreigner where none is taken", holding("13", "passport", "E12345678"), "certificate-not-accepted", "warning /principal/certificate/kind"),
        ("a foreigner where passports are taken", holding("11", "passport", "E12345678"), "certificate-not-accepted", "silent"),
        ("a foreigner where no page mentions it", holding("12", "passport", "E12345678"), "certificate-not-accepted", "silent"),
        ("a certificate that ends in two months: the national rule weighs more", individual("11").set("/order/principal/certificate/valid_until", json!("2027-01-23")), "certificate-validity-too-short", "silent"),
        ("a certificate that ends in three", individual("11").set("/order/principal/certificate/valid_until", json!("2027-02-23")), "certificate-validity-too-short", "silent"),
        ("one that has ended is another rule's", individual("11").set("/order/principal/certificate/valid_until", json!("2026-11-22")), "certificate-validity-too-short", "silent"),
        ("individuals are taken everywhere", individual("44"), "individual-not-accepted", "silent"),
    ]);
}

#[test]
#[rustfmt::skip] // one line for each behaviour
fn phones_and_addresses() {
    let phones = |draft: Draft, own: [&str; 2], service: [&str; 2]| {
        draft
            .set("/order/principal/responsible_person/mobile", json!(own[0]))
            .set("/order/principal/responsible_person/emergency_contact", json!(own[1]))
            .set("/order/services/0/responsible_person/mobile", json!(service[0]))
            .set("/order/services/0/responsible_person/emergency_contact", json!(service[1]))
    };
    let (a, b, c) = ("13800138001", "13800138002", "13900138003");
    let from_sichuan = |draft: Draft| draft.set("/order/principal/responsible_person/mobile_province", json!("51"));
    let mobiles = |draft: Draft, own: &str, service: &str| {
        draft
            .set("/order/principal/responsible_person/mobile_province", json!(own))
            .set("/order/services/0/responsible_person/mobile_province", json!(service))
    };
    let elsewhere =
        |draft: Draft, address: &str| draft.set("/order/principal/certificate/address", json!(address));
    hold(vec![
        ("three numbers of two responsible persons", phones(organization("11"), [a, c], [b, c]), "phones-not-distinct", "silent"),
        ("two numbers where three are asked for", phones(organization("11"), [a, b], [b, a]), "phones-not-distinct", "warning /services/0/responsible_person/emergency_contact"),
        ("two numbers where two are asked for, and no page mentions the rest", phones(organization("42"), [a, b], [b, b]), "phones-not-distinct", "silent"),
        ("an emergency contact that is the responsible person's own: a warning of the nation and of the province", organization("21").set("/order/principal/responsible_person/emergency_contact", json!("+86 138-0013-8001")), "phones-not-distinct", "warning /principal/responsible_person/emergency_contact"),
        ("two responsible persons with one mobile: the province's rule speaks in place of the national one", phones(organization("44"), [a, c], [a, b]), "phones-not-distinct", "warning /services/0/responsible_person/mobile"),
        ("an individual whose own number will do, while no page mentions a count", individual("11").set("/order/principal/responsible_person/emergency_contact", json!("13800138009")), "phones-not-distinct", "silent"),
        ("an emergency contact that the province asks for", organization("21").without("/order/principal/responsible_person/emergency_contact"), "person.emergency-contact-missing", "warning /principal/responsible_person/emergency_contact"),
        ("one that only some sources ask for", organization("45").without("/order/principal/responsible_person/emergency_contact"), "person.emergency-contact-missing", "warning /principal/responsible_person/emergency_contact"),
        ("where no page mentions it", organization("13").without("/order/principal/responsible_person/emergency_contact"), "person.emergency-contact-missing", "silent"),
        ("a mobile of Sichuan where one of the province is asked for", mobiles(organization("65"), "51", "65"), "mobile-not-local", "warning /principal/responsible_person/mobile"),
        ("… and only that", mobiles(organization("65"), "51", "65"), "person.mobile-out-of-province", "silent"),
        ("the service's responsible person too", mobiles(organization("65"), "65", "51"), "mobile-not-local", "warning /services/0/responsible_person/mobile"),
        ("of an individual by one source, of an organisation by another", from_sichuan(individual("61")), "mobile-not-local", "warning /principal/responsible_person/mobile"),
        ("one source asks for it", mobiles(organization("22"), "51", "22"), "mobile-not-local", "warning /principal/responsible_person/mobile"),
        ("sources differ, the newer recommends it", mobiles(organization("21"), "51", "21"), "mobile-not-local", "warning /principal/responsible_person/mobile"),
        ("of individuals from elsewhere alone", from_sichuan(individual("13")), "mobile-not-local", "silent"),
        ("… who file with the certificate of another province", from_sichuan(individual("13").without("/order/principal/certificate/address").numbered(&id("510102", "19900307"))), "mobile-not-local", "warning /principal/responsible_person/mobile"),
        ("a mobile of the province", mobiles(organization("65"), "65", "65"), "mobile-not-local", "silent"),
        ("asked for, and not told", mobiles(organization("65"), "65", "65").without("/order/principal/responsible_person/mobile_province"), "mobile-not-local", "undetermined order:/principal/responsible_person/mobile_province"),
        ("not asked for, and not told", individual("44"), "mobile-not-local", "silent"),
        ("known not to be asked for", from_sichuan(individual("44")), "mobile-not-local", "silent"),
        ("… which the national rule knows", from_sichuan(individual("44")), "person.mobile-out-of-province", "silent"),
        ("of organisations no page mentions it there", mobiles(organization("44"), "51", "44"), "mobile-not-local", "silent"),
        ("… and the national rule speaks", mobiles(organization("44"), "51", "44"), "person.mobile-out-of-province", "advice /principal/responsible_person/mobile"),
        ("mailing and certificate address in two cities", elsewhere(organization("13"), "河北省保定市莲池区裕华路18号"), "address-crosses-city", "warning /principal/mailing_address"),
        ("two districts of one city", elsewhere(organization("13"), "河北省石家庄市桥西区裕华路18号"), "address-crosses-city", "silent"),
        ("where no page mentions it, two cities", elsewhere(organization("32"), "江苏省苏州市姑苏区人民路18号"), "address-crosses-city", "silent"),
        ("市辖区 is no district", organization("11").set(ADDRESS, json!("北京市市辖区东城区文三路18号3栋1205室")), "address-not-accepted", "warning /principal/mailing_address"),
        ("… and of another province it is the national rule that speaks", organization("11").set(ADDRESS, json!("上海市市辖区黄浦区文三路18号3栋1205室")), "principal.mailing-address-region-mismatch", "blocker /principal/mailing_address"),
        ("… alone", organization("11").set(ADDRESS, json!("上海市市辖区黄浦区文三路18号3栋1205室")), "address-not-accepted", "silent"),
        ("sources on 市辖区 are thin", organization("31").set(ADDRESS, json!("上海市市辖区黄浦区文三路18号3栋1205室")), "address-not-accepted", "warning /principal/mailing_address"),
    ]);
}

#[test]
#[rustfmt::skip] // one line for each behaviour
fn numbers_of_services() {
    let two_domains = |province: &str| {
        organization(province).set("/order/services/0/domains/-", json!({"name": "beian-demo-9.com"}))
    };
    let add = |draft: Draft| draft.kind("add_service_from_elsewhere");
    hold(vec![
        ("one site in an order", organization("42"), "services-over-limit", "silent"),
        ("two sites where one is taken", organization("42").services(2), "services-over-limit", "blocker /services"),
        ("the province's limit speaks, not the provider's", organization("42").services(11), "order.services-over-limit", "silent"),
        ("of one limit of both, the provider's speaks", individual("42").services(2), "order.services-over-limit", "blocker /services"),
        ("… and only that", individual("42").services(2), "services-over-limit", "silent"),
        ("without a limit of the province the provider's speaks", organization("11").services(11), "order.services-over-limit", "blocker /services"),
        ("three domains", organization("14").services(3), "services-over-limit", "silent"),
        ("four domains where three are taken", organization("14").services(4), "services-over-limit", "warning /services"),
        ("in an access order too", organization("14").services(4).kind("access_filing"), "order.access-services-over-limit", "warning /services"),
        ("no page mentions a limit of access orders", organization("11").services(4).kind("access_filing"), "order.access-services-over-limit", "silent"),
        ("none would be broken", organization("11").services(3).kind("access_filing"), "order.access-services-over-limit", "silent"),
        ("one at a time once many are filed", add(organization("36").filed(16).services(2)), "services-over-limit", "warning /services"),
        ("not yet many", add(organization("36").filed(15).services(2)), "services-over-limit", "silent"),
        ("how many is not known", add(organization("36").without("/context/registry").services(2)), "services-over-limit", "undetermined registry"),
        ("… which is no matter of one", add(organization("36").without("/context/registry")), "services-over-limit", "silent"),
        ("… nor of another order", organization("36").without("/context/registry").services(2).kind("change_filing"), "services-over-limit", "silent"),
        ("thirty in all", add(organization("61").filed(29)), "total-services-over-limit", "silent"),
        ("more than thirty in all", add(organization("61").filed(30)), "total-services-over-limit", "warning /services"),
        ("in all, without a registry", add(organization("61").without("/context/registry")), "total-services-over-limit", "undetermined registry"),
        ("in all, where nothing is filed", add(organization("61")), "total-services-over-limit", "silent"),
        ("in all, where nothing is known to be filed", add(organization("61")).set("/context/registry/complete", json!(false)), "total-services-over-limit", "undetermined registry"),
        ("thirty sites want a plan", add(organization("31").filed(29)), "site-plan-missing", "warning /materials"),
        ("twenty-nine do not", add(organization("31").filed(28)), "site-plan-missing", "silent"),
        ("the plan is there", add(organization("31").filed(29)).with_material(ORDER, "site_plan"), "site-plan-missing", "silent"),
        ("labels are counted, not sites", add(organization("44").filed(30)), "site-plan-missing", "warning /materials"),
        ("a check in person", add(organization("41").filed(20)), "site-plan-missing", "warning /materials"),
        ("a statement in a change of many domains", organization("51").kind("change_filing").services(6), "site-plan-missing", "warning /materials"),
        ("a site with one domain", organization("65"), "several-domains", "silent"),
        ("a site with two", two_domains("65"), "several-domains", "blocker /services/0/domains"),
        ("a site with two, where one source says one: the national rule speaks", two_domains("45"), "several-domains", "silent"),
    ]);
}

#[test]
#[rustfmt::skip] // one line for each behaviour
fn domains() {
    let representative = |province: &str| organization(province).set(REGISTRANT, json!("李思远"));
    let expires = |province: &str, day: &str| organization(province).set(EXPIRY, json!(day));
    let several = |province: &str, names: &[&str]| {
        names.iter().fold(organization(province), |draft, name| {
            draft.set("/order/services/0/domains/-", json!({"name": name}))
        })
    };
    let institution = |province: &str, domain: &str| {
        organization(province)
            .set("/order/principal/kind", json!("public_institution"))
            .set("/order/principal/certificate/kind", json!("public_institution_certificate"))
            .set(DOMAIN, json!(domain))
    };
    hold(vec![
        ("two months left", expires("31", "2027-01-23"), "domain-validity-too-short", "blocker /services/0/domains/0/registration/expires_on"),
        ("three months left", expires("31", "2027-02-23"), "domain-validity-too-short", "silent"),
        ("expired: another rule's", expires("31", "2026-11-22"), "domain-validity-too-short", "silent"),
        ("expired", expires("31", "2026-11-22"), "domain.registration-expired", "blocker /services/0/domains/0/registration/expires_on"),
        ("a contested validity", expires("41", "2027-01-23"), "domain-validity-too-short", "warning /services/0/domains/0/registration/expires_on"),
        ("a validity that no page mentions", expires("23", "2027-01-23"), "domain-validity-too-short", "silent"),
        ("the legal representative may own it", representative("11"), "registrant-not-accepted", "silent"),
        ("the legal representative may not", representative("64"), "registrant-not-accepted", "blocker /services/0/domains/0/registration/registrant"),
        ("… which is not the national rule's matter", representative("64"), "domain.registrant-mismatch", "silent"),
        ("with a letter, which one reading takes", representative("50").with_material(SERVICE, "authorization_letter"), "registrant-not-accepted", "warning /services/0/domains/0/registration/registrant"),
        ("without the letter, which old copies refuse one way or the other", representative("50"), "registrant-not-accepted", "warning /services/0/domains/0/registration/registrant"),
        ("no page mentions it", representative("21"), "registrant-not-accepted", "silent"),
        ("somebody else owns it: the national rule's matter", organization("64").set(REGISTRANT, json!("另一公司")), "registrant-not-accepted", "silent"),
        ("an institution under .com", institution("33", "beian-demo.com"), "domain-suffix-not-accepted", "warning /services/0/domains/0/name"),
        ("an institution under .cn", institution("33", "beian-demo.cn"), "domain-suffix-not-accepted", "silent"),
        ("an institution under .公益", institution("33", "示例.公益"), "domain-suffix-not-accepted", "silent"),
        ("an institution where no page mentions it", institution("34", "beian-demo.com"), "domain-suffix-not-accepted", "silent"),
        ("a suffix on both of Beijing's lists", organization("11").set(DOMAIN, json!("beian-demo.io")), "domain-suffix-not-accepted", "blocker /services/0/domains/0/name"),
        ("… of the third of several domains", several("11", &["beian-demo.net", "beian-demo.io"]), "domain-suffix-not-accepted", "blocker /services/0/domains/2/name"),
        ("an old .org that moves in", organization("11").set(DOMAIN, json!("beian-demo.org")).kind("access_filing"), "domain-suffix-not-accepted", "silent"),
        ("a new .org, which every reading refuses", organization("11").set(DOMAIN, json!("beian-demo.org")), "domain-suffix-not-accepted", "blocker /services/0/domains/0/name"),
        ("… in the place of the national rule", organization("11").set(DOMAIN, json!("beian-demo.org")), "domain.suffix-not-approved", "silent"),
        ("中国 in a company's domain", organization("22").set(DOMAIN, json!("中国示例.com")), "domain-word-not-accepted", "warning /services/0/domains/0/name"),
        ("game in a domain, with a remark", organization("31").set(DOMAIN, json!("demo-game.com")), "domain-word-not-accepted", "silent"),
        ("game in a domain, without", organization("31").set(DOMAIN, json!("demo-game.com")).without(REMARK), "domain-word-not-accepted", "warning /services/0/domains/0/name"),
    ]);
}

#[test]
#[rustfmt::skip] // one line for each behaviour
fn services() {
    let named = |draft: Draft, name: &str| draft.set(NAME, json!(name));
    let numbered_site = |draft: Draft| {
        draft.kind("change_filing").set("/order/services/0/filing_number", json!("京ICP备2021000001号-1"))
    };
    hold(vec![
        ("a word of the organisation's own name", organization("44").set("/order/principal/name", json!("中国云澜测试科技有限公司")).set(NAME, json!("中国云澜")), "name-not-accepted", "silent"),
        ("… and one that is not", organization("44").set("/order/principal/name", json!("中国云澜测试科技有限公司")).set(NAME, json!("中国测评网")), "name-not-accepted", "warning /services/0/name"),
        ("a word that individuals may not use: the national rule says so", named(individual("44"), "中华学习笔记"), "name-not-accepted", "silent"),
        ("a word that takes an approval", named(organization("12"), "云澜测试社区"), "name-not-accepted", "warning /services/0/name"),
        ("… with the approval", named(organization("13"), "云澜测试社区").with_material(SERVICE, "pre_approval_document"), "name-not-accepted", "silent"),
        ("English alone: the national rule weighs more", named(individual("31"), "Yunlan"), "name-not-accepted", "silent"),
        ("English and Chinese", named(individual("31"), "Yunlan 学习笔记"), "name-not-accepted", "silent"),
        ("too few Chinese characters: the national rule weighs more", named(individual("51"), "笔记"), "name-not-accepted", "silent"),
        ("the person's own name", named(individual("51"), "周明远"), "name-not-accepted", "warning /services/0/name"),
        ("a domain as a name: the national rule weighs more", named(individual("41"), "example.com"), "name-not-accepted", "silent"),
        ("the name of a filed site", named(organization("36").filed(1).kind("add_service_from_elsewhere"), "已备案网站0"), "name-not-accepted", "warning /services/0/name"),
        ("the name of a filed site that it is itself, by its domain", named(organization("36").filed(1).kind("add_service_from_elsewhere"), "已备案网站0").set(DOMAIN, json!("filed-0.com")), "name-not-accepted", "silent"),
        ("… by its number", named(numbered_site(organization("36").filed(2)), "已备案网站0"), "name-not-accepted", "silent"),
        ("… and of another by its number", named(numbered_site(organization("36").filed(2)), "已备案网站1"), "name-not-accepted", "warning /services/0/name"),
        ("the name of a site before it", organization("36").services(2).set("/order/services/1/name", json!("云澜测试产品展示0")), "name-not-accepted", "warning /services/1/name"),
        ("a name with two characters of the organisation's", named(organization("23"), "云澜展示"), "name-not-accepted", "silent"),
        ("a name with one", named(organization("23"), "云端展示"), "name-not-accepted", "warning /services/0/name"),
        ("a name with one and a letter", named(organization("23").set("/order/principal/name", json!("杭州A云科技有限公司")), "A云展示"), "name-not-accepted", "warning /services/0/name"),
        ("a name that any province takes", organization("44"), "name-not-accepted", "silent"),
        ("a remark of thirty characters", individual("15").set(REMARK, json!("本网站为个人网站，".repeat(4))), "remark-missing", "silent"),
        ("a shorter one", individual("15").set(REMARK, json!("个人网站")), "remark-missing", "warning /services/0/remark"),
        ("a declaration that one provider reports", individual("45").set(REMARK, json!("记录读书笔记")), "remark-missing", "warning /services/0/remark"),
        ("no remark, which UCloud alone asks for everywhere", individual("44").without(REMARK), "remark-missing", "silent"),
        ("the usual content needs none", organization("42").without(REMARK), "remark-missing", "silent"),
        ("other contents do", organization("42").without(REMARK).set(CONTENTS, json!(["online_shopping"])), "remark-missing", "warning /services/0/remark"),
        ("a blog of an individual", individual("36").set(CONTENTS, json!(["blog_personal_space"])), "content-not-accepted", "blocker /services/0/contents"),
        ("a blog with an approval", individual("61").set(CONTENTS, json!(["blog_personal_space"])).with_material(SERVICE, "pre_approval_document"), "content-not-accepted", "silent"),
        ("anything but a blog", individual("50"), "content-not-accepted", "warning /services/0/contents"),
        ("a new site that is open", organization("35").set(&format!("{SITE}/open"), json!(true)), "service-open-before-filing", "warning /services/0/open"),
        ("a new site that is closed", organization("35").set(&format!("{SITE}/open"), json!(false)), "service-open-before-filing", "silent"),
    ]);
}

#[test]
#[rustfmt::skip] // one line for each behaviour
fn documents() {
    let dated =
        |day: &str| individual("44").set(ORDER, json!([{"kind": "commitment_letter", "issued_on": day}]));
    let government =
        |province: &str| organization(province).set("/order/principal/kind", json!("government"));
    let access = |draft: Draft| {
        draft.kind("access_filing").set("/order/agreements", json!(["privacy_statement", "terms"]))
    };
    hold(vec![
        ("the truthfulness letter of Jiangsu", organization("32"), "document-missing", "blocker /materials"),
        ("… is there", organization("32").with_material(ORDER, "truthfulness_letter"), "document-missing", "silent"),
        ("the party-building letter of Xinjiang", organization("65"), "document-missing", "warning /materials"),
        ("no page mentions other documents", organization("11"), "document-missing", "silent"),
        ("a commitment letter to be uploaded", organization("44").set(ORDER, json!([])), "document-missing", "warning /materials"),
        ("a letter that is still valid", dated("2026-11-01"), "document-missing", "silent"),
        ("a letter of sixty working days", dated("2026-08-25"), "document-missing", "silent"),
        ("a letter of sixty-one", dated("2026-08-24"), "document-missing", "warning /materials"),
        ("a letter without its day", individual("44"), "document-missing", "undetermined order:/materials/0/issued_on"),
        ("a government body's form", government("15"), "document-missing", "warning /materials"),
        ("… or a statement", government("15").with_material(ORDER, "statement"), "document-missing", "silent"),
        ("the letter to be ticked, in an access order", access(organization("44")), "order.agreement-missing", "warning /agreements"),
        ("… where one source lists it", access(organization("11")), "order.agreement-missing", "warning /agreements"),
        ("… where it says nothing of its own, by the nation-wide sentence", access(organization("54")), "order.agreement-missing", "warning /agreements"),
    ]);
}

#[test]
#[rustfmt::skip] // one line for each behaviour
fn what_is_filed() {
    let add = |draft: Draft| draft.kind("add_service_from_elsewhere");
    let closed = |draft: Draft| draft.filed_as("/services/0/service/open", json!(false));
    let change = |province: &str| {
        organization(province)
            .filed(0)
            .kind("change_filing")
            .set("/order/filing_number", json!("京ICP备2021000001号"))
    };
    let from_individual = |province: &str| {
        change(province).filed_as("/principal", json!({"kind": "individual", "name": "钱一飞", "certificate": {"kind": "resident_id_card", "number": id("110101", "19800101")}}))
    };
    let from_other = |province: &str| {
        change(province)
            .filed_as("/principal/name", json!("杭州旧名测试有限公司"))
            .filed_as("/principal/certificate/number", json!("91330106MA2QHE013G"))
    };
    let accessed = |province: &str| {
        organization(province).filed(1).kind("access_filing").set(DOMAIN, json!("filed-0.com"))
    };
    hold(vec![
        ("a hollow principal that is deregistered first", organization("44").filed(0).kind("add_service"), "hollow-principal", "blocker /kind"),
        ("one that may add a service by one reading, and not by another", organization("31").filed(0).kind("add_service"), "hollow-principal", "warning /kind"),
        ("one that is not hollow", add(organization("44").filed(1)), "hollow-principal", "silent"),
        ("without a registry", add(organization("44").without("/context/registry")), "hollow-principal", "undetermined registry"),
        ("a filed site that is closed", closed(add(organization("45").filed(1))), "filed-service-not-in-order", "blocker /kind"),
        ("… which is not the national rule's matter", closed(add(organization("45").filed(1))), "order.filed-service-not-in-order", "silent"),
        ("… but is where the province asks nothing", closed(add(organization("11").filed(1))), "order.filed-service-not-in-order", "blocker "),
        ("a filed site without its number", add(organization("45").filed(1)).filed_as("/services/0/service/number_displayed", json!(false)), "filed-service-not-in-order", "blocker /kind"),
        ("… of which it is not known", add(organization("45").filed(1)).without("/context/registry/principals/0/services/0/service/number_displayed"), "filed-service-not-in-order", "undetermined context:/registry/principals/0/services/0/service/number_displayed"),
        ("… where it may lack it", add(organization("51").filed(1)).without("/context/registry/principals/0/services/0/service/number_displayed"), "filed-service-not-in-order", "silent"),
        ("filed sites that are in order", add(organization("45").filed(2)), "filed-service-not-in-order", "silent"),
        ("an address that differs from what is filed", add(organization("43").filed(1)).filed_as("/principal/mailing_address", json!("湖南省长沙市岳麓区麓山路1号")), "principal-differs-from-registry", "warning /principal/mailing_address"),
        ("… which is not the national rule's matter", add(organization("43").filed(1)).filed_as("/principal/mailing_address", json!("湖南省长沙市岳麓区麓山路1号")), "order.differs-from-filed", "silent"),
        ("data as filed", add(organization("43").filed(1)), "principal-differs-from-registry", "silent"),
        ("another responsible person than the filed one", add(organization("32").filed(1).other_responsible_person()), "principal-differs-from-registry", "warning /principal/responsible_person/name"),
        ("data that may differ", individual("44").filed(1).kind("access_filing").filed_as("/principal/mailing_address", json!("广东省深圳市福田区深南大道1号")), "principal-differs-from-registry", "silent"),
        ("a site that is accessed under another name", accessed("44"), "principal-differs-from-registry", "silent"),
        ("… of which its sources disagree, so that the national rule stands", accessed("44"), "order.differs-from-filed", "blocker /services/0/name"),
        ("… but is where the province does not say under which", accessed("43"), "order.differs-from-filed", "blocker /services/0/name"),
        ("… under the name that is filed", accessed("44").set(NAME, json!("已备案网站0")), "principal-differs-from-registry", "silent"),
        ("another name of a site that is added", accessed("44").kind("add_service_from_elsewhere"), "principal-differs-from-registry", "silent"),
        ("… of another's organisation", from_individual("21"), "change-not-accepted", "warning /principal/kind"),
        ("… of the own organisation", from_individual("21").filed_as("/principal/certificate/number", json!("110101199003071233")), "change-not-accepted", "silent"),
        ("… always", from_individual("44"), "change-not-accepted", "silent"),
        ("… where no page mentions it", from_individual("63"), "change-not-accepted", "silent"),
        ("from one organisation to another: never", from_other("34"), "change-not-accepted", "blocker /principal/name"),
        ("… with the same legal representative", from_other("37"), "change-not-accepted", "silent"),
        ("a new name without its proof", change("46").filed_as("/principal/name", json!("杭州旧名测试有限公司")), "document-missing", "warning /principal/materials"),
        ("no new name", change("46"), "document-missing", "silent"),
        ("a new name with its proof", change("46").filed_as("/principal/name", json!("杭州旧名测试有限公司")).with_material(PRINCIPAL, "name_change_proof"), "document-missing", "silent"),
    ]);
}

/// The province of an order about something filed is that of the filing number.
#[test]
fn orders_without_a_principal() {
    let says = |order: Value, rule: &str| {
        Draft(json!({"order": order, "context": {"today": "2026-11-23"}})).says(rule, &Rulebook::default())
    };
    let deregister = |number: &str| json!({"kind": "deregister_services", "service_numbers": [number]});
    assert_eq!(says(deregister("苏ICP备2021000001号-1"), "order-kind-unavailable"), "warning /kind");
    // No page on Guangdong mentions one.
    assert_eq!(says(deregister("粤ICP备2021000001号-1"), "order-kind-unavailable"), "silent");
    let change = json!({"kind": "change_service", "filing_number": "青ICP备2021000001号"});
    assert_eq!(says(change.clone(), "order-kind-unavailable"), "undetermined registry");
    let registry = json!({"principals": [{"filing_number": "青ICP备2021000001号", "principal": {"kind": "enterprise"}}]});
    let with = |registry: Value| {
        let draft = Draft(json!({"order": change, "context": {"today": "2026-11-23", "registry": registry}}));
        draft.says("order-kind-unavailable", &Rulebook::default())
    };
    assert_eq!(with(registry), "warning /kind");
    assert_eq!(with(json!({"principals": []})), "silent");
    let hollow = |number: &str| {
        let order = json!({"kind": "deregister_hollow_principal", "filing_number": number});
        let draft = Draft(json!({"order": order, "context": {"today": "2026-11-23"}}));
        draft.finding("cancel.offline-only").message(Language::Zh).to_string()
    };
    assert!(hollow("豫ICP备2021000001号").contains("河南省通信管理局"));
    assert!(hollow("鲁ICP备2021000001号").contains("单位：山东以邮寄办理"));
    assert!(hollow("粤ICP备2021000001号").contains("beian.miit.gov.cn"));
}

/// A finding on a contested cell is a warning with both readings; one on a settled cell cites the document.
#[test]
fn a_finding_says_how_well_it_stands() {
    let settled = organization("12")
        .other_responsible_person()
        .finding("province.responsible-person-not-legal-representative");
    assert_eq!(settled.severity, Severity::Blocker);
    assert_eq!(settled.source().date, chrono::NaiveDate::from_ymd_opt(2025, 12, 31));
    assert!(settled
        .message(Language::Zh)
        .to_string()
        .ends_with("依据：华为云备案知识库摘编（2025-12-31）。"));

    let contested = organization("11")
        .other_responsible_person()
        .with_material(RESPONSIBLE_PERSON, "authorization_letter")
        .finding("province.responsible-person-not-legal-representative");
    assert_eq!(contested.severity, Severity::Warning);
    assert_eq!(
        contested.message(Language::En).to_string(),
        "Beijing requires the responsible person of an organisation to be its legal representative. Enter the legal \
         representative here, with the same name and certificate number. Sources disagree: 华为云备案知识库摘编 (2025-12-31) says “the legal \
         representative only”; 百度智能云备案文档 (2025-01-02) says “someone else with an authorisation letter”. \
         Confirm it with the provider or the authority first."
    );

    // Without the letter every reading refuses: the mildest is named, and the other rule is silent.
    let refused = organization("11").other_responsible_person();
    let letter = refused.finding("province.authorization-letter-missing");
    assert_eq!(letter.severity, Severity::Blocker);
    assert!(letter.message(Language::Zh).to_string().contains("各来源说法不一，但本订单均不符合："));
    assert_eq!(refused.says("responsible-person-not-legal-representative", &Rulebook::default()), "silent");

    // Of two publishers, years ago.
    let copy = individual("42").numbered(&id("420102", "20081124")).finding("province.individual-under-age");
    assert_eq!(copy.source().date, None);
    assert_eq!(copy.severity, Severity::Warning);
    assert!(copy
        .message(Language::Zh)
        .to_string()
        .ends_with("据腾讯云、京东云 2023 年或更早的资料，未见更新的来源印证，提交前请向接入商或管局确认。"));
    assert!(copy.message(Language::En).to_string().ends_with(
        "Reported by Tencent Cloud and JD Cloud in 2023 or earlier; nothing newer confirms it: check with the provider \
         or the authority first."
    ));

    let alone = |draft: Draft| {
        let mobile = draft.set("/order/principal/responsible_person/mobile_province", json!("51"));
        mobile.finding("province.mobile-not-local").message(Language::Zh).to_string()
    };
    assert!(alone(individual("42")).ends_with(
        "的归属地为四川省，湖北省要求使用本省的手机号。请更换。\
         据 UCloud 优刻得 2024 年的资料，未见其他来源印证，提交前请向接入商或管局确认。"
    ));
    assert!(alone(organization("22")).contains("据京东云 2023 年或更早的资料"));
    // As the place calls itself.
    assert!(alone(organization("12")).contains("天津市要求使用本市的手机号"));
    assert!(alone(organization("65")).contains("新疆维吾尔自治区要求使用本自治区的手机号"));
}

/// The day before and the day of each settled age, in every province that has one.
#[test]
fn settled_ages_hold_to_the_day() {
    let rulebook = Rulebook::default();
    let mut seen = 0;
    for province in Province::ALL {
        let rules = rulebook.province(*province);
        for cell in rules.individual_age().iter().filter(|cell| cell.standing() == Standing::Settled) {
            let year = 2026 - cell.value().0;
            let (_, county, _) = COUNTIES[province.index()];
            let born =
                |day: u32| individual(province.code()).numbered(&id(county, &format!("{year}11{day}")));
            let rule = "individual-under-age";
            assert_eq!(born(23).says(rule, &rulebook), "silent", "{province}");
            assert_eq!(born(24).says(rule, &rulebook), "blocker /principal/certificate/number", "{province}");
            seen += 1;
        }
    }
    assert_eq!(seen, 6);
}

/// No settled cell of any province objects to the domains, ages, responsible persons or numbers of a correct
/// order.
#[test]
fn an_order_in_order_is_in_order_everywhere() {
    for (code, ..) in COUNTIES {
        for rule in [
            "responsible-person-not-legal-representative",
            "responsible-person-under-age",
            "individual-under-age",
            "individual-out-of-province",
            "residence-proof-missing",
            "services-over-limit",
            "domain-validity-too-short",
            "registrant-not-accepted",
            "hollow-principal",
            "change-not-accepted",
        ] {
            for draft in [organization(code), individual(code)] {
                assert_eq!(draft.says(rule, &Rulebook::default()), "silent", "{code} {rule}");
            }
        }
    }
}

fn everywhere() -> impl Iterator<Item = (Province, ProvinceRules<'static>)> {
    static RULEBOOK: once_cell::sync::Lazy<Rulebook> = once_cell::sync::Lazy::new(Rulebook::default);
    Province::ALL.iter().map(|province| (*province, RULEBOOK.province(*province)))
}

#[test]
fn every_cell_has_a_source_and_a_text() {
    for (province, rules) in everywhere() {
        for entry in rules.entries() {
            let place = format!("{province} {}", entry.dimension);
            for reading in entry.claims().flat_map(|claim| claim.readings) {
                let citation = reading.citation();
                let source = &citation.source;
                assert!(!source.document.is_empty() && !source.section.is_empty(), "{place}: no source");
                if source.date.is_some() {
                    let days = [citation.no_earlier_than, citation.no_later_than];
                    assert_eq!(days, [source.date; 2], "{place}: two dates");
                }
            }
            assert!(entry.claims().all(|claim| !claim.readings.is_empty()), "{place}: nobody says so");
            let stands = [Standing::Settled, Standing::Reported, Standing::Contested];
            assert!(stands.contains(&entry.standing()), "{place}");
            for language in [Language::Zh, Language::En] {
                assert!(!entry.value(language).is_empty(), "{place}: no text");
                assert!(!entry.scope().show(language).is_empty(), "{place}: no scope");
            }
            let is_chinese = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
            let is_number = entry.value(Language::Zh).chars().all(|c| c.is_ascii_digit() || c == ' ');
            assert!(is_number || is_chinese(&entry.value(Language::Zh)), "{place}: not in Chinese");
            serde_json::to_value(entry).unwrap();
        }
    }
}

/// In a dimension with one cell, no two cells apply to the same order; in a list, no cell is there twice.
#[test]
fn no_two_cells_speak_of_the_same() {
    for (province, rules) in everywhere() {
        for dimension in Dimension::ALL {
            let entries: Vec<_> = rules.entries_of(*dimension).collect();
            for (index, a) in entries.iter().enumerate() {
                for b in &entries[index + 1..] {
                    let same = a.value(Language::En) == b.value(Language::En);
                    let overlap = a.scope().overlaps(b.scope());
                    assert!(!overlap || dimension.is_list() && !same, "{province} {dimension}: {a:?} {b:?}");
                }
            }
        }
    }
}

#[test]
fn every_rule_of_the_group_has_a_dimension() {
    for rule in Rule::all().filter(|rule| rule.group() == "province") {
        assert!(Dimension::of_rule(rule).count() > 0, "{rule}");
    }
    for dimension in Dimension::ALL {
        for rule in dimension.rules() {
            assert!(Dimension::of_rule(rule).any(|other| other == *dimension), "{dimension} {rule}");
            // These groups read documents that speak of all provinces.
            let speaks_of_all = matches!(rule.group(), "cancel" | "material");
            assert!(rule.needs().any(|need| need == "province_rules") || speaks_of_all, "{rule}");
        }
    }
    let silent: Vec<_> = Dimension::ALL.iter().filter(|dimension| dimension.rules().count() == 0).collect();
    assert_eq!(silent, [&Dimension::BusinessToIndividual, &Dimension::BesideChange, &Dimension::Footer]);
}

/// The page that asks a branch for the person on its licence lets nine provinces name somebody else; and where a
/// province takes any emergency contact, the own mobile is one.
#[test]
fn national_rules_weigh_by_province() {
    let branch = |code: &str| {
        organization(code)
            .set("/order/principal/name", json!("青禾信息技术有限公司第一分公司"))
            .set("/order/principal/responsible_person/name", json!("王磊"))
    };
    let own_mobile = |draft: Draft| {
        draft.set("/order/principal/responsible_person/emergency_contact", json!("13800138009"))
    };
    hold(vec![
        (
            "a branch of Zhejiang",
            branch("33"),
            "person.not-of-branch",
            "blocker /principal/responsible_person/name",
        ),
        (
            "a branch of Jiangsu",
            branch("32"),
            "person.not-of-branch",
            "warning /principal/responsible_person/name",
        ),
        (
            "a branch of Gansu",
            branch("62"),
            "person.not-of-branch",
            "warning /principal/responsible_person/name",
        ),
        (
            "an individual of Zhejiang",
            own_mobile(individual("33")),
            "person.emergency-contact-is-mobile",
            "warning /principal/responsible_person/emergency_contact",
        ),
        (
            "an individual of Beijing",
            own_mobile(individual("11")),
            "person.emergency-contact-is-mobile",
            "silent",
        ),
    ]);
}

/// The date that the rules give as theirs is that of the newest document.
#[test]
fn the_rules_are_as_new_as_the_newest_document() {
    let newest = everywhere()
        .flat_map(|(_, rules)| rules.entries())
        .filter_map(|entry| entry.citation()?.source.date)
        .max();
    let rule = Rule::from_id("province.document-missing").unwrap();
    assert!(rule.sources().iter().all(|sourced| sourced.source.date == newest));
}

#[test]
fn the_table_counts() {
    let count = |standing| {
        everywhere()
            .flat_map(|(_, rules)| rules.entries())
            .filter(|entry| entry.standing() == standing)
            .count()
    };
    let dimensions = |standing| {
        let of = |(_, rules): (_, ProvinceRules<'_>)| {
            Dimension::ALL.iter().filter(|dimension| rules.standing(**dimension) == standing).count()
        };
        everywhere().map(of).sum::<usize>()
    };
    assert_eq!(
        [Standing::Settled, Standing::Reported, Standing::Contested].map(count),
        [132, 509, 47],
        "cells settled, reported and contested"
    );
    assert_eq!(
        [Standing::NotMentioned, Standing::Unknown].map(dimensions),
        [969, 4],
        "dimensions not mentioned and unknown"
    );
}

/// The cells whose documents were older than two years on 23 November 2026, or have no date. The list is kept
/// for review, so that a change shows; `BLESS=1` writes it.
#[test]
fn what_is_older_than_two_years() {
    let reference = chrono::NaiveDate::from_ymd_opt(2024, 11, 23);
    let mut list = String::new();
    for (province, rules) in everywhere() {
        let old: BTreeSet<&str> = rules
            .entries()
            .filter(|entry| entry.no_later_than() < reference)
            .map(|entry| entry.dimension.as_str())
            .collect();
        let _ = writeln!(
            list,
            "{} {}: {}",
            province.code(),
            province.name().en,
            old.into_iter().collect::<Vec<_>>().join(" ")
        );
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/provinces/older_than_two_years.txt");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(path, &list).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap(), list);
}

fn patched(patch: Value) -> Rulebook {
    let patch: RulebookPatch = serde_json::from_value(patch).unwrap();
    Rulebook::default().patched(&patch).unwrap()
}

#[allow(clippy::needless_pass_by_value)] // reads better with `json!`
fn cell(value: Value) -> Value {
    json!({"value": value, "source": {"document": "本省通知", "section": "第一条", "date": "2026-10-01"}})
}

#[test]
fn a_patch_changes_a_cell() {
    let rulebook = patched(json!({"provinces": {"11": {"individual_age": [cell(json!(16))]}}}));
    let young = individual("11").numbered(&id("110101", "20100101"));
    assert_eq!(
        young.says("individual-under-age", &Rulebook::default()),
        "warning /principal/certificate/number"
    );
    assert_eq!(young.says("individual-under-age", &rulebook), "silent");
    let younger = individual("11").numbered(&id("110101", "20110101"));
    assert_eq!(younger.says("individual-under-age", &rulebook), "blocker /principal/certificate/number");
    let report = younger.report(&rulebook);
    assert!(report.rulebook.patched);
    let finding = report.findings.iter().find(|finding| finding.rule() == "province.individual-under-age");
    assert_eq!(finding.unwrap().source().document, "本省通知");
    // Other dimensions and other provinces are unchanged.
    assert_eq!(rulebook.province(Province::Beijing).responsible_person_age().len(), 1);
    assert_eq!(rulebook.province(Province::Tianjin).individual_age()[0].value().0, 18);
}

#[test]
fn a_patch_makes_a_cell_unknown_or_contested() {
    let unknown = patched(json!({"provinces": {"42": {"individual_age": []}}}));
    let young = individual("42").numbered(&id("420102", "20081124"));
    assert_eq!(young.says("individual-under-age", &unknown), "undetermined province_rules");
    let mut contested = cell(json!(18));
    contested["standing"] = json!("contested");
    let contested = patched(json!({"provinces": {"42": {"individual_age": [contested]}}}));
    assert_eq!(young.says("individual-under-age", &contested), "warning /principal/certificate/number");
}

#[test]
fn a_patch_gives_values_of_every_shape() {
    let rulebook = patched(json!({"provinces": {"44": {
        "out_of_province": [cell(json!({"with_proof": ["lease"]}))],
        "principal_responsible_person": [cell(json!("legal_representative"))],
        "service_names": [cell(json!({"words": {"not": ["产品"]}})), cell(json!("no_english"))],
        "certificate_kinds": [cell(json!({"only": ["resident_id_card"]}))],
        "individuals": [cell(json!(false))],
        "documents": [cell(json!({"document": "statement", "place": "service"}))],
        "document_ages": [cell(json!({"material": "authorization_letter", "at_most": {"days": 30}}))],
        "local_mobile": [cell(json!("required"))],
        "order_limits": [{
            "principals": "organization",
            "orders": ["access_filing"],
            "value": {"metric": "services", "max": 1},
            "source": {"document": "本省通知", "section": "", "date": null},
        }],
    }}}));
    let says = |draft: Draft, rule| draft.says(rule, &rulebook);
    assert_eq!(says(individual("44"), "individual-not-accepted"), "blocker /principal/kind");
    assert_eq!(says(organization("44"), "name-not-accepted"), "blocker /services/0/name");
    let issued = |date: &str| {
        let letter = json!({"kind": "authorization_letter", "issued_on": date});
        organization("44").set("/order/principal/materials/-", letter)
    };
    assert_eq!(
        says(issued("2026-10-23"), "material.proof-too-old"),
        "blocker /principal/materials/1/issued_on"
    );
    assert_eq!(says(issued("2026-10-24"), "material.proof-too-old"), "silent");
    let from_elsewhere =
        organization("44").set("/order/principal/responsible_person/mobile_province", json!("51"));
    assert_eq!(says(from_elsewhere, "mobile-not-local"), "blocker /principal/responsible_person/mobile");
    let document = |draft: Draft| says(draft, "document-missing");
    assert_eq!(document(organization("44").services(2)), "blocker /services/0/materials");
    let with_first = organization("44").services(2).with_material(SERVICE, "statement");
    assert_eq!(document(with_first), "blocker /services/1/materials");
    assert_eq!(document(organization("44").services(2).with_material(ORDER, "statement")), "silent");
    assert_eq!(
        says(organization("44").other_responsible_person(), "responsible-person-not-legal-representative"),
        "blocker /principal/responsible_person/name"
    );
    assert_eq!(
        says(organization("44").services(2).kind("access_filing"), "order.access-services-over-limit"),
        "blocker /services"
    );
}

/// Domains and their labels have limits of their own.
#[test]
fn a_patch_limits_domains_and_labels() {
    let limit = |metric: &str| cell(json!({"metric": metric, "max": 1}));
    let rulebook =
        patched(json!({"provinces": {"44": {"order_limits": [limit("domain_labels"), limit("domains")]}}}));
    let with = |name: &str| {
        let draft = organization("44").set("/order/services/0/domains/-", json!({"name": name}));
        draft.says("services-over-limit", &rulebook)
    };
    assert_eq!(organization("44").says("services-over-limit", &rulebook), "silent");
    assert_eq!(with("beian-demo-0.cn"), "blocker /services");
    assert_eq!(with("beian-demo-9.cn"), "blocker /services");

    let labels_over = |max: u32, names: &[&str]| {
        let limit = cell(json!({"metric": "domain_labels", "max": max}));
        let draft = names.iter().fold(organization("44"), |draft, name| {
            draft.set("/order/services/0/domains/-", json!({"name": name}))
        });
        draft.says("services-over-limit", &patched(json!({"provinces": {"44": {"order_limits": [limit]}}})))
    };
    let (own, other, third) = ("beian-demo-0.com", "beian-demo-9.com", "beian-demo-8.com");
    assert_eq!(labels_over(1, &["beian-demo-0.cn", "www.beian-demo-0.com"]), "silent");
    assert_eq!(labels_over(1, &[other]), "blocker /services");
    assert_eq!(labels_over(2, &[other, own, other]), "silent");
    assert_eq!(labels_over(2, &[other, third]), "blocker /services");
    assert_eq!(labels_over(3, &[other, third, own, other]), "silent");
}

#[test]
fn a_patch_weighs_rules_otherwise_or_switches_them_off() {
    let two = organization("42").services(2);
    let softer = patched(json!({"rules": {"province.services-over-limit": "warning"}}));
    assert_eq!(two.says("services-over-limit", &softer), "warning /services");
    let off = patched(json!({"rules": {"province.services-over-limit": "off"}}));
    assert_eq!(two.says("services-over-limit", &off), "silent");
    // What the limit of the province hid is reported again.
    assert_eq!(organization("42").services(11).says("order.services-over-limit", &off), "blocker /services");
    // The cell makes it a warning, although the patch makes the rule a blocker.
    let harder = patched(json!({"rules": {"province.remark-missing": "blocker"}}));
    assert_eq!(
        individual("12").without(REMARK).says("remark-missing", &harder),
        "warning /services/0/remark"
    );
}

/// Where a national rule and a province's judge the same value, one of them reports: the province's, unless
/// the national finding is more severe.
#[test]
fn one_mistake_is_said_once() {
    let short = individual("51").set(NAME, json!("笔记"));
    assert_eq!(short.says("name-not-accepted", &Rulebook::default()), "silent");
    assert_eq!(short.says("name.too-short", &Rulebook::default()), "blocker /services/0/name");
    let off = patched(json!({"rules": {"name.too-short": "off"}}));
    assert_eq!(short.says("name-not-accepted", &off), "warning /services/0/name");

    let own =
        organization("12").set("/order/principal/responsible_person/emergency_contact", json!("13800138001"));
    assert_eq!(
        own.says("phones-not-distinct", &Rulebook::default()),
        "blocker /principal/responsible_person/emergency_contact"
    );
    assert_eq!(own.says("person.emergency-contact-is-mobile", &Rulebook::default()), "silent");
    let off = patched(json!({"rules": {"province.phones-not-distinct": "off"}}));
    assert_eq!(
        own.says("person.emergency-contact-is-mobile", &off),
        "warning /principal/responsible_person/emergency_contact"
    );

    let two = organization("65").set("/order/services/0/domains/-", json!({"name": "beian-demo-9.com"}));
    assert_eq!(two.says("domain.several-on-website", &Rulebook::default()), "silent");
}

#[test]
fn a_patch_lets_settled_cells_age() {
    let rule = "responsible-person-not-legal-representative";
    let place = "/principal/responsible_person/name";
    // Settled by UCloud's page of 2024-04-01.
    let other = organization("21").other_responsible_person();
    let rulebook = patched(json!({"settled_for_years": 2}));
    assert_eq!(other.says(rule, &rulebook), format!("warning {place}"));
    let message = |rulebook: &Rulebook| {
        let findings = other.report(rulebook).findings;
        let of_rule = findings.iter().filter(|finding| finding.rule() == format!("province.{rule}"));
        of_rule.map(|finding| finding.message(Language::En).to_string()).collect::<String>()
    };
    assert!(message(&rulebook).ends_with(", which is more than 2 years old: make sure that it still holds."));
    let rulebook_of_one = patched(json!({"settled_for_years": 1}));
    assert!(message(&rulebook_of_one)
        .ends_with(", which is more than 1 year old: make sure that it still holds."));
    let recent = organization("42").services(2);
    assert_eq!(recent.says("services-over-limit", &rulebook), "blocker /services");
    let never =
        rulebook.patched(&serde_json::from_value(json!({"settled_for_years": null})).unwrap()).unwrap();
    assert_eq!(other.says(rule, &never), format!("blocker {place}"));
}

#[test]
fn patches_lie_over_each_other() {
    let first = patched(
        json!({"limits": {"app_domain_level": 3}, "provinces": {"44": {"individual_age": [cell(json!(20))]}}}),
    );
    let second = RulebookPatch::new()
        .with_limit(Limit::IndividualServices, None)
        .without_rule("province.remark-missing");
    let both = first.patched(&second).unwrap();
    assert_eq!((both.limits().app_domain_level, both.limits().individual_services), (Some(3), None));
    assert_eq!(both.province(Province::Guangdong).individual_age()[0].value().0, 20);
    assert!(!both.is_on(Rule::from_id("province.remark-missing").unwrap()));
    assert!(Rulebook::default().is_on(Rule::from_id("province.remark-missing").unwrap()));
}

/// Where the national rule on the end of certificates is off, the province's rule reports each certificate
/// once.
#[test]
fn certificates_last_as_long_as_the_province_asks() {
    let off = json!({"principal.certificate-expires-soon": "off", "person.certificate-expires-soon": "off"});
    let patch: RulebookPatch = serde_json::from_value(json!({ "rules": off })).unwrap();
    // UCloud says so of every province.
    let rulebook = Rulebook::builtin(Provider::Ucloud).patched(&patch).unwrap();
    for (draft, place, severity) in [
        (individual("41"), "/principal/certificate/valid_until", Severity::Warning),
        (organization("41"), "/principal/responsible_person/certificate/valid_until", Severity::Warning),
        (organization("41"), "/services/0/responsible_person/certificate/valid_until", Severity::Warning),
    ] {
        for (day, is_said) in [
            ("2026-11-22", false),
            ("2026-11-23", true),
            ("2027-02-22", true),
            ("2027-02-23", false),
            ("2027-03-22", false),
        ] {
            let report = draft.clone().set(&format!("/order{place}"), json!(day)).report(&rulebook);
            let said =
                report.findings.iter().filter(|f| f.rule() == "province.certificate-validity-too-short");
            let said: Vec<_> = said.map(|finding| (finding.path.to_string(), finding.severity)).collect();
            let expected = if is_said { vec![(place.to_owned(), severity)] } else { Vec::new() };
            assert_eq!(said, expected, "{day}");
        }
    }
}

/// The error for a wrong patch says what is wrong, and where.
#[test]
fn a_wrong_patch_is_refused() {
    let order_limit = |value: Value| json!({"provinces": {"44": {"order_limits": [cell(value)]}}});
    for (patch, path, message) in [
        (
            json!({"limits": {"individual_services": 0}}),
            "/limits/individual_services",
            "impossible: expected a number from 1, or `null`",
        ),
        (
            json!({"limits": {"individual_services": "two"}}),
            "/limits/individual_services",
            "invalid type: string \"two\", expected a number from 1, or `null`",
        ),
        (
            json!({"max_findings": 4_294_967_296_u64}),
            "/max_findings",
            "impossible: expected a number from 1, or `null`",
        ),
        (
            json!({"limit": {}}),
            "/limit",
            "no such field: expected one of name, date, provinces, limits, rules, names, settled_for_years, max_findings, max_items",
        ),
        (json!({"rules": {"province.nothing": "off"}}), "/rules/province.nothing", "no rule has this id"),
        (
            json!({"rules": {"province.remark-missing": "fatal"}}),
            "/rules/province.remark-missing",
            "unknown variant `fatal`, expected one of `advice`, `warning`, `blocker`, `off`",
        ),
        (
            json!({"rules": {"province.remark-missing": false}}),
            "/rules/province.remark-missing",
            "invalid type: boolean `false`, expected a severity, or `off`",
        ),
        (json!({"provinces": {"71": {}}}), "/provinces/71", "no province has this code"),
        (json!({"provinces": {"44": []}}), "/provinces/44", "invalid type: sequence, expected an object"),
        (
            order_limit(json!({"metric": "services", "max": 0})),
            "/provinces/44/order_limits/0/value",
            "impossible: expected a number from 1",
        ),
        (
            order_limit(json!({"metric": "services", "most": 1})),
            "/provinces/44/order_limits/0/value",
            "unknown field `most`, expected one of `metric`, `max`, `filed_above`",
        ),
        (
            json!({"provinces": {"44": {"individual_age": [cell(json!(200))]}}}),
            "/provinces/44/individual_age/0/value",
            "impossible: expected an age from 1 to 120",
        ),
        (
            json!({"provinces": {"44": {"individual_age": [{"value": 18}]}}}),
            "/provinces/44/individual_age/0",
            "`source` is missing",
        ),
        (
            json!({"provinces": {"44": {"individual_age": [{"year": 18}]}}}),
            "/provinces/44/individual_age/0/year",
            "no such field: expected one of principals, orders, service, value, standing, source, note, readings, others",
        ),
        (
            json!({"provinces": {"44": {"individual_age": [cell(json!(18)), cell(json!(16))]}}}),
            "/provinces/44/individual_age/1",
            "speaks of the same orders as a cell before it",
        ),
        (
            json!({"settled_for_years": 0}),
            "/settled_for_years",
            "impossible: expected a number from 1, or `null`",
        ),
    ] {
        let error = Rulebook::default().patched(&serde_json::from_value(patch).unwrap()).unwrap_err();
        assert_eq!((error.path(), error.reason().to_string().as_str()), (path, message));
        assert_eq!(error.to_string(), format!("{path}: {message}"));
    }
    let unknown = json!({"limits": {"services": 1}});
    let error = Rulebook::default().patched(&serde_json::from_value(unknown).unwrap()).unwrap_err();
    assert!(error
        .to_string()
        .starts_with("/limits/services: no such field: expected one of individual_services, "));
    let unknown = json!({"provinces": {"44": {"age": []}}});
    let error = Rulebook::default().patched(&serde_json::from_value(unknown).unwrap()).unwrap_err();
    assert!(error
        .to_string()
        .starts_with("/provinces/44/age: no such field: expected one of principal_responsible_person, "));
    assert!(serde_json::from_str::<RulebookPatch>(r#"{"limits": {}, "limits": {}}"#).is_err());
}
