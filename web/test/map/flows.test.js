import assert from "node:assert/strict";
import { test } from "node:test";

import { flows, flowWidth, offsets, placed } from "../../src/map/flows.js";
import { arranged } from "../../src/map/names.js";
import { centred, moved, onScreen, towards, WHOLE, zoomed } from "../../src/map/zoom.js";

const scene = /** @type {any} */ ({
  nodes: [{ lon: 107, lat: 21 }, { lon: 139.7, lat: 35.7 }, {}, { lon: 107, lat: 21 }],
  edges: [
    { from: 0, to: 1 },
    { from: 1, to: 0 },
    { from: 0, to: 2 },
    { from: 3, to: 1 },
    { from: 0, to: 0 },
  ],
});

test("only what has a place is on the map", () => {
  assert.deepEqual(placed(scene, [0, 1, 2, 3]), [0, 1, 3]);
});

test("the edges of a pair are one flow, whichever way they run; the widest comes last", () => {
  assert.deepEqual(flows(scene, [0, 1, 2, 3, 4]), [
    { from: 1, to: 3, edges: [3] },
    { from: 0, to: 1, edges: [0, 1] },
  ]);
  assert.deepEqual(flows(scene, [2, 4]), []);
  assert.ok(flowWidth(4) > flowWidth(1) && flowWidth(10_000) <= 9);
});

test("nodes at one place stand beside each other", () => {
  const moves = offsets(scene, [0, 1, 3]);
  assert.deepEqual(moves.get(1), [0, -0]);
  assert.notDeepEqual(moves.get(0), moves.get(3));
});

test("the point under the pointer stays when the map is magnified", () => {
  const size = /** @type {[number, number]} */ ([200, 100]);
  const near = zoomed(WHOLE, 4, [50, 50], size);
  assert.deepEqual(onScreen(near, [50, 50]), [50, 50]);
  assert.deepEqual(zoomed(near, 0.001, [10, 10], size), WHOLE);
  assert.deepEqual(moved(WHOLE, 30, 30, size), WHOLE);
  assert.deepEqual(onScreen(centred(near, [100, 50], size), [100, 50]), [100, 50]);
  assert.ok(zoomed(near, 1e6, [0, 0], size).k <= 40);
});

test("an arrow leads to the nearest point that lies that way", () => {
  const points = new Map(/** @type {[number, [number, number]][]} */ ([[0, [0, 0]], [1, [10, 1]], [2, [30, 0]], [3, [0, 20]]]));
  assert.equal(towards(points, 0, 1, 0), 1);
  assert.equal(towards(points, 0, 0, 1), 3);
  assert.equal(towards(points, 0, -1, 0), null);
});

test("names find room without touching; what must be seen is", () => {
  const measure = (/** @type {string} */ text) => text.length * 7;
  const wanted = [
    { key: "a", text: "Quảng Ninh", x: 100, y: 50, radius: 5 },
    { key: "b", text: "Hải Phòng", x: 104, y: 54, radius: 5 },
    { key: "c", text: "Hưng Yên", x: 102, y: 52, radius: 5 },
    { key: "far", text: "Outside", x: 500, y: 50, radius: 5 },
  ];
  const names = arranged(wanted, [200, 100], measure);
  assert.equal(names[0].key, "a");
  assert.ok(names.length < 3);
  const forced = arranged([...wanted.slice(0, 2), { ...wanted[2], must: true }], [200, 100], measure);
  assert.ok(forced.some(({ key }) => key === "c"));
  assert.equal(arranged([{ key: "sea", text: "Biển Đông", x: 100, y: 50, radius: 0 }], [200, 100], measure)[0].anchor, "middle");
  const [label] = arranged([{ key: "label", text: "Quần đảo Hoàng Sa (Việt Nam)", x: 100, y: 50, radius: 0 }], [200, 100], measure);
  assert.deepEqual(label.lines, ["Quần đảo Hoàng Sa", "(Việt Nam)"]);
});
