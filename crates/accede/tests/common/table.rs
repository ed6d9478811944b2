//! Every address that the instance tells of itself: those of the reference, in each form and with each of
//! their own parameters. A new page stands there or fails a test of `web`, so that no hunt forgets it.

use serde_json::Value;

/// How many words of a parameter that takes one of a list are asked for.
const WORDS: usize = 3;

/// The addresses of a document as `/openapi.json` gives it. `{seq}`, the name of an entry, stays as it is.
pub(crate) fn addresses(document: &Value) -> Vec<String> {
    let mut all = Vec::new();
    for (path, told) in document["paths"].as_object().unwrap() {
        let get = &told["get"];
        // Drawn once in pixels, a picture takes a second; it is the one of the SVG file.
        if get.is_null() || path.ends_with(".png") {
            continue;
        }
        let params: Vec<&Value> = get["parameters"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|param| match param["$ref"].as_str() {
                Some(reference) => document.pointer(&reference[1..]).unwrap(),
                None => param,
            })
            .collect();
        let path = filled(path, &params);
        for path in [page(&path), path] {
            let own = params.iter().filter(|param| param["in"] == "query");
            let own = own.filter(|param| !["on", "known", "lang"].contains(&name(param)));
            all.extend(own.flat_map(|param| asked(&path, param)));
            all.push(path);
        }
    }
    all.sort();
    all.dedup();
    all
}

fn name(param: &Value) -> &str {
    param["name"].as_str().unwrap()
}

/// A value of an example as an address has it.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.replace(' ', "%20")),
        Value::Number(number) => Some(number.to_string()),
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
    }
}

fn filled(path: &str, params: &[&Value]) -> String {
    let mut path = path.to_owned();
    for param in params.iter().filter(|param| param["in"] == "path") {
        if let Some(example) = text(&param["example"]).filter(|_| name(param) != "seq") {
            path = path.replace(&format!("{{{}}}", name(param)), &example);
        }
    }
    path
}

/// The page whose data stand at an address.
fn page(path: &str) -> String {
    let Some((page, _form)) = path.rsplit_once('.') else {
        return path.to_owned();
    };
    if page == "/index" { "/" } else { page }.to_owned()
}

/// An address with a parameter: its example, and the first words of a list.
fn asked(path: &str, param: &Value) -> Vec<String> {
    let words = param["schema"]["anyOf"].as_array().into_iter().flatten();
    let words = words.flat_map(|one| one["enum"].as_array().into_iter().flatten());
    let values = words.take(WORDS).chain([&param["example"]]);
    let values = values.filter_map(text).filter(|value| !value.is_empty());
    values
        .map(|value| format!("{path}?{}={value}", name(param)))
        .collect()
}
