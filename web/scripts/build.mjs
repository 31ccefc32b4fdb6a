// Puts the package together in dist/: node scripts/build.mjs CORE.wasm CORE.lzma
import { mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

const [wasm, lzma] = process.argv.slice(2);
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
const packed = (await readFile(lzma)).toString("base64");
const { size } = await stat(wasm);
const worker = await build({
  ...common,
  entryPoints: [source("worker.ts")],
  format: "iife",
  plugins: [made("core", `export const packed = "${packed}", length = ${size};`)],
});
const page = await build({
  ...common,
  entryPoints: [source("index.ts")],
  format: "esm",
  plugins: [made("worker", `export const script = ${JSON.stringify(worker.outputFiles[0].text)};`)],
});
await mkdir(out, { recursive: true });
await rm(`${out}/buygraph.js`, { force: true });
await writeFile(`${out}/buygraph.js`, page.outputFiles[0].contents);
