/* Find a thing by any of its names, however it is typed: without tone marks, in capitals, composed or decomposed. */

const MATCHES_SHOWN = 12;

function fold(name) {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Each node's names as written and as compared; labels of both languages count as names. */
const namesOf = scene.nodes.map(({ label, aliases }) => {
  const labels = typeof label === "string" ? [label] : Object.values(label);
  return [...new Set([...labels, ...aliases])].map((name) => ({ name, key: fold(name) }));
});

/** 0 for the very name, 1 for its beginning, 2 for the beginning of a word, 3 for anywhere; Infinity for no match. */
function distance(key, wanted) {
  if (key === wanted) return 0;
  if (key.startsWith(wanted)) return 1;
  if (` ${key}`.includes(` ${wanted}`)) return 2;
  return wanted.split(" ").every((word) => key.includes(word)) ? 3 : Infinity;
}

/** Nodes whose names match, the nearest first; `name` is the name that matched. */
function find(query) {
  const wanted = fold(query);
  if (!wanted) return [];
  const typed = query.trim().normalize("NFC").toLowerCase();
  const found = [];
  namesOf.forEach((names, node) => {
    let best = null;
    for (const { name, key } of names) {
      // A name spelt exactly as typed comes before one that is only alike: "Hà Nam" before "Hạ Nam".
      const far = distance(key, wanted) - (name.toLowerCase().startsWith(typed) ? 0.5 : 0);
      if (far < Infinity && (!best || far < best.far)) best = { node, name, far };
    }
    if (best) found.push(best);
  });
  return found.sort((a, b) => a.far - b.far || edgesAt[b.node].length - edgesAt[a.node].length);
}

/** The search box: type, move with the arrows, Enter takes the marked one. */
function startSearch(choose) {
  const box = byId("query");
  const list = byId("matches");
  let matches = [];
  let marked = 0;

  function close() {
    list.hidden = true;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  }

  function mark(place) {
    marked = (place + matches.length) % matches.length;
    [...list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === marked)));
    list.children[marked].scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", list.children[marked].id);
  }

  function take(place) {
    const { node } = matches[place];
    box.value = nodeName(node);
    byId("match-count").textContent = "";
    close();
    choose(node);
  }

  function show() {
    const all = find(box.value);
    matches = all.slice(0, MATCHES_SHOWN);
    const asked = fold(box.value) !== "";
    byId("match-count").textContent = asked ? text("matches", { n: all.length }) : "";
    list.replaceChildren(...matches.map(option), ...(asked && !matches.length ? [nothing()] : []));
    list.hidden = !asked;
    box.setAttribute("aria-expanded", String(asked));
    if (matches.length) mark(0);
    else box.removeAttribute("aria-activedescendant");
  }

  function option({ node, name }, place) {
    const label = nodeName(node);
    const { kind } = scene.nodes[node];
    return element(
      "li",
      // Pressing must not take the focus from the box, or the list closes before the click arrives.
      { id: `match-${place}`, role: "option", on: { mousedown: (e) => e.preventDefault(), click: () => take(place) } },
      swatch(scene.kinds[kind]),
      element("span", { class: "match-name" }, label, name === label ? "" : element("small", {}, ` ${name}`)),
      spoken(scene.kinds[kind].label, "small"),
    );
  }

  const nothing = () => element("li", { role: "option", "aria-disabled": "true" }, text("no_match"));

  box.addEventListener("input", show);
  box.addEventListener("focus", () => box.select());
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    else if (list.hidden || !matches.length) return;
    else if (event.key === "ArrowDown") mark(marked + 1);
    else if (event.key === "ArrowUp") mark(marked - 1);
    else if (event.key === "Enter") take(marked);
    else return;
    event.preventDefault();
  });
}
