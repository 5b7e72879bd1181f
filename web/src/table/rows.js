/* Rows of a table as data: what a reader searches, sorts and takes away, before any of it is drawn. */

import { fold } from "../fold.js";

/** @typedef {string | number | null} Value what a cell is sorted by; null for an empty one */
/**
 * @typedef {object} Cell
 * @property {string} text what the cell says
 * @property {Value} [value] what it is sorted by, where that is not its text
 * @property {string | number} [file] what stands in a file, where that is neither a number it is sorted by nor its text
 * @property {() => Node} [show] the cell as a reader sees it, where that is more than its text
 */
/** @typedef {{cells: Cell[], item?: import("../types").Item | null}} Row `item`: what the row is, on the page */
/** @typedef {{column: number, down: boolean} | null} Order */

/**
 * The rows in which every column has what is wanted of it, in the order asked for, else as they came.
 * @param {Row[]} rows
 * @param {string[]} wanted a text a column; empty for all
 * @param {Order} order
 * @param {string} language
 */
export function arranged(rows, wanted, order, language) {
  const words = wanted.map((one) => fold(one).split(" ").filter(Boolean));
  const kept = rows.filter(({ cells }) => words.every((all, at) => !all.length || holds(cells[at].text, all)));
  return order ? sorted(kept, order, language) : kept;
}

/** @param {string} text @param {string[]} words */
function holds(text, words) {
  const folded = fold(text);
  return words.every((word) => folded.includes(word));
}

/** @param {Row[]} rows @param {{column: number, down: boolean}} order @param {string} language */
function sorted(rows, { column, down }, language) {
  const collator = new Intl.Collator(language, { numeric: true });
  const value = (/** @type {Row} */ row) => {
    const { text, value: given } = row.cells[column];
    return given === undefined ? text || null : given;
  };
  const compare = (/** @type {Value} */ a, /** @type {Value} */ b) => {
    if (typeof a === "number" && typeof b === "number") return a - b;
    return collator.compare(String(a), String(b));
  };
  const keyed = rows.map((row) => ({ row, key: value(row) }));
  // Empty cells come last whichever way one sorts: nobody looks for them.
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
    return down ? compare(b.key, a.key) : compare(a.key, b.key);
  });
  return keyed.map(({ row }) => row);
}

export const PAGE = 100;

/** The pages that so many rows fill, at least one. @param {number} count */
export const pages = (count) => Math.max(1, Math.ceil(count / PAGE));
