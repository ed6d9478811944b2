//! An e-mail or cable that a person pastes: its date, its sides, its subject, and what its own words give as the
//! sketch of an approach.
//!
//! Persons and addresses become no part of the sketch by themselves: personal data is never needed. They stand
//! apart in [`Missive::persons`], for a person to take over or not. Quoted replies and signatures are not read.

mod body;
mod head;

use jiff::civil::Date;
use mail_parser::{Address, MessageParser};
use serde::Serialize;
use treaty::PartialDate;

use crate::error::{ReadError, What};
use crate::jotting::{Asked, Jotted, capacity_in, days_in, jot};
use crate::{bytes, date_words, marking};

/// The most bytes of a missive.
pub const LARGEST_MISSIVE: usize = 256 * 1024;

/// The most parts of an e-mail: a letter has few.
const MOST_PARTS: usize = 200;

/// The most of those a missive is from and to that are told.
const MOST_PARTIES: usize = 200;

/// In which form a missive came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// An e-mail with its headers, as mail programs keep it.
    Mail,
    /// The text of an e-mail as a mail program shows it: `From:`, `Sent:`, `De :`, `Objet :`.
    Shown,
    /// A cable: `FM`, `TO`, `DTG`, `SUBJ`.
    Cable,
    /// Text without any such head.
    Text,
}

/// One of those a missive is from or to, without the person.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Party {
    /// The office or organisation as the missive names it; the domain of the address where it names none.
    pub organisation: Option<String>,
    /// In which function, where the missive says.
    pub capacity: Option<String>,
}

/// What was read of a missive. Nothing of it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Missive {
    /// In which form it came.
    pub form: Form,
    /// Its date. The day of the contact it tells of is the sketch's, where its words name one.
    pub on: Option<PartialDate>,
    /// What its date may be, where it can be read in two ways.
    pub on_may_be: Vec<PartialDate>,
    /// From whom.
    pub from: Vec<Party>,
    /// To whom, those in copy among them.
    pub to: Vec<Party>,
    /// The persons its head names, for a person to take over or not.
    pub persons: Vec<String>,
    /// Its subject.
    pub subject: Option<String>,
    /// Markings of classified information that stand in it: while there is one, nothing may be recorded.
    pub markings: Vec<&'static str>,
    /// Its own words, without quoted replies and signatures: what was read.
    pub body: String,
    /// What those words give; `today` and `yesterday` are counted from the missive's date.
    pub jotted: Jotted,
}

/// What the head of a missive says.
#[derive(Default)]
struct Told {
    on: Option<PartialDate>,
    on_may_be: Vec<PartialDate>,
    from: Vec<Party>,
    to: Vec<Party>,
    persons: Vec<String>,
    subject: Option<String>,
    /// The whole of the text, where a marking may stand.
    whole: String,
    body: String,
}

/// Reads what was pasted or is in a file.
///
/// # Errors
///
/// [`ReadError`] for what is empty, larger than [`LARGEST_MISSIVE`], no text, or an e-mail without words.
pub fn read_missive(name: &str, bytes: &[u8], asked: &Asked<'_>) -> Result<Missive, ReadError> {
    if bytes.len() > LARGEST_MISSIVE {
        let what = What::TooLarge {
            size: bytes.len(),
            limit: LARGEST_MISSIVE,
        };
        return Err(ReadError::new(name, what));
    }
    let (form, told) = if is_mail(bytes) {
        (Form::Mail, mail(name, bytes)?)
    } else {
        pasted(bytes::decode(name, bytes)?.text, asked.today)
    };
    let markings = marking::all_in(&told.whole);
    let body = body::own_words(&told.body);
    // What was yesterday for those who wrote.
    let today = told.on.and_then(PartialDate::day).unwrap_or(asked.today);
    let jotted = jot(&body, &Asked { today, ..*asked });
    Ok(Missive {
        form,
        on: told.on,
        on_may_be: told.on_may_be,
        from: told.from,
        to: told.to,
        persons: told.persons,
        subject: told.subject,
        markings,
        body,
        jotted,
    })
}

