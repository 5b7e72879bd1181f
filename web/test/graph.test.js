import assert from "node:assert/strict";
import { test } from "node:test";

import { incidence, neighbourhood, otherEnd, shortestPath } from "../src/graph.js";

/* 0 - 1 - 2 - 3, 0 - 4 - 3, two edges between 1 and 2, a loop at 3, and 5 alone. */
const edges = [[0, 1], [1, 2], [2, 1], [2, 3], [0, 4], [4, 3], [3, 3]].map(([from, to]) => ({ from, to }));
const edgesAt = incidence(6, edges);

test("edges stand at both their ends, a loop once", () => {
  assert.deepEqual(edgesAt, [[0, 4], [0, 1, 2], [1, 2, 3], [3, 5, 6], [4, 5], []]);
  assert.deepEqual([otherEnd(edges[0], 0), otherEnd(edges[0], 1), otherEnd(edges[6], 3)], [1, 0, 3]);
});

test("a neighbourhood is what so many steps reach, against the arrows too", () => {
  assert.deepEqual([...neighbourhood(edges, edgesAt, 0, 1).keys()], [0, 1, 4]);
  assert.deepEqual([...neighbourhood(edges, edgesAt, 0, 2)], [[0, 0], [1, 1], [4, 1], [2, 2], [3, 2]]);
  assert.deepEqual([...neighbourhood(edges, edgesAt, 5, 3).keys()], [5]);
});

test("closed edges lead nowhere", () => {
  const open = (/** @type {number} */ at) => at !== 4;
  assert.deepEqual([...neighbourhood(edges, edgesAt, 0, 1, open).keys()], [0, 1]);
});

test("the shortest way is found, of equal ones the first; where there is none, null", () => {
  assert.deepEqual(shortestPath(edges, edgesAt, 0, 3), [0, 4, 3]);
  assert.deepEqual(shortestPath(edges, edgesAt, 0, 3, (at) => at !== 5), [0, 1, 2, 3]);
  assert.deepEqual(shortestPath(edges, edgesAt, 1, 4), [1, 0, 4]);
  assert.deepEqual(shortestPath(edges, edgesAt, 2, 2), [2]);
  assert.equal(shortestPath(edges, edgesAt, 0, 5), null);
});
