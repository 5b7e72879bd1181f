/* On a telephone the panel stands below the picture: while it is out of sight, a bar at the foot of the window tells
   what is selected and leads to it. */

import { byId, element } from "./dom.js";
import { readPanel } from "./panel.js";
import { onChange, state } from "./state.js";
import { edgeName, nodeName } from "./things.js";

export function startPeek() {
  const name = element("span", { class: "peek-name" });
  const bar = element("button", { type: "button", id: "peek", hidden: true, on: { click: readPanel } }, name, element("span", { "aria-hidden": "true" }, " ↓"));
  byId("panel").after(bar);
  let far = false;

  function show() {
    const { selected } = state;
    bar.hidden = !far || !selected;
    if (selected) name.textContent = selected.edge === undefined ? nodeName(selected.node) : edgeName(selected.edge);
  }
  // What lies above the window was left behind on purpose: there the bar is not wanted.
  new IntersectionObserver(([{ isIntersecting, boundingClientRect: { top } }]) => {
    far = !isIntersecting && top > 0;
    show();
  }, { rootMargin: "0px 0px -64px 0px" }).observe(byId("panel"));
  onChange(["selected", "language"], show);
}
