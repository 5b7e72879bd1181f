/* The same network as two tables: for readers who hear the page, and for whoever likes lists better. */

function showTables(select) {
  const button = (item, words) =>
    element("button", { type: "button", class: "text", on: { click: () => select(item, { read: true }) } }, spoken(words));
  const order = new Intl.Collator(state.language);
  const things = scene.nodes
    .map((node, at) => ({ node, at }))
    .sort((a, b) => order.compare(nodeName(a.at), nodeName(b.at)))
    .map(({ node, at }) => [
      button({ node: at }, node.label),
      spoken(scene.kinds[node.kind].label),
      String(edgesAt[at].length),
      node.aliases.join(" · "),
    ]);
  const relations = scene.edges.map((edge, at) => [
    spoken(scene.nodes[edge.from].label),
    button({ edge: at }, edge.label),
    spoken(scene.nodes[edge.to].label),
  ]);
  byId("tables").replaceChildren(
    table("things", ["name", "kind", "relation_count", "aliases"], things),
    table("relations", ["from", "relation", "to"], relations),
  );
}

function table(title, columns, rows) {
  return element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": text(title) },
    element("table", {},
      element("caption", {}, text(title)),
      element("thead", {}, element("tr", {}, ...columns.map((key) => element("th", { scope: "col" }, text(key))))),
      element("tbody", {}, ...rows.map((row) => element("tr", {}, ...row.map((cell) => element("td", {}, cell)))))));
}
