/* How a reader gets about: what a click, a key or a change of the selection does to camera, groups and selection. */

/** @import { Item, Manner } from "../types.js" */
/** @import { Key } from "../state.js" */
/** @import { Arrangement } from "./arrangement.js" */
/** @import { Box, Camera } from "./camera.js" */
/** @import { Spot } from "./pointer.js" */
/** @import { Stage } from "./stage.js" */

import { readPanel } from "../panel.js";
import { change, select, state } from "../state.js";
import { text } from "../words.js";
import { boxOf } from "./bodies.js";
import { fitted, pushed, zoomed } from "./camera.js";
import { watchKeys } from "./keys.js";
import { bodyAt, lineAt } from "./pick.js";
import { watchPointers } from "./pointer.js";
import { step } from "./walk.js";

const ALL = 1.3; // not nearer than this when all is shown
const CLOSE_ENOUGH = 0.9; // the scale at which a thing that was looked for is shown
const REACH = { mouse: 5, touch: 14 };

export class Tour {
  #frame;
  #stage;
  #arrangement;
  /** Says what speech software cannot see. @type {(words: string) => void} */
  tell = () => {};
  /** @type {Spot | null} */
  #pointer = null;
  #asked = 0;
  /** What fills the frame, while the reader has not moved it: then it does so in a frame of another size, too.
   * @type {{ box: Box, closest: number } | null} */
  #filling = null;

  /** @param {HTMLElement} frame @param {Stage} stage @param {Arrangement} arrangement */
  constructor(frame, stage, arrangement) {
    this.#frame = frame;
    this.#stage = stage;
    this.#arrangement = arrangement;
    stage.onResize(() => this.#filling && this.#fitted(this.#filling));
    watchPointers(frame, {
      push: (dx, dy) => this.#look(pushed(stage.camera(), dx, dy)),
      zoom: (factor, { x, y }) => this.#look(zoomed(stage.camera(), factor, x, y)),
      point: (at) => this.#point(at),
      click: (at) => this.#click(at),
    });
    watchKeys(frame, {
      walk: (direction) => this.#walk(direction),
      zoom: (factor) => this.zoom(factor),
      seeAll: () => this.seeAll(),
      leave: () => this.#leave(),
      enter: () => this.#enter(),
    });
  }

  /** The first look: everything, or what the address selects. */
  begin() {
    if (this.opens()) this.#arrangement.filtered();
    this.seeAll();
    if (state.selected) this.#show(state.selected, true, false);
  }

  /** What is selected is seen: its groups are opened. */
  opens() {
    if (state.selected) this.#arrangement.cursor = -1;
    return state.selected !== null && this.#arrangement.reveal(state.selected);
  }

  /** After a change: brings into view what it was about.
   * @param {Set<Key>} changed @param {Manner} manner */
  follow(changed, { still = false, closer = true }) {
    if ((changed.has("around") && state.around) || (changed.has("path") && state.path?.to !== undefined && state.path.to !== null)) {
      this.#fit(this.#arrangement.drawn(), ALL, true);
    } else if (changed.has("selected") && state.selected && !still) this.#show(state.selected, closer, true);
  }

  /** @param {boolean} [softly] */
  seeAll(softly = false) {
    this.#fit(this.#arrangement.drawn(), ALL, softly);
  }

  /** @param {number} factor */
  zoom(factor) {
    this.#look(zoomed(this.#stage.camera(), factor));
  }

  /** @param {Camera} camera @param {{ softly?: boolean }} [how] */
  #look(camera, how) {
    this.#filling = null;
    this.#stage.look(camera, how);
  }

