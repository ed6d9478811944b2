//! Ledgers to measure with: the shipped one, and an invented one of any length.

use jiff::civil::date;
use jiff::{Timestamp, ToSpan};
use ledger::body::TreatyFile;
use ledger::{Audience, Batch, Body, Entry, EntryId, Recorded};
use treaty::{Act, Kind, PartialDate, ParticipantId, Source, TreatyId};
use uuid::Uuid;
use world::{Viewer, World};

/// How many entries a batch of the invented ledger has.
pub const BATCH: usize = 10_000;

/// The shipped facts, with their places in the chain.
pub fn shipped() -> Vec<Recorded> {
    chained(shipped::entries().expect("the shipped facts can be read: their own tests say so"))
}

/// What anyone knows from `record`.
pub fn fold(record: &[Recorded]) -> World {
    World::fold(record, &Viewer::public(), Timestamp::MAX)
}

/// Gives each entry its number and its link.
pub fn chained(entries: Vec<Entry>) -> Vec<Recorded> {
    ledger::chain(entries).expect("entries of a benchmark can be written")
}

/// The bytes of an entry.
pub fn payload(entry: &Entry) -> Vec<u8> {
    entry
        .to_payload()
        .expect("an entry of one level can be written")
}

/// `count` further entries as a large field would have them: a thousand treaties with the rules of
/// the CCM, each with the acts of the shipped participants. Invented, the same at each call; the
/// treaties' names and the sources say so.
pub fn invented(count: usize) -> impl Iterator<Item = Entry> {
    let participants: Vec<ParticipantId> = shipped::entries()
        .expect("the shipped facts can be read")
        .into_iter()
        .filter_map(|entry| {
            let Body::Participant(participant) = entry.body else {
                return None;
            };
            participant.until.is_none().then_some(participant.id)
        })
        .collect();
    let law = ccm();
    let mut steps = Steps {
        treaty: 0,
        participant: 0,
        act: 0,
    };
    (0..count).map(move |at| {
        let body = if at < TREATIES {
            let id = treaty(at);
            let text = law.replacen("id = \"ccm\"", &format!("id = \"{id}\""), 1);
            Body::Treaty(TreatyFile { treaty: id, text })
        } else {
            Body::Act(steps.next(&participants))
        };
        let of = BATCH.min(count - at / BATCH * BATCH);
        entry(at, of, body)
    })
}

/// How many treaties the invented field has.
const TREATIES: usize = 1_000;

/// The acts, in the order in which they are told: round after round of signature, consent, and
/// words beside them.
struct Steps {
    treaty: usize,
    participant: usize,
    act: usize,
}

impl Steps {
    fn next(&mut self, participants: &[ParticipantId]) -> Act {
        // A signature and a ratification; then declarations without end.
        let kind = match self.act {
            0 => Kind::Signature,
            1 => Kind::Ratification,
            _ => Kind::Declaration,
        };
        let days = 30 + (self.participant * 17 + self.treaty * 7) % 700 + self.act * 720;
        let on = date(2008, 12, 3)
            .checked_add(i32::try_from(days).expect("a few thousand days").days())
            .expect("in this millennium");
        let by = participants[self.participant];
        let act = Act::new(treaty(self.treaty), by, kind, PartialDate::Day(on));
        self.treaty += 1;
        if self.treaty == TREATIES {
            self.treaty = 0;
            self.participant += 1;
        }
        if self.participant == participants.len() {
            self.participant = 0;
            self.act += 1;
        }
        act
    }
}

fn treaty(at: usize) -> TreatyId {
    format!("invented-{at:03}")
        .parse()
        .expect("letters, digits and a hyphen")
}

fn ccm() -> String {
    let entries = shipped::entries().expect("the shipped facts can be read");
    entries
        .into_iter()
        .find_map(|entry| {
            let Body::Treaty(file) = entry.body else {
                return None;
            };
            (file.treaty.to_string() == "ccm").then_some(file.text)
        })
        .expect("the CCM is shipped")
}

fn entry(at: usize, of: usize, body: Body) -> Entry {
    let number = u128::try_from(at).expect("a count fits");
    let fits = "a batch is small";
    Entry {
        id: EntryId(Uuid::from_u128(
            0x0190_0000_0000_7000_8000_0000_0000_0000 | number,
        )),
        // After the shipped facts: recording never goes back.
        recorded: shipped::recorded() + 1.second(),
        author: "bench".to_owned(),
        audience: Audience::Public,
        label: None,
        origin: None,
        source: Source::cited("invented for measurement"),
        batch: Batch {
            at: u32::try_from(at % BATCH).expect(fits),
            of: u32::try_from(of).expect(fits),
        },
        body,
    }
}
