/* Mouse, finger and wheel: drag, zoom, pinch, point, click. */

/** @typedef {{ x: number, y: number, touch: boolean }} Spot a pixel of the frame */

/**
 * @typedef {object} Acts
 * @property {(dx: number, dy: number) => void} push
 * @property {(factor: number, at: Spot) => void} zoom
 * @property {(at: Spot | null) => void} point null: the pointer has left
 * @property {(at: Spot) => void} click
 */

const SLACK = { mouse: 4, touch: 9 }; // pixels that a click may slip

/** @param {HTMLElement} frame @param {Acts} acts */
export function watchPointers(frame, acts) {
  /** @type {Map<number, Spot>} */
  const down = new Map();
  let slipped = 0;
  /** A click is one pointer that went down and up, and hardly moved in between. */
  let single = false;

  /** @param {MouseEvent} event @returns {Spot} */
  function spot(event) {
    const { left, top } = frame.getBoundingClientRect();
    const touch = event instanceof PointerEvent && event.pointerType === "touch";
    return { x: event.clientX - left, y: event.clientY - top, touch };
  }

  frame.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    down.set(event.pointerId, spot(event));
    frame.setPointerCapture(event.pointerId);
    single = down.size === 1;
    slipped = 0;
  });

  frame.addEventListener("pointermove", (event) => {
    const [now, before] = [spot(event), down.get(event.pointerId)];
    if (!before) {
      if (!now.touch) acts.point(now);
      return;
    }
    slipped += Math.hypot(now.x - before.x, now.y - before.y);
    if (single && slipped < SLACK[now.touch ? "touch" : "mouse"]) return;
    down.set(event.pointerId, now);
    const others = [...down].flatMap(([id, other]) => (id === event.pointerId ? [] : [other]));
    if (!others.length) acts.push(now.x - before.x, now.y - before.y);
    else pinch(before, now, others[0]);
  });

  /** Two fingers: the point between them stays between them.
   * @param {Spot} before @param {Spot} now @param {Spot} other */
  function pinch(before, now, other) {
    const apart = (/** @type {Spot} */ one) => Math.max(1, Math.hypot(one.x - other.x, one.y - other.y));
    acts.push((now.x - before.x) / 2, (now.y - before.y) / 2);
    acts.zoom(apart(now) / apart(before), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2, touch: true });
  }

  /** @param {PointerEvent} event */
  function up(event) {
    if (!down.delete(event.pointerId)) return;
    const at = spot(event);
    if (event.type === "pointerup" && single && slipped < SLACK[at.touch ? "touch" : "mouse"]) acts.click(at);
    if (!down.size) single = false;
  }
  frame.addEventListener("pointerup", up);
  frame.addEventListener("pointercancel", up);
  frame.addEventListener("pointerleave", () => acts.point(null));

  frame.addEventListener("wheel", (event) => {
    event.preventDefault();
    const pixels = event.deltaY * (event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 400 : 1);
    // A touchpad sends many small steps, a wheel few large ones; a pinch comes as a wheel with Ctrl.
    acts.zoom(Math.exp(-Math.max(-240, Math.min(240, pixels)) * (event.ctrlKey ? 0.01 : 0.0022)), spot(event));
  }, { passive: false });
}
