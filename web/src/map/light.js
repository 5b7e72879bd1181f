/* What stands out on the maps: the selection and what it touches. */

import { scene } from "../payload.js";
import { state } from "../state.js";
import { edgesAt } from "../things.js";

/** @typedef {{chosen: boolean, lit: (edge: number) => boolean, near: (node: number) => boolean}} Light */

/** @returns {Light} */
export function light() {
  const { selected } = state;
  const edges = new Set(selected ? (selected.edge === undefined ? edgesAt[selected.node] : [selected.edge]) : []);
  const nodes = new Set(selected?.node === undefined ? [] : [selected.node]);
  for (const at of edges) nodes.add(scene.edges[at].from).add(scene.edges[at].to);
  // Where nothing on the map belongs to the selection, nothing on it needs to step back.
  const placed = [...nodes].some((at) => scene.nodes[at].lon !== undefined);
  return { chosen: selected !== null && placed, lit: (edge) => edges.has(edge), near: (node) => nodes.has(node) };
}

/**
 * How large a node is drawn, in pixels, where there are so many.
 * @param {number} at
 * @param {number} many
 */
export const radius = (at, many) => (4 + Math.min(4, Math.sqrt(edgesAt[at].length) * 0.7)) * (many > 120 ? 0.7 : 1);
