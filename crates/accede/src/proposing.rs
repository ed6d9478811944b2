//! What a document is proposed to be: what it says of itself, as `intake` reads it, asked with the names and
//! meetings of a world, and each proposal in the words in which a person gives it.

use std::collections::BTreeMap;
use std::fmt::Display;

use intake::describe::{
    self, Asked, Description, Evidence, KnownMeeting, Meetings, Party, Proposal,
};
use intake::jotting::Names;
use jiff::civil::Date;
use ledger::body::Team;
use serde::Serialize;
use transcribe::Text;
use treaty::{Lang, ParticipantId, TreatyId};
use world::World;
use world::sheet::word;

/// The most letters of a quotation that are shown.
const QUOTED: usize = 240;

/// The names and meetings on record in a world.
#[derive(Clone, Copy)]
pub struct OnRecord<'w>(pub &'w World);

impl Names for OnRecord<'_> {
    fn participant(&self, name: &str) -> Option<ParticipantId> {
        self.0.find_participant(name)
    }

    fn treaty(&self, name: &str) -> Option<TreatyId> {
        self.0.treaty(name).map(|law| law.id.clone())
    }
}

impl Meetings for OnRecord<'_> {
    fn meetings(&self, treaty: &TreatyId) -> Vec<KnownMeeting> {
        // The day parts past from coming, and both are wanted.
        let all = self.0.meetings(Some(treaty), Date::MIN, Lang::En);
        let all = all.past.into_iter().chain(all.coming);
        all.map(|one| KnownMeeting {
            treaty: one.treaty,
            kind: one.kind,
            number: one.number,
            start: one.start,
            end: one.end,
            place: one.place,
        })
        .collect()
    }
}

/// What a field of a document is: as the options of `accede document add` and the fields of its form are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// What kind of document it is.
    Kind,
    /// Its title.
    Title,
    /// Its own symbol.
    Symbol,
    /// Its language.
    Language,
    /// Its day.
    On,
    /// Where.
    Place,
    /// A treaty.
    Treaty,
    /// The meeting on record, by its name in addresses.
    Meeting,
    /// The meeting as printed.
    MeetingPrinted,
    /// In whose name, by code.
    By,
    /// The group in whose name.
    Group,
    /// Who spoke or signed.
    Speaker,
    /// In which function.
    Post,
    /// With whom it aligns itself, by code.
    AlignedWith,
    /// A group with which it aligns itself; a document has no field for it.
    AlignedWithGroup,
    /// Who align themselves with it, by code.
    AlignedBy,
    /// A theme.
    Theme,
    /// To whom it was given.
    Distribution,
    /// That it is said in national capacity; a document has no field for it.
    National,
    /// The language it was written in first; a document has no field for it.
    Original,
    /// A language it is to be had in; a document has no field for it.
    Version,
}

/// Where something proposed is from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum From {
    /// Words of the document.
    Words,
    /// Its symbol.
    Symbol,
    /// What the file says of itself.
    File,
    /// The text as a whole.
    Whole,
}

/// A value that is proposed for a field, in the words in which a person would give it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Offer {
    /// The field.
    pub field: Field,
    /// The value as the field takes it: a code, a name in addresses, a day, or text.
    pub value: String,
    /// What a code stands for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub named: Option<String>,
    /// Whether the document says so outright, and nothing in it says otherwise.
    pub sure: bool,
    /// Where it is from.
    pub from: From,
    /// The anchor of the paragraph whose words say so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub anchor: Option<String>,
    /// These words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

impl Offer {
    /// The value, with what a code stands for.
    pub fn value(&self) -> String {
        match &self.named {
            Some(named) => format!("{} ({named})", self.value),
            None => self.value.clone(),
        }
    }

    /// Where it is from, in words.
    pub fn evidence(&self) -> String {
        match (self.from, &self.words, &self.anchor) {
            (From::Words, Some(words), Some(anchor)) => format!("{anchor}: \"{words}\""),
            (From::Words, _, _) => "words of the document".to_owned(),
            (From::Symbol, _, _) => "its symbol".to_owned(),
            (From::File, _, _) => "what the file says of itself".to_owned(),
            (From::Whole, _, _) => "the text as a whole".to_owned(),
        }
    }
}

impl Display for Offer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let field = word(&self.field).replace('_', " ");
        write!(f, "{field}: {} [{}]", self.value(), self.evidence())
    }
}

