import { day, hour } from './clock.js';
import { beginCommands, closeCommands } from './commands.js';
import { $, face, make } from './dom.js';
import { openInvitation } from './invitation.js';
import { renderMessage, replaceMessage } from './message.js';
import { mark, people, update } from './people.js';
import { api } from './server.js';
import { say } from './texts.js';
import { alertWith, toast } from './toast.js';

const NEAR_THE_END = 120;
const TYPING_MILLIS = 5_000;
const LATE_MILLIS = 10_000;
const OWN_SCROLL_MILLIS = 250;

const waiting = new Map();
let open = null;
let typingEnds = 0;
let unseen = 0;
let following = true;
let scrolledAt = 0;
let pressing = 0;
const early = [];

/** The chat that is open, if one is. */
export const openChat = () => open;

/** Opens the chat of a person, or reads it anew; `keep` leaves the view where it is. */
export async function showChat(id, { keep = false } = {}) {
  const chat = await api(`chats/${id}`);
  const place = keep && open?.id === id && !isAtEnd() ? $('messages').scrollTop : null;
  if (open?.id !== id) { $('text').value = ''; closeCommands(); }
  open = chat;
  document.body.classList.add('open');
  history.replaceState(null, '', `#${id}`);
  $('hint').hidden = true;
  $('head').hidden = false;
  $('head').querySelector('.face').replaceWith(face(chat));
  $('head').querySelector('b').textContent = chat.name;
  drawMessages();
  if (place === null) showNewest(chat.readUpTo); else $('messages').scrollTop = place;
  showState();
  mark(id);
  seen();
  if (!keep && matchMedia('(hover: hover)').matches && !$('composer').hidden) $('text').focus();
}

export function closeChat() {
  open = null;
  document.body.classList.remove('open');
  history.replaceState(null, '', location.pathname);
  for (const part of ['head', 'composer', 'start']) $(part).hidden = true;
  $('messages').replaceChildren();
  $('hint').hidden = false;
  mark(null);
}

// --- what is said and pressed

export async function sayText(text) {
  if (!text.trim() || !open) return;
  closeCommands();
  await api(`chats/${open.id}/say`, { text });
}

const acts = {
  command: sayText,
  invitation: (link) => openInvitation(link, open),
  async press(message, key, node) {
    node.classList.add('waiting');
    pressing += 1;
    try {
      const { queryId } = await api(`chats/${open.id}/tap`, { messageId: message.id, data: key.data });
      waiting.set(queryId, node);
      setTimeout(() => { if (waiting.has(queryId)) toast(say('late')); }, LATE_MILLIS);
    } catch (failed) {
      node.classList.remove('waiting');
      throw failed;
    } finally {
      pressing -= 1;
      early.splice(0).forEach(happenings.answered);
    }
  },
};

async function toggleBlock() {
  Object.assign(open, await api(`chats/${open.id}/block`, { blocked: !open.blocked }));
  showState();
}

/** The large button instead of the composer: to begin, or to come back. */
async function start() {
  if (open.blocked) return toggleBlock();
  const { invitation } = open.part ?? {};
  await sayText(invitation ? `/start ${invitation}` : '/start');
}

// --- what is shown

function drawMessages() {
  const list = $('messages');
  list.replaceChildren();
  delete list.dataset.day;
  open.messages.forEach(append);
  if (!open.messages.length) list.append(make('li', { className: 'empty', textContent: say(open.part?.invitation && !open.begun ? 'empty-invited' : 'empty') }));
}

function append(message) {
  const list = $('messages');
  list.querySelector('.empty')?.remove();
  const date = day(message.at);
  if (list.dataset.day !== date) {
    list.dataset.day = date;
    list.append(make('li', { className: 'day', textContent: date }));
  }
  list.append(renderMessage(message, hour(message.at), acts));
}

function showState() {
  const typing = typingEnds > Date.now();
  const name = open.username ? `@${open.username}` : `id ${open.id}`;
  $('head').querySelector('small').textContent = open.blocked ? say('blocked') : typing ? say('bot') + say('typing') : name;
  $('head').classList.toggle('typing', typing);
  $('block').textContent = say(open.blocked ? 'unblock' : 'block');
  $('block').hidden = !open.begun;
  const fresh = !open.begun;
  $('start').hidden = !open.blocked && !fresh;
  $('start').textContent = say(open.blocked ? 'unblock' : open.part?.invitation ? 'invited' : 'begin');
  $('composer').hidden = open.blocked || fresh;
}

const shown = (id) => $('messages').querySelector(`[data-id="${id}"]`);
const scrollDown = () => scroll(() => { $('messages').scrollTop = $('messages').scrollHeight; });
/** A message that is longer than the view is read from its beginning. */
const follow = (node) => (node.offsetHeight > $('messages').clientHeight ? scroll(() => node.scrollIntoView({ block: 'start' })) : scrollDown());

