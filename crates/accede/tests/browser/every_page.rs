//! What every page owes every reader: no barrier that an engine can find, no scrolling sideways,
//! rest for those who ask for it, a clean sheet of paper.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::addresses;
use crate::common::skipped;
use crate::reader::Reader;

/// What axe-core is asked to look at: WCAG 2.2, levels A and AA, and what its makers think good.
const RULES: [&str; 6] = [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
];

/// Runs axe-core and hands over what it found, short.
const ASK: &str = r"
    const [tags, done] = arguments;
    axe.run(document, {
        runOnly: {type: 'tag', values: tags},
        rules: {'target-size': {enabled: true}},
        resultTypes: ['violations'],
    }).then(
        found => done(found.violations.map(one => one.id + ': ' + one.help + '\n' + one.nodes.slice(0, 4)
            .map(node => '    ' + node.target.join(' ') + '\n    ' + node.html.slice(0, 300) + '\n    '
                + node.failureSummary.replaceAll('\n', ' ')).join('\n')
            + (one.nodes.length > 4 ? '\n    and ' + (one.nodes.length - 4) + ' more' : ''))),
        error => done(['axe failed: ' + error]));
";

/// The file of axe-core, named by `ACCEDE_AXE`.
pub(crate) fn axe(test: &str) -> Option<String> {
    let path = std::env::var_os("ACCEDE_AXE").map(PathBuf::from);
    let Some(path) = path.filter(|path| path.is_file()) else {
        skipped(test, "axe-core (set ACCEDE_AXE to its axe.min.js)");
        return None;
    };
    Some(std::fs::read_to_string(path).unwrap())
}

/// Puts the engine into each page from outside, before its own scripts and past its policy for them.
pub(crate) fn brings(reader: &Reader, axe: &str) {
    reader.driver().chromium(
        "Page.addScriptToEvaluateOnNewDocument",
        &json!({ "source": axe }),
    );
}

/// What the engine finds on the page that is open.
pub(crate) fn barriers_here(reader: &Reader) -> Vec<String> {
    let found = reader.driver().awaits(ASK, &[json!(RULES)]);
    let found = found.as_array().expect("a list").iter();
    let address = reader.address();
    found
        .map(|one| format!("{address}: {}", one.as_str().expect("a text")))
        .collect()
}

/// No barrier on any page of the list, in a theme and at a width.
fn no_barriers(test: &str, theme: &str, width: u32) {
    let Some(axe) = axe(test) else { return };
    let Some(reader) = Reader::start(test) else {
        return;
    };
    reader.window(width, 800);
    reader.prefers(&[("prefers-color-scheme", theme)]);
    brings(&reader, &axe);
    let mut barriers = Vec::new();
    for address in addresses::all() {
        reader.opens(address);
        barriers.extend(barriers_here(&reader));
    }
    assert!(barriers.is_empty(), "{}", barriers.join("\n\n"));
}

#[test]
fn no_barrier_by_day_on_a_wide_window() {
    no_barriers("no_barrier_by_day_on_a_wide_window", "light", 1280);
}

#[test]
fn no_barrier_by_night_on_a_wide_window() {
    no_barriers("no_barrier_by_night_on_a_wide_window", "dark", 1280);
}

#[test]
fn no_barrier_by_day_on_a_phone() {
    no_barriers("no_barrier_by_day_on_a_phone", "light", 360);
}

#[test]
fn no_barrier_by_night_on_a_phone() {
    no_barriers("no_barrier_by_night_on_a_phone", "dark", 360);
}

/// What on a page is wider than the window, outside regions that scroll by themselves.
pub(crate) const WIDER: &str = r"
    const wide = document.documentElement.scrollWidth - innerWidth;
    if (wide <= 0) return [];
    const scrolls = e => { for (let p = e.parentElement; p; p = p.parentElement)
        if (getComputedStyle(p).overflowX !== 'visible') return true; return false; };
    return [...document.body.querySelectorAll('*')]
        .filter(e => (e.getBoundingClientRect().right > innerWidth + 1
            || e.getBoundingClientRect().left < -1) && !scrolls(e))
        .slice(-3).map(e => e.outerHTML.slice(0, 200)).concat('by ' + wide + ' px');
";

/// Letters, words, lines and paragraphs as far apart as WCAG 1.4.12 allows readers to set them.
pub(crate) const SPACED: &str = "const s = document.createElement('style'); s.textContent = \
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } \
    p { margin-block-end: 2em !important; }'; const sheet = new CSSStyleSheet(); \
    sheet.replaceSync(s.textContent); document.adoptedStyleSheets = [sheet]; return true";

