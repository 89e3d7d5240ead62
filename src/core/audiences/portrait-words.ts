/**
 * A Portrait as it is named beside one customer – on a packing tag, a call sheet and at the service desk alike.
 * Definition: its name; behind it, that it is a hint where its group is not sure, and that it is a first guess where the customer bought on
 * one day only: a habit shows in what somebody does again. Source: docs/audiences.md. Empty case: the bare name.
 *
 * @example portraitWords({ name: 'Gift Giver', isHint: false }, { boughtOnce: false }) // => 'Gift Giver'
 * @example portraitWords({ name: 'Gift Giver', isHint: false }, { boughtOnce: true }) // => 'Gift Giver (a first guess, after one purchase)'
 * @example portraitWords({ name: 'Gift Giver', isHint: true }, { boughtOnce: true }) // => 'Gift Giver (a hint, not yet a Portrait; a first guess, after one purchase)'
 */
export function portraitWords(
  { name, isHint }: { name: string; isHint: boolean },
  { boughtOnce }: { boughtOnce: boolean },
): string {
  const cautions = [
    isHint && 'a hint, not yet a Portrait',
    boughtOnce && 'a first guess, after one purchase',
  ].filter((caution) => caution !== false);
  return cautions.length === 0 ? name : `${name} (${cautions.join('; ')})`;
}
