/* Where figures stand in a small chart of one indicator. Everything here depends on its arguments alone. */

/** @import { Figure } from "../types.js" */

import { day, daysTo, extent, ticks } from "../timeline/dates.js";

/** @typedef {{figure: Figure, flow: boolean, x: number, y: number, from: number, to: number}} Mark a point, or a bar from
 *   the ground, over the time from–to */
/** @typedef {{series: number, timed: Figure[], listed: Figure[]}} Card what has a time axis, and what has not */

/**
 * One card a series, in their order; those that change over time come first.
 * @param {Figure[]} figures
 * @returns {Card[]}
 */
export function cards(figures) {
  /** @type {Map<number, Figure[]>} */
  const by = new Map();
  for (const figure of figures) by.set(figure.series, [...(by.get(figure.series) ?? []), figure]);
  const all = [...by].sort(([a], [b]) => a - b).map(([series, many]) => {
    const dated = many.filter(({ start, end }) => start !== null || end !== null);
    const times = new Set(dated.map(({ start, end }) => `${start} ${end}`));
    const timed = times.size > 1 ? dated : [];
    return { series, timed, listed: many.filter((figure) => !timed.includes(figure)) };
  });
  return [...all.filter(({ timed }) => timed.length), ...all.filter(({ timed }) => !timed.length)];
}

/** The end of an axis: the least round number that is not below the value. @param {number} value */
export function round(value) {
  if (!(value > 0)) return 1;
  const unit = 10 ** Math.floor(Math.log10(value));
  const step = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((size) => size * unit >= value * 0.999999) ?? 10;
  return Number((step * unit).toPrecision(12));
}

/**
 * @param {Figure[]} timed
 * @param {number} width
 * @param {number} height
 */
export function plot(timed, width, height) {
  const all = extent(timed) ?? [0, 1];
  const range = /** @type {[number, number]} */ ([all[0], Math.max(all[1], daysTo(1970, 0, 1 + all[0]) + 366)]);
  const [low, high] = [Math.min(0, ...timed.map(({ value }) => value)), round(Math.max(...timed.map(({ value }) => value)))];
  const across = (/** @type {number} */ at) => Math.max(0, Math.min(width, ((at - range[0]) / (range[1] - range[0])) * width));
  const down = (/** @type {number} */ value) => height - ((value - low) / (high - low || 1)) * height;
  /** @type {Mark[]} */
  const marks = timed
    .map((figure) => {
      const from = across(figure.start === null ? -Infinity : day(figure.start));
      const to = across(figure.end === null ? Infinity : day(figure.end) + 1);
      return { figure, flow: figure.flow === true, x: (from + to) / 2, y: down(figure.value), from, to };
    })
    .sort((a, b) => a.x - b.x || a.y - b.y);
  return { range, low, high, ground: down(0), marks, steps: steps(marks), years: ticks(range, width, 44), levels: [low, (low + high) / 2, high].map((value) => ({ value, y: down(value) })) };
}

/** Stocks of the same thing: each holds until the next is told. @param {Mark[]} marks @returns {[number, number][][]} */
function steps(marks) {
  /** @type {Map<string, Mark[]>} */
  const same = new Map();
  for (const mark of marks) {
    if (mark.flow) continue;
    const key = JSON.stringify(mark.figure.about);
    same.set(key, [...(same.get(key) ?? []), mark]);
  }
  return [...same.values()].filter((many) => many.length > 1).map((many) =>
    many.flatMap(({ x, y }, at) => /** @type {[number, number][]} */ (at ? [[x, many[at - 1].y], [x, y]] : [[x, y]])),
  );
}
