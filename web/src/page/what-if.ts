/** The bar at the foot of a page: what was changed, what came of it, and what to do with it. */

import { html, nothing, render } from "lit-html";

import type { Change } from "../replies.js";
import type { Live } from "./live.js";

/** In the page itself and not in a shadow tree: its style sheet is the page's. */
export class WhatIf extends HTMLElement {
  live: Live | undefined;
  /** The reader wants the changed file. */
  onexport: (() => void) | undefined;
  #said = "";
  #pending = false;

  connectedCallback(): void {
    this.classList.add("what-if");
    this.setAttribute("role", "region");
    this.requestUpdate();
  }

  /** Draws once, however often it is asked before that. */
  requestUpdate(): void {
    if (this.#pending) return;
    this.#pending = true;
    queueMicrotask(() => {
      this.#pending = false;
      if (!this.live?.words) return;
      this.setAttribute("aria-label", this.#word("what_if"));
      render(this.#content(this.live), this);
    });
  }

  say(text: string): void {
    // The same words a second time are a change too.
    this.#said = text === this.#said ? `${text}\u00a0` : text;
    this.requestUpdate();
  }

  #word(name: string, fill: Record<string, string> = {}): string {
    return (this.live?.words?.words[name] ?? "").replace(/\{(\w+)\}/g, (whole, key: string) => fill[key] ?? whole);
  }

  #chip(change: Change, at: number) {
    const live = this.live!;
    const { text, either } = live.shown!.page.changes[at] ?? { text: live.label(change), either: false };
    const edit = change.edit === true;
    return html`<li>
      <bdi>${text}</bdi>
      ${either && live.readOnly === undefined
        ? html`<button type="button" class="how" title=${this.#word(edit ? "edit_means" : "move_means")} aria-label=${`${this.#word(edit ? "edit" : "move")}: ${text}`} @click=${() => live.turn(change)}>${this.#word(edit ? "edit" : "move")}</button>`
        : html`<small>${this.#word(edit ? "edit" : "move")}</small>`}
      <button type="button" aria-label=${this.#word("take_back", { change: text })} @click=${() => live.takeBack(change)}>×</button>
    </li>`;
  }

  #content(live: Live) {
    const shown = live.shown;
    const changes = shown?.changes ?? [];
    const bar = shown?.page.bar;
    return html`<strong>${this.#word("what_if")}</strong>
      ${live.readOnly !== undefined
        ? html`<span class="trouble">${this.#word("read_only", { reason: live.readOnly })}</span>`
        : changes.length === 0
          ? html`<span class="hint">${this.#word("hint")}</span>`
          : html`<span class="result"><b>${bar!.before} → ${bar!.after}</b><small>${bar!.change}</small></span>
              <ul aria-label=${this.#word("changes")} tabindex="0">
                ${changes.map((change, at) => this.#chip(change, at))}
              </ul>`}
      ${live.refused === undefined ? nothing : html`<span class="trouble">${this.#word("refused", { reason: live.refused })}</span>`}
      <span class="do">
        <button type="button" ?disabled=${!live.undoable} @click=${() => live.undo()}>${this.#word("undo")}</button>
        <button type="button" ?disabled=${!live.redoable} @click=${() => live.redo()}>${this.#word("redo")}</button>
        <button type="button" ?disabled=${changes.length === 0} @click=${() => this.onexport?.()}>${this.#word("export")}</button>
      </span>
      <span class="unseen" role="status" aria-live="polite">${this.#said}</span>`;
  }
}

export const define = (): void => {
  if (!customElements.get("buygraph-what-if")) customElements.define("buygraph-what-if", WhatIf);
};
