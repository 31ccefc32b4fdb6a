// <buygraph-map> in somebody's page.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";

import { path } from "./cases.mjs";
import { browser, opened, rested, serious, shots } from "./pages.mjs";

const require = createRequire(path("web/package.json"));

describe("<buygraph-map>", () => {
  let page;
  const complaints = [];
  before(async () => {
    const { build } = require("esbuild");
    const bundle = await build({ stdin: { contents: 'import "./dist/map.js";', resolveDir: fileURLToPath(path("web/")) }, bundle: true, minify: true, write: false, format: "iife", charset: "utf8" });
    const file = path("build/web/component.html");
    await writeFile(file, `<!doctype html><html lang="en"><meta charset="utf-8"><title>buygraph-map</title><main><h1>A sales tool</h1><buygraph-map></buygraph-map></main><script>${bundle.outputFiles[0].text.replaceAll("</script", "<\\/script")}</script></html>`);
    page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(file.href);
    const deal = await readFile(path("examples/deals/05-divided-committee.en.json"), "utf8");
    await page.evaluate((text) => {
      const map = document.querySelector("buygraph-map");
      globalThis.events = [];
      for (const name of ["change", "select"]) map.addEventListener(name, (event) => globalThis.events.push({ name, detail: event.detail }));
      map.deal = text;
    }, deal);
    await page.waitForSelector("buygraph-map .person");
  });
  after(() => page?.context().close());
  const events = (name) => page.evaluate((name) => globalThis.events.filter((event) => event.name === name), name);

  it("tells its host of changes with the forecast, and of who is chosen", async () => {
    await page.locator("buygraph-map .person").first().focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector("buygraph-map .card.shown .advice h3");
    const [chosen] = await events("select");
    assert.ok(chosen.detail.person);
    await page.keyboard.press("Escape");
    await page.locator("buygraph-map .person").first().focus();
    await page.keyboard.press("s");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Enter");
    await rested(page);
    const { detail } = (await events("change")).at(-1);
    assert.equal(detail.moves[0].kind, "leaning");
    assert.deepEqual(detail.edits, []);
    assert.ok(Math.abs(detail.forecast.difference.ours) > 0 && detail.forecast.forecast.headline);
    assert.equal((await events("select")).at(-1).detail.person, null);
  });

  it("undoes, exports, and speaks and looks as its properties say", async () => {
    const exported = await page.evaluate(() => document.querySelector("buygraph-map").exportDeal());
    assert.equal(JSON.parse(exported).moves.length, 1);
    await page.evaluate(() => document.querySelector("buygraph-map").undo());
    await page.waitForFunction(() => document.querySelector("buygraph-map").changes.length === 0);
    await page.evaluate(() => Object.assign(document.querySelector("buygraph-map"), { language: "zh", theme: "dark", layout: "power_stance" }));
    await page.waitForFunction(() => /[\u4e00-\u9fff]/.test(document.querySelector("buygraph-map").shadowRoot.querySelector("h1")?.textContent ?? ""));
    await page.waitForSelector("buygraph-map .layout-power_stance > svg .person");
    assert.equal(await page.locator("buygraph-map .page").evaluate((node) => getComputedStyle(node).backgroundColor), "rgb(25, 28, 32)");
    await page.screenshot({ path: `${shots}component.png` });
    assert.deepEqual(await serious(page), []);
    assert.deepEqual(complaints, []);
  });

  it("is a phone in a narrow panel", async () => {
    await page.evaluate(() => document.querySelector("buygraph-map").style.setProperty("width", "400px"));
    await page.waitForTimeout(300);
    const columns = await page.locator("buygraph-map .verdict").evaluate((node) => getComputedStyle(node).gridTemplateColumns.split(" ").length);
    assert.equal(columns, 1);
    assert.ok(await page.locator("buygraph-map").evaluate((node) => node.scrollWidth <= 400));
    await page.screenshot({ path: `${shots}component-400.png` });
  });

  it("shows on a card what to say and who of ours goes, as the report does", async () => {
    const still = await opened("en", { javaScriptEnabled: false }); // of as many states of the world
    const advice = (card) => card.locator(".advice h3, .advice li").allTextContents();
    for (const [language, person] of [["en", "marchetti"], ["zh", "marchetti"]]) {
      await page.evaluate(async ([language, text, person]) => {
        const map = document.querySelector("buygraph-map");
        Object.assign(map, { language, layout: "hierarchy" });
        map.style.removeProperty("width");
        map.deal = text;
        globalThis.wanted = person;
      }, [language, await readFile(path("examples/deals/05-divided-committee.en.json"), "utf8"), person]);
      await page.waitForSelector("buygraph-map .person");
      await page.evaluate(() => document.querySelector("buygraph-map").select(globalThis.wanted));
      await page.waitForSelector("buygraph-map .card.shown .advice h3");
      const shown = await advice(page.locator("buygraph-map .card.shown"));
      const filed = await advice(still.locator(`main[data-language=${language}] .card[data-person=${person}]`));
      assert.ok(filed.length > 6, filed.join());
      assert.deepEqual(shown, filed);
    }
    await still.context().close();
  });

  it("has beside its map what a report has: plan, questions, blind spots, price, coverage, in both languages, as its file has them", async () => {
    const still = await opened("en", { javaScriptEnabled: false });
    const sections = ["next", "questions", "blind-spots", "price", "coverage"];
    await page.evaluate(() => document.querySelector("buygraph-map").select()); // a card stands in the place of the rail
    for (const language of ["zh", "en"]) {
      await page.evaluate((language) => Object.assign(document.querySelector("buygraph-map"), { language, samples: 4096 }), language);
      for (const name of sections) {
        const place = page.locator(`buygraph-map main[data-language=${language}] .${name}:not([aria-busy])`);
        await place.locator(":scope > h2").waitFor();
        assert.equal(await place.locator(".as-filed").isVisible(), false);
        // Without what the live page adds: that note, and the way to save a picture.
        const said = await place.evaluate((node) => [...node.children].filter((child) => !child.hasAttribute("data-own")).map((child) => child.textContent).join("|"));
        const filed = await still.locator(`main[data-language=${language}] .${name}`).evaluate((node) => [...node.children].map((child) => child.textContent).join("|"));
        assert.ok(filed.length > 40, filed);
        assert.equal(said, filed);
        assert.equal(await place.locator(".save").count(), 1);
      }
    }
    await page.evaluate(() => document.querySelector("buygraph-map").shadowRoot.querySelector(".person").focus());
    for (const key of ["s", "ArrowLeft", "Enter"]) await page.keyboard.press(key);
    await rested(page);
    for (const name of sections) assert.equal(await page.locator(`buygraph-map .${name} .as-filed`).isVisible(), true, name);
    await page.evaluate(() => document.querySelector("buygraph-map").undo());
    await rested(page);
    await page.screenshot({ path: `${shots}component-sections.png`, fullPage: true });
    assert.deepEqual(await serious(page), []);
    // On paper: light, without what only a hand can use.
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator("buygraph-map .page").evaluate((node) => getComputedStyle(node).backgroundColor), "rgb(255, 255, 255)");
    for (const control of [".tools", ".switch", ".save", ".price-lever", "buygraph-what-if"]) assert.equal(await page.locator(`buygraph-map ${control}:visible`).count(), 0, control);
    for (const name of sections) assert.equal(await page.locator(`buygraph-map .${name}`).isVisible(), true, name);
    await page.screenshot({ path: `${shots}component-print.png`, fullPage: true });
    await page.emulateMedia({ media: "screen" });
    assert.deepEqual(complaints, []);
    await still.context().close();
  });

  it("gathers the reports of a crowd, opens them by click, key and search, and begins with the list", async () => {
    const crowd = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    const said = [];
    crowd.on("pageerror", (error) => said.push(error.message));
    await crowd.addInitScript(() => {
      globalThis.asked = [];
      const post = Worker.prototype.postMessage;
      Worker.prototype.postMessage = function (message, ...rest) {
        globalThis.asked.push(JSON.parse(message.request));
        return post.call(this, message, ...rest);
      };
    });
    await crowd.goto(path("build/web/component.html").href);
    const deal = JSON.parse(await readFile(path("build/web/pages/crowd.json"), "utf8"));
    assert.equal(deal.people.length, 120);
    await crowd.evaluate((deal) => void (document.querySelector("buygraph-map").deal = deal), deal);
    await crowd.waitForSelector("buygraph-map .people tbody tr", { timeout: 120_000 });
    const settled = async () => {
      await crowd.waitForTimeout(20);
      await crowd.locator("buygraph-what-if[aria-busy=false]").waitFor({ state: "attached", timeout: 120_000 });
    };
    await settled();
    assert.equal(await crowd.locator("buygraph-map .layout-list").isVisible(), true);
    // Twice as many people as have all states of the world: an eighth of 1,024 at once, of 4,096 at rest.
    const states = await crowd.evaluate(() => globalThis.asked.filter(({ call }) => call === "page").map(({ samples }) => samples));
    assert.deepEqual([...new Set(states)].sort((a, b) => a - b), [128, 512]);
    const find = crowd.locator("buygraph-map .map > header .find");
    await find.fill("Person 9");
    const rows = await crowd.locator("buygraph-map .people tbody tr:visible").allInnerTexts();
    assert.equal(rows.length, deal.people.filter(({ name }) => name.includes("Person 9")).length);
    await find.fill("");
    await crowd.locator("buygraph-map label[for=en-hierarchy]").click();
    await crowd.waitForSelector("buygraph-map .layout > svg .together");
    await settled();
    const drawn = () => crowd.locator("buygraph-map .layout > svg:visible .person:not(.together)").count();
    const groups = crowd.locator("buygraph-map .layout > svg:visible .together");
    const together = (await groups.evaluateAll((nodes) => nodes.map((node) => Number(node.querySelector("text").textContent.replace("+", ""))))).reduce((sum, count) => sum + count, 0);
    const before = await drawn();
    assert.equal(before + together, 120);
    assert.ok(together > 60, `${together}`);
    const first = groups.first();
    const size = Number((await first.locator("text").textContent()).replace("+", ""));
    const { x, y, width, height } = await first.locator("path").first().boundingBox();
    await crowd.mouse.click(x + width / 2, y + height / 2);
    await crowd.waitForSelector("buygraph-map .together[aria-expanded=true]");
    await settled();
    assert.equal(await drawn(), before + size);
    await crowd.locator("buygraph-map .together[aria-expanded=true]").focus();
    await crowd.keyboard.press("Enter");
    await crowd.waitForSelector("buygraph-map .together[aria-expanded=true]", { state: "detached" });
    await settled();
    assert.equal(await drawn(), before);
    // Somebody who is in a group is found: it opens, and he has the focus.
    const shown = new Set(await crowd.locator("buygraph-map .layout > svg:visible .person").evaluateAll((nodes) => nodes.map((node) => node.getAttribute("data-group"))));
    const hidden = deal.people.find(({ id }) => !shown.has(`person:${id}`));
    await find.fill(hidden.name);
    await find.press("Enter");
    await crowd.waitForFunction((group) => document.querySelector("buygraph-map").shadowRoot.activeElement?.getAttribute("data-group") === group, `person:${hidden.id}`);
    await crowd.keyboard.press("Enter");
    await crowd.waitForSelector("buygraph-map .card.shown");
    await crowd.screenshot({ path: `${shots}crowd.png`, fullPage: true });
    assert.deepEqual(said, []);
    await crowd.context().close();
  });

  it("lets go of a deal: nothing of it is asked or shown any more", async () => {
    const host = await (await browser.newContext()).newPage();
    const said = [];
    host.on("pageerror", (error) => said.push(error.message));
    await host.addInitScript(() => {
      globalThis.asked = [];
      const post = Worker.prototype.postMessage;
      Worker.prototype.postMessage = function (message, ...rest) {
        globalThis.asked.push(JSON.parse(message.request));
        return post.call(this, message, ...rest);
      };
    });
    await host.goto(path("build/web/component.html").href);
    const moved = JSON.parse(await readFile(path("examples/deals/05-divided-committee.en.json"), "utf8"));
    moved.moves = [{ kind: "veto_line", by: 0.1 }];
    const set = (deal) => host.evaluate((deal) => void (document.querySelector("buygraph-map").deal = deal), deal);
    await set(moved);
    await host.waitForSelector("buygraph-map .person");
    // While it is off the document its sections go on.
    await host.evaluate(() => {
      const map = document.querySelector("buygraph-map");
      const place = map.parentNode;
      map.remove();
      setTimeout(() => place.append(map), 300);
    });
    await host.waitForFunction(() => document.querySelector("buygraph-map")?.shadowRoot.querySelectorAll("[data-section]:not([aria-busy])").length === 5);
    assert.equal(await host.locator("buygraph-what-if li").count(), 1);
    // Saved while a change is still being computed, and left for a deal that cannot be used.
    const exported = await host.evaluate(() => {
      const map = document.querySelector("buygraph-map");
      map.shadowRoot.querySelector("buygraph-what-if [data-does=take_back]").click();
      const text = map.exportDeal().then(() => "a text", (error) => error.message);
      map.deal = { buygraph: 1, name: "x", offers: [], people: [] };
      return text;
    });
    assert.match(exported, /no longer|a text/);
    await host.waitForSelector("buygraph-map .faults li");
    assert.equal(await host.locator("buygraph-what-if").innerText(), "");
    const released = await host.evaluate(() => globalThis.asked.filter(({ call }) => call === "release").length);
    assert.equal(released, 2); // of each worker
    const before = await host.evaluate(() => globalThis.asked.length);
    await host.keyboard.press("Control+z");
    await host.waitForTimeout(600);
    assert.equal(await host.evaluate(() => globalThis.asked.length), before);
    await set(null);
    assert.equal(await host.locator("buygraph-map .faults").count(), 0);
    assert.deepEqual(said, []);
    await host.context().close();
  });

  it("lists every fault of a deal that cannot be used", async () => {
    await page.evaluate(() => void (document.querySelector("buygraph-map").deal = { buygraph: 1, name: "x", offers: [{ id: "us", kind: "ours" }], people: [{ id: "a", level: 9 }, { id: "a" }] }));
    await page.waitForSelector("buygraph-map .faults li");
    assert.ok((await page.locator("buygraph-map .faults li").count()) >= 2);
    assert.match(await page.locator("buygraph-map .faults").innerText(), /\/people\/0\/level/);
  });
});
