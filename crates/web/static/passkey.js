// Passkeys: the browser makes or uses one when a form says so. Without this file the forms stay hidden,
// and one signs in and confirms with the password.

/** The parts of a request and of an answer that are bytes, in URL-safe base 64. */
const bytes = (text) => {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
};
const text = (buffer) => {
  const plain = Array.from(new Uint8Array(buffer ?? []), (byte) => String.fromCharCode(byte));
  return btoa(plain.join("")).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
};
const described = (list) => (list ?? []).map((one) => ({ ...one, id: bytes(one.id) }));

/** What the browser does, and what of it is sent. */
const deeds = {
  async create(asked) {
    const user = { ...asked.user, id: bytes(asked.user.id) };
    const challenge = bytes(asked.challenge);
    const excludeCredentials = described(asked.excludeCredentials);
    const publicKey = { ...asked, user, challenge, excludeCredentials };
    const { response } = await navigator.credentials.create({ publicKey });
    return {
      client: text(response.clientDataJSON),
      attestation: text(response.attestationObject),
    };
  },
  async get(asked) {
    const challenge = bytes(asked.challenge);
    const publicKey = { ...asked, challenge, allowCredentials: described(asked.allowCredentials) };
    const { rawId, response } = await navigator.credentials.get({ publicKey });
    return {
      id: text(rawId),
      client: text(response.clientDataJSON),
      data: text(response.authenticatorData),
      signature: text(response.signature),
      holder: text(response.userHandle),
    };
  },
};

/** Why the server did not do it, in its words. */
class Refused extends Error {}

if (window.PublicKeyCredential && navigator.credentials) {
  for (const without of document.querySelectorAll("[data-passkey-without]")) without.hidden = true;
  for (const form of document.querySelectorAll("[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!form.ariaBusy || form.ariaBusy === "false") does(form);
    });
  }
}

/** Asks, has the browser do it, sends what came of it, and goes on; or says why not. */
async function does(form) {
  const alert = form.querySelector("[role=alert]");
  alert.hidden = true;
  form.ariaBusy = "true";
  try {
    const asked = await sent(form, "/ask", {});
    if (asked.go) return location.assign(asked.go);
    const done = await sent(form, "", await deeds[form.dataset.passkey](asked));
    return location.assign(done.go);
  } catch (error) {
    alert.textContent = why(form.dataset, error);
    alert.hidden = false;
    form.querySelector("button").focus();
  } finally {
    form.ariaBusy = "false";
  }
}

/** Sends the fields of a form and these; gives what the server says. */
async function sent(form, below, fields) {
  const address = new URL(form.action);
  address.pathname += below;
  const body = new URLSearchParams(new FormData(form));
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const response = await fetch(address, { method: "POST", body, redirect: "manual" });
  if (response.type === "opaqueredirect") {
    // The session is over: the page itself leads to signing in, and back.
    location.reload();
    return new Promise(() => {});
  }
  const kind = response.headers.get("content-type") ?? "";
  const said = kind.startsWith("application/json") ? await response.json() : {};
  if (response.ok || said.go) return said;
  throw new Refused(said.told ?? form.dataset.failed);
}

/** What is told of an error: the server's words, or ours for what browsers say in theirs. */
function why(said, error) {
  if (error instanceof Refused) return error.message;
  if (error.name === "NotAllowedError" || error.name === "AbortError") return said.stopped;
  if (error.name === "InvalidStateError") return said.known ?? said.failed;
  return said.failed;
}