/// WCAG 1.4.10: at 320 px, which is 1280 px enlarged four times, nobody scrolls sideways to read.
#[test]
fn no_page_scrolls_sideways_on_a_window_of_320_px() {
    let Some(reader) = Reader::start("no_page_scrolls_sideways_on_a_window_of_320_px") else {
        return;
    };
    reader.window(320, 640);
    let mut wide = Vec::new();
    for address in addresses::all() {
        reader.opens(address);
        for spaced in [false, true] {
            if spaced {
                reader.driver().looks(SPACED, &[]);
            }
            let found = reader.driver().looks(WIDER, &[]);
            if found != json!([]) {
                wide.push(format!("{address}, text spaced {spaced}: {found:#}"));
            }
        }
    }
    assert!(wide.is_empty(), "{}", wide.join("\n"));
}

/// What moves on a page by itself or when touched.
pub(crate) const MOVES: &str = r"
    const seconds = text => Math.max(...text.split(',').map(parseFloat));
    return [...document.querySelectorAll('*')].filter(e => { const s = getComputedStyle(e);
        return seconds(s.transitionDuration) > 0.001 || (s.animationName !== 'none'
            && seconds(s.animationDuration) > 0.001) || s.scrollBehavior === 'smooth'; })
        .slice(0, 3).map(e => e.outerHTML.slice(0, 200));
";

#[test]
fn nothing_moves_for_those_who_asked_for_rest() {
    let Some(reader) = Reader::start("nothing_moves_for_those_who_asked_for_rest") else {
        return;
    };
    reader.prefers(&[("prefers-reduced-motion", "reduce")]);
    for address in addresses::all() {
        reader.opens(address);
        let found = reader.driver().looks(MOVES, &[]);
        assert_eq!(found, json!([]), "{address}");
    }
}

/// What of the frame stands on the paper, and whether the page's permanent address does.
const PRINTED: &str = r"
    const shown = e => e.checkVisibility();
    const permanent = document.querySelector('.foot .permanent');
    return {
        frame: [...document.querySelectorAll('nav, form, .skip, button, .noprint')].filter(shown)
            .map(e => e.outerHTML.slice(0, 120)),
        permanent: permanent ? shown(permanent) && permanent.innerText.includes('on=' ) : null,
    };
";

#[test]
fn on_paper_a_page_has_its_address_and_no_navigation() {
    let Some(reader) = Reader::start("on_paper_a_page_has_its_address_and_no_navigation")
    else {
        return;
    };
    reader
        .driver()
        .chromium("Emulation.setEmulatedMedia", &json!({"media": "print"}));
    for address in addresses::all() {
        reader.opens(address);
        let found = reader.driver().looks(PRINTED, &[]);
        assert_eq!(found["frame"], json!([]), "{address}");
        let dated = reader.driver().finds("//*[@id='on']").len() == 1;
        if dated {
            assert_eq!(found["permanent"], true, "{address}");
        }
    }
}

/// The browser itself has nothing to complain of: no script that fails, nothing that the policy
/// refuses, nothing that is not found.
#[test]
fn no_page_makes_the_browser_complain() {
    let Some(reader) = Reader::start("no_page_makes_the_browser_complain") else {
        return;
    };
    let mut complaints = Vec::new();
    for address in addresses::all() {
        reader.opens(address);
        let told = reader.complaints().into_iter();
        complaints.extend(told.map(|text| format!("{address}: {text}")));
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

/// Says what the page is about before anything else: no two kinds of page have the same title.
#[test]
fn every_page_has_a_title_of_its_own() {
    let Some(reader) = Reader::start("every_page_has_a_title_of_its_own") else {
        return;
    };
    let mut titles = std::collections::BTreeMap::new();
    for address in addresses::all() {
        reader.opens(address);
        let title = reader.driver().tells("/title");
        let Value::String(title) = title else {
            panic!("{address}: {title}")
        };
        // Where an address leads on, the title is of the page to which it leads.
        let here = reader.address();
        let path = here.split('?').next().unwrap_or(&here).to_owned();
        let before = titles.insert(title.clone(), path.clone());
        assert!(
            before.as_ref().is_none_or(|other| *other == path),
            "{path} and {before:?} are both called “{title}”"
        );
    }
}
