/**
 * What the core is asked and what it answers, call by call: the names are those of the command line's --json.
 *
 * Chances are numbers from 0 to 1, unrounded. `ByOffer` is by offer id: ours, the competitors in file order, the status quo (no decision) last.
 */

import type { Catalog, DealFile, Move } from "./deal-file.js";

export type Language = "en" | "zh";
export type Gate = "buy" | "vendor";
export type ByOffer<Value> = Record<string, Value>;
export type Range = [low: number, high: number];

/** One thing that is wrong in a deal. */
export interface Fault {
  /** JSON pointer to the place; empty for the whole document. */
  pointer: string;
  message: string;
  /** The offending value, cut; empty where nothing was given. */
  given: string;
  allowed: string;
  /** The field or id probably meant; empty where none is near. */
  suggestion: string;
}

/** Changes of the deal: path → new value, as in "people/chen/susceptibility"; null removes, "ties/-" adds. As pairs where a path comes twice. */
export type Edits = Record<string, unknown> | [path: string, value: unknown][];

/** With which changes a question is asked. */
export interface WithEdits {
  /** Made in the deal, which is then read again with its evidence. */
  edits?: Edits;
}
export interface WithMoves extends WithEdits {
  /** Made after the evidence. */
  moves?: Move[];
}
export interface InLanguage {
  /** Of the sentences; "en" unless given. */
  language?: Language;
}
export interface Sampling {
  /** States of the world, 1 to 16777216, rounded up to a multiple of 16. */
  samples?: number;
  seed?: number;
  method?: "sobol" | "random";
  precision?: "double" | "single";
}

export interface Outcomes {
  win: number;
  interval: Range;
  outcomes: ByOffer<number>;
  standard_error: ByOffer<number>;
  intervals: ByOffer<Range>;
  no_decision: { blocked: number; stalemate: number; refused: number };
}
export interface Samples {
  samples: number;
  seed: number;
}
/** The verdict in words. */
export interface Verdict {
  headline: string;
  reason: string;
  of_twenty: string;
  uncalibrated: string;
}

/** A forecast and everybody's decision influence, found before: lists by number of offers and people, as a report has them in its file. */
export interface FiledForecast {
  samples: number;
  seed: number;
  outcomes: number[];
  standard_error: number[];
  /** Two of each. */
  intervals: number[];
  no_decision: number[];
  variance: number[];
  influence: number[];
}

export interface LoadReply {
  deal: number;
  name: string;
  account: string;
  currency: string;
  value: number | null;
  people: string[];
  offers: string[];
  /** Those that the file holds. */
  moves: Move[];
}

export interface ForecastReply extends Outcomes, Samples, Verdict {
  name: string;
  account: string;
  variance: { scores: number; deviations: number; importances: number; ties: number };
  calibrated: boolean;
}

export interface ChangeReply extends Samples {
  before: ByOffer<number>;
  after: ByOffer<number>;
  difference: ByOffer<number>;
  /** Of the difference, of the samples. */
  difference_error: ByOffer<number>;
  /** The whole forecast after the change. */
  forecast: Outcomes & Verdict;
}

export interface Sensitivity {
  kind: NonNullable<Move["kind"]>;
  person: string | null;
  offer: string | null;
  concern: string | null;
  from: string | null;
  to: string | null;
  gate: Gate | null;
  /** dP for a unit of the move; a unit of a score is five points. */
  derivative: number;
}

export interface PersonStanding {
  person: string;
  name: string;
  title: string;
  roles: string;
  decides: number;
  veto: boolean;
  votes: number;
  /** For us over the best rival; without a rival the pull to buy. */
  lead: number;
  sd: number;
  low: number;
  high: number;
  rival: string | null;
  sign: string;
  stance: string;
  sureness: string;
}

/** A path, or a text, with colours by token name; what a mark lacks has its default. */
export interface Mark {
  path?: string;
  text?: string;
  at?: [x: number, y: number];
  size?: number;
  /** "start" unless given. */
  anchor?: string;
  /** 400 unless given. */
  weight?: number;
  struck?: boolean;
  halo?: boolean;
  fill?: string;
  stroke?: string;
  width?: number;
  dash?: string;
  hatched?: boolean;
  /** Of the fill; 1 unless given. */
  opacity?: number;
  language?: string;
}
export interface Scene {
  width: number;
  height: number;
  title: string;
  language: string;
  groups: { id: string; title: string; marks: Mark[] }[];
}

/** An element: a tag with attributes, a text and children after it; without a tag its text alone. */
export interface Tree {
  tag: string;
  attributes?: Record<string, string>;
  text?: string;
  children?: Tree[];
}

