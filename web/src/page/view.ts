/** One page in one language, made live: the core's sections in their places, and what hands and keys do with them. */

import type { Change, Language, Layout, PageSection, PersonPlace, Scale, Tree } from "../replies.js";
import { Drawing, isGroup } from "./drawing.js";
import { Hands } from "./hands.js";
import { Keys } from "./keys.js";
import type { Live, Shown } from "./live.js";
import { build, patch, tree } from "./nodes.js";
import { offerPictures } from "./pictures.js";

/** Where the page stands and who is told. */
export interface Host {
  /** Sections of a report that stay as its file has them. */
  report: boolean;
  say(text: string): void;
  /** Somebody was chosen, or nobody is. */
  selected(person: string | undefined): void;
  /** The map has the whole screen, or no longer. */
  raised(over: boolean): void;
}

/** Where the list comes first: px of width, and people. */
const narrow = 600;
const crowd = 60;

export class PageView {
  readonly live: Live;
  readonly main: HTMLElement;
  drawing: Drawing | undefined;
  /** On the map, for the keyboard. */
  focused: string | undefined;

  #host: Host;
  #root: Node;
  #hands: Hands;
  #shown: Shown | undefined;
  #back: (() => void) | undefined;
  #menu: HTMLElement | undefined;
  /** The list was there before the map took the screen. */
  #listed = false;
  #ended = false;
  #keyed = (event: Event) => this.#pressed(event as KeyboardEvent);

