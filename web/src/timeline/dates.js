/* Dates as numbers on an axis: days since 1970, in UTC, so that no clock of the reader shifts them. */

/** @typedef {{start: string | null, end: string | null, text?: import("../types").Words}} Dated */
/** @typedef {"day" | "month" | "year" | "span" | "open"} Precision */

const DAY = 86_400_000;

/** The day number of an ISO date. @param {string} iso */
export function day(iso) {
  const [year, month, date] = iso.split("-").map(Number);
  return daysTo(year, month - 1, date);
}

/** @param {number} year @param {number} [month] from 0 @param {number} [date] */
export function daysTo(year, month = 0, date = 1) {
  const when = new Date(0);
  when.setUTCFullYear(year, month, date); // Date.UTC takes the years 0 to 99 for 1900 to 1999
  return Math.round(when.getTime() / DAY);
}

/** The ISO date of a day number. @param {number} number */
export const iso = (number) => new Date(Math.floor(number) * DAY).toISOString().slice(0, 10);

/** The year in which a day lies. @param {number} number */
export const yearOf = (number) => new Date(Math.floor(number) * DAY).getUTCFullYear();

/** How exactly something is dated, or that it lasts. @param {Dated} dated @returns {Precision} */
export function precision({ start, end }) {
  if (start === null || end === null) return "open";
  if (start === end) return "day";
  if (start.endsWith("-01-01") && end === `${start.slice(0, 4)}-12-31`) return "year";
  const next = new Date(day(end) * DAY + DAY).toISOString().slice(0, 10);
  const month = start.endsWith("-01") && next.endsWith("-01") && start.slice(0, 7) === end.slice(0, 7);
  return month ? "month" : "span";
}

/**
 * The whole years that the dates cover, as the first day of the first and of the year after the last; null for none.
 * @param {Iterable<Dated>} many
 * @returns {[number, number] | null}
 */
export function extent(many) {
  let [first, last] = [Infinity, -Infinity];
  for (const { start, end } of many) {
    for (const date of [start, end]) {
      if (date === null) continue;
      first = Math.min(first, day(date));
      last = Math.max(last, day(date));
    }
  }
  return first > last ? null : [daysTo(yearOf(first)), daysTo(yearOf(last) + 1)];
}

/**
 * Round dates between two days at which a scale of that width has room for marks, about `apart` pixels from each other.
 * @param {[number, number]} window
 * @param {number} width
 * @param {number} [apart]
 * @returns {{at: number, year: number, month: number | null}[]}
 */
export function ticks([from, to], width, apart = 64) {
  const months = ((to - from) / 30.44 / width) * apart;
  const step = [1, 3, 6].find((size) => size >= months);
  const marks = [];
  if (step) {
    for (let month = yearOf(from) * 12; daysTo(0, month) <= to; month += step) {
      const at = daysTo(Math.floor(month / 12), month % 12);
      if (at >= from) marks.push({ at, year: Math.floor(month / 12), month: month % 12 ? month % 12 : null });
    }
    return marks;
  }
  const years = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((size) => size * 12 >= months) ?? 1000;
  for (let year = Math.ceil(yearOf(from) / years) * years; daysTo(year) <= to; year += years) {
    if (daysTo(year) >= from) marks.push({ at: daysTo(year), year, month: null });
  }
  return marks;
}

/** Whether something lies, at least in part, in a period; open ends reach as far as one likes.
 * @param {Dated} dated @param {[string | null, string | null] | null} period */
export function within({ start, end }, period) {
  if (!period) return true;
  return !(period[1] !== null && start !== null && start > period[1]) && !(period[0] !== null && end !== null && end < period[0]);
}
