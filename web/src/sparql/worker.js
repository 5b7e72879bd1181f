/* What answers queries, apart from the page: Oxigraph with the page's graph. */

import init, { Store } from "oxigraph/web.js";

import { inflated } from "../inflating.js";

/** @typedef {{ type: "uri" | "bnode" | "literal", value: string, "xml:lang"?: string, datatype?: string }} Term */
/** @typedef {{ columns: string[], rows: (Term | null)[][], ms: number }} Answer */
/** @typedef {{ id: number, engine: string, graph: string, base: string, prefixes: Record<string, string> }} Start */
/** @typedef {{ id: number, query: string }} Question */

const REST = "\n# What follows stands only where it is written.\n";

/** @type {Store} */
let store;
let base = "";
let prologue = "";

/** @param {Start} start */
async function begin(start) {
  const [engine, graph] = await Promise.all([start.engine, start.graph].map((packed) => inflated(packed).arrayBuffer()));
  await init({ module_or_path: engine });
  base = start.base;
  prologue = Object.entries(start.prefixes).map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}> `).join("");
  store = new Store();
  const [holding, rest] = new TextDecoder().decode(graph).split(REST);
  // The same statements without their graphs are all that holds.
  const freed = holding.replace(/^\S+ \{$/gm, "").replace(/^\}$/gm, "");
  store.load([holding, freed, rest].join("\n"), { format: "application/trig", no_transaction: true, lenient: true });
  return { quads: store.size };
}

/** What a query starts with, comments, strings and IRIs left out.
 * @param {string} query
 */
function formOf(query) {
  const plain = query.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|<[^<>"{}|^`\\\s]*>|#[^\n]*/g, " ");
  return /\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b/i.exec(plain)?.[1].toUpperCase() ?? "SELECT";
}

/** @param {string} query @returns {Omit<Answer, "ms">} */
function answer(query) {
  const text = `${prologue}\n${query}`;
  if (["CONSTRUCT", "DESCRIBE"].includes(formOf(query))) {
    const quads = /** @type {import("oxigraph/web.js").Quad[]} */ (store.query(text, { base_iri: base }));
    return { columns: ["subject", "predicate", "object"], rows: quads.map((q) => [q.subject, q.predicate, q.object].map(plain)) };
  }
  const told = JSON.parse(/** @type {string} */ (store.query(text, { base_iri: base, results_format: "json" })));
  if ("boolean" in told) return { columns: ["answer"], rows: [[{ type: "literal", value: String(told.boolean) }]] };
  /** @type {string[]} */
  const columns = told.head.vars;
  return { columns, rows: told.results.bindings.map((/** @type {Record<string, Term>} */ row) => columns.map((name) => row[name] ?? null)) };
}

/** @param {import("oxigraph/web.js").Term} term @returns {Term} */
function plain(term) {
  if (term.termType === "Literal") {
    return { type: "literal", value: term.value, datatype: term.datatype.value, ...(term.language ? { "xml:lang": term.language } : {}) };
  }
  return { type: term.termType === "NamedNode" ? "uri" : "bnode", value: term.value };
}

onmessage = async ({ data }) => {
  const from = performance.now();
  try {
    const told = "query" in data ? answer(data.query) : await begin(data);
    postMessage({ id: data.id, answer: { ...told, ms: performance.now() - from } });
  } catch (error) {
    postMessage({ id: data.id, error: error instanceof Error ? error.message : String(error) });
  }
};
