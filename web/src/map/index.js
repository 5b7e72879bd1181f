/* The map: the world with what runs between places, and the region of the East Sea with every islet. */

/** @import { View } from "../types.js" */
/** @import { Flow } from "./flows.js" */
/** @import { Plan } from "./sheet.js" */

import { element } from "../dom.js";
import { scene } from "../payload.js";
import { FILTERS, onChange, select, state } from "../state.js";
import { nodeName } from "../things.js";
import { visibleEdges, visibleNodes } from "../visible.js";
import { spoken, text } from "../words.js";
import { atlas, seaProjection, worldProjection } from "./atlas.js";
import { flows, placed } from "./flows.js";
import { Sheet } from "./sheet.js";

/** A map in its frame, with its name and its buttons. @param {Plan} plan */
function chart(plan) {
  const frame = element("div", { class: "map-frame", role: "application", tabindex: "0" });
  const sheet = new Sheet(frame, plan);
  const button = (/** @type {string} */ key, /** @type {string} */ sign, /** @type {() => void} */ click) =>
    element("button", { type: "button", "data-key": key, on: { click } }, sign);
  const buttons = element("div", { class: "map-buttons" },
    button("zoom_in", "+", () => sheet.magnify(1.5)),
    button("zoom_out", "−", () => sheet.magnify(1 / 1.5)),
    button("see_all", "⤢", () => sheet.whole()));
  const caption = element("figcaption");
  const figure = element("figure", { class: `map ${plan.region ? "map-region" : "map-world"}` }, caption, frame, buttons);
  const name = () => {
    caption.textContent = text(plan.title);
    sheet.name();
    for (const one of buttons.querySelectorAll("button")) {
      one.title = text(one.dataset.key ?? "");
      one.setAttribute("aria-label", `${one.title}: ${text(plan.title)}`);
    }
  };
  return { figure, sheet, name };
}

/** The relations of one pair, each to be read. @param {HTMLElement} list */
function pairs(list) {
  /** @type {Flow | null} */
  let open = null;
  function write() {
    list.hidden = !open;
    if (!open) return;
    const heading = text("map_flow", { from: nodeName(open.from), to: nodeName(open.to), n: open.edges.length });
    const rows = open.edges.map((edge) => {
      const { name, label } = scene.edges[edge];
      const on = { click: () => select({ edge }, { read: true, still: true }) };
      return element("li", {}, element("button", { type: "button", class: "text", on }, spoken(name ?? label)));
    });
    list.replaceChildren(element("h2", { class: "small" }, heading), element("ul", {}, ...rows));
  }
  return {
    write,
    close() {
      open = null;
      write();
    },
    /** @param {Flow} flow */
    open(flow) {
      open = flow.edges.length > 1 ? flow : null;
      write();
      if (!open) select({ edge: flow.edges[0] }, { still: true });
      else list.querySelector("button")?.focus();
    },
  };
}

/** @param {HTMLElement} host */
function start(host) {
  const box = /** @type {NonNullable<ReturnType<typeof atlas>>} */ (atlas()).sea.box;
  const [count, note, list] = [element("p", { class: "aside", role: "status" }), element("p", { class: "aside" }), element("div", { class: "map-pair", hidden: true })];
  const pair = pairs(list);
  const charts = [
    chart({ title: "map_world", region: false, projection: worldProjection, open: pair.open }),
    chart({ title: "map_sea", region: true, projection: (size) => seaProjection(box, size), open: pair.open }),
  ];
  host.replaceChildren(count, list, element("div", { class: "maps" }, ...charts.map(({ figure }) => figure)), note);
  let [seen, stale] = [false, true];

  function refresh() {
    stale = !seen;
    if (stale) return;
    const nodes = placed(scene, visibleNodes());
    const all = flows(scene, visibleEdges());
    const missing = visibleNodes().length - nodes.length;
    count.textContent = [
      text("map_count", { nodes: nodes.length, flows: all.length }),
      missing ? text("map_unplaced", { n: missing }) : "",
    ].filter(Boolean).join(" ");
    note.textContent = text("map_note");
    for (const { sheet, name } of charts) {
      name();
      sheet.show(nodes, all);
    }
    pair.write();
  }

  onChange([...FILTERS, "language"], refresh);
  onChange([...FILTERS], () => pair.close());
  onChange(["selected"], () => {
    for (const { sheet } of charts) {
      sheet.paint();
      if (state.selected?.node !== undefined) sheet.follow(state.selected.node);
    }
  });
  return {
    show() {
      seen = true;
      if (stale) refresh();
    },
    hide: () => void (seen = false),
  };
}

/** @type {View} */
export const view = {
  key: "map",
  title: "tab_map",
  available: (scene) => atlas() !== null && scene.nodes.some(({ lon, lat }) => lon !== undefined && lat !== undefined),
  start,
};
