//! The table against the router, the parameters against the handlers, the answers against their
//! schemas.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use ledger::{Audience, Entry, EntryId};
use serde_json::Value;
use tower::ServiceExt;
use world::view::DocumentView;
use world::{Viewer, World};

use super::document::DOCUMENT;
use super::table::{MOVED, addresses};
use super::{Address, Takes, params};
use crate::ask::{Form, encode};
use crate::{App, NoWorld, Worlds};

/// The shipped facts, on one day.
struct Shipped(Arc<World>);

impl Worlds for Shipped {
    fn now(&self, _: &Viewer) -> Arc<World> {
        self.0.clone()
    }

    fn at_hand(&self, viewer: &Viewer, known: Option<Timestamp>) -> Option<Arc<World>> {
        known.is_none().then(|| self.now(viewer))
    }

    fn at(&self, _: &Viewer, _known: Timestamp) -> Result<Arc<World>, NoWorld> {
        Ok(self.0.clone())
    }

    fn today(&self) -> Date {
        date(2026, 11, 21)
    }
}

/// An approach that anyone may see, as the facts hold none.
fn approach(last: &Entry) -> Entry {
    let body = serde_json::json!({"approach": {
        "treaties": ["ctbt"], "state": "done", "kind": "meeting_bilateral", "on": "2023-03-12",
        "by": [{"participant": "ITA", "level": "ambassadorial"}], "to": [{"participant": "NPL"}],
        "outcomes": ["in_parliament"], "next": [{"what": "send the model law", "by": "2023-05"}],
    }});
    Entry {
        id: EntryId("01890000-0000-7000-9000-000000000001".parse().unwrap()),
        audience: Audience::Public,
        label: None,
        body: serde_json::from_value(body).unwrap(),
        ..last.clone()
    }
}

/// A report that anyone may see, as the facts hold none.
fn kept(last: &Entry) -> Entry {
    let body = serde_json::json!({"report": {
        "report": "article-xiv-2023", "title": "Article XIV, 2023", "kind": "progress",
        "treaty": "ctbt", "from": "2021-09-23", "to": "2023-09-22", "lang": "en",
        "made_for": "public",
        "own": [{"key": "own-1", "form": "numbered", "text": "We thank all."}],
    }});
    Entry {
        id: EntryId("01890000-0000-7000-9000-000000000002".parse().unwrap()),
        audience: Audience::Public,
        label: None,
        body: serde_json::from_value(body).unwrap(),
        ..last.clone()
    }
}

/// The library with the files that ship.
#[derive(Default)]
struct Beside(crate::stacks::Catalogue);

impl crate::Stacks for Beside {
    fn of(&self, world: &World, viewer: &Viewer) -> Result<library::Stacks, crate::NoStacks> {
        self.0.of(world, viewer)
    }

    fn text(&self, one: &DocumentView) -> Result<Option<transcribe::Text>, crate::NoStacks> {
        let bytes = one.text.as_deref().and_then(shipped::document);
        Ok(bytes.map(|bytes| serde_json::from_slice(bytes).unwrap()))
    }

    fn file(&self, one: &DocumentView) -> Result<Option<Vec<u8>>, crate::NoStacks> {
        let file = one.file.as_ref();
        let bytes = file.and_then(|file| shipped::document(&file.sha256));
        Ok(bytes.map(<[u8]>::to_vec))
    }
}

static WORLD: LazyLock<Arc<World>> = LazyLock::new(|| {
    let mut entries = shipped::entries().unwrap();
    entries.push(kept(entries.last().unwrap()));
    entries.push(approach(entries.last().unwrap()));
    let entries = ledger::chain(entries).unwrap();
    let last = entries.last().unwrap().entry.recorded;
    Arc::new(World::fold(&entries, &Viewer::public(), last))
});

/// An address as the table gives it; where it asks for an approach, that of this one.
fn there(address: &str) -> String {
    let number = WORLD.head().entries;
    address.replace("/approaches/1", &format!("/approaches/{number}"))
}

fn router() -> Router {
    static APP: LazyLock<App> = LazyLock::new(|| {
        let app = App::new(Arc::new(Shipped(WORLD.clone())));
        let app = app.with_stacks(Arc::new(Beside::default()));
        app.printing(Arc::new(|_paper| Ok(b"%PDF-1.7".to_vec())))
    });
    crate::router(APP.clone())
}

async fn get(address: &str) -> (StatusCode, HeaderMap, Vec<u8>) {
    let request = Request::get(there(address)).body(Body::empty()).unwrap();
    let response = router().oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.unwrap();
    (parts.status, parts.headers, bytes.to_vec())
}

