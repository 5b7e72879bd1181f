/* The filters: facets, period, what is near a thing; what is chosen stands beside the picture and can be taken back. */

/** @import { Facet } from "./types.js" */

import { byId, element } from "./dom.js";
import { find, namesFor } from "./fold.js";
import { firstDay, lastDay } from "./hash.js";
import { scene } from "./payload.js";
import { noFilters } from "./filtering.js";
import { FILTERS, change, onChange, state } from "./state.js";
import { nodeName } from "./things.js";
import { visibleEdges, visibleNodes } from "./visible.js";
import { inOrder, sayDate, sayNumber, spoken, say, text } from "./words.js";

/** Above this many values a facet gets a box for finding them. */
const MANY = 12;

/** How many things and relations state each value.
 * @param {Facet} facet
 */
function tally({ key, values }) {
  const counts = values.map(() => 0);
  for (const { facets } of [...scene.nodes, ...scene.edges]) for (const at of facets?.[key] ?? []) counts[at] += 1;
  return counts;
}

const facets = (scene.facets ?? []).map((facet) => ({ facet, counts: tally(facet) })).filter(({ counts }) => counts.some(Boolean));

const years = [...scene.nodes, ...scene.edges]
  .flatMap(({ when }) => when ?? [])
  .concat((scene.moments ?? []).map(({ start, end, text: said }) => [start, end, said]))
  .flatMap(([start, end]) => [start, end])
  .flatMap((day) => (day ? [Number(day.slice(0, 4))] : []));

/** @param {string} key @param {number} at @param {boolean} wanted */
function choose(key, at, wanted) {
  const chosen = new Set(state.choices[key] ?? []);
  if (wanted) chosen.add(at);
  else chosen.delete(at);
  const choices = { ...state.choices, [key]: chosen };
  if (!chosen.size) delete choices[key];
  change({ choices });
}

/** @param {{ facet: Facet, counts: number[] }} one */
function facetGroup({ facet, counts }) {
  const { key, values, label } = facet;
  const rows = values.map((value, at) => {
    if (!counts[at]) return element("li", { hidden: true });
    const id = `choice-${key}-${at}`;
    const box = element("input", { type: "checkbox", id, on: { change: () => choose(key, at, box.checked) } });
    follow(box, () => state.choices[key]?.has(at) ?? false);
    return element("li", {}, box, element("label", { for: id }, spoken(value), element("span", { class: "count" }, String(counts[at]))));
  });
  const order = rows.map((_, at) => at);
  // A few have an order of their own: high, medium, low. Among many one looks for a name.
  if (rows.length > MANY) order.sort((a, b) => inOrder()(say(values[a]), say(values[b])));
  const list = element("ul", { class: "choices", tabindex: rows.length > MANY ? "0" : null, role: "list", "aria-label": say(label) }, ...order.map((at) => rows[at]));
  const named = values.map((value) => namesFor(typeof value === "string" ? [value] : Object.values(value)));
  const finder = element("input", {
    ...{ type: "search", class: "finder", "aria-label": text("find_in", { name: say(label) }), placeholder: text("find_in", { name: say(label) }) },
    on: {
      input: () => {
        const found = new Set(find(named, finder.value).map(({ at }) => at));
        rows.forEach((row, at) => (row.hidden = !counts[at] || (finder.value.trim() !== "" && !found.has(at))));
      },
    },
  });
  return element("fieldset", { class: "facet" }, spoken(label, "legend"), rows.length > MANY ? finder : null, list);
}

/** A year, a month or a day typed by a reader; null where it is none.
 * @param {string} typed
 * @param {(date: string) => string} whole
 */
function dated(typed, whole) {
  const [day, month, year] = (/^(?:(\d{1,2})\/)?(?:(\d{1,2})\/)?(\d{4})$/.exec(typed.trim()) ?? []).slice(1);
  if (!year) return null;
  const parts = month ? [year, month, day] : day ? [year, day] : [year];
  return whole(parts.map((part, at) => (at ? part.padStart(2, "0") : part)).join("-"));
}

