// Changes a page in place. What a link or a form of this page would open is fetched, and its parts
// take the places of the old ones: the reader keeps place and focus, and is told what it says now.
// Whatever cannot be done so is done the ordinary way, by opening the address.

/** The parts of a page that depend on the question. */
const PARTS = [".nav", ".strip", "main", ".foot"];

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
  const held = document.activeElement?.id;
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
  document.dispatchEvent(new CustomEvent("accede:changed"));
  if (held) {
    document.getElementById(held)?.focus({ preventScroll: true });
  }
  document.querySelector("main").removeAttribute("aria-busy");
  const told = document.querySelector("main [data-told]") ?? document.querySelector("main h1");
  say(told?.textContent.trim());
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
  const plain = !event.defaultPrevented && event.button === 0;
  if (!link || !plain || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
    return;
  }
  if (samePage(link.href)) {
    event.preventDefault();
    swap(link.href);
  }
});

// The three ways to see the same standing are one key apart: 1, 2, 3 while the picture has focus.
document.addEventListener("keydown", (event) => {
  const links = event.target.closest?.("[data-keys]")?.querySelectorAll("a[aria-keyshortcuts]") ?? [];
  const meant = [...links].find((link) => link.getAttribute("aria-keyshortcuts") === event.key);
  if (meant && !event.metaKey && !event.ctrlKey && !event.altKey && !event.target.closest("input, select, textarea")) {
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
