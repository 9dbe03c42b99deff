import { day, hour } from './clock.js';
import { $, make } from './dom.js';
import { renderMessage, replaceMessage } from './message.js';

const NEAR_THE_END = 120;
const OWN_SCROLL_MILLIS = 250;

let acts;
let following = true;
let scrolledAt = 0;
let unseen = 0;

/** The part of the page with the messages. `what` is what they can ask for, as message.js says. */
export function beginView(what) {
  acts = what;
  $('down').addEventListener('click', toEnd);
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
  if (following || !message.fromBot) follow(node); else unseen += 1;
  showDown();
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

const toEnd = () => scroll(() => { $('messages').scrollTop = $('messages').scrollHeight; });
/** A message that is longer than the view is read from its beginning. */
const follow = (node) => (node.offsetHeight > $('messages').clientHeight ? scroll(() => node.scrollIntoView({ block: 'start' })) : toEnd());

function toNewest(messages, readUpTo) {
  toEnd();
  const fresh = messages.find((message) => message.fromBot && message.id > readUpTo);
  if (fresh) scroll(() => shown(fresh.id).scrollIntoView({ block: 'start' }));
}

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

function showDown() {
  if (isAtEnd()) unseen = 0;
  $('down').hidden = isAtEnd();
  $('down').querySelector('b').textContent = unseen || '';
}
