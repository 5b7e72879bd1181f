import assert from "node:assert/strict";
import { test } from "node:test";

import { tabulate, told } from "../../src/sparql/tabulating.js";

/** @import { Term } from "../../src/sparql/worker.js" */

/** @param {string} value @returns {Term} */
const uri = (value) => ({ type: "uri", value });
/** @param {string} value @param {string} [lang] @returns {Term} */
const text = (value, lang) => ({ type: "literal", value, ...(lang ? { "xml:lang": lang } : {}) });
const values = (/** @type {ReturnType<typeof tabulate>} */ { rows }) =>
  rows.map(({ cells, claims }) => [cells.map((cell) => cell.map((term) => term?.value ?? null)), claims]);

test("without claims rows stay as they are; one that is there twice is told once", () => {
  const table = tabulate(["a", "b"], [[uri("y"), null], [uri("x"), null], [uri("y"), null]]);
  assert.equal(table.cited, false);
  assert.deepEqual(values(table), [[[["y"], [null]], []], [[["x"], [null]], []]]);
});

test("rows that differ in their claim alone are one row with several claims", () => {
  const rows = [[uri("x"), uri("c1")], [uri("y"), uri("c1")], [uri("x"), uri("c2")], [uri("x"), uri("c2")]];
  const table = tabulate(["a", "claim"], rows);
  assert.deepEqual(table.columns, ["a"]);
  assert.deepEqual(values(table), [[[["x"]], ["c1", "c2"]], [[["y"]], ["c1"]]]);
});

test("columns of several values are gathered for each claim, then claims that say the same", () => {
  const rows = [
    [uri("x"), text("culture"), uri("c1")],
    [uri("x"), text("trade"), uri("c1")],
    [uri("x"), text("culture"), uri("c2")],
    [uri("x"), text("trade"), uri("c2")],
    [uri("x"), null, uri("c3")],
  ];
  const table = tabulate(["a", "field", "claim"], rows, ["field"]);
  assert.deepEqual(values(table), [[[["x"], ["culture", "trade"]], ["c1", "c2"]], [[["x"], [null]], ["c3"]]]);
});

test("of texts in several languages a reader gets those in the reader's", () => {
  const both = [text("văn hóa", "vi"), text("culture", "en"), null];
  assert.deepEqual(told(both, "en").map(({ value }) => value), ["culture"]);
  assert.deepEqual(told([text("văn hóa", "vi")], "en").map(({ value }) => value), ["văn hóa"]);
  assert.deepEqual(told([text("7"), uri("x")], "vi").length, 2);
});
