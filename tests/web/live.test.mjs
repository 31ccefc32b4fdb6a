// The live page on many deals, screens and occasions.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";

import { path } from "./cases.mjs";
import { bar, browser, chips, dragNeedle, exported, group, heard, middle, opened, part, percent, python, rested, serious, shots } from "./pages.mjs";

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
        // Right after a gesture Chromium takes a tap as the end of it.
        for (let tap = 0; tap < 5 && (await page.locator(".map.full").count()) > 0; ++tap) {
          await page.waitForTimeout(1000);
          await page.locator(".map.full .leave").tap();
        }
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

  it("a packed page is whole once its script runs, in the other language too when it is chosen, and says what is missing without", async () => {
    const texts = (page) => page.evaluate(() => [...document.querySelectorAll("main.page")].map((main) => [main.dataset.language, main.querySelectorAll(".card").length, main.querySelectorAll(".layout").length, main.querySelectorAll("[data-packed]").length]));
    const kept = await opened("en");
    const [zh, en] = await texts(kept);
    const page = await opened("packed");
    assert.deepEqual(await texts(page), [["zh", 0, 0, 0], en]);
    await part(page, ".layout-hierarchy [data-group='person:steiner']").focus();
    await page.keyboard.press("Enter");
    await rested(page);
    assert.match(await part(page, ".card:visible h2").innerText(), /Steiner/);
    await page.locator("label[for=language-zh]").click();
    await page.locator("main.live[data-language=zh]").waitFor();
    await rested(page);
    assert.deepEqual(await texts(page), [zh, en]);
    await kept.locator("label[for=language-zh]").click();
    await rested(kept);
    for (const section of [".verdict", ".why", ".next", ".below", ".card .advice"]) assert.deepEqual(await part(page, section).allTextContents(), await part(kept, section).allTextContents(), section);
    await page.locator("label[for=language-en]").click();
    await rested(page);
    assert.deepEqual(page.complaints, []);
    const still = await opened("packed", { javaScriptEnabled: false });
    assert.equal(await part(still, ".verdict h1").innerText(), await part(page, ".verdict h1").innerText());
    assert.equal(await part(still, ".layout-hierarchy svg").isVisible(), true);
    assert.match(await part(still, ".rail > [data-packed]").innerText(), /^Packed/);
    await still.locator("label[for=language-zh]").click();
    assert.match(await still.locator("main.page:visible").innerText(), /已压缩/);
    for (const one of [kept, page, still]) await one.context().close();
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
