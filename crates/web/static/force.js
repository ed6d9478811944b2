// What if: a tile that is toggled is reckoned at once. The answer is the page's own, asked for at
// the address the form would open; only the board is taken from it.

import { formAddress, page, say } from "./swap.js";

/** Asks for an address and puts its board in the place of the one shown. */
async function reckon(address) {
  const url = new URL(address, location.href);
  const held = document.activeElement?.id;
  let board;
  try {
    board = (await page(url)).querySelector("#board");
  } catch (cause) {
    if (cause.name !== "AbortError") {
      location.assign(url);
    }
    return;
  }
  if (!board) {
    location.assign(url);
    return;
  }
  document.querySelector("#board").replaceWith(document.adoptNode(board));
  // On the page of the treaty the supposition has no place in the address.
  if (url.pathname === location.pathname) {
    history.replaceState(null, "", url);
  }
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
  if (form && form.checkValidity()) {
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
  if (reset && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey) {
    event.preventDefault();
    reckon(reset.href);
  }
});

live();
document.addEventListener("accede:changed", live);
