//! Domains 域名 and what is known of their registration.

use crate::model::certificate::Certificate;

wire_object! {
    /// A domain 域名 of a website or an APP.
    ///
    /// ```
    /// use beian::{Domain, Registration};
    ///
    /// let registration = Registration::new().with_registrant("杭州云澜测试科技有限公司").with_on_hold(false);
    /// let domain = Domain::named("example.com").with_registration(registration).with_resolves(false);
    /// assert_eq!(domain.name.as_deref(), Some("example.com"));
    /// ```
    pub struct Domain {
        /// The name, as typed.
        name, with_name: opt String;
        /// What the real-name screenshot and WHOIS show.
        registration, with_registration: opt Registration;
        /// Whether the name leads to a server now: whether its service can be reached.
        resolves, with_resolves: opt bool;
        /// The addresses that it leads to now.
        addresses, with_addresses: optlist String;
    }
}

impl Domain {
    /// A domain with this name.
    pub fn named(name: impl Into<String>) -> Self {
        Self::new().with_name(name)
    }
}

wire_object! {
    /// The registration of a domain 域名注册信息, as the real-name screenshot and WHOIS show it.
    ///
    /// ```
    /// use beian::{Certificate, CertificateKind, Registrar, Registration};
    ///
    /// let registration = Registration::new()
    ///     .with_registrant("杭州云澜测试科技有限公司")
    ///     .with_certificate(Certificate::of(CertificateKind::BusinessLicense, "91330106MA2DEM7111"))
    ///     .with_expires_on(chrono::NaiveDate::from_ymd_opt(2029, 3, 1).unwrap())
    ///     .with_registrar(Registrar::new().with_approved(true).with_same_provider(false));
    /// // Since when it is verified is not stated, which is not to say that it is not.
    /// assert_eq!(registration.real_name_verified_on, None);
    /// ```
    pub struct Registration {
        /// The owner 域名所有者.
        registrant, with_registrant: opt String;
        /// The owner's certificate.
        certificate, with_certificate: opt Certificate;
        /// The last day of the registration.
        expires_on, with_expires_on: plain chrono::NaiveDate;
        /// Whether real-name verification was passed 域名实名认证; absent, that is not known.
        real_name_verified, with_real_name_verified: opt bool;
        /// The day that it was passed.
        real_name_verified_on, with_real_name_verified_on: plain chrono::NaiveDate;
        /// Whether the registry or the registrar has stopped the name: `serverHold`, `clientHold`.
        on_hold, with_on_hold: opt bool;
        /// The registrar 注册商.
        registrar, with_registrar: opt Registrar;
    }
}

wire_object! {
    /// A domain's registrar 域名注册商.
    pub struct Registrar {
        /// Whether the state approved it 批复.
        approved, with_approved: opt bool;
        /// Whether it is the access provider of the order.
        same_provider, with_same_provider: opt bool;
    }
}