  /** Draws a group's members in its place. @param {number} group */
  open(group) {
    this.#arrangement.opened.add(group);
    this.#arrangement.cursor = -1;
    this.#regrouped();
    const members = this.#arrangement.members(group);
    this.tell(text("group_open", { name: this.#arrangement.nameOf(group).replace(/ \(\d+\)$/, ""), n: members.length }));
    this.#fit(members, ALL, true);
  }

  /** Draws groups again instead of their members, all but that of the selection. */
  closeGroups() {
    this.#arrangement.opened.clear();
    this.#arrangement.filtered();
    this.opens();
    this.#regrouped();
    this.seeAll(true);
  }

  /** Told when groups were opened or closed. @type {() => void} */
  onRegroup = () => {};

  #regrouped() {
    this.#arrangement.filtered();
    this.onRegroup();
    this.#stage.redraw();
  }

  /** @param {Iterable<number>} bodies @param {number} closest @param {boolean} softly */
  #fit(bodies, closest, softly) {
    const box = boxOf(this.#arrangement.bodies, bodies);
    if (!box) return;
    this.#filling = { box, closest };
    this.#stage.look(this.#fitted(this.#filling), { softly });
  }

  /** @param {{ box: Box, closest: number }} filling */
  #fitted({ box, closest }) {
    return fitted(this.#stage.camera(), box, { closest });
  }

  /** What a sheet of that size shows: all of what fills the frame; else what the reader brought there.
   * @param {number} width @param {number} height @returns {Camera} */
  onSheet(width, height) {
    const now = this.#stage.camera();
    const sheet = { ...now, width, height };
    return this.#filling ? fitted(sheet, this.#filling.box, this.#filling) : now;
  }

  /** Brings an item to the middle; `closer`: so near that it and what it touches fill the picture.
   * @param {Item} item @param {boolean} closer @param {boolean} softly */
  #show(item, closer, softly) {
    const { bodies, stands } = this.#arrangement;
    const body = item.node === undefined ? -1 : stands[item.node];
    if (closer || body < 0) {
      this.#fit(this.#arrangement.beside(), CLOSE_ENOUGH, softly);
    } else this.#look({ ...this.#stage.camera(), x: bodies.x[body], y: bodies.y[body] }, { softly });
  }

  /** What lies under the pointer.
   * @param {Spot} at @returns {{ item: Item | null, group: number }} */
  #under({ x, y, touch }) {
    const { picture, bodies } = this.#arrangement;
    const [camera, reach] = [this.#stage.camera(), REACH[touch ? "touch" : "mouse"]];
    const body = bodyAt(picture, camera, x, y, reach);
    if (body >= bodies.things) return { item: null, group: body };
    if (body >= 0) return { item: { node: body }, group: -1 };
    const line = lineAt(picture, camera, x, y, reach);
    return { item: line < 0 ? null : { edge: picture.lines.edge[line] }, group: -1 };
  }

  /** Looks what is pointed at, once a frame at most. @param {Spot | null} at */
  #point(at) {
    this.#pointer = at;
    if (this.#asked) return;
    this.#asked = requestAnimationFrame(() => {
      this.#asked = 0;
      const { item, group } = this.#pointer ? this.#under(this.#pointer) : { item: null, group: -1 };
      this.#frame.classList.toggle("pointing", item !== null || group >= 0);
      const { hovered } = state;
      const same = hovered?.node === item?.node && hovered?.edge === item?.edge;
      if (group !== this.#arrangement.cursor && (group >= 0 || this.#pointer)) {
        this.#arrangement.cursor = group;
        this.#arrangement.pointed();
        this.#stage.redraw();
      }
      if (!same) change({ hovered: item });
    });
  }

  /** @param {Spot} at */
  #click(at) {
    const { item, group } = this.#under(at);
    if (group >= 0) this.open(group);
    else select(item, { still: true });
  }

  /** @param {[number, number]} direction */
  #walk(direction) {
    const arrangement = this.#arrangement;
    const { selected } = state;
    const thing = selected ? (selected.node ?? arrangement.picture.lines.from[arrangement.picture.lines.lineOf[selected.edge]]) : -1;
    const from = arrangement.cursor >= 0 ? arrangement.cursor : thing === undefined || thing < 0 ? -1 : thing;
    const to = step(arrangement.bodies, from, direction, arrangement.picture.present, from < 0 ? [] : arrangement.neighbours(from));
    if (to < 0) return;
    if (to < arrangement.bodies.things) {
      arrangement.cursor = -1;
      select({ node: to }, { closer: false });
    } else {
      if (selected) select(null, { still: true });
      arrangement.cursor = to;
      arrangement.pointed();
      this.tell(text("group_closed", { name: arrangement.nameOf(to) }));
      const { x, y } = arrangement.bodies;
      this.#look({ ...this.#stage.camera(), x: x[to], y: y[to] }, { softly: true });
    }
  }

  #leave() {
    this.#arrangement.cursor = -1;
    this.#arrangement.pointed();
    this.#stage.redraw();
    select(null);
  }

  #enter() {
    if (this.#arrangement.cursor >= 0) this.open(this.#arrangement.cursor);
    else if (state.selected) readPanel();
  }
}
