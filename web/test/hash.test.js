import assert from "node:assert/strict";
import { test } from "node:test";

import { noFilters } from "../src/filtering.js";
import { firstDay, fromHash, lastDay, toHash } from "../src/hash.js";
import { node, scene } from "./worlds.js";

/** @import { State } from "../src/types.js" */

const world = scene([node("province/hue"), node("a,b"), node("locality/jp-nara")], [], {
  kinds: [1, 2, 3].map((at) => ({ label: `${at}`, colour: "#000000", shape: "dot" })),
  facets: [
    { key: "field", label: "Field", values: ["Culture", "Trade"], ids: ["culture", "trade"] },
    { key: "tab", label: "Tab", values: ["x", "y"] },
  ],
});
const known = { id: null, firstTab: "network", firstLanguage: /** @type {const} */ ("vi") };

/** @param {Partial<State>} rest @returns {State} */
const state = (rest = {}) => ({
  ...{ language: "vi", theme: "auto", tab: "network", selected: null, hovered: null },
  ...noFilters(),
  ...rest,
});

test("nothing chosen needs no address", () => assert.equal(toHash(state(), world, known), ""));

test("an address can be read by people", () => {
  const chosen = state({ tab: "map", language: "en", choices: { field: new Set([1]) }, period: ["2015-01-01", "2020-12-31"] });
  assert.equal(toHash(chosen, world, { ...known, id: "province/hue" }), "#id=province/hue&tab=map&lang=en&field=trade&period=2015..2020");
});

/** @type {[string, Partial<State>][]} */
const CHOICES = [
  ["kinds", { hiddenKinds: new Set([0, 2]) }],
  ["facets by id, and by place where they have none", { choices: { field: new Set([0, 1]), tab: new Set([1]) } }],
  ["an open period", { period: [null, "2016-02-29"] }],
  ["a month", { period: ["2019-06-01", "2019-06-30"] }],
  ["a day", { period: ["2019-06-18", null] }],
  ["only what is dated", { onlyDated: true }],
  ["a neighbourhood", { around: { node: 1, hops: 3 } }],
  ["a path between ids with commas", { path: { from: 1, to: 2 } }],
];
for (const [name, choice] of CHOICES) {
  test(`there and back: ${name}`, () => {
    const { patch } = fromHash(toHash(state(choice), world, known), world);
    assert.deepEqual(patch, { ...noFilters(), ...choice });
  });
}

test("what an address cannot mean is left out", () => {
  const nonsense = "#lang=fr&kinds=-9&field=war,trade&tab=zz&f.tab=7,x&period=yesterday..&around=9,province/hue&path=a&%zz";
  assert.deepEqual(fromHash(nonsense, world), {
    ...{ id: null, tab: "zz", language: null },
    patch: { ...noFilters(), choices: { field: new Set([1]) } },
  });
});

test("a year and a month have a first and a last day", () => {
  assert.deepEqual(["2019", "2019-06", "2019-06-18"].map(firstDay), ["2019-01-01", "2019-06-01", "2019-06-18"]);
  assert.deepEqual(["2019", "2020-02", "2019-06-18"].map(lastDay), ["2019-12-31", "2020-02-29", "2019-06-18"]);
});
