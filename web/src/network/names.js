/* Names beside the bodies, always in a size that can be read, and never one over another: what matters most comes first,
   and more appear as the reader comes closer. */

export const NAME_SIZE = 13;
export const LINE_HEIGHT = 16;
export const FONT = `${NAME_SIZE}px system-ui, "Segoe UI", "Noto Sans", "Be Vietnam Pro", Roboto, Arial, sans-serif`;

const LINE_LENGTH = 20;
const FOREMOST = 24;
/** So many bodies are tried for a free place; in a dense picture all places are taken long before. */
const TRIED = 700;
const WRITTEN = 220;

/** @typedef {{ rows: string[], width: number, height: number }} Block */
/** @typedef {{ x: number, y: number, width: number, height: number }} Place */
/** @typedef {Block & Place & { at: number }} Written */
/** @typedef {{ at: number, x: number, y: number, radius: number, must: boolean }} Disc */

/** A name in up to three lines of much the same length, broken between words.
 * @param {string} name */
export function broken(name) {
  const limit = Math.max(8, Math.ceil(name.length / Math.ceil(name.length / LINE_LENGTH)) + 3);
  /** @type {string[]} */
  const rows = [];
  for (const word of name.split(/\s+/)) {
    const last = rows.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= limit) rows[rows.length - 1] = `${last} ${word}`;
    else rows.push(word);
  }
  return rows.length > 3 ? [...rows.slice(0, 2), `${rows[2]}…`] : rows;
}

/** Measures blocks of text, each once.
 * @param {(row: string) => number} widthOf @returns {(name: string) => Block} */
export function blocks(widthOf) {
  /** @type {Map<string, Block>} */
  const known = new Map();
  return (name) => {
    let block = known.get(name);
    if (!block) {
      const rows = broken(name);
      block = { rows, width: Math.max(...rows.map(widthOf)) + 10, height: rows.length * LINE_HEIGHT };
      known.set(name, block);
    }
    return block;
  };
}

/** @param {Place} a @param {Place} b */
export const touch = (a, b) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** @param {Place} place @param {Place} frame */
const within = (place, frame) =>
  place.x >= frame.x &&
  place.y >= frame.y &&
  place.x + place.width <= frame.x + frame.width &&
  place.y + place.height <= frame.y + frame.height;

/** Places for a block beside a disc: below, above, right, left.
 * @param {Disc} disc @param {Block} block @returns {Place[]} */
function places({ x, y, radius }, { width, height }) {
  const gap = radius + 3;
  return [
    { x: x - width / 2, y: y + gap, width, height },
    { x: x - width / 2, y: y - gap - height, width, height },
    { x: x + gap, y: y - height / 2, width, height },
    { x: x - gap - width, y: y - height / 2, width, height },
  ];
}

/** Keeps what is taken in squares of the frame, so that a place is compared with few others. */
function takenPlaces() {
  /** @type {Map<number, Place[]>} */
  const squares = new Map();
  const SQUARE = 96;
  const each = (/** @type {Place} */ { x, y, width, height }, /** @type {(key: number) => boolean} */ visit) => {
    for (let row = Math.floor(y / SQUARE); row <= Math.floor((y + height) / SQUARE); row += 1) {
      for (let column = Math.floor(x / SQUARE); column <= Math.floor((x + width) / SQUARE); column += 1) {
        if (visit(row * 100_003 + column)) return true;
      }
    }
    return false;
  };
  return {
    /** @param {Place} place */
    free: (place) => !each(place, (key) => squares.get(key)?.some((other) => touch(place, other)) ?? false),
    /** @param {Place} place */
    take: (place) =>
      each(place, (key) => {
        const here = squares.get(key);
        if (here) here.push(place);
        else squares.set(key, [place]);
        return false;
      }),
  };
}

/**
 * Where names are written.
 * @param {Iterable<Disc>} discs in the order in which their names matter
 * @param {object} by
 * @param {(at: number) => Block} by.block
 * @param {(place: Place, at: number, lesser: boolean) => boolean} by.covers whether a place lies over another disc than
 *   this one: over any (`lesser`), or over one that matters more
 * @param {boolean} by.crowded whether not all names will find a place
 * @param {Place} by.frame within which names are whole
 * @param {Place[]} [by.taken] what is written already
 * @returns {Written[]}
 */
export function placeNames(discs, { block, covers, crowded, frame, taken = [] }) {
  const room = takenPlaces();
  taken.forEach(room.take);
  const foremost = crowded ? FOREMOST : 0;
  /** @type {Written[]} */
  const written = [];
  let order = 0;
  for (const disc of discs) {
    if (order >= TRIED || written.length >= WRITTEN) break;
    const name = block(disc.at);
    const options = places(disc, name).filter((place) => disc.must || (within(place, frame) && room.free(place)));
    if (disc.must) options.sort((a, b) => Number(within(b, frame)) - Number(within(a, frame)));
    // The names that matter most may lie over lesser bodies, where a crowd leaves no free place.
    const place =
      options.find((one) => !covers(one, disc.at, true)) ??
      (order < foremost ? options.find((one) => !covers(one, disc.at, false)) : null) ??
      (disc.must ? options[0] : null);
    order += 1;
    if (!place) continue;
    room.take(place);
    written.push({ ...name, ...place, at: disc.at });
  }
  return written;
}
