/* What the results of a query mean to a reader: names of things, where claims were read, things by name. */

/** @import { Engine } from "./engine.js" */
/** @import { Words } from "../types.js" */

import { namesFor } from "../fold.js";

const BATCH = 2000;

/** What these queries call by a short name, whatever the ontology declares. */
const NAMES = [
  "PREFIX dfg: <https://w3id.org/dfgraph/ns#> PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX schema: <https://schema.org/>",
  "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>",
  "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>",
].join(" ");

/** @param {string[]} iris */
const list = (iris) => iris.map((iri) => `<${iri}>`).join(" ");

/** @param {Iterable<string>} iris */
function* batches(iris) {
  // An IRI that could end its own brackets names nothing that has a label.
  const wanted = [...new Set(iris)].filter((iri) => !/[\s\p{Cc}<>"{}|^`\\]/u.test(iri)).sort();
  for (let start = 0; start < wanted.length; start += BATCH) yield wanted.slice(start, start + BATCH);
}

/**
 * The labels of things, terms and times; nothing for what has none.
 * @param {Engine} engine
 * @param {Iterable<string>} iris
 * @returns {Promise<Map<string, Words>>}
 */
export async function labelsOf(engine, iris) {
  /** @type {Map<string, Exclude<Words, string>>} */
  const found = new Map();
  for (const batch of batches(iris)) {
    const { rows } = await engine.ask(`${NAMES} SELECT ?thing ?label WHERE { VALUES ?thing { ${list(batch)} }
      { ?thing skos:prefLabel ?label } UNION { ?thing rdfs:label ?label } UNION { ?thing rdf:value ?label }
      UNION { GRAPH <graph/ontology> { ?thing rdfs:label ?label } } } ORDER BY ?thing ?label`);
    for (const [thing, label] of rows) {
      if (!thing || !label) continue;
      const known = found.get(thing.value) ?? {};
      const language = label["xml:lang"];
      if (language !== "en") known.vi ??= label.value;
      if (language !== "vi") known.en ??= label.value;
      found.set(thing.value, known);
    }
  }
  return found;
}

/** @typedef {{ source: Words, url: string, place: string, page: string, date: string }} Cited */

/**
 * Where claims were read.
 * @param {Engine} engine
 * @param {Iterable<string>} claims
 * @returns {Promise<Map<string, Cited>>}
 */
export async function citationsOf(engine, claims) {
  /** @type {Map<string, { iri: string, url: string, place: string, page: string, date: string }>} */
  const found = new Map();
  for (const batch of batches(claims)) {
    const { rows } = await engine.ask(`${NAMES} SELECT ?claim ?source ?url ?paragraph ?page ?date WHERE {
      VALUES ?claim { ${list(batch)} }
      GRAPH <graph/provenance> { ?claim prov:hadPrimarySource ?source
        OPTIONAL { ?claim prov:wasQuotedFrom ?passage
          OPTIONAL { ?passage dfg:paragraph ?paragraph } OPTIONAL { ?passage dfg:page ?page } } }
      OPTIONAL { ?source schema:url ?url } OPTIONAL { ?source dfg:published/rdf:value ?date } }
      ORDER BY ?claim ?url`);
    for (const [claim, source, url, paragraph, page, date] of rows) {
      if (!claim || !source || found.has(claim.value)) continue;
      const told = { url: url?.value ?? "", place: paragraph?.value ?? "", page: page?.value ?? "", date: date?.value ?? "" };
      found.set(claim.value, { iri: source.value, ...told });
    }
  }
  const labels = await labelsOf(engine, [...found.values()].map(({ iri }) => iri));
  return new Map([...found].map(([claim, { iri, ...told }]) => [claim, { source: labels.get(iri) ?? iri, ...told }]));
}

/** @typedef {{ iri: string, label: Words, names: import("../fold.js").Name[] }} Thing */

/**
 * The things of a class, with the names that each goes by.
 * @param {Engine} engine
 * @param {string} range an IRI
 * @returns {Promise<Thing[]>}
 */
export async function thingsOf(engine, range) {
  const { rows } = await engine.ask(`${NAMES} SELECT ?thing ?naming ?name WHERE {
    { SELECT DISTINCT ?thing WHERE { ?class rdfs:subClassOf* <${range}> . ?thing a ?class } }
    OPTIONAL { VALUES ?naming { skos:prefLabel skos:altLabel skos:hiddenLabel skos:notation rdfs:label } ?thing ?naming ?name }
  } ORDER BY ?thing ?naming ?name`);
  /** @type {Map<string, { label: Exclude<Words, string>, names: Set<string> }>} */
  const found = new Map();
  for (const [thing, naming, name] of rows) {
    if (!thing || thing.type !== "uri") continue;
    const known = found.get(thing.value) ?? { label: {}, names: new Set([thing.value.replace(/^.*\/id\//, "")]) };
    found.set(thing.value, known);
    if (!name) continue;
    known.names.add(name.value);
    if (!/(prefLabel|#label)$/.test(naming?.value ?? "")) continue;
    if (name["xml:lang"] !== "en") known.label.vi ??= name.value;
    if (name["xml:lang"] !== "vi") known.label.en ??= name.value;
  }
  return [...found].map(([iri, { label, names }]) => ({ iri, label, names: namesFor(names) }));
}

/**
 * The classes and properties of the ontology.
 * @param {Engine} engine
 */
export async function termsOf(engine) {
  const { rows } = await engine.ask(`${NAMES} SELECT DISTINCT ?term WHERE {
    GRAPH <graph/ontology> { ?term rdfs:label ?label } FILTER (!STRSTARTS(STR(?term), STR(<>))) } ORDER BY ?term`);
  return rows.flatMap(([term]) => (term ? [term.value] : []));
}
