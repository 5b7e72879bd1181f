/* All years at a glance, with a brush over those that count: dragged by mouse or finger, or moved by the keys. */

/** @import { Moment } from "../types.js" */
/** @import { Years } from "./brush.js" */

import { element, svg } from "../dom.js";
import { scene } from "../payload.js";
import { change, state } from "../state.js";
import { text } from "../words.js";
import { chosen, counts, days, keyed, moveEnd, period, slide, yearsOf } from "./brush.js";
import { extent, ticks } from "./dates.js";

const AXIS = 16;
const APART = 8; // pixels between two years

/** The years of the page; null where nothing in it is dated. @returns {Years | null} */
export function allYears() {
  const dated = [...scene.nodes, ...scene.edges].flatMap(({ when }) => when ?? []).map(([start, end]) => ({ start, end }));
  const found = extent([...(scene.moments ?? []), ...dated]);
  return found && yearsOf(found);
}

/** @typedef {"first" | "last"} End */

export class Overview {
  #picture = svg("svg", { "aria-hidden": "true" });
  #held = element("div", { class: "brush-held" });
  /** @type {Record<End, HTMLElement>} */
  #handles = { first: this.#handle("first"), last: this.#handle("last") };
  #track = element("div", { class: "brush-track" }, this.#picture, this.#held, this.#handles.first, this.#handles.last);
  /** @type {Moment[]} */
  #moments = [];
  #width = 0;
  /** @type {{how: End | "slide", from: number, at: Years, fresh?: boolean} | null} */
  #drag = null;

