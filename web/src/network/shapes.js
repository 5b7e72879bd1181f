/* The outline of each shape that a kind can have, for a radius of 1; all look about as large as the dot. */

/** What shapes are traced with: a canvas, or anything that writes the same strokes down.
 * @typedef {Pick<CanvasRenderingContext2D, "beginPath" | "moveTo" | "lineTo" | "quadraticCurveTo" | "bezierCurveTo"
 *   | "arc" | "rect" | "closePath">} Pen */

/** @param {number} count @param {number} radius @param {number} turn @param {number} [inner] */
function corners(count, radius, turn, inner = radius) {
  return Array.from({ length: count }, (_, at) => {
    const [angle, far] = [turn + (at * 2 * Math.PI) / count, at % 2 ? inner : radius];
    return [Math.cos(angle) * far, Math.sin(angle) * far];
  });
}

const UP = -Math.PI / 2;

/** @type {Record<string, number[][]>} */
const OUTLINES = {
  square: corners(4, 1.24, UP / 2),
  diamond: corners(4, 1.3, UP),
  triangle: corners(3, 1.42, UP).map(([x, y]) => [x, y + 0.22]),
  triangleDown: corners(3, 1.42, -UP).map(([x, y]) => [x, y - 0.22]),
  hexagon: corners(6, 1.12, 0),
  star: corners(10, 1.42, UP, 0.68),
};

/** Below this many pixels one sees no shape: a small square is drawn, which costs least. */
const SPECK = 1.8;

/** Adds the outline of a shape to the pen's path; a shape that nobody knows is a dot.
 * @param {Pen} pen @param {string} shape @param {number} x @param {number} y @param {number} radius */
export function trace(pen, shape, x, y, radius) {
  if (radius < SPECK) {
    pen.rect(x - radius, y - radius, 2 * radius, 2 * radius);
    return;
  }
  const outline = OUTLINES[shape];
  if (!outline) {
    pen.moveTo(x + radius, y);
    pen.arc(x, y, radius, 0, 2 * Math.PI);
    return;
  }
  outline.forEach(([px, py], at) => {
    if (at) pen.lineTo(x + px * radius, y + py * radius);
    else pen.moveTo(x + px * radius, y + py * radius);
  });
  pen.closePath();
}
