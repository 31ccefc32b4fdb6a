// The package in node: the core as WebAssembly, in a worker.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { after, before, describe, it } from "node:test";

import { BuygraphError, open } from "../../web/dist/buygraph.js";
import { cases, deals, differences, nameOf, path } from "./cases.mjs";

const firstText = Object.values(deals)[0];

describe("WebAssembly in node", () => {
  let core;
  before(async () => (core = await open()));
  after(() => core.close());

  it("answers every question of every bundled deal as the native core does, to 1e-9", async () => {
    const loaded = {};
    for (const [file, text] of Object.entries(deals)) loaded[file] = await core.load(text);
    for (const one of cases) {
      const answer = await loaded[one.deal].ask(one.call, one.fields);
      assert.deepEqual(differences(one.expected, answer, 1e-9), [], nameOf(one));
    }
    assert.ok(cases.length > 150);
  });

  it("takes a deal as text or as an object, and gives a text that loads as the same", async () => {
    const [fromText, fromObject] = [await core.load(firstText), await core.load(JSON.parse(firstText))];
    assert.equal(await fromText.export(), await fromObject.export());
    const again = await core.load(await fromText.export());
    assert.equal(await again.export(), await fromText.export());
    assert.equal(fromText.people.length, JSON.parse(firstText).people.length);
  });

  it("puts edits and moves into the text, where they are found again", async () => {
    const deal = await core.load(firstText);
    const [person] = deal.people;
    const edits = { [`people/${person}/susceptibility`]: 0.42 };
    const moves = [{ kind: "veto_line", by: 0.1 }];
    const again = await core.load(await deal.export({ edits, moves }));
    const { moves: kept, people } = JSON.parse(await again.export());
    assert.deepEqual(kept, moves);
    assert.equal(people[0].susceptibility, 0.42);
    const changed = await deal.whatIf({ edits, moves, samples: 1024 });
    const moved = await again.move({ samples: 1024 });
    assert.deepEqual(differences(changed.after, moved.after, 1e-12), []);
  });

  it("rejects with every fault, in the language asked for", async () => {
    const broken = { buygraph: 1, name: "x", offers: [{ id: "us", kind: "ours" }], people: [{ id: "a", level: 9 }, { id: "a" }] };
    const error = await core.load(broken, { language: "zh" }).then(assert.fail, (reason) => reason);
    assert.ok(error instanceof BuygraphError);
    assert.equal(error.kind, "faults");
    assert.ok(error.faults.length >= 2);
    assert.match(error.faults.map(({ message }) => message).join(), /[\u4e00-\u9fff]/);
    assert.deepEqual((await core.validate(broken, { language: "zh" })).length, error.faults.length);
    assert.deepEqual(await core.validate(firstText), []);
  });

  it("says of an argument which, what was given and what is allowed", async () => {
    const deal = await core.load(firstText);
    await assert.rejects(deal.forecast({ samples: -1 }), { kind: "input", where: "samples", given: "-1", allowed: "a whole number from 1 to 16777216" });
    await assert.rejects(deal.brief({ person: "nobody" }), { kind: "input", given: "nobody" });
    await assert.rejects(deal.ask("forecast", { sample: 3 }), { kind: "input", where: "sample" });
  });

  it("forgets a deal that is released", async () => {
    const deal = await core.load(firstText);
    await deal.release();
    await assert.rejects(deal.forecast(), { kind: "input", where: "deal" });
  });

  it("lets a newer what-if overtake older ones, and only those of its deal and kind", async () => {
    const [deal, other] = [await core.load(firstText), await core.load(firstText)];
    const move = (by) => ({ moves: [{ kind: "veto_line", by }], samples: 4096 });
    const asked = [deal.whatIf(move(0.1)), deal.whatIf(move(0.2)), other.whatIf(move(0.3)), deal.forecast(), deal.whatIf(move(0.4)), deal.whatIf(move(0.5), { kind: "another" })];
    const settled = await Promise.allSettled(asked);
    assert.deepEqual(settled.map(({ status }) => status), ["rejected", "rejected", "fulfilled", "fulfilled", "fulfilled", "fulfilled"]);
    assert.equal(settled[0].reason.kind, "overtaken");
    const alone = await other.whatIf(move(0.4));
    assert.deepEqual(settled[4].value.after, alone.after);
  });

  it("keeps the thread free while it computes", async () => {
    const deal = await core.load(firstText);
    let turns = 0;
    const counting = setInterval(() => ++turns, 1);
    await deal.forecast({ samples: 65536 });
    clearInterval(counting);
    assert.ok(turns >= 5, `${turns} turns`);
  });

  it("answers nothing after it was closed", async () => {
    const second = await open();
    const deal = await second.load(firstText);
    const running = deal.forecast({ samples: 65536 });
    second.close();
    await assert.rejects(running, { kind: "closed" });
    await assert.rejects(deal.forecast(), { kind: "closed" });
    assert.ok((await (await core.load(firstText)).forecast({ samples: 64 })).win > 0);
  });

  it("lets a program end that does not close it", () => {
    const program = `import { open } from ${JSON.stringify(path("web/dist/buygraph.js").href)}; const core = await open(); console.log(core.version);`;
    const ended = spawnSync(process.execPath, ["--input-type=module", "-e", program], { encoding: "utf8", timeout: 60000 });
    assert.equal(ended.status, 0, ended.stderr);
    assert.equal(ended.stdout.trim(), core.version);
  });
});
