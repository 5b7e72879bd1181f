/* Walking over the picture by the arrow keys. */

/** @import { Bodies } from "./bodies.js" */

/**
 * The nearest of some bodies in the direction (dx, dy) of `from`; -1 where none lies there.
 * @param {Bodies} bodies
 * @param {number} from
 * @param {number} dx
 * @param {number} dy
 * @param {Iterable<number>} some
 */
function nearest({ x, y }, from, dx, dy, some) {
  let [best, least] = [-1, Infinity];
  for (const at of some) {
    if (at === from) continue;
    const [awayX, awayY] = [x[at] - x[from], y[at] - y[from]];
    const ahead = awayX * dx + awayY * dy;
    const aside = Math.abs(awayX * dy) + Math.abs(awayY * dx);
    const cost = ahead > 0 && aside <= ahead * 1.2 ? ahead + aside * 1.5 : Infinity;
    if (cost < least) [best, least] = [at, cost];
  }
  return best;
}

/**
 * Where an arrow key leads: to a neighbour in its direction if there is one, else to anything there; -1 for nowhere.
 * From nowhere (-1) it leads to what matters most.
 * @param {Bodies} bodies
 * @param {number} from
 * @param {[number, number]} direction
 * @param {Int32Array} present as of `presence`
 * @param {Iterable<number>} neighbours
 */
export function step(bodies, from, [dx, dy], present, neighbours) {
  if (from < 0) return bodies.byWeight.find((at) => present[at] > 0) ?? -1;
  const seen = bodies.byWeight.filter((at) => present[at] > 0);
  const linked = [...neighbours].filter((at) => present[at] > 0);
  const near = nearest(bodies, from, dx, dy, linked);
  return near >= 0 ? near : nearest(bodies, from, dx, dy, seen);
}
