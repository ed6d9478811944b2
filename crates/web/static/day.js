// The day, dragged along the curve, or moved by keys: the map and the counts follow at once from
// what was fetched beforehand, the address follows too, and when the day is let go the page of
// that day takes the place of this one. Without this file the same is done by the date control.

import { swap, wait } from "./swap.js";

const MS = 86_400_000;
const html = document.documentElement;
const format = new Intl.DateTimeFormat(html.lang === "en" ? "en-GB" : html.lang, {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});
const known = new Map();
/** Whether the day is being moved, and its step of the history made. */
let moving = false;
let resting = 0;
/** Whether it is moved by a pointer, which sees where it is without a frame. */
let pointed = false;

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

/** The last of a list, by day, that begins on or before a day. */
function last(list, from, day) {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (from(list[middle]) <= day) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return list[low - 1];
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
    this.home = this.day;
    this.by(pointed);
    this.slider();
    const area = svg.querySelector(".pic-drag");
    area.addEventListener("pointerenter", () => this.fetch(), { once: true });
    area.addEventListener("pointerdown", (event) => event.button === 0 && this.take(event));
    area.addEventListener("pointermove", (event) => this.held && this.move(this.under(event)));
    area.addEventListener("pointerup", () => this.held && this.release());
    area.addEventListener("pointercancel", () => this.held && this.release());
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
    const figures = [...document.querySelectorAll("[data-word]")];
    const counts = figures.map((one) => `${one.textContent} ${one.dataset.word.toLocaleLowerCase(html.lang)}`);
    this.mark.setAttribute("aria-valuenow", this.day);
    this.mark.setAttribute("aria-valuetext", [words(this.day), ...counts].join(", "));
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
    this.held = true;
    this.by(true);
    event.target.setPointerCapture(event.pointerId);
    // The mark takes the focus, so that keys go on from where the pointer let go.
    this.mark.focus({ preventScroll: true });
    event.preventDefault();
    this.move(this.under(event));
  }

  by(pointer) {
    pointed = pointer;
    this.svg.classList.toggle("by-pointer", pointer);
  }

  /** Moves the day: the mark, the address, the counts and the map. */
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
    document.querySelector("main").setAttribute("aria-busy", "true");
    this.fetch().then(
      ([curve, tenures]) => this.day === next && this.show(curve, tenures),
      () => this.tell(),
    );
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
    for (const one of document.querySelectorAll("main [data-count]")) {
      const count = counts[one.dataset.count] ?? 0;
      if (one.localName === "circle") {
        const { bottom, top, most } = this;
        one.setAttribute("cy", (bottom - Math.min(1, count / most) * (bottom - top)).toFixed(2));
      } else {
        one.textContent = count;
      }
    }
    for (const field of document.querySelectorAll("input#on")) {
      field.value = day;
    }
    const standings = new Map();
    for (const { iso3, spans } of tenures.participants) {
      standings.set(iso3, last(spans, (span) => span.from, day)?.standing ?? "none");
    }
    for (const part of document.querySelectorAll("main svg [data-iso3]")) {
      paint(part, standings.get(part.dataset.iso3) ?? "none");
    }
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
    } else if (event.key === "Escape" && moving) {
      day = this.home;
    } else {
      return;
    }
    event.preventDefault();
    this.by(false);
    this.move(day);
    // The page of the day is shown when the keys have rested.
    clearTimeout(resting);
    resting = setTimeout(() => this.release(), 450);
  }

  /** The day is let go: its page takes the place of this one. */
  release() {
    this.held = false;
    clearTimeout(resting);
    if (moving) {
      moving = false;
      swap(location.href, "keep");
    }
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

/** The standings, in the order in which the page gives their letters. */
const STANDINGS = ["party", "contracting", "signatory", "withdrawn", "none"];
const PATTERNED = ["contracting", "signatory", "withdrawn"];

/** Gives a State's part of a picture the look of a standing. */
function paint(part, standing) {
  if (part.classList.contains(`st-${standing}`)) {
    return;
  }
  part.setAttribute("class", `st-${standing}`);
  const { id } = part.ownerSVGElement;
  for (const shape of part.querySelectorAll("path:not(.m-lead, .p-ground), circle:not(.p-hit)")) {
    const kind = shape.localName === "circle" ? "dot-" : "";
    if (PATTERNED.includes(standing)) {
      shape.setAttribute("fill", `url(#${id}-${kind}${standing})`);
    } else {
      shape.removeAttribute("fill");
    }
  }
  const solid = standing === "party" && !part.querySelector(".p-ground");
  for (const text of part.querySelectorAll("text")) {
    text.classList.toggle("on-party", solid);
    if (text.classList.contains("t-letter")) {
      const letters = document.querySelector("[data-letters]").dataset.letters.split(" ");
      text.textContent = letters[STANDINGS.indexOf(standing)];
      text.setAttribute("class", `t-letter st-${standing}${solid ? " on-party" : ""}`);
    }
  }
}

function begin() {
  for (const svg of document.querySelectorAll("[data-drag] svg.pic")) {
    if (svg.querySelector(".pic-plot") && svg.querySelector(".pic-drag")) {
      new Curve(svg);
    }
  }
}

begin();
document.addEventListener("accede:changed", begin);
