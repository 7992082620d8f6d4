//! What happens to an order after submission.

use std::collections::{BTreeSet, HashSet};

use beian::calendar::{Calendar, Certainty};
use beian::order::{self, FiledServices, Filing};
use beian::progress::{
    Deadline, DeadlineKind, Event, EventKind, Period, Progress, ProgressError, ReturnCause, State, Verifier,
};
use beian::registry::{FiledPrincipal, FiledService, Registry};
use beian::service::{App, Website};
use beian::{
    Certificate, CertificateKind, Context, Language, Order, OrderKind, Principal, PrincipalKind,
    ResponsiblePerson, Service,
};
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use proptest::prelude::*;

fn at(text: &str) -> NaiveDateTime {
    let whole = if text.len() == 10 { format!("{text}T10:00:00") } else { text.replace(' ', "T") };
    whole.parse().unwrap()
}

/// The kinds that have progress.
fn kinds() -> impl Iterator<Item = OrderKind> {
    OrderKind::ALL.iter().copied().filter(|kind| *kind != OrderKind::DeregisterHollowPrincipal)
}

fn draft(kind: OrderKind) -> Progress {
    Progress::draft(kind, at("2026-09-21")).unwrap()
}

/// An event of this kind with what it would carry next.
fn event(kind: EventKind, progress: &Progress) -> Event {
    match kind {
        EventKind::Edited => Event::Edited,
        EventKind::Submitted => Event::submitted_for(Verifier::usual(progress.kind()).iter().copied()),
        EventKind::Recalled => Event::Recalled,
        EventKind::Withdrawn => Event::Withdrawn,
        EventKind::PreliminaryPassed => Event::PreliminaryPassed,
        EventKind::Returned => Event::Returned,
        EventKind::HandedOverAgain => Event::HandedOverAgain,
        EventKind::CodeAccepted => Event::CodeAccepted {
            by: progress.pending_verifiers().first().copied().unwrap_or(Verifier::PrincipalResponsiblePerson),
        },
        EventKind::CodeWrong => Event::CodeWrong,
        EventKind::SmsVerified => Event::SmsVerified,
        EventKind::Approved => Event::Approved,
        EventKind::Refused => Event::Refused,
        EventKind::Opened => Event::Opened,
        EventKind::PublicSecurityFiled => Event::PublicSecurityFiled,
        EventKind::SmsExpired => Event::SmsExpired,
        EventKind::BecameDraft => Event::BecameDraft,
        EventKind::Lapsed => Event::Lapsed,
        other => panic!("{other}: not in this table"),
    }
}

/// The progress of an order after these events, a minute apart.
fn after(kind: OrderKind, events: &[EventKind]) -> Progress {
    let mut progress = draft(kind);
    let mut now = progress.drafted_at();
    for name in events {
        now += TimeDelta::minutes(1);
        let event = event(*name, &progress);
        progress.apply(event, now).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
    progress
}

const FILING: &str = "
    draft: edited -> draft
    draft: submitted -> preliminary_review
    draft: withdrawn -> withdrawn
    draft: lapsed -> lapsed
    preliminary_review: recalled -> draft
    preliminary_review: withdrawn -> withdrawn
    preliminary_review: preliminary_passed -> sms_verification
    preliminary_review: returned -> returned
    returned: edited -> returned
    returned: submitted -> preliminary_review
    returned: handed_over_again -> sms_verification
    returned: withdrawn -> withdrawn
    returned: became_draft -> draft
    sms_verification: code_accepted -> sms_verification
    sms_verification: code_accepted -> authority_review
    sms_verification: sms_verified -> authority_review
    sms_verification: code_wrong -> sms_verification
    sms_verification: code_wrong -> returned
    sms_verification: sms_expired -> returned
    sms_verification: withdrawn -> withdrawn
    authority_review: approved -> approved
    authority_review: refused -> refused
    refused: edited -> refused
    refused: submitted -> preliminary_review
    refused: withdrawn -> withdrawn
    refused: became_draft -> draft
    approved: opened -> approved
    approved: public_security_filed -> approved
";

/// There is no preliminary review, and the authority gets the order only after the SMS verification.
const DEREGISTRATION: &str = "
    draft: edited -> draft
    draft: submitted -> sms_verification
    draft: withdrawn -> withdrawn
    draft: lapsed -> lapsed
    returned: edited -> returned
    returned: submitted -> sms_verification
    returned: withdrawn -> withdrawn
    returned: became_draft -> draft
    sms_verification: code_accepted -> authority_review
    sms_verification: sms_verified -> authority_review
    sms_verification: code_wrong -> sms_verification
    sms_verification: code_wrong -> returned
    sms_verification: sms_expired -> returned
    sms_verification: withdrawn -> withdrawn
    authority_review: approved -> approved
    authority_review: refused -> refused
    refused: edited -> refused
    refused: submitted -> sms_verification
    refused: withdrawn -> withdrawn
    refused: became_draft -> draft
";

/// The authority gets the order at once, and it cannot be withdrawn.
const CANCEL_ACCESS: &str = "
    draft: edited -> draft
    draft: submitted -> authority_review
    draft: withdrawn -> withdrawn
    draft: lapsed -> lapsed
    authority_review: approved -> approved
    authority_review: refused -> refused
    refused: edited -> refused
    refused: submitted -> authority_review
    refused: withdrawn -> withdrawn
    refused: became_draft -> draft
";

/// Done at once, without a review.
const MIGRATE_ACCOUNT: &str = "
    draft: edited -> draft
    draft: submitted -> approved
    draft: withdrawn -> withdrawn
    draft: lapsed -> lapsed
";

/// The table of an order kind.
fn table(kind: OrderKind) -> BTreeSet<String> {
    let table = match kind {
        OrderKind::DeregisterPrincipal | OrderKind::DeregisterServices => DEREGISTRATION,
        OrderKind::CancelAccess => CANCEL_ACCESS,
        OrderKind::MigrateAccount => MIGRATE_ACCOUNT,
        _ => FILING,
    };
    let has_two_responsible_persons = Verifier::usual(kind).len() > 1;
    table
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        // Only orders that file services can open them.
        .filter(|line| kind.is_filing() || !line.starts_with("approved:"))
        .filter(|line| {
            has_two_responsible_persons || *line != "sms_verification: code_accepted -> sms_verification"
        })
        .map(str::to_owned)
        .collect()
}

/// Every transition that can be reached, found by trying every event in every state.
fn reachable(kind: OrderKind) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut seen = HashSet::new();
    let mut open = vec![draft(kind)];
    while let Some(progress) = open.pop() {
        let possible: Vec<EventKind> = progress.possible().collect();
        let key = format!(
            "{} {possible:?} {} {:?}",
            progress.state(),
            progress.wrong_codes(),
            progress.pending_verifiers()
        );
        if !seen.insert(key) {
            continue;
        }
        let from = progress.state();
        let now = progress.history().last().map_or(progress.drafted_at(), |entry| entry.at);
        for name in EventKind::ALL {
            let mut next = progress.clone();
            if next.apply(event(*name, &progress), now).is_ok() {
                found.insert(format!("{from}: {name} -> {}", next.state()));
                open.push(next);
            }
        }
        // First what time alone brings about.
        if let Some(entry) = progress.at(now + TimeDelta::days(1000)).history().get(progress.history().len())
        {
            found.insert(format!("{from}: {} -> {}", entry.event.kind(), entry.state));
            let next = progress.at(entry.at + TimeDelta::seconds(1));
            assert_eq!(next.history().len(), progress.history().len() + 1);
            open.push(next);
        }
    }
    found
}

