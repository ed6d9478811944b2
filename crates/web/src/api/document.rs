//! The OpenAPI 3.1 document, made from the table and the types of the answers.

use std::sync::LazyLock;

use serde_json::{Map, Value, json};
use world::view::ReportKind;

use super::schema::{self, PLACE};
use super::table::addresses;
use super::{Address, Param, Takes, VERSION, of, params};
use crate::ask::Form;
use crate::paging::Part;
use crate::problem::{Problem, ProblemDocument};

/// The days that can be asked about, as a pattern: 1850 to 2200.
const DAY_PATTERN: &str =
    "^(18[5-9][0-9]|19[0-9]{2}|2[01][0-9]{2}|2200)-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

/// A year, as far as dates are written with four digits.
const YEAR_PATTERN: &str = "^[1-9][0-9]{3}$";

/// A month of such a year.
const MONTH_PATTERN: &str = "^[1-9][0-9]{3}-(0[1-9]|1[0-2])$";

/// A day of such a year.
const ANY_DAY_PATTERN: &str = "^[1-9][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

/// Text on one line: control characters are refused.
const LINE_PATTERN: &str = r"^[^\u0000-\u001f\u007f-\u009f]+$";

/// The name of an item of a feed.
const ITEM_PATTERN: &str = "^[0-9a-z]+(-[0-9a-z]+)*$";

/// The document. It does not depend on the record.
pub(crate) static DOCUMENT: LazyLock<Value> = LazyLock::new(document);

/// The document of what only answers.
pub(crate) static READ_ONLY: LazyLock<Value> = LazyLock::new(|| {
    let mut document = DOCUMENT.clone();
    for path in document["paths"].as_object_mut().into_iter().flatten() {
        if let Some(operations) = path.1.as_object_mut() {
            operations.remove("post");
        }
    }
    document
});

fn document() -> Value {
    let mut generator = schema::generator();
    let problem = of::<ProblemDocument>(&mut generator);
    let part = of::<Part>(&mut generator).to_value();
    let mut paths = Map::new();
    for address in addresses() {
        let answer = address.schema.map(|schema| schema(&mut generator));
        for form in address.data() {
            let schema = match form {
                Form::Json => answer.as_ref().map_or_else(
                    || json!({"type": "object"}),
                    |schema| whole_or_part(address, schema.clone().to_value(), &part),
                ),
                Form::Html
                | Form::Csv
                | Form::Svg
                | Form::Png
                | Form::Atom
                | Form::Ics
                | Form::Paper(_) => {
                    json!({"type": "string"})
                }
            };
            let operation = operation(address, form, &schema);
            paths.insert(address.in_form(form), json!({ "get": operation }));
        }
    }
    if let Some(ledger) = paths.get_mut("/ledger.json") {
        ledger["post"] = crate::deeds::operation(&mut generator);
    }
    json!({
        "openapi": "3.1.1",
        "info": {
            "title": "Accede",
            "summary": "Disarmament treaties: who stood where on any day, since when, under which article, and how that is known.",
            "description": "Every page's data stand at the page's own address with an extension. Whoever brings no token reads what is public. `/api` is this document for people; `docs/api.md` says what may change within version 1.",
            "version": VERSION,
            "license": {"name": "Facts of treaty status are not subject to copyright; texts of the sources keep their own terms. See /about#sources."},
        },
        "servers": [{"url": "/", "description": "Where this document stands."}],
        "tags": super::Part::ALL.iter()
            .filter(|part| **part != super::Part::Pages)
            .map(|part| json!({"name": part.tag(), "description": part.what()}))
            .collect::<Vec<_>>(),
        "paths": paths,
        "components": {
            "parameters": params::COMMON.iter()
                .map(|param| (param.name.to_owned(), parameter(param, "query")))
                .collect::<Map<_, _>>(),
            "headers": headers(),
            "securitySchemes": {
                "token": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "A token of a person, made on the page of his account. Without one, answers are what anyone sees.",
                },
            },
            "responses": responses(problem.to_value()),
            "schemas": schema::collected(generator),
        },
    })
}

/// The schema of an answer that can be asked for in parts: it then says which part it is.
fn whole_or_part(address: &Address, answer: Value, part: &Value) -> Value {
    if !address.has_parts() {
        return answer;
    }
    json!({"allOf": [answer, {"type": "object", "properties": {"page": part}}]})
}

fn operation(address: &Address, form: Form, schema: &Value) -> Value {
    let mut parameters: Vec<Value> = Vec::new();
    parameters.extend(address.in_path().map(|param| parameter(param, "path")));
    parameters.extend(address.own.iter().map(|param| parameter(param, "query")));
    let common = params::COMMON.iter();
    parameters.extend(common.map(|param| reference("parameters", param.name)));
    let mut answers = Map::new();
    let mut told = json!({
        "ETag": reference("headers", "ETag"),
        "Api-Version": reference("headers", "Api-Version"),
    });
    if address.has_parts() {
        told["Link"] = reference("headers", "Link");
    }
    answers.insert(
        "200".to_owned(),
        json!({
            "description": "The answer.",
            "headers": told,
            "content": { (address.media_type(form)): { "schema": schema } },
        }),
    );
    answers.insert("304".to_owned(), reference("responses", "Unchanged"));
    if address.leads_on() {
        answers.insert("308".to_owned(), reference("responses", "Elsewhere"));
    }
    for (status, name) in [
        ("400", "Unreadable"),
        ("404", "Missing"),
        ("414", "TooLong"),
    ] {
        answers.insert(status.to_owned(), reference("responses", name));
    }
    // A queue stands before what is made as a document.
    if matches!(form, Form::Paper(report::Form::Docx | report::Form::Pdf)) {
        answers.insert("503".to_owned(), reference("responses", "Busy"));
    }
    json!({
        "operationId": format!("{}-{}", address.slug(), form.word()),
        "tags": [address.part.tag()],
        "summary": address.what,
        "parameters": parameters,
        "responses": answers,
    })
}

