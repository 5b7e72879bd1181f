/* What a reader has chosen, and who hears of a change. Sets and objects in the state are replaced, never altered. */

/** @import { Item, Manner, State } from "./types.js" */

import { noFilters, revealing } from "./filtering.js";
import { incidence } from "./graph.js";
import { firstLanguage, scene } from "./payload.js";

/** @typedef {keyof State} Key */
/** @typedef {(changed: Set<Key>, manner: Manner) => void} Listener */

/** @type {State} */
export const state = {
  language: firstLanguage,
  theme: "auto",
  tab: "network",
  selected: null,
  hovered: null,
  ...noFilters(),
};

/** What decides which things are seen. */
export const FILTERS = /** @type {const} */ (["hiddenKinds", "choices", "period", "onlyDated", "around", "path"]);

const edgesAt = incidence(scene.nodes.length, scene.edges);

/** @type {{ keys: Set<Key>, listener: Listener }[]} */
const listeners = [];

/**
 * Calls `listener` once for every change that touches one of `keys`.
 * @param {readonly Key[]} keys
 * @param {Listener} listener
 */
export function onChange(keys, listener) {
  listeners.push({ keys: new Set(keys), listener });
}

/**
 * @param {Iterable<Key>} keys
 * @param {Manner} manner
 */
export function announce(keys, manner = {}) {
  const changed = new Set(keys);
  if (!changed.size) return;
  for (const { keys: heard, listener } of listeners) {
    if ([...changed].some((key) => heard.has(key))) listener(changed, manner);
  }
}

/**
 * Takes over the values of `patch`; those that differ are announced together.
 * @param {Partial<State>} patch
 * @param {Manner} manner
 */
export function change(patch, manner = {}) {
  const changed = /** @type {Key[]} */ (Object.keys(patch)).filter((key) => !Object.is(state[key], patch[key]));
  Object.assign(state, patch);
  announce(changed, manner);
}

/**
 * Selects a node, an edge or nothing. What is selected is seen: filters that hide it give way.
 * @param {Item | null} item
 * @param {Manner} manner
 */
export function select(item, manner = {}) {
  const same = item && state.selected && item.node === state.selected.node && item.edge === state.selected.edge;
  change({ ...(item ? revealing(scene, edgesAt, state, item) : {}), selected: same ? { ...item } : item }, manner);
}
