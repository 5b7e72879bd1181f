/* The table: everything that is shown, as rows; the same network for whoever hears the page or likes lists better. */

/** @import { View } from "../types.js" */

import { element } from "../dom.js";
import { FILTERS, onChange } from "../state.js";
import { text } from "../words.js";
import { contents } from "./contents.js";
import { saveCsv, saveXlsx } from "./files.js";
import { Grid } from "./grid.js";

/** One of the tables, with the button that opens it; it is made when it is first wanted. */
class Table {
  choice = element("button", { type: "button" });
  room = element("div", { hidden: true });
  /** @type {Grid | null} */
  grid = null;
  #stale = true;

  /** @param {typeof contents[number]} content */
  constructor(content) {
    this.content = content;
  }

  refresh() {
    this.#stale = true;
    this.choice.textContent = text(this.content.title, { n: this.content.count() });
  }

  /** The table as it is now. */
  filled() {
    if (!this.grid) {
      this.grid = new Grid();
      this.room.replaceChildren(this.grid.host);
    }
    if (this.#stale) {
      const { columns, rows } = this.content.read();
      this.grid.show(text(this.content.title, { n: rows.length }), columns, rows);
      this.#stale = false;
    }
    return this.grid;
  }

  get sheet() {
    return { name: text(this.content.title, { n: "" }).replace(/\s*\(\)/, ""), rows: this.filled().content };
  }
}

/** @param {HTMLElement} host */
function start(host) {
  const tables = contents.filter(({ any }) => any()).map((content) => new Table(content));
  let open = tables[0];
  const csv = element("button", { type: "button", on: { click: () => saveCsv(open.sheet) } });
  const xlsx = element("button", { type: "button", on: { click: () => saveXlsx("", tables.map(({ sheet }) => sheet)) } });
  const choices = element("div", { class: "grid-choices", role: "group" }, ...tables.map(({ choice }) => choice));
  const head = element("div", { class: "grid-head" }, choices, element("span", { class: "grid-files" }, csv, xlsx));
  host.replaceChildren(head, ...tables.map(({ room }) => room));
  let [seen, stale] = [false, true];

  function show() {
    for (const table of tables) {
      table.room.hidden = table !== open;
      table.choice.setAttribute("aria-pressed", String(table === open));
    }
    open.filled();
  }

  function refresh() {
    stale = !seen;
    if (stale) return;
    for (const table of tables) table.refresh();
    choices.setAttribute("aria-label", text("table_which"));
    csv.textContent = text("table_csv");
    xlsx.textContent = text("table_xlsx");
    show();
  }

  for (const table of tables) {
    table.choice.addEventListener("click", () => {
      open = table;
      show();
    });
  }
  onChange([...FILTERS, "language"], refresh);
  onChange(["selected"], () => tables.forEach(({ grid }) => grid?.mark()));
  return {
    show() {
      seen = true;
      if (stale) refresh();
      open.grid?.find();
    },
    hide: () => void (seen = false),
  };
}

/** @type {View} */
export const view = { key: "table", title: "tab_table", available: (scene) => scene.nodes.length > 0, start };
