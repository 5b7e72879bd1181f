/* The course of a line: straight, bowed beside its fellows, or a loop; where its arrow stands and how far a point is. */

/** @typedef {import("./shapes.js").Pen} Pen */
/** A course from one body to another: its two ends, the points that pull it aside (none, one or two), the radii of the
 * bodies at its ends. @typedef {{ points: number[], startRadius: number, endRadius: number }} Course */

const LOOP_ANGLE = -Math.PI / 4;
const LOOP_SPREAD = 0.55;

/** A line that bows to the left of its direction by `bend` of its length.
 * @param {number} x1 @param {number} y1 @param {number} r1 @param {number} x2 @param {number} y2 @param {number} r2
 * @param {number} bend @returns {Course} */
export function bow(x1, y1, r1, x2, y2, r2, bend) {
  const pull = bend ? [(x1 + x2) / 2 + (y2 - y1) * bend, (y1 + y2) / 2 - (x2 - x1) * bend] : [];
  return { points: [x1, y1, ...pull, x2, y2], startRadius: r1, endRadius: r2 };
}

/** A line from a body to itself; later `turn`s are larger.
 * @param {number} x @param {number} y @param {number} radius @param {number} reach @param {number} turn
 * @returns {Course} */
export function loop(x, y, radius, reach, turn) {
  const far = radius + reach * (1.6 + 0.6 * turn);
  const at = (/** @type {number} */ angle, /** @type {number} */ length) => [
    x + Math.cos(angle) * length,
    y + Math.sin(angle) * length,
  ];
  const [before, after] = [LOOP_ANGLE - LOOP_SPREAD, LOOP_ANGLE + LOOP_SPREAD];
  return {
    points: [...at(before, radius), ...at(before, far), ...at(after, far), ...at(after, radius)],
    startRadius: 0,
    endRadius: 0,
  };
}

/** Adds the course to the pen's path.
 * @param {Pen} pen @param {Course} course */
export function follow(pen, { points: p }) {
  const [a, b, c, d, e, f, g, h] = p;
  pen.moveTo(a, b);
  if (p.length === 4) pen.lineTo(c, d);
  else if (p.length === 6) pen.quadraticCurveTo(c, d, e, f);
  else pen.bezierCurveTo(c, d, e, f, g, h);
}

/** The point part of the way (0 to 1) along a course.
 * @param {Course} course @param {number} part @returns {{ x: number, y: number }} */
export function along({ points: p }, part) {
  const [a, b, c, d, e, f, g, h] = p;
  const rest = 1 - part;
  if (p.length === 4) return { x: a * rest + c * part, y: b * rest + d * part };
  if (p.length === 6) {
    const [u, v, w] = [rest * rest, 2 * rest * part, part * part];
    return { x: u * a + v * c + w * e, y: u * b + v * d + w * f };
  }
  const [t, u, v, w] = [rest ** 3, 3 * rest * rest * part, 3 * rest * part * part, part ** 3];
  return { x: t * a + u * c + v * e + w * g, y: t * b + u * d + v * f + w * h };
}

/** The three corners of an arrow whose tip touches the body at the end; null where there is no room for one.
 * @param {Course} course @param {number} size @returns {number[] | null} */
export function arrow(course, size) {
  const p = course.points;
  const end = along(course, 1);
  const length = Math.hypot(end.x - p[0], end.y - p[1]);
  if (p.length !== 8 && length < course.startRadius + course.endRadius + size) return null;
  if (p.length === 4) return head(p[2], p[3], (p[2] - p[0]) / length, (p[3] - p[1]) / length, course.endRadius + 1, size);
  const at = (/** @type {number} */ away) => {
    let [near, far] = [0, 1];
    for (let step = 0; step < 12; step += 1) {
      const middle = (near + far) / 2;
      const point = along(course, middle);
      if (Math.hypot(point.x - end.x, point.y - end.y) > away) near = middle;
      else far = middle;
    }
    return along(course, far);
  };
  const tip = at(course.endRadius + 1);
  const base = at(course.endRadius + 1 + size);
  const far = Math.hypot(tip.x - base.x, tip.y - base.y) || 1;
  return head(tip.x, tip.y, (tip.x - base.x) / far, (tip.y - base.y) / far, 0, far);
}

/** An arrow in the direction (dx, dy), its tip so far before a point.
 * @param {number} x @param {number} y @param {number} dx @param {number} dy @param {number} before @param {number} size */
function head(x, y, dx, dy, before, size) {
  const [tipX, tipY] = [x - dx * before, y - dy * before];
  const [baseX, baseY] = [tipX - dx * size, tipY - dy * size];
  const wide = size * 0.42;
  return [tipX, tipY, baseX - dy * wide, baseY + dx * wide, baseX + dy * wide, baseY - dx * wide];
}

/** The same course walked the other way.
 * @param {Course} course @returns {Course} */
export function turned({ points, startRadius, endRadius }) {
  const back = [];
  for (let at = points.length - 2; at >= 0; at -= 2) back.push(points[at], points[at + 1]);
  return { points: back, startRadius: endRadius, endRadius: startRadius };
}

const PIECES = 12;

/** How far a point is from a course.
 * @param {Course} course @param {number} x @param {number} y */
export function distance(course, x, y) {
  const pieces = course.points.length === 4 ? 1 : PIECES;
  let best = Infinity;
  let from = along(course, 0);
  for (let piece = 1; piece <= pieces; piece += 1) {
    const to = along(course, piece / pieces);
    best = Math.min(best, toPiece(from, to, x, y));
    from = to;
  }
  return best;
}

/** @typedef {{ x: number, y: number }} Point */
/** @param {Point} from @param {Point} to @param {number} x @param {number} y */
function toPiece(from, to, x, y) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const part = length ? Math.min(1, Math.max(0, ((x - from.x) * dx + (y - from.y) * dy) / length)) : 0;
  return Math.hypot(from.x + dx * part - x, from.y + dy * part - y);
}
