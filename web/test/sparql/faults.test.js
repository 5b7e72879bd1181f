import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";

import { fault } from "../../src/sparql/faults.js";

const { Store } = createRequire(import.meta.url)("oxigraph");

/** What the engine really says of a query, with the line of prefixes before it.
 * @param {string} query
 */
function said(query) {
  try {
    new Store().query(`PREFIX dfg: <http://x#> \n${query}`);
  } catch (error) {
    return fault(/** @type {Error} */ (error).message);
  }
  throw new Error("no fault");
}

test("a broken query is told by line, without the list of all that could follow", () => {
  const { key, why, line, column } = said("SELECT ?x WHERE {\n  ?x dfg:a\n}");
  assert.equal(key, "sparql_broken");
  assert.equal(line, 3);
  assert.equal(column, 1);
  assert.ok(why.length < 250, why);
});

test("an unknown prefix is told as one", () => assert.equal(said("SELECT ?x WHERE { ?x nobody:a ?y }").key, "sparql_prefix"));

test("a fault in the line of prefixes is shown in the first line", () => assert.equal(fault("error at 1:7: expected x").line, 1));

test("an engine that fell is out of memory", () => assert.equal(fault("memory access out of bounds").key, "sparql_memory"));

test("what is not understood is told as it is", () => assert.deepEqual(fault("odd"), { key: "sparql_broken", why: "odd", line: null, column: null }));
