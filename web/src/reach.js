/* How far the picture reaches from a thing: its neighbourhood, or the shortest way to another thing. */

import { element } from "./dom.js";
import { otherEnd } from "./graph.js";
import { scene } from "./payload.js";
import { nodeChooser } from "./search.js";
import { change, select, state } from "./state.js";
import { nodeButton } from "./statements.js";
import { edgesAt, nodeName } from "./things.js";
import { edgeVisible, wayBetween } from "./visible.js";
import { spoken, text } from "./words.js";

const HOPS = /** @type {const} */ ([1, 2, 3]);

/** @param {number} node */
function neighbourhoodButtons(node) {
  const on = (/** @type {1 | 2 | 3 | null} */ hops) => ({ click: () => change({ around: hops && { node, hops }, path: null }, { closer: true }) });
  const now = state.around?.node === node ? state.around.hops : null;
  return element("p", { class: "choices-row", role: "group", "aria-label": text("around") },
    element("span", { class: "row-name" }, text("around")),
    ...HOPS.map((hops) => element("button", { type: "button", "aria-pressed": String(now === hops),
      "aria-label": text("steps", { n: hops }), title: text("steps", { n: hops }), on: on(now === hops ? null : hops) }, String(hops))),
    now === null ? null : element("button", { type: "button", on: on(null) }, text("see_everything")));
}

/** @param {number} node */
function pathControls(node) {
  const { path } = state;
  if (path && path.to !== null && (path.from === node || path.to === node)) return [wayFound(path.from, path.to)];
  if (path?.from === node) {
    const take = (/** @type {number} */ to) => change({ path: { from: node, to }, around: null }, { closer: true });
    const cancel = element("button", { type: "button", on: { click: () => change({ path: null }) } }, text("cancel"));
    return [element("div", { class: "way" }, nodeChooser(text("path_to"), take), cancel)];
  }
  const begin = () => {
    change({ path: { from: node, to: null } });
    /** @type {HTMLElement | null} */ (document.querySelector("#panel .way input"))?.focus();
  };
  return [element("p", {}, element("button", { type: "button", on: { click: begin } }, text("path_from")))];
}

/** @param {number} from @param {number} to */
function wayFound(from, to) {
  const way = wayBetween(from, to);
  const leave = element("button", { type: "button", on: { click: () => change({ path: null }) } }, text("see_everything"));
  if (!way) {
    return element("div", { class: "way" }, element("p", {}, text("no_path", { from: nodeName(from), to: nodeName(to) })), leave);
  }
  return element("div", { class: "way" },
    element("h3", {}, text("path_found", { n: way.length - 1 })),
    element("ol", { class: "relations steps" }, ...way.map((node, step) =>
      element("li", {}, ...(step ? [joining(way[step - 1], node)] : []), nodeButton(node)))), leave);
}

/** The relation by which one step follows another, where several do the first; it leads to what is said of it.
 * @param {number} before
 * @param {number} node
 */
function joining(before, node) {
  const between = edgesAt[before].filter((at) => edgeVisible(at) && otherEnd(scene.edges[at], before) === node);
  if (!between.length) return null;
  const edge = scene.edges[between[0]];
  const on = { click: () => select({ edge: between[0] }, { read: true }) };
  const more = between.length > 1 ? ` +${between.length - 1}` : "";
  return element("span", { class: "joining" }, element("button", { type: "button", class: "text", on }, spoken(edge.name ?? edge.label)), more);
}

/** @param {number} node */
export const reachControls = (node) =>
  edgesAt[node].length ? [element("div", { class: "reach" }, neighbourhoodButtons(node), ...pathControls(node))] : [];
