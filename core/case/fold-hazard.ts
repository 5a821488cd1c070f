import type { CaseFile } from './case-file.ts';
import type { EventOf, EventType } from './event.ts';

type HazardType = Extract<
  EventType,
  'hazard-reported' | 'made-safe' | 'hazard-investigated' | 'hazard-summary-sent' | 'further-work-started'
>;
type HazardEvent = { [Type in HazardType]: EventOf<Type> }[HazardType];

/** What happens about a danger. The first of each counts: a clock that was met isn't opened again. */
export function foldHazard(hazards: CaseFile['hazards'], event: HazardEvent): CaseFile['hazards'] {
  const at = event.occurredAt;
  switch (event.type) {
    case 'hazard-reported':
      return { ...hazards, kinds: event.data.kinds, reportedAt: hazards.reportedAt ?? at };
    case 'made-safe':
      return { ...hazards, madeSafeAt: hazards.madeSafeAt ?? at };
    case 'hazard-investigated':
      return { ...hazards, investigatedAt: hazards.investigatedAt ?? at, confirmed: event.data.confirmed };
    case 'hazard-summary-sent':
      return { ...hazards, summarySentAt: hazards.summarySentAt ?? at };
    case 'further-work-started':
      return { ...hazards, furtherWorkAt: hazards.furtherWorkAt ?? at };
  }
}
