use std::fmt::Write as _;

use proptest::prelude::*;

use super::*;

fn seats(list: &[(&str, Role)]) -> Seats {
    let list = list.iter();
    Seats(
        list.map(|(team, role)| (team.parse().unwrap(), *role))
            .collect(),
    )
}

fn teams(names: &[&str]) -> Audience {
    Audience::Teams(names.iter().map(|name| (*name).to_owned()).collect())
}

/// Everybody of whom the table speaks.
fn people() -> Vec<(&'static str, Option<Seats>)> {
    use Role::{Administrator, Contributor, Editor, Reader};
    vec![
        ("not signed in", None),
        ("signed in, in no team", Some(seats(&[]))),
        ("reader of `it`", Some(seats(&[("it", Reader)]))),
        ("contributor of `it`", Some(seats(&[("it", Contributor)]))),
        ("editor of `it`", Some(seats(&[("it", Editor)]))),
        (
            "administrator of `it`",
            Some(seats(&[("it", Administrator)])),
        ),
        (
            "administrator of `it`, reader of `za`",
            Some(seats(&[("it", Administrator), ("za", Reader)])),
        ),
        (
            "administrator of `it` and `za`",
            Some(seats(&[("it", Administrator), ("za", Administrator)])),
        ),
        ("reader of `office`", Some(seats(&[("office", Reader)]))),
        (
            "administrator of `office`",
            Some(seats(&[("office", Administrator)])),
        ),
    ]
}

fn audiences() -> [(&'static str, Audience); 5] {
    [
        ("everyone", Audience::Public),
        ("whoever is signed in", Audience::SignedIn),
        ("the team `it`", teams(&["it"])),
        ("the teams `it` and `za`", teams(&["it", "za"])),
        ("the team `office`", teams(&["office"])),
    ]
}

/// The whole policy, as a table for each audience.
fn table() -> String {
    let mut text = String::from(
        "Each table says what may be done with entries of one audience. `yes`; `no`; `hidden`: no, and it looks as if there\n\
         were nothing. See, Export, Write, Correct (what one recorded oneself; what others did), Release: make public, Invite,\n\
         Administrate: the team, or the instance, Hand over: to another instance.\n",
    );
    for (shown, audience) in audiences() {
        write!(text, "\n**Entries for {shown}:**\n\n").unwrap();
        text.push_str("| Who | See | Export | Write | Correct own | Correct | Release | Invite | Administrate | Hand over |\n");
        text.push_str("|---|---|---|---|---|---|---|---|---|---|\n");
        for (who, seats) in people() {
            write!(text, "| {who} |").unwrap();
            for deed in Deed::ALL {
                let word = match may(seats.as_ref(), deed, &audience) {
                    Ok(()) => "yes",
                    Err(Refusal::Hidden) => "hidden",
                    Err(
                        Refusal::SignIn
                        | Refusal::Role { .. }
                        | Refusal::EachTeam { .. }
                        | Refusal::Office
                        | Refusal::Public,
                    ) => "no",
                };
                write!(text, " {word} |").unwrap();
            }
            text.push('\n');
        }
    }
    text.push_str(
        "\nWho administrates `office` runs the instance: he founds teams, invites the first administrator of one that has none,\n\
         and can take seats and tokens away. He sees no entry of another team by that, and cannot invite into it, nor give\n\
         himself a seat: that is an entry which the team's administrators record and its members see.\n",
    );
    text
}

#[test]
fn the_table_in_the_documentation_is_the_policy() {
    let now = table();
    assert!(
        include_str!("table.md") == now,
        "src/policy/table.md is not the policy, which is:\n{now}"
    );
}

#[test]
fn the_office_sees_into_no_team() {
    let office = seats(&[("office", Role::Administrator)]);
    for deed in Deed::ALL {
        let refused = may(Some(&office), deed, &teams(&["it"]));
        match deed {
            Deed::Administrate => assert_eq!(refused, Ok(())),
            Deed::See
            | Deed::Export
            | Deed::Write
            | Deed::CorrectOwn
            | Deed::Correct
            | Deed::Release
            | Deed::Invite
            | Deed::HandOver => assert_eq!(refused, Err(Refusal::Hidden), "{deed:?}"),
        }
    }
    assert_eq!(may_found(Some(&office), false), Ok(()));
    assert!(may_found(Some(&office), true).is_err());
    let it = seats(&[("it", Role::Administrator)]);
    assert_eq!(may_found(Some(&it), false), Err(Refusal::Office));
    assert_eq!(may_found(None, false), Err(Refusal::SignIn));
}

#[test]
fn a_token_of_a_team_has_no_other_seat() {
    let both = seats(&[("it", Role::Reader), ("za", Role::Editor)]);
    let it = "it".parse().unwrap();
    assert_eq!(both.within(&it), seats(&[("it", Role::Reader)]));
    assert_eq!(seats(&[("za", Role::Editor)]).within(&it), seats(&[]));
}

#[test]
fn a_refusal_says_what_it_takes() {
    let reader = seats(&[("it", Role::Reader)]);
    let refused = may(Some(&reader), Deed::Write, &teams(&["it"])).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "only somebody who is contributor may do that"
    );
    let half = seats(&[("it", Role::Editor), ("za", Role::Reader)]);
    let refused = may(Some(&half), Deed::Release, &teams(&["it", "za"]));
    assert_eq!(
        refused,
        Err(Refusal::EachTeam {
            needs: Role::Editor
        })
    );
}

