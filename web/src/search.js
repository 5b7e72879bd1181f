/* Find a thing by any of its names. */

/** @import { Match } from "./fold.js" */

import { startCombobox } from "./combobox.js";
import { byId, element } from "./dom.js";
import { find, namesFor } from "./fold.js";
import { scene } from "./payload.js";
import { onChange, select } from "./state.js";
import { swatch } from "./swatch.js";
import { edgesAt, nodeName } from "./things.js";
import { spoken, text } from "./words.js";

/** @type {import("./fold.js").Name[][] | null} */
let named = null;

/** Each node's names; labels of both languages count as names. Made for the first search: of many it takes a while. */
const allNames = () =>
  (named ??= scene.nodes.map(({ label, aliases }) =>
    namesFor([...(typeof label === "string" ? [label] : Object.values(label)), ...aliases]),
  ));

/**
 * Nodes whose names match, the nearest first.
 * @param {string} query
 */
export const findNodes = (query) => find(allNames(), query, (at) => edgesAt[at].length);

/** What a list of nodes shows of one that matched.
 * @param {Match} match
 */
export function nodeOption({ at, name }) {
  const label = nodeName(at);
  const kind = scene.kinds[scene.nodes[at].kind];
  return [
    swatch(kind),
    element("span", { class: "match-name" }, label, name === label ? "" : element("small", {}, ` ${name}`)),
    spoken(kind.label, "small"),
  ];
}

/** A box of its own for choosing a node.
 * @param {string} label
 * @param {(node: number) => void} take
 */
export function nodeChooser(label, take) {
  const list = element("ul", { class: "matches", role: "listbox", "aria-label": label, hidden: true });
  const box = element("input", { type: "search", role: "combobox", autocomplete: "off", spellcheck: "false",
    "aria-autocomplete": "list", "aria-expanded": "false", "aria-label": label, placeholder: label });
  list.id = `choices-${(choosers += 1)}`;
  box.setAttribute("aria-controls", list.id);
  startCombobox({ box, list, find: findNodes, show: nodeOption, take: ({ at }) => take(at) });
  return element("div", { class: "chooser" }, box, list);
}

let choosers = 0;

export function startSearch() {
  const box = /** @type {HTMLInputElement} */ (byId("query"));
  const [list, count] = [byId("matches"), byId("match-count")];
  startCombobox({
    ...{ box, list, count, find: findNodes, show: nodeOption },
    take({ at }) {
      box.value = nodeName(at);
      select({ node: at });
    },
  });
  onChange(["language"], () => {
    count.textContent = "";
    box.placeholder = text("search");
    for (const part of [box, list]) part.setAttribute("aria-label", text("search"));
  });
}
