import { $, button, make } from './dom.js';
import { people } from './people.js';
import { either, recall, remember, say } from './texts.js';

const STAFF = 103;
const NEWCOMER = 104;
const ADMIN = 101;
const LEADER = 102;
const START = ['开始答题', 'Start quiz'];

const fromBot = (mark) => ({ kind, message }) => (kind === 'sent' || kind === 'edited') && message.fromBot && message.text.includes(mark);
const asks = (labels) => ({ kind, message }) => kind === 'sent' && message.keyboard.flat().some(({ label }) => labels.includes(label));
const offersMakeUp = ({ kind, message }) => kind === 'sent' && message.keyboard.flat().some(({ label }) => /^(补学|Make up) /.test(label));
const of = (id, happened) => (event) => event.chat === id && happened(event);
const played = (happened) => (event) => Boolean(people.get(event.chat)?.part) && happened(event);

/**
 * What there is to see, in the order in which it is best seen. `happened` recognises it among the events; where it has to happen several
 * times, `times` says how often and `key` what makes one time different from another. `who` and `say`, or `jump`, lead there.
 */
const STEPS = [
  { id: 'push', who: STAFF, jump: 0, happened: of(STAFF, asks(START)),
    zh: '做一回职工李晓明，按“到推送时间”：今天的短文来了。', en: 'Be 李晓明, a member of staff, and press “Go to the push”: today’s reading arrives.' },
  { id: 'quiz', who: STAFF, happened: played(fromBot('🎉')),
    zh: '按“开始答题”，一题一题点下去，每题马上看到对错和原因。', en: 'Press “Start quiz” and answer; each answer tells you at once whether and why.' },
  { id: 'streak', who: STAFF, say: '/streak', happened: played(fromBot('🟩')),
    zh: '发 /streak，看连续了几天、排在第几。', en: 'Send /streak: how many days in a row, and which place.' },
  { id: 'why', who: STAFF, say: '/why', happened: played(fromBot('🔍')),
    zh: '发 /why，看每一天怎么算、为什么。', en: 'Send /why: what each day counts, and why.' },
  { id: 'join', who: NEWCOMER, happened: of(NEWCOMER, asks(START)),
    zh: '换成还没加入的林小满，打开邀请链接加入。', en: 'Be 林小满, who has not joined yet, and open the invitation link.' },
  { id: 'mornings', who: NEWCOMER, jump: 'next', times: 3, key: ({ message }) => message.text.split('\n')[0], happened: of(NEWCOMER, fromBot('🎉')),
    zh: '按“明天早上”再到推送时间，连着学三天，看天数变长。', en: 'Press “Next morning”, go to the push, and study three days in a row: the streak grows.' },
  { id: 'missed', who: STAFF, say: '/today', happened: played(offersMakeUp),
    zh: '再做李晓明，这几天一直没学。发 /today：保护卡保住了什么，哪天还能补学。', en: 'Be 李晓明 again, who has missed days by now: /today says what a freeze has kept and what can be made up.' },
  { id: 'leave', who: STAFF, say: '/leave', happened: of(ADMIN, fromBot('🙋')),
    zh: '发 /leave，在月历上选日期请假，再换成管理员陈静批准。', en: 'Send /leave, choose the days in the month, then be 陈静, the admin, and agree.' },
  { id: 'invite', who: ADMIN, say: '/people', happened: of(ADMIN, fromBot('?start=')),
    zh: '做管理员陈静，发 /people 建一个部门，拿到邀请链接。', en: 'Be 陈静, the admin: /people makes a department and its invitation link.' },
  { id: 'notice', who: ADMIN, say: { zh: '/broadcast 周五 15:00 消防演练，请提前五分钟到楼前集合。', en: '/broadcast Fire drill on Friday at 15:00. Please be in front of the building five minutes early.' }, happened: of(ADMIN, fromBot('📋')),
    zh: '用 /broadcast 发一条通知：预览、发送、看进度和报告。', en: 'Send a notice with /broadcast: preview, send, progress, report.' },
  { id: 'calendar', who: ADMIN, say: '/calendar', happened: of(ADMIN, fromBot('📅')),
    zh: '发 /calendar 加一天放假：先看影响多少人，再确定，还能撤销。', en: 'Add a day off with /calendar: see first what changes, confirm, undo.' },
  { id: 'ranking', who: LEADER, say: '/ranking', happened: of(LEADER, fromBot('🏆')),
    zh: '做领导周立新，发 /ranking 看排行，翻页，选部门。', en: 'Be 周立新, a leader: /ranking, turn the page, choose a department.' },
  { id: 'language', who: STAFF, say: '/settings', happened: played(fromBot('⚙️')),
    zh: '发 /settings，换一种语言，改推送时间，或关掉提醒。', en: 'Send /settings: choose the other language, another push time, or no reminder.' },
];

