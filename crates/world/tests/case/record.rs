//! The plain lines of a record.

use std::collections::BTreeMap;

use ledger::body::{
    Bears, Correction, Dispute, Extended, Fulfilment, Observation, PrintedCount, Retraction,
    TreatyFile,
};
use ledger::{Body, Entry, EntryId};
use treaty::participant::Status;
use treaty::{Act, Confidence, Names, Participant, ParticipantId, TreatyId};
use world::view::WhatIf;

use super::Question;
use crate::common::entry;

/// A question, where the line is one.
pub(crate) fn question(line: &str) -> Result<Option<Question>, String> {
    let words: Vec<_> = line.split_whitespace().collect();
    Ok(Some(match words.as_slice() {
        ["on", on] => Question::Status(parse(on)?),
        ["changes", from, to] => Question::Changes(parse(from)?, parse(to)?),
        ["duties", on] => Question::Duties(parse(on)?, None, None),
        ["duties", on, by] => Question::Duties(parse(on)?, Some(parse(by)?), None),
        ["duties", on, by, article] => {
            let article = Some((*article).to_owned());
            Question::Duties(parse(on)?, Some(parse(by)?), article)
        }
        ["force", on, supposed @ ..] => {
            let supposed = supposed.iter().map(|word| {
                let (by, on) = word.split_once('=').ok_or("write CODE=DAY")?;
                Ok(WhatIf {
                    by: parse(by)?,
                    on: parse(on)?,
                })
            });
            Question::Force(parse(on)?, supposed.collect::<Result<_, String>>()?)
        }
        ["explain", on, by, article] => {
            Question::Explain(parse(on)?, parse(by)?, (*article).to_owned())
        }
        ["findings"] => Question::Findings,
        _ => return Ok(None),
    }))
}

/// Reads the lines of a record into entries.
#[derive(Default)]
pub(crate) struct Reader {
    treaty: Option<TreatyId>,
    law: Option<String>,
    in_law: bool,
    participants: BTreeMap<ParticipantId, Participant>,
    /// The lines of the record; `None` for what the case did not number.
    bodies: Vec<(Body, Option<Confidence>)>,
}

impl Reader {
    pub(crate) fn in_law(&self) -> bool {
        self.in_law
    }

    pub(crate) fn own_law(&self) -> bool {
        self.law.is_some()
    }

    pub(crate) fn read(&mut self, line: &str) -> Result<(), String> {
        if self.in_law {
            if line == "end" {
                self.in_law = false;
            } else if let Some(law) = &mut self.law {
                law.push_str(line);
                law.push('\n');
            }
            return Ok(());
        }
        let words: Vec<_> = line.split_whitespace().collect();
        match words.as_slice() {
            [] => Ok(()),
            [first, ..] if first.starts_with('#') => Ok(()),
            ["treaty", id] => {
                self.treaty = Some(parse(id)?);
                Ok(())
            }
            ["law"] => {
                self.law = Some(String::new());
                self.in_law = true;
                Ok(())
            }
            ["participant", code, status, rest @ ..] => self.participant(code, status, rest),
            words => self.line(words),
        }
    }

    /// `participant CODE STATUS [from D] [until D] [unregistered]`.
    fn participant(&mut self, code: &str, status: &str, rest: &[&str]) -> Result<(), String> {
        let id: ParticipantId = parse(code)?;
        let mut participant = state(id);
        participant.status = match status {
            "state" => Status::State,
            "organisation" => Status::Organisation,
            "former" => Status::Former,
            "not-counted" => Status::NotCounted,
            other => return Err(format!("`{other}` is no status")),
        };
        for pair in rest.chunks(2) {
            match pair {
                ["from", day] => participant.from = Some(parse(day)?),
                ["until", day] => participant.until = Some(parse(day)?),
                other => return Err(format!("{other:?} is not understood")),
            }
        }
        self.participants.insert(id, participant);
        Ok(())
    }

    /// One numbered line: an act, a fact on a duty, a printed count, or a word on another line.
    fn line(&mut self, words: &[&str]) -> Result<(), String> {
        let (words, confidence) = match words {
            [words @ .., "low"] => (words, Some(Confidence::Low)),
            words => (words, None),
        };
        let body = self.body(words)?;
        self.bodies.push((body, confidence));
        Ok(())
    }

