//! While the day is moved along the curve, by pointer and by keys: what the page shows under way is
//! what the server says of that day, and what it cannot show yet it does not pass off as that day's.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::every_page::MOVES;
use crate::in_place::as_served;
use crate::reader::{ESCAPE, LEFT, Reader, UP, at};

/// Pages asked for wait until they are let through: what shows meanwhile is the scripts' own.
const HELD: &str = "const ask = window.fetch, asked = []; \
    window.through = () => { window.fetch = ask; asked.splice(0).forEach(one => one()); }; \
    window.fetch = (address, how) => how?.headers \
        ? new Promise(done => asked.push(done)).then(() => ask(address, how)) : ask(address, how); \
    return true";

/// What the page shows of the day: its counts, its lists, its key, its pictures.
const SHOWN: &str = r"
    const all = selector => [...document.querySelectorAll(selector)];
    const shown = all('main svg.pic').filter(e => e.checkVisibility());
    const number = e => Number(e.textContent);
    const letters = Object.fromEntries(all('.tally li').map(e =>
        [e.querySelector('[data-stand]').dataset.stand, e.querySelector('b').textContent]));
    const standings = new Map();
    for (const part of shown.flatMap(svg => [...svg.querySelectorAll('[data-iso3]')])) {
        const standing = [...part.classList].map(one => one.match(/^st-(.*)$/)?.[1]).find(Boolean) ?? null;
        const letter = part.closest('.tiles') && standing && part.querySelector('tspan').textContent;
        standings.set(part.dataset.iso3, letter && letter !== letters[standing] ? letter : standing);
    }
    return {
        figures: Object.fromEntries(all('.figures [data-count]').map(e => [e.dataset.count, number(e)])),
        read: Object.fromEntries(shown.flatMap(svg => [...svg.querySelectorAll('.pic-said [data-count]')])
            .map(e => [e.dataset.count, number(e)])),
        tally: Object.fromEntries(all('[data-stand]').map(e => [e.dataset.stand, number(e)])),
        key: Object.fromEntries(shown.flatMap(svg => [...svg.querySelectorAll('[data-standing]')])
            .filter(e => e.getAttribute('visibility') !== 'hidden')
            .map(e => [e.dataset.standing, number(e.querySelector('tspan'))])),
        headed: Object.fromEntries(all('#lists h3').map(e => [e.id, number(e.querySelector('.count'))])),
        lists: Object.fromEntries(all('#lists h3').map(e => [e.id,
            [...e.nextElementSibling.querySelectorAll('a')].map(a => a.getAttribute('href').split('/')[2])])),
        pictures: Object.fromEntries(standings),
        day: document.querySelector('#on').value,
    };
";

/// What still says the day before, without saying so.
const UNMARKED: &str = r"
    return ['.lede', '.sentence', '.bygroup', '.plate figcaption', '.foot .colophon'].filter(one =>
        [...document.querySelectorAll(one)].some(e => e.checkVisibility() && !e.closest('[data-late]')));
";

/// What the server says of the day in the address, in the same words.
fn said(reader: &Reader, path: &str) -> (Value, BTreeMap<String, Value>) {
    let query = reader.address();
    let (_, query) = query.split_once('?').expect("the day is in the address");
    let day = query.split('&').find(|one| one.starts_with("on=")).unwrap();
    let (status, text) = reader.server().get(&format!("{path}.json?{day}"));
    assert_eq!(status, 200, "{day}");
    let data: Value = serde_json::from_str(&text).unwrap();
    let mut lists: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    let mut pictures = BTreeMap::new();
    for row in data["participants"].as_array().unwrap() {
        let (iso3, standing) = (&row["iso3"], &row["standing"]);
        let standing_word = standing.as_str().unwrap().to_owned();
        lists.entry(standing_word).or_default().push(iso3.clone());
        pictures.insert(iso3.as_str().unwrap().to_owned(), standing.clone());
    }
    let many: BTreeMap<_, _> = lists.iter().map(|(one, rows)| (one, rows.len())).collect();
    let all = ["party", "contracting", "signatory", "withdrawn", "none"];
    let tally: BTreeMap<_, _> = all
        .map(|one| (one, lists.get(one).map_or(0, Vec::len)))
        .into();
    let expected = json!({
        "counts": data["counts"], "tally": tally, "key": many, "headed": many,
        "lists": lists, "day": data["on"],
    });
    (expected, pictures)
}

/// What the page shows under way is what the server says of that day; the rest is marked.
fn follows(reader: &Reader, path: &str) {
    let (expected, standings) = said(reader, path);
    // The days of a moving hand are drawn as their data come.
    reader.waits("the day has followed", || {
        reader.driver().looks(SHOWN, &[])["tally"] == expected["tally"]
    });
    let shown = reader.driver().looks(SHOWN, &[]);
    for same in ["tally", "key", "headed", "lists", "day"] {
        assert_eq!(
            shown[same],
            expected[same],
            "{same} at {}",
            reader.address()
        );
    }
    for told in ["figures", "read"] {
        let figures = shown[told].as_object().unwrap();
        assert!(figures.len() >= 2, "{shown}");
        for (count, number) in figures {
            let at = reader.address();
            assert_eq!(*number, expected["counts"][count], "{count} at {at}");
        }
    }
    let pictures = shown["pictures"].as_object().unwrap();
    assert!(pictures.len() > 150, "{}", pictures.len());
    for (iso3, standing) in pictures {
        let said = standings.get(iso3).unwrap_or(&Value::Null);
        assert_eq!(standing, said, "{iso3} at {}", reader.address());
    }
    assert_eq!(reader.driver().looks(UNMARKED, &[]), json!([]));
    assert_eq!(reader.driver().looks(MOVES, &[]), json!([]));
}

