/* The picture as an SVG file: a heading, the same strokes as on the screen, and the kinds with their shapes. */

/** @import { Camera } from "./camera.js" */
/** @import { Colours } from "./colours.js" */
/** @import { Picture } from "./picture.js" */

import { fitted } from "./camera.js";
import { paint } from "./paint.js";
import { trace } from "./shapes.js";
import { SvgSurface, escaped } from "./svg_surface.js";

const MARGIN = 90; // room for names beside the outermost bodies
const ROW = 22;
const FAMILY = "system-ui, 'Segoe UI', 'Noto Sans', 'Be Vietnam Pro', Roboto, Arial, sans-serif";

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Box */
/** @typedef {{ label: string, kind: number }} Entry */
/** @typedef {{ title: string, aside: string, entries: Entry[], language: string, widthOf: (row: string) => number }} Captions */

/** The camera that shows all of the box in a file: as large as names need, within what programs like to open.
 * @param {Box} box @returns {Camera} */
export function whole(box) {
  const [wide, high] = [Math.max(box.right - box.left, 1), Math.max(box.bottom - box.top, 1)];
  const scale = Math.min(1.3, 2600 / Math.max(wide, high));
  const [width, height] = [Math.max(640, wide * scale + 2 * MARGIN), Math.max(240, high * scale + 2 * MARGIN)];
  const camera = { x: 0, y: 0, scale, width: Math.round(width), height: Math.round(height) };
  return fitted(camera, box, { closest: scale, margin: MARGIN });
}

/**
 * @param {Picture} picture with the colours of paper
 * @param {Camera} camera
 * @param {Captions} captions
 * @returns {{ text: string, width: number, height: number }}
 */
export function figure(picture, camera, { title, aside, entries, language, widthOf }) {
  const { width } = camera;
  const { paper, ink } = picture.colours;
  const drawing = new SvgSurface();
  paint(drawing, camera, picture);
  const head = aside ? 68 : 46;
  const { written, bottom } = legend(picture.colours, picture.shapes, entries, width, widthOf);
  const height = head + camera.height + bottom;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" lang="${language}" font-family="${FAMILY}" stroke-linejoin="round">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${paper}"/>`,
    `<text x="20" y="34" font-size="20" font-weight="600" fill="${ink}">${escaped(title)}</text>`,
    aside ? `<text x="20" y="58" font-size="13" fill="${ink}">${escaped(aside)}</text>` : "",
    `<svg y="${head}" width="${width}" height="${camera.height}">`,
    drawing.content(),
    "</svg>",
    `<g transform="translate(0 ${head + camera.height})">`,
    written,
    "</g>",
    "</svg>",
  ];
  return { text: `${parts.filter(Boolean).join("\n")}\n`, width, height };
}

/** The kinds in rows, as wide as the picture.
 * @param {Colours} colours @param {string[]} shapes @param {Entry[]} entries @param {number} width
 * @param {(row: string) => number} widthOf */
function legend({ kinds, ink }, shapes, entries, width, widthOf) {
  const surface = new SvgSurface();
  surface.font = "13px";
  surface.textAlign = "left";
  surface.strokeStyle = ink;
  let [x, y] = [20, 14];
  for (const { label, kind } of entries) {
    const room = widthOf(label) + 48;
    if (x > 20 && x + room > width) [x, y] = [20, y + ROW];
    surface.beginPath();
    trace(surface, shapes[kind], x + 7, y, 6);
    surface.fillStyle = kinds[kind];
    surface.fill();
    surface.stroke();
    surface.fillStyle = ink;
    surface.fillText(label, x + 20, y);
    x += room;
  }
  return { written: surface.content(), bottom: entries.length ? y + 20 : 0 };
}
