/* The colours of the picture. What fades is mixed with the paper, not made transparent: lines then never show through. */

/** @import { Kind } from "../types.js" */

/** How much of a colour is left of what fades: on dark paper more is needed to be seen at all. */
const far = (/** @type {string} */ paper) => (channels(paper)[1] < 128 ? 0.36 : 0.22);

/**
 * @typedef {object} Colours
 * @property {string} paper
 * @property {string} ink
 * @property {string} accent
 * @property {string} line
 * @property {string} farLine
 * @property {string} farInk
 * @property {string[]} kinds
 * @property {string[]} farKinds
 */

const channels = (/** @type {string} */ hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

/** Some of one colour in another, both as #rrggbb.
 * @param {string} colour @param {string} paper @param {number} part */
export function mixed(colour, paper, part) {
  const [over, under] = [channels(colour), channels(paper)];
  return `#${over.map((value, at) => Math.round(value * part + under[at] * (1 - part)).toString(16).padStart(2, "0")).join("")}`;
}

/** @param {{ paper: string, ink: string, accent: string, line: string }} basic @param {Kind[]} kinds @returns {Colours} */
export const colours = (basic, kinds) => ({
  ...basic,
  farLine: mixed(basic.line, basic.paper, far(basic.paper)),
  farInk: mixed(basic.ink, basic.paper, far(basic.paper) * 1.5),
  kinds: kinds.map(({ colour }) => colour),
  farKinds: kinds.map(({ colour }) => mixed(colour, basic.paper, far(basic.paper))),
});

/** Of files and of paper, whatever the screen has. */
export const ON_PAPER = { paper: "#ffffff", ink: "#24292f", accent: "#0969da", line: "#7d8590" };
