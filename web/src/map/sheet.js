/* One map: drawn in its frame, moved, magnified, pointed at and walked over by the keys. */

/** @import { GeoProjection } from "d3-geo" */
/** @import { Size } from "./atlas.js" */
/** @import { Flow } from "./flows.js" */
/** @import { Zoom } from "./zoom.js" */

import { svg } from "../dom.js";
import { scene } from "../payload.js";
import { select, state } from "../state.js";
import { edgesAt } from "../things.js";
import { text } from "../words.js";
import { offsets } from "./flows.js";
import { startGestures } from "./gestures.js";
import { drawnFlows, drawnNames, drawnPoints, ground, movePoint } from "./layers.js";
import { light, radius } from "./light.js";
import { arranged } from "./names.js";
import { measure, wantedLabels, wantedNames } from "./wanted.js";
import { centred, onScreen, towards, WHOLE, zoomed } from "./zoom.js";

const NEAR = 14; // pixels within which a point is meant
const LABELS_FROM = 3; // how near the world must be for the labels of places

/**
 * @typedef {object} Plan
 * @property {string} title the key of the map's name
 * @property {boolean} region the region of the East Sea, else the world
 * @property {(size: Size) => GeoProjection} projection
 * @property {(flow: Flow) => void} open what a click on a flow does
 */

export class Sheet {
  #picture = svg("svg", { "aria-hidden": "true", focusable: "false" });
  #points = svg("g");
  #names = svg("g", { class: "map-names" });
  /** @type {Size} */
  #size = [0, 0];
  /** @type {Zoom} */
  #zoom = WHOLE;
  /** @type {(ReturnType<typeof ground> & {projection: GeoProjection}) | null} */
  #base = null;
  /** @type {number[]} */
  #nodes = [];
  /** @type {Flow[]} */
  #flows = [];
  /** @type {Map<number, [number, number]>} where the points stand when nothing is magnified */
  #spots = new Map();
  /** @type {Map<number, [number, number]>} */
  #moves = new Map();
  /** @type {number | null} */
  #hovered = null;
  #waiting = 0;

