/** Every picture of a page as a file: the map as the core draws it, any other section from where its marks and words stand. On light ground, words as text. */

import { hand } from "./hand.js";
import type { Live } from "./live.js";
import { build, svgElement, tree } from "./nodes.js";

const sections = ".verdict, .map, .why, .next, .questions, .price, .coverage, .blind-spots";
const margin = 16;
const above = 44; // px for the heading
const fonts = "Inter, system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

/** Puts beside every picture a way to save it. */
export function offerPictures(main: HTMLElement, live: Live): void {
  const words = live.words!.words;
  for (const section of main.querySelectorAll<HTMLElement>(sections)) {
    if (section.hasAttribute("aria-busy") || section.querySelector(":scope > .save, :scope > .tools > .save")) continue;
    const label = words["save"]!;
    const button = (name: string) => tree("button", { type: "button", "aria-label": `${label}: ${name}` }, name);
    const menu = build(tree("details", { class: "save", "data-own": "" }, tree("summary", { "aria-label": label, title: label }, "⤓"), button(words["as_svg"]!), button(words["as_png"]!))) as HTMLDetailsElement;
    const save = (png: boolean) => async () => {
      menu.open = false;
      const svg = section.classList.contains("map") && live.layout !== "list" ? await live.map() : pictureOf(section, live);
      const name = `${section.classList[0]}-${live.language}`;
      if (png) hand(await pngOf(svg), `${name}.png`);
      else hand(svg, `${name}.svg`, "image/svg+xml");
    };
    menu.querySelectorAll("button").forEach((one, at) => one.addEventListener("click", () => void save(at === 1)()));
    (section.querySelector(":scope > .tools") ?? section).append(menu);
  }
}

/** Colours by token as they are now on the page, back to those on light ground. */
class Colours {
  #light: Record<string, string>;
  #here = new Map<string, string>();

  constructor(main: Element, light: Record<string, string>) {
    this.#light = light;
    const style = getComputedStyle(main);
    const probe = document.createElement("i");
    probe.setAttribute("data-own", "");
    main.append(probe);
    for (const token of Object.keys(light)) {
      probe.style.setProperty("color", style.getPropertyValue(`--${token}`));
      const colour = getComputedStyle(probe).color;
      if (!this.#here.has(colour)) this.#here.set(colour, light[token]!);
    }
    probe.remove();
  }

  computed(colour: string): string {
    return this.#here.get(colour) ?? colour;
  }
  named(text: string): string {
    return text.replace(/var\(--([\w-]+)\)/g, (whole, token: string) => this.#light[token] ?? whole);
  }
}

/** A section as an SVG document. */
export function pictureOf(section: HTMLElement, live: Live): string {
  const { light } = live.words!;
  const colours = new Colours(section, light);
  const box = section.getBoundingClientRect();
  const [width, height] = [box.width + 2 * margin, box.height + above + margin];
  const svg = svgElement("svg", { viewBox: `0 0 ${width} ${height}`, width, height, "font-family": fonts });
  svg.append(svgElement("rect", { width: "100%", height: "100%", fill: light["sf"]! }));
  const say = (x: number, y: number, size: number, fill: string, text: string, weight = "400") => {
    const element = svgElement("text", { x: x.toFixed(1), y: y.toFixed(1), "font-size": size, fill, ...(weight === "400" ? {} : { "font-weight": weight }) });
    element.textContent = text;
    svg.append(element);
  };
  say(margin, 20, 12, light["ink"]!, live.shown!.page.heading, "600");
  say(margin, 36, 11, light["ink2"]!, live.words!.uncalibrated);
  const place = (rect: DOMRect) => ({ x: rect.left - box.left + margin, y: rect.top - box.top + above });

  const walk = (node: Element): void => {
    if (node.hasAttribute("data-own") || node.matches(".unseen, caption, .as-filed, button, input") || getComputedStyle(node).display === "none") return;
    const rect = node.getBoundingClientRect();
    if (node.localName === "svg") {
      const copy = node.cloneNode(true) as SVGElement;
      for (const element of [copy, ...copy.querySelectorAll("*")]) for (const { name, value } of [...element.attributes]) if (value.includes("var(")) element.setAttribute(name, colours.named(value));
      for (const text of copy.querySelectorAll("text")) if (!text.hasAttribute("fill")) text.setAttribute("fill", light["ink2"]!);
      for (const text of copy.querySelectorAll("text")) if (!text.hasAttribute("font-size")) text.setAttribute("font-size", "11");
      copy.removeAttribute("class");
      const { x, y } = place(rect);
      for (const [name, value] of Object.entries({ x, y, width: rect.width, height: rect.height, overflow: "visible" })) copy.setAttribute(name, typeof value === "number" ? value.toFixed(1) : value);
      svg.append(copy);
      return;
    }
    const style = getComputedStyle(node);
    if (style.backgroundColor !== "rgba(0, 0, 0, 0)" && node !== section) svg.append(svgElement("rect", { ...place(rect), width: rect.width, height: rect.height, fill: colours.computed(style.backgroundColor) }));
    const folded = node instanceof HTMLDetailsElement && !node.open;
    for (const child of node.childNodes) {
      if (folded && !(child instanceof Element && child.localName === "summary")) continue;
      if (child instanceof Element) walk(child);
      else if (child instanceof Text && child.data.trim()) for (const line of linesOf(child)) {
        const size = parseFloat(style.fontSize);
        const { x, y } = place(line.rect);
        say(x, y + (line.rect.height - size) / 2 + 0.82 * size, size, colours.computed(style.color), line.text, style.fontWeight);
      }
    }
  };
  walk(section);
  return `${new XMLSerializer().serializeToString(svg)}\n`;
}

/** The lines into which a text was broken, with their places. */
function linesOf(text: Text): { text: string; rect: DOMRect }[] {
  const range = document.createRange();
  range.selectNodeContents(text);
  const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
  if (rects.length <= 1) return rects.map((rect) => ({ text: text.data.trim(), rect }));
  const lines: { text: string; rect: DOMRect }[] = [];
  for (let at = 0; at < text.data.length; ++at) {
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    const [rect] = range.getClientRects();
    if (!rect || rect.width === 0) continue;
    const last = lines.at(-1);
    if (last && Math.abs(last.rect.top - rect.top) < 2) last.text += text.data[at];
    else lines.push({ text: text.data[at]!, rect });
  }
  return lines;
}

/** Twice as large, for slides. The drawing is loaded by a data: address, which a strict Content-Security-Policy allows. */
async function pngOf(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = 2 * image.naturalWidth;
  canvas.height = 2 * image.naturalHeight;
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"));
}
