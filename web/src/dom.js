/* The one way in which elements are made. A text never becomes markup. */

/** @typedef {Node | string | null | undefined | false} Child */
/** @typedef {Record<string, unknown> & { on?: Record<string, (event: any) => void> }} Attributes */

/** An element of the page's own template.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element #${id}`);
  return found;
}

/**
 * @param {Element} made
 * @param {Attributes} attributes
 * @param {Child[]} children
 */
function furnish(made, { on = {}, ...attributes }, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : String(value));
  }
  for (const [event, action] of Object.entries(on)) made.addEventListener(event, action);
  for (const child of children) if (child) made.append(child);
}

/**
 * A new element. Children are elements or texts. Names in `on` are events.
 * @template {string} Tag
 * @param {Tag} tag
 * @param {Attributes} attributes
 * @param {...Child} children
 * @returns {Tag extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[Tag] : HTMLElement}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  furnish(made, attributes, children);
  return /** @type {any} */ (made);
}

/**
 * The same for SVG.
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} attributes
 * @param {...Child} children
 * @returns {SVGElementTagNameMap[Tag]}
 */
export function svg(tag, attributes = {}, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  furnish(made, attributes, children);
  return made;
}

/**
 * The address when it is one that a reader may safely follow, else null.
 * @param {string} address
 */
export function webAddress(address) {
  if (!/^https?:\/\/[^\s]+$/i.test(address)) return null;
  try {
    return new URL(address).href;
  } catch {
    return null;
  }
}

/**
 * A link where the address is safe, else only its content.
 * @param {string} address
 * @param {...Child} children
 */
export function link(address, ...children) {
  const href = webAddress(address);
  if (!href) return element("span", {}, ...children);
  return element("a", { href, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

/**
 * Hands a file to the reader.
 * @param {string} name
 * @param {string | Blob} content
 * @param {string} type
 */
export function download(name, content, type = "text/plain;charset=utf-8") {
  const blob = typeof content === "string" ? new Blob([content], { type }) : content;
  const href = URL.createObjectURL(blob);
  element("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
