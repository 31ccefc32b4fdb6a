/** The drawing of the map as hands and keys need it: where people stand in it, rings about them, pan and zoom. */

import type { PageReply, PersonPlace, Tree } from "../replies.js";
import { patch, svgElement } from "./nodes.js";

export interface Point {
  x: number;
  y: number;
}

/** What is in sight, in the drawing's units. */
interface View {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A pointer this near to a dial's ring holds its needle. */
const reach = 11;

export class Drawing {
  readonly svg: SVGSVGElement;
  page: PageReply | undefined;
  #overlay: SVGElement;
  #view: View | undefined;
  #whole = { width: 0, height: 0 };
  /** What the viewBox says; while hands pan and zoom the drawing is moved as a whole, because another viewBox lays out every text anew. */
  #drawn: View = { x: 0, y: 0, width: 1, height: 1 };
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(svg: SVGSVGElement) {
    this.svg = svg;
    this.#overlay = svgElement("g", { "data-own": "", "aria-hidden": "true" });
  }

  show(tree: Tree, page: PageReply): void {
    patch(this.svg, tree, ["viewBox", "class"]);
    this.page = page;
    const [, , width, height] = tree.attributes!["viewBox"]!.split(" ").map(Number);
    if (this.#whole.width !== width || this.#whole.height !== height) this.#view = undefined;
    this.#whole = { width: width!, height: height! };
    this.#look();
    this.svg.append(this.#overlay);
  }

  place(person: string): PersonPlace | undefined {
    return this.page?.people.find((one) => one.person === person) ?? this.page?.groups.find((one) => one.person === person);
  }

  node(person: string): SVGElement | null {
    return this.svg.querySelector(`[data-group="${CSS.escape(isGroup(person) ? person : `person:${person}`)}"]`);
  }

  /** From the screen to the drawing. */
  at(event: { clientX: number; clientY: number }): Point {
    const { centre, scale } = this.#onScreen();
    const { x, y, width, height } = this.#drawn;
    return { x: x + width / 2 + (event.clientX - centre.x) / scale, y: y + height / 2 + (event.clientY - centre.y) / scale };
  }

  /** Where the middle of the drawing is on the screen, and how many px its unit has. */
  #onScreen(): { centre: Point; scale: number; width: number; height: number } {
    const { left, top, width, height } = this.svg.getBoundingClientRect();
    return { centre: { x: left + width / 2, y: top + height / 2 }, scale: Math.min(width / this.#drawn.width, height / this.#drawn.height), width, height };
  }

  /** Who has a place of his own in the drawing, and the groups. */
  get drawn(): readonly PersonPlace[] {
    return this.page ? [...this.page.people.filter(({ group }) => group === undefined), ...this.page.groups] : [];
  }

  /** Who is under a point, and whether it is on his disc or on his dial. */
  under(point: Point): { person: PersonPlace; on: "disc" | "dial" } | undefined {
    let nearest: { person: PersonPlace; on: "disc" | "dial"; distance: number } | undefined;
    for (const person of this.drawn) {
      const distance = Math.hypot(point.x - person.x, point.y - person.y);
      const on = distance <= person.radius - 1 ? "disc" : person.ring > 0 && person.movable && distance <= person.ring + reach && angleOf(person, point) <= 125 ? "dial" : distance <= person.radius ? "disc" : undefined;
      if (on && (!nearest || distance < nearest.distance)) nearest = { person, on, distance };
    }
    return nearest;
  }

  /** The lead to which a point on the dial stands, in hundredths. */
  leadAt(person: PersonPlace, point: Point): number {
    const { lead, degrees } = this.page!.dial;
    const angle = (Math.atan2(point.x - person.x, person.y - point.y) * 180) / Math.PI;
    return Math.round((Math.min(Math.max(angle, -degrees), degrees) / degrees) * lead * 100) / 100;
  }

  /** Turns a needle before the core has drawn it. */
  turnNeedle(person: string, lead: number): void {
    const place = this.place(person);
    const needle = this.node(person)?.querySelector(".needle");
    if (!place || !needle) return;
    const angle = this.#angle(lead) - this.#angle(place.lead ?? 0);
    needle.setAttribute("transform", `rotate(${angle.toFixed(2)} ${place.x.toFixed(2)} ${place.y.toFixed(2)})`);
  }

  #angle(lead: number): number {
    const dial = this.page!.dial;
    return (Math.min(Math.max(lead, -dial.lead), dial.lead) / dial.lead) * dial.degrees;
  }

  /** A ring about whoever is chosen, and a line in the making. */
  mark(people: (string | undefined)[], line?: [from: Point, to: Point]): void {
    const rings = people.flatMap((id) => {
      const own = id === undefined ? undefined : this.place(id);
      const place = own?.group === undefined ? own : this.place(own.group);
      return place ? [svgElement("circle", { class: "focus-ring", cx: place.x, cy: place.y, r: Math.max(place.ring, place.radius) + 7 })] : [];
    });
    if (line) rings.push(svgElement("path", { class: "tie-drag", d: `M${line[0].x} ${line[0].y}L${line[1].x} ${line[1].y}` }));
    this.#overlay.replaceChildren(...rings);
  }

  /** Dims all but somebody and those whom a line joins with him. */
  choose(person: string | undefined): void {
    this.svg.classList.toggle("chosen", person !== undefined);
    for (const node of this.svg.querySelectorAll(".near")) node.classList.remove("near");
    const place = person === undefined ? undefined : this.place(person);
    if (!place || !this.page) return;
    const near = new Set([place.person, ...(place.boss ? [place.boss] : []), ...this.page.people.filter(({ boss }) => boss === person).map((one) => one.person)]);
    this.page.ties.forEach(({ from, to }, at) => {
      if (from !== person && to !== person) return;
      near.add(from).add(to);
      for (const group of ["tie", "tie-number"]) this.svg.querySelector(`[data-group="${group}:${at}"]`)?.classList.add("near");
    });
    if (place.group !== undefined) near.add(place.group);
    for (const id of near) this.node(id)?.classList.add("near");
  }

  get zoomed(): boolean {
    return this.#view !== undefined;
  }

  /** @param by above 1 comes closer; about a point of the drawing, which stays where it is */
  zoom(by: number, about?: Point, byHand = false): void {
    const now = this.#view ?? { x: 0, y: 0, ...this.#whole };
    const width = Math.min(Math.max(now.width / by, this.#whole.width / 8), this.#whole.width);
    if (width >= this.#whole.width) return this.whole();
    const share = width / now.width;
    const fixed = about ?? { x: now.x + now.width / 2, y: now.y + now.height / 2 };
    this.#view = { x: fixed.x - (fixed.x - now.x) * share, y: fixed.y - (fixed.y - now.y) * share, width, height: now.height * share };
    if (byHand) this.#move();
    else this.#look();
  }

  pan(x: number, y: number, byHand = false): void {
    if (!this.#view) return;
    this.#view.x = Math.min(Math.max(this.#view.x + x, 0), this.#whole.width - this.#view.width);
    this.#view.y = Math.min(Math.max(this.#view.y + y, 0), this.#whole.height - this.#view.height);
    if (byHand) this.#move();
    else this.#look();
  }

  whole(): void {
    this.#view = undefined;
    this.#look();
  }

  /** Brings somebody into sight. */
  reveal(person: string): void {
    const place = this.place(person);
    const view = this.#view;
    if (!place || !view) return;
    if (place.x < view.x || place.x > view.x + view.width) this.pan(place.x - view.x - view.width / 2, 0);
    if (place.y < view.y || place.y > view.y + view.height) this.pan(0, place.y - view.y - view.height / 2);
  }

  /** The hand has let go. */
  settle(): void {
    if (this.#settling !== undefined) this.#look();
  }

  /** Shows the view by moving what is drawn; it is drawn anew when the hand rests. */
  #move(): void {
    const { style } = this.svg;
    const view = this.#view!;
    const before = this.#drawn;
    const { scale, width, height } = this.#onScreen();
    const closer = before.width / view.width;
    // In hundredths of the svg's own box, which whatever stands around it may have scaled.
    const [right, down] = [((view.x + view.width / 2 - before.x - before.width / 2) * scale * 100) / width, ((view.y + view.height / 2 - before.y - before.height / 2) * scale * 100) / height];
    const cut = (by: number) => `${(50 + by - 50 / closer).toFixed(3)}%`;
    style.setProperty("transform", `translate(${(-right * closer).toFixed(3)}%,${(-down * closer).toFixed(3)}%) scale(${closer.toFixed(5)})`);
    style.setProperty("clip-path", `inset(${cut(down)} ${cut(-right)} ${cut(-down)} ${cut(right)})`); // to where the svg stands
    this.svg.classList.add("moving");
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#look(), 200);
  }

  #look(): void {
    const { x, y, width, height } = (this.#drawn = { ...(this.#view ?? { x: 0, y: 0, ...this.#whole }) });
    clearTimeout(this.#settling);
    this.#settling = undefined;
    this.svg.classList.remove("moving");
    this.svg.style.removeProperty("transform");
    this.svg.style.removeProperty("clip-path");
    this.svg.setAttribute("viewBox", [x, y, width, height].map((value) => value.toFixed(2).replace(/\.?0+$/, "")).join(" "));
  }

  /** Lets people go from where they stood to where they stand; nothing where the reader wants no movement. */
  slide(from: readonly PersonPlace[], milliseconds: number): void {
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    for (const before of from) {
      const now = this.place(before.person);
      if (!now || Math.hypot(before.x - now.x, before.y - now.y) < 0.5) continue;
      this.node(before.person)?.animate([{ transform: `translate(${before.x - now.x}px, ${before.y - now.y}px)` }, { transform: "none" }], { duration: milliseconds, easing: "ease-out" });
    }
  }
}

/** Several who are drawn as one. */
export const isGroup = (person: string): boolean => person.startsWith("group:");

/** From the top of a dial, in degrees, whichever side. */
const angleOf = (person: PersonPlace, point: Point): number => Math.abs((Math.atan2(point.x - person.x, person.y - point.y) * 180) / Math.PI);
