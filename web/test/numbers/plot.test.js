import assert from "node:assert/strict";
import { test } from "node:test";

import { cards, plot, round } from "../../src/numbers/plot.js";

/** @returns {import("../../src/types.js").Figure} */
const figure = (/** @type {number} */ series, /** @type {number} */ value, /** @type {string | null} */ start, end = start, about = "Quảng Ninh") => ({
  ...{ id: "", series, about, start, end, text: "", value, said: String(value), hedged: false, contested: false, notes: [] },
});

test("an indicator with figures of several times gets an axis, others a list", () => {
  const figures = [figure(0, 5, "2019-12-31"), figure(1, 1, "2018-12-31"), figure(1, 2, "2019-12-31"), figure(1, 9, null), figure(2, 3, null)];
  const [first, second, third] = cards(figures);
  assert.deepEqual([first.series, first.timed.length, first.listed.length], [1, 2, 1]);
  assert.deepEqual([second.series, second.timed.length, second.listed.length], [0, 0, 1]);
  assert.deepEqual([third.series, third.listed.length], [2, 1]);
});

test("values of one time that sources dispute stay side by side in the list", () => {
  const [{ timed, listed }] = cards([figure(0, 5, "2019-12-31"), figure(0, 6, "2019-12-31")]);
  assert.deepEqual([timed.length, listed.length], [0, 2]);
});

test("the axis ends at a round number", () => {
  assert.deepEqual([7, 53, 105, 8e9, 0.31, 1, 0, 9.6].map(round), [8, 60, 150, 8e9, 0.4, 1, 1, 10]);
});

test("marks stand at their time and value; bars last as long as their period", () => {
  const { marks, steps, levels, range } = plot([figure(0, 10, "2019-12-31"), figure(0, 20, "2021-12-31"), { ...figure(0, 15, "2016-01-01", "2020-12-31"), flow: true }], 600, 100);
  assert.ok(range[1] > range[0]);
  const [bar, early, late] = marks;
  assert.ok(bar.flow && Math.abs(bar.to - bar.from - 500) < 2);
  assert.ok(early.x < late.x && early.y > late.y);
  assert.equal(late.y, 0);
  assert.deepEqual(levels.map(({ value }) => value), [0, 10, 20]);
  // The stock holds until the next is told.
  assert.deepEqual(steps, [[[early.x, early.y], [late.x, early.y], [late.x, late.y]]]);
});

test("figures about different things are not joined, nor those that last without end lost", () => {
  const { steps, marks } = plot([figure(0, 1, "2018-12-31", "2018-12-31", "A"), figure(0, 2, "2019-12-31", "2019-12-31", "B"), figure(0, 3, "2019-01-01", null)], 600, 100);
  assert.deepEqual(steps, []);
  assert.ok(marks.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y)));
});
