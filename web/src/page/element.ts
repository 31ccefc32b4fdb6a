/** <buygraph-map>: a deal, live, in a page of somebody else's. */

import { LitElement, html } from "lit";

import { BuygraphError, type Core, type Deal, open } from "../index.js";
import type { BuygraphMap, ChangeDetail } from "../map.js";
import type { DealFile, Language, Layout } from "../index.js";
import { hand } from "./hand.js";
import { Live, type Shown } from "./live.js";
import { build } from "./nodes.js";
import { undoKeys } from "./page-keys.js";
import { PageView } from "./view.js";
import { WhatIf, define } from "./what-if.js";

let shared: Promise<Core> | undefined;
/** One core for all maps of a page. */
const core = (): Promise<Core> => (shared ??= open());

class MapElement extends LitElement implements BuygraphMap {
  static override properties = {
    deal: {},
    language: { reflect: true },
    layout: { reflect: true },
    theme: { reflect: true },
    samples: { type: Number },
  };

  declare deal: string | DealFile | undefined;
  declare language: Language;
  declare layout: Layout;
  declare theme: "light" | "dark" | "system";
  declare samples: number;

  #live: Live | undefined;
  #view: PageView | undefined;
  #loading = 0;
  #sheet = new CSSStyleSheet();
  #told: Shown["changes"] | undefined;
  #leaving = (event: BeforeUnloadEvent) => {
    if (this.#live?.unsaved) event.preventDefault();
  };

  constructor() {
    super();
    this.language = "en";
    this.layout = "hierarchy";
    this.theme = "system";
    this.samples = 4096;
    define();
    undoKeys(this, () => this.#live);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    (this.renderRoot as ShadowRoot).adoptedStyleSheets = [this.#sheet];
    window.addEventListener("beforeunload", this.#leaving);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("beforeunload", this.#leaving);
  }

  get changes() {
    return this.#live?.changes ?? [];
  }
  undo(): void {
    this.#live?.undo();
  }
  redo(): void {
    this.#live?.redo();
  }
  select(person: string | undefined): void {
    if (person === undefined) this.#view?.close();
    else this.#view?.open(person);
  }
  exportDeal(): Promise<string> {
    return this.#live ? this.#live.exported() : Promise.reject(new Error("no deal"));
  }

  get #bar(): WhatIf {
    return this.renderRoot.querySelector<WhatIf>("buygraph-what-if")!;
  }

  protected override render() {
    return html`<div class="place"></div>
      <buygraph-what-if></buygraph-what-if>`;
  }

  protected override updated(changed: Map<string, unknown>): void {
    const live = this.#live;
    if (changed.has("deal")) void this.#load();
    else if (live) {
      if (changed.has("samples")) live.samples = this.samples;
      if (changed.has("language")) void live.setLanguage(this.language);
      if (changed.has("layout") && live.layout !== this.layout) {
        const choice = this.renderRoot.querySelector<HTMLInputElement>(`#${CSS.escape(`${this.language}-${this.layout}`)}`);
        if (choice) choice.checked = true;
        void live.setLayout(this.layout);
      }
    }
  }

  async #load(): Promise<void> {
    const turn = ++this.#loading;
    this.#live = this.#view = undefined;
    const place = this.renderRoot.querySelector(".place")!;
    place.replaceChildren();
    const source = this.deal;
    if (source === undefined || source === "") return;
    try {
      const engine = await core();
      const deal = await engine.load(source, { language: this.language });
      if (turn !== this.#loading) return void deal.release();
      await this.#begin(engine, deal);
    } catch (error) {
      if (turn === this.#loading) await this.#refuse(error);
    }
  }

  async #begin(engine: Core, deal: Deal): Promise<void> {
    const live = new Live(engine, () => Promise.resolve(deal), {
      show: (shown) => this.#show(shown),
      computing: (is) => this.#view?.computing(is),
      changed: () => this.#bar.requestUpdate(),
      say: (text) => this.#bar.say(text),
    });
    live.language = this.language;
    live.layout = this.layout;
    live.samples = this.samples;
    this.#live = live;
    const bar = this.#bar;
    bar.live = live;
    bar.addEventListener("export", () => void live.exported().then((text) => hand(text, `${deal.name.replace(/[^\p{L}\p{N}]+/gu, "-")}.json`)));
    await live.start();
  }

  #show(shown: Shown): void {
    const live = this.#live!;
    this.#sheet.replaceSync(live.words!.style);
    if (shown.page.frame) {
      const main = build(shown.page.frame) as HTMLElement;
      this.renderRoot.querySelector(".place")!.replaceChildren(main);
      this.#view = new PageView(main, live, { report: false, say: (text) => this.#bar.say(text), selected: (person) => this.dispatchEvent(new CustomEvent("select", { detail: { person: person ?? null }, bubbles: true, composed: true })) });
    }
    this.#view!.show(shown);
    this.#bar.requestUpdate();
    this.layout = live.layout;
    if (this.#told === shown.changes || (this.#told === undefined && shown.changes.length === 0)) return;
    this.#told = shown.changes;
    const { edits, moves, forecast } = shown.page;
    this.dispatchEvent(new CustomEvent<ChangeDetail>("change", { detail: { edits, moves, forecast }, bubbles: true, composed: true }));
  }

  /** Every fault of a deal that cannot be used: where, what was given, what is allowed. */
  async #refuse(error: unknown): Promise<void> {
    const known = error instanceof BuygraphError ? error : undefined;
    const place = this.renderRoot.querySelector(".place")!;
    const words = await core().then((engine) => engine.ask("page_words", { language: this.language })).catch(() => undefined);
    if (words) this.#sheet.replaceSync(words.style);
    const faults = known?.faults ?? [];
    const rows = faults.map(({ pointer, message, given, allowed }) => ({ tag: "li", children: [{ tag: "strong", text: pointer || "/" }, { tag: "", text: ` ${message}${given ? `: ${given}` : ""} (${allowed})` }] }));
    const said = faults.length > 0 ? (words?.words["faults"] ?? "") : error instanceof Error ? error.message : String(error);
    place.replaceChildren(build({ tag: "main", attributes: { class: "page faults", role: "alert" }, children: [{ tag: "p", text: said }, { tag: "ul", children: rows }] }));
    this.dispatchEvent(new CustomEvent("error", { detail: { error } }));
  }
}

if (!customElements.get("buygraph-map")) customElements.define("buygraph-map", MapElement);
