//! `/api`: the reference, for people, from the same table and schemas as the OpenAPI document.

use askama::Template;
use askama::filters::HtmlSafe;
use axum::extract::State;
use axum::response::Response;
use serde_json::Value;
use world::view::ReportKind;

use crate::App;
use crate::api::document::{DOCUMENT, found, problems};
use crate::api::schema::PLACE;
use crate::api::table::{MOVED, addresses};
use crate::api::{Address, Moved, Param, Part, Takes, VERSION, params};
use crate::ask::{Form, encode};
use crate::asked::Question;
use crate::frame::{Frame, Nav};
use crate::paging::MOST;
use crate::problem::Problem;
use crate::site;

#[derive(Template)]
#[template(path = "api.html")]
struct ApiPage {
    p: Frame,
    version: &'static str,
    origin: String,
    /// Whether this program makes PDFs.
    prints: bool,
    most: usize,
    sections: Vec<Section>,
    common: [Param; 3],
    moved: &'static [Moved],
    problems: Vec<Told>,
    schemas: Vec<Schema>,
}

/// A part of the reference.
struct Section {
    part: Part,
    addresses: Vec<&'static Address>,
}

/// A kind of problem.
struct Told {
    slug: &'static str,
    status: u16,
    title: String,
}

/// A schema as a table: its members, or its words.
struct Schema {
    name: &'static str,
    what: &'static str,
    kind: Vec<Piece>,
    members: Vec<Member>,
    words: Vec<(String, &'static str)>,
}

/// A member of a schema.
struct Member {
    name: &'static str,
    kind: Vec<Piece>,
    always: bool,
    what: &'static str,
}

/// A type, as it is set.
#[derive(Template)]
#[template(
    ext = "html",
    source = r##"{% for piece in pieces %}{% match piece %}{% when Piece::Key with (key) %}{{ p.t(key) }}{% when Piece::Name with (name) %}<a href="#schema-{{ name }}"><code>{{ name }}</code></a>{% when Piece::Plain with (text) %}<code>{{ text }}</code>{% endmatch %} {% endfor %}"##
)]
struct Pieces<'p> {
    p: &'p Frame,
    pieces: Vec<Piece>,
}

impl HtmlSafe for Pieces<'_> {}

/// A piece of a type: a word of the reader's language, a name with its place, or as it is.
#[derive(Clone)]
enum Piece {
    Key(&'static str),
    Name(&'static str),
    Plain(String),
}

impl Section {
    fn key(&self) -> &'static str {
        match self.part {
            Part::Treaties => "api-part-treaties",
            Part::States => "api-part-states",
            Part::Across => "api-part-across",
            Part::Days => "api-part-days",
            Part::Outreach => "api-part-outreach",
            Part::Campaigns => "api-part-campaigns",
            Part::Reports => "api-part-reports",
            Part::Library => "api-part-library",
            Part::Record => "api-part-record",
            Part::Data => "api-part-data",
            Part::Pages => "api-part-pages",
        }
    }
}

impl ApiPage {
    /// The first form that gives data.
    fn first(address: &Address) -> Option<Form> {
        address.data().next()
    }

    /// A command line that asks for an address.
    fn curl(&self, address: &Address) -> String {
        let form = Self::first(address).unwrap_or(Form::Html);
        let path = address
            .example_in(form)
            .replace('(', "%28")
            .replace(')', "%29");
        let own = address
            .own
            .iter()
            .find(|param| !param.example.is_empty() && param.name != "named");
        let query = own.map_or_else(
            || "?on=2020-10-24".to_owned(),
            |param| format!("?{}={}", encode(param.name), encode(param.example)),
        );
        let save = if address.is_file() { "-O " } else { "" };
        let query = if address.is_file() {
            ""
        } else {
            query.as_str()
        };
        format!("curl -s {save}'{}{path}{query}'", self.origin)
    }

