import { face, make, renderMessage } from './message.js';
import { current, say, switchLanguage, translatePage } from './texts.js';

const $ = (id) => document.getElementById(id);
const people = new Map();
const waiting = new Map();
let clock = { now: new Date().toISOString(), zone: 'UTC', jumps: [] };
let open = null;
let typingEnds = 0;

async function api(path, body) {
  const request = body && { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(`/sandbox/${path}`, request);
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) {
    toast(answer.error ?? answer.title ?? response.statusText, true);
    throw new Error(answer.error);
  }
  return answer;
}

// --- time

const format = (instant, options) =>
  new Intl.DateTimeFormat(current() === 'zh' ? 'zh-CN' : 'en-GB', { timeZone: clock.zone, ...options }).format(new Date(instant));
const hour = (instant) => format(instant, { hour: '2-digit', minute: '2-digit' });
const day = (instant) => format(instant, { weekday: 'short', month: 'short', day: 'numeric' });

function showClock() {
  $('now').textContent = `${day(clock.now)} ${hour(clock.now)}`;
  $('now').dateTime = clock.now;
  $('jumps').replaceChildren(...clock.jumps.map((jump) => {
    const button = make('button', { type: 'button', textContent: current() === 'zh' ? jump.zh : jump.en, title: `${day(jump.target)} ${hour(jump.target)}` });
    button.addEventListener('click', () => moveClock(jump));
    return button;
  }));
}

async function moveClock(jump) {
  for (const button of $('jumps').children) button.disabled = true;
  $('now').textContent = say('moving');
  try {
    clock = await api('clock', { target: jump.target });
  } finally {
    showClock();
  }
}

// --- people

async function loadPeople() {
  for (const person of await api('people')) people.set(person.id, { unread: 0, ...people.get(person.id), ...person });
  showPeople();
}

function showPeople() {
  const wanted = $('search').value.trim().toLowerCase();
  const shown = [...people.values()]
    .filter((person) => `${person.name} ${person.note} ${person.username ?? ''} ${person.id}`.toLowerCase().includes(wanted))
    .sort((a, b) => !a.note - !b.note || (b.last?.at ?? '').localeCompare(a.last?.at ?? '') || a.id - b.id);
  $('list').replaceChildren(...shown.map((person) => make('li', {}, personButton(person))));
}

function personButton(person) {
  const last = person.last;
  const preview = last ? (last.fromBot ? '' : say('you')) + last.text.replaceAll('\n', ' ') : say('start');
  const button = make('button', { type: 'button' }, face(person), make('b', { textContent: person.note ? `${person.name} · ${person.note}` : person.name }),
    make('time', { textContent: last ? hour(last.at) : '' }),
    make('span', { className: 'preview', textContent: preview }),
    person.unread ? make('span', { className: 'unread', textContent: person.unread }) : null);
  if (person.id === open?.id) button.setAttribute('aria-current', 'true');
  button.addEventListener('click', () => openChat(person.id));
  return button;
}

// --- the open chat

async function openChat(id) {
  const chat = await api(`chats/${id}`);
  open = chat;
  Object.assign(people.get(id), { unread: 0 });
  document.body.classList.add('open');
  history.replaceState(null, '', `#${id}`);
  for (const part of ['head', 'composer']) $(part).hidden = false;
  $('hint').hidden = true;
  $('menu').hidden = true;
  $('head').querySelector('.face').replaceWith(face(chat));
  $('head').querySelector('b').textContent = chat.name;
  showState();
  $('messages').replaceChildren();
  chat.messages.forEach(append);
  scrollDown();
  showPeople();
  if (matchMedia('(hover: hover)').matches) $('text').focus();
}

function closeChat() {
  open = null;
  document.body.classList.remove('open');
  history.replaceState(null, '', location.pathname);
  showPeople();
}

function showState() {
  const typing = typingEnds > Date.now();
  const name = open.username ? `@${open.username}` : `id ${open.id}`;
  $('head').querySelector('small').textContent = open.blocked ? say('blocked') : typing ? say('typing') : name;
  $('block').textContent = say(open.blocked ? 'unblock' : 'block');
}

function append(message) {
  const today = day(message.at);
  if ($('messages').dataset.day !== today || !$('messages').childElementCount) {
    $('messages').dataset.day = today;
    $('messages').append(make('li', { className: 'day', textContent: today }));
  }
  $('messages').append(renderMessage(message, hour(message.at), acts));
}

const shown = (id) => $('messages').querySelector(`[data-id="${id}"]`);
const scrollDown = () => { $('messages').scrollTop = $('messages').scrollHeight; };

