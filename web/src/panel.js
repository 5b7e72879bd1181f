/* The detail panel: what is known of the selection, each statement with numbers that lead to its sources. */

import { byId, element } from "./dom.js";
import { otherNames } from "./fold.js";
import { otherEnd } from "./graph.js";
import { scene } from "./payload.js";
import { reachControls } from "./reach.js";
import { Notes } from "./sources.js";
import { marks, nodeButton, statementList } from "./statements.js";
import { FILTERS, onChange, select, state } from "./state.js";
import { swatch } from "./swatch.js";
import { edgesAt } from "./things.js";
import { edgeVisible } from "./visible.js";
import { say, spoken, text } from "./words.js";

const BEGINNINGS = 10;

/** Of this many relations all are listed at once; of more, the rest on demand. */
const LISTED = 60;

function show() {
  const panel = byId("panel");
  if (!state.selected) {
    panel.replaceChildren(...beginning());
    return;
  }
  const notes = new Notes();
  const parts = state.selected.edge === undefined ? nodeParts(state.selected.node, notes) : edgeParts(state.selected.edge, notes);
  const on = { click: () => select(null) };
  const close = element("button", { type: "button", class: "close", "aria-label": text("close"), title: text("close"), on }, "×");
  panel.replaceChildren(close, ...parts, ...notes.list());
}

/** Nothing is selected: where a reader may begin. */
function beginning() {
  const linked = scene.nodes.map((_, at) => at).filter((at) => edgesAt[at].length);
  const most = linked.sort((a, b) => edgesAt[b].length - edgesAt[a].length || a - b).slice(0, BEGINNINGS);
  const rows = most.map((at) => element("li", {}, nodeButton(at), element("span", { class: "count" }, String(edgesAt[at].length))));
  return [
    element("p", { id: "panel-title", tabindex: "-1" }, text("nothing")),
    ...(most.length ? [element("h2", { class: "small" }, text("most_linked"))] : []),
    element("ol", { class: "relations ranked" }, ...rows),
  ];
}

/** @param {number} at @param {Notes} notes */
function nodeParts(at, notes) {
  const node = scene.nodes[at];
  const kind = scene.kinds[node.kind];
  const others = otherNames(say(node.label), node.aliases);
  const aliases = others.length ? [element("p", { class: "aside" }, `${text("aliases")}: ${others.join(" · ")}`)] : [];
  return [
    element("p", { class: "kind" }, swatch(kind), spoken(kind.label)),
    spoken(node.label, "h2", { id: "panel-title", tabindex: "-1" }),
    ...aliases,
    ...reachControls(at),
    ...statementList(node.statements, notes),
    ...relations(at, notes),
  ];
}

/** @param {number} at @param {Notes} notes */
function relations(at, notes) {
  const all = edgesAt[at];
  if (!all.length) return [];
  const list = element("ul", { class: "relations" }, ...all.slice(0, LISTED).map((edge) => relation(edge, at, notes)));
  const rest = all.slice(LISTED);
  const more = element("button", {
    type: "button",
    on: {
      click: () => {
        list.append(...rest.map((edge) => relation(edge, at, notes)));
        byId("panel").querySelector(".sources")?.replaceWith(...notes.list().slice(1));
        more.remove();
      },
    },
  }, text("more_relations", { n: rest.length }));
  return [element("h3", {}, `${text("relations")} (${all.length})`), list, ...(rest.length ? [more] : [])];
}

/** @param {number} at @param {Notes} notes */
function edgeParts(at, notes) {
  const edge = scene.edges[at];
  const direction = element("span", { class: "arrow", "aria-label": text(edge.directed ? "outgoing" : "mutual"), role: "img" },
    edge.directed ? "→" : "—");
  return [
    element("p", { class: "kind" }, edge.name ? spoken(edge.label) : text("relation")),
    element("h2", { id: "panel-title", tabindex: "-1" }, spoken(edge.name ?? edge.label)),
    element("p", { class: "ends" }, nodeButton(edge.from), " ", direction, " ", nodeButton(edge.to),
      ...marks(edge, edge.notes, notes, false)),
    ...(edge.node === undefined ? [] : [element("p", {}, nodeButton(edge.node))]),
    ...statementList(edge.statements, notes),
  ];
}

/** @param {number} at @param {number} node @param {Notes} notes */
function relation(at, node, notes) {
  const edge = scene.edges[at];
  const key = edge.directed ? (edge.from === node ? "outgoing" : "incoming") : "mutual";
  const sign = { outgoing: "→", incoming: "←", mutual: "—" }[key];
  const on = { click: () => select({ edge: at }, { read: true }) };
  return element("li", { class: edgeVisible(at) ? null : "filtered" },
    element("button", { type: "button", class: "text", on }, spoken(edge.label)),
    " ",
    element("span", { class: "arrow", role: "img", "aria-label": text(key) }, sign),
    " ",
    nodeButton(otherEnd(edge, node)),
    ...marks(edge, edge.notes, notes, false),
    ...(edgeVisible(at) ? [] : [" ", element("span", { class: "mark" }, text("filtered_out"))]),
    edge.name ? spoken(edge.name, "p", { class: "aside" }) : "",
  );
}

/** Brings the panel into view and speech software to its heading. */
export function readPanel() {
  const panel = byId("panel");
  byId("panel-title").focus({ preventScroll: true });
  if (panel.getBoundingClientRect().top > innerHeight * 0.8 || scrollY > panel.offsetTop) panel.scrollIntoView({ block: "start" });
}

export function startPanel() {
  onChange(["selected", "language"], (changed, { read }) => {
    show();
    if (changed.has("selected")) byId("panel").scrollTop = 0;
    if (read) readPanel();
  });
  // The controls show what is chosen, and relations that are filtered out are fainter.
  onChange(FILTERS, (changed) => {
    if (changed.has("selected") || changed.has("language")) return;
    const focused = document.activeElement;
    const at = focused && byId("panel").contains(focused) ? [...byId("panel").querySelectorAll("button, input")].indexOf(focused) : -1;
    show();
    if (at >= 0) /** @type {HTMLElement | undefined} */ ([...byId("panel").querySelectorAll("button, input")][at])?.focus();
  });
  show();
}
