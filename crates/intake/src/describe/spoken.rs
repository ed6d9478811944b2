//! Who speaks, in which function, and in whose name.

use std::ops::Range;
use std::sync::LazyLock;

use treaty::ParticipantId;

use super::days;
use super::groups::GROUPS;
use super::lexicon::{Hit, Lexicon};
use super::meetings;
use super::named::Named;
use super::reading::{Para, Reading};
use super::voice;
use super::{Party, Proposal, Speaker};
use crate::jotting::{Ends, Span, Word, words};

/// After these stands who speaks.
static BY: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::new(&[(
        "statement by;statement of;remarks by;remarks of;address by;speech by;speech of;intervention by;intervention of;\
         presentation by;delivered by;presented by;pronounced by;read by;made by;message from;keynote by;\
         déclaration de;déclaration par;déclaration du;intervention de;intervention du;discours de;discours du;allocution de;\
         allocution du;prononcée par;prononcé par;présentée par;faite par;\
         declaración de;declaración del;intervención de;intervención del;discurso de;discurso del;pronunciada por;\
         pronunciado por;palabras de;كلمة;بيان",
        (),
    )])
});

/// Forms with which persons are named.
static HONORIFICS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::new(&[(
        "mr;mrs;ms;miss;dr;prof;professor;amb;ambassador;couns;counsellor;minister counsellor;h e;he mr;he ms;he;\
         his excellency;her excellency;hon;the hon;the honourable;honourable;sir;dame;lord;baroness;rt hon;the rt hon;col;\
         colonel;general;archbishop;monsignor;msgr;captain;maj gen;\
         m;mme;mlle;s e;son excellence;sem;s e m;s e mme;monsieur;madame;l ambassadeur;l ambassadrice;\
         sr;sra;srta;excmo;excma;s e;don;doña;el embajador;la embajadora;embajador;embajadora;el señor;la señora;\
         السيد;السيدة;السفير;السفيرة;سعادة السفير;معالي;معالي السيد;سعادة السيد;الدكتور",
        (),
    )])
});

/// Words with which functions are told.
static POSTS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::new(&[(
        "ambassador;representative;permanent representative;minister;counsellor;secretary;under secretary;president;head;chief;director;\
         director general;adviser;advisor;attaché;attache;chargé;charge;envoy;special envoy;deputy;coordinator;chair;\
         chairperson;commissioner;delegate;high representative;officer;expert;\
         ambassadeur;ambassadrice;représentant;représentante;ministre;conseiller;conseillère;secrétaire;chef;cheffe;directeur;\
         directrice;présidente;président;envoyé;embajador;embajadora;representante;ministro;ministra;consejero;consejera;\
         secretario;secretaria;jefe;jefa;director general;directora;presidente;presidenta;encargado;السفير;الممثل الدائم;\
         المندوب الدائم;وزير;نائب",
        (),
    )])
});

/// After these stands in whose name something is said.
static BEHALF: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::new(&[(
        "on behalf of;on behalf of the;in the name of;au nom de;au nom du;au nom des;en nombre de;en nombre del;en nombre de la;\
         от имени;代表;باسم;نيابة عن;بالنيابة عن",
        (),
    )])
});

static NATIONAL: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::new(&[(
        "in my national capacity;in our national capacity;in a national capacity;in its national capacity;in national capacity;\
         à titre national;en ma capacité nationale;a título nacional;en mi capacidad nacional;en nuestra capacidad nacional;\
         en calidad nacional;в национальном качестве;以国家名义;以本国名义;بصفتي الوطنية;بصفتها الوطنية",
        (),
    )])
});

/// Whose paper it is, by its letterhead.
static LETTERHEAD: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::new(&[(
        "permanent mission of;permanent representation of;delegation of;embassy of;permanent delegation of;ministry of foreign affairs of;\
         mission permanente de;mission permanente du;mission permanente de la;mission permanente d;délégation de;\
         délégation du;misión permanente de;misión permanente del;delegación de;delegación del;government of;gouvernement de;\
         gouvernement du;gobierno de;submitted by;présenté par;présentée par;presentado por;presentada por",
        (),
    )])
});

/// Who spoke, in whose name.
#[derive(Debug, Default)]
pub(super) struct Spoken {
    pub(super) speakers: Vec<Proposal<Speaker>>,
    pub(super) parties: Vec<Proposal<Party>>,
    pub(super) national: Vec<Proposal<()>>,
    /// Bytes of lines of the head that are spent on it: block and line.
    pub(super) lines: Vec<(usize, usize)>,
}

