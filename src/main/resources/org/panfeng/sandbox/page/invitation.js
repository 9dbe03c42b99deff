import { $, button, face, make } from './dom.js';
import { people } from './people.js';
import { api } from './server.js';
import { say } from './texts.js';
import { toast } from './toast.js';

let bot = '';
let be = () => {};
let payload = null;

/**
 * @param botName the bot's user name
 * @param onBe gets the id of the person one now is, and what they say first
 */
export function beginInvitations(botName, onBe) {
  bot = botName;
  be = onBe;
}

/** Where a link leads to the bot itself, asks who opens it, and says that it was one. */
export function openInvitation(link, from) {
  const found = new RegExp(`^(?:https?://t\\.me/${bot}\\?start=|tg://resolve\\?domain=${bot}&start=)([\\w-]+)$`, 'i').exec(link);
  if (!found) return false;
  ask(say('who-opens'), `/start ${found[1]}`, [...people.values()].filter((person) => person.part && !person.last && person.id !== from?.id));
  return true;
}

/** Asks for the name of somebody new. */
export function join() {
  ask(say('who-joins'), null, []);
}

function ask(title, words, candidates) {
  payload = words;
  $('newcomer-title').textContent = title;
  $('candidates').replaceChildren(...candidates.map(candidate));
  const name = $('newcomer').querySelector('input');
  name.value = '';
  $('newcomer').showModal();
  if (!candidates.length) name.focus();
}

function candidate(person) {
  const node = button('', () => { $('newcomer').close('chosen'); be(person.id, payload); });
  node.append(face(person), make('b', { textContent: person.name, dir: 'auto' }));
  return node;
}

/** Somebody new speaks the language of the page. */
export function listenToNewcomers(language) {
  const name = () => $('newcomer').querySelector('input').value.trim();
  $('newcomer').querySelector('form').addEventListener('submit', (event) => {
    if (event.submitter?.value !== 'open' || name()) return;
    event.preventDefault();
    toast(say('name-missing'), true);
    $('newcomer').querySelector('input').focus();
  });
  $('newcomer').addEventListener('close', async () => {
    if ($('newcomer').returnValue !== 'open') return;
    $('newcomer').returnValue = '';
    const person = await api('people', { name: name(), language: language() });
    if (!people.has(person.id)) people.set(person.id, person);
    be(person.id, payload);
  });
}
