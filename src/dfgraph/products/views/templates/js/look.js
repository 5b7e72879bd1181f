/* How each node and edge looks now: its kind, hidden or not, selected, beside the selection, or far from it. */

const dark = matchMedia("(prefers-color-scheme: dark)");
const FAR = 0.22;

/** A colour of the style sheet, so that light and dark are decided in one place. */
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** The nodes and edges that the selection touches; null when nothing is selected. */
function nearSelection() {
  if (!state.selected) return null;
  const { node, edge } = state.selected;
  const edges = new Set(edge === undefined ? edgesAt[node] : [edge]);
  const nodes = new Set(node === undefined ? [] : [node]);
  for (const at of edges) nodes.add(scene.edges[at].from).add(scene.edges[at].to);
  return { nodes, edges };
}

function paint(nodes, edges) {
  const near = nearSelection();
  const [ink, accent, line] = [colour("ink"), colour("accent"), colour("line")];
  nodes.update(
    scene.nodes.map(({ kind, size }, id) => {
      const selected = state.selected?.node === id;
      const look = { background: scene.kinds[kind].colour, border: selected ? accent : ink };
      return {
        id,
        hidden: nodeHidden(id),
        opacity: !near || near.nodes.has(id) ? 1 : FAR,
        borderWidth: selected ? 5 : 1,
        size: selected ? size + 3 : size,
        color: { ...look, hover: look, highlight: look },
      };
    }),
  );
  edges.update(
    scene.edges.map((_, id) => {
      const lit = near?.edges.has(id) ?? false;
      const look = lit ? accent : line;
      return {
        id,
        hidden: edgeHidden(id),
        width: state.selected?.edge === id ? 4 : lit ? 3 : 1.8,
        color: { color: look, hover: accent, highlight: look, opacity: !near || lit ? 1 : FAR },
      };
    }),
  );
}