#[test]
fn orders_go_the_ways_of_their_kinds() {
    for kind in kinds() {
        assert_eq!(reachable(kind), table(kind), "{kind}");
    }
}

#[test]
fn what_ends_an_order_ends_it() {
    for kind in kinds() {
        for ended in [after(kind, &[EventKind::Withdrawn]), draft(kind).at(at("2030-01-01"))] {
            assert!(ended.state().is_final(), "{kind}");
            assert_eq!(ended.possible().count(), 0, "{kind}: {}", ended.state());
            assert_eq!(ended.deadline(at("2030-01-01"), &Calendar::builtin()), None);
        }
    }
}

#[test]
fn an_order_has_ended_where_it_was_given_up_or_has_lapsed() {
    let ended: Vec<State> = State::ALL.iter().copied().filter(|state| state.is_final()).collect();
    assert_eq!(ended, [State::Withdrawn, State::Lapsed]);
}

/// Events that happen once are not offered again, although the state stays the same.
#[test]
fn what_happens_once_is_possible_once() {
    use EventKind::*;
    let approved: &[EventKind] = &[Submitted, PreliminaryPassed, SmsVerified, Approved];
    for (more, possible) in [
        (&[][..], &[Opened, PublicSecurityFiled][..]),
        (&[Opened], &[PublicSecurityFiled]),
        (&[PublicSecurityFiled], &[Opened]),
        (&[Opened, PublicSecurityFiled], &[]),
    ] {
        let progress = after(OrderKind::FirstFiling, &[approved, more].concat());
        assert_eq!(progress.possible().collect::<Vec<_>>(), possible, "{more:?}");
    }
}

#[test]
fn nothing_is_withdrawn_from_the_authority() {
    for kind in kinds() {
        let mut progress = draft(kind);
        for name in [EventKind::Submitted, EventKind::PreliminaryPassed, EventKind::SmsVerified] {
            let _ = progress.apply(event(name, &progress), at("2026-09-21"));
        }
        let expected =
            if kind == OrderKind::MigrateAccount { State::Approved } else { State::AuthorityReview };
        assert_eq!(progress.state(), expected, "{kind}");
        for name in [EventKind::Withdrawn, EventKind::Recalled, EventKind::Edited] {
            let error = progress.apply(event(name, &progress), at("2026-09-21")).unwrap_err();
            assert_eq!(error.code(), "not_possible", "{kind}: {name}");
        }
    }
}

#[test]
fn a_hollow_principal_is_deregistered_on_paper() {
    let error = Progress::draft(OrderKind::DeregisterHollowPrincipal, at("2026-09-21")).unwrap_err();
    assert_eq!(error, ProgressError::OnPaper);
    assert_eq!(
        error.message(Language::Zh).to_string(),
        "空壳主体不能线上注销，须向所在省通信管理局提交书面申请，没有线上进度"
    );
}