/// What a text says of itself, with the names and meetings of a world.
pub fn description(world: &World, text: &Text) -> Description {
    let known = OnRecord(world);
    let asked = Asked {
        names: &known,
        meetings: &known,
    };
    describe::describe(text, &asked)
}

/// What of a description a person would give, field by field; what is sure of a field stands first.
pub fn offers(world: &World, text: &Text, said: &Description) -> Vec<Offer> {
    let mut all = Offers {
        world,
        text,
        all: Vec::new(),
    };
    all.simple(Field::Kind, &said.kind);
    all.simple(Field::Title, &said.title);
    all.simple(Field::Symbol, &said.symbol);
    all.simple(Field::Language, &said.language);
    all.simple(Field::On, &said.on);
    all.simple(Field::Place, &said.place);
    for one in &said.treaties {
        let law = world.treaty(one.value.as_str());
        let short = law.map(|law| law.short.clone());
        all.put(Field::Treaty, one, one.value.to_string(), short);
    }
    all.meetings(&said.at);
    all.simple(Field::MeetingPrinted, &said.meeting);
    all.parties((Field::By, Field::Group), &said.by);
    for one in &said.speaker {
        all.put(Field::Speaker, one, one.value.name.clone(), None);
        if let Some(post) = &one.value.post {
            all.put(Field::Post, one, post.clone(), None);
        }
    }
    all.parties(
        (Field::AlignedWith, Field::AlignedWithGroup),
        &said.aligned_with,
    );
    for one in &said.aligned_by {
        all.participant(Field::AlignedBy, one, one.value);
    }
    all.simple(Field::Theme, &said.themes);
    all.simple(Field::Distribution, &said.distribution);
    for one in &said.national {
        all.put(Field::National, one, "yes".to_owned(), None);
    }
    all.simple(Field::Original, &said.original);
    all.simple(Field::Version, &said.versions);
    all.all
}

struct Offers<'a> {
    world: &'a World,
    text: &'a Text,
    all: Vec<Offer>,
}

impl Offers<'_> {
    fn put<T>(&mut self, field: Field, of: &Proposal<T>, value: String, named: Option<String>) {
        let (from, anchor, words) = match &of.from {
            Evidence::Words { anchor, at } => {
                let words = block(self.text, anchor).map(|text| quoted(at.of(text)));
                (From::Words, Some(anchor.clone()), words)
            }
            Evidence::Symbol => (From::Symbol, None, None),
            Evidence::File => (From::File, None, None),
            Evidence::Whole => (From::Whole, None, None),
        };
        let sure = of.sure;
        self.all.push(Offer {
            field,
            value,
            named,
            sure,
            from,
            anchor,
            words,
        });
    }

    fn simple<T: Display>(&mut self, field: Field, all: &[Proposal<T>]) {
        for one in all {
            self.put(field, one, one.value.to_string(), None);
        }
    }

    fn participant<T>(&mut self, field: Field, of: &Proposal<T>, who: ParticipantId) {
        let name = self.world.participant(who);
        let name = name.map(|one| one.names.get(Lang::En).to_owned());
        self.put(field, of, who.to_string(), name);
    }

    fn parties(&mut self, (single, group): (Field, Field), all: &[Proposal<Party>]) {
        for one in all {
            match &one.value {
                Party::Participant(who) => self.participant(single, one, *who),
                Party::Group(name) => self.put(group, one, name.clone(), None),
            }
        }
    }

    fn meetings(&mut self, all: &[Proposal<KnownMeeting>]) {
        for one in all {
            let met = &one.value;
            let known = self.world.meetings(Some(&met.treaty), Date::MIN, Lang::En);
            let mut known = known.past.into_iter().chain(known.coming);
            let known = known.find(|known| {
                (&known.kind, &known.number, known.start) == (&met.kind, &met.number, met.start)
            });
            let Some(known) = known else {
                continue;
            };
            let number = met.number.as_ref().map(|number| format!(" {number}"));
            let named = format!(
                "{} {}{}, {}",
                known.short,
                met.kind,
                number.unwrap_or_default(),
                met.start
            );
            self.put(Field::Meeting, one, known.id, Some(named));
        }
    }
}

