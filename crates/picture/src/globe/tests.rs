use std::collections::BTreeSet;

use super::*;

const PARTICIPANTS: &str = include_str!("../../../../facts/participants.csv");
const MEMBERSHIPS: &str = include_str!("../../../../facts/memberships.csv");

/// The codes with status `state`. Codes and status stand first and are never quoted.
fn states() -> BTreeSet<ParticipantId> {
    let rows = PARTICIPANTS.lines().filter_map(|row| {
        let mut fields = row.split(',');
        Some((fields.next()?, fields.next()?))
    });
    rows.filter(|(_, status)| *status == "state")
        .map(|(code, _)| code.parse().unwrap())
        .collect()
}

#[test]
fn every_state_has_an_area_or_a_dot_and_nobody_else_has() {
    let states = states();
    assert_eq!(states.len(), 197);
    let on_the_map: BTreeSet<_> = GLOBE
        .places
        .iter()
        .filter(|(_, place)| place.area.is_some() || place.dot.is_some())
        .map(|(code, _)| *code)
        .collect();
    assert_eq!(on_the_map, states);
    assert_eq!(GLOBE.places.len(), states.len());
}

#[test]
fn each_state_lies_in_the_region_the_facts_put_it_in() {
    for (code, place) in &GLOBE.places {
        let row = format!("m49-{},{code},", place.region);
        assert!(MEMBERSHIPS.contains(&row), "{row}");
    }
}

#[test]
fn no_two_dots_can_be_touched_at_one_place() {
    let dots: Vec<_> = GLOBE
        .places
        .iter()
        .filter_map(|(code, place)| Some((code, place.dot?)))
        .collect();
    assert!(dots.len() > 30, "{}", dots.len());
    for (at, (one, a)) in dots.iter().enumerate() {
        for (other, b) in &dots[..at] {
            let (x, y) = (a.at.0 - b.at.0, a.at.1 - b.at.1);
            let between = f64::from(x * x + y * y).sqrt() / UNITS;
            assert!(between >= 2.0 * dots::TOUCH, "{one} and {other}: {between}");
        }
    }
}

#[test]
fn a_moved_dot_stays_near_and_says_where_its_state_is() {
    for (code, place) in &GLOBE.places {
        let Some(Dot {
            at,
            home: Some(home),
        }) = place.dot
        else {
            continue;
        };
        let (x, y) = (at.0 - home.0, at.1 - home.1);
        let by = f64::from(x * x + y * y).sqrt() / UNITS;
        assert!((2.5..40.0).contains(&by), "{code} moved by {by} pixels");
    }
}

/// Every point of a path, in units.
fn points(path: &str) -> Vec<(i32, i32)> {
    let mut out: Vec<(i32, i32)> = Vec::new();
    for ring in path.split('M').skip(1) {
        let spaced = ring
            .trim_end_matches('z')
            .replace('l', " ")
            .replace('-', " -");
        let mut numbers = spaced.split_whitespace().map(|n| n.parse::<i32>().unwrap());
        let mut first = true;
        while let (Some(x), Some(y)) = (numbers.next(), numbers.next()) {
            let last = out.last().copied().unwrap_or_default();
            out.push(if first {
                (x, y)
            } else {
                (last.0 + x, last.1 + y)
            });
            first = false;
        }
    }
    out
}

#[test]
fn everything_lies_within_the_map() {
    let paths = GLOBE
        .places
        .values()
        .filter_map(|place| place.area.as_ref());
    for path in paths.chain([&GLOBE.apart, &GLOBE.disputed, &GLOBE.edge, &GLOBE.net]) {
        for (x, y) in points(path) {
            assert!(
                (-6..=2886).contains(&x) && (0..=1402).contains(&y),
                "{x} {y}"
            );
        }
    }
    assert_eq!(GLOBE.height, 468);
}

/// What is read is what the path says, and neighbours share their border to the unit.
#[test]
fn neighbours_share_their_border() {
    let area = |code: &str| -> BTreeSet<(i32, i32)> {
        let place = &GLOBE.places[&code.parse::<ParticipantId>().unwrap()];
        points(place.area.as_ref().unwrap()).into_iter().collect()
    };
    for (one, other, at_least) in [("FRA", "ESP", 3), ("USA", "CAN", 15), ("CHN", "RUS", 10)] {
        let both = area(one).intersection(&area(other)).count();
        assert!(both >= at_least, "{one} and {other} share {both} points");
    }
}

/// The places where the map departs from its source: see `facts/geometry/README.md`.
#[test]
fn the_map_is_redrawn_where_the_readme_says() {
    let holds = |code: &str, lon: f64, lat: f64| {
        let place_of = &GLOBE.places[&code.parse::<ParticipantId>().unwrap()];
        let ring = points(place_of.area.as_ref().unwrap());
        let target = units(place(lon, lat));
        ring.iter()
            .any(|p| (p.0 - target.0).abs() <= 8 && (p.1 - target.1).abs() <= 8)
    };
    // Sevastopol's coast, the Golan's east, Laayoune's coast, Kyrenia, Berbera.
    assert!(holds("UKR", 33.6, 44.5) && !holds("RUS", 33.6, 44.5));
    assert!(holds("SYR", 35.75, 33.2) && !holds("MAR", -13.4, 26.8));
    assert!(holds("SOM", 45.0, 10.5));
}

#[test]
fn the_texts_are_small() {
    let areas: usize = GLOBE
        .places
        .values()
        .filter_map(|place| Some(place.area.as_ref()?.len()))
        .sum();
    let rest = GLOBE.apart.len() + GLOBE.disputed.len() + GLOBE.edge.len() + GLOBE.net.len();
    assert!(areas + rest < 29_000, "{areas} and {rest}");
}
