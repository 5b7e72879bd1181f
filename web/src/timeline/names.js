/* Names on the timeline, not longer than there is room. */

import { element } from "../dom.js";
import { state } from "../state.js";

const LONGEST = 46; // characters

/** @type {CanvasRenderingContext2D | null} */
let pen = null;
/** @type {Map<string, {text: string, width: number}>} */
const known = new Map();

/** A name cut between words, and its width in pixels. @param {string} name */
export function shortened(name) {
  let found = known.get(name);
  if (!found) {
    const cut = name.length > LONGEST ? `${name.slice(0, LONGEST).replace(/\s+\S*$/, "")}…` : name;
    pen ??= element("canvas").getContext("2d");
    if (pen) pen.font = '12px system-ui, "Segoe UI", "Noto Sans", "Be Vietnam Pro", Roboto, Arial, sans-serif';
    found = { text: cut, width: pen ? pen.measureText(cut).width : cut.length * 7 };
    known.set(name, found);
  }
  return found;
}

const SHORT = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** @param {number} month from 0 @param {number} year */
export const monthName = (month, year) => (state.language === "vi" ? `${month + 1}/${year}` : `${SHORT[month]} ${year}`);
