//! `accede import votes`: recorded votes of the General Assembly, one roll call an entry.

use std::path::Path;

use intake::votes::{
    Called, VoteHeld, VoteWaiting, VotesAsked, VotesFile, VotesProposed, propose_votes,
    read_votes_csv,
};
use jiff::civil::Date;
use ledger::body::{Correction, Quarantined, Retraction, RollCall};
use ledger::{Body, EntryId, Recorded};
use serde::Serialize;
use treaty::{Source, TreatyId};
use world::World;

use super::super::{Session, ask};
use super::ImportArgs;
use super::own::{self, Kind, Row, Told};
use crate::clerk::{Draft, Shown};
use crate::failure::Failure;
use crate::files::{self, InputFile};
use crate::proposing::OnRecord;

/// The most bytes of a file of votes: the Library's whole file is said to have 364 MB.
const LARGEST_VOTES: u64 = 512 * 1024 * 1024;

/// What the file is, where nobody says otherwise.
const CITED: &str = "United Nations Dag Hammarskjöld Library, General Assembly Voting Data";

/// A roll call that is recorded.
#[derive(Debug, Clone, Serialize)]
pub(super) struct AddedCall {
    treaty: TreatyId,
    resolution: String,
    on: treaty::PartialDate,
    /// By which title its treaty was found; `null`: by --treaty.
    by_title: Option<String>,
    yes: usize,
    no: usize,
    abstain: usize,
    absent: usize,
}

/// Files of votes, as the options say they are to be read and cited.
#[derive(Debug, Clone)]
struct Votes {
    title: String,
    retrieved: Option<Date>,
    url: Option<String>,
    /// The treaty that all resolutions are about, as it was named.
    treaty: Option<String>,
}

/// Runs the command.
pub(super) fn run(session: &Session, args: &ImportArgs) -> Result<(), Failure> {
    if args.seen_by.is_some() || args.label.is_some() || args.by.is_some() {
        return Err(Failure::usage("--seen-by, --label and --by are for a log")
            .hint("votes are public"));
    }
    let votes = Votes {
        title: args.source.clone().unwrap_or_else(|| CITED.to_owned()),
        retrieved: args.retrieved,
        url: args.url.clone(),
        treaty: args.treaty.clone(),
    };
    own::run(session, args, &votes)
}

impl Kind for Votes {
    const NOUN: &'static str = "roll calls";
    const PLACE: [&'static str; 2] = ["treaty", "resolution"];

    type File = (InputFile, VotesFile);
    type Added = AddedCall;
    type Held = VoteHeld;

    fn called((_, read): &Self::File) -> &str {
        &read.file
    }

    fn read(&self, _: &Session, path: &Path, world: &World) -> Result<Self::File, Failure> {
        let treaty = self.treaty.as_ref();
        let treaty = treaty
            .map(|name| Ok::<_, Failure>(ask::treaty(world, name)?.id.clone()))
            .transpose()?;
        let names = OnRecord(world);
        let asked = VotesAsked {
            names: &names,
            treaty: treaty.as_ref(),
        };
        let file = files::read_within(path, LARGEST_VOTES)?;
        let read = read_votes_csv(&file.name, &file.bytes, &asked);
        let read = read.map_err(|error| {
            Failure::bad_input(error.to_string()).hint("nothing was recorded")
        })?;
        Ok((file, read))
    }

    fn keep(session: &Session, (file, _): &Self::File) -> Result<(), Failure> {
        session.keep(std::slice::from_ref(file))
    }

    fn take(
        &self,
        shown: Shown<'_>,
        (InputFile { sha256, .. }, file): &Self::File,
    ) -> Result<(Vec<Draft>, Told<Votes>), Failure> {
        let proposed = propose_votes(file, &known(shown.world));
        let mut drafts = self.calls(file, sha256, &proposed);
        let mut before = waiting(shown);
        for held in &proposed.held {
            match before.iter().position(|(_, one)| one.is(held)) {
                // It waits already, and is looked at no more.
                Some(at) => {
                    before.remove(at);
                }
                None => {
                    let source = self.line(sha256, held.line, None);
                    drafts.push(Draft::new(source, Body::Quarantined(quarantined(held))));
                }
            }
        }
        before.retain(|(kept, one)| {
            let same = kept.entry.source.sha256.as_ref() == Some(sha256);
            proposed.settles(file, one, same)
        });
        drafts.extend(before.iter().map(|(kept, one)| {
            let body = Body::Retraction(Retraction {
                of: kept.entry.id,
                why: format!("`{}` is placed by the import of {}", one.value, file.file),
            });
            Draft::new(self.source(sha256), body)
        }));
        let told = Told {
            added: proposed.added.iter().map(told).collect(),
            unchanged: proposed.unchanged,
            amended: Some(proposed.supplied.iter().map(|(_, one)| told(one)).collect()),
            quarantined: proposed.held,
            settled: before.iter().map(|(kept, _)| kept.name()).collect(),
            passed_over: Some(file.passed_over),
            ..Told::of(&file.file)
        };
        Ok((drafts, told))
    }
}

impl Votes {
    /// The file, as it is cited.
    fn source(&self, sha256: &str) -> Source {
        Source {
            url: self.url.clone(),
            retrieved: self.retrieved,
            sha256: Some(sha256.to_owned()),
            ..Source::cited(self.title.clone())
        }
    }