let world = '';
let seen = {};
let go = () => {};

/**
 * @param id of the world: in another one nothing has been seen
 * @param onGo gets a step to which somebody wants to be led
 */
export function beginTour(id, onGo) {
  world = id;
  go = onGo;
  recollect();
  $('tour-open').addEventListener('click', () => show($('tour').hidden));
  $('tour-close').addEventListener('click', () => { show(false); $('tour-open').focus(); });
  $('step').addEventListener('click', () => show(true));
  addEventListener('storage', ({ key }) => { if (key === 'tour') { recollect(); drawTour(); } });
  show(matchMedia('(min-width: 1100px)').matches && recall('tour-hidden') !== 'yes', false);
  drawTour();
}

function recollect() {
  try {
    const kept = JSON.parse(recall('tour') ?? '{}');
    seen = kept.world === world ? kept.seen : {};
  } catch { seen = {}; }
}

function show(isShown, isChoice = true) {
  $('tour').hidden = !isShown;
  $('tour-open').ariaExpanded = String(isShown);
  document.body.classList.toggle('touring', isShown);
  if (isChoice) remember('tour-hidden', isShown ? 'no' : 'yes');
  drawStep();
}

export function leaveTour() {
  if (!matchMedia('(min-width: 1100px)').matches) show(false, false);
}

const timesSeen = (step) => (seen[step.id] ?? []).length;
const isDone = (step) => timesSeen(step) >= (step.times ?? 1);

/** Ticks off what this event shows. */
export function watch(event) {
  let news = false;
  for (const step of STEPS) {
    if (isDone(step) || !step.happened(event)) continue;
    const key = step.key ? step.key(event) : 'once';
    if (seen[step.id]?.includes(key)) continue;
    seen[step.id] = [...(seen[step.id] ?? []), key];
    news = true;
  }
  if (!news) return;
  remember('tour', JSON.stringify({ world, seen }));
  drawTour();
}

export function drawTour() {
  const done = STEPS.filter(isDone).length;
  $('tour-open').querySelector('b').textContent = `${done}/${STEPS.length}`;
  const next = STEPS.find((step) => !isDone(step));
  $('steps').replaceChildren(...STEPS.map((step) => item(step, step === next)));
  const { offsetTop } = $('steps').querySelector('.next') ?? $('tour');
  if (offsetTop > $('tour').scrollTop + $('tour').clientHeight * 0.7) $('tour').scrollTop = offsetTop - $('tour').clientHeight / 2;
  if (!next) $('steps').append(make('li', { className: 'end', textContent: say('tour-done') }));
  drawStep();
}

function item(step, isNext) {
  const count = step.times ? ` ${Math.min(timesSeen(step), step.times)}/${step.times}` : '';
  const words = make('span', {}, make('span', { textContent: either(step) + count }));
  if (isDone(step)) words.append(make('span', { className: 'unseen', textContent: ` (${say('done')})` }));
  if (isNext) words.append(button(say('show'), () => { leaveTour(); go(step); }));
  const node = make('li', { className: isDone(step) ? 'done' : isNext ? 'next' : '' }, make('span', { className: 'tick', ariaHidden: 'true', textContent: isDone(step) ? '✓' : '' }), words);
  if (isNext) node.ariaCurrent = 'step';
  return node;
}

/** Where the tour itself is not shown, its next step is, in one line. */
function drawStep() {
  const next = STEPS.find((step) => !isDone(step));
  $('step').hidden = !next || !$('tour').hidden || matchMedia('(min-width: 1100px)').matches;
  if (next) $('step').textContent = say('tour-now', either(next));
}
