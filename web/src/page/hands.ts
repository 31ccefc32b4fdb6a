/** Pointers on the map: a needle that is dragged, a tie drawn from disc to disc or cut, pan and pinch. */

import type { PersonPlace } from "../replies.js";
import { type Point, isGroup } from "./drawing.js";
import type { PageView } from "./view.js";

type Hold =
  | { what: "needle"; person: PersonPlace; moved: boolean; from: Point }
  | { what: "person"; person: PersonPlace; moved: boolean; from: Point }
  | { what: "ground"; moved: boolean; from: Point };

const slack = 4; // px that a hand may shake without dragging

export class Hands {
  #view: PageView;
  #hold: Hold | undefined;
  #pointers = new Map<number, Point>();

  constructor(view: PageView, layouts: HTMLElement) {
    this.#view = view;
    layouts.addEventListener("pointerdown", (event) => this.#down(event));
    layouts.addEventListener("pointermove", (event) => this.#move(event));
    layouts.addEventListener("pointerup", (event) => this.#up(event));
    layouts.addEventListener("pointercancel", (event) => this.#leave(event));
    layouts.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
  }

  /** Whether a hand holds something. */
  get holding(): boolean {
    return this.#hold !== undefined;
  }

  /** Lets go without a change. */
  cancel(): void {
    const hold = this.#hold;
    this.#hold = undefined;
    if (hold?.what === "needle" && hold.moved) this.#view.live.try(undefined);
    this.#view.mark();
  }

  #down(event: PointerEvent): void {
    const { drawing } = this.#view;
    if (!drawing || !drawing.svg.contains(event.target as Node) || event.button !== 0) return;
    this.#pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (this.#pointers.size > 1) return this.cancel();
    const found = drawing.under(drawing.at(event));
    const from = { x: event.clientX, y: event.clientY };
    const free = this.#view.live.readOnly === undefined;
    if (found && found.on === "dial" && free) this.#hold = { what: "needle", person: found.person, moved: false, from };
    else if (found) this.#hold = { what: "person", person: found.person, moved: false, from };
    else if (drawing.zoomed) this.#hold = { what: "ground", moved: false, from };
    else return;
    drawing.svg.setPointerCapture(event.pointerId);
    event.preventDefault();
  }

  #move(event: PointerEvent): void {
    const { drawing, live } = this.#view;
    if (!drawing) return;
    const last = this.#pointers.get(event.pointerId);
    if (last && this.#pointers.size === 2) return this.#pinch(event, last);
    const hold = this.#hold;
    if (!hold) return;
    if (!hold.moved && Math.hypot(event.clientX - hold.from.x, event.clientY - hold.from.y) < slack) return;
    hold.moved = true;
    if (hold.what === "needle") {
      const value = drawing.leadAt(hold.person, drawing.at(event));
      this.#view.holdNeedle(hold.person.person, value);
    } else if (hold.what === "person" && live.readOnly === undefined && !isGroup(hold.person.person)) {
      const at = drawing.at(event);
      const over = drawing.under(at)?.person;
      const target = over && this.#ties(hold.person, over) ? over : undefined;
      drawing.mark([hold.person.person, target?.person], [hold.person, target ?? at]);
    } else if (hold.what === "ground" && last) {
      const [a, b] = [drawing.at({ clientX: last.x, clientY: last.y }), drawing.at(event)];
      drawing.pan(a.x - b.x, a.y - b.y, true);
    }
    if (last) this.#pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  }

  #up(event: PointerEvent): void {
    const hold = this.#hold;
    const { drawing, live } = this.#view;
    this.#pointers.delete(event.pointerId);
    this.#hold = undefined;
    drawing?.settle();
    if (!hold || !drawing) {
      this.#cut(event);
      return;
    }
    if (!hold.moved) {
      if (hold.what === "ground") this.#cut(event);
      else this.#view.open(hold.person.person);
      return;
    }
    if (hold.what === "needle") {
      live.make({ kind: "lead", person: hold.person.person, value: drawing.leadAt(hold.person, drawing.at(event)) });
    } else if (hold.what === "person") {
      const over = drawing.under(drawing.at(event))?.person;
      this.#view.mark();
      if (over && this.#ties(hold.person, over) && !hold.person.gone && live.readOnly === undefined) this.#view.askTie(hold.person.person, over.person, { x: event.clientX, y: event.clientY });
    }
  }

  /** Whether a tie can be drawn from one to the other. */
  #ties(from: PersonPlace, to: PersonPlace): boolean {
    return to.person !== from.person && !to.gone && !isGroup(from.person) && !isGroup(to.person);
  }

  #cut(event: PointerEvent): void {
    const { drawing, live } = this.#view;
    if (!drawing || live.readOnly !== undefined) return;
    const under = (drawing.svg.getRootNode() as Document | ShadowRoot).elementFromPoint(event.clientX, event.clientY); // the target may have been captured
    const line = under?.closest<SVGElement>(".reporting");
    if (line) return live.make({ kind: "cut_reporting_line", person: line.dataset["person"]!, edit: true });
    const tie = drawing.page!.ties[Number(under?.closest(".tie")?.getAttribute("data-group")?.split(":")[1])];
    if (tie) live.make({ kind: "cut_tie", from: tie.from, to: tie.to });
  }

  #leave(event: PointerEvent): void {
    this.#pointers.delete(event.pointerId);
    this.#view.drawing?.settle();
    this.cancel();
  }

  #pinch(event: PointerEvent, last: Point): void {
    const { drawing } = this.#view;
    const [other] = [...this.#pointers].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
    const apart = (point: Point) => Math.hypot(point.x - other!.x, point.y - other!.y);
    const now = { x: event.clientX, y: event.clientY };
    drawing!.zoom(apart(now) / Math.max(1, apart(last)), drawing!.at({ clientX: (now.x + other!.x) / 2, clientY: (now.y + other!.y) / 2 }), true);
    this.#pointers.set(event.pointerId, now);
  }

  #wheel(event: WheelEvent): void {
    const { drawing } = this.#view;
    if (!event.ctrlKey || !drawing || !drawing.svg.contains(event.target as Node)) return;
    event.preventDefault();
    drawing.zoom(Math.exp(-event.deltaY / 300), drawing.at(event), true);
  }
}
