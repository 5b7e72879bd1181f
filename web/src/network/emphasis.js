/* What stands out: the selection and what it touches, everything else fading; and what is pointed at. Pointing changes
   often, so what it lights up is told apart: it is drawn over the rest. */

/** @import { Item } from "../types.js" */
/** @import { Lines } from "./lines.js" */

/** How a line is drawn. */
export const PLAIN = 0;
export const LIT = 1;
export const CHOSEN = 2;

/**
 * @typedef {object} Emphasis
 * @property {Set<number> | null} near the selection and what it touches; null where nothing is selected
 * @property {boolean} fades whether everything else fades
 * @property {number} chosen the selected body, -1 for none
 * @property {number} chosenLine the selected line, -1 for none
 * @property {Uint8Array} level of each line: PLAIN, LIT or CHOSEN
 */

/**
 * @typedef {object} Pointed
 * @property {number} body the body pointed at, -1 for none
 * @property {number} line the line pointed at, -1 for none
 * @property {number[]} glow lines that light up
 */

/**
 * @param {Item | null} selected
 * @param {boolean} alone whether only what belongs to the selection is shown: then nothing fades
 * @param {Lines} lines
 * @param {Int32Array} stands
 * @param {readonly number[][]} edgesAt
 * @returns {Emphasis}
 */
export function emphasis(selected, alone, lines, stands, edgesAt) {
  const level = new Uint8Array(lines.count);
  if (!selected) return { near: null, fades: false, chosen: -1, chosenLine: -1, level };
  const chosen = selected.node === undefined ? -1 : stands[selected.node];
  const near = new Set(chosen >= 0 ? [chosen] : []);
  const light = (/** @type {number} */ line, /** @type {number} */ how) => {
    if (line < 0) return;
    level[line] = how;
    near.add(lines.from[line]).add(lines.to[line]);
  };
  if (selected.node !== undefined) for (const edge of edgesAt[selected.node]) light(lines.lineOf[edge], LIT);
  const chosenLine = selected.edge === undefined ? -1 : lines.lineOf[selected.edge];
  light(chosenLine, CHOSEN);
  return { near, fades: !alone, chosen, chosenLine, level };
}

/**
 * @param {Item | null} hovered
 * @param {number} cursor a closed group that is pointed at, -1 for none
 * @param {boolean} calm whether something is selected: then only the thing itself is marked
 * @param {Lines} lines
 * @param {Int32Array} stands
 * @param {readonly number[][]} edgesAt
 * @returns {Pointed}
 */
export function pointed(hovered, cursor, calm, lines, stands, edgesAt) {
  if (cursor >= 0) return { body: cursor, line: -1, glow: [] };
  if (hovered?.node !== undefined) {
    const glow = calm ? [] : edgesAt[hovered.node].map((edge) => lines.lineOf[edge]).filter((line) => line >= 0);
    return { body: stands[hovered.node], line: -1, glow: [...new Set(glow)] };
  }
  const line = hovered ? lines.lineOf[hovered.edge] : -1;
  return { body: -1, line, glow: line < 0 ? [] : [line] };
}
