// What if: a tile that is toggled is reckoned at once. The answer is the page's own, asked for at
// the address the form would open. Without this file the form is sent with its button.

import { formAddress, page, plain, samePage, say, swap } from "./swap.js";

/** How long a date that is being typed is left alone: replaced under way, it would begin anew. */
const TYPED = 1500;
let typing = 0;

/** Shows what an address reckons: its page where that is this one, else its board in this page. */
async function reckon(address) {
  clearTimeout(typing);
  const url = new URL(address, location.href);
  if (samePage(url)) {
    swap(url, "replace");
    return;
  }
  // On the page of the treaty the supposition has no place in the address.
  const held = document.activeElement?.id;
  let board;
  try {
    board = (await page(url)).querySelector("#board");
  } catch (cause) {
    if (cause.name === "AbortError") {
      return;
    }
  }
  if (!board) {
    location.assign(url);
    return;
  }
  document.querySelector("#board").replaceWith(document.adoptNode(board));
  live();
  document.getElementById(held)?.focus({ preventScroll: true });
  say(board.querySelector("[data-told]")?.textContent.trim());
}

/** What is reckoned at once needs no button. */
function live() {
  document.querySelector("#board")?.classList.add("live");
}

document.addEventListener("change", (event) => {
  const form = event.target.closest("#board form");
  if (!form || !form.checkValidity()) {
    return;
  }
  clearTimeout(typing);
  if (event.target.type === "date") {
    typing = setTimeout(() => form.isConnected && reckon(formAddress(form)), TYPED);
  } else {
    reckon(formAddress(form));
  }
});

document.addEventListener("submit", (event) => {
  const form = event.target.closest("#board form");
  if (form) {
    event.preventDefault();
    reckon(formAddress(form));
  }
});

document.addEventListener("click", (event) => {
  const reset = event.target.closest("#board a.reset");
  if (reset && plain(event)) {
    event.preventDefault();
    reckon(reset.href);
  }
});

live();
document.addEventListener("accede:changed", live);
