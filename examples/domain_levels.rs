//! The level of an APP's domain.
//!
//! The rule: an APP's domain goes to level four at the deepest. Levels are counted from the suffix: `qcloud.com` has
//! two, `beian.qcloud.com` three, `shenzhen.beian.qcloud.com` four; the suffix has to be approved by the state.
//! It stands in 腾讯云《ICP 备案操作指引（小程序端）》, 首次备案、接入备案、新增服务 · APP 特征信息 · 域名, and, of the suffix,
//! in 变更备案、变更服务.
//!
//! ```sh
//! cargo run --example domain_levels
//! ```

use beian::check::domain_level::{app_domain, level, suffix, upper_name};
use beian::value::DomainName;
use beian::{Language, Limits};

fn main() {
    let limits = Limits::guide();
    let deepest = limits.app_domain_level.unwrap_or_default();
    println!("An APP's domain goes to level {deepest}.\n");
    for text in [
        "qcloud.com",
        "beian.qcloud.com",
        "shenzhen.beian.qcloud.com",
        "a.shenzhen.beian.qcloud.com",
        "a.b.c.example.com.cn",
        "商城.示例.中国",
        "shop.example.so",
        "example.us",
        "http://example.com",
    ] {
        let name = match DomainName::parse(text) {
            Ok(name) => name,
            Err(reason) => {
                println!("{text}: {}", reason.text().zh);
                continue;
            }
        };
        if let Some(problem) = suffix(&name).problem() {
            println!("{text}: {}; {}", problem.rule(), problem.message(Language::Zh));
        }
        // Levels are counted from an approved suffix, so that others have none.
        let Some(counted) = level(&name) else { continue };
        let verdict = app_domain(&name, limits);
        println!("{text}: level {counted}, {}", verdict.show(Language::En));
        if let Some(problem) = verdict.problem() {
            let upper = upper_name(&name, deepest).map(|upper| upper.to_string()).unwrap_or_default();
            println!("    file {upper} in its place; {}", problem.source().show(Language::Zh));
        }
    }
}
