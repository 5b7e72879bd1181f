/* The page: what starts, and in which order. */

import { startAddress } from "./address.js";
import { startFilters } from "./filters.js";
import { applyLanguage, startLanguage } from "./language.js";
import { startLegend } from "./legend.js";
import { startPanel } from "./panel.js";
import { startPeek } from "./peek.js";
import { rooms } from "./rooms.js";
import { startSearch } from "./search.js";
import { state } from "./state.js";
import { knowsTab, openTab, startTabs } from "./tabs.js";
import { startTheme } from "./theme.js";
import { startStrip } from "./timeline/strip.js";

startTheme();
startLanguage();
startSearch();
startLegend();
startFilters();
startPanel();
startPeek();
const first = startTabs(rooms);
state.tab = first;
startStrip();
startAddress(first, knowsTab);
openTab();
applyLanguage();
document.documentElement.dataset.ready = "";
