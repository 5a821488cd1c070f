import type { Span } from '../message.ts';
import type { Route } from '../policy/route.ts';
import type { Signal } from '../policy/signals.ts';
import type { Recognised } from './other-languages.ts';

export const INTENTS = [
  'complaint',
  'escalation',
  'chaser',
  'service_request',
  'asb_report',
  'information_request',
  'enquiry_mp_councillor',
  'claim',
  'legal',
  'compliment',
  'survey_response',
  'other',
] as const;
export type Intent = (typeof INTENTS)[number];

export const FLAGS = [
  'health_safety',
  'safeguarding',
  'vulnerable',
  'adjustment',
  'contractor',
  'contractor_not_approached',
  'staff_conduct',
  'representative',
  'group',
  'anonymous',
  'abusive',
  'older_than_6_months',
  'older_than_12_months',
  'compensation',
  'formal',
  'legal_proceedings',
  'insurance_claim',
  'repeat_of_exhausted',
  'employment',
  'rent_level',
  'not_responsible',
  'care_service',
  'building_safety',
  'outcome_stated',
  'tried_before',
] as const;
export type Flag = (typeof FLAGS)[number];

export const SPEAKERS = [
  'resident',
  'on-behalf',
  'mp-councillor',
  'solicitor',
  'staff-relay',
  'staff',
  'contractor',
  'supplier',
  'organisation',
  'machine',
  'ombudsman',
] as const;
export type Speaker = (typeof SPEAKERS)[number];

/** How sure the verdict is, as printed, either way. `clear` is right at least 97 times in 100. */
export type Confidence = 'clear' | 'likely' | 'unsure' | 'not-read';

export const HAZARDS = [
  'gas',
  'carbon-monoxide',
  'electrics',
  'fire',
  'no-heating',
  'no-water',
  'water-leak',
  'damp-and-mould',
  'structure',
  'sewage',
  'asbestos',
  'pests',
  'security',
  'lift',
  'other',
] as const;
export type HazardKind = (typeof HAZARDS)[number];

/** A danger that the words name; tuned to miss none, so some are none. */
export interface Hazard extends Span {
  readonly kind: HazardKind;
  /** `now` = present danger to life or limb: ring today; `possible` = one to look at. */
  readonly urgency: 'now' | 'possible';
}

/** A sentence that shows the dissatisfaction, and the words in it that carried it. */
export interface Evidence extends Span {
  readonly words: readonly Span[];
}

/** One matter complained of: the writer's own sentence, and the same in a few words. */
export interface Point extends Span {
  readonly short: string;
}

/** What the neural reader makes of a message: a plain value, handed in, so that triage stays a pure function. */
export interface NeuralScores {
  /** How probable dissatisfaction is, by this reader alone: 0 to 1. */
  readonly probability: number;
  /** For each sentence of the reading, in its order, how much it shows the dissatisfaction: 0 to 1. */
  readonly sentences: readonly number[];
  /** For each intent, flag and speaker how probable it is, 0 to 1; empty where this reader has no such heads. */
  readonly intents: Readonly<Partial<Record<Intent, number>>>;
  readonly flags: Readonly<Partial<Record<Flag, number>>>;
  readonly speakers: Readonly<Partial<Record<Speaker, number>>>;
}

/** The readers' own word on dissatisfaction as delivered, kept beside what a person decides. */
export interface Delivered {
  /** 0 to 1, to four places. */
  readonly probability: number;
  /** The first reader alone, or both. */
  readonly readers: 'first' | 'both';
  /**
   * Something else than the readers settled it: it was asked for in so many words, a machine had sent it, or it couldn't be
   * read. Then a decision about it says nothing about them.
   */
  readonly settled?: true;
}

/** What the words say, whatever the policy: the same for every landlord. */
export interface Findings {
  readonly dissatisfaction: { readonly found: boolean; readonly probability: number };
  readonly confidence: Confidence;
  readonly intent: Intent;
  readonly flags: readonly Flag[];
  readonly hazards: readonly Hazard[];
  /** Words that speak of harm or abuse. */
  readonly safeguarding: readonly Span[];
  /** Words by which the household says that somebody is vulnerable, or asks for an adjustment. */
  readonly people: readonly (Span & { readonly kind: 'vulnerable' | 'adjustment' })[];
  readonly speaker: Speaker;
  readonly language: string;
  /** What was recognised of another language; absent where nothing was. */
  readonly recognised?: readonly Recognised[];
  /** Strongest first. */
  readonly evidence: readonly Evidence[];
  readonly points: readonly Point[];
  /** What the message itself says of the choice to complain: asked for, or not wanted; null where it says nothing. */
  readonly choice: 'asked' | 'declined' | null;
  /** The outcome that the writer asks for, in the writer's words; null where none is stated. */
  readonly wants: Span | null;
  /** The kind of failure that the evidence shows: an id that policies may give as an example, `broken-promise`. */
  readonly category: string | null;
  /** Whole months since the matter was over, by what the text says; null where it doesn't, or where it goes on. */
  readonly ageMonths: number | null;
  /** What a policy's conditions ask for. */
  readonly signals: ReadonlySet<Signal>;
  readonly readers: { readonly linear: number; readonly neural: number | null };
  /** The readers' own word, before anything that the team taught: kept beside what a person decides. */
  readonly delivered: Delivered;
}

/** A route that was not taken, and why. */
export interface Alternative extends Route {
  readonly because: string;
}

/** What the words say and what one policy makes of it. */
export interface Verdict extends Findings {
  readonly route: Route;
  readonly also: readonly Route[];
  readonly alternatives: readonly Alternative[];
}
