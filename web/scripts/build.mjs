// Puts the package together in dist/: node scripts/build.mjs CORE.wasm CORE.lzma UNPACK.wasm
import { mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

const [wasm, lzma, unpack] = process.argv.slice(2);
const out = fileURLToPath(new URL("../dist", import.meta.url));
const source = (name) => fileURLToPath(new URL(`../src/${name}`, import.meta.url));

/** A module that is made here and stands under "buygraph:NAME". */
const made = (name, contents) => ({
  name,
  setup(bundle) {
    bundle.onResolve({ filter: new RegExp(`^buygraph:${name}$`) }, ({ path }) => ({ path, namespace: "made" }));
    bundle.onLoad({ filter: new RegExp(`^buygraph:${name}$`), namespace: "made" }, () => ({ contents, loader: "js" }));
  },
});

const common = { bundle: true, external: ["node:*"], minify: true, write: false, target: "es2022", charset: "utf8", legalComments: "none", logLevel: "warning" };
const inBase64 = async (file) => (await readFile(file)).toString("base64");
const { size } = await stat(wasm);
const unpacker = made("unpacker", `export const unpacker = "${await inBase64(unpack)}";`);
const worker = await build({
  ...common,
  entryPoints: [source("worker.ts")],
  format: "iife",
  plugins: [made("core", `export const packed = "${await inBase64(lzma)}", length = ${size};`), unpacker],
});
const withWorker = made("worker", `export const script = ${JSON.stringify(worker.outputFiles[0].text)};`);
/** The component takes the core from the module beside it. */
const besideCore = {
  name: "beside",
  setup(bundle) {
    bundle.onResolve({ filter: /^\.\.\/index\.js$/ }, () => ({ path: "./buygraph.js", external: true }));
  },
};
const core = await build({ ...common, entryPoints: [source("index.ts")], format: "esm", plugins: [withWorker] });
const map = await build({ ...common, entryPoints: [source("page/element.ts")], format: "esm", plugins: [besideCore] });
// One classic script with everything in it, for a page that is one file.
const page = await build({ ...common, entryPoints: [source("page/report.ts")], format: "iife", plugins: [withWorker, unpacker] });
const portfolio = await build({ ...common, entryPoints: [source("page/portfolio.ts")], format: "iife" });
// The component in a notebook: one module with everything in it.
const widget = await build({ ...common, entryPoints: [source("widget.ts")], format: "esm", plugins: [withWorker] });
await mkdir(out, { recursive: true });
for (const [name, { outputFiles }] of Object.entries({ buygraph: core, map, page, portfolio, widget })) {
  await rm(`${out}/${name}.js`, { force: true });
  await writeFile(`${out}/${name}.js`, outputFiles[0].contents);
}
