/* The picture: vis-network with our positions; pointing, clicking and walking with the keys. */

const CLOSE_ENOUGH = 0.9; // the zoom at which a thing that was looked for is shown

const calm = matchMedia("(prefers-reduced-motion: reduce)");

function startPicture({ select, read }) {
  const frame = byId("picture");
  // Names are written by names.js: vis lets them run into each other.
  const nodes = new vis.DataSet(drawn.nodes.map(({ label, ...node }) => node));
  const edges = new vis.DataSet(drawn.edges);
  const network = new vis.Network(frame, { nodes, edges }, drawn.options);

  const under = ({ pointer }) => {
    const node = network.getNodeAt(pointer.DOM);
    if (node !== undefined) return { node };
    const edge = network.getEdgeAt(pointer.DOM);
    return edge === undefined ? null : { edge };
  };

  function point(item) {
    state.hovered = item;
    frame.classList.toggle("pointing", item !== null);
    network.redraw();
  }

  network.on("click", (event) => select(under(event), { still: true }));
  network.on("hoverNode", ({ node }) => point({ node }));
  network.on("hoverEdge", ({ edge }) => point({ edge }));
  network.on("blurNode", () => point(null));
  network.on("blurEdge", () => point(null));
  network.on("afterDrawing", (context) => writeNames(network, context));

  const motion = () => (calm.matches ? false : { duration: 350 });
  /** All of these nodes, with a margin for their names. */
  function fit(many, closest, animation) {
    if (!many.length) return;
    network.fit({ nodes: many, maxZoomLevel: closest / 0.9, animation: false });
    const [scale, position] = [network.getScale() * 0.9, network.getViewPosition()];
    network.moveTo({ position, scale, animation });
  }
  const visibleNodes = () => scene.nodes.map((_, at) => at).filter((at) => !nodeHidden(at));
  const seeAll = () => fit(visibleNodes(), 1.3, false);

  function zoom(factor) {
    network.moveTo({ scale: Math.min(4, Math.max(0.05, network.getScale() * factor)), animation: false });
  }

  /** Bring the item to the middle; `closer`: so near that it and what it touches fill the picture. */
  function show(item, closer) {
    if (closer || item.node === undefined) {
      fit([...nearSelection().nodes].filter((at) => !nodeHidden(at)), CLOSE_ENOUGH, motion());
    } else network.moveTo({ position: network.getPosition(item.node), animation: motion() });
  }

  /** The visible node that lies in the direction of the arrow: a neighbour if there is one. */
  function step(dx, dy) {
    const from = state.selected?.node ?? (state.selected ? scene.edges[state.selected.edge].from : null);
    const visible = visibleNodes().filter((at) => at !== from);
    if (from === null) return visible.sort((a, b) => edgesAt[b].length - edgesAt[a].length)[0];
    const here = network.getPosition(from);
    const cost = (at) => {
      const there = network.getPosition(at);
      const along = (there.x - here.x) * dx + (there.y - here.y) * dy;
      const across = Math.abs((there.x - here.x) * dy) + Math.abs((there.y - here.y) * dx);
      return along > 0 && across <= along * 1.2 ? along + across * 1.5 : Infinity;
    };
    const nearest = (many) => many.map((at) => [cost(at), at]).sort((a, b) => a[0] - b[0])[0];
    const neighbours = new Set(edgesAt[from].map((at) => otherEnd(scene.edges[at], from)));
    for (const many of [visible.filter((at) => neighbours.has(at)), visible]) {
      const [far, at] = nearest(many) ?? [Infinity, null];
      if (far < Infinity) return at;
    }
    return null;
  }

  const walk = (dx, dy) => () => {
    const node = step(dx, dy);
    if (node !== null && node !== undefined) select({ node }, { closer: false });
  };
  const keys = {
    ArrowLeft: walk(-1, 0),
    ArrowRight: walk(1, 0),
    ArrowUp: walk(0, -1),
    ArrowDown: walk(0, 1),
    "+": () => zoom(1.25),
    "=": () => zoom(1.25),
    "-": () => zoom(0.8),
    0: seeAll,
    Escape: () => select(null),
    Enter: () => state.selected && read(),
  };
  frame.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in keys)) return;
    event.preventDefault();
    keys[event.key]();
  });
  byId("zoom-in").addEventListener("click", () => zoom(1.25));
  byId("zoom-out").addEventListener("click", () => zoom(0.8));
  byId("see-all").addEventListener("click", seeAll);

  seeAll();
  return { network, show, paint: () => paint(nodes, edges) };
}
