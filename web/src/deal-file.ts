// Made from docs/deal.schema.json by scripts/deal-types.mjs; not to be edited.

/** A deal file. */
export interface DealFile {
  /** Format of this file. */
  buygraph: 1;
  /** What is sold. */
  name: string;
  /** The customer. */
  account?: string;
  /** Of the deal, unique in a portfolio. */
  id?: string;
  /** ISO 4217 code, for instance CNY. */
  currency?: string;
  /** Of the deal, in its currency. */
  value?: number;
  /** What pursuing it further costs us. */
  pursuit_cost?: number;
  /** When we expect it to close. */
  close_date?: string;
  /** Who of ours is responsible. */
  owner?: string;
  /** Of the names and notes. */
  language?: "zh" | "en";
  /** The day at which all this is known. */
  as_of?: string;
  /** Free text. */
  notes?: string;
  /** Exactly one ours, 0 to 7 competitors, at most one status quo. */
  offers: Offer[];
  /** The buying centre. */
  people: Person[];
  /** Who influences whom, beyond reporting lines. */
  ties?: Tie[];
  /** What was seen of where people stand. */
  evidence?: Evidence[];
  /** How it is decided. */
  decision?: Decision;
  /** The seller's own people. */
  team?: TeamMember[];
  /** Candidates for the plan. */
  actions?: Action[];
  /** What-ifs kept with the deal; a forecast leaves them out unless asked. */
  moves?: Move[];
  /** The customer's money. */
  customer?: Customer;
  /** Defaults of how unsure things are. */
  uncertainty?: Uncertainty;
  /** Roles and concerns of the deal's own, added to the built-in ones. */
  catalog?: Catalog;
}

export interface Offer {
  /** Unique among the offers. */
  id: string;
  /** Shown to people; the id unless given. */
  name?: string;
  /** ours (exactly one), competitor (0 to 7), status_quo (at most one; added when absent). */
  kind: "ours" | "competitor" | "status_quo";
  /** Concern id to rating. Missing: 5 with sd 2.5, for the status quo 5 with sd 1.5. */
  ratings?: Record<string, number | Rating>;
  /** Commercial terms. */
  terms?: Terms;
  /** What it costs us; of our offer only. */
  economics?: Economics;
}

export interface Rating {
  /** How well the offer serves the concern: 0 not at all, 10 nothing left to wish. A bare number means this. */
  score?: number;
  /** Instead of a score: the value in the concern's unit; the concern's points turn it into a score. */
  measure?: number;
  /** Standard deviation, in points (score) or in the unit (measure). 1 point unless given. */
  sd?: number;
}

export interface Terms {
  /** Price over the whole contract, in the deal's currency. */
  price?: number;
  /** List price over the whole contract. */
  list_price?: number;
  /** When which share of the price is paid. */
  payments?: Payment[];
  /** Credit that we grant, in the deal's currency. */
  credit_limit?: number;
  /** What the customer gains a year: a number for the whole horizon, or a list that ends the horizon earlier. */
  yearly_benefit?: number | number[];
  /** What running it costs the customer a year. */
  yearly_running_cost?: number;
  /** Whole years of the contract. */
  contract_years?: number;
}

export interface Payment {
  /** Share of the price; the shares of an offer add to 1. */
  share: number;
  /** Days after the start. */
  days: number;
}

export interface Economics {
  /** What the offer costs us, in the deal's currency. */
  cost?: number;
  /** Margin we aim at, as a share of the price. 0.25 unless given. */
  target_margin?: number;
  /** Margin below which we do not go. 0.05 unless given. */
  floor_margin?: number;
  /** Ours, a year. 0.08 unless given. */
  discount_rate?: number;
}

