import assert from "node:assert/strict";
import { test } from "node:test";

import { cut, land, outlines, region, REGION, simplified, TOLERANCE } from "../../land.mjs";
import { planePath, unpacked } from "../../src/map/land.js";

const packed = land();
const sea = unpacked(packed.sea);

/** @import { Box, Point, Polygon, Ring } from "../../land.mjs" */

/** How many polygons lie wholly inside a box. @param {Polygon[]} polygons @param {Box} box */
function inside(polygons, [west, south, east, north]) {
  const within = (/** @type {Point} */ [x, y]) => x >= west && x <= east && y >= south && y <= north;
  return polygons.filter(([ring]) => ring.every(within)).length;
}

/** @type {Record<string, Box>} */
const ISLANDS = {
  "Hoàng Sa": [111, 15.5, 113, 17.3],
  "Trường Sa": [111.3, 6.5, 117.5, 12.2],
  "Phú Quốc": [103.7, 9.8, 104.2, 10.6],
  "Côn Đảo": [106.4, 8.5, 106.9, 8.9],
};

for (const [name, box] of Object.entries(ISLANDS)) {
  test(`${name} is on the map, islet by islet`, () => {
    const all = inside(outlines("land-10m"), box);
    assert.ok(all > 0);
    assert.equal(inside(sea, box), all);
  });
}

test("the outlines of the world alone would have lost the two archipelagos", () => {
  assert.equal(inside(outlines("land-110m"), ISLANDS["Hoàng Sa"]), 0);
  assert.equal(inside(outlines("land-110m"), ISLANDS["Trường Sa"]), 0);
});

test("the two archipelagos lie well inside the region", () => {
  const [west, south, east, north] = REGION;
  for (const name of ["Hoàng Sa", "Trường Sa"]) {
    const box = ISLANDS[name];
    assert.ok(box[0] - west > 2 && east - box[2] > 2 && box[1] - south > 2 && north - box[3] > 2, name);
  }
});

test("no polygon of the region is lost when it is simplified and packed", () => {
  const crosses = (/** @type {Ring} */ ring) => cut(ring, REGION).length > 3;
  const touched = outlines("land-10m").filter((rings) => crosses(rings[0])).length;
  assert.equal(sea.length, touched);
  assert.ok(sea.every((rings) => rings[0].length > 3));
});

test("nothing reaches out of the region", () => {
  const [west, south, east, north] = REGION;
  assert.ok(sea.flat(2).every(([x, y]) => x >= west && x <= east && y >= south && y <= north));
});

test("a simplified ring stays within the tolerance and keeps a tiny islet whole", () => {
  /** @type {Ring} */
  const round = Array.from({ length: 101 }, (_, at) => [Math.cos(((at % 100) * Math.PI) / 50), Math.sin(((at % 100) * Math.PI) / 50)]);
  const fewer = simplified(round, TOLERANCE);
  assert.ok(fewer.length < 40 && fewer.length > 10);
  assert.deepEqual(fewer[0], fewer.at(-1));
  /** @type {Ring} */
  const islet = [[0, 0], [0.001, 0], [0.001, 0.001], [0, 0]];
  assert.deepEqual(simplified(islet, TOLERANCE), islet);
});

test("a ring is cut at the box, and one outside it vanishes", () => {
  /** @type {Ring} */
  const square = [[0, 0], [0, 4], [4, 4], [4, 0], [0, 0]];
  const part = cut(square, [2, 2, 9, 9]);
  assert.deepEqual(new Set(part.map(String)), new Set(["2,2", "2,4", "4,4", "4,2"]));
  assert.deepEqual(cut(square, [5, 5, 9, 9]), []);
  assert.deepEqual(region([[square.map(([x, y]) => /** @type {Point} */ ([x - 50, y]))]]), []);
});

test("the same outlines each time, and small enough", () => {
  const text = JSON.stringify(packed);
  assert.equal(JSON.stringify(land()), text);
  assert.ok(text.length < 70_000, String(text.length));
});

test("what is unpacked is what was packed", () => {
  const [ring] = unpacked({ scale: 10, polygons: [[[10, 20, 5, 0, 0, 5]]] })[0];
  assert.deepEqual(ring, [[1, 2], [1.5, 2], [1.5, 2.5], [1, 2]]);
  assert.equal(planePath([[ring]], ([x, y]) => [x * 10, y * 10]), "M10.00,20.00L15.00,20.00L15.00,25.00L10.00,20.00Z");
});