#[test]
fn errors_say_what_is_possible() {
    let mut progress = after(OrderKind::FirstFiling, &[EventKind::Submitted]);
    let before = progress.clone();

    let error = progress.apply(Event::Approved, at("2026-09-22")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "first filing: \"approved by the authority\" is not possible in the state \"under the provider's review\"; \
         possible: recalled for editing, withdrawn, passed the provider's review, sent back by the provider"
    );
    assert_eq!(
        error.message(Language::Zh).to_string(),
        "“首次备案”订单处于“初审中”，不能“管局审核通过”；可以：撤回修改、放弃订单、初审通过、初审未通过"
    );
    let ProgressError::NotPossible { possible, .. } = error else { panic!("{error}") };
    assert_eq!(possible, progress.possible().collect::<Vec<_>>());

    let error = progress.apply(Event::PreliminaryPassed, at("2026-09-20")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the event at 2026-09-20 10:00:00 is earlier than what is recorded already, at 2026-09-21 10:01:00"
    );
    assert_eq!(progress, before, "an error changes nothing");

    let mut progress = after(OrderKind::ChangeService, &[EventKind::Submitted, EventKind::PreliminaryPassed]);
    let error = progress
        .apply(Event::CodeAccepted { by: Verifier::PrincipalResponsiblePerson }, at("2026-09-21 11:00:00"));
    let error = error.unwrap_err();
    assert_eq!(
        error.to_string(),
        "no code is asked of the principal's responsible person, but of: the responsible person of service 1"
    );
    assert_eq!(
        error.message(Language::Zh).to_string(),
        "无需主体负责人进行短信核验；待核验：服务负责人（服务 1）"
    );

    let mut progress = draft(OrderKind::CancelAccess);
    let error = progress
        .apply(Event::submitted_for([Verifier::PrincipalResponsiblePerson]), at("2026-09-21"))
        .unwrap_err();
    assert_eq!(error.to_string(), "no code is asked of the principal's responsible person");

    let mut progress = after(OrderKind::CancelAccess, &[EventKind::Withdrawn]);
    let error = progress.apply(Event::Edited, at("2026-09-22")).unwrap_err();
    assert_eq!(
        error.message(Language::Zh).to_string(),
        "“取消接入”订单处于“已放弃”，不能“修改订单”，也不能再做其他操作"
    );
}

#[test]
fn what_comes_by_itself_is_not_applied() {
    let mut progress = after(OrderKind::FirstFiling, &[EventKind::Submitted, EventKind::PreliminaryPassed]);
    for event in [Event::SmsExpired, Event::BecameDraft, Event::Lapsed] {
        assert_eq!(progress.apply(event, at("2026-09-30")).unwrap_err().code(), "not_possible");
    }
    assert_eq!(progress.state(), State::SmsVerification);
}

mod sms {
    use super::*;

    fn waiting() -> Progress {
        let progress = after(OrderKind::FirstFiling, &[EventKind::Submitted, EventKind::PreliminaryPassed]);
        assert_eq!(progress.since(), at("2026-09-21 10:02:00"));
        progress
    }

    #[test]
    fn every_responsible_person_verifies_before_the_authority_reviews() {
        let mut progress = waiting();
        assert_eq!(
            progress.pending_verifiers(),
            [Verifier::PrincipalResponsiblePerson, Verifier::ServiceResponsiblePerson(0)]
        );
        let by_service = Event::CodeAccepted { by: Verifier::ServiceResponsiblePerson(0) };
        assert_eq!(progress.apply(by_service.clone(), at("2026-09-21 11:00:00")), Ok(State::SmsVerification));
        assert_eq!(progress.pending_verifiers(), [Verifier::PrincipalResponsiblePerson]);
        assert_eq!(progress.apply(by_service, at("2026-09-21 11:00:00")).unwrap_err().code(), "not_asked");
        let by_principal = Event::CodeAccepted { by: Verifier::PrincipalResponsiblePerson };
        assert_eq!(progress.apply(by_principal, at("2026-09-21 12:00:00")), Ok(State::AuthorityReview));
        assert_eq!(progress.since(), at("2026-09-21 12:00:00"));
    }

    #[test]
    fn without_known_responsible_persons_only_the_whole_verification_is_known() {
        let mut progress = draft(OrderKind::FirstFiling);
        progress.apply(Event::submitted(), at("2026-09-21")).unwrap();
        progress.apply(Event::PreliminaryPassed, at("2026-09-21")).unwrap();
        assert_eq!(progress.pending_verifiers(), []);
        let possible: Vec<EventKind> = progress.possible().collect();
        assert_eq!(possible, [EventKind::Withdrawn, EventKind::CodeWrong, EventKind::SmsVerified]);
    }

    #[test]
    fn the_24th_hour_counts_and_the_second_after_it_does_not() {
        let mut in_time = waiting();
        assert_eq!(
            in_time.apply(Event::SmsVerified, at("2026-09-22 10:02:00.999")),
            Ok(State::AuthorityReview)
        );

        let mut late = waiting();
        let error = late.apply(Event::SmsVerified, at("2026-09-22 10:02:01")).unwrap_err();
        let ProgressError::NotPossible { state, .. } = error else { panic!("{error}") };
        assert_eq!(state, State::Returned);

        let returned = late.at(at("2026-09-22 10:02:01"));
        assert_eq!(returned.return_cause(), Some(ReturnCause::SmsExpired));
        assert_eq!(returned.since(), at("2026-09-22 10:02:00"));
    }

    #[test]
    fn the_sixth_wrong_code_returns_the_order() {
        let mut progress = waiting();
        let now = at("2026-09-21 11:00:00");
        for count in 1..=5 {
            assert_eq!(progress.apply(Event::CodeWrong, now), Ok(State::SmsVerification));
            assert_eq!(progress.wrong_codes(), count);
        }
        let mut forgiven = progress.clone();
        assert_eq!(forgiven.apply(Event::SmsVerified, now), Ok(State::AuthorityReview));
        assert_eq!(progress.apply(Event::CodeWrong, now), Ok(State::Returned));
        assert_eq!(progress.return_cause(), Some(ReturnCause::WrongCodes));
        assert_eq!(progress.wrong_codes(), 0);
        assert!(!progress.possible().any(|event| event == EventKind::HandedOverAgain));
    }

