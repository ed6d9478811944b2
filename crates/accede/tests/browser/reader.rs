//! A reader at the browser: with a pointer or with the keyboard alone, with the pages' scripts or
//! without, on a wide window or a narrow one.

use std::fmt;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::common::Accede;
use crate::common::server::Server;
use crate::driver::{Driver, Element};

/// How long something may take to show.
const SHOWS: Duration = Duration::from_secs(20);
/// How often Tab is pressed before a thing counts as out of reach.
const TABS: usize = 700;

/// How many stops there seem to be from the focus to an element: none where it has it, one where it
/// lies before.
const STOPS_LEFT: &str = "const to = arguments[0], from = document.activeElement; \
    if (from === to) return 0; \
    const after = (a, b) => a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING; \
    return Math.max(1, [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex]')] \
        .filter(e => e.tabIndex >= 0 && e.checkVisibility() && (from === document.body || after(from, e)) \
            && (e === to || after(e, to))).length)";

/// With what the reader works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hand {
    Pointer,
    Keyboard,
}

/// How a reader reads.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Way {
    pub(crate) hand: Hand,
    /// Whether the pages' scripts run.
    pub(crate) script: bool,
    pub(crate) width: u32,
}

/// Each journey is made in each of these ways.
pub(crate) const WAYS: [Way; 8] = [
    way(Hand::Pointer, true, 1280),
    way(Hand::Keyboard, true, 1280),
    way(Hand::Pointer, false, 1280),
    way(Hand::Keyboard, false, 1280),
    way(Hand::Pointer, true, 360),
    way(Hand::Keyboard, true, 360),
    way(Hand::Pointer, false, 360),
    way(Hand::Keyboard, false, 360),
];

const fn way(hand: Hand, script: bool, width: u32) -> Way {
    Way {
        hand,
        script,
        width,
    }
}

/// What is looked for on a page, as an XPath.
#[derive(Debug, Clone)]
pub(crate) struct Target(String);

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A link that says exactly this.
pub(crate) fn link(text: &str) -> Target {
    Target(format!("//a[normalize-space(.)={text:?}]"))
}

/// A link whose address has this in it.
pub(crate) fn link_to(part: &str) -> Target {
    Target(format!("//a[contains(@href, {part:?})]"))
}

/// A button that says exactly this.
pub(crate) fn button(text: &str) -> Target {
    Target(format!("//button[normalize-space(.)={text:?}]"))
}

/// The field a label that begins so belongs to.
pub(crate) fn field(label: &str) -> Target {
    Target(format!(
        "//*[@id=//label[starts-with(normalize-space(.), {label:?})]/@for] \
         | //label[starts-with(normalize-space(.), {label:?})]//input \
         | //label[starts-with(normalize-space(.), {label:?})]//select"
    ))
}

/// The box of a list whose label has this in it.
pub(crate) fn tick(label: &str) -> Target {
    Target(format!(
        "//label[contains(normalize-space(.), {label:?})]//input[@type='checkbox' or @type='radio']"
    ))
}

/// What an XPath finds.
pub(crate) fn at(path: &str) -> Target {
    Target(path.to_owned())
}

/// A reader before the pages of a server.
pub(crate) struct Reader {
    driver: Driver,
    server: Server,
    way: Way,
    _accede: Accede,
}

/// Makes a journey in every way, on one server and in one browser.
pub(crate) fn journey(test: &str, made: impl Fn(&Reader)) {
    let Some(mut reader) = Reader::start(test) else {
        return;
    };
    for way in WAYS {
        reader.prepare(way);
        made(&reader);
        reader.heard_no_complaint();
    }
}

impl Reader {
    /// A reader with the shipped facts, or `None` and a line saying so where there is no browser.
    pub(crate) fn start(test: &str) -> Option<Reader> {
        let driver = Driver::start(test)?;
        let accede = Accede::new();
        let server = Server::start(&accede);
        let mut reader = Reader {
            driver,
            server,
            way: WAYS[0],
            _accede: accede,
        };
        reader.prepare(WAYS[0]);
        Some(reader)
    }

