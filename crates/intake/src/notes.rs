//! What the end notes say that can be read for certain.
//!
//! Notes are prose. Only sentences of a known build are read, and only where each has exactly one
//! day to offer; everything else stays a note beside its act, and nothing is guessed.

use jiff::civil::Date;
use treaty::Kind;

use crate::date_words::{DateInText, dates_in};

/// What a note says of a withdrawal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Leaving {
    /// It does not speak of one.
    Silent,
    /// The whole course of it is clear; of several, one after the other, each is.
    Clear(Vec<Withdrawal>),
    /// It speaks of one, but not so that it can be read for certain.
    Unclear,
}

/// A withdrawal as a note tells it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Withdrawal {
    /// When the depositary received the notification.
    pub(crate) notified: Option<Date>,
    /// When it took or will take effect.
    pub(crate) effect: Option<Date>,
    /// Whether the note says that it has taken effect.
    pub(crate) done: bool,
    /// When the notification was itself withdrawn.
    pub(crate) rescinded: Option<Date>,
    /// When an instrument of ratification was withdrawn, the signature standing.
    pub(crate) consent_withdrawn: Option<Date>,
}

/// What a predecessor State had done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Predecessor {
    /// Its name as printed, and without `The former`.
    pub(crate) names: Vec<String>,
    /// What it did.
    pub(crate) acts: Vec<(Kind, Date)>,
    /// The sentence.
    pub(crate) sentence: String,
}

/// What a note says of a withdrawal.
pub(crate) fn leaving(text: &str) -> Leaving {
    let text = without_references(text);
    let sentences: Vec<&str> = sentences(&text)
        .into_iter()
        .filter(|s| speaks_of_leaving(s))
        .collect();
    if sentences.is_empty() {
        return Leaving::Silent;
    }
    let mut found = vec![Withdrawal::default()];
    for sentence in sentences {
        let Some(said) = one_sentence(sentence) else {
            return Leaving::Unclear;
        };
        if add(&mut found, said).is_none() {
            return Leaving::Unclear;
        }
    }
    let said = |one: &Withdrawal| one.notified.is_some() || one.consent_withdrawn.is_some();
    if found.iter().all(said) {
        Leaving::Clear(found)
    } else {
        Leaving::Unclear
    }
}

/// Adds what a sentence says to the withdrawal told last, or begins another where that one was
/// told to its end and the new notification came after it.
fn add(found: &mut Vec<Withdrawal>, said: Withdrawal) -> Option<()> {
    let last = found.last_mut()?;
    let ended = last.effect.or(last.rescinded);
    if let (Some(ended), Some(notified)) = (ended, said.notified)
        && last.notified != said.notified
    {
        if notified <= ended {
            return None;
        }
        found.push(said);
        return Some(());
    }
    last.done |= said.done;
    for (slot, day) in [
        (&mut last.notified, said.notified),
        (&mut last.effect, said.effect),
        (&mut last.rescinded, said.rescinded),
        (&mut last.consent_withdrawn, said.consent_withdrawn),
    ] {
        match (*slot, day) {
            (Some(had), Some(day)) if had != day => return None,
            (_, Some(day)) => *slot = Some(day),
            (_, None) => {}
        }
    }
    Some(())
}

/// What one sentence says; `None` if that is not clear.
fn one_sentence(sentence: &str) -> Option<Withdrawal> {
    let mut said = Withdrawal::default();
    let lower = sentence.to_lowercase();
    let (effects, others): (Vec<_>, Vec<_>) = dates_in(sentence)
        .into_iter()
        .partition(|date| follows_effect(sentence, date));
    match effects.as_slice() {
        [] => {}
        [effect] => {
            said.effect = Some(effect.day?);
            said.done = ["took effect", "became effective", "taken effect"]
                .iter()
                .any(|words| lower.contains(words));
        }
        [_, _, ..] => return None,
    }
    let slot = if takes_back_consent(&lower) {
        &mut said.consent_withdrawn
    } else if takes_back_notice(&lower) {
        &mut said.rescinded
    } else {
        &mut said.notified
    };
    match others.as_slice() {
        [other] => *slot = Some(other.day?),
        // `The withdrawal took effect for Estonia on …` has no day but that of effect.
        [] if !effects.is_empty() => {}
        [] | [_, _, ..] => return None,
    }
    Some(said)
}

fn speaks_of_leaving(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let leaving = ["withdraw", "withdrew", "denunciation", "denounc"];
    // Withdrawing a reservation leaves nobody outside.
    let of_words = ["reservation", "declaration", "objection", "communication"];
    leaving.iter().any(|word| lower.contains(word))
        && !of_words.iter().any(|word| lower.contains(word))
}

