//! Who shares a land border with whom. Geography, compiled in as the shapes of the map are: what
//! is counted of it, `facts/geometry/README.md` says.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;
use treaty::ParticipantId;

const TABLE: &str = include_str!("../../../../facts/neighbours.csv");

/// What the table is called where an answer rests on it.
pub(crate) const SOURCE: &str =
    "facts/neighbours.csv, from Natural Earth 4.1.0 (naturalearthdata.com)";

/// A row of the table: two who border each other, unless there is a doubt whether they do.
#[derive(Debug, Deserialize)]
struct Border {
    a: ParticipantId,
    b: ParticipantId,
    doubt: Option<String>,
}

static BORDERS: LazyLock<Vec<Border>> = LazyLock::new(|| {
    let mut rows = csv::Reader::from_reader(TABLE.as_bytes());
    let rows: Result<_, _> = rows.deserialize().collect();
    rows.expect("a test reads the table that is compiled in")
});

static BESIDE: LazyLock<BTreeMap<ParticipantId, Vec<ParticipantId>>> = LazyLock::new(|| {
    let mut beside = BTreeMap::<_, Vec<_>>::new();
    for border in BORDERS.iter().filter(|border| border.doubt.is_none()) {
        beside.entry(border.a).or_default().push(border.b);
        beside.entry(border.b).or_default().push(border.a);
    }
    for all in beside.values_mut() {
        all.sort_unstable();
    }
    beside
});

/// Those with whom a participant shares a land border beyond doubt, by code.
pub(crate) fn of(state: ParticipantId) -> &'static [ParticipantId] {
    BESIDE.get(&state).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn names(state: &str) -> String {
        let all: Vec<_> = of(state.parse().unwrap())
            .iter()
            .map(|id| id.as_str())
            .collect();
        all.join(" ")
    }

    #[test]
    fn neighbours_are_those_of_the_atlas() {
        for (state, beside) in [
            ("ITA", "AUT CHE FRA SMR SVN VAT"),
            ("ZAF", "BWA LSO MOZ NAM SWZ ZWE"),
            ("LSO", "ZAF"),
            ("SMR", "ITA"),
            ("VAT", "ITA"),
            ("MCO", "FRA"),
            ("KOR", "PRK"),
            ("PRK", "CHN KOR RUS"),
            // French Guiana is a part of France.
            ("FRA", "AND BEL BRA CHE DEU ESP ITA LUX MCO SUR"),
            ("SUR", "BRA FRA GUY"),
            ("BRA", "ARG BOL COL FRA GUY PER PRY SUR URY VEN"),
            ("DEU", "AUT BEL CHE CZE DNK FRA LUX NLD POL"),
            ("CHN", "AFG BTN IND KAZ KGZ LAO MMR MNG NPL PRK RUS TJK VNM"),
            (
                "RUS",
                "AZE BLR CHN EST FIN GEO KAZ LTU LVA MNG NOR POL PRK UKR",
            ),
            ("NPL", "CHN IND"),
            ("AZE", "ARM GEO IRN RUS TUR"),
            ("ZMB", "AGO BWA COD MOZ MWI NAM TZA ZWE"),
            ("IRL", "GBR"),
            ("GBR", "IRL"),
            ("PNG", "IDN"),
            ("TLS", "IDN"),
            ("HTI", "DOM"),
            ("USA", "CAN MEX"),
            ("ISR", "EGY JOR LBN PSE SYR"),
            ("PSE", "EGY ISR JOR"),
            ("QAT", "SAU"),
        ] {
            assert_eq!(names(state), beside, "{state}");
        }
    }

    #[test]
    fn islands_border_nobody() {
        for island in [
            "AUS", "BHR", "BHS", "COK", "COM", "CPV", "CUB", "CYP", "FJI", "ISL", "JAM", "JPN",
            "KIR", "LKA", "MDG", "MDV", "MLT", "MUS", "NIU", "NRU", "NZL", "PHL", "SGP", "SYC",
            "TON", "TTO", "TUV", "VUT", "WSM",
        ] {
            assert_eq!(names(island), "", "{island}");
        }
    }

    /// Whether they border each other at all hangs on a dispute.
    #[test]
    fn doubtful_borders_are_on_record_and_count_in_nothing() {
        let doubtful: Vec<_> = BORDERS
            .iter()
            .filter(|border| border.doubt.is_some())
            .collect();
        let pairs: Vec<_> = doubtful
            .iter()
            .map(|border| format!("{}-{}", border.a, border.b))
            .collect();
        assert_eq!(pairs, ["ALB-SRB", "CHN-PAK", "ESP-MAR", "MAR-MRT"]);
        for border in doubtful {
            assert!(!of(border.a).contains(&border.b));
            assert!(!of(border.b).contains(&border.a));
        }
    }

    #[test]
    fn each_border_stands_once_and_is_seen_from_both_sides() {
        let mut seen = BTreeSet::new();
        for border in BORDERS.iter() {
            assert!(border.a < border.b, "{border:?}");
            assert!(seen.insert((border.a, border.b)), "{border:?}");
            let (a, b) = (of(border.a), of(border.b));
            assert_eq!(a.contains(&border.b), b.contains(&border.a), "{border:?}");
        }
        assert_eq!(seen.len(), 315);
    }

    /// Every row says where it stands and how sure it is; a doubtful one is no better than low.
    #[test]
    fn every_border_has_its_source() {
        let mut rows = csv::Reader::from_reader(TABLE.as_bytes());
        assert_eq!(
            rows.headers().unwrap().iter().collect::<Vec<_>>(),
            ["a", "b", "doubt", "source", "confidence", "note"]
        );
        for row in rows.records() {
            let row = row.unwrap();
            assert!(!row[3].is_empty(), "{row:?}");
            assert!(["high", "medium", "low"].contains(&&row[4]), "{row:?}");
            assert_eq!(&row[4] == "low", !row[2].is_empty(), "{row:?}");
        }
    }
}
