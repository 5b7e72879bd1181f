/* Draws the picture on a surface: the canvas on the screen, or one that writes SVG. Both get the same strokes. */

/** @import { Camera } from "./camera.js" */
/** @import { Picture, Strand, Heap } from "./picture.js" */
/** @import { Pen } from "./shapes.js" */

import { toFrame } from "./camera.js";
import { CHOSEN, LIT, PLAIN } from "./emphasis.js";
import { arrow, follow, turned } from "./geometry.js";
import { paintNames } from "./paint_names.js";
import { courseOf, seenRadius } from "./picture.js";
import { trace } from "./shapes.js";

/**
 * What a canvas can do and the picture needs. `each`: every body and line is a thing of its own, not one of a batch;
 * `about` tells its name.
 * @typedef {Pen & Pick<CanvasRenderingContext2D, "fill" | "stroke" | "fillText" | "strokeText" | "fillStyle"
 *   | "strokeStyle" | "lineWidth" | "lineJoin" | "font" | "textAlign" | "textBaseline">
 *   & { each?: boolean, about?: (name: string) => void }} Surface
 */

/** A path of more pieces takes longer than several: browsers walk over all of it for some of its parts. */
const LINES_AT_ONCE = 1500;
const BODIES_AT_ONCE = 150;
const OUTLINED = 2.6; // pixels of radius from which an outline is seen
const ARROWS = 0.28; // the scale from which arrows are seen

/** All of it. @param {Surface} surface @param {Camera} camera @param {Picture} picture */
export function paint(surface, camera, picture) {
  paintGround(surface, camera, picture);
  paintTop(surface, camera, picture);
}

/** What stays while a reader points here and there.
 * @param {Surface} surface @param {Camera} camera @param {Picture} picture */
export function paintGround(surface, camera, picture) {
  surface.lineJoin = "round";
  // What fades lies under what does not, bodies too.
  for (const far of [true, false]) {
    for (const strand of picture.strands) if (strand.far === far) paintStrand(surface, camera, picture, strand);
    for (const heap of picture.heaps) if (heap.far === far) paintHeap(surface, camera, picture, heap);
  }
}

/** What is pointed at, the rings, the names.
 * @param {Surface} surface @param {Camera} camera @param {Picture} picture */
export function paintTop(surface, camera, picture) {
  const { bodies, lines, pointed: { glow, body } } = picture;
  surface.lineJoin = "round";
  if (glow.length) {
    paintStrand(surface, camera, picture, { level: LIT, far: false, many: 1, lines: glow });
    const ends = new Set(glow.flatMap((line) => [lines.from[line], lines.to[line]]));
    for (const at of ends) paintHeap(surface, camera, picture, { kind: bodies.kind[at], far: false, bodies: [at] });
  }
  paintRing(surface, camera, picture, body, 2.5);
  paintRing(surface, camera, picture, picture.emphasis.chosen, 4);
  paintNames(surface, camera, picture);
}

/** @param {number} scale */
const thickness = (scale) => Math.min(2.4, Math.max(0.45, 1.7 * Math.sqrt(scale)));

/** @param {Surface} surface @param {Camera} camera @param {Picture} picture @param {Strand} strand */
function paintStrand(surface, camera, picture, { level, far, many, lines }) {
  const { line, farLine, accent } = picture.colours;
  const thin = thickness(camera.scale);
  surface.strokeStyle = far ? farLine : level === PLAIN ? line : accent;
  surface.lineWidth = (level === CHOSEN ? thin + 2.2 : level === PLAIN ? thin : thin + 1) * many;
  surface.beginPath();
  let pieces = 0;
  /** @type {number[]} */
  const headed = [];
  for (const at of lines) {
    if (!strokeLine(surface, camera, picture, at)) continue;
    if (picture.lines.arrows[at]) headed.push(at);
    pieces += 1;
    if (surface.each || pieces % LINES_AT_ONCE === 0) {
      surface.stroke();
      surface.beginPath();
    }
  }
  if (pieces) surface.stroke();
  if (camera.scale >= ARROWS || level !== PLAIN) paintArrows(surface, camera, picture, headed, surface.strokeStyle);
}

/** Adds a line to the path if it is in view; says whether it is.
 * @param {Surface} surface @param {Camera} camera @param {Picture} picture @param {number} at */
