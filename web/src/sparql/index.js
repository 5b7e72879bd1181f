/** @import { View } from "../types.js" */

import { payload } from "../payload.js";
import { startSparql } from "./room.js";

/** @type {View} */
export const view = {
  key: "sparql",
  title: "tab_sparql",
  available: () => payload.sparql !== undefined,
  start: startSparql,
};
