/** A deal in a page, and what was changed in it: asks the core, shows the newest answer, keeps history. Knows no element. */

import { BuygraphError, type Core, type Deal } from "../index.js";
import type { Change, Layout, Language, PageReply, PageSection, PageWords, Scale, Tree } from "../replies.js";
import { History } from "./history.js";

/** What is shown, whoever shows it. */
export interface Shown {
  page: PageReply;
  /** Of it: what was asked. */
  changes: readonly Change[];
  layout: Layout;
  language: Language;
  person: string | undefined;
}

export interface Viewer {
  /** A new answer; `redrawn` where layout or language are other ones. */
  show(shown: Shown): void;
  /** Something is being computed, and has been for a while. */
  computing(is: boolean): void;
  /** What stands on the bar has changed. */
  changed(): void;
  /** To be heard. */
  say(text: string): void;
}

const quick = 1024;
/** Beyond so many people a state of the world, which takes the cube of their number, costs too much to have thousands of them. */
const crowd = 60;
const [quickAtLeast, fineAtLeast] = [64, 256];
const restAfter = 350; // ms without a change until the fine forecast is asked for

export class Live {
  readonly core: Core;
  readonly viewer: Viewer;
  /** States of the world of the fine forecast. */
  samples = 4096;
  words: PageWords | undefined;
  shown: Shown | undefined;
  /** Why nothing can be changed; undefined: it can. */
  readOnly: string | undefined;
  /** Why the last change was not made. */
  refused: string | undefined;
  /** Nothing is being asked, and nothing will be by itself. */
  atRest = false;
  layout: Layout = "hierarchy";
  scale: Scale = "lead";
  /** Bosses whose reports are drawn one by one among many. */
  opened: readonly string[] = [];
  language: Language = "en";
  person: string | undefined;

  #deal: (language: Language) => Promise<Deal>;
  #aside: (language: Language) => Promise<Deal>;
  #history = new History();
  #saved: readonly Change[] = this.#history.changes;
  #trying: Change | undefined;
  #people = 0;
  #labels = new WeakMap<Change, string>();
  #wanted = false;
  #ended = false;
  #busy: Promise<void> | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #announce: string | true | undefined;

  /**
   * @param deal the deal as it is shown in a language: another one where it is redacted
   * @param aside the same in a core of its own, for what takes longer than a hand waits for
   */
  constructor(core: Core, deal: (language: Language) => Promise<Deal>, viewer: Viewer, aside = deal) {
    this.core = core;
    this.#deal = deal;
    this.#aside = aside;
    this.viewer = viewer;
  }

  get changes(): readonly Change[] {
    return this.#trying ? this.#history.with(this.#trying) : this.#history.changes;
  }
  /** What a hand still holds. */
  get held(): Change | undefined {
    return this.#trying;
  }
  get undoable(): boolean {
    return this.#history.undoable;
  }
  get redoable(): boolean {
    return this.#history.redoable;
  }
  /** Whether there is something that a reload would lose. */
  get unsaved(): boolean {
    return this.#history.changes !== this.#saved;
  }
  label(change: Change): string {
    return this.#labels.get(change) ?? "";
  }

  /** Loads words and the first answer; the file's own moves are open changes. */
  async start(): Promise<void> {
    const own = this.#deal(this.language).then(({ moves }) => moves, () => []); // a deal that fails says so when it is asked
    await this.#speak();
    this.#history = new History(await own);
    this.#saved = this.#history.changes;
    await this.refresh();
  }

  async setLanguage(language: Language): Promise<void> {
    if (language === this.language && this.words) return;
    this.language = language;
    await this.#speak();
    await this.refresh();
  }

  setLayout(layout: Layout): Promise<void> {
    this.layout = layout;
    return this.refresh();
  }

  setScale(scale: Scale): Promise<void> {
    this.scale = scale;
    return this.refresh();
  }

  /** Draws the people of a group one by one, or together again. */
  toggle(group: string): Promise<void> {
    const boss = group.slice("group:".length);
    this.opened = this.opened.includes(boss) ? this.opened.filter((other) => other !== boss) : [...this.opened, boss];
    return this.refresh();
  }

  select(person: string | undefined): Promise<void> {
    this.person = person;
    return this.refresh();
  }

  /** Shows a change while a hand still holds it; undefined: let go. */
  try(change: Change | undefined): void {
    if (this.readOnly !== undefined) return;
    this.#trying = change;
    void this.refresh();
  }

  make(change: Change): void {
    if (this.readOnly !== undefined) return;
    this.#trying = undefined;
    this.#change(this.#history.with(change));
  }

  takeBack(change: Change): void {
    this.#announce = this.words && this.words.words["take_back"]!.replace("{change}", this.label(change));
    this.#change(this.#history.changes.filter((other) => other !== change), this.#announce);
  }

  /** From a move to an edit, or back; in its place. */
  turn(change: Change): void {
    this.#change(this.#history.changes.map((other) => (other === change ? { ...other, edit: !other.edit } : other)));
  }

  undo(): void {
    this.#step(-1, "undone");
  }
  redo(): void {
    this.#step(1, "redone");
  }