async fn json(address: &str) -> Value {
    let (status, _, bytes) = get(address).await;
    let text = String::from_utf8_lossy(&bytes);
    assert!(!status.is_server_error(), "{address}: {text}");
    serde_json::from_str(&text).unwrap_or_else(|_| panic!("{address} gives no JSON: {text}"))
}

/// The form in which problems come as documents, whatever forms the address has.
fn problem_form(address: &Address) -> Form {
    let mut forms = address.forms.iter().filter(|form| **form != Form::Html);
    *forms.next().unwrap_or(&Form::Json)
}

#[test]
fn every_route_is_in_the_table_and_nothing_else() {
    let router = include_str!("../lib.rs");
    let joined: String = router.split_whitespace().collect();
    let routes: BTreeSet<&str> = joined
        .split(".route(\"")
        .skip(1)
        .filter_map(|rest| Some(rest.split_once('"')?.0))
        .filter(|route| !route.starts_with("/static") && *route != "/favicon.ico")
        .collect();
    let told = addresses().map(|address| address.path);
    let told: BTreeSet<&str> = told.chain(MOVED.iter().map(|moved| moved.from)).collect();
    let lacking: Vec<_> = routes.difference(&told).collect();
    let stray: Vec<_> = told.difference(&routes).collect();
    assert!(
        lacking.is_empty() && stray.is_empty(),
        "src/api/table.rs lacks {lacking:?} and has no route for {stray:?}"
    );
    assert_eq!(
        told.len(),
        addresses().count() + MOVED.len(),
        "a path twice"
    );
}

#[test]
fn every_name_in_a_path_is_explained() {
    for address in addresses() {
        let braces = address.path.matches('{').count();
        assert_eq!(address.in_path().count(), braces, "{}", address.path);
    }
    let slugs: BTreeSet<_> = addresses().map(Address::slug).collect();
    assert_eq!(slugs.len(), addresses().count());
}

#[tokio::test]
async fn every_example_answers_in_its_forms_and_in_no_other() {
    let every = [
        Form::Html,
        Form::Json,
        Form::Csv,
        Form::Svg,
        Form::Png,
        Form::Atom,
        Form::Ics,
        Form::Paper(report::Form::Docx),
        Form::Paper(report::Form::Pdf),
        Form::Paper(report::Form::Html),
        Form::Paper(report::Form::Md),
    ];
    for address in addresses() {
        for form in every {
            let asked = address.example_in(form);
            let (status, headers, _) = get(&asked).await;
            if address.forms.contains(&form) {
                assert_eq!(status, StatusCode::OK, "{asked}");
                let kind = headers["content-type"].to_str().unwrap();
                assert!(
                    address.is_original() || kind.starts_with(address.media_type(form)),
                    "{asked}: {kind}"
                );
                assert!(headers.contains_key("etag"), "{asked} has no tag");
                let open = headers.contains_key("access-control-allow-origin");
                assert_eq!(open, form != Form::Html || address.is_file(), "{asked}");
            } else {
                assert_eq!(status, StatusCode::NOT_FOUND, "{asked}");
            }
        }
    }
}

/// An address says which parameters it knows when it is asked for one it does not.
#[tokio::test]
async fn the_parameters_told_are_those_the_address_knows() {
    for address in addresses() {
        let asked = format!("{}?no-such=1", address.example_in(problem_form(address)));
        let problem = json(&asked).await;
        assert_eq!(problem["type"], "/api#problem-unknown-parameter", "{asked}");
        let known: BTreeSet<&str> = problem["known"]
            .as_array()
            .unwrap()
            .iter()
            .map(|name| name.as_str().unwrap())
            .collect();
        let told = params::COMMON.iter().chain(address.own);
        let told: BTreeSet<&str> = told.map(|param| param.name).collect();
        assert_eq!(known, told, "{}", address.path);
    }
}

#[tokio::test]
async fn every_parameter_takes_its_example_and_every_word_it_tells() {
    for address in addresses() {
        for param in address.own.iter().chain(&params::COMMON) {
            let mut values: Vec<_> = vec![param.example];
            values.retain(|value| !value.is_empty());
            if let Takes::Word(words) = param.takes {
                values.extend(words);
            }
            for value in values {
                let form = problem_form(address);
                let path = if address.forms.contains(&form) {
                    address.example_in(form)
                } else {
                    address.example.to_owned()
                };
                let asked = format!("{path}?{}={}", encode(param.name), encode(value));
                let (status, _, bytes) = get(&asked).await;
                let led_on = status == StatusCode::PERMANENT_REDIRECT && address.leads_on();
                let fine = status == StatusCode::OK || led_on || is_for_others(&asked);
                assert!(fine, "{asked}: {}", String::from_utf8_lossy(&bytes));
            }
        }
    }
}

/// A kind of report about everybody takes no State, and one that tells of no action plan no plan; others do.
fn is_for_others(asked: &str) -> bool {
    let [states, plans] =
        ["state=ITA", "plan=lausanne"].map(|one| format!("/reports/progress.json?{one}"));
    asked == states || asked == plans
}