    #[test]
    fn only_the_sms_is_repeated_where_the_provider_hands_over_again() {
        let mut progress = waiting();
        let later = at("2026-09-23");
        assert_eq!(progress.apply(Event::HandedOverAgain, later), Ok(State::SmsVerification));
        assert_eq!(
            progress.pending_verifiers(),
            [Verifier::PrincipalResponsiblePerson, Verifier::ServiceResponsiblePerson(0)]
        );
        assert_eq!(progress.since(), later);
        assert_eq!(progress.return_cause(), None);
    }
}

mod verifiers {
    use super::*;
    use Verifier::{PrincipalResponsiblePerson, ServiceResponsiblePerson};

    fn person(number: &str) -> ResponsiblePerson {
        ResponsiblePerson::new().with_certificate(Certificate::of(CertificateKind::ResidentIdCard, number))
    }

    fn company(responsible_person: &str) -> Principal {
        Principal::new()
            .with_kind(PrincipalKind::Enterprise)
            .with_responsible_person(person(responsible_person))
    }

    fn site(responsible_person: &str) -> Service {
        Website::new().with_responsible_person(person(responsible_person)).into()
    }

    fn context() -> Context {
        Context::new(NaiveDate::from_ymd_opt(2026, 11, 23).unwrap())
    }

    /// Responsible persons by letters: the order has three services, of `a`, `b` and `a`; `p` is the
    /// principal's.
    #[test]
    fn each_order_kind_asks_its_responsible_persons_and_each_person_once() {
        for (principal, services, kind, expected) in [
            (
                "p",
                vec!["a", "b", "a"],
                OrderKind::FirstFiling,
                vec![PrincipalResponsiblePerson, ServiceResponsiblePerson(0), ServiceResponsiblePerson(1)],
            ),
            (
                "a",
                vec!["a", "b", "A "],
                OrderKind::FirstFiling,
                vec![PrincipalResponsiblePerson, ServiceResponsiblePerson(1)],
            ),
            ("a", vec!["a", "a"], OrderKind::FirstFiling, vec![PrincipalResponsiblePerson]),
            (
                "p",
                vec!["a", "b", "a"],
                OrderKind::AccessFiling,
                vec![ServiceResponsiblePerson(0), ServiceResponsiblePerson(1)],
            ),
            (
                "a",
                vec!["a", "b"],
                OrderKind::AddService,
                vec![ServiceResponsiblePerson(0), ServiceResponsiblePerson(1)],
            ),
            ("p", vec!["a"], OrderKind::AddServiceFromElsewhere, vec![ServiceResponsiblePerson(0)]),
            // An unknown person counts as another one.
            (
                "p",
                vec!["", ""],
                OrderKind::AddService,
                vec![ServiceResponsiblePerson(0), ServiceResponsiblePerson(1)],
            ),
        ] {
            let filing = Filing::new()
                .with_principal(company(principal))
                .with_services(services.iter().map(|responsible_person| site(responsible_person)));
            let order = match kind {
                OrderKind::FirstFiling => Order::FirstFiling(filing),
                OrderKind::AccessFiling => Order::AccessFiling(filing),
                OrderKind::AddService => Order::AddService(filing),
                _ => Order::AddServiceFromElsewhere(filing),
            };
            assert_eq!(Verifier::of_order(&order, &context()), expected, "{kind} {principal} {services:?}");
        }
    }

    #[test]
    fn an_individual_is_responsible_for_its_services() {
        let individual = Principal::new()
            .with_kind(PrincipalKind::Individual)
            .with_certificate(Certificate::of(CertificateKind::ResidentIdCard, "a"))
            .with_responsible_person(ResponsiblePerson::new());
        let filing = Filing::new().with_principal(individual).with_services([Service::from(App::new())]);
        for order in [Order::FirstFiling(filing.clone()), Order::AddService(filing.clone())] {
            assert_eq!(
                Verifier::of_order(&order, &context()),
                [PrincipalResponsiblePerson],
                "{}",
                order.kind()
            );
        }
        // The same person, given again at the service.
        let filing = filing.with_services([site("a")]);
        assert_eq!(Verifier::of_order(&Order::FirstFiling(filing), &context()), [PrincipalResponsiblePerson]);
    }

    #[test]
    fn an_organization_is_responsible_for_no_service() {
        let filing = Filing::new().with_principal(company("p")).with_services([Service::from(App::new())]);
        let people = Verifier::of_order(&Order::FirstFiling(filing), &context());
        assert_eq!(people, [PrincipalResponsiblePerson, ServiceResponsiblePerson(0)]);
    }

    #[test]
    fn a_change_asks_the_responsible_persons_of_what_changes() {
        let change = order::ChangeFiling::new();
        for (order, expected) in [
            (change.clone().with_principal(company("p")), vec![PrincipalResponsiblePerson]),
            (change.clone().with_services([site("a")]), vec![ServiceResponsiblePerson(0)]),
            (
                change.with_principal(company("p")).with_services([site("p"), site("b")]),
                vec![PrincipalResponsiblePerson, ServiceResponsiblePerson(1)],
            ),
        ] {
            assert_eq!(Verifier::of_order(&Order::ChangeFiling(order), &context()), expected);
        }
        let change = order::ChangeService::new().with_services([site("a"), site("b")]);
        let people = Verifier::of_order(&Order::ChangeService(change), &context());
        assert_eq!(people, [ServiceResponsiblePerson(0), ServiceResponsiblePerson(1)]);
    }

