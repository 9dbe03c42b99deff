import { say } from './texts.js';
import { toast } from './toast.js';

/** A failure that whoever sits at the page has been told of. */
export class Told extends Error {}

async function answered(response) {
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) {
    toast(response.status === 409 && /clock/.test(answer.error) ? say('busy') : say('failed', answer.error ?? answer.title ?? response.statusText), true);
    throw new Told(answer.error ?? response.statusText);
  }
  return answer;
}

async function request(path, options) {
  let response;
  try {
    response = await fetch(`/sandbox/${path}`, options);
  } catch (gone) {
    toast(say('lost'), true);
    throw new Told(gone.message);
  }
  return answered(response);
}

/** Asks the stand-in; with a body, tells it something. A refusal is shown to whoever sits at the page, and thrown. */
export function api(path, body) {
  return request(path, body && { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
}

/** Sends a file into a chat. */
export function send(chat, file, caption) {
  const query = new URLSearchParams({ name: file.name || 'picture.png', type: file.type, caption });
  return request(`chats/${chat}/send?${query}`, { method: 'POST', headers: { 'Content-Type': 'application/octet-stream' }, body: file });
}

/**
 * Listens to what happens for as long as the page is seen; a hidden page listens to nothing, since a browser has few connections for all
 * its tabs. `hear` gets every event, `lost` whether the connection is gone. The first event of each connection names the world.
 */
export function listen(hear, lost) {
  let events = null;
  let again = null;
  const connect = () => {
    clearTimeout(again);
    events?.close();
    events = new EventSource('/sandbox/events');
    events.onopen = () => lost(false);
    events.onmessage = ({ data }) => hear(JSON.parse(data));
    events.onerror = () => {
      lost(true);
      // A browser gives up for good where the answer was an error; we do not.
      if (events.readyState === EventSource.CLOSED) again = setTimeout(connect, 1_000);
    };
  };
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) connect();
    else { clearTimeout(again); events?.close(); }
  });
  addEventListener('pagehide', () => events?.close());
  connect();
}