  /** The text of the deal file with everything in it. */
  async exported(): Promise<string> {
    const deal = await this.#deal(this.language);
    while (this.readOnly === undefined && this.shown!.changes !== this.changes) await this.refresh();
    if (this.#ended) throw new Error("the deal is no longer shown");
    const { edits, moves } = this.shown!.page;
    const text = await deal.export({ edits, moves });
    this.#saved = this.#history.changes;
    return text;
  }

  /** The map as an SVG document on light ground. */
  async map(): Promise<string> {
    const deal = await this.#deal(this.language);
    const layout = this.layout === "list" ? "hierarchy" : this.layout;
    return (await deal.map({ layout, scale: this.scale, open: [...this.opened], language: this.language, changes: [...this.changes], svg: true })).svg!;
  }

  /** The deal as its file has it, by fewer states of the world among many people. */
  async brief(person: string) {
    return (await this.#aside(this.language)).brief({ person, language: this.language, samples: this.#states(false) });
  }
  /** A section that takes longer, the same way. */
  async section(section: PageSection, language: Language): Promise<Tree> {
    return (await (await this.#aside(language)).pageSection({ section, language, samples: this.#states(false) })).section;
  }

  /** Its deal is no longer there: nothing is asked any more. */
  end(): void {
    clearTimeout(this.#resting);
    this.#ended = true;
    this.readOnly = "";
  }

  #step(by: -1 | 1, word: "undone" | "redone"): void {
    if (this.readOnly !== undefined || !(by < 0 ? this.undoable : this.redoable)) return;
    const [change] = this.#history.step(by);
    this.#announce = this.words!.words[word]!.replace("{change}", change ? this.label(change) : "");
    this.refused = undefined;
    this.viewer.changed();
    void this.refresh();
  }

  #change(changes: readonly Change[], said: string | true = true): void {
    if (this.readOnly !== undefined) return;
    this.#history.set(changes);
    this.#announce = said;
    this.refused = undefined;
    this.viewer.changed();
    void this.refresh();
  }

  async #speak(): Promise<void> {
    this.words = await this.core.ask("page_words", { language: this.language });
    this.viewer.changed();
  }

  /** Asks for what is to be shown now. While the core answers, only the newest wish is kept: its numbers follow a hand as fast as they come. */
  refresh(): Promise<void> {
    if (this.#ended) return Promise.resolve();
    this.atRest = false;
    this.viewer.changed();
    this.#wanted = true;
    clearTimeout(this.#resting);
    this.#busy ??= this.#run().finally(() => (this.#busy = undefined));
    return this.#busy;
  }

  async #run(): Promise<void> {
    const waiting = setTimeout(() => this.viewer.computing(true), 150);
    try {
      while (this.#wanted && !this.#ended) {
        this.#wanted = false;
        await this.#ask(true);
      }
    } finally {
      clearTimeout(waiting);
      this.viewer.computing(false);
    }
    const known = this.shown?.page.forecast.samples ?? Infinity;
    if ((this.changes.length > 0 || known < this.#states(false)) && this.readOnly === undefined) this.#resting = setTimeout(() => void (this.#busy ??= this.#ask(false).finally(() => this.#again())), restAfter);
    else this.#rested();
  }

  #again(): void {
    this.#busy = undefined;
    if (this.#wanted) void this.refresh();
    else this.#rested();
  }

  /** Says once, when all is at rest, what came of a change. */
  #rested(): void {
    this.atRest = true;
    this.viewer.changed();
    if (this.#announce === undefined || !this.shown || this.#trying) return;
    const said = this.#announce === true ? this.shown.page.said : `${this.#announce}. ${this.shown.page.said}`;
    this.#announce = undefined;
    this.viewer.say(said);
  }

  #states(hurried: boolean): number {
    const [most, least] = hurried ? [quick, quickAtLeast] : [this.samples, fineAtLeast];
    return this.#people > crowd ? Math.min(most, Math.max(least, 16 * Math.ceil((most * (crowd / this.#people) ** 3) / 16))) : most;
  }

  async #ask(hurried: boolean): Promise<void> {
    const { changes, layout, scale, language, person } = this;
    try {
      const deal = await this.#deal(language);
      this.#people = deal.people.length;
      const samples = this.#states(hurried);
      const page = await deal.page({ changes: [...changes], layout: layout === "list" ? "hierarchy" : layout, scale, open: [...this.opened], language, samples, quick: hurried, ...(person === undefined ? {} : { person }), ...(this.shown?.language === language ? {} : { frame: true }) });
      page.changes.forEach(({ text }, at) => this.#labels.set(changes[at]!, text));
      this.shown = { page, changes, layout, language, person };
      this.viewer.show(this.shown);
    } catch (error) {
      this.#failed(error);
    }
  }

  /** What the core would not make is taken back, and said; without a core the page is read only. */
  #failed(error: unknown): void {
    if (this.#ended) return;
    const known = error instanceof BuygraphError ? error : undefined;
    const reason = known?.faults.map(({ message, allowed }) => `${message} (${allowed})`).join("; ") || (error instanceof Error ? error.message : String(error));
    if (known && (known.kind === "faults" || known.kind === "input") && this.shown) {
      const held = this.#trying !== undefined;
      this.#trying = undefined;
      if (!held) this.#history.drop();
      this.refused = reason;
      this.#announce = undefined;
      this.viewer.say(this.words?.words["refused"]!.replace("{reason}", reason) ?? reason);
      this.viewer.show(this.shown);
    } else {
      this.readOnly = reason;
    }
    this.viewer.changed();
  }
}
