// A report is made anew as soon as a field is changed, and a kind shows the fields it takes and no others.
// Without this file every field stands there, with what it is for, and a button makes the report.

import { formAddress, say } from "./swap.js";

/** How long a date that is being typed is left alone: half of it is another day. */
const TYPED = 1200;

const form = document.querySelector("#r-form");
let asking = null;
let typing = 0;

/** Shows what the kind takes. What it does not take is not sent. */
function fit() {
  const kind = form.elements.kind.selectedOptions[0];
  document.querySelector("#r-kind-says").textContent = kind.dataset.says;
  for (const field of form.querySelectorAll("[data-takes]")) {
    const taken = field.dataset.takes in kind.dataset;
    field.hidden = !taken;
    if (taken) {
      field.querySelector(".note").textContent = kind.dataset[field.dataset.takes];
    }
    for (const input of field.querySelectorAll("input, select")) {
      input.disabled = !taken;
    }
  }
}

/** The address of the report as the form says it. */
function address() {
  const url = formAddress(form);
  url.pathname = `/reports/${url.searchParams.get("kind")}`;
  url.searchParams.delete("kind");
  return url;
}

/** Puts in what depends on the question, and leaves the fields to whoever writes in them. */
function put(next) {
  document.title = next.title;
  const parts = ["head > link[type='application/json']", ".foot", "#finder-kept", "#finder-commands"];
  const renewed = [...document.querySelectorAll("[data-renew]")].map((part) => `#${part.id}`);
  const open = [...document.querySelectorAll("#r-preview details[open]")].map((one) => place(one));
  for (const part of [...parts, ...renewed]) {
    const [old, fresh] = [document.querySelector(part), next.querySelector(part)];
    if (old && fresh) {
      old.replaceWith(document.adoptNode(fresh));
    }
  }
  // What can be chosen depends on another field. The field itself stays: it may have the focus.
  for (const list of form.querySelectorAll("[data-options]")) {
    const fresh = next.querySelector(`#${list.id}`);
    if (fresh) {
      const { value } = fresh;
      list.replaceChildren(...document.adoptNode(fresh).children);
      list.value = value;
    }
  }
  for (const one of document.querySelectorAll("#r-preview details")) {
    one.open = open.includes(place(one));
  }
  for (const slip of form.querySelectorAll(".slip")) {
    const field = form.querySelector(`[aria-describedby~="${slip.id}"]`);
    if (slip.textContent.trim()) {
      field?.setAttribute("aria-invalid", "true");
    } else {
      field?.removeAttribute("aria-invalid");
    }
  }
}

/** What a paragraph rests on is found again by the paragraph it stands behind. */
function place(details) {
  return details.previousElementSibling?.id;
}

/** Makes the report anew, where there is one. */
async function renew() {
  clearTimeout(typing);
  const preview = document.querySelector("#r-preview");
  if (!preview) {
    return;
  }
  const url = address();
  asking?.abort();
  asking = new AbortController();
  const { signal } = asking;
  preview.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(url, { signal, headers: { accept: "text/html" } });
    const next = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!next.querySelector("#r-preview")) {
      throw new Error(`${answer.status} for ${url}`);
    }
    history.replaceState(null, "", url);
    put(next);
    say(document.querySelector("#r-preview [data-told]")?.textContent.trim());
  } catch (cause) {
    if (cause.name !== "AbortError") {
      location.assign(url);
    }
  }
}

form.addEventListener("change", (event) => {
  // Another treaty has other plans.
  if (event.target.name === "treaty" && form.elements.plan) {
    form.elements.plan.value = "";
  }
  fit();
  clearTimeout(typing);
  if (event.target.type === "date") {
    typing = setTimeout(renew, TYPED);
  } else {
    renew();
  }
});

form.addEventListener("submit", (event) => {
  if (document.querySelector("#r-preview")) {
    event.preventDefault();
    renew();
  }
});

fit();