/// A parameter of the query or of the path.
fn parameter(param: &Param, place: &str) -> Value {
    let mut schema = takes(param.takes);
    if place == "query" && param.takes != Takes::Suppositions {
        // A form sends what was left blank; blank means not given.
        schema = json!({"anyOf": [schema, {"type": "string", "maxLength": 0}]});
    }
    let mut out = json!({
        "name": param.name,
        "in": place,
        "description": param.what,
        "schema": schema,
    });
    if !param.example.is_empty() {
        out["example"] = param.example.into();
    }
    if place == "path" {
        out["required"] = true.into();
    }
    if param.takes == Takes::Suppositions {
        out["style"] = "form".into();
        out["explode"] = true.into();
        out["example"] = json!([param.example]);
    }
    out
}

/// The schema of what a parameter takes.
fn takes(takes: Takes) -> Value {
    match takes {
        Takes::Day => json!({"type": "string", "format": "date", "pattern": DAY_PATTERN}),
        Takes::Date => json!({"type": "string", "anyOf": [
            {"format": "date", "pattern": ANY_DAY_PATTERN},
            {"pattern": MONTH_PATTERN},
            {"pattern": YEAR_PATTERN},
        ]}),
        Takes::Moment => json!({"type": "string", "anyOf": [
            {"format": "date-time"},
            {"format": "date", "pattern": DAY_PATTERN},
        ]}),
        Takes::Lang => json!({"type": "string", "enum": ["ar", "en", "es", "fr", "ru", "zh"]}),
        Takes::Number(least, most) => {
            json!({"type": "integer", "minimum": least, "maximum": most})
        }
        Takes::Word(words) => json!({"type": "string", "enum": words}),
        Takes::Table => {
            let names = dataset::TABLES.iter().map(|table| table.name);
            json!({"type": "string", "enum": names.collect::<Vec<_>>()})
        }
        Takes::Report => {
            json!({"type": "string", "enum": ReportKind::ALL.map(ReportKind::word)})
        }
        Takes::Item => json!({"type": "string", "pattern": ITEM_PATTERN}),
        Takes::Treaty | Takes::State | Takes::Text | Takes::Treaties | Takes::States => {
            json!({"type": "string", "minLength": 1, "pattern": LINE_PATTERN})
        }
        Takes::Suppositions => {
            json!({"type": "array", "items": {"type": "string", "pattern": LINE_PATTERN}})
        }
    }
}

fn headers() -> Value {
    json!({
        "ETag": {
            "description": "Derived from the head of the ledger, the question and the program; send it back as If-None-Match.",
            "schema": {"type": "string"},
        },
        "Api-Version": {
            "description": "The version of what is promised here.",
            "schema": {"type": "string", "const": super::MAJOR},
        },
        "Link": {
            "description": "The parts of the list beside this one, `rel=\"next\"` and `rel=\"prev\"` (RFC 8288); absent where there is none.",
            "schema": {"type": "string"},
        },
        "Location": {
            "description": "The address that answers.",
            "schema": {"type": "string"},
        },
    })
}

fn responses(problem: Value) -> Value {
    let told = |what: &str| {
        json!({
            "description": what,
            "headers": {"Api-Version": reference("headers", "Api-Version")},
            "content": {"application/problem+json": {"schema": problem}},
        })
    };
    let mut busy = told(
        "As many documents are being made and waited for as may: come again after so many seconds.",
    );
    busy["headers"]["Retry-After"] = json!({"schema": {"type": "integer"}});
    json!({
        "Unchanged": {
            "description": "The reader's copy is good.",
            "headers": {"ETag": reference("headers", "ETag")},
        },
        "Elsewhere": {
            "description": "Another name was used, or what is asked for is of another kind; the right address.",
            "headers": {"Location": reference("headers", "Location")},
        },
        "Unreadable": told("The question cannot be read: a parameter is unknown, given twice, or has a value it cannot have."),
        "Missing": told("There is nothing of that name, or nothing was known by then."),
        "TooLong": told("The question is too long."),
        "Busy": busy,
    })
}

fn reference(kind: &str, name: &str) -> Value {
    json!({"$ref": format!("#/components/{kind}/{name}")})
}

/// The schema a reference leads to, and its name.
pub(crate) fn found(reference: &str) -> Option<(&str, &'static Value)> {
    let name = reference.strip_prefix(&format!("#{PLACE}/"))?;
    Some((name, DOCUMENT.pointer(&format!("{PLACE}/{name}"))?))
}

/// Every kind of problem once, for the reference.
pub(crate) fn problems() -> Vec<Problem> {
    Problem::one_of_each()
}
