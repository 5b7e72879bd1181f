/* The network: a picture that a reader walks through by pointer and keys. */

/** @import { View } from "../types.js" */

import { element } from "../dom.js";
import { scene } from "../payload.js";
import { FILTERS, onChange } from "../state.js";
import { colour } from "../theme.js";
import { text } from "../words.js";
import { Arrangement } from "./arrangement.js";
import { colours } from "./colours.js";
import { makeControls } from "./controls.js";
import { groundKeeper } from "./ground.js";
import { FONT } from "./names.js";
import { paintTop } from "./paint.js";
import { printed } from "./print.js";
import { makeStage } from "./stage.js";
import { Tour } from "./tour.js";

/** A sheet of paper, in pixels: as wide as names are easily read on it. */
const SHEET = { width: 1000, height: 740 };

/** The colours of the screen now. */
const onScreen = () =>
  colours({ paper: colour("paper"), ink: colour("ink"), accent: colour("accent"), line: colour("line") }, scene.kinds);

/** @type {View["start"]} */
function start(host) {
  const frame = element("div", { id: "picture", role: "application", tabindex: "0", "aria-label": text("picture") });
  host.append(frame);
  const ruler = element("canvas").getContext("2d");
  if (!ruler) throw new Error("no canvas");
  ruler.font = FONT;
  const arrangement = new Arrangement(onScreen(), (row) => ruler.measureText(row).width);
  const ground = groundKeeper(() => stage.redraw());
  const stage = makeStage(frame, (context, camera, sharp) => {
    ground(context, camera, arrangement.picture, sharp);
    paintTop(context, camera, arrangement.picture);
  });
  const tour = new Tour(frame, stage, arrangement);
  const controls = makeControls(host, arrangement, tour);
  printed(host, frame, () => [arrangement.picture, tour.onSheet(SHEET.width, SHEET.height)]);

  /** Nothing is moved or drawn while another tab is open; this tells what was missed. */
  let missed = false;
  onChange([...FILTERS, "selected", "hovered", "language", "theme"], (changed, manner) => {
    if (changed.has("language")) frame.setAttribute("aria-label", text("picture"));
    if (changed.has("theme")) arrangement.recoloured(onScreen());
    if (changed.has("selected")) tour.opens();
    if (changed.has("selected") || FILTERS.some((key) => changed.has(key))) arrangement.filtered();
    else if (changed.has("hovered")) arrangement.pointed();
    controls.update();
    if (host.hidden) missed ||= changed.has("selected");
    else tour.follow(changed, manner);
    stage.redraw();
  });

  tour.begin();
  controls.update();
  return {
    show() {
      if (missed) tour.follow(new Set(["selected"]), {});
      missed = false;
      stage.redraw();
    },
  };
}

/** @type {View} */
export const view = { key: "network", title: "tab_network", available: () => true, start };
