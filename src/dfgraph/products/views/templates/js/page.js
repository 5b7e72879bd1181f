/* The page as a whole: selection, address, language, and who hears of which change. */

let picture = null;

/** Select a node, an edge or nothing (null). `still`: do not move the picture; `read`: go to the panel. */
function select(item, { still = false, closer = true, read = false, keepAddress = false } = {}) {
  state.selected = item;
  if (item) reveal(item);
  picture?.paint();
  if (item && !still) picture?.show(item, closer);
  showPanel(select);
  if (!keepAddress) writeAddress();
  if (read) readPanel();
}

function readPanel() {
  byId("panel-title").focus({ preventScroll: true });
  if (byId("panel").getBoundingClientRect().top > innerHeight * 0.8 || scrollY > byId("panel").offsetTop) {
    byId("panel").scrollIntoView({ block: "start" });
  }
}

/** What is selected is seen: its kinds are no longer hidden. */
function reveal(item) {
  const ends = item.edge === undefined ? [item.node] : [scene.edges[item.edge].from, scene.edges[item.edge].to];
  if (!ends.some(nodeHidden)) return;
  for (const end of ends) state.hiddenKinds.delete(scene.nodes[end].kind);
  showLegend(kindsChanged);
}

function kindsChanged() {
  const { selected } = state;
  const gone = selected && (selected.edge === undefined ? nodeHidden(selected.node) : edgeHidden(selected.edge));
  if (gone) select(null);
  else {
    picture?.paint();
    showPanel(select);
  }
}

/* `#id=…` names the selection, so that a link leads to it. */

function writeAddress() {
  const { selected } = state;
  const id = selected && (selected.edge === undefined ? scene.nodes[selected.node].id : scene.edges[selected.edge].id);
  const hash = id ? `#id=${encodeURIComponent(id)}` : "";
  if (location.hash !== hash) history.pushState(null, "", hash || location.pathname + location.search);
}

function readAddress() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const id = asked.get("id");
  if (LANGUAGES.includes(asked.get("lang"))) setLanguage(asked.get("lang"));
  const node = scene.nodes.findIndex((one) => one.id === id);
  const edge = scene.edges.findIndex((one) => one.id === id);
  select(node >= 0 ? { node } : edge >= 0 ? { edge } : null, { keepAddress: true, still: !id });
}

function setLanguage(language) {
  state.language = language;
  document.documentElement.lang = language;
  document.title = say(scene.title);
  byId("title").textContent = say(scene.title);
  byId("size").textContent = text("size", { nodes: scene.nodes.length, edges: scene.edges.length });
  byId("language").textContent = text("language");
  byId("language").lang = LANGUAGES.find((tag) => tag !== language);
  byId("query").placeholder = text("search");
  byId("match-count").textContent = "";
  for (const id of ["query", "matches"]) byId(id).setAttribute("aria-label", text("search"));
  byId("picture").setAttribute("aria-label", text("picture"));
  for (const part of document.querySelectorAll("[data-text]")) part.textContent = text(part.dataset.text);
  for (const part of document.querySelectorAll("[data-label]")) {
    part.title = text(part.dataset.label);
    part.setAttribute("aria-label", part.title);
  }
  showLegend(kindsChanged);
  showPanel(select);
  if (byId("twin").open) showTables(select);
  picture?.network.redraw();
}

function start() {
  byId("legend").open = matchMedia("(min-width: 48rem)").matches;
  setLanguage(state.language);
  try {
    picture = startPicture({ select, read: readPanel });
    picture.paint();
  } catch (error) {
    // No canvas, or too little memory: the panel, the search and the tables work all the same.
    console.error(error);
    byId("picture").replaceChildren(element("p", { class: "aside" }, text("broken")));
    byId("twin").open = true;
  }
  startSearch((node) => select({ node }));
  byId("language").addEventListener("click", () => setLanguage(LANGUAGES.find((tag) => tag !== state.language)));
  byId("twin").addEventListener("toggle", () => byId("twin").open && showTables(select));
  dark.addEventListener("change", () => picture?.paint());
  addEventListener("popstate", readAddress);
  addEventListener("hashchange", readAddress);
  readAddress();
  document.documentElement.dataset.ready = "";
}

start();
