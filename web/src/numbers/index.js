/* The numbers: reported figures by indicator, each with its hedge, its doubts and its source; all of them as a table. */

/** @import { Figure, View } from "../types.js" */
/** @import { Row } from "../table/rows.js" */

import { element } from "../dom.js";
import { scene } from "../payload.js";
import { FILTERS, onChange, select } from "../state.js";
import { saveCsv, saveXlsx } from "../table/files.js";
import { Grid } from "../table/grid.js";
import { visibleFigures } from "../visible.js";
import { brief } from "../sources.js";
import { say, spoken, text } from "../words.js";
import { card } from "./card.js";
import { cards } from "./plot.js";
import { Tip, badges } from "./tip.js";

const columns = () => [
  ...["number_series", "number_about", "date", "number_said"].map((key) => ({ name: text(key) })),
  ...["number_value", "number_unit", "number_hedge", "number_contested"].map((key) => ({ name: text(key), quiet: true })),
  { name: text("sources") },
];

/** @param {Figure} figure @returns {Row} */
function row(figure) {
  const { series, about, start, end, text: when, said, value, hedged, contested, notes, node } = figure;
  const { label, unit } = (scene.series ?? [])[series];
  const item = node === undefined ? null : { node };
  const name = () => {
    if (!item) return spoken(label);
    return element("button", { type: "button", class: "thing", on: { click: () => select(item, { read: true, still: true }) } }, spoken(label));
  };
  return {
    item,
    cells: [
      { text: say(label), show: name },
      { text: say(about), show: () => spoken(about) },
      { text: say(when), value: start ?? end },
      // In a file the value has a column of its own.
      { text: say(said), value, file: say(said), show: () => element("span", {}, spoken(said), ...badges(figure)) },
      { text: String(value), value },
      { text: say(unit) },
      { text: hedged ? text("yes") : "" },
      { text: contested ? text("yes") : "" },
      { text: notes.map(brief).join(" | ") },
    ],
  };
}

/** @param {HTMLElement} host */
function start(host) {
  const tip = new Tip();
  const [hint, list, heading] = [element("p", { class: "aside" }), element("div", { class: "number-cards" }), element("h2", { class: "small" })];
  const csv = element("button", { type: "button", on: { click: () => saveCsv(sheet()) } });
  const xlsx = element("button", { type: "button", on: { click: () => saveXlsx(text("tab_numbers"), [sheet()]) } });
  const grid = new Grid(csv, xlsx);
  const sheet = () => ({ name: text("tab_numbers"), rows: grid.content });
  host.replaceChildren(hint, list, heading, grid.host, tip.host, tip.status);
  host.addEventListener("scroll", () => tip.place());
  let [seen, stale] = [false, true];

  function refresh() {
    stale = !seen;
    if (stale) return;
    const figures = visibleFigures();
    hint.textContent = text("number_hint");
    csv.textContent = text("table_csv");
    xlsx.textContent = text("table_xlsx");
    tip.hide();
    list.replaceChildren(...cards(figures).map((one) => card(one, tip)));
    heading.textContent = text("number_all", { n: figures.length });
    grid.show(heading.textContent, columns(), figures.map(row));
  }

  onChange([...FILTERS, "language"], refresh);
  onChange(["selected"], () => grid.mark());
  return {
    show() {
      seen = true;
      if (stale) refresh();
    },
    hide() {
      seen = false;
      tip.hide();
    },
  };
}

/** @type {View} */
export const view = { key: "numbers", title: "tab_numbers", available: (scene) => Boolean(scene.figures?.length), start };
