//! What must hold for every treaty, every duty and every day.

use jiff::civil::{Date, date};
use proptest::prelude::*;
use treaty::law::Deposit;
use treaty::{Kind, Law, PartialDate, ParticipantId, ShortMonth, Term, TreatyId};

use crate::{ALL, law};

thread_local! {
    static LAWS: Vec<Law> = ALL.iter().map(|id| law(id)).collect();
}

fn with_law<T>(n: usize, ask: impl FnOnce(&Law) -> T) -> T {
    LAWS.with(|laws| ask(&laws[n]))
}

/// Any day from 1900 to 2200.
fn days() -> impl Strategy<Value = Date> {
    (1900i16..=2200, 1i8..=12, 1i8..=31)
        .prop_map(|(y, m, d)| Date::new(y, m, d).unwrap_or(date(y, m, 28)))
}

/// Any day of the calendar, its ends included.
fn all_days() -> impl Strategy<Value = Date> {
    prop_oneof![
        (1000i16..=9999, 1i8..=12, 1i8..=31)
            .prop_map(|(y, m, d)| Date::new(y, m, d).unwrap_or(date(y, m, 28))),
        (9990i16..=9999, 1i8..=12).prop_map(|(y, m)| date(y, m, 1).last_of_month()),
        Just(Date::MAX),
        Just(date(1000, 1, 1)),
    ]
}

fn partials() -> impl Strategy<Value = PartialDate> {
    all_days().prop_flat_map(|day| {
        prop_oneof![
            Just(PartialDate::Day(day)),
            Just(PartialDate::Month(day.year(), day.month())),
            Just(PartialDate::Year(day.year())),
        ]
    })
}

fn terms() -> impl Strategy<Value = Term> {
    let short_month = prop_oneof![Just(ShortMonth::LastDay), Just(ShortMonth::NextMonth)];
    let n = prop_oneof![1u32..400, any::<u32>()];
    prop_oneof![
        Just(Term::SameDay),
        n.clone().prop_map(Term::Days),
        n.clone().prop_map(Term::FirstDayOfMonth),
        (n.clone(), short_month.clone())
            .prop_map(|(n, short_month)| Term::Months { n, short_month }),
        (n, short_month).prop_map(|(n, short_month)| Term::Years { n, short_month }),
    ]
}

fn participants() -> impl Strategy<Value = ParticipantId> {
    "[A-Z]{3}".prop_map(|code| code.parse().expect("three capital letters"))
}

fn kinds() -> impl Strategy<Value = Kind> {
    prop::sample::select(Kind::ALL.to_vec())
}

fn deposits() -> impl Strategy<Value = Vec<Deposit>> {
    let deposit = (participants(), kinds(), partials(), any::<bool>()).prop_map(
        |(by, kind, on, supposed)| Deposit {
            by,
            kind,
            on,
            supposed,
        },
    );
    prop::collection::vec(deposit, 0..80)
}

