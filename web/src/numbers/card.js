/* One indicator: its chart over time where there is one, and its other figures as a list with bars. */

/** @import { Figure } from "../types.js" */
/** @import { Card as Content } from "./plot.js" */
/** @import { Tip } from "./tip.js" */

import { element } from "../dom.js";
import { scene } from "../payload.js";
import { select } from "../state.js";
import { say, spoken, text } from "../words.js";
import { chart } from "./chart.js";
import { badges, told } from "./tip.js";

const HEIGHT = 170;
const LISTED = 6;

/** @param {Figure} figure */
const choose = ({ node }) => node !== undefined && select({ node }, { still: true });

/** @param {Content} content @param {Tip} tip */
export function card({ series, timed, listed }, tip) {
  const { label, unit, what } = (scene.series ?? [])[series];
  const title = element("h2", {}, spoken(label), unit ? element("span", { class: "aside" }, " (", spoken(unit), ")") : "");
  return element("article", { class: "number-card" }, title, what ? spoken(what, "p", { class: "aside" }) : "",
    timed.length ? frame(timed, say(label), tip) : "",
    ...list(rows(listed, tip)));
}

/** The first few, and the others behind a word: all of them stand in the table. @param {HTMLElement[]} made */
function list(made) {
  if (!made.length) return [];
  const first = element("ul", {}, ...made.slice(0, LISTED));
  if (made.length <= LISTED + 1) return [element("ul", {}, ...made)];
  const more = element("summary", {}, text("number_more", { n: made.length - LISTED }));
  return [first, element("details", {}, more, element("ul", {}, ...made.slice(LISTED)))];
}

/** @param {Element} mark */
const shapeOf = (mark) => mark.querySelector("circle, rect") ?? mark;

/** @param {Figure[]} timed @param {string} name @param {Tip} tip */
function frame(timed, name, tip) {
  const host = element("div", { class: "number-frame", role: "application", tabindex: "0", "aria-label": text("number_chart", { name }) });
  const figures = scene.figures ?? [];
  let cursor = -1;
  new ResizeObserver(() => {
    const width = host.clientWidth;
    if (width && width !== Number(host.querySelector("svg")?.getAttribute("width"))) host.replaceChildren(chart(timed, width, HEIGHT));
  }).observe(host);
  const marks = () => [...host.querySelectorAll("[data-figure]")];
  const figureOf = (/** @type {Element} */ mark) => figures[Number(mark.getAttribute("data-figure"))];

  /** @param {number} at */
  function point(at) {
    const all = marks();
    cursor = Math.max(0, Math.min(all.length - 1, at));
    all.forEach((mark, place) => mark.classList.toggle("cursor", place === cursor));
    const figure = figureOf(all[cursor]);
    tip.show(figure, shapeOf(all[cursor]));
    tip.status.textContent = told(figure);
  }
  const hovered = (/** @type {Event} */ event) => /** @type {Element} */ (event.target).closest("[data-figure]");
  host.addEventListener("pointerover", (event) => {
    const mark = hovered(event);
    if (mark) tip.show(figureOf(mark), shapeOf(mark));
  });
  host.addEventListener("pointerout", () => tip.leave());
  host.addEventListener("click", (event) => {
    const mark = hovered(event);
    if (mark) choose(figureOf(mark));
  });
  host.addEventListener("focus", () => host.matches(":focus-visible") && point(Math.max(0, cursor)));
  host.addEventListener("blur", () => {
    tip.hide();
    for (const mark of marks()) mark.classList.remove("cursor");
  });
  host.addEventListener("keydown", (event) => {
    /** @type {Record<string, () => unknown>} */
    const keys = {
      ArrowLeft: () => point(cursor - 1),
      ArrowRight: () => point(cursor + 1),
      Home: () => point(0),
      End: () => point(Infinity),
      Enter: () => cursor >= 0 && read(figureOf(marks()[cursor])),
      Escape: () => tip.hide(),
    };
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in keys)) return;
    event.preventDefault();
    keys[event.key]();
  });
  return host;
}

/** @param {Figure} figure */
const read = ({ node }) => node !== undefined && select({ node }, { read: true, still: true });

/** @param {Figure[]} listed @param {Tip} tip */
function rows(listed, tip) {
  const most = Math.max(...listed.map(({ value }) => Math.abs(value)), 1e-9);
  return listed.map((figure) => {
    const bar = element("span", { class: `number-bar${figure.hedged ? " hedged" : ""}${figure.contested ? " contested" : ""}` });
    bar.style.width = `${(100 * Math.abs(figure.value)) / most}%`;
    const show = () => tip.show(figure, button);
    const button = element("button", { type: "button", class: "number-row", "aria-describedby": "figure-tip", on: {
      click: () => choose(figure),
      ...{ focus: show, blur: () => tip.hide(), pointerenter: show, pointerleave: () => tip.leave() },
      keydown: (/** @type {KeyboardEvent} */ event) => event.key === "Escape" && tip.hide(),
    } },
      element("span", { class: "number-about" }, spoken(figure.about), element("span", { class: "aside" }, ` ${say(figure.text)}`)),
      element("span", { class: "number-said" }, spoken(figure.said), ...badges(figure)),
      // A bar compares: alone it would say nothing.
      listed.length > 1 ? element("span", { class: "number-track" }, bar) : "");
    return element("li", {}, button);
  });
}
