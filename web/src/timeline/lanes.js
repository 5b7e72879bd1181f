/* Where each moment stands: one lane a kind, rows in it so that nothing lies over anything else. */

import { day, iso, precision, within } from "./dates.js";

/** @import { Moment, Words } from "../types.js" */
/** @import { Precision } from "./dates.js" */

/**
 * @typedef {{moment: Moment, x: number, width: number, row: number, precision: Precision, fades: [boolean, boolean],
 *   named: "left" | "right" | null}} Placed `fades`: it goes on to the left, to the right; `named`: on which side its name
 *   is written
 */
/** @typedef {{kind: Words, rows: number, items: Placed[]}} Lane */

export const DOT = 9;
const GAP = 3;
const NAME_GAP = 5;

/**
 * The lanes of the moments that fall into a window of days, drawn over a width in pixels. `measure` gives the width of
 * a moment's name, or 0 where none is to be written. `all` are the page's moments, `shown` those that are seen now.
 * @param {Moment[]} all
 * @param {Moment[]} shown
 * @param {[number, number]} window
 * @param {number} width
 * @param {(moment: Moment) => number} measure
 * @returns {Lane[]}
 */
export function lanes(all, shown, window, width, measure) {
  /** @type {Map<string, Moment[]>} */
  const kinds = new Map();
  const frame = /** @type {[string, string]} */ ([iso(window[0]), iso(window[1] - 1)]);
  // Lanes keep their order whatever is shown, so that nothing jumps while a reader brushes.
  for (const { kind } of all) if (!kinds.has(key(kind))) kinds.set(key(kind), []);
  for (const moment of shown) if (within(moment, frame)) kinds.get(key(moment.kind))?.push(moment);
  return [...kinds.values()].filter((many) => many.length).map((many) => lane(many, window, width, measure));
}

/** @param {Words} words */
const key = (words) => JSON.stringify(words);

/**
 * @param {Moment[]} many
 * @param {[number, number]} window
 * @param {number} width
 * @param {(moment: Moment) => number} measure
 * @returns {Lane}
 */
function lane(many, window, width, measure) {
  const bars = many.map((moment) => bar(moment, window, width)).sort((a, b) => a.x - b.x);
  /** @type {number[]} where each row is free again */
  const free = [];
  const items = bars.map((placed) => {
    const name = measure(placed.moment);
    const named = side(placed, name, width);
    const left = placed.x - (named === "left" ? NAME_GAP + name : 0);
    let row = free.findIndex((end) => end <= left);
    if (row < 0) row = free.length;
    free[row] = placed.x + placed.width + (named === "right" ? NAME_GAP + name : 0) + GAP;
    return { ...placed, row, named };
  });
  return { kind: many[0].kind, rows: free.length, items };
}

/**
 * Where there is room for the name: to the right, else to the left; a name that would run out of the picture is not
 * written, for the panel has it.
 * @param {{x: number, width: number}} placed
 * @param {number} name
 * @param {number} width
 * @returns {"left" | "right" | null}
 */
function side(placed, name, width) {
  if (!name) return null;
  if (placed.x + placed.width + NAME_GAP + name <= width) return "right";
  return placed.x - NAME_GAP - name >= 0 ? "left" : null;
}

/**
 * @param {Moment} moment
 * @param {[number, number]} window
 * @param {number} width
 */
function bar(moment, [from, to], width) {
  const place = (/** @type {number} */ number) => ((number - from) / (to - from)) * width;
  const start = moment.start === null ? -Infinity : day(moment.start);
  const end = moment.end === null ? Infinity : day(moment.end) + 1;
  const [left, right] = [Math.max(0, place(start)), Math.min(width, place(end))];
  const wide = right - left >= DOT;
  return {
    moment,
    x: wide ? left : Math.max(0, Math.min(width - DOT, (left + right) / 2 - DOT / 2)),
    width: wide ? right - left : DOT,
    precision: precision(moment),
    fades: /** @type {[boolean, boolean]} */ ([start < from, end > to]),
  };
}
