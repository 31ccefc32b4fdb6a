/**
 * `<buygraph-map>`: import "buygraph/map", give it a deal, and it is shown, live.
 *
 *     <buygraph-map language="zh" layout="hierarchy" theme="dark"></buygraph-map>
 *     document.querySelector("buygraph-map").deal = text;
 *
 * Nothing is fetched. Under a Content-Security-Policy it needs `'wasm-unsafe-eval'` and `worker-src blob:`; its style sheet is a constructed one.
 */

import type { DealFile, Move } from "./deal-file.js";
import type { Change, ChangeReply, Language, Layout, Scale } from "./replies.js";

/** Of the event `change`: what the what-if is now. */
export interface ChangeDetail {
  /** Read again with the evidence. */
  edits: [path: string, value: unknown][];
  /** Made after it. */
  moves: Move[];
  /** Against the deal as it was given. */
  forecast: ChangeReply;
}

/** Of the event `select`: the id of whose card is open; null where none is. */
export interface SelectDetail {
  person: string | null;
}

export interface BuygraphMap extends HTMLElement {
  /** The text of a deal file, or the object. A deal that cannot be used is answered with its faults, and an event `error`. */
  deal: string | DealFile | undefined;
  language: Language;
  layout: Layout;
  /** What needles and colours show. Needles can be dragged on the lead alone. */
  scale: Scale;
  /** "system" as the reader's machine has it. */
  theme: "light" | "dark" | "system";
  /** States of the world of the fine forecast; 1,024 while a hand moves something. */
  samples: number;
  /** The what-if, change by change. */
  readonly changes: readonly Change[];
  undo(): void;
  redo(): void;
  /** Opens somebody's card; undefined closes it. */
  select(person: string | undefined): void;
  /** The text of the deal file with edits in it and moves beside them. */
  exportDeal(): Promise<string>;
}

declare global {
  interface HTMLElementTagNameMap {
    "buygraph-map": BuygraphMap;
  }
}
