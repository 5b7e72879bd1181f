import assert from "node:assert/strict";
import { test } from "node:test";

import { readBodies } from "../../src/network/bodies.js";
import { ON_PAPER, colours, mixed } from "../../src/network/colours.js";
import { emphasis, pointed } from "../../src/network/emphasis.js";
import { figure, whole } from "../../src/network/figure.js";
import { gridOf } from "../../src/network/grid.js";
import { joinLines, readEnds } from "../../src/network/lines.js";
import { blocks } from "../../src/network/names.js";
import { bodyAt, lineAt } from "../../src/network/pick.js";
import { heapsOf, strandsOf } from "../../src/network/picture.js";
import { SvgSurface, escaped } from "../../src/network/svg_surface.js";
import { step } from "../../src/network/walk.js";

/** Four things in a cross round a fifth, two of them joined four times; one loop. @type {any} */
const scene = {
  nodes: [[0, 0], [200, 0], [0, 200], [-200, 0], [0, -200]].map(([x, y], at) => ({ x, y, size: 20, kind: at % 2, label: `Tên ${at} <&">` })),
  edges: [[0, 1, true], [0, 2, false], [3, 0, true], [0, 4, false], [0, 4, false], [0, 4, true], [4, 0, false], [1, 1, true]].map(
    ([from, to, directed]) => ({ from, to, directed, bend: 0 }),
  ),
  kinds: [{ label: "Một", colour: "#0072b2", shape: "dot" }, { label: "Hai", colour: "#d55e00", shape: "star" }],
};
const edgesAt = [[0, 1, 2, 3, 4, 5, 6], [0, 7], [1], [2], [3, 4, 5, 6]];
const camera = { x: 0, y: 0, scale: 1, width: 600, height: 600 };

const widthOf = (/** @type {string} */ row) => row.length * 7;

/** @param {any} [selected] @param {any} [hovered] @param {boolean} [alone] */
function pictureOf(selected = null, hovered = null, alone = false) {
  const bodies = readBodies(scene);
  const stands = Int32Array.from([0, 1, 2, 3, 4]);
  const lines = joinLines(readEnds(scene), stands, [0, 1, 2, 3, 4, 5, 6, 7], () => false);
  const present = new Int32Array(bodies.count).fill(1);
  const shown = emphasis(selected, alone, lines, stands, edgesAt);
  return {
    ...{ bodies, present, lines, emphasis: shown },
    pointed: pointed(hovered, -1, selected !== null, lines, stands, edgesAt),
    grid: gridOf(bodies.x, bodies.y, bodies.radius),
    rank: Int32Array.from([0, 1, 2, 3, 4]),
    strands: strandsOf(lines, shown),
    heaps: heapsOf(bodies, present, shown),
    colours: colours(ON_PAPER, scene.kinds),
    shapes: ["dot", "star"],
    nameOf: (/** @type {number} */ at) => scene.nodes[at].label,
    lineName: () => "Quan hệ",
    ...{ widthOf, block: blocks(widthOf) },
  };
}

test("a body is picked before the lines that end in it, and within reach", () => {
  const picture = pictureOf();
  assert.equal(bodyAt(picture, camera, 305, 296, 5), 0);
  assert.equal(bodyAt(picture, camera, 300, 323, 5), 0);
  assert.equal(bodyAt(picture, camera, 300, 340, 5), -1);
  assert.equal(picture.lines.edge[lineAt(picture, camera, 400, 303, 5)], 0);
  assert.equal(lineAt(picture, camera, 400, 320, 5), -1);
});

test("a hidden body is not picked", () => {
  const picture = pictureOf();
  picture.present[0] = 0;
  assert.equal(bodyAt(picture, camera, 300, 300, 5), -1);
});

test("a loop is picked where it runs, outside its body", () => {
  const picture = pictureOf();
  assert.equal(picture.lines.edge[lineAt(picture, camera, 500 + 27, 300 - 27, 8)], 7);
});

