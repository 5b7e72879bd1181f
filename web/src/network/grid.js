/* Which bodies lie in a part of the picture, found without asking all of them: a grid of cells over the whole. */

/** @typedef {import("./camera.js").Box} Box */
/** @typedef {{ left: number, top: number, cell: number, columns: number, rows: number, starts: Int32Array,
 *   items: Int32Array, reach: number }} Grid */

const A_CELL = 4; // bodies in a cell, on average

/** @param {Float64Array} x @param {Float64Array} y @param {Float32Array} radius @returns {Grid} */
export function gridOf(x, y, radius) {
  let [left, top, right, bottom, reach] = [Infinity, Infinity, -Infinity, -Infinity, 0];
  for (let at = 0; at < x.length; at += 1) {
    [left, right] = [Math.min(left, x[at]), Math.max(right, x[at])];
    [top, bottom] = [Math.min(top, y[at]), Math.max(bottom, y[at])];
    reach = Math.max(reach, radius[at]);
  }
  if (!x.length) [left, top, right, bottom] = [0, 0, 0, 0];
  const area = Math.max(right - left, 1) * Math.max(bottom - top, 1);
  const cell = Math.max(Math.sqrt((area * A_CELL) / Math.max(x.length, 1)), 1, (right - left) / 1000, (bottom - top) / 1000);
  const columns = Math.floor((right - left) / cell) + 1;
  const rows = Math.floor((bottom - top) / cell) + 1;
  const starts = new Int32Array(columns * rows + 1);
  const place = new Int32Array(x.length);
  for (let at = 0; at < x.length; at += 1) {
    const where = Math.floor((y[at] - top) / cell) * columns + Math.floor((x[at] - left) / cell);
    place[at] = where;
    starts[where + 1] = starts[where + 1] + 1;
  }
  for (let at = 1; at < starts.length; at += 1) starts[at] = starts[at] + starts[at - 1];
  const next = starts.slice();
  const items = new Int32Array(x.length);
  for (let at = 0; at < x.length; at += 1) {
    const where = place[at];
    items[next[where]] = at;
    next[where] = next[where] + 1;
  }
  return { left, top, cell, columns, rows, starts, items, reach };
}

/** Visits the bodies that may reach into the box, until a visit says true; says whether one did.
 * @param {Grid} grid @param {Box} box @param {(at: number) => boolean | void} visit */
export function visitBox(grid, box, visit) {
  const column = (/** @type {number} */ x) => Math.floor((x - grid.left) / grid.cell);
  const row = (/** @type {number} */ y) => Math.floor((y - grid.top) / grid.cell);
  const first = Math.max(0, column(box.left - grid.reach));
  const last = Math.min(grid.columns - 1, column(box.right + grid.reach));
  const end = Math.min(grid.rows - 1, row(box.bottom + grid.reach));
  for (let r = Math.max(0, row(box.top - grid.reach)); r <= end; r += 1) {
    if (first > last) return false;
    const stop = grid.starts[r * grid.columns + last + 1];
    for (let at = grid.starts[r * grid.columns + first]; at < stop; at += 1) {
      if (visit(grid.items[at])) return true;
    }
  }
  return false;
}
