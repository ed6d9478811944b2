//! The chain, derived again from the payloads.

use std::collections::BTreeMap;

use super::Break;
use crate::link::link;
use crate::{Head, Link, Seq};

/// The chain as far as it was derived and agrees with what is stored.
pub(super) struct Chain {
    head: Head,
    /// The links at the places that somebody noted.
    places: BTreeMap<u64, Option<Link>>,
    broken: Option<Broken>,
}

/// The entry at which it stopped to agree.
struct Broken {
    at: u64,
    how: How,
}

enum How {
    /// Another number than the next.
    Number(u64),
    /// The link that is stored, and the one that was derived.
    Link { stored: Link, derived: Link },
    /// The entry after it follows the stored link: what was altered are the bytes.
    Payload,
    /// The entry after it follows the derived link: what was altered is the stored link.
    StoredLink,
}

impl Chain {
    pub(super) fn new(places: &[u64]) -> Chain {
        let places = places
            .iter()
            .map(|len| (*len, (*len == 0).then_some(Link::ORIGIN)));
        Chain {
            head: Head::EMPTY,
            places: places.collect(),
            broken: None,
        }
    }

    /// The head up to which the chain agrees.
    pub(super) fn head(&self) -> Head {
        self.head
    }

    /// The link after `len` entries, if `len` is a place that was asked for.
    pub(super) fn link_at(&self, len: u64) -> Option<Link> {
        self.places.get(&len).copied().flatten()
    }

    /// Takes the next entry and gives the head after it, as long as the chain agrees.
    pub(super) fn check(&mut self, seq: Seq, stored: Link, payload: &[u8]) -> Option<Head> {
        if let Some(broken) = &mut self.broken {
            broken.learn(seq, stored, payload);
            return None;
        }
        let next = self.head.then(payload);
        if seq.0 != next.len {
            self.broken = Some(Broken {
                at: next.len,
                how: How::Number(seq.0),
            });
            return None;
        }
        if stored != next.link {
            let how = How::Link {
                stored,
                derived: next.link,
            };
            self.broken = Some(Broken { at: next.len, how });
            return None;
        }
        self.head = next;
        if let Some(place) = self.places.get_mut(&next.len) {
            *place = Some(next.link);
        }
        Some(next)
    }

    /// The first entry that does not agree, if there is one.
    pub(super) fn broken(&self) -> Option<Break> {
        let Broken { at, how } = self.broken.as_ref()?;
        let what = match how {
            How::Number(found) => {
                format!("entry {at} is missing: where it should stand is one numbered {found}")
            }
            How::Link { .. } => format!(
                "entry {at} was altered after it was written, or the link stored with it: the one does not give the other"
            ),
            How::Payload => format!(
                "entry {at} was altered after it was written: its bytes do not give the link stored with it, which the next entry follows"
            ),
            How::StoredLink => format!(
                "the link stored with entry {at} was altered: the next entry follows the link that the entry's bytes give"
            ),
        };
        Some(Break { at: *at, what })
    }
}

impl Broken {
    /// The entry after a broken one tells what was altered.
    fn learn(&mut self, seq: Seq, next: Link, payload: &[u8]) {
        if let How::Link { stored, derived } = self.how
            && seq.0 == self.at + 1
        {
            if next == link(&stored, payload) {
                self.how = How::Payload;
            } else if next == link(&derived, payload) {
                self.how = How::StoredLink;
            }
        }
    }
}
