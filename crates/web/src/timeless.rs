//! Data of a published edition: without the head and the moment of knowledge, which are those of
//! the whole edition and stand on its page and in its manifest. A file then changes when what it
//! says does, and not whenever anything is recorded.

use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

/// What an edition says once.
const ONCE: [&str; 2] = ["known", "head"];

/// The members of an object in their order, each as it was written.
struct Members(Vec<(String, Box<RawValue>)>);

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Members, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Members;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        from.deserialize_map(InOrder)
    }
}

impl Serialize for Members {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

/// JSON without the moment of knowledge and the head of its outermost object; anything else as it
/// is.
pub(crate) fn json(bytes: Vec<u8>) -> Vec<u8> {
    let Ok(mut members) = serde_json::from_slice::<Members>(&bytes) else {
        return bytes;
    };
    members.0.retain(|(name, _)| !ONCE.contains(&name.as_str()));
    serde_json::to_vec(&members).unwrap_or(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> String {
        String::from_utf8(json(text.as_bytes().to_vec())).unwrap()
    }

    #[test]
    fn head_and_moment_are_left_out_and_the_rest_keeps_its_order() {
        assert_eq!(
            said(r#"{"z":1,"known":"2026","a":{"head":1,"n":0.10},"head":{"entries":1}}"#),
            r#"{"z":1,"a":{"head":1,"n":0.10}}"#
        );
        assert_eq!(said(r#"[{"known":1}]"#), r#"[{"known":1}]"#);
    }
}
