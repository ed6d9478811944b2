//! Whose voice a text has, where nothing says so outright: `My country, Austria`, `Thailand also supports`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use treaty::ParticipantId;

use super::lexicon::Lexicon;
use super::named::Named;
use super::reading::Para;
use super::{Party, Proposal};
use crate::jotting::{Ends, Word};

static OURS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::new(&[(
        "my country;our country;my delegation;mon pays;notre pays;ma délégation;mi país;nuestro país;mi delegación;моя страна;我国;بلدي",
        (),
    )])
});

/// What a delegation says of itself.
static SAYS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::new(&[(
        "is proud;was proud;is committed;is pleased;is convinced;is concerned;is grateful;is of the view;remains committed;remains convinced;\
         remains concerned;welcomes;calls on;calls upon;stresses;considers;recalls;reaffirms;reiterates;supports;has supported;has always;\
         would like to;wishes to;attaches;condemns;declares;encourages;takes this opportunity;regrets;urges;believes;joins;appreciates;\
         commends;congratulates;underlines;emphasizes;thanks;looks forward;recognizes;recognises;aligns;associates;\
         salue;appelle;souligne;considère;rappelle;réaffirme;réitère;soutient;condamne;encourage;regrette;demeure;félicite;se félicite;\
         souhaite;s associe;acoge con beneplácito;insta;subraya;considera;recuerda;reafirma;reitera;apoya;condena;alienta;lamenta;\
         celebra;desea;felicita;se adhiere;se suma",
        (),
    )])
});

const BETWEEN: [&str; 14] = [
    "therefore",
    "also",
    "fully",
    "strongly",
    "firmly",
    "further",
    "again",
    "once",
    "consistently",
    "unreservedly",
    "warmly",
    "has",
    "egalement",
    "tambien",
];

/// The participant in whose voice a text speaks: sure where it says `my country`, otherwise the one that says of itself
/// what delegations say, more often than any other, and never sure.
pub(super) fn read<'p, 'f: 'p>(
    paras: impl Iterator<Item = &'p Para<'f>>,
    named: &Named<'_>,
    parties: &mut Vec<Proposal<Party>>,
) {
    let mut voices: BTreeMap<ParticipantId, (usize, Proposal<Party>)> = BTreeMap::new();
    for para in paras {
        for hit in named.participants(para.text, &para.words) {
            let at = para.span(hit.from..hit.to);
            let party = Party::Participant(hit.means);
            let led = (hit.from.saturating_sub(4)..hit.from).any(|at| {
                let ours = OURS.at(&para.words, at);
                ours.is_some_and(|ours| hit.from - ours.to.min(hit.from) <= 1)
            });
            if led && follows(&para.words, hit.from) {
                parties.push(para.told(party, true, at));
            } else if begins(&para.words, hit.from) && says(&para.words, hit.to) {
                let first = || (0, para.told(party, false, at));
                voices.entry(hit.means).or_insert_with(first).0 += 1;
            }
        }
    }
    let most = voices.values().map(|(times, _)| *times).max();
    let mut leading = voices
        .into_values()
        .filter(|(times, _)| Some(*times) == most);
    // Of two that speak as often, neither is it.
    if let (Some((_, one)), None) = (leading.next(), leading.next()) {
        parties.push(one);
    }
}

/// Right after `my country,`.
fn follows(words: &[Word<'_>], at: usize) -> bool {
    words[at].ends != Ends::Sentence
}

/// At the head of a sentence, or after a comma.
fn begins(words: &[Word<'_>], at: usize) -> bool {
    let article = at.checked_sub(1).filter(|before| {
        ["the", "la", "le", "el", "l"].contains(&words[*before].folded.as_str())
    });
    let at = article.unwrap_or(at);
    at == 0 || words[at].ends != Ends::Nothing
}

fn says(words: &[Word<'_>], mut at: usize) -> bool {
    for _ in 0..3 {
        if SAYS.at(words, at).is_some() {
            return words[at].ends == Ends::Nothing;
        }
        if words
            .get(at)
            .is_none_or(|word| !BETWEEN.contains(&word.folded.as_str()))
        {
            return false;
        }
        at += 1;
    }
    false
}