/// What a parameter cannot be is refused, so that an address does not answer something else.
#[tokio::test]
async fn what_a_parameter_cannot_take_is_refused() {
    for address in addresses() {
        for param in address.own.iter().chain(&params::COMMON) {
            let wrong = match param.takes {
                Takes::Text if !matches!(param.name, "article") => continue,
                Takes::Number(_, _) => "many",
                Takes::Day
                | Takes::Date
                | Takes::Moment
                | Takes::Lang
                | Takes::Treaty
                | Takes::Treaties
                | Takes::State
                | Takes::States
                | Takes::Word(_)
                | Takes::Item
                | Takes::Table
                | Takes::Report
                | Takes::Text
                | Takes::Suppositions => "Atlantis!",
            };
            let path = address.example_in(problem_form(address));
            let asked = format!("{path}?{}={}", param.name, encode(wrong));
            let (status, headers, _) = get(&asked).await;
            assert!(status.is_client_error(), "{asked}: {status}");
            assert_eq!(
                headers["content-type"], "application/problem+json",
                "{asked}"
            );
        }
    }
}

/// Closes the schemas: what an answer has and its schema does not tell is a mistake here.
fn closed(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            if object.contains_key("properties") && !object.contains_key("additionalProperties")
            {
                object.insert("additionalProperties".to_owned(), false.into());
            }
            object.values_mut().for_each(closed);
        }
        Value::Array(items) => items.iter_mut().for_each(closed),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Every real answer, on two days and with each parameter, against its schema.
#[tokio::test]
async fn answers_fit_their_schemas_and_have_nothing_more() {
    let mut whole = DOCUMENT.clone();
    closed(&mut whole["components"]["schemas"]);
    let mut checks = BTreeMap::new();
    for address in addresses().filter(|address| address.schema.is_some()) {
        let path = address.in_form(Form::Json);
        let place = format!(
            "#/paths/{}/get/responses/200/content/application~1json/schema",
            path.replace('/', "~1")
                .replace('{', "%7B")
                .replace('}', "%7D")
        );
        let mut schema = serde_json::json!({"$schema": "https://json-schema.org/draft/2020-12/schema", "$ref": place});
        for part in ["paths", "components"] {
            schema[part] = whole[part].clone();
        }
        if address.has_parts() {
            schema["$ref"] = format!("{place}/allOf/0").into();
        }
        let check = jsonschema::validator_for(&schema).unwrap();
        checks.insert(address.path, check);
    }
    let part = serde_json::json!({"$ref": "#/components/schemas/Page", "components": whole["components"]});
    let part = jsonschema::validator_for(&part).unwrap();
    for address in addresses().filter(|address| address.schema.is_some()) {
        let path = address.example_in(Form::Json);
        let mut asked = vec![path.clone(), format!("{path}?on=2012-03-01&lang=fr")];
        for param in address
            .own
            .iter()
            .filter(|param| param.name != "named" && !param.example.is_empty())
            // Another address answers this.
            .filter(|_| address.path != "/reports")
        {
            asked.push(format!("{path}?{}={}", param.name, encode(param.example)));
        }
        for asked in asked.into_iter().filter(|asked| !is_for_others(asked)) {
            let mut answer = json(&asked).await;
            // The closed schema of the view would not let the part's own member pass.
            if let Some(page) = answer.as_object_mut().unwrap().remove("page") {
                assert!(
                    address.has_parts() && part.is_valid(&page),
                    "{asked}: {page}"
                );
            }
            let errors: Vec<_> = checks[address.path]
                .iter_errors(&answer)
                .take(3)
                .map(|error| format!("{} at {}", error, error.instance_path()))
                .collect();
            assert!(errors.is_empty(), "{asked}: {errors:#?}");
        }
    }
}

