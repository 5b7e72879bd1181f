/* Light or dark: as the reader's system has it, until the reader says otherwise. */

/** @import { Theme } from "./types.js" */

import { byId } from "./dom.js";
import { announce, change, onChange, state } from "./state.js";
import { text } from "./words.js";

const KEPT = "dfgraph-theme";
const system = matchMedia("(prefers-color-scheme: dark)");

export const isDark = () => (state.theme === "auto" ? system.matches : state.theme === "dark");

/** @type {Map<string, string>} */
const known = new Map();

/**
 * A colour of the style sheet, so that light and dark are decided in one place.
 * @param {string} name
 */
export function colour(name) {
  let value = known.get(name);
  if (value === undefined) {
    value = getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
    known.set(name, value);
  }
  return value;
}

function apply() {
  if (state.theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = state.theme;
  known.clear();
}

function name() {
  const button = byId("theme");
  button.title = text(isDark() ? "to_light" : "to_dark");
  button.setAttribute("aria-label", button.title);
}

/** @returns {Theme} what this browser was told before */
function kept() {
  try {
    const theme = localStorage.getItem(KEPT);
    return theme === "light" || theme === "dark" ? theme : "auto";
  } catch {
    return "auto"; // no storage for pages from disk
  }
}

/** Registers first, so that whoever hears of a new theme finds its colours. */
export function startTheme() {
  onChange(["theme"], apply);
  onChange(["theme", "language"], name);
  system.addEventListener("change", () => announce(["theme"]));
  byId("theme").addEventListener("click", () => {
    const wanted = isDark() ? "light" : "dark";
    const theme = wanted === (system.matches ? "dark" : "light") ? "auto" : wanted;
    change({ theme });
    try {
      localStorage.setItem(KEPT, theme);
    } catch {
      // It is then chosen anew in each page.
    }
  });
  change({ theme: kept() });
}