  constructor(main: HTMLElement, live: Live, host: Host) {
    this.main = main;
    this.live = live;
    this.#host = host;
    const map = this.#part(".map");
    this.#hands = new Hands(this, map);
    new Keys(this, map);
    main.classList.add("live");
    map.addEventListener("change", (event) => this.#layoutChosen(event));
    main.addEventListener("click", (event) => this.#clicked(event));
    main.addEventListener("input", (event) => this.#lever(event, false));
    main.addEventListener("change", (event) => this.#lever(event, true));
    this.#root = main.getRootNode();
    this.#root.addEventListener("keydown", this.#keyed);
  }

  /** Another one has taken its place. */
  end(): void {
    this.#ended = true;
    this.#root.removeEventListener("keydown", this.#keyed);
  }

  #part(selector: string): HTMLElement {
    return this.main.querySelector<HTMLElement>(selector)!;
  }
  #word(name: string, fill: Record<string, string> = {}): string {
    return (this.live.words?.words[name] ?? name).replace(/\{(\w+)\}/g, (whole, key: string) => fill[key] ?? whole);
  }
  say(name: string, fill: Record<string, string> = {}): void {
    this.#host.say(this.#word(name, fill));
  }

  show(shown: Shown): void {
    if (!this.main.querySelector(`.layout-${shown.layout}`)) return void this.live.setLayout("hierarchy"); // one that this deal does not have
    const before = this.#shown;
    this.#shown = shown;
    const { page, layout } = shown;
    this.main.classList.toggle("changed", shown.changes.length > 0);
    if (!before) this.#dress();
    if (!before && !this.#host.report) void this.#sections();
    const verdict = this.#part(".verdict");
    patch(verdict, page.verdict, ["style"]);
    // A headline that needs a line more while a hand moves something does not push the map back and forth. Its height is read in the next frame, when it is known anyway.
    if (before) requestAnimationFrame(() => verdict.style.setProperty("min-height", `${verdict.offsetHeight}px`));
    patch(this.#part(".why"), page.why);
    const list = this.#part(".layout-list");
    if (!before || layout === "list") patch(list.firstElementChild ?? list.appendChild(document.createElement("table")), page.list);
    this.#sift();
    this.#scale(page.scale);
    this.#draw(shown, before);
    this.#price(page.levers);
    this.#card(shown);
    offerPictures(this.main, this.live);
    if (layout === "list") this.drawing = undefined;
    if (!before && layout === "hierarchy" && (this.main.clientWidth <= narrow || page.people.length > crowd)) this.choose("list");
  }

  computing(is: boolean): void {
    this.main.classList.toggle("computing", is);
  }

  /** What stays as the file has it says so while something is changed. */
  #asFiled(part: Element): void {
    const note = build(tree("p", { class: "as-filed", "data-own": "" }, this.#word("as_filed")));
    const heading = part.querySelector(":scope > h2");
    if (heading) heading.after(note);
    else part.prepend(note);
  }

  /** What takes longer than a hand waits for, one section after the other. A report has it in its file. */
  async #sections(): Promise<void> {
    const places = [...this.main.querySelectorAll<HTMLElement>("[data-section]")];
    const language = this.main.dataset["language"] as Language;
    for (const place of places) {
      place.setAttribute("aria-busy", "true");
      place.append(build(tree("p", { class: "note" }, this.#word("computing"))));
    }
    for (const place of places) {
      if (this.#ended) return;
      const section = await this.live.section(place.dataset["section"] as PageSection, language).catch((error: Error) => error.message);
      place.removeAttribute("aria-busy");
      if (typeof section === "string") place.querySelector(".note")!.textContent = section;
      else patch(place, section, ["data-section"]);
      this.#asFiled(place);
      offerPictures(this.main, this.live);
    }
  }

  #dress(): void {
    if (this.#host.report) for (const part of this.main.querySelectorAll(".next, .questions, .below > section, .card .advice")) this.#asFiled(part);
    const tools = document.createElement("div");
    tools.className = "tools";
    tools.setAttribute("data-own", "");
    this.#part(".map").append(tools);
    const button = (label: string, text: string, done: () => void, classes = "") => {
      const made = build(tree("button", { type: "button", class: classes, "aria-label": label, title: label }, text)) as HTMLButtonElement;
      made.addEventListener("click", done);
      return made;
    };
    const search = build(tree("input", { type: "search", class: "find", "data-own": "", "aria-label": this.#word("search"), placeholder: this.#word("search") })) as HTMLInputElement;
    search.addEventListener("input", () => this.#found(search));
    search.addEventListener("keydown", (event) => this.#searched(event));
    // Among many nobody is found by looking.
    if (this.#shown!.page.people.length > crowd) this.#part(".map > header > h2").after(search);
    else tools.append(search);
    tools.append(
      button(this.#word("closer"), "+", () => this.drawing?.zoom(1.25), "zoom"),
      button(this.#word("farther"), "−", () => this.drawing?.zoom(0.8), "zoom"),
      button(this.#word("whole"), "⤢", () => this.drawing?.whole(), "zoom"),
      button(this.#word("full_screen"), this.#word("full_screen"), () => this.#fullScreen(true), "full-screen"),
      button(this.#word("leave_map"), "×", () => this.#fullScreen(false), "leave"),
    );
  }

  get #full(): boolean {
    return this.#part(".map").classList.contains("full");
  }

  /** On a phone the list comes first, and the map has the whole screen to itself: over everything, so that a panel's edges do not cut it. */
  #fullScreen(on: boolean): void {
    const map = this.#part(".map");
    if (on === this.#full) return;
    map.classList.toggle("full", on);
    map.popover = on ? "manual" : null;
    if (on) map.showPopover();
    for (const part of this.main.querySelectorAll(".verdict, .rail, .below")) part.toggleAttribute("inert", on);
    this.#host.raised(on);
    if (on) {
      this.#listed = this.live.layout === "list";
      if (this.#listed) this.choose("hierarchy");
    } else {
      this.drawing?.whole();
      if (this.#listed) this.choose("list");
    }
    this.#part(on ? ".tools .leave" : ".tools .full-screen").focus();
  }

  /** Chooses a layout as its tab would. */
  choose(layout: Layout): void {
    const choice = this.main.querySelector<HTMLInputElement>(`#${CSS.escape(`${this.live.language}-${layout}`)}`);
    if (!choice || choice.checked) return;
    choice.checked = true;
    choice.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /** In the place where a page without script only says it. */
  #scale(choice: Tree): void {
    const note = this.#part(".map > header > .note");
    patch(note, choice);
    note.querySelector("select")!.value = this.live.scale;
  }

  /** Says why a needle does not move, where that is the scale's doing. */
  explainScale(): void {
    const why = this.main.querySelector(".dials > span")?.textContent;
    if (why) this.#host.say(why);
  }

  #draw(shown: Shown, before: Shown | undefined): void {
    const { page, layout } = shown;
    if (layout === "list") return;
    const place = this.#part(`.layout-${layout}`);
    place.classList.remove("waiting");
    let svg = place.querySelector<SVGSVGElement>(":scope > svg");
    if (!svg) {
      svg = build(page.map) as SVGSVGElement;
      place.replaceChildren(svg);
    }
    if (this.drawing?.svg !== svg) this.drawing = new Drawing(svg);
    this.drawing.show(page.map, page);
    const { held } = this.live; // the answer is to where the hand was
    if (held?.kind === "lead") this.drawing.turnNeedle(held.person!, held.value!);
    svg.setAttribute("aria-description", this.#word("keys"));
    if (before && before.layout !== "list" && before.language === shown.language) this.drawing.slide(before.page.people, before.layout === layout ? 120 : 240);
    this.#rove();
    this.mark();
    this.drawing.choose(this.live.person);
  }

  /** One person of the tree can be reached with Tab: the focused one, else who decides. */
  #rove(): void {
    const people = (this.drawing?.drawn ?? []).filter(({ level }) => level > 0);
    if (!people.some(({ person }) => person === this.focused)) this.focused = [...people].sort((a, b) => (b.decides ?? 0) - (a.decides ?? 0))[0]?.person;
    for (const { person } of people) this.drawing?.node(person)?.setAttribute("tabindex", person === this.focused ? "0" : "-1");
    for (const { person } of people) this.drawing?.node(person)?.setAttribute("aria-selected", String(person === this.live.person));
  }

  /** Rings about the chosen one and the one in focus. */
  mark(): void {
    if (this.#hands.holding) return;
    const active = (this.main.getRootNode() as Document | ShadowRoot).activeElement;
    const inMap = this.focused !== undefined && this.drawing?.node(this.focused) === active;
    this.drawing?.mark([...new Set([this.live.person, inMap ? this.focused : undefined])]);
  }
  unfocused(): void {
    queueMicrotask(() => this.mark());
  }

  focus(person: string | undefined): void {
    if (person === undefined) return;
    if (!this.drawing) return this.main.querySelector<HTMLElement>(`.layout-list a[href="#${this.#shown?.page.people.find((one) => one.person === person)?.card}"]`)?.focus();
    const together = this.drawing.place(person)?.group;
    if (together !== undefined) return void this.live.toggle(together).then(() => this.drawing?.place(person)?.group === undefined && this.focus(person));
    this.focused = person;
    this.drawing.reveal(person);
    this.#rove();
    this.drawing.node(person)?.focus({ preventScroll: false });
    this.mark();
  }

  /** A stance that a hand or the keyboard holds: the needle at once, the numbers when they are there. */
  holdNeedle(person: string, value: number): void {
    this.drawing?.turnNeedle(person, value);
    this.live.try({ kind: "lead", person, value });
  }

  /** @param byKey whether the card takes the focus */
  open(person: string, byKey = false): void {
    if (isGroup(person)) return void this.live.toggle(person);
    const place = this.#shown?.page.people.find((one) => one.person === person);
    if (!place) return;
    const active = (this.main.getRootNode() as Document | ShadowRoot).activeElement as HTMLElement | null;
    const onMap = this.#full; // which comes back when the card is closed
    if (onMap) this.#fullScreen(false);
    this.#back = onMap ? () => this.#fullScreen(true) : byKey && active ? () => (active.isConnected ? active.focus() : this.focus(person)) : () => this.focus(person);
    this.focused = person;
    this.#host.selected(person);
    void this.live.select(person).then(() => {
      const card = this.#cardOf(person);
      card?.focus({ preventScroll: true });
      const { top = 0 } = card?.getBoundingClientRect() ?? {};
      if (top < 0 || top > innerHeight - 100) card?.scrollIntoView(); // below the map where there is no room beside it
      this.say("card_opened", { name: place.name });
    });
  }

  close(): void {
    if (this.live.person === undefined) return;
    const back = this.#back;
    this.#host.selected(undefined);
    void this.live.select(undefined);
    for (const card of this.main.querySelectorAll(".card.shown")) card.classList.remove("shown");
    back?.();
  }

  #cardOf(person: string): HTMLElement | null {
    return this.main.querySelector<HTMLElement>(`.card[data-person="${CSS.escape(person)}"]`);
  }

  #card({ page, person }: Shown): void {
    for (const other of this.main.querySelectorAll<HTMLElement>(".card.shown")) if (other.dataset["person"] !== person) other.classList.remove("shown");
    if (person === undefined || !page.card) return;
    let card = this.#cardOf(person);
    if (!card) {
      card = document.createElement("article");
      card.className = "card";
      card.dataset["person"] = person;
      card.tabIndex = -1;
      const close = build({ tag: "a", text: "×", attributes: { class: "close", href: "#", "aria-label": this.#word("close") } });
      const now = document.createElement("div");
      now.className = "now";
      card.append(close, now);
      this.#part(".rail").append(card);
      void this.#advise(card, person);
    }
    if (!card.querySelector(".out")) {
      const out = document.createElement("button");
      out.type = "button";
      out.className = "out button";
      out.textContent = this.#word("take_out");
      out.addEventListener("click", () => this.live.make({ kind: "remove_person", person }));
      card.querySelector(".now")!.before(out);
    }
    card.querySelector<HTMLButtonElement>(".out")!.hidden = this.live.readOnly !== undefined || (page.people.find((one) => one.person === person)?.gone ?? true);
    patch(card.querySelector(".now")!, page.card);
    card.classList.add("shown");
  }

  /** What a report has in its file and a component asks for. */
  async #advise(card: HTMLElement, person: string): Promise<void> {
    let failed = "";
    const { sections } = await this.live.brief(person).catch((error: Error) => ((failed = error.message), { sections: [] }));
    const advice: Tree = { tag: "div", attributes: { class: "advice" }, children: [] };
    if (failed) advice.children!.push({ tag: "p", attributes: { class: "note" }, text: failed });
    for (const { key, heading, lines } of sections) {
      if (key === "who" || key === "cares") continue;
      advice.children!.push({ tag: "h3", text: heading }, { tag: "ul", attributes: { class: key }, children: lines.map((text) => ({ tag: "li", text })) });
    }
    const part = build(advice) as HTMLElement;
    this.#asFiled(part);
    card.append(part);
  }

  #price(lever: Tree | null): void {
    if (!lever) return;
    let place = this.main.querySelector(".price-lever");
    if (!place) {
      place = document.createElement("section");
      place.className = "price-lever";
      place.append(document.createElement("div"));
      this.#part(".why").after(place);
    }
    patch(place.firstElementChild!, lever);
  }

  #lever(event: Event, done: boolean): void {
    const input = event.target as HTMLInputElement;
    const { kind, person, concern } = input.dataset ?? {};
    if (!kind || (input.type === "number" && !done)) return;
    const value = Number(input.value);
    if (input.value === "" || !Number.isFinite(value) || value < Number(input.min)) return;
    for (const twin of input.parentElement!.querySelectorAll("input")) if (twin !== input) twin.value = input.value;
    const change: Change = { kind: kind as Change["kind"], value, ...(person === undefined ? {} : { person }), ...(concern === undefined ? {} : { concern }), ...(kind === "price" ? { edit: true } : {}) };
    if (done) this.live.make(change);
    else this.live.try(change);
  }

  #layoutChosen(event: Event): void {
    const input = event.target as HTMLInputElement;
    if (input.localName === "select") return void this.live.setScale(input.value as Scale);
    if (input.type !== "radio") return;
    const layout = input.id.slice(input.id.indexOf("-") + 1) as Layout;
    if (layout !== "list") this.#part(`.layout-${layout}`).classList.add("waiting");
    void this.live.setLayout(layout).then(() => this.say("layout_shown", { name: this.main.querySelector(`label[for="${CSS.escape(input.id)}"]`)?.textContent ?? layout }));
  }

  /** Links to cards open them here; so does the close of a card. */
  #clicked(event: MouseEvent): void {
    const link = (event.target as Element).closest?.("a[href^='#']");
    if (!link) return;
    const card = link.getAttribute("href")!.slice(1);
    if (link.classList.contains("close")) this.close();
    else {
      const place = this.#shown?.page.people.find((one) => one.card === card);
      if (!place) return;
      this.open(place.person, true);
    }
    event.preventDefault();
  }

  #pressed(event: KeyboardEvent): void {
    if (event.key !== "Escape" || this.live.language !== this.main.dataset["language"]) return;
    if (this.#menu) this.#closeMenu(true);
    else if (this.#hands.holding) this.#hands.cancel();
    else if (this.#full) this.#fullScreen(false);
    else if (this.live.person !== undefined) this.close();
  }

  search(): void {
    this.#part(".find").focus();
  }

  /** Of the list only who is looked for. */
  #sift(): void {
    const wanted = (this.main.querySelector<HTMLInputElement>(".find")?.value ?? "").trim().toLocaleLowerCase();
    for (const row of this.main.querySelectorAll<HTMLElement>(".people > tbody > tr")) row.hidden = !row.textContent!.toLocaleLowerCase().includes(wanted);
  }

  #match(text: string): PersonPlace | undefined {
    const wanted = text.trim().toLocaleLowerCase();
    if (!wanted) return undefined;
    return this.#shown?.page.people.find(({ name, person }) => name.toLocaleLowerCase().includes(wanted) || person.toLocaleLowerCase() === wanted);
  }
  #found(input: HTMLInputElement): void {
    const match = this.#match(input.value);
    this.#sift();
    input.classList.toggle("unheard", input.value.trim() !== "" && !match);
    this.drawing?.mark([match?.person]);
    if (match) this.drawing?.reveal(match.person);
  }
  #searched(event: KeyboardEvent): void {
    if (event.key !== "Enter") return;
    const match = this.#match((event.target as HTMLInputElement).value);
    if (!match) return this.say("nobody");
    if (this.drawing) this.focus(match.person);
    else this.open(match.person, true);
  }

  /** Which kind of tie it shall be. */
  askTie(from: string, to: string, at: { x: number; y: number }): void {
    const name = (id: string) => this.#shown!.page.people.find(({ person }) => person === id)?.name ?? id;
    const kinds = ["advises", "works_with", "friend", "opposes"] as const;
    this.#ask(
      this.#word("tie_kind", { from: name(from), to: name(to) }),
      kinds.map((tie) => ({ text: this.#word(tie), done: () => this.live.make({ kind: "add_tie", from, to, tie }) })),
      at,
    );
  }

  /** Which tie of somebody, or his reporting line, shall be cut; at once where he has one. */
  askCut(person: string): void {
    const { page } = this.#shown!;
    const name = (id: string) => page.people.find((one) => one.person === id)?.name ?? id;
    const choices = page.ties
      .filter(({ from, to, strength }) => strength !== 0 && (from === person || to === person))
      .map(({ from, to }) => ({ text: `${name(from)} → ${name(to)}`, done: () => this.live.make({ kind: "cut_tie", from, to }) }));
    const boss = page.people.find((one) => one.person === person)?.boss;
    if (boss) choices.push({ text: this.#word("reports_to", { name: name(person), boss: name(boss) }), done: () => this.live.make({ kind: "cut_reporting_line", person, edit: true }) });
    if (choices.length === 0) this.say("no_ties", { name: name(person) });
    else if (choices.length === 1) choices[0]!.done();
    else {
      const node = this.drawing!.node(person)!.getBoundingClientRect();
      this.#ask(
        this.#word("tie_cut_which", { name: name(person) }),
        choices,
        { x: node.left + node.width / 2, y: node.top + node.height / 2 },
      );
    }
  }

  #ask(question: string, answers: { text: string; done: () => void }[], at: { x: number; y: number }): void {
    this.#closeMenu(false);
    const menu = build(
      tree("div", { class: "menu", role: "menu", "aria-label": question, "data-own": "" }, tree("span", {}, question), ...answers.map(({ text }) => tree("button", { type: "button", role: "menuitem" }, text))),
    ) as HTMLElement;
    menu.querySelectorAll("button").forEach((button, at) =>
      button.addEventListener("click", () => {
        this.#closeMenu(true);
        answers[at]!.done();
      }),
    );
    const place = this.drawing!.svg.parentElement!;
    const box = place.getBoundingClientRect();
    place.append(menu);
    const size = menu.getBoundingClientRect();
    menu.style.setProperty("left", `${Math.max(0, Math.min(at.x - box.left, box.width - size.width - 4)) + place.scrollLeft}px`);
    menu.style.setProperty("top", `${Math.max(0, Math.min(at.y - box.top, box.height - size.height - 4))}px`);
    menu.addEventListener("keydown", (event) => {
      const buttons = [...menu.querySelectorAll("button")];
      const here = buttons.indexOf((menu.getRootNode() as Document | ShadowRoot).activeElement as HTMLButtonElement);
      if (event.key === "ArrowDown") buttons[(here + 1) % buttons.length]!.focus();
      else if (event.key === "ArrowUp") buttons[(here + buttons.length - 1) % buttons.length]!.focus();
      else if (event.key === "Escape") this.#closeMenu(true);
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    menu.addEventListener("focusout", (event) => {
      if (!menu.contains(event.relatedTarget as Node)) this.#closeMenu(false);
    });
    this.#menu = menu;
    menu.querySelector("button")!.focus();
    this.#host.say(question);
  }

  #closeMenu(back: boolean): void {
    const menu = this.#menu;
    this.#menu = undefined;
    menu?.remove();
    if (menu && back && this.focused !== undefined) this.focus(this.focused);
    this.mark();
  }
}
