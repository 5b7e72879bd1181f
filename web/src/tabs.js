/* The tabs: network, map, timeline and so on; each is started when it is first opened. */

/** @import { View } from "./types.js" */

import { byId, element } from "./dom.js";
import { scene } from "./payload.js";
import { change, onChange, state } from "./state.js";
import { text } from "./words.js";

/** @typedef {{ view: View, tab: HTMLButtonElement, host: HTMLElement, room: ReturnType<View["start"]> | null }} Tab */

/** @type {Tab[]} */
let tabs = [];

/** @param {string | null} key */
export const knowsTab = (key) => tabs.some(({ view }) => view.key === key);

/** @param {View} view @returns {Tab} */
function make(view) {
  const [id, controls] = [`tab-${view.key}`, `room-${view.key}`];
  const on = { click: () => change({ tab: view.key }), keydown: move };
  const tab = element("button", { type: "button", role: "tab", id, "aria-controls": controls, "data-text": view.title, on }, text(view.title));
  const host = element("section", { role: "tabpanel", id: controls, "aria-labelledby": id, class: `room ${view.key}`, hidden: true });
  return { view, tab, host, room: null };
}

/** @param {KeyboardEvent} event */
function move(event) {
  const now = tabs.findIndex(({ view }) => view.key === state.tab);
  /** @type {Record<string, number>} */
  const to = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: tabs.length - 1 };
  if (!(event.key in to)) return;
  event.preventDefault();
  const next = tabs[(to[event.key] + tabs.length) % tabs.length];
  change({ tab: next.view.key });
  next.tab.focus();
}

function show() {
  for (const one of tabs) {
    const open = one.view.key === state.tab;
    one.tab.setAttribute("aria-selected", String(open));
    one.tab.tabIndex = open ? 0 : -1;
    const before = !one.host.hidden;
    one.host.hidden = !open;
    if (before && !open) one.room?.hide?.();
  }
  const now = tabs.find(({ view }) => view.key === state.tab);
  if (!now) return;
  document.body.dataset.tab = now.view.key;
  now.tab.scrollIntoView({ block: "nearest", inline: "nearest" });
  now.room ??= start(now);
  now.room.show?.();
}

/** @param {Tab} tab */
function start({ view, host }) {
  try {
    return view.start(host);
  } catch (error) {
    // No canvas, or too little memory: the panel, the search and the other tabs work all the same.
    console.error(error);
    host.replaceChildren(element("p", { class: "aside broken" }, text("broken")));
    return {};
  }
}

/**
 * Makes the tabs of the rooms that have something to show; the first one's key.
 * @param {readonly View[]} views
 */
export function startTabs(views) {
  tabs = views.filter((view) => view.available(scene)).map(make);
  byId("tabs").replaceChildren(...tabs.map(({ tab }) => tab));
  byId("rooms").replaceChildren(...tabs.map(({ host }) => host));
  byId("tabs").hidden = tabs.length < 2;
  onChange(["tab"], show);
  return tabs[0]?.view.key ?? "";
}

/** Opens what the address asked for; called once, when everything else listens. */
export const openTab = show;