pub(super) fn read(reading: &Reading<'_>, named: &Named<'_>) -> Spoken {
    let mut spoken = Spoken::default();
    for para in reading.all() {
        spoken.behalf(para, named, reading);
        let national = NATIONAL.first(&para.words);
        spoken
            .national
            .extend(national.map(|hit| para.told((), true, para.span(hit.from..hit.to))));
    }
    for at in 0..reading.head.len() {
        spoken.by(&reading.head, at, named);
        spoken.letterhead(&reading.head[at], named);
    }
    let opening = reading.opening.iter().chain(&reading.closing);
    voice::read(opening, named, &mut spoken.parties);
    spoken.settle();
    spoken
}

/// A name with its place in the block.
fn trimmed(text: &str, from: usize, to: usize) -> Option<Span> {
    let part = text.get(from..to)?;
    let cut: &[char] = &[
        ' ', ',', ';', ':', '(', ')', '–', '—', '-', '،', '"', '“', '”', '\u{a0}',
    ];
    let start = from + (part.len() - part.trim_start_matches(cut).len());
    let mut end = to - (part.len() - part.trim_end_matches(cut).len());
    if text
        .get(start..end)
        .is_some_and(|name| name.ends_with('.') && !name.ends_with("Jr."))
    {
        end -= 1;
    }
    (start < end).then_some(Span {
        from: start,
        to: end,
    })
}

/// Where the name or function that begins at a word ends: before a date, a meeting, a place said, `on behalf of`.
fn reach(para: &Para<'_>, from: usize, line_end: usize) -> usize {
    const STOPS: [&str; 9] = [
        "at", "during", "to", "before", "lors", "devant", "en", "a", "на",
    ];
    let words = &para.words;
    let meeting = meetings::phrases(words)
        .into_iter()
        .map(|one| one.words.start);
    let meeting: Vec<usize> = meeting.filter(|at| *at > from).collect();
    for at in from..words.len() {
        let word = &words[at];
        let stop = word.at.from >= line_end
            || BEHALF.at(words, at).is_some()
            || days::starting(words, at).is_some()
            || meeting.contains(&at)
            || (word.ends == Ends::Sentence && at > from && !is_abbreviated(words, at))
            || para.text[..word.at.from].ends_with('(');
        if stop {
            return at;
        }
        // `… at the Ninth Meeting`: not `to the Conference on Disarmament`, which is part of a function.
        let led = STOPS[..2].contains(&word.folded.as_str());
        if led && at > from {
            return at;
        }
    }
    words.len()
}

