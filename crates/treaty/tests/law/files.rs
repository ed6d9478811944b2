//! What every treaty file must say.

use std::collections::BTreeSet;

use treaty::Lang;

use crate::{ALL, FOLDER, law, text};

#[test]
fn every_treaty_has_its_file_and_every_file_its_treaty() {
    let files: BTreeSet<String> = std::fs::read_dir(FOLDER)
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    let expected = ALL.iter().map(|id| format!("{id}.toml")).collect();
    assert_eq!(files, expected);
}

#[test]
fn every_file_reads_and_bears_its_own_id() {
    for id in ALL {
        assert_eq!(law(id).id.as_str(), id);
        assert!(
            law(id).title.exactly(Lang::Fr).is_some(),
            "{id} has no French title"
        );
        assert!(!law(id).sources.is_empty(), "{id} names no source");
        assert!(
            !law(id).openings.is_empty(),
            "{id} does not say who may join"
        );
    }
}

#[test]
fn a_treaty_with_terms_of_its_own_says_them_in_french_too_and_where_they_are_used() {
    let called = law("ctbt").called.unwrap();
    let ratifying = called.contracting.as_ref().unwrap();
    assert_eq!(ratifying.many.get(Lang::En), "ratifying States");
    let signatory = called.signatory.as_ref().unwrap();
    assert_eq!(signatory.one.get(Lang::En), "State Signatory");
    assert_eq!(signatory.many.get(Lang::En), "States Signatories");
    assert!(called.source.contains("Articles XII and XIV(4)"));
    // Under the CCM there are States Parties and signatories: the general words.
    assert_eq!(law("ccm").called, None);
    for called in ALL.iter().filter_map(|id| law(id).called) {
        for term in called.contracting.iter().chain(&called.signatory) {
            let both = [&term.one, &term.many];
            assert!(both.iter().all(|name| name.exactly(Lang::Fr).is_some()));
        }
    }
}

#[test]
fn above_each_clause_stands_a_comment() {
    for id in ALL {
        let text = text(id);
        let lines: Vec<_> = text.lines().collect();
        for (n, line) in lines.iter().enumerate() {
            let clause = [
                "[[open]]",
                "[entry-into-force]",
                "[later-joiner]",
                "[withdrawal]",
            ];
            if clause.contains(line) || *line == "[[duty]]" {
                assert!(
                    lines[n - 1].starts_with("# "),
                    "{id}.toml:{}: no comment above",
                    n + 1
                );
            }
        }
    }
}

#[test]
fn a_number_of_the_depositarys_list_leads_to_one_treaty() {
    let numbers: Vec<_> = ALL.iter().filter_map(|id| law(id).mtdsg).collect();
    let distinct: BTreeSet<_> = numbers.iter().collect();
    assert_eq!(distinct.len(), numbers.len());
}

#[test]
fn a_parent_is_a_treaty_that_ships() {
    for id in ALL {
        if let Some(parent) = law(id).parent {
            assert!(ALL.contains(&parent.as_str()), "{id}");
        }
    }
}

/// The rule checks the recorded entry into force; it does not replace it.
#[test]
fn the_rule_gives_the_recorded_entry_into_force_from_the_recorded_threshold() {
    let mut checked = 0;
    for id in ALL {
        let law = law(id);
        let Some(clause) = &law.entry_into_force else {
            continue;
        };
        let Some(reached) = &clause.reached else {
            continue;
        };
        let mut expected = clause.after.end(reached.on).unwrap();
        if let Some((term, opened)) = clause.not_before.zip(law.opened.as_ref()) {
            expected = expected.max(term.end(opened.on).unwrap());
        }
        assert_eq!(
            law.in_force.as_ref().map(|day| day.on),
            Some(expected),
            "{id}"
        );
        checked += 1;
    }
    assert_eq!(checked, 14);
}

#[test]
fn only_the_ctbt_is_not_in_force() {
    let asleep: Vec<_> = ALL
        .into_iter()
        .filter(|id| law(id).in_force.is_none())
        .collect();
    assert_eq!(asleep, ["ctbt"]);
}
