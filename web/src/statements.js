/* What is said of a thing: one line a field, each value with what a reader must know of it; values that sources dispute
   stand side by side. */

/** @import { Statement, Words } from "./types.js" */
/** @import { Notes } from "./sources.js" */

import { element, link } from "./dom.js";
import { scene } from "./payload.js";
import { select, state } from "./state.js";
import { swatch } from "./swatch.js";
import { brief } from "./sources.js";
import { say, spoken, text } from "./words.js";

/** The button that selects a node.
 * @param {number} at
 * @param {Words | null} words its name where that is not its label
 */
export function nodeButton(at, words = null) {
  const { kind, label } = scene.nodes[at];
  const on = { click: () => select({ node: at }, { read: true }) };
  return element("button", { type: "button", class: "thing", on }, swatch(scene.kinds[kind]), spoken(words ?? label));
}

/**
 * @param {Statement[]} statements
 * @param {Notes} notes
 */
export function statementList(statements, notes) {
  if (!statements.length) return [element("p", { class: "aside" }, text("no_facts"))];
  /** @type {{ field: string, said: Statement[] }[]} */
  const rows = [];
  for (const statement of statements) {
    const field = say(statement.field);
    if (rows.at(-1)?.field !== field) rows.push({ field, said: [] });
    rows.at(-1)?.said.push(statement);
  }
  const fields = rows.map((row) => {
    const said = inLanguage(row.said);
    const disputed = said.filter(({ contested }) => contested);
    const values = disputed.length > 1 ? sideBySide(said, notes) : said.map((one) => value(one, notes));
    return element("div", { class: disputed.length > 1 ? "contested" : null }, spoken(said[0].field, "dt"), ...values);
  });
  return [element("h3", {}, text("facts")), element("dl", {}, ...fields)];
}

/** What is told in both languages is read in one; what a source says in the other language alone stays.
 * @param {Statement[]} said
 */
function inLanguage(said) {
  const mine = said.filter(({ value: told, contested }) => contested || typeof told === "string" || told[state.language]);
  return mine.length ? mine : said;
}

/** Disputed values as cards with the name of who says so, the others below.
 * @param {Statement[]} said
 * @param {Notes} notes
 */
function sideBySide(said, notes) {
  const cards = said.filter(({ contested }) => contested);
  const heading = element("span", { class: "mark warn", title: text("contested_hint") }, text("contested"));
  return [
    element("dd", { class: "verdict" }, heading, " ", text("values_differ", { n: cards.length })),
    ...cards.map((one) => {
      const cited = one.notes.map((at) => element("small", { class: "says" }, brief(at)));
      return element("dd", { class: "card" }, content(one), ...marks({ derived: one.derived }, one.notes, notes, true), ...cited);
    }),
    ...said.filter(({ contested }) => !contested).map((one) => value(one, notes)),
  ];
}

/** @param {Statement} statement */
const content = (statement) =>
  statement.node === undefined
    ? link(say(statement.value), spoken(statement.value))
    : nodeButton(statement.node, statement.value);

/** @param {Statement} statement @param {Notes} notes */
const value = (statement, notes) =>
  element("dd", {}, content(statement), ...marks(statement, statement.notes, notes, true));

/**
 * What a reader must know beside a statement: derived, contested, and the numbers of its sources.
 * @param {{ derived?: boolean, contested?: boolean }} known
 * @param {number[]} cited
 * @param {Notes} notes
 * @param {boolean} wanted whether a missing source is worth a word
 */
export function marks({ derived, contested }, cited, notes, wanted) {
  const mark = (/** @type {string} */ key, /** @type {string | null} */ hint, kind = "mark") =>
    element("span", { class: kind, title: hint && text(hint) }, text(key));
  const result = [
    ...(derived ? [mark("derived", "derived_hint")] : []),
    ...(contested ? [mark("contested", "contested_hint", "mark warn")] : []),
    ...(!cited.length && !derived && wanted ? [mark("no_source", null)] : []),
    ...cited.map((at) => notes.button(at)),
  ];
  return result.flatMap((one) => [" ", one]);
}
