// What docs/embedding says, in both languages, does what it says: the page under its Content-Security-Policy, the program in node, the program in C.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";

import { path } from "./cases.mjs";

const { chromium } = createRequire(path("web/package.json"))("playwright-core");
let browser;
before(async () => (browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] })));
after(() => browser?.close());

for (const [file, example] of [["docs/embedding.md", "05-divided-committee.en"], ["docs/embedding.zh.md", "08-lyophilisation-line.zh"]])
  describe(file, async () => {
    const text = await readFile(path(file), "utf8");
    const blocks = (language) => [...text.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, "g"))].map(([, code]) => code);

    it("has a page that shows a deal, tells of changes and saves them, under its policy", async () => {
      let deal = await readFile(path(`examples/deals/${example}.json`), "utf8");
      const ours = JSON.parse(deal).offers.find(({ kind }) => kind === "ours").id;
      const script = blocks("js")[0].replaceAll(".ours", `[${JSON.stringify(ours)}]`);
      const policy = blocks("http")[0].trim().replace("Content-Security-Policy: ", "");
      const saved = [];
      const server = createServer((request, response) => {
        const send = (type, body) => response.writeHead(200, { "content-type": type, "content-security-policy": policy }).end(body);
        if (request.method === "PUT") {
          let body = "";
          request.on("data", (part) => (body += part));
          request.on("end", () => (saved.push(body), send("text/plain", "")));
        } else if (request.url === "/") send("text/html", blocks("html")[0]);
        else if (request.url === "/opportunity.js") send("text/javascript", script);
        else if (request.url === "/deal.json") send("application/json", deal);
        else if (request.url.startsWith("/buygraph/")) void readFile(path(`web/dist/${request.url.slice("/buygraph/".length)}`)).then((body) => send("text/javascript", body));
        else response.writeHead(404).end();
      });
      await new Promise((done) => server.listen(0, "127.0.0.1", done));
      const page = await browser.newPage();
      const [complaints, asked] = [[], []];
      page.on("console", (message) => message.type() === "error" && !message.text().includes("favicon") && complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("request", (request) => asked.push(new URL(request.url()).pathname));
      try {
        await page.goto(`http://127.0.0.1:${server.address().port}/`);
        await page.waitForSelector("buygraph-map .person");
        await page.locator("buygraph-map .person").nth(1).focus();
        for (const key of ["s", "ArrowLeft", "ArrowLeft", "Enter"]) await page.keyboard.press(key);
        await page.waitForFunction(() => /\d → \d/.test(document.querySelector("#chance").textContent));
        await page.locator("#save").click();
        for (let wait = 0; wait < 50 && saved.length === 0; ++wait) await page.waitForTimeout(100);
        assert.equal(JSON.parse(saved[0]).moves.at(-1).kind, "leaning");
        assert.deepEqual(complaints, []);
        for (const one of asked) assert.ok(["/", "/opportunity.js", "/deal.json", "/favicon.ico", "/buygraph/map.js", "/buygraph/buygraph.js"].includes(one) || !one.startsWith("/"), one);
      } finally {
        await page.close();
        server.close();
      }
    });

    it("has a program for node", () => {
      const program = blocks("js")[1].replace('"buygraph"', JSON.stringify(path("web/dist/buygraph.js").href));
      const said = execFileSync(process.execPath, ["--input-type=module", "-e", program], { cwd: fileURLToPath(path("./")), encoding: "utf8" });
      assert.match(said, /29%.*true\ntrue\n$/s); // the chance that the documentation shows for this deal
    });

    it("has a program in C", async () => {
      const folder = path("build/web/embedding/");
      await mkdir(folder, { recursive: true });
      const [source, program] = ["program.c", "program"].map((name) => fileURLToPath(new URL(name, folder)));
      await writeFile(source, blocks("c")[0]);
      const libraries = fileURLToPath(path("build/dev/src"));
      execFileSync("cc", ["-std=c11", "-Wall", "-Wextra", "-Werror", `-I${fileURLToPath(path("include"))}`, source, `-L${libraries}`, "-lbuygraph", `-Wl,-rpath,${libraries}`, "-o", program]);
      assert.equal(execFileSync(program, { encoding: "utf8" }), "0 a deal\n0 a forecast\n");
    });

    it("names every property, method and event of the component", async () => {
      const types = await readFile(path("web/src/map.ts"), "utf8");
      const [, members] = /interface BuygraphMap extends HTMLElement \{([\s\S]*?)\n\}/.exec(types);
      const names = [...members.matchAll(/^ {2}(?:readonly )?(\w+)[(:]/gm)].map(([, name]) => name);
      assert.ok(names.length >= 10, names.join());
      for (const name of [...names, "change", "select", "error"]) assert.match(text, new RegExp(`\`${name}[\`(]`), name);
    });
  });
