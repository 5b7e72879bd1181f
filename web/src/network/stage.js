/* The canvas: as sharp and as large as its frame, drawn once a frame at most, its camera moved at once or softly. */

/** @import { Camera } from "./camera.js" */

import { between } from "./camera.js";
import { element } from "../dom.js";

const SOFTLY = 350; // milliseconds

const calm = matchMedia("(prefers-reduced-motion: reduce)");

/**
 * @param {HTMLElement} frame
 * @param {(context: CanvasRenderingContext2D, camera: Camera, sharp: number) => void} draw
 */
export function makeStage(frame, draw) {
  /** Told when the frame has another size; says where to look then, null for where one looked. @type {() => Camera | null} */
  let refit = () => null;
  const canvas = element("canvas", { width: 0, height: 0 });
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no canvas");
  frame.prepend(canvas);
  /** @type {Camera} */
  let camera = { x: 0, y: 0, scale: 1, width: 0, height: 0 };
  let waiting = 0;
  let moving = 0;

  function paint() {
    waiting = 0;
    if (!camera.width || !context) return;
    const sharp = devicePixelRatio || 1;
    const [width, height] = [Math.round(camera.width * sharp), Math.round(camera.height * sharp)];
    if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height];
    context.setTransform(sharp, 0, 0, sharp, 0, 0);
    context.clearRect(0, 0, camera.width, camera.height);
    draw(context, camera, sharp);
  }

  const redraw = () => {
    if (!waiting) waiting = requestAnimationFrame(paint);
  };

  function fill() {
    const { clientWidth: width, clientHeight: height } = frame;
    // On paper, and behind another tab, the frame has no size.
    if (!width || !height || (width === camera.width && height === camera.height)) return;
    camera = { ...camera, width, height };
    if (!canvas.width) return;
    cancelAnimationFrame(moving);
    camera = refit() ?? camera;
    cancelAnimationFrame(waiting);
    paint(); // at once: a canvas that changes its size is empty
  }

  /** @param {Camera} to @param {{ softly?: boolean }} [how] */
  function look(to, { softly = false } = {}) {
    cancelAnimationFrame(moving);
    const [from, start] = [camera, performance.now()];
    const move = (/** @type {number} */ now) => {
      const part = Math.min(1, (now - start) / SOFTLY);
      camera = { ...between(from, to, Math.max(0, part)), width: camera.width, height: camera.height };
      if (part < 1) moving = requestAnimationFrame(move);
      redraw();
    };
    if (softly && !calm.matches) moving = requestAnimationFrame(move);
    else camera = { ...to, width: camera.width, height: camera.height };
    redraw();
  }

  fill();
  new ResizeObserver(fill).observe(frame);
  // Another screen may be sharper though the frame is as large as before.
  addEventListener("resize", redraw);
  const onResize = (/** @type {typeof refit} */ act) => void (refit = act);
  return { look, redraw, onResize, camera: () => camera };
}

/** @typedef {ReturnType<typeof makeStage>} Stage */