/// Whether bytes begin as an e-mail does that a mail program kept: fields, some of which nobody types.
fn is_mail(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(64 * 1024)];
    let mut own = false;
    for (at, line) in head.split(|byte| *byte == b'\n').enumerate() {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.is_empty() {
            return own && at > 1;
        }
        let folded = line.starts_with(b" ") || line.starts_with(b"\t");
        let name = line
            .iter()
            .position(|byte| *byte == b':')
            .map(|at| &line[..at]);
        let is_name = |name: &[u8]| {
            !name.is_empty()
                && name
                    .iter()
                    .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        };
        match name {
            _ if folded && at > 0 => {}
            Some(name) if is_name(name) => {
                let name = name.to_ascii_lowercase();
                let fields: [&[u8]; 6] = [
                    b"message-id",
                    b"mime-version",
                    b"received",
                    b"content-type",
                    b"return-path",
                    b"dkim-signature",
                ];
                own |= fields.contains(&name.as_slice());
            }
            // The line that some programs put before the head.
            Some(_) | None if at == 0 && line.starts_with(b"From ") => {}
            Some(_) | None => return false,
        }
    }
    false
}

fn mail(name: &str, bytes: &[u8]) -> Result<Told, ReadError> {
    let malformed = |what: &str| {
        let what = What::Malformed {
            what: what.to_owned(),
            value: String::new(),
        };
        ReadError::new(name, what)
    };
    let message = MessageParser::default()
        .parse(bytes)
        .ok_or_else(|| malformed("this begins as an e-mail and is none"))?;
    if message.parts.len() > MOST_PARTS {
        let what = format!(
            "the e-mail has {} parts; at most {MOST_PARTS} are read",
            message.parts.len()
        );
        return Err(ReadError::new(name, What::Excessive(what)));
    }
    let Some(body) = message.body_text(0) else {
        return Err(malformed(
            "the e-mail has no words of its own, only what is attached",
        ));
    };
    let mut told = Told {
        subject: message
            .subject()
            .map(one_line)
            .filter(|subject| !subject.is_empty()),
        body: body.into_owned(),
        ..Told::default()
    };
    let date = message.date().and_then(|date| {
        let (year, month) = (
            i16::try_from(date.year).ok()?,
            i8::try_from(date.month).ok()?,
        );
        Date::new(year, month, i8::try_from(date.day).ok()?).ok()
    });
    told.on = date
        .filter(|date| date.year() >= 1000)
        .map(PartialDate::Day);
    for (addresses, theirs) in [
        (message.from(), false),
        (message.to(), true),
        (message.cc(), true),
    ] {
        for (shown, address) in addresses.into_iter().flat_map(pairs) {
            told.party(theirs, &shown, &address);
        }
    }
    // Each text of it, so that no marking is missed in what is not read.
    let mut texts: Vec<String> = (0..message.text_body_count())
        .filter_map(|at| message.body_text(at))
        .map(std::borrow::Cow::into_owned)
        .collect();
    texts.extend(message.subject().map(str::to_owned));
    texts.push(String::from_utf8_lossy(bytes).into_owned());
    told.whole = texts.join("\n");
    Ok(told)
}

/// The names and addresses of a field.
fn pairs(address: &Address<'_>) -> Vec<(String, String)> {
    let all = address.iter().take(MOST_PARTIES);
    all.map(|one| {
        let text = |part: Option<&str>| part.map(one_line).unwrap_or_default();
        (text(one.name()), text(one.address()))
    })
    .collect()
}

/// A pasted text, with its head where it has one.
fn pasted(text: String, today: Date) -> (Form, Told) {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let Some(head) = head::head(&text) else {
        let told = Told {
            body: text.clone(),
            whole: text,
            ..Told::default()
        };
        return (Form::Text, told);
    };
    let mut told = Told {
        subject: head.subject.as_deref().map(one_line),
        body: text.get(head.body..).unwrap_or_default().to_owned(),
        ..Told::default()
    };
    let days = head
        .date
        .as_deref()
        .map(|date| days_in(date, today))
        .unwrap_or_default();
    match (
        head.group.as_deref().and_then(day_of_group),
        days.as_slice(),
    ) {
        (Some(day), _) => told.on = Some(PartialDate::Day(day)),
        (None, [day]) => told.on = Some(*day),
        (None, several) => told.on_may_be = several.to_vec(),
    }
    for (lines, theirs) in [(&head.from, false), (&head.to, true)] {
        for line in lines
            .iter()
            .flat_map(|line| line.split(';'))
            .take(MOST_PARTIES)
        {
            if head.cable {
                told.office(theirs, line);
            } else {
                let (shown, address) = shown_address(line);
                told.party(theirs, &shown, &address);
            }
        }
    }
    told.whole = text;
    (if head.cable { Form::Cable } else { Form::Shown }, told)
}

