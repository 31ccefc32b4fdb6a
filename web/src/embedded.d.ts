/** What the build puts in: the core and the worker's script. */

declare module "buygraph:core" {
  /** The WebAssembly module, deflated, in base64. */
  export const compressed: string;
}

declare module "buygraph:worker" {
  /** The worker's script, classic: module workers from a blob fail under a strict Content-Security-Policy. */
  export const script: string;
}
