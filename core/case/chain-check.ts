import { digest, hashOf, newChain, personalDigestOf, type ChainTip } from './chain.ts';
import { EventError, type CaseEvent } from './event.ts';

/** How one device's chain fared. */
export interface ChainFinding {
  readonly deviceId: string;
  /** Events of the device that were seen, each once. */
  readonly events: number;
  readonly tip: ChainTip;
  /** What doesn't fit at the first event that doesn't, by its id and number; null = the chain holds. */
  readonly fault: string | null;
}

/** Checks chains event by event, so that a million of them needn't be in memory at once. */
export interface ChainCheck {
  take(event: CaseEvent): void;
  /** After the last: one finding a device, in the order of their ids. */
  findings(): readonly ChainFinding[];
}

/** What the chain needs of an event that came before its turn. */
type Link = Pick<CaseEvent, 'id' | 'sequence' | 'hash' | 'previousHash'>;

interface Fault {
  readonly sequence: number;
  readonly words: string;
}

interface Device {
  tip: ChainTip;
  events: number;
  fault: Fault | null;
  readonly ahead: Map<number, Link>;
  /** Enough to know an event again that comes twice. */
  readonly hashes: string[];
}

/**
 * A check of every device's chain: nothing changed, nothing lost between, nothing there twice with different content.
 * Events may come in any order; in the order of their numbers it needs the least memory. Personal data that is still there
 * is checked against its digest; erased data is no fault.
 */
export function chainCheck(): ChainCheck {
  const devices = new Map<string, Device>();
  const deviceOf = (deviceId: string): Device => {
    const known = devices.get(deviceId);
    if (known) return known;
    const fresh: Device = { tip: newChain(deviceId), events: 0, fault: null, ahead: new Map(), hashes: [] };
    devices.set(deviceId, fresh);
    return fresh;
  };
  return {
    take: (event) => {
      const device = deviceOf(event.deviceId);
      const { id, sequence, hash, previousHash } = event;
      const before = sequence <= device.tip.sequence ? device.hashes[sequence - 1] : device.ahead.get(sequence)?.hash;
      if (before !== undefined) {
        // The hash that it says it has is no proof of what it says.
        if (before !== hash || ownFault(event) !== null)
          found(device, faultOf(event, 'is there twice with different content'));
        return;
      }
      if (sequence === device.tip.sequence + 1 && previousHash !== device.tip.hash) found(device, strayed(event));
      found(device, ownFault(event));
      device.events++;
      device.ahead.set(sequence, { id, sequence, hash, previousHash });
      advance(device);
    },
    findings: () =>
      [...devices]
        .sort(([left], [right]) => (left < right ? -1 : 1))
        .map(([deviceId, device]) => {
          const { tip, events } = device;
          found(device, missingIn(device));
          return { deviceId, events, tip, fault: device.fault?.words ?? null };
        }),
  };
}

/** Keeps the fault of the event that stands first in the chain, whatever order they came in. */
function found(device: Device, fault: Fault | null): void {
  if (fault && (device.fault === null || fault.sequence < device.fault.sequence)) device.fault = fault;
}

/** Links what came in its turn to the end of the chain. */
function advance(device: Device): void {
  for (;;) {
    const next = device.ahead.get(device.tip.sequence + 1);
    if (!next) return;
    device.ahead.delete(next.sequence);
    if (next.previousHash !== device.tip.hash) found(device, strayed({ ...next, deviceId: device.tip.deviceId }));
    device.hashes.push(next.hash);
    device.tip = { ...device.tip, sequence: next.sequence, hash: next.hash };
  }
}

function missingIn({ ahead, tip }: Device): Fault | null {
  let first: Link | null = null;
  for (const link of ahead.values()) if (!first || link.sequence < first.sequence) first = link;
  if (!first) return null;
  return faultOf({ ...first, deviceId: tip.deviceId }, `number ${String(tip.sequence + 1)} is missing before it`);
}

function ownFault(event: CaseEvent): Fault | null {
  if (event.personal !== null && personalDigestOf(event.salt ?? '', event.personal) !== event.personalDigest)
    return faultOf(event, 'its personal data was changed');
  return hashOf(event) === event.hash ? null : faultOf(event, 'was changed');
}

function strayed(event: Pick<CaseEvent, 'id' | 'deviceId' | 'sequence'>): Fault {
  return faultOf(event, 'doesn’t follow the event before it');
}

function faultOf({ id, deviceId, sequence }: Pick<CaseEvent, 'id' | 'deviceId' | 'sequence'>, what: string): Fault {
  return { sequence, words: `event ${id} (device ${deviceId}, number ${String(sequence)}): ${what}` };
}

/** One value for a whole set of chains: the same ends, the same digest. */
export function digestOfTips(tips: readonly ChainTip[]): string {
  return digest(tips.map(({ deviceId, sequence, hash }) => [deviceId, sequence, hash]));
}

/** Checks chains that are at hand as a whole. Throws EventError naming the first event that doesn't fit. */
export function verifyChains(events: readonly CaseEvent[]): void {
  const check = chainCheck();
  for (const event of [...events].sort((left, right) => left.sequence - right.sequence)) check.take(event);
  for (const { fault } of check.findings()) if (fault !== null) throw new EventError(fault);
}
