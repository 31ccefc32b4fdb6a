/** The core as WebAssembly: bytes in, a function from request to reply out. It needs nothing of its surroundings but memory and the clock. */

interface Exports {
  memory: WebAssembly.Memory;
  malloc(bytes: number): number;
  free(at: number): void;
  _initialize?(): void;
  buygraph_open(session: number): number;
  buygraph_answer(session: number, request: number, length: number, reply: number, replyLength: number): number;
  buygraph_free(reply: number): void;
}

/** Request to reply, both JSON. */
export type Answer = (request: string) => string;

/** What the C library asks of a system: nothing to read, nowhere to write, no arguments. */
function system(memory: () => WebAssembly.Memory): WebAssembly.ModuleImports {
  const put = (at: number, value: number) => new DataView(memory().buffer).setUint32(at, value, true);
  const refused = 52; // "function not supported" of the system interface
  return {
    environ_sizes_get: (count: number, bytes: number) => (put(count, 0), put(bytes, 0), 0),
    environ_get: () => 0,
    clock_time_get: (_clock: number, _precision: bigint, time: number) => {
      new DataView(memory().buffer).setBigUint64(time, BigInt(Date.now()) * 1000000n, true);
      return 0;
    },
    fd_close: () => refused,
    fd_read: () => refused,
    fd_seek: () => refused,
    fd_write: () => refused,
    proc_exit: (code: number) => {
      throw new Error(`the core ended itself with ${code}`);
    },
  };
}

export async function startCore(bytes: BufferSource): Promise<Answer> {
  let memory: WebAssembly.Memory | undefined;
  const module = await WebAssembly.compile(bytes);
  const known: WebAssembly.Imports = {
    wasi_snapshot_preview1: system(() => memory!),
    env: { emscripten_notify_memory_growth: () => undefined },
  };
  const core = (await WebAssembly.instantiate(module, known)).exports as unknown as Exports;
  memory = core.memory;
  core._initialize?.();

  const word = (at: number) => new DataView(core.memory.buffer).getUint32(at, true);
  const results = core.malloc(8); // where a pointer and a length are put
  if (!results || core.buygraph_open(results) !== 0) throw new Error("the core could not be opened");
  const session = word(results);
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();

  return (request) => {
    const text = encoder.encode(request);
    const at = core.malloc(text.length || 1);
    if (!at) throw new Error("not enough memory");
    new Uint8Array(core.memory.buffer).set(text, at);
    core.buygraph_answer(session, at, text.length, results, results + 4);
    core.free(at);
    const reply = word(results);
    if (!reply) throw new Error("not enough memory");
    const answered = decoder.decode(new Uint8Array(core.memory.buffer, reply, word(results + 4)));
    core.buygraph_free(reply);
    return answered;
  };
}
