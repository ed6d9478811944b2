// A slider beside the date control, for pages that answer about many treaties at once: the month
// is chosen by dragging or by keys, and the page of its last day takes the place of this one.
// Without this file there is no slider; the date control does the same.

import { calendar, late, swap, wait } from "./swap.js";

const format = calendar({ month: "long", year: "numeric" });

/** A day as months since the year 0. */
const months = (iso) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;
const first = (month) => Date.UTC(Math.floor(month / 12), month % 12, 1);

/** The last day of a month, or the last day of all if that is sooner. */
function ending(month, to) {
  const day = new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).toISOString().slice(0, 10);
  return day < to ? day : to;
}

function begin() {
  const place = document.querySelector("[data-years]");
  if (!place || place.querySelector("input")) {
    return;
  }
  const { from, to, on, years } = place.dataset;
  const [label, range, told] = ["label", "input", "output"].map((name) => document.createElement(name));
  range.id = "years";
  range.type = "range";
  range.min = months(from);
  range.max = months(to);
  range.value = months(on);
  label.htmlFor = told.htmlFor = range.id;
  label.textContent = years;
  const show = () => {
    told.textContent = format.format(first(Number(range.value)));
    range.setAttribute("aria-valuetext", told.textContent);
  };
  let resting = 0;
  range.addEventListener("input", () => {
    wait();
    clearTimeout(resting);
    show();
    late("[data-years] ~ *, .foot .colophon", place.dataset.still);
  });
  // A pointer that lets go, or a key: not every month that is passed.
  range.addEventListener("change", () => {
    clearTimeout(resting);
    resting = setTimeout(() => {
      const url = new URL(location.href);
      url.searchParams.set("on", ending(Number(range.value), to));
      swap(url);
    }, 300);
  });
  show();
  place.append(label, range, told);
}

begin();
document.addEventListener("accede:changed", begin);