    /// The forms of an address, each with its example.
    fn forms(&self, address: &Address) -> Vec<(&'static str, String)> {
        if address.is_file() {
            return vec![("sqlite", address.example.to_owned())];
        }
        let form = |form: &Form| (form.word(), address.example_in(*form));
        let made = |form: &&Form| self.prints || **form != Form::Paper(report::Form::Pdf);
        address.forms.iter().filter(made).map(form).collect()
    }

    /// What a parameter takes.
    fn takes(&self, param: &Param) -> Pieces<'_> {
        self.holds(&taken(param))
    }

    /// A type of the reader's language.
    fn holds(&self, pieces: &[Piece]) -> Pieces<'_> {
        Pieces {
            p: &self.p,
            pieces: pieces.to_vec(),
        }
    }
    /// The name of the schema of an address's JSON.
    fn answer(&self, address: &Address) -> Option<String> {
        let path = address.in_form(Form::Json).replace('/', "~1");
        let schema = DOCUMENT.pointer(&format!(
            "/paths/{path}/get/responses/200/content/application~1json/schema"
        ))?;
        let schema = schema.pointer("/allOf/0").unwrap_or(schema);
        let (name, _) = found(schema.get("$ref")?.as_str()?)?;
        Some(name.to_owned())
    }
}

fn taken(param: &Param) -> Vec<Piece> {
    let key = |key| vec![Piece::Key(key)];
    match param.takes {
        Takes::Day => key("api-takes-day"),
        Takes::Date => key("api-takes-date"),
        Takes::Moment => key("api-takes-moment"),
        Takes::Lang => words(&["ar", "en", "es", "fr", "ru", "zh"]),
        Takes::Treaty => key("api-takes-treaty"),
        Takes::Treaties => key("api-takes-treaties"),
        Takes::State => key("api-takes-state"),
        Takes::States => key("api-takes-states"),
        Takes::Number(_, _) => key("api-takes-number"),
        Takes::Item => key("api-takes-item"),
        Takes::Table => key("api-takes-table"),
        Takes::Text => key("api-takes-text"),
        Takes::Word(known) => words(known),
        Takes::Report => words(&ReportKind::ALL.map(ReportKind::word)),
        Takes::Suppositions => key("api-takes-suppositions"),
    }
}

fn words(known: &[&str]) -> Vec<Piece> {
    vec![Piece::Plain(known.join(", "))]
}

/// `GET /api`.
pub(crate) async fn show(
    State(app): State<App>,
    Question(asked): Question,
) -> Result<Response, Problem> {
    asked.only(&[])?;
    if asked.form != Form::Html {
        return Err(asked.no_form());
    }
    let mut p = asked
        .frame(Nav::Elsewhere, asked.words.text("api-heading"))
        .undated();
    p.has_json = false;
    let problems = problems().into_iter().map(|problem| Told {
        slug: problem.slug(),
        status: problem.status().as_u16(),
        title: problem.title(asked.words),
    });
    asked.page(&ApiPage {
        p,
        version: VERSION,
        origin: site::here(&asked).to_owned(),
        prints: app.printer.is_some(),
        most: MOST,
        sections: sections(),
        common: params::COMMON,
        moved: MOVED,
        problems: problems.collect(),
        schemas: schemas(),
    })
}

fn sections() -> Vec<Section> {
    let section = |part| Section {
        part,
        addresses: addresses().filter(|address| address.part == part).collect(),
    };
    Part::ALL.into_iter().map(section).collect()
}

fn schemas() -> Vec<Schema> {
    let all = DOCUMENT.pointer(PLACE).and_then(Value::as_object);
    all.into_iter()
        .flatten()
        .map(|(name, schema)| Schema {
            name,
            what: description(schema),
            kind: if schema.get("properties").is_some() || schema.get("oneOf").is_some() {
                Vec::new()
            } else {
                kind(schema)
            },
            members: members(schema),
            words: values(schema),
        })
        .collect()
}

