import { settleStyles } from './settle-styles.ts';

/**
 * For my role: puts the parts of a page that matter to the chosen role first, and its notes at the head of a text.
 * Nodes are moved, not painted elsewhere: what is read, seen and reached by keyboard stays in one order. Runs before
 * the first painting; nothing that everybody sees is hidden, and without this script everything stands in the order for everybody.
 */
const STORED = 'role';
const PARAMETER = 'role';

const form = document.querySelector<HTMLFormElement>('.role-choice');
const select = form?.querySelector('select');
const told = form?.querySelector<HTMLElement>('[role=status]');

/** Where a note stood before it was moved. */
const places = new Map<Element, Comment>();
/** The children of an ordered part of the page, as they stand for everybody. */
const orders = new Map<Element, HTMLElement[]>();

settleStyles();
if (form && select && told) {
  form.hidden = false;
  const roles = new Set([...select.options].map(({ value }) => value));
  const known = (role: string | null): string | null =>
    role !== null && roles.has(role) ? role : null;

  // A link lends its role for the visit; what was chosen on this device stays.
  const lent = known(new URLSearchParams(location.search).get(PARAMETER));
  if (lent !== null) write('sessionStorage', lent);
  const role = lent ?? known(read('sessionStorage')) ?? known(read('localStorage')) ?? '';
  select.value = role;
  if (role !== '') arrange(role);

  form.addEventListener('submit', (event) => event.preventDefault());
  select.addEventListener('change', () => {
    const isKept = write('localStorage', select.value);
    write('sessionStorage', null);
    const here = new URL(location.href);
    if (here.searchParams.has(PARAMETER)) {
      here.searchParams.delete(PARAMETER);
      history.replaceState(null, '', here);
    }
    arrange(select.value);
    told.textContent = form.dataset[isKept ? 'kept' : 'notKept'] ?? '';
  });
}

/** Puts the page in the order of a role; '' is everybody. */
function arrange(role: string): void {
  for (const [note, place] of places) place.replaceWith(note);
  places.clear();
  for (const head of document.querySelectorAll<HTMLElement>('[data-own-notes]')) {
    const notes = role ? (head.parentElement?.querySelectorAll(`[data-role="${role}"]`) ?? []) : [];
    for (const note of notes) {
      const place = document.createComment('');
      note.replaceWith(place);
      places.set(note, place);
      head.append(note);
    }
  }
  // "What this means for me" leads to where the notes are now.
  const head = document.querySelector('#my-notes')?.hasChildNodes() ? '#my-notes' : '#for-me';
  for (const link of document.querySelectorAll('a[href="#for-me"], a[href="#my-notes"]')) {
    link.setAttribute('href', head);
  }
  for (const whole of document.querySelectorAll<HTMLElement>('[data-order]')) {
    const parts = orders.get(whole) ?? ([...whole.children] as HTMLElement[]);
    orders.set(whole, parts);
    const first = (JSON.parse(whole.dataset['order'] ?? '{}') as Record<string, string[]>)[role];
    const rank = ({ dataset }: HTMLElement): number => {
      const place = first?.indexOf(dataset['part'] ?? '') ?? -1;
      return place < 0 ? parts.length : place;
    };
    whole.append(...[...parts].sort((left, right) => rank(left) - rank(right)));
    // What is here for a role alone comes to what everybody has, and on paper so do its notes.
    for (const part of parts) {
      if (part.dataset['forRole'] === undefined) continue;
      part.hidden = rank(part) === parts.length;
      const notes = `.notes [data-for-role="${part.dataset['forRole']}"]`;
      for (const note of document.querySelectorAll<HTMLElement>(notes)) note.hidden = part.hidden;
    }
  }
}

/** What a store remembers; null where the browser lets no page remember anything. */
function read(store: 'localStorage' | 'sessionStorage'): string | null {
  try {
    return window[store].getItem(STORED);
  } catch {
    return null;
  }
}

/** Whether it is remembered now; null or '' forgets. */
function write(store: 'localStorage' | 'sessionStorage', role: string | null): boolean {
  try {
    if (role) window[store].setItem(STORED, role);
    else window[store].removeItem(STORED);
    return true;
  } catch {
    return false;
  }
}
