/** Undo and redo from wherever the focus is, but not out of a field that has its own. */

import type { Live } from "./live.js";

export function undoKeys(target: EventTarget, live: () => Live | undefined): void {
  target.addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey, shiftKey, defaultPrevented } = event as KeyboardEvent;
    if (!(ctrlKey || metaKey) || key.toLowerCase() !== "z" || defaultPrevented) return;
    const [from] = event.composedPath();
    if (from instanceof HTMLInputElement && from.type !== "range" && from.type !== "radio") return;
    event.preventDefault();
    if (shiftKey) live()?.redo();
    else live()?.undo();
  });
}
