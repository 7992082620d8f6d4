//! How many services an order may have.
//!
//! The rule: in one new-type order (first filing, added services) an individual files at most one website or APP, an
//! organisation at most ten, both together; an access order has no national limit; a province may set less.
//! It stands in the guide 腾讯云《ICP 备案操作指引（小程序端）》, 首次备案、新增服务 · 服务信息 · 数量限制.
//!
//! ```sh
//! cargo run --example service_limits
//! ```

use beian::check::service_limits::{most_services, new_services, services, services_of_individual};
use beian::value::Province;
use beian::{Filer, Language, Limits, OrderKind, PrincipalKind, Provider, Rulebook};

fn main() {
    let zh = Language::Zh;

    // A number and the guide's limit are enough.
    println!("By the guide:");
    for (count, filer) in
        [(1, Filer::Individual), (2, Filer::Individual), (10, Filer::Organization), (11, Filer::Organization)]
    {
        let verdict = new_services(count, filer, Limits::guide());
        println!("  {count} of an {}: {}", filer.text().en, verdict.show(zh));
        if let Some(problem) = verdict.problem() {
            println!("    {} {}", problem.rule(), problem.source_for(OrderKind::FirstFiling).show(zh));
        }
    }

    // Another provider states other limits, each with its own document; what it does not state is undetermined.
    println!("\nSix services of one individual in all:");
    for &provider in Provider::ALL {
        let rulebook = Rulebook::builtin(provider);
        let verdict = services_of_individual(6, rulebook.limits());
        println!("  {}: {}", provider.text().en, verdict.show(Language::En));
    }

    // In a province, by the kind of the order: the lower settled limit speaks.
    println!("\nTwo sites of a company at once:");
    let rulebook = Rulebook::default();
    for province in [Province::Guangdong, Province::Hubei] {
        for order in [OrderKind::FirstFiling, OrderKind::AccessFiling] {
            let rules = rulebook.province(province);
            let company = PrincipalKind::Enterprise;
            let verdict = services(2, order, company, Some(0), Some(&rules), Limits::guide());
            let most = most_services(order, company, Some(&rules), Limits::guide());
            let most = most.map_or("no limit".to_owned(), |most| format!("at most {}", most.max));
            println!("  {} · {} ({most}): {}", province.name().zh, order.text().zh, verdict.show(zh));
        }
    }
}