/// Moves the pointer along the curve, to shares of its width: pressed down at the first of them,
/// let go at the last, or neither.
pub(crate) fn hand(reader: &Reader, shares: &[f64], down: bool, up: bool) {
    let area = reader.finds(&at("//*[contains(@class, 'pic-drag')]"));
    let place = reader.driver().looks(
        "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'}); \
         const r = arguments[0].getBoundingClientRect(); return [r.x, r.y, r.width, r.height]",
        &[area.handed()],
    );
    let number = |n: usize| place[n].as_f64().expect("a number");
    let moves = shares.iter().map(|share| {
        let x = (number(0) + number(2) * share).round();
        let y = (number(1) + number(3) / 2.0).round();
        json!({"type": "pointerMove", "x": x, "y": y, "duration": 40})
    });
    let mut actions: Vec<Value> = moves.collect();
    if down {
        actions.insert(1, json!({"type": "pointerDown", "button": 0}));
    }
    if up {
        actions.push(json!({"type": "pointerUp", "button": 0}));
    }
    let pointer = json!({
        "type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": actions,
    });
    let acted = json!({"actions": [pointer]});
    reader.driver().does("/actions", &acted);
}

/// The page of the day stands, as the server makes it, and the slider has the focus.
fn settled(reader: &Reader) {
    reader.waits("the page of the day stands", || {
        reader.driver().looks(
            "return !document.documentElement.classList.contains('moving') \
             && !document.querySelector('[aria-busy]')",
            &[],
        ) == true
    });
    as_served(reader);
    let focus = reader
        .driver()
        .looks("return document.activeElement.id", &[]);
    let focus = focus.as_str().unwrap();
    assert!(focus.starts_with("day-"), "{focus:?}");
}

/// Drags, holds still, drags on, lets go; goes back.
fn dragged(reader: &Reader, page: &str) {
    let path = page.split('?').next().unwrap();
    reader.opens(page);
    let before = reader.address();
    reader.driver().looks(HELD, &[]);
    hand(reader, &[0.95, 0.8], true, false);
    follows(reader, path);
    for share in [0.55, 0.3, 0.02, 0.4] {
        hand(reader, &[share], false, false);
        follows(reader, path);
    }
    // A hand that rests without letting go is given the page of the day, and may go on.
    reader.driver().looks("window.through()", &[]);
    settled(reader);
    reader.driver().looks(HELD, &[]);
    hand(reader, &[0.6], false, false);
    follows(reader, path);
    hand(reader, &[0.61], false, true);
    follows(reader, path);
    reader.driver().looks("window.through()", &[]);
    settled(reader);
    assert_ne!(reader.address(), before);
    // All of it was one step.
    reader.goes_back();
    reader.waits("the day is as before", || reader.address() == before);
    settled(reader);
    reader.heard_no_complaint();
}

#[test]
fn a_map_dragged_through_the_years_tells_each_day() {
    let Some(reader) = Reader::start("a_map_dragged_through_the_years_tells_each_day") else {
        return;
    };
    reader.prefers(&[("prefers-reduced-motion", "reduce")]);
    dragged(&reader, "/treaties/ccm");
}

#[test]
fn tiles_dragged_on_a_phone_tell_each_day() {
    let Some(reader) = Reader::start("tiles_dragged_on_a_phone_tell_each_day") else {
        return;
    };
    reader.prefers(&[("prefers-reduced-motion", "reduce")]);
    reader.window(360, 800);
    dragged(&reader, "/treaties/ctbt?view=tiles&lang=fr");
}

/// With arrows, by days and by months; and back with Escape while nothing has been let go.
#[test]
fn the_day_moved_by_keys_tells_each_day() {
    let Some(reader) = Reader::start("the_day_moved_by_keys_tells_each_day") else {
        return;
    };
    reader.prefers(&[("prefers-reduced-motion", "reduce")]);
    let before = "/treaties/npt?on=2003-01-12";
    reader.opens(before);
    reader.driver().looks(HELD, &[]);
    let slider = reader.finds(&at("//*[@role='slider' and starts-with(@id, 'day-')]"));
    reader
        .driver()
        .looks("arguments[0].focus()", &[slider.handed()]);
    for keys in [LEFT.repeat(3), UP.repeat(4), LEFT.to_owned()] {
        reader.types(&keys);
        follows(&reader, "/treaties/npt");
    }
    // The slider says what the page shows.
    let told = reader.driver().looks(
        "return document.activeElement.getAttribute('aria-valuetext')",
        &[],
    );
    let (expected, _) = said(&reader, "/treaties/npt");
    let number = |count: &str| expected["counts"][count].to_string();
    assert_eq!(
        told,
        format!(
            "8 May 2003, {} signatures, {} consents, {} parties, {} signatories only",
            number("signatures"),
            number("consents"),
            number("parties"),
            number("signatories_only"),
        )
    );
    reader.types(ESCAPE);
    reader.driver().looks("window.through()", &[]);
    reader.waits("the day is as before", || reader.address() == before);
    settled(&reader);
    reader.heard_no_complaint();
}
