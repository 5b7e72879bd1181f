/* The years that a brush holds: whole ones, at least one, never outside what there is. An end that is not drawn in is
   open (null): whatever comes later still counts. */

import { day, daysTo, yearOf } from "./dates.js";

/** @typedef {import("../types").Period} Period */
/** @typedef {{first: number, last: number}} Years the first and the last year, both counted */

/** The years of an extent of days. @param {[number, number]} extent @returns {Years} */
export const yearsOf = ([from, to]) => ({ first: yearOf(from), last: yearOf(to - 1) });

/** @param {Period | null} period @param {Years} all @returns {Years} */
export function chosen(period, all) {
  const year = (/** @type {string | null | undefined} */ date, /** @type {number} */ other) => (date ? yearOf(day(date)) : other);
  const first = hold(year(period?.[0], all.first), all.first, all.last);
  return { first, last: hold(year(period?.[1], all.last), first, all.last) };
}

/** @param {Years} years @param {Years} all @returns {Period | null} */
export function period({ first, last }, all) {
  if (first <= all.first && last >= all.last) return null;
  const written = (/** @type {number} */ year) => String(year).padStart(4, "0");
  return [first > all.first ? `${written(first)}-01-01` : null, last < all.last ? `${written(last)}-12-31` : null];
}

/** One end moved to a year; it never passes the other. @param {Years} years @param {"first" | "last"} end
 * @param {number} year @param {Years} all @returns {Years} */
export function moveEnd(years, end, year, all) {
  return end === "first"
    ? { ...years, first: hold(year, all.first, years.last) }
    : { ...years, last: hold(year, years.first, all.last) };
}

/** The whole brush moved by years, as far as there is room. @param {Years} years @param {number} by
 * @param {Years} all @returns {Years} */
export function slide({ first, last }, by, all) {
  const step = hold(by, all.first - first, all.last - last);
  return { first: first + step, last: last + step };
}

/** The year that a key moves an end to; null for a key that is not the brush's. @param {string} key
 * @param {number} year @param {Years} all */
export function keyed(key, year, { first, last }) {
  /** @type {Record<string, number>} */
  const moves = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -5, PageUp: 5 };
  if (key in moves) return hold(year + moves[key], first, last);
  return key === "Home" ? first : key === "End" ? last : null;
}

/** @param {number} value @param {number} least @param {number} most */
const hold = (value, least, most) => Math.max(least, Math.min(most, value));

/**
 * How many begin in each year: what has no beginning counts where it ends.
 * @param {Iterable<import("./dates.js").Dated>} many
 * @param {Years} all
 */
export function counts(many, all) {
  const bins = new Array(all.last - all.first + 1).fill(0);
  for (const { start, end } of many) {
    const date = start ?? end;
    if (date !== null) bins[hold(yearOf(day(date)) - all.first, 0, bins.length - 1)] += 1;
  }
  return bins;
}

/** The first day of a year and of the one after the last. @param {Years} years @returns {[number, number]} */
export const days = ({ first, last }) => [daysTo(first), daysTo(last + 1)];
