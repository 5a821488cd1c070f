import { digest, hashOf, newChain, personalDigestOf, type ChainTip } from './chain.ts';
import { EventError, type CaseEvent } from './event.ts';
import { isTombstone } from './tombstone.ts';

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
  /**
   * After the last: one finding a device, in the order of their ids. Of a part of a register (`isPart`) only what is there
   * must hold: between its entries others may be missing.
   */
  findings(isPart?: boolean): readonly ChainFinding[];
  /** After the last: the events whose personal data is gone and that no erasure names, in words. */
  bare(): readonly string[];
}

/** What the chain needs of an event that came before its turn. */
type Link = Pick<CaseEvent, 'id' | 'sequence' | 'hash' | 'previousHash'>;

interface Fault {
  readonly sequence: number;
  readonly words: string;
}

/** An erased message, for whose hash an erasure must vouch. */
interface Tombstone {
  readonly key: string;
  readonly device: Device;
  readonly left: string;
  readonly fault: Fault;
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
  /** What erasures name, each with the hashes that they give for what stays of it. */
  const named = new Map<string, Set<string>>();
  const bare = new Map<string, Fault>();
  const tombstones: Tombstone[] = [];
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
      if (event.type === 'erased')
        for (const of of event.data.of) {
          const hashes = named.get(keyOf(event.caseId, of)) ?? new Set();
          const left = event.data.left?.[of];
          named.set(keyOf(event.caseId, of), left === undefined ? hashes : hashes.add(left));
        }
      const { id, sequence, hash, previousHash } = event;
      const before = sequence <= device.tip.sequence ? device.hashes[sequence - 1] : device.ahead.get(sequence)?.hash;
      const key = keyOf(event.caseId, id);
      const own = hashOf(event);
      const isLeft = own !== hash && isTombstone(event);
      const fault = isLeft ? null : ownFault(event, own);
      if (isLeft) tombstones.push({ key, device, left: own, fault: faultOf(event, 'was changed') });
      if (event.personal === null && before === undefined) bare.set(key, faultOf(event, BARE));
      // Twice, and one of the two whole.
      if (event.personal !== null && before !== undefined) bare.delete(key);
      if (before !== undefined) {
        // The hash that it says it has is no proof of what it says.
        if (before !== hash || fault !== null) found(device, faultOf(event, 'is there twice with different content'));
        return;
      }
      if (sequence === device.tip.sequence + 1 && previousHash !== device.tip.hash) found(device, strayed(event));
      found(device, fault);
      device.events++;
      device.ahead.set(sequence, { id, sequence, hash, previousHash });
      advance(device);
    },
    findings: (isPart = false) => {
      for (const { key, device, left, fault } of tombstones)
        if (named.get(key)?.has(left) !== true) found(device, fault);
      return [...devices]
        .sort(([left], [right]) => (left < right ? -1 : 1))
        .map(([deviceId, device]) => {
          const { tip, events } = device;
          found(device, isPart ? strayedIn(device) : missingIn(device));
          return { deviceId, events, tip, fault: device.fault?.words ?? null };
        });
    },
    bare: () => [...bare].flatMap(([key, { words }]) => (named.has(key) ? [] : [words])),
  };
}

const BARE = 'its personal data is gone, and no erasure says so';

function keyOf(caseId: string, id: string): string {
  return `${caseId} ${id}`;
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

/** In a part of a register: of two entries that follow each other, whether they do. */
function strayedIn({ ahead, tip: { deviceId } }: Device): Fault | null {
  for (const link of [...ahead.values()].sort((left, right) => left.sequence - right.sequence)) {
    const before = ahead.get(link.sequence - 1);
    if (before && before.hash !== link.previousHash) return strayed({ ...link, deviceId });
  }
  return null;
}

function ownFault(event: CaseEvent, own: string): Fault | null {
  if (event.personal !== null && personalDigestOf(event.salt ?? '', event.personal) !== event.personalDigest)
    return faultOf(event, 'its personal data was changed');
  return own === event.hash ? null : faultOf(event, 'was changed');
}

function strayed(event: Pick<CaseEvent, 'id' | 'deviceId' | 'sequence'>): Fault {
  return faultOf(event, 'doesn’t follow the event before it');
}

function faultOf({ id, deviceId, sequence }: Pick<CaseEvent, 'id' | 'deviceId' | 'sequence'>, what: string): Fault {
  return { sequence, words: `event ${id} (device ${deviceId}, number ${String(sequence)}): ${what}` };
}

/** Where the chains of some events end: one value, the same for the same ends. */
export interface ChainEnds {
  take(event: Pick<CaseEvent, 'deviceId' | 'sequence' | 'hash'>): void;
  digest(): string;
}

/** The ends of chains whose events are given one by one, in any order. */
export function chainEnds(): ChainEnds {
  const ends = new Map<string, { readonly sequence: number; readonly hash: string }>();
  return {
    take: ({ deviceId, sequence, hash }) => {
      const known = ends.get(deviceId);
      if (!known || sequence > known.sequence) ends.set(deviceId, { sequence, hash });
    },
    digest: () =>
      digest(
        [...ends]
          .sort(([left], [right]) => (left < right ? -1 : 1))
          .map(([deviceId, { sequence, hash }]) => [deviceId, sequence, hash]),
      ),
  };
}

/** Checks chains that are at hand as a whole. Throws EventError naming the first event that doesn't fit. */
export function verifyChains(events: readonly CaseEvent[]): void {
  const check = chainCheck();
  for (const event of [...events].sort((left, right) => left.sequence - right.sequence)) check.take(event);
  for (const { fault } of check.findings()) if (fault !== null) throw new EventError(fault);
}
