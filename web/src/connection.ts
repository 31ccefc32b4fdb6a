/** The worker as the page sees it: one request at a time, the newer of a kind in the place of the older. */

import { script } from "buygraph:worker";

import { BuygraphError, type ErrorKind } from "./errors.js";
import type { Fault } from "./replies.js";

interface Worker {
  postMessage(message: unknown): void;
  terminate(): unknown;
  ref?(): void;
  unref?(): void;
}

interface Waiting {
  request: string;
  kind: string | undefined;
  resolve(reply: unknown): void;
  reject(error: BuygraphError): void;
}

interface FromWorker {
  id: number;
  reply?: string;
  failure?: string;
}

/** Starts a classic worker from a text: from a blob in a browser, by evaluation in node. */
async function startWorker(onMessage: (message: FromWorker) => void, onFailure: (reason: string) => void): Promise<Worker> {
  const inNode = typeof process !== "undefined" && !!process.versions?.node;
  if (inNode) {
    const threads = "node:worker_threads"; // not named in the import, so that bundlers for browsers leave it alone
    const { Worker: NodeWorker } = (await import(/* @vite-ignore */ threads)) as typeof import("node:worker_threads");
    const worker = new NodeWorker(script, { eval: true, execArgv: [] }); // flags of the program are not for it
    worker.on("message", onMessage);
    worker.on("error", (error) => onFailure(error.message));
    worker.unref(); // a program may end while nothing is asked
    return worker;
  }
  const place = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const worker = new globalThis.Worker(place);
  worker.onmessage = (event) => onMessage(event.data as FromWorker);
  worker.onerror = (event) => onFailure(event.message || "the worker could not be started");
  return worker;
}

export class Connection {
  #worker: Worker | undefined;
  #queue: Waiting[] = [];
  #running: Waiting | undefined;
  #count = 0;
  #ended: BuygraphError | undefined;

  static async open(): Promise<Connection> {
    const connection = new Connection();
    try {
      connection.#worker = await startWorker(
        (message) => connection.#received(message),
        (reason) => connection.#end("unavailable", reason),
      );
    } catch (error) {
      throw new BuygraphError("unavailable", error instanceof Error ? error.message : String(error));
    }
    return connection;
  }

  /** @param kind of what is asked: a newer request of the same kind overtakes an older one that is not answered yet; without a kind none does */
  ask<Reply>(request: Record<string, unknown>, kind?: string): Promise<Reply> {
    return new Promise<unknown>((resolve, reject) => {
      if (this.#ended) return reject(this.#ended);
      if (kind !== undefined) this.#overtake(kind);
      this.#queue.push({ request: JSON.stringify(request), kind, resolve, reject });
      this.#next();
    }) as Promise<Reply>;
  }

  close(): void {
    this.#end("closed", "the core was closed");
    this.#worker?.terminate();
  }

  #overtake(kind: string): void {
    const overtaken = this.#queue.filter((waiting) => waiting.kind === kind);
    if (this.#running?.kind === kind) overtaken.push(this.#running);
    this.#queue = this.#queue.filter((waiting) => waiting.kind !== kind);
    for (const waiting of overtaken) waiting.reject(new BuygraphError("overtaken", "a newer request of the same kind was made"));
  }

  #next(): void {
    if (this.#running) return;
    this.#running = this.#queue.shift();
    if (!this.#running) {
      this.#worker!.unref?.();
      return;
    }
    this.#worker!.ref?.();
    this.#worker!.postMessage({ id: ++this.#count, request: this.#running.request });
  }

  #received({ reply, failure }: FromWorker): void {
    const asked = this.#running;
    this.#running = undefined;
    if (asked && reply !== undefined) settle(asked, JSON.parse(reply) as { error?: Failure });
    else asked?.reject(new BuygraphError("internal", failure ?? "no reply"));
    this.#next();
  }

  #end(kind: ErrorKind, reason: string): void {
    this.#ended ??= new BuygraphError(kind, reason);
    for (const waiting of [this.#running, ...this.#queue]) waiting?.reject(this.#ended);
    this.#queue = [];
    this.#running = undefined;
  }
}

interface Failure {
  kind: ErrorKind;
  message: string;
  faults?: Fault[];
  where?: string;
  given?: string;
  allowed?: string;
}

/** A request that was overtaken is settled already; a promise keeps what came first. */
function settle(asked: Waiting, reply: { error?: Failure }): void {
  if (reply.error) asked.reject(new BuygraphError(reply.error.kind, reply.error.message, reply.error));
  else asked.resolve(reply);
}
