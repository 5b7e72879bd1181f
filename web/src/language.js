/* The language of everything that the page says on its own account. */

/** @import { Language } from "./types.js" */

import { byId } from "./dom.js";
import { scene } from "./payload.js";
import { change, onChange, state } from "./state.js";
import { LANGUAGES, say, sayNumber, text } from "./words.js";

const other = () => /** @type {Language} */ (LANGUAGES.find((tag) => tag !== state.language));

export function applyLanguage() {
  document.documentElement.lang = state.language;
  document.title = say(scene.title);
  byId("title").textContent = say(scene.title);
  byId("size").textContent = size();
  byId("language").textContent = text("language");
  byId("language").lang = other();
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-text]"))) {
    part.textContent = text(part.dataset.text ?? "");
  }
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-label]"))) {
    const name = text(part.dataset.label ?? "");
    part.setAttribute("aria-label", name);
    if (part instanceof HTMLButtonElement) part.title = name;
  }
}

/** How much the page shows; a part of something larger says so. */
function size() {
  const told = text("size", { nodes: sayNumber(scene.nodes.length), edges: sayNumber(scene.edges.length) });
  const { shown, aggregated } = scene;
  return [
    told,
    shown && shown.of > shown.nodes ? text("partial", { shown: sayNumber(shown.nodes), of: sayNumber(shown.of) }) : "",
    aggregated ? text("aggregated", { by: say(aggregated.by) }) : "",
  ].filter(Boolean).join(" · ");
}

export function startLanguage() {
  onChange(["language"], applyLanguage);
  byId("language").addEventListener("click", () => change({ language: other() }));
}
