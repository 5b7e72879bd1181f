import assert from "node:assert/strict";
import { test } from "node:test";

import { meets, noFilters, revealing, seenBy } from "../src/filtering.js";
import { incidence } from "../src/graph.js";
import { edge, node, scene } from "./worlds.js";

/** @import { Filters } from "../src/filtering.js" */

const FIELD = { culture: [0], trade: [1] };
const [JAPAN, FRANCE] = [[0], [1]];

/* Two provinces of kind 0, two localities of kind 1, a document of kind 2. */
const world = scene(
  [
    node("hue"),
    node("hanoi"),
    node("nara", { kind: 1, facets: { country: JAPAN } }),
    node("lyon", { kind: 1, facets: { country: FRANCE } }),
    node("law", { kind: 2, facets: { field: FIELD.trade }, when: [["2010-01-01", "2010-12-31", "2010"]] }),
  ],
  [
    edge(0, 2, { facets: { field: FIELD.culture }, when: [["2019-06-18", null, ""]] }),
    edge(1, 3, { facets: { field: FIELD.trade }, when: [["2005-01-01", "2008-12-31", ""]] }),
    edge(0, 1),
    edge(1, 2),
    edge(4, 1),
  ],
);
const edgesAt = incidence(world.nodes.length, world.edges);

/** @param {Partial<Filters>} filters */
function seen(filters) {
  const { nodes, edges } = seenBy(world, filters);
  const list = (/** @type {boolean[]} */ flags) => flags.flatMap((flag, at) => (flag ? [at] : []));
  return [list(nodes), list(edges)];
}

test("nothing chosen hides nothing", () => assert.deepEqual(seen({}), [[0, 1, 2, 3, 4], [0, 1, 2, 3, 4]]));

test("a hidden kind takes its edges with it", () => assert.deepEqual(seen({ hiddenKinds: new Set([1]) }), [[0, 1, 4], [2, 4]]));

test("a country keeps its localities, their relations and whoever stands at the other end", () => {
  assert.deepEqual(seen({ choices: { country: new Set([0]) } }), [[0, 1, 2], [0, 3]]);
});

test("a field is stated by relations and by documents", () => {
  assert.deepEqual(seen({ choices: { field: new Set([1]) } }), [[1, 3, 4], [1, 4]]);
});

test("two facets must both hold, two values of one need not", () => {
  assert.deepEqual(seen({ choices: { country: new Set([0]), field: new Set([0]) } }), [[0, 2], [0]]);
  assert.deepEqual(seen({ choices: { country: new Set([0]), field: new Set([1]) } }), [[], []]);
  assert.deepEqual(seen({ choices: { country: new Set([0, 1]) } })[0], [0, 1, 2, 3]);
});

test("a period keeps what meets it and what has no date; the latter can be left out", () => {
  assert.deepEqual(seen({ period: ["2015-01-01", "2020-12-31"] }), [[0, 1, 2], [0, 2, 3]]);
  assert.deepEqual(seen({ period: ["2015-01-01", "2020-12-31"], onlyDated: true }), [[0, 2], [0]]);
  assert.deepEqual(seen({ onlyDated: true }), [[0, 1, 2, 3, 4], [0, 1]]);
});

test("intervals touch a period by a single day, and open ends reach for ever", () => {
  assert.equal(meets([["2019-06-18", null]], ["2030-01-01", null]), true);
  assert.equal(meets([[null, "2008-12-31"]], ["2008-12-31", null]), true);
  assert.equal(meets([["2009-01-01", "2009-12-31"]], [null, "2008-12-31"]), false);
});

test("a neighbourhood goes over what is seen only", () => {
  assert.deepEqual(seen({ around: { node: 0, hops: 1 } }), [[0, 1, 2], [0, 2, 3]]);
  assert.deepEqual(seen({ around: { node: 0, hops: 1 }, hiddenKinds: new Set([1]) }), [[0, 1], [2]]);
});

test("a path shows its nodes and what joins them one by one", () => {
  assert.deepEqual(seen({ path: { from: 2, to: 3 } }), [[1, 2, 3], [1, 3]]);
  assert.deepEqual(seen({ path: { from: 2, to: null } })[0], [0, 1, 2, 3, 4]);
});

test("a path that does not exist shows its ends", () => {
  assert.deepEqual(seen({ path: { from: 2, to: 3 }, choices: { field: new Set([0]) } }), [[2, 3], []]);
});

test("what is selected is revealed with as little change as will do", () => {
  const reveal = (/** @type {Partial<Filters>} */ by, /** @type {import("../src/types.js").Item} */ item) =>
    revealing(world, edgesAt, { ...noFilters(), ...by }, item);
  assert.deepEqual(reveal({}, { node: 2 }), {});
  assert.deepEqual(reveal({ hiddenKinds: new Set([1, 2]) }, { edge: 0 }), { hiddenKinds: new Set([2]) });
  const near = reveal({ around: { node: 0, hops: 1 }, hiddenKinds: new Set([2]) }, { node: 3 });
  assert.deepEqual(near, { around: null, path: null });
  const all = reveal({ choices: { country: new Set([0]) }, period: ["2019-01-01", null] }, { edge: 1 });
  assert.deepEqual(all, { around: null, path: null, period: null, onlyDated: false, choices: {} });
});
