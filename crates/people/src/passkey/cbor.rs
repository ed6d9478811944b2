//! As much of CBOR (RFC 8949) as authenticators write (CTAP 2.2, section 8): lengths are known, nothing
//! is tagged, and little is nested.

use super::BadPasskey;

/// How deep arrays and maps may lie in each other. Authenticators nest four; statements of their makers
/// may lie in one of them.
const DEEPEST: u8 = 8;

/// What stands next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Item<'a> {
    /// A whole number.
    Int(i64),
    /// Bytes.
    Bytes(&'a [u8]),
    /// A text.
    Text(&'a str),
    /// An array of so many items.
    Array(usize),
    /// A map of so many pairs.
    Map(usize),
    /// A truth, nothing, or a number that is not whole.
    Other,
}

/// Reads item after item.
pub(super) struct Reader<'a>(&'a [u8]);

const SHORT: BadPasskey = BadPasskey::Malformed("it ends too early");

impl<'a> Reader<'a> {
    pub(super) fn of(bytes: &'a [u8]) -> Reader<'a> {
        Reader(bytes)
    }

    /// What was not read yet.
    pub(super) fn rest(&self) -> &'a [u8] {
        self.0
    }

    /// The next so many bytes.
    pub(super) fn take(&mut self, length: usize) -> Result<&'a [u8], BadPasskey> {
        let (taken, rest) = self.0.split_at_checked(length).ok_or(SHORT)?;
        self.0 = rest;
        Ok(taken)
    }

    /// The next so many bytes, as many as the type says.
    pub(super) fn array<const N: usize>(&mut self) -> Result<[u8; N], BadPasskey> {
        let (taken, rest) = self.0.split_first_chunk::<N>().ok_or(SHORT)?;
        self.0 = rest;
        Ok(*taken)
    }

    /// The next item. Of an array or a map only its beginning is read.
    pub(super) fn item(&mut self) -> Result<Item<'a>, BadPasskey> {
        let [first] = self.array()?;
        let (kind, short) = (first >> 5, first & 0x1f);
        let argument = match short {
            0..=23 => u64::from(short),
            24 => u64::from(self.array::<1>()?[0]),
            25 => u64::from(u16::from_be_bytes(self.array()?)),
            26 => u64::from(u32::from_be_bytes(self.array()?)),
            27 => u64::from_be_bytes(self.array()?),
            _ => return Err(BadPasskey::Malformed("it has a length that is not said")),
        };
        let number = || {
            let number = i64::try_from(argument).ok();
            number.ok_or(BadPasskey::Malformed("it has a number that is too large"))
        };
        // No length is believed before as many bytes are there.
        let length = usize::try_from(argument).unwrap_or(usize::MAX);
        match kind {
            0 => Ok(Item::Int(number()?)),
            1 => Ok(Item::Int(-1 - number()?)),
            2 => Ok(Item::Bytes(self.take(length)?)),
            3 => match core::str::from_utf8(self.take(length)?) {
                Ok(text) => Ok(Item::Text(text)),
                Err(_) => Err(BadPasskey::Malformed("it has a text that is none")),
            },
            4 => Ok(Item::Array(length)),
            5 => Ok(Item::Map(length)),
            7 => Ok(Item::Other),
            _ => Err(BadPasskey::Malformed("it has a tag")),
        }
    }

    /// The beginning of a map; gives how many pairs follow.
    pub(super) fn map(&mut self) -> Result<usize, BadPasskey> {
        match self.item()? {
            Item::Map(pairs) => Ok(pairs),
            Item::Int(_) | Item::Bytes(_) | Item::Text(_) | Item::Array(_) | Item::Other => {
                Err(BadPasskey::Malformed("it has no map where one belongs"))
            }
        }
    }

    /// Passes the next item over, whole.
    pub(super) fn skip(&mut self) -> Result<(), BadPasskey> {
        self.pass(DEEPEST)
    }

    fn pass(&mut self, deeper: u8) -> Result<(), BadPasskey> {
        let parts = match self.item()? {
            Item::Int(_) | Item::Bytes(_) | Item::Text(_) | Item::Other => 0,
            Item::Array(items) => items,
            Item::Map(pairs) => pairs.saturating_mul(2),
        };
        let deeper = match (parts, deeper.checked_sub(1)) {
            (0, _) => return Ok(()),
            (_, Some(deeper)) => deeper,
            (_, None) => return Err(BadPasskey::Malformed("it is nested too deep")),
        };
        // Each part takes a byte at least, so what is claimed beyond the bytes there are ends here.
        for _ in 0..parts {
            self.pass(deeper)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_read_as_the_standard_writes_them() {
        // RFC 8949, appendix A.
        for (bytes, item) in [
            (&[0x00][..], Item::Int(0)),
            (&[0x17], Item::Int(23)),
            (&[0x18, 0x64], Item::Int(100)),
            (&[0x19, 0x03, 0xe8], Item::Int(1000)),
            (&[0x1a, 0, 0x0f, 0x42, 0x40], Item::Int(1_000_000)),
            (&[0x20], Item::Int(-1)),
            (&[0x38, 0x63], Item::Int(-100)),
            (&[0x39, 0x01, 0x00], Item::Int(-257)),
            (&[0x44, 1, 2, 3, 4], Item::Bytes(&[1, 2, 3, 4])),
            (&[0x64, 0x49, 0x45, 0x54, 0x46], Item::Text("IETF")),
            (&[0x80], Item::Array(0)),
            (&[0xa2], Item::Map(2)),
            (&[0xf5], Item::Other),
            (&[0xf9, 0x3c, 0x00], Item::Other),
        ] {
            let mut reader = Reader::of(bytes);
            assert_eq!(reader.item(), Ok(item), "{bytes:x?}");
            assert_eq!(reader.rest(), &[] as &[u8], "{bytes:x?}");
        }
    }

    #[test]
    fn what_ends_early_or_is_too_deep_is_refused_and_nothing_large_is_believed() {
        for bytes in [
            &[][..],
            &[0x18],
            &[0x44, 1, 2],
            &[0x5f, 0x41, 1, 0xff],
            &[0xc0, 0x00],
            &[0x1b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
            &[0x5b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
            &[0x9b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0],
            &[0xbb, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0],
            &[0x61, 0xff],
            &[0x81; 12],
        ] {
            assert!(Reader::of(bytes).skip().is_err(), "{bytes:x?}");
        }
        let mut nested = vec![0x81; usize::from(DEEPEST)];
        nested.push(0);
        assert_eq!(Reader::of(&nested).skip(), Ok(()));
    }
}