fn takes_back_consent(lower: &str) -> bool {
    [
        "withdrawal of its ratification",
        "withdrawal of its instrument of ratification",
        "withdrawal of the ratification",
        "withdrawal of the instrument of ratification",
        "withdraw its ratification",
        "withdraw its instrument of ratification",
        "withdrew its ratification",
        "withdrew its instrument of ratification",
    ]
    .iter()
    .any(|words| lower.contains(words))
}

fn takes_back_notice(lower: &str) -> bool {
    [
        "rescind",
        "rescission",
        "revoke",
        "revocation",
        "withdraw its notification",
        "withdrew its notification",
        "withdrawal of its notification",
        "withdrawal of the notification",
        "withdraw the notification",
    ]
    .iter()
    .any(|words| lower.contains(words))
}

/// Whether a date is that of an effect: `will take effect for Poland on 20 February 2026`.
fn follows_effect(sentence: &str, date: &DateInText) -> bool {
    const REACH: usize = 80;
    let mut start = date.at.start.saturating_sub(REACH);
    while !sentence.is_char_boundary(start) {
        start -= 1;
    }
    let before = sentence[start..date.at.start].to_lowercase();
    let effect = [
        "take effect",
        "took effect",
        "takes effect",
        "taken effect",
        "effective",
        "with effect",
    ];
    let Some(at) = effect.iter().filter_map(|words| before.rfind(words)).max() else {
        return false;
    };
    let tail = before[at..].trim_end();
    // Nothing but `for X on` may stand between: no other date, no other clause.
    dates_in(tail).is_empty()
        && [" on", " from", " as of"]
            .iter()
            .any(|end| tail.ends_with(end))
}

/// When a signatory told the depositary that it will not become party.
pub(crate) fn intention_not_to_join(text: &str) -> Option<Date> {
    let lower = text.to_lowercase();
    let phrases = [
        "does not intend to become a party",
        "intention not to become a party",
        "no intention of becoming a party",
        "not to become a party",
    ];
    let at = phrases
        .iter()
        .filter_map(|phrase| lower.find(phrase))
        .min()?;
    // Lower-casing may move bytes where a text is not ASCII; a date before the phrase is looked
    // for in the lower-cased text itself.
    match dates_in(&lower[..at]).as_slice() {
        [date] => date.day,
        [] | [_, ..] => None,
    }
}

/// What predecessor States had done, by sentences such as `The former Yugoslavia had signed and
/// ratified the Convention on 5 May 1981 and 24 May 1983, respectively`.
pub(crate) fn predecessors(text: &str) -> Vec<Predecessor> {
    let text = without_references(text);
    sentences(&text)
        .into_iter()
        .filter_map(predecessor)
        .collect()
}

fn predecessor(sentence: &str) -> Option<Predecessor> {
    let (name, deed) = sentence.split_once(" had ")?;
    let name = name.trim();
    if name.is_empty() || name.len() > 60 || name.contains([',', ';', '(']) {
        return None;
    }
    let dates: Vec<_> = dates_in(deed)
        .into_iter()
        .filter(|date| !deed[..date.at.start].trim_end().ends_with("adopted on"))
        .collect();
    let first = dates.first()?.at.start;
    let verbs = verbs(&deed[..first]);
    let clear = match (verbs.len(), dates.len()) {
        (1, 1) => true,
        (2, 2) => deed[dates[1].at.end..]
            .trim_start_matches([',', ' '])
            .starts_with("respectively"),
        (_, _) => false,
    };
    if !clear {
        return None;
    }
    let acts: Option<Vec<_>> = verbs
        .into_iter()
        .zip(&dates)
        .map(|(kind, date)| Some((kind, date.day?)))
        .collect();
    let bare = name
        .strip_prefix("The ")
        .or(name.strip_prefix("the "))
        .unwrap_or(name);
    let bare = bare.strip_prefix("former ").unwrap_or(bare);
    let names = [name.to_owned(), bare.to_owned()].into();
    Some(Predecessor {
        names,
        acts: acts?,
        sentence: sentence.to_owned(),
    })
}

/// The verbs of acts, in order: `signed and ratified`.
fn verbs(text: &str) -> Vec<Kind> {
    text.split_whitespace()
        .map(|word| word.trim_matches(','))
        .filter_map(|word| match word {
            "signed" => Some(Kind::Signature),
            "ratified" => Some(Kind::Ratification),
            "acceded" => Some(Kind::Accession),
            "accepted" => Some(Kind::Acceptance),
            "approved" => Some(Kind::Approval),
            "succeeded" => Some(Kind::Succession),
            _ => None,
        })
        .collect()
}

