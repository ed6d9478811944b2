//! The answers of a world, as plain lines.

use treaty::{Lang, TreatyId};
use world::World;
use world::view::{
    Counts, DutyStanding, DutyState, Finding, FindingKind, Lacks, ParticipantStatus, Standing,
};

use super::Question;

/// The lines that answer a question.
pub(crate) fn to(
    world: &World,
    treaty: &TreatyId,
    own_law: bool,
    question: &Question,
) -> Vec<String> {
    let lines = match question {
        Question::Status(on) => world.status(treaty, *on, Lang::En).map(|status| {
            let force = status.entered_into_force;
            let mut lines = vec![counts(status.counts)];
            lines.extend(force.map(|day| format!("treaty in force since {day}")));
            let standing = status.participants.iter();
            lines.extend(
                standing
                    .filter(|row| row.standing != Standing::None)
                    .map(standing_line),
            );
            lines
        }),
        Question::Changes(from, to) => {
            let view = world.changes(Some(treaty), *from, *to, Lang::En);
            let changes = view.acts.iter().map(|change| {
                let mut line = format!("{} {} {}", change.date, change.act, change.iso3);
                if let Some(day) = change.in_force {
                    line.push_str(&format!("; in force {day}"));
                }
                for (flag, what) in [
                    (change.further_deposit, "; further deposit"),
                    (change.by_rule, "; by the rule"),
                    (change.disputed, "; disputed"),
                ] {
                    line.push_str(if flag { what } else { "" });
                }
                line
            });
            let summary = view.summary.iter().map(|(kind, codes)| {
                let codes: Vec<_> = codes.iter().map(ToString::to_string).collect();
                format!("{kind}: {}", codes.join(" "))
            });
            Some(changes.chain(summary).collect())
        }
        Question::Duties(on, by, article) => {
            let view = world.duties(Some(treaty), *by, *on, None, Lang::En);
            let told = |row: &&DutyStanding| {
                let asked = article
                    .as_ref()
                    .is_none_or(|article| *article == row.article);
                asked && (row.due.is_some() || row.standing != DutyState::Unknown)
            };
            Some(view.duties.iter().filter(told).map(duty_line).collect())
        }
        Question::Force(on, what_if) => {
            world.force(treaty, *on, what_if, Lang::En).map(|force| {
                let mut lines = vec![format!(
                    "{}; {} of {}; {}",
                    if force.met { "met" } else { "not met" },
                    force.have,
                    force
                        .required
                        .map_or_else(|| "no number".to_owned(), |n| n.to_string()),
                    force
                        .date
                        .map_or_else(|| "no day".to_owned(), |day| day.to_string()),
                )];
                for lacks in [Lacks::Ratification, Lacks::SignatureAndRatification] {
                    let of = force.missing.iter().filter(|row| row.lacks == lacks);
                    let mut codes: Vec<_> = of.map(|row| row.iso3.to_string()).collect();
                    codes.sort();
                    if !codes.is_empty() {
                        let word = serde_json::to_value(lacks).expect("a word");
                        let word = word.as_str().unwrap_or_default();
                        lines.push(format!("{} lack {word}: {}", codes.len(), codes.join(" ")));
                    }
                }
                if force.missing_others > 0 {
                    lines.push(format!("{} more of any are missing", force.missing_others));
                }
                lines.extend(force.earliest.map(|day| format!("earliest {day}")));
                lines
            })
        }
        Question::Explain(on, by, article) => world
            .explain(treaty, *by, article, *on, Lang::En)
            .map(|view| {
                let date = view
                    .date
                    .map_or_else(|| "no day".to_owned(), |day| day.to_string());
                let steps = view.because.steps().iter().map(ToString::to_string);
                std::iter::once(format!("{}: {date}", view.what))
                    .chain(steps)
                    .collect()
            }),
        Question::Findings => {
            let found: Vec<_> = findings(world, own_law)
                .into_iter()
                .map(finding_line)
                .collect();
            Some(if found.is_empty() {
                vec!["none".to_owned()]
            } else {
                found
            })
        }
    };
    lines.unwrap_or_else(|| vec!["no answer".to_owned()])
}

/// The findings that come from the record of the case, not from a shipped treaty file.
pub(crate) fn findings(world: &World, own_law: bool) -> Vec<&Finding> {
    let of_the_file = [FindingKind::Unverified, FindingKind::RuleDiffers];
    let found = world.findings().iter();
    found
        .filter(|finding| own_law || !of_the_file.contains(&finding.kind))
        .collect()
}

fn counts(counts: Counts) -> String {
    format!(
        "signatures {}, consents {}, parties {}, signatories only {}, withdrawn {}",
        counts.signatures,
        counts.consents,
        counts.parties,
        counts.signatories_only,
        counts.withdrawn
    )
}

fn standing_line(row: &ParticipantStatus) -> String {
    let standing = serde_json::to_value(row.standing).expect("a word");
    let mut line = format!("{} {}", row.iso3, standing.as_str().unwrap_or_default());
    let facts = [
        row.provisional.then(|| "applies provisionally".to_owned()),
        row.intends_not_to_join
            .then(|| "intends not to join".to_owned()),
        row.signed.map(|day| format!("signed {day}")),
        row.consented
            .zip(row.consent_act)
            .map(|(day, kind)| format!("{kind} {day}")),
        row.done_by.map(|by| format!("done by {by}")),
        row.in_force.map(|day| format!("in force {day}")),
        row.left.map(|day| format!("left {day}")),
        row.uncertain.then(|| "uncertain".to_owned()),
    ];
    for fact in facts.into_iter().flatten() {
        line.push_str(&format!("; {fact}"));
    }
    line
}

fn duty_line(row: &DutyStanding) -> String {
    let standing = serde_json::to_value(row.standing).expect("a word");
    let due = row
        .due
        .map_or_else(|| "no day".to_owned(), |day| format!("due {day}"));
    let mut line = format!(
        "{} {}: {due}; {}",
        row.iso3,
        row.article,
        standing.as_str().unwrap_or_default()
    );
    if row.original_due != row.due {
        line.push_str(
            &row.original_due
                .map_or_else(String::new, |day| format!("; first {day}")),
        );
    }
    if let Some(day) = row.fulfilled {
        line.push_str(&format!("; done {day}"));
    }
    line
}

fn finding_line(finding: &Finding) -> String {
    let word = |value: serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    format!(
        "{} {}: {}",
        word(serde_json::to_value(finding.severity).expect("a word")),
        word(serde_json::to_value(finding.kind).expect("a word")),
        finding.text
    )
}
