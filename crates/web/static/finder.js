// The search box: `/` or Ctrl-K opens it over any page. Without this file the link in the head
// leads to the page of the search, which answers the same, and names no key.

/** The box, once the page has it. */
let finder = null;
const whole =
  document.readyState === "loading"
    ? new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }))
    : Promise.resolve();
// This file may stand before the page does. A key pressed meanwhile is kept.
whole.then(() => {
  finder = start(document.getElementById("finder"));
  offer();
});
offer();
document.addEventListener("accede:changed", offer);

/** Names the keys beside the link, now that they work. */
function offer() {
  for (const link of document.querySelectorAll("[data-finder]")) {
    link.setAttribute("aria-keyshortcuts", "/ Control+K");
  }
}

document.addEventListener("keydown", (event) => {
  const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
  const k = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey;
  if (k || (slash && !writes(event.target))) {
    event.preventDefault();
    whole.then(() => finder.open());
  }
});

document.addEventListener("click", (event) => {
  const other = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (event.target.closest("[data-finder]") && !other) {
    event.preventDefault();
    whole.then(() => finder.open());
  }
});

/**
 * Whether keys are being written somewhere. The box may keep the focus for a moment after it has
 * closed: what nobody sees is not written into.
 */
function writes(element) {
  const shut = element.closest("dialog:not([open])");
  return !shut && (element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName));
}

/** Makes the box answer; gives what opens it. */
function start(dialog) {
  const input = dialog.querySelector("[role=combobox]");
  const list = dialog.querySelector("[role=listbox]");
  const status = dialog.querySelector("[role=status]");
  let shown = [];
  let active = -1;
  let waiting = 0;
  let request = null;

  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener("close", () => {
    // It is told of later: the box may be open again, and its field in use.
    if (!dialog.open && dialog.contains(document.activeElement)) document.activeElement.blur();
  });
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 120);
  });
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && shown.length) {
      event.preventDefault();
      // From none, down is the first and up the last.
      const from = active < 0 && step < 0 ? 0 : active;
      mark((from + step + shown.length) % shown.length);
    } else if (event.key === "Enter" && active >= 0 && !event.isComposing) {
      event.preventDefault();
      go(shown[active]);
    }
  });
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) go(shown[[...list.children].indexOf(option)]);
  });

  return { open };

  function open() {
    if (dialog.open) return;
    dialog.showModal();
    input.select();
    ask();
  }

  /** What can be done on this page, as it is now. */
  function commands() {
    return [...dialog.querySelectorAll("#finder-commands a")].map((link) => ({
      title: link.textContent,
      address: link.getAttribute("href"),
      lang: link.lang,
      print: "print" in link.dataset,
    }));
  }

  async function ask() {
    request?.abort();
    const q = input.value.trim();
    if (!q) {
      show(commands());
      status.textContent = "";
      return;
    }
    const mine = new AbortController();
    request = mine;
    try {
      const { source } = dialog.querySelector("#finder-commands").dataset;
      const address = `${source}&q=${encodeURIComponent(q)}`;
      const answer = await fetch(address, { signal: mine.signal });
      if (!answer.ok) throw new Error(`${answer.status}`);
      const found = await answer.json();
      const own = commands().filter((one) => one.title.toLowerCase().includes(q.toLowerCase()));
      show([...found.hits.map(told), ...own]);
      say(found.total + own.length);
    } catch (cause) {
      if (mine.signal.aborted) return;
      show([]);
      status.textContent = dialog.dataset.failed;
    }
  }

  function told(hit) {
    return {
      title: hit.title,
      label: hit.label,
      note: hit.note,
      matched: hit.matched,
      address: hit.address,
      lang: dialog.dataset.lang,
      dir: dialog.dataset.dir,
    };
  }

  function say(n) {
    const { none, one, many } = dialog.dataset;
    status.textContent = n === 0 ? none : n === 1 ? one : many.replace("%n%", String(n));
  }

  function show(options) {
    shown = options;
    list.replaceChildren(...options.map(option));
    input.setAttribute("aria-expanded", String(options.length > 0));
    mark(options.length && input.value.trim() ? 0 : -1);
  }

  function option(one, at) {
    const row = text("li", "", "");
    row.id = `finder-${at}`;
    row.setAttribute("role", "option");
    row.setAttribute("aria-selected", "false");
    const title = text("span", "title", one.title);
    if (one.lang) title.lang = one.lang;
    if (one.dir) title.dir = one.dir;
    row.append(title);
    if (one.label) row.append(" ", text("span", "kind", one.label));
    if (one.matched) {
      const name = text("bdi", "matched", one.matched.name);
      if (one.matched.lang) name.lang = one.matched.lang;
      row.append(" ", name);
    }
    if (one.note) row.append(" ", text("span", "note", one.note));
    return row;
  }

  function text(name, kind, content) {
    const element = document.createElement(name);
    if (kind) element.className = kind;
    element.textContent = content;
    return element;
  }

  function mark(at) {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = at;
    const row = list.children[at];
    if (!row) {
      input.removeAttribute("aria-activedescendant");
      return;
    }
    row.setAttribute("aria-selected", "true");
    row.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", row.id);
  }

  function go(one) {
    dialog.close();
    if (one.print) window.print();
    else window.location.assign(one.address);
  }
}
