/* The timeline: when things were signed, held, adopted; the years that a reader chooses here filter the whole page. */

/** @import { Moment, View } from "../types.js" */

import { element } from "../dom.js";
import { scene } from "../payload.js";
import { FILTERS, change, onChange, select, state } from "../state.js";
import { visibleMoments } from "../visible.js";
import { say, text } from "../words.js";
import { days, period } from "./brush.js";
import { chart } from "./chart.js";
import { extent } from "./dates.js";
import { isNear, isSelected, itemOf } from "./moments.js";
import { Overview, allYears } from "./overview.js";

class Timeline {
  #count = element("p", { class: "aside", role: "status" });
  #all = element("button", { type: "button", class: "chip", on: { click: () => change({ period: null }) } });
  #frame = element("div", { class: "time-frame", role: "application", tabindex: "0" });
  #told = element("p", { class: "time-told", role: "status" });
  #hint = element("p", { class: "aside" });
  /** @type {Moment[][]} the moments of each lane, from left to right */
  #rows = [];
  /** @type {Moment | null} */
  #cursor = null;
  #seen = false;
  #stale = true;

  /** @param {HTMLElement} host @param {NonNullable<ReturnType<typeof allYears>>} years */
  constructor(host, years) {
    this.overview = new Overview(years, 48);
    const head = element("div", { class: "time-head" }, this.#count, this.#all);
    host.replaceChildren(head, this.overview.host, this.#told, this.#frame, this.#hint);
    this.#frame.addEventListener("click", (event) => this.#click(event));
    this.#frame.addEventListener("keydown", (event) => this.#key(event));
    new ResizeObserver(() => this.#draw()).observe(this.#frame);
    onChange([...FILTERS, "language"], () => this.refresh());
    onChange(["selected"], () => this.#mark());
  }

  show() {
    this.#seen = true;
    if (this.#stale) this.refresh();
    this.#frame.querySelector(".selected")?.scrollIntoView({ block: "nearest" });
  }

  hide() {
    this.#seen = false;
  }

  refresh() {
    this.#stale = !this.#seen;
    if (this.#stale) return;
    const all = visibleMoments({ anyTime: true });
    const shown = visibleMoments();
    this.overview.show(all);
    this.#count.textContent = text("time_count", { n: shown.length, of: (scene.moments ?? []).length });
    this.#all.textContent = text("time_all");
    this.#all.hidden = period(this.overview.years, this.overview.all) === null;
    this.#frame.setAttribute("aria-label", text("time_picture"));
    this.#hint.textContent = text("time_hint");
    this.#width = 0;
    this.#draw();
  }

  #width = 0;

  #draw() {
    const width = this.#frame.clientWidth;
    if (!width || width === this.#width) return;
    this.#width = width;
    const shown = visibleMoments();
    const { picture, rows } = chart(shown, this.#window(shown), width);
    this.#rows = rows;
    this.#frame.replaceChildren(...(rows.length ? [picture] : [element("p", { class: "aside" }, text("time_none"))]));
    this.#mark();
  }

  /** The chosen years; where none are chosen, those in which there is something. @param {Moment[]} shown */
  #window(shown) {
    const { years, all } = this.overview;
    return (period(years, all) === null && extent(shown)) || days(years);
  }

  /** The selection and the cursor are seen. */
  #mark() {
    const moments = scene.moments ?? [];
    if (this.#cursor && !this.#rows.flat().includes(this.#cursor)) this.#cursor = null;
    // Where no moment has to do with the selection, none needs to step back.
    const any = this.#rows.flat().some(isNear);
    for (const one of this.#frame.querySelectorAll("[data-moment]")) {
      const moment = moments[Number(one.getAttribute("data-moment"))];
      one.classList.toggle("far", any && !isNear(moment));
      one.classList.toggle("selected", isSelected(moment));
      one.classList.toggle("cursor", moment === this.#cursor);
    }
    const told = this.#cursor;
    this.#told.textContent = told ? `${say(told.text)} · ${say(told.kind)} · ${say(told.name)}` : "";
  }

  /** @param {Moment} moment */
  #take(moment) {
    this.#cursor = moment;
    const item = itemOf(moment);
    if (item) select(item, { still: true });
    this.#mark();
    const at = (scene.moments ?? []).indexOf(moment);
    this.#frame.querySelector(`[data-moment="${at}"]`)?.scrollIntoView({ block: "nearest" });
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const at = /** @type {Element} */ (event.target).closest("[data-moment]")?.getAttribute("data-moment");
    if (at) this.#take((scene.moments ?? [])[Number(at)]);
  }

  /** From the moment at the cursor, else from the selection, else from the first.
   * @param {number} along @param {number} across */
  #walk(along, across) {
    const here = this.#cursor ?? this.#rows.flat().find(isSelected);
    const lane = this.#rows.findIndex((row) => here && row.includes(here));
    if (!here || lane < 0) return this.#rows[0]?.[0] && this.#take(this.#rows[0][0]);
    if (across) {
      const other = this.#rows[lane + across];
      if (other) this.#take(nearest(other, here));
      return undefined;
    }
    const next = this.#rows[lane][this.#rows[lane].indexOf(here) + along];
    return next && this.#take(next);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    /** @type {Record<string, () => unknown>} */
    const keys = {
      ArrowLeft: () => this.#walk(-1, 0),
      ArrowRight: () => this.#walk(1, 0),
      ArrowUp: () => this.#walk(0, -1),
      ArrowDown: () => this.#walk(0, 1),
      Enter: () => state.selected && select(state.selected, { read: true, still: true }),
      Escape: () => {
        this.#cursor = null;
        select(null);
      },
    };
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in keys)) return;
    event.preventDefault();
    keys[event.key]();
  }
}

/** The moment of a row that begins nearest to another. @param {Moment[]} row @param {Moment} to */
function nearest(row, to) {
  const begins = (/** @type {Moment} */ { start, end }) => Date.parse(start ?? end ?? "1970-01-01");
  return row.reduce((best, one) => (Math.abs(begins(one) - begins(to)) < Math.abs(begins(best) - begins(to)) ? one : best));
}

/** @type {View} */
export const view = {
  key: "timeline",
  title: "tab_timeline",
  available: (scene) => Boolean(scene.moments?.length) && allYears() !== null,
  start: (host) => new Timeline(host, /** @type {NonNullable<ReturnType<typeof allYears>>} */ (allYears())),
};
