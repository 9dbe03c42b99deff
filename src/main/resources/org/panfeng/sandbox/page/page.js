import { beginChat, closeChat, happenings, openChat, redraw, sayText, showChat } from './chat.js';
import { brief, drawClock, jumpButton, restartBot, showClock } from './clock.js';
import { $ } from './dom.js';
import { beginInvitations, join, listenToNewcomers } from './invitation.js';
import { beginPeople, draw, learnPeople, people, replacePeople } from './people.js';
import { forgetPresses } from './presses.js';
import { api, listen, Told } from './server.js';
import { current, either, recall, remember, say, switchLanguage, translatePage } from './texts.js';
import { toast } from './toast.js';
import { beginTour, drawTour, leaveTour, watch } from './tour.js';
import { beginUploads } from './upload.js';

const THEMES = ['auto', 'light', 'dark'];

let world = null;
let early = null;

// --- the world: read whole at each connection, then kept in step by events

async function readWorld(told) {
  if (world !== null && told.world !== world) return beginAnew();
  early = [];
  forgetPresses();
  try {
    const everything = await api('world');
    showClock(everything.clock);
    replacePeople(everything.people);
    if (world === null) begin(everything);
    const wanted = openChat()?.id ?? Number(location.hash.slice(1));
    if (people.has(wanted)) await showChat(wanted, { keep: true });
  } finally {
    const meanwhile = early;
    early = null;
    meanwhile.forEach(hear);
  }
}

/** The whole program was started again: nothing of what this page shows exists any more. */
function beginAnew() {
  remember('anew', 'yes');
  location.reload();
}

function begin(everything) {
  world = everything.world;
  beginInvitations(everything.bot.username, async (id, words) => { await be(id); if (words) await sayText(words); });
  beginTour(world, lead);
  if (recall('anew') === 'yes') toast(say('anew'));
  remember('anew', 'no');
  // Once for each world: afterwards it is for the people themselves to choose, with /settings.
  if (recall('spoken') !== world) speak();
}

/** The people one can be speak the language of the page, so that nobody has to read what they cannot. */
function speak() {
  remember('spoken', world);
  api('language', { language: current() }).catch(() => {});
}

function hear(event) {
  if (event.kind === 'world') return readWorld(event).catch(() => {});
  if (early) return early.push(event);
  if (event.kind === 'clock') return showClock(event);
  if (event.kind === 'joined') return learnPeople();
  happenings[event.kind]?.(event);
  if (event.message) watch(event);
}

async function be(id) {
  leaveTour();
  await showChat(id);
}

/** Leads to a step of the tour: to the person, with the words ready or the clock's button shown. */
async function lead(step) {
  await be(step.who);
  if (step.say) {
    $('text').value = typeof step.say === 'string' ? step.say : either(step.say);
    $('text').focus();
  }
  const jump = step.jump === undefined ? null : jumpButton(step.jump);
  jump?.focus();
  jump?.classList.add('shown');
}

// --- how the page looks

function translate() {
  translatePage();
  showTheme();
  $('language').textContent = say('language');
  drawClock();
  draw();
  redraw();
  if (world) drawTour();
}

function showTheme() {
  const theme = recall('theme') ?? 'auto';
  document.documentElement.dataset.theme = theme;
  $('theme').textContent = say('theme', say(theme));
}

function nextTheme() {
  const now = THEMES.indexOf(recall('theme') ?? 'auto');
  remember('theme', THEMES[(now + 1) % THEMES.length]);
  showTheme();
}

beginPeople(be, brief);
beginChat();
beginUploads(openChat);
listenToNewcomers(current);
$('language').addEventListener('click', () => { $('tools').hidePopover(); switchLanguage(); translate(); speak(); });
$('theme').addEventListener('click', nextTheme);
$('join').addEventListener('click', () => { $('tools').hidePopover(); join(); });
$('restart').addEventListener('click', () => { $('tools').hidePopover(); restartBot().catch(() => {}); });
$('picture').addEventListener('click', () => $('picture').close());
addEventListener('keydown', ({ key, defaultPrevented }) => {
  if (key === 'Escape' && !defaultPrevented && openChat() && !document.querySelector('dialog[open], :popover-open') && matchMedia('(max-width: 760px)').matches) $('back').click();
});
addEventListener('popstate', () => {
  const id = Number(location.hash.slice(1));
  if (!people.has(id)) closeChat();
  else if (id !== openChat()?.id) be(id);
});
// What the server refused has been told where it happened.
addEventListener('unhandledrejection', (event) => { if (event.reason instanceof Told) event.preventDefault(); });
translate();
listen(hear, (isLost) => { $('lost').hidden = !isLost; });
