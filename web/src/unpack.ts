/** What `unpack.cpp` exports. */
interface Exports {
  memory: WebAssembly.Memory;
  __heap_base: WebAssembly.Global<"i32">;
  unpack(packed: number, out: number, length: number): void;
}

/**
 * What LZMA has packed, by a program of its own (`unpack.cpp`, as WebAssembly).
 *
 * Browsers unpack deflate by themselves, which leaves the core a third larger.
 */
export async function unpacked(program: BufferSource, packed: Uint8Array, length: number): Promise<Uint8Array<ArrayBuffer>> {
  const { memory, __heap_base, unpack } = (await WebAssembly.instantiate(program)).instance.exports as unknown as Exports;
  const from = __heap_base.value;
  const to = from + packed.length;
  memory.grow(Math.ceil((to + length) / 65536)); // somewhat more than is missing
  new Uint8Array(memory.buffer).set(packed, from);
  unpack(from, to, length);
  return new Uint8Array(memory.buffer as ArrayBuffer, to, length);
}
