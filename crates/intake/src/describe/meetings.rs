//! Meetings as documents name them, and those on record that they may mean.

use std::ops::Range;
use std::sync::LazyLock;

use treaty::{PartialDate, TreatyId};

use super::days::Days;
use super::lexicon::Lexicon;
use crate::jotting::Word;

/// A meeting on record.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct KnownMeeting {
    /// Its treaty.
    pub treaty: TreatyId,
    /// What kind of meeting, as the record has it: `MSP`, `RevCon`.
    pub kind: String,
    /// Its number in its series, or year: `11`, `2-part1`, `2RC-1`.
    pub number: Option<String>,
    /// The first day.
    pub start: PartialDate,
    /// The last day.
    pub end: Option<PartialDate>,
    /// Where.
    pub place: Option<String>,
}

/// The meetings on record. The program answers from its world.
pub trait Meetings {
    /// Those of a treaty, by day.
    fn meetings(&self, treaty: &TreatyId) -> Vec<KnownMeeting>;
}

/// A meeting as it is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Phrase {
    pub(crate) words: Range<usize>,
    pub(crate) kind: &'static str,
    /// Which of its series.
    pub(crate) number: Option<u16>,
    /// Of a preparatory meeting: which conference it prepares.
    pub(crate) of: Option<u16>,
    pub(crate) part: Option<u16>,
}

static KINDS: LazyLock<Lexicon<&'static str>> = LazyLock::new(|| {
    Lexicon::new(&[
        (
            "meeting of the states parties;meeting of states parties;meeting of the state parties;meeting of state parties;msp;\
             assemblée des états parties;réunion des états parties;reunión de los estados partes;reunión de estados partes;\
             совещание государств-участников;совещания государств-участников;совещании государств-участников;\
             缔约国会议;اجتماع الدول الأطراف",
            "MSP",
        ),
        (
            "review conference;conférence d’examen;conférence d'examen;conferencia de examen;обзорная конференция;\
             обзорной конференции;审议大会;审议会议;المؤتمر الاستعراضي",
            "RevCon",
        ),
        (
            "preparatory meeting;preparatory committee;réunion préparatoire;comité préparatoire;reunión preparatoria;\
             comité preparatorio;подготовительное совещание;подготовительный комитет;筹备会议;筹备委员会",
            "PrepCom",
        ),
        (
            "intersessional meeting;intersessional meetings;réunion intersessions;réunions intersessions;\
             reunión entre períodos de sesiones;межсессионное совещание;闭会期间会议",
            "Intersessional",
        ),
        (
            "conference of states parties;conference of the states parties;conférence des états parties;\
             conferencia de los estados partes;conferencia de estados partes;конференция государств-участников;缔约国大会",
            "ConferenceOfParties",
        ),
        (
            "conference on facilitating the entry into force;article xiv conference;art xiv conference;\
             conférence en vue de faciliter l’entrée en vigueur;conférence visant à faciliter l’entrée en vigueur;\
             conferencia para facilitar la entrada en vigor;конференция по содействию вступлению в силу;促进全面禁止核试验条约生效大会",
            "ArtXIV",
        ),
        (
            "ministerial meeting of the friends;friends of the ctbt ministerial meeting",
            "FriendsMinisterial",
        ),
    ])
});

static PARTS: LazyLock<Lexicon<u16>> = LazyLock::new(|| {
    Lexicon::new(&[
        (
            "first part;part i;part one;part 1;première partie;primera parte;первая часть",
            1,
        ),
        (
            "second part;part ii;part two;part 2;seconde partie;deuxième partie;segunda parte;вторая часть",
            2,
        ),
    ])
});

/// The number that a word tells: `Second`, `11th`, `Onzième`, `второе`; misprints that are met, too.
fn ordinal(words: &[Word<'_>], end: usize) -> Option<(usize, u16)> {
    let word = &words[end.checked_sub(1)?];
    let folded = word.folded.as_str();
    let number = |ends: &[&str]| {
        let bare = ends.iter().find_map(|last| folded.strip_suffix(last))?;
        bare.parse().ok().filter(|number| (1..=99).contains(number))
    };
    const EN: [&str; 20] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
    ];
    const FR: [&str; 16] = [
        "premiere",
        "deuxieme",
        "troisieme",
        "quatrieme",
        "cinquieme",
        "sixieme",
        "septieme",
        "huitieme",
        "neuvieme",
        "dixieme",
        "onzieme",
        "douzieme",
        "treizieme",
        "quatorzieme",
        "quinzieme",
        "seizieme",
    ];
    const ES: [&str; 13] = [
        "primera",
        "segunda",
        "tercera",
        "cuarta",
        "quinta",
        "sexta",
        "septima",
        "octava",
        "novena",
        "decima",
        "undecima",
        "duodecima",
        "decimotercera",
    ];
    const RU: [&str; 13] = [
        "перв",
        "втор",
        "трет",
        "четверт",
        "пят",
        "шест",
        "седьм",
        "восьм",
        "девят",
        "десят",
        "одиннадцат",
        "двенадцат",
        "тринадцат",
    ];
    let place = |all: &[&str]| {
        let at = all.iter().position(|one| *one == folded)?;
        u16::try_from(at + 1).ok()
    };
    let others = [
        ("seconde", 2),
        ("premier", 1),
        ("primer", 1),
        ("segundo", 2),
        ("nineth", 9),
        ("twelve", 12),
    ];
    let other = || {
        others
            .iter()
            .find(|(name, _)| *name == folded)
            .map(|(_, number)| *number)
    };
    let russian = || {
        let at = RU.iter().rposition(|stem| {
            folded
                .strip_prefix(stem)
                .is_some_and(|end| (2..=6).contains(&end.len()))
        })?;
        u16::try_from(at + 1).ok()
    };
    let told = place(&EN)
        .or_else(|| place(&FR))
        .or_else(|| place(&ES))
        .or_else(other)
        .or_else(|| number(&["st", "nd", "rd", "th", "eme", "e", "re", "a"]))
        .or_else(russian);
    // `Fifty-Ninth`, `dix-septième`.
    let tens = end.checked_sub(2).and_then(|before| {
        let tens = [
            ("twenty", 20),
            ("thirty", 30),
            ("forty", 40),
            ("fifty", 50),
            ("sixty", 60),
            ("seventy", 70),
            ("dix", 10),
            ("decima", 10),
            ("vigesima", 20),
            ("trigesima", 30),
        ];
        tens.into_iter()
            .find(|(name, _)| *name == words[before].folded)
    });
    let counted = |number: u16| match tens {
        Some((_, tens)) if number < 10 => (end - 2, number + tens),
        Some(_) | None => (end - 1, number),
    };
    told.map(counted).or_else(|| chinese(words, end))
}

