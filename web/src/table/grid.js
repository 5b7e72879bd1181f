/* A table to sort, to filter column by column, to leaf through and to take away. */

/** @import { Order, Row } from "./rows.js" */

import { element } from "../dom.js";
import { state } from "../state.js";
import { sayNumber, text } from "../words.js";
import { PAGE, arranged, pages } from "./rows.js";

/** @typedef {{name: string, quiet?: boolean}} Column `quiet`: only in files */

const PRINTED = 2000; // rows; a reader who wants more on paper prints the file

export class Grid {
  #status = element("p", { class: "aside", role: "status" });
  #before = element("button", { type: "button", on: { click: () => this.#turn(-1) } }, "‹");
  #after = element("button", { type: "button", on: { click: () => this.#turn(1) } }, "›");
  #caption = element("caption", { class: "unseen" });
  #heads = element("tr");
  #filters = element("tr", { class: "grid-filters" });
  #body = element("tbody");
  #scroll = element("div", { class: "scroll", role: "region", tabindex: "0" },
    element("table", {}, this.#caption, element("thead", {}, this.#heads, this.#filters), this.#body));
  /** @type {Column[]} */
  #columns = [];
  /** @type {Row[]} */
  #rows = [];
  /** @type {Row[]} */
  #kept = [];
  /** @type {string[]} */
  #wanted = [];
  /** @type {Order} */
  #order = null;
  #page = 0;
  #printing = false;

  /** @param {...HTMLElement} tools buttons beside the table's own */
  constructor(...tools) {
    const turning = element("span", { class: "grid-pages" }, this.#before, this.#after);
    this.host = element("div", { class: "grid" }, element("div", { class: "grid-bar" }, this.#status, turning, ...tools), this.#scroll);
    addEventListener("beforeprint", () => this.#print(true));
    addEventListener("afterprint", () => this.#print(false));
  }

  /**
   * @param {string} title
   * @param {Column[]} columns
   * @param {Row[]} rows
   */
  show(title, columns, rows) {
    this.#caption.textContent = title;
    this.#scroll.setAttribute("aria-label", title);
    this.#rows = rows;
    const same = columns.length === this.#columns.length && columns.every(({ name }, at) => name === this.#columns[at].name);
    this.#columns = columns;
    if (!same) {
      if (this.#wanted.length !== columns.length) [this.#wanted, this.#order] = [columns.map(() => ""), null];
      this.#head();
    }
    this.#before.setAttribute("aria-label", text("table_before"));
    this.#after.setAttribute("aria-label", text("table_after"));
    this.#arrange();
  }

  /** What a file holds: the rows as they are filtered and sorted. */
  get content() {
    const cells = this.#kept.map((row) => row.cells.map(({ text: said, value, file }) => file ?? (typeof value === "number" ? value : said)));
    return [this.#columns.map(({ name }) => name), ...cells];
  }

  /** Turn to the page on which the selection stands, if it is in the table. */
  find() {
    const at = this.#kept.findIndex(isSelected);
    if (at >= 0 && Math.floor(at / PAGE) !== this.#page) {
      this.#page = Math.floor(at / PAGE);
      this.#write();
    }
    this.#body.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }

  /** The selection has changed. */
  mark() {
    const rows = this.#onPage();
    [...this.#body.children].forEach((line, at) => {
      if (rows[at] && isSelected(rows[at])) line.setAttribute("aria-current", "true");
      else line.removeAttribute("aria-current");
    });
  }

  #head() {
    const cells = this.#columns.map(({ name, quiet }, at) => {
      const sort = element("button", { type: "button", class: "text", title: text("table_sorted", { name }), on: { click: () => this.#sort(at) } },
        name, element("span", { class: "grid-order", "aria-hidden": "true" }));
      const label = text("table_filter", { name });
      const box = element("input", { type: "search", "aria-label": label, placeholder: "…", autocomplete: "off", spellcheck: "false", on: {
        input: () => {
          this.#wanted[at] = box.value;
          this.#page = 0;
          this.#arrange();
        },
      } });
      box.value = this.#wanted[at];
      return [element("th", { scope: "col", hidden: quiet }, sort), element("td", { hidden: quiet }, box)];
    });
    this.#heads.replaceChildren(...cells.map(([head]) => head));
    this.#filters.replaceChildren(...cells.map(([, filter]) => filter));
  }

  /** First up, then down, then as the rows came. @param {number} column */
  #sort(column) {
    if (this.#order?.column !== column) this.#order = { column, down: false };
    else this.#order = this.#order.down ? null : { column, down: true };
    this.#page = 0;
    this.#arrange();
  }

  /** @param {number} by */
  #turn(by) {
    this.#page += by;
    this.#write();
    this.#scroll.scrollTop = 0;
  }

  #arrange() {
    this.#kept = arranged(this.#rows, this.#wanted, this.#order, state.language);
    this.#page = Math.min(this.#page, pages(this.#kept.length) - 1);
    [...this.#heads.children].forEach((head, at) => {
      const way = this.#order?.column === at ? (this.#order.down ? "descending" : "ascending") : null;
      if (way) head.setAttribute("aria-sort", way);
      else head.removeAttribute("aria-sort");
      head.querySelector(".grid-order")?.replaceChildren(way ? (way === "ascending" ? " ▲" : " ▼") : "");
    });
    this.#write();
  }

  #onPage() {
    return this.#printing ? this.#kept.slice(0, PRINTED) : this.#kept.slice(this.#page * PAGE, (this.#page + 1) * PAGE);
  }

  #write() {
    const rows = this.#onPage();
    const first = this.#printing ? 1 : this.#page * PAGE + 1;
    const told = { first: sayNumber(first), last: sayNumber(first + rows.length - 1), n: sayNumber(this.#kept.length) };
    this.#status.textContent = text(rows.length ? "table_rows" : "table_none", told);
    const many = pages(this.#kept.length);
    for (const button of [this.#before, this.#after]) button.hidden = many === 1;
    this.#before.disabled = this.#page === 0;
    this.#after.disabled = this.#page === many - 1;
    this.#body.replaceChildren(...rows.map(({ cells }) =>
      element("tr", {}, ...cells.map(({ text: said, show }, at) =>
        this.#columns[at].quiet ? null : element("td", {}, show ? show() : said)))));
    this.mark();
  }

  /** @param {boolean} on */
  #print(on) {
    this.#printing = on;
    if (this.host.isConnected) this.#write();
  }
}

/** @param {Row} row */
function isSelected({ item }) {
  const { selected } = state;
  return Boolean(item && selected && item.node === selected.node && item.edge === selected.edge);
}
