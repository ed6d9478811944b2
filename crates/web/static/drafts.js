// Keeps on this device what was typed about an approach and could not be sent, and offers it again when
// the network is back. Nothing is sent by itself: each draft is sent by a press, as the form with it would be,
// under its key, so that what was sent twice is recorded once; what the server tells first is read first. Drafts are text in the browser's storage,
// for whoever uses this device; signing out deletes them.
// Without this file the form is sent as any other, and what cannot be sent is not kept.

const PLACE = "accede-drafts";
const OWNER = "accede-drafts-owner";
/** Fields that are of one page or one session, and no part of a draft. */
const PASSING = ["form", "do", "confirmed", "pasted"];

const form = document.querySelector("form[data-drafts]");
const section = document.getElementById("kept");
const told = document.getElementById("draft-told");

/** Every draft that is kept; none where storage is refused. */
function kept() {
  try {
    const all = JSON.parse(localStorage.getItem(PLACE) ?? "[]");
    return Array.isArray(all) ? all.filter((one) => one && Array.isArray(one.fields)) : [];
  } catch {
    return [];
  }
}

/** Keeps these and no others; whether that worked. */
function keep(drafts) {
  try {
    if (drafts.length === 0) localStorage.removeItem(PLACE);
    else localStorage.setItem(PLACE, JSON.stringify(drafts));
    return true;
  } catch {
    return false;
  }
}

function drop(key) {
  keep(kept().filter((one) => one.key !== key));
}

/** Whose drafts these are: a word that tells one person from another on this device, and nothing else. */
function owner() {
  try {
    return form?.dataset.owner || localStorage.getItem(OWNER) || "";
  } catch {
    return "";
  }
}

function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function say(text) {
  told.textContent = text;
  told.hidden = text === "";
}

/** What stands in the form, as a draft. */
function draft() {
  const key = form.elements.namedItem("key");
  if (!key.value) key.value = newKey();
  const controls = Array.from(form.elements).filter((one) => one.name && !PASSING.includes(one.name));
  const fields = Array.from(new FormData(form)).filter(
    ([name, value]) => !PASSING.includes(name) && typeof value === "string",
  );
  const said = (name) => fields.find(([given]) => given === name)?.[1] ?? "";
  return {
    key: key.value,
    owner: owner(),
    at: new Date().toISOString(),
    what: [said("day"), said("to") || said("to-of"), said("treaty").toUpperCase()].filter(Boolean).join(" · "),
    names: [...new Set(controls.map((one) => one.name))],
    fields,
  };
}

function keepThis() {
  const one = draft();
  return keep([...kept().filter((other) => other.key !== one.key), one]);
}

/** Fills the form with a draft: what it had no field for stays as it is. */
function open(one) {
  const left = new Map();
  for (const [name, value] of one.fields) left.set(name, [...(left.get(name) ?? []), value]);
  const place = new Map();
  for (const control of Array.from(form.elements)) {
    const name = control.name;
    if (!name || PASSING.includes(name) || !one.names.includes(name)) continue;
    const values = left.get(name) ?? [];
    if (control.type === "checkbox" || control.type === "radio") {
      control.checked = values.includes(control.value);
      continue;
    }
    const at = place.get(name) ?? 0;
    place.set(name, at + 1);
    control.value = values[at] ?? "";
  }
  // Under its own key: sent twice, it is recorded once.
  form.elements.namedItem("key").value = one.key;
  // Rows that this page does not have yet: the server gives them fields once it is sent.
  for (const [name, at] of place) {
    for (const value of (left.get(name) ?? []).slice(at)) {
      const row = document.createElement("input");
      Object.assign(row, { type: "hidden", name, value });
      form.append(row);
    }
  }
  for (const group of form.querySelectorAll("details")) {
    const says = Array.from(group.querySelectorAll("input, textarea, select"));
    group.open ||= says.some((field) => (field.type === "checkbox" ? field.checked : field.value !== ""));
  }
  say(section.dataset.opened);
  form.querySelector("select, input:not([type=hidden])").focus();
}