function periodGroup() {
  if (!years.length) return null;
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const [from, to] = [0, 1].map((end) =>
    element("input", {
      ...{ type: "text", inputmode: "numeric", size: 8, autocomplete: "off", placeholder: String(end ? last : first) },
      ...{ id: `period-${end ? "to" : "from"}`, on: { change: () => settle() } },
    }),
  );
  const settle = () => {
    const period = /** @type {[string | null, string | null]} */ ([dated(from.value, firstDay), dated(to.value, lastDay)]);
    [from, to].forEach((box, end) => box.setAttribute("aria-invalid", String(box.value.trim() !== "" && !period[end])));
    change({ period: period[0] || period[1] ? period : null });
  };
  [from, to].forEach((box, end) => follow(box, () => (state.period?.[end] ? sayYear(state.period[end]) : "")));
  const only = element("input", { type: "checkbox", id: "only-dated", on: { change: () => change({ onlyDated: only.checked }) } });
  follow(only, () => state.onlyDated);
  return element("fieldset", { class: "facet" },
    element("legend", {}, text("period")),
    element("p", { class: "period" },
      element("label", { for: from.id }, text("period_from")), from,
      element("label", { for: to.id }, text("period_to")), to),
    element("p", { class: "aside" }, text("period_hint", { first, last })),
    element("p", { class: "check" }, only, element("label", { for: only.id }, text("only_dated"))));
}

/** A first or last day of a year as the year, any other as a day; as it can be typed in again.
 * @param {string} day
 */
function sayYear(day) {
  const [year, month, date] = day.split("-");
  return /-(01-01|12-31)$/.test(day) ? year : [Number(date), Number(month), year].join("/");
}

/** What sets each box as the state has it; the boxes themselves stay, for someone may be typing. @type {(() => void)[]} */
let following = [];

/** @param {HTMLInputElement} box @param {() => string | boolean} told */
function follow(box, told) {
  const set = () => {
    const value = told();
    if (typeof value === "boolean") box.checked = value;
    else if (box !== document.activeElement) box.value = value;
  };
  following.push(set);
  set();
}

function showFilters() {
  following = [];
  byId("facets").replaceChildren(...facets.map(facetGroup), periodGroup() ?? "");
}

/** What is chosen, each with a button that takes it back. */
function chips() {
  /** @type {HTMLElement[]} */
  const made = [];
  const chip = (/** @type {string} */ said, /** @type {() => void} */ drop) =>
    made.push(element("button", { type: "button", class: "chip", title: text("drop_filter"), on: { click: drop } },
      said, element("span", { "aria-hidden": "true" }, " ×"), element("span", { class: "unseen" }, ` (${text("drop_filter")})`)));
  for (const { facet } of facets) {
    for (const at of state.choices[facet.key] ?? []) {
      chip(`${say(facet.label)}: ${say(facet.values[at])}`, () => choose(facet.key, at, false));
    }
  }
  if (state.period) chip(`${text("period")}: ${state.period.map((day) => (day ? sayDate(day) : "…")).join(" – ")}`, () => change({ period: null }));
  if (state.onlyDated) chip(text("only_dated"), () => change({ onlyDated: false }));
  const { around, path } = state;
  if (around) chip(text("around_chip", { name: nodeName(around.node), hops: around.hops }), () => change({ around: null }));
  if (path && path.to !== null) chip(text("path_chip", { from: nodeName(path.from), to: nodeName(path.to) }), () => change({ path: null }));
  return made;
}

function showChosen() {
  const made = chips();
  const hidden = state.hiddenKinds.size > 0;
  const clear = element("button", { type: "button", class: "chip all", on: { click: () => change(noFilters()) } }, text("clear_filters"));
  const count = text("seen", {
    ...{ nodes: sayNumber(visibleNodes().length), of: sayNumber(scene.nodes.length) },
    ...{ edges: sayNumber(visibleEdges().length), all: sayNumber(scene.edges.length) },
  });
  byId("chosen").replaceChildren(...(made.length || hidden ? [element("span", { id: "seen", role: "status" }, count), ...made, clear] : []));
  byId("chosen").hidden = !made.length && !hidden;
  byId("filters").querySelector(".badge")?.replaceChildren(made.length ? String(made.length) : "");
}

export function startFilters() {
  byId("filters").hidden = !facets.length && !years.length;
  onChange(["language"], () => {
    showFilters();
    showChosen();
  });
  onChange(FILTERS, () => {
    for (const set of following) set();
    showChosen();
  });
  showFilters();
  showChosen();
}
