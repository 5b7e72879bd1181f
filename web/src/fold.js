/* Names as people type them: without tone marks, in capitals, composed or decomposed. Depends on its arguments alone. */

/**
 * The key under which two spellings of a name are equal.
 * @param {string} name
 */
export const fold = (name) =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** @typedef {{ name: string, key: string }} Name as written, and as compared */
/** @typedef {{ at: number, name: string, far: number }} Match */

/** @param {Iterable<string>} names @returns {Name[]} */
export const namesFor = (names) => [...new Set(names)].map((name) => ({ name, key: fold(name) }));

/**
 * The names that tell a reader of this one something new: not the name again, and not the name without its marks.
 * @param {string} name
 * @param {readonly string[]} all
 */
export function otherNames(name, all) {
  const bare = (/** @type {string} */ one) => one.normalize("NFC").toLowerCase();
  return all.filter((one, at) => bare(one) !== bare(name) && (fold(one) !== fold(name) || bare(one) !== fold(one)) && all.indexOf(one) === at);
}

/**
 * 0 for the very name, 1 for its beginning, 2 for the beginning of a word, 3 for anywhere; Infinity for no match.
 * @param {string} key
 * @param {string} wanted
 */
function distance(key, wanted) {
  if (key === wanted) return 0;
  if (key.startsWith(wanted)) return 1;
  if (` ${key}`.includes(` ${wanted}`)) return 2;
  return wanted.split(" ").every((word) => key.includes(word)) ? 3 : Infinity;
}

/**
 * Places in the list of those whose names match, the nearest first; `name` is the name that matched.
 * @param {readonly Name[][]} named
 * @param {string} query
 * @param {(at: number) => number} weight of two that match alike the heavier comes first
 * @returns {Match[]}
 */
export function find(named, query, weight = () => 0) {
  const wanted = fold(query);
  if (!wanted) return [];
  const typed = query.trim().normalize("NFC").toLowerCase();
  /** @type {Match[]} */
  const found = [];
  named.forEach((names, at) => {
    /** @type {Match | null} */
    let best = null;
    for (const { name, key } of names) {
      // A name spelt exactly as typed comes before one that is only alike: "Hà Nam" before "Hạ Nam".
      const far = distance(key, wanted) - (name.normalize("NFC").toLowerCase().startsWith(typed) ? 0.5 : 0);
      if (far < Infinity && (!best || far < best.far)) best = { at, name, far };
    }
    if (best) found.push(best);
  });
  return found.sort((a, b) => a.far - b.far || weight(b.at) - weight(a.at) || a.at - b.at);
}