/// A schema that is not an OpenAPI 3.1 schema is of no use to anybody.
#[test]
fn every_reference_in_the_document_leads_somewhere() {
    fn references<'d>(value: &'d Value, found: &mut Vec<&'d str>) {
        match value {
            Value::Object(object) => {
                if let Some(Value::String(reference)) = object.get("$ref") {
                    found.push(reference);
                }
                object.values().for_each(|value| references(value, found));
            }
            Value::Array(items) => items.iter().for_each(|value| references(value, found)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    let mut found = Vec::new();
    references(&DOCUMENT, &mut found);
    assert!(found.len() > 100);
    for reference in found {
        let place = reference.strip_prefix('#').unwrap();
        assert!(DOCUMENT.pointer(place).is_some(), "{reference}");
    }
    let text = DOCUMENT.to_string();
    assert!(
        !text.contains("[`"),
        "a link into the code is left in a text"
    );
}

#[test]
fn one_of_each_problem_is_told() {
    let source = include_str!("../problem.rs");
    let slugs = source.split("fn slug").nth(1).unwrap();
    let slugs = slugs.split("\n    }\n").next().unwrap();
    let all: BTreeSet<&str> = slugs
        .split("=> \"")
        .skip(1)
        .filter_map(|rest| Some(rest.split_once('"')?.0))
        .filter(|slug| *slug != "elsewhere")
        .collect();
    let told = super::document::problems();
    let told: BTreeSet<&str> = told.iter().map(crate::problem::Problem::slug).collect();
    assert_eq!(told, all);
}

/// Following the links, one gets every row once, in the order of the whole.
#[tokio::test]
async fn the_parts_of_a_list_are_the_list() {
    for (whole, rows, limit) in [
        ("/treaties/ctbt/acts.json", "acts", 150),
        ("/treaties/ccm/obligations.json?state=ITA", "duties", 7),
        ("/states.json?lang=fr", "participants", 60),
        (
            "/changes.json?from=2000-01-01&to=2012-12-31&treaty=ccm",
            "acts",
            100,
        ),
        ("/duties.json?treaty=ccm", "duties", 90),
        ("/findings.json", "findings", 40),
        ("/uncertain.json?why=disputed", "rows", 50),
    ] {
        let all = json(whole).await;
        assert!(all.get("page").is_none(), "{whole} says it is a part");
        let all = all[rows].as_array().unwrap().clone();
        let between = if whole.contains('?') { '&' } else { '?' };
        let mut next = Some(format!("{whole}{between}limit={limit}"));
        let (mut found, mut parts) = (Vec::new(), 0);
        while let Some(asked) = next {
            let (status, headers, bytes) = get(&asked).await;
            assert_eq!(status, StatusCode::OK, "{asked}");
            let part: Value = serde_json::from_slice(&bytes).unwrap();
            assert_eq!(part["page"]["total"], all.len(), "{asked}");
            next = part["page"]["next"].as_str().map(str::to_owned);
            let link = headers
                .get("link")
                .map_or("", |link| link.to_str().unwrap());
            match &next {
                Some(next) => {
                    assert!(link.contains(&format!("<{next}>; rel=\"next\"")), "{link}")
                }
                None => assert!(!link.contains("next"), "{link}"),
            }
            found.extend(part[rows].as_array().unwrap().clone());
            parts += 1;
        }
        assert!(parts > 1, "{whole} has one part");
        assert_eq!(found, all, "{whole}");
    }
}

#[tokio::test]
async fn csv_and_the_ledger_go_in_parts_too() {
    let (_, headers, bytes) = get("/treaties/ctbt/acts.csv?limit=3&after=2").await;
    assert_eq!(String::from_utf8(bytes).unwrap().lines().count(), 4);
    let link = headers["link"].to_str().unwrap();
    assert!(
        link.contains("/treaties/ctbt/acts.csv?on=2026-11-21&known="),
        "{link}"
    );
    assert!(link.contains("limit=3&after=5>; rel=\"next\"") && link.contains("rel=\"prev\""));
    let first = json("/ledger.json?limit=3").await;
    let next = json(first["page"]["next"].as_str().unwrap()).await;
    let seq = |view: &Value, at: usize| view["entries"][at]["seq"].as_u64().unwrap();
    assert_eq!(seq(&first, 2), seq(&next, 0) + 1);
    for wrong in [
        "limit=0",
        "limit=501",
        "limit=-1",
        "after=-1",
        "after=x",
        "limit=%2B5",
        "limit=5&limit=6",
        "after=9007199254740992",
        "after=18446744073709551615",
    ] {
        let (status, ..) = get(&format!("/states.json?{wrong}")).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{wrong}");
    }
    // The last whole number every reader of JSON keeps exactly.
    let far = json("/states.json?limit=5&after=9007199254740991").await;
    assert_eq!(far["participants"].as_array().unwrap().len(), 0);
}

/// The type of a problem is an address, and something stands there.
#[tokio::test]
async fn the_reference_explains_every_address_problem_and_schema() {
    let (status, _, bytes) = get("/api").await;
    let page = String::from_utf8(bytes).unwrap();
    assert_eq!(status, StatusCode::OK);
    let has = |id: &str| assert!(page.contains(&format!("id=\"{id}\"")), "{id}");
    addresses().for_each(|address| has(&address.slug()));
    for problem in super::document::problems() {
        has(&format!("problem-{}", problem.slug()));
    }
    let schemas = DOCUMENT["components"]["schemas"].as_object().unwrap();
    for name in schemas.keys() {
        has(&format!("schema-{name}"));
    }
    for link in page.split("href=\"#").skip(1) {
        has(link.split('"').next().unwrap());
    }
}
