/** <buygraph-map>: a deal, live, in a page of somebody else's. */

import { BuygraphError, type Core, type Deal, open } from "../index.js";
import type { BuygraphMap, ChangeDetail } from "../map.js";
import type { DealFile, Language, Layout, Scale } from "../index.js";
import { hand } from "./hand.js";
import { Live, type Shown } from "./live.js";
import { build } from "./nodes.js";
import { undoKeys } from "./page-keys.js";
import { PageView } from "./view.js";
import { WhatIf, define } from "./what-if.js";

let shared: Promise<Core> | undefined;
/** One core for all maps of a page. */
const core = (): Promise<Core> => (shared ??= open());
let second: Promise<Core> | undefined;
/** And one for what takes longer than a hand waits for. */
const patient = (): Promise<Core> => (second ??= open().catch((error: unknown) => ((second = undefined), Promise.reject(error))));

class MapElement extends HTMLElement implements BuygraphMap {
  static readonly observedAttributes = ["language", "layout", "theme", "samples", "scale", "deal"];

  #deal: string | DealFile | undefined;
  #live: Live | undefined;
  #view: PageView | undefined;
  #loading = 0;
  #sheet = new CSSStyleSheet();
  #place = document.createElement("div");
  #bar: WhatIf;
  #told: Shown["changes"] | undefined;
  /** Lets go of the deal that is shown, here and in the cores. */
  #forget = () => this.#place.replaceChildren();
  #leaving = (event: BeforeUnloadEvent) => {
    if (this.#live?.unsaved) event.preventDefault();
  };

