/* Edges as ways between nodes. Everything here depends on its arguments alone. */

/** @import { SceneEdge } from "./types.js" */

/** @typedef {Pick<SceneEdge, "from" | "to">} Ends */

/**
 * The edges at each node, in the order of the list.
 * @param {number} nodes how many there are
 * @param {readonly Ends[]} edges
 * @returns {number[][]}
 */
export function incidence(nodes, edges) {
  /** @type {number[][]} */
  const at = Array.from({ length: nodes }, () => []);
  edges.forEach(({ from, to }, edge) => {
    at[from].push(edge);
    if (to !== from) at[to].push(edge);
  });
  return at;
}

/** @param {Ends} edge @param {number} node */
export const otherEnd = (edge, node) => (edge.from === node ? edge.to : edge.from);

/**
 * The nodes within so many steps over open edges, each with its distance, nearest first.
 * @param {readonly Ends[]} edges
 * @param {readonly number[][]} edgesAt
 * @param {number} start
 * @param {number} hops
 * @param {(edge: number) => boolean} open
 * @returns {Map<number, number>}
 */
export function neighbourhood(edges, edgesAt, start, hops, open = () => true) {
  const far = new Map([[start, 0]]);
  for (const [node, distance] of far) {
    if (distance >= hops) continue;
    for (const edge of edgesAt[node]) {
      const next = otherEnd(edges[edge], node);
      if (!far.has(next) && open(edge)) far.set(next, distance + 1);
    }
  }
  return far;
}

/**
 * The nodes of a shortest way over open edges, both ends among them; null where there is none. Of several ways it is
 * the one whose edges come first in their lists.
 * @param {readonly Ends[]} edges
 * @param {readonly number[][]} edgesAt
 * @param {number} from
 * @param {number} to
 * @param {(edge: number) => boolean} open
 * @returns {number[] | null}
 */
export function shortestPath(edges, edgesAt, from, to, open = () => true) {
  const before = new Map([[from, -1]]);
  for (const node of before.keys()) {
    if (node === to) break;
    for (const edge of edgesAt[node]) {
      const next = otherEnd(edges[edge], node);
      if (!before.has(next) && open(edge)) before.set(next, node);
    }
  }
  if (!before.has(to)) return null;
  const way = [];
  for (let node = to; node !== -1; node = before.get(node) ?? -1) way.unshift(node);
  return way;
}
