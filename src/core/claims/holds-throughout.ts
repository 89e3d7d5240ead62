import type { Fact } from '#core/schemas/fact.ts';
import { changeIs } from './change-word.ts';
import { factsOfClaim, type Claim, type Comparator } from './claim.ts';
import { COMPARE, evaluateClaim } from './evaluate-claim.ts';

/** Three answers, as in Kleene's logic: it holds at every value of the interval, at none, or at some. */
type Answer = 'always' | 'never' | 'sometimes';

interface Range {
  value: number;
  low: number;
  high: number;
  /** 1 is all of it. */
  isShare: boolean;
}

/**
 * Whether a claim holds throughout the intervals of its facts – so that a drafted sentence never says more than is
 * known: "twice a month" needs both ends of the interval to be about twice a month. Definition: every comparison is
 * asked at both ends and joined by Kleene's three-valued logic; only a claim that holds at all values holds. A count is
 * known and asked at its value; any other fact without an interval may lie anywhere: its interval was withheld because
 * too few or too uneven customers stand behind it. A comparison with 0 asks whether there is any at all, one of a share for 1
 * whether it is all, which is counted and not estimated: it is asked of the value. Source: Kleene, Introduction to Metamathematics (1952), §64. What cannot be seen
 * supports no sentence, as in `evaluateClaim`.
 *
 * @example holdsThroughout({ kind: 'comparison', fact: 'returnRate', comparator: '>', number: 0.1 }, []) // => false
 */
export function holdsThroughout(claim: Claim, facts: readonly Fact[]): boolean {
  if (!evaluateClaim(claim, facts).holds) return false;
  const ranges = new Map<string, Range>();
  for (const id of factsOfClaim(claim)) {
    const fact = facts.find((one) => one.id === id);
    if (typeof fact?.value !== 'number') return false;
    ranges.set(id, rangeOf(fact, fact.value));
  }
  return answer(claim, ranges, facts) === 'always';
}

function rangeOf(fact: Fact, value: number): Range {
  const interval = 'interval' in fact ? fact.interval : undefined;
  const isShare = fact.unit === 'ratio';
  if (interval) return { value, low: interval.low, high: interval.high, isShare };
  return fact.unit === 'count'
    ? { value, low: value, high: value, isShare }
    : { value, low: -Infinity, high: Infinity, isShare };
}

function answer(claim: Claim, ranges: ReadonlyMap<string, Range>, facts: readonly Fact[]): Answer {
  if (claim.kind === 'comparison') {
    const range = ranges.get(claim.fact);
    return range ? compared(range, claim.comparator, claim.number) : 'never';
  }
  // The verdict has asked the intervals already.
  if (claim.kind === 'change') return changeIs(claim.word, facts) ? 'always' : 'never';
  if (claim.kind === 'not') return OPPOSITE[answer(claim.claim, ranges, facts)];
  const answers = [answer(claim.left, ranges, facts), answer(claim.right, ranges, facts)];
  const [decisive, otherwise] = claim.kind === 'and' ? DECIDES_AND : DECIDES_OR;
  if (answers.includes(decisive)) return decisive;
  return answers.includes('sometimes') ? 'sometimes' : otherwise;
}

const OPPOSITE = { always: 'never', never: 'always', sometimes: 'sometimes' } as const;
const DECIDES_AND = ['never', 'always'] as const;
const DECIDES_OR = ['always', 'never'] as const;

function compared(
  { value, low, high, isShare }: Range,
  comparator: Comparator,
  limit: number,
): Answer {
  const holds = COMPARE[comparator];
  if (limit === 0 || (isShare && limit === 1 && comparator === '==')) {
    return holds(value, limit) ? 'always' : 'never';
  }
  const inside = limit > low && limit < high;
  const ends = [holds(low, limit), holds(high, limit)];
  if (ends[0] === ends[1] && !(comparator === '==' && inside)) return ends[0] ? 'always' : 'never';
  return 'sometimes';
}
