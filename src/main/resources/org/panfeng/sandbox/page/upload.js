import { $, make } from './dom.js';
import { size } from './message.js';
import { send } from './server.js';
import { say } from './texts.js';
import { toast } from './toast.js';

const MEGABYTE = 1 << 20;
const MOST = 20 * MEGABYTE;

let chosen = null;

/** Files that are chosen, pasted or dropped go, after a look at them, into the chat that `chat` says is open. */
export function beginUploads(chat) {
  $('attach').addEventListener('click', () => $('file').click());
  $('file').addEventListener('change', () => { look($('file').files[0]); $('file').value = ''; });
  $('text').addEventListener('paste', ({ clipboardData }) => { if (clipboardData.files.length) look(clipboardData.files[0]); });
  $('chat').addEventListener('dragover', (event) => { if (!$('composer').hidden) event.preventDefault(); });
  $('chat').addEventListener('drop', (event) => {
    if ($('composer').hidden || !event.dataTransfer.files.length) return;
    event.preventDefault();
    look(event.dataTransfer.files[0]);
  });
  $('upload').addEventListener('close', () => {
    const caption = $('upload').querySelector('input').value;
    if ($('upload').returnValue === 'send' && chosen && chat()) send(chat().id, chosen, caption).catch(() => {});
    $('upload').returnValue = '';
    forget();
  });
}

/** Shows the file before it is sent. */
function look(file) {
  if (!file) return;
  if (!file.size) return toast(say('file-empty'), true);
  if (file.size > MOST) return toast(say('too-large', (file.size / MEGABYTE).toFixed(1)), true);
  forget();
  chosen = file;
  const picture = file.type.startsWith('image/') && make('img', { src: URL.createObjectURL(file), alt: '' });
  $('upload').querySelector('.what').replaceChildren(picture || '📎 ', make('b', { textContent: file.name, dir: 'auto' }), ` ${size(file.size)}`);
  $('upload').querySelector('input').value = '';
  $('upload').showModal();
}

function forget() {
  const picture = $('upload').querySelector('.what img');
  if (picture) URL.revokeObjectURL(picture.src);
  chosen = null;
}