/// The text of a block or note, by its anchor.
fn block<'t>(text: &'t Text, anchor: &str) -> Option<&'t str> {
    let (kind, number) = anchor.split_at_checked(1)?;
    let at = number.parse::<usize>().ok()?.checked_sub(1)?;
    match kind {
        "p" => text.blocks.get(at).map(|block| block.text.as_str()),
        "n" => text.notes.get(at).map(|note| note.text.as_str()),
        _ => None,
    }
}

fn quoted(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{} …", words[..end].trim_end()),
        None => words,
    }
}

/// The offers that may be taken without a person having looked: those that are sure. Of a field that holds one value,
/// the first.
pub fn sure(offers: &[Offer]) -> Vec<&Offer> {
    let mut held: BTreeMap<Field, ()> = BTreeMap::new();
    let mut taken = Vec::new();
    for offer in offers.iter().filter(|offer| offer.sure) {
        let first = held.insert(offer.field, ()).is_none();
        match offer.field {
            Field::Treaty
            | Field::By
            | Field::AlignedWith
            | Field::AlignedBy
            | Field::Theme => taken.push(offer),
            Field::Kind
            | Field::Title
            | Field::Symbol
            | Field::Language
            | Field::On
            | Field::Place
            | Field::Meeting
            | Field::MeetingPrinted
            | Field::Group
            | Field::Speaker
            | Field::Post
            | Field::Distribution => taken.extend(first.then_some(offer)),
            Field::AlignedWithGroup | Field::National | Field::Original | Field::Version => {}
        }
    }
    taken
}

/// A name in addresses for a document of which so much is offered: by its symbol; else who, where and on what; else its
/// title; else the name of its file. One that no document of the world has.
pub fn name(world: &World, offers: &[Offer], file: &str) -> String {
    let first = |field: Field| {
        let mut all = offers
            .iter()
            .filter(|offer| offer.field == field && offer.sure);
        all.next().map(|offer| offer.value.as_str())
    };
    let symbol = first(Field::Symbol).map(str::to_owned);
    let told = || {
        let who = first(Field::By).or_else(|| first(Field::Group))?;
        let held = first(Field::Meeting).map(str::to_owned);
        let held = held.or_else(|| {
            let treaty = first(Field::Treaty)?;
            let day = first(Field::On).unwrap_or_default();
            Some(format!("{treaty} {day}"))
        })?;
        Some(format!(
            "{who} {held} {}",
            first(Field::Theme).unwrap_or_default()
        ))
    };
    let title = || first(Field::Title).map(str::to_owned);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let found = symbol
        .or_else(told)
        .or_else(title)
        .map(|text| in_address(&text));
    let found = found.filter(|name| Team::is_id(name));
    let found = found.unwrap_or_else(|| in_address(stem));
    let base = if Team::is_id(&found) {
        found
    } else {
        "document".to_owned()
    };
    let free = |name: &String| world.document(name, Lang::En).is_none();
    let numbered = (2_u32..).map(|n| {
        let end = format!("-{n}");
        let room = base.len().min(40 - end.len());
        format!("{}{end}", base[..room].trim_end_matches('-'))
    });
    std::iter::once(base.clone())
        .chain(numbered)
        .find(free)
        .unwrap_or(base)
}

/// At most 40 of a-z, 0-9 and inner hyphens, cut between words where it can be.
fn in_address(text: &str) -> String {
    let mut name = String::new();
    let words = text
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    for word in words {
        let blank = usize::from(!name.is_empty());
        if name.len() + blank + word.len() > 40 {
            if name.is_empty() {
                name.push_str(&word[..40].to_ascii_lowercase());
            }
            break;
        }
        if blank == 1 {
            name.push('-');
        }
        name.push_str(&word.to_ascii_lowercase());
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_addresses_is_made_of_words_and_cut_between_them() {
        for (text, name) in [
            ("CCM/MSP/2011/WP.5", "ccm-msp-2011-wp-5"),
            (
                "ITA ccm-msp-11 general_exchange",
                "ita-ccm-msp-11-general-exchange",
            ),
            (
                "On the universalization of the Convention everywhere",
                "on-the-universalization-of-the",
            ),
            ("Déclaration", "d-claration"),
            ("../../etc/passwd", "etc-passwd"),
            ("", ""),
        ] {
            assert_eq!(in_address(text), name, "{text}");
        }
        let long = in_address(&"a".repeat(90));
        assert_eq!(long.len(), 40);
        assert!(Team::is_id(&long));
    }
}
