//! Numbers of services and domains, and what follows from them.

use serde::{Deserialize, Serialize};

use super::{told, Value, ZERO};
use crate::text::Language;

wire_names! {
    /// What is counted.
    pub enum Metric {
        /// Websites and APPs.
        Services = "services" { zh: "服务", en: "service" },
        /// Domains.
        Domains = "domains" { zh: "域名", en: "domain" },
        /// Domains that differ before the suffix 不同前缀域名.
        DomainLabels = "domain_labels" { zh: "不同前缀的域名", en: "different domain label" },
    }
}

wire_names! {
    /// Over what is counted.
    pub enum Basis {
        /// What is filed already.
        Filed = "filed" { zh: "已备案", en: "filed" },
        /// What is filed and what the order adds.
        FiledAndNew = "filed_and_new" { zh: "已备案及本次新增", en: "filed and new" },
        /// What the order has.
        InOrder = "in_order" { zh: "本订单", en: "of this order" },
    }
}

wire_names! {
    /// How a number is compared with a threshold.
    pub enum Operator {
        /// More than the number.
        Above = "above" { zh: "超过", en: "more than" },
        /// The number or more.
        AtLeast = "at_least" { zh: "达到", en: "at least" },
    }
}

wire_names! {
    /// What follows once a threshold is met.
    pub enum Consequence {
        /// A site plan 网站建设方案书.
        SitePlan = "site_plan" { zh: "须提交网站建设方案书", en: "a site plan is handed in" },
        /// A site plan, sent by post.
        SitePlanByPost = "site_plan_by_post" { zh: "须提交网站建设方案书并邮寄纸质材料", en: "a site plan is handed in and sent by post" },
        /// A site plan and a guarantee 保证书.
        SitePlanAndGuarantee = "site_plan_and_guarantee" { zh: "须提交网站建设方案书和保证书", en: "a site plan and a guarantee are handed in" },
        /// A stamped statement 情况说明.
        Statement = "statement" { zh: "须提交盖章的情况说明", en: "a stamped statement is handed in" },
        /// A check in person at the authority 现场核验.
        InPersonCheck = "in_person_check" { zh: "须到管局现场核验", en: "the authority checks in person" },
    }
}

/// A threshold: what is counted, over what, how compared, with which number, and what follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Threshold {
    /// What is counted.
    pub metric: Metric,
    /// Over what.
    pub basis: Basis,
    /// How it is compared.
    pub operator: Operator,
    /// With which number.
    pub number: u32,
    /// What follows.
    pub consequence: Consequence,
}

impl Threshold {
    /// From its five parts.
    pub(in crate::rulebook::provinces) const fn of(
        metric: Metric,
        basis: Basis,
        operator: Operator,
        number: u32,
        consequence: Consequence,
    ) -> Self {
        Self { metric, basis, operator, number, consequence }
    }

    /// Whether a count meets it.
    pub const fn is_met(&self, count: usize) -> bool {
        #[allow(clippy::as_conversions)] // no narrower than 32 bits on any target of this crate
        let number = self.number as usize;
        match self.operator {
            Operator::Above => count > number,
            Operator::AtLeast => count >= number,
        }
    }
}

impl crate::text::sealed::Sealed for Threshold {}

impl Value for Threshold {
    fn show(&self, language: Language) -> String {
        let Self { metric, basis, operator, number, consequence } = self;
        let consequence = consequence.text().get(language);
        match language {
            Language::Zh => {
                let (basis, metric) = (basis.text().zh, metric.text().zh);
                format!("{basis}{metric}数{} {number} 个时{consequence}", operator.text().zh)
            }
            Language::En => {
                let (basis, metric) = (basis.text().en, metric.text().en);
                let s = if *number == 1 { "" } else { "s" };
                format!("with {} {number} {metric}{s} ({basis}) {consequence}", operator.text().en)
            }
        }
    }

    fn impossible(&self) -> Option<&'static str> {
        (self.number == 0).then_some(ZERO)
    }

    /// The lower the number, the more is asked.
    fn strictness(&self) -> u32 {
        let first = match self.operator {
            Operator::Above => self.number.saturating_add(1),
            Operator::AtLeast => self.number,
        };
        u32::MAX - first
    }
}

/// How many services or domains one order may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrderLimit {
    /// What is counted.
    pub metric: Metric,
    /// How many.
    pub max: u32,
    /// Where more than this many are filed already; absent, always.
    #[serde(default)]
    pub filed_above: Option<u32>,
}

impl crate::text::sealed::Sealed for OrderLimit {}

impl Value for OrderLimit {
    fn show(&self, language: Language) -> String {
        let (metric, max) = (self.metric.text().get(language), self.max);
        let s = if max == 1 { "" } else { "s" };
        match self.filed_above {
            None => told(
                language,
                format!("每个订单最多 {max} 个{metric}"),
                format!("at most {max} {metric}{s} in an order"),
            ),
            Some(filed) => told(
                language,
                format!("已备案超过 {filed} 个后，每个订单最多 {max} 个{metric}"),
                format!("at most {max} {metric}{s} in an order once more than {filed} are filed"),
            ),
        }
    }

    fn impossible(&self) -> Option<&'static str> {
        (self.max == 0).then_some(ZERO)
    }

    /// The lower the limit, the more is asked.
    fn strictness(&self) -> u32 {
        u32::MAX - self.max
    }
}
