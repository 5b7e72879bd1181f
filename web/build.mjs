/* The page's code as files that the Python package carries: node build.mjs [folder]

   page.js      everything but the map's land and the heavy part of SPARQL
   page.css     the style sheet
   contents.js, contents.css   those of the page that leads to all others
   sparql.js    the query editor and the program of the worker that answers queries
   oxigraph.wasm.gz   the engine of that worker
   land.json    the map's outlines

   The same sources give the same bytes. */

import { existsSync } from "node:fs";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import esbuild from "esbuild";

import { land } from "./land.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const target = resolve(process.argv[2] ?? join(here, "../src/dfgraph/products/views/assets"));

/** @type {esbuild.BuildOptions} */
const common = {
  absWorkingDir: here,
  bundle: true,
  write: false,
  minify: true,
  charset: "utf8",
  legalComments: "none",
  target: ["chrome96", "firefox113", "safari16.4"],
  logLevel: "warning",
  define: { "import.meta.url": '""' },
};

/** @param {esbuild.BuildOptions} options */
async function bundle(options) {
  const { outputFiles } = await esbuild.build({ ...common, ...options });
  return /** @type {esbuild.OutputFile[]} */ (outputFiles)[0].text;
}

/** The style sheet of the page, then that of each room that has one. */
async function styles() {
  const rooms = await readdir(join(here, "src"), { withFileTypes: true });
  const own = rooms.filter((room) => room.isDirectory()).map(({ name }) => `./src/${name}/${name}.css`).sort();
  const contents = ["./src/page.css", ...own.filter((path) => existsSync(join(here, path)))].map((path) => `@import "${path}";`);
  return bundle({ stdin: { contents: contents.join("\n"), loader: "css", resolveDir: here } });
}

/** `import program from "./worker.js?text"`: a program, bundled, as a text within the one that starts it.
 * @returns {esbuild.Plugin}
 */
const asText = () => ({
  name: "as-text",
  setup(build) {
    build.onResolve({ filter: /\?text$/ }, ({ path, resolveDir }) => ({ path: join(resolveDir, path.replace(/\?text$/, "")), namespace: "text" }));
    build.onLoad({ filter: /.*/, namespace: "text" }, async ({ path }) => {
      const code = await bundle({ entryPoints: [path], format: "iife" });
      return { contents: `export default ${JSON.stringify(code)};`, loader: "js" };
    });
  },
});

/** gzip with a header that does not tell the system it was made on.
 * @param {Uint8Array} bytes
 */
function gzip(bytes) {
  const packed = gzipSync(bytes, { level: 9 });
  packed[9] = 255;
  return packed;
}

const engine = createRequire(import.meta.url).resolve("oxigraph/web_bg.wasm");
const files = {
  "page.js": await bundle({ entryPoints: ["src/start.js"], format: "iife" }),
  "page.css": await styles(),
  "contents.js": await bundle({ entryPoints: ["src/contents.js"], format: "iife" }),
  "contents.css": await bundle({ entryPoints: ["src/contents.css"] }),
  "sparql.js": await bundle({ entryPoints: ["src/sparql/heavy.js"], format: "iife", globalName: "dfgraphSparql", plugins: [asText()] }),
  "oxigraph.wasm.gz": gzip(await readFile(engine)),
  "land.json": JSON.stringify(land()),
};
await mkdir(target, { recursive: true });
for (const [name, content] of Object.entries(files)) {
  await writeFile(join(target, name), content);
  console.log(`${name} ${Buffer.byteLength(content)} bytes`);
}
