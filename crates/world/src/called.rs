//! What a treaty calls those that stand somewhere, and to whom it is open at all.

use std::collections::BTreeMap;

use treaty::participant::Status;
use treaty::{Lang, Law, Participant, TreatyId};

use crate::World;
use crate::fold::Under;
use crate::view::{CalledView, Standing};

/// Whether a participant could join, whether or not it has: a State that the treaty admits; an
/// organisation that acted under it or that it names.
pub(crate) fn is_open_to(under: &Under, participant: &Participant) -> bool {
    match participant.status {
        Status::State => under.law.admits(participant.id),
        Status::Organisation => {
            under.bond(participant.id).is_some() || under.law.names(participant.id)
        }
        Status::Former | Status::NotCounted => false,
    }
}

impl World {
    /// A treaty's own terms for standings, in a language; none where it has none.
    pub fn called(&self, treaty: &TreatyId, lang: Lang) -> BTreeMap<Standing, CalledView> {
        self.treaty(treaty.as_str())
            .map(|law| called(law, lang))
            .unwrap_or_default()
    }
}

/// The treaty's own terms, in a language.
pub(crate) fn called(law: &Law, lang: Lang) -> BTreeMap<Standing, CalledView> {
    let Some(called) = &law.called else {
        return BTreeMap::new();
    };
    let terms = [
        (Standing::Contracting, &called.contracting),
        (Standing::Signatory, &called.signatory),
    ];
    terms
        .into_iter()
        .filter_map(|(standing, term)| {
            let term = term.as_ref()?;
            let said = CalledView {
                one: term.one.get(lang).to_owned(),
                many: term.many.get(lang).to_owned(),
            };
            Some((standing, said))
        })
        .collect()
}
