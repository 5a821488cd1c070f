import * as v from 'valibot';

/*
 * What only the landlord knows. It helps the recogniser to tell who speaks about whom, and fills the letters; none of it
 * is guessed. A letter that needs a missing one names it.
 */

const text = v.optional(v.string(), '');
const texts = v.optional(v.array(v.string()), []);

/** How far a team's own decisions can move the two numbers by which the verdict is weighed anew, whatever it decides. */
export const TAUGHT_WITHIN = { slope: [0.5, 2], shift: [-1, 1] } as const;

/** How much the readers' word on dissatisfaction counts, as a logit, and what is added to it. */
export const Taught = v.strictObject({
  slope: v.pipe(v.number(), v.minValue(TAUGHT_WITHIN.slope[0]), v.maxValue(TAUGHT_WITHIN.slope[1])),
  shift: v.pipe(v.number(), v.minValue(TAUGHT_WITHIN.shift[0]), v.maxValue(TAUGHT_WITHIN.shift[1])),
});
export type Taught = v.InferOutput<typeof Taught>;

/** Nothing was taught. */
export const AS_DELIVERED: Taught = { slope: 1, shift: 0 };

export function isSameTaught(left: Taught, right: Taught): boolean {
  return left.slope === right.slope && left.shift === right.shift;
}

export const Settings = v.object({
  landlord: v.optional(
    v.object({
      name: text,
      otherNames: texts,
      /** Mail domains of the landlord's own staff. */
      domains: texts,
      address: text,
      phone: text,
    }),
    {},
  ),
  /** Firms that work for the landlord, as residents name them. */
  contractors: texts,
  /** How the landlord's own references look: `#` a digit, `A` a letter, anything else itself. */
  referenceFormats: texts,
  /** Streets and blocks whose names don't show that they are some: The Butts, Kirkdale Moor. */
  streets: texts,
  officer: v.optional(v.object({ name: text, email: text, phone: text, team: text }), {}),
  /** People who can be named as a complaint's handler. */
  handlers: texts,
  /** Teams, one a line, with whoever is in them: `North: Priya Nair, Owen Blackwood`. */
  teams: texts,
  /** The mailboxes that residents write to. Where there are any, other people's mail isn't remembered as undecided. */
  mailboxes: texts,
  /** The number for emergency repairs; while unset, a banner says so and prints none. */
  emergencyNumber: text,
  safeguardingLead: text,
  /** What the team's decisions taught; without it the verdict is as delivered. */
  taught: v.exactOptional(Taught),
});

export type Settings = v.InferOutput<typeof Settings>;

/** Settings from a file or from storage. Throws SettingsError naming the key that can't be used; unknown keys are ignored. */
export function parseSettings(input: unknown): Settings {
  const result = v.safeParse(Settings, input);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new SettingsError(`settings, ${v.getDotPath(issue) ?? 'file'}: ${issue.message}`);
}

export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** Settings of a landlord of whom nothing is known yet. */
export const NO_SETTINGS: Settings = parseSettings({});
