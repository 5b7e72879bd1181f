/* The years under the network and the map: the overview of the timeline, slim, to be opened and closed. */

import { byId, element } from "../dom.js";
import { FILTERS, onChange, state } from "../state.js";
import { visibleMoments } from "../visible.js";
import { scene } from "../payload.js";
import { text } from "../words.js";
import { Overview, allYears } from "./overview.js";

/** Under which tabs it stands: the others have years of their own, or none. */
const TABS = new Set(["network", "map"]);

/** Puts the strip under the rooms, where the page has moments. */
export function startStrip() {
  const years = allYears();
  if (!years || !scene.moments?.length) return;
  const overview = new Overview(years, 26);
  const name = element("summary");
  const strip = element("details", { class: "strip", open: innerHeight > 640 && innerWidth > 768 }, name, overview.host);
  byId("stage").append(strip);
  let stale = true;

  function refresh() {
    strip.hidden = !TABS.has(state.tab);
    name.textContent = text("time_strip");
    stale = strip.hidden || !strip.open;
    if (!stale) overview.show(visibleMoments({ anyTime: true }));
  }
  strip.addEventListener("toggle", () => stale && refresh());
  onChange([...FILTERS, "language", "tab"], refresh);
  refresh();
}
