import assert from "node:assert/strict";
import { test } from "node:test";

import { find, fold, namesFor, otherNames } from "../src/fold.js";

const NAMES = ["Hạ Nam", "Hà Nam", "Hà Nam Ninh", "Đà Nẵng", "Đắk Lắk", "Thừa Thiên Huế", "Bà Rịa - Vũng Tàu"];
const named = NAMES.map((name) => namesFor([name]));
const found = (/** @type {string} */ query) => find(named, query).map(({ at }) => NAMES[at]);

test("marks, capitals, đ, composition and signs do not matter", () => {
  assert.equal(fold("ĐẮK LẮK"), "dak lak");
  assert.equal(fold("Huế".normalize("NFD")), "hue");
  assert.equal(fold(" Bà Rịa – Vũng  Tàu "), "ba ria vung tau");
  assert.equal(fold("…"), "");
});

test("names are found however they are typed", () => {
  assert.deepEqual(found("da nang"), ["Đà Nẵng"]);
  assert.deepEqual(found("ĐẮK"), ["Đắk Lắk"]);
  assert.deepEqual(found("Huế".normalize("NFD")), ["Thừa Thiên Huế"]);
  assert.deepEqual(found("tau vung"), ["Bà Rịa - Vũng Tàu"]);
  assert.deepEqual(found("zzz"), []);
  assert.deepEqual(found("  "), []);
});

test("a name spelt as typed comes before one that is only alike, a whole name before a beginning", () => {
  assert.deepEqual(found("Hà Nam"), ["Hà Nam", "Hạ Nam", "Hà Nam Ninh"]);
  assert.deepEqual(found("ha nam").slice(0, 2), ["Hạ Nam", "Hà Nam"]);
});

test("of two that match alike the heavier comes first, and the name that matched is told", () => {
  const two = [namesFor(["Hà Nội", "Hanoi"]), namesFor(["Hà Tĩnh", "Ha Tinh"])];
  assert.deepEqual(find(two, "ha", (at) => at).map(({ at }) => at), [1, 0]);
  assert.equal(find(two, "hanoi")[0].name, "Hanoi");
});

test("other names are those that say something new", () => {
  const all = ["Quảng Ninh", "Quang Ninh", "tỉnh Quảng Ninh", "Quang Ninh province", "tỉnh Quảng Ninh"];
  assert.deepEqual(otherNames("Quảng Ninh", all), ["tỉnh Quảng Ninh", "Quang Ninh province"]);
  assert.deepEqual(otherNames("Quang Ninh", all), ["Quảng Ninh", "tỉnh Quảng Ninh", "Quang Ninh province"]);
});
