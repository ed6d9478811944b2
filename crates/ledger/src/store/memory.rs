//! A chain in memory: for tests, and for questions that write nothing.

use super::{AppendError, ReadError, Store};
use crate::{Head, Link, Seq};

/// A chain that is gone when it is dropped.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    entries: Vec<(Link, Vec<u8>)>,
}

impl Store for Memory {
    fn head(&self) -> Result<Head, ReadError> {
        let link = self.entries.last().map_or(Link::ORIGIN, |(link, _)| *link);
        Ok(Head {
            len: self.entries.len() as u64,
            link,
        })
    }

    fn append(&mut self, head: Head, payloads: &[Vec<u8>]) -> Result<Head, AppendError> {
        let mut now = self.head().map_err(|e| AppendError::Write {
            first: head.len + 1,
            last: head.len + payloads.len() as u64,
            source: Box::new(e),
        })?;
        now.expect(head)?;
        for payload in payloads {
            now = now.then(payload);
            self.entries.push((now.link, payload.clone()));
        }
        Ok(now)
    }

    fn read(
        &self,
        from: Seq,
        visit: &mut dyn FnMut(Seq, Link, &[u8]),
    ) -> Result<(), ReadError> {
        (1..)
            .zip(&self.entries)
            .filter(|(seq, _)| *seq >= from.0)
            .for_each(|(seq, (link, payload))| visit(Seq(seq), *link, payload));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::contract;
    use super::*;

    #[test]
    fn memory_keeps_the_contract() {
        contract::run(|| Box::new(Memory::default()));
    }
}
