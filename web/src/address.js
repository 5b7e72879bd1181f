/* The address holds what a reader sees, so that a link leads to it and the browser's button leads back. */

/** @import { Key } from "./state.js" */

import { fromHash, toHash } from "./hash.js";
import { firstLanguage, scene } from "./payload.js";
import { FILTERS, change, onChange, state } from "./state.js";
import { idOf, itemOf } from "./things.js";

/** @type {readonly Key[]} */
const KEPT = ["selected", "tab", "language", ...FILTERS];

/** Steps that the browser's button takes back one by one; what is between them is overwritten. */
const STEPS = /** @type {const} */ (["selected", "tab"]);

let firstTab = "";

/** @param {boolean} step */
function write(step) {
  const id = state.selected && idOf(state.selected);
  const hash = toHash(state, scene, { id, firstTab, firstLanguage });
  if (location.hash === hash || decodeURIComponent(location.hash) === decodeURIComponent(hash)) return;
  const address = hash || location.pathname + location.search;
  if (step) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
}

/** @param {(key: string | null) => boolean} knowsTab */
function read(knowsTab) {
  const { id, patch, tab, language } = fromHash(location.hash, scene);
  const selected = itemOf(id);
  change(
    {
      ...patch,
      selected,
      tab: knowsTab(tab) ? /** @type {string} */ (tab) : firstTab,
      language: language ?? firstLanguage,
    },
    { keepAddress: true, still: !selected },
  );
}

/**
 * @param {string} tab the one that is open where the address says nothing
 * @param {(key: string | null) => boolean} knowsTab
 */
export function startAddress(tab, knowsTab) {
  firstTab = tab;
  onChange(KEPT, (changed, { keepAddress }) => {
    if (!keepAddress) write(STEPS.some((key) => changed.has(key)));
  });
  addEventListener("popstate", () => read(knowsTab));
  addEventListener("hashchange", () => read(knowsTab));
  read(knowsTab);
}
