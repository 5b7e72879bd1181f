/* A small picture of a kind: its colour and its shape. */

/** @import { Kind } from "./types.js" */

import { svg } from "./dom.js";

/** @type {Record<string, string>} */
const POINTS = {
  square: "1.5,1.5 12.5,1.5 12.5,12.5 1.5,12.5",
  diamond: "7,0.5 13.5,7 7,13.5 0.5,7",
  triangle: "7,1 13.5,12.5 0.5,12.5",
  triangleDown: "0.5,1.5 13.5,1.5 7,13",
  hexagon: "0.5,7 3.7,1.2 10.3,1.2 13.5,7 10.3,12.8 3.7,12.8",
  star: "7,0.5 8.8,5 13.6,5.2 9.8,8.2 11.1,12.8 7,10.2 2.9,12.8 4.2,8.2 0.4,5.2 5.2,5",
};

/** @param {Kind} kind */
export function swatch({ colour: fill, shape }) {
  return svg(
    "svg",
    { viewBox: "0 0 14 14", width: 14, height: 14, "aria-hidden": "true", class: "swatch" },
    shape in POINTS ? svg("polygon", { points: POINTS[shape], fill }) : svg("circle", { cx: 7, cy: 7, r: 6, fill }),
  );
}
