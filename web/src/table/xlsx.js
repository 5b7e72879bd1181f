/* Tables as a workbook. Every text is an inline string: no program takes one for a formula, a date or a number. */

import { zip } from "./zip.js";

/** @typedef {(string | number | null)[][]} Rows the first is the heading */
/** @typedef {{name: string, rows: Rows}} Sheet */

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const LONGEST = 32_767; // characters in a cell
const WIDEST = 60;

/** @param {Sheet[]} sheets */
export function xlsx(sheets) {
  const each = (/** @type {(sheet: Sheet, n: number) => string} */ write) => sheets.map((sheet, at) => write(sheet, at + 1));
  const override = (/** @type {string} */ part, /** @type {string} */ kind) =>
    xml("Override", { PartName: `/xl/${part}.xml`, ContentType: `${KIND}.${kind}+xml` });
  const link = (/** @type {number} */ n, /** @type {string} */ kind, /** @type {string} */ target) =>
    xml("Relationship", { Id: `rId${n}`, Type: `${OFFICE}/${kind}`, Target: target });
  /** @type {Record<string, string>} */
  const files = {
    "[Content_Types].xml": whole("Types", `${PACKAGE}/content-types`,
      xml("Default", { Extension: "rels", ContentType: "application/vnd.openxmlformats-package.relationships+xml" }),
      xml("Default", { Extension: "xml", ContentType: "application/xml" }),
      override("workbook", "sheet.main"), override("styles", "styles"),
      ...each((_, n) => override(`worksheets/sheet${n}`, "worksheet"))),
    "_rels/.rels": whole("Relationships", `${PACKAGE}/relationships`, link(1, "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": whole("workbook", MAIN, xml("sheets", {},
      ...each(({ name }, n) => xml("sheet", { name: title(name), sheetId: n, "r:id": `rId${n}`, "xmlns:r": OFFICE })))),
    "xl/_rels/workbook.xml.rels": whole("Relationships", `${PACKAGE}/relationships`,
      ...each((_, n) => link(n, "worksheet", `worksheets/sheet${n}.xml`)), link(sheets.length + 1, "styles", "styles.xml")),
    "xl/styles.xml": styles(),
  };
  sheets.forEach(({ rows }, at) => (files[`xl/worksheets/sheet${at + 1}.xml`] = sheet(rows)));
  return zip(files);
}

/** Two looks: a plain cell, and one of the heading. */
function styles() {
  const fill = (/** @type {string} */ pattern) => xml("fill", {}, xml("patternFill", { patternType: pattern }));
  return whole("styleSheet", MAIN,
    xml("fonts", { count: 2 }, xml("font"), xml("font", {}, xml("b"))),
    xml("fills", { count: 2 }, fill("none"), fill("gray125")),
    xml("borders", { count: 1 }, xml("border")),
    xml("cellStyleXfs", { count: 1 }, xml("xf")),
    xml("cellXfs", { count: 2 }, xml("xf", { xfId: 0 }), xml("xf", { xfId: 0, fontId: 1, applyFont: 1 })),
    xml("cellStyles", { count: 1 }, xml("cellStyle", { name: "Normal", xfId: 0, builtinId: 0 })));
}

/** The heading stays in sight, and each column can be filtered. @param {Rows} rows */
function sheet(rows) {
  const widths = (rows[0] ?? []).map((_, at) => Math.min(WIDEST, rows.reduce((most, row) => Math.max(most, String(row[at] ?? "").length + 2), 8)));
  const pane = xml("pane", { ySplit: 1, topLeftCell: "A2", activePane: "bottomLeft", state: "frozen" });
  const columns = widths.map((width, at) => xml("col", { min: at + 1, max: at + 1, width, customWidth: 1 }));
  const body = rows.map((row, y) => xml("row", { r: y + 1 }, ...row.map((value, x) => cell(value, letters(x) + (y + 1), y === 0))));
  const filtered = rows.length > 1 && widths.length > 0;
  return whole("worksheet", MAIN,
    xml("sheetViews", {}, xml("sheetView", { workbookViewId: 0 }, pane)),
    columns.length ? xml("cols", {}, ...columns) : "",
    xml("sheetData", {}, ...body),
    filtered ? xml("autoFilter", { ref: `A1:${letters(widths.length - 1)}${rows.length}` }) : "");
}

/** @param {string | number | null} value @param {string} place @param {boolean} heading */
function cell(value, place, heading) {
  if (value === null || value === "") return "";
  if (typeof value === "number") return xml("c", { r: place }, xml("v", {}, String(value)));
  const written = xml("t", { "xml:space": "preserve" }, escaped(value.slice(0, LONGEST)));
  return xml("c", { r: place, ...(heading ? { s: 1 } : {}), t: "inlineStr" }, xml("is", {}, written));
}

/** The letters of a column, counted from 0. @param {number} column @returns {string} */
export const letters = (column) => (column < 26 ? "" : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

/** A name that a sheet may have. @param {string} name */
const title = (name) => name.replace(/[\\/?*:[\]]/g, " ").slice(0, 31) || "1";

/** An element whose children are XML already. @param {string} name
 * @param {Record<string, string | number>} attributes @param {...string} children */
function xml(name, attributes = {}, ...children) {
  const told = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`).join("");
  return children.length ? `<${name}${told}>${children.join("")}</${name}>` : `<${name}${told}/>`;
}

/** @param {string} name @param {string} xmlns @param {...string} children */
const whole = (name, xmlns, ...children) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml(name, { xmlns }, ...children)}`;

/** @type {Record<string, string>} */
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text for XML, without the characters that XML cannot hold. @param {string} text */
function escaped(text) {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "").replace(/[&<>"]/g, (sign) => ENTITIES[sign]);
}
