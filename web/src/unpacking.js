/* The data of the page, out of the element in which it stands: plain, or packed where it is long. */

/** @import { Payload } from "./types.js" */

import { inflated } from "./inflating.js";

const element = document.getElementById("data");

/** @type {{ payload: Payload | null }} what `payload.js` hands on */
export const data = { payload: null };

/** To be awaited before anything that reads the payload is run. Rejects in browsers that cannot unpack. */
export async function unpack() {
  const text = element?.textContent ?? "";
  const packed = element?.getAttribute("type") === "application/gzip";
  data.payload = JSON.parse(packed ? await inflated(text).text() : text);
}
