import { $, button, make } from './dom.js';

/**
 * The menu of commands above the message box, and what the keys do there. While the menu is open, arrow keys choose in it.
 *
 * @param menu says the commands of the person one is
 * @param run says a command
 */
export function beginCommands(menu, run) {
  const show = (prefix) => {
    const commands = menu().filter(({ command }) => `/${command}`.startsWith(prefix));
    $('menu').replaceChildren(...commands.map((command) => make('li', { role: 'none' }, item(command, run))));
    open(commands.length > 0);
  };
  $('commands').addEventListener('click', () => {
    if (!$('menu').hidden) return closeCommands();
    show('/');
    $('menu').querySelector('button')?.focus();
  });
  $('text').addEventListener('input', ({ target }) => {
    if (/^\/\w*$/.test(target.value)) show(target.value); else closeCommands();
  });
  $('text').addEventListener('keydown', typed);
  $('menu').addEventListener('keydown', walk);
  document.addEventListener('click', ({ target }) => { if (!target.closest('#menu, #composer')) closeCommands(); });
}

export function closeCommands() {
  open(false);
}

function open(isOpen) {
  $('menu').hidden = !isOpen;
  $('commands').ariaExpanded = String(isOpen);
}

function item({ command, description }, run) {
  const node = button('', () => { $('text').value = ''; run(`/${command}`); $('text').focus(); }, { role: 'option' });
  node.append(make('b', { textContent: `/${command}` }), make('span', { textContent: description }));
  return node;
}

function typed(event) {
  // While a Chinese input method composes, Enter chooses a word.
  if (event.isComposing) return;
  if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault();
    $('composer').requestSubmit();
  } else if (event.key === 'Escape' && !$('menu').hidden) {
    event.preventDefault();
    closeCommands();
  } else if (!$('menu').hidden && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    event.preventDefault();
    const all = $('menu').querySelectorAll('button');
    all[event.key === 'ArrowDown' ? 0 : all.length - 1]?.focus();
  }
}

function walk(event) {
  const all = [...$('menu').querySelectorAll('button')];
  const at = all.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
  if (to !== undefined) {
    event.preventDefault();
    (all[to] ?? $('text')).focus();
  } else if (event.key === 'Escape') {
    event.preventDefault();
    closeCommands();
    $('text').focus();
  }
}
