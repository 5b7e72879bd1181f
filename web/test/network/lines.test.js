import assert from "node:assert/strict";
import { test } from "node:test";

import { boxOf, presence, readBodies, standing } from "../../src/network/bodies.js";
import { joinLines, readEnds } from "../../src/network/lines.js";

/** @param {[number, number, number?, boolean?][]} ends */
const edgesOf = (ends) =>
  /** @type {any[]} */ (ends.map(([from, to, bend = 0, directed = false]) => ({ from, to, bend, directed })));

/** @param {number} at */
const node = (at) => /** @type {any} */ ({ x: at * 10, y: at, size: 5, kind: 0 });

const never = () => false;
const always = () => true;

/** @param {[number, number, number?, boolean?][]} ends @param {object} [how] @param {number[]} [how.stands]
 * @param {(edge: number) => boolean} [how.visible] @param {(edge: number) => boolean} [how.fanned] */
function join(ends, { stands = [0, 1, 2, 3, 4, 5], visible = always, fanned = never } = {}) {
  const seen = ends.map((_, at) => at).filter(visible);
  const lines = joinLines(readEnds({ edges: edgesOf(ends) }), Int32Array.from(stands), seen, fanned);
  const list = Array.from({ length: lines.count }, (_, at) => ({
    ...{ from: lines.from[at], to: lines.to[at], edge: lines.edge[at], many: lines.many[at], arrows: lines.arrows[at] },
    bend: Math.round(lines.bend[at] * 100) / 100,
    turn: lines.turn[at],
  }));
  return { list, lineOf: [...lines.lineOf] };
}

test("up to three relations of a pair are lines of their own, whichever way they run", () => {
  const { list, lineOf } = join([[0, 1, -0.18], [1, 0, 0], [0, 1, 0.18, true], [1, 2]]);
  assert.deepEqual(lineOf, [0, 1, 2, 3]);
  assert.deepEqual(list.map(({ bend }) => bend), [-0.18, 0, 0.18, 0]);
  assert.deepEqual(list[2], { from: 0, to: 1, edge: 2, many: 1, arrows: 1, bend: 0.18, turn: 0 });
});

test("more are one straight line with the arrows of all", () => {
  const ends = /** @type {[number, number, number, boolean][]} */ ([[0, 1, -0.2, true], [0, 1, -0.1, true], [1, 0, 0.1, true], [0, 1, 0.2, false]]);
  const { list, lineOf } = join(ends);
  assert.deepEqual(lineOf, [0, 0, 0, 0]);
  assert.deepEqual(list, [{ from: 0, to: 1, edge: 0, many: 4, arrows: 3, bend: 0, turn: 0 }]);
});

test("they fan out when one of them is looked at", () => {
  const ends = /** @type {[number, number, number][]} */ ([[0, 1, -0.2], [0, 1, -0.1], [1, 0, 0.1], [0, 1, 0.2], [2, 3, 0], [2, 3, 0], [2, 3, 0], [2, 3, 0]]);
  const { list } = join(ends, { fanned: (edge) => edge === 2 });
  assert.deepEqual(list.map(({ many }) => many), [1, 1, 1, 1, 4]);
  assert.equal(list[2].bend, 0.1);
});

test("what is hidden is not counted", () => {
  const { list, lineOf } = join([[0, 1], [0, 1], [0, 1], [0, 1], [0, 2]], { visible: (edge) => edge !== 1 });
  assert.deepEqual(lineOf, [0, -1, 1, 2, 3]);
  assert.equal(list.length, 4);
});

test("loops at one body are told apart", () => {
  const { list } = join([[3, 3], [3, 3], [3, 3], [3, 3], [0, 1]]);
  assert.deepEqual(list.map(({ turn }) => turn), [0, 1, 2, 3, 0]);
});

test("a closed group stands for its members; lines within it are not drawn", () => {
  const { list, lineOf } = join([[0, 1], [1, 2, 0.1, true], [0, 2, 0, true], [2, 0], [4, 5]], { stands: [6, 6, 2, 3, 4, 5] });
  assert.deepEqual(lineOf, [-1, 0, 0, 0, 1]);
  assert.deepEqual(list[0], { from: 6, to: 2, edge: 1, many: 3, arrows: 1, bend: 0, turn: 0 });
});

test("a single relation of a group is straight or bowed as it was", () => {
  assert.equal(join([[0, 2, 0.1]], { stands: [6, 6, 2] }).list[0].many, 1);
});

test("nothing gives no lines", () => {
  assert.deepEqual(join([]), { list: [], lineOf: [] });
});

test("bodies: groups follow things, weigh what they hold and come first", () => {
  const bodies = readBodies({
    nodes: [0, 1, 2, 3].map(node),
    edges: edgesOf([[0, 1], [0, 2], [3, 3]]),
    groups: [{ label: "g", kind: 0, x: 5, y: 5, size: 20, members: [1, 2] }],
  });
  assert.deepEqual([...bodies.byWeight], [4, 0, 1, 2, 3]);
  assert.deepEqual([...bodies.weight], [2, 1, 1, 1, 2]);
  const closed = standing(bodies, new Set());
  assert.deepEqual([...closed], [0, 4, 4, 3]);
  assert.deepEqual([...presence(bodies, closed, [0, 2, 3])], [1, 0, 0, 1, 1]);
  assert.deepEqual([...standing(bodies, new Set([4]))], [0, 1, 2, 3]);
  assert.deepEqual(boxOf(bodies, [0, 3]), { left: -5, top: -5, right: 35, bottom: 8 });
  assert.equal(boxOf(bodies, []), null);
});
