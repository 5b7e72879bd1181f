import assert from "node:assert/strict";
import { test } from "node:test";

import { csv, inert } from "../../src/table/csv.js";
import { arranged, pages } from "../../src/table/rows.js";
import { letters, xlsx } from "../../src/table/xlsx.js";
import { crc32, zip } from "../../src/table/zip.js";

const row = (/** @type {string[]} */ ...texts) => ({ cells: texts.map((text) => ({ text })) });
const firsts = (/** @type {{cells: {text: string}[]}[]} */ rows) => rows.map(({ cells }) => cells[0].text);

const provinces = [row("Đắk Lắk", "Tây Nguyên"), row("An Giang", ""), row("Quảng Ninh", "Bắc Bộ"), row("Đà Nẵng", "Trung Bộ")];

test("every column has what is wanted of it, typed in any way", () => {
  assert.deepEqual(firsts(arranged(provinces, ["dak lak", ""], null, "vi")), ["Đắk Lắk"]);
  assert.deepEqual(firsts(arranged(provinces, ["", "BO"], null, "vi")), ["Quảng Ninh", "Đà Nẵng"]);
  assert.deepEqual(firsts(arranged(provinces, ["quang", "trung"], null, "vi")), []);
});

test("names sort as the language orders them; empty cells come last either way", () => {
  assert.deepEqual(firsts(arranged(provinces, ["", ""], { column: 0, down: false }, "vi")), ["An Giang", "Đà Nẵng", "Đắk Lắk", "Quảng Ninh"]);
  assert.equal(firsts(arranged(provinces, ["", ""], { column: 1, down: false }, "vi")).at(-1), "An Giang");
  assert.equal(firsts(arranged(provinces, ["", ""], { column: 1, down: true }, "vi")).at(-1), "An Giang");
});

test("numbers sort as numbers, and rows that are equal stay as they came", () => {
  const rows = [10, 9, 9, 100].map((value, at) => ({ cells: [{ text: `${value} (${at})`, value }] }));
  assert.deepEqual(firsts(arranged(rows, [""], { column: 0, down: false }, "vi")), ["9 (1)", "9 (2)", "10 (0)", "100 (3)"]);
  assert.deepEqual(firsts(arranged(rows, [""], { column: 0, down: true }, "vi")), ["100 (3)", "10 (0)", "9 (1)", "9 (2)"]);
});

test("thousands of rows are searched and sorted in no time", () => {
  const many = Array.from({ length: 5000 }, (_, at) => row(`Biên bản ghi nhớ số ${(at * 7919) % 5000}`, "Thoả thuận"));
  const start = performance.now();
  assert.equal(arranged(many, ["so 499", ""], { column: 0, down: true }, "vi").length, 15);
  assert.ok(performance.now() - start < 500);
  assert.deepEqual([pages(0), pages(100), pages(101)], [1, 1, 2]);
});

test("a file for a Vietnamese Excel has semicolons and decimal commas, for an English one the reverse", () => {
  assert.equal(csv([["Tên", "a;b"], ["x", 60.28]], "vi"), '\ufeffTên;"a;b"\r\nx;60,28\r\n');
  assert.equal(csv([["Name", 'say "a, b"'], [null, 60.28]], "en"), '\ufeffName,"say ""a, b"""\r\n,60.28\r\n');
});

test("no cell becomes a formula", () => {
  for (const evil of ["=1+1", "@SUM(A1)", "+84 24", "-2+3", "\t=1", "＝1", "=HYPERLINK(\"http://x\")"]) {
    assert.equal(inert(evil), `'${evil}`);
  }
  for (const plain of ["-5", "+12,5", "1.5e3", "Quảng Ninh", "a=b", ""]) assert.equal(inert(plain), plain);
});

/** The files of an archive that is not compressed. */
function unzipped(/** @type {Uint8Array<ArrayBuffer>} */ bytes) {
  const view = new DataView(bytes.buffer);
  /** @type {Record<string, string>} */
  const files = {};
  for (let at = 0; view.getUint32(at, true) === 0x04034b50; ) {
    const [sum, size, name] = [view.getUint32(at + 14, true), view.getUint32(at + 22, true), view.getUint16(at + 26, true)];
    const body = bytes.subarray(at + 30 + name, at + 30 + name + size);
    assert.equal(crc32(body), sum);
    files[new TextDecoder().decode(bytes.subarray(at + 30, at + 30 + name))] = new TextDecoder().decode(body);
    at += 30 + name + size;
  }
  return files;
}

test("an archive can be read back, and is the same each time", () => {
  const files = { "a.txt": "Đắk Lắk", "b/c.txt": "" };
  assert.deepEqual(unzipped(zip(files)), files);
  assert.deepEqual(zip(files), zip(files));
  assert.equal(crc32(new TextEncoder().encode("123456789")), 0xcbf43926);
});

test("a workbook holds texts as texts and numbers as numbers", () => {
  const files = unzipped(xlsx([{ name: "Các mục: [1]", rows: [["Tên", "Số"], ["=1+1 <b>&\u0001", 60.28], [null, 5]] }]));
  assert.match(files["xl/workbook.xml"], /<sheet name="Các mục {3}1 " sheetId="1" r:id="rId1"/);
  const sheet = files["xl/worksheets/sheet1.xml"];
  assert.match(sheet, /<c r="A2" t="inlineStr"><is><t xml:space="preserve">=1\+1 &lt;b&gt;&amp;<\/t><\/is><\/c><c r="B2"><v>60.28<\/v><\/c>/);
  assert.doesNotMatch(sheet, /<f>/);
  assert.deepEqual([letters(0), letters(25), letters(26), letters(701), letters(702)], ["A", "Z", "AA", "ZZ", "AAA"]);
});
