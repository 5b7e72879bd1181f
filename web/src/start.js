/* Where the page begins: nothing else is run before its data is at hand. */

import { unpack } from "./unpacking.js";

unpack()
  .then(() => import("./main.js"))
  .catch((error) => {
    console.error(error);
    document.getElementById("broken")?.removeAttribute("hidden");
  });