function strokeLine(surface, camera, picture, at) {
  const { x, y } = picture.bodies;
  const { from, to, bend } = picture.lines;
  const { scale, width, height } = camera;
  const [left, top] = [width / 2 - camera.x * scale, height / 2 - camera.y * scale];
  const [a, b] = [from[at], to[at]];
  const x1 = x[a] * scale + left;
  const y1 = y[a] * scale + top;
  const x2 = x[b] * scale + left;
  const y2 = y[b] * scale + top;
  const far = Math.abs(x2 - x1) + Math.abs(y2 - y1);
  const margin = a === b ? 120 * scale : Math.abs(bend[at]) * far + 4;
  if (Math.min(x1, x2) > width + margin || Math.max(x1, x2) < -margin) return false;
  if (Math.min(y1, y2) > height + margin || Math.max(y1, y2) < -margin) return false;
  if (bend[at] === 0 && a !== b) {
    surface.moveTo(x1, y1);
    surface.lineTo(x2, y2);
  } else follow(surface, courseOf(picture, camera, at));
  return true;
}

/** @param {Surface} surface @param {Camera} camera @param {Picture} picture @param {number[]} lines
 * @param {Surface["fillStyle"]} colour */
function paintArrows(surface, camera, picture, lines, colour) {
  if (!lines.length) return;
  const { arrows, many } = picture.lines;
  surface.fillStyle = colour;
  surface.beginPath();
  let pieces = 0;
  for (const at of lines) {
    const size = Math.min(13, Math.max(5, 9 * Math.sqrt(camera.scale))) * Math.min(1.6, 0.8 + 0.2 * many[at]);
    const course = courseOf(picture, camera, at);
    for (const one of [arrows[at] & 1 ? course : null, arrows[at] & 2 ? turned(course) : null]) {
      const head = one && arrow(one, size);
      if (!head) continue;
      surface.moveTo(head[0], head[1]);
      surface.lineTo(head[2], head[3]);
      surface.lineTo(head[4], head[5]);
      pieces += 1;
      if (pieces % BODIES_AT_ONCE) continue;
      surface.fill();
      surface.beginPath();
    }
  }
  surface.fill();
}

/** @param {Surface} surface @param {Camera} camera @param {Picture} picture @param {Heap} heap */
function paintHeap(surface, camera, picture, { kind, far, bodies }) {
  const { x, y, radius, things } = picture.bodies;
  const { scale, width, height } = camera;
  const [left, top] = [width / 2 - camera.x * scale, height / 2 - camera.y * scale];
  const { kinds, farKinds, ink, farInk } = picture.colours;
  const shape = picture.shapes[kind];
  surface.fillStyle = (far ? farKinds : kinds)[kind];
  surface.strokeStyle = far ? farInk : ink;
  surface.lineWidth = 1;
  let [pieces, lined] = [0, false];
  const finish = () => {
    surface.fill();
    if (lined) surface.stroke();
    surface.beginPath();
    [pieces, lined] = [0, false];
  };
  surface.beginPath();
  for (const at of bodies) {
    const r = seenRadius(radius[at], scale);
    const [px, py] = [x[at] * scale + left, y[at] * scale + top];
    if (px < -r || py < -r || px > width + r || py > height + r) continue;
    if (at >= things) paintBehind(surface, shape, px, py, r);
    trace(surface, shape, px, py, r);
    pieces += 1;
    lined ||= r >= OUTLINED;
    surface.about?.(picture.nameOf(at));
    if (surface.each || at >= things || pieces === BODIES_AT_ONCE) finish();
  }
  finish();
}

/** A group is a thing with others behind it, as far as there is room to see them.
 * @param {Surface} surface @param {string} shape @param {number} x @param {number} y @param {number} radius */
function paintBehind(surface, shape, x, y, radius) {
  for (const behind of radius < 14 ? [2.5] : [7, 3.5]) {
    trace(surface, shape, x + behind, y - behind, radius);
    surface.fill();
    surface.stroke();
    surface.beginPath();
  }
}

/** A ring round what is selected or pointed at.
 * @param {Surface} surface @param {Camera} camera @param {Picture} picture @param {number} at @param {number} width */
function paintRing(surface, camera, { bodies, present, colours, shapes }, at, width) {
  if (at < 0 || !present[at]) return;
  const { x, y } = toFrame(camera, bodies.x[at], bodies.y[at]);
  surface.strokeStyle = colours.accent;
  surface.lineWidth = width;
  surface.beginPath();
  trace(surface, shapes[bodies.kind[at]], x, y, seenRadius(bodies.radius[at], camera.scale) + width / 2 + 0.5);
  surface.stroke();
}
