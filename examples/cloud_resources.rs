//! Whether a cloud resource can carry a filing on a day.
//!
//! The rule: a server stands in a mainland region, is billed by the month or year, was bought for three months or more,
//! renewals counted, and has one month or more left; a cloud server has a public address; a serverless service has a
//! package that was bought; a load balancer is bound to a server that is eligible itself; a filing authorisation code is
//! unused and stands for a server. It stands in 腾讯云《ICP 备案操作指引（小程序端）》, 变更备案、变更服务 · 备案准备 · 云服务资源.
//!
//! ```sh
//! cargo run --example cloud_resources
//! ```

use beian::check::resources::{has_room, resource, Submission};
use beian::resource::{Billing, LicenseCode, LicenseCodeState, LoadBalancer, Server, Serverless};
use beian::{Language, Limits, Resource};
use chrono::NaiveDate;

fn main() {
    let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap_or_default();
    let server = || {
        Server::new()
            .with_mainland(true)
            .with_public_ip("81.70.0.1")
            .with_billing(Billing::Prepaid)
            .with_purchased_months(12_u32)
            .with_expires_on(day(12, 31))
    };
    let short = server().with_mainland(false).with_purchased_months(1_u32).with_expires_on(day(12, 1));
    let code = || LicenseCode::new().with_code("A1B2C3").with_state(LicenseCodeState::Used);
    let asked = [
        ("a cloud server", Resource::CloudServer(server())),
        ("a server in Hong Kong, bought for a month", Resource::CloudServer(short.clone())),
        ("a server of another account", Resource::LightweightServer(server().with_account("2000"))),
        ("a serverless service", Resource::Serverless(Serverless::new().with_package_purchased(true))),
        ("a balancer before it", Resource::LoadBalancer(LoadBalancer::new().with_bound_server(short))),
        ("a code that is used up", Resource::LicenseCode(code().with_server(server()))),
    ];
    let submission = Submission::on(day(11, 23)).with_account("1000");
    for (name, given) in &asked {
        let heard = resource(given, &submission);
        println!("{name}: {}", if heard.is_eligible() { "eligible" } else { "not eligible" });
        for (field, problem) in heard.failures() {
            let field: Vec<&str> = field.iter().map(|key| key.as_str()).collect();
            println!("  {}: {} [{}]", field.join("."), problem.message(Language::Zh), problem.rule());
        }
        for (field, needed) in heard.needs() {
            let field: Vec<&str> = field.iter().map(|key| key.as_str()).collect();
            println!("  {}: undetermined, not known: {}", field.join("."), needed.text().en);
        }
    }
    let filed = Resource::CloudServer(server().with_services_filed(4_u32));
    for new in [1, 2] {
        let verdict = has_room(&filed, new, Limits::guide());
        println!("{new} more on a server with four: {}", verdict.show(Language::Zh));
    }
}