/** Sends a draft as if it had been typed into the form: the server asks back where it would. */
function send(one) {
  open(one);
  form.requestSubmit(form.querySelector("[name=do][value=record]"));
}

/** Lists the drafts of whoever is here; of others it says only that there are some. */
function list() {
  const mine = owner();
  const all = kept();
  const own = all.filter((one) => one.owner === mine || one.owner === "");
  const others = all.length - own.length;
  const { one, many, send: sends, open: opens, drop: drops, others: foreign } = section.dataset;
  section.querySelector("p").textContent =
    own.length === 1 ? one : many.replace("0", String(own.length));
  section.querySelector("p").hidden = own.length === 0;
  const items = own.map((draft) => {
    const item = document.createElement("li");
    const name = document.createElement("bdi");
    name.textContent = draft.what || draft.at.slice(0, 10);
    // The page that is kept for want of a network has nowhere to send it.
    const sending = form.dataset.drafts === "form" ? [[sends, () => send(draft)]] : [];
    const buttons = [
      ...sending,
      [opens, () => open(draft)],
      [drops, () => (drop(draft.key), list())],
    ].map(([text, does]) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = text;
      button.setAttribute("aria-label", `${text}: ${name.textContent}`);
      button.addEventListener("click", does);
      return button;
    });
    item.append(name, ...buttons.flatMap((button) => [" ", button]));
    return item;
  });
  section.querySelector("ul").replaceChildren(...items);
  const other = section.querySelector("[data-foreign]");
  other.hidden = others === 0;
  other.textContent = foreign;
  section.hidden = all.length === 0;
}

/** Whether the server answers: a phone may believe that it has a network and have none. */
async function reached() {
  if (!navigator.onLine) return false;
  try {
    const how = { cache: "no-store", credentials: "omit", signal: AbortSignal.timeout(6000) };
    return (await fetch("/favicon.ico", how)).ok;
  } catch {
    return false;
  }
}

let passes = false;

async function submit(event) {
  if (passes) return;
  event.preventDefault();
  const by = event.submitter;
  const records = !by || by.name !== "do" || by.value === "record";
  const stays = records && keepThis();
  const there = await reached();
  if (there && form.dataset.drafts === "form") {
    passes = true;
    form.requestSubmit(by ?? undefined);
    passes = false;
    return;
  }
  list();
  if (!records) say(section.dataset.needs);
  else if (!stays) say(section.dataset.full);
  else {
    say(there ? section.dataset.back : section.dataset.kept);
    if (form.dataset.drafts === "offline") {
      // Another one may be written: this one is kept.
      form.reset();
      form.elements.namedItem("key").value = "";
    }
  }
  told.scrollIntoView({ block: "center" });
}

const recorded = document.querySelector("[data-recorded]");
if (recorded) drop(recorded.dataset.recorded);

if (form && section) {
  if (form.dataset.owner) {
    try {
      localStorage.setItem(OWNER, form.dataset.owner);
    } catch {
      // Where nothing can be kept, nothing need be told apart.
    }
  }
  // What came back from the server stands in the form.
  if (form.hasAttribute("data-came-back")) drop(form.elements.namedItem("key").value);
  list();
  form.addEventListener("submit", submit);
  section.querySelector("[data-drop-all]").addEventListener("click", () => {
    keep([]);
    list();
    say(section.dataset.gone);
  });
  addEventListener("online", async () => {
    if (kept().length > 0 && (await reached())) say(section.dataset.back);
  });
  for (const leave of document.querySelectorAll('form[action^="/sign-out"]')) {
    leave.addEventListener("submit", (event) => {
      if (kept().length > 0 && !confirm(section.dataset.leave)) event.preventDefault();
      else keep([]);
    });
  }
  if (form.dataset.drafts === "form" && "serviceWorker" in navigator) {
    const worker = `/approaches/worker.js?lang=${document.documentElement.lang}`;
    // Where it is refused the form works all the same, with the network.
    navigator.serviceWorker.register(worker, { scope: "/approaches/new" }).catch(() => {});
  }
}
