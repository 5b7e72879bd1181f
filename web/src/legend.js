/* The legend: each kind with its colour, its shape and its count; clearing its box hides it. */

import { byId, element } from "./dom.js";
import { scene } from "./payload.js";
import { change, onChange, state } from "./state.js";
import { swatch } from "./swatch.js";
import { spoken, text } from "./words.js";

/** A longer legend is closed at first: it would take the place of the picture. */
const FEW = 12;

const counts = scene.kinds.map((_, kind) => scene.nodes.filter((node) => node.kind === kind).length);

/** @param {number} at @param {boolean} shown */
function toggle(at, shown) {
  const hiddenKinds = new Set(state.hiddenKinds);
  if (shown) hiddenKinds.delete(at);
  else hiddenKinds.add(at);
  change({ hiddenKinds });
}

function show() {
  byId("kinds").replaceChildren(
    ...scene.kinds.map((kind, at) => {
      const box = element("input", { type: "checkbox", id: `kind-${at}`, on: { change: () => toggle(at, box.checked) } });
      box.checked = !state.hiddenKinds.has(at);
      const count = element("span", { class: "count" }, String(counts[at]));
      const label = element("label", { for: box.id, title: text("legend_hint") }, swatch(kind), spoken(kind.label), count);
      return element("li", {}, box, label);
    }),
  );
}

export function startLegend() {
  const legend = /** @type {HTMLDetailsElement} */ (byId("legend"));
  legend.open = matchMedia("(min-width: 48rem)").matches && scene.kinds.length <= FEW;
  let closed = false;
  addEventListener("beforeprint", () => {
    closed = !legend.open;
    legend.open = true;
  });
  addEventListener("afterprint", () => (legend.open = !closed));
  onChange(["language"], show);
  onChange(["hiddenKinds"], () => {
    scene.kinds.forEach((_, at) => {
      /** @type {HTMLInputElement} */ (byId(`kind-${at}`)).checked = !state.hiddenKinds.has(at);
    });
  });
  show();
}
