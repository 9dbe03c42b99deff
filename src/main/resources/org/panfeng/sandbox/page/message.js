import { say } from './texts.js';

/** An element with properties and children; text is never read as HTML. */
export function make(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children.filter((child) => child !== null));
  return node;
}

export function face(person) {
  const node = make('span', { className: 'face', textContent: [...person.name][0] });
  node.style.setProperty('--hue', (person.id * 47) % 360);
  return node;
}

/** One message with its buttons; acts has press(message, button) and command(text). */
export function renderMessage(message, time, acts) {
  const bubble = make('div', { className: 'bubble' }, attached(message), words(message, acts), footer(message, time));
  const item = make('li', { className: message.fromBot ? '' : 'mine' }, bubble);
  item.dataset.id = message.id;
  if (message.keyboard.length) item.append(keys(message, acts));
  return item;
}

function words(message, acts) {
  if (message.kind === 'VOICE') return make('div', { textContent: '🎤' });
  // The stand-in escapes whatever is not known formatting, and the page's policy lets no script in a text run.
  const node = make('div', { className: message.kind === 'STICKER' ? 'sticker' : 'words', innerHTML: message.html });
  node.addEventListener('click', ({ target }) => {
    if (target.matches('.spoiler')) target.classList.toggle('shown');
    if (target.matches('.command')) acts.command(target.textContent);
  });
  return node;
}

function attached({ kind, file }) {
  if (kind === 'PHOTO') return make('img', { src: `/sandbox/files/${file.id}`, alt: file.name });
  if (kind !== 'DOCUMENT') return null;
  const size = file.size < 1024 ? `${file.size} B` : `${Math.round(file.size / 1024)} kB`;
  return make('a', { className: 'file', href: `/sandbox/files/${file.id}`, download: file.name },
    make('span', {}, file.name, make('small', { textContent: size })));
}

function footer(message, time) {
  const parts = [message.silent ? '🔕' : '', message.edited ? say('edited') : '', time];
  return make('footer', { className: 'when', textContent: parts.filter(Boolean).join(' ') });
}

function keys(message, acts) {
  const rows = message.keyboard.map((row) => make('div', {}, ...row.map((button) => key(message, button, acts))));
  return make('div', { className: 'keys' }, ...rows);
}

function key(message, button, acts) {
  const node = make('button', { type: 'button', textContent: button.url ? `${button.label} ↗` : button.label });
  node.addEventListener('click', () => {
    if (button.url) window.open(button.url, '_blank', 'noopener');
    else acts.press(message, button, node);
  });
  return node;
}
