// The live page in Chromium, from files with their strict Content-Security-Policy: what hands and keys do, in both languages, and that its numbers are those of Python.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";

import { path } from "./cases.mjs";

const require = createRequire(path("web/package.json"));
const { chromium } = require("playwright-core");
const axe = require("axe-core");

const shots = fileURLToPath(path("build/web/shots/"));
const buygraph = fileURLToPath(path("build/venv/bin/buygraph"));
let browser;

before(async () => {
  await mkdir(shots, { recursive: true });
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
});
after(() => browser?.close());

/** A report's page, ready; what it asks the network for and complains of is kept. */
async function opened(name, { width = 1440, height = 900, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, acceptDownloads: true, ...options });
  const page = await context.newPage();
  page.requests = [];
  page.complaints = [];
  page.on("request", (request) => page.requests.push(request.url()));
  page.on("console", (message) => page.complaints.push(message.text()));
  page.on("pageerror", (error) => page.complaints.push(error.message));
  await page.goto(path(`build/web/pages/${name}.html`).href);
  if (options.javaScriptEnabled !== false) await page.waitForSelector("html[data-ready]");
  return page;
}

const part = (page, selector) => page.locator(`main.page:visible ${selector}`);
const bar = (page) => page.locator("buygraph-what-if");
const heard = (page) => bar(page).locator("[role=status]").innerText();
const chips = (page) => bar(page).locator("li bdi").allInnerTexts();
const group = (person) => `.layout > svg:visible [data-group="person:${person}"]`;

/** Until the fine forecast is there and was announced. */
async function rested(page) {
  await page.waitForTimeout(20);
  await page.locator("buygraph-what-if[aria-busy=false]").waitFor({ state: "attached" });
}

/** The middle of something on the map. */
async function middle(page, selector) {
  const { x, y, width, height } = await page.locator(selector).first().boundingBox();
  return [x + width / 2, y + height / 2];
}

/** The disc of a person, without badges and label: where its outline is. */
const disc = (page, person) => middle(page, `${group(person)} > path[stroke-width="1.5"]`);

async function dragNeedle(page, person, degrees) {
  const [x, y] = await disc(page, person);
  const [nx, ny] = await middle(page, `${group(person)} .needle`);
  const ring = Math.hypot(nx - x, ny - y);
  await page.mouse.move(nx, ny);
  await page.mouse.down();
  const angle = (degrees * Math.PI) / 180;
  await page.mouse.move(nx + 6, ny, { steps: 2 });
  await page.mouse.move(x + ring * Math.sin(angle), y - ring * Math.cos(angle), { steps: 6 });
}

async function exported(page) {
  const [download] = await Promise.all([page.waitForEvent("download"), bar(page).locator(".do button").last().click()]);
  const file = await download.path();
  return { file, deal: JSON.parse(await readFile(file, "utf8")), name: download.suggestedFilename() };
}

/** What the command line answers about a file, by the native core in Python. */
function python(...command) {
  return JSON.parse(execFileSync(buygraph, [...command, "--json"], { encoding: "utf8" }));
}

const percent = (chance) => `${Math.round(100 * chance)}%`;

/** A number as it is printed, with its real minus. */
const printed = (text) => Number(text.replace("\u2212", "-").replace("+", ""));

async function serious(page) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.target} ${node.any[0]?.message ?? ""}`).join(" | ")}`);
}

const languages = {
  en: { page: "en", people: { boss: "haldane", first: "marchetti", second: "steiner" }, stance: "stance", was: "was", undone: "Undone", moveWord: "move", editWord: "edit", shown: "Card of", out: "taken out", cut: "cut" },
  zh: { page: "zh", people: { boss: "feng", first: "lu", second: "qi" }, stance: "站位", was: "原为", undone: "已撤销", moveWord: "变动", editWord: "修订", shown: "已打开", out: "移除", cut: "剪断" },
};

