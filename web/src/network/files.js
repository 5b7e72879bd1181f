/* The picture as a file that a reader keeps: SVG, and PNG made of it. */

/** @import { Arrangement } from "./arrangement.js" */
/** @import { Picture } from "./picture.js" */

import { byId, download, element } from "../dom.js";
import { fold } from "../fold.js";
import { scene } from "../payload.js";
import { state } from "../state.js";
import { say } from "../words.js";
import { boxOf } from "./bodies.js";
import { ON_PAPER, colours } from "./colours.js";
import { figure, whole } from "./figure.js";

export const PNG_WIDTH = 3000;
const PNG_HIGHEST = 8000;

/** The same picture in the colours of paper, without what the pointer happens to touch.
 * @param {Picture} picture @returns {Picture} */
export const onPaper = (picture) => ({
  ...picture,
  pointed: { body: -1, line: -1, glow: [] },
  colours: colours(ON_PAPER, scene.kinds),
});

/** What stands above and below the picture.
 * @param {Picture} picture */
export function captions({ heaps, widthOf }) {
  const kinds = [...new Set(heaps.map(({ kind }) => kind))].sort((a, b) => a - b);
  return {
    title: say(scene.title),
    // What the page says of its size it says of the picture: a part of something larger must not look whole.
    aside: byId("size").textContent ?? "",
    entries: kinds.map((kind) => ({ kind, label: say(scene.kinds[kind].label) })),
    language: state.language,
    widthOf,
  };
}

/** @param {Arrangement} arrangement */
function drawing(arrangement) {
  const box = boxOf(arrangement.bodies, arrangement.drawn()) ?? { left: 0, top: 0, right: 1, bottom: 1 };
  return figure(onPaper(arrangement.picture), whole(box), captions(arrangement.picture));
}

const fileName = () => fold(say(scene.title)).replace(/ /g, "-").slice(0, 80) || "dfgraph";

/** @param {Arrangement} arrangement */
export function saveSvg(arrangement) {
  download(`${fileName()}.svg`, drawing(arrangement).text, "image/svg+xml");
}

/** @param {Arrangement} arrangement */
export async function savePng(arrangement) {
  const { text, width, height } = drawing(arrangement);
  const times = Math.min(PNG_WIDTH / width, PNG_HIGHEST / height);
  const canvas = element("canvas", { width: Math.round(width * times), height: Math.round(height * times) });
  const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  try {
    const image = new Image(canvas.width, canvas.height);
    image.src = address;
    await image.decode();
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  } finally {
    URL.revokeObjectURL(address);
  }
  const blob = await new Promise((/** @type {BlobCallback} */ done) => canvas.toBlob(done, "image/png"));
  if (!blob) throw new Error("the picture is too large for a PNG");
  download(`${fileName()}.png`, blob);
}
