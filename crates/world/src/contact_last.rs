//! The approach that somebody recorded last: the next one is often like it.

use ledger::{Audience, EntryRef};

use crate::kinds;
use crate::world::World;

impl World {
    /// What the approach is called that this author recorded last; where there is none, the last one
    /// for this team.
    pub fn last_contact(&self, author: &str, team: Option<&str>) -> Option<EntryRef> {
        let mut of_team = None;
        for &at in self.shelf.approaches.iter().rev() {
            if kinds::approach(self.record.body(at)).is_none() {
                continue;
            }
            let entry = &self.record.get(at).entry;
            if entry.author == author {
                return Some(self.record.name(at));
            }
            if let Audience::Teams(teams) = &entry.audience
                && of_team.is_none()
                && teams.iter().any(|one| Some(one.as_str()) == team)
            {
                of_team = Some(self.record.name(at));
            }
        }
        of_team
    }
}
