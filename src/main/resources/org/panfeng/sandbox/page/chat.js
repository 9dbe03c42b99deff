import { beginCommands, closeCommands } from './commands.js';
import { $, face } from './dom.js';
import { openInvitation } from './invitation.js';
import { mark, people, update } from './people.js';
import { answered, press } from './presses.js';
import { api } from './server.js';
import { say } from './texts.js';
import { arrive, beginView, change, goAlong, isShown, place, remove, showMessages } from './view.js';

const TYPING_MILLIS = 5_000;

const drafts = new Map();

let open = null;
let typingEnds = 0;

/** The chat that is open, if one is. */
export const openChat = () => open;

/** Opens the chat of a person, or reads it anew; `keep` leaves the view where it is. */
export async function showChat(id, { keep = false } = {}) {
  const chat = await api(`chats/${id}`);
  const stays = keep && open?.id === id ? place() : undefined;
  visit(id);
  if (open?.id !== id) { changeDraft(id); typingEnds = 0; }
  open = chat;
  document.body.classList.add('open');
  $('hint').hidden = true;
  $('head').hidden = false;
  $('head').querySelector('.face').replaceWith(face(chat));
  $('head').querySelector('b').textContent = chat.name;
  showState();
  drawMessages(stays);
  mark(id);
  seen();
  if (!keep && matchMedia('(hover: hover)').matches && !$('composer').hidden) $('text').focus();
}

/** What somebody was about to say waits in their chat. */
function changeDraft(id) {
  if (open) drafts.set(open.id, $('text').value);
  $('text').value = drafts.get(id) ?? '';
  closeCommands();
}

/** The address names the chat. On a phone the list is the page before it, where the phone's own way back leads, too. */
function visit(id) {
  if (location.hash === `#${id}`) return;
  if (open) history.replaceState(history.state, '', `#${id}`);
  else history.pushState({ fromList: true }, '', `#${id}`);
}

function leave() {
  if (history.state?.fromList) return history.back();
  history.replaceState(null, '', location.pathname);
  closeChat();
}

export function closeChat() {
  if (open) drafts.set(open.id, $('text').value);
  open = null;
  document.body.classList.remove('open');
  for (const part of ['head', 'composer', 'start']) $(part).hidden = true;
  $('messages').replaceChildren();
  $('hint').hidden = false;
  mark(null);
}

// --- what one does

export async function sayText(text) {
  if (!text.trim() || !open) return;
  closeCommands();
  await api(`chats/${open.id}/say`, { text });
}

async function toggleBlock() {
  const chat = open;
  Object.assign(chat, await api(`chats/${chat.id}/block`, { blocked: !chat.blocked }));
  if (open) showState();
}

/** The large button instead of the composer: to begin, or to come back. */
async function start() {
  if (open.blocked) return toggleBlock();
  const { invitation } = open.part ?? {};
  await sayText(invitation ? `/start ${invitation}` : '/start');
}

// --- what is shown

function drawMessages(stays) {
  const empty = say(open.part?.invitation && !open.begun ? 'empty-invited' : 'empty');
  showMessages(open.messages, empty, { place: stays, readUpTo: open.readUpTo });
}

/** Says everything anew, in the language the page has now. */
export function redraw() {
  if (!open) return;
  drawMessages(place());
  showState();
}

function showState() {
  const typing = typingEnds > Date.now();
  const name = open.username ? `@${open.username}` : `id ${open.id}`;
  $('head').querySelector('small').textContent = open.blocked ? say('blocked') : typing ? say('bot') + say('typing') : name;
  $('head').classList.toggle('typing', typing);
  $('block').textContent = say(open.blocked ? 'unblock' : 'block');
  $('block').hidden = !open.begun;
  $('start').hidden = !open.blocked && open.begun;
  $('start').textContent = say(open.blocked ? 'unblock' : open.part?.invitation ? 'invited' : 'begin');
  $('composer').hidden = open.blocked || !open.begun;
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
  answered,
  sent({ chat, message }) {
    const isOpen = chat === open?.id;
    if (message.id <= (people.get(chat)?.last?.id ?? 0) && (!isOpen || isShown(message.id))) return;
    update(chat, (person) => ({ last: message, unread: person.unread + (message.fromBot ? 1 : 0) }));
    if (!isOpen || isShown(message.id)) return;
    open.messages.push(message);
    open.begun = true;
    typingEnds = 0;
    showState();
    arrive(message);
    seen();
  },
  edited({ chat, message }) {
    if (people.get(chat)?.last?.id === message.id) update(chat, { last: message });
    if (chat !== open?.id) return;
    open.messages = open.messages.map((old) => (old.id === message.id ? message : old));
    change(message);
  },
  deleted({ chat, messageId }) {
    if (chat !== open?.id) return;
    open.messages = open.messages.filter(({ id }) => id !== messageId);
    remove(messageId);
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
  beginView({
    command: sayText,
    invitation: (link) => openInvitation(link, open),
    press: (message, key, node) => { goAlong(); return press(open.id, message, key, node); },
  });
  beginCommands(() => open.menu, sayText);
  $('back').addEventListener('click', leave);
  $('block').addEventListener('click', toggleBlock);
  $('start').addEventListener('click', start);
  document.addEventListener('visibilitychange', () => { if (open) seen(); });
  $('composer').addEventListener('submit', (event) => {
    event.preventDefault();
    const text = $('text').value;
    $('text').value = '';
    sayText(text).catch(() => { $('text').value = text; });
  });
}
