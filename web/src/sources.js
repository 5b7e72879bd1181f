/* Where the statements of the panel were read: each source once, under the number by which the statements call it. */

/** @import { Citation } from "./types.js" */

import { byId, element, link } from "./dom.js";
import { scene } from "./payload.js";
import { say, spoken, text } from "./words.js";

/** Numbers of the sources that one panel cites, in the order in which they are first called. */
export class Notes {
  /** @type {Map<number, number>} place in scene.citations → number in this panel */
  #numbers = new Map();

  /** @param {number} citation */
  number(citation) {
    const known = this.#numbers.get(citation);
    if (known !== undefined) return known;
    this.#numbers.set(citation, this.#numbers.size + 1);
    return this.#numbers.size;
  }

  /** The button that leads to a source.
   * @param {number} citation
   */
  button(citation) {
    const n = this.number(citation);
    const on = { click: () => byId(`source-${n}`).focus() };
    return element("button", { type: "button", class: "note", "aria-label": text("source", { n }), title: brief(citation), on }, String(n));
  }

  /** The list of all sources called so far. */
  list() {
    if (!this.#numbers.size) return [];
    const rows = [...this.#numbers].map(([citation, n]) => {
      const { url, source, stance, open } = scene.citations[citation];
      const details = detailsOf(scene.citations[citation]);
      return element("li", { id: `source-${n}`, tabindex: "-1", value: n },
        link(url ?? "", spoken(source)),
        details.length ? element("span", { class: "aside" }, ` ${details.join(" · ")}`) : "",
        ...(stance ? [" ", element("span", { class: "mark warn" }, say(stance))] : []),
        ...(open ? [" ", element("span", { class: "mark" }, text("open_list"))] : []));
    });
    return [element("h3", {}, text("sources")), element("ol", { class: "sources" }, ...rows)];
  }
}

/** @param {Citation} cited */
function detailsOf(cited) {
  return [
    cited.date && say(cited.date),
    cited.paragraph !== undefined && text("paragraph", { n: cited.paragraph }),
    cited.page !== undefined && text("page", { n: cited.page }),
    cited.speaker && text("speaker", { name: say(cited.speaker) }),
    cited.confidence && text("confidence", { level: say(cited.confidence) }),
    cited.because && text("because", { reason: say(cited.because) }),
    cited.remark && text("remark", { remark: say(cited.remark) }),
  ].filter(Boolean);
}

/** One line about a source: for hints and for tables.
 * @param {number} citation
 */
export function brief(citation) {
  const cited = scene.citations[citation];
  return [say(cited.source), ...detailsOf(cited)].join(" · ");
}
