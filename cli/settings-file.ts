import { readFileSync } from 'node:fs';
import { reasonOf } from '../core/errors.ts';
import type { Message } from '../core/message.ts';
import { jsonOf } from '../core/policy/json-text.ts';
import { parseSettings, SettingsError, type Settings } from '../core/settings.ts';

/** Settings from a file; null where none was named. Throws SettingsError naming the file and the key. */
export function settingsFrom(file: string | undefined): Settings | null {
  if (file === undefined) return null;
  try {
    return parseSettings(jsonOf(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new SettingsError(`${file}: ${reasonOf(error)}`);
  }
}

/** The settings for one message: those of the file, or else whom the mail was sent to is taken for the landlord's own. */
export function settingsFor(message: Message, settings: Settings | null): Settings {
  if (settings) return settings;
  const domains = message.to
    .map(({ address }) => address.slice(address.lastIndexOf('@') + 1).toLowerCase())
    .filter((domain) => domain !== '');
  return parseSettings({ landlord: { domains: [...new Set(domains)] } });
}
