import { emptyMessage, type Message } from '../../../core/message.ts';
import { parseSettings } from '../../../core/settings.ts';

/** A resident's e-mail to a landlord, with what a test says of it. */
export function aMessage(text: string, rest: Partial<Message> = {}): Message {
  return {
    ...emptyMessage(),
    from: { name: 'Wilf Garrity', address: 'wilf.garrity@letterbox.example' },
    to: [{ name: '', address: 'help@alderholt.example' }],
    subject: 'Back gate',
    ...rest,
    text,
  };
}

export const fromColleague = { from: { name: 'Priya Sandal', address: 'priya.sandal@alderholt.example' } } as const;

export const alderholt = parseSettings({
  landlord: { name: 'Alderholt Homes', otherNames: ['Alderholt'], domains: ['alderholt.example'] },
  contractors: ['Brask Heating'],
});
