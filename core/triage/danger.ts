import type { Reading } from '../reading/reading.ts';
import { DANGERS, bothDanger, type DangerChances } from './both.ts';
import { withoutEveryday, withoutMeantOtherwise } from './everyday.ts';
import { unnamedHazard } from './hazards.ts';
import type { LinearReading } from './linear-reading.ts';
import { saidOtherwise } from './said-otherwise.ts';
import { model } from './shipped-model.ts';
import type { Hazard, NeuralScores } from './verdict.ts';

/** How far below its cut the danger's own head still has a sentence shown that names none of the known ones. */
const NEARLY_DANGEROUS = -0.12;
/** The same where the sentence tells a danger without naming it. */
const FAINTLY_DANGEROUS = -0.3;

/** What a message says of dangers. */
export interface DangerFound {
  /** The dangers that its words name, everyday turns of phrase left out. */
  readonly named: readonly Hazard[];
  /** The dangers that a person is shown. */
  readonly shown: readonly Hazard[];
}

/** The dangers in a message that is dissatisfied with this probability. */
export function dangerIn(
  reading: Reading,
  linear: LinearReading,
  { probability, neural }: { readonly probability: number; readonly neural: NeuralScores | null },
): DangerFound {
  const { features, message } = linear;
  const isRead = reading.unreadable === null;
  const named = withoutEveryday(linear.hazards, reading.message.text);
  const unnamed = (): readonly Hazard[] => withoutMeantOtherwise(unnamedHazard(features), reading.message.text);
  if (neural === null && isRead) {
    const margin = model.flagMargin('health_safety', message, probability);
    if (named.length > 0 || margin < FAINTLY_DANGEROUS) return { named, shown: named };
    const told = withoutMeantOtherwise(saidOtherwise(features), reading.message.text);
    if (told.length > 0) return { named, shown: told };
    return { named, shown: margin >= NEARLY_DANGEROUS ? unnamed() : [] };
  }
  const told = toldIn(named, linear);
  // Of a text that can't be read the words that are known are shown in any case: nobody else has looked at it.
  if (!isRead && told.length > 0) return { named, shown: told };
  const isDanger = bothDanger(told, dangerChances(linear, probability), neural) ?? false;
  return {
    named,
    shown: !isDanger ? [] : told.length > 0 ? withoutMeantOtherwise(told, reading.message.text) : unnamed(),
  };
}

/** The dangers that words name; where none does, those that are told otherwise. */
export function toldIn(named: readonly Hazard[], { features }: LinearReading): readonly Hazard[] {
  return named.length > 0 ? named : saidOtherwise(features);
}

/** How probable the linear reader finds each danger to people. */
export function dangerChances({ message }: LinearReading, probability: number): DangerChances {
  const [health, safeguarding, building] = DANGERS.map((flag) => model.flagChance(flag, message, probability));
  return { health_safety: health ?? 0, safeguarding: safeguarding ?? 0, building_safety: building ?? 0 };
}
