// The page over several deals: sorted by its heads, searched, complete without script.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";

import { opened, part, serious } from "./pages.mjs";

describe("the page over several deals", () => {
  let page;
  before(async () => void (page = await opened("portfolio/index")));
  after(() => page.context().close());
  const cells = (column) => part(page, `.deals tbody tr:visible > :nth-child(${column})`);
  const head = (name) => part(page, ".deals thead").getByRole("button", { name, exact: true });
  const numbers = async (column) => (await cells(column).allInnerTexts()).map((text) => parseFloat(text));

  it("stands by what an hour gains where currencies differ, and sorts by a click, another click the other way", async () => {
    const byGain = await numbers(8);
    assert.equal(byGain.length, 4);
    assert.deepEqual(byGain, [...byGain].sort((a, b) => b - a));
    assert.equal(await part(page, "[aria-sort=descending]").innerText(), "points/h");
    await head("P(us)").click();
    const byChance = await numbers(6);
    assert.deepEqual(byChance, [...byChance].sort((a, b) => b - a));
    assert.equal(new Set(byChance).size > 1, true);
    assert.equal(await part(page, "[aria-sort=descending]").innerText(), "P(us)");
    await head("P(us)").click();
    assert.deepEqual(await numbers(6), [...byChance].reverse());
    await head("Account · deal").click();
    const names = await cells(1).allInnerTexts();
    assert.deepEqual(names, [...names].sort((a, b) => a.localeCompare(b, "en")));
  });

  it("has no sorting by money of several currencies, and none by words that are no order", async () => {
    assert.deepEqual(await part(page, ".deals thead button").allInnerTexts(), ["Account · deal", "Award", "P(us)", "points/h"]);
  });

  it("finds by words, together with a filter, and the other language follows", async () => {
    const all = await cells(1).allInnerTexts();
    const sought = all[2].split("\n")[0];
    await part(page, ".filters input[type=search]").fill(`  ${sought.toUpperCase()} `);
    assert.deepEqual(await cells(1).allInnerTexts(), [all[2]]);
    await page.locator("label[for=language-zh]").click();
    assert.equal(await cells(1).count(), 1);
    assert.equal(await part(page, "[aria-sort]").innerText(), "客户 · 商机");
    await part(page, ".filters input[type=search]").fill("");
    assert.equal(await cells(1).count(), 4);
    await page.locator("label[for=language-en]").click();
    assert.equal(await cells(1).count(), 4);
    assert.deepEqual(await serious(page), []);
    assert.deepEqual(page.complaints, []);
  });

  it("has every row without script, and no head that does nothing", async () => {
    const still = await opened("portfolio/index", { javaScriptEnabled: false });
    assert.equal(await part(still, ".deals tbody tr:visible").count(), 4);
    assert.equal(await part(still, ".deals thead button").count(), 0);
    await still.context().close();
  });
});
