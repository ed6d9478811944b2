//! Who aligns itself with whose statement.

use std::ops::Range;
use std::sync::LazyLock;

use treaty::ParticipantId;

use super::groups::GROUPS;
use super::lexicon::Lexicon;
use super::named::Named;
use super::reading::{Para, Reading};
use super::{Party, Proposal};
use crate::jotting::{Ends, Word};

/// That somebody aligns himself, whatever with.
static ALIGNS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::new(&[(
        "aligns itself with;align itself with;aligns itself fully with;fully aligns itself with;align ourselves with;aligns with;\
         align with;aligns its statement with;align themselves with;aligns himself with;align myself with;aligning itself with;\
         associates itself with;associate itself with;associate ourselves with;associates with;associate themselves with;\
         associate myself with;subscribes to;endorses;endorse;\
         s associe à;s associent à;s associe pleinement à;nous associons à;s associer à;se rallie à;se rallient à;\
         souscrit à;souscrit pleinement à;souscrivons à;s aligne sur;s alignent sur;fait sienne;\
         se adhiere a;se adhieren a;se suma a;se suman a;se asocia a;se asocia con;se asocian a;se asocian con;nos sumamos a;\
         nos asociamos a;nos adherimos a;hace suya;hace suyas;suscribe;se alinea con;se alinean con;\
         присоединяется к;присоединяются к;присоединяемся к;赞同;支持;تؤيد;تنضم إلى;تضم صوتها إلى",
        (),
    )])
});

/// What one aligns with: a statement, and whose comes after.
static STATEMENT: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::new(&[(
        "statement;statements;declaration;intervention;remarks;déclaration;déclarations;l intervention;declaración;\
         declaraciones;intervención;заявлению;выступлению;заявление;发言;声明;البيان;بيان;ببيان",
        (),
    )])
});

/// The statement that is made here.
static THIS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::new(&[(
        "this statement;this declaration;the present statement;this intervention;la présente déclaration;cette déclaration;\
         esta declaración;la presente declaración;esta intervención;настоящему заявлению;этому заявлению;本声明;这一发言;本发言;هذا البيان",
        (),
    )])
});

const NOT: [&str; 10] = [
    "not", "nor", "cannot", "ne", "pas", "no", "не", "不", "لا", "never",
];

/// With whose statements it aligns itself, and who align themselves with it.
#[derive(Debug, Default)]
pub(super) struct Aligned {
    pub(super) with: Vec<Proposal<Party>>,
    pub(super) by: Vec<Proposal<ParticipantId>>,
}

pub(super) fn read(reading: &Reading<'_>, named: &Named<'_>) -> Aligned {
    let mut aligned = Aligned::default();
    for para in reading
        .opening
        .iter()
        .chain(&reading.closing)
        .chain(&reading.head)
    {
        for hit in ALIGNS.all(&para.words) {
            let sentence = sentence(&para.words, hit.from);
            let told = &para.words[hit.from.saturating_sub(4).max(sentence.start)..hit.from];
            if told.iter().any(|word| NOT.contains(&word.folded.as_str())) {
                continue;
            }
            let after = &para.words[hit.to..sentence.end];
            let ours = THIS.first(after).filter(|this| this.from <= 3);
            if ours.is_some() {
                aligned.by(para, sentence.start..hit.from, named);
            } else {
                aligned.with(para, hit.to..sentence.end, named);
            }
        }
    }
    super::once(&mut aligned.with);
    super::once(&mut aligned.by);
    aligned
}

/// The words of the sentence that a word is in. `Mr.` ends none.
fn sentence(words: &[Word<'_>], at: usize) -> Range<usize> {
    let ends = |place: usize| words[place].ends == Ends::Sentence && !words[place].after_dash;
    let from = (1..=at).rev().find(|place| ends(*place)).unwrap_or(0);
    let to = (at + 1..words.len())
        .find(|place| ends(*place))
        .unwrap_or(words.len());
    from..to
}

impl Aligned {
    fn by(&mut self, para: &Para<'_>, words: Range<usize>, named: &Named<'_>) {
        for hit in named.participants(para.text, &para.words[words.clone()]) {
            // `the EU candidate countries`, `members of the European Economic Area`.
            if hit.means.as_str() == "EUE" {
                continue;
            }
            let at = para.span(words.start + hit.from..words.start + hit.to);
            self.by.push(para.told(hit.means, true, at));
        }
    }

    fn with(&mut self, para: &Para<'_>, words: Range<usize>, named: &Named<'_>) {
        let within = &para.words[words.clone()];
        // Whose statement: what stands before the statement and after `of the representative of Ireland` is somebody else.
        let Some(statement) = STATEMENT.first(within) else {
            return;
        };
        let told = statement.from <= 10;
        let groups = GROUPS.all(within);
        let mut found = false;
        for group in &groups {
            let at = para.span(words.start + group.from..words.start + group.to);
            let party = named.participant(group.means).map_or_else(
                || Party::Group(para.text[at.from..at.to].to_owned()),
                Party::Participant,
            );
            // A statement of one on behalf of another is the other's.
            self.with.push(para.told(party, told, at));
            found = true;
        }
        let states = named.participants(para.text, within);
        for state in states.iter().filter(|_| !found).take(3) {
            let at = para.span(words.start + state.from..words.start + state.to);
            let near = state.from.abs_diff(statement.to) <= 8;
            self.with.push(para.told(
                Party::Participant(state.means),
                told && near && states.len() == 1,
                at,
            ));
        }
    }
}
