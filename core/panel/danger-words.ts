import type { Hazard } from '../triage/verdict.ts';
import { HAZARD_WORDS } from './verdict-words.ts';

/** The dangers that are led with: those of this moment, and only where there are none the possible ones. */
export function leadingHazards(hazards: readonly Hazard[]): readonly Hazard[] {
  const urgent = hazards.filter(({ urgency }) => urgency === 'now');
  return urgent.length > 0 ? urgent : hazards;
}

/** What a danger's banner leads with, and what is spoken of it: "Danger now: gas, electrics". Empty without any. */
export function dangerInWords(hazards: readonly Hazard[]): string {
  const led = leadingHazards(hazards);
  const [first] = led;
  if (!first) return '';
  const kinds = [...new Set(led.map(({ kind }) => HAZARD_WORDS[kind]))].join(', ');
  return `${first.urgency === 'now' ? 'Danger now' : 'Possible hazard'}: ${kinds}`;
}

/** The line of the gas networks for a smell of gas and for carbon monoxide: England, Scotland and Wales, free, at any hour. */
export const NATIONAL_GAS_EMERGENCIES = '0800 111 999';

/** Whether a danger that is led with is one for which the gas networks come out. */
export function isGas(hazards: readonly Hazard[]): boolean {
  return leadingHazards(hazards).some(({ kind }) => kind === 'gas' || kind === 'carbon-monoxide');
}
