/* One small chart: points and steps for what there is at a time, bars for what came about over a time. */

/** @import { Figure } from "../types.js" */
/** @import { Mark } from "./plot.js" */

import { svg } from "../dom.js";
import { scene } from "../payload.js";
import { state } from "../state.js";
import { say } from "../words.js";
import { plot } from "./plot.js";

const RIGHT = 14;
const TOP = 18;
const BOTTOM = 20;
const LABELLED = 8; // up to so many figures have their number written

/** @param {number} value */
const compact = (value) =>
  new Intl.NumberFormat(state.language === "vi" ? "vi-VN" : "en-GB", {
    ...{ notation: "compact", maximumFractionDigits: 2, compactDisplay: state.language === "vi" ? "long" : "short" },
  }).format(value);

/** A figure as it was said, without its unit: the title of the chart has it. @param {Figure} figure */
const short = ({ series, said, value }) => {
  const [whole, unit] = [say(said), say(scene.series?.[series].unit ?? "")];
  const bare = unit ? whole.replace(` (${unit})`, "") : whole;
  return Math.abs(value) >= 1e6 ? bare.replace(/\d[\d.,]*/, compact(value)) : bare;
};

/** @param {Figure[]} timed @param {number} width @param {number} height */
export function chart(timed, width, height) {
  const high = height - TOP - BOTTOM;
  const left = 12 + 6.3 * Math.max(...plot(timed, 100, high).levels.map(({ value }) => compact(value).length));
  const inner = { width: Math.max(60, width - left - RIGHT), height: high };
  const { range, marks, steps, years, levels, ground } = plot(timed, inner.width, inner.height);
  const place = (/** @type {number} */ at) => ((at - range[0]) / (range[1] - range[0])) * inner.width;
  const grid = levels.flatMap(({ value, y }) => [
    svg("line", { class: "number-grid", x2: inner.width, y1: y, y2: y }),
    svg("text", { class: "number-tick", x: -6, y: y + 4, "text-anchor": "end" }, compact(value)),
  ]);
  const whole = years.filter(({ month }) => month === null);
  const axis = (whole.length > 2 ? whole : years).map(({ at, year, month }) =>
    svg("text", { class: "number-tick", x: place(at), y: inner.height + 15, "text-anchor": "middle" }, month === null ? String(year) : `${month + 1}/${year}`));
  const lines = steps.map((points) => svg("polyline", { class: "number-step", points: points.map((point) => point.join(",")).join(" ") }));
  const several = new Set(timed.map(({ about }) => JSON.stringify(about))).size > 1;
  const name = (/** @type {Figure} */ figure) => (several ? `${clipped(say(figure.about))}: ${short(figure)}` : short(figure));
  return svg("svg", { "aria-hidden": "true", focusable: "false", width, height, viewBox: `0 0 ${width} ${height}` },
    svg("g", { transform: `translate(${left} ${TOP})` }, ...grid, ...axis, ...lines,
      ...marks.map((mark) => drawn(mark, ground)), ...(marks.length <= LABELLED ? labels(marks, name, [4 - left, inner.width + RIGHT]) : [])));
}

/** @param {Mark} mark @param {number} ground */
function drawn({ figure, flow, x, y, from, to }, ground) {
  const look = `${figure.hedged ? " hedged" : ""}${figure.contested ? " contested" : ""}`;
  const at = (scene.figures ?? []).indexOf(figure);
  const shape = flow
    ? svg("rect", { x: from, y: Math.min(y, ground), width: Math.max(3, to - from), height: Math.max(2, Math.abs(ground - y)), rx: 2 })
    : svg("circle", { cx: x, cy: y, r: 5 });
  // How exactly the time is known.
  const span = !flow && to - from > 8 ? svg("line", { class: "number-span", x1: from, x2: to, y1: y, y2: y }) : null;
  return svg("g", { class: `number-mark${flow ? " flow" : ""}${look}`, "data-figure": at }, span, shape,
    svg("rect", { class: "number-hit", x: x - 12, y: y - 12, width: 24, height: 24 }));
}

/** @param {string} name */
const clipped = (name) => (name.length > 24 ? `${name.slice(0, 22).trimEnd()}…` : name);

/** Numbers over their marks, where they do not cover each other.
 * @param {Mark[]} marks @param {(figure: Figure) => string} name @param {[number, number]} room */
function labels(marks, name, room) {
  /** @type {{x: number, y: number, half: number}[]} */
  const taken = [];
  return marks.flatMap(({ figure, x, y }) => {
    const written = name(figure);
    const half = written.length * 3.4;
    const at = Math.max(room[0] + half, Math.min(room[1] - half, x));
    const covers = marks.some((other) => !other.flow && Math.abs(other.x - at) < half + 6 && other.y < y && y - other.y < 24);
    if (covers || taken.some((other) => Math.abs(other.x - at) < other.half + half && Math.abs(other.y - y) < 14)) return [];
    taken.push({ x: at, y, half });
    return [svg("text", { class: "number-name", x: at, y: y - 8, "text-anchor": "middle" }, written)];
  });
}
