/* On paper the canvas would be empty, or coarse: while the page prints, the same picture stands there as SVG. */

/** @import { Camera } from "./camera.js" */
/** @import { Picture } from "./picture.js" */

import { onPaper } from "./files.js";
import { paint } from "./paint.js";
import { SvgSurface } from "./svg_surface.js";

/** What is seen now as an element.
 * @param {Picture} picture @param {Camera} camera */
function drawn(picture, camera) {
  const surface = new SvgSurface();
  paint(surface, camera, onPaper(picture));
  const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${camera.width} ${camera.height}" stroke-linejoin="round">${surface.content()}</svg>`;
  return document.importNode(new DOMParser().parseFromString(text, "image/svg+xml").documentElement, true);
}

/**
 * @param {HTMLElement} host
 * @param {HTMLElement} frame
 * @param {() => [Picture, Camera]} now
 */
export function printed(host, frame, now) {
  /** @type {Element | null} */
  let stand = null;
  const swap = () => {
    if (stand || host.hidden) return;
    const [picture, camera] = now();
    if (!camera.width) return;
    stand = drawn(picture, camera);
    frame.append(stand);
    frame.classList.add("printing");
  };
  const restore = () => {
    stand?.remove();
    stand = null;
    frame.classList.remove("printing");
  };
  addEventListener("beforeprint", swap);
  addEventListener("afterprint", restore);
  // Some browsers tell of printing only so.
  matchMedia("print").addEventListener("change", ({ matches }) => (matches ? swap() : restore()));
}
