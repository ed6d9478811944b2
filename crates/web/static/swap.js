// Changes a page in place. What a link or a form of this page would open is fetched, and its parts
// take the places of the old ones: the reader keeps place and focus, and is told what it says now.
// Without this file, and whenever something cannot be done so, the address is opened the ordinary way.

/** The parts of a page that depend on the question. */
const PARTS = [
  "head > link[type='application/json']",
  ".head",
  ".strip",
  "main",
  ".foot",
  "#finder-kept",
  "#finder-commands",
];

const html = document.documentElement;
/** The address shown, without the place on the page. */
let shown = location.pathname + location.search;
let asking = null;

/** Speaks to readers who do not see the page change. Stands from the start: what comes later is not read. */
const voice = document.createElement("p");
voice.className = "vh";
voice.setAttribute("role", "status");
document.body.append(voice);

/** Tells those who do not see it. */
export function say(text) {
  voice.textContent = text ?? "";
}

/** A day, a month or a year in the words of the page's language. */
export function calendar(parts) {
  const lang = html.lang === "en" ? "en-GB" : html.lang;
  return new Intl.DateTimeFormat(lang, { ...parts, timeZone: "UTC" });
}

/** Whether a click or a key means what it says, and not a new window or a command of the browser. */
export function plain(event) {
  return !(event.button > 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
}

/** Whether something is a page of the same address: only its question differs. */
export function samePage(address) {
  const url = new URL(address, location.href);
  return url.origin === location.origin && url.pathname === location.pathname;
}

/** The address a form would open; what was left blank is left out. */
export function formAddress(form, submitter) {
  const url = new URL(form.getAttribute("action") || location.pathname, location.href);
  const data = new FormData(form, submitter);
  url.search = new URLSearchParams([...data].filter(([, value]) => value !== ""));
  url.hash = "";
  return url;
}

/** Gives up what is being asked for: another question comes. */
export function wait() {
  asking?.abort();
}

/**
 * Marks what still says something of the day before: until its page comes, nobody may take it for
 * the new day's. `told` says so in words, on the blocks a selector finds.
 */
export function late(selector, told) {
  html.classList.add("moving");
  document.querySelector("main").setAttribute("aria-busy", "true");
  for (const block of document.querySelectorAll(selector)) {
    if (!block.parentElement.closest(selector)) {
      block.dataset.late = told;
    }
  }
}

/** Fetches a page of ours. Throws where there is none, or where a later question came between. */
export async function page(address) {
  wait();
  asking = new AbortController();
  const answer = await fetch(address, { signal: asking.signal, headers: { accept: "text/html" } });
  if (!answer.ok || !answer.headers.get("content-type")?.startsWith("text/html")) {
    throw new Error(`${answer.status} for ${address}`);
  }
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

/**
 * Shows an address of this page in place. `record` says what becomes of the history: "push" a step,
 * "replace" the present one, or "keep" what stands, for a step back.
 */
export async function swap(address, record = "push") {
  const url = new URL(address, location.href);
  let next;
  try {
    next = await page(url);
  } catch (cause) {
    if (cause.name !== "AbortError") {
      location.assign(url);
    }
    return;
  }
  if (record === "push") {
    history.pushState(null, "", url);
  } else if (record === "replace") {
    history.replaceState(null, "", url);
  }
  shown = location.pathname + location.search;
  put(next);
}

/** Puts the parts of a page in the places of the present ones. */
function put(next) {
  const focus = held();
  const top = document.activeElement.getBoundingClientRect().top;
  const open = [...document.querySelectorAll("details[open][id]")].map((one) => one.id);
  document.title = next.title;
  for (const part of PARTS) {
    const [old, fresh] = [document.querySelector(part), next.querySelector(part)];
    if (old && fresh) {
      old.replaceWith(document.adoptNode(fresh));
    } else {
      old?.remove();
    }
  }
  for (const id of open) {
    document.getElementById(id)?.setAttribute("open", "");
  }
  html.classList.remove("moving");
  document.dispatchEvent(new CustomEvent("accede:changed"));
  const again = focus();
  if (again) {
    again.focus({ preventScroll: true });
    // What is above may have become longer: the eye stays where it was.
    scrollBy({ top: again.getBoundingClientRect().top - top, behavior: "instant" });
  }
  const told = document.querySelector("main [data-told]") ?? document.querySelector("main h1");
  say(told?.textContent.trim());
}

/**
 * What has the focus, to be found again when its part has been replaced: by its id, or by its words
 * among its like. Where it has gone, as the link to today has on today's page, its neighbour.
 */
function held() {
  const element = document.activeElement;
  const part = PARTS.find((one) => element.closest(one));
  if (!part || element.matches(part)) {
    return () => part && document.querySelector(part);
  }
  const like = () =>
    [...document.querySelectorAll(`${part} ${element.localName}`)].filter(
      (one) => one.textContent === element.textContent,
    );
  const place = like().indexOf(element);
  return () =>
    (element.id && document.getElementById(element.id)) ||
    (!element.id && like()[place]) ||
    document.querySelector(part === ".strip" ? "#on" : "main");
}

document.addEventListener("submit", (event) => {
  const form = event.target.closest(".strip form, form[data-swap]");
  if (!form || form.method !== "get") {
    return;
  }
  const url = formAddress(form, event.submitter);
  if (samePage(url)) {
    event.preventDefault();
    swap(url);
  }
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-swap], .strip a");
  if (link && plain(event) && !event.defaultPrevented && samePage(link.href)) {
    event.preventDefault();
    swap(link.href);
  }
});

// The three ways to see the same standing are one key apart: 1, 2, 3 while the picture has focus.
document.addEventListener("keydown", (event) => {
  const links = event.target.closest?.("[data-keys]")?.querySelectorAll("a[aria-keyshortcuts]") ?? [];
  const meant = [...links].find((link) => link.getAttribute("aria-keyshortcuts") === event.key);
  if (meant && plain(event) && !event.target.closest("input, select, textarea")) {
    event.preventDefault();
    meant.focus();
    meant.click();
  }
});

addEventListener("popstate", () => {
  // A jump within the page is not another question.
  if (shown !== location.pathname + location.search) {
    swap(location.href, "keep");
  }
});
