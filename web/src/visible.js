/* What is seen now. Reckoned once for each change of the filters. */

/** @import { Visibility } from "./filtering.js" */
/** @import { Figure, Moment } from "./types.js" */

import { meets, visibility } from "./filtering.js";
import { shortestPath } from "./graph.js";
import { scene } from "./payload.js";
import { FILTERS, state } from "./state.js";
import { edgesAt } from "./things.js";

/** @type {{ by: unknown[], seen: Visibility, anyTime: Visibility | null } | null} */
let known = null;

function current() {
  const by = FILTERS.map((key) => state[key]);
  if (!known || by.some((value, at) => value !== known?.by[at])) {
    known = { by, seen: visibility(scene, edgesAt, state), anyTime: null };
  }
  return known;
}

/** As if no period were chosen: what a timeline shows, on which the period is a choice. */
function atAnyTime() {
  const now = current();
  if (state.period === null) return now.seen;
  now.anyTime ??= visibility(scene, edgesAt, { ...state, period: null });
  return now.anyTime;
}

/**
 * The way that is shown between two things: over whatever the other filters leave; null where there is none.
 * @param {number} from
 * @param {number} to
 */
export function wayBetween(from, to) {
  const { nodes, edges } = visibility(scene, edgesAt, { ...state, path: null, around: null });
  return nodes[from] && nodes[to] ? shortestPath(scene.edges, edgesAt, from, to, (edge) => edges[edge]) : null;
}

/** @param {number} at */
export const nodeVisible = (at) => current().seen.nodes[at];

/** @param {number} at */
export const edgeVisible = (at) => current().seen.edges[at];

export const visibleNodes = () => places(current().seen.nodes);

export const visibleEdges = () => places(current().seen.edges);

/** @param {boolean[]} seen */
function places(seen) {
  /** @type {number[]} */
  const found = [];
  seen.forEach((shown, at) => shown && found.push(at));
  return found;
}

/**
 * Moments whose thing or one of whose relations is seen.
 * @param {{ anyTime?: boolean }} options `anyTime`: also those outside the chosen period
 * @returns {Moment[]}
 */
export function visibleMoments({ anyTime = false } = {}) {
  const { nodes, edges } = anyTime ? atAnyTime() : current().seen;
  const { period } = state;
  return (scene.moments ?? []).filter(({ node, edge, start, end }) => {
    if (!anyTime && period && !meets([[start, end]], period)) return false;
    if (node === undefined && !edge?.length) return true;
    return (node !== undefined && nodes[node]) || (edge ?? []).some((at) => edges[at]);
  });
}

/**
 * Figures about what is seen, of the chosen period.
 * @returns {Figure[]}
 */
export function visibleFigures() {
  const { nodes } = current().seen;
  const { period } = state;
  return (scene.figures ?? []).filter(
    ({ node, start, end }) => (node === undefined || nodes[node]) && (!period || meets([[start, end]], period)),
  );
}
