//! Writes any serializable value in canonical form, in one pass.
//!
//! Members of an object are written as they come and put in order when the object ends; most
//! objects of one member, and all that come sorted, are never moved.

use std::borrow::Cow;

use serde::Serialize;
use serde::ser::{self, Serializer};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::compound::{List, Object};
use super::{CanonicalError, MAX_DEPTH};

pub(super) type Written = Result<(), CanonicalError>;

pub(super) fn to_bytes<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, CanonicalError> {
    let mut writer = Writer {
        out: Vec::with_capacity(512),
        depth: 0,
    };
    value.serialize(&mut writer)?;
    Ok(writer.out)
}

/// The text in NFC, borrowed where it already is.
pub(super) fn nfc(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => Cow::Borrowed(text),
        IsNormalized::No | IsNormalized::Maybe => Cow::Owned(text.nfc().collect()),
    }
}

pub(super) fn no_form(what: impl Into<String>) -> CanonicalError {
    CanonicalError::NotWritable(what.into())
}

impl ser::Error for CanonicalError {
    fn custom<T: std::fmt::Display>(message: T) -> Self {
        no_form(message.to_string())
    }
}

pub(super) struct Writer {
    pub(super) out: Vec<u8>,
    pub(super) depth: usize,
}

impl Writer {
    pub(super) fn text(&mut self, text: &str) {
        let text = nfc(text);
        self.out.push(b'"');
        let mut from = 0;
        for (at, byte) in text.bytes().enumerate() {
            let short = match byte {
                b'"' => b'"',
                b'\\' => b'\\',
                0x08 => b'b',
                0x09 => b't',
                0x0a => b'n',
                0x0c => b'f',
                0x0d => b'r',
                0x00..=0x1f => b'u',
                _ => continue,
            };
            self.out.extend_from_slice(&text.as_bytes()[from..at]);
            self.out.extend_from_slice(&[b'\\', short]);
            if short == b'u' {
                const HEX: &[u8; 16] = b"0123456789abcdef";
                let (high, low) = (usize::from(byte >> 4), usize::from(byte & 15));
                self.out
                    .extend_from_slice(&[b'0', b'0', HEX[high], HEX[low]]);
            }
            from = at + 1;
        }
        self.out.extend_from_slice(&text.as_bytes()[from..]);
        self.out.push(b'"');
    }

    fn number(&mut self, number: impl std::fmt::Display) -> Written {
        use std::io::Write;
        write!(self.out, "{number}").map_err(|e| no_form(e.to_string()))
    }

    fn literal(&mut self, literal: &str) -> Written {
        self.out.extend_from_slice(literal.as_bytes());
        Ok(())
    }

    pub(super) fn deeper(&mut self) -> Written {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(no_form(format!(
                "it is nested more than {MAX_DEPTH} levels deep"
            )));
        }
        Ok(())
    }

    /// Opens `{"variant":`, to be closed by [`Writer::close_variant`].
    pub(super) fn open_variant(&mut self, variant: &str) -> Written {
        self.deeper()?;
        self.out.push(b'{');
        self.text(variant);
        self.out.push(b':');
        Ok(())
    }

    pub(super) fn close_variant(&mut self) {
        self.out.push(b'}');
        self.depth -= 1;
    }
}

impl<'a> Serializer for &'a mut Writer {
    type Ok = ();
    type Error = CanonicalError;
    type SerializeSeq = List<'a>;
    type SerializeTuple = List<'a>;
    type SerializeTupleStruct = List<'a>;
    type SerializeTupleVariant = List<'a>;
    type SerializeMap = Object<'a>;
    type SerializeStruct = Object<'a>;
    type SerializeStructVariant = Object<'a>;

    fn serialize_bool(self, value: bool) -> Written {
        self.literal(if value { "true" } else { "false" })
    }

    fn serialize_i8(self, value: i8) -> Written {
        self.number(value)
    }

    fn serialize_i16(self, value: i16) -> Written {
        self.number(value)
    }

    fn serialize_i32(self, value: i32) -> Written {
        self.number(value)
    }

    fn serialize_i64(self, value: i64) -> Written {
        self.number(value)
    }

    fn serialize_u8(self, value: u8) -> Written {
        self.number(value)
    }

    fn serialize_u16(self, value: u16) -> Written {
        self.number(value)
    }

    fn serialize_u32(self, value: u32) -> Written {
        self.number(value)
    }

    fn serialize_u64(self, value: u64) -> Written {
        self.number(value)
    }

    fn serialize_f32(self, value: f32) -> Written {
        Err(no_form(format!(
            "{value} is a floating-point number; write an integer or text"
        )))
    }

    fn serialize_f64(self, value: f64) -> Written {
        Err(no_form(format!(
            "{value} is a floating-point number; write an integer or text"
        )))
    }

    fn serialize_char(self, value: char) -> Written {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Written {
        self.text(value);
        Ok(())
    }

    fn serialize_bytes(self, value: &[u8]) -> Written {
        Err(no_form(format!(
            "{} raw bytes; write them as hexadecimal text",
            value.len()
        )))
    }

    fn serialize_none(self) -> Written {
        self.literal("null")
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Written {
        self.literal("null")
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Written {
        self.literal("null")
    }

    fn serialize_unit_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
    ) -> Written {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        value: &T,
    ) -> Written {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        value: &T,
    ) -> Written {
        self.open_variant(variant)?;
        value.serialize(&mut *self)?;
        self.close_variant();
        Ok(())
    }

    fn serialize_seq(self, _len: Option<usize>) -> Result<List<'a>, CanonicalError> {
        self.open_list(false)
    }

    fn serialize_tuple(self, _len: usize) -> Result<List<'a>, CanonicalError> {
        self.open_list(false)
    }

    fn serialize_tuple_struct(
        self,
        _name: &'static str,
        _len: usize,
    ) -> Result<List<'a>, CanonicalError> {
        self.open_list(false)
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _len: usize,
    ) -> Result<List<'a>, CanonicalError> {
        self.open_variant(variant)?;
        self.open_list(true)
    }

    fn serialize_map(self, _len: Option<usize>) -> Result<Object<'a>, CanonicalError> {
        self.open_object(false)
    }

    fn serialize_struct(
        self,
        _name: &'static str,
        _len: usize,
    ) -> Result<Object<'a>, CanonicalError> {
        self.open_object(false)
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _len: usize,
    ) -> Result<Object<'a>, CanonicalError> {
        self.open_variant(variant)?;
        self.open_object(true)
    }
}
