//! The library behind the pages: what was indexed stays at hand for as long as the server lives, a few worlds at a
//! time.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use transcribe::Text;
use web::{NoStacks, Worlds};
use world::view::DocumentView;
use world::{Viewer, World};

use super::{Stacks, StacksError};

/// How many worlds of now are kept at hand: each is one set of teams.
const NOW: usize = 8;
/// How many of past moments, of which anyone may ask for as many as there are.
const PAST: usize = 2;

/// The library of the worlds from which pages are answered.
pub struct Shelves {
    stacks: Stacks,
    worlds: Arc<dyn Worlds>,
    now: Hand,
    past: Hand,
}

impl Shelves {
    /// The library of `worlds`.
    pub fn of(stacks: Stacks, worlds: Arc<dyn Worlds>) -> Shelves {
        Shelves {
            stacks,
            worlds,
            now: Hand::of(NOW),
            past: Hand::of(PAST),
        }
    }

    /// Whether a world is the one from which its viewer is answered now.
    fn is_now(&self, world: &World, viewer: &Viewer) -> bool {
        let now = self.worlds.at_hand(viewer, None);
        now.is_some_and(|now| now.head() == world.head())
    }
}

impl web::Stacks for Shelves {
    fn of(&self, world: &World, viewer: &Viewer) -> Result<library::Stacks, NoStacks> {
        let head = world.head().link;
        let made = match self.is_now(world, viewer) {
            true => self.now.get(&head, || self.stacks.of(world, viewer)),
            false => self.past.get(&head, || self.stacks.of_once(world)),
        };
        made.map_err(NoStacks::because)
    }

    fn text(&self, document: &DocumentView) -> Result<Option<Text>, NoStacks> {
        let text = document.text.as_deref().map(|hash| self.stacks.text(hash));
        let text = text.transpose().map_err(NoStacks::because)?;
        Ok(text.flatten())
    }

    fn file(&self, document: &DocumentView) -> Result<Option<Vec<u8>>, NoStacks> {
        let file = document.file.as_ref();
        let bytes = file.map(|file| self.stacks.bytes(&file.sha256)).transpose();
        Ok(bytes.map_err(NoStacks::because)?.flatten())
    }
}

/// What was indexed, the last used first, by the head of its world: worlds of one head hold the same entries.
struct Hand {
    most: usize,
    kept: Mutex<VecDeque<(String, library::Stacks)>>,
    /// Held while one is made, so that whoever asks for the same meanwhile waits for it.
    making: Mutex<()>,
}

impl Hand {
    fn of(most: usize) -> Hand {
        Hand {
            most,
            kept: Mutex::default(),
            making: Mutex::default(),
        }
    }

    fn get(
        &self,
        head: &str,
        make: impl FnOnce() -> Result<library::Stacks, StacksError>,
    ) -> Result<library::Stacks, StacksError> {
        if let Some(stacks) = self.at_hand(head) {
            return Ok(stacks);
        }
        let _making = held(&self.making);
        if let Some(stacks) = self.at_hand(head) {
            return Ok(stacks);
        }
        let made = make()?;
        let mut kept = held(&self.kept);
        kept.push_front((head.to_owned(), made.clone()));
        kept.truncate(self.most);
        Ok(made)
    }

    fn at_hand(&self, head: &str) -> Option<library::Stacks> {
        let mut kept = held(&self.kept);
        let at = kept.iter().position(|(of, _)| of == head)?;
        let found = kept.remove(at)?;
        let stacks = found.1.clone();
        kept.push_front(found);
        Some(stacks)
    }
}

/// A panic while it was held can only have been in moving an item, or in making what was not kept then.
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn empty() -> Result<library::Stacks, StacksError> {
        Ok(library::Stacks::new([]))
    }

    #[test]
    fn what_was_used_longest_ago_gives_way_and_what_is_at_hand_is_not_made_again() {
        let hand = Hand::of(2);
        let mut made = Vec::new();
        for head in ["a", "b", "a", "c", "a", "b"] {
            let got = hand.get(head, || {
                made.push(head);
                empty()
            });
            assert!(got.is_ok());
        }
        assert_eq!(made, ["a", "b", "c", "b"]);
        assert_eq!(held(&hand.kept).len(), 2);
    }
}
