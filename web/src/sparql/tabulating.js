/* The rows of an answer as readers want them. Depends on its arguments alone. */

/** @import { Term } from "./worker.js" */

/** @typedef {{ cells: (Term | null)[][], claims: string[] }} Row one list of values a column */
/** @typedef {{ columns: string[], rows: Row[], cited: boolean }} Table */

const CLAIM = "claim";

/**
 * Rows of one claim that differ in the columns `several` alone become one row; rows that then differ in their claim
 * alone become one row with several claims; a row that is there twice is told once. The order of rows is kept.
 * @param {string[]} columns
 * @param {(Term | null)[][]} rows
 * @param {readonly string[]} several
 * @returns {Table}
 */
export function tabulate(columns, rows, several = []) {
  const at = columns.indexOf(CLAIM);
  const shown = columns.map((_, place) => place).filter((place) => place !== at);
  const many = new Set(several.map((name) => columns.indexOf(name)));
  const key = (/** @type {unknown} */ value) => JSON.stringify(value);

  /** @type {Map<string, { cells: (Term | null)[][], claim: string | null }>} */
  const gathered = new Map();
  for (const row of rows) {
    const claim = at < 0 ? null : (row[at]?.value ?? null);
    const same = key([claim, shown.map((place) => (many.has(place) ? 0 : row[place]))]);
    const known = gathered.get(same);
    if (!known) gathered.set(same, { cells: shown.map((place) => [row[place]]), claim });
    else shown.forEach((place, column) => many.has(place) && add(known.cells[column], row[place]));
  }
  /** @type {Map<string, Row>} */
  const merged = new Map();
  for (const { cells, claim } of gathered.values()) {
    const same = key(cells);
    const known = merged.get(same) ?? { cells, claims: [] };
    merged.set(same, known);
    if (claim !== null && !known.claims.includes(claim)) known.claims.push(claim);
  }
  return { columns: shown.map((place) => columns[place]), rows: [...merged.values()], cited: at >= 0 };
}

/** @param {(Term | null)[]} values @param {Term | null} value */
function add(values, value) {
  if (value && !values.some((one) => JSON.stringify(one) === JSON.stringify(value))) values.push(value);
}

/** Of texts in several languages those in the reader's, where there are any.
 * @param {(Term | null)[]} values
 * @param {string} language
 */
export function told(values, language) {
  const stated = values.filter((value) => value !== null);
  const own = stated.filter((value) => !value["xml:lang"] || value["xml:lang"] === language);
  return own.length ? own : stated;
}
