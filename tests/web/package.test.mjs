// What is in the package: small, fetching nothing, with types that hold.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import { open } from "../../web/dist/buygraph.js";
import { cases, deals, path } from "./cases.mjs";

const web = fileURLToPath(path("web/"));
const script = await readFile(path("web/dist/buygraph.js"), "utf8");
const component = await readFile(path("web/dist/map.js"), "utf8");

/** Compiles one program that uses the types; the compiler's complaints, "" where there are none. */
async function complaints(name, program) {
  const folder = path("build/web/types/");
  await mkdir(folder, { recursive: true });
  await writeFile(new URL(`${name}.ts`, folder), program);
  const options = ["--ignoreConfig", "--noEmit", "--strict", "--exactOptionalPropertyTypes", "--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler", "--types", ""];
  try {
    execFileSync(process.execPath, [`${web}node_modules/typescript/bin/tsc`, ...options, fileURLToPath(new URL(`${name}.ts`, folder))], { encoding: "utf8" });
    return "";
  } catch (error) {
    return error.stdout + error.stderr;
  }
}

describe("the package", () => {
  it("is less than 500 KB, gzipped, in all", () => {
    const { files } = JSON.parse(execFileSync("npm", ["pack", "--dry-run", "--json"], { cwd: web, encoding: "utf8" }))[0];
    const names = files.map((file) => file.path);
    assert.ok(names.includes("dist/buygraph.js") && names.includes("dist/map.js") && names.includes("dist/index.d.ts") && names.includes("dist/map.d.ts") && names.includes("package.json"), names.join());
    assert.ok(names.every((name) => /^(dist\/[\w-]+\.(js|d\.ts)|package\.json|README\.md|LICENSE)$/.test(name)), names.join());
    const packed = names.reduce((bytes, name) => bytes + gzipSync(execFileSync("cat", [web + name])).length, 0);
    console.log(`gzipped: ${(packed / 1000).toFixed(0)} KB, of which script ${(gzipSync(script).length / 1000).toFixed(0)} KB`);
    assert.ok(packed < 500_000, `${packed} bytes`);
  });

  it("fetches nothing and makes no code of texts", () => {
    for (const text of [script, component.replace("http://www.w3.org/2000/svg", "the name of a vocabulary")])
      assert.doesNotMatch(text, /\bfetch\s*\(|XMLHttpRequest|WebSocket|EventSource|\beval\s*\(|new Function\b|https?:\/\//);
  });

  it("has the version of the library", async () => {
    const header = await readFile(path("include/buygraph/version.hpp"), "utf8");
    const version = /BUYGRAPH_VERSION "(.*)"/.exec(header)[1];
    assert.equal(JSON.parse(await readFile(path("web/package.json"), "utf8")).version, version);
    const core = await open();
    assert.equal(core.version, version);
    core.close();
  });
});

describe("the README", () => {
  it("has a program that runs", async () => {
    const readme = await readFile(path("web/README.md"), "utf8");
    const program = /```js\n([\s\S]*?)```/.exec(readme)[1].replace('"buygraph"', JSON.stringify(path("web/dist/buygraph.js").href));
    const said = execFileSync(process.execPath, ["--input-type=module", "-e", program], { cwd: fileURLToPath(path("./")), encoding: "utf8" });
    assert.match(said, /29 %, then [0-9.]+ points more/); // the chance that the documentation shows for this deal
  });

  it("names every call and every field of its own", async () => {
    const readme = await readFile(path("web/README.md"), "utf8");
    const core = await open();
    const { calls } = await core.ask("calls", {});
    core.close();
    const common = new Set(["deal", "edits", "language", "samples", "seed", "method", "precision", "threads"]);
    for (const [call, fields] of Object.entries(calls)) {
      const row = readme.split("\n").find((line) => line.startsWith("|") && line.split("|")[1].includes(`\`${call}\``));
      assert.ok(row, call);
      for (const field of fields) if (!common.has(field)) assert.ok(row.includes(`\`${field}\``), `${field} of ${call}`);
    }
  });
});

describe("the types", () => {
  it("of a deal file are those of the schema", () => {
    execFileSync(process.execPath, ["scripts/deal-types.mjs", "--check"], { cwd: web, stdio: "pipe" });
  });

  it("hold for every bundled deal and every answer about it", async () => {
    const core = await open();
    const lines = ['import type { BuygraphError, CoreCalls, Deal, DealCalls, DealFile } from "../../../web/dist/index.js";'];
    const seen = new Set();
    for (const [file, text] of Object.entries(deals)) {
      lines.push(`(${text}) satisfies DealFile;`);
      const deal = await core.load(text);
      for (const { call, fields } of cases.filter((one) => one.deal === file && !seen.has(`${file} ${one.call}`))) {
        seen.add(`${file} ${call}`);
        const { buygraph, ...answer } = await deal.ask(call, fields);
        lines.push(`(${JSON.stringify(fields)}) satisfies DealCalls["${call}"]["takes"];`, `(${JSON.stringify(answer)}) satisfies DealCalls["${call}"]["gives"];`);
      }
      const { buygraph, ...catalog } = await deal.catalog();
      lines.push(`(${JSON.stringify(catalog)}) satisfies DealCalls["catalog"]["gives"];`);
    }
    const { buygraph, ...calls } = await core.ask("calls", {});
    lines.push(`(${JSON.stringify(calls)}) satisfies CoreCalls["calls"]["gives"];`);
    // Every call there is has its types.
    const known = Object.keys(calls.calls).map((name) => JSON.stringify(name));
    lines.push(`const all: (keyof CoreCalls | keyof DealCalls)[] = [${known.join()}, "calls"]; void all;`);
    for (const [name, fields] of Object.entries(calls.calls)) {
      if (name === "load" || name === "validate" || name === "page_words") continue;
      const own = fields.filter((field) => field !== "deal" && field !== "threads").map((field) => JSON.stringify(field));
      if (own.length) lines.push(`(null as unknown as (${own.join(" | ")})) satisfies keyof DealCalls["${name}"]["takes"];`);
    }
    core.close();
    assert.equal(await complaints("answers", lines.join("\n")), "");
  });

  it("let a program be written, and find what is misspelt in it", async () => {
    const program = (field) => `
      import { BuygraphError, open } from "../../../web/dist/index.js";
      const core = await open();
      const deal = await core.load('{"buygraph": 1}');
      const { after } = await deal.whatIf({ ${field}: 1024, edits: { "people/chen/level": 2 }, moves: [{ kind: "veto_line", by: 0.1 }] });
      const chance: number | undefined = after["us"];
      try { await deal.brief({ person: "chen", language: "zh" }); } catch (error) { if (error instanceof BuygraphError) console.log(error.faults[0]?.pointer, chance); }
      export {};`;
    assert.equal(await complaints("right", program("samples")), "");
    assert.match(await complaints("wrong", program("sample")), /sample/);
  });
});
