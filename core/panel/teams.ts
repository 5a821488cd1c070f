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
