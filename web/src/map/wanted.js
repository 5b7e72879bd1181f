/* Which names a map would like to show, the most wanted first. */

/** @import { GeoProjection } from "d3-geo" */
/** @import { Light } from "./light.js" */
/** @import { Wanted } from "./names.js" */
/** @import { Zoom } from "./zoom.js" */

import { element } from "../dom.js";
import { payload } from "../payload.js";
import { state } from "../state.js";
import { edgesAt, nodeName } from "../things.js";
import { say } from "../words.js";
import { radius } from "./light.js";
import { onScreen } from "./zoom.js";

/** @type {CanvasRenderingContext2D | null} */
let pen = null;

/** @type {Map<string, number>} */
const widths = new Map();

/** The width of a text on the map, in pixels. @param {string} written */
export function measure(written) {
  let width = widths.get(written);
  if (width === undefined) {
    pen ??= element("canvas").getContext("2d");
    if (pen) pen.font = '12px system-ui, "Segoe UI", "Noto Sans", "Be Vietnam Pro", Roboto, Arial, sans-serif';
    width = pen ? pen.measureText(written).width : written.length * 7;
    widths.set(written, width);
  }
  return width;
}

/**
 * What is pointed at or selected, then by relations.
 * @param {Map<number, [number, number]>} places
 * @param {Light} light
 * @param {number | null} hovered
 * @returns {Wanted[]}
 */
export function wantedNames(places, light, hovered) {
  const first = (/** @type {number} */ at) => at === hovered || at === state.selected?.node;
  const rank = (/** @type {number} */ at) => (first(at) ? 1e6 : 0) + edgesAt[at].length;
  return [...places]
    .filter(([at]) => first(at) || !light.chosen || light.near(at))
    .sort(([a], [b]) => rank(b) - rank(a) || a - b)
    .map(([at, [x, y]]) => ({ key: String(at), text: nodeName(at), x, y, radius: radius(at, places.size), must: first(at) }));
}

/**
 * The labels of places, from the file that the page's maker has chosen.
 * @param {GeoProjection} projection
 * @param {Zoom} zoom
 * @param {boolean} must whether they are written whatever lies there
 * @returns {Wanted[]}
 */
export function wantedLabels(projection, zoom, must) {
  return (payload.labels ?? []).flatMap(({ id, lon, lat, vi, en }) => {
    const spot = projection([lon, lat]);
    if (!spot) return [];
    const [x, y] = onScreen(zoom, spot);
    return [{ key: `label ${id}`, text: say({ vi, en }), x, y, radius: 0, must }];
  });
}
