// The package in Chromium, from a file with a strict Content-Security-Policy: the same numbers, and the page stays alive.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";

import { cases, deals, differences, nameOf, path } from "./cases.mjs";

const require = createRequire(path("web/package.json"));
const { chromium } = require("playwright-core");
const { build } = require("esbuild");

/** One file with everything in it, under the policy of the report. */
async function writePage(file) {
  const entry = 'import * as buygraph from "./dist/buygraph.js"; globalThis.buygraph = buygraph;';
  const bundle = await build({
    stdin: { contents: entry, resolveDir: fileURLToPath(path("web/")) },
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    charset: "utf8",
  });
  const script = bundle.outputFiles[0].text.replaceAll("</script", "<\\/script");
  const hash = createHash("sha256").update(script).digest("base64");
  const policy = `default-src 'none'; script-src 'sha256-${hash}' 'wasm-unsafe-eval'; worker-src blob:; style-src 'none'; img-src data:; base-uri 'none'; form-action 'none'`;
  await mkdir(new URL(".", file), { recursive: true });
  await writeFile(file, `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>buygraph</title><script>${script}</script>`);
}

describe("WebAssembly in Chromium", () => {
  const file = path("build/web/page.html");
  let browser, page;
  const requests = [], complaints = [];

  before(async () => {
    await writePage(file);
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
    page = await browser.newPage();
    page.on("request", (request) => requests.push(request.url()));
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(file.href);
    await page.evaluate(async () => void (globalThis.core = await globalThis.buygraph.open()));
  });
  after(() => browser?.close());

  it("answers every question of every bundled deal as the native core does, to 1e-9", async () => {
    for (const [name, text] of Object.entries(deals)) {
      const asked = cases.filter(({ deal }) => deal === name);
      const answers = await page.evaluate(
        async ([text, asked]) => {
          const deal = await globalThis.core.load(text);
          const answers = [];
          for (const { call, fields } of asked) answers.push(await deal.ask(call, fields));
          return answers;
        },
        [text, asked],
      );
      asked.forEach((one, at) => assert.deepEqual(differences(one.expected, answers[at], 1e-9), [], nameOf(one)));
    }
  });

  it("leaves the page alive while it computes", async () => {
    const longest = await page.evaluate(async (text) => {
      const deal = await globalThis.core.load(text);
      let [last, longest, running] = [performance.now(), 0, true];
      const tick = () => {
        longest = Math.max(longest, performance.now() - last);
        last = performance.now();
        if (running) setTimeout(tick, 0);
      };
      tick();
      const started = performance.now();
      await deal.forecast({ samples: 65536 });
      const whole = performance.now() - started;
      running = false;
      return longest / whole;
    }, Object.values(deals)[0]);
    assert.ok(longest < 0.5, `of the time of a long forecast the page was held for ${longest}`);
  });

  it("sends nothing and meets no complaint under the policy", () => {
    assert.deepEqual(requests.filter((url) => !url.startsWith("file:") && !url.startsWith("blob:")), []);
    assert.deepEqual(complaints, []);
  });

  it("runs no script that was not hashed", async () => {
    const ran = await page.evaluate(async () => {
      const script = document.createElement("script");
      script.textContent = "globalThis.injected = true";
      document.head.append(script);
      await new Promise((resolve) => setTimeout(resolve, 50));
      return globalThis.injected === true;
    });
    assert.equal(ran, false);
  });

  it("tells how long a what-if takes", async () => {
    const figures = await page.evaluate(async (deals) => {
      const lines = [];
      for (const text of deals) {
        const deal = await globalThis.core.load(text);
        const [person] = deal.people;
        const times = { edits: [], moves: [] };
        for (let round = 0; round < 12; ++round) {
          for (const [how, changes] of [
            ["edits", { edits: { [`people/${person}/susceptibility`]: 0.3 + round / 100 } }],
            ["moves", { moves: [{ kind: "susceptibility", person, by: -round / 1000 }] }],
          ]) {
            const started = performance.now();
            await deal.whatIf({ ...changes, samples: 1024 });
            times[how].push(performance.now() - started);
          }
        }
        const middle = (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)].toFixed(1);
        lines.push(`${deal.people.length} people: edits ${middle(times.edits)} ms, moves ${middle(times.moves)} ms`);
      }
      return lines;
    }, Object.values(deals));
    console.log(figures.join("\n"));
    assert.equal(figures.length, Object.keys(deals).length);
  });
});
