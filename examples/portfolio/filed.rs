//! What is filed: as a change that states it again, and what of it has a last day.

use beian::order::ChangeFiling;
use beian::registry::{FiledPrincipal, FiledService};
use beian::resource::{BoundServer, Resource};
use beian::value::{FilingNumber, Province, Region};
use beian::{Certificate, Finding, Key, Order, Segment, Service, ValidUntil};
use chrono::NaiveDate;

use super::tally::{End, What};

/// The change that states a filed principal as it is filed.
pub(crate) fn restated(filed: FiledPrincipal) -> Order {
    let service = |filed: FiledService| {
        let mut service = *filed.service?;
        let own = match &mut service {
            Service::Website(website) => &mut website.filing_number,
            Service::App(app) => &mut app.filing_number,
            _ => return None,
        };
        *own = own.take().or(filed.filing_number);
        Some(service)
    };
    let mut change = ChangeFiling::new().with_services(filed.services.into_iter().filter_map(service));
    (change.filing_number, change.principal) =
        (filed.filing_number, filed.principal.map(|principal| *principal));
    Order::ChangeFiling(change)
}

/// Whether a finding is about something that is filed. What an order brings along, and what is not there, is asked for
/// with the next order.
pub(crate) fn is_filed(finding: &Finding, given: &serde_json::Value) -> bool {
    let is_of_order = |segment: &Segment| {
        matches!(segment, Segment::Key(Key::Materials | Key::Agreements | Key::MobileVerified))
    };
    let path = finding.path.to_string();
    let is_given =
        given.pointer(&path).is_some_and(|value| value.as_str().map_or(true, |text| !text.trim().is_empty()));
    is_given && !["", "/kind"].contains(&path.as_str()) && !finding.path.segments().iter().any(is_of_order)
}

/// The province that it is filed in: of the region, else of the number.
pub(crate) fn province(filed: &FiledPrincipal) -> Option<Province> {
    let region = filed.principal.as_ref().and_then(|principal| principal.region.as_deref());
    let region = region.and_then(|region| Region::parse(region.trim()).ok()).map(Region::province);
    region.or_else(|| FilingNumber::parse(filed.filing_number.as_deref()?).ok()?.province())
}

/// Everything of a filing that has a last day.
pub(crate) fn ends(filed: &FiledPrincipal) -> Vec<End> {
    let mut ends = Vec::new();
    let mut add = |date: Option<NaiveDate>, what, number: &Option<String>, name: Option<&String>| {
        ends.extend(date.map(|date| End { date, what, filing_number: number.clone(), name: name.cloned() }));
    };
    let last = |certificate: &Option<Certificate>| match certificate.as_ref()?.valid_until? {
        ValidUntil::Day(day) => Some(day),
        ValidUntil::LongTerm => None,
    };
    if let Some(principal) = &filed.principal {
        add(last(&principal.certificate), What::Certificate, &filed.filing_number, None);
        let responsible_person = principal
            .responsible_person
            .as_ref()
            .and_then(|responsible_person| last(&responsible_person.certificate));
        add(responsible_person, What::ResponsiblePersonCertificate, &filed.filing_number, None);
    }
    for FiledService { filing_number, service, .. } in &filed.services {
        let Some(service) = service else { continue };
        add(
            service.responsible_person().and_then(|responsible_person| last(&responsible_person.certificate)),
            What::ResponsiblePersonCertificate,
            filing_number,
            None,
        );
        for domain in service.domains() {
            let date = domain.registration.as_ref().and_then(|registration| registration.expires_on);
            add(date, What::Domain, filing_number, domain.name.as_ref());
        }
        for resource in service.resources() {
            let bound = |server: &Option<BoundServer>| server.as_ref().map(BoundServer::server).cloned();
            let (date, id) = match resource {
                Resource::Serverless(serverless) => (serverless.expires_on, serverless.id.clone()),
                Resource::CloudServer(server) | Resource::LightweightServer(server) => {
                    (server.expires_on, server.id.clone())
                }
                Resource::LoadBalancer(balancer) => bound(&balancer.bound_server)
                    .map_or((None, None), |server| (server.expires_on, server.id)),
                Resource::LicenseCode(code) => {
                    bound(&code.server).map_or((None, None), |server| (server.expires_on, server.id))
                }
                _ => continue,
            };
            add(date, What::Server, filing_number, id.as_ref());
        }
    }
    ends
}
