/* The buttons over the picture: zoom, files, groups. */

/** @import { Arrangement } from "./arrangement.js" */
/** @import { Tour } from "./tour.js" */

import { element } from "../dom.js";
import { scene } from "../payload.js";
import { text } from "../words.js";
import { savePng, saveSvg } from "./files.js";

/** @param {string} id @param {string} label @param {string} sign @param {() => void} click */
const button = (id, label, sign, click) =>
  element("button", { type: "button", id, "data-label": label, "aria-label": text(label), title: text(label), on: { click } }, sign);

/** @param {HTMLElement} host @param {Arrangement} arrangement @param {Tour} tour */
export function makeControls(host, arrangement, tour) {
  const close = element("button", { type: "button", id: "close-groups", on: { click: () => tour.closeGroups() } });
  const hint = element("p", { class: "hint" });
  const told = element("p", { class: "unseen", role: "status" });
  const png = button("save-png", "save_png", "PNG", async () => {
    png.disabled = true;
    try {
      await savePng(arrangement);
    } catch (error) {
      console.error(error);
      told.textContent = text("png_failed");
      told.classList.replace("unseen", "hint");
    }
    png.disabled = false;
  });
  host.append(
    element("div", { class: "over groups" }, hint, close),
    element("div", { class: "over files" }, button("save-svg", "save_svg", "SVG", () => saveSvg(arrangement)), png),
    element("div", { class: "over zoom" },
      button("zoom-in", "zoom_in", "+", () => tour.zoom(1.25)),
      button("zoom-out", "zoom_out", "−", () => tour.zoom(0.8)),
      button("see-all", "see_all", "⤢", () => tour.seeAll(true))),
    told,
  );
  function update() {
    const closed = (scene.groups ?? []).some((_, at) => arrangement.picture.present[arrangement.bodies.things + at] > 0);
    hint.hidden = !closed;
    hint.textContent = text("groups_hint");
    close.hidden = !arrangement.opened.size;
    close.textContent = text("close_groups");
  }
  tour.onRegroup = update;
  tour.tell = (words) => {
    told.classList.replace("hint", "unseen");
    told.textContent = words;
  };
  return { update };
}
