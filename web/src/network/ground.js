/* A large picture's ground is drawn once on a canvas that is wider than the frame, and that canvas is moved while a
   reader drags. While the reader zooms it is stretched for a moment; the ground is drawn anew as soon as the hand rests. */

/** @import { Camera } from "./camera.js" */
/** @import { Picture } from "./picture.js" */

import { element } from "../dom.js";
import { paintGround } from "./paint.js";

/** From so many bodies and lines on, one drawing takes much of the time that a frame has on a modest machine. */
const LARGE = 2000;
const WIDER = 0.3; // beyond the frame, at each side
const REST = 120; // milliseconds
const STRETCHED = 1.8; // at most so many times before it is drawn anew

/** @param {() => void} redraw */
export function groundKeeper(redraw) {
  const canvas = element("canvas");
  const context = canvas.getContext("2d");
  /** What the canvas shows. @type {{ camera: Camera, strands: unknown, heaps: unknown, colours: unknown, sharp: number } | null} */
  let kept = null;
  let waiting = 0;
  let zoomed = -Infinity;

  /** @param {Camera} camera @param {Picture} picture @param {number} sharp */
  function draw(camera, picture, sharp) {
    if (!context) return;
    const wide = { ...camera, width: Math.ceil(camera.width * (1 + 2 * WIDER)), height: Math.ceil(camera.height * (1 + 2 * WIDER)) };
    const [width, height] = [Math.round(wide.width * sharp), Math.round(wide.height * sharp)];
    if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height];
    context.setTransform(sharp, 0, 0, sharp, 0, 0);
    context.clearRect(0, 0, wide.width, wide.height);
    paintGround(context, wide, picture);
    kept = { camera: wide, strands: picture.strands, heaps: picture.heaps, colours: picture.colours, sharp };
  }

  /** Whether what is kept can stand for what the camera sees.
   * @param {Camera} camera */
  function enough(camera) {
    if (!kept) return false;
    const { camera: had } = kept;
    const roomX = had.width / had.scale / 2 - camera.width / camera.scale / 2;
    const roomY = had.height / had.scale / 2 - camera.height / camera.scale / 2;
    const covered = Math.abs(camera.x - had.x) <= roomX && Math.abs(camera.y - had.y) <= roomY;
    if (camera.scale === had.scale || !covered) return covered;
    const times = camera.scale / had.scale;
    return performance.now() - zoomed < REST && times < STRETCHED && times > 1 / STRETCHED;
  }

  /** Draws again when the hand rests, sharply. */
  function soon() {
    clearTimeout(waiting);
    waiting = window.setTimeout(redraw, REST + 10);
  }

  let before = 0;
  return (/** @type {CanvasRenderingContext2D} */ on, /** @type {Camera} */ camera, /** @type {Picture} */ picture, /** @type {number} */ sharp) => {
    if (!context || picture.lines.count + picture.bodies.count < LARGE) {
      paintGround(on, camera, picture);
      return;
    }
    if (before && camera.scale !== before) zoomed = performance.now();
    before = camera.scale;
    const same = kept && kept.strands === picture.strands && kept.heaps === picture.heaps && kept.colours === picture.colours;
    if (!same || kept?.sharp !== sharp || !enough(camera)) draw(camera, picture, sharp);
    if (!kept) return;
    const { camera: had } = kept;
    if (camera.scale !== had.scale) soon();
    const times = camera.scale / had.scale;
    const left = (had.x - camera.x) * camera.scale + camera.width / 2 - (had.width * times) / 2;
    const top = (had.y - camera.y) * camera.scale + camera.height / 2 - (had.height * times) / 2;
    // On whole pixels a moved ground stays as sharp as it was drawn.
    const whole = (/** @type {number} */ value) => (times === 1 ? Math.round(value * sharp) / sharp : value);
    on.drawImage(canvas, whole(left), whole(top), (canvas.width / sharp) * times, (canvas.height / sharp) * times);
  };
}
