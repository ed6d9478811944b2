//! One search over everything, over the shipped facts.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::sync::OnceLock;

use common::{code, day, id, shipped_world};
use proptest::prelude::*;
use treaty::Lang;
use world::World;
use world::view::{Found, SearchHit};

fn world() -> &'static World {
    static WORLD: OnceLock<World> = OnceLock::new();
    WORLD.get_or_init(shipped_world)
}

fn ask(q: &str) -> Vec<SearchHit> {
    ask_in(q, Lang::En)
}

fn ask_in(q: &str, lang: Lang) -> Vec<SearchHit> {
    world().search(q, day("2026-11-22"), lang, 20).hits
}

/// The first thing found, in short.
fn first(q: &str) -> String {
    let hits = ask(q);
    let hit = hits
        .first()
        .unwrap_or_else(|| panic!("`{q}` finds nothing"));
    match hit.kind {
        Found::Participation => format!("{}/{}", hit.id, hit.treaty.as_ref().unwrap()),
        Found::Duty => format!("{} {}", hit.treaty.as_ref().unwrap(), hit.id),
        Found::State
        | Found::Treaty
        | Found::Meeting
        | Found::Plan
        | Found::Action
        | Found::Group
        | Found::Statement
        | Found::Approach
        | Found::Document => hit.id.clone(),
    }
}

