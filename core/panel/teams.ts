import type { DueFilter } from '../register/due-query.ts';
import type { SavedView } from '../register/register.ts';
import type { Settings } from '../settings.ts';

/** A team, and who is in it. */
export interface Team {
  readonly name: string;
  readonly members: readonly string[];
}

/** The teams in Settings: `North: Priya Nair, Owen Blackwood`. A line without people names no team that could be chosen. */
export function teamsOf({ teams }: Pick<Settings, 'teams'>): readonly Team[] {
  return teams.flatMap((line) => {
    const at = line.indexOf(':');
    if (at < 1) return [];
    const name = line.slice(0, at).trim();
    const members = line
      .slice(at + 1)
      .split(',')
      .map((member) => member.trim())
      .filter((member) => member !== '');
    return name === '' || members.length === 0 ? [] : [{ name, members }];
  });
}

/** The team whose members these are, in their order; null for none. */
export function teamOf(handlers: readonly (string | null)[] | undefined, teams: readonly Team[]): Team | null {
  const isIt = ({ members }: Team): boolean =>
    members.length === handlers?.length && members.every((name, index) => name === handlers[index]);
  return teams.find(isIt) ?? null;
}

/** A saved view's filter as it is now: a team's with the members that Settings give it, or the last known where it is gone. */
export function filterOfView({ filter, team }: SavedView, teams: readonly Team[]): DueFilter {
  const found = teams.find(({ name }) => name === team);
  return found ? { ...filter, handlers: found.members } : filter;
}