  constructor() {
    super();
    define();
    this.#bar = document.createElement("buygraph-what-if") as WhatIf;
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [this.#sheet];
    root.append(this.#place, this.#bar);
    undoKeys(this, () => this.#live);
  }

  connectedCallback(): void {
    window.addEventListener("beforeunload", this.#leaving);
    // What was set before the class was there is a plain property still.
    for (const name of MapElement.observedAttributes)
      if (Object.hasOwn(this, name)) {
        const value = (this as unknown as Record<string, unknown>)[name];
        delete (this as unknown as Record<string, unknown>)[name];
        (this as unknown as Record<string, unknown>)[name] = value;
      }
  }
  disconnectedCallback(): void {
    window.removeEventListener("beforeunload", this.#leaving);
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    const live = this.#live;
    if (before === now) return;
    if (name === "deal") this.deal = now ?? undefined;
    if (!live) return;
    if (name === "samples") live.samples = this.samples;
    if (name === "language") void live.setLanguage(this.language);
    if (name === "scale" && live.scale !== this.scale) void live.setScale(this.scale);
    if (name === "layout" && live.layout !== this.layout) {
      const choice = this.shadowRoot!.querySelector<HTMLInputElement>(`#${CSS.escape(`${this.language}-${this.layout}`)}`);
      if (choice) choice.checked = true;
      void live.setLayout(this.layout);
    }
  }

  get deal() {
    return this.#deal;
  }
  set deal(deal: string | DealFile | undefined) {
    this.#deal = deal;
    void this.#load();
  }
  get language() {
    return this.getAttribute("language") === "zh" ? "zh" : "en";
  }
  set language(language: Language) {
    this.setAttribute("language", language);
  }
  get layout() {
    return (this.getAttribute("layout") ?? "hierarchy") as Layout;
  }
  set layout(layout: Layout) {
    this.setAttribute("layout", layout);
  }
  get scale() {
    return (this.getAttribute("scale") ?? "lead") as Scale;
  }
  set scale(scale: Scale) {
    this.setAttribute("scale", scale);
  }
  get theme() {
    return (this.getAttribute("theme") ?? "system") as "light" | "dark" | "system";
  }
  set theme(theme: "light" | "dark" | "system") {
    this.setAttribute("theme", theme);
  }
  get samples() {
    return Number(this.getAttribute("samples")) || 4096;
  }
  set samples(samples: number) {
    this.setAttribute("samples", String(samples));
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

  async #load(): Promise<void> {
    const turn = ++this.#loading;
    this.#forget();
    if (!this.#deal) return;
    try {
      const source = typeof this.#deal === "string" ? this.#deal : JSON.stringify(this.#deal); // as it is now, whatever its owner does with the object
      const engine = await core();
      const deal = await engine.load(source, { language: this.language });
      if (turn !== this.#loading) return void deal.release();
      await this.#begin(engine, deal, source);
    } catch (error) {
      if (turn === this.#loading) await this.#refuse(error);
    }
  }

  async #begin(engine: Core, deal: Deal, source: string): Promise<void> {
    let aside: Promise<Deal> | undefined;
    const beside = () => patient().then((second) => second.load(source));
    const whileShown = <Given extends unknown[]>(done: (...given: Given) => void) => (...given: Given) => this.#live === live && done(...given);
    const live: Live = new Live(
      engine,
      () => Promise.resolve(deal),
      {
        show: whileShown((shown: Shown) => this.#show(shown)),
        computing: whileShown((is: boolean) => this.#view?.computing(is)),
        changed: whileShown(() => this.#bar.requestUpdate()),
        say: whileShown((text: string) => this.#bar.say(text)),
      },
      () => (aside ??= beside().catch((error: unknown) => ((aside = undefined), Promise.reject(error)))),
    );
    this.#forget = () => {
      live.end();
      this.#view?.end();
      this.#live = this.#view = this.#told = undefined;
      this.#bar.clear();
      this.#place.replaceChildren();
      this.#forget = () => this.#place.replaceChildren();
      for (const one of [deal, aside]) void Promise.resolve(one).then((loaded) => loaded?.release()).catch(() => undefined);
    };
    live.language = this.language;
    live.layout = this.layout;
    live.scale = this.scale;
    live.samples = this.samples;
    this.#live = live;
    this.#bar.live = live;
    this.#bar.onexport = () => void live.exported().then((text) => hand(text, `${deal.name.replace(/[^\p{L}\p{N}]+/gu, "-")}.json`));
    await live.start();
  }

  #show(shown: Shown): void {
    const live = this.#live!;
    this.#sheet.replaceSync(live.words!.style);
    if (shown.page.frame) {
      const main = build(shown.page.frame) as HTMLElement;
      this.#place.replaceChildren(main);
      this.#view?.end();
      this.#view = new PageView(main, live, { report: false, say: (text) => this.#bar.say(text), raised: (over) => this.#bar.raise(over), selected: (person) => this.dispatchEvent(new CustomEvent("select", { detail: { person: person ?? null }, bubbles: true, composed: true })) });
    }
    this.#view!.show(shown);
    this.#bar.requestUpdate();
    if (this.layout !== live.layout) this.layout = live.layout;
    if (this.scale !== live.scale) this.scale = live.scale;
    if (this.#told === shown.changes || (this.#told === undefined && shown.changes.length === 0)) return;
    this.#told = shown.changes;
    const { edits, moves, forecast } = shown.page;
    this.dispatchEvent(new CustomEvent<ChangeDetail>("change", { detail: { edits, moves, forecast }, bubbles: true, composed: true }));
  }

  /** Every fault of a deal that cannot be used: where, what was given, what is allowed. */
  async #refuse(error: unknown): Promise<void> {
    const known = error instanceof BuygraphError ? error : undefined;
    const words = await core().then((engine) => engine.ask("page_words", { language: this.language })).catch(() => undefined);
    if (words) this.#sheet.replaceSync(words.style);
    const faults = known?.faults ?? [];
    const rows = faults.map(({ pointer, message, given, allowed }) => ({ tag: "li", children: [{ tag: "strong", text: pointer || "/" }, { tag: "", text: ` ${message}${given ? `: ${given}` : ""} (${allowed})` }] }));
    const said = faults.length > 0 ? (words?.words["faults"] ?? "") : error instanceof Error ? error.message : String(error);
    this.#place.replaceChildren(build({ tag: "main", attributes: { class: "page faults", role: "alert" }, children: [{ tag: "p", text: said }, { tag: "ul", children: rows }] }));
    this.dispatchEvent(new CustomEvent("error", { detail: { error } }));
  }
}

if (!customElements.get("buygraph-map")) customElements.define("buygraph-map", MapElement);
