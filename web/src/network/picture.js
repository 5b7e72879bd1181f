/* All that is known of the picture before it is drawn: bodies, lines, what stands out, and in which order and colour
   they are drawn. Made anew when the state changes, not when the camera moves. */

/** @import { Bodies } from "./bodies.js" */
/** @import { Camera } from "./camera.js" */
/** @import { Colours } from "./colours.js" */
/** @import { Emphasis, Pointed } from "./emphasis.js" */
/** @import { Course } from "./geometry.js" */
/** @import { Grid } from "./grid.js" */
/** @import { Lines } from "./lines.js" */
/** @import { Block } from "./names.js" */

import { PLAIN } from "./emphasis.js";
import { bow, loop } from "./geometry.js";

/** Lines that are drawn in one stroke. @typedef {{ level: number, far: boolean, many: number, lines: number[] }} Strand */
/** Bodies that are filled in one. @typedef {{ kind: number, far: boolean, bodies: number[] }} Heap */

/**
 * @typedef {object} Picture
 * @property {Bodies} bodies
 * @property {Grid} grid
 * @property {Int32Array} rank the place of each body in the order of weight
 * @property {Int32Array} present
 * @property {Lines} lines
 * @property {Emphasis} emphasis
 * @property {Pointed} pointed
 * @property {Strand[]} strands in the order in which they are drawn
 * @property {Heap[]} heaps likewise
 * @property {Colours} colours
 * @property {string[]} shapes by kind
 * @property {(body: number) => string} nameOf
 * @property {(line: number) => string} lineName
 * @property {(row: string) => number} widthOf of a text on one row
 * @property {(name: string) => Block} block of a name in its rows
 */

const MOST_WIDE = 8;

/** Lines by how they are drawn: what fades first, what is chosen last.
 * @param {Lines} lines @param {Emphasis} emphasis @returns {Strand[]} */
export function strandsOf({ count, many }, { fades, level }) {
  /** @type {Map<number, Strand>} */
  const strands = new Map();
  for (let line = 0; line < count; line += 1) {
    const wide = Math.min(MOST_WIDE, Math.round(Math.sqrt(many[line]) * 2) / 2);
    const key = level[line] * 100 + wide;
    const known = strands.get(key);
    if (known) known.lines.push(line);
    else strands.set(key, { level: level[line], far: fades && level[line] === PLAIN, many: wide, lines: [line] });
  }
  return [...strands.entries()].sort(([a], [b]) => a - b).map(([, strand]) => strand);
}

/** Bodies by kind, those that fade first, groups apart from things.
 * @param {Bodies} bodies @param {Int32Array} present @param {Emphasis} emphasis @returns {Heap[]} */
export function heapsOf({ count, kind, things }, present, { near, fades }) {
  /** @type {Map<number, Heap>} */
  const heaps = new Map();
  for (let at = 0; at < count; at += 1) {
    if (!present[at]) continue;
    const far = fades && !near?.has(at);
    const key = (far ? 0 : 200_000) + (at < things ? 0 : 100_000) + kind[at];
    const known = heaps.get(key);
    if (known) known.bodies.push(at);
    else heaps.set(key, { kind: kind[at], far, bodies: [at] });
  }
  return [...heaps.entries()].sort(([a], [b]) => a - b).map(([, heap]) => heap);
}

const A_THING = 24; // things are no larger than this, groups are

/** Bodies are never so small that one does not see them: hubs stay larger than what they gather, groups than both.
 * @param {number} radius @param {number} scale */
export const seenRadius = (radius, scale) => Math.max(radius * scale, radius > A_THING ? 5 : 0.05 * radius + 0.6);

const LOOP_REACH = 16;

/** The course of a line in the frame.
 * @param {Pick<Picture, "bodies" | "lines">} picture @param {Camera} camera @param {number} line @returns {Course} */
export function courseOf({ bodies: { x, y, radius }, lines }, { x: cx, y: cy, scale, width, height }, line) {
  const [from, to] = [lines.from[line], lines.to[line]];
  const [left, top] = [width / 2 - cx * scale, height / 2 - cy * scale];
  const [x1, y1, r1] = [x[from] * scale + left, y[from] * scale + top, seenRadius(radius[from], scale)];
  if (from === to) return loop(x1, y1, r1, LOOP_REACH * scale, lines.turn[line]);
  return bow(x1, y1, r1, x[to] * scale + left, y[to] * scale + top, seenRadius(radius[to], scale), lines.bend[line]);
}
