//! Tells canonical bytes from all others, in one pass and without building the value.

use std::borrow::Cow;

use super::{CanonicalError, MAX_DEPTH};

/// Checks that `bytes` are one canonical value and nothing else.
pub(super) fn value(bytes: &[u8]) -> Result<(), CanonicalError> {
    let mut scan = Scan::new(bytes)?;
    scan.value(0)?;
    scan.end()
}

/// Checks that `bytes` are one canonical object, and gives its members.
pub(super) fn object<'a>(
    bytes: &'a [u8],
    visit: impl FnMut(&str, &'a str),
) -> Result<(), CanonicalError> {
    let mut scan = Scan::new(bytes)?;
    scan.object(1, visit)?;
    scan.end()
}

type Scanned<T = ()> = Result<T, CanonicalError>;

struct Scan<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Scan<'a> {
    fn new(bytes: &'a [u8]) -> Scanned<Scan<'a>> {
        match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Scan { text, bytes, at: 0 }),
            Err(e) => Err(CanonicalError::NotCanonical(format!(
                "they are not UTF-8 from byte {} on",
                e.valid_up_to()
            ))),
        }
    }

    #[cold]
    fn fail<T>(&self, what: &str) -> Scanned<T> {
        Err(CanonicalError::NotCanonical(format!(
            "at byte {}: {what}",
            self.at
        )))
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn end(&self) -> Scanned {
        if self.at == self.bytes.len() {
            Ok(())
        } else {
            self.fail("the value has ended")
        }
    }

    fn expect(&mut self, literal: &str) -> Scanned {
        if !self.bytes[self.at..].starts_with(literal.as_bytes()) {
            return self.fail(&format!("`{literal}` should stand here"));
        }
        self.at += literal.len();
        Ok(())
    }

    /// `depth` is the number of arrays and objects around the value.
    fn value(&mut self, depth: usize) -> Scanned {
        match self.peek() {
            Some(b'"') => self.string().map(|_text| ()),
            Some(b'{') => self.object(depth + 1, |_, _| ()),
            Some(b'[') => self.array(depth + 1),
            Some(b'-' | b'0'..=b'9') => self.integer(),
            Some(b't') => self.expect("true"),
            Some(b'f') => self.expect("false"),
            Some(b'n') => self.expect("null"),
            Some(_) => self.fail("no value begins like this"),
            None => self.fail("the bytes end too early"),
        }
    }

    fn deep(&self, depth: usize) -> Scanned {
        if depth > MAX_DEPTH {
            self.fail("nested too deeply")
        } else {
            Ok(())
        }
    }

    fn array(&mut self, depth: usize) -> Scanned {
        self.deep(depth)?;
        self.expect("[")?;
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(());
        }
        loop {
            self.value(depth)?;
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b']') => {
                    self.at += 1;
                    return Ok(());
                }
                Some(_) | None => return self.fail("`,` or `]` should stand here"),
            }
        }
    }

    fn object(&mut self, depth: usize, mut visit: impl FnMut(&str, &'a str)) -> Scanned {
        self.deep(depth)?;
        self.expect("{")?;
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(());
        }
        let mut before: Option<Cow<'a, str>> = None;
        loop {
            let name = self.string()?;
            if before.is_some_and(|before| *before >= *name) {
                return self.fail("the members are not in order, or one stands twice");
            }
            self.expect(":")?;
            let from = self.at;
            self.value(depth)?;
            visit(&name, &self.text[from..self.at]);
            before = Some(name);
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b'}') => {
                    self.at += 1;
                    return Ok(());
                }
                Some(_) | None => return self.fail("`,` or `}` should stand here"),
            }
        }
    }

    /// An integer of 64 bits, signed or not, without leading zeros, plus sign or `-0`.
    fn integer(&mut self) -> Scanned {
        let from = self.at;
        let negative = self.peek() == Some(b'-');
        self.at += usize::from(negative);
        let digits = self.bytes[self.at..]
            .iter()
            .take_while(|b| b.is_ascii_digit())
            .count();
        let first = self.peek();
        self.at += digits;
        let text = &self.text[from..self.at];
        let fits = match (digits, first) {
            (0, _) => false,
            (1, Some(b'0')) => !negative,
            (_, Some(b'0')) => false,
            (_, _) if negative => text.parse::<i64>().is_ok(),
            (_, _) => text.parse::<u64>().is_ok(),
        };
        if !fits {
            return self.fail("the number before is no integer in its shortest form");
        }
        match self.peek() {
            Some(b'.' | b'e' | b'E') => self.fail("only integers may stand here"),
            Some(_) | None => Ok(()),
        }
    }

    /// A string; its text, borrowed where nothing is escaped.
    fn string(&mut self) -> Scanned<Cow<'a, str>> {
        self.expect("\"")?;
        let from = self.at;
        let (mut ascii, mut escaped) = (true, false);
        loop {
            let Some(&byte) = self.bytes.get(self.at) else {
                return self.fail("the bytes end within a string");
            };
            match byte {
                b'"' => break,
                b'\\' => {
                    escaped = true;
                    self.escape()?;
                }
                0x00..=0x1f => return self.fail("a control character must be escaped"),
                0x80.. => {
                    ascii = false;
                    self.at += 1;
                }
                _ => self.at += plain(&self.bytes[self.at..]),
            }
        }
        let raw = &self.text[from..self.at];
        self.at += 1;
        let text = if escaped {
            let quoted = &self.bytes[from - 1..self.at];
            let text: String = serde_json::from_slice(quoted)
                .map_err(|e| CanonicalError::NotCanonical(e.to_string()))?;
            Cow::Owned(text)
        } else {
            Cow::Borrowed(raw)
        };
        if !ascii
            && matches!(super::write::nfc(&text), Cow::Owned(composed) if composed != *text)
        {
            return self.fail("the text before is not in Unicode normalization form C");
        }
        Ok(text)
    }

    /// An escape: one of the seven short ones, or `\u00xx` for the other control characters.
    fn escape(&mut self) -> Scanned {
        let digit = |at: usize| match self.bytes.get(at) {
            Some(&byte @ b'0'..=b'9') => Some(byte - b'0'),
            Some(&byte @ b'a'..=b'f') => Some(byte - b'a' + 10),
            Some(_) | None => None,
        };
        match self.bytes.get(self.at + 1) {
            Some(b'"' | b'\\' | b'b' | b'f' | b'n' | b'r' | b't') => {
                self.at += 2;
                Ok(())
            }
            Some(b'u') if self.bytes[self.at + 2..].starts_with(b"00") => {
                let code = digit(self.at + 4)
                    .zip(digit(self.at + 5))
                    .map(|(a, b)| a * 16 + b);
                match code {
                    Some(0x08..=0x0a | 0x0c | 0x0d) | Some(0x20..) | None => {
                        self.fail("this escape is not the shortest")
                    }
                    Some(_) => {
                        self.at += 6;
                        Ok(())
                    }
                }
            }
            Some(_) | None => self.fail("nothing that needs no escape is escaped"),
        }
    }
}

/// How many bytes from the first on are ASCII characters that stand for themselves in a string.
///
/// Looks at eight at a time: most of a ledger is plain text, and all of it is checked.
fn plain(bytes: &[u8]) -> usize {
    const EACH: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = EACH * 0x80;
    /// Sets the high bit of the first zero byte; perhaps also of some after it.
    fn zero(word: u64) -> u64 {
        word.wrapping_sub(EACH) & !word
    }
    let mut at = 0;
    while let Some(&eight) = bytes[at..].first_chunk::<8>() {
        let word = u64::from_le_bytes(eight);
        let control = word.wrapping_sub(EACH * 0x20);
        let quote = zero(word ^ (EACH * u64::from(b'"')));
        let backslash = zero(word ^ (EACH * u64::from(b'\\')));
        let special = (word | control | quote | backslash) & HIGH;
        if special != 0 {
            return at + (special.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    let special = |byte: &u8| matches!(byte, 0..=0x1f | b'"' | b'\\' | 0x80..);
    at + bytes[at..]
        .iter()
        .position(special)
        .unwrap_or(bytes.len() - at)
}