    /// A reader before an instance that nobody has joined yet, at the name of this machine; with the
    /// address of the page at which the first one does.
    pub(crate) fn first(test: &str) -> Option<(Reader, String)> {
        let driver = Driver::start(test)?;
        let accede = Accede::new();
        let command = accede.command(["serve", "--listen", "127.0.0.1:0"]);
        let (mut server, link) = Server::first(command);
        server.address = server.address.replace("127.0.0.1", "localhost");
        let reader = Reader {
            driver,
            server,
            way: WAYS[0],
            _accede: accede,
        };
        Some((reader, link))
    }

    /// The instance starts again at this moment; the browser stays as it is.
    pub(crate) fn later(&mut self, now: &str) {
        let mut command = self._accede.command(["serve", "--listen", "127.0.0.1:0"]);
        command.env("ACCEDE_NOW", now);
        self.server = Server::of(command);
        self.server.address = self.server.address.replace("127.0.0.1", "localhost");
    }

    /// The server is there no more; the browser stays as it is.
    pub(crate) fn away(&mut self) {
        self.server.child.kill().expect("it ran");
        self.server.child.wait().expect("it has ended");
    }

    /// The server stands again where it stood.
    pub(crate) fn back(&mut self) {
        let address = self.server.address.replace("localhost", "127.0.0.1");
        let command = self._accede.command(["serve", "--listen", &address]);
        self.server = Server::of(command);
        self.server.address = self.server.address.replace("127.0.0.1", "localhost");
    }

    /// Waits until the page is under a worker that could give it without a network.
    #[track_caller]
    pub(crate) fn awaits_worker(&self) {
        let ready = self.driver.awaits(
            "navigator.serviceWorker.ready.then(() => arguments[arguments.length - 1](true))",
            &[],
        );
        assert_eq!(ready, true);
    }

    /// The program upon what the server serves.
    pub(crate) fn accede(&self) -> &Accede {
        &self._accede
    }

    /// Begins anew in this way.
    pub(crate) fn prepare(&mut self, way: Way) {
        self.way = way;
        self.driver.does("/url", &json!({"url": "about:blank"}));
        self.window(way.width, 800);
        self.driver.chromium(
            "Emulation.setScriptExecutionDisabled",
            &json!({"value": !way.script}),
        );
    }

