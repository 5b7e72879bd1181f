import assert from "node:assert/strict";
import { test } from "node:test";

import { chosen, counts, keyed, moveEnd, period, slide, yearsOf } from "../../src/timeline/brush.js";
import { day, extent, iso, precision, ticks, within, yearOf } from "../../src/timeline/dates.js";
import { DOT, lanes } from "../../src/timeline/lanes.js";

const dated = (/** @type {string | null} */ start, /** @type {string | null} */ end) => ({ start, end });

test("days and ISO dates are the same thing, also long ago", () => {
  for (const date of ["1970-01-01", "2019-06-18", "1945-09-02", "1010-07-01", "0098-01-01", "2024-02-29"]) {
    assert.equal(iso(day(date)), date);
  }
  assert.equal(day("1970-01-02"), 1);
  assert.equal(yearOf(day("2019-12-31")), 2019);
});

test("precision is told from the bounds", () => {
  assert.equal(precision(dated("2019-06-18", "2019-06-18")), "day");
  assert.equal(precision(dated("2019-02-01", "2019-02-28")), "month");
  assert.equal(precision(dated("2020-12-01", "2020-12-31")), "month");
  assert.equal(precision(dated("2019-01-01", "2019-12-31")), "year");
  assert.equal(precision(dated("2016-01-01", "2020-12-31")), "span");
  assert.equal(precision(dated("2019-01-05", "2019-01-09")), "span");
  assert.equal(precision(dated("2019-01-01", null)), "open");
});

test("the axis covers whole years; open ends do not stretch it", () => {
  assert.deepEqual(extent([dated("2003-05-02", null), dated(null, "2019-06-18")]), [day("2003-01-01"), day("2020-01-01")]);
  assert.equal(extent([dated(null, null)]), null);
});

test("marks are as many as there is room for", () => {
  const years = ticks([day("1990-01-01"), day("2027-01-01")], 800);
  assert.ok(years.length >= 8 && years.length <= 14, String(years.length));
  assert.ok(years.every(({ at, year }) => at === day(`${year}-01-01`)));
  const months = ticks([day("2024-01-01"), day("2025-01-01")], 900);
  assert.deepEqual(months.slice(0, 2).map(({ month }) => month), [null, 1]);
  assert.equal(months.length, 13);
  assert.equal(ticks([day("1000-01-01"), day("2030-01-01")], 300).length, 3);
});

test("a period takes what touches it", () => {
  assert.ok(within(dated("2019-01-01", "2019-12-31"), ["2019-06-01", null]));
  assert.ok(!within(dated("2019-01-01", "2019-12-31"), ["2020-01-01", null]));
  assert.ok(within(dated("2010-01-01", null), ["2015-01-01", "2016-12-31"]));
  assert.ok(!within(dated("2010-01-01", null), [null, "2009-12-31"]));
  assert.ok(within(dated(null, null), ["2015-01-01", "2016-12-31"]));
});

const all = { first: 2000, last: 2026 };

test("a brush is a period of whole years; what is not drawn in stays open", () => {
  assert.deepEqual(yearsOf([day("2000-01-01"), day("2027-01-01")]), all);
  assert.deepEqual(chosen(null, all), all);
  assert.equal(period(all, all), null);
  assert.deepEqual(period({ first: 2015, last: 2026 }, all), ["2015-01-01", null]);
  assert.deepEqual(period({ first: 2000, last: 2003 }, all), [null, "2003-12-31"]);
  assert.deepEqual(chosen(["2015-01-01", "2020-12-31"], all), { first: 2015, last: 2020 });
  assert.deepEqual(chosen(["1890-01-01", "2090-12-31"], all), all);
  assert.deepEqual(chosen(["2090-01-01", null], all), { first: 2026, last: 2026 });
});

test("the ends of a brush never cross, and it slides as a whole", () => {
  const years = { first: 2010, last: 2015 };
  assert.deepEqual(moveEnd(years, "first", 2020, all), { first: 2015, last: 2015 });
  assert.deepEqual(moveEnd(years, "last", 1900, all), { first: 2010, last: 2010 });
  assert.deepEqual(slide(years, 100, all), { first: 2021, last: 2026 });
  assert.deepEqual(slide(years, -100, all), { first: 2000, last: 2005 });
});

test("keys move an end by a year or five, or all the way", () => {
  assert.equal(keyed("ArrowRight", 2010, all), 2011);
  assert.equal(keyed("PageDown", 2002, all), 2000);
  assert.equal(keyed("Home", 2010, all), 2000);
  assert.equal(keyed("End", 2010, all), 2026);
  assert.equal(keyed("a", 2010, all), null);
});

test("the histogram counts each once, where it begins", () => {
  const bins = counts([dated("2000-05-05", "2010-01-01"), dated(null, "2026-01-01"), dated(null, null)], all);
  assert.equal(bins.length, 27);
  assert.deepEqual([bins[0], bins[26], bins.reduce((a, b) => a + b)], [1, 1, 2]);
});

/** @returns {import("../../src/types.js").Moment} */
const moment = (/** @type {string} */ kind, /** @type {string | null} */ start, /** @type {string | null} */ end) => ({
  id: "", name: "", kind, start, end, text: "", notes: [],
});
const decade = /** @type {[number, number]} */ ([day("2010-01-01"), day("2020-01-01")]);

test("one lane a kind; what would lie over another takes the next row", () => {
  const moments = [
    moment("visit", "2012-01-01", "2012-12-31"),
    moment("agreement", "2012-05-05", "2012-05-05"),
    moment("visit", "2012-06-01", "2012-06-01"),
    moment("visit", "2018-06-01", "2018-06-01"),
    moment("visit", "2030-06-01", "2030-06-01"),
  ];
  const [visits, agreements] = lanes(moments, moments, decade, 1000, () => 0);
  assert.deepEqual([visits.kind, visits.rows, agreements.kind, agreements.rows], ["visit", 2, "agreement", 1]);
  assert.deepEqual(visits.items.map(({ moment: one, row }) => [moments.indexOf(one), row]), [[0, 0], [2, 1], [3, 0]]);
  assert.ok(Math.abs(visits.items[0].width - 100) < 1);
  assert.equal(visits.items[1].width, DOT);
});

test("open ends fade out of the picture", () => {
  const moments = [moment("a", "2015-01-01", null), moment("a", null, "2012-12-31"), moment("a", "2005-01-01", "2030-01-01")];
  const { items } = lanes(moments, moments, decade, 1000, () => 0)[0];
  const fades = new Map(items.map((item) => [moments.indexOf(item.moment), item.fades]));
  assert.deepEqual([fades.get(0), fades.get(1), fades.get(2)], [[false, true], [true, false], [true, true]]);
});

test("a name takes room in its row, to the left where there is none to the right", () => {
  const moments = [moment("a", "2011-01-01", "2011-01-01"), moment("a", "2011-06-01", "2011-06-01"), moment("a", "2019-12-01", "2019-12-01")];
  const named = lanes(moments, moments, decade, 1000, () => 100)[0];
  assert.equal(named.rows, 2);
  assert.deepEqual(named.items.map((item) => item.named), ["right", "right", "left"]);
  assert.deepEqual(lanes(moments, moments, decade, 100, () => 100)[0].items.map((item) => item.named), [null, null, null]);
});
