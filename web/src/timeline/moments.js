/* Moments as things that can be selected. */

/** @import { Item, Moment } from "../types.js" */

import { scene } from "../payload.js";
import { state } from "../state.js";

/** What a moment is, on the page. @param {Moment} moment @returns {Item | null} */
export function itemOf({ node, edge }) {
  if (node !== undefined) return { node };
  return edge?.length ? { edge: edge[0] } : null;
}

/** @param {Moment} moment */
export function isSelected({ node, edge }) {
  const { selected } = state;
  if (!selected) return false;
  return selected.edge === undefined ? node === selected.node : (edge ?? []).includes(selected.edge);
}

/** Whether the selection has to do with it. @param {Moment} moment */
export function isNear({ node, edge }) {
  const { selected } = state;
  if (!selected || selected.node === undefined) return false;
  return node === selected.node || (edge ?? []).some((at) => [scene.edges[at].from, scene.edges[at].to].includes(selected.node));
}