/// `A. Person <a@b.example>`, or either alone.
fn shown_address(line: &str) -> (String, String) {
    let line = line.trim().replace("mailto:", "");
    match line.split_once(['<', '[']) {
        Some((shown, rest)) => {
            let address = rest.split(['>', ']']).next().unwrap_or_default();
            (one_line(shown), one_line(address))
        }
        None if line.contains('@') => (String::new(), one_line(&line)),
        None => (one_line(&line), String::new()),
    }
}

/// The day of `121530Z MAR 23`.
fn day_of_group(group: &str) -> Option<Date> {
    let mut words = group.split_whitespace();
    let day = words.next()?.get(..2)?.parse().ok()?;
    let month = date_words::month(words.next()?)?;
    let year: i16 = words.next()?.parse().ok()?;
    let year = if year < 100 { 2000 + year } else { year };
    Date::new(year, month, day).ok()
}

/// Words that an office bears in its name, and a person does not.
const OFFICES: [&str; 30] = [
    "mission",
    "permanent",
    "embassy",
    "ministry",
    "mfa",
    "department",
    "office",
    "unit",
    "secretariat",
    "division",
    "delegation",
    "ambassade",
    "ministère",
    "représentation",
    "direction",
    "bureau",
    "secrétariat",
    "unité",
    "organisation",
    "organization",
    "commission",
    "union",
    "nations",
    "isu",
    "ctbto",
    "unoda",
    "campaign",
    "coalition",
    "mae",
    "délégation",
];

impl Told {
    /// Somebody of whom a name and an address are shown: the office, and the person apart.
    fn party(&mut self, theirs: bool, shown: &str, address: &str) {
        let shown = shown.trim().trim_matches(['"', '\'']);
        let domain = address
            .rsplit_once('@')
            .map(|(_, domain)| domain.trim().to_lowercase());
        let domain = domain.filter(|domain| domain.contains('.'));
        // `Person, A. (Permanent Mission)`: the brackets name the office.
        let (name, office) = match shown.split_once('(') {
            Some((name, rest)) => (name.trim(), Some(rest.trim_end_matches(')').trim())),
            None => (shown, None),
        };
        let low = name.to_lowercase();
        let words = low.split(|c: char| !c.is_alphanumeric());
        let is_office = words.into_iter().any(|word| OFFICES.contains(&word));
        let capacity = capacity_in(shown).map(str::to_owned);
        let mut organisation = office
            .map(str::to_owned)
            .filter(|office| !office.is_empty());
        if is_office && !name.contains('@') {
            organisation = Some(name.to_owned());
        } else if !name.is_empty()
            && !name.contains('@')
            && !self.persons.iter().any(|known| known == name)
        {
            self.persons.push(name.to_owned());
        }
        let party = Party {
            organisation: organisation.or(domain),
            capacity,
        };
        self.put(theirs, party);
    }

    /// An office that a cable names.
    fn office(&mut self, theirs: bool, line: &str) {
        let line = one_line(line);
        let capacity = capacity_in(&line).map(str::to_owned);
        let organisation = (!line.is_empty()).then_some(line);
        self.put(
            theirs,
            Party {
                organisation,
                capacity,
            },
        );
    }

    fn put(&mut self, theirs: bool, party: Party) {
        let side = if theirs { &mut self.to } else { &mut self.from };
        if party != Party::default() && !side.contains(&party) && side.len() < MOST_PARTIES {
            side.push(party);
        }
    }
}

/// A text on one line.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