test("the selection lights what it touches, and the rest fades", () => {
  const { emphasis: shown, strands, heaps } = pictureOf({ node: 1 });
  assert.deepEqual([...(shown.near ?? [])].sort(), [0, 1]);
  assert.deepEqual(strands.map(({ far, level }) => [far, level]), [[true, 0], [true, 0], [false, 1]]);
  assert.deepEqual(heaps.filter(({ far }) => !far).flatMap(({ bodies }) => bodies), [0, 1]);
  assert.ok(!pictureOf({ node: 1 }, null, true).heaps.some(({ far }) => far));
});

test("pointing lights lines only while nothing is selected", () => {
  assert.equal(pictureOf(null, { node: 2 }).pointed.glow.length, 1);
  assert.equal(pictureOf({ node: 1 }, { node: 2 }).pointed.glow.length, 0);
  assert.equal(pictureOf({ node: 1 }, { node: 2 }).pointed.body, 2);
  assert.equal(pictureOf(null, { edge: 5 }).pointed.glow.length, 1);
});

test("lines that stand for many are wider", () => {
  assert.deepEqual(pictureOf().strands.map(({ many, lines }) => [many, lines.length]), [[1, 4], [2, 1]]);
});

test("arrow keys lead to neighbours in their direction, else to anything there, else nowhere", () => {
  const { bodies, present } = pictureOf();
  assert.equal(step(bodies, -1, [1, 0], present, []), 0);
  assert.equal(step(bodies, 0, [1, 0], present, [1, 2, 3, 4]), 1);
  assert.equal(step(bodies, 0, [0, -1], present, [1, 2, 3, 4]), 4);
  assert.equal(step(bodies, 0, [0, -1], present, [1]), 4);
  assert.equal(step(bodies, 1, [1, 0], present, [0]), -1);
  present[4] = 0;
  assert.equal(step(bodies, 0, [0, -1], present, [1]), -1);
});

test("the SVG file is well formed: a path a thing with its name, escaped", () => {
  const captions = { title: "Sơ đồ <b>", aside: "5 mục", entries: [{ label: "Một & hai", kind: 0 }], language: "vi", widthOf };
  const { text, width, height } = figure(pictureOf(), whole({ left: -220, top: -220, right: 220, bottom: 220 }), captions);
  assert.equal(text.match(/<title>/g)?.length, 6);
  assert.ok(text.includes("<title>Tên 0 &lt;&amp;&quot;&gt;</title>"));
  assert.ok(text.includes("Sơ đồ &lt;b&gt;") && text.includes("Một &amp; hai"));
  assert.ok(text.includes(`width="${width}" height="${height}"`));
  assert.ok(!/NaN|undefined|Infinity|style=/.test(text));
  const open = [...text.matchAll(/<(\/?)(\w+)[^>]*?(\/?)>/g)].reduce((depth, [, end, , alone]) => depth + (end ? -1 : alone ? 0 : 1), 0);
  assert.equal(open, 0);
});

test("the file shows everything, names and all", () => {
  const { scale, width, height } = whole({ left: -9000, top: -100, right: 9000, bottom: 100 });
  assert.ok(width <= 2800 && height >= 240 && scale * 18_000 + 100 < width);
});

test("one shape, filled and outlined, is one path; characters that XML forbids are left out", () => {
  const surface = new SvgSurface();
  surface.beginPath();
  surface.rect(1, 2, 3, 4);
  surface.fillStyle = "#ff0000";
  surface.fill();
  surface.strokeStyle = "#000000";
  surface.stroke();
  assert.equal(surface.content(), '<path d="M1 2h3v4h-3Z" fill="#ff0000" stroke="#000000" stroke-width="1"/>');
  assert.equal(escaped("a\u0000b\u001f<"), "ab&lt;");
});

test("what fades is mixed with the paper", () => {
  assert.equal(mixed("#000000", "#ffffff", 0.2), "#cccccc");
  assert.equal(mixed("#ffffff", "#0d1117", 0), "#0d1117");
});
