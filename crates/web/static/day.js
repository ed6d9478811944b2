// The day, dragged along the curve, or moved by keys: the counts, the picture, its key and the lists
// follow at once from what was fetched beforehand, and the address with them. What only the server
// can tell is marked as still of the day before, until the day rests or is let go: then the page of
// that day takes the place of this one. Without this file the date control does the same.

import { last, stand } from "./standing.js";
import { calendar, late, swap, wait } from "./swap.js";

const MS = 86_400_000;
/** How long a day rests, under a pointer and under keys, before its page is asked for. */
const [HELD, PRESSED] = [250, 450];
/** What does not follow by itself. */
const LATE =
  ".lede, .sentence, .bygroup, .plate .scroll, .plate figcaption, #force, #findings, #lists:not([data-lists]), .foot .colophon";
const html = document.documentElement;
const format = calendar({ day: "numeric", month: "long", year: "numeric" });
const known = new Map();
/** Whether the day is being moved, and its step of the history made: until its page stands. */
let moving = false;
let resting = 0;
/** Whether it is moved by a pointer, which sees where it is without a frame. */
let pointed = false;
/** The pointer that holds the day, and on which curve: it goes on when the page is replaced. */
let holding = null;

const number = (iso) => Math.round(Date.parse(`${iso}T00:00:00Z`) / MS);
const iso = (day) => new Date(day * MS).toISOString().slice(0, 10);

/** A day in words, as the pages write it: in French the first of a month is an ordinal. */
function words(day) {
  const text = format.format(new Date(day * MS));
  return html.lang === "fr" ? text.replace(/^1 /, "1er ") : text;
}

/** What is fetched once: how the counts moved, and who stood where from when on. */
function fetched(address) {
  if (!known.has(address)) {
    const answer = fetch(address).then((found) => (found.ok ? found.json() : Promise.reject(found.status)));
    answer.catch(() => known.delete(address));
    known.set(address, answer);
  }
  return known.get(address);
}

/** The curve of the page as something that can be moved along. */
class Curve {
  constructor(svg) {
    const plot = svg.querySelector(".pic-plot");
    this.svg = svg;
    this.mark = svg.querySelector(".pic-day");
    this.told = svg.querySelector("[data-day]");
    this.box = svg.closest("[data-drag]");
    [this.from, this.to] = [number(plot.dataset.from), number(plot.dataset.to)];
    for (const edge of ["left", "right", "top", "bottom", "most"]) {
      this[edge] = Number(plot.dataset[edge]);
    }
    this.day = number(this.told.dataset.day);
    this.by(pointed);
    this.slider();
    const area = svg.querySelector(".pic-drag");
    if (holding?.svg === svg.id) {
      this.hold(area, holding.pointer);
    }
    area.addEventListener("pointerenter", () => this.fetch(), { once: true });
    area.addEventListener("pointerdown", (event) => event.button === 0 && this.take(event));
    area.addEventListener("pointermove", (event) => holding && this.move(this.under(event)));
    area.addEventListener("pointerup", () => holding && this.release());
    area.addEventListener("pointercancel", () => holding && this.release());
  }

  /** Makes the mark of the day a slider, for keys and for those who do not see it. */
  slider() {
    const { mark, box } = this;
    const attributes = {
      id: `day-${this.svg.id}`,
      role: "slider",
      tabindex: "0",
      visibility: "visible",
      "aria-label": box.dataset.drag,
      "aria-valuemin": this.from,
      "aria-valuemax": this.to,
    };
    for (const [name, value] of Object.entries(attributes)) {
      mark.setAttribute(name, value);
    }
    this.tell();
    mark.addEventListener("focus", () => this.fetch());
    mark.addEventListener("keydown", (event) => this.key(event));
  }

  /** Says the day and its counts. */
  tell() {
    const counts = [...document.querySelectorAll("[data-word]")];
    const figures = counts.map((one) => `${one.textContent} ${one.dataset.word.toLocaleLowerCase(html.lang)}`);
    // A page that has no figures has them over the curve.
    const said = [...this.svg.querySelectorAll(".pic-said")].map((one) => one.textContent);
    this.mark.setAttribute("aria-valuenow", this.day);
    this.mark.setAttribute("aria-valuetext", counts.length ? [words(this.day), ...figures].join(", ") : said.join(" "));
  }

  /** How the counts moved, and who stood where; fetched before it is needed. */
  fetch() {
    const { curve, tenures } = this.box.dataset;
    const both = Promise.all([fetched(curve), fetched(tenures)]);
    both.catch(() => {});
    return both;
  }

