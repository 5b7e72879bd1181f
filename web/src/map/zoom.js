/* How the map is magnified and moved: a point p of the whole picture stands at k·p + (x, y). */

/** @typedef {{k: number, x: number, y: number}} Zoom */

export const WHOLE = Object.freeze({ k: 1, x: 0, y: 0 });
export const CLOSEST = 40;

/**
 * Magnified by a factor round a point of the screen, which stays where it is.
 * @param {Zoom} zoom
 * @param {number} factor
 * @param {[number, number]} centre
 * @param {[number, number]} size
 * @returns {Zoom}
 */
export function zoomed({ k, x, y }, factor, [cx, cy], size) {
  const next = Math.min(CLOSEST, Math.max(1, k * factor));
  const part = next / k;
  return kept({ k: next, x: cx - (cx - x) * part, y: cy - (cy - y) * part }, size);
}

/**
 * @param {Zoom} zoom
 * @param {number} dx
 * @param {number} dy
 * @param {[number, number]} size
 */
export const moved = ({ k, x, y }, dx, dy, size) => kept({ k, x: x + dx, y: y + dy }, size);

/**
 * With a point of the whole picture in the middle, at least `k` times magnified.
 * @param {Zoom} zoom
 * @param {[number, number]} point
 * @param {[number, number]} size
 * @param {number} [k]
 */
export function centred(zoom, [px, py], size, k = zoom.k) {
  return kept({ k, x: size[0] / 2 - k * px, y: size[1] / 2 - k * py }, size);
}

/** The picture covers its frame. @param {Zoom} zoom @param {[number, number]} size @returns {Zoom} */
function kept({ k, x, y }, [width, height]) {
  const hold = (/** @type {number} */ at, /** @type {number} */ length) => Math.min(0, Math.max(length * (1 - k), at));
  return { k, x: hold(x, width) + 0, y: hold(y, height) + 0 };
}

/**
 * Where a point of the whole picture stands on the screen.
 * @param {Zoom} zoom
 * @param {[number, number]} point
 * @returns {[number, number]}
 */
export const onScreen = ({ k, x, y }, [px, py]) => [k * px + x, k * py + y];

/**
 * The point that lies nearest in the direction of an arrow, within a right angle of it; null where there is none.
 * @param {Map<number, [number, number]>} points
 * @param {number} from
 * @param {number} dx
 * @param {number} dy
 */
export function towards(points, from, dx, dy) {
  const [hx, hy] = points.get(from) ?? [0, 0];
  let [best, cost] = [/** @type {number | null} */ (null), Infinity];
  for (const [at, [x, y]] of points) {
    const along = (x - hx) * dx + (y - hy) * dy;
    const across = Math.abs((x - hx) * dy) + Math.abs((y - hy) * dx);
    const far = along + across * 1.5;
    if (at !== from && along > 0 && across <= along * 1.2 && far < cost) [best, cost] = [at, far];
  }
  return best;
}