    #[test]
    fn responsible_persons_of_filed_services_come_from_the_registry() {
        let number = |place: usize| format!("粤ICP备2021000001号-{place}");
        let filed = |place, responsible_person| {
            FiledService::new().with_filing_number(number(place)).with_service(site(responsible_person))
        };
        let principal = FiledPrincipal::new()
            .with_filing_number("粤ICP备2021000001号")
            .with_principal(company("p"))
            .with_services([filed(1, "a"), filed(2, "a"), filed(3, "b")]);
        let numbers = FiledServices::new().with_service_numbers([1, 2, 3, 4].map(number));
        let order = Order::DeregisterServices(numbers.clone());

        let unknown = Verifier::of_order(&order, &context());
        assert_eq!(unknown, [0, 1, 2, 3].map(ServiceResponsiblePerson));
        let known = context().with_registry(Registry::new([principal], []));
        assert_eq!(Verifier::of_order(&order, &known), [0, 2, 3].map(ServiceResponsiblePerson));
        assert_eq!(Verifier::of_order(&Order::CancelAccess(numbers), &known), []);
    }

    #[test]
    fn a_principal_is_deregistered_by_its_responsible_person() {
        let order = Order::DeregisterPrincipal(order::DeregisterPrincipal::new());
        assert_eq!(Verifier::of_order(&order, &context()), [PrincipalResponsiblePerson]);
        let order = Order::MigrateAccount(order::MigrateAccount::new());
        assert_eq!(Verifier::of_order(&order, &context()), []);
    }

    #[test]
    fn a_submission_holds_nothing_of_a_person() {
        let number = "91330106199003072044";
        let filing =
            Filing::new().with_principal(company(number)).with_services([site("330106199003072044")]);
        let order = Order::FirstFiling(filing);
        let mut progress = draft(OrderKind::FirstFiling);
        progress.apply(Event::submission_of(&order, &context()), at("2026-09-21")).unwrap();
        let stored = serde_json::to_string(&progress).unwrap();
        assert!(!stored.contains("19900307"), "{stored}");
    }
}

mod deadlines {
    use super::*;

    fn due(progress: &Progress, now: &str) -> Deadline {
        progress.deadline(at(now), &Calendar::builtin()).unwrap()
    }

    /// Orders that were submitted on 21 September 2026, a Monday, with Mid-Autumn and National Day ahead.
    #[test]
    fn each_state_has_its_deadline() {
        use DeadlineKind::*;
        use EventKind::*;
        let filing = OrderKind::FirstFiling;
        let sure = Some(Certainty::Announced);
        for (kind, events, deadline, latest, then, certainty) in [
            (filing, &[][..], Draft, "2026-10-21 23:59:59", Some(State::Lapsed), None),
            (filing, &[Submitted], PreliminaryReview, "2026-09-23 23:59:59", None, sure),
            (filing, &[Submitted, Returned], Amendment, "2026-11-05 23:59:59", Some(State::Draft), None),
            (
                filing,
                &[Submitted, PreliminaryPassed],
                DeadlineKind::SmsVerification,
                "2026-09-22 10:02:00",
                Some(State::Returned),
                None,
            ),
            (
                filing,
                &[Submitted, PreliminaryPassed, SmsVerified],
                AuthorityReview,
                "2026-10-26 23:59:59",
                None,
                sure,
            ),
            (
                filing,
                &[Submitted, PreliminaryPassed, SmsVerified, Refused],
                Amendment,
                "2026-11-05 23:59:59",
                Some(State::Draft),
                None,
            ),
            (
                filing,
                &[Submitted, PreliminaryPassed, SmsVerified, Approved, Opened],
                PublicSecurityFiling,
                "2026-10-21 23:59:59",
                None,
                None,
            ),
            (
                OrderKind::DeregisterServices,
                &[Submitted, SmsVerified],
                AuthorityDeregistration,
                "2026-10-26 23:59:59",
                None,
                sure,
            ),
            (
                OrderKind::CancelAccess,
                &[Submitted],
                AuthorityDeregistration,
                "2026-10-26 23:59:59",
                None,
                sure,
            ),
        ] {
            let found = due(&after(kind, events), "2026-09-21 11:00:00");
            assert_eq!(
                (found.kind, found.latest, found.then, found.certainty),
                (deadline, at(latest), then, certainty),
                "{kind} {events:?}"
            );
            assert!(!found.is_over(at(latest)));
            assert!(found.is_over(at(latest) + TimeDelta::seconds(1)));
        }
    }

    #[test]
    fn nothing_is_due_where_nothing_is_awaited() {
        use EventKind::*;
        let filing: &[EventKind] = &[Submitted, PreliminaryPassed, SmsVerified, Approved];
        let filed: &[EventKind] =
            &[Submitted, PreliminaryPassed, SmsVerified, Approved, Opened, PublicSecurityFiled];
        for (kind, events) in [
            (OrderKind::FirstFiling, filing),
            (OrderKind::FirstFiling, filed),
            (OrderKind::ChangeFiling, filing),
            (OrderKind::MigrateAccount, &[Submitted]),
            (OrderKind::CancelAccess, &[Submitted, Approved]),
            (OrderKind::CancelAccess, &[Withdrawn]),
        ] {
            let progress = after(kind, events);
            assert_eq!(progress.deadline(at("2026-09-22"), &Calendar::builtin()), None, "{kind} {events:?}");
        }
    }

    #[test]
    fn working_days_are_uncertain_where_holidays_are_not_announced() {
        let mut progress = Progress::draft(OrderKind::CancelAccess, at("2026-12-07")).unwrap();
        progress.apply(Event::submitted(), at("2026-12-07")).unwrap();
        let deadline = due(&progress, "2026-12-07");
        assert_eq!(deadline.latest, at("2027-01-04 23:59:59"));
        assert_eq!(deadline.certainty, Some(Certainty::WeekdaysOnly));
    }

