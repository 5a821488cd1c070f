/** The smallest policy that parses: one stage, one route, one timer, one letter, all from clause 1. */
export function smallPolicy() {
  return {
    id: 'small',
    name: 'Small Homes',
    shortName: 'Small',
    about: { clause: ['1'] },
    calendar: {
      bankHolidays: 'england-and-wales',
      workingWeek: [1, 2, 3, 4, 5],
      closures: [],
      countFrom: 'day-after-trigger',
      afterHours: 'same-date',
      deemedReceipt: { email: 0, post: 2 },
    },
    definition: { clause: ['1'], objects: ['action'], about: ['landlord'], medium: 'any' },
    stages: [{ id: 'stage-1', name: 'Stage one', order: 1, formal: true, clause: ['1'] }],
    routes: [{ id: 'complaint', clause: ['1'], when: { all: ['dissatisfaction'] }, to: 'stage:stage-1' }],
    timers: [
      {
        id: 'respond',
        clause: ['1'],
        on: 'complaint-received',
        does: 'respond',
        within: { count: 10, unit: 'working-day' },
        stage: 'stage-1',
      },
    ],
    letters: [{ id: 'acknowledgement', must: [{ block: 'response-date', clause: ['1'] }] }],
    rules: [],
    records: [],
    reports: [],
    contacts: [],
    prompts: [],
    outside: [],
  };
}

/** The same policy with one value put at a path: `smallPolicyWith(['timers', 0, 'on'], 'x')`. */
export function smallPolicyWith(path: readonly (string | number)[], value: unknown): object {
  return put(smallPolicy(), path, value) as object;
}

function put(target: unknown, [key, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(target)) {
    const items: unknown[] = [...(target as unknown[])];
    items[Number(key)] = put(items[Number(key)], rest, value);
    return items;
  }
  const fields = target as Record<string, unknown>;
  return { ...fields, [key]: put(fields[key], rest, value) };
}
