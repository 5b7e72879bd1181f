/* The detail panel: what is known of the selection, each statement with numbers that lead to its sources. */

const BEGINNINGS = 10;

function showPanel(select) {
  const panel = byId("panel");
  if (!state.selected) {
    panel.replaceChildren(...beginning(select));
    return;
  }
  const notes = new Map(); // place in scene.citations → number in this panel
  const parts = state.selected.edge === undefined ? nodeParts(select, notes) : edgeParts(select, notes);
  const close = element("button", {
    type: "button",
    class: "close",
    "aria-label": text("close"),
    title: text("close"),
    on: { click: () => select(null) },
  }, "×");
  panel.replaceChildren(close, ...parts, ...sources(notes));
  panel.scrollTop = 0;
}

/** Nothing is selected: where a reader may begin. */
function beginning(select) {
  const linked = scene.nodes.map((_, at) => at).filter((at) => edgesAt[at].length);
  const most = linked.sort((a, b) => edgesAt[b].length - edgesAt[a].length || a - b).slice(0, BEGINNINGS);
  return [
    element("p", { id: "panel-title", tabindex: "-1" }, text("nothing")),
    ...(most.length ? [element("h2", { class: "small" }, text("most_linked"))] : []),
    element("ol", { class: "relations" }, ...most.map((at) =>
      element("li", {}, nodeButton(at, select), element("span", { class: "count" }, String(edgesAt[at].length))))),
  ];
}

function nodeParts(select, notes) {
  const at = state.selected.node;
  const node = scene.nodes[at];
  const kind = scene.kinds[node.kind];
  const parts = [
    element("p", { class: "kind" }, swatch(kind), spoken(kind.label)),
    spoken(node.label, "h2", { id: "panel-title", tabindex: "-1" }),
  ];
  if (node.aliases.length) parts.push(element("p", { class: "aside" }, `${text("aliases")}: ${node.aliases.join(" · ")}`));
  parts.push(...factParts(node.statements, select, notes));
  if (edgesAt[at].length) {
    parts.push(
      element("h3", {}, `${text("relations")} (${edgesAt[at].length})`),
      element("ul", { class: "relations" }, ...edgesAt[at].map((edge) => relation(edge, at, select, notes))),
    );
  }
  return parts;
}

function edgeParts(select, notes) {
  const edge = scene.edges[state.selected.edge];
  const name = edge.name ?? edge.label;
  const direction = element("span", { class: "arrow", "aria-label": text(edge.directed ? "outgoing" : "mutual"), role: "img" },
    edge.directed ? "→" : "—");
  const parts = [
    element("p", { class: "kind" }, ...(edge.name ? [spoken(edge.label)] : [text("relation")])),
    element("h2", { id: "panel-title", tabindex: "-1" }, spoken(name)),
    element("p", { class: "ends" }, nodeButton(edge.from, select), " ", direction, " ", nodeButton(edge.to, select),
      ...marks(edge, edge.notes, notes, false)),
  ];
  if (edge.node !== undefined) parts.push(element("p", {}, nodeButton(edge.node, select)));
  return [...parts, ...factParts(edge.statements, select, notes)];
}

function factParts(statements, select, notes) {
  if (!statements.length) return [element("p", { class: "aside" }, text("no_facts"))];
  // A field with several values is named once.
  const rows = [];
  for (const statement of statements) {
    const field = say(statement.field);
    if (rows.at(-1)?.field !== field) rows.push({ field, name: spoken(statement.field, "dt"), values: [] });
    rows.at(-1).values.push(value(statement, select, notes));
  }
  return [
    element("h3", {}, text("facts")),
    element("dl", {}, ...rows.map(({ name, values }) => element("div", {}, name, ...values))),
  ];
}

function value(statement, select, notes) {
  const content =
    statement.node === undefined
      ? link(say(statement.value), spoken(statement.value))
      : nodeButton(statement.node, select, statement.value);
  return element("dd", {}, content, ...marks(statement, statement.notes, notes, true));
}

/** What a reader must know beside a statement: derived, contested, and the numbers of its sources. */
function marks({ derived, contested }, cited, notes, wanted) {
  const result = [];
  if (derived) result.push(element("span", { class: "mark", title: text("derived_hint") }, text("derived")));
  if (contested) result.push(element("span", { class: "mark warn", title: text("contested_hint") }, text("contested")));
  if (!cited.length && !derived && wanted) result.push(element("span", { class: "mark" }, text("no_source")));
  for (const at of cited) {
    if (!notes.has(at)) notes.set(at, notes.size + 1);
    const n = notes.get(at);
    const go = () => byId(`source-${n}`).focus();
    result.push(element("button", { type: "button", class: "note", "aria-label": text("source", { n }), on: { click: go } }, String(n)));
  }
  return result.flatMap((mark) => [" ", mark]);
}

function relation(at, node, select, notes) {
  const edge = scene.edges[at];
  const key = edge.directed ? (edge.from === node ? "outgoing" : "incoming") : "mutual";
  const sign = { outgoing: "→", incoming: "←", mutual: "—" }[key];
  return element("li", { class: edgeHidden(at) ? "hidden-kind" : null },
    element("button", { type: "button", class: "text", on: { click: () => select({ edge: at }, { read: true }) } },
      spoken(edge.label)),
    " ",
    element("span", { class: "arrow", role: "img", "aria-label": text(key) }, sign),
    " ",
    nodeButton(otherEnd(edge, node), select),
    ...marks(edge, edge.notes, notes, false),
    edge.name ? spoken(edge.name, "p", { class: "aside" }) : "",
  );
}

function nodeButton(at, select, words = null) {
  return element("button", { type: "button", class: "thing", on: { click: () => select({ node: at }, { read: true }) } },
    swatch(scene.kinds[scene.nodes[at].kind]), words ? spoken(words) : spoken(scene.nodes[at].label));
}

function sources(notes) {
  if (!notes.size) return [];
  const rows = [...notes].map(([at, n]) => {
    const cited = scene.citations[at];
    const details = [
      cited.date && say(cited.date),
      cited.paragraph !== undefined && text("paragraph", { n: cited.paragraph }),
      cited.page !== undefined && text("page", { n: cited.page }),
      cited.speaker && text("speaker", { name: say(cited.speaker) }),
      cited.confidence && text("confidence", { level: say(cited.confidence) }),
      cited.because && text("because", { reason: say(cited.because) }),
    ].filter(Boolean);
    return element("li", { id: `source-${n}`, tabindex: "-1", value: n },
      link(cited.url ?? "", spoken(cited.source)),
      details.length ? element("span", { class: "aside" }, ` ${details.join(" · ")}`) : "",
      ...(cited.stance ? [" ", element("span", { class: "mark warn" }, say(cited.stance))] : []),
      ...(cited.open ? [" ", element("span", { class: "mark" }, text("open_list"))] : []));
  });
  return [element("h3", {}, text("sources")), element("ol", { class: "sources" }, ...rows)];
}