    #[test]
    fn a_late_review_stays_where_it_is() {
        let progress = after(OrderKind::FirstFiling, &[EventKind::Submitted]);
        let now = at("2027-06-01");
        assert_eq!(progress.at(now), progress);
        assert!(due(&progress, "2027-06-01").is_over(now));
    }

    /// An order that is left alone goes from state to state; each step is due at the end of a day.
    #[test]
    fn an_order_left_alone_ends_as_a_lapsed_draft() {
        let progress = after(OrderKind::FirstFiling, &[EventKind::Submitted, EventKind::PreliminaryPassed]);
        for (now, state) in [
            ("2026-09-22 10:02:00", State::SmsVerification),
            ("2026-09-22 10:02:01", State::Returned),
            ("2026-11-06 23:59:59", State::Returned), // 45 days
            ("2026-11-07 00:00:00", State::Draft),
            ("2026-12-06 23:59:59", State::Draft), // 30 days
            ("2026-12-07 00:00:00", State::Lapsed),
        ] {
            assert_eq!(progress.at(at(now)).state(), state, "{now}");
        }
        let history: Vec<_> = progress
            .at(at("2027-01-01"))
            .history()
            .iter()
            .map(|e| (e.at.to_string(), e.event.kind()))
            .collect();
        assert_eq!(
            history,
            [
                ("2026-09-21 10:01:00".to_owned(), EventKind::Submitted),
                ("2026-09-21 10:02:00".to_owned(), EventKind::PreliminaryPassed),
                ("2026-09-22 10:02:00".to_owned(), EventKind::SmsExpired),
                ("2026-11-06 23:59:59".to_owned(), EventKind::BecameDraft),
                ("2026-12-06 23:59:59".to_owned(), EventKind::Lapsed),
            ]
        );
    }

    #[test]
    fn editing_keeps_a_draft_alive_but_not_what_was_returned() {
        let mut edited = draft(OrderKind::FirstFiling);
        edited.apply(Event::Edited, at("2026-10-10")).unwrap();
        assert_eq!(due(&edited, "2026-10-10").latest, at("2026-11-09 23:59:59"));

        let mut returned = after(OrderKind::FirstFiling, &[EventKind::Submitted, EventKind::Returned]);
        returned.apply(Event::Edited, at("2026-11-01")).unwrap();
        assert_eq!(due(&returned, "2026-11-01").latest, at("2026-11-05 23:59:59"));
    }

    #[test]
    fn each_opened_service_has_its_own_day() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (opened_on, latest) in [("2026-09-21", "2026-10-21"), ("2028-01-31", "2028-03-01")] {
            let deadline = Deadline::public_security_filing(day(opened_on)).unwrap();
            assert_eq!(deadline.latest, at(&format!("{latest} 23:59:59")));
        }
        assert_eq!(Deadline::public_security_filing(NaiveDate::MAX), None);
    }

    #[test]
    fn deadlines_are_written_as_json() {
        let deadline = due(&after(OrderKind::CancelAccess, &[EventKind::Submitted]), "2026-09-21");
        assert_eq!(
            serde_json::to_value(deadline).unwrap(),
            serde_json::json!({
                "kind": "authority_deregistration",
                "latest": "2026-10-26T23:59:59",
                "then": null,
                "certainty": "announced",
            })
        );
    }
}

