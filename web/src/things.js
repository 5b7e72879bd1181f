/* The page's nodes and edges as things with names. */

/** @import { Item } from "./types.js" */

import { incidence } from "./graph.js";
import { scene } from "./payload.js";
import { say } from "./words.js";

/** Edges at each node, in the order of the scene. */
export const edgesAt = incidence(scene.nodes.length, scene.edges);

const nodeById = new Map(scene.nodes.map(({ id }, at) => [id, at]));
const edgeById = new Map(scene.edges.map(({ id }, at) => [id, at]));

/** @param {number} at */
export const nodeName = (at) => say(scene.nodes[at].label) || scene.nodes[at].id;

/** @param {number} at */
export const edgeName = (at) => say(scene.edges[at].name ?? scene.edges[at].label);

/** What every IRI of a thing begins with; the rest is its id. */
const BASE = "https://w3id.org/dfgraph/id/";

/**
 * The node or edge of this id or IRI; null where there is none.
 * @param {string | null} id
 * @returns {Item | null}
 */
export function itemOf(id) {
  if (id === null) return null;
  const names = id.startsWith(BASE) ? [id, id.slice(BASE.length)] : [id];
  for (const name of names) {
    const node = nodeById.get(name);
    if (node !== undefined) return { node };
    const edge = edgeById.get(name);
    if (edge !== undefined) return { edge };
  }
  return null;
}

/** @param {Item} item */
export const idOf = (item) => (item.edge === undefined ? scene.nodes[item.node].id : scene.edges[item.edge].id);
