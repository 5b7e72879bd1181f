/* A ZIP archive of a few small texts, not compressed: what an XLSX file is on the outside. */

const DATE = 0x21; // 1 January 1980, the first day a ZIP knows: the same tables give the same bytes

/** @type {Uint32Array | null} */
let table = null;

/** @param {Uint8Array} bytes */
export function crc32(bytes) {
  table ??= Uint32Array.from({ length: 256 }, (_, byte) => {
    let rest = byte;
    for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
    return rest >>> 0;
  });
  let sum = 0xffffffff;
  for (const byte of bytes) sum = table[(sum ^ byte) & 0xff] ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

/** @param {Record<string, string>} files by their paths @returns {Uint8Array<ArrayBuffer>} */
export function zip(files) {
  const encoder = new TextEncoder();
  /** @type {Uint8Array[]} */
  const bodies = [];
  /** @type {Uint8Array[]} */
  const directory = [];
  let at = 0;
  for (const [path, text] of Object.entries(files)) {
    const [name, bytes] = [encoder.encode(path), encoder.encode(text)];
    // version, flags (names are UTF-8), stored, time, date, sum, sizes, length of the name, no extra field
    const about = [[20, 2], [0x800, 2], [0, 2], [0, 2], [DATE, 2], [crc32(bytes), 4], [bytes.length, 4], [bytes.length, 4], [name.length, 2], [0, 2]];
    const body = joined([numbers([[0x04034b50, 4], ...about]), name, bytes]);
    // no comment, first disk, no attributes, where the body starts
    directory.push(joined([numbers([[0x02014b50, 4], [20, 2], ...about, [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]]), name]));
    bodies.push(body);
    at += body.length;
  }
  const index = joined(directory);
  const count = directory.length;
  const end = numbers([[0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [index.length, 4], [at, 4], [0, 2]]);
  return joined([...bodies, index, end]);
}

/** Little-endian numbers, each with its length in bytes. @param {number[][]} many */
function numbers(many) {
  return Uint8Array.from(many.flatMap(([value, length]) => Array.from({ length }, (_, byte) => (value >>> (8 * byte)) & 0xff)));
}

/** @param {Uint8Array[]} parts @returns {Uint8Array<ArrayBuffer>} */
function joined(parts) {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
