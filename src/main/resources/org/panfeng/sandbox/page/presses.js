import { api } from './server.js';
import { say } from './texts.js';
import { alertWith, toast } from './toast.js';

const LATE_MILLIS = 10_000;

const waiting = new Map();
const early = [];
let pressing = 0;

/** Presses a key below a message in somebody's chat; the key waits until the bot has answered. */
export async function press(chat, message, key, node) {
  node.classList.add('waiting');
  pressing += 1;
  try {
    const { queryId } = await api(`chats/${chat}/tap`, { messageId: message.id, data: key.data });
    waiting.set(queryId, node);
    setTimeout(() => { if (waiting.has(queryId)) toast(say('late')); }, LATE_MILLIS);
  } catch (failed) {
    node.classList.remove('waiting');
    throw failed;
  } finally {
    pressing -= 1;
    early.splice(0).forEach(answered);
  }
}

/** Nobody has listened for a while, and what was answered meanwhile is not told again. */
export function forgetPresses() {
  waiting.forEach((node) => node.classList.remove('waiting'));
  waiting.clear();
}

/** What the bot answers to a press is shown to whoever pressed here; not in another tab. */
export function answered(event) {
  const node = waiting.get(event.queryId);
  if (!node) {
    // The answer may be here before we know that it is the answer to our press.
    if (pressing) early.push(event);
    return;
  }
  node.classList.remove('waiting');
  waiting.delete(event.queryId);
  if (event.text && event.alert) alertWith(event.text);
  else if (event.text) toast(event.text);
}