    fn body(&mut self, words: &[&str]) -> Result<Body, String> {
        let treaty = self.treaty.clone().ok_or("say `treaty ID` first")?;
        let word = |n: usize| words.get(n).copied().ok_or_else(|| "too short".to_owned());
        Ok(match word(0)? {
            "retract" => Body::Retraction(Retraction {
                of: line_id(word(1)?)?,
                why: rest(words, 2),
            }),
            "dispute" | "doubt" => Body::Dispute(Dispute {
                of: line_id(word(1)?)?,
                why: rest(words, 2),
                counts: words[0] == "doubt",
            }),
            "correct" => Body::Correction(Correction {
                of: line_id(word(1)?)?,
                body: Box::new(self.body(&words[2..])?),
                why: "the line was wrong".to_owned(),
            }),
            day => match word(1)? {
                "fulfilment" => Body::Fulfilment(Fulfilment {
                    treaty,
                    by: self.known(word(2)?)?,
                    article: word(3)?.to_owned(),
                    on: parse(day)?,
                    covers: after(words, "covers").map(parse).transpose()?,
                    what: None,
                }),
                "extension" => Body::Extension(Extended {
                    treaty,
                    by: self.known(word(2)?)?,
                    article: word(3)?.to_owned(),
                    until: parse(after(words, "until").ok_or("until when?")?)?,
                    granted: Some(parse(day)?),
                    what: None,
                }),
                "observation" => Body::Observation(Observation {
                    treaty,
                    by: Some(self.known(word(2)?)?),
                    article: word(3)?.to_owned(),
                    on: Some(parse(day)?),
                    bears: bears(word(4)?)?,
                    printed_due: after(words, "printed").map(parse).transpose()?,
                    what: word(4)?.to_owned(),
                }),
                "printed" => Body::PrintedCount(PrintedCount {
                    treaty,
                    what: match word(2)? {
                        "signatures" => ledger::body::Counted::Signatures,
                        "consents" => ledger::body::Counted::Consents,
                        "parties" => ledger::body::Counted::Parties,
                        other => return Err(format!("`{other}` is not counted")),
                    },
                    on: parse(day)?,
                    count: parse(word(3)?)?,
                }),
                kind => {
                    let by = self.known(word(2)?)?;
                    let mut act = Act::new(treaty, by, parse(kind)?, parse(day)?);
                    act.depositary = after(words, "at").map(str::to_owned);
                    act.effect = after(words, "effect").map(parse).transpose()?;
                    act.done_by = after(words, "by")
                        .map(|code| self.known(code))
                        .transpose()?;
                    Body::Act(act)
                }
            },
        })
    }

    /// A code of the record; a State, unless the case says otherwise.
    fn known(&mut self, code: &str) -> Result<ParticipantId, String> {
        let unregistered = code.strip_suffix('?');
        let id = parse(unregistered.unwrap_or(code))?;
        if unregistered.is_none() {
            self.participants.entry(id).or_insert_with(|| state(id));
        }
        Ok(id)
    }

    pub(crate) fn finish(self) -> Result<(TreatyId, Vec<Entry>), String> {
        let treaty = self.treaty.ok_or("say `treaty ID`")?;
        let text = match self.law {
            Some(text) => text,
            None => shipped_law(&treaty)?,
        };
        let file = Body::Treaty(TreatyFile {
            treaty: treaty.clone(),
            text,
        });
        let mut entries = vec![entry(900, file)];
        let participants = self.participants.into_values().zip(901..);
        entries.extend(participants.map(|(who, n)| entry(n, Body::Participant(who))));
        for (n, (body, confidence)) in (1..).zip(self.bodies) {
            let mut line = entry(n, body);
            line.source.confidence = confidence;
            entries.push(line);
        }
        Ok((treaty, entries))
    }
}

fn state(id: ParticipantId) -> Participant {
    Participant {
        id,
        status: Status::State,
        names: Names::english(format!("State {id}")),
        aliases: Vec::new(),
        m49: None,
        iso2: None,
        from: None,
        until: None,
        successors: Vec::new(),
        un_member_since: None,
    }
}

/// The treaty file as shipped.
fn shipped_law(treaty: &TreatyId) -> Result<String, String> {
    let entries = shipped::entries().map_err(|error| error.to_string())?;
    entries
        .into_iter()
        .find_map(|entry| {
            let Body::Treaty(file) = entry.body else {
                return None;
            };
            (file.treaty == *treaty).then_some(file.text)
        })
        .ok_or_else(|| format!("no treaty file of {treaty} is shipped; write a `law`"))
}

/// The entry of a line of the record, by its number.
fn line_id(number: &str) -> Result<EntryId, String> {
    let number: u64 = parse(number)?;
    Ok(entry(
        number,
        Body::FactsRelease(ledger::body::FactsRelease {
            release: String::new(),
            sha256: String::new(),
        }),
    )
    .id)
}

fn bears(word: &str) -> Result<Bears, String> {
    match word {
        "applies" => Ok(Bears::Applies),
        "does-not-apply" => Ok(Bears::DoesNotApply),
        "not-fulfilled" => Ok(Bears::NotFulfilled),
        "extension-asked" => Ok(Bears::ExtensionAsked),
        "nothing" => Ok(Bears::Nothing),
        other => Err(format!("`{other}` bears on nothing")),
    }
}

fn after<'w>(words: &[&'w str], key: &str) -> Option<&'w str> {
    let at = words.iter().skip(3).position(|word| *word == key)?;
    words.get(at + 4).copied()
}

fn rest(words: &[&str], from: usize) -> String {
    words[from..].join(" ")
}

fn parse<T: std::str::FromStr>(word: &str) -> Result<T, String>
where
    T::Err: std::fmt::Display,
{
    word.parse()
        .map_err(|error: T::Err| format!("`{word}`: {error}"))
}
