/** The bar at the foot of a page: what was changed, what came of it, and what to do with it. */

import type { Change, Tree } from "../replies.js";
import type { Live } from "./live.js";
import { patchChildren, tree } from "./nodes.js";

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
    this.addEventListener("click", (event) => this.#clicked(event));
    this.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.classList.contains("open")) return;
      event.stopPropagation();
      this.#toggle();
      this.querySelector<HTMLElement>(".opener")?.focus();
    });
    this.requestUpdate();
  }

  #clicked(event: Event): void {
    const { live } = this;
    const { does, at } = (event.target as Element).closest<HTMLElement>("[data-does]")?.dataset ?? {};
    if (!live || !does) return;
    const change = live.shown?.changes[Number(at)];
    if (does === "undo") live.undo();
    else if (does === "redo") live.redo();
    else if (does === "export") this.onexport?.();
    else if (does === "opener") this.#toggle();
    else if (does === "turn" && change) live.turn(change);
    else if (does === "take_back" && change) live.takeBack(change);
  }

  /** On a phone the changes are a sheet that the bar opens into. */
  #toggle(): void {
    this.classList.toggle("open");
    this.requestUpdate();
  }

  /** Over a map that has the whole screen, so that its numbers stay in sight. */
  raise(over: boolean): void {
    this.popover = over ? "manual" : null;
    if (over) this.showPopover();
  }

  /** Nothing is shown any more. */
  clear(): void {
    this.live = this.onexport = undefined;
    this.raise(false);
    this.replaceChildren();
    this.removeAttribute("aria-busy");
  }

  /** Draws once, however often it is asked before that. */
  requestUpdate(): void {
    if (this.#pending) return;
    this.#pending = true;
    queueMicrotask(() => {
      this.#pending = false;
      if (!this.live?.words) return;
      this.setAttribute("aria-label", this.#word("what_if"));
      this.setAttribute("aria-busy", String(!this.live.atRest));
      patchChildren(this, this.#content(this.live));
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

  #chip(change: Change, at: number): Tree {
    const live = this.live!;
    const { text, either } = live.shown!.page.changes[at] ?? { text: live.label(change), either: false };
    const how = change.edit === true ? "edit" : "move";
    const button = (does: string, attributes: Record<string, string>, label: string) => tree("button", { type: "button", "data-does": does, "data-at": String(at), ...attributes }, label);
    return tree(
      "li",
      {},
      tree("bdi", {}, text),
      either && live.readOnly === undefined ? button("turn", { class: "how", title: this.#word(`${how}_means`), "aria-label": `${this.#word(how)}: ${text}` }, this.#word(how)) : tree("small", {}, this.#word(how)),
      button("take_back", { "aria-label": this.#word("take_back", { change: text }) }, "×"),
    );
  }

  #content(live: Live): Tree[] {
    const changes = live.shown?.changes ?? [];
    const { before = "", after = "", change = "" } = live.shown?.page.bar ?? {};
    const button = (does: string, enabled: boolean, place = "") => tree("button", { type: "button", class: place, "data-does": does, ...(enabled ? {} : { disabled: "" }) }, this.#word(does));
    const sheet = changes.length > 0 || live.redoable;
    if (!sheet) this.classList.remove("open");
    const open = this.classList.contains("open");
    const state =
      live.readOnly !== undefined
        ? [tree("span", { class: "trouble" }, this.#word("read_only", { reason: live.readOnly }))]
        : changes.length === 0
          ? [tree("span", { class: "hint" }, this.#word("hint"))]
          : [
              tree("span", { class: "result" }, tree("b", {}, `${before} → ${after}`), tree("small", {}, change)),
              tree("ul", { "aria-label": this.#word("changes"), tabindex: "0" }, ...changes.map((one, at) => this.#chip(one, at))),
            ];
    return [
      tree("strong", {}, this.#word("what_if")),
      ...state,
      live.refused !== undefined && tree("span", { class: "trouble" }, this.#word("refused", { reason: live.refused })),
      sheet && tree("button", { type: "button", class: "opener", "data-does": "opener", "aria-expanded": String(open), "aria-label": `${this.#word("changes")}: ${changes.length}` }, `${changes.length} ${open ? "▾" : "▴"}`),
      tree("span", { class: "do" }, button("undo", live.undoable), button("redo", live.redoable, "later"), button("export", changes.length > 0, "later")),
      tree("span", { class: "unseen", role: "status", "aria-live": "polite" }, this.#said),
    ].filter((part) => part !== false);
  }
}

export const define = (): void => {
  if (!customElements.get("buygraph-what-if")) customElements.define("buygraph-what-if", WhatIf);
};
