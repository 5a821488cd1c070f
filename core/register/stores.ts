import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb';
import type { CaseEvent } from '../case/event.ts';
import type { Judged } from '../case/taught-by.ts';
import type { DueRow } from '../deadlines/due-row.ts';
import { guarded } from './guarded.ts';
import { RegisterError, type SavedView } from './register.ts';
import type { SeenMessage } from './seen.ts';
import type { SearchText } from './search-text.ts';
import type { Confirmation } from '../triage/refit.ts';

/** What stands beside the events of one case: its row, and what it is found by. */
export interface StoredRow extends DueRow {
  readonly messageKeys: readonly string[];
  /** `1 address` while the case is open, `0 address` once it is closed. */
  readonly senders: readonly string[];
  readonly terms: readonly string[];
  /** The months that it counts in. */
  readonly months: readonly string[];
  /** Its place among the cases with its reference; without it the first. */
  readonly place?: number;
  readonly uncomputedFlag?: 1;
  /** Its own id, where it belongs in the index of the due list. */
  readonly listed?: string;
  /** What its logging says about the recogniser, and on which day it was logged; not there where it says nothing. */
  readonly judged?: Judged;
  readonly judgedOn?: string;
}

/** What of a case is searched, and until when it is worth having at hand. */
export interface StoredText extends SearchText {
  /** The day of closing; `open` sorts after every day. */
  readonly recent: string;
}

/** An email as a file. */
export interface StoredOriginal {
  readonly caseId: string;
  readonly bytes: Uint8Array;
}

/** The stores. Everything but `events`, `originals`, `seen`, `remainders`, `views` and some of `meta` is derived and can be made anew. */
export interface Schema extends DBSchema {
  events: { key: string; value: CaseEvent; indexes: { caseId: string; order: [string, number] } };
  rows: {
    key: string;
    value: StoredRow;
    indexes: {
      keys: string;
      messageKeys: string;
      senders: string;
      uncomputedFlag: number;
      terms: string;
      taskKeys: string;
      months: string;
      closedOn: string;
      listed: string;
      judgedOn: string;
    };
  };
  texts: { key: string; value: StoredText; indexes: { recent: [string, string] } };
  /** Exact counts: duties by day (`due 2026-03-27`), tasks by kind and day (`task promise 2026-04-01`). */
  tallies: { key: string; value: number };
  seen: { key: string; value: SeenMessage };
  /** What stayed of decisions about messages that were forgotten. */
  remainders: { key: number; value: Confirmation; indexes: { day: string } };
  views: { key: string; value: SavedView };
  /** Emails as files, by the event that each came by. Apart from the events, which are read at every entry. */
  originals: { key: string; value: StoredOriginal };
  meta: { key: string; value: unknown };
}

export type Database = IDBPDatabase<Schema>;
export type Store = StoreNames<Schema>;
export type Writing = IDBPTransaction<Schema, Store[], 'readwrite'>;

/** The stores that an entry writes to; the files go where an erasure comes to count. */
export const WRITTEN: Store[] = ['events', 'rows', 'texts', 'tallies', 'seen', 'meta', 'originals'];

type Upgrading = IDBPTransaction<Schema, Store[], 'versionchange'>;

/** One step a version, from the one before; never changed once it was shipped. Rows are made anew afterwards. */
const STEPS: readonly ((db: Database, tx: Upgrading) => void)[] = [
  (db) => {
    const events = db.createObjectStore('events', { keyPath: 'id' });
    events.createIndex('caseId', 'caseId');
    events.createIndex('order', ['deviceId', 'sequence'], { unique: true });
    const rows = db.createObjectStore('rows', { keyPath: 'caseId' });
    rows.createIndex('keys', 'keys', { multiEntry: true });
    rows.createIndex('messageKeys', 'messageKeys', { multiEntry: true });
    rows.createIndex('senders', 'senders', { multiEntry: true });
    rows.createIndex('uncomputedFlag', 'uncomputedFlag');
    db.createObjectStore('meta');
  },
  (db, tx) => {
    const rows = tx.objectStore('rows');
    rows.createIndex('terms', 'terms', { multiEntry: true });
    rows.createIndex('taskKeys', 'taskKeys', { multiEntry: true });
    rows.createIndex('months', 'months', { multiEntry: true });
    rows.createIndex('closedOn', 'closedOn');
    rows.createIndex('listed', 'listed');
    const texts = db.createObjectStore('texts', { keyPath: 'caseId' });
    texts.createIndex('recent', ['recent', 'caseId']);
    db.createObjectStore('tallies');
    db.createObjectStore('seen', { keyPath: 'id' });
    db.createObjectStore('views', { keyPath: 'name' });
  },
  (db, tx) => {
    tx.objectStore('rows').createIndex('judgedOn', 'judgedOn');
    db.createObjectStore('remainders', { autoIncrement: true }).createIndex('day', 'day');
  },
  (db) => {
    db.createObjectStore('originals');
  },
];

/** The version that this program writes. */
export const DATABASE_VERSION = STEPS.length;

/** Chromium throws a store away that it finds damaged, and says so once, as it makes the new one. */
const LOST =
  'The browser found the store of the cases damaged and made an empty one: the cases in it are gone. Press Try again, then bring in your last backup under Settings.';

/**
 * Opens the store, brought up to this program's version step by step. A newer one is refused and left as it is. Where an
 * older program in another window holds it, `onBlocked` is told, and it opens once that one lets go; without `onBlocked` it
 * is refused.
 */
export async function openStores(name: string, onBlocked?: () => void): Promise<Database> {
  return guarded(
    () =>
      new Promise((resolve, reject) => {
        let isRefused = false;
        let isLost = false;
        const refuse = (): void => {
          isRefused = true;
          reject(
            new RegisterError('blocked', 'An older Duly in another window has the register open. Close that one.'),
          );
        };
        openDB<Schema>(name, DATABASE_VERSION, {
          upgrade(...[db, from, to, tx, event]) {
            isLost = (event as { readonly dataLoss?: unknown }).dataLoss === 'total';
            for (const step of STEPS.slice(from, to ?? STEPS.length)) step(db, tx);
          },
          blocked: onBlocked ?? refuse,
        }).then((db) => {
          if (!isRefused && !isLost) {
            resolve(db);
            return;
          }
          db.close();
          if (isLost) reject(new RegisterError('deleted', LOST));
        }, reject);
      }),
  );
}
