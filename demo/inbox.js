/*
 * The demo inbox's own script: a list, threads that open without loading the page (their text a moment after their header, as
 * in Gmail), and a reply that keeps its draft on input events only.
 */
const { mailbox, threads } = JSON.parse(document.getElementById('data').textContent);
const list = document.querySelector('.list');
const stage = document.querySelector('.stage');
const views = new Map();

/** make('td.xW', { title: '…' }, child, 'text'). Text stays text, whatever stands in it. */
function make(kind, attributes = {}, ...children) {
  const [tag, ...classes] = kind.split('.');
  const element = document.createElement(tag);
  if (classes.length > 0) element.className = classes.join(' ');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const longDate = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const shortTime = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' });
const shortDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

function shortDate(receivedAt) {
  const date = new Date(receivedAt);
  return date.toDateString() === new Date().toDateString() ? shortTime.format(date) : shortDay.format(date);
}

function person(kind, { name, address }, text = name) {
  return make(kind, { email: address, name, 'data-hovercard-id': address, translate: 'no' }, make('bdi', {}, text));
}

function row(thread) {
  const last = thread.messages.at(-1);
  const subject = make('span.bog', { 'data-legacy-thread-id': thread.hexId }, make('bdi', {}, thread.subject));
  const when = make('span.xW', { title: longDate.format(new Date(last.receivedAt)) }, shortDate(last.receivedAt));
  const count = thread.messages.length > 1 ? [make('span.bx0', {}, String(thread.messages.length))] : [];
  const clip = last.attachments.length > 0 ? [make('span.clip', { title: 'Has attachments' }, '📎')] : [];
  const link = make(
    'a.xS',
    { href: `#inbox/${thread.route}` },
    make('span.top', {}, person('span.yP', last.from), ...count, ...clip, when),
    make('span.y6', {}, subject),
    make('span.y2', {}, last.snippet || 'No text'),
  );
  return make(
    `tr.zA.${thread.isUnread ? 'zE' : 'yO'}`,
    { role: 'row', 'data-route': thread.route },
    make('td', {}, link),
  );
}

function card(message) {
  const to = message.to.flatMap((one, place) => [
    ...(place > 0 ? [', '] : []),
    person('span.g2', one, one.address === mailbox.address ? 'me' : one.name),
  ]);
  const reply = make('span.T-I.aaq', { role: 'button', tabindex: '0', 'aria-label': 'Reply', title: 'Reply' }, '↩');
  const address = make('span.go', {}, `<${message.from.address}>`);
  const header = make(
    'div.gE',
    {},
    make('span.avatar', { 'aria-hidden': 'true' }, message.from.name.replace(/[^\p{L}]/gu, '').slice(0, 1)),
    make(
      'div.who',
      {},
      make('h3.iw', {}, person('span.gD', message.from), ' ', address),
      make('span.hb', {}, 'to ', ...to),
    ),
    make(
      'span.gK',
      {},
      make(
        'span.g3',
        { title: longDate.format(new Date(message.receivedAt)) },
        longDate.format(new Date(message.receivedAt)),
      ),
    ),
    reply,
  );
  const ids = { 'data-message-id': `#${message.permId}`, 'data-legacy-message-id': message.hexId };
  const folded = make(
    'div.adf.ads',
    ids,
    person('span.gD', message.from),
    make('span.snippet', {}, message.snippet),
    make('span.g3', { title: longDate.format(new Date(message.receivedAt)) }, shortDate(message.receivedAt)),
  );
  const names = message.attachments.map((name) =>
    make(
      'span.aZo',
      { download_url: `application/octet-stream:${encodeURIComponent(name)}:${location.origin}/` },
      make('span.aV3', {}, name),
    ),
  );
  const attachments = names.length > 0 ? [make('div.aQH', {}, ...names)] : [];
  const opened = make('div.adn.ads', ids, header, make('div.late'), ...attachments);
  const item = make('div', { role: 'listitem', tabindex: '-1' }, folded, opened, make('div.ip.iq', {}, make('div')));
  fold(item, message.isFolded);
  folded.addEventListener('click', () => fold(item, false));
  header.addEventListener('click', (event) => {
    if (!event.target.closest('.aaq') && item.parentElement.children.length > 1) fold(item, true);
  });
  reply.addEventListener('click', () => openReply(item, message));
  return item;
}

function fold(item, isFolded) {
  item.className = isFolded ? 'kv' : 'h7';
  item.querySelector('.adf').style.display = isFolded ? '' : 'none';
  item.querySelector('.adn').style.display = isFolded ? 'none' : '';
}

function view(thread) {
  const heading = make(
    'h2.hP',
    { 'data-thread-perm-id': `thread-f:${thread.permId}`, 'data-legacy-thread-id': thread.hexId, tabindex: '-1' },
    thread.subject,
  );
  const items = thread.messages.map(card);
  const last = thread.messages.at(-1);
  const chips = ['Reply', 'Forward'].map((name, place) =>
    make(`span.ams.${place === 0 ? 'bkH' : 'bkG'}`, { role: 'link', tabindex: '0' }, name),
  );
  chips[0].addEventListener('click', () => openReply(items.at(-1), last));
  chips[1].addEventListener('click', () => say('The demo forwards nothing.'));
  const made = make(
    'div',
    { role: 'main' },
    make('div.ha', {}, heading),
    make('div', { role: 'list' }, ...items),
    make('div.amn', {}, ...chips),
  );
  stage.append(made);
  // The text comes after the header.
  setTimeout(() => {
    thread.messages.forEach((message, place) => {
      const text = document.importNode(document.getElementById(`body-${message.hexId}`).content, true);
      items[place].querySelector('.late').replaceWith(make('div.ii.gt', {}, make('div.a3s', {}, text)));
    });
  }, 250);
  return made;
}

function openReply(item, message) {
  const holder = item.querySelector('.ip');
  if (holder.classList.contains('adB')) {
    holder.querySelector('[g_editable]').focus();
    return;
  }
  const signature = make(
    'div.gmail_signature',
    {},
    make('div', {}, 'Priya Nair'),
    make('div', {}, 'Customer Services, West Kent'),
  );
  const box = make(
    'div.Am.editable',
    {
      g_editable: 'true',
      contenteditable: 'true',
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': 'Message Body',
      spellcheck: 'false',
    },
    make('div', {}, make('br')),
    signature,
  );
  const saved = make('span.saved', { role: 'status' });
  const send = make('span.aoO', { role: 'button', tabindex: '0' }, 'Send');
  const discard = make('span.oh', { role: 'button', tabindex: '0', title: 'Discard draft' }, 'Discard');
  const form = make(
    'form.bAs',
    {},
    ...['rm', 'body'].map((name) => make('input', { type: 'hidden', name })),
    make('input', { name: 'subjectbox', hidden: '' }),
  );
  form.elements.rm.value = `#${message.permId}`;
  form.elements.subjectbox.value = `Re: ${item.closest('[role=main]').querySelector('h2').textContent.replace(/^Re: /, '')}`;
  const to = make(
    'div.to',
    { name: 'to' },
    'To ',
    make('span', { role: 'option', 'data-hovercard-id': message.from.address }, make('bdi', {}, message.from.name)),
  );
  const chips = item.closest('[role=main]').querySelector('.amn');
  setTimeout(() => {
    holder.firstElementChild.append(
      make('div.M9', {}, form, to, make('div.Ap', {}, box), make('div.buttons', {}, send, saved, discard)),
    );
    holder.className = 'ip adB';
    chips.style.display = 'none';
    box.focus();
  }, 120);
  box.addEventListener('input', () => {
    form.elements.body.value = box.innerText;
    saved.textContent = 'Draft saved';
  });
  send.addEventListener('click', () => say('This is a demo: nothing was sent.'));
  discard.addEventListener('click', () => {
    holder.firstElementChild.replaceChildren();
    holder.className = 'ip iq';
    chips.style.display = '';
  });
}

function say(words) {
  const toast = document.querySelector('.toast');
  toast.textContent = words;
  setTimeout(() => {
    toast.textContent = '';
  }, 4000);
}

function route() {
  const open = threads.find((thread) => location.hash.endsWith(`/${thread.route}`));
  // Threads that were open before stay in the document, hidden, as in Gmail.
  for (const seen of views.values()) seen.style.display = 'none';
  for (const line of list.querySelectorAll('tr')) line.classList.toggle('open', line.dataset.route === open?.route);
  stage.querySelector('.nothing').hidden = open !== undefined;
  document.title = `${open ? open.subject : 'Inbox'} - ${mailbox.address} - West Kent Mail (demo)`;
  if (!open) return;
  if (!views.has(open.route)) views.set(open.route, view(open));
  views.get(open.route).style.display = '';
  list.querySelector(`[data-route="${open.route}"]`).classList.replace('zE', 'yO');
}

list.append(make('table.F', { gh: 'tl', role: 'grid' }, make('tbody', {}, ...threads.map(row))));
addEventListener('hashchange', route);
route();