/// `第十一次`.
fn chinese(words: &[Word<'_>], end: usize) -> Option<(usize, u16)> {
    let from = end.saturating_sub(5);
    let begin = (from..end).rev().find(|at| words[*at].text == "第")?;
    let within: String = words[begin + 1..end].iter().map(|word| word.text).collect();
    let within = within.strip_suffix(['次', '届'])?;
    let digit = |c: char| {
        "一二三四五六七八九"
            .chars()
            .position(|one| one == c)
            .map(|at| at + 1)
    };
    let mut value = 0;
    for c in within.chars() {
        value = if c == '十' {
            value.max(1) * 10
        } else {
            value + digit(c)?
        };
    }
    let value = within.parse().ok().or_else(|| u16::try_from(value).ok())?;
    (1..=99).contains(&value).then_some((begin, value))
}

/// Every meeting that is named, in order.
pub(crate) fn phrases(words: &[Word<'_>]) -> Vec<Phrase> {
    let mut found: Vec<Phrase> = Vec::new();
    for hit in KINDS.all(words) {
        let counted = ordinal(words, hit.from);
        let number = counted.map(|(_, number)| number);
        // `Second Preparatory Meeting for the Second Review Conference`: one meeting.
        let prepared = found.last_mut().filter(|last| {
            last.kind == "PrepCom" && hit.means == "RevCon" && hit.from - last.words.end < 8
        });
        if let Some(last) = prepared {
            last.of = number;
            last.words.end = hit.to;
            continue;
        }
        let close = words
            .get(hit.to..words.len().min(hit.to + 6))
            .unwrap_or_default();
        let part = PARTS.first(close).filter(|_| hit.means == "RevCon");
        found.push(Phrase {
            words: counted.map_or(hit.from, |(from, _)| from)
                ..part.map_or(hit.to, |part| hit.to + part.to),
            kind: hit.means,
            number,
            of: None,
            part: part.map(|part| part.means),
        });
    }
    found
}

impl Phrase {
    /// Whether a meeting on record can be the one that is named; `Some(true)` where its number is told.
    fn may_be(&self, meeting: &KnownMeeting) -> Option<bool> {
        if self.kind != meeting.kind {
            return None;
        }
        let number = meeting.number.as_deref().unwrap_or_default();
        let said = self.number.map(|number| number.to_string());
        let Some(said) = said else {
            return Some(false);
        };
        let fits = match self.kind {
            "PrepCom" => match self.of {
                Some(of) => number == format!("{of}RC-{said}"),
                None => number == said || number.ends_with(&format!("RC-{said}")),
            },
            _ => match (number.split_once("-part"), self.part) {
                (Some((whole, part)), Some(told)) => whole == said && part == told.to_string(),
                (Some((whole, _)), None) => whole == said,
                (None, _) => number == said,
            },
        };
        fits.then_some(fits)
    }
}

/// Whether days and those of a meeting have one in common.
fn meet(days: &Days, meeting: &KnownMeeting) -> bool {
    let last = meeting.end.unwrap_or(meeting.start).latest();
    days.first.earliest() <= last
        && meeting.start.earliest() <= days.last.unwrap_or(days.first).latest()
}

/// The meetings on record that a document may be of, each with whether that is sure.
pub(crate) fn on_record(
    named: &[Phrase],
    days: &[Days],
    known: &[KnownMeeting],
) -> Vec<(KnownMeeting, bool)> {
    let mut fitting: Vec<(KnownMeeting, bool, bool)> = Vec::new();
    for phrase in named {
        for meeting in known {
            let Some(counted) = phrase.may_be(meeting) else {
                continue;
            };
            let then = days.iter().any(|days| meet(days, meeting));
            if counted || then {
                fitting.push((meeting.clone(), counted, then));
            }
        }
    }
    if fitting.is_empty() && named.is_empty() {
        // Nothing but the days: the same first and last.
        let same = known.iter().filter(|meeting| {
            days.iter().any(|days| {
                days.last.is_some() && days.first == meeting.start && days.last == meeting.end
            })
        });
        return same
            .map(|meeting| (meeting.clone(), false))
            .take(5)
            .collect();
    }
    let both = fitting.iter().any(|(_, counted, then)| *counted && *then);
    if both {
        fitting.retain(|(_, counted, then)| *counted && *then);
    }
    let one = fitting.len() == 1;
    fitting
        .into_iter()
        .map(|(meeting, counted, then)| {
            // A number on record, and days on paper that are not its own: one of the two is wrong.
            let doubted = counted && !then && !days.is_empty();
            (meeting, one && !doubted)
        })
        .take(5)
        .collect()
}
