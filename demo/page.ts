/* The demo inbox as one page: a plain webmail with the hooks of Gmail's by which Duly reads (see test/pages). */
import type { Instant } from '../core/dates.ts';
import { DEMO_MAILBOX, demoThreads, type DemoMessage, type DemoThread } from './emails.ts';
import script from './inbox.js?raw';
import style from './inbox.css?raw';

/** The mail host at which the page is shown, to the demo's own browser only. */
export const DEMO_ADDRESS = 'https://mail.google.com/mail/u/0/';

const NONCE = 'demo-inbox';

/** What Gmail demands of scripts, and a stop to everything that a mail could load or run. */
export const DEMO_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'nonce-${NONCE}'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'`,
};

/** The address of a thread of the demo. */
export function demoThreadAddress(name: string): string {
  return `${DEMO_ADDRESS}#inbox/${routeOf(name)}`;
}

/** The page's markup, with its mail as of `now`. */
export function demoPage(now: Instant): string {
  const threads = demoThreads(now);
  const data = { mailbox: DEMO_MAILBOX, threads: threads.map(threadData) };
  const bodies = threads.flatMap((thread) =>
    thread.messages.map((message) => `<template id="body-${hexId(message)}">${bodyOf(message)}</template>`),
  );
  // The only text of mail that stands in a script element: there a tag would end it.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>Inbox - ${DEMO_MAILBOX.address} - West Kent Mail (demo)</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<header id="gb"><span class="brand">Mail</span><span class="notice">Demo inbox. Everybody in it is invented and nothing is sent.</span>
<a href="#inbox" class="account" aria-label="Google Account: Priya Nair (${DEMO_MAILBOX.address})">PN</a></header>
<div class="columns">
<nav aria-label="Messages" class="list"></nav>
<div class="stage"><p class="nothing">Choose a message.</p></div>
</div>
<div class="toast" role="status"></div>
${bodies.join('\n')}
<script type="application/json" id="data">${json}</script>
<script nonce="${NONCE}">${script}</script>
</body>
</html>`;
}

function threadData({ name, subject, isUnread, messages }: DemoThread) {
  const [first] = messages;
  if (!first) throw new Error(`the demo's thread ${name} has no message`);
  return {
    route: routeOf(name),
    subject,
    isUnread,
    hexId: hexId(first),
    permId: permId(first),
    messages: messages.map((message) => ({
      from: message.from,
      to: message.to,
      receivedAt: message.receivedAt,
      attachments: message.attachments ?? [],
      isFolded: message.isFolded ?? false,
      hexId: hexId(message),
      // Gmail gives another kind of number to what was sent from the mailbox itself.
      permId: message.from === DEMO_MAILBOX ? `msg-a:r${permId(message)}` : `msg-f:${permId(message)}`,
      snippet: snippet(message),
    })),
  };
}

function snippet({ text, html }: DemoMessage): string {
  const words = text ?? html?.replace(/<(style|script)[^]*?<\/\1>|<[^>]*>/g, ' ') ?? '';
  return words.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replace(/\s+/g, ' ').trim().slice(0, 90);
}

/** Gmail's opaque addresses begin so; the rest is letters only. */
function routeOf(name: string): string {
  return `FMfcg${name.replaceAll('-', '')}Demo`.padEnd(20, 'x');
}

/** Gmail's numbers hold the time of arrival in their upper part. */
function permId({ receivedAt, from }: DemoMessage): string {
  return ((BigInt(Date.parse(receivedAt)) << 20n) | BigInt(from.address.length)).toString();
}

function hexId(message: DemoMessage): string {
  return BigInt(permId(message)).toString(16).padStart(16, '0');
}

function bodyOf({ text, html }: DemoMessage): string {
  if (html !== undefined) return html;
  if (text === undefined || text === '') return '';
  const lines = text.split('\n').map((line) => `<div>${line === '' ? '<br>' : escaped(line)}</div>`);
  return `<div dir="ltr">${lines.join('')}</div>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
