/* The outlines of the land as they are packed into the page, and the path that draws them. */

/** @typedef {[number, number]} Point */
/** @typedef {{scale: number, polygons: number[][][]}} PackedLand first point, then steps, in parts of a degree */
/** @typedef {{world: PackedLand, sea: PackedLand & {box: [number, number, number, number]}}} Land */

/**
 * The polygons in degrees: each a list of closed rings.
 * @param {PackedLand} packed
 * @returns {Point[][][]}
 */
export function unpacked({ scale, polygons }) {
  return polygons.map((rings) => rings.map((steps) => ring(steps, scale)));
}

/**
 * @param {number[]} steps
 * @param {number} scale
 */
function ring(steps, scale) {
  /** @type {Point[]} */
  const points = [];
  let [x, y] = [0, 0];
  for (let at = 0; at < steps.length; at += 2) {
    x += steps[at];
    y += steps[at + 1];
    points.push([x / scale, y / scale]);
  }
  points.push(points[0]);
  return points;
}

/**
 * The polygons point by point, as a path. An islet of a few grid steps may turn over when it is rounded: on a sphere it
 * would then be all but itself, on a plane it is what it was. So the region is drawn on a plane.
 * @param {Point[][][]} polygons
 * @param {(point: Point) => Point | null} project
 */
export function planePath(polygons, project) {
  const draw = (/** @type {Point[]} */ points) =>
    points.map((point) => (project(point) ?? [0, 0]).map((part) => part.toFixed(2)).join(",")).join("L");
  return polygons.flatMap((rings) => rings.map((points) => `M${draw(points)}Z`)).join("");
}

const ISLET = 0.3; // degrees

/** Whether a polygon is too small to be seen from afar. @param {Point[][]} rings */
export function isIslet([outer]) {
  const extent = (/** @type {0 | 1} */ axis) => {
    const values = outer.map((point) => point[axis]);
    return Math.max(...values) - Math.min(...values);
  };
  return extent(0) < ISLET && extent(1) < ISLET;
}