    /// A window of this size.
    pub(crate) fn window(&self, width: u32, height: u32) {
        self.driver.chromium(
            "Emulation.setDeviceMetricsOverride",
            &json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false}),
        );
    }

    /// What the reader prefers: `prefers-color-scheme`, `prefers-reduced-motion`.
    pub(crate) fn prefers(&self, features: &[(&str, &str)]) {
        let features: Vec<Value> = features
            .iter()
            .map(|(name, value)| json!({"name": name, "value": value}))
            .collect();
        self.driver
            .chromium("Emulation.setEmulatedMedia", &json!({"features": features}));
    }

    pub(crate) fn way(&self) -> Way {
        self.way
    }

    pub(crate) fn driver(&self) -> &Driver {
        &self.driver
    }

    pub(crate) fn server(&self) -> &Server {
        &self.server
    }

    /// Opens a page by its address.
    #[track_caller]
    pub(crate) fn opens(&self, path: &str) {
        let address = format!("http://{}{path}", self.server.address);
        self.driver.does("/url", &json!({"url": address}));
    }

    /// What the browser complained of since it was last asked: scripts that failed, what the policy
    /// of a page refused, what was not found.
    pub(crate) fn complaints(&self) -> Vec<String> {
        let log = self.driver.does("/se/log", &json!({"type": "browser"}));
        let told = log.as_array().expect("a list").iter();
        told.filter(|one| one["level"] == "SEVERE" || one["level"] == "WARNING")
            .filter_map(|one| one["message"].as_str())
            // A page that says that something is not there is itself told of as a failed request.
            .filter(|text| !text.contains("the server responded with a status of 40"))
            .map(str::to_owned)
            .collect()
    }

    /// The browser had nothing to complain of.
    #[track_caller]
    pub(crate) fn heard_no_complaint(&self) {
        let complaints = self.complaints();
        assert!(
            complaints.is_empty(),
            "{:?}: {}",
            self.way,
            complaints.join("\n")
        );
    }

    /// Path and query of the page that is open.
    pub(crate) fn address(&self) -> String {
        let address = self.driver.tells("/url");
        let address = address.as_str().expect("an address");
        let host = format!("http://{}", self.server.address);
        address.strip_prefix(&host).unwrap_or(address).to_owned()
    }

    /// What the page says, as it is seen.
    pub(crate) fn text(&self) -> String {
        let text = self
            .driver
            .looks("return document.body ? document.body.innerText : ''", &[]);
        squeezed(text.as_str().unwrap_or_default())
    }

    /// Waits until the page says this.
    #[track_caller]
    pub(crate) fn sees(&self, text: &str) {
        let text = squeezed(text);
        self.waits(&format!("the page says “{text}”"), || {
            self.text().contains(&text)
        });
    }

    /// The page does not say this.
    #[track_caller]
    pub(crate) fn misses(&self, text: &str) {
        assert!(!self.text().contains(text), "{:?}: {text}", self.way);
    }

    /// Waits until the address of the page has this in it.
    #[track_caller]
    pub(crate) fn arrives(&self, part: &str) {
        self.waits(&format!("the address has {part}"), || {
            self.address().contains(part)
        });
    }

    /// Waits, for a bounded time, until something is so.
    #[track_caller]
    pub(crate) fn waits(&self, what: &str, is_so: impl Fn() -> bool) {
        let begun = Instant::now();
        while !is_so() {
            assert!(
                begun.elapsed() < SHOWS,
                "{:?}: waited in vain until {what}; at {}:\n{}",
                self.way,
                self.address(),
                self.text().chars().take(3000).collect::<String>()
            );
        }
    }

    /// The first of what is looked for that can be seen.
    pub(crate) fn looks_for(&self, target: &Target) -> Option<Element> {
        let shown = |one: &Element| {
            // It may have gone since it was found.
            self.driver
                .command(
                    "GET",
                    &format!("/element/{}/displayed", one.0),
                    &Value::Null,
                )
                .is_ok_and(|shown| shown == true)
        };
        self.driver.finds(&target.0).into_iter().find(shown)
    }

    /// The same, waiting until it is there.
    #[track_caller]
    pub(crate) fn finds(&self, target: &Target) -> Element {
        self.waits(&format!("{target} shows"), || {
            self.looks_for(target).is_some()
        });
        self.looks_for(target).expect("it was there")
    }

    /// Follows a link, presses a button, ticks a box.
    #[track_caller]
    pub(crate) fn uses(&self, target: &Target) {
        let element = self.finds(target);
        match self.way.hand {
            Hand::Pointer => {
                let path = format!("/element/{}/click", element.0);
                self.driver.does(&path, &json!({}));
            }
            Hand::Keyboard => {
                self.tabs_to(&element, target);
                let ticks = self.driver.looks(
                    "return arguments[0].matches('input[type=checkbox], input[type=radio]')",
                    &[element.handed()],
                );
                self.types(if ticks == true { " " } else { ENTER });
            }
        }
    }

    /// Brings the focus to an element, by pointer or with Tab.
    #[track_caller]
    pub(crate) fn enters(&self, target: &Target) -> Element {
        let element = self.finds(target);
        match self.way.hand {
            Hand::Pointer => {
                let path = format!("/element/{}/click", element.0);
                self.driver.does(&path, &json!({}));
            }
            Hand::Keyboard => self.tabs_to(&element, target),
        }
        element
    }

    /// Replaces what stands in a field of text.
    #[track_caller]
    pub(crate) fn fills(&self, target: &Target, text: &str) {
        let element = self.enters(target);
        self.chord(&[CONTROL, "a"]);
        self.types(text);
        self.holds(&element, text);
    }

    /// Replaces the day in a field for days, part by part, in the order the browser asks for them.
    #[track_caller]
    pub(crate) fn dates(&self, target: &Target, day: &str) {
        let element = self.enters(target);
        // The pointer may have landed on the second or the last part.
        self.types(&LEFT.repeat(3));
        let order = self.driver.looks(
            "return new Intl.DateTimeFormat(navigator.language).formatToParts(new Date())\
             .map(part => part.type)",
            &[],
        );
        let parts: Vec<&str> = day.split('-').collect();
        let order = order.as_array().expect("a list").iter();
        let keys = order.map(|part| match part.as_str() {
            Some("year") => parts[0],
            Some("month") => parts[1],
            Some("day") => parts[2],
            _ => "",
        });
        self.types(&keys.collect::<String>());
        self.holds(&element, day);
    }

    /// Chooses from a list by what the choice says.
    #[track_caller]
    pub(crate) fn chooses(&self, target: &Target, choice: &str) {
        let element = self.finds(target);
        let options = self.driver.looks(
            "return [...arguments[0].options].map(one => one.label.trim().replace(/\\s+/g, ' '))",
            &[element.handed()],
        );
        let options = options.as_array().expect("a list").iter();
        let place = options
            .into_iter()
            .position(|one| one == choice)
            .unwrap_or_else(|| panic!("{:?}: no choice {choice}", self.way));
        match self.way.hand {
            Hand::Pointer => {
                let option = format!("({target})//option");
                let option = self.driver.finds(&option).into_iter().nth(place);
                let path = format!("/element/{}/click", option.expect("it is there").0);
                self.driver.does(&path, &json!({}));
            }
            Hand::Keyboard => {
                self.tabs_to(&element, target);
                self.types(choice);
            }
        }
        self.waits(&format!("{choice} is chosen"), || {
            self.driver
                .looks("return arguments[0].selectedIndex", &[element.handed()])
                == place
        });
    }

    #[track_caller]
    fn holds(&self, element: &Element, value: &str) {
        self.waits(&format!("the field holds {value}"), || {
            self.driver
                .looks("return arguments[0].value", &[element.handed()])
                == value
        });
    }

    /// Presses keys, one after the other.
    #[track_caller]
    pub(crate) fn types(&self, keys: &str) {
        let strokes: Vec<Value> = keys
            .chars()
            .flat_map(|key| {
                let key = key.to_string();
                ["keyDown", "keyUp"].map(|what| json!({"type": what, "value": key}))
            })
            .collect();
        self.acts(&json!({"type": "key", "id": "keys", "actions": strokes}));
    }

    /// Presses keys together.
    #[track_caller]
    pub(crate) fn chord(&self, keys: &[&str]) {
        let down = keys
            .iter()
            .map(|key| json!({"type": "keyDown", "value": key}));
        let up = keys.iter().rev();
        let up = up.map(|key| json!({"type": "keyUp", "value": key}));
        let strokes: Vec<Value> = down.chain(up).collect();
        self.acts(&json!({"type": "key", "id": "keys", "actions": strokes}));
    }

    #[track_caller]
    fn acts(&self, actions: &Value) {
        self.driver.does("/actions", &json!({"actions": [actions]}));
    }

    /// Goes back, as the browser's button does.
    #[track_caller]
    pub(crate) fn goes_back(&self) {
        self.driver.does("/back", &json!({}));
    }

    /// Presses Tab until the element has the focus, and looks whether that shows.
    #[track_caller]
    fn tabs_to(&self, element: &Element, target: &Target) {
        let mut pressed = 0;
        while pressed < TABS {
            let left = self.driver.looks(STOPS_LEFT, &[element.handed()]);
            let left = usize::try_from(left.as_u64().expect("a number")).expect("a few");
            if left == 0 {
                return self.focus_shows(element, target);
            }
            // Half the way at once, so that what the page did not foretell is not passed by.
            let keys = (left / 2).max(1);
            self.types(&TAB.repeat(keys));
            pressed += keys;
        }
        panic!(
            "{:?}: {target} is not reached with Tab at {}",
            self.way,
            self.address()
        );
    }

    /// The frame may stand around the tile a small box belongs to.
    #[track_caller]
    fn focus_shows(&self, element: &Element, target: &Target) {
        let seen = self.driver.looks(
            "const e = arguments[0], r = e.getBoundingClientRect(); \
             const shows = one => { const s = getComputedStyle(one); \
             return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== 'none'; }; \
             const around = [e.closest('label'), e.closest('li')].filter(one => one !== null); \
             return [e, ...around].some(shows) \
             && r.bottom > 0 && r.top < innerHeight && r.right > 0 && r.left < innerWidth",
            &[element.handed()],
        );
        assert!(
            seen == true,
            "{:?}: the focus on {target} does not show at {}",
            self.way,
            self.address()
        );
    }
}

/// Keys that have no character of their own.
pub(crate) const TAB: &str = "\u{e004}";
pub(crate) const ENTER: &str = "\u{e007}";
pub(crate) const CONTROL: &str = "\u{e009}";
pub(crate) const ESCAPE: &str = "\u{e00c}";
pub(crate) const LEFT: &str = "\u{e012}";
pub(crate) const RIGHT: &str = "\u{e014}";
pub(crate) const UP: &str = "\u{e013}";
pub(crate) const DOWN: &str = "\u{e015}";

/// Blanks of every kind, one after the other, are one.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
