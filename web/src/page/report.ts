/** A report's page made live: but for what a large one holds packed it is complete without this; the core runs in it and what it holds is changed in place. */

import { unpacker } from "buygraph:unpacker";
import { type Core, type Deal, open } from "../index.js";
import type { FiledForecast, Language, PageWords } from "../replies.js";
import { unpacked } from "../unpack.js";
import { hand } from "./hand.js";
import { Live } from "./live.js";
import { undoKeys } from "./page-keys.js";
import { PageView } from "./view.js";
import { WhatIf, define } from "./what-if.js";

/** What the file holds for this script. */
interface Held {
  /** The text of the deal; where it is redacted, that of each language. */
  deals: Partial<Record<Language, string>>;
  /** What the file knows of the deal. */
  filed: FiledForecast;
  /** What is said before the core runs, or where it cannot. */
  words: Record<Language, Record<string, string>>;
  /** Of a large page, by language: what is to stand at the places that say so, a JSON list of some bytes, packed, in base64. */
  packed?: Partial<Record<Language, [length: number, base64: string]>>;
}

/** Puts back what of a language the file holds packed; false where this browser cannot, and the places still say so. */
async function putBack(language: Language, [length, base64]: [number, string]): Promise<boolean> {
  try {
    const bytes = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const texts = JSON.parse(new TextDecoder().decode(await unpacked(bytes(unpacker), bytes(base64), length))) as string[];
    document.querySelectorAll(`[data-packed="${language}"]`).forEach((place, at) => (place.outerHTML = texts[at]!));
    return true;
  } catch {
    return false;
  }
}

async function start(held: Held, opening: Promise<Core | Error>): Promise<void> {
  define();
  const bar = document.createElement("buygraph-what-if") as WhatIf;
  bar.lang = checkedLanguage();
  document.body.append(bar);
  const whole = new Map<Language, Promise<boolean>>();
  const made = (language: Language): Promise<boolean> => {
    const packed = held.packed?.[language];
    if (!whole.has(language)) whole.set(language, packed ? putBack(language, packed) : Promise.resolve(true));
    return whole.get(language)!;
  };
  document.addEventListener("change", (event) => {
    if ((event.target as HTMLInputElement).name === "language") void made(checkedLanguage());
  });
  const views = new Map<string, PageView>();
  const loaded = new Map<string, Promise<Deal>>();

  void made(checkedLanguage());
  let core = await opening;
  for (let language: Language, whole = false; !whole; ) {
    language = checkedLanguage();
    if (!(await made(language))) core = new Error(held.words[language]["packed"]);
    whole = language === checkedLanguage();
  }
  if (core instanceof Error) {
    const words: PageWords = { words: held.words[checkedLanguage()], uncalibrated: "", style: "", light: {} };
    bar.live = { words, readOnly: core.message, atRest: true, changes: [], undoable: false, redoable: false } as unknown as Live;
    bar.requestUpdate();
    return;
  }
  const dealIn = (language: Language): Promise<Deal> => {
    const text = held.deals[language] ?? Object.values(held.deals)[0]!;
    if (!loaded.has(text)) loaded.set(text, core.load(text, { filed: held.filed }));
    return loaded.get(text)!;
  };
  const view = () => {
    const main = document.querySelector<HTMLElement>(`main[data-language="${live.language}"]`)!;
    if (!views.has(live.language)) views.set(live.language, new PageView(main, live, { report: true, say: (text) => bar.say(text), selected: () => undefined, raised: (over) => bar.raise(over) }));
    return views.get(live.language)!;
  };
  const live: Live = new Live(core, dealIn, {
    show: (shown) => {
      view().show(shown);
      bar.requestUpdate();
    },
    computing: (is) => view().computing(is),
    changed: () => bar.requestUpdate(),
    say: (text) => bar.say(text),
  });
  live.language = checkedLanguage();
  const checked = document.querySelector<HTMLInputElement>(`main[data-language="${live.language}"] .map input:checked`);
  if (checked) live.layout = checked.id.slice(checked.id.indexOf("-") + 1) as Live["layout"];
  bar.live = live;
  bar.onexport = () => void live.exported().then((text) => hand(text, `${document.title.replace(/[^\p{L}\p{N}]+/gu, "-")}.json`));
  document.addEventListener("change", (event) => {
    if ((event.target as HTMLInputElement).name !== "language") return;
    void speak(checkedLanguage());
  });
  const speak = async (language: Language) => {
    if (!(await made(language)) || language !== checkedLanguage()) return;
    // The other page stands at its own layout.
    const shown = document.querySelector<HTMLInputElement>(`#${language}-${live.layout}`);
    if (shown) shown.checked = true;
    bar.lang = language;
    await live.setLanguage(language);
  };
  window.addEventListener("beforeunload", (event) => {
    if (live.unsaved) event.preventDefault();
  });
  undoKeys(document, () => live);
  await live.start();
  document.documentElement.setAttribute("data-ready", "");
}

const checkedLanguage = (): Language => (document.querySelector<HTMLInputElement>("#language-zh")?.checked ? "zh" : "en");

const core = open().catch((error: unknown) => error as Error); // it comes while the page is still being read
addEventListener("DOMContentLoaded", () => {
  const data = document.querySelector("script[type='application/json']")!;
  void start(JSON.parse(data.textContent!) as Held, core);
});