/// The roman numbers of the protocols a sentence says were accepted: `accepting Protocols I, II
/// and III`. `all three Protocols` gives `I`, `II`, `III`.
pub(crate) fn protocols_accepted(sentence: &str) -> Vec<&str> {
    if sentence.contains("all three Protocols") {
        return vec!["I", "II", "III"];
    }
    let Some(at) = [
        "accepting Protocols ",
        "consenting to be bound by Protocols ",
    ]
    .iter()
    .find_map(|words| Some(sentence.find(words)? + words.len())) else {
        return Vec::new();
    };
    sentence[at..]
        .split_whitespace()
        .filter(|word| *word != "and")
        .map(|word| word.trim_matches(','))
        .take_while(|word| !word.is_empty() && word.bytes().all(|b| b"IVX".contains(&b)))
        .collect()
}

/// The text without remarks in brackets that cite documents: their dates are those of documents.
fn without_references(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(open) = rest.find('(') {
        out.push_str(&rest[..open]);
        let inside = &rest[open..];
        let close = inside.find(')').map_or(inside.len(), |at| at + 1);
        let remark = &inside[..close];
        let cites = remark.to_lowercase();
        if !(cites.starts_with("(see ") || cites.contains("c.n.")) {
            out.push_str(remark);
        }
        rest = &inside[close..];
    }
    out.push_str(rest);
    out
}

