import assert from "node:assert/strict";
import { test } from "node:test";

import { blocks, broken, placeNames, touch } from "../../src/network/names.js";

test("a name breaks between words into rows of much the same length", () => {
  assert.deepEqual(broken("Quảng Ninh"), ["Quảng Ninh"]);
  assert.deepEqual(broken("Liên hiệp các tổ chức hữu nghị"), ["Liên hiệp các tổ", "chức hữu nghị"]);
  assert.ok(broken("Hội nghị Ngoại vụ toàn quốc lần thứ 20 tại Hà Nội với chủ đề đối ngoại địa phương").at(-1)?.endsWith("…"));
  assert.deepEqual(broken("Llanfairpwllgwyngyllgogerychwyrndrobwll"), ["Llanfairpwllgwyngyllgogerychwyrndrobwll"]);
});

test("a block is measured once", () => {
  let asked = 0;
  const block = blocks((row) => ((asked += 1), row.length * 7));
  assert.deepEqual(block("Hà Nội"), { rows: ["Hà Nội"], width: 52, height: 16 });
  block("Hà Nội");
  assert.equal(asked, 1);
});

const frame = { x: -500, y: -500, width: 30_000, height: 3000 };
const block = blocks((row) => row.length * 7);
/** @param {number} at @param {number} x @param {number} y @param {boolean} [must] */
const disc = (at, x, y, must = false) => ({ at, x, y, radius: 8, must });

test("names lie below where they can, and never over each other", () => {
  const discs = Array.from({ length: 60 }, (_, at) => disc(at, (at % 10) * 55, Math.floor(at / 10) * 40));
  const covers = () => false;
  const written = placeNames(discs, { block: (at) => block(`Tên số ${at}`), covers, crowded: true, frame });
  assert.ok(written.length > 20 && written[0].at === 0 && written[0].y === 11);
  written.forEach((one, at) => written.slice(at + 1).forEach((other) => assert.ok(!touch(one, other))));
});

test("what is selected is named in any case", () => {
  const discs = [disc(0, 50, 50, true), disc(1, 52, 52), disc(2, 54, 50)];
  const written = placeNames(discs, { block: () => block("Một cái tên dài"), covers: () => true, crowded: false, frame });
  assert.deepEqual(written.map(({ at }) => at), [0]);
});

test("in a crowd the foremost names may cover lesser bodies", () => {
  const discs = Array.from({ length: 100 }, (_, at) => disc(at, at * 200, 0));
  const covers = (/** @type {any} */ _place, /** @type {number} */ _at, /** @type {boolean} */ lesser) => lesser;
  assert.equal(placeNames(discs, { block: () => block("A"), covers, crowded: true, frame }).length, 24);
  assert.equal(placeNames(discs, { block: () => block("A"), covers, crowded: false, frame }).length, 0);
});

test("what is written already keeps its place", () => {
  const taken = [{ x: 0, y: 0, width: 300, height: 300 }];
  const written = placeNames([disc(0, 150, 150)], { block: () => block("A"), covers: () => false, crowded: false, frame, taken });
  assert.equal(written.length, 0);
});

test("a name is whole, or not there; what is selected is named in any case", () => {
  const small = { x: 0, y: 0, width: 95, height: 100 };
  const by = { block: () => block("Một cái tên"), covers: () => false, crowded: false, frame: small };
  const [inside] = placeNames([disc(0, 47, 90)], by);
  assert.ok(inside.y + inside.height < 90);
  assert.equal(placeNames([disc(0, 2, 50)], by).length, 0);
  assert.equal(placeNames([disc(0, 2, 50, true)], by).length, 1);
  const [right] = placeNames([disc(0, 2, 50, true)], { ...by, frame: { ...small, width: 400 } });
  assert.ok(right.x > 2);
});
