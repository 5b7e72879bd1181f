/* Words in the reader's language. */

/** @import { Language, Words } from "./types.js" */

import { element } from "./dom.js";
import { texts } from "./payload.js";
import { state } from "./state.js";

/** @type {readonly Language[]} */
export const LANGUAGES = ["vi", "en"];

/**
 * The wording for this reader, and the language it is in ("" where it needs none).
 * @param {Words} words
 * @returns {{ text: string, lang: Language | "" }}
 */
export function wording(words) {
  if (typeof words === "string") return { text: words, lang: "" };
  for (const lang of [state.language, ...LANGUAGES]) {
    const text = words[lang];
    if (text) return { text, lang };
  }
  return { text: "", lang: "" };
}

/** @param {Words} words */
export const say = (words) => wording(words).text;

/**
 * One of the page's own texts, `{name}` filled in.
 * @param {string} key
 * @param {Record<string, unknown>} values
 */
export function text(key, values = {}) {
  const written = texts[key]?.[state.language] ?? key;
  return written.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/**
 * Words as an element that says its language where it is not the page's: speech software then reads it right.
 * @param {Words} words
 * @param {string} tag
 * @param {Record<string, unknown>} attributes
 */
export function spoken(words, tag = "span", attributes = {}) {
  const { text: content, lang } = wording(words);
  return element(tag, { ...attributes, lang: lang && lang !== state.language ? lang : null }, content);
}

/** @param {number} value */
export const sayNumber = (value) =>
  new Intl.NumberFormat(state.language === "vi" ? "vi-VN" : "en-GB", {
    maximumFractionDigits: 6,
    useGrouping: Math.abs(value) >= 10_000,
  }).format(value);

const MONTHS = "January February March April May June July August September October November December".split(" ");

/**
 * `2019`, `2019-06` or `2019-06-18` as readers write it; anything else as it is.
 * @param {string} date
 */
export function sayDate(date) {
  const match = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(date);
  if (!match || !MONTHS[Number(match[2]) - 1]) return date;
  const [year, month, day] = match.slice(1).map(Number);
  if (state.language === "vi") return [...(day ? [day] : []), month, year].join("/");
  return [...(day ? [day] : []), MONTHS[month - 1], year].join(" ");
}

/** Compares names as the reader's language orders them. */
export const inOrder = () => new Intl.Collator(state.language).compare;
