/* Land outlines for the map, from world-atlas (Natural Earth): the world small, and the region of the East Sea with
   every islet. The small outlines of the world leave Hoàng Sa out altogether, so the region is cut from the large ones.
   No boundary between countries is read or drawn. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { feature } from "topojson-client";

/** @typedef {[number, number]} Point */
/** @typedef {Point[]} Ring closed: the last point is the first again */
/** @typedef {Ring[]} Polygon */
/** @typedef {[west: number, south: number, east: number, north: number]} Box in degrees */

/** @type {Box} */
export const REGION = [98, 3, 121, 25];

/** How far, in degrees, a simplified coast may lie from the true one. */
export const TOLERANCE = 0.02;

/** Coordinates are whole numbers of these parts of a degree. */
const SCALE = { world: 100, sea: 500 };

/**
 * All polygons of one file of outlines.
 * @param {"land-110m" | "land-10m"} name
 * @returns {Polygon[]}
 */
export function outlines(name) {
  const path = createRequire(import.meta.url).resolve(`world-atlas/${name}.json`);
  const atlas = JSON.parse(readFileSync(path, "utf8"));
  /** @type {any} */
  const { features } = feature(atlas, atlas.objects.land);
  return features.flatMap((/** @type {any} */ { geometry }) =>
    geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates,
  );
}

/** What pages draw: the world and the region, each a scale and polygons of rings of steps from point to point. */
export function land() {
  return {
    world: packed(outlines("land-110m"), SCALE.world),
    sea: { box: REGION, ...packed(region(outlines("land-10m")), SCALE.sea) },
  };
}

/**
 * The polygons inside the region, cut at its edge and simplified; none is lost.
 * @param {Polygon[]} polygons
 * @returns {Polygon[]}
 */
export function region(polygons) {
  const inside = polygons.map((rings) => rings.map((ring) => cut(ring, REGION)).filter((ring) => ring.length > 3));
  return inside.filter((rings) => rings.length).map((rings) => rings.map((ring) => simplified(ring, TOLERANCE)));
}

/**
 * A ring cut at a box, one side after the other (Sutherland and Hodgman); empty where nothing is inside.
 * @param {Ring} ring
 * @param {Box} box
 * @returns {Ring}
 */
export function cut(ring, [west, south, east, north]) {
  const open = [
    { axis: 0, limit: west, sign: 1 },
    { axis: 0, limit: east, sign: -1 },
    { axis: 1, limit: south, sign: 1 },
    { axis: 1, limit: north, sign: -1 },
  ].reduce(cutAt, ring.slice(0, -1));
  return open.length > 2 ? [...open, open[0]] : [];
}

/**
 * @param {Ring} open
 * @param {{axis: number, limit: number, sign: number}} side
 * @returns {Ring}
 */
function cutAt(open, { axis, limit, sign }) {
  const within = (/** @type {Point} */ point) => (point[axis] - limit) * sign >= 0;
  /** @type {Ring} */
  const kept = [];
  open.forEach((point, at) => {
    const before = open[(at || open.length) - 1];
    if (within(point) !== within(before)) kept.push(crossing(before, point, axis, limit));
    if (within(point)) kept.push(point);
  });
  return kept;
}

/** @param {Point} a @param {Point} b @param {number} axis @param {number} limit @returns {Point} */
function crossing(a, b, axis, limit) {
  const part = (limit - a[axis]) / (b[axis] - a[axis]);
  const other = a[1 - axis] + part * (b[1 - axis] - a[1 - axis]);
  return axis === 0 ? [limit, other] : [other, limit];
}

/**
 * A ring with fewer points (Douglas and Peucker); what would shrink to nothing stays as it is.
 * @param {Ring} ring
 * @param {number} tolerance
 * @returns {Ring}
 */
export function simplified(ring, tolerance) {
  // A ring starts where it ends: it is halved at the point farthest from there, so that each half has two ends.
  const { at: far } = farthest(ring, 0, ring.length - 1);
  const kept = new Set([0, far, ring.length - 1]);
  const parts = [[0, far], [far, ring.length - 1]];
  for (let part = parts.pop(); part; part = parts.pop()) {
    const [from, to] = part;
    const { at, distance } = farthest(ring, from, to);
    if (distance <= tolerance) continue;
    kept.add(at);
    parts.push([from, at], [at, to]);
  }
  const result = ring.filter((_, at) => kept.has(at));
  return result.length > 3 ? result : ring;
}

/** The point between two others that lies farthest from the line that joins them.
 * @param {Ring} ring @param {number} from @param {number} to */
function farthest(ring, from, to) {
  let [at, distance] = [from, 0];
  for (let here = from + 1; here < to; here += 1) {
    const far = distanceTo(ring[here], ring[from], ring[to]);
    if (far > distance) [at, distance] = [here, far];
  }
  return { at, distance };
}

/** @param {Point} point @param {Point} start @param {Point} end */
function distanceTo([x, y], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const part = length ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length)) : 0;
  return Math.hypot(x - ax - part * dx, y - ay - part * dy);
}

/** @param {Polygon[]} polygons @param {number} scale */
const packed = (polygons, scale) => ({ scale, polygons: polygons.map((rings) => rings.map((ring) => steps(ring, scale))) });

/** The first point, then the step to each next one, as whole numbers; the last point is the first and left out.
 * @param {Ring} ring @param {number} scale */
function steps(ring, scale) {
  const whole = ring.slice(0, -1).map(([x, y]) => [Math.round(x * scale), Math.round(y * scale)]);
  const apart = whole.filter(([x, y], at) => at === 0 || x !== whole[at - 1][0] || y !== whole[at - 1][1]);
  // An islet smaller than the grid keeps its points: equal ones still make a dot.
  const points = apart.length > 2 ? apart : whole;
  return points.flatMap(([x, y], at) => (at === 0 ? [x, y] : [x - points[at - 1][0], y - points[at - 1][1]]));
}
