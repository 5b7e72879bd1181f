/* A surface that writes what is drawn on it as SVG. */

const tenth = (/** @type {number} */ value) => String(Math.round(value * 10) / 10 + 0);

/** Text that may stand in an element or an attribute. Characters that XML cannot hold are left out.
 * @param {string} text */
export const escaped = (text) =>
  text
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? "");

export class SvgSurface {
  each = true;
  /** @type {CanvasRenderingContext2D["fillStyle"]} */
  fillStyle = "#000000";
  /** @type {CanvasRenderingContext2D["strokeStyle"]} */
  strokeStyle = "#000000";
  lineWidth = 1;
  font = "";
  /** @type {CanvasLineJoin} */
  lineJoin = "round";
  /** @type {CanvasTextAlign} */
  textAlign = "center";
  /** @type {CanvasTextBaseline} */
  textBaseline = "middle";

  /** @type {string[]} */
  #written = [];
  #path = "";
  #name = "";
  #halo = false;
  /** What was filled and may yet get an outline. @type {{ fill: string, stroke: string } | null} */
  #shape = null;

  beginPath() {
    this.#close();
    this.#path = "";
  }

  /** @param {number} x @param {number} y */
  moveTo(x, y) {
    this.#path += `M${tenth(x)} ${tenth(y)}`;
  }

  /** @param {number} x @param {number} y */
  lineTo(x, y) {
    this.#path += `L${tenth(x)} ${tenth(y)}`;
  }

  /** @param {number} cx @param {number} cy @param {number} x @param {number} y */
  quadraticCurveTo(cx, cy, x, y) {
    this.#path += `Q${tenth(cx)} ${tenth(cy)} ${tenth(x)} ${tenth(y)}`;
  }

  /** @param {number} ax @param {number} ay @param {number} bx @param {number} by @param {number} x @param {number} y */
  bezierCurveTo(ax, ay, bx, by, x, y) {
    this.#path += `C${tenth(ax)} ${tenth(ay)} ${tenth(bx)} ${tenth(by)} ${tenth(x)} ${tenth(y)}`;
  }

  /** A whole circle that begins where the pen stands, on its right: the picture needs no other arc.
   * @param {number} x @param {number} y @param {number} radius */
  arc(x, y, radius) {
    const [left, right, level, r] = [tenth(x - radius), tenth(x + radius), tenth(y), tenth(radius)];
    this.#path += `A${r} ${r} 0 1 1 ${left} ${level}A${r} ${r} 0 1 1 ${right} ${level}Z`;
  }

  /** @param {number} x @param {number} y @param {number} width @param {number} height */
  rect(x, y, width, height) {
    this.#path += `M${tenth(x)} ${tenth(y)}h${tenth(width)}v${tenth(height)}h${tenth(-width)}Z`;
  }

  closePath() {
    this.#path += "Z";
  }

  /** The name of what is drawn next. @param {string} name */
  about(name) {
    this.#name = name;
  }

  fill() {
    this.#close();
    if (this.#path) this.#shape = { fill: String(this.fillStyle), stroke: "" };
  }

  stroke() {
    if (!this.#path) return;
    const stroke = ` stroke="${escaped(String(this.strokeStyle))}" stroke-width="${tenth(this.lineWidth)}"`;
    this.#shape = { fill: this.#shape?.fill ?? "none", stroke };
    this.#close();
  }

  #close() {
    if (!this.#shape) return;
    const { fill, stroke } = this.#shape;
    const title = this.#name ? `<title>${escaped(this.#name)}</title>` : "";
    this.#written.push(`<path d="${this.#path}" fill="${escaped(fill)}"${stroke}${title ? `>${title}</path>` : "/>"}`);
    this.#shape = null;
    this.#name = "";
  }

  strokeText() {
    this.#halo = true;
  }

  /** @param {string} text @param {number} x @param {number} y */
  fillText(text, x, y) {
    const halo = this.#halo
      ? ` stroke="${escaped(String(this.strokeStyle))}" stroke-width="${tenth(this.lineWidth)}" paint-order="stroke"`
      : "";
    this.#halo = false;
    // Not every program that opens SVG knows `dominant-baseline`: the baseline is reckoned here.
    const size = parseFloat(/([\d.]+)px/.exec(this.font)?.[1] ?? "13");
    const baseline = this.textBaseline === "middle" ? y + size * 0.35 : y;
    const anchor = this.textAlign === "center" ? ` text-anchor="middle"` : "";
    this.#written.push(
      `<text x="${tenth(x)}" y="${tenth(baseline)}" font-size="${size}" fill="${escaped(String(this.fillStyle))}"${anchor}${halo}>${escaped(text)}</text>`,
    );
  }

  /** All that was drawn, one element a line. */
  content() {
    this.#close();
    return this.#written.join("\n");
  }
}
