import assert from "node:assert/strict";
import { test } from "node:test";

import { gridOf, visitBox } from "../../src/network/grid.js";

const COUNT = 2000;
const x = Float64Array.from({ length: COUNT }, (_, at) => ((at * 7919) % 4001) - 2000);
const y = Float64Array.from({ length: COUNT }, (_, at) => ((at * 104_729) % 3001) - 900);
const radius = Float32Array.from({ length: COUNT }, (_, at) => 5 + (at % 9));

test("everything that reaches into a box is visited, and little else", () => {
  const grid = gridOf(x, y, radius);
  for (const box of [
    { left: -100, top: 0, right: 80, bottom: 120 },
    { left: -9000, top: -9000, right: 9000, bottom: 9000 },
    { left: 1990, top: 2090, right: 2500, bottom: 2600 },
  ]) {
    /** @type {Set<number>} */
    const visited = new Set();
    visitBox(grid, box, (at) => void visited.add(at));
    for (let at = 0; at < COUNT; at += 1) {
      const inside = x[at] + radius[at] > box.left && x[at] - radius[at] < box.right && y[at] + radius[at] > box.top && y[at] - radius[at] < box.bottom;
      if (inside) assert.ok(visited.has(at));
    }
    assert.ok(visited.size <= COUNT);
  }
  let few = 0;
  visitBox(grid, { left: 0, top: 0, right: 10, bottom: 10 }, () => void (few += 1));
  assert.ok(few < COUNT / 20);
});

test("a visit that says true is the last one", () => {
  let visits = 0;
  const everything = { left: -1e4, top: -1e4, right: 1e4, bottom: 1e4 };
  assert.equal(visitBox(gridOf(x, y, radius), everything, () => (visits += 1) === 3), true);
  assert.equal(visits, 3);
});

test("no bodies, one body, bodies in one place", () => {
  const box = { left: -1, top: -1, right: 1, bottom: 1 };
  for (const count of [0, 1, 5]) {
    /** @type {number[]} */
    const found = [];
    const zero = new Float64Array(count);
    visitBox(gridOf(zero, zero, new Float32Array(count)), box, (at) => void found.push(at));
    assert.equal(found.length, count);
  }
  assert.equal(visitBox(gridOf(x, y, radius), { left: 9e5, top: 9e5, right: 9e5, bottom: 9e5 }, () => true), false);
});