/** What needles and colours show: the lead over the best rival (without one the pull to buy), what they think of us, whether they want to buy at all. */
export type Scale = "lead" | "stance_to_us" | "pull_to_buy";
export type Layout = "hierarchy" | "influence" | "power_stance" | "zipper" | "list";

/** One change of a what-if: a move as in a deal file, or a wanted value that the core turns into moves or, where `edit` is true, into edits. */
export interface Change {
  /** `lead`: where somebody's needle shall stand (`person`, `value`). `susceptibility`, `score` (0 to 10; of `person`'s view), `price`: a `value`. */
  kind: NonNullable<Move["kind"]> | "lead" | "price" | "cut_reporting_line";
  person?: string;
  offer?: string;
  concern?: string;
  from?: string;
  to?: string;
  gate?: Gate;
  by?: number;
  value?: number;
  /** Of a tie that is added. */
  tie?: "advises" | "works_with" | "friend" | "opposes";
  /** Read again with the evidence; else made after it. */
  edit?: boolean;
}

/** Somebody as he stands in a drawing. */
export interface PersonPlace {
  person: string;
  name: string;
  x: number;
  y: number;
  /** Of the disc. */
  radius: number;
  /** Of the dial; 0: there is none. */
  ring: number;
  /** Taken out. */
  gone: boolean;
  /** 1 for a root. */
  level: number;
  boss: string | null;
  /** The id of the group that he is drawn in, where he is not drawn himself. */
  group?: string;
  /** The id of his card's element in a report. */
  card?: string;
  /** Share in the deciders' eyes. */
  decides?: number;
  lead?: number;
  sd?: number;
  /** Whether his needle can be moved. */
  movable?: boolean;
}

export interface PageReply {
  verdict: Tree;
  why: Tree;
  map: Tree;
  list: Tree;
  /** What dial and colour show, to be chosen. */
  scale: Tree;
  /** Of the person asked for: where he stands, and sliders. */
  card: Tree | null;
  /** Our price, to be moved; nothing where the deal has none. */
  levers: Tree | null;
  /** A page with places for all of these, and by `data-section` for those of `page_section`. */
  frame?: Tree;
  dial: { lead: number; degrees: number };
  people: PersonPlace[];
  /** People drawn as one, by id "group:" and their boss's: to be opened. */
  groups: PersonPlace[];
  /** By number, as in "tie:3" of the drawing. */
  ties: { from: string; to: string; strength: number }[];
  /** In words, as they were given. */
  changes: { text: string; edit: boolean; either: boolean }[];
  edits: [path: string, value: unknown][];
  moves: Move[];
  forecast: ChangeReply;
  /** Account, deal and day, for pictures that leave the page. */
  heading: string;
  bar: { before: string; after: string; change: string };
  /** What a reader hears when a change is made. */
  said: string;
}

/** What of a page takes longer than a hand waits for. */
export type PageSection = "plan" | "questions" | "blind_spots" | "price" | "coverage";

export interface PageWords {
  words: Record<string, string>;
  uncalibrated: string;
  style: string;
  /** Colours by token name. */
  light: Record<string, string>;
}

export interface ExplainReply {
  margin: number;
  rival: string;
  gate: Gate;
  contributions: { person: string; concern: string | null; kind: "concern" | "leaning" | "importance"; contribution: number }[];
  people: { person: string; share: number }[];
  concerns: { concern: string; share: number }[];
  ties: { from: string; to: string; relation: string; share: number }[];
  chains: { concern: string; people: string[]; contribution: number }[];
  sentences: string[];
}

export interface Place {
  strength: number;
  reach: number;
  betweenness: number;
  pagerank: number;
  eigenvector: number | null;
  bonacich: number;
  constraint: number | null;
}
export interface PowerReply {
  people: ({
    person: string;
    decides: number;
    votes: number;
    veto: boolean;
    total_effects: number;
    control: number;
    decision_influence: number;
    standard_error: number;
    shapley_shubik: number;
    banzhaf: number;
    banzhaf_absolute: number;
  } & Place)[];
  relations: ({ relation: string; person: string } & Place)[];
  attenuation: Record<string, number>;
  sentences: string[];
}

export interface StructureReply {
  contacts: string[];
  ways: {
    decider: string;
    share: number;
    contact: boolean;
    introduction: string[] | null;
    carries: number;
    gatekeepers: string[] | null;
    smallest_cut: string[] | null;
    sentence: string;
  }[];
  articulation_people: string[];
  bridges: string[][];
  centre: {
    vertical_involvement: number;
    lateral_involvement: number;
    extensivity: number;
    connectedness: number;
    purchaser_centrality: number | null;
  };
  sentences: string[];
}

