/** The element of the page with this id. */
export const $ = (id) => document.getElementById(id);

/** An element with properties and children; text is never read as HTML, and what is missing or false is left out. */
export function make(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children.filter((child) => child != null && child !== false));
  return node;
}

/** A button that does something when it is pressed. */
export function button(label, press, properties = {}) {
  const node = make('button', { type: 'button', textContent: label, ...properties });
  node.addEventListener('click', () => press(node));
  return node;
}

/** The round picture beside a name: its first character, as a reader would count it, on a colour of the person's own. */
export function face(person) {
  const [first] = new Intl.Segmenter().segment(person.name);
  const node = make('span', { className: 'face', textContent: first.segment, ariaHidden: 'true' });
  node.style.setProperty('--hue', (person.id * 47) % 360);
  return node;
}
