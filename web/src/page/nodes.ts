/** Trees of elements, as the core makes them, as nodes: built, or changed in place. Texts are only ever text. */

import type { Tree } from "../replies.js";

const svgSpace = "http://www.w3.org/2000/svg";

/** A node of its own. */
export function build(tree: Tree, within?: Element): Node {
  if (!tree.tag) return document.createTextNode(tree.text ?? "");
  const inSvg = tree.tag === "svg" || (within?.namespaceURI === svgSpace && within.localName !== "foreignObject");
  const element = inSvg ? document.createElementNS(svgSpace, tree.tag) : document.createElement(tree.tag);
  for (const [name, value] of Object.entries(tree.attributes ?? {})) element.setAttribute(name, value);
  if (tree.text) element.append(tree.text);
  for (const child of tree.children ?? []) element.append(build(child, element));
  return element;
}

/** A tree, written down: texts among the children are texts. What is false is left out. */
export const tree = (tag: string, attributes: Record<string, string>, ...children: (Tree | string | false)[]): Tree => ({
  tag,
  attributes,
  children: children.filter((child) => child !== false).map((child) => (typeof child === "string" ? { tag: "", text: child } : child)),
});

/** What stays the same node though its place among its neighbours changes. */
const keyOf = (node: Node | Tree): string | undefined =>
  (node instanceof Element ? node.getAttribute("data-group") : "attributes" in node ? node.attributes?.["data-group"] : undefined) ?? undefined;

/**
 * Makes an element what a tree says, touching only what differs: focus, scrolling and open details stay.
 *
 * Attributes and children that are the page's own are left alone: `data-own` on a child, names in `kept` on the element.
 */
export function patch(element: Element, tree: Tree, kept: readonly string[] = []): void {
  const wanted = tree.attributes ?? {};
  for (const { name } of [...element.attributes]) if (!(name in wanted) && !kept.includes(name)) element.removeAttribute(name);
  for (const [name, value] of Object.entries(wanted)) if (!kept.includes(name) && element.getAttribute(name) !== value) element.setAttribute(name, value);
  if (element instanceof HTMLInputElement && "value" in wanted && element !== activeIn(element)) element.value = wanted["value"]!;
  patchChildren(element, [...(tree.text ? [{ tag: "", text: tree.text }] : []), ...(tree.children ?? [])]);
}

/** The same for what is in an element, whatever that is itself. */
export function patchChildren(element: Element, children: readonly Tree[]): void {
  const there = [...element.childNodes].filter((node) => !(node instanceof Element && node.hasAttribute("data-own")));
  const keyed = new Map(there.flatMap((node) => (keyOf(node) === undefined ? [] : [[keyOf(node)!, node] as const])));
  const plain = there.filter((node) => keyOf(node) === undefined);
  const used = new Set<Node>();
  let before: Node | null = null;
  for (const child of children) {
    const key = keyOf(child);
    let node: Node | undefined = key === undefined ? plain.shift() : keyed.get(key);
    if (node && fits(node, child)) refresh(node, child);
    else node = build(child, element);
    used.add(node);
    let place: Node | null = before ? before.nextSibling : element.firstChild;
    while (place instanceof Element && place.hasAttribute("data-own")) place = place.nextSibling;
    if (node !== place) element.insertBefore(node, place);
    before = node;
  }
  for (const node of there) if (!used.has(node)) node.parentNode?.removeChild(node);
}

const activeIn = (element: Element): Element | null => (element.getRootNode() as Document | ShadowRoot).activeElement;

const fits = (node: Node, tree: Tree): boolean => (node instanceof Element ? node.localName === tree.tag.toLowerCase() || node.localName === tree.tag : node.nodeType === Node.TEXT_NODE && !tree.tag);

function refresh(node: Node, tree: Tree): void {
  if (node instanceof Element) patch(node, tree, node.localName === "details" ? ["open"] : []);
  else if (node.nodeValue !== (tree.text ?? "")) node.nodeValue = tree.text ?? "";
}

export const svgElement = (tag: string, attributes: Record<string, string | number>): SVGElement => {
  const element = document.createElementNS(svgSpace, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
};