export interface BlindSpot {
  kind: string;
  who: string;
  /** Of P(ours), signed. */
  size: number;
  standard_error: number;
  sentence: string;
  counter_move: string;
  people: string[];
  offers: string[];
  sources: string[];
  role: string | null;
  numbers: Record<string, number>;
}

/** 0 (nothing) to 1 (all); beside these an `on_…` for each offer. */
export interface Known {
  coverage: number;
  weights: number;
  sways: number;
  freshness: number;
  [on_offer: `on_${string}`]: number;
}
export interface CoverageReply {
  overall: number;
  rival: string;
  roles: ({ role: string; people: number } & Known)[];
  people: ({ person: string } & Known)[];
}

export interface QualificationReply {
  fields: { field: string; label: string; status: "known" | "partly" | "unknown"; words: string; who: string; sentence: string }[];
  contradictions: { kind: string; who: string; sentence: string }[];
  map_status: "red" | "amber" | "green";
  map_sentence: string;
  key_people: string[];
  supporters: string[];
}

export interface MessagesReply {
  rival: string;
  frame: { concern: string; gain: number; reach: number; breadth: number }[];
  plans: { plan: string; messages: number; win: number; standard_error: number; gain: number; gain_error: number; conflict: number }[];
  advice: {
    person: string;
    kind: "lead" | "mend" | "ask";
    concern: string;
    weight: number;
    margin: number;
    sd: number;
    gain: number;
    sentence: string;
    reason: string;
  }[];
  sentences: string[];
}

export interface ZipperReply {
  pairs: {
    deal: number;
    member: string;
    person: string;
    fit: number;
    value: number;
    key: boolean;
    knows: boolean;
    asked: boolean;
    sentence: string;
  }[];
  without: { deal: number; person: string; key: boolean; reason: string; sentence: string }[];
  unmet: { deal: number; member: string; person: string; reason: string; sentence: string }[];
  members: { member: string; pairs: number; left: number | null }[];
  value: number;
}

export interface PlanReply {
  steps: {
    kind: string;
    member: string | null;
    people: string[];
    concerns: string[];
    hours: number;
    cost: number;
    gain: number;
    standard_error: number;
    alone: number;
    gain_an_hour: number | null;
    money: number | null;
    sentence: string;
    introductions: string[][];
  }[];
  before: ByOffer<number>;
  after: ByOffer<number>;
  gain: number;
  gain_error: number;
  conflict: [before: number, after: number];
  quantile: [share: number, before: number, after: number];
  hours: { member: string; used: number; available: number | null }[];
  cost: number;
  margin: number | null;
  margin_is_value: boolean;
  candidates: number;
  sentences: string[];
}

export interface RivalPlanReply {
  steps: {
    kind: string;
    people: string[];
    concerns: string[];
    gain: number;
    loss: number;
    loss_error: number;
    answer: string | null;
    answer_member: string | null;
    answer_people: string[] | null;
    answer_gain: number | null;
    answer_hours: number | null;
    answer_cost: number | null;
    restores: boolean | null;
    sentence: string;
  }[];
}

export type QuestionKind = "stance" | "rating" | "listens" | "decider" | "seat";
export interface QuestionsReply {
  questions: {
    kind: QuestionKind;
    about: string | null;
    offer: string | null;
    concern: string | null;
    to: string | null;
    informant: string;
    reliability: number;
    fall: number;
    fall_share: number;
    worth: number | null;
    changes_choice: number | null;
    told: number;
    in_return: string[];
    sentence: string;
  }[];
  variance: number;
  perfect: number | null;
  summary: string;
}

export interface Parties {
  purchaser: number | null;
  supplier: number | null;
  company: number | null;
}
export interface PricePoint extends Parties {
  price: number;
  win: number;
  margin: number | null;
  expected_margin: number | null;
}
export interface NegotiateReply {
  customer: Record<
    | "net_present_value"
    | "internal_rate"
    | "return_on_investment"
    | "payback_years"
    | "discounted_payback_years"
    | "peak_cash_need"
    | "mean_days",
    number | null
  >;
  seller: Record<"margin" | "net_present_value" | "floor_price" | "target_price" | "price_room", number | null>;
  parties: Parties;
  curve: (PricePoint & { standard_error: number; expected_margin_error: number | null; within_budget: boolean | null })[];
  /** null: no price is good for all. */
  zone: [low: number | null, high: number | null] | null;
  limits: Record<string, number>;
  openings: { field: string; by: number; beyond: number | null; alone: boolean }[];
  nash: PricePoint | null;
  best: PricePoint | null;
  best_at_end: boolean;
  staged: { year: number; price: number; saving: number; saving_share: number; margin: number; at_floor: boolean }[];
  staged_cost: number | null;
  trades: ({
    later: number;
    price: number;
    mean_days: number;
    win: number;
    value_gain: number;
    value_gain_error: number;
    seller_gain: number;
    customer_gain: number;
  } & Parties)[];
  effects: { later: number; person: string; attitude_buy: number; attitude_vendor: number; final_buy: number; final_vendor: number }[];
  missing: { curve: string[]; best: string[]; staged: string[]; trades: string[]; parties: Record<string, string[]> };
  sentences: string[];
}