proptest! {
    /// Every question of every file answers for every day, with at least one step.
    #[test]
    fn no_question_panics_and_every_answer_has_its_steps(
        n in 0..ALL.len(),
        (partial, other) in (partials(), all_days()),
        in_force in prop::option::of(all_days()),
        (kind, by, signed) in (kinds(), participants(), any::<bool>()),
        deposits in deposits(),
    ) {
        with_law(n, |law| {
            let bound = law.in_force_for(partial, in_force);
            prop_assert!(!bound.because.steps().is_empty());
            prop_assert!(bound.earliest <= bound.latest || bound.latest.is_none());
            prop_assert!(!law.withdrawal_effect(partial).because.steps().is_empty());
            prop_assert!(!law.condition(&deposits, other).because.steps().is_empty());
            let _ = law.permits(kind, by, partial, signed);
            for duty in &law.duties {
                prop_assert!(!law.due(duty, other).because.steps().is_empty());
                prop_assert!(!law.due_after_event(duty, partial).because.steps().is_empty());
                let _ = law.extension_limit(duty, other);
                let until = in_force;
                let yearly = law.due_yearly(duty, other, until, partial.earliest(), Date::MAX);
                prop_assert!(yearly.iter().all(|due| due.day().is_some()));
            }
            for step in bound.because.steps() {
                let sentence = step.to_string();
                prop_assert!(!sentence.contains('{'), "{sentence}");
            }
            Ok(())
        })?;
    }

    /// From 1900 to 2200 no term runs off the calendar: who consents to a treaty in force is bound;
    /// on a day that is known wherever the rule on later joiners is.
    #[test]
    fn within_three_centuries_every_consent_binds(n in 0..ALL.len(), consent in days(), in_force in days()) {
        with_law(n, |law| {
            let bound = law.in_force_for(consent.into(), Some(in_force));
            prop_assert!(bound.earliest.is_some_and(|bound| bound >= in_force));
            let known = law.later_joiner.is_some() || consent <= in_force;
            prop_assert_eq!(bound.day().is_some(), known);
            Ok(())
        })?;
    }

    #[test]
    fn a_later_consent_never_binds_earlier(
        n in 0..ALL.len(), (one, other) in (days(), days()), in_force in days(),
    ) {
        let (first, second) = (one.min(other), one.max(other));
        with_law(n, |law| {
            let bound = |day: Date| law.in_force_for(day.into(), Some(in_force)).earliest;
            prop_assert!(bound(first) <= bound(second));
            let out = |day: Date| law.withdrawal_effect(day.into()).day();
            prop_assert!(out(first) <= out(second));
            Ok(())
        })?;
    }

    /// The span of a month or year holds the day of each of its days.
    #[test]
    fn a_span_holds_every_day_it_can_be(n in 0..ALL.len(), day in days(), in_force in days()) {
        with_law(n, |law| {
            let exact = law.in_force_for(day.into(), Some(in_force)).earliest;
            for partial in [PartialDate::Month(day.year(), day.month()), PartialDate::Year(day.year())] {
                let span = law.in_force_for(partial, Some(in_force));
                prop_assert!(span.earliest <= exact);
                prop_assert!(exact <= span.latest || span.latest.is_none());
            }
            Ok(())
        })?;
    }

    #[test]
    fn a_term_never_ends_before_it_began(term in terms(), from in all_days()) {
        if let Ok(end) = term.end(from) {
            prop_assert!(end >= from);
        }
    }

    #[test]
    fn a_term_begun_later_never_ends_earlier(term in terms(), one in all_days(), other in all_days()) {
        let (first, second) = (one.min(other), one.max(other));
        if let (Ok(first), Ok(second)) = (term.end(first), term.end(second)) {
            prop_assert!(first <= second);
        }
    }

    /// Another deposit never takes a met condition back, nor delays it.
    #[test]
    fn a_further_deposit_never_undoes_a_condition(
        n in 0..ALL.len(), mut deposits in deposits(), more in deposits(), on in days(),
    ) {
        with_law(n, |law| {
            let before = law.condition(&deposits, on);
            deposits.extend(more);
            let after = law.condition(&deposits, on);
            prop_assert!(!before.met || after.met);
            prop_assert!(after.have >= before.have);
            if before.date.is_some() && after.date.is_some() {
                prop_assert!(after.date <= before.date);
            }
            Ok(())
        })?;
    }

    #[test]
    fn the_order_of_deposits_does_not_matter(
        n in 0..ALL.len(),
        (deposits, shuffled) in deposits().prop_flat_map(|d| (Just(d.clone()), Just(d).prop_shuffle())),
        on in days(),
    ) {
        with_law(n, |law| {
            let (one, other) = (law.condition(&deposits, on), law.condition(&shuffled, on));
            prop_assert_eq!((one.met, one.date, one.have, one.earliest),
                            (other.met, other.date, other.have, other.earliest));
            Ok(())
        })?;
    }

    #[test]
    fn yearly_days_lie_in_the_span_and_the_bond(
        n in 0..ALL.len(), bound in days(), until in prop::option::of(days()), (from, to) in (days(), days()),
    ) {
        with_law(n, |law| {
            for duty in &law.duties {
                let due: Vec<_> = law.due_yearly(duty, bound, until, from, to)
                    .iter().filter_map(treaty::law::Reckoned::day).collect();
                prop_assert!(due.is_sorted());
                prop_assert!(due.iter().all(|day| from <= *day && *day <= to && *day >= bound));
                prop_assert!(due.iter().all(|day| until.is_none_or(|until| *day < until)));
            }
            Ok(())
        })?;
    }

    #[test]
    fn what_is_written_is_read_back(
        treaty in "[a-z0-9][a-z0-9-]{0,58}[a-z0-9]", by in participants(), kind in kinds(), on in partials(),
    ) {
        prop_assert_eq!(treaty.parse::<TreatyId>().unwrap().to_string(), treaty);
        prop_assert_eq!(by.to_string().parse::<ParticipantId>().unwrap(), by);
        prop_assert_eq!(kind.to_string().parse::<Kind>().unwrap(), kind);
        prop_assert_eq!(on.to_string().parse::<PartialDate>().unwrap(), on);
    }

    #[test]
    fn any_text_is_an_id_a_date_a_kind_or_refused(text in "\\PC{0,20}") {
        if let Ok(id) = text.parse::<TreatyId>() { prop_assert_eq!(id.as_str(), text.as_str()); }
        if let Ok(id) = text.parse::<ParticipantId>() { prop_assert_eq!(id.as_str(), text.as_str()); }
        if let Ok(on) = text.parse::<PartialDate>() { prop_assert_eq!(on.to_string(), text.clone()); }
        if let Ok(kind) = text.parse::<Kind>() { prop_assert_eq!(kind.word(), text.as_str()); }
    }
}
