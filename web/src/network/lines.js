/* Which lines are drawn between bodies. Up to three relations of a pair are three lines side by side; more are one line
   that is the wider the more there are, and fan out when the pair is looked at. */

/** @import { Scene } from "../types.js" */

/** @typedef {{ count: number, from: Int32Array, to: Int32Array, bend: Float32Array, directed: Uint8Array }} Ends */

/**
 * @typedef {object} Lines
 * @property {number} count
 * @property {Int32Array} from body at which it begins
 * @property {Int32Array} to body at which it ends
 * @property {Float32Array} bend how far it bows to its left, as part of its length
 * @property {Int32Array} edge the relation that it is, or the first of those that it stands for
 * @property {Int32Array} many for how many relations it stands
 * @property {Uint8Array} arrows 1: at its end, 2: at its beginning, 3: at both
 * @property {Uint8Array} turn of several loops at one body, which one it is
 * @property {Int32Array} lineOf the line of each relation, -1 where none is drawn
 */

export const SIDE_BY_SIDE = 3;

/** @param {Pick<Scene, "edges">} scene @returns {Ends} */
export function readEnds({ edges }) {
  const count = edges.length;
  const [from, to] = [new Int32Array(count), new Int32Array(count)];
  const [bend, directed] = [new Float32Array(count), new Uint8Array(count)];
  edges.forEach((edge, at) => {
    [from[at], to[at]] = [edge.from, edge.to];
    [bend[at], directed[at]] = [edge.bend, Number(edge.directed)];
  });
  return { count, from, to, bend, directed };
}

/** Visible relations by the two bodies that they join: the pair of each (-1 for none), and how many a pair has. Those
 * of a body are looked at together, so that no table of all pairs is needed.
 * @param {Ends} ends @param {Int32Array} stands @param {readonly number[]} visible */
function pairs({ count, from, to }, stands, visible) {
  const low = new Int32Array(count).fill(-1);
  const bodies = stands.reduce((most, body) => Math.max(most, body), 0) + 1;
  const starts = new Int32Array(bodies + 1);
  for (const at of visible) {
    const [a, b] = [stands[from[at]], stands[to[at]]];
    // What joins two members of a closed group is not drawn.
    if (a === b && from[at] !== to[at]) continue;
    low[at] = Math.min(a, b);
    starts[low[at] + 1] += 1;
  }
  for (let at = 1; at <= bodies; at += 1) starts[at] += starts[at - 1];
  const order = new Int32Array(starts[bodies]);
  const next = starts.slice();
  for (let at = 0; at < count; at += 1) {
    if (low[at] < 0) continue;
    order[next[low[at]]] = at;
    next[low[at]] += 1;
  }
  const [pairOf, sizes] = [new Int32Array(count).fill(-1), new Int32Array(order.length)];
  const [met, pairWith] = [new Int32Array(bodies).fill(-1), new Int32Array(bodies)];
  let found = 0;
  for (const at of order) {
    const [a, b] = [stands[from[at]], stands[to[at]]];
    const high = Math.max(a, b);
    if (met[high] !== low[at]) {
      met[high] = low[at];
      pairWith[high] = found;
      found += 1;
    }
    pairOf[at] = pairWith[high];
    sizes[pairOf[at]] += 1;
  }
  return { pairOf, sizes: sizes.subarray(0, found) };
}

/**
 * @param {Ends} ends
 * @param {Int32Array} stands the body that stands for each thing
 * @param {readonly number[]} visible relations
 * @param {(edge: number) => boolean} fanned whether the relations beside this one are drawn apart however many they are
 * @returns {Lines}
 */
export function joinLines(ends, stands, visible, fanned) {
  const { pairOf, sizes } = pairs(ends, stands, visible);
  const { line: lineOf, count } = numbered(ends, stands, pairOf, sizes, fanned);
  /** @type {Lines} */
  const lines = {
    count,
    from: new Int32Array(count),
    to: new Int32Array(count),
    bend: new Float32Array(count),
    edge: new Int32Array(count),
    many: new Int32Array(count),
    arrows: new Uint8Array(count),
    turn: new Uint8Array(count),
    lineOf,
  };
  const turns = new Uint8Array(sizes.length);
  for (let edge = 0; edge < ends.count; edge += 1) {
    const line = lineOf[edge];
    if (line < 0) continue;
    const start = stands[ends.from[edge]];
    if (!lines.many[line]) {
      [lines.from[line], lines.to[line], lines.edge[line]] = [start, stands[ends.to[edge]], edge];
      lines.bend[line] = ends.bend[edge];
      if (lines.from[line] === lines.to[line]) {
        lines.turn[line] = turns[pairOf[edge]];
        turns[pairOf[edge]] += 1;
      }
    } else lines.bend[line] = 0;
    lines.many[line] += 1;
    // Each directed relation that a line stands for has its own way.
    if (ends.directed[edge]) lines.arrows[line] |= start === lines.from[line] ? 1 : 2;
  }
  return lines;
}

/** The line of each relation: one of its own, or the one that stands for its pair.
 * @param {Ends} ends @param {Int32Array} stands @param {Int32Array} pairOf @param {Int32Array} sizes
 * @param {(edge: number) => boolean} fanned */
function numbered({ count, from, to }, stands, pairOf, sizes, fanned) {
  const together = sizes.map((size) => Number(size > SIDE_BY_SIDE));
  for (let edge = 0; edge < count; edge += 1) {
    const pair = pairOf[edge];
    if (pair < 0) continue;
    const grouped = stands[from[edge]] !== from[edge] || stands[to[edge]] !== to[edge];
    if (grouped) together[pair] = 1;
    else if (together[pair] && (from[edge] === to[edge] || fanned(edge))) together[pair] = 0;
  }
  const ofPair = new Int32Array(sizes.length).fill(-1);
  const line = new Int32Array(count).fill(-1);
  let lines = 0;
  for (let edge = 0; edge < count; edge += 1) {
    const pair = pairOf[edge];
    if (pair < 0) continue;
    if (together[pair] && ofPair[pair] >= 0) line[edge] = ofPair[pair];
    else {
      line[edge] = ofPair[pair] = lines;
      lines += 1;
    }
  }
  return { line, count: lines };
}