#[test]
fn a_role_is_written_as_the_ledger_has_it() {
    for role in Role::ALL {
        let json = serde_json::to_string(&role).unwrap();
        assert_eq!(json, format!("\"{}\"", role.as_str()));
    }
}

fn some_seats() -> impl Strategy<Value = Seats> {
    let team = prop::sample::select(vec!["it", "za", "office", "nl"]);
    let role = prop::sample::select(Role::ALL.to_vec());
    prop::collection::btree_map(team.prop_map(|t| t.parse().unwrap()), role, 0..4)
        .prop_map(Seats)
}

fn some_audience() -> impl Strategy<Value = Audience> {
    let team = prop::sample::select(vec!["it", "za", "office", "nl", "Not A Team"]);
    prop_oneof![
        Just(Audience::Public),
        Just(Audience::SignedIn),
        prop::collection::btree_set(team.prop_map(str::to_owned), 0..4)
            .prop_map(|teams| Audience::Teams(teams.into_iter().collect())),
    ]
}

proptest! {
    /// Who can do anything with entries can see them, but for administrating.
    #[test]
    fn nobody_does_blindly(seats in some_seats(), audience in some_audience()) {
        for deed in Deed::ALL {
            let done = may(Some(&seats), deed, &audience).is_ok();
            let seen = may(Some(&seats), Deed::See, &audience).is_ok();
            prop_assert!(!done || seen || deed == Deed::Administrate, "{deed:?}");
        }
    }

    /// One seat more, or a higher one, never takes anything away.
    #[test]
    fn a_higher_role_may_no_less(seats in some_seats(), audience in some_audience(), team in prop::sample::select(vec!["it", "za", "office"])) {
        let team: TeamId = team.parse().unwrap();
        for role in Role::ALL {
            if seats.role(&team) > Some(role) {
                continue;
            }
            let mut more = seats.clone();
            more.0.insert(team.clone(), role);
            for deed in Deed::ALL {
                let before = may(Some(&seats), deed, &audience);
                prop_assert!(before.is_err() || may(Some(&more), deed, &audience).is_ok());
            }
        }
    }

    /// Entries of teams are seen by their members and by nobody else.
    #[test]
    fn only_members_see(seats in some_seats(), audience in some_audience()) {
        if let Audience::Teams(teams) = &audience {
            let member = teams.iter().any(|team| seats.role_in(team).is_some());
            prop_assert_eq!(may(Some(&seats), Deed::See, &audience).is_ok(), member);
        }
        if audience != Audience::Public {
            prop_assert_eq!(may(None, Deed::See, &audience), Err(Refusal::Hidden));
        }
    }
}
