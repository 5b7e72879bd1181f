/* Moving and magnifying a map by mouse, by fingers and by its buttons. */

/** @import { Size } from "./atlas.js" */
/** @import { Zoom } from "./zoom.js" */

import { moved, zoomed } from "./zoom.js";

const CLICK = 4; // pixels that a hand may tremble

/**
 * @typedef {object} Grip
 * @property {() => Zoom} now
 * @property {() => Size} size
 * @property {(zoom: Zoom) => void} set
 * @property {(at: [number, number], event: PointerEvent) => void} click
 * @property {(at: [number, number] | null, event: PointerEvent) => void} hover
 */

/**
 * @param {HTMLElement} frame
 * @param {Grip} grip
 */
export function startGestures(frame, grip) {
  /** @type {Map<number, [number, number]>} */
  const fingers = new Map();
  let travelled = 0;
  const at = (/** @type {MouseEvent} */ event) => {
    const { left, top } = frame.getBoundingClientRect();
    return /** @type {[number, number]} */ ([event.clientX - left, event.clientY - top]);
  };

  frame.addEventListener("wheel", (event) => {
    const factor = Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.002));
    const next = zoomed(grip.now(), factor, at(event), grip.size());
    // At the end of its range the map lets the page scroll.
    if (next.k === grip.now().k) return;
    event.preventDefault();
    grip.set(next);
  }, { passive: false });

  frame.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    if (!fingers.size) travelled = 0;
    fingers.set(event.pointerId, at(event));
  });

  frame.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return grip.hover(at(event), event);
    const here = at(event);
    travelled += Math.hypot(here[0] - before[0], here[1] - before[1]);
    // Only what is moved is captured: a captured pointer would send its click to the frame.
    if (travelled > CLICK && !frame.hasPointerCapture(event.pointerId)) frame.setPointerCapture(event.pointerId);
    const others = [...fingers].filter(([id]) => id !== event.pointerId);
    fingers.set(event.pointerId, here);
    if (others.length === 1) pinch(others[0][1], before, here);
    else if (!others.length && travelled > CLICK) grip.set(moved(grip.now(), here[0] - before[0], here[1] - before[1], grip.size()));
  });

  /** @param {[number, number]} other @param {[number, number]} before @param {[number, number]} here */
  function pinch(other, before, here) {
    const apart = (/** @type {[number, number]} */ [x, y]) => Math.hypot(x - other[0], y - other[1]) || 1;
    const middle = /** @type {[number, number]} */ ([(other[0] + here[0]) / 2, (other[1] + here[1]) / 2]);
    const near = zoomed(grip.now(), apart(here) / apart(before), middle, grip.size());
    grip.set(moved(near, (here[0] - before[0]) / 2, (here[1] - before[1]) / 2, grip.size()));
  }

  frame.addEventListener("pointerup", (event) => {
    const pressed = fingers.delete(event.pointerId);
    if (pressed && !fingers.size && travelled <= CLICK) grip.click(at(event), event);
  });
  frame.addEventListener("pointercancel", (event) => fingers.delete(event.pointerId));
  frame.addEventListener("pointerleave", (event) => grip.hover(null, event));
}
