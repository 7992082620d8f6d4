//! What a province asks, and whether a value satisfies it.
//!
//! The rule: where a province's practice differs from the national rules, it prevails. It stands in
//! 腾讯云《ICP 备案操作指引（小程序端）》 wherever that says 以各省管局要求为准; what each province asks stands in the
//! document that its cell names. What no cell says is unknown, never allowed.
//!
//! ```sh
//! cargo run --example province_rules
//! ```

use beian::check::province::{cells, certificate_kind, certificate_validity, individual_age, Who};
use beian::value::Province;
use beian::{CertificateKind, Language, OrderKind, PrincipalKind, Rulebook};
use chrono::NaiveDate;

fn main() {
    let (zh, en) = (Language::Zh, Language::En);
    let rulebook = Rulebook::default();
    let who = Who::new(PrincipalKind::Individual, OrderKind::FirstFiling);

    // What is asked in a dimension: the typed value, how well it stands, who says so.
    println!("The least age of an individual, and whether one of 16 can file:");
    for province in [Province::Guangdong, Province::Jiangsu, Province::Zhejiang, Province::Xizang] {
        let rules = rulebook.province(province);
        let name = province.name().zh;
        match cells(rules.individual_age(), who).next() {
            Some(cell) => {
                let (age, standing) = (cell.value().0, cell.standing().text().zh);
                let source = cell.citation().map(|citation| citation.source.show(zh)).unwrap_or_default();
                println!("  {name}: {age} ({standing}), {source}");
            }
            None => println!("  {name}: nothing is known"),
        }
        println!("    16: {}", individual_age(&rules, who, 16).show(zh));
    }

    println!("\nA passport of a foreigner:");
    for province in [Province::Guangdong, Province::Hebei] {
        let rules = rulebook.province(province);
        let verdict = certificate_kind(&rules, who, CertificateKind::Passport);
        println!("  {}: {}", province.name().zh, verdict.show(en));
    }

    // How long a certificate has to be valid still: the problem keeps the cell, with the other readings beside it.
    println!("\nA certificate that ends in two months:");
    let day = |year, month| NaiveDate::from_ymd_opt(year, month, 23).unwrap_or_default();
    for province in [Province::Fujian, Province::Guangdong, Province::Shanghai] {
        let rules = rulebook.province(province);
        let verdict = certificate_validity(&rules, who, day(2027, 1), day(2026, 11));
        if let Some(problem) = verdict.problem() {
            let standing = problem.reason.standing().text().en;
            println!("  {}: {} ({standing})", province.name().zh, problem.message(en));
        }
    }
}
