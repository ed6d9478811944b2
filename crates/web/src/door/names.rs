//! What those are called who recorded something, for whoever is signed in. Pages for anyone ask nothing
//! here, so that nothing of them depends on who is known.

use std::collections::{BTreeMap, BTreeSet};

use people::PersonId;

use super::looked_up;
use crate::App;
use crate::problem::Problem;

/// Whether an author of an entry is a person with an account.
pub(crate) fn is_person(author: &str) -> bool {
    author.len() == 36 && author.parse::<PersonId>().is_ok()
}

/// With the request of whoever is signed in: where names are looked up.
#[derive(Clone)]
pub(crate) struct Names(pub(super) App);

impl Names {
    /// What these authors are called; without those who are unknown, and those who are no persons.
    ///
    /// # Errors
    ///
    /// [`Problem::Ours`]
    pub(crate) async fn of<'a>(
        names: Option<&Names>,
        authors: impl Iterator<Item = &'a String>,
    ) -> Result<BTreeMap<String, String>, Problem> {
        let persons: BTreeSet<String> = authors
            .filter(|author| is_person(author))
            .cloned()
            .collect();
        let Some(Names(app)) = names.filter(|_| !persons.is_empty()) else {
            return Ok(BTreeMap::new());
        };
        let found = looked_up(app, move |door| {
            let mut named = BTreeMap::new();
            for id in persons {
                let Ok(person) = id.parse() else { continue };
                if let Some(person) = door.desk().person(person)? {
                    named.insert(id, person.name().to_owned());
                }
            }
            Ok(named)
        });
        found.await?.map_err(|cause| Problem::from_desk(&cause))
    }
}
