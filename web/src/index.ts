/**
 * buygraph in JavaScript: the same core as in C++ and Python, as WebAssembly in a worker, in node and in browsers.
 *
 *     const core = await open();
 *     const deal = await core.load(text);
 *     const { win, interval } = await deal.forecast({ samples: 1024 });
 *     const { difference } = await deal.whatIf({ edits: { "people/chen/susceptibility": 0.3 } });
 *
 * Nothing is fetched, now or later. What cannot be answered rejects with a `BuygraphError`.
 */

import { Connection } from "./connection.js";
import type { Catalog, DealFile, Move } from "./deal-file.js";
import type { CoreCalls, DealCalls, Fault, FiledForecast, InLanguage, LoadReply } from "./replies.js";

export type * from "./deal-file.js";
export type * from "./replies.js";
export { BuygraphError, type ErrorKind } from "./errors.js";

/** Every reply says which version gave it. */
type Answered<Reply> = Reply & { buygraph: string };

/** How a request stands to others. */
export interface Asking {
  /** A newer request of this kind about the same deal overtakes an older one, which rejects with the kind "overtaken". Without one requests wait for each other. */
  kind?: string;
}

/** Arguments may be left out where a call needs none. */
type Fields<Takes> = Record<never, never> extends Takes ? [fields?: Takes, asking?: Asking] : [fields: Takes, asking?: Asking];

/** Starts the core in a worker of its own. Open a second one for long work beside quick questions. */
export async function open(): Promise<Core> {
  const connection = await Connection.open();
  const { buygraph } = await connection.ask<Answered<CoreCalls["calls"]["gives"]>>({ call: "calls" });
  return new Core(connection, buygraph);
}

export class Core {
  readonly #connection: Connection;
  /** Of the core, "major.minor.patch". */
  readonly version: string;

  constructor(connection: Connection, version: string) {
    this.#connection = connection;
    this.version = version;
  }

  /** Any call by its name, with its fields as they are. */
  ask<Call extends keyof CoreCalls>(call: Call, fields: CoreCalls[Call]["takes"]): Promise<Answered<CoreCalls[Call]["gives"]>> {
    return this.#connection.ask<Answered<CoreCalls[Call]["gives"]>>({ ...fields, call });
  }

  /** Loads a deal from the text of its file, or from the object. Rejects with every fault. */
  async load(source: string | DealFile, options: { catalog?: string | Catalog; filed?: FiledForecast } & InLanguage = {}): Promise<Deal> {
    return new Deal(this.#connection, await this.ask("load", { ...options, source }));
  }

  /** Every fault of a deal; an empty list where it is fine. */
  async validate(source: string | DealFile, options: { catalog?: string | Catalog } & InLanguage = {}): Promise<Fault[]> {
    return (await this.ask("validate", { ...options, source })).faults;
  }

  /** Ends the worker; what is not answered yet rejects. */
  close(): void {
    this.#connection.close();
  }
}

/** A loaded deal. It does not change: edits and moves are given with each question. */
export class Deal {
  readonly #connection: Connection;
  /** By which `zipper` names it. */
  readonly number: number;
  readonly name: string;
  readonly account: string;
  readonly currency: string;
  readonly value: number | null;
  /** Ids in the order of the file. */
  readonly people: string[];
  readonly offers: string[];
  /** Those that the file holds. */
  readonly moves: Move[];

  constructor(connection: Connection, loaded: LoadReply) {
    this.#connection = connection;
    this.number = loaded.deal;
    this.name = loaded.name;
    this.account = loaded.account;
    this.currency = loaded.currency;
    this.value = loaded.value;
    this.people = loaded.people;
    this.offers = loaded.offers;
    this.moves = loaded.moves;
  }

  /** Any call about this deal by its name, with its fields as they are. */
  ask<Call extends keyof DealCalls>(call: Call, ...[fields, asking]: Fields<DealCalls[Call]["takes"]>): Promise<Answered<DealCalls[Call]["gives"]>> {
    const kind = asking?.kind === undefined ? undefined : `${this.number} ${asking.kind}`;
    return this.#connection.ask<Answered<DealCalls[Call]["gives"]>>({ ...fields, call, deal: this.number }, kind);
  }

  /** How the deal will end. */
  forecast(...given: Fields<DealCalls["forecast"]["takes"]>) {
    return this.ask("forecast", ...given);
  }

