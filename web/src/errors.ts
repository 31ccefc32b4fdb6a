import type { Fault } from "./replies.js";

/**
 * Why something could not be answered.
 *
 * - faults: a deal, catalog, edit or move that cannot be used; `faults` has every fault
 * - input: a field of the request that cannot be used; `where`, `given` and `allowed` say which and why
 * - overtaken: a newer request of the same kind was made
 * - closed: the core was closed
 * - unavailable: no worker or no WebAssembly here
 * - interrupted, memory, internal: as the words say
 */
export type ErrorKind = "faults" | "input" | "overtaken" | "closed" | "unavailable" | "interrupted" | "memory" | "internal";

export class BuygraphError extends Error {
  readonly kind: ErrorKind;
  readonly faults: Fault[];
  readonly where: string;
  readonly given: string;
  readonly allowed: string;

  constructor(kind: ErrorKind, message: string, details: { faults?: Fault[]; where?: string; given?: string; allowed?: string } = {}) {
    super(message);
    this.name = "BuygraphError";
    this.kind = kind;
    this.faults = details.faults ?? [];
    this.where = details.where ?? "";
    this.given = details.given ?? "";
    this.allowed = details.allowed ?? "";
  }
}
