//! The shipped facts, folded: names, pages, the ledger, what is uncertain.

mod common;

use common::{code, day, id, shipped_world};
use treaty::Lang;
use world::view::UncertainWhy;

#[test]
fn a_state_is_found_by_any_of_its_names() {
    let world = shipped_world();
    let names = [
        ("ITA", "ita"),
        ("ITA", "Italy"),
        ("ITA", "  ITALIE "),
        ("ITA", "Italia"),
        ("ITA", "إيطاليا"),
        ("ITA", "意大利"),
        ("ITA", "Италия"),
        ("CIV", "Cote d'Ivoire"),
        ("CIV", "Côte d’Ivoire"),
        ("TUR", "Turkey"),
        ("TUR", "turkiye"),
        ("CZE", "Czechia"),
        ("SWZ", "Swaziland"),
        ("MKD", "north macedonia"),
        ("STP", "Sao Tome and Principe"),
    ];
    for (iso3, name) in names {
        assert_eq!(world.find_participant(name), Some(code(iso3)), "{name}");
    }
    assert_eq!(world.find_participant("Itly"), None);
    assert_eq!(
        world.nearest_participants("Itly").first().unwrap().0,
        code("ITA")
    );
    assert_eq!(world.find_participant(""), None);
}

#[test]
fn every_name_finds_its_own_participant_or_nobody() {
    let world = shipped_world();
    for participant in world.participants() {
        for (_, name) in participant.names.iter() {
            assert_eq!(world.find_participant(name), Some(participant.id), "{name}");
        }
    }
}

#[test]
fn a_treaty_is_found_by_id_number_and_short_name() {
    let world = shipped_world();
    for name in [
        "ccm",
        "CCM",
        "XXVI-6",
        "xxvi-6",
        "Convention on Cluster Munitions",
    ] {
        assert_eq!(world.treaty(name).unwrap().id, id("ccm"), "{name}");
    }
    assert!(world.treaty("tpwn").is_none());
    assert_eq!(world.nearest_treaties("tpwn").first(), Some(&id("tpnw")));
    assert!(world.nearest_treaties("tpwn").len() <= 5);
}

#[test]
fn every_treaty_of_the_field_answers_every_question() {
    let world = shipped_world();
    let on = day("2026-11-21");
    assert_eq!(world.treaties().len(), 27);
    let field = world.field(on, Lang::En);
    assert_eq!(field.treaties.len(), 27);
    assert_eq!(field.latest.first().unwrap().iso3, code("TON"));
    let ctbt = field
        .treaties
        .iter()
        .find(|row| row.treaty == id("ctbt"))
        .unwrap();
    assert_eq!((ctbt.in_force, ctbt.missing, ctbt.outside), (false, 9, 18));
    for law in world.treaties() {
        let curve = world.curve(&law.id).unwrap();
        assert_eq!(
            curve.points.last().unwrap().counts,
            world.counts(&law.id, on).unwrap()
        );
        assert!(world.force(&law.id, on, &[], Lang::En).is_some());
        let view = world.law_view(&law.id, Lang::En).unwrap();
        assert!(
            view.acts.is_sorted_by(|a, b| a.act.on >= b.act.on),
            "{}",
            law.id
        );
    }
    assert!(world.matrix(on, Lang::En).rows.len() >= 198);
}

#[test]
fn one_state_has_its_page() {
    let world = shipped_world();
    let view = world
        .participant_view(code("ITA"), day("2026-11-21"), Lang::Fr)
        .unwrap();
    // Twenty-seven treaties, less the five of zones it is not in.
    assert_eq!((view.name.as_str(), view.treaties.len()), ("Italie", 22));
    assert!(view.groups.contains(&"EU".to_owned()) && view.groups.contains(&"NATO".to_owned()));
    assert!(view.acts.is_sorted_by(|a, b| a.act.on <= b.act.on));
    assert!(view.duties.iter().all(|row| row.iso3 == code("ITA")));
}

#[test]
fn what_is_uncertain_is_listed_with_its_reason() {
    let world = shipped_world();
    let view = world.uncertain();
    let of = |why| view.rows.iter().filter(move |row| row.why == why);
    // Rows of low confidence are shipped as disputed, never silently as fact.
    assert!(of(UncertainWhy::LowConfidence).count() >= 16);
    assert!(of(UncertainWhy::LowConfidence).all(|row| !row.counts));
    assert!(of(UncertainWhy::Disputed).all(|row| row.note.is_some()));
    assert!(of(UncertainWhy::Unverified).any(|row| row.treaty == Some(id("tpnw"))));
    assert!(of(UncertainWhy::MediumConfidence).any(|row| row.iso3 == Some(code("TON"))));
}

#[test]
fn the_ledger_is_paged_from_the_newest_down() {
    let world = shipped_world();
    let entries = world.head().entries;
    let first = world.ledger(None, 100);
    assert_eq!(first.entries.first().unwrap().seq.public(), Some(entries));
    let second = world.ledger(first.entries.last().map(|entry| entry.seq), 100);
    assert_eq!(first.next, second.entries.first().map(|entry| entry.seq));
    let last = world.ledger(Some(ledger::EntryRef::Public(ledger::Seq(3))), 100);
    assert_eq!((last.entries.len(), last.next), (2, None));
    assert!(
        world
            .ledger(Some(ledger::EntryRef::Public(ledger::Seq(1))), 100)
            .entries
            .is_empty()
    );
}

#[test]
fn with_a_window_only_what_falls_due_in_it_is_told() {
    let world = shipped_world();
    let (from, to) = (day("2019-01-01"), day("2020-12-31"));
    let view = world.duties(Some(&id("ccm")), None, to, Some((from, to)), Lang::En);
    assert!(!view.duties.is_empty());
    assert!(
        view.duties
            .iter()
            .all(|row| row.due.is_some_and(|due| from <= due && due <= to))
    );
    let annual = |iso3: &str, article: &str| {
        let of = view
            .duties
            .iter()
            .filter(|row| row.iso3 == code(iso3) && row.article == article);
        of.map(|row| row.due.unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(
        annual("ITA", "7(2)"),
        [day("2019-04-30"), day("2020-04-30")]
    );
    assert_eq!(annual("ITA", "3(2)"), [day("2020-03-01")]);
}

#[test]
fn a_date_explains_itself() {
    let world = shipped_world();
    let on = day("2026-11-21");
    let explain = |article: &str| world.explain(&id("ccm"), code("ITA"), article, on, Lang::En);
    for article in ["3(2)", "3.2", "Article 3(2)"] {
        let view = explain(article).unwrap();
        assert_eq!(
            (view.article.as_str(), view.date),
            ("3(2)", Some(day("2020-03-01")))
        );
        assert!(
            view.because
                .steps()
                .iter()
                .any(|step| step.article.as_deref() == Some("17(2)"))
        );
    }
    assert_eq!(explain("17(2)").unwrap().date, Some(day("2012-03-01")));
    assert_eq!(explain("in_force").unwrap().date, Some(day("2012-03-01")));
    assert_eq!(explain("left").unwrap().date, None);
    assert_eq!(explain("7(2)").unwrap().date, Some(day("2027-04-30")));
    assert!(explain("99").is_none());
    assert!(
        world
            .explain(&id("ccm"), code("USA"), "7(1)", on, Lang::En)
            .unwrap()
            .date
            .is_none()
    );
}
