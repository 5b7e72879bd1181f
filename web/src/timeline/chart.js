/* The moments of the chosen years on one axis, lane by lane. */

/** @import { Moment } from "../types.js" */
/** @import { Lane, Placed } from "./lanes.js" */

import { svg } from "../dom.js";
import { scene } from "../payload.js";
import { say } from "../words.js";
import { ticks } from "./dates.js";
import { DOT, lanes } from "./lanes.js";
import { monthName, shortened } from "./names.js";

const ROW = 17;
const TIGHT = 12;
const HEADING = 24;
const AXIS = 22;
const ROOMY = 90; // up to so many moments have their names written

/** For moments whose kind has no colour on the page: those of its palette, lane by lane. */
const COLOURS = ["#009E73", "#E69F00", "#56B4E9", "#CC79A7", "#D55E00", "#0072B2", "#666666"];

/** @param {Moment} moment */
function colourOf({ node, edge, kind }) {
  const at = node ?? (edge?.length ? scene.edges[edge[0]].node : undefined);
  return at === undefined ? COLOURS[kinds().indexOf(JSON.stringify(kind)) % COLOURS.length] : scene.kinds[scene.nodes[at].kind].colour;
}

/** @type {string[] | null} */
let known = null;
const kinds = () => (known ??= [...new Set((scene.moments ?? []).map(({ kind }) => JSON.stringify(kind)))]);

/**
 * The picture, and its moments from left to right in each lane.
 * @param {Moment[]} shown
 * @param {[number, number]} window
 * @param {number} width
 */
export function chart(shown, window, width) {
  const roomy = shown.length <= ROOMY;
  const all = lanes(scene.moments ?? [], shown, window, width, roomy ? (moment) => shortened(say(moment.name)).width : () => 0);
  const row = roomy ? ROW : TIGHT;
  /** @type {SVGElement[]} */
  const drawn = [];
  let top = AXIS;
  for (const lane of all) {
    drawn.push(laneOf(lane, top, row, width));
    top += HEADING + lane.rows * row + 8;
  }
  const height = Math.max(top, 60);
  const picture = svg("svg", { "aria-hidden": "true", focusable: "false", width, height, viewBox: `0 0 ${width} ${height}` },
    fading(), svg("g", {}, ...axis(window, width, top)), ...drawn);
  return { picture, rows: all.map(({ items }) => items.map(({ moment }) => moment)) };
}

/** @param {[number, number]} window @param {number} width @param {number} height */
function axis(window, width, height) {
  return ticks(window, width).flatMap(({ at, year, month }) => {
    const x = ((at - window[0]) / (window[1] - window[0])) * width;
    const name = month === null ? String(year) : monthName(month, year);
    const fits = x < width - 30;
    return [
      svg("line", { class: `time-grid${month === null ? " year" : ""}`, x1: x, x2: x, y1: AXIS - 6, y2: height }),
      fits ? svg("text", { class: "time-tick", x: x + 3, y: 13 }, name) : null,
    ].filter((part) => part !== null);
  });
}

/** @param {Lane} lane @param {number} top @param {number} row @param {number} width */
function laneOf({ kind, rows, items }, top, row, width) {
  return svg("g", { class: "time-lane", transform: `translate(0 ${top})` },
    svg("rect", { class: "time-ground", width, height: HEADING + rows * row + 2, rx: 4 }),
    svg("text", { class: "time-kind", x: 6, y: 16 }, `${say(kind)} (${items.length})`),
    ...items.map((item) => itemOf(item, HEADING + item.row * row + (row - DOT) / 2)));
}

/** @param {Placed} placed @param {number} y */
function itemOf({ moment, x, width, precision, fades, named }, y) {
  const colour = colourOf(moment);
  const exact = precision === "day" || (width <= DOT && precision === "span");
  const shape = exact
    ? svg("circle", { cx: x + DOT / 2, cy: y + DOT / 2, r: DOT / 2, fill: colour })
    : svg("rect", { x, y, width, height: DOT, rx: 3, fill: colour, mask: mask(fades, width) });
  const at = (scene.moments ?? []).indexOf(moment);
  return svg("g", { class: `time-moment ${precision}`, "data-moment": at },
    svg("title", {}, `${say(moment.name)} · ${say(moment.text)}`),
    shape,
    named ? nameOf(moment, named === "right" ? x + width + 5 : x - 5, y, named) : null);
}

/** @param {Moment} moment @param {number} x @param {number} y @param {"left" | "right"} side */
const nameOf = (moment, x, y, side) =>
  svg("text", { class: "time-name", x, y: y + DOT - 0.5, "text-anchor": side === "left" ? "end" : "start" }, shortened(say(moment.name)).text);

/** @param {[boolean, boolean]} fades @param {number} width */
const mask = ([left, right], width) =>
  (left || right) && width > DOT ? `url(#time-fade-${left ? "l" : ""}${right ? "r" : ""})` : null;

/** An end that is open fades out. */
function fading() {
  const stop = (/** @type {number} */ offset, /** @type {number} */ strength) => svg("stop", { offset, "stop-color": "#fff", "stop-opacity": strength });
  const stops = { l: [stop(0, 0.05), stop(0.4, 1)], r: [stop(0.6, 1), stop(1, 0.05)], lr: [stop(0, 0.05), stop(0.3, 1), stop(0.7, 1), stop(1, 0.05)] };
  return svg("defs", {}, ...Object.entries(stops).flatMap(([name, many]) => [
    svg("linearGradient", { id: `time-slope-${name}` }, ...many),
    svg("mask", { id: `time-fade-${name}`, maskContentUnits: "objectBoundingBox" },
      svg("rect", { width: 1, height: 1, fill: `url(#time-slope-${name})` })),
  ]));
}
