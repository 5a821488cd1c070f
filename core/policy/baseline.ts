import type { Policy } from './policy.ts';
import { onTrack } from './route.ts';
import type { Stage } from './schema.ts';

/** The Ombudsman whose Code is the floor under a landlord's policy, as stages name where a resident goes next. */
const OMBUDSMAN = 'housing-ombudsman';

/** Whether the Code speaks of a track at all: of care, say, another body decides. A policy with one track is under it. */
export function isUnderBaseline(policy: Policy, track: string | null): boolean {
  if (track === null || !policy.tracks) return true;
  return onTrack(policy, track).some(({ then = [] }) => then.includes(OMBUDSMAN));
}

/** The formal stages that the Code speaks of, first to last. */
export function formalStages(policy: Policy): readonly Stage[] {
  return stagesUnderBaseline(policy).filter(({ formal }) => formal);
}

/** All stages that the Code speaks of, informal ones too. */
export function stagesUnderBaseline(policy: Policy): readonly Stage[] {
  return policy.stages
    .filter(({ track }) => isUnderBaseline(policy, track ?? null))
    .toSorted((left, right) => left.order - right.order);
}

/** The Code's stage in the same place as one of a policy's; null for an informal one, and for a third. */
export function baselineStage(stage: Stage, policy: Policy, floor: Policy): Stage | null {
  const place = formalStages(policy).findIndex(({ id }) => id === stage.id);
  return formalStages(floor).find((_, index) => index === place) ?? null;
}
