import assert from "node:assert/strict";
import { test } from "node:test";

import { between, fitted, inView, pushed, toFrame, toPicture, zoomed } from "../../src/network/camera.js";

const camera = { x: 100, y: -50, scale: 2, width: 800, height: 600 };

test("a pixel and its point of the picture belong together", () => {
  assert.deepEqual(toFrame(camera, 100, -50), { x: 400, y: 300 });
  const { x, y } = toPicture(camera, 30, 70);
  assert.deepEqual(toFrame(camera, x, y), { x: 30, y: 70 });
});

test("zooming holds the pixel under the pointer, and ends at a limit", () => {
  const held = toPicture(camera, 650, 20);
  const after = toFrame(zoomed(camera, 1.7, 650, 20), held.x, held.y);
  assert.ok(Math.abs(after.x - 650) < 1e-6 && Math.abs(after.y - 20) < 1e-6);
  assert.equal(zoomed(camera, 1e9).scale, 6);
  assert.equal(zoomed(camera, 1e-9).scale, 0.01);
});

test("a push moves the picture by as many pixels", () => {
  const { x, y } = toFrame(pushed(camera, 30, -12), 0, 0);
  const before = toFrame(camera, 0, 0);
  assert.deepEqual([x - before.x, y - before.y], [30, -12]);
});

test("a box that is fitted lies in the frame with its margin", () => {
  const box = { left: -500, top: -100, right: 900, bottom: 300 };
  const view = inView(fitted(camera, box, { margin: 40 }), -39);
  assert.ok(view.left <= box.left && view.right >= box.right && view.top <= box.top && view.bottom >= box.bottom);
  assert.equal(fitted(camera, { left: 0, top: 0, right: 0, bottom: 0 }, { closest: 1.3 }).scale, 1.3);
  assert.ok(fitted({ ...camera, width: 60, height: 60 }, box).scale > 0);
});

test("between two cameras the way begins and ends at them", () => {
  const to = { ...camera, x: 5, y: 6, scale: 0.5 };
  assert.deepEqual(between(camera, to, 0), camera);
  assert.deepEqual(between(camera, to, 1), to);
  assert.equal(between(camera, to, 0.5).scale, 1); // even steps of nearness
});