  /** What edits (read again with the evidence) and moves (made after it) change. A newer one overtakes an older one unless another kind is given. */
  whatIf(changes: DealCalls["what_if"]["takes"], asking: Asking = { kind: "what_if" }) {
    return this.ask("what_if", changes, asking);
  }

  /** What moves change; without any those that the deal holds. */
  move(...given: Fields<DealCalls["move"]["takes"]>) {
    return this.ask("move", ...given);
  }

  /** What an answer to a question changes, and the text of the deal with it. */
  answer(...given: Fields<DealCalls["answer"]["takes"]>) {
    return this.ask("answer", ...given);
  }

  /** By how much the chance of an outcome answers to each move, the strongest first. */
  sensitivities(...given: Fields<DealCalls["sensitivities"]["takes"]>) {
    return this.ask("sensitivities", ...given);
  }

  /** Where everybody stands. */
  standings(...given: Fields<DealCalls["people"]["takes"]>) {
    return this.ask("people", ...given);
  }

  /** The account map as a scene, to be drawn. */
  map(...given: Fields<DealCalls["map"]["takes"]>) {
    return this.ask("map", ...given);
  }

  /** The sections of a page that follow a what-if, as trees of elements. */
  page(...given: Fields<DealCalls["page"]["takes"]>) {
    return this.ask("page", ...given);
  }

  /** A further section of a page, as a report has it. */
  pageSection(...given: Fields<DealCalls["page_section"]["takes"]>) {
    return this.ask("page_section", ...given);
  }

  /** Why ours and not theirs. */
  explain(...given: Fields<DealCalls["explain"]["takes"]>) {
    return this.ask("explain", ...given);
  }

  /** Who has which power. */
  power(...given: Fields<DealCalls["power"]["takes"]>) {
    return this.ask("power", ...given);
  }

  /** How we get to those who decide. */
  structure(...given: Fields<DealCalls["structure"]["takes"]>) {
    return this.ask("structure", ...given);
  }

  /** What we do not see, and what it may cost. */
  blindSpots(...given: Fields<DealCalls["blind_spots"]["takes"]>) {
    return this.ask("blind_spots", ...given);
  }

  /** How much the evidence has told us. */
  coverage(...given: Fields<DealCalls["coverage"]["takes"]>) {
    return this.ask("coverage", ...given);
  }

  /** The qualification card MEDDPICC. */
  qualification(...given: Fields<DealCalls["qualification"]["takes"]>) {
    return this.ask("qualification", ...given);
  }

  /** What to say to each, and one thing to all. */
  messages(...given: Fields<DealCalls["messages"]["takes"]>) {
    return this.ask("messages", ...given);
  }

  /** Who of ours looks after whom; over several deals where `deals` has their numbers. */
  zipper(...given: Fields<DealCalls["zipper"]["takes"]>) {
    return this.ask("zipper", ...given);
  }

  /** What to do in the next weeks. */
  plan(...given: Fields<DealCalls["plan"]["takes"]>) {
    return this.ask("plan", ...given);
  }

  /** What a competitor may try next, and our cheapest answer. */
  rivalPlan(...given: Fields<DealCalls["rival_plan"]["takes"]>) {
    return this.ask("rival_plan", ...given);
  }

  /** What to ask whom. */
  questions(...given: Fields<DealCalls["questions"]["takes"]>) {
    return this.ask("questions", ...given);
  }

  /** Price and terms. */
  negotiate(...given: Fields<DealCalls["negotiate"]["takes"]>) {
    return this.ask("negotiate", ...given);
  }

  /** One page for a meeting with somebody. */
  brief(...given: Fields<DealCalls["brief"]["takes"]>) {
    return this.ask("brief", ...given);
  }

  /** Roles and concerns, the deal's own among them. */
  catalog(...given: Fields<DealCalls["catalog"]["takes"]>) {
    return this.ask("catalog", ...given);
  }

  /** The text of the deal file with edits in it, and with moves in the place of its own. */
  async export(changes: DealCalls["export"]["takes"] = {}): Promise<string> {
    return (await this.ask("export", changes)).text;
  }

  /** Forgets the deal, so that its memory is free. */
  async release(): Promise<void> {
    await this.ask("release");
  }
}
