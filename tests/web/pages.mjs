// Live pages in Chromium, from files with their strict Content-Security-Policy, and the hands that try them.
import { execFileSync } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";

import { path } from "./cases.mjs";

const require = createRequire(path("web/package.json"));
const { chromium } = require("playwright-core");
const axe = require("axe-core");

export const shots = fileURLToPath(path("build/web/shots/"));
const buygraph = fileURLToPath(path("build/venv/bin/buygraph"));
export let browser;

before(async () => {
  await mkdir(shots, { recursive: true });
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
});
after(() => browser?.close());

/** A report's page, ready; what it asks the network for and complains of is kept. */
export async function opened(name, { width = 1440, height = 900, ...options } = {}) {
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

export const part = (page, selector) => page.locator(`main.page:visible ${selector}`);
export const bar = (page) => page.locator("buygraph-what-if");
export const heard = (page) => bar(page).locator("[role=status]").innerText();
export const chips = (page) => bar(page).locator("li bdi").allInnerTexts();
export const group = (person) => `.layout > svg:visible [data-group="person:${person}"]`;

/** Until the fine forecast is there and was announced. */
export async function rested(page) {
  await page.waitForTimeout(20);
  await page.locator("buygraph-what-if[aria-busy=false]").waitFor({ state: "attached" });
}

/** The middle of something on the map. */
export async function middle(page, selector) {
  const { x, y, width, height } = await page.locator(selector).first().boundingBox();
  return [x + width / 2, y + height / 2];
}

/** The disc of a person, without badges and label: where its outline is. */
export const disc = (page, person) => middle(page, `${group(person)} > path[stroke-width="1.5"]`);

export async function dragNeedle(page, person, degrees) {
  const [x, y] = await disc(page, person);
  const [nx, ny] = await middle(page, `${group(person)} .needle`);
  const ring = Math.hypot(nx - x, ny - y);
  await page.mouse.move(nx, ny);
  await page.mouse.down();
  const angle = (degrees * Math.PI) / 180;
  await page.mouse.move(nx + 6, ny, { steps: 2 });
  await page.mouse.move(x + ring * Math.sin(angle), y - ring * Math.cos(angle), { steps: 6 });
}

export async function exported(page) {
  const [download] = await Promise.all([page.waitForEvent("download"), bar(page).locator(".do button").last().click()]);
  const file = await download.path();
  return { file, deal: JSON.parse(await readFile(file, "utf8")), name: download.suggestedFilename() };
}

/** What the command line answers about a file, by the native core in Python. */
export function python(...command) {
  return JSON.parse(execFileSync(buygraph, [...command, "--json"], { encoding: "utf8" }));
}

export const percent = (chance) => `${Math.round(100 * chance)}%`;

/** A number as it is printed, with its real minus. */
export const printed = (text) => Number(text.replace("\u2212", "-").replace("+", ""));

export async function serious(page) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.target} ${node.any[0]?.message ?? ""}`).join(" | ")}`);
}
