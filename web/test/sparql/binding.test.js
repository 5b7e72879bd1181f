import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";

import { bind, fits, slotsOf } from "../../src/sparql/binding.js";

const { Store } = createRequire(import.meta.url)("oxigraph");
const XSD = "http://www.w3.org/2001/XMLSchema#";

test("terms take the place of UNDEF; a parameter without any stays open", () => {
  const text = "VALUES $place { UNDEF } values ?year {undef} VALUES $x { UNDEF }";
  const bound = bind(text, { place: [{ iri: "http://a/b" }, { iri: "http://a/c" }], year: [{ value: "2019", datatype: `${XSD}gYear` }], x: [] });
  assert.equal(bound, `VALUES $place { <http://a/b> <http://a/c> } VALUES $year { "2019"^^<${XSD}gYear> } VALUES $x { UNDEF }`);
  assert.deepEqual(slotsOf(text), new Set(["place", "year", "x"]));
  assert.deepEqual(slotsOf(bound), new Set(["x"]));
});

test("names of objects are no parameters", () => {
  assert.equal(bind("VALUES $constructor { UNDEF }", {}), "VALUES $constructor { UNDEF }");
});

const ATTACKS = [
  ...['"} DROP ALL {', "a\\", '\\"', "line\nline\r\t", "'''", '"""', "$x { UNDEF }", "VALUES $y { UNDEF }", "$& $1 $$", "é ẵ 𝔸"],
  ...["\u0000", "\b\f", "}#", "<http://x>"],
];
for (const attack of ATTACKS) {
  test(`a text cannot change its query: ${JSON.stringify(attack)}`, () => {
    const query = bind("SELECT ?x ?y WHERE { VALUES $x { UNDEF } VALUES $y { UNDEF } }", { x: [{ value: attack }] });
    const rows = new Store().query(query);
    assert.equal(rows.length, 1);
    assert.equal(rows[0].get("x").value, attack);
    assert.equal(rows[0].get("y"), undefined);
  });
  test(`nor can an id: ${JSON.stringify(attack)}`, () => {
    const query = bind("SELECT ?x ?y WHERE { VALUES $x { UNDEF } VALUES $y { UNDEF } }", { x: [{ iri: `http://a/${attack}` }] });
    const rows = new Store().query(query);
    assert.equal(rows.length, 1);
    assert.equal(rows[0].get("x").termType, "NamedNode");
  });
}

test("values must look like their datatype", () => {
  const fitting = { integer: ["12", "-3"], decimal: ["60.28", ".5"], gYear: ["2019"], gYearMonth: ["2019-06"], date: ["2019-06-18"], string: ["x"] };
  const unfit = { integer: ["1.5", ""], decimal: ["60,28"], gYear: ["19"], gYearMonth: ["2019-13"], date: ["18/6/2019"], boolean: ["yes"] };
  for (const [name, values] of Object.entries(fitting)) for (const value of values) assert.ok(fits(value, XSD + name), `${name} ${value}`);
  for (const [name, values] of Object.entries(unfit)) for (const value of values) assert.ok(!fits(value, XSD + name), `${name} ${value}`);
});