/// `H.E.`, `A. Smith`: a full stop that ends no sentence.
fn is_abbreviated(words: &[Word<'_>], at: usize) -> bool {
    words[at - 1].text.chars().count() <= 2 || HONORIFICS.at(words, at - 1).is_some()
}

impl Spoken {
    /// `Statement by Mr. …`, in the head.
    fn by(&mut self, head: &[Para<'_>], at: usize, named: &Named<'_>) {
        let para = &head[at];
        let Some(hit) = BY.first(&para.words) else {
            return;
        };
        // `Report of the Meeting, presented by` stands anywhere in a head; `statement of` begins its line.
        let line_of = |byte: usize| para.lines.iter().position(|line| byte <= line.end);
        let next = hit.to;
        let (para, from) = match para.words.get(next) {
            Some(_) => (para, next),
            None => match head.get(at + 1) {
                Some(after) if after.words.len() <= 40 && !after.words.is_empty() => (after, 0),
                Some(_) | None => return,
            },
        };
        let Some(line) = para
            .words
            .get(from)
            .and_then(|word| para.lines.iter().position(|line| word.at.from < line.end))
        else {
            return;
        };
        self.lines.push((para.block, line));
        if let Some(own) = line_of(para.words[hit.from.min(para.words.len() - 1)].at.from) {
            self.lines.push((head[at].block, own));
        }
        let end = reach(para, from, para.lines[line].end);
        if end <= from {
            return;
        }
        self.whom(para, from..end, named);
        let Some(speaker) = self.speakers.last_mut() else {
            return;
        };
        if speaker.value.post.is_none()
            && end >= para.words.len().min(para.words_in(&para.lines[line]).end)
        {
            let below = below(head, para.block, line);
            if let Some((para, post, line)) = below {
                speaker.value.post = Some(para.text[post.from..post.to].to_owned());
                let hits = named
                    .participants(para.text, &para.words[para.words_in(&(post.from..post.to))]);
                let words = para.words_in(&(post.from..post.to));
                self.lines.push((para.block, line));
                self.of_post(para, words.start, &hits);
            }
        }
    }

    /// A person or a party that stands in some words.
    fn whom(&mut self, para: &Para<'_>, words: Range<usize>, named: &Named<'_>) {
        let within = &para.words[words.clone()];
        let honorific = HONORIFICS.at(within, 0);
        let Some(span) = trimmed(para.text, within[0].at.from, within[within.len() - 1].at.to)
        else {
            return;
        };
        let hits = named.participants(para.text, within);
        // A State or group: `Statement by Italy`, `by the European Union`, `by the delegation of Italy`.
        let article = ["the", "la", "le", "l", "el", "los", "les", "d", "de"];
        let small = |word: &Word<'_>| article.contains(&word.folded.as_str());
        let lead = within.iter().take_while(|word| small(word)).count();
        if let Some(hit) = hits
            .first()
            .filter(|hit| hit.from == lead && hit.to + 2 > within.len())
        {
            let at = para.span(words.start + hit.from..words.start + hit.to);
            self.parties
                .push(para.told(Party::Participant(hit.means), true, at));
            return;
        }
        if let Some(hit) = GROUPS.at(within, lead).filter(|hit| hit.to == within.len()) {
            self.group(
                para,
                words.start + hit.from..words.start + hit.to,
                hit.means,
                true,
                named,
            );
            return;
        }
        let comma = within.iter().position(|word| word.ends == Ends::Piece);
        let (name, post) = match comma {
            Some(comma) => (0..comma, Some(comma..within.len())),
            None => (0..within.len(), None),
        };
        let tells_post = |words: &[Word<'_>]| POSTS.first(words).is_some();
        let post = post.filter(|post| tells_post(&within[post.clone()]));
        // Without a form of address, a name is one where a function follows it, and it holds none itself.
        let plain = lead == 0
            && (2..=6).contains(&name.len())
            && within[name.clone()].iter().all(|word| {
                word.text
                    .starts_with(|c: char| !c.is_lowercase() && c.is_alphabetic())
            });
        let sure = honorific.is_some();
        if honorific.is_none() && (!plain || tells_post(&within[name.clone()])) {
            // `Statement by the Permanent Representative of Italy`: whose, not who.
            self.of_post(para, words.start, &hits);
            return;
        }
        if within[name.clone()].len() <= honorific.map_or(0, |hit| hit.to) || name.len() > 10 {
            return;
        }
        let of = |range: &Range<usize>| {
            trimmed(
                para.text,
                within[range.start].at.from,
                within[range.end - 1].at.to,
            )
        };
        let Some(at) = of(&name) else { return };
        let told = |span: Span| para.text[span.from..span.to].to_owned();
        let speaker = Speaker {
            name: told(at),
            post: post.as_ref().and_then(|post| Some(told(of(post)?))),
        };
        let whole = if speaker.post.is_some() { span } else { at };
        self.speakers
            .push(para.told(speaker, sure || post.is_some(), whole));
        if let Some(post) = post {
            let hits: Vec<_> = hits
                .into_iter()
                .filter(|hit| hit.from >= post.start)
                .collect();
            self.of_post(para, words.start, &hits);
        }
    }

    /// The State of an ambassador or minister: `Permanent Representative of Italy to …`.
    fn of_post(&mut self, para: &Para<'_>, offset: usize, hits: &[Hit<ParticipantId>]) {
        let before = |at: usize, back: usize| {
            let word = (offset + at)
                .checked_sub(back)
                .and_then(|at| para.words.get(at));
            word.map_or("", |word| word.folded.as_str())
        };
        let of = ["of", "de", "del", "du", "d", "der"];
        let hit = hits
            .iter()
            .find(|hit| of.contains(&before(hit.from, 1)) || of.contains(&before(hit.from, 2)));
        if let Some(hit) = hit {
            let at = para.span(offset + hit.from..offset + hit.to);
            self.parties
                .push(para.told(Party::Participant(hit.means), true, at));
        }
    }

    /// `Permanent Mission of Italy`; `progress report on the co-presidency by Italy and South Africa`, of which it is
    /// not sure who wrote it.
    fn letterhead(&mut self, para: &Para<'_>, named: &Named<'_>) {
        let agent = |at: usize| ["by", "par", "por"].contains(&para.words[at].folded.as_str());
        let agents = (0..para.words.len()).filter(|at| agent(*at));
        let agents = agents.map(|at| Hit {
            from: at,
            to: at + 1,
            means: false,
        });
        let letterheads = LETTERHEAD.all(&para.words).into_iter();
        let letterheads = letterheads.map(|hit| Hit {
            from: hit.from,
            to: hit.to,
            means: true,
        });
        for hit in letterheads.chain(agents) {
            let rest = &para.words[hit.to..para.words.len().min(hit.to + 12)];
            let all = named.participants(para.text, rest);
            for (place, found) in all.iter().enumerate().take(20) {
                // `of the Republic of Korea`; `submitted by Chile, Norway and Peru`.
                let joined = |word: &Word<'_>| {
                    ["the", "la", "le", "l", "el", "and", "et", "y"]
                        .contains(&word.folded.as_str())
                };
                let from = place.checked_sub(1).map_or(0, |last| all[last].to);
                if !rest[from..found.from].iter().all(joined) {
                    break;
                }
                let at = para.span(hit.to + found.from..hit.to + found.to);
                self.parties
                    .push(para.told(Party::Participant(found.means), hit.means, at));
            }
        }
    }

    /// `on behalf of the European Union`.
    fn behalf(&mut self, para: &Para<'_>, named: &Named<'_>, reading: &Reading<'_>) {
        let in_head = reading.head.iter().any(|one| one.block == para.block);
        for hit in BEHALF.all(&para.words) {
            let mut next = hit.to;
            while para.words.get(next).is_some_and(|word| {
                ["the", "la", "le", "l", "los", "las", "el"].contains(&word.folded.as_str())
            }) {
                next += 1;
            }
            // The name stands right there, and it is the speaker who says so.
            let ours = in_head || speaks(&para.words, hit.from);
            if !ours {
                continue;
            }
            if let Some(group) = GROUPS.at(&para.words, next) {
                self.group(para, group.from..group.to, group.means, true, named);
                continue;
            }
            let rest = &para.words[next..para.words.len().min(next + 30)];
            let all = named.participants(para.text, rest);
            let mut end = 0;
            for found in all {
                let joined = |word: &Word<'_>| {
                    ["the", "la", "le", "l", "el", "and", "et", "y", "و"]
                        .contains(&word.folded.as_str())
                };
                if !rest[end..found.from].iter().all(joined) {
                    break;
                }
                end = found.to;
                let at = para.span(next + found.from..next + found.to);
                self.parties
                    .push(para.told(Party::Participant(found.means), true, at));
            }
        }
    }

    fn group(
        &mut self,
        para: &Para<'_>,
        words: Range<usize>,
        name: &str,
        sure: bool,
        named: &Named<'_>,
    ) {
        let at = para.span(words);
        let party = named.participant(name).map_or_else(
            || Party::Group(para.text[at.from..at.to].to_owned()),
            Party::Participant,
        );
        self.parties.push(para.told(party, sure, at));
    }

    /// Where a group is spoken for, the State of who speaks is not sure.
    fn settle(&mut self) {
        let group = |one: &Proposal<Party>| match &one.value {
            Party::Group(_) => true,
            Party::Participant(id) => id.as_str() == "EUE",
        };
        let grouped = self.parties.iter().any(group);
        if grouped && self.national.is_empty() {
            for one in &mut self.parties {
                one.sure &= group(one);
            }
        }
        super::once(&mut self.parties);
        super::once(&mut self.speakers);
        self.national.truncate(1);
    }
}

/// Whether the speaker says of himself what follows: `I have the honour to speak on behalf of`.
fn speaks(words: &[Word<'_>], at: usize) -> bool {
    const SELF: [&str; 32] = [
        "i",
        "we",
        "speak",
        "speaking",
        "speaks",
        "honour",
        "honor",
        "deliver",
        "delivering",
        "statement",
        "je",
        "j",
        "nous",
        "parle",
        "honneur",
        "prononce",
        "declaration",
        "hablo",
        "honor",
        "intervengo",
        "pronuncio",
        "hablar",
        "выступаю",
        "выступить",
        "честь",
        "我",
        "谨",
        "发言",
        "اتشرف",
        "القي",
        "البيان",
        "اتكلم",
    ];
    let from = at.saturating_sub(10);
    let begin = (from..at)
        .rev()
        .find(|place| words[*place].ends == Ends::Sentence)
        .unwrap_or(from);
    words[begin..at]
        .iter()
        .any(|word| SELF.contains(&word.folded.as_str()))
}

/// The line below a name, where it tells a function.
fn below<'p, 'f>(
    head: &'p [Para<'f>],
    block: usize,
    line: usize,
) -> Option<(&'p Para<'f>, Span, usize)> {
    let here = head.iter().position(|para| para.block == block)?;
    let (para, line) = if line + 1 < head[here].lines.len() {
        (&head[here], line + 1)
    } else {
        (head.get(here + 1)?, 0)
    };
    let bytes = para.lines[line].clone();
    let text = para.text.get(bytes.clone())?;
    let words = words(text);
    // A line that begins with its function, and is no sentence.
    let fits = words.len() <= 30
        && POSTS.all(&words).first().is_some_and(|hit| hit.from <= 2)
        && days::all(&words).is_empty();
    let span = trimmed(para.text, bytes.start, bytes.end)?;
    fits.then_some((para, span, line))
}
