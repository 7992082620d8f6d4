//! What an applicant has to check without the program: the rules that could not be decided, in the applicant's words.

use beian::{Language, Need, Order, Report, Rule};

/// Points that could not be checked for one and the same reason.
pub(crate) struct Points {
    pub(crate) needs: Need,
    /// The rules, each once.
    pub(crate) rules: Vec<Rule>,
}

impl Points {
    /// What a report leaves to the applicant, by what the program was not told.
    pub(crate) fn of(report: &Report) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        for undetermined in &report.undetermined {
            let Some(rule) = Rule::from_id(&undetermined.rule) else { continue };
            match all.iter_mut().find(|points| points.needs == undetermined.needs) {
                Some(points) if points.rules.contains(&rule) => {}
                Some(points) => points.rules.push(rule),
                None => all.push(Self { needs: undetermined.needs.clone(), rules: vec![rule] }),
            }
        }
        all
    }

    /// Why the program could not check them.
    pub(crate) fn reason(&self, order: &Order, language: Language) -> String {
        let named = |need: &Need| match need.place(order) {
            Some(place) => place.show(language).to_string(),
            None => need.show(language).to_owned(),
        };
        match (&self.needs, language) {
            (Need::ProvinceRules, Language::Zh) => {
                "公开资料未写明本省的要求，请向接入服务商或省通信管理局确认".into()
            }
            (Need::ProvinceRules, Language::En) => {
                "No public document states what the province asks; ask the access provider or the authority"
                    .into()
            }
            (Need::ProviderRules, Language::Zh) => "接入服务商的文档未写明，请向其确认".into(),
            (Need::ProviderRules, Language::En) => {
                "The access provider's documents do not say; ask the provider".into()
            }
            (Need::OrderInput(_), Language::Zh) => format!("订单中未填写“{}”", named(&self.needs)),
            (Need::OrderInput(_), Language::En) => format!("Not given in the order: {}", named(&self.needs)),
            (need, Language::Zh) => format!("检查时未提供{}", named(need)),
            (need, Language::En) => format!("Not known to this check: {}", named(need)),
        }
    }
}

/// How many points there are.
pub(crate) fn count(points: &[Points]) -> usize {
    points.iter().map(|points| points.rules.len()).sum()
}
