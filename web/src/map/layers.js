/* What is drawn on a map, layer by layer: land, flows, points, names. */

/** @import { GeoProjection } from "d3-geo" */
/** @import { Flow } from "./flows.js" */
/** @import { Name } from "./names.js" */
/** @import { Light } from "./light.js" */
/** @import { Point } from "./land.js" */

import { geoPath } from "d3-geo";
import { svg } from "../dom.js";
import { scene } from "../payload.js";
import { swatch } from "../swatch.js";
import { nodeName } from "../things.js";
import { text } from "../words.js";
import { atlas, corners } from "./atlas.js";
import { flowWidth } from "./flows.js";
import { isIslet, planePath, unpacked } from "./land.js";
import { LINE } from "./names.js";

const CROWD = 80; // so many flows would hide the land

let clips = 0;

/** Sea and land, and room for the flows: all that is magnified as it is.
 * @param {GeoProjection} projection @param {boolean} region the region of the East Sea, else the world */
export function ground(projection, region) {
  const land = /** @type {NonNullable<ReturnType<typeof atlas>>} */ (atlas());
  const path = geoPath(projection);
  const plane = (/** @type {Point} */ point) => projection(point);
  const sea = unpacked(land.sea);
  const edge = region ? planePath([[corners(land.sea.box)]], plane) : path({ type: "Sphere" });
  const world = region ? "" : path({ type: "MultiPolygon", coordinates: unpacked(land.world) });
  const clip = `map-edge-${(clips += 1)}`;
  const flows = svg("g", { class: "map-flows" });
  const drawn = svg("g", { class: "map-ground" },
    svg("clipPath", { id: clip }, svg("path", { d: edge })),
    svg("path", { class: "map-sea", d: edge }),
    svg("g", { "clip-path": `url(#${clip})` },
      world ? svg("path", { class: "map-land", d: world }) : null,
      svg("path", { class: "map-land", d: planePath(sea.filter((rings) => !isIslet(rings)), plane) }),
      flows,
      // Most islets are smaller than a pixel: without a line of their own, and above the flows, nobody would see them.
      svg("path", { class: "map-islet", d: planePath(sea.filter(isIslet), plane) })));
  return { drawn, flows };
}

/**
 * Great circles between the ends, as wide as there are relations.
 * @param {Flow[]} all
 * @param {GeoProjection} projection
 * @param {Light} light
 */
export function drawnFlows(all, projection, light) {
  const path = geoPath(projection).digits(1);
  const crowd = all.length > CROWD ? " crowd" : "";
  const place = (/** @type {number} */ at) => [scene.nodes[at].lon ?? 0, scene.nodes[at].lat ?? 0];
  return all.flatMap((flow, at) => {
    const d = path({ type: "LineString", coordinates: [place(flow.from), place(flow.to)] });
    if (!d) return [];
    const lit = flow.edges.some(light.lit);
    const told = text("map_flow", { from: nodeName(flow.from), to: nodeName(flow.to), n: flow.edges.length });
    const name = svg("title", {}, told);
    return [
      svg("path", { class: `map-flow${lit ? " lit" : light.chosen ? " far" : crowd}`, d, "stroke-width": flowWidth(flow.edges.length) }),
      // What can be hit is wider than what is seen.
      svg("path", { class: "map-flow-hit", d, "data-flow": at }, name),
    ];
  });
}

/** The points, each at its place in the list of nodes; where they stand is told by `movePoint`.
 * @param {Iterable<number>} nodes @param {Light} light @param {number | null} selected */
export const drawnPoints = (nodes, light, selected) =>
  [...nodes].map((at) => {
    const mark = swatch(scene.kinds[scene.nodes[at].kind]).firstElementChild;
    const state = at === selected ? " selected" : light.chosen && !light.near(at) ? " far" : "";
    return svg("g", { class: `map-point${state}`, "data-node": at }, mark);
  });

/** @param {Element} point @param {[number, number]} place on the screen @param {number} radius */
export function movePoint(point, [x, y], radius) {
  const size = (radius / 6).toFixed(2);
  point.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${size}) translate(-7 -7)`);
}

/** @param {Name[]} names */
export const drawnNames = (names) =>
  names.map(({ key, lines, x, y, anchor }) =>
    svg("text", { class: `map-name ${key.startsWith("label ") ? "map-label" : ""}`, "text-anchor": anchor },
      ...lines.map((line, at) => svg("tspan", { x: x.toFixed(1), y: (y + at * LINE).toFixed(1) }, line))));
