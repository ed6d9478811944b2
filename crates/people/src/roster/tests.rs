use proptest::prelude::*;

use super::*;

fn person(n: u128) -> PersonId {
    PersonId(Uuid::from_u128(n))
}

fn team(id: &str) -> TeamId {
    id.parse().unwrap()
}

fn seats(all: &[(&str, Role)]) -> Seats {
    Seats(all.iter().map(|(id, role)| (team(id), *role)).collect())
}

fn members(all: &[(u128, Role)]) -> Members {
    all.iter().map(|(n, role)| (person(*n), *role)).collect()
}

use Role::{Administrator, Contributor, Editor, Reader};

#[test]
fn only_administrators_of_a_team_say_who_is_what_there() {
    let it = team("it");
    let there = members(&[
        (1, Administrator),
        (2, Reader),
        (3, Editor),
        (4, Contributor),
    ]);
    for (who, role) in &there {
        let own = seats(&[("it", *role)]);
        let by = By::Person(*who, &own);
        let may = *role == Administrator;
        assert_eq!(invite(by, &it, &there, Editor).is_ok(), may, "{role:?}");
        assert_eq!(
            seat(by, &it, &there, person(4), Some(Editor)).is_ok(),
            may,
            "{role:?}"
        );
        assert_eq!(administrate(by, &it).is_ok(), may, "{role:?}");
        assert!(found(by).is_err(), "{role:?}");
    }
}

#[test]
fn nobody_raises_himself_and_everybody_may_leave() {
    let it = team("it");
    let there = members(&[(1, Administrator), (2, Reader)]);
    let own = seats(&[("it", Reader)]);
    let by = By::Person(person(2), &own);
    let to = |role| seat(by, &it, &there, person(2), role);
    for role in [Contributor, Editor, Administrator] {
        assert!(to(Some(role)).is_err(), "{role:?}");
    }
    assert_eq!(to(None), Ok(()));
    assert!(seat(by, &it, &there, person(1), None).is_err());
}

#[test]
fn the_office_founds_takes_out_and_cannot_let_in() {
    let it = team("it");
    let own = seats(&[("office", Administrator)]);
    let by = By::Person(person(9), &own);
    let there = members(&[(1, Administrator), (2, Reader)]);
    assert_eq!(found(by), Ok(()));
    assert_eq!(administrate(by, &it), Ok(()));
    assert_eq!(seat(by, &it, &there, person(2), None), Ok(()));
    let needs = Administrator;
    let lacks = Err(NotDone::Refused(Refusal::Role { needs }));
    assert_eq!(invite(by, &it, &there, Administrator), lacks);
    assert_eq!(seat(by, &it, &there, person(2), Some(Editor)), lacks);
    // Into a team without an administrator he lets one, and nobody else.
    let nobody = members(&[]);
    assert_eq!(invite(by, &it, &nobody, Administrator), Ok(()));
    assert_eq!(
        invite(by, &it, &nobody, Reader),
        Err(NotDone::FirstAdministrator)
    );
    let can = can(by, &it, &there);
    assert!(can.administrate && !can.see && !can.invite && !can.invite_first);
}

#[test]
fn to_who_is_in_none_of_it_a_team_is_not_there() {
    let it = team("it");
    let there = members(&[(1, Administrator)]);
    let hidden = Err(NotDone::Refused(Refusal::Hidden));
    for own in [
        seats(&[]),
        seats(&[("za", Administrator)]),
        seats(&[("office", Reader)]),
    ] {
        let by = By::Person(person(5), &own);
        assert_eq!(invite(by, &it, &there, Reader), hidden);
        assert_eq!(administrate(by, &it), hidden);
        assert_eq!(seat(by, &it, &there, person(1), None), hidden);
        assert_eq!(seat(by, &it, &there, person(1), Some(Reader)), hidden);
        assert_eq!(seat(by, &it, &there, person(7), None), hidden, "nobody's");
    }
}

#[test]
fn the_last_administrator_stays_unless_nobody_else_is_there() {
    let (it, office) = (team("it"), TeamId::office());
    let last = |id: &TeamId| Err(NotDone::LastAdministrator(id.clone()));
    let two = members(&[(1, Administrator), (2, Reader)]);
    let one = members(&[(1, Administrator)]);
    let to = |id: &TeamId, there: &Members, role| seat(By::Owner, id, there, person(1), role);
    assert_eq!(to(&it, &two, None), last(&it));
    assert_eq!(to(&it, &two, Some(Editor)), last(&it));
    assert_eq!(to(&it, &one, None), Ok(()));
    assert_eq!(to(&it, &one, Some(Editor)), last(&it));
    assert_eq!(to(&office, &one, None), last(&office));
    let more = members(&[(1, Administrator), (2, Administrator)]);
    assert_eq!(to(&office, &more, None), Ok(()));
}

fn role() -> impl Strategy<Value = Role> {
    prop::sample::select(Role::ALL.to_vec())
}

proptest! {
    /// Whatever is asked by whomever: what is done leaves an administrator wherever there was one and
    /// anybody is left, and nobody is more by his own doing.
    #[test]
    fn a_team_with_members_keeps_an_administrator(
        first in 0_u128..4,
        start in prop::collection::btree_map((0_u128..4).prop_map(person), role(), 0..4),
        asked in prop::collection::vec((0_u128..5, 0_u128..4, prop::option::of(role())), 1..40),
    ) {
        let it = team("it");
        let mut there: Members = start;
        there.insert(person(first), Administrator);
        for (who, whom, to) in asked {
            let own = Seats(
                there.get(&person(who)).map(|role| (it.clone(), *role)).into_iter().collect(),
            );
            let by = if who == 4 { By::Owner } else { By::Person(person(who), &own) };
            let before = there.get(&person(whom)).copied();
            if seat(by, &it, &there, person(whom), to).is_ok() {
                match to {
                    Some(role) => there.insert(person(whom), role),
                    None => there.remove(&person(whom)),
                };
                prop_assert!(who != whom || to <= before);
            }
            prop_assert!(there.is_empty() || is_administrated(&there));
            if there.is_empty() { break; }
        }
    }
}
