/* Tables as CSV that a spreadsheet opens by a double click, and that makes it compute nothing. */

const MARK = "\ufeff"; // tells Excel that the file is UTF-8
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?$/;

/**
 * Rows of texts and numbers as CSV for Excel in that language: where people write 60,28 the comma is taken, so cells
 * stand apart by semicolons and numbers have their comma.
 * @param {(string | number | null)[][]} rows
 * @param {import("../types").Language} language
 */
export function csv(rows, language) {
  const apart = language === "vi" ? ";" : ",";
  const cell = (/** @type {string | number | null} */ value) => {
    if (typeof value === "number") return language === "vi" ? String(value).replace(".", ",") : String(value);
    const text = inert(value ?? "");
    return /[";,\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const line = (/** @type {(string | number | null)[]} */ row) => row.map(cell).join(apart);
  return `${MARK}${rows.map(line).join("\r\n")}\r\n`;
}

/** The text with an apostrophe in front where a spreadsheet would run it. @param {string} text */
export const inert = (text) => (FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text);
