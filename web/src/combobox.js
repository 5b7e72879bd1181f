/* A box in which one types a name and takes one of those that match: arrows move, Enter takes, Escape closes. */

/** @import { Child } from "./dom.js" */

import { element } from "./dom.js";
import { text } from "./words.js";

const SHOWN = 12;
let boxes = 0;

/**
 * @template Option
 * @typedef {object} Choosing
 * @property {HTMLInputElement} box
 * @property {HTMLElement} list a `<ul role="listbox">` beside it
 * @property {HTMLElement} [count] where the number of matches is told
 * @property {(query: string) => Option[]} find
 * @property {(option: Option) => Child[]} show
 * @property {(option: Option) => void} take
 */

/**
 * @template Option
 * @param {Choosing<Option>} choosing
 */
export function startCombobox({ box, list, count, find, show, take }) {
  const prefix = `match-${(boxes += 1)}`;
  /** @type {Option[]} */
  let matches = [];
  let marked = 0;

  function close() {
    list.hidden = true;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  }

  /** @param {number} place */
  function mark(place) {
    marked = (place + matches.length) % matches.length;
    [...list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === marked)));
    list.children[marked].scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", list.children[marked].id);
  }

  /** @param {number} place */
  function choose(place) {
    if (count) count.textContent = "";
    const taken = matches[place];
    close();
    take(taken);
  }

  function refresh() {
    const asked = box.value.trim() !== "";
    const all = asked ? find(box.value) : [];
    matches = all.slice(0, SHOWN);
    if (count) count.textContent = asked ? text("matches", { n: all.length }) : "";
    const none = () => element("li", { role: "option", "aria-disabled": "true", "aria-selected": "false" }, text("no_match"));
    list.replaceChildren(...matches.map(option), ...(asked && !matches.length ? [none()] : []));
    list.hidden = !asked;
    box.setAttribute("aria-expanded", String(asked));
    if (matches.length) mark(0);
    else box.removeAttribute("aria-activedescendant");
  }

  /** @param {Option} one @param {number} place */
  function option(one, place) {
    // Pressing must not take the focus from the box, or the list closes before the click arrives.
    const on = { mousedown: (/** @type {Event} */ event) => event.preventDefault(), click: () => choose(place) };
    return element("li", { id: `${prefix}-${place}`, role: "option", "aria-selected": "false", on }, ...show(one));
  }

  box.addEventListener("input", refresh);
  box.addEventListener("focus", () => box.select());
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    else if (list.hidden || !matches.length) return;
    else if (event.key === "ArrowDown") mark(marked + 1);
    else if (event.key === "ArrowUp") mark(marked - 1);
    else if (event.key === "Enter") choose(marked);
    else return;
    event.preventDefault();
  });
}
