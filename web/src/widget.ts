/** The component in a notebook, as anywidget wants it: traits in, changes back. */

import type { BuygraphMap } from "./map.js";
import "./page/element.js";

/** What is used of anywidget's model. */
interface Model {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  on(event: string, react: () => void): void;
  off(event: string, react: () => void): void;
  save_changes(): void;
}

const shown = ["language", "layout", "theme", "samples", "scale", "deal"] as const;

export default {
  render({ model, el }: { model: Model; el: HTMLElement }): () => void {
    const map: BuygraphMap = document.createElement("buygraph-map");
    const show = (name: (typeof shown)[number]) => Object.assign(map, { [name]: model.get(name) });
    const reactions = shown.map((name) => [`change:${name}`, () => show(name)] as const);
    for (const name of shown) show(name);
    for (const [event, react] of reactions) model.on(event, react);
    map.addEventListener("change", (event) => {
      for (const [name, value] of Object.entries((event as CustomEvent<object>).detail)) model.set(name, value);
      model.save_changes();
    });
    map.addEventListener("select", (event) => {
      model.set("selected", (event as CustomEvent<{ person: string | null }>).detail.person);
      model.save_changes();
    });
    el.append(map);
    return () => {
      for (const [event, react] of reactions) model.off(event, react);
      map.remove();
      map.deal = undefined;
    };
  },
};