#[test]
fn everything_has_its_texts_and_its_source() {
    let is_said = |text: beian::Text| {
        assert!(text.zh.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{text:?}");
        assert!(text.en.is_ascii() || text.en.contains('–'), "{text:?}");
    };
    let is_sourced = |source: beian::Source| {
        assert!(source.document.starts_with('腾') || source.document.starts_with("UCloud"), "{source:?}");
        assert!(!source.section.is_empty(), "{source:?}");
    };
    for state in State::ALL {
        is_said(state.text());
        for kind in OrderKind::ALL {
            is_said(state.guidance(*kind));
        }
        is_sourced(state.source());
    }
    for event in EventKind::ALL {
        is_said(event.text());
        is_sourced(event.source());
    }
    for deadline in DeadlineKind::ALL {
        is_said(deadline.text());
        is_said(deadline.consequence());
        is_sourced(deadline.source());
        for language in [Language::Zh, Language::En] {
            assert!(deadline.period().show(language).to_string().starts_with(|c: char| c.is_ascii_digit()));
        }
    }
    for cause in ReturnCause::ALL {
        is_said(cause.text());
    }
}

/// Only filed services are opened and go to the public security authority.
#[test]
fn what_is_done_is_followed_up_where_something_was_filed() {
    for kind in kinds() {
        let guidance = State::Approved.guidance(kind);
        assert_eq!(guidance.zh.contains("公安备案"), kind.is_filing(), "{kind}");
        assert_eq!(guidance.en.contains("public security"), kind.is_filing(), "{kind}");
    }
}

/// The figures in the texts are those of the periods.
#[test]
fn texts_name_the_periods_that_count() {
    let periods = [
        (State::Draft, DeadlineKind::Draft),
        (State::PreliminaryReview, DeadlineKind::PreliminaryReview),
        (State::Returned, DeadlineKind::Amendment),
        (State::Refused, DeadlineKind::Amendment),
        (State::SmsVerification, DeadlineKind::SmsVerification),
        (State::Approved, DeadlineKind::PublicSecurityFiling),
    ];
    for (state, deadline) in periods {
        for language in [Language::Zh, Language::En] {
            let text = state.guidance(OrderKind::FirstFiling).get(language);
            let period = deadline.period().show(language).to_string();
            let text = text.replace("30 日", "30 天");
            assert!(text.contains(&period), "{state}: {period} in {text}");
        }
    }
    for deadline in [DeadlineKind::AuthorityReview, DeadlineKind::AuthorityDeregistration] {
        for language in [Language::Zh, Language::En] {
            let period = deadline.period().show(language).to_string();
            assert!(deadline.consequence().get(language).contains(&period), "{deadline}: {period}");
        }
    }
}

/// Where the guide states the period for some kinds of orders only, the deadline of another kind cites the
/// document that states it.
#[test]
fn a_deadline_names_the_document_on_its_order() {
    use EventKind::{PreliminaryPassed, SmsVerified, Submitted};
    for (kind, events, document, section) in [
        (
            OrderKind::ChangeFiling,
            &[Submitted][..],
            "腾讯云《ICP",
            "变更备案 · 核对信息并提交审核 · 审核专员会在",
        ),
        (
            OrderKind::DeregisterPrincipal,
            &[Submitted],
            "腾讯云《ICP",
            "注销主体 · 等待管局审核 · 如果您未进行短信核验操作",
        ),
        (OrderKind::AddService, &[Submitted, PreliminaryPassed], "腾讯云文档《短信核验》", "短信验证未通过"),
        (
            OrderKind::AddService,
            &[Submitted, PreliminaryPassed, SmsVerified],
            "腾讯云《ICP",
            "新增服务（原备案在腾讯云） · 管局审核",
        ),
        (
            OrderKind::ChangeService,
            &[Submitted, PreliminaryPassed, SmsVerified],
            "《非经营性互联网信息服务备案管理办法》（信息产业部令第33号",
            "第十二条",
        ),
        (OrderKind::CancelAccess, &[Submitted], "腾讯云《ICP", "取消接入服务 · 等待管局审核 · 部分省份会在"),
    ] {
        let progress = after(kind, events);
        let source = progress.deadline(at("2026-09-21"), &Calendar::builtin()).unwrap().source();
        assert!(source.document.starts_with(document), "{kind} {events:?}: {source:?}");
        assert!(source.section.starts_with(section), "{kind} {events:?}: {source:?}");
    }
}

#[test]
fn progress_is_stored_as_json() {
    let mut progress = after(OrderKind::FirstFiling, &[EventKind::Submitted, EventKind::PreliminaryPassed]);
    progress
        .apply(Event::CodeAccepted { by: Verifier::ServiceResponsiblePerson(0) }, at("2026-09-21 11:00:00"))
        .unwrap();
    let json = serde_json::json!({
        "kind": "first_filing",
        "drafted_at": "2026-09-21T10:00:00",
        "state": "sms_verification",
        "history": [
            {
                "at": "2026-09-21T10:01:00",
                "event": {"submitted": {"verifiers": ["principal_responsible_person", {"service_responsible_person": 0}]}},
                "state": "preliminary_review",
            },
            {"at": "2026-09-21T10:02:00", "event": "preliminary_passed", "state": "sms_verification"},
            {
                "at": "2026-09-21T11:00:00",
                "event": {"code_accepted": {"by": {"service_responsible_person": 0}}},
                "state": "sms_verification",
            },
        ],
    });
    assert_eq!(serde_json::to_value(&progress).unwrap(), json);
    assert_eq!(serde_json::from_value::<Progress>(json.clone()).unwrap(), progress);

    // A stored state is not trusted: the history is replayed.
    for (pointer, value, message) in [
        ("/state", "approved", "entry 3 of the history is not what the events before it lead to"),
        ("/history/1/state", "approved", "entry 1 of the history is not what the events before it lead to"),
        (
            "/history/1/event",
            "sms_expired",
            "entry 1 of the history is not what the events before it lead to",
        ),
        ("/history/1/event", "approved", "first filing: \"approved by the authority\" is not possible"),
        ("/history/1/at", "2026-09-20T00:00:00", "the event at 2026-09-20 00:00:00 is earlier"),
        ("/kind", "deregister_hollow_principal", "a hollow principal is deregistered by a paper application"),
        ("/kind", "first_filling", "unknown variant `first_filling`, expected one of"),
    ] {
        let mut json = json.clone();
        *json.pointer_mut(pointer).unwrap() = value.into();
        let error = serde_json::from_value::<Progress>(json).unwrap_err().to_string();
        assert!(error.starts_with(message), "{pointer}: {error}");
    }
}

/// Events that come by themselves have to stand in a stored history exactly as time brings them about.
#[test]
fn what_came_by_itself_is_replayed_to_the_second() {
    let progress = after(OrderKind::FirstFiling, &[EventKind::Submitted, EventKind::Returned]);
    let json = serde_json::to_value(progress.at(at("2026-11-07"))).unwrap();
    assert_eq!(
        json["history"][2],
        serde_json::json!({"at": "2026-11-05T23:59:59", "event": "became_draft", "state": "draft"})
    );
    serde_json::from_value::<Progress>(json.clone()).unwrap();
    for (key, value) in
        [("at", "2026-11-06T00:00:00"), ("event", "lapsed"), ("event", "sms_expired"), ("state", "returned")]
    {
        let mut json = json.clone();
        json["history"][2][key] = value.into();
        let error = serde_json::from_value::<Progress>(json).unwrap_err().to_string();
        let expected = "entry 2 of the history is not what the events before it lead to";
        assert_eq!(error, expected, "{key}: {value}");
    }
}

#[test]
fn the_ends_of_time_are_no_trouble() {
    for kind in kinds() {
        let progress = Progress::draft(kind, NaiveDateTime::MAX).unwrap();
        assert_eq!(progress.at(NaiveDateTime::MAX), progress);
        assert_eq!(progress.deadline(NaiveDateTime::MAX, &Calendar::builtin()), None);
        let progress = Progress::draft(kind, NaiveDateTime::MIN).unwrap();
        assert_eq!(progress.at(NaiveDateTime::MAX).state(), State::Lapsed);
    }
}

fn some_event() -> impl Strategy<Value = Event> {
    let verifier = prop_oneof![
        Just(Verifier::PrincipalResponsiblePerson),
        (0usize..3).prop_map(Verifier::ServiceResponsiblePerson)
    ];
    let verifiers = proptest::collection::vec(verifier.clone(), 0..4);
    prop_oneof![
        4 => verifiers.prop_map(|verifiers| Event::Submitted { verifiers }),
        3 => verifier.prop_map(|by| Event::CodeAccepted { by }),
        12 => proptest::sample::select(vec![
            Event::Edited,
            Event::Recalled,
            Event::PreliminaryPassed,
            Event::Returned,
            Event::HandedOverAgain,
            Event::CodeWrong,
            Event::SmsVerified,
            Event::Approved,
            Event::Refused,
            Event::Opened,
            Event::PublicSecurityFiled,
            Event::SmsExpired,
            Event::BecameDraft,
            Event::Lapsed,
        ]),
        1 => Just(Event::Withdrawn),
    ]
}

/// Events with the minutes before them, mostly few.
fn some_events() -> impl Strategy<Value = Vec<(i64, Event)>> {
    let minutes = prop_oneof![8 => 0i64..600, 2 => 0i64..3000, 1 => 0i64..100_000, 1 => -600i64..0];
    proptest::collection::vec((minutes, some_event()), 0..40)
}

fn some_kind() -> impl Strategy<Value = OrderKind> {
    proptest::sample::select(kinds().collect::<Vec<_>>())
}

proptest! {
    /// Whatever events come in whatever sequence: possible ones are applied, the others are refused and
    /// change nothing, and the progress can always be stored and replayed.
    #[test]
    fn no_sequence_of_events_leaves_the_machine(kind in some_kind(), events in some_events()) {
        let mut progress = draft(kind);
        let calendar = Calendar::builtin();
        let mut now = progress.drafted_at();
        for (minutes, event) in events {
            now += TimeDelta::minutes(minutes);
            let before = progress.clone();
            let passed = before.at(now);
            match progress.apply(event.clone(), now) {
                Ok(state) => {
                    prop_assert!(passed.possible().any(|possible| possible == event.kind()));
                    prop_assert_eq!(state, progress.state());
                    // Time has the same effect with the event or before it.
                    let mut later = passed;
                    later.apply(event, now).unwrap();
                    prop_assert_eq!(&later, &progress);
                }
                Err(error) => {
                    prop_assert_eq!(&before, &progress);
                    if let ProgressError::NotPossible { possible, state, .. } = &error {
                        prop_assert!(!possible.contains(&event.kind()));
                        prop_assert_eq!(*state, passed.state());
                    }
                    prop_assert!(!error.message(Language::Zh).to_string().is_empty());
                }
            }
            let _ = progress.deadline(now, &calendar);
        }
        prop_assert!(progress.history().windows(2).all(|pair| pair[0].at <= pair[1].at));
        let replayed = Progress::replay(kind, progress.drafted_at(), progress.history());
        prop_assert_eq!(replayed.as_ref(), Ok(&progress));
        let stored = serde_json::to_string(&progress).unwrap();
        prop_assert_eq!(serde_json::from_str::<Progress>(&stored).unwrap(), progress);
    }

    /// Asking in between makes no difference.
    #[test]
    fn time_passes_alike_in_one_step_or_two(
        kind in some_kind(), events in some_events(), first in 0i64..5000, second in 0i64..5000,
    ) {
        let mut progress = draft(kind);
        let mut now = progress.drafted_at();
        for (minutes, event) in events {
            now += TimeDelta::minutes(minutes.max(0));
            let _ = progress.apply(event, now);
        }
        let (middle, end) = (now + TimeDelta::hours(first), now + TimeDelta::hours(first + second));
        prop_assert_eq!(progress.at(middle).at(end), progress.at(end));
        let passed = progress.at(end);
        let replayed = Progress::replay(kind, passed.drafted_at(), passed.history());
        prop_assert_eq!(replayed, Ok(passed));
    }

    /// A deadline that changes the state is the moment at which the state changes.
    #[test]
    fn deadlines_are_when_things_happen(kind in some_kind(), events in some_events()) {
        let mut progress = draft(kind);
        let mut now = progress.drafted_at();
        for (minutes, event) in events {
            now += TimeDelta::minutes(minutes.max(0));
            let _ = progress.apply(event, now);
        }
        let progress = progress.at(now);
        let Some(deadline) = progress.deadline(now, &Calendar::builtin()) else { return Ok(()) };
        let is_counted = matches!(deadline.kind.period(), Period::WorkingDays { .. });
        prop_assert_eq!(is_counted, deadline.certainty.is_some());
        let second = TimeDelta::seconds(1);
        if let Some(then) = deadline.then {
            prop_assert_eq!(&progress.at(deadline.latest), &progress);
            prop_assert_eq!(progress.at(deadline.latest + second).state(), then);
        } else {
            prop_assert_eq!(progress.at(now + TimeDelta::days(900)), progress);
        }
    }
}
