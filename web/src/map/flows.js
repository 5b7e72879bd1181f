/* Who stands where on the map, and what runs between them. */

/** @typedef {import("../types").Scene} Scene */
/** @typedef {{from: number, to: number, edges: number[]}} Flow the ends, and every edge between them */

/**
 * The nodes that have a place.
 * @param {Scene} scene
 * @param {Iterable<number>} nodes
 */
export function placed(scene, nodes) {
  return [...nodes].filter((at) => scene.nodes[at].lon !== undefined && scene.nodes[at].lat !== undefined);
}

/**
 * The edges between placed nodes, all of one pair together; the widest last, so that it is drawn on top.
 * @param {Scene} scene
 * @param {Iterable<number>} edges
 * @returns {Flow[]}
 */
export function flows(scene, edges) {
  /** @type {Map<string, Flow>} */
  const pairs = new Map();
  for (const at of edges) {
    const { from, to } = scene.edges[at];
    if (from === to || placed(scene, [from, to]).length < 2) continue;
    const [first, second] = from < to ? [from, to] : [to, from];
    const key = `${first} ${second}`;
    const pair = pairs.get(key) ?? { from: first, to: second, edges: [] };
    pair.edges.push(at);
    pairs.set(key, pair);
  }
  return [...pairs.values()].sort((a, b) => a.edges.length - b.edges.length || a.from - b.from || a.to - b.to);
}

/** How wide a flow is drawn, in pixels. @param {number} count */
export const flowWidth = (count) => Math.min(9, 0.6 + Math.sqrt(count));

/**
 * How far, in pixels, each node is moved off its place: nodes at one place stand in a ring round it.
 * @param {Scene} scene
 * @param {number[]} nodes
 * @returns {Map<number, [number, number]>}
 */
export function offsets(scene, nodes) {
  /** @type {Map<string, number[]>} */
  const together = new Map();
  for (const at of nodes) {
    const { lon = 0, lat = 0 } = scene.nodes[at];
    const key = `${lon.toFixed(2)} ${lat.toFixed(2)}`;
    together.set(key, [...(together.get(key) ?? []), at]);
  }
  /** @type {Map<number, [number, number]>} */
  const result = new Map();
  for (const group of together.values()) {
    const radius = group.length > 1 ? Math.max(5, (group.length * 9) / (2 * Math.PI)) : 0;
    group.forEach((at, turn) => {
      const angle = (2 * Math.PI * turn) / group.length - Math.PI / 2;
      result.set(at, [radius * Math.cos(angle), radius * Math.sin(angle)]);
    });
  }
  return result;
}