  /** @param {Years} all @param {number} height of the columns, in pixels */
  constructor(all, height) {
    this.all = all;
    this.height = height;
    this.#picture.setAttribute("height", String(height + AXIS));
    this.#track.style.height = `${height + AXIS}px`;
    for (const part of [this.#held, ...Object.values(this.#handles)]) part.style.height = `${height}px`;
    this.host = element("div", { class: "brush", role: "group" }, this.#track);
    this.#track.addEventListener("pointerdown", (event) => this.#press(event));
    this.#track.addEventListener("pointermove", (event) => this.#move(event));
    this.#track.addEventListener("pointerup", () => this.#release());
    this.#track.addEventListener("pointercancel", () => (this.#drag = null));
    new ResizeObserver(() => this.#draw()).observe(this.#track);
  }

  /** What is counted. @param {Moment[]} moments */
  show(moments) {
    this.#moments = moments;
    this.#width = 0;
    this.#draw();
    this.place();
  }

  get years() {
    return chosen(state.period, this.all);
  }

  /** The brush stands where the period is. */
  place() {
    this.host.setAttribute("aria-label", text("time_overview"));
    const { years, all } = this;
    const share = (/** @type {number} */ year) => `${(100 * (year - all.first)) / (all.last + 1 - all.first)}%`;
    const [left, right] = [share(years.first), share(years.last + 1)];
    this.#handles.first.style.left = left;
    this.#handles.last.style.left = right;
    this.#held.style.left = left;
    this.#held.style.width = `calc(${right} - ${left})`;
    for (const end of /** @type {End[]} */ (["first", "last"])) {
      const handle = this.#handles[end];
      const limits = end === "first" ? [all.first, years.last] : [years.first, all.last];
      const told = { label: text(`time_${end}`), valuemin: limits[0], valuemax: limits[1], valuenow: years[end], valuetext: String(years[end]) };
      for (const [name, value] of Object.entries(told)) handle.setAttribute(`aria-${name}`, String(value));
      handle.title = `${text(`time_${end}`)} ${years[end]}`;
      handle.replaceChildren(element("span", { class: "brush-year" }, String(years[end])));
    }
    this.host.classList.toggle("whole", period(years, all) === null);
    this.#clear();
  }

  /** Years of the axis give way to those at the ends of the brush, where both stand in one row. */
  #clear() {
    const ends = Object.values(this.#handles).map((handle) => handle.firstElementChild?.getBoundingClientRect());
    for (const mark of this.#picture.querySelectorAll(".time-tick")) {
      const { left, right, top, bottom } = mark.getBoundingClientRect();
      const hit = ends.some((end) => end && left < end.right + APART && right > end.left - APART && top < end.bottom && bottom > end.top);
      mark.classList.toggle("covered", hit);
    }
  }

  /** @param {End} end */
  #handle(end) {
    return element("div", { class: `brush-handle ${end}`, role: "slider", tabindex: "0", "data-end": end, on: {
      keydown: (/** @type {KeyboardEvent} */ event) => {
        const year = keyed(event.key, this.years[end], this.all);
        if (year === null || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        this.#set(moveEnd(this.years, end, year, this.all));
      },
    } });
  }

  /** @param {Years} years */
  #set(years) {
    const wanted = period(years, this.all);
    if (JSON.stringify(wanted) !== JSON.stringify(state.period)) change({ period: wanted });
  }

  /** @param {PointerEvent} event */
  #year(event) {
    const { left, width } = this.#track.getBoundingClientRect();
    return Math.floor(((event.clientX - left) / width) * (this.all.last + 1 - this.all.first)) + this.all.first;
  }

  /** @param {PointerEvent} event */
  #press(event) {
    if (event.button) return;
    const handle = /** @type {Element} */ (event.target).closest("[data-end]");
    const { years, all } = this;
    const from = this.#year(event);
    this.#track.setPointerCapture(event.pointerId);
    if (handle) this.#drag = { how: /** @type {End} */ (handle.getAttribute("data-end")), from, at: years };
    else if (period(years, all) && from >= years.first && from <= years.last) this.#drag = { how: "slide", from, at: years };
    else this.#drag = { how: "last", from, at: { first: clamp(from, all), last: clamp(from, all) }, fresh: true };
    if (!handle) event.preventDefault();
  }

  /** @param {PointerEvent} event */
  #move(event) {
    if (!this.#drag) return undefined;
    const { how, from, at, fresh } = this.#drag;
    const year = this.#year(event);
    if (fresh && year === from) return undefined;
    this.#drag.fresh = false;
    if (how === "slide") return this.#set(slide(at, year - from, this.all));
    // A brush drawn from its end towards its beginning is a brush all the same.
    const other = how === "first" ? at.last : at.first;
    return this.#set({ first: clamp(Math.min(year, other), this.all), last: clamp(Math.max(year, other), this.all) });
  }

  /** A tap takes the one year. */
  #release() {
    if (this.#drag?.fresh) this.#set(this.#drag.at);
    this.#drag = null;
  }

  #draw() {
    const width = this.#track.clientWidth;
    if (!width || width === this.#width) return;
    this.#width = width;
    const { height: full } = this;
    const bins = counts(this.#moments, this.all);
    const most = Math.max(1, ...bins);
    const step = width / bins.length;
    const bars = bins.map((count, at) => {
      const height = count ? Math.max(3, (count / most) * (full - 4)) : 0;
      const name = svg("title", {}, text("time_year", { year: this.all.first + at, n: count }));
      return svg("rect", { class: "time-bin", x: at * step + 0.5, y: full - height, width: Math.max(1, step - 1), height }, name);
    });
    const range = days(this.all);
    const marks = ticks(range, width, 48).filter(({ month }) => month === null).map(({ at, year }) => {
      const x = ((at - range[0]) / (range[1] - range[0])) * width;
      return svg("text", { class: "time-tick", x: x + 2, y: full + 12 }, String(year));
    });
    this.#picture.setAttribute("width", String(width));
    this.#picture.replaceChildren(...bars, svg("line", { class: "time-axis", x2: width, y1: full, y2: full }), ...marks);
    this.#clear();
  }
}

/** @param {number} year @param {Years} all */
const clamp = (year, { first, last }) => Math.max(first, Math.min(last, year));
