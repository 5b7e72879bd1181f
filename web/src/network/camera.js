/* Which part of the picture the frame shows: the point in its middle, and how many pixels a unit takes. */

/** @typedef {{ x: number, y: number, scale: number, width: number, height: number }} Camera */
/** @typedef {{ left: number, top: number, right: number, bottom: number }} Box */

const FARTHEST = 0.01;
const CLOSEST = 6;

/** @param {number} scale */
const possible = (scale) => Math.min(CLOSEST, Math.max(FARTHEST, scale));

/** Where a point of the picture lies in the frame, in pixels.
 * @param {Camera} camera @param {number} x @param {number} y */
export const toFrame = ({ x: cx, y: cy, scale, width, height }, x, y) => ({
  x: (x - cx) * scale + width / 2,
  y: (y - cy) * scale + height / 2,
});

/** Which point of the picture lies at a pixel of the frame.
 * @param {Camera} camera @param {number} x @param {number} y */
export const toPicture = ({ x: cx, y: cy, scale, width, height }, x, y) => ({
  x: (x - width / 2) / scale + cx,
  y: (y - height / 2) / scale + cy,
});

/** The part of the picture in view, with a margin in pixels.
 * @param {Camera} camera @param {number} [margin] @returns {Box} */
export function inView(camera, margin = 0) {
  const low = toPicture(camera, -margin, -margin);
  const high = toPicture(camera, camera.width + margin, camera.height + margin);
  return { left: low.x, top: low.y, right: high.x, bottom: high.y };
}

/** Nearer or farther, the pixel (x, y) staying where it is.
 * @param {Camera} camera @param {number} factor @param {number} [x] @param {number} [y] @returns {Camera} */
export function zoomed(camera, factor, x = camera.width / 2, y = camera.height / 2) {
  const scale = possible(camera.scale * factor);
  const held = toPicture(camera, x, y);
  return { ...camera, scale, x: held.x - (x - camera.width / 2) / scale, y: held.y - (y - camera.height / 2) / scale };
}

/** Pushed by so many pixels.
 * @param {Camera} camera @param {number} dx @param {number} dy @returns {Camera} */
export const pushed = (camera, dx, dy) => ({
  ...camera,
  x: camera.x - dx / camera.scale,
  y: camera.y - dy / camera.scale,
});

/** All of the box in the frame, with a margin in pixels for names; not nearer than `closest`.
 * @param {Camera} camera @param {Box} box @param {{ closest?: number, margin?: number }} [options] @returns {Camera} */
export function fitted(camera, box, { closest = CLOSEST, margin = 48 } = {}) {
  // A small frame keeps most of its room for the picture.
  const roomX = Math.max(camera.width - 2 * margin, camera.width * 0.7);
  const roomY = Math.max(camera.height - 2 * margin, camera.height * 0.7);
  const scale = Math.min(
    closest,
    roomX / Math.max(box.right - box.left, 1e-6),
    roomY / Math.max(box.bottom - box.top, 1e-6),
  );
  return { ...camera, x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2, scale: possible(scale) };
}

/** The camera part of the way from one to another: even steps of nearness, soft at both ends.
 * @param {Camera} from @param {Camera} to @param {number} part 0 to 1 @returns {Camera} */
export function between(from, to, part) {
  const soft = part < 0.5 ? 2 * part * part : 1 - 2 * (1 - part) ** 2;
  return {
    ...to,
    x: from.x + (to.x - from.x) * soft,
    y: from.y + (to.y - from.y) * soft,
    scale: from.scale * (to.scale / from.scale) ** soft,
  };
}
