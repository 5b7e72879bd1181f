/* An answer as a table: things by their names, with links into the page; claims as the sources they were read in. */

/** @import { Words } from "../types.js" */
/** @import { Child } from "../dom.js" */
/** @import { Cited } from "./lookups.js" */
/** @import { Row, Table } from "./tabulating.js" */
/** @import { Term } from "./worker.js" */

import { element, link } from "../dom.js";
import { scene } from "../payload.js";
import { select, state } from "../state.js";
import { nodeButton } from "../statements.js";
import { itemOf } from "../things.js";
import { say, sayDate, sayNumber, spoken, text } from "../words.js";
import { told } from "./tabulating.js";

const SHOWN = 300;
const NUMBERS = /#(integer|decimal|double|float|int|long|nonNegativeInteger)$/;

/** @typedef {{ table: Table, headings: Record<string, Words>, labels: Map<string, Words>, citations: Map<string, Cited>, base: string, compact(iri: string): string }} Answered */

/** @param {Answered} answered */
export function resultTable(answered) {
  const { table, headings } = answered;
  const columns = table.columns.map((name) => element("th", { scope: "col" }, headings[name] ? spoken(headings[name]) : name));
  if (table.cited) columns.push(element("th", { scope: "col" }, headings.claim ? spoken(headings.claim) : text("sources")));
  const body = element("tbody", {}, ...table.rows.slice(0, SHOWN).map((row) => line(row, answered)));
  const grid = element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": text("sparql_answer") },
    element("table", {}, element("thead", {}, element("tr", {}, ...columns)), body));
  return [grid, moreButton(table.rows.slice(SHOWN), body, answered)];
}

/** @param {Row[]} rest @param {HTMLElement} body @param {Answered} answered @returns {Child} */
function moreButton(rest, body, answered) {
  if (!rest.length) return null;
  const on = {
    click: () => {
      body.append(...rest.splice(0, SHOWN).map((row) => line(row, answered)));
      button.textContent = text("sparql_more", { n: rest.length });
      if (!rest.length) button.remove();
    },
  };
  const button = element("button", { type: "button", on }, text("sparql_more", { n: rest.length }));
  return button;
}

/** @param {Row} row @param {Answered} answered */
function line({ cells, claims }, answered) {
  const made = cells.map((values) => {
    const terms = told(values, state.language);
    const content = terms.flatMap((term, at) => [at ? ", " : "", shown(term, answered)]);
    return element("td", { class: terms.length === 1 && NUMBERS.test(terms[0].datatype ?? "") ? "number" : null }, ...content);
  });
  if (answered.table.cited) made.push(element("td", { class: "cited" }, ...claims.map((claim) => citation(answered.citations.get(claim), claim, answered))));
  return element("tr", {}, ...made);
}

/** @param {Term} term @param {Answered} answered */
function shown(term, { labels, compact }) {
  if (term.type !== "uri") return literal(term);
  const item = itemOf(term.value);
  const label = labels.get(term.value);
  if (item?.node !== undefined) return nodeButton(item.node);
  if (item) {
    const on = { click: () => select(item, { read: true }) };
    return element("button", { type: "button", class: "thing", on }, spoken(scene.edges[item.edge].name ?? label ?? compact(term.value)));
  }
  if (!label) return link(term.value, compact(term.value));
  if (sayDate(say(label)) !== say(label)) return sayDate(say(label));
  return spoken(label, "span", { title: compact(term.value) });
}

/** @param {Term} term */
function literal(term) {
  const { value, datatype = "", "xml:lang": lang } = term;
  if (NUMBERS.test(datatype) && Number.isFinite(Number(value))) return sayNumber(Number(value));
  if (/#(date|gYearMonth|gYear)$/.test(datatype)) return sayDate(value);
  if (lang) return spoken({ [lang]: value });
  return link(value, value);
}

/** @param {Cited | undefined} cited @param {string} claim @param {Answered} answered */
function citation(cited, claim, { compact }) {
  if (!cited) return element("span", { class: "source" }, compact(claim));
  return element("span", { class: "source" }, link(cited.url, spoken(cited.source)), placeOf(cited));
}

/** @param {Cited} cited */
function placeOf({ place, page, date }) {
  const said = [date && sayDate(date), place && text("paragraph", { n: place }), page && text("page", { n: page })].filter(Boolean);
  return said.length ? ` · ${said.join(" · ")}` : "";
}

/**
 * The whole answer as rows of plain values, with ids beside the names of things.
 * @param {Answered} answered
 * @returns {(string | number | null)[][]}
 */
export function plainRows({ table, headings, labels, citations, compact }) {
  const things = table.columns.map((_, at) => table.rows.some(({ cells }) => cells[at].some((term) => term?.type === "uri")));
  const heading = (/** @type {string} */ name) => (headings[name] ? say(headings[name]) : name);
  const head = table.columns.flatMap((name, at) => [heading(name), ...(things[at] ? [`${heading(name)} (id)`] : [])]);
  const rows = table.rows.map(({ cells, claims }) => [
    ...cells.flatMap((values, at) => {
      const terms = told(values, state.language);
      const ids = terms.filter(({ type }) => type === "uri").map(({ value }) => compact(value)).join(", ");
      return [plainValue(terms, labels, compact), ...(things[at] ? [ids] : [])];
    }),
    ...(table.cited ? [claims.map((claim) => plainCitation(citations.get(claim), claim)).join("; ")] : []),
  ]);
  return [[...head, ...(table.cited ? [heading("claim")] : [])], ...rows];
}

/** @param {Term[]} terms @param {Map<string, Words>} labels @param {(iri: string) => string} compact */
function plainValue(terms, labels, compact) {
  if (terms.length === 1 && NUMBERS.test(terms[0].datatype ?? "")) return Number(terms[0].value);
  const name = (/** @type {Term} */ { type, value }) => (type === "uri" ? say(labels.get(value) ?? "") || compact(value) : value);
  return terms.map(name).join(", ");
}

/** @param {Cited | undefined} cited @param {string} claim */
const plainCitation = (cited, claim) => (cited ? `${say(cited.source)}${placeOf(cited)}` : claim);
