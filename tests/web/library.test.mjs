// The C library from node, by koffi: the same answers as the package in Python.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";

import { cases, deals, differences, nameOf, path } from "./cases.mjs";

const koffi = createRequire(path("web/package.json"))("koffi");

describe("the C library in node", () => {
  const library = koffi.load(fileURLToPath(path("build/dev/src/libbuygraph.so")));
  const opened = library.func("int buygraph_open(_Out_ void **session)");
  const answer = library.func("int buygraph_answer(void *session, const char *request, size_t length, _Out_ void **reply, _Out_ size_t *length)");
  const free = library.func("void buygraph_free(void *reply)");
  const close = library.func("void buygraph_close(void *session)");
  const session = [null];

  function ask(request) {
    const text = JSON.stringify(request);
    const [reply, length] = [[null], [0]];
    const status = answer(session[0], text, Buffer.byteLength(text), reply, length);
    const answered = JSON.parse(koffi.decode(reply[0], "char", Number(length[0])));
    free(reply[0]);
    return { status, answered };
  }

  before(() => assert.equal(opened(session), 0));
  after(() => close(session[0]));

  it("answers every question of every bundled deal as Python does, to 1e-12", () => {
    const loaded = {};
    for (const [file, source] of Object.entries(deals)) loaded[file] = ask({ call: "load", source }).answered.deal;
    for (const one of cases) {
      const { status, answered } = ask({ ...one.fields, call: one.call, deal: loaded[one.deal] });
      assert.equal(status, 0, nameOf(one));
      const tolerance = one.call === "negotiate" ? 1e-10 : 1e-12; // errors of money are differences of sums as large as the deal
      assert.deepEqual(differences(one.expected, answered, tolerance), [], nameOf(one));
    }
  });

  it("gives a status for what cannot be used", () => {
    assert.equal(ask({ call: "nothing" }).status, 2);
    assert.equal(ask({ call: "load", source: {} }).status, 1);
  });
});