export interface Person {
  /** Unique among the people. */
  id: string;
  /** As the person writes it; the id unless given. */
  name?: string;
  /** Job title. */
  title?: string;
  /** Department. */
  department?: string;
  /** 1 staff, 2 manager, 3 director, 4 executive. */
  level?: number;
  /** One role, a list of roles, or role id to share (normalised to 1). */
  roles?: string | string[] | Record<string, number>;
  /** Concern id to importance, where it differs from the roles'; own concerns allowed. */
  concerns?: Record<string, number | Importance>;
  /** How much personal concerns weigh at each gate. */
  personal_emphasis?: PersonalEmphasis;
  /** How far others move this person: 0 not at all. The roles' mean unless given. */
  susceptibility?: number;
  /** Offer id to attitude on top of the concerns; the scale of attitudes is about -1 to 1. */
  leaning?: Record<string, number>;
  /** May block an offer. The roles' unless given. */
  veto?: boolean;
  /** Whole votes. 1 unless given, 0 for one whose only role is coach. */
  votes?: number;
  /** Person id of the boss. */
  reports_to?: string;
  /** This person's own views of offers. */
  perceptions?: Perception[];
  /** How many of ours may look after this person. 1 unless given. */
  counterparts?: number;
  /** A seat that must exist and that nobody has named. */
  vacant?: boolean;
  /** Has left: kept for history, out of the computation. */
  departed?: boolean;
}

export interface Importance {
  /** How much the concern weighs for this person. A bare number means this; the roles' mean unless given. */
  importance?: number;
  /** Standard deviation of the importance. 1.0 unless given. */
  sd?: number;
  /** Of a concern of one's own: organisational unless said. */
  kind?: "organisational" | "personal";
}

export interface PersonalEmphasis {
  /** Factor on personal concerns when the company decides whether to buy. 0.5 unless given. */
  buy?: number;
  /** Factor on personal concerns when persons decide from whom. 2 unless given. */
  vendor?: number;
}

export interface Perception {
  /** Offer id. */
  offer: string;
  /** Concern id. */
  concern: string;
  /** The score as this person sees it; replaces the rating for him. */
  score: number;
  /** Standard deviation in points. 1.0 unless given. */
  sd?: number;
}

export interface Tie {
  /** Who influences. */
  from: string;
  /** Who is influenced. */
  to: string;
  /** advises (one way, 0.6), works_with (both ways, 0.3), friend (both ways, 0.5), opposes (both ways, -0.4). advises unless given. */
  kind?: "advises" | "works_with" | "friend" | "opposes";
  /** Share of attention; the kind's default unless given. Sign and directions stay the kind's. */
  strength?: number;
  /** Of the logarithm of the strength. uncertainty.tie_sd unless given. */
  sd?: number;
}

export interface Evidence {
  /** Whose stance was seen. */
  about: string;
  /** Towards which offer. */
  offer: string;
  /** A number from -1 to 1, or enemy -0.7, opponent -0.35, neutral 0, supporter 0.35, sponsor 0.7. */
  stance: number | "enemy" | "opponent" | "neutral" | "supporter" | "sponsor";
  /** Of the source at first hand. 0.7 unless given. */
  reliability?: number;
  /** A person's id, or any text. */
  source?: string;
  /** Day of the observation. */
  date?: string;
}

export interface Decision {
  /** How the group decides. autocracy unless given. */
  rule?: "autocracy" | "weighted" | "quota" | "majority" | "unanimity" | "consent";
  /** Person id, a list of ids that share it equally, or person id to probability (adding to 1). The decision makers share it unless given. */
  decider?: string | string[] | Record<string, number>;
  /** Share of the votes needed under the rule quota. 2/3 unless given. */
  quota?: number;
  /** Ballots at the vendor gate. 3 unless given. */
  rounds?: number;
  /** How alike people say yes: 1 independently; large: the least willing decides. 1.25 unless given. */
  agreement?: number;
  /** Attitude at which a veto is as likely as not. -0.25 unless given. */
  veto_line?: number;
  /** How loosely a veto follows the attitude. 0.1 unless given. */
  veto_temperature?: number;
  /** How loosely choices follow attitudes. 0.2 unless given. */
  temperature?: number;
  /** How much better than staying buying has to look. 0.15 unless given. */
  indecision?: number;
  /** What disagreement adds to indecision. 0.5 unless given. */
  conflict?: number;
  /** Day of the decision. */
  date?: string;
}

