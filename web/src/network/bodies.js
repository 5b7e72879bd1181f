/* What can be drawn: each thing, and each group that stands for its things while it is closed; in typed arrays, because
   a picture of twenty thousand is drawn many times a second. A group's number follows those of the things. */

/** @import { Scene } from "../types.js" */

/**
 * @typedef {object} Bodies
 * @property {number} things how many of the bodies are things
 * @property {number} count things and groups
 * @property {Float64Array} x
 * @property {Float64Array} y
 * @property {Float32Array} radius
 * @property {Uint16Array} kind
 * @property {Int32Array} groupOf the group's number as a body, -1 for none
 * @property {Int32Array} weight relations of a thing, members of a group
 * @property {Int32Array} byWeight all bodies, groups first, then the best connected
 */

/** A closed group takes this part of the disc in which its things stand, so that lines are seen between groups. */
const CLOSED = 0.45;

/** @param {Pick<Scene, "nodes" | "edges" | "groups">} scene @returns {Bodies} */
export function readBodies({ nodes, edges, groups = [] }) {
  const [things, count] = [nodes.length, nodes.length + groups.length];
  const all = [...nodes, ...groups];
  const weight = new Int32Array(count);
  for (const { from, to } of edges) {
    weight[from] += 1;
    if (from !== to) weight[to] += 1;
  }
  const groupOf = new Int32Array(things).fill(-1);
  groups.forEach(({ members }, at) => {
    weight[things + at] = members.length;
    for (const member of members) groupOf[member] = things + at;
  });
  const byWeight = new Int32Array(count).map((_, at) => at).sort(
    (a, b) => Number(b >= things) - Number(a >= things) || weight[b] - weight[a] || a - b,
  );
  const [x, y] = [new Float64Array(count), new Float64Array(count)];
  const [radius, kind] = [new Float32Array(count), new Uint16Array(count)];
  all.forEach((one, at) => {
    [x[at], y[at]] = [one.x, one.y];
    [radius[at], kind[at]] = [at < things ? one.size : one.size * CLOSED, one.kind];
  });
  return { things, count, x, y, radius, kind, groupOf, weight, byWeight };
}

/**
 * Which body stands for each thing: its group while that is closed, else the thing itself.
 * @param {Bodies} bodies
 * @param {ReadonlySet<number>} open groups that are open, by their numbers as bodies
 */
export const standing = ({ groupOf }, open) =>
  groupOf.map((group, at) => (group < 0 || open.has(group) ? at : group));

/**
 * How many visible things each body stands for: 0 for what is not drawn, 1 for a thing, more for a group.
 * @param {Bodies} bodies
 * @param {Int32Array} stands
 * @param {readonly number[]} visible
 */
export function presence({ count }, stands, visible) {
  const present = new Int32Array(count);
  for (const at of visible) present[stands[at]] += 1;
  return present;
}

/**
 * The box round some bodies; null for none.
 * @param {Bodies} bodies
 * @param {Iterable<number>} some
 */
export function boxOf({ x, y, radius }, some) {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const at of some) {
    box.left = Math.min(box.left, x[at] - radius[at]);
    box.right = Math.max(box.right, x[at] + radius[at]);
    box.top = Math.min(box.top, y[at] - radius[at]);
    box.bottom = Math.max(box.bottom, y[at] + radius[at]);
  }
  return box.left <= box.right ? box : null;
}
