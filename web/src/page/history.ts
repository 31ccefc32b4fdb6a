/** The changes of a what-if in their order, with undo and redo. Lists are never changed, only replaced. */

import type { Change } from "../replies.js";

/** Two changes of the same thing: the later stands in the place of the earlier. */
function same(one: Change, other: Change): boolean {
  if (one.by !== undefined || other.by !== undefined) return false;
  return one.kind === other.kind && one.person === other.person && one.concern === other.concern && one.from === other.from && one.to === other.to;
}

export class History {
  #steps: (readonly Change[])[];
  #at = 0;

  /** @param own with which it begins: the moves that the file holds */
  constructor(own: readonly Change[] = []) {
    this.#steps = [own];
  }

  get changes(): readonly Change[] {
    return this.#steps[this.#at]!;
  }
  get undoable(): boolean {
    return this.#at > 0;
  }
  get redoable(): boolean {
    return this.#at + 1 < this.#steps.length;
  }

  /** The list with one more change; what it replaces is taken out. A tie that was only added is not cut but taken back. */
  with(change: Change): readonly Change[] {
    const between = (other: Change) => other.kind === "add_tie" && [other.from, other.to].sort().join("\n") === [change.from, change.to].sort().join("\n");
    if (change.kind === "cut_tie" && this.changes.some(between)) return this.changes.filter((other) => !between(other));
    return [...this.changes.filter((other) => !same(other, change)), change];
  }

  set(changes: readonly Change[]): void {
    this.#steps.splice(this.#at + 1, Infinity, changes);
    ++this.#at;
  }

  /** Goes one step back or on; the changes that this takes or brings. */
  step(by: -1 | 1): readonly Change[] {
    const from = this.changes;
    this.#at = Math.min(Math.max(this.#at + by, 0), this.#steps.length - 1);
    const to = this.changes;
    const differ = [...from.filter((one) => !to.includes(one)), ...to.filter((one) => !from.includes(one))];
    return by < 0 ? differ.filter((one) => from.includes(one)).concat(differ.filter((one) => !from.includes(one))) : differ.reverse();
  }

  /** As if the last step had never been made: what the core would not make. */
  drop(): void {
    this.#steps.length = this.#at + 1;
    if (this.#at > 0) {
      this.#steps.pop();
      --this.#at;
    }
  }
}
