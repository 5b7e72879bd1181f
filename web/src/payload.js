/* The data that stands in the page. Run once it is unpacked: see start.js. */

/** @import { Payload, Scene } from "./types.js" */

import { data } from "./unpacking.js";

export const payload = /** @type {Payload} */ (data.payload);

/** @type {Scene} */
export const scene = payload.scene;

export const { texts, language: firstLanguage } = payload;