/// The sentences of a text: parted at line ends, and where a full stop, blanks and a capital meet.
fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    for line in text.lines() {
        let mut start = 0;
        for (at, _) in line.match_indices(". ") {
            let next = line[at + 2..].trim_start().chars().next();
            if next.is_some_and(char::is_uppercase) {
                sentences.push(line[start..=at].trim());
                start = at + 2;
            }
        }
        sentences.push(line[start..].trim());
    }
    sentences
        .into_iter()
        .filter(|sentence| !sentence.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[track_caller]
    fn clear(text: &str) -> Withdrawal {
        match leaving(text) {
            Leaving::Clear(told) => {
                assert_eq!(told.len(), 1, "{told:?}");
                told[0]
            }
            other @ (Leaving::Silent | Leaving::Unclear) => panic!("{other:?}"),
        }
    }

    /// Notes of the APMBC's and the CCM's pages as at 3 February 2026.
    #[test]
    fn withdrawals_that_took_effect_have_both_days() {
        let estonia = "On 27 June 2025, the Government of the Republic of Estonia deposited with the Secretary-General a notification of withdrawal (See depositary notification C.N.360.2025.TREATIES-XXVI-5 of 3 July 2025). The withdrawal took effect for Estonia on 27 December 2025 in accordance with article 20 (3) of the Convention.";
        let found = clear(estonia);
        assert_eq!(
            (found.notified, found.effect, found.done),
            (Some(date(2025, 6, 27)), Some(date(2025, 12, 27)), true)
        );

        let lithuania = "In its notification of provisional application, Lithuania notified the Secretary-General \"... that the Republic of Lithuania will apply provisionally Article 1 of this Convention.\"\nOn 6 September 2024, the Government of the Republic of Lithuania deposited with the Secretary-General a notification of withdrawal. The withdrawal took effect for Lithuania on 6 March 2025 in accordance with article 20 (3) of the Convention. (See depositary notification C.N.347.2024.TREATIES-XXVI-6 of 6 September 2024)";
        let found = clear(lithuania);
        assert_eq!(
            (found.notified, found.effect),
            (Some(date(2024, 9, 6)), Some(date(2025, 3, 6)))
        );
    }

    #[test]
    fn a_withdrawal_still_ahead_is_not_done() {
        let poland = "On 20 August 2025, the Government of Poland deposited with the Secretary-General a notification of withdrawal (see depositary notification C.N.421.2025.TREATIES-XXVI-5 of 26 August 2025). The withdrawal will take effect for Poland on 20 February 2026 in accordance with article 20 (3) of the Convention, subject to the condition set forth in the said paragraph.";
        let found = clear(poland);
        assert_eq!(
            (found.notified, found.effect, found.done),
            (Some(date(2025, 8, 20)), Some(date(2026, 2, 20)), false)
        );
    }

    #[test]
    fn both_days_may_stand_in_one_sentence() {
        let text = "On 1 March 2030, the Government of Xanadu notified the Secretary-General of its decision to withdraw from the Agreement which took effect on 1 March 2031 in accordance with article 28.";
        let found = clear(text);
        assert_eq!(
            (found.notified, found.effect),
            (Some(date(2030, 3, 1)), Some(date(2031, 3, 1)))
        );
    }

    #[test]
    fn a_notification_taken_back_is_told_apart() {
        let text = "On 1 March 2030, the Government of Xanadu deposited an instrument of withdrawal. On 5 May 2030, the Government of Xanadu informed the Secretary-General of its decision to rescind it and of the withdrawal of its notification.";
        let found = clear(text);
        assert_eq!(
            (found.notified, found.rescinded),
            (Some(date(2030, 3, 1)), Some(date(2030, 5, 5)))
        );
    }

    #[test]
    fn leaving_twice_is_told_one_after_the_other() {
        let text = "On 1 March 2030, the Government of Xanadu notified the Secretary-General of its decision to withdraw from the Agreement which took effect on 1 March 2031. On 5 May 2035, the Government of Xanadu deposited a notification of withdrawal. The withdrawal took effect for Xanadu on 5 May 2036.";
        let Leaving::Clear(told) = leaving(text) else {
            panic!("clear")
        };
        assert_eq!(
            told.iter().map(|one| one.effect).collect::<Vec<_>>(),
            [Some(date(2031, 3, 1)), Some(date(2036, 5, 5))]
        );
    }

    #[test]
    fn what_could_mean_two_things_is_unclear() {
        assert_eq!(
            leaving(
                "On 1 March 2030 and 2 April 2030, notifications of withdrawal were received."
            ),
            Leaving::Unclear
        );
        assert_eq!(
            leaving("The Government of Xanadu withdrew."),
            Leaving::Unclear
        );
        assert_eq!(
            leaving("On 31 February 2030, a notification of withdrawal was deposited."),
            Leaving::Unclear
        );
        assert_eq!(
            leaving("The withdrawal took effect on 1 March 2031."),
            Leaving::Unclear
        );
    }

    #[test]
    fn withdrawing_a_reservation_is_not_leaving() {
        let text = "On 1 March 2030, the Government of Xanadu notified the Secretary-General of its decision to withdraw the reservation made upon accession.";
        assert_eq!(leaving(text), Leaving::Silent);
        assert_eq!(leaving("For the Kingdom in Europe."), Leaving::Silent);
    }

    #[test]
    fn a_ratification_taken_back_is_not_leaving() {
        let text = "On 3 November 2023, the Secretary-General received the withdrawal of its instrument of ratification.";
        assert_eq!(clear(text).consent_withdrawn, Some(date(2023, 11, 3)));
    }

    /// Notes of the CCW's page as at 3 February 2026.
    #[test]
    fn predecessors_acts_are_read_where_each_has_its_day() {
        let check = |text: &str, name: &str, signed, ratified, protocols: &[&str]| {
            let found = predecessors(text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].names[1], name);
            assert_eq!(
                found[0].acts,
                [(Kind::Signature, signed), (Kind::Ratification, ratified)]
            );
            assert_eq!(protocols_accepted(&found[0].sentence), protocols);
        };
        check(
            "The former Yugoslavia had signed and ratified the Convention on 5 May 1981 and 24 May 1983, respectively, consenting to be bound by Protocols I, II and III adopted on 10 October 1980.  See also note 1 under “Croatia”.",
            "Yugoslavia",
            date(1981, 5, 5),
            date(1983, 5, 24),
            &["I", "II", "III"],
        );
        check(
            "Czechoslovakia had signed and ratified the Convention accepting Protocols I, II and III, on 10 April 1981 and 31 August 1982, respectively. See also note 1.",
            "Czechoslovakia",
            date(1981, 4, 10),
            date(1982, 8, 31),
            &["I", "II", "III"],
        );
        check(
            "The German Democratic Republic had signed and ratified the Convention on 10 April 1981 and 20 July 1982, respectively, accepting all three Protocols. See also note 2.",
            "German Democratic Republic",
            date(1981, 4, 10),
            date(1982, 7, 20),
            &["I", "II", "III"],
        );
    }

    #[test]
    fn a_cancelled_signature_and_other_prose_give_no_acts() {
        let laos = "A signature was affixed on behalf of the Lao People's Democratic Republic on 2 November 1982, i.e. after the time-limit of 10 April 1982. The signature was cancelled; the Government subsequently acceded (on 3 January 1983) to the Convention.";
        assert!(predecessors(laos).is_empty());
        assert!(
            predecessors(
                "Xanadu had signed and ratified the Convention on 1 May 1981 and 2 May 1982."
            )
            .is_empty()
        );
        assert!(
            predecessors("Xanadu had signed the Convention on 1 May 1981 and 2 May 1982.")
                .is_empty()
        );
    }

    #[test]
    fn an_intention_not_to_join_has_the_day_it_was_received() {
        let text = "In a communication received on 18 July 2019, the Government of Xanadu informed the Secretary-General that it does not intend to become a party to the Treaty.";
        assert_eq!(intention_not_to_join(text), Some(date(2019, 7, 18)));
        assert_eq!(
            intention_not_to_join("It does not intend to become a party."),
            None
        );
        assert_eq!(intention_not_to_join("On 18 July 2019, it signed."), None);
    }
}