export interface TeamMember {
  /** Unique in the team. */
  id: string;
  /** Shown to people. The id unless given. */
  name?: string;
  /** executive, sales, technical, service, product, finance. */
  functions?: ("executive" | "sales" | "technical" | "service" | "product" | "finance")[];
  /** 1 staff, 2 manager, 3 director, 4 executive. */
  level?: number;
  /** How many of the customer's people this member can look after. */
  capacity?: number;
  /** Hours a week. */
  hours?: number;
  /** Languages spoken. */
  languages?: string[];
  /** The customer's people whom this member is in touch with. */
  knows?: string[];
}

export interface Action {
  /** meeting, executive_call, workshop, reference_visit, pilot, or a kind of one's own with hours and effect. */
  kind: string;
  /** Team member; the one of best fit unless said. */
  who?: string;
  /** The people it reaches. */
  whom?: string[];
  /** What it is about; the concerns of greatest gain unless said. */
  concerns?: string[];
  /** Hours of the member; the kind's unless given. */
  hours?: number;
  /** Money, in the deal's currency. 0 unless given. */
  cost?: number;
  /** Fraction of the way to the best score; the kind's unless given. */
  effect?: number;
}

export interface Move {
  /** What is moved, after the evidence. */
  kind: "score" | "leaning" | "attitude" | "tie_strength" | "susceptibility" | "personal_emphasis" | "veto_line" | "cut_tie" | "add_tie" | "remove_person";
  /** Whom it concerns. */
  person?: string;
  /** Towards which offer. */
  offer?: string;
  /** Which concern (score). */
  concern?: string;
  /** Who influences (ties). */
  from?: string;
  /** Who is influenced (ties). */
  to?: string;
  /** buy or vendor; both unless given. */
  gate?: "buy" | "vendor";
  /** The shift, in units of what is moved. */
  by?: number;
}

export interface Customer {
  /** For the whole contract, in the deal's currency. */
  budget?: number;
  /** The customer's, a year. 0.10 unless given. */
  discount_rate?: number;
  /** Whole years over which the customer counts. 5 unless given. */
  horizon_years?: number;
  /** Net present value the customer aims at. */
  target_npv?: number;
  /** Saving on the list price the purchaser aims at. 0.10 unless given. */
  target_saving?: number;
}

export interface Uncertainty {
  /** Attitude of a person to an offer beyond the concerns. 0.25 unless given. */
  deviation_sd?: number;
  /** Of the logarithm of a tie's strength. 0.3 unless given. */
  tie_sd?: number;
  /** How far attitudes wander in a month. 0.1 unless given. */
  drift?: number;
  /** Error shared by all readings of one source on one offer. 0.15 unless given. */
  bias_sd?: number;
}

export interface Catalog {
  /** Role id to entry; a known id is mended field by field. */
  roles?: Record<string, Role>;
  /** Concern id to entry; a known id is mended field by field. */
  concerns?: Record<string, Concern>;
}

export interface Role {
  /** Shown to people. */
  labels?: string | Text;
  /** One line. */
  descriptions?: string | Text;
  /** Concern id to importance. */
  importance?: Record<string, number>;
  /** How far others move somebody in this role. 0.5 for a new role unless given. */
  susceptibility?: number;
  /** Whether the role may block an offer. No for a new role unless given. */
  veto?: boolean;
}

export interface Text {
  /** Chinese. */
  zh?: string;
  /** English. */
  en?: string;
}

export interface Concern {
  /** Shown to people. */
  labels?: string | Text;
  /** One line. */
  descriptions?: string | Text;
  /** Role id to importance. */
  importance?: Record<string, number>;
  /** Whose concern it is: the company's (organisational) or the person's own (personal). organisational unless given. */
  kind?: "organisational" | "personal";
  /** Of the measure. */
  unit?: string | Text;
  /** Pairs [measure, score] by rising measure, at least two; scores 0 to 10. */
  points?: ([number, number])[];
  /** What to say about it: templates, in which {person}, {rival} and {concern} are filled in. A language left out keeps its text. */
  advice?: Advice;
}

export interface Advice {
  /** We are ahead of the rival in the person's eyes: open with it. */
  lead?: string | Text;
  /** We are behind: what we owe, to be repaired before the person raises it. */
  mend?: string | Text;
  /** We do not know how the person sees it: what to ask. */
  ask?: string | Text;
}
