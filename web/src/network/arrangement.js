/* From what a reader has chosen to the picture that is drawn: which groups are open, which lines there are, what stands
   out. Each part is made anew only when what it rests on has changed. */

/** @import { Item } from "../types.js" */
/** @import { Colours } from "./colours.js" */
/** @import { Picture } from "./picture.js" */

import { scene } from "../payload.js";
import { state } from "../state.js";
import { edgesAt, nodeName } from "../things.js";
import { nodeVisible, visibleEdges, visibleNodes } from "../visible.js";
import { say } from "../words.js";
import { presence, readBodies, standing } from "./bodies.js";
import { emphasis, pointed } from "./emphasis.js";
import { gridOf } from "./grid.js";
import { joinLines, readEnds } from "./lines.js";
import { blocks } from "./names.js";
import { heapsOf, strandsOf } from "./picture.js";

/** So few things need not be grouped. */
const FEW = 300;

export class Arrangement {
  bodies = readBodies(scene);
  #ends = readEnds(scene);
  #grid = gridOf(this.bodies.x, this.bodies.y, this.bodies.radius);
  #rank = new Int32Array(this.bodies.count);
  #widthOf;
  #block;
  #colours;
  /** Groups that the reader has opened. @type {Set<number>} */
  opened = new Set();
  /** A closed group that is pointed at, -1 for none. */
  cursor = -1;
  /** What each thing is drawn as. */
  stands = new Int32Array(0);
  /** @type {Picture} */
  picture;

  /** @param {Colours} colours @param {Picture["widthOf"]} widthOf */
  constructor(colours, widthOf) {
    this.#colours = colours;
    this.#widthOf = widthOf;
    this.#block = blocks(widthOf);
    this.bodies.byWeight.forEach((at, place) => (this.#rank[at] = place));
    this.picture = this.filtered();
  }

  /** After a change of filters, of groups or of the selection. */
  filtered() {
    const { bodies } = this;
    const nodes = visibleNodes();
    const all = new Set(nodes.length <= FEW ? (scene.groups ?? []).map((_, at) => bodies.things + at) : []);
    this.stands = standing(bodies, all.size ? all : this.opened);
    const present = presence(bodies, this.stands, nodes);
    if (this.cursor >= 0 && !present[this.cursor]) this.cursor = -1;
    return this.#selected(present);
  }

  /** @param {Int32Array} present */
  #selected(present) {
    const { selected } = state;
    const { from, to } = this.#ends;
    const looked = (/** @type {number} */ edge) =>
      selected !== null && (edge === selected.edge || from[edge] === selected.node || to[edge] === selected.node);
    const lines = joinLines(this.#ends, this.stands, visibleEdges(), looked);
    const alone = state.around !== null || (state.path !== null && state.path.to !== null);
    const shown = emphasis(selected, alone, lines, this.stands, edgesAt);
    this.picture = {
      ...{ bodies: this.bodies, grid: this.#grid, rank: this.#rank, present, lines },
      emphasis: shown,
      pointed: { body: -1, line: -1, glow: [] },
      strands: strandsOf(lines, shown),
      heaps: heapsOf(this.bodies, present, shown),
      colours: this.#colours,
      shapes: scene.kinds.map(({ shape }) => shape),
      nameOf: (body) => this.nameOf(body),
      lineName: (line) => this.#lineName(line),
      widthOf: this.#widthOf,
      block: this.#block,
    };
    return this.pointed();
  }

  /** After a change of what is pointed at. */
  pointed() {
    const { lines } = this.picture;
    const now = pointed(state.hovered, this.cursor, state.selected !== null, lines, this.stands, edgesAt);
    this.picture = { ...this.picture, pointed: now };
    return this.picture;
  }

  /** @param {Colours} colours */
  recoloured(colours) {
    this.#colours = colours;
    this.picture = { ...this.picture, colours };
  }

  /** @param {number} body */
  nameOf(body) {
    const { things } = this.bodies;
    if (body < things) return nodeName(body);
    return `${say(scene.groups?.[body - things].label ?? "")} (${this.picture.present[body]})`;
  }

  /** @param {number} line */
  #lineName(line) {
    const { edge, many } = this.picture.lines;
    return `${say(scene.edges[edge[line]].label)}${many[line] > 1 ? ` ×${many[line]}` : ""}`;
  }

  /** Opens the groups in which the ends of an item are; says whether there were any.
   * @param {Item} item */
  reveal(item) {
    const ends = item.edge === undefined ? [item.node] : [scene.edges[item.edge].from, scene.edges[item.edge].to];
    const closed = ends.map((at) => this.stands[at]).filter((at) => at >= this.bodies.things);
    for (const group of closed) this.opened.add(group);
    return closed.length > 0;
  }

  /** The visible members of a group.
   * @param {number} group */
  members(group) {
    return (scene.groups?.[group - this.bodies.things].members ?? []).filter(nodeVisible);
  }

  /** Bodies that are drawn. */
  drawn() {
    return [...this.bodies.byWeight].filter((at) => this.picture.present[at] > 0);
  }

  /** The selection and what it touches, as far as it is drawn. */
  beside() {
    const { emphasis: shown, present } = this.picture;
    return [...(shown.near ?? [])].filter((at) => present[at] > 0);
  }

  /** Bodies that a line joins with this one.
   * @param {number} body */
  neighbours(body) {
    const { count, from, to } = this.picture.lines;
    /** @type {Set<number>} */
    const found = new Set();
    for (let line = 0; line < count; line += 1) {
      if (from[line] === body) found.add(to[line]);
      if (to[line] === body) found.add(from[line]);
    }
    return found;
  }
}
