/* The page's data and state, its texts in the reader's language, and the one way in which elements are made. */

const { scene, texts, vis: drawn, language: firstLanguage } = JSON.parse(document.getElementById("data").textContent);
const LANGUAGES = ["vi", "en"];

const state = {
  language: firstLanguage,
  selected: null, // { node: number } or { edge: number }
  hovered: null, // the same
  hiddenKinds: new Set(),
};

const byId = (id) => document.getElementById(id);

/** The wording for this reader, and the language it is in ("" where it needs none). */
function wording(words) {
  if (typeof words === "string") return { text: words, lang: "" };
  const lang = [state.language, ...LANGUAGES].find((tag) => words[tag]);
  return lang ? { text: words[lang], lang } : { text: "", lang: "" };
}

const say = (words) => wording(words).text;

/** One of the page's own texts, `{name}` filled in. */
function text(key, values = {}) {
  return texts[key][state.language].replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** A new element. Children are elements or texts; a text never becomes markup. Names in `on` are events. */
function element(tag, { on = {}, ...attributes } = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  for (const [event, action] of Object.entries(on)) made.addEventListener(event, action);
  made.append(...children.filter((child) => child !== null && child !== ""));
  return made;
}

/** Words as an element that says its language where it is not the page's: speech software then reads it right. */
function spoken(words, tag = "span", attributes = {}) {
  const { text: content, lang } = wording(words);
  const known = typeof words === "string" ? [] : Object.keys(words);
  return element(tag, { ...attributes, lang: lang && lang !== state.language && known.length ? lang : null }, content);
}

/** The address when it is one that a reader may safely follow, else null. */
function webAddress(address) {
  if (!/^https?:\/\/[^\s]+$/i.test(address)) return null;
  try {
    return new URL(address).href;
  } catch {
    return null;
  }
}

function link(address, ...children) {
  const href = webAddress(address);
  if (!href) return element("span", {}, ...children);
  return element("a", { href, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

const nodeName = (at) => say(scene.nodes[at].label) || scene.nodes[at].id;

/** Edges at each node, in the order of the scene. */
const edgesAt = scene.nodes.map(() => []);
scene.edges.forEach((edge, at) => {
  edgesAt[edge.from].push(at);
  if (edge.to !== edge.from) edgesAt[edge.to].push(at);
});

const otherEnd = (edge, node) => (edge.from === node ? edge.to : edge.from);
const nodeHidden = (at) => state.hiddenKinds.has(scene.nodes[at].kind);
const edgeHidden = (at) => nodeHidden(scene.edges[at].from) || nodeHidden(scene.edges[at].to);
