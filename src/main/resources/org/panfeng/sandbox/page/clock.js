import { $, button } from './dom.js';
import { api } from './server.js';
import { current, either, say } from './texts.js';

const LOOK_EVERY_MILLIS = 300;

let clock = { now: new Date().toISOString(), zone: 'UTC', jumps: [], busy: false };
let ahead = 0;
let doing = '';
let looking;

const format = (instant, options) =>
  new Intl.DateTimeFormat(current() === 'zh' ? 'zh-CN' : 'en-GB', { timeZone: clock.zone, ...options }).format(new Date(instant));
const officeNow = () => new Date(Date.now() + ahead);

export const hour = (instant) => format(instant, { hour: '2-digit', minute: '2-digit' });
export const day = (instant) => format(instant, { weekday: 'short', month: 'short', day: 'numeric' });
/** The hour of today's messages, the day of older ones. */
export const brief = (instant) => (day(instant) === day(officeNow()) ? hour(instant) : format(instant, { month: 'numeric', day: 'numeric' }));

/** Shows the clock as the stand-in tells it, and keeps looking while the time passes quickly. */
export function showClock(told) {
  clock = told;
  ahead = new Date(told.now) - Date.now();
  if (!clock.busy) doing = '';
  clearTimeout(looking);
  if (clock.busy) looking = setTimeout(async () => showClock(await api('clock')), LOOK_EVERY_MILLIS);
  drawClock();
}

export function drawClock() {
  const now = officeNow();
  $('now').textContent = `${day(now)} ${hour(now)}`;
  $('now').dateTime = now.toISOString();
  document.body.classList.toggle('passing', clock.busy);
  $('restart').hidden = !clock.restarts;
  $('restart').disabled = clock.busy;
  drawJumps();
}

function drawJumps() {
  const key = JSON.stringify([clock.jumps, clock.busy, doing, current()]);
  if ($('jumps').dataset.drawn === key) return;
  $('jumps').dataset.drawn = key;
  const jumps = clock.jumps.map((jump) => button(either(jump), () => move(jump), { title: `${day(jump.target)} ${hour(jump.target)}` }));
  $('jumps').replaceChildren(...(clock.busy ? [say(doing || 'passing')] : jumps));
}

async function move(jump) {
  showClock(await api('clock', { target: jump.target }));
}

export async function restartBot() {
  doing = 'restarting';
  showClock(await api('restart', {}));
}

/** The jump with this number, or the one that leads the least far, for whoever is shown where it is. */
export function jumpButton(wanted) {
  if (wanted !== 'next') return $('jumps').children[wanted];
  const targets = clock.jumps.map(({ target }) => target);
  return $('jumps').children[targets.indexOf([...targets].sort()[0])];
}

setInterval(drawClock, 5_000);
