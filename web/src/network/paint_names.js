/* Writes the names: of bodies where there is room, and of the line that is pointed at or selected. */

/** @import { Camera } from "./camera.js" */
/** @import { Disc, Place, Block } from "./names.js" */
/** @import { Surface } from "./paint.js" */
/** @import { Picture } from "./picture.js" */

import { inView, toFrame, toPicture } from "./camera.js";
import { along } from "./geometry.js";
import { visitBox } from "./grid.js";
import { FONT, LINE_HEIGHT, placeNames } from "./names.js";
import { courseOf, seenRadius } from "./picture.js";

const CROWD = 80;
const TOO_SHORT = 70; // a name on so short a line would hide its ends

/** @param {Surface} surface @param {Camera} camera @param {Picture} picture */
export function paintNames(surface, camera, picture) {
  surface.font = FONT;
  surface.textAlign = "center";
  surface.textBaseline = "middle";
  surface.lineWidth = 4;
  const { colours, emphasis, pointed, block, nameOf } = picture;
  surface.strokeStyle = colours.paper;
  const lineName = ofLine(camera, picture);
  const written = placeNames(discs(camera, picture), {
    block: (at) => block(nameOf(at)),
    covers: coverer(camera, picture),
    crowded: crowded(camera, picture),
    frame: { x: 0, y: 0, width: camera.width, height: camera.height },
    taken: lineName ? [lineName] : [],
  });
  // What matters most is written last: it may have had to take a place that was not free.
  for (const name of written.reverse()) {
    const far = emphasis.fades && !emphasis.near?.has(name.at) && pointed.body !== name.at;
    write(surface, name, far ? colours.farInk : colours.ink);
  }
  if (lineName) write(surface, lineName, colours.ink);
}

/** @param {Surface} surface @param {Block & Place} block @param {string} colour */
function write(surface, { rows, x, y, width }, colour) {
  surface.fillStyle = colour;
  rows.forEach((row, at) => {
    const baseline = y + (at + 0.5) * LINE_HEIGHT;
    surface.strokeText(row, x + width / 2, baseline);
    surface.fillText(row, x + width / 2, baseline);
  });
}

/** Bodies in view, first those whose names matter most now.
 * @param {Camera} camera @param {Picture} picture @returns {Generator<Disc>} */
function* discs(camera, { bodies, present, emphasis: { near, chosen }, pointed, rank }) {
  const foremost = [...new Set([pointed.body, chosen])].filter((at) => at >= 0);
  const beside = [...(near ?? [])].filter((at) => !foremost.includes(at)).sort((a, b) => rank[a] - rank[b]);
  const told = new Set([...foremost, ...beside]);
  const disc = (/** @type {number} */ at) => {
    const { x, y } = toFrame(camera, bodies.x[at], bodies.y[at]);
    return { at, x, y, radius: seenRadius(bodies.radius[at], camera.scale), must: foremost.includes(at) };
  };
  const seen = (/** @type {Disc} */ { at, x, y }) =>
    present[at] > 0 && x > -8 && y > -8 && x < camera.width + 8 && y < camera.height + 8;
  for (const at of told) {
    const one = disc(at);
    if (seen(one)) yield one;
  }
  for (const at of bodies.byWeight) {
    if (told.has(at)) continue;
    const one = disc(at);
    if (seen(one)) yield one;
  }
}

/** Whether so many bodies are in view that not all names find a place.
 * @param {Camera} camera @param {Picture} picture */
function crowded(camera, { grid, present }) {
  let seen = 0;
  return visitBox(grid, inView(camera), (at) => {
    seen += Number(present[at] > 0);
    return seen > CROWD;
  });
}

/** @param {Camera} camera @param {Picture} picture */
function coverer(camera, { bodies, grid, present, rank, emphasis: { near } }) {
  const order = (/** @type {number} */ at) => (near?.has(at) ? rank[at] - bodies.count : rank[at]);
  const { x, y, radius } = bodies;
  return (/** @type {Place} */ place, /** @type {number} */ at, /** @type {boolean} */ lesser) => {
    const low = toPicture(camera, place.x, place.y);
    const high = toPicture(camera, place.x + place.width, place.y + place.height);
    const box = { left: low.x, top: low.y, right: high.x, bottom: high.y };
    return visitBox(grid, box, (other) => {
      if (other === at || !present[other] || (!lesser && order(other) > order(at))) return false;
      const aside = Math.max(box.left - x[other], 0, x[other] - box.right);
      const above = Math.max(box.top - y[other], 0, y[other] - box.bottom);
      return Math.hypot(aside, above) < radius[other];
    });
  };
}

/** The name of the line that is pointed at or selected, in its middle.
 * @param {Camera} camera @param {Picture} picture @returns {(Block & Place) | null} */
function ofLine(camera, picture) {
  const named = picture.pointed.line >= 0 ? picture.pointed.line : picture.emphasis.chosenLine;
  if (named < 0) return null;
  const course = courseOf(picture, camera, named);
  const [start, end] = [along(course, 0), along(course, 1)];
  const isLoop = course.points.length === 8;
  if (!isLoop && Math.hypot(end.x - start.x, end.y - start.y) < TOO_SHORT) return null;
  const { x, y } = along(course, 0.5);
  const block = picture.block(picture.lineName(named));
  return { ...block, x: x - block.width / 2, y: y - block.height / 2 };
}
