import { day, hour } from './clock.js';
import { $, make } from './dom.js';
import { renderMessage, replaceMessage } from './message.js';

const NEAR_THE_END = 120;
const OWN_SCROLL_MILLIS = 250;
const BURST_MILLIS = 1_500;
const MARGIN = 8;

let acts;
let following = true;
let scrolledAt = 0;
let arrivedAt = 0;
let anchor = null;
let unseen = 0;

/** The part of the page with the messages. `what` is what they can ask for, as message.js says. */
export function beginView(what) {
  acts = what;
  $('down').addEventListener('click', () => toEnd());
  $('messages').addEventListener('scroll', scrolled, { passive: true });
}

/**
 * Shows these messages. `place` is where the view stood before, `readUpTo` the last message that somebody has seen: without a place one
 * goes on reading at the first that nobody has, else at the end.
 */
export function showMessages(messages, whenEmpty, { place, readUpTo }) {
  $('messages').replaceChildren();
  delete $('messages').dataset.day;
  messages.forEach(append);
  if (!messages.length) $('messages').append(make('li', { className: 'empty', textContent: whenEmpty }));
  if (place !== undefined) $('messages').scrollTop = place;
  else toNewest(messages, readUpTo);
}

/** Where the view stands, unless it is at the end and goes along. */
export const place = () => (isAtEnd() ? undefined : $('messages').scrollTop);

function append(message) {
  $('messages').querySelector('.empty')?.remove();
  const date = day(message.at);
  if ($('messages').dataset.day !== date) {
    $('messages').dataset.day = date;
    $('messages').append(make('li', { className: 'day', textContent: date }));
  }
  $('messages').append(renderMessage(message, hour(message.at), acts));
}

/** Adds what has just come, and goes along with it unless somebody reads elsewhere. */
export function arrive(message) {
  append(message);
  const node = shown(message.id);
  node.classList.add('new');
  if (!message.fromBot || !anchor || Date.now() - arrivedAt > BURST_MILLIS) anchor = node;
  arrivedAt = Date.now();
  if (following || !message.fromBot) toEnd(anchor); else unseen += 1;
  showDown();
}

/** Whoever has just done something wants to see what comes of it, wherever they were reading. */
export function goAlong() {
  following = true;
  anchor = null;
}

export function change(message) {
  const old = shown(message.id);
  if (!old) return;
  const follows = isAtEnd();
  const hadFocus = old.contains(document.activeElement);
  const now = replaceMessage(old, message, hour(message.at), acts);
  now.classList.remove('new', 'changed');
  requestAnimationFrame(() => now.classList.add('changed'));
  if (hadFocus && !now.contains(document.activeElement)) (now.querySelector('.keys button') ?? $('messages')).focus({ preventScroll: true });
  if (follows) toEnd();
}

export const remove = (id) => shown(id)?.remove();
export const isShown = (id) => Boolean(shown(id));

const shown = (id) => $('messages').querySelector(`[data-id="${id}"]`);
const isAtEnd = () => $('messages').scrollHeight - $('messages').scrollTop - $('messages').clientHeight < NEAR_THE_END;

/**
 * Goes to the end, but not past the beginning of what is new: what came together is read from its first message on. Until somebody scrolls
 * by hand, the view goes along with what is new.
 */
function toEnd(first) {
  const { scrollHeight, clientHeight } = $('messages');
  following = true;
  scrolledAt = Date.now();
  $('messages').scrollTop = Math.min(scrollHeight - clientHeight, first ? first.offsetTop - MARGIN : Infinity);
}

function toNewest(messages, readUpTo) {
  const fresh = messages.find((message) => message.fromBot && message.id > readUpTo);
  anchor = fresh ? shown(fresh.id) : null;
  toEnd(anchor);
}

function scrolled() {
  if (Date.now() - scrolledAt > OWN_SCROLL_MILLIS) following = isAtEnd();
  showDown();
}

function showDown() {
  if (isAtEnd()) unseen = 0;
  $('down').hidden = isAtEnd();
  $('down').querySelector('b').textContent = unseen || '';
}
