/* The named questions as a menu, and the boxes for the parameters of the one that is chosen. */

/** @import { Parameter, Question, SparqlPart } from "../types.js" */
/** @import { Engine } from "./engine.js" */
/** @import { Term } from "./binding.js" */
/** @import { Thing } from "./lookups.js" */

import { startCombobox } from "../combobox.js";
import { element } from "../dom.js";
import { find, fold } from "../fold.js";
import { state } from "../state.js";
import { idOf } from "../things.js";
import { say, spoken, text } from "../words.js";
import { fits } from "./binding.js";
import { thingsOf } from "./lookups.js";

/** @typedef {{ parameter: Parameter, part: HTMLElement, take(): Term[], complain(why: string): void, box: HTMLInputElement }} Field */

/** A value that does not fit: what to tell, and where. */
export class Unfit extends Error {
  /** @param {string} why @param {Field} field */
  constructor(why, field) {
    super(why);
    this.field = field;
  }
}

/** The menu: groups in their order, then whatever has no group.
 * @param {SparqlPart} part
 * @param {string} chosen
 */
export function menuOptions({ questions, groups }, chosen) {
  const option = (/** @type {Question} */ { name, title }) =>
    element("option", { value: name, selected: name === chosen }, say(title));
  const grouped = groups.map(({ key, title }) => ({ title: say(title), all: questions.filter(({ group }) => group === key) }));
  const known = new Set(groups.map(({ key }) => key));
  return [
    element("option", { value: "", selected: chosen === "" }, text("sparql_own")),
    ...grouped.filter(({ all }) => all.length).map(({ title, all }) => element("optgroup", { label: title }, ...all.map(option))),
    ...questions.filter(({ group }) => !known.has(group)).map(option),
  ];
}

/**
 * @param {Parameter} parameter
 * @param {SparqlPart} part
 * @param {Engine} engine
 * @param {string} written what the box had before
 * @returns {Field}
 */
export function makeField(parameter, part, engine, written) {
  const id = `parameter-${parameter.name}`;
  const why = element("span", { class: "mark warn", id: `${id}-fault`, hidden: true });
  const box = element("input", { type: "text", id, value: written, autocomplete: "off", spellcheck: "false",
    "aria-describedby": `${id}-help ${id}-fault`, "aria-required": String(parameter.required) });
  const optional = parameter.required ? "" : ` (${text("optional")})`;
  const field = element("div", { class: "parameter" },
    element("label", { for: id, id: `${id}-name`, title: `$${parameter.name}` }, spoken(parameter.label), optional), box, why,
    spoken(parameter.help, "small", { id: `${id}-help` }));
  const complain = (/** @type {string} */ said) => {
    why.hidden = said === "";
    why.textContent = said;
    box.setAttribute("aria-invalid", String(said !== ""));
  };
  box.addEventListener("input", () => complain(""));
  const made = { parameter, part: field, box, complain };
  if (parameter.range === undefined) return { ...made, take: () => valueOf(made, parameter) };
  const things = nameBox(box, field, parameter.range, engine);
  return { ...made, take: () => meant(made, things(), part.base) };
}

/**
 * Makes a box complete the names of the things of a class, once the engine knows them.
 * @param {HTMLInputElement} box
 * @param {HTMLElement} field
 * @param {string} range
 * @param {Engine} engine
 */
function nameBox(box, field, range, engine) {
  /** @type {Thing[]} */
  let things = [];
  const list = element("ul", { class: "matches", role: "listbox", id: `${box.id}-list`, "aria-labelledby": `${box.id}-name`, hidden: true });
  const marks = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id };
  for (const [name, value] of Object.entries(marks)) box.setAttribute(name, value);
  box.placeholder = text("search");
  box.after(list);
  startCombobox({
    ...{ box, list },
    find: (query) => find(things.map(({ names }) => names), query),
    show: ({ at, name }) => [
      element("span", { class: "match-name" }, say(things[at].label) || things[at].iri, " ", element("small", {}, name === say(things[at].label) ? "" : name)),
    ],
    take({ at }) {
      box.value = say(things[at].label) || shortId(things[at].iri);
      box.dataset.iri = things[at].iri;
      box.dataset.for = box.value;
    },
  });
  thingsOf(engine, range).then(
    (found) => {
      things = found;
      prefill(box, things);
    },
    () => field.classList.add("unnamed"), // ids can be typed all the same
  );
  return () => things;
}

/** What is selected on the page is likely what the question is about.
 * @param {HTMLInputElement} box
 * @param {Thing[]} things
 */
function prefill(box, things) {
  if (box.value || !state.selected) return;
  const id = idOf(state.selected);
  const thing = things.find(({ iri }) => iri === id || shortId(iri) === id);
  if (!thing) return;
  box.value = say(thing.label) || shortId(thing.iri);
  box.dataset.iri = thing.iri;
  box.dataset.for = box.value;
}

const shortId = (/** @type {string} */ iri) => iri.replace(/^.*\/id\//, "");

/**
 * The things that a name or id stands for: several where units follow each other by one name.
 * @param {Omit<Field, "take">} field
 * @param {Thing[]} things
 * @param {string} base
 * @returns {Term[]}
 */
function meant(field, things, base) {
  const { box, parameter } = field;
  const typed = box.value.trim();
  if (!typed) return nothing(field, parameter);
  if (box.dataset.for === box.value && box.dataset.iri) return [{ iri: box.dataset.iri }];
  const same = things.filter(({ iri }) => shortId(iri) === typed || shortId(iri).replace(/^[^/]*\//, "") === typed);
  if (same.length) return same.map(({ iri }) => ({ iri }));
  const named = things.filter(({ names }) => names.some(({ key }) => key === fold(typed)));
  if (named.length) return named.map(({ iri }) => ({ iri }));
  if (/^[a-z0-9][a-z0-9.-]*(\/[a-z0-9][a-z0-9.-]*)+$/.test(typed)) return [{ iri: base + typed }];
  throw new Unfit(text("sparql_unknown", { name: typed }), { ...field, take: () => [] });
}

/** @param {Omit<Field, "take">} field @param {Parameter} parameter @returns {Term[]} */
function valueOf(field, parameter) {
  const typed = field.box.value.trim();
  if (!typed) return nothing(field, parameter);
  const { datatype } = parameter;
  if (datatype === undefined) return [{ value: typed }];
  if (fits(typed, datatype)) return [{ value: typed, datatype }];
  throw new Unfit(text("sparql_unfit", { kind: datatype.replace(/^.*#/, "") }), { ...field, take: () => [] });
}

/** @param {Omit<Field, "take">} field @param {Parameter} parameter @returns {Term[]} */
function nothing(field, parameter) {
  if (parameter.required) throw new Unfit(text("sparql_missing"), { ...field, take: () => [] });
  return [];
}
