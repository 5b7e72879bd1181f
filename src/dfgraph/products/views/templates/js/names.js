/* Names beside the nodes, always in a size that can be read, and never one over another: the best connected come first,
   and more appear as the reader comes closer. */

const NAME_SIZE = 13;
const LINE_HEIGHT = 16;
const LINE_LENGTH = 20;
const CROWD = 80;
const FOREMOST = 24;
const FONT = `${NAME_SIZE}px system-ui, "Segoe UI", "Noto Sans", "Be Vietnam Pro", Roboto, Arial, sans-serif`;

/** A name in up to three lines of much the same length, broken between words. */
function lines(name) {
  const limit = Math.max(8, Math.ceil(name.length / Math.ceil(name.length / LINE_LENGTH)) + 3);
  const result = [];
  for (const word of name.split(/\s+/)) {
    const last = result.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= limit) result[result.length - 1] = `${last} ${word}`;
    else result.push(word);
  }
  return result.length > 3 ? [...result.slice(0, 2), `${result[2]}…`] : result;
}

const measured = new Map();

/** Lines and size of a text in pixels; measured once. */
function block(context, name) {
  if (!measured.has(name)) {
    const rows = lines(name);
    const width = Math.max(...rows.map((row) => context.measureText(row).width));
    measured.set(name, { rows, width: width + 10, height: rows.length * LINE_HEIGHT });
  }
  return measured.get(name);
}

const touch = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Places for a block beside a disc: below, above, right, left. */
function places({ x, y, radius }, { width, height }) {
  const gap = radius + 3;
  return [
    { x: x - width / 2, y: y + gap, width, height },
    { x: x - width / 2, y: y - gap - height, width, height },
    { x: x + gap, y: y - height / 2, width, height },
    { x: x - gap - width, y: y - height / 2, width, height },
  ];
}

/** Nodes in view as discs on the screen, first those whose names matter most now. */
function discs(network) {
  const scale = network.getScale();
  const spots = network.getPositions();
  const { clientWidth, clientHeight } = byId("picture");
  const near = nearSelection();
  const rank = (at) => {
    if (state.hovered?.node === at || state.selected?.node === at) return 1e6;
    return edgesAt[at].length + (near?.nodes.has(at) ? 1e3 : 0);
  };
  return Object.keys(spots) // vis leaves out the hidden ones
    .map(Number)
    .map((at) => ({ at, ...network.canvasToDOM(spots[at]), radius: scene.nodes[at].size * scale, rank: rank(at) }))
    .filter(({ x, y }) => x > -80 && y > -40 && x < clientWidth + 80 && y < clientHeight + 40)
    .map((disc) => ({ ...disc, faded: near !== null && disc.rank < 1e3 }))
    .sort((a, b) => b.rank - a.rank || a.at - b.at);
}

function writeNames(network, context) {
  context.save();
  const sharp = window.devicePixelRatio || 1;
  context.setTransform(sharp, 0, 0, sharp, 0, 0);
  context.font = FONT;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = colour("paper");
  context.fillStyle = colour("ink");
  const taken = [];
  const all = discs(network);
  const solid = all.map(({ at, x, y, radius }) => ({ at, x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius }));
  const foremost = all.length > CROWD ? FOREMOST : 0;
  writeEdgeName(network, context, taken);
  all.forEach((disc, order) => {
    const name = block(context, nodeName(disc.at));
    const clear = (place) => !taken.some((other) => touch(place, other));
    const covers = (place, discs) => discs.some((other) => other.at !== disc.at && touch(place, other));
    const options = places(disc, name).filter((place) => disc.rank >= 1e6 || clear(place));
    // The names that matter most may lie over lesser nodes, where a crowd leaves no free place.
    const place =
      options.find((place) => !covers(place, solid)) ??
      (order < foremost ? options.find((place) => !covers(place, solid.slice(0, order))) : null) ??
      (disc.rank >= 1e6 ? options[0] : null);
    if (!place) return;
    taken.push(place);
    write(context, name, place, disc.faded ? 0.35 : 1);
  });
  context.restore();
}

function write(context, { rows }, place, strength) {
  context.globalAlpha = strength;
  rows.forEach((row, at) => {
    const [x, y] = [place.x + place.width / 2, place.y + (at + 0.5) * LINE_HEIGHT];
    context.strokeText(row, x, y);
    context.fillText(row, x, y);
  });
}

/** The name of the edge that is pointed at or selected, at its middle. */
function writeEdgeName(network, context, taken) {
  const at = state.hovered?.edge ?? state.selected?.edge;
  if (at === undefined || edgeHidden(at)) return;
  const { from, to } = scene.edges[at];
  const [start, end] = [from, to].map((node) => network.canvasToDOM(network.getPosition(node)));
  if (Math.hypot(end.x - start.x, end.y - start.y) < 70) return; // it would hide the ends themselves
  const { x, y } = network.canvasToDOM(middle(network, scene.edges[at]));
  const name = block(context, say(scene.edges[at].label));
  const place = { x: x - name.width / 2, y: y - name.height / 2, width: name.width, height: name.height };
  taken.push(place);
  write(context, name, place, 1);
}

/** The middle of an edge, which bows to its left as vis draws a curvedCW edge of that roundness. */
function middle(network, { from, to, bend }) {
  const [start, end] = [network.getPosition(from), network.getPosition(to)];
  return {
    x: (start.x + end.x) / 2 + ((end.y - start.y) * bend) / 2,
    y: (start.y + end.y) / 2 - ((end.x - start.x) * bend) / 2,
  };
}
