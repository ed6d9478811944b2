use proptest::prelude::*;
use treaty::{Act, Kind, Source};

use super::*;
use crate::{Batch, Body};

fn entry(n: u128, audience: Audience) -> Entry {
    Entry {
        id: EntryId(Uuid::from_u128(n)),
        recorded: "2026-11-21T08:30:00Z".parse().unwrap(),
        author: "desk".into(),
        audience,
        label: None,
        origin: None,
        source: Source::cited("A note"),
        batch: Batch { at: 0, of: 1 },
        body: Body::Act(Act::new(
            "invented".parse().unwrap(),
            "XAA".parse().unwrap(),
            Kind::Signature,
            "2018-05-08".parse().unwrap(),
        )),
    }
}

fn audience() -> impl Strategy<Value = Audience> {
    prop_oneof![
        3 => Just(Audience::Public),
        1 => Just(Audience::SignedIn),
        1 => Just(Audience::Teams(vec!["a".into()])),
        1 => Just(Audience::Teams(vec!["a".into(), "b".into()])),
    ]
}

proptest! {
    /// What a strand says is what a ledger of its entries alone would say.
    #[test]
    fn a_strand_is_the_ledger_of_its_entries_alone(
        audiences in prop::collection::vec(audience(), 0..40)
    ) {
        let entries: Vec<_> = (1..).zip(audiences).map(|(n, a)| entry(n, a)).collect();
        let whole = chain(entries.clone()).unwrap();
        for one in whole.iter().map(|recorded| &recorded.entry.audience) {
            let alone = entries.iter().filter(|entry| entry.audience == *one).cloned();
            let alone: Vec<_> = chain(alone)
                .unwrap()
                .into_iter()
                .map(|r| (r.entry.id, Head { len: r.seq.0, link: r.link }, r.own))
                .collect();
            let strand: Vec<_> = whole
                .iter()
                .filter(|recorded| recorded.entry.audience == *one)
                .map(|recorded| (recorded.entry.id, recorded.own, recorded.own))
                .collect();
            prop_assert_eq!(&alone, &strand);
        }
    }
}

#[test]
fn public_entries_are_called_by_number_and_others_by_id() {
    let teams = Audience::of_teams(["a"]).unwrap();
    let recorded = chain([
        entry(1, Audience::Public),
        entry(2, teams),
        entry(3, Audience::Public),
    ])
    .unwrap();
    let names: Vec<_> = recorded.iter().map(Recorded::name).collect();
    let written = serde_json::to_string(&names).unwrap();
    assert_eq!(written, r#"[1,"00000000-0000-0000-0000-000000000002",2]"#);
    assert_eq!(
        serde_json::from_str::<Vec<EntryRef>>(&written).unwrap(),
        names
    );
    for name in names {
        assert_eq!(name.to_string().parse(), Ok(name));
    }
    for wrong in ["", "+5", "-1", "1.0", "x", "18446744073709551616"] {
        assert!(wrong.parse::<EntryRef>().is_err(), "{wrong}");
    }
}

#[test]
fn one_head_for_several_strands_changes_with_each() {
    let teams = Audience::of_teams(["a"]).unwrap();
    let (public, team) = (
        Head::EMPTY.then(b"public"),
        Head::EMPTY.then(b"team").then(b"team"),
    );
    assert_eq!(head_of([]), Head::EMPTY);
    assert_eq!(head_of([(&Audience::Public, &public)]), public);
    let both = head_of([(&Audience::Public, &public), (&teams, &team)]);
    assert_eq!(both.len, 3);
    assert_eq!(
        both,
        head_of([(&teams, &team), (&Audience::Public, &public)])
    );
    let other = head_of([(&Audience::Public, &public), (&Audience::SignedIn, &team)]);
    assert_ne!(both.link, other.link);
    assert_ne!(
        head_of([(&teams, &team)]).link,
        team.link,
        "a strand that is not public is never taken for a public one"
    );
}
