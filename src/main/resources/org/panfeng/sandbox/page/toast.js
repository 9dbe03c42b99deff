import { $ } from './dom.js';

let fading;

/** A line that fades; one that says what went wrong stays a little longer. */
export function toast(text, wrong = false) {
  $('toast').textContent = text;
  $('toast').classList.toggle('wrong', wrong);
  $('toast').hidden = false;
  clearTimeout(fading);
  fading = setTimeout(() => { $('toast').hidden = true; }, wrong ? 6_000 : 3_500);
}

/** What has to be read before one goes on. */
export function alertWith(text) {
  $('alert').querySelector('p').textContent = text;
  if (!$('alert').open) $('alert').showModal();
}
