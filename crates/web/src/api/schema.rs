//! The schemas of the answers: JSON Schema 2020-12, from the types that are written.

use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value};

/// Where the schemas stand in the document.
pub(crate) const PLACE: &str = "/components/schemas";

/// What makes schemas of types as they are written.
pub(crate) fn generator() -> SchemaGenerator {
    let mut settings = SchemaSettings::draft2020_12().for_serialize();
    settings.definitions_path = PLACE.into();
    settings.meta_schema = None;
    settings.into_generator()
}

/// The schemas collected so far, by name, made ready for readers.
pub(crate) fn collected(mut generator: SchemaGenerator) -> Map<String, Value> {
    let mut schemas = generator.take_definitions(true);
    schemas.values_mut().for_each(tidy);
    schemas
}

/// Opens the schema and takes the marks of our own documentation out of its texts.
///
/// Some types refuse unknown members when they are read, which schemas tell of as
/// `additionalProperties: false`. A promise that answers will never have more members is not given:
/// within a version members may be added.
pub(crate) fn tidy(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            if object.get("additionalProperties") == Some(&Value::Bool(false)) {
                object.remove("additionalProperties");
            }
            if let Some(Value::String(text)) = object.get_mut("description") {
                *text = plain(text);
            }
            object.values_mut().for_each(tidy);
        }
        Value::Array(items) => items.iter_mut().for_each(tidy),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// A doc comment without links into the code: ``[`Term::end`](x)`` becomes `` `Term::end` ``.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("[`") {
        out.push_str(before);
        out.push('`');
        let Some((name, tail)) = after.split_once("`]") else {
            rest = after;
            break;
        };
        out.push_str(name);
        out.push('`');
        rest = match tail.strip_prefix('(').and_then(|tail| tail.split_once(')')) {
            Some((_, tail)) => tail,
            None => tail,
        };
    }
    out.push_str(rest);
    out.replace('\n', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_into_the_code_are_taken_out() {
        for (text, shown) in [
            ("see [`A::b`].", "see `A::b`."),
            ("of [`Display`](fmt::Display); x", "of `Display`; x"),
            ("counts\nall of it", "counts all of it"),
            ("an [open one", "an [open one"),
        ] {
            assert_eq!(plain(text), shown);
        }
    }
}
