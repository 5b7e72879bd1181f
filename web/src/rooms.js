/* The rooms of the page in the order of their tabs. */

import { view as map } from "./map/index.js";
import { view as network } from "./network/index.js";
import { view as numbers } from "./numbers/index.js";
import { view as sparql } from "./sparql/index.js";
import { view as table } from "./table/index.js";
import { view as timeline } from "./timeline/index.js";

export const rooms = [network, map, timeline, table, numbers, sparql];
