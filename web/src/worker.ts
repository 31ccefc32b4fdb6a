/** What runs in the worker, of a browser or of node: requests in, replies out, one after the other. */

import { length, packed } from "buygraph:core";
import { unpacker } from "buygraph:unpacker";

import { unpacked } from "./unpack.js";
import { type Answer, startCore } from "./wasm.js";

interface Port {
  postMessage(message: unknown): void;
  on?(event: "message", listener: (message: unknown) => void): void;
}

declare const require: ((name: string) => { parentPort: Port }) | undefined;

const inBrowser = typeof (globalThis as { importScripts?: unknown }).importScripts === "function";
const port: Port = inBrowser ? (globalThis as unknown as Port) : require!("node:worker_threads").parentPort;
const core: Promise<Answer> = unpacked(fromBase64(unpacker), fromBase64(packed), length).then(startCore);

async function onMessage({ id, request }: { id: number; request: string }): Promise<void> {
  try {
    const answer = await core;
    port.postMessage({ id, reply: answer(request) });
  } catch (error) {
    port.postMessage({ id, failure: error instanceof Error ? error.message : String(error) });
  }
}

if (inBrowser) globalThis.addEventListener("message", (event) => void onMessage((event as MessageEvent).data));
else port.on!("message", (message) => void onMessage(message as { id: number; request: string }));

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < bytes.length; ++at) bytes[at] = letters.charCodeAt(at);
  return bytes;
}
