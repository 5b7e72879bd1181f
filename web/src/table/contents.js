/* What the tables say: everything that is shown now, as rows. */

/** @import { FacetValues, Interval, Item, Words } from "../types.js" */
/** @import { Column } from "./grid.js" */
/** @import { Cell, Row } from "./rows.js" */

import { element } from "../dom.js";
import { scene } from "../payload.js";
import { brief } from "../sources.js";
import { select } from "../state.js";
import { swatch } from "../swatch.js";
import { edgesAt, nodeName } from "../things.js";
import { edgeVisible, visibleEdges, visibleMoments, visibleNodes } from "../visible.js";
import { itemOf } from "../timeline/moments.js";
import { say, spoken, text } from "../words.js";

/** @typedef {{columns: Column[], rows: Row[]}} Content */

/** @param {Item | null} item @param {Words} words @returns {Cell} */
const linked = (item, words) => ({
  text: say(words),
  show: () => {
    if (!item) return spoken(words);
    const on = { click: () => select(item, { read: true }) };
    return element("button", { type: "button", class: "thing", on }, spoken(words));
  },
});

/** @param {number} node @returns {Cell} */
const named = (node) => ({ ...linked({ node }, scene.nodes[node].label), text: nodeName(node) });

/** @param {Words} words @returns {Cell} */
const said = (words) => ({ text: say(words), show: () => spoken(words) });

/** @param {number} at @returns {Cell} */
function kind(at) {
  const one = scene.kinds[scene.nodes[at].kind];
  return { text: say(one.label), show: () => element("span", { class: "grid-kind" }, swatch(one), spoken(one.label)) };
}

/** @param {Interval[] | undefined} when @returns {Cell} */
function dated(when = []) {
  const [first] = when;
  return { text: [...new Set(when.map(([, , words]) => say(words)))].join(" · "), value: first ? (first[0] ?? first[1]) : null };
}

/** Where it was read: too long for the screen, on which the panel tells it, but not for a file. */
const sources = {
  column: () => ({ name: text("sources"), quiet: true }),
  /** @param {number[]} notes @returns {Cell} */
  cell: (notes) => ({ text: notes.map(brief).join(" | ") }),
};

/** The facets that some of these state, each a column. @param {{facets?: FacetValues}[]} many */
function facetsOf(many) {
  const facets = (scene.facets ?? []).filter(({ key }) => many.some((one) => one.facets?.[key]?.length));
  return {
    columns: facets.map(({ label }) => ({ name: say(label) })),
    /** @param {{facets?: FacetValues}} one @returns {Cell[]} */
    cells: (one) => facets.map(({ key, values }) => ({ text: (one.facets?.[key] ?? []).map((at) => say(values[at])).join(" · ") })),
  };
}

/** @returns {Content} */
function things() {
  const facets = facetsOf(scene.nodes);
  const timed = scene.nodes.some(({ when }) => when?.length);
  const columns = [text("name"), text("kind")].map((name) => ({ name }));
  const more = [{ name: text("relation_count") }, ...(timed ? [{ name: text("date") }] : []), { name: text("aliases") }];
  const rows = visibleNodes().map((at) => {
    const node = scene.nodes[at];
    const count = edgesAt[at].filter(edgeVisible).length;
    const label = nodeName(at);
    return {
      item: { node: at },
      cells: [
        ...[named(at), kind(at), ...facets.cells(node), { text: String(count), value: count }],
        ...(timed ? [dated(node.when)] : []),
        { text: node.aliases.filter((alias) => alias !== label).join(" · ") },
      ],
    };
  });
  return { columns: [...columns, ...facets.columns, ...more], rows };
}

/** @returns {Content} */
function relations() {
  const facets = facetsOf(scene.edges);
  const timed = scene.edges.some(({ when }) => when?.length);
  const titled = scene.edges.some(({ name }) => name);
  const columns = [
    ...[text("from"), text("relation"), text("to")].map((name) => ({ name })),
    ...(titled ? [{ name: text("title_of_relation") }] : []),
    ...facets.columns,
    ...(timed ? [{ name: text("date") }] : []),
    { name: text("derived") },
    sources.column(),
  ];
  const rows = visibleEdges().map((at) => {
    const edge = scene.edges[at];
    return {
      item: { edge: at },
      cells: [
        ...[named(edge.from), linked({ edge: at }, edge.label), named(edge.to)],
        ...(titled ? [edge.name ? linked({ edge: at }, edge.name) : said("")] : []),
        ...facets.cells(edge),
        ...(timed ? [dated(edge.when)] : []),
        said(edge.derived ? text("yes") : ""),
        sources.cell(edge.notes),
      ],
    };
  });
  return { columns, rows };
}

/** @returns {Content} */
function moments() {
  const rows = visibleMoments().map((moment) => {
    const item = itemOf(moment);
    const when = { text: say(moment.text), value: moment.start ?? moment.end };
    return { item, cells: [when, linked(item, moment.name), said(moment.kind), sources.cell(moment.notes)] };
  });
  const columns = [text("date"), text("name"), text("kind")].map((name) => ({ name }));
  return { columns: [...columns, sources.column()], rows };
}

/** The tables that the page has something for, by their names. */
export const contents = [
  { key: "things", title: "table_things", read: things, count: () => visibleNodes().length, any: () => true },
  { key: "relations", title: "table_relations", read: relations, count: () => visibleEdges().length, any: () => scene.edges.length > 0 },
  { key: "moments", title: "table_moments", read: moments, count: () => visibleMoments().length, any: () => (scene.moments ?? []).length > 0 },
];
