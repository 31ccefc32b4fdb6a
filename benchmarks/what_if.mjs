// How fast the live page answers in Chromium: node benchmarks/what_if.mjs [DEAL.json…]. Prints milliseconds, medians of the steps of a dragged needle.
//
// ready: from opening the file until what-ifs are answered. needle: from the pointer's event until the page has laid out and painted the frame in which the needle has turned. numbers: until the new
// chance is on the page, at 1,024 states of the world. map: from the pointer's event until the frame is painted in which the map, zoomed in, has moved along.
import { execFileSync } from "node:child_process";
import { appendFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = new URL("../", import.meta.url);
const at = (name) => fileURLToPath(new URL(name, root));
const { chromium } = createRequire(new URL("web/package.json", root))("playwright-core");
const deals = process.argv.length > 2 ? process.argv.slice(2) : readdirSync(at("examples/deals")).filter((name) => name.endsWith(".json")).map((name) => at(`examples/deals/${name}`));
const out = at("build/benchmarks/pages");
execFileSync(at("build/venv/bin/buygraph"), ["report", ...deals, "-o", out], { stdio: "ignore" });

const middle = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const most = (list) => Math.max(...list);
/** A figure with its goal, for results.py. */
function row(what, value, goal) {
  if (process.env.BUYGRAPH_ROWS) appendFileSync(process.env.BUYGRAPH_ROWS, `${JSON.stringify({ what, ours: value, peer: goal, unit: "ms", value, goal, goal_is: "most", met: value <= goal })}\n`);
}
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
console.log("deal                                people   ready  needle     map  numbers (most)");
for (const deal of deals) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.documentElement?.hasAttribute("data-ready")) return;
      globalThis.ready = performance.now();
      observer.disconnect();
    }).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-ready"] });
  });
  await page.goto(pathToFileURL(`${out}/${basename(deal, ".json")}.html`).href);
  await page.waitForSelector("html[data-ready]");
  const ready = await page.evaluate(() => globalThis.ready);
  const needle = page.locator(".layout > svg:visible .needle").first();
  const disc = page.locator(".layout > svg:visible .person:has(.needle)").first().locator("path[stroke-width='1.5']").first();
  const [n, d] = [await needle.boundingBox(), await disc.boundingBox()];
  const [x, y] = [d.x + d.width / 2, d.y + d.height / 2];
  const ring = Math.hypot(n.x + n.width / 2 - x, n.y + n.height / 2 - y);
  await page.evaluate(() => {
    const times = (globalThis.times = { event: 0, needle: [], numbers: [] });
    addEventListener("pointermove", (event) => (times.event = event.timeStamp), true);
    // Only the first turn after an event is the hand's: when the numbers come, whoever follows turns too. A message sent from a frame's callback arrives after that frame was painted.
    let turned = 0;
    const painted = new MessageChannel();
    painted.port1.onmessage = ({ data }) => times.needle.push(performance.now() - data);
    new MutationObserver((changes) => {
      if (turned === times.event || !changes.some(({ target, attributeName }) => attributeName === "transform" && target.classList.contains("needle"))) return;
      const event = (turned = times.event);
      requestAnimationFrame(() => painted.port2.postMessage(event));
    }).observe(document.body, { subtree: true, attributes: true });
    new MutationObserver(() => {
      if (!times.event) return;
      times.numbers.push(performance.now() - times.event);
      times.event = 0;
    }).observe(document.querySelector("buygraph-what-if"), { subtree: true, characterData: true, childList: true });
  });
  await page.mouse.move(n.x + n.width / 2, n.y + n.height / 2);
  await page.mouse.down();
  for (let step = 0; step < 40; ++step) {
    const angle = ((step % 2 ? 40 + step : -40 - step) * Math.PI) / 180;
    await page.mouse.move(x + ring * Math.sin(angle), y - ring * Math.cos(angle));
    await page.waitForTimeout(120);
  }
  await page.mouse.up();
  const { needle: turned, numbers } = await page.evaluate(() => globalThis.times);
  await page.locator("buygraph-what-if[aria-busy=false]").waitFor({ state: "attached" });
  for (let step = 0; step < 4; ++step) await page.locator("main.page:visible .tools .zoom").first().click();
  const ground = await page.evaluate(() => {
    const svg = [...document.querySelectorAll(".layout > svg")].find((one) => one.checkVisibility());
    svg.scrollIntoView();
    const { left, top, width, height } = svg.getBoundingClientRect();
    const moved = (globalThis.moved = []);
    const painted = new MessageChannel();
    painted.port1.onmessage = ({ data }) => moved.push(performance.now() - data);
    addEventListener("pointermove", (event) => requestAnimationFrame(() => painted.port2.postMessage(event.timeStamp)), true);
    const discs = [...svg.querySelectorAll(".person > path[stroke-width='1.5']")].map((disc) => disc.getBoundingClientRect());
    const away = (x, y) => discs.every((disc) => Math.hypot(disc.x + disc.width / 2 - x, disc.y + disc.height / 2 - y) > disc.width + 20);
    for (let y = top + 20; y < Math.min(top + height, innerHeight) - 100; y += 5) for (let x = left + 170; x < left + width - 10; x += 5) if (away(x, y) && svg.contains(document.elementFromPoint(x, y))) return { x, y };
  });
  if (!ground) throw new Error(`${deal}: no place on the map where nobody stands`);
  await page.mouse.move(ground.x, ground.y);
  await page.mouse.down();
  await page.evaluate(() => (globalThis.moved.length = 0));
  const before = await page.locator(".layout > svg:visible").getAttribute("viewBox");
  for (let step = 1; step <= 40; ++step) {
    await page.mouse.move(ground.x - 4 * step, ground.y - (step % 2 ? 3 : 6));
    await page.waitForTimeout(20);
  }
  await page.mouse.up();
  if (before === (await page.locator(".layout > svg:visible").getAttribute("viewBox"))) throw new Error(`${deal}: the map did not move`);
  const along = await page.evaluate(() => globalThis.moved);
  const people = await page.locator(".layout > svg:visible .person").count();
  const cell = (value, width = 8) => value.toFixed(1).padStart(width);
  console.log(`${basename(deal).padEnd(36)}${String(people).padStart(6)}${cell(ready)}${cell(middle(turned))}${cell(middle(along))}${cell(middle(numbers), 9)} (${most(numbers).toFixed(0)})`);
  const about = `${basename(deal, ".json")}, ${people} people`;
  row(`${about}: ready`, ready, 1000);
  row(`${about}: needle`, middle(turned), 16);
  row(`${about}: map`, middle(along), 16);
  row(`${about}: numbers`, middle(numbers), 50);
  await page.close();
}
await browser.close();
