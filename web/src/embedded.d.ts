/** What the build puts in: the core and the worker's script. */

declare module "buygraph:core" {
  /** The WebAssembly module, packed, in base64. */
  export const packed: string;
  /** Its bytes when it is unpacked. */
  export const length: number;
}

declare module "buygraph:unpacker" {
  /** What unpacks: `unpack.cpp` as a WebAssembly module, in base64. */
  export const unpacker: string;
}

declare module "buygraph:worker" {
  /** The worker's script, classic: module workers from a blob fail under a strict Content-Security-Policy. */
  export const script: string;
}
