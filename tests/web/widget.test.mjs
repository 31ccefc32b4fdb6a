// The live map as a notebook shows it: the module that anywidget loads, with a model like anywidget's.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, it } from "node:test";

import { path } from "./cases.mjs";

const { chromium } = createRequire(path("web/package.json"))("playwright-core");
let browser, page;
const complaints = [];

before(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
  page.on("pageerror", (error) => complaints.push(error.message));
  const script = await readFile(path("web/dist/widget.js"), "utf8");
  const deal = await readFile(path("examples/deals/05-divided-committee.en.json"), "utf8");
  await page.evaluate(
    async ({ script, deal }) => {
      const traits = { deal, language: "en", layout: "hierarchy", theme: "light", samples: 1024, scale: "lead" };
      const reactions = {};
      globalThis.model = {
        traits,
        saved: 0,
        get: (name) => traits[name],
        set: (name, value) => void (traits[name] = value),
        on: (event, react) => (reactions[event] ??= new Set()).add(react),
        off: (event, react) => reactions[event].delete(react),
        save_changes: () => ++globalThis.model.saved,
        from_python: (name, value) => ((traits[name] = value), reactions[`change:${name}`].forEach((react) => react())),
        heard: () => Object.values(reactions).reduce((sum, set) => sum + set.size, 0),
      };
      const { default: widget } = await import(URL.createObjectURL(new Blob([script], { type: "text/javascript" })));
      globalThis.end = widget.render({ model: globalThis.model, el: document.body });
    },
    { script, deal },
  );
  await page.waitForSelector("buygraph-map .person");
});
after(() => browser?.close());

it("a change by hand comes back as traits", async () => {
  await page.locator("buygraph-map .person").first().focus();
  for (const key of ["s", "ArrowLeft", "ArrowLeft", "Enter"]) await page.keyboard.press(key);
  await page.waitForFunction(() => globalThis.model.traits.forecast?.difference);
  const { edits, moves, forecast, saved } = await page.evaluate(() => ({ ...globalThis.model.traits, saved: globalThis.model.saved }));
  assert.deepEqual(edits, []);
  assert.equal(moves[0].kind, "leaning");
  assert.ok(Math.abs(forecast.difference.ours) > 0);
  assert.ok(saved > 0);
});

it("what Python sets is shown", async () => {
  await page.evaluate(() => globalThis.model.from_python("language", "zh"));
  await page.waitForFunction(() => /[\u4e00-\u9fff]/.test(document.querySelector("buygraph-map").shadowRoot.querySelector("h1")?.textContent ?? ""));
  await page.evaluate(() => globalThis.model.from_python("deal", JSON.stringify({ ...JSON.parse(globalThis.model.traits.deal), name: "Another one" })));
  await page.waitForFunction(() => document.querySelector("buygraph-map").changes.length === 0);
});

it("nothing is left behind by an output that is cleared", async () => {
  await page.evaluate(() => globalThis.end());
  assert.equal(await page.locator("buygraph-map").count(), 0);
  assert.equal(await page.evaluate(() => globalThis.model.heard()), 0);
  assert.deepEqual(complaints, []);
});