const acts = {
  async press(message, button, node) {
    node.classList.add('waiting');
    setTimeout(() => node.classList.remove('waiting'), 10_000);
    const { queryId } = await api(`chats/${open.id}/tap`, { messageId: message.id, data: button.data });
    waiting.set(queryId, node);
  },
  command: (text) => sayText(text),
};

async function sayText(text) {
  if (!text.trim() || !open) return;
  $('menu').hidden = true;
  await api(`chats/${open.id}/say`, { text });
}

async function toggleBlock() {
  open = { ...open, ...(await api(`chats/${open.id}/block`, { blocked: !open.blocked })) };
  showState();
}

function showMenu(prefix) {
  const commands = open.menu.filter(({ command }) => `/${command}`.startsWith(prefix));
  $('menu').replaceChildren(...commands.map(({ command, description }) => {
    const button = make('button', { type: 'button' }, make('b', { textContent: `/${command}` }), make('span', { textContent: description }));
    button.addEventListener('click', () => { $('text').value = ''; sayText(`/${command}`); });
    return make('li', {}, button);
  }));
  $('menu').hidden = !commands.length;
}

// --- what happens

function toast(text, wrong = false) {
  $('toast').textContent = text;
  $('toast').classList.toggle('wrong', wrong);
  $('toast').hidden = false;
  clearTimeout(toast.timer);
  toast.timer = setTimeout(() => { $('toast').hidden = true; }, 3_500);
}

const happenings = {
  sent({ chat, message }) {
    const person = people.get(chat);
    if (!person) return loadPeople();
    person.last = message;
    if (chat !== open?.id) person.unread += message.fromBot ? 1 : 0;
    else if (!shown(message.id)) {
      const atEnd = $('messages').scrollHeight - $('messages').scrollTop - $('messages').clientHeight < 120;
      typingEnds = 0;
      append(message);
      showState();
      if (atEnd || !message.fromBot) scrollDown();
    }
    schedulePeople();
  },
  edited({ chat, message }) {
    if (people.get(chat)?.last?.id === message.id) people.get(chat).last = message;
    if (chat === open?.id) shown(message.id)?.replaceWith(renderMessage(message, hour(message.at), acts));
    schedulePeople();
  },
  deleted({ chat, messageId }) {
    if (chat === open?.id) shown(messageId)?.remove();
  },
  answered({ chat, queryId, text, alert }) {
    waiting.get(queryId)?.classList.remove('waiting');
    waiting.delete(queryId);
    if (chat !== open?.id || !text) return;
    if (!alert) return toast(text);
    $('alert').querySelector('p').textContent = text;
    $('alert').showModal();
  },
  typing({ chat }) {
    if (chat !== open?.id) return;
    typingEnds = Date.now() + 5_000;
    showState();
    setTimeout(() => open && showState(), 5_100);
  },
  async menu({ chat }) {
    if (chat === open?.id) open.menu = (await api(`chats/${chat}`)).menu;
  },
};

/** A push reaches everybody within a second: the list is drawn once for all of it. */
function schedulePeople() {
  schedulePeople.timer ??= setTimeout(() => { schedulePeople.timer = undefined; showPeople(); }, 150);
}

function listen() {
  const events = new EventSource('/sandbox/events');
  let lost = false;
  events.onmessage = ({ data }) => { const event = JSON.parse(data); happenings[event.kind]?.(event); };
  events.onerror = () => { lost = true; toast(say('lost'), true); };
  events.onopen = async () => {
    if (lost) { lost = false; $('toast').hidden = true; await loadPeople(); if (open) await openChat(open.id); }
  };
}

function translate() {
  translatePage();
  $('language').textContent = say('other');
  showClock();
  showPeople();
  if (open) openChat(open.id);
}

$('search').addEventListener('input', showPeople);
$('back').addEventListener('click', closeChat);
$('block').addEventListener('click', toggleBlock);
$('language').addEventListener('click', () => { switchLanguage(); translate(); });
$('commands').addEventListener('click', () => { if ($('menu').hidden) showMenu('/'); else $('menu').hidden = true; });
$('text').addEventListener('input', ({ target }) => {
  if (target.value.startsWith('/')) showMenu(target.value); else $('menu').hidden = true;
});
$('text').addEventListener('keydown', (event) => {
  // While a Chinese input method composes, Enter chooses a word.
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); $('composer').requestSubmit(); }
  if (event.key === 'Escape') $('menu').hidden = true;
});
$('composer').addEventListener('submit', (event) => {
  event.preventDefault();
  const text = $('text').value;
  $('text').value = '';
  sayText(text);
});

translatePage();
listen();
clock = await api('clock');
translate();
setInterval(async () => { if (!document.hidden) { clock = await api('clock'); showClock(); } }, 20_000);
await loadPeople();
const asked = Number(location.hash.slice(1));
if (people.has(asked)) await openChat(asked);
