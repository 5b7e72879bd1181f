/* Tables as files for a spreadsheet. */

/** @import { Sheet } from "./xlsx.js" */

import { download } from "../dom.js";
import { fold } from "../fold.js";
import { scene } from "../payload.js";
import { state } from "../state.js";
import { say } from "../words.js";
import { csv } from "./csv.js";
import { xlsx } from "./xlsx.js";

/** @param {string} name */
const fileName = (name) => `${fold(say(scene.title))} ${fold(name)}`.trim().replaceAll(" ", "-").slice(0, 80);

/** @param {Sheet} sheet */
export const saveCsv = ({ name, rows }) => download(`${fileName(name)}.csv`, csv(rows, state.language), "text/csv;charset=utf-8");

/** @param {string} name @param {Sheet[]} sheets */
export function saveXlsx(name, sheets) {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  download(`${fileName(name)}.xlsx`, new Blob([xlsx(sheets)], { type }), type);
}
