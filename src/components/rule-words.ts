import { formatValue } from '#core/format/format-value.ts';
import type { Formats } from '#core/format/formats.ts';
import { wordsOf } from '#core/language/words-of.ts';
import { filled } from '#core/language/words.ts';
import type { Persona, RuleCondition } from '#core/schemas/persona.ts';

/** Who is meant by a Portrait by rule, and whether the figures are theirs: hidden ones are nobody's. */
export function meantByRule(
  { rule = [], facts }: Pick<Persona, 'rule' | 'facts'>,
  formats: Formats,
): string {
  const { check } = wordsOf(formats);
  const isMeasured = facts.some(({ status }) => status === 'ok');
  return [
    filled(check.byRule, { rule: ruleWords(rule, formats) }),
    ...(isMeasured ? [check.theirs] : []),
  ].join(' ');
}

/** The conditions that make a Portrait, in words: "gift orders at least 50% and orders a year at least 3". */
export function ruleWords(conditions: readonly RuleCondition[], formats: Formats): string {
  const { check } = wordsOf(formats);
  return conditions
    .map((condition) => `${condition.label.toLowerCase()} ${limits(condition, formats)}`)
    .join(check.and);
}

function limits({ unit, atLeast, atMost }: RuleCondition, formats: Formats): string {
  const { check } = wordsOf(formats);
  const written = (value: number): string => formatValue(value, unit, formats);
  if (atLeast !== undefined && atMost !== undefined) {
    return filled(check.between, { low: written(atLeast), high: written(atMost) });
  }
  return atLeast === undefined
    ? filled(check.atMost, { high: written(atMost ?? 0) })
    : filled(check.atLeast, { low: written(atLeast) });
}
