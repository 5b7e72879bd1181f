/* The outlines in the page, and the two projections in which they are seen. */

/** @import { GeoProjection } from "d3-geo" */
/** @import { Land, Point } from "./land.js" */

import { geoMercator, geoNaturalEarth1 } from "d3-geo";

const EAST = 106; // the meridian of Vietnam stands in the middle
const MARGIN = 6;

/** @type {Land | null | undefined} */
let known;

/** The outlines; null in a page that has none. @returns {Land | null} */
export function atlas() {
  if (known === undefined) {
    const packed = document.getElementById("land")?.textContent;
    known = packed ? /** @type {Land} */ (JSON.parse(packed)) : null;
  }
  return known;
}

/** @typedef {[number, number]} Size in pixels */

/** @param {Size} size @returns {GeoProjection} */
export const worldProjection = ([width, height]) =>
  geoNaturalEarth1()
    .rotate([-EAST, 0])
    .fitExtent([[MARGIN, MARGIN], [width - MARGIN, height - MARGIN]], { type: "Sphere" });

/** The whole box is seen, whatever the frame: nothing at its rim is cropped.
 * @param {[number, number, number, number]} box @param {Size} size @returns {GeoProjection} */
export function seaProjection(box, [width, height]) {
  return geoMercator()
    .rotate([-(box[0] + box[2]) / 2, 0])
    .fitExtent([[0, 0], [width, height]], { type: "MultiPoint", coordinates: corners(box) });
}

/** @param {[number, number, number, number]} box @returns {Point[]} */
export const corners = ([west, south, east, north]) => [[west, south], [west, north], [east, north], [east, south]];
