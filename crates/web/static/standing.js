// Where everybody stands, shown anew for a day: in the picture, in its key, in the counts beside
// it and in the lists of names. It writes what `day.js` hands it, by the page's own definitions:
// who is listed is who has a standing, and who could join on the day. Without this file all of it
// comes with the page of the day.

/** The standings, in the order in which the page gives their letters. */
const STANDINGS = ["party", "contracting", "signatory", "withdrawn", "none"];
const PATTERNED = ["contracting", "signatory", "withdrawn"];

/** The last of a list, by day, that begins on or before a day. */
export function last(list, from, day) {
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

/** Who is listed on a day, in the order of the page, and where each stands. */
function listed(tenures, day) {
  const rows = new Map();
  for (const { iso3, name, open, spans } of tenures.participants) {
    const standing = last(spans, (span) => span.from, day)?.standing ?? "none";
    const could = open && (open.from ?? "") <= day && day <= (open.until ?? "9999");
    if (could || standing !== "none") {
      rows.set(iso3, { iso3, name, standing });
    }
  }
  return rows;
}

/** Shows where everybody stood at the end of a day. */
export function stand(tenures, day) {
  const rows = listed(tenures, day);
  const by = Object.groupBy(rows.values(), (row) => row.standing);
  for (const svg of document.querySelectorAll("main svg.pic:has([data-iso3])")) {
    for (const part of svg.querySelectorAll("[data-iso3]")) {
      paint(svg, part, rows.get(part.dataset.iso3));
    }
    count(svg, by);
  }
  for (const number of document.querySelectorAll("[data-stand]")) {
    number.textContent = by[number.dataset.stand]?.length ?? 0;
  }
  name(by, day);
}

/** Gives a State's part of a picture the look of its standing; of one that is not listed, none. */
function paint(svg, part, row) {
  const standing = row?.standing;
  const look = row ? `st-${standing}` : "m-apart";
  if (part.classList.contains(look)) {
    return;
  }
  part.setAttribute("class", look);
  // An area stays where there is no such State; a dot and a tile do not.
  const gone = !row && part.closest(".m-dots, .tiles");
  part.setAttribute("visibility", gone ? "hidden" : "visible");
  // It named the standing before; its page says the new one.
  part.querySelector("title").textContent = row?.name ?? "";
  const tiles = part.closest(".tiles");
  if (tiles) {
    tile(svg, part, standing, Number(tiles.dataset.band));
    return;
  }
  for (const shape of part.querySelectorAll("path:not(.m-lead), circle:not(.p-hit)")) {
    pattern(svg, shape, standing, shape.localName === "circle" ? "dot-" : "");
  }
}

/** Fills a shape with the pattern of a standing that has one. */
function pattern(svg, shape, standing, kind = "") {
  if (PATTERNED.includes(standing)) {
    shape.setAttribute("fill", `url(#${svg.id}-${kind}${standing})`);
  } else {
    shape.removeAttribute("fill");
  }
}

/** A tile has its pattern in a band, so that its code and its letter stand on plain ground. */
function tile(svg, part, standing, band) {
  const [ground, ...bands] = part.querySelectorAll("path");
  const { width, height } = ground.getBBox();
  const striped = PATTERNED.includes(standing);
  bands.forEach((one) => one.remove());
  ground.removeAttribute("fill");
  ground.setAttribute("class", striped ? "p-ground" : "");
  if (striped) {
    const stripe = ground.cloneNode();
    stripe.removeAttribute("class");
    stripe.setAttribute("d", `M0 0H${band}V${height}H0z`);
    pattern(svg, stripe, standing);
    ground.after(stripe);
  }
  const [text, letter] = part.querySelectorAll("text, tspan");
  for (const one of [text, letter]) {
    one.setAttribute("x", (width + (striped ? band : 0)) / 2);
  }
  letter.textContent = document.querySelector("[data-letters]").dataset.letters.split(" ")[STANDINGS.indexOf(standing)];
}

/** The space after an entry of a key, and the height of its lines. */
const [APART, LINE] = [16, 22];

/** Says in the key of a picture how many stand where, and sets its entries anew. */
function count(svg, by) {
  const key = svg.querySelector(".m-key, .t-key");
  const entry = (standing) => key.querySelector(`[data-standing="${standing}"]`);
  const model = key.querySelector("[data-standing]");
  if (!model) {
    return;
  }
  for (const standing of STANDINGS) {
    if (by[standing] && !entry(standing)) {
      key.append(added(svg, model, standing));
    }
    const number = entry(standing)?.querySelector("tspan");
    if (number) {
      number.textContent = by[standing]?.length ?? 0;
    }
    entry(standing)?.setAttribute("visibility", by[standing] ? "visible" : "hidden");
  }
  const rest = key.querySelectorAll(":scope > g:not([data-standing])");
  const shown = STANDINGS.filter((standing) => by[standing]).map(entry);
  const top = Math.min(...[...key.children].map((one) => place(one)[1]));
  let [x, y] = [0, top];
  for (const one of [...shown, ...rest]) {
    const text = one.querySelector("text");
    const wide = Number(text.getAttribute("x")) + text.getComputedTextLength();
    if (x > 0 && x + wide > svg.viewBox.baseVal.width) {
      [x, y] = [0, y + LINE];
    }
    one.setAttribute("transform", `translate(${x.toFixed(1)} ${y})`);
    x += wide + APART;
  }
}

/** Where an entry of a key stands. */
function place(entry) {
  return entry.getAttribute("transform").match(/-?[\d.]+/g).map(Number);
}

/** An entry for a standing that nobody had on the day of the page. */
function added(svg, model, standing) {
  const entry = model.cloneNode(true);
  const before = `st-${model.dataset.standing}`;
  entry.dataset.standing = standing;
  for (const part of entry.querySelectorAll(`.${before}`)) {
    part.classList.replace(before, `st-${standing}`);
  }
  for (const shape of entry.querySelectorAll("path, circle")) {
    pattern(svg, shape, standing, shape.localName === "circle" ? "dot-" : "");
  }
  const { many, key } = told(standing);
  entry.querySelector("text").firstChild.data = svg.querySelector(".t-key") ? key : many;
  return entry;
}

/** What the page calls those who stand somewhere: in its lists, and in the key of its tiles. */
function told(standing) {
  return document.querySelector(`[data-stand="${standing}"]`).closest("[data-many]").dataset;
}

/** Lists who stands where by name. The days of their acts come with the page of the day. */
function name(by, day) {
  const lists = document.querySelector("[data-lists]");
  if (!lists) {
    return;
  }
  const { lists: address, lang, dir } = lists.dataset;
  const jump = element("ul", "jump noprint");
  const parts = [jump];
  for (const standing of STANDINGS.filter((one) => by[one])) {
    const { many } = told(standing);
    const [heading, names] = [element("h3"), element("ul", "names")];
    heading.id = standing;
    heading.append(`${many} `, element("span", "count", by[standing].length));
    const to = element("a", "", many);
    to.href = `#${standing}`;
    const item = element("li");
    item.append(to, " ", element("span", "count", by[standing].length));
    jump.append(item);
    for (const row of by[standing]) {
      const url = new URL(address.replace("%iso3%", row.iso3), location.href);
      url.searchParams.set("on", day);
      const link = element("a", "", lang ? "" : row.name);
      link.href = url.pathname + url.search;
      if (lang) {
        const own = element("bdi", "", row.name);
        [own.lang, own.dir] = [lang, dir];
        link.append(own);
      }
      const line = element("li");
      line.append(link);
      names.append(line);
    }
    parts.push(heading, names);
  }
  lists.replaceChildren(...parts);
}

/** An element with its class and its text. */
function element(kind, look = "", text = "") {
  const made = document.createElement(kind);
  if (look) {
    made.className = look;
  }
  made.textContent = text;
  return made;
}