export interface BriefReply {
  person: string;
  title: string;
  sections: { key: string; heading: string; lines: string[] }[];
  markdown: string;
}

/** Call → what it takes beside the deal, and what it answers. */
export interface DealCalls {
  export: { takes: WithMoves & InLanguage; gives: { text: string } };
  catalog: { takes: WithEdits; gives: Catalog };
  forecast: { takes: WithEdits & InLanguage & Sampling; gives: ForecastReply };
  what_if: { takes: WithMoves & InLanguage & Sampling; gives: ChangeReply };
  move: { takes: WithMoves & InLanguage & Sampling; gives: ChangeReply };
  answer: {
    takes: WithEdits &
      InLanguage &
      Sampling & {
        kind: QuestionKind;
        about: string;
        offer?: string;
        concern?: string;
        to?: string;
        informant?: string;
        value?: number;
        name?: string;
        reliability?: number;
      };
    gives: ChangeReply & { text: string };
  };
  sensitivities: { takes: WithEdits & InLanguage & Sampling & { outcome?: string }; gives: { sensitivities: Sensitivity[] } & Samples };
  people: { takes: WithMoves & InLanguage; gives: { people: PersonStanding[] } };
  map: { takes: WithMoves & InLanguage & { svg?: boolean; layout?: Exclude<Layout, "list">; scale?: Scale; open?: string[]; changes?: Change[] }; gives: { scene: Scene; svg?: string } };
  page: {
    takes: WithMoves & InLanguage & Sampling & { changes?: Change[]; layout?: Exclude<Layout, "list">; scale?: Scale; open?: string[]; redrawn?: boolean; person?: string; frame?: boolean; quick?: boolean };
    gives: PageReply;
  };
  page_section: { takes: WithEdits & InLanguage & Sampling & { section: PageSection }; gives: { section: Tree } };
  explain: { takes: WithEdits & InLanguage & { decider?: string; rival?: string; gate?: Gate }; gives: ExplainReply };
  power: { takes: WithEdits & InLanguage & Sampling & { attenuation?: number }; gives: PowerReply };
  structure: { takes: WithEdits & InLanguage; gives: StructureReply };
  blind_spots: { takes: WithEdits & InLanguage & Sampling; gives: { blind_spots: BlindSpot[] } };
  coverage: { takes: WithEdits & InLanguage & Sampling; gives: CoverageReply };
  qualification: { takes: WithEdits & InLanguage & Sampling; gives: QualificationReply };
  messages: { takes: WithEdits & InLanguage & Sampling; gives: MessagesReply };
  zipper: {
    takes: WithEdits &
      InLanguage & {
        deals?: number[];
        team?: string[];
        fixed?: [deal: number, member: string, person: string][];
        forbidden?: [deal: number, member: string, person: string][];
      };
    gives: ZipperReply;
  };
  plan: {
    takes: WithEdits &
      InLanguage &
      Sampling & { weeks?: number; budget?: number; objective?: "win" | "margin"; quantile?: number; all_actions?: boolean };
    gives: PlanReply;
  };
  rival_plan: { takes: WithEdits & InLanguage & Sampling & { rival: string; most?: number }; gives: RivalPlanReply };
  questions: { takes: WithEdits & InLanguage & Sampling & { most?: number; all_informants?: boolean }; gives: QuestionsReply };
  negotiate: {
    takes: WithEdits & InLanguage & Sampling & { prices?: number[]; cut?: number; trade_step?: number };
    gives: NegotiateReply;
  };
  brief: { takes: WithEdits & InLanguage & Sampling & { person: string }; gives: BriefReply };
  release: { takes: Record<never, never>; gives: Record<never, never> };
}

/** Calls that are about no loaded deal. */
export interface CoreCalls {
  load: { takes: { source: string | DealFile; catalog?: string | Catalog; filed?: FiledForecast } & InLanguage; gives: LoadReply };
  validate: { takes: { source: string | DealFile; catalog?: string | Catalog } & InLanguage; gives: { faults: Fault[] } };
  calls: { takes: Record<never, never>; gives: { calls: Record<string, string[]> } };
  page_words: { takes: InLanguage; gives: PageWords };
}
