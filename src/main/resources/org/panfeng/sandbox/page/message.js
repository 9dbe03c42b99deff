import { $, button, make } from './dom.js';
import { say } from './texts.js';

/**
 * One message with its buttons. `acts` has press(message, key, node), command(text) and invitation(link); a link to the bot itself is an
 * invitation and opens here instead of leaving the page.
 */
export function renderMessage(message, time, acts) {
  const speaker = make('span', { className: 'unseen', textContent: message.fromBot ? say('bot') : say('you') });
  const bubble = make('div', { className: 'bubble' }, speaker, attached(message), words(message, acts), footer(message, time));
  const item = make('li', { className: message.fromBot ? `theirs ${message.kind.toLowerCase()}` : 'mine' }, bubble);
  item.dataset.id = message.id;
  if (message.keyboard.length) item.append(keys(message, acts));
  return item;
}

/** What a message is in one line, for the list of chats. */
export function preview(message) {
  const label = { PHOTO: `🖼 ${say('picture')}`, DOCUMENT: `📎 ${message.file?.name ?? ''}`, VOICE: '🎤' }[message.kind];
  return [message.fromBot ? '' : say('you'), [label, message.text.replace(/\s+/g, ' ')].filter(Boolean).join(' ')].join('');
}

function words(message, acts) {
  if (message.kind === 'VOICE') return make('div', { textContent: '🎤' });
  // The stand-in escapes whatever is not known formatting, and the page's policy lets no script in a text run.
  const node = make('div', { className: message.kind === 'STICKER' ? 'sticker' : 'words', innerHTML: message.html });
  node.lang = /\p{Script=Han}/u.test(message.text) ? 'zh-Hans' : 'en';
  for (const part of node.querySelectorAll('.spoiler, .command')) Object.assign(part, { tabIndex: 0, role: 'button' });
  for (const table of node.querySelectorAll('table')) wrapTable(table);
  for (const picture of node.querySelectorAll('img')) enlargeable(picture);
  node.addEventListener('click', (event) => follow(event, acts));
  node.addEventListener('keydown', (event) => { if (event.key === 'Enter') follow(event, acts); });
  return node;
}

/** A wide table scrolls by itself, so that the chat does not. */
function wrapTable(table) {
  const frame = make('div', { className: 'frame', tabIndex: 0 });
  table.replaceWith(frame);
  frame.append(table);
}

function follow(event, acts) {
  const { target } = event;
  const link = target.closest('a');
  if (target.matches('.spoiler')) target.classList.toggle('shown');
  else if (target.matches('.command')) acts.command(target.textContent);
  else if (link && acts.invitation(link.href)) event.preventDefault();
}

function attached({ kind, file }) {
  if (kind === 'PHOTO') return enlargeable(make('img', { src: `/sandbox/files/${file.id}`, alt: file.name, loading: 'lazy' }));
  if (kind !== 'DOCUMENT') return null;
  return make('a', { className: 'file', href: `/sandbox/files/${file.id}`, download: file.name },
    make('span', {}, make('b', { textContent: file.name, dir: 'auto' }), make('small', { textContent: size(file.size) })));
}

export function size(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1 << 20 ? `${Math.round(bytes / 1024)} kB` : `${(bytes / (1 << 20)).toFixed(1)} MB`;
}

function enlargeable(picture) {
  const open = () => {
    const shown = $('picture').querySelector('img');
    shown.src = picture.src;
    shown.alt = picture.alt;
    $('picture').showModal();
  };
  Object.assign(picture, { tabIndex: 0, role: 'button' });
  picture.addEventListener('click', open);
  picture.addEventListener('keydown', ({ key }) => { if (key === 'Enter') open(); });
  return picture;
}

function footer(message, time) {
  const parts = [message.edited ? say('edited') : '', time].filter(Boolean).join(' ');
  const mark = message.silent ? make('span', { textContent: '🔕 ', title: say('silent') }) : null;
  return make('footer', { className: 'when' }, mark, parts);
}

function keys(message, acts) {
  const rows = message.keyboard.map((row) => make('div', {}, ...row.map((key) => renderKey(message, key, acts))));
  return make('div', { className: 'keys' }, ...rows);
}

/** What each key stands for; an edit may change it. */
const bound = new WeakMap();

function renderKey(message, key, acts) {
  const node = button('', () => press(bound.get(node), acts, node), { dir: 'auto' });
  bind(node, message, key);
  return node;
}

function bind(node, message, key) {
  bound.set(node, { message, key });
  node.textContent = key.url ? `${key.label} ↗` : key.label;
}

function press({ message, key }, acts, node) {
  if (!key.url) acts.press(message, key, node);
  else if (!acts.invitation(key.url)) window.open(key.url, '_blank', 'noopener');
}

/**
 * Shows an edited message in the place of the old one. Keys that stay where they were stay the same nodes, so that nothing is pulled away
 * under a finger.
 */
export function replaceMessage(old, message, time, acts) {
  const now = renderMessage(message, time, acts);
  const [before, after] = [old, now].map((item) => [...item.querySelectorAll('.keys > div')]);
  if (before.length && before.map((row) => row.children.length).join() === after.map((row) => row.children.length).join()) {
    const nodes = old.querySelectorAll('.keys button');
    message.keyboard.flat().forEach((key, place) => { nodes[place].classList.remove('waiting'); bind(nodes[place], message, key); });
    old.firstChild.replaceWith(now.firstChild);
    return old;
  }
  old.replaceWith(now);
  return now;
}