fn description(schema: &'static Value) -> &'static str {
    schema
        .get("description")
        .and_then(Value::as_str)
        .unwrap_or_default()
}

fn members(schema: &'static Value) -> Vec<Member> {
    let always = |name: &str| {
        let required = schema.get("required").and_then(Value::as_array);
        required.is_some_and(|names| names.iter().any(|one| one == name))
    };
    let members = schema.get("properties").and_then(Value::as_object);
    members
        .into_iter()
        .flatten()
        .map(|(name, member)| Member {
            name,
            kind: kind(member),
            always: always(name),
            what: description(member),
        })
        .collect()
}

/// The words of an enumeration, or the members by which each variant is told.
fn values(schema: &'static Value) -> Vec<(String, &'static str)> {
    let plain = schema.get("enum").and_then(Value::as_array);
    let told = schema.get("oneOf").and_then(Value::as_array);
    let plain = plain.into_iter().flatten().map(|word| (shown(word), ""));
    let told = told.into_iter().flatten().flat_map(|one| {
        let known = one
            .get("enum")
            .and_then(Value::as_array)
            .into_iter()
            .flatten();
        let one_of = known
            .chain(one.get("const"))
            .map(|word| (shown(word), description(one)));
        let variant = variant(one).map(|told| (told, description(one)));
        one_of.chain(variant).collect::<Vec<_>>()
    });
    plain.chain(told).collect()
}

/// A variant with members, that first by whose value it is told.
fn variant(one: &Value) -> Option<String> {
    let members = one.get("properties")?.as_object()?;
    let (tags, others): (Vec<_>, Vec<_>) = members
        .iter()
        .partition(|(_, member)| member.get("const").is_some());
    let told = tags.into_iter().chain(others).map(|(name, member)| {
        let value = member.get("const").map_or_else(|| "…".to_owned(), shown);
        format!("\"{name}\": {value}")
    });
    Some(format!("{{{}}}", told.collect::<Vec<_>>().join(", ")))
}

fn shown(word: &Value) -> String {
    word.as_str()
        .map_or_else(|| word.to_string(), |word| format!("\"{word}\""))
}

/// A type, piece by piece.
fn kind(schema: &'static Value) -> Vec<Piece> {
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        return match found(reference) {
            Some((name, _)) => vec![Piece::Name(name)],
            None => Vec::new(),
        };
    }
    let several = ["anyOf", "oneOf", "allOf"]
        .into_iter()
        .find_map(|name| schema.get(name)?.as_array());
    if let Some(several) = several {
        let mut pieces = Vec::new();
        for one in several {
            if !pieces.is_empty() {
                pieces.push(Piece::Key("api-type-or"));
            }
            pieces.extend(kind(one));
        }
        return pieces;
    }
    let mut pieces = Vec::new();
    let one = schema.get("type").and_then(Value::as_str);
    let many = schema.get("type").and_then(Value::as_array);
    let names = many
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .chain(one);
    for name in names {
        if !pieces.is_empty() {
            pieces.push(Piece::Key("api-type-or"));
        }
        pieces.extend(named(name, schema));
    }
    pieces
}

fn named(name: &str, schema: &'static Value) -> Vec<Piece> {
    match (name, schema.get("format").and_then(Value::as_str)) {
        ("string", Some("date")) => vec![Piece::Key("api-type-day")],
        ("string", Some("date-time")) => vec![Piece::Key("api-type-moment")],
        ("string", _) => vec![Piece::Key("api-type-text")],
        ("integer" | "number", _) => vec![Piece::Key("api-type-number")],
        ("boolean", _) => vec![Piece::Key("api-type-boolean")],
        ("null", _) => vec![Piece::Plain("null".to_owned())],
        ("array", _) => {
            let mut pieces = vec![Piece::Key("api-type-list")];
            pieces.extend(schema.get("items").map(kind).unwrap_or_default());
            pieces
        }
        ("object", _) => {
            let mut pieces = vec![Piece::Key("api-type-map")];
            let values = schema
                .get("additionalProperties")
                .filter(|of| of.is_object());
            pieces.extend(values.map(kind).unwrap_or_default());
            pieces
        }
        (other, _) => vec![Piece::Plain(other.to_owned())],
    }
}