    /// A line of it; `url`: the address of what it is about.
    fn line(&self, sha256: &str, line: u64, url: Option<&String>) -> Source {
        let own = self.source(sha256);
        Source {
            url: url.cloned().or(own.url),
            place: Some(format!("line {line}")),
            ..own
        }
    }

    /// The roll calls that are added or completed.
    fn calls(&self, file: &VotesFile, sha256: &str, proposed: &VotesProposed) -> Vec<Draft> {
        let draft = |one: &Called, body| {
            Draft::new(self.line(sha256, one.line, one.url.as_ref()), body)
        };
        let added = proposed.added.iter();
        let added = added.map(|one| draft(one, Body::RollCall(one.call.clone())));
        let supplied = proposed.supplied.iter().map(|(of, one)| {
            let body = Body::Correction(Correction {
                of: *of,
                body: Box::new(Body::RollCall(one.call.clone())),
                why: format!("{} has votes that the record leaves out", file.file),
            });
            draft(one, body)
        });
        added.chain(supplied).collect()
    }
}

fn quarantined(held: &VoteHeld) -> Quarantined {
    Quarantined {
        treaty: Some(held.treaty.clone()),
        place: format!("{}, line {}", held.resolution, held.line),
        value: held.value.clone(),
        why: held.why.clone(),
    }
}

/// What waits in roll calls since earlier imports.
fn waiting(shown: Shown<'_>) -> Vec<(&Recorded, VoteWaiting<'_>)> {
    let all = own::waiting(shown).filter_map(|(kept, one)| {
        // As [`quarantined`] writes it.
        let (resolution, _) = one.place.rsplit_once(", line ")?;
        let waiting = VoteWaiting {
            treaty: one.treaty.as_ref()?,
            resolution,
            value: &one.value,
        };
        Some((kept, waiting))
    });
    all.collect()
}

/// The roll calls on record.
fn known(world: &World) -> Vec<(EntryId, RollCall)> {
    let kept = world.kept();
    kept.filter_map(|kept| {
        if let Body::RollCall(call) = kept.body {
            Some((kept.id, call.clone()))
        } else {
            None
        }
    })
    .collect()
}

fn told(one: &Called) -> AddedCall {
    let call = &one.call;
    AddedCall {
        treaty: call.treaty.clone(),
        resolution: call.resolution.clone(),
        on: call.on,
        by_title: one.by_title.clone(),
        yes: call.yes.len(),
        no: call.no.len(),
        abstain: call.abstain.len(),
        absent: call.absent.len(),
    }
}

impl Row for AddedCall {
    fn cells(&self) -> [String; 4] {
        let votes = format!("{}-{}-{}", self.yes, self.no, self.abstain);
        let by = self.by_title.clone().unwrap_or_default();
        [self.treaty.to_string(), self.resolution.clone(), votes, by]
    }

    fn line(&self) -> Option<String> {
        let by = match &self.by_title {
            Some(title) => format!("by its title, `{title}`"),
            None => "as --treaty says".to_owned(),
        };
        Some(format!(
            "{} {} {}: {}-{}-{}, {} not voting; {by}",
            self.treaty, self.resolution, self.on, self.yes, self.no, self.abstain, self.absent
        ))
    }
}

impl Row for VoteHeld {
    fn cells(&self) -> [String; 4] {
        let (resolution, value) = (self.resolution.clone(), self.value.clone());
        [self.treaty.to_string(), resolution, value, self.why.clone()]
    }

    fn line(&self) -> Option<String> {
        Some(format!(
            "{}, line {}: `{}`: {}",
            self.resolution, self.line, self.value, self.why
        ))
    }
}
