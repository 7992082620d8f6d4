//! Who has to act on a finding.

wire_names! {
    /// Who has to act on a finding, and where; those first who take longest. A program that groups findings by it shows
    /// what has to be begun today before what is corrected in a minute.
    ///
    /// ```
    /// use beian::order::Filing;
    /// use beian::service::Website;
    /// use beian::{validate, Actor, Context, Domain, Order, Rulebook};
    ///
    /// let site = Website::new().with_domains([Domain::named("http://example.com/")]);
    /// let order = Order::FirstFiling(Filing::new().with_services([site]));
    /// let context = Context::new(chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
    /// let report = validate(&order, &context, &Rulebook::default());
    /// for actor in Actor::ALL {
    ///     let findings = report.findings.iter().filter(|finding| finding.actor() == *actor);
    ///     println!("{}: {}", actor.text().zh, findings.count());
    /// }
    /// assert_eq!(report.find("domain.malformed", "/services/0/domains/0/name")?.actor(), Actor::Form);
    /// assert!(Actor::Registrar < Actor::Form);
    /// # Ok::<(), beian::FindingNotFound>(())
    /// ```
    pub enum Actor {
        /// The authority that issues a certificate or a licence, keeps the business register, or decides on filings.
        Authority = "authority" { zh: "向主管机关办理", en: "with the authority in charge" },
        /// Another filing order, which has to be finished or withdrawn first.
        EarlierOrder = "earlier_order" { zh: "先办完其他备案订单", en: "by another filing order first" },
        /// The registrar of the domain, or whoever runs its name servers.
        Registrar = "registrar" { zh: "在域名注册商处办理", en: "at the domain's registrar" },
        /// The responsible person, with face or phone.
        ResponsiblePerson = "responsible_person" { zh: "由负责人本人办理", en: "by the responsible person in person" },
        /// The console of the cloud account.
        Cloud = "cloud" { zh: "在云服务商控制台办理", en: "in the cloud console" },
        /// Whoever maintains the website or the APP.
        Site = "site" { zh: "在网站或 APP 中修改", en: "on the website or in the APP" },
        /// Whoever fills in the form: a value, a file or a tick of this order.
        Form = "form" { zh: "在本表单中修改", en: "in this form" },
    }
}
