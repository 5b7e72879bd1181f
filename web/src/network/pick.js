/* What lies under a point of the frame. */

/** @import { Camera } from "./camera.js" */
/** @import { Picture } from "./picture.js" */

import { toPicture } from "./camera.js";
import { distance } from "./geometry.js";
import { visitBox } from "./grid.js";
import { courseOf, seenRadius } from "./picture.js";

/** The body whose edge is nearest to the pixel (x, y), at most `reach` pixels away; -1 for none.
 * @param {Picture} picture @param {Camera} camera @param {number} x @param {number} y @param {number} reach */
export function bodyAt({ bodies, grid, present }, camera, x, y, reach) {
  const { scale } = camera;
  const at = toPicture(camera, x, y);
  const wide = (reach + 2) / scale;
  const box = { left: at.x - wide, right: at.x + wide, top: at.y - wide, bottom: at.y + wide };
  let [found, least] = [-1, reach];
  visitBox(grid, box, (body) => {
    if (!present[body]) return;
    const away = Math.hypot(bodies.x[body] - at.x, bodies.y[body] - at.y) * scale - seenRadius(bodies.radius[body], scale);
    // Of bodies that lie over each other the last one is on top.
    if (away < least || (away <= 0 && least <= 0 && body > found)) [found, least] = [body, away];
  });
  return found;
}

/** The line that passes nearest to the pixel (x, y), at most `reach` pixels away; -1 for none.
 * @param {Picture} picture @param {Camera} camera @param {number} x @param {number} y @param {number} reach */
export function lineAt(picture, camera, x, y, reach) {
  const { lines, bodies } = picture;
  const at = toPicture(camera, x, y);
  let [found, least] = [-1, reach];
  for (let line = 0; line < lines.count; line += 1) {
    const [a, b] = [lines.from[line], lines.to[line]];
    const [ax, ay, bx, by] = [bodies.x[a], bodies.y[a], bodies.x[b], bodies.y[b]];
    const aside = Math.abs(lines.bend[line]) * (Math.abs(bx - ax) + Math.abs(by - ay));
    const room = reach / camera.scale + (a === b ? bodies.radius[a] + 60 + 16 * lines.turn[line] : aside);
    if (at.x < Math.min(ax, bx) - room || at.x > Math.max(ax, bx) + room) continue;
    if (at.y < Math.min(ay, by) - room || at.y > Math.max(ay, by) + room) continue;
    const away = distance(courseOf(picture, camera, line), x, y);
    if (away < least) [found, least] = [line, away];
  }
  return found;
}
