/* What a reader sees as the part of an address after #, and back. Depends on its arguments alone. */

/** @import { Language, Period, Scene, State } from "./types.js" */

const RESERVED = new Set(["id", "tab", "lang", "kinds", "period", "dated", "around", "path"]);

/** @param {string} key of a facet */
const named = (key) => (RESERVED.has(key) ? `f.${key}` : key);

/**
 * @param {State} state
 * @param {Scene} scene
 * @param {{ id: string | null, firstTab: string, firstLanguage: Language }} known
 * @returns {string} "" where nothing is chosen
 */
export function toHash(state, scene, { id, firstTab, firstLanguage }) {
  const asked = new URLSearchParams();
  if (id !== null) asked.set("id", id);
  if (state.tab !== firstTab) asked.set("tab", state.tab);
  if (state.language !== firstLanguage) asked.set("lang", state.language);
  if (state.hiddenKinds.size) asked.set("kinds", `-${[...state.hiddenKinds].sort((a, b) => a - b).join(",")}`);
  for (const { key, values, ids } of scene.facets ?? []) {
    const chosen = [...(state.choices[key] ?? [])].filter((at) => at < values.length).sort((a, b) => a - b);
    if (chosen.length) asked.set(named(key), chosen.map((at) => ids?.[at] ?? String(at)).join(","));
  }
  if (state.period) asked.set("period", shortPeriod(state.period));
  if (state.onlyDated) asked.set("dated", "1");
  if (state.around) asked.set("around", `${state.around.hops},${scene.nodes[state.around.node].id}`);
  if (state.path && state.path.to !== null) {
    asked.set("path", `${scene.nodes[state.path.from].id},${scene.nodes[state.path.to].id}`);
  }
  // Slashes, colons and commas are safe there, and an address that can be read is one that people trust.
  const text = asked.toString().replace(/%2F/g, "/").replace(/%3A/g, ":").replace(/%2C/g, ",");
  return text ? `#${text}` : "";
}

/**
 * The choices that an address asks for; what it does not know is left out.
 * @param {string} hash
 * @param {Scene} scene
 * @returns {{ id: string | null, patch: Pick<State, "hiddenKinds" | "choices" | "period" | "onlyDated" | "around" | "path">, tab: string | null, language: Language | null }}
 */
export function fromHash(hash, scene) {
  const asked = new URLSearchParams(hash.replace(/^#/, ""));
  const node = (/** @type {string | undefined} */ id) => scene.nodes.findIndex((one) => one.id === id);
  /** @type {Record<string, Set<number>>} */
  const choices = {};
  for (const { key, values, ids } of scene.facets ?? []) {
    const places = (asked.get(named(key)) ?? "").split(",").map((id) => (ids ? ids.indexOf(id) : id === "" ? -1 : Number(id)));
    const chosen = places.filter((at) => Number.isInteger(at) && at >= 0 && at < values.length);
    if (chosen.length) choices[key] = new Set(chosen);
  }
  const kinds = (asked.get("kinds") ?? "").replace(/^-/, "").split(",").filter(Boolean).map(Number);
  const language = asked.get("lang");
  return {
    id: asked.get("id"),
    tab: asked.get("tab"),
    language: language === "vi" || language === "en" ? language : null,
    patch: {
      choices,
      hiddenKinds: new Set(kinds.filter((at) => at in scene.kinds)),
      period: periodOf(asked.get("period")),
      onlyDated: asked.get("dated") === "1",
      around: aroundOf(asked.get("around"), node),
      path: pathOf(asked.get("path"), node),
    },
  };
}

/** @param {string | null} text @returns {Period | null} */
function periodOf(text) {
  const match = /^(\d{4}(?:-\d\d){0,2})?\.\.(\d{4}(?:-\d\d){0,2})?$/.exec(text ?? "");
  if (!match || (!match[1] && !match[2])) return null;
  return [match[1] ? firstDay(match[1]) : null, match[2] ? lastDay(match[2]) : null];
}

/** Years and months where they are meant whole.
 * @param {Period} period
 */
function shortPeriod([from, to]) {
  const short = (/** @type {string | null} */ day, /** @type {(date: string) => string} */ whole) =>
    [day?.slice(0, 4), day?.slice(0, 7)].find((date) => date && whole(date) === day) ?? day ?? "";
  return `${short(from, firstDay)}..${short(to, lastDay)}`;
}

/** @param {string} date a year, a month or a day */
export const firstDay = (date) => `${date}-01-01`.slice(0, 10).replace(/^(\d{4}-\d\d)-01-01$/, "$1-01");

/** @param {string} date a year, a month or a day */
export function lastDay(date) {
  const [year, month, day] = date.split("-").map(Number);
  if (day) return date;
  const last = new Date(Date.UTC(2000, month ?? 12, 0));
  last.setUTCFullYear(year, month ? month : 12, 0);
  return last.toISOString().slice(0, 10);
}

/** @param {string | null} text @param {(id?: string) => number} node @returns {State["around"]} */
function aroundOf(text, node) {
  const [hops, id] = (text ?? "").split(/,(.*)/s);
  const at = node(id);
  const steps = Number(hops);
  return at >= 0 && (steps === 1 || steps === 2 || steps === 3) ? { node: at, hops: steps } : null;
}

/** @param {string | null} text @param {(id?: string) => number} node @returns {State["path"]} */
function pathOf(text, node) {
  const parts = (text ?? "").split(",");
  for (let cut = 1; cut < parts.length; cut += 1) {
    const [from, to] = [node(parts.slice(0, cut).join(",")), node(parts.slice(cut).join(","))];
    if (from >= 0 && to >= 0) return { from, to };
  }
  return null;
}
