//! Right to left: no language of the pages is written so yet, so each page is turned by hand. What
//! begins a line then stands at the right edge, nothing runs out of the window, and days, numbers
//! and Latin names keep their own order.

use serde_json::json;

use crate::addresses;
use crate::reader::Reader;

/// Turns the page, and lets the browser set it anew before anything is measured.
const TURN: &str = "document.documentElement.dir = 'rtl'; \
    document.querySelectorAll('details').forEach(e => e.open = true); \
    return getComputedStyle(document.body).direction";

/// What of a turned page is not where it should be.
const ASTRAY: &str = r"
    const astray = [];
    const tell = (what, e) => astray.push(what + ': ' + e.outerHTML.slice(0, 160));
    const shown = e => e.checkVisibility() && !e.closest('.vh, svg, [dir=ltr]')
        && e.getBoundingClientRect().width > 1;
    const edge = e => { const s = getComputedStyle(e); return e.getBoundingClientRect().right
        - parseFloat(s.paddingRight) - parseFloat(s.borderRightWidth); };
    const text = e => { const range = document.createRange(); range.selectNodeContents(e);
        return range.getBoundingClientRect(); };

    const wide = document.documentElement.scrollWidth - innerWidth;
    if (wide > 0) astray.push('wider than the window by ' + wide + ' px');
    document.documentElement.scrollLeft = -1e6;
    if (scrollX !== 0) astray.push('scrolls sideways by ' + scrollX + ' px');

    for (const e of document.querySelectorAll('h1, h2, h3, .lede, caption, dt')) {
        if (!shown(e)) continue;
        const box = e.getBoundingClientRect(), said = text(e);
        if (getComputedStyle(e).textAlign === 'center') {
            if (Math.abs(said.left + said.right - box.left - box.right) > 6) tell('not in the middle', e);
        } else if (Math.abs(said.right - edge(e)) > 3) tell('does not begin at the right', e);
    }
    for (const table of document.querySelectorAll('table')) {
        if (!shown(table)) continue;
        const region = table.parentElement;
        // Turned by hand after it was set, a region may have kept its place; a reader begins at the start.
        region.scrollLeft = 0;
        if (Math.abs(table.getBoundingClientRect().right - edge(region)) > 2) tell('a table away from the right', table);
        const heads = [...table.querySelectorAll('thead th')].filter(shown);
        for (let n = 1; n < heads.length; n++) {
            if (heads[n].getBoundingClientRect().right > heads[n - 1].getBoundingClientRect().left + 2)
                tell('a column right of the one before', heads[n]);
        }
        for (const e of table.querySelectorAll('tbody th:not(.num), tbody td:not(.num)')) {
            if (shown(e) && getComputedStyle(e).textAlign === 'start' && e.innerText.trim() && e.firstChild.nodeType === 3
                && Math.abs(text(e).right - edge(e)) > 3) tell('a cell that does not begin at the right', e);
        }
    }

    // The first letter of what is Latin stands left of its last, on the same line.
    const isolated = 'time, a.short, span.short, .code, code, .permanent, .num, .num bdi';
    for (const e of document.querySelectorAll(isolated)) {
        const node = e.firstChild;
        if (!shown(e) || !node || node.nodeType !== 3 || node.length < 2) continue;
        const at = n => { const range = document.createRange(); range.setStart(node, n);
            range.setEnd(node, n + 1); return range.getBoundingClientRect(); };
        const said = node.data.trimEnd();
        const first = at(node.data.length - node.data.trimStart().length), last = at(said.length - 1);
        if (first.top === last.top && first.left > last.left) tell('turned about: ' + said, e);
    }
    for (const e of document.querySelectorAll('bdi')) {
        if (getComputedStyle(e).unicodeBidi !== 'isolate') tell('a name not set apart', e);
        if (e.lang && e.dir !== (e.lang === 'ar' ? 'rtl' : 'ltr')) tell('a name in no direction', e);
    }
    return astray.slice(0, 6);
";

/// Every page turned, at a width.
fn turned(test: &str, width: u32) {
    let Some(reader) = Reader::start(test) else {
        return;
    };
    reader.window(width, 800);
    let mut astray = Vec::new();
    for address in addresses::all() {
        reader.opens(address);
        assert_eq!(reader.driver().looks(TURN, &[]), "rtl", "{address}");
        let found = reader.driver().looks(ASTRAY, &[]);
        if found != json!([]) {
            astray.push(format!("{address}: {found:#}"));
        }
    }
    assert!(astray.is_empty(), "{}", astray.join("\n"));
}

#[test]
fn every_page_stands_right_to_left_on_a_wide_window() {
    turned("every_page_stands_right_to_left_on_a_wide_window", 1280);
}

#[test]
fn every_page_stands_right_to_left_on_a_phone() {
    turned("every_page_stands_right_to_left_on_a_phone", 360);
}

/// With Arabic names, a page in English marks each with its language and its direction, and a name
/// begins with its own first letter: the rightmost.
#[test]
fn arabic_names_are_set_apart_and_run_from_the_right() {
    let Some(reader) = Reader::start("arabic_names_are_set_apart_and_run_from_the_right")
    else {
        return;
    };
    let names = r"
        return [...document.querySelectorAll('main :is(.names, h1, td, dd) bdi[lang=ar]')].map(e => {
            const node = e.firstChild, at = n => { const range = document.createRange();
                range.setStart(node, n); range.setEnd(node, n + 1);
                return range.getBoundingClientRect(); };
            const [first, last] = [at(0), at(node.length - 1)];
            return [e.dir, /[\u0600-\u06ff]/.test(node.data), first.top !== last.top || first.left >= last.left];
        });
    ";
    for (address, least) in [("/states?lang=ar", 190), ("/states/RUS?lang=ar", 40)] {
        reader.opens(address);
        let found = reader.driver().looks(names, &[]);
        let found = found.as_array().expect("a list");
        assert!(found.len() >= least, "{address}: {}", found.len());
        // A State may have no Arabic name on record; then its English one stands, and is rare.
        let arabic = found.iter().filter(|one| one[1] == json!(true));
        let arabic: Vec<_> = arabic.collect();
        assert!(arabic.len() * 20 >= found.len() * 19, "{address}");
        for one in arabic {
            assert_eq!(one, &json!(["rtl", true, true]), "{address}");
        }
    }
}
