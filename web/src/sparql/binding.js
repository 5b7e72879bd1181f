/* Parameters into a query, so that no text a person types can change what the query does. A query writes
   `VALUES $place { UNDEF }`: sound SPARQL as it stands. Terms take the place of UNDEF, serialised as terms. */

const SLOT = /VALUES\s+[$?](\w+)\s*\{\s*UNDEF\s*\}/gi;

/** @typedef {{ iri: string } | { value: string, datatype?: string }} Term */

/**
 * @param {string} text
 * @param {Record<string, Term[]>} values by parameter; one without terms stays open
 */
export function bind(text, values) {
  // One pass: what one parameter puts in is never looked at for another.
  return text.replace(SLOT, (slot, name) => {
    const terms = Object.hasOwn(values, name) ? values[name] : [];
    return terms.length ? `VALUES $${name} { ${terms.map(serialized).join(" ")} }` : slot;
  });
}

/** The parameters that a query has open.
 * @param {string} text
 */
export const slotsOf = (text) => new Set([...text.matchAll(SLOT)].map(([, name]) => name));

/** @param {Term} term @returns {string} */
function serialized(term) {
  if ("iri" in term) return `<${term.iri.replace(/[\s\p{Cc}<>"{}|^`\\]/gu, (sign) => encodeURIComponent(sign))}>`;
  const quoted = `"${term.value.replace(/[\\"\n\r\t\b\f]/g, escaped)}"`;
  return term.datatype ? `${quoted}^^${serialized({ iri: term.datatype })}` : quoted;
}

/** @type {Record<string, string>} */
const ESCAPES = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f" };
const escaped = (/** @type {string} */ sign) => ESCAPES[sign];

/** @type {Record<string, RegExp>} */
const LEXICAL = {
  integer: /^[+-]?\d+$/,
  decimal: /^[+-]?(\d+(\.\d*)?|\.\d+)$/,
  boolean: /^(true|false)$/,
  gYear: /^\d{4}$/,
  gYearMonth: /^\d{4}-(0[1-9]|1[0-2])$/,
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
};

/** Whether a value can be of a datatype.
 * @param {string} value
 * @param {string} datatype an IRI
 */
export const fits = (value, datatype) => LEXICAL[datatype.replace(/^.*#/, "")]?.test(value) ?? true;