  /** @param {HTMLElement} frame @param {Plan} plan */
  constructor(frame, plan) {
    this.frame = frame;
    this.plan = plan;
    frame.append(this.#picture);
    frame.addEventListener("keydown", (event) => this.#key(event));
    startGestures(frame, {
      now: () => this.#zoom,
      size: () => this.#size,
      set: (zoom) => this.#set(zoom),
      click: (at, event) => this.#click(at, event),
      hover: (at) => this.#hover(at && this.#nearest(at)),
    });
    new ResizeObserver(() => this.#resize()).observe(frame);
  }

  /** What is on the map. @param {number[]} nodes @param {Flow[]} flows */
  show(nodes, flows) {
    this.#nodes = nodes;
    this.#flows = flows;
    this.#place();
  }

  /** The selection, the language or the colours have changed. */
  paint() {
    if (!this.#base) return;
    const shine = light();
    this.#base.flows.replaceChildren(...drawnFlows(this.#flows, this.#base.projection, shine));
    this.#points.replaceChildren(...drawnPoints(this.#spots.keys(), shine, state.selected?.node ?? null));
    this.#arrange();
  }

  /** Bring a node into view where the map is magnified. @param {number} node */
  follow(node) {
    const spot = this.#spots.get(node);
    if (spot && !this.#within(onScreen(this.#zoom, spot))) this.#set(centred(this.#zoom, spot, this.#size));
  }

  /** Round the selection where there is one. @param {number} factor */
  magnify(factor) {
    const chosen = state.selected?.node;
    const at = chosen === undefined ? undefined : this.#places().get(chosen);
    this.#set(zoomed(this.#zoom, factor, at ?? [this.#size[0] / 2, this.#size[1] / 2], this.#size));
  }

  whole() {
    this.#set(WHOLE);
  }

  name() {
    this.frame.setAttribute("aria-label", text("map_picture", { name: text(this.plan.title) }));
  }

  /** @param {Zoom} zoom */
  #set(zoom) {
    this.#zoom = zoom;
    // A wheel turns more often than a screen is drawn.
    if (!this.#waiting) this.#waiting = requestAnimationFrame(() => this.#arrange());
  }

  #resize() {
    const size = /** @type {Size} */ ([this.frame.clientWidth, this.frame.clientHeight]);
    if (!size[0] || !size[1] || (size[0] === this.#size[0] && size[1] === this.#size[1])) return;
    this.#size = size;
    this.#picture.setAttribute("viewBox", `0 0 ${size[0]} ${size[1]}`);
    const projection = this.plan.projection(size);
    this.#base = { ...ground(projection, this.plan.region), projection };
    this.#picture.replaceChildren(this.#base.drawn, this.#points, this.#names);
    this.#zoom = WHOLE;
    this.#place();
  }

  #place() {
    if (!this.#base) return;
    this.#spots = new Map();
    for (const at of this.#nodes) {
      const spot = this.#base.projection([scene.nodes[at].lon ?? 0, scene.nodes[at].lat ?? 0]);
      if (spot && this.#within(spot)) this.#spots.set(at, spot);
    }
    this.#moves = offsets(scene, [...this.#spots.keys()]);
    this.paint();
  }

  /** @param {[number, number]} spot */
  #within = ([x, y]) => x >= 0 && y >= 0 && x <= this.#size[0] && y <= this.#size[1];

  /** Points as they stand on the screen now. */
  #places() {
    /** @type {Map<number, [number, number]>} */
    const places = new Map();
    for (const [at, spot] of this.#spots) {
      const [x, y] = onScreen(this.#zoom, spot);
      const [dx, dy] = this.#moves.get(at) ?? [0, 0];
      places.set(at, [x + dx, y + dy]);
    }
    return places;
  }

  /** All that moves when the map is magnified. */
  #arrange() {
    this.#waiting = 0;
    if (!this.#base) return;
    const { x, y, k } = this.#zoom;
    this.#base.drawn.setAttribute("transform", `translate(${x} ${y}) scale(${k})`);
    this.frame.classList.toggle("magnified", k > 1);
    const [places, shine] = [this.#places(), light()];
    const points = this.#points.children;
    [...places].forEach(([at, place], order) => movePoint(points[order], place, radius(at, places.size)));
    const labelled = this.plan.region || k >= LABELS_FROM;
    const labels = labelled ? wantedLabels(this.#base.projection, this.#zoom, this.plan.region && k === 1) : [];
    const names = wantedNames(places, shine, this.#hovered);
    this.#names.replaceChildren(...drawnNames(arranged([...labels, ...names], this.#size, measure)));
  }

  /** @param {[number, number]} at */
  #nearest([x, y]) {
    let [best, far] = [/** @type {number | null} */ (null), NEAR];
    for (const [node, [px, py]] of this.#places()) {
      const away = Math.hypot(px - x, py - y);
      if (away < far) [best, far] = [node, away];
    }
    return best;
  }

  /** @param {number | null} node */
  #hover(node) {
    if (node === this.#hovered) return;
    this.#hovered = node;
    this.frame.classList.toggle("pointing", node !== null);
    this.#arrange();
  }

  /** @param {[number, number]} at @param {PointerEvent} event */
  #click(at, event) {
    const node = this.#nearest(at);
    const flow = /** @type {Element | null} */ (event.target)?.closest("[data-flow]")?.getAttribute("data-flow");
    if (node !== null) select({ node }, { still: true });
    else if (flow) this.plan.open(this.#flows[Number(flow)]);
    else select(null, { still: true });
  }

  /** @param {number} dx @param {number} dy */
  #walk(dx, dy) {
    const from = state.selected?.node;
    const spots = this.#spots;
    const most = () => [...spots.keys()].sort((a, b) => edgesAt[b].length - edgesAt[a].length || a - b)[0];
    const next = from !== undefined && spots.has(from) ? towards(spots, from, dx, dy) : most();
    if (next !== null && next !== undefined) select({ node: next }, { still: true });
  }

  /** @type {Record<string, () => void>} */
  #keys = {
    ArrowLeft: () => this.#walk(-1, 0),
    ArrowRight: () => this.#walk(1, 0),
    ArrowUp: () => this.#walk(0, -1),
    ArrowDown: () => this.#walk(0, 1),
    "+": () => this.magnify(1.5),
    "=": () => this.magnify(1.5),
    "-": () => this.magnify(1 / 1.5),
    0: () => this.whole(),
    Escape: () => select(null),
    Enter: () => state.selected && select(state.selected, { read: true, still: true }),
  };

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in this.#keys)) return;
    event.preventDefault();
    this.#keys[event.key]();
  }
}
