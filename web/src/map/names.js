/* Names beside points, never one over another and none over a point that matters more. */

/** @typedef {{x: number, y: number, width: number, height: number}} Box */
/** @typedef {{key: string, text: string, x: number, y: number, radius: number, must?: boolean}} Wanted in order of rank */
/** @typedef {{key: string, lines: string[], x: number, y: number, anchor: "start" | "end" | "middle"}} Name of its first line */

export const LINE = 15;

/** A name; what a label says in brackets stands below it. @param {Wanted} one */
const linesOf = ({ text, radius }) => (radius ? [text] : text.split(/ (?=\()/));

/** @param {Box} a @param {Box} b */
const touch = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/**
 * Which names find room inside a frame, and where. `measure` gives a text's width in pixels.
 * @param {Wanted[]} wanted
 * @param {[number, number]} size
 * @param {(text: string) => number} measure
 * @param {Box[]} taken
 * @returns {Name[]}
 */
export function arranged(wanted, [width, height], measure, taken = []) {
  const used = [...taken];
  const discs = wanted.filter(({ radius }) => radius > 0).map((one) => ({ key: one.key, box: disc(one) }));
  /** @type {Name[]} */
  const names = [];
  for (const one of wanted) {
    const lines = linesOf(one);
    const room = options(one, Math.max(...lines.map(measure)) + 4, lines.length * LINE);
    const fits = (/** @type {{box: Box}} */ { box }, /** @type {boolean} */ strict) =>
      box.x >= 0 && box.x + box.width <= width && box.y >= 0 && box.y + box.height <= height &&
      !used.some((other) => touch(box, other)) &&
      (!strict || !discs.some((other) => other.key !== one.key && touch(box, other.box)));
    const found = room.find((option) => fits(option, true)) ?? (one.must ? (room.find((o) => fits(o, false)) ?? room[0]) : null);
    if (!found) continue;
    used.push(found.box);
    names.push({ key: one.key, lines, ...found.at });
  }
  return names;
}

/** @param {Wanted} one @returns {Box} */
const disc = ({ x, y, radius }) => ({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius });

/** @param {Wanted} one @param {number} width @param {number} height @returns {{box: Box, at: Pick<Name, "x" | "y" | "anchor">}[]} */
function options({ x, y, radius }, width, height) {
  const gap = radius + 3;
  const rows = { beside: y - height / 2, above: y - gap - height + 2, below: y + gap - 2 };
  /** @type {[number, number, "start" | "end" | "middle"][]} */
  const places = radius
    ? [
        [x + gap, rows.beside, "start"],
        [x - gap - width, rows.beside, "end"],
        [x - width / 2, rows.above, "middle"],
        [x - width / 2, rows.below, "middle"],
      ]
    : [[x - width / 2, rows.beside, "middle"]];
  return places.map(([left, top, anchor]) => ({
    box: { x: left, y: top, width, height },
    at: { x: { start: left + 2, end: left + width - 2, middle: left + width / 2 }[anchor], y: top + LINE - 4, anchor },
  }));
}
