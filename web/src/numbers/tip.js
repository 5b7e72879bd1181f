/* What a figure says and where it was read, beside it while it is pointed at or has the focus. */

/** @import { Figure } from "../types.js" */

import { element } from "../dom.js";
import { scene } from "../payload.js";
import { brief } from "../sources.js";
import { say, spoken, text } from "../words.js";

const LINGER = 180; // milliseconds in which a hand may reach it

/** A figure with hedge and unit, and what it is about. @param {Figure} figure */
export const told = ({ series, about, said, text: when }) =>
  [say(scene.series?.[series].label ?? ""), say(about), say(when) || text("number_undated"), say(said)].filter(Boolean).join(" · ");

/** @param {Figure} figure */
export function badges({ hedged, contested }) {
  const badge = (/** @type {string} */ key, kind = "mark") => element("span", { class: kind }, text(key));
  return [...(hedged ? [" ", badge("number_hedge")] : []), ...(contested ? [" ", badge("contested", "mark warn")] : [])];
}

export class Tip {
  /** Also said aloud: an arrow key moves from figure to figure without moving the focus. */
  host = element("div", { class: "tip", role: "tooltip", id: "figure-tip", hidden: true });
  status = element("p", { class: "unseen", role: "status" });
  #timer = 0;
  /** @type {Element | null} what it belongs to */
  #anchor = null;

  constructor() {
    this.host.addEventListener("pointerenter", () => clearTimeout(this.#timer));
    this.host.addEventListener("pointerleave", () => this.leave());
  }

  /** @param {Figure} figure @param {Element} anchor what shows it */
  show(figure, anchor) {
    clearTimeout(this.#timer);
    this.#anchor = anchor;
    const sources = figure.notes.map((note) => element("li", {}, brief(note)));
    this.host.replaceChildren(
      element("p", { class: "tip-said" }, spoken(figure.said), ...badges(figure)),
      element("p", {}, [say(figure.about), say(figure.text) || text("number_undated")].filter(Boolean).join(" · ")),
      sources.length ? element("ul", {}, ...sources) : element("p", {}, text("no_source")),
    );
    this.host.hidden = false;
    this.place();
  }

  /** Beside what it belongs to, inside the window. */
  place() {
    if (!this.#anchor || this.host.hidden) return;
    const at = this.#anchor.getBoundingClientRect();
    const { width, height } = this.host.getBoundingClientRect();
    const under = at.bottom + height + 8 < innerHeight || at.top < height + 8;
    this.host.style.left = `${Math.max(8, Math.min(innerWidth - width - 8, at.left + at.width / 2 - width / 2))}px`;
    this.host.style.top = `${under ? at.bottom + 6 : at.top - height - 6}px`;
  }

  leave() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.hide(), LINGER);
  }

  hide() {
    clearTimeout(this.#timer);
    this.host.hidden = true;
  }
}
