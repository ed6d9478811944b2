// Gives the bare form of an approach where the network gives none. It keeps that page, the style sheet
// and the script of drafts, all of which are for anyone and are asked for without a session; it keeps no
// answer to anything else, and looks at nothing but the address of the form.
// Without this file the form needs the network.

const BUILD = "PAGES";
const KEPT = `accede-offline-${BUILD}`;
const SHELL = `/approaches/offline${self.location.search}`;
const FORM = "/approaches/new";
const ours = ["FILES"];

async function keep() {
  const cache = await caches.open(KEPT);
  for (const address of [SHELL, ...ours]) {
    // Without cookies: the page that is kept is the page that anyone is given.
    const answer = await fetch(address, { credentials: "omit", cache: "reload" });
    if (!answer.ok || answer.redirected) throw new Error(`${address} was not given`);
    await cache.put(address, answer);
  }
}

async function shell() {
  const page = await caches.match(SHELL, { ignoreVary: true });
  return page ?? Response.error();
}

/** The page as the server gives it, or the bare form where it gives none. */
async function page(request) {
  try {
    const answer = await fetch(request);
    return [502, 503, 504].includes(answer.status) ? shell() : answer;
  } catch {
    return shell();
  }
}

async function file(request, address) {
  return (await caches.match(address, { ignoreVary: true })) ?? fetch(request);
}

self.addEventListener("install", (event) => {
  event.waitUntil(keep().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const old = async () => {
    const names = await caches.keys();
    const gone = names.filter((name) => name.startsWith("accede-offline-") && name !== KEPT);
    await Promise.all(gone.map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(old());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== self.location.origin) return;
  if (request.mode === "navigate" && address.pathname === FORM) event.respondWith(page(request));
  else if (ours.includes(address.pathname)) event.respondWith(file(request, address.pathname));
});