for (const [language, say] of Object.entries(languages)) {
  describe(`the live page in ${language}`, () => {
    let page, first, second, boss;
    before(async () => {
      page = await opened(say.page);
      // Who reports to the boss, from left to right.
      const data = JSON.parse(await page.locator("script[type='application/json']").textContent());
      const deal = JSON.parse(Object.values(data.deals)[0]);
      ({ boss } = say.people);
      boss = deal.people.find(({ reports_to, departed }) => !reports_to && !departed).id;
      [first, second] = deal.people.filter(({ reports_to, departed }) => reports_to && !departed).map(({ id }) => id);
    });
    after(() => page.context().close());
    /** As the file was. */
    const undone = async () => {
      await page.evaluate(() => scrollTo(0, 0));
      await page.keyboard.press("Escape");
      while (await bar(page).locator(".do button").first().isEnabled()) await bar(page).locator(".do button").first().click();
      await rested(page);
    };

    it("a needle follows the hand, and the numbers are those of Python", async () => {
      await undone();
      const open = await chips(page);
      const before = await part(page, ".chance").first().innerText();
      const still = await middle(page, `${group(first)} .needle`);
      await dragNeedle(page, first, -100);
      const far = async () => {
        const held = await middle(page, `${group(first)} .needle`);
        return Math.hypot(held[0] - still[0], held[1] - still[1]);
      };
      for (let wait = 0; wait < 40 && (await far()) < 5; ++wait) await page.waitForTimeout(50);
      assert.ok((await far()) > 5);
      await page.mouse.up();
      await rested(page);
      const [chip] = (await chips(page)).filter((text) => !open.includes(text));
      assert.ok(chip.includes(say.stance) && /→ −0\.\d\d$/.test(chip), chip);
      // The needle stands where the chip says, on the dial of ±0.8 over ±115 degrees.
      const [cx, cy] = await disc(page, first);
      const [nx, ny] = await middle(page, `${group(first)} .needle`);
      const lead = ((Math.atan2(nx - cx, cy - ny) * 180) / Math.PI / 115) * 0.8;
      assert.ok(Math.abs(lead - printed(chip.split("→ ").at(-1))) < 0.06, `${lead}, ${chip}`);
      assert.match(await heard(page), new RegExp(`${say.stance}.*${say.was}`));
      const { file, deal } = await exported(page);
      assert.equal(deal.moves.at(-1).kind, "leaning");
      const { before: was, after: is, difference, forecast } = python("move", file);
      const ours = deal.offers.find(({ kind }) => kind === "ours").id;
      assert.equal(await bar(page).locator("b").innerText(), `${percent(was[ours])} → ${percent(is[ours])}`);
      assert.equal(printed((await bar(page).locator(".result small").innerText()).split(" ")[0]), Number((100 * difference[ours]).toFixed(1)));
      assert.equal(await part(page, ".chance").first().evaluate((cell) => cell.firstChild.data), percent(is[ours]));
      const headline = (text) => text.replace(/\s/g, " ");
      assert.equal(headline(await part(page, "h1").innerText()), headline(forecast?.headline ?? (await part(page, "h1").innerText())));
      assert.notEqual(before, percent(is[ours]));
      // A hollow mark stands at the old place.
      assert.equal(await part(page, ".outcomes tbody tr").first().locator("path[fill='var(--sf)']").count(), 1);
    });

    it("a what-if goes back and on again, by buttons and by keys", async () => {
      await undone();
      const open = (await chips(page)).length;
      await page.locator(group(first)).focus();
      await page.keyboard.press("s");
      for (let step = 0; step < 3; ++step) await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Enter");
      await rested(page);
      assert.equal((await chips(page)).length, open + 1);
      await page.keyboard.press("Control+z");
      await rested(page);
      assert.equal((await chips(page)).length, open);
      assert.ok((await heard(page)).startsWith(say.undone), await heard(page));
      await page.keyboard.press("Control+Shift+z");
      await rested(page);
      assert.equal((await chips(page)).length, open + 1);
      await bar(page).locator("li").last().locator("button").last().click();
      await rested(page);
      assert.equal((await chips(page)).length, open);
    });

    it("Escape lets go of a stance without a change", async () => {
      await undone();
      const [open, win] = [await chips(page), await part(page, ".chance").first().innerText()];
      await page.locator(group(first)).focus();
      await page.keyboard.press("s");
      for (let step = 0; step < 6; ++step) await page.keyboard.press("ArrowLeft");
      await page.waitForTimeout(200);
      await page.keyboard.press("Escape");
      await rested(page);
      assert.deepEqual(await chips(page), open);
      assert.equal(await part(page, ".chance").first().innerText(), win);
    });

    it("a move turns into an edit where both make sense, and back", async () => {
      await undone();
      await page.locator(group(first)).focus();
      await page.keyboard.press("s");
      for (let step = 0; step < 4; ++step) await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Enter");
      await rested(page);
      const last = () => bar(page).locator("li").last();
      assert.equal(await last().locator(".how").innerText(), say.moveWord);
      const asMove = await bar(page).locator(".result").innerText();
      await last().locator(".how").click();
      await rested(page);
      assert.equal(await last().locator(".how").innerText(), say.editWord);
      assert.notEqual(await bar(page).locator(".result").innerText(), asMove);
      const { file, deal } = await exported(page);
      const person = deal.people.find(({ id }) => id === first);
      assert.ok(Object.values(person.leaning)[0] > 0);
      const ours = deal.offers.find(({ kind }) => kind === "ours").id;
      const chance = deal.moves?.length ? python("move", file).after[ours] : python("forecast", file).forecasts[0].win;
      assert.equal((await bar(page).locator("b").innerText()).split("→ ")[1], percent(chance));
      await last().locator(".how").click();
      await rested(page);
      assert.equal(await bar(page).locator(".result").innerText(), asMove);
    });

    it("the keyboard walks along reporting lines, opens a card and comes back", async () => {
      await undone();
      await page.locator(group(first)).focus();
      await page.keyboard.press("Home");
      const focused = () => page.evaluate(() => document.activeElement.getAttribute("data-group"));
      const decider = await focused();
      assert.ok(decider.startsWith("person:"));
      await page.locator(group(boss)).focus();
      await page.keyboard.press("ArrowDown");
      assert.notEqual(await focused(), `person:${boss}`);
      const down = await focused();
      await page.keyboard.press("ArrowUp");
      assert.equal(await focused(), `person:${boss}`);
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.waitForSelector(".card.shown");
      await rested(page);
      assert.equal(await page.evaluate(() => document.activeElement.classList.contains("card")), true);
      assert.ok((await heard(page)).includes(say.shown), await heard(page));
      await page.keyboard.press("Escape");
      await rested(page);
      assert.equal(await part(page, ".card:visible").count(), 0);
      assert.equal(await focused(), down);
      assert.equal(await page.locator(".layout > svg:visible [role=treeitem][tabindex='0']").count(), 1);
    });

    it("a tie is added by keys and by hand, and cut by keys and by a click", async () => {
      await undone();
      const open = (await chips(page)).length;
      const lines = () => page.locator(".layout > svg:visible .tie").count();
      const before = await lines();
      const [from, to] = [await disc(page, boss), await disc(page, second)];
      await page.mouse.move(...from);
      await page.mouse.down();
      await page.mouse.move(from[0] + 20, from[1] + 20);
      await page.mouse.move(...to, { steps: 4 });
      assert.equal(await page.locator(".tie-drag").count(), 1);
      await page.mouse.up();
      await page.locator("[role=menu] [role=menuitem]").nth(0).click();
      await rested(page);
      assert.equal(await lines(), before + 1);
      assert.equal((await chips(page)).length, open + 1);
      const added = page.locator(".layout > svg:visible .tie").nth(before).locator("path").last();
      const at = await added.evaluate((curve) => {
        const { x, y } = curve.getPointAtLength(curve.getTotalLength() * 0.3).matrixTransform(curve.getScreenCTM());
        return [x, y];
      });
      await page.mouse.click(...at);
      await rested(page);
      assert.equal(await lines(), before);
      assert.equal((await chips(page)).length, open); // what was only added is taken back
      await page.locator(group(first)).focus();
      await page.keyboard.press("t");
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("Enter");
      await page.locator("[role=menu] [role=menuitem]").first().waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await rested(page);
      assert.ok((await lines()) >= before);
      assert.equal((await chips(page)).length, open + 1);
      await undone();
      await page.locator(group(second)).focus();
      await page.keyboard.press("x");
      if (await page.locator("[role=menu]").count()) await page.keyboard.press("Enter");
      await rested(page);
      assert.equal(await lines(), before - 1);
      assert.ok((await chips(page)).at(-1).startsWith(say.cut), await chips(page));
    });

    it("a person is taken out by Delete and by his card, struck through in his place", async () => {
      await undone();
      const place = await disc(page, second);
      await page.locator(group(second)).focus();
      await page.keyboard.press("Delete");
      await rested(page);
      assert.ok((await chips(page)).at(-1).includes(say.out));
      assert.equal(await page.locator(`${group(second)} text[text-decoration='line-through']`).count(), 1);
      assert.equal(await page.locator(`${group(second)} .needle`).count(), 0);
      await undone();
      assert.deepEqual((await disc(page, second)).map(Math.round), place.map(Math.round));
      await page.mouse.click(...place);
      await part(page, ".card.shown .out").click();
      await rested(page);
      assert.ok((await chips(page)).at(-1).includes(say.out));
    });

    it("sliders and fields of a card change susceptibility and scores", async () => {
      await undone();
      await page.mouse.click(...(await disc(page, first)));
      await part(page, ".card.shown .levers > summary").click();
      const field = part(page, ".card.shown .lever input[type=number]");
      await field.first().fill("0.77");
      await field.first().press("Enter");
      await rested(page);
      assert.match((await chips(page)).at(-1), /→ 0\.77$/);
      assert.equal(await part(page, ".card.shown .lever input[type=range]").first().inputValue(), "0.77");
      const slider = part(page, ".card.shown .lever input[type=range]").nth(1);
      await slider.focus();
      const was = Number(await slider.inputValue());
      await page.keyboard.press(was > 5 ? "ArrowLeft" : "ArrowRight");
      await rested(page);
      assert.match((await chips(page)).at(-1), new RegExp(`→ ${(was + (was > 5 ? -0.1 : 0.1)).toFixed(1)}$`));
      const { file, deal } = await exported(page);
      const ours = deal.offers.find(({ kind }) => kind === "ours").id;
      assert.equal((await bar(page).locator("b").innerText()).split("→ ")[1], percent(python("move", file).after[ours]));
    });

    it("every layout keeps the change; people go across with their stance", async () => {
      await undone();
      await dragNeedle(page, first, -100);
      await page.mouse.up();
      await rested(page);
      for (const layout of ["influence", "power_stance", "zipper", "list", "hierarchy"]) {
        const choice = page.locator(`label[for=${language}-${layout}]`);
        if (!(await choice.count())) continue;
        await choice.click();
        await rested(page);
        assert.equal(await part(page, `.layout-${layout}`).isVisible(), true, layout);
        if (layout === "power_stance") {
          const [x] = await disc(page, first);
          const xs = await Promise.all([boss, second].map(async (person) => (await disc(page, person))[0]));
          assert.ok(xs.every((other) => other > x), `${x} of ${xs}`);
        }
        if (layout === "list") assert.match(await part(page, ".layout-list tr").filter({ hasText: "−0." }).first().innerText(), /−0\.\d\d ±/);
        await page.screenshot({ path: `${shots}${language}-${layout}.png` });
      }
    });

    it("finds a person by name, and zooms", async () => {
      await undone();
      await page.locator(group(first)).focus();
      await page.keyboard.press("/");
      assert.equal(await page.evaluate(() => document.activeElement.type), "search");
      const name = (await page.locator(`${group(second)} > title`).textContent()).split(/[,;]/)[0];
      await page.keyboard.type(name.slice(0, 3));
      await page.keyboard.press("Enter");
      assert.equal(await page.evaluate(() => document.activeElement.getAttribute("data-group")), `person:${second}`);
      const width = async () => Number((await page.locator(".layout > svg:visible").getAttribute("viewBox")).split(" ")[2]);
      const whole = await width();
      await page.keyboard.press("+");
      assert.ok((await width()) < whole);
      await page.keyboard.press("0");
      assert.equal(await width(), whole);
    });

    it("gives every picture as SVG and as PNG, on light ground", async () => {
      const sections = await page.evaluate(() => [...document.querySelectorAll("main.page")].find((main) => main.offsetParent !== null || main.getClientRects().length).querySelectorAll(".save").length);
      assert.ok(sections >= 6, `${sections}`);
      for (const section of [".verdict", ".map", ".why", ".price", ".coverage"]) {
        const save = part(page, `${section} .save`);
        await save.locator("summary").click();
        const [download] = await Promise.all([page.waitForEvent("download"), save.locator("button").first().click()]);
        const svg = await readFile(await download.path(), "utf8");
        assert.doesNotMatch(svg, /var\(--|<script|style=/);
        assert.match(svg, /^<svg[^>]* xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
        assert.match(svg, language === "zh" ? /未校准/ : /Uncalibrated/);
        await writeFile(`${shots}${language}${section}.svg`, svg);
        await save.locator("summary").click();
        const [picture] = await Promise.all([page.waitForEvent("download"), save.locator("button").last().click()]);
        const png = await readFile(await picture.path());
        const width = Number(/width="([\d.]+)"/.exec(svg)[1]);
        assert.ok(Math.abs(png.readUInt32BE(16) - 2 * width) <= 4, section);
        await writeFile(`${shots}${language}${section}.png`, png);
      }
    });

    it("has nothing serious for axe: at rest, with changes and a card, in the dark", async () => {
      await undone();
      assert.deepEqual(await serious(page), []);
      await dragNeedle(page, first, 80);
      await page.mouse.up();
      await rested(page);
      await page.mouse.click(...(await disc(page, second)));
      await part(page, ".card.shown .levers > summary").click();
      await rested(page);
      await page.screenshot({ path: `${shots}${language}-card.png` });
      // Others are dimmed while one is chosen, and only then: their names are in the list.
      await page.evaluate(() => document.querySelectorAll(".chosen").forEach((node) => node.classList.remove("chosen")));
      assert.deepEqual(await serious(page), []);
      await page.locator("label[for=theme-dark]").click();
      await page.screenshot({ path: `${shots}${language}-dark.png` });
      assert.deepEqual(await serious(page), []);
      await page.locator("label[for=theme-light]").click();
    });

    it("asks nobody and runs nothing that was not hashed", async () => {
      assert.deepEqual(page.requests.filter((url) => !/^(file|blob|data):/.test(url)), []);
      assert.deepEqual(page.complaints, []);
    });
  });
}

describe("a live page", () => {
  it("shows on its dials what is chosen, names it, and says why needles stay", async () => {
    const page = await opened("en");
    const where = async () => (await middle(page, `${group("steiner")} .needle`)).map(Math.round);
    const lead = await where();
    const choice = part(page, ".map header select");
    assert.equal(await choice.inputValue(), "lead");
    await choice.selectOption("stance_to_us");
    await rested(page);
    const now = await where();
    assert.notDeepEqual(now, lead);
    // The angle is that of the attitude to our offer that Python has, on the dial of ±0.8 over ±115 degrees.
    const deal = path("examples/deals/05-divided-committee.en.json");
    const program = "import sys, json, buygraph as bg; deal = bg.load(sys.argv[1]); print(json.dumps(list(deal.standings().rows())))";
    const rows = JSON.parse(execFileSync(fileURLToPath(path("build/venv/bin/python")), ["-c", program, fileURLToPath(deal)], { encoding: "utf8" }));
    assert.ok(rows.find(({ person }) => person === "steiner").lead < 0); // behind a rival
    assert.match(await part(page, ".dials").innerText(), /to drag a needle, choose lead over the best rival/);
    assert.equal(await part(page, ".layout > svg:visible text").filter({ hasText: /^against us$/ }).count(), 1);
    await page.mouse.move(...now);
    await page.mouse.down();
    await page.mouse.move(now[0] + 30, now[1] + 30, { steps: 4 });
    await page.mouse.up();
    await rested(page);
    assert.equal((await chips(page)).length, 0);
    await page.locator(group("steiner")).focus();
    await page.keyboard.press("s");
    await page.waitForTimeout(50);
    assert.match(await heard(page), /to drag a needle/);
    await page.locator("label[for=en-list]").click();
    await rested(page);
    assert.match(await part(page, ".people thead").innerText(), /Stance to us/);
    await page.locator("label[for=en-hierarchy]").click();
    await part(page, ".map header select").selectOption("pull_to_buy");
    await rested(page);
    assert.match(await part(page, ".layout > svg:visible").innerHTML(), /wants to stay/);
    const [download] = await Promise.all([page.waitForEvent("download"), part(page, ".map .save summary").click().then(() => part(page, ".map .save button").first().click())]);
    assert.match(await readFile(await download.path(), "utf8"), /dial and colour: pull to buy/);
    assert.deepEqual(await serious(page), []);
    await page.locator("label[for=language-zh]").click();
    await page.waitForFunction(() => document.querySelector("buygraph-what-if strong").textContent === "假设");
    await rested(page);
    assert.equal(await part(page, ".map header select").inputValue(), "pull_to_buy");
    assert.match(await part(page, ".dials").innerText(), /要拖动指针，请选对最强对手的领先/);
    await page.context().close();
  });

  for (const language of ["en", "zh"])
    it(`cuts a reporting line by a click and by X, as an edit, and everybody stays, in ${language}`, async () => {
      const page = await opened(language);
      const lines = () => page.locator(".layout > svg:visible .reporting").count();
      const places = () => page.locator(".layout > svg:visible .person").evaluateAll((nodes) => nodes.map((node) => node.querySelector("path[stroke-width='1.5']")?.getAttribute("d")));
      const [before, still, open] = [await lines(), await places(), (await chips(page)).length];
      const line = page.locator(".layout > svg:visible .reporting").first();
      const who = await line.getAttribute("data-person");
      const at = await line.evaluate((path) => {
        const { x, y } = path.getPointAtLength(path.getTotalLength() / 2).matrixTransform(path.getScreenCTM());
        return [x, y];
      });
      await page.mouse.click(...at);
      await rested(page);
      assert.equal(await lines(), before - 1);
      assert.equal((await chips(page)).length, open + 1);
      assert.match((await chips(page)).at(-1), language === "en" ? /no longer reports to/ : /不再向.*汇报/);
      assert.deepEqual(await places(), still);
      const { file, deal } = await exported(page);
      assert.equal(deal.people.find(({ id }) => id === who).reports_to, undefined);
      const ours = deal.offers.find(({ kind }) => kind === "ours").id;
      const chance = deal.moves?.length ? python("move", file).after[ours] : python("forecast", file).forecasts[0].win;
      assert.equal((await bar(page).locator("b").innerText()).split("→ ")[1], percent(chance));
      await page.keyboard.press("Control+z");
      await rested(page);
      assert.equal(await lines(), before);
      await page.locator(group(who)).focus();
      await page.keyboard.press("x");
      if (await page.locator("[role=menu]").count()) await page.locator("[role=menuitem]").last().click(); // his line stands after his ties
      await rested(page);
      assert.equal(await lines(), before - 1);
      await page.context().close();
    });

  for (const width of [380, 320])
    it(`is a phone at ${width} px: the map on the whole screen, the changes in a sheet, everything within reach of a thumb`, async () => {
      for (const language of ["en", "zh"]) {
        const page = await opened(language, { width, height: 700, hasTouch: true });
        const { height } = await bar(page).boundingBox();
        assert.ok(height >= 56 && height <= 62, `${height}`);
        assert.ok(await bar(page).locator(".hint, .result b").isVisible()); // a file may have moves of its own
        const [name] = await part(page, ".people th a").allInnerTexts();
        await part(page, ".tools .full-screen").tap();
        await rested(page);
        const map = await part(page, ".map.full").boundingBox();
        assert.deepEqual([map.x, map.y, map.width, Math.round(map.height)], [0, 0, width, 700 - 56]);
        assert.ok(await bar(page).isVisible());
        const box = async () => (await page.locator(".layout > svg:visible").getAttribute("viewBox")).split(" ").map(Number);
        const whole = await box();
        // Two fingers apart: closer; one finger: along.
        const [x, y] = await middle(page, ".layout > svg:visible");
        const client = await page.context().newCDPSession(page);
        const touch = (type, ...points) => client.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
        await touch("touchStart", [x - 20, y + 150], [x + 20, y + 150]);
        for (const apart of [30, 50, 80]) await touch("touchMove", [x - apart, y + 150], [x + apart, y + 150]);
        await touch("touchEnd");
        const near = await box();
        assert.ok(near[2] < whole[2] / 2, `${near} of ${whole}`);
        await touch("touchStart", [x, y + 180]);
        for (const by of [10, 30, 60]) await touch("touchMove", [x - by, y + 180]);
        await touch("touchEnd");
        const along = await box();
        assert.ok(along[0] > near[0] && along[2] === near[2], `${along} after ${near}`);
        await page.screenshot({ path: `${shots}phone-${language}-${width}-map.png` });
        await page.waitForTimeout(1000); // right after a gesture Chromium takes a tap as the end of it
        await page.locator(".map.full .leave").tap();
        await page.locator(".map.full").waitFor({ state: "detached" });
        assert.equal(await part(page, ".layout-list").isVisible(), true);
        await part(page, ".tools .full-screen").tap();
        await rested(page);
        await page.locator(".layout > svg:visible .person").nth(1).focus();
        for (const key of ["s", "ArrowRight", "ArrowRight", "Enter"]) await page.keyboard.press(key);
        await rested(page);
        assert.match(await bar(page).locator(".result b").innerText(), /^\d+% → \d+%$/);
        assert.equal(await bar(page).locator("li").first().isVisible(), false);
        await bar(page).locator(".opener").tap();
        assert.equal(await bar(page).locator("li").first().isVisible(), true);
        assert.equal(await bar(page).locator(".do button").last().isVisible(), true);
        const sheet = await bar(page).boundingBox();
        assert.ok(sheet.y >= 0 && Math.round(sheet.y + sheet.height) === 700 && sheet.width <= width);
        await page.screenshot({ path: `${shots}phone-${language}-${width}-sheet.png` });
        await page.keyboard.press("Escape");
        await page.waitForTimeout(30);
        assert.equal(await bar(page).locator("li").first().isVisible(), false);
        assert.equal(await page.locator(".map.full").count(), 1);
        await page.locator(".layout > svg:visible .person").nth(1).focus();
        await page.keyboard.press("Escape");
        assert.equal(await page.locator(".map.full").count(), 0);
        await bar(page).locator(".do button").first().tap();
        await rested(page);
        // A name in the list opens the card, where it can be seen.
        await part(page, ".people tbody tr").first().tap();
        await page.waitForSelector(".card.shown");
        await rested(page);
        const card = await part(page, ".card.shown h2").boundingBox();
        assert.ok(card.y >= 0 && card.y < 600, `${card.y}`);
        assert.equal(await part(page, ".card.shown h2").innerText(), name);
        const small = await page.evaluate(() => {
          const main = document.querySelector("main.live");
          const wanted = [...main.querySelectorAll("button, input, select, summary, label[for], .card.shown .close, .people tbody tr"), ...document.querySelectorAll("buygraph-what-if button, .top label")];
          return wanted.flatMap((node) => {
            const { width, height } = node.getBoundingClientRect();
            if (width === 0 || node.matches("[type=radio], .save *") || getComputedStyle(node).visibility === "hidden") return [];
            return width < 43.5 || height < 43.5 ? [`${node.localName}.${node.className} ${Math.round(width)} × ${Math.round(height)}: ${node.textContent.slice(0, 30)}`] : [];
          });
        });
        assert.deepEqual(small, []);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= width, `${wide}`);
        await page.screenshot({ path: `${shots}phone-${language}-${width}-card.png` });
        assert.deepEqual(await serious(page), []);
        assert.deepEqual(page.complaints, []);
        await page.context().close();
      }
    });

  it("takes the place of the one without script without a shift", async () => {
    const still = await opened("en", { javaScriptEnabled: false });
    const live = await opened("en");
    for (const selector of ["h1", ".outcomes", ".map h2", ".why", ".layout-hierarchy > svg", "[data-group='person:steiner'] text >> nth=0"]) {
      const [one, other] = await Promise.all([still, live].map((page) => part(page, selector).first().boundingBox()));
      for (const side of ["x", "y", "width"]) assert.ok(Math.abs(one[side] - other[side]) < 1, `${selector} ${side}: ${one[side]}, ${other[side]}`);
    }
    for (const selector of [".verdict h1", ".why .waterfall", ".layout-list table"]) {
      const [one, other] = await Promise.all([still, live].map((page) => part(page, selector).first().textContent()));
      assert.equal(one, other, selector);
    }
    await Promise.all([still, live].map((page) => page.context().close()));
  });

  it("takes the change along to the other language", async () => {
    const page = await opened("en");
    await dragNeedle(page, "steiner", 30);
    await page.mouse.up();
    await rested(page);
    const [was] = await bar(page).locator("b").allInnerTexts();
    await page.locator("label[for=language-zh]").click();
    await page.waitForFunction(() => document.querySelector("buygraph-what-if strong").textContent === "假设");
    await rested(page);
    assert.equal(await bar(page).locator("b").innerText(), was);
    assert.match((await chips(page))[0], /站位/);
    assert.match(await part(page, "h1").innerText(), /[\u4e00-\u9fff]/);
    await page.context().close();
  });

  it("asks before a change is lost, and not after it was exported", async () => {
    const page = await opened("en");
    let asked = 0;
    page.on("dialog", (dialog) => {
      ++asked;
      void dialog.dismiss();
    });
    await dragNeedle(page, "steiner", 30);
    await page.mouse.up();
    await rested(page);
    await page.close({ runBeforeUnload: true });
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(asked, 1);
    await exported(page);
    const closed = page.waitForEvent("close");
    await page.close({ runBeforeUnload: true });
    await closed;
    assert.equal(asked, 1);
  });

  it("opens with the moves that a file holds, and gives them back", async () => {
    const page = await opened("moved");
    await rested(page);
    assert.deepEqual(await chips(page), ["veto line +0.10"]);
    assert.equal(await bar(page).locator(".do button").first().isEnabled(), false);
    const { deal } = await exported(page);
    assert.deepEqual(deal.moves, [{ kind: "veto_line", by: 0.1 }]);
    await page.context().close();
  });

  it("changes a price, as an edit and as a move", async () => {
    const page = await opened("priced");
    const lever = part(page, ".price-lever input[type=number]");
    const price = Number(await lever.inputValue());
    await lever.fill(String(Math.round(price * 0.8)));
    await lever.press("Enter");
    await rested(page);
    const { file, deal } = await exported(page);
    assert.equal(deal.offers.find(({ kind }) => kind === "ours").terms.price, Math.round(price * 0.8));
    assert.equal((await bar(page).locator("b").innerText()).split("→ ")[1], percent(python("forecast", file).forecasts[0].win));
    await bar(page).locator(".how").click();
    await rested(page);
    const again = await exported(page);
    assert.equal(again.deal.offers.find(({ kind }) => kind === "ours").terms.price, price);
    assert.ok(again.deal.moves.every(({ kind }) => kind === "score") && again.deal.moves.length > 0);
    await page.context().close();
  });

  it("says what it would not do and leaves everything as it was", async () => {
    const page = await opened("alone");
    await page.locator(".layout > svg:visible .person").first().focus();
    await page.keyboard.press("Delete"); // the only one who decides
    await rested(page);
    assert.equal((await chips(page)).length, 0);
    assert.match(await bar(page).locator(".trouble").innerText(), /\S{4}/);
    assert.equal(await bar(page).locator(".do button").first().isEnabled(), false);
    await page.context().close();
  });

  it("shows hostile names as they are and runs none of them", async () => {
    const page = await opened("hostile");
    await page.locator(".layout > svg:visible .person").first().focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector(".card.shown");
    for (const person of [0, 1, 2]) {
      const node = page.locator(".layout > svg:visible .person").nth(person);
      await node.focus();
      await page.keyboard.press("s");
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("Enter");
    }
    await rested(page);
    assert.equal(await page.evaluate(() => globalThis.pwned), undefined);
    assert.equal(await page.locator("img").count(), 0);
    assert.ok((await chips(page)).some((text) => text.includes("<img src=x")));
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 1440);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });

  it("holds of a redacted deal nothing but roles and numbers", async () => {
    const text = await readFile(path("build/web/pages/redacted.html"), "utf8");
    const original = JSON.parse(await readFile(path("examples/deals/01-technical-veto.zh.json"), "utf8"));
    const names = [original.account, original.notes, ...original.people.flatMap(({ id, name, title }) => [name, title, id.length > 3 ? `"${id}"` : undefined]), ...(original.team ?? []).map(({ name }) => name)];
    for (const name of names.filter((one) => one && one.length > 1)) assert.ok(!text.includes(name), name);
    const page = await opened("redacted");
    await page.locator("label[for=language-en]").click();
    await page.waitForFunction(() => document.querySelector("buygraph-what-if strong").textContent === "What if");
    await page.locator(".layout > svg:visible .person").first().focus();
    await page.keyboard.press("Delete");
    await rested(page);
    assert.equal((await chips(page)).length + (await bar(page).locator(".trouble").count()), 1);
    await page.context().close();
  });

  it("is read only and says why where no worker can be had", async () => {
    const context = await browser.newContext();
    await context.addInitScript(() => {
      globalThis.Worker = class {
        constructor() {
          throw new Error("workers are switched off here");
        }
      };
    });
    const page = await context.newPage();
    await page.goto(path("build/web/pages/en.html").href);
    await page.locator("buygraph-what-if .trouble").waitFor();
    assert.match(await page.locator("buygraph-what-if").innerText(), /Read only.*switched off here/s);
    assert.match(await page.locator("main:visible h1").innerText(), /\d%/);
    await context.close();
  });

  it("moves nobody where the reader wants no movement", async () => {
    const page = await opened("en", { reducedMotion: "reduce" });
    await page.evaluate(() => {
      globalThis.animated = 0;
      const animate = Element.prototype.animate;
      Element.prototype.animate = function (...given) {
        ++globalThis.animated;
        return animate.apply(this, given);
      };
    });
    await page.locator("label[for=en-influence]").click();
    await rested(page);
    assert.equal(await page.evaluate(() => globalThis.animated), 0);
    await page.emulateMedia({ reducedMotion: "no-preference" });
    await page.locator("label[for=en-hierarchy]").click();
    await rested(page);
    assert.ok((await page.evaluate(() => globalThis.animated)) > 0);
    await page.context().close();
  });

  it("fits 1440, 900, 380 and 320 px without sideways scrolling", async () => {
    for (const name of ["en", "zh", "many"])
      for (const width of [1440, 900, 380, 320]) {
        const page = await opened(name, { width });
        await page.locator(".layout:visible").first().waitFor();
        if (name !== "many") {
          await page.evaluate(() => document.querySelector("main:is(.live) .layout-list a")?.click());
          await rested(page);
        }
        const wide = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        assert.ok(wide[0] <= wide[1], `${name} at ${width}: ${wide}`);
        await page.screenshot({ path: `${shots}${name}-${width}.png`, fullPage: width < 600 });
        await page.context().close();
      }
  });

  it("prints its changes as a list", async () => {
    const page = await opened("en");
    await dragNeedle(page, "steiner", 30);
    await page.mouse.up();
    await rested(page);
    await page.emulateMedia({ media: "print" });
    assert.equal(await bar(page).locator("li bdi").first().isVisible(), true);
    assert.equal(await bar(page).locator("button:visible").count(), 0);
    assert.equal(await page.locator(".tools:visible").count(), 0);
    await page.context().close();
  });
});

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

  it("gathers the reports of a crowd, opens them by click, key and search, and begins with the list", async () => {
    const crowd = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    const said = [];
    crowd.on("pageerror", (error) => said.push(error.message));
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

  it("lists every fault of a deal that cannot be used", async () => {
    await page.evaluate(() => void (document.querySelector("buygraph-map").deal = { buygraph: 1, name: "x", offers: [{ id: "us", kind: "ours" }], people: [{ id: "a", level: 9 }, { id: "a" }] }));
    await page.waitForSelector("buygraph-map .faults li");
    assert.ok((await page.locator("buygraph-map .faults li").count()) >= 2);
    assert.match(await page.locator("buygraph-map .faults").innerText(), /\/people\/0\/level/);
  });
});
