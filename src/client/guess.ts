import { filled } from '#core/language/words.ts';
import { keepGame } from './keep-game.ts';
import { visitFromScreen } from './screen-visit.ts';

/** "Guess who", one basket at a time. Without this script all baskets stand in a list, each with its answer to open. */
const rounds = [...document.querySelectorAll<HTMLElement>('.guess__round')];
const list = document.querySelector<HTMLElement>('.guess');
const bar = document.querySelector<HTMLElement>('.guess__bar');
const verdict = document.querySelector<HTMLElement>('.guess__verdict');
const score = document.querySelector<HTMLElement>('.guess__score');
const next = document.querySelector<HTMLButtonElement>('.guess__next');

if (list && bar && verdict && score && next) {
  const { right = '', wrong = '', start = '', score: scored = '', end = '' } = bar.dataset;
  const onward = next.textContent;
  let order = rounds;
  let at = 0;
  let known = 0;

  const tell = (words: string, asked: number): void => {
    score.textContent = filled(words, { right: known, asked, left: order.length - asked });
  };

  /** Shows the basket that is on, with nothing answered. */
  const show = (): void => {
    for (const round of rounds) round.hidden = round !== order[at];
    const round = order[at];
    round?.classList.remove('is-answered');
    round?.querySelector('.guess__answer')?.removeAttribute('open');
    for (const choice of round?.querySelectorAll('.guess__choices > li') ?? []) {
      choice.classList.remove('is-right', 'is-wrong');
      choice.querySelector('button')?.removeAttribute('aria-disabled');
    }
    verdict.textContent = '';
    next.hidden = true;
    tell(at === 0 ? start : scored, at);
  };

  const answer = (round: HTMLElement, chosen: HTMLElement): void => {
    if (round.classList.contains('is-answered')) return;
    const { answer: owner, name = '' } = round.dataset;
    const isRight = chosen.dataset['persona'] === owner;
    if (isRight) known += 1;
    round.classList.add('is-answered');
    for (const choice of round.querySelectorAll<HTMLElement>('.guess__choices > li')) {
      choice.classList.toggle('is-right', choice.dataset['persona'] === owner);
      choice.classList.toggle('is-wrong', choice === chosen && !isRight);
      choice.querySelector('button')?.setAttribute('aria-disabled', 'true');
    }
    const reasons = round.querySelector('.guess__answer');
    reasons?.setAttribute('open', '');
    verdict.textContent = filled(isRight ? right : wrong, { name });
    const isLast = at === order.length - 1;
    tell(isLast ? end : scored, at + 1);
    next.textContent = isLast ? (next.dataset['again'] ?? '') : onward;
    next.hidden = false;
    next.focus({ preventScroll: true });
    reasons?.scrollIntoView({ block: 'nearest' });
  };

  for (const round of rounds) {
    for (const choice of round.querySelectorAll<HTMLElement>('.guess__choices > li')) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'guess__choice';
      button.append(...choice.childNodes);
      button.addEventListener('click', () => answer(round, choice));
      choice.append(button);
    }
  }

  next.addEventListener('click', () => {
    at += 1;
    if (at >= order.length) {
      // Another order, so that nobody learns the answers by their place.
      order = shuffled(rounds);
      at = 0;
      known = 0;
    }
    show();
    order[at]?.querySelector<HTMLElement>('.slip__title')?.focus();
  });

  list.classList.add('is-playing');
  bar.hidden = false;
  show();
  const back = document.querySelector<HTMLElement>('.guess__back');
  if (back) visitFromScreen(back);
  void keepGame(list, () => document.querySelector('.guess__round.is-answered') !== null);
}

function shuffled<One>(all: readonly One[]): One[] {
  return all
    .map((one) => ({ one, place: Math.random() }))
    .sort((left, right) => left.place - right.place)
    .map(({ one }) => one);
}
