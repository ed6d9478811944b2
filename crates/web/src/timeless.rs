//! Data of a published edition: without the head and the moment of knowledge, which are those of
//! the whole edition and stand on its page and in its manifest. A file then changes when what it
//! says does, and not whenever anything is recorded.

use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
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

/// JSON without the moment of knowledge and the head: those of its outermost object, and of every
/// view within.
pub(crate) fn json(bytes: Vec<u8>) -> Vec<u8> {
    let Ok(raw) = serde_json::from_slice::<&RawValue>(&bytes) else {
        return bytes;
    };
    match stripped(raw.get(), true) {
        Ok(text) => text.into_bytes(),
        Err(_) => bytes,
    }
}

fn stripped(raw: &str, outermost: bool) -> serde_json::Result<String> {
    if raw.starts_with('[') {
        let items: Vec<&RawValue> = serde_json::from_str(raw)?;
        let items: serde_json::Result<Vec<_>> = items
            .into_iter()
            .map(|item| stripped(item.get(), false))
            .collect();
        return Ok(format!("[{}]", items?.join(",")));
    }
    if !raw.starts_with('{') {
        return Ok(raw.to_owned());
    }
    let Members(members) = serde_json::from_str(raw)?;
    // A view says both; what else is called so within one is its own.
    let is_view = ONCE
        .iter()
        .all(|once| members.iter().any(|(name, _)| name == once));
    let mut kept = Vec::with_capacity(members.len());
    for (name, value) in &members {
        if !((is_view || outermost) && ONCE.contains(&name.as_str())) {
            let name = serde_json::to_string(name)?;
            kept.push(format!("{name}:{}", stripped(value.get(), false)?));
        }
    }
    Ok(format!("{{{}}}", kept.join(",")))
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
        assert_eq!(
            said(r#"{"a":[{"known":1,"b":"\u00e9","head":{}}],"c":{"known":true}}"#),
            r#"{"a":[{"b":"\u00e9"}],"c":{"known":true}}"#
        );
        assert_eq!(said(r#"[{"known":1}]"#), r#"[{"known":1}]"#);
    }
}