#[test]
fn people_find_what_they_mean() {
    let expected = [
        ("Italy", "ITA"),
        ("italie", "ITA"),
        ("ITA", "ITA"),
        ("Swaziland", "SWZ"),
        ("Eswatini", "SWZ"),
        ("Cote d'Ivoire", "CIV"),
        ("Côte d’Ivoire", "CIV"),
        ("ivory coast", "CIV"),
        ("Türkiye", "TUR"),
        ("turkiye", "TUR"),
        ("Turkey", "TUR"),
        ("Bolivia", "BOL"),
        ("DPRK", "PRK"),
        ("north korea", "PRK"),
        ("burma", "MMR"),
        ("Kyrgyzistan", "KGZ"),
        ("Phillipines", "PHL"),
        ("Itlay", "ITA"),
        ("holy see", "VAT"),
        ("意大利", "ITA"),
        ("إيطاليا", "ITA"),
        ("ايطاليا", "ITA"),
        ("Италия", "ITA"),
        ("ccm", "ccm"),
        ("ottawa", "apmbc"),
        ("Oslo Convention", "ccm"),
        ("mine ban treaty", "apmbc"),
        ("biological weapons", "bwc"),
        ("outer space", "ost"),
        ("集束弹药", "ccm"),
        ("договор о торговле оружием", "att"),
        ("Tratado Antártico", "antarctic"),
        ("الذخائر العنقودية", "ccm"),
        ("意大利 ccm", "ITA/ccm"),
        ("XXVI-6", "ccm"),
        ("cluster", "ccm"),
        ("armes à sous-munitions", "ccm"),
        ("comprehensive test ban", "ctbt"),
        ("ccm italy", "ITA/ccm"),
        ("Italy CCM", "ITA/ccm"),
        ("suisse ctbt", "CHE/ctbt"),
        ("south africa npt", "ZAF/npt"),
        ("ccm 11MSP", "ccm-msp-11"),
        ("11 msp ccm", "ccm-msp-11"),
        ("ccm eleventh meeting", "ccm-msp-11"),
        ("ccm art 7(1)", "ccm 7(1)"),
        ("Lausanne Action Plan", "lausanne"),
        ("LAP 10", "lausanne#10"),
        ("dubrovnik action 1.3", "dubrovnik#1.3"),
        ("un-african", "un-african"),
    ];
    let wrong: Vec<_> = expected
        .into_iter()
        .filter(|(q, id)| first(q) != *id)
        .map(|(q, id)| format!("`{q}` finds {} and not {id}", first(q)))
        .collect();
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn a_hit_says_by_which_other_name_it_was_found() {
    let hit = &ask("Swaziland")[0];
    assert_eq!(hit.title, "Eswatini");
    assert_eq!(hit.matched.as_ref().unwrap().name, "Swaziland");
    assert_eq!(hit.matched.as_ref().unwrap().lang, None);
    let hit = &ask("意大利")[0];
    assert_eq!(hit.matched.as_ref().unwrap().lang, Some(Lang::Zh));
    let within = ask("大利");
    assert!(
        within.iter().any(|hit| hit.id == "ITA") && within.iter().any(|hit| hit.id == "AUS")
    );
    assert_eq!(ask("Italy")[0].matched, None);
    let hit = &ask_in("Italy", Lang::Fr)[0];
    assert_eq!(hit.title, "Italie");
    assert_eq!(hit.matched.as_ref().unwrap().lang, Some(Lang::En));
}

#[test]
fn both_meetings_of_a_number_are_found() {
    let found: Vec<_> = ask("11MSP").into_iter().map(|hit| hit.id).collect();
    assert_eq!(found[..2], ["apmbc-msp-11", "ccm-msp-11"]);
    let found: Vec<_> = ask("art 7").into_iter().map(|hit| hit.id).collect();
    assert!(found.iter().any(|article| article == "7(1)"), "{found:?}");
}

#[test]
fn a_statement_is_found_by_who_spoke() {
    let hit = &ask("francese")[0];
    assert_eq!((hit.kind, hit.iso3), (Found::Statement, Some(code("ITA"))));
    let all = world().search("francese", day("2026-11-22"), Lang::En, 100);
    let own = all.hits.iter().filter(|hit| hit.kind == Found::Statement);
    assert_eq!(own.count(), 6);
}

#[test]
fn every_participant_is_found_by_each_of_its_names() {
    for participant in world().participants() {
        let names = participant.names.iter().map(|(_, name)| name);
        let others = participant.aliases.iter().map(|alias| alias.name.as_str());
        for name in names.chain(others).chain([participant.id.as_str()]) {
            let hits = ask(name);
            let found = hits
                .iter()
                .take(4)
                .any(|hit| hit.kind == Found::State && hit.iso3 == Some(participant.id));
            let ids: Vec<_> = hits.iter().map(|hit| &hit.id).collect();
            assert!(found, "{name}: {ids:?}");
        }
    }
}

#[test]
fn every_treaty_is_found_by_each_of_its_names_and_as_it_is_typed() {
    for law in world().treaties() {
        let titles = law.title.iter().map(|(_, title)| title);
        let codes = [
            Some(law.id.as_str()),
            Some(&law.short),
            law.mtdsg.as_deref(),
        ];
        for name in titles.chain(codes.into_iter().flatten()) {
            let hits = ask(name);
            let found = hits.iter().take(2).any(|hit| hit.id == law.id.as_str());
            assert!(
                found,
                "{name}: {:?}",
                hits.iter().map(|hit| &hit.id).collect::<Vec<_>>()
            );
        }
    }
    let q = "cluster munit";
    for end in 4..=q.len() {
        assert_eq!(first(&q[..end]), "ccm", "{}", &q[..end]);
    }
}

#[test]
fn nothing_is_found_by_nothing() {
    for q in ["", "   ", "!?", "\u{0}", "’", "qqqqzzzz", "\u{301}"] {
        let view = world().search(q, day("2026-11-22"), Lang::En, 10);
        assert_eq!((view.total, view.hits.len()), (0, 0), "{q:?}");
    }
}

#[test]
fn a_long_query_is_cut_and_a_limit_is_kept() {
    let long = "italy ".repeat(1000);
    let view = world().search(&long, day("2026-11-22"), Lang::En, 3);
    assert_eq!(view.q.chars().count(), 200);
    assert!(view.hits.len() <= 3);
    let view = world().search("a", day("2026-11-22"), Lang::En, 5);
    assert_eq!(view.hits.len(), 5);
    assert!(view.total > 5);
    assert_eq!(world().search("a", day("2026-11-22"), Lang::En, 0).hits, []);
}

#[test]
fn hits_lead_somewhere() {
    for q in [
        "ccm",
        "italy",
        "11",
        "action",
        "report",
        "un",
        "victim assistance",
    ] {
        for hit in world().search(q, day("2026-11-22"), Lang::En, 200).hits {
            match hit.kind {
                Found::State => assert!(world().participant(code(&hit.id)).is_some()),
                Found::Treaty => assert!(world().treaty(&hit.id).is_some()),
                Found::Participation => assert!(hit.treaty.is_some() && hit.iso3.is_some()),
                Found::Meeting => assert!(world().meeting(&hit.id, Lang::En).is_some()),
                Found::Duty => {
                    let law = world()
                        .treaty(hit.treaty.as_ref().unwrap().as_str())
                        .unwrap();
                    assert!(law.duties.iter().any(|duty| duty.article == hit.id));
                }
                Found::Plan => {
                    let treaty = hit.treaty.as_ref().unwrap();
                    assert!(world().plan(treaty, &hit.id, Lang::En).is_some());
                }
                Found::Action => {
                    let (plan, number) = hit.id.split_once('#').unwrap();
                    let treaty = hit.treaty.as_ref().unwrap();
                    let plan = world().plan(treaty, plan, Lang::En).unwrap();
                    assert!(plan.actions.iter().any(|action| action.number == number));
                }
                Found::Group => {
                    let groups = world().groups(day("2026-11-22"));
                    assert!(groups.iter().any(|(group, _)| *group == hit.id));
                }
                Found::Statement => {
                    let said = world().statements(None, hit.iso3, Lang::En);
                    assert!(said.iter().any(|one| one.entry.to_string() == hit.id));
                }
                Found::Approach => {
                    let entry = hit.id.parse().unwrap();
                    assert!(world().approach(entry, Lang::En).is_some());
                }
                // A world looks into no text: documents are found by the library.
                Found::Document => panic!("a world found {}", hit.id),
            }
        }
    }
    assert_eq!(first("npt"), id("npt").to_string());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn no_query_breaks_it(q in "\\PC{0,60}", limit in 0_usize..8) {
        let view = world().search(&q, day("2026-11-22"), Lang::Ar, limit);
        prop_assert!(view.hits.len() <= limit);
        prop_assert!(view.hits.len() <= view.total as usize);
    }

    #[test]
    fn the_order_of_words_does_not_matter(mut words in Just(vec!["ccm", "victim", "2017", "italy"]).prop_shuffle()) {
        let ids = |words: &[&str]| {
            let hits = ask(&words.join(" "));
            hits.into_iter().map(|hit| hit.id).collect::<Vec<_>>()
        };
        let shuffled = ids(&words);
        words.sort_unstable();
        prop_assert_eq!(shuffled, ids(&words));
    }
}