/** Until somebody scrolls by hand, the view goes along with what is new. */
function scroll(move) {
  following = true;
  scrolledAt = Date.now();
  move();
}

function scrolled() {
  if (Date.now() - scrolledAt > OWN_SCROLL_MILLIS) following = isAtEnd();
  showDown();
}

/** Where one goes on reading: at the first message that nobody has seen, else at the end. */
function showNewest(readUpTo) {
  scrollDown();
  const fresh = open.messages.find((message) => message.fromBot && message.id > readUpTo);
  if (fresh) scroll(() => shown(fresh.id).scrollIntoView({ block: 'start' }));
}
const isAtEnd = () => $('messages').scrollHeight - $('messages').scrollTop - $('messages').clientHeight < NEAR_THE_END;

function showDown() {
  if (isAtEnd()) unseen = 0;
  $('down').hidden = isAtEnd();
  $('down').querySelector('b').textContent = unseen || '';
}

/** Tells the stand-in that the newest message has been seen, so that every tab and a reload know it. */
function seen() {
  const last = open.messages.at(-1);
  if (!last || document.hidden || !(people.get(open.id)?.unread > 0)) return;
  update(open.id, { unread: 0 });
  api(`chats/${open.id}/read`, { upTo: last.id }).catch(() => {});
}

// --- what happens

export const happenings = {
  sent({ chat, message }) {
    const isOpen = chat === open?.id;
    if (message.id <= (people.get(chat)?.last?.id ?? 0) && (!isOpen || shown(message.id))) return;
    update(chat, (person) => ({ last: message, unread: person.unread + (message.fromBot ? 1 : 0) }));
    if (!isOpen || shown(message.id)) return;
    const follows = following || !message.fromBot;
    open.messages.push(message);
    open.begun = true;
    typingEnds = 0;
    append(message);
    shown(message.id).classList.add('new');
    showState();
    if (follows) follow(shown(message.id)); else unseen += 1;
    showDown();
    seen();
  },
  edited({ chat, message }) {
    if (people.get(chat)?.last?.id === message.id) update(chat, { last: message });
    if (chat !== open?.id) return;
    open.messages = open.messages.map((old) => (old.id === message.id ? message : old));
    const old = shown(message.id);
    if (!old) return;
    const follows = isAtEnd();
    const hadFocus = old.contains(document.activeElement);
    const now = replaceMessage(old, message, hour(message.at), acts);
    now.classList.remove('new', 'changed');
    requestAnimationFrame(() => now.classList.add('changed'));
    if (hadFocus && !now.contains(document.activeElement)) (now.querySelector('.keys button') ?? $('messages')).focus({ preventScroll: true });
    if (follows) scrollDown();
  },
  deleted({ chat, messageId }) {
    if (chat !== open?.id) return;
    open.messages = open.messages.filter(({ id }) => id !== messageId);
    shown(messageId)?.remove();
  },
  answered(event) {
    const { chat, queryId, text, alert } = event;
    const mine = waiting.has(queryId);
    // The answer may be here before we know that it is the answer to our press.
    if (!mine && pressing) return early.push(event);
    waiting.get(queryId)?.classList.remove('waiting');
    waiting.delete(queryId);
    if (!mine || chat !== open?.id || !text) return;
    if (alert) alertWith(text); else toast(text);
  },
  typing({ chat }) {
    if (chat !== open?.id) return;
    typingEnds = Date.now() + TYPING_MILLIS;
    showState();
    setTimeout(() => open && showState(), TYPING_MILLIS + 100);
  },
  async menu({ chat }) {
    if (chat === open?.id) open.menu = (await api(`chats/${chat}`)).menu;
  },
  read: ({ chat, upTo }) => update(chat, (person) => (person.last && person.last.id <= upTo ? { unread: 0 } : {})),
  blocked({ chat, blocked }) {
    update(chat, { blocked });
    if (chat !== open?.id) return;
    open.blocked = blocked;
    showState();
  },
};

export function beginChat() {
  $('back').addEventListener('click', closeChat);
  $('block').addEventListener('click', toggleBlock);
  $('start').addEventListener('click', start);
  $('down').addEventListener('click', scrollDown);
  $('messages').addEventListener('scroll', scrolled, { passive: true });
  document.addEventListener('visibilitychange', () => { if (open) seen(); });
  $('composer').addEventListener('submit', (event) => {
    event.preventDefault();
    const text = $('text').value;
    $('text').value = '';
    sayText(text).catch(() => { $('text').value = text; });
  });
  beginCommands(() => open.menu, sayText);
}

/** Says everything anew, in the language the page has now. */
export function redraw() {
  if (!open) return;
  const place = $('messages').scrollTop;
  drawMessages();
  $('messages').scrollTop = place;
  showState();
}

