//! Arrays and objects under way: each element and member after a comma, which is put right at the
//! end.

use std::borrow::Cow;

use serde::Serialize;
use serde::ser;

use super::CanonicalError;
use super::write::{Writer, Written, nfc, no_form, to_bytes};

impl Writer {
    pub(super) fn open_list(&mut self, in_variant: bool) -> Result<List<'_>, CanonicalError> {
        self.deeper()?;
        let start = self.out.len();
        Ok(List {
            writer: self,
            start,
            in_variant,
        })
    }

    pub(super) fn open_object(
        &mut self,
        in_variant: bool,
    ) -> Result<Object<'_>, CanonicalError> {
        self.deeper()?;
        let start = self.out.len();
        Ok(Object {
            writer: self,
            start,
            members: Vec::new(),
            in_variant,
        })
    }
}

/// An array under way. Each element is written after a comma; the first comma becomes `[`.
pub(super) struct List<'a> {
    writer: &'a mut Writer,
    start: usize,
    in_variant: bool,
}

impl List<'_> {
    fn element<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.writer.out.push(b',');
        value.serialize(&mut *self.writer)
    }

    fn close(self) -> Written {
        if self.writer.out.len() == self.start {
            self.writer.out.push(b'[');
        }
        self.writer.out[self.start] = b'[';
        self.writer.out.push(b']');
        self.writer.depth -= 1;
        if self.in_variant {
            self.writer.close_variant();
        }
        Ok(())
    }
}

/// An object under way. Each member is written after a comma; once they are in order, the
/// first comma becomes `{`.
pub(super) struct Object<'a> {
    writer: &'a mut Writer,
    start: usize,
    /// The names, and where each member's comma stands.
    members: Vec<(Cow<'static, str>, usize)>,
    in_variant: bool,
}

impl Object<'_> {
    fn name(&mut self, name: Cow<'static, str>) {
        let at = self.writer.out.len();
        self.writer.out.push(b',');
        self.writer.text(&name);
        self.writer.out.push(b':');
        self.members.push((name, at));
    }

    fn member<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Written {
        self.name(nfc(name));
        value.serialize(&mut *self.writer)
    }

    fn close(mut self) -> Written {
        if self.members.is_empty() {
            self.writer.out.push(b'{');
        } else {
            self.put_in_order()?;
            self.writer.out[self.start] = b'{';
        }
        self.writer.out.push(b'}');
        self.writer.depth -= 1;
        if self.in_variant {
            self.writer.close_variant();
        }
        Ok(())
    }

    fn put_in_order(&mut self) -> Written {
        if self.members.is_sorted_by(|(a, _), (b, _)| a < b) {
            return Ok(());
        }
        let ends = self.members.iter().skip(1).map(|(_, at)| *at);
        let ends = ends.chain([self.writer.out.len()]);
        let mut members: Vec<(&str, &[u8])> = self
            .members
            .iter()
            .zip(ends)
            .map(|((name, at), end)| (name.as_ref(), &self.writer.out[*at..end]))
            .collect();
        members.sort_by_key(|(name, _)| *name);
        if let Some(pair) = members.windows(2).find(|pair| pair[0].0 == pair[1].0) {
            return Err(no_form(format!("two members are called `{}`", pair[0].0)));
        }
        let sorted: Vec<u8> = members
            .into_iter()
            .flat_map(|(_, member)| member)
            .copied()
            .collect();
        self.writer.out.truncate(self.start);
        self.writer.out.extend_from_slice(&sorted);
        Ok(())
    }
}

impl ser::SerializeSeq for List<'_> {
    type Ok = ();
    type Error = CanonicalError;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.element(value)
    }

    fn end(self) -> Written {
        self.close()
    }
}

impl ser::SerializeTuple for List<'_> {
    type Ok = ();
    type Error = CanonicalError;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.element(value)
    }

    fn end(self) -> Written {
        self.close()
    }
}

impl ser::SerializeTupleStruct for List<'_> {
    type Ok = ();
    type Error = CanonicalError;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.element(value)
    }

    fn end(self) -> Written {
        self.close()
    }
}

impl ser::SerializeTupleVariant for List<'_> {
    type Ok = ();
    type Error = CanonicalError;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.element(value)
    }

    fn end(self) -> Written {
        self.close()
    }
}

impl ser::SerializeMap for Object<'_> {
    type Ok = ();
    type Error = CanonicalError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Written {
        let bytes = to_bytes(key)?;
        let name: String = serde_json::from_slice(&bytes).map_err(|_not_text| {
            let key = String::from_utf8_lossy(&bytes).into_owned();
            no_form(format!("the name of a member must be text, not `{key}`"))
        })?;
        self.name(Cow::Owned(name));
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Written {
        self.close()
    }
}

impl ser::SerializeStruct for Object<'_> {
    type Ok = ();
    type Error = CanonicalError;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Written {
        self.member(name, value)
    }

    fn end(self) -> Written {
        self.close()
    }
}

impl ser::SerializeStructVariant for Object<'_> {
    type Ok = ();
    type Error = CanonicalError;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Written {
        self.member(name, value)
    }

    fn end(self) -> Written {
        self.close()
    }
}
