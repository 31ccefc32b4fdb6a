// The live page in both languages: what hands and keys do, and that its numbers are those of Python.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { after, before, describe, it } from "node:test";

import { path } from "./cases.mjs";
import { bar, chips, disc, dragNeedle, exported, group, heard, middle, opened, part, percent, printed, python, rested, serious, shots } from "./pages.mjs";

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
      assert.equal(await part(page, ".outcomes tbody tr").first().locator("circle[fill='var(--sf)']").count(), 1);
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
      // By hand: the map follows it px by px, and stays when it lets go.
      const ground = await page.evaluate((group) => {
        const svg = [...document.querySelectorAll(".layout > svg")].find((one) => one.checkVisibility());
        const { left, top, right, bottom } = svg.getBoundingClientRect();
        globalThis.across = () => svg.querySelector(`[data-group="${group}"] > path[stroke-width="1.5"]`).getBoundingClientRect().x;
        for (let y = top + 60; y < bottom - 60; y += 7) for (let x = left + 100; x < right - 100; x += 7) if (document.elementFromPoint(x, y) === svg) return { x, y };
      }, `person:${second}`);
      const across = () => page.evaluate(() => globalThis.across());
      const before = await across();
      await page.mouse.move(ground.x, ground.y);
      await page.mouse.down();
      for (const by of [10, 25, 40]) await page.mouse.move(ground.x - by, ground.y);
      assert.ok(Math.abs(before - (await across()) - 40) < 0.5, `${await across()} from ${before}`);
      // While it is held it is moved as it is drawn, and drawn anew when it is let go.
      const looks = () => page.locator(".layout > svg:visible").evaluate((svg) => ({ box: svg.getAttribute("viewBox"), moved: svg.style.transform !== "" }));
      const held = await looks();
      assert.equal(held.moved, true);
      await page.mouse.up();
      const free = await looks();
      assert.ok(!free.moved && free.box !== held.box, JSON.stringify([held, free]));
      assert.ok(Math.abs(before - (await across()) - 40) < 0.5, `${await across()} from ${before}`);
      // Ctrl and wheel come closer about the point under the hand.
      const disc = await middle(page, `${group(second)} > path[stroke-width="1.5"]`);
      await page.mouse.move(...disc);
      await page.keyboard.down("Control");
      await page.mouse.wheel(0, -60);
      await page.keyboard.up("Control");
      for (const settled of [false, true]) {
        await page.waitForFunction((settled) => [...document.querySelectorAll(".layout > svg")].some((svg) => svg.checkVisibility() && (svg.style.transform === "") === settled), settled);
        const now = await middle(page, `${group(second)} > path[stroke-width="1.5"]`);
        assert.ok(Math.hypot(now[0] - disc[0], now[1] - disc[1]) < 1, `${now} from ${disc}`);
      }
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
