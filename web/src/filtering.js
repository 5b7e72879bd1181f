/* Which nodes and edges are seen, by what a reader has chosen. Everything here depends on its arguments alone.

   An item that states a facet must state one of the chosen values. One that does not is judged by what it touches: an
   edge by its ends, a node by its edges. So a choice of «Japan» keeps the Japanese localities, their relations, and
   the provinces at the other end. */

/** @import { FacetValues, Interval, Item, Period, Scene, State } from "./types.js" */

import { incidence, neighbourhood, shortestPath } from "./graph.js";

/** @typedef {Pick<State, "hiddenKinds" | "choices" | "period" | "onlyDated" | "around" | "path">} Filters */
/** @typedef {{ nodes: boolean[], edges: boolean[] }} Visibility */

/** @returns {Filters} nothing is hidden */
export const noFilters = () => ({
  hiddenKinds: new Set(),
  choices: {},
  period: null,
  onlyDated: false,
  around: null,
  path: null,
});

/**
 * Whether one of the intervals has a day within the period.
 * @param {readonly (readonly [start: string | null, end: string | null, ...rest: unknown[]])[]} when
 * @param {Period} period
 */
export const meets = (when, [from, to]) =>
  when.some(([start, end]) => (to === null || start === null || start <= to) && (from === null || end === null || end >= from));

/**
 * 1: states a chosen value, -1: states others only, 0: states none.
 * @param {FacetValues | undefined} facets
 * @param {string} key
 * @param {Set<number>} chosen
 */
function stance(facets, key, chosen) {
  const stated = facets?.[key];
  if (!stated?.length) return 0;
  return stated.some((value) => chosen.has(value)) ? 1 : -1;
}

/** @param {Filters} filters @returns {[string, Set<number>][]} */
const wanted = ({ choices }) => Object.entries(choices).filter(([, chosen]) => chosen.size > 0);

/**
 * @param {Interval[] | undefined} when
 * @param {Filters} filters
 */
function inTime(when, { period, onlyDated }) {
  if (!when?.length) return !onlyDated;
  return period === null || meets(when, period);
}

/** By kind, facets and time.
 * @param {Scene} scene
 * @param {number[][]} edgesAt
 * @param {Filters} filters
 * @returns {Visibility}
 */
function chosen(scene, edgesAt, filters) {
  const facets = wanted(filters);
  const timed = filters.period !== null || filters.onlyDated;
  // A node need not be dated itself: its relations are.
  const open = scene.nodes.map(
    ({ kind, facets: own, when }) =>
      !filters.hiddenKinds.has(kind) &&
      facets.every(([key, set]) => stance(own, key, set) >= 0) &&
      (!timed || !when?.length || inTime(when, filters)),
  );
  const edges = scene.edges.map(({ from, to, facets: own, when }) => {
    if (!open[from] || !open[to] || !inTime(when, filters)) return false;
    return facets.every(([key, set]) => {
      const told = stance(own, key, set);
      return told === 1 || (told === 0 && [from, to].some((end) => stance(scene.nodes[end].facets, key, set) === 1));
    });
  });
  const nodes = open.map((shown, at) => {
    if (!shown || (!facets.length && !timed)) return shown;
    if (edgesAt[at].some((edge) => edges[edge])) return true;
    const { facets: own, when } = scene.nodes[at];
    const told = facets.every(([key, set]) => stance(own, key, set) === 1);
    return told && (!timed || inTime(when, filters)) && (facets.length > 0 || Boolean(when?.length) || !edgesAt[at].length);
  });
  return { nodes, edges };
}

/**
 * What is seen.
 * @param {Scene} scene
 * @param {number[][]} edgesAt as of `incidence`
 * @param {Filters} filters
 * @returns {Visibility}
 */
export function visibility(scene, edgesAt, filters) {
  const seen = chosen(scene, edgesAt, filters);
  const { around, path } = filters;
  const passable = (/** @type {number} */ edge) => seen.edges[edge];
  if (path && path.to !== null) {
    const way = shortestPath(scene.edges, edgesAt, path.from, path.to, passable) ?? [path.from, path.to];
    return along(scene, seen, way);
  }
  if (around) {
    const near = neighbourhood(scene.edges, edgesAt, around.node, around.hops, passable);
    const nodes = seen.nodes.map((shown, at) => shown && near.has(at));
    return { nodes, edges: seen.edges.map((shown, at) => shown && nodes[scene.edges[at].from] && nodes[scene.edges[at].to]) };
  }
  return seen;
}

/**
 * Only a way, with every edge between two that follow each other on it.
 * @param {Scene} scene
 * @param {Visibility} seen
 * @param {number[]} way
 */
function along(scene, seen, way) {
  const place = new Map(way.map((node, step) => [node, step]));
  const edges = scene.edges.map(({ from, to }, at) => {
    const [start, end] = [place.get(from), place.get(to)];
    return seen.edges[at] && start !== undefined && end !== undefined && Math.abs(start - end) === 1;
  });
  return { nodes: scene.nodes.map((_, at) => place.has(at)), edges };
}

/**
 * What must change so that an item is seen: first its kinds are shown again, then the narrowest filters go.
 * @param {Scene} scene
 * @param {number[][]} edgesAt
 * @param {Filters} filters
 * @param {Item} item
 * @returns {Partial<Filters>}
 */
export function revealing(scene, edgesAt, filters, item) {
  const edge = item.edge === undefined ? null : scene.edges[item.edge];
  const ends = edge ? [edge.from, edge.to] : [/** @type {number} */ (item.node)];
  const seen = (/** @type {Filters} */ by) => {
    const { nodes, edges } = visibility(scene, edgesAt, by);
    return item.edge === undefined ? nodes[item.node] : edges[item.edge];
  };
  /** @type {Partial<Filters>} */
  let patch = {};
  if (seen(filters)) return patch;
  const hiddenKinds = new Set(filters.hiddenKinds);
  for (const end of ends) hiddenKinds.delete(scene.nodes[end].kind);
  if (hiddenKinds.size < filters.hiddenKinds.size) patch = { hiddenKinds };
  for (const more of [{}, { around: null, path: null }, { period: null, onlyDated: false }, { choices: {} }]) {
    patch = { ...patch, ...more };
    if (seen({ ...filters, ...patch })) break;
  }
  return patch;
}

/** For tests and tools: the same without edgesAt at hand.
 * @param {Scene} scene
 * @param {Partial<Filters>} filters
 */
export const seenBy = (scene, filters) =>
  visibility(scene, incidence(scene.nodes.length, scene.edges), { ...noFilters(), ...filters });
