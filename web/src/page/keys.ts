/** Keys on the map: walking along reporting lines, moving a stance, adding and cutting ties, zoom. */

import type { PersonPlace } from "../replies.js";
import { isGroup } from "./drawing.js";
import type { PageView } from "./view.js";

type Mode = { what: "stance"; person: string; value: number } | { what: "tie"; from: string };

export class Keys {
  #view: PageView;
  #mode: Mode | undefined;

  constructor(view: PageView, layouts: HTMLElement) {
    this.#view = view;
    layouts.addEventListener("keydown", (event) => {
      const { drawing } = this.#view;
      if (drawing && drawing.svg.contains(event.target as Node) && this.#press(event)) {
        event.preventDefault();
        event.stopPropagation();
      }
    });
    layouts.addEventListener("focusin", (event) => {
      const group = (event.target as Element).closest?.(".person")?.getAttribute("data-group");
      if (group) this.#view.focused = isGroup(group) ? group : group.slice("person:".length);
      this.#view.mark();
    });
    layouts.addEventListener("focusout", (event) => {
      if (event.relatedTarget instanceof Node && this.#view.drawing?.svg.contains(event.relatedTarget)) return; // still on the map
      if (this.#mode?.what === "stance") this.#view.live.try(undefined);
      this.#mode = undefined;
      this.#view.unfocused();
    });
  }

  /** @returns whether it was a key of the map */
  #press(event: KeyboardEvent): boolean {
    const view = this.#view;
    const here = view.focused === undefined ? undefined : view.drawing!.place(view.focused);
    if (!here || event.altKey) return false;
    if (event.ctrlKey || event.metaKey) return false; // undo and redo are the whole page's
    if (this.#mode?.what === "stance" && this.#stance(event, this.#mode)) return true;
    const free = view.live.readOnly === undefined && !isGroup(here.person); // several at once are only opened
    switch (event.key) {
      case "ArrowUp":
      case "ArrowDown":
      case "ArrowLeft":
      case "ArrowRight":
        if (event.shiftKey && !this.#mode) return this.#pan(event.key);
        return this.#walk(here, event.key);
      case "Home":
        view.focus([...this.#people()].sort((a, b) => (b.decides ?? 0) - (a.decides ?? 0))[0]?.person);
        return true;
      case "Enter":
        if (this.#mode?.what === "tie") this.#tie(this.#mode.from, here);
        else view.open(here.person, true);
        return true;
      case " ":
        view.open(here.person, true);
        return true;
      case "Escape":
        return this.#leave();
      case "s":
      case "S":
        if (free && !here.movable && !here.gone) view.explainScale();
        if (!free || !here.movable || here.gone) return true;
        this.#mode = { what: "stance", person: here.person, value: Math.round((here.lead ?? 0) * 100) / 100 };
        view.say("stance_of", { name: here.name });
        return true;
      case "t":
      case "T":
        if (!free || here.gone) return true;
        this.#mode = { what: "tie", from: here.person };
        view.say("tie_from", { name: here.name });
        return true;
      case "x":
      case "X":
        if (free) view.askCut(here.person);
        return true;
      case "Delete":
      case "Backspace":
        if (free && !here.gone) view.live.make({ kind: "remove_person", person: here.person });
        return true;
      case "/":
        view.search();
        return true;
      case "+":
      case "=":
        view.drawing!.zoom(1.25, here);
        return true;
      case "-":
        view.drawing!.zoom(0.8, here);
        return true;
      case "0":
        view.drawing!.whole();
        return true;
    }
    return false;
  }

  #stance(event: KeyboardEvent, mode: { person: string; value: number }): boolean {
    const { live } = this.#view;
    const step = event.shiftKey ? 0.01 : 0.05;
    switch (event.key) {
      case "ArrowLeft":
      case "ArrowRight":
        mode.value = Math.round(Math.min(Math.max(mode.value + (event.key === "ArrowLeft" ? -step : step), -1), 1) * 100) / 100;
        this.#view.holdNeedle(mode.person, mode.value);
        return true;
      case "Enter":
        this.#mode = undefined;
        live.make({ kind: "lead", person: mode.person, value: mode.value });
        return true;
      case "Escape":
        this.#mode = undefined;
        live.try(undefined);
        return true;
    }
    return event.key.startsWith("Arrow");
  }

  #leave(): boolean {
    if (this.#mode) {
      this.#mode = undefined;
      this.#view.mark();
    } else if (this.#view.live.person !== undefined) this.#view.close();
    else return false;
    return true;
  }

  #tie(from: string, to: PersonPlace): void {
    this.#mode = undefined;
    if (from === to.person || to.gone || isGroup(to.person)) return this.#view.mark();
    const node = this.#view.drawing!.node(to.person)!.getBoundingClientRect();
    this.#view.askTie(from, to.person, { x: node.left + node.width / 2, y: node.top + node.height / 2 });
  }

  #people(): readonly PersonPlace[] {
    return this.#view.drawing!.drawn.filter(({ level }) => level > 0);
  }

  /** Up to the boss, down to the first report, sideways on the same level. */
  #walk(here: PersonPlace, key: string): boolean {
    const people = this.#people();
    const across = (one: PersonPlace, other: PersonPlace) => one.x - other.x || one.y - other.y;
    let to: PersonPlace | undefined;
    if (key === "ArrowUp") to = people.find(({ person }) => person === here.boss);
    else if (key === "ArrowDown") to = people.filter(({ boss }) => boss === here.person).sort(across)[0];
    else {
      const level = people.filter((one) => one.level === here.level).sort(across);
      to = level[level.indexOf(here) + (key === "ArrowLeft" ? -1 : 1)];
    }
    if (to) this.#view.focus(to.person);
    return true;
  }

  #pan(key: string): boolean {
    const by = 60;
    this.#view.drawing!.pan(key === "ArrowLeft" ? -by : key === "ArrowRight" ? by : 0, key === "ArrowUp" ? -by : key === "ArrowDown" ? by : 0);
    return true;
  }
}
