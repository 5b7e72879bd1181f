import assert from "node:assert/strict";
import { test } from "node:test";

import { along, arrow, bow, distance, follow, loop, turned } from "../../src/network/geometry.js";

/** @param {number} value @param {number} wanted */
const near = (value, wanted) => assert.ok(Math.abs(value - wanted) < 0.5, `${value} is not ${wanted}`);

/** The commands that a pen gets. */
function pen() {
  /** @type {string[]} */
  const said = [];
  return /** @type {any} */ (new Proxy({ said }, { get: (all, name) => (name === "said" ? all.said : () => said.push(String(name))) }));
}

test("a straight line, a bow and a loop are three kinds of stroke", () => {
  const strokes = [bow(0, 0, 5, 100, 0, 5, 0), bow(0, 0, 5, 100, 0, 5, 0.2), loop(0, 0, 10, 16, 0)].map((course) => {
    const drawn = pen();
    follow(drawn, course);
    return drawn.said;
  });
  assert.deepEqual(strokes, [["moveTo", "lineTo"], ["moveTo", "quadraticCurveTo"], ["moveTo", "bezierCurveTo"]]);
});

test("a bow lies to the left of its direction, half of what it is pulled", () => {
  const middle = along(bow(0, 0, 5, 100, 0, 5, 0.2), 0.5);
  near(middle.x, 50);
  near(middle.y, -10);
  near(along(bow(100, 0, 5, 0, 0, 5, 0.2), 0.5).y, 10);
});

test("the distance to a course is that to its nearest point", () => {
  near(distance(bow(0, 0, 0, 100, 0, 0, 0), 50, 7), 7);
  near(distance(bow(0, 0, 0, 100, 0, 0, 0), 130, 0), 30);
  near(distance(bow(0, 0, 0, 100, 0, 0, 0.4), 50, -20), 0);
  near(distance(bow(3, 4, 0, 3, 4, 0, 0), 0, 0), 5);
});

test("an arrow touches the border of its body and points at its middle", () => {
  const [tipX, tipY, ax, ay, bx, by] = arrow(bow(0, 0, 10, 100, 0, 20, 0), 9) ?? [];
  near(tipX, 79);
  near(tipY, 0);
  near((ax + bx) / 2, 70);
  assert.ok(ay > 0 !== by > 0);
});

test("where two bodies nearly touch there is no room for an arrow", () => {
  assert.equal(arrow(bow(0, 0, 10, 35, 0, 20, 0), 9), null);
});

test("a course that is turned ends where it began", () => {
  const course = bow(0, 0, 1, 100, 40, 2, 0.3);
  assert.deepEqual(along(turned(course), 0.25), along(course, 0.75));
  assert.equal(turned(course).endRadius, 1);
});

test("loops at one body grow, and their arrows exist", () => {
  const [first, second] = [0, 1].map((turn) => along(loop(0, 0, 10, 16, turn), 0.5));
  assert.ok(Math.hypot(second.x, second.y) > Math.hypot(first.x, first.y));
  assert.equal(arrow(loop(0, 0, 10, 16, 0), 9)?.length, 6);
});