  /** The day under a pointer. */
  under(event) {
    const place = new DOMPoint(event.clientX, event.clientY);
    const { x } = place.matrixTransform(this.svg.getScreenCTM().inverse());
    const share = (x - this.left) / (this.right - this.left);
    return Math.round(this.from + share * (this.to - this.from));
  }

  take(event) {
    holding = { pointer: event.pointerId, svg: this.svg.id };
    this.by(true);
    this.hold(event.target, event.pointerId);
    // The mark takes the focus, so that keys go on from where the pointer let go.
    this.mark.focus({ preventScroll: true });
    event.preventDefault();
    this.move(this.under(event));
  }

  /** Keeps a pointer, wherever it goes; one that has gone meanwhile has let go. */
  hold(area, pointer) {
    try {
      area.setPointerCapture(pointer);
    } catch {
      holding = null;
    }
  }

  by(pointer) {
    pointed = pointer;
    this.svg.classList.toggle("by-pointer", pointer);
  }

  /** Moves the day: the mark, the address, the counts, the picture and the lists. */
  move(day) {
    const next = Math.min(this.to, Math.max(this.from, day));
    if (next === this.day) {
      return;
    }
    wait();
    this.day = next;
    const share = (next - this.from) / (this.to - this.from);
    const x = this.left + share * (this.right - this.left);
    this.mark.setAttribute("transform", `translate(${x.toFixed(2)} 0)`);
    this.told.textContent = words(next);
    this.record();
    late(LATE, this.box.dataset.still);
    this.fetch().then(
      ([curve, tenures]) => this.day === next && this.svg.isConnected && this.show(curve, tenures),
      () => this.tell(),
    );
    clearTimeout(resting);
    resting = setTimeout(() => this.settle(), holding ? HELD : PRESSED);
  }

  /** Writes the day into the address: one step of the history for each move, not one a day. */
  record() {
    const url = new URL(location.href);
    url.searchParams.set("on", iso(this.day));
    if (moving) {
      history.replaceState(null, "", url);
    } else {
      history.pushState(null, "", url);
      moving = true;
    }
  }

  /** Shows the counts of the day, and where everybody stood. */
  show(curve, tenures) {
    const day = iso(this.day);
    const counts = last(curve.points, (point) => point.on, day)?.counts ?? {};
    for (const one of document.querySelectorAll("main [data-count]:not(circle)")) {
      one.textContent = counts[one.dataset.count] ?? 0;
    }
    for (const point of this.mark.querySelectorAll("[data-count]")) {
      const share = Math.min(1, (counts[point.dataset.count] ?? 0) / this.most);
      point.setAttribute("cy", (this.bottom - share * (this.bottom - this.top)).toFixed(2));
    }
    for (const one of document.querySelectorAll("main [data-says]")) {
      one.textContent = one.dataset.says.replace("%day%", words(this.day));
    }
    for (const field of document.querySelectorAll("input#on, select#meeting")) {
      field.value = day;
    }
    stand(tenures, day);
    this.tell();
  }

  key(event) {
    const days = { ArrowLeft: -1, ArrowRight: 1 };
    const months = { ArrowDown: -1, ArrowUp: 1, PageDown: -12, PageUp: 12 };
    const whole = { Home: this.from, End: this.to };
    let day;
    if (event.key in days) {
      day = this.day + days[event.key];
    } else if (event.key in months) {
      day = later(this.day, months[event.key]);
    } else if (event.key in whole) {
      day = whole[event.key];
    } else {
      if (event.key === "Escape" && moving) {
        history.back();
      }
      return;
    }
    event.preventDefault();
    this.by(false);
    this.move(day);
  }

  /** The day is let go. */
  release() {
    holding = null;
    if (html.classList.contains("moving")) {
      this.settle();
    } else {
      moving = false;
    }
  }

  /** The day rests: its page takes the place of this one. A pointer that holds it goes on there. */
  settle() {
    clearTimeout(resting);
    swap(location.href, "keep");
  }
}

/** The same day of a month so many later; where it has none, its last. */
function later(day, months) {
  const date = new Date(day * MS);
  const month = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
  const days = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0)).getUTCDate();
  month.setUTCDate(Math.min(date.getUTCDate(), days));
  return Math.round(month / MS);
}

function begin() {
  for (const svg of document.querySelectorAll("[data-drag] svg.pic")) {
    if (svg.querySelector(".pic-plot") && svg.querySelector(".pic-drag")) {
      new Curve(svg);
    }
  }
}

// A step back while the day is being moved: to where it was.
addEventListener("popstate", () => {
  if (html.classList.contains("moving")) {
    clearTimeout(resting);
    moving = false;
    holding = null;
    swap(location.href, "keep");
  }
});

begin();
document.addEventListener("accede:changed", () => {
  moving = holding !== null;
  begin();
});
