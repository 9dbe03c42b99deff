import { $, button, face, make } from './dom.js';
import { preview } from './message.js';
import { api } from './server.js';
import { either, say } from './texts.js';

/** Everybody, by id. */
export const people = new Map();

let choose = () => {};
let timeOf = () => '';
let chosen = null;
let drawing;

/**
 * @param onChoose gets the id of the person one wants to be
 * @param time says an instant as the list shows it
 */
export function beginPeople(onChoose, time) {
  choose = onChoose;
  timeOf = time;
  $('search').addEventListener('input', draw);
  $('lists').addEventListener('keydown', walk);
}

export function replacePeople(all) {
  people.clear();
  for (const person of all) people.set(person.id, person);
  draw();
}

/** Asks who there is; what is known already and newer stays. */
export async function learnPeople() {
  for (const person of await api('people')) {
    const known = people.get(person.id);
    if (!known || (person.last?.id ?? 0) > (known.last?.id ?? 0)) people.set(person.id, person);
  }
  draw();
}

/** Changes what is known of a person. */
export function update(id, change) {
  const person = people.get(id);
  if (!person) return learnPeople();
  Object.assign(person, typeof change === 'function' ? change(person) : change);
  drawSoon();
}

export function mark(id) {
  chosen = id;
  draw();
}

/** A push reaches everybody within a second: the list is drawn once for all of it. */
function drawSoon() {
  drawing ??= setTimeout(draw, 120);
}

export function draw() {
  clearTimeout(drawing);
  drawing = undefined;
  const wanted = $('search').value.trim().toLowerCase();
  const shown = [...people.values()].filter((person) => matches(person, wanted));
  const newest = (a, b) => (b.last?.at ?? '').localeCompare(a.last?.at ?? '') || a.id - b.id;
  const parts = shown.filter((person) => person.part).sort((a, b) => a.id - b.id);
  const others = shown.filter((person) => !person.part).sort(newest);
  arrange($('parts'), parts);
  arrange($('others'), others);
  $('parts').previousElementSibling.hidden = !parts.length;
  $('colleagues').hidden = !others.length;
  $('nobody').hidden = shown.length > 0;
  const unread = [...people.values()].filter((person) => person.part).reduce((sum, person) => sum + person.unread, 0);
  document.title = `${unread ? `(${unread}) ` : ''}${say('title')}`;
}

function matches(person, wanted) {
  const words = [person.name, person.username, person.part?.zh, person.part?.en, person.id];
  return words.join(' ').toLowerCase().includes(wanted);
}

/** Brings a list into this order. Whoever stays keeps their node, so that nothing is pulled away under a finger or a screen reader. */
function arrange(list, shown) {
  const wanted = new Set(shown.map(({ id }) => String(id)));
  for (const node of [...list.children]) if (!wanted.has(node.dataset.id)) node.remove();
  shown.forEach((person, place) => {
    const node = list.querySelector(`[data-id="${person.id}"]`) ?? item(person);
    fill(node, person);
    if (list.children[place] !== node) list.insertBefore(node, list.children[place] ?? null);
  });
}

function item(person) {
  const node = button('', () => choose(person.id));
  node.dataset.person = person.id;
  const entry = make('li', {}, node);
  entry.dataset.id = person.id;
  return entry;
}

function fill(entry, person) {
  const node = entry.firstChild;
  const badge = person.part && make('span', { className: 'part', textContent: either(person.part) });
  // Colleagues read for themselves.
  const unread = person.part && person.unread > 0 && make('span', { className: 'unread', textContent: person.unread, ariaLabel: say('unread', person.unread) });
  const parts = [face(person), make('span', { className: 'name' }, make('b', { textContent: person.name, dir: 'auto' }), badge),
    make('time', { textContent: person.last ? timeOf(person.last.at) : '' }),
    make('span', { className: 'preview', dir: 'auto', textContent: person.blocked ? `🚫 ${say('blocked')}` : person.last ? preview(person.last) : say('empty') })];
  const now = make('div', {}, ...parts, unread);
  if (node.innerHTML !== now.innerHTML) node.replaceChildren(...now.childNodes);
  node.ariaCurrent = person.id === chosen ? 'true' : null;
}

/** Arrow keys go from chat to chat. */
function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const all = [...$('lists').querySelectorAll('[data-person]')];
  all[all.indexOf(document.activeElement) + step]?.focus();
  event.preventDefault();
}
