import { describe, expect, test } from 'vitest';
import { checkMdx } from '../../src/markdown/check-mdx.ts';
import { formatContentIssue } from '../../src/markdown/content-error.ts';
import { catalogue } from './fixture-catalogue.ts';

/** The issues of a text on the Brand Enthusiast's page, as they are printed. */
function issues(source: string, owner = 'personas/brand-enthusiast'): string[] {
  const file = `content/${owner}.mdx`;
  return checkMdx({ source, file, owner }, catalogue).map(formatContentIssue);
}

describe('checkMdx()', () => {
  test('accepts every component, written as the editor writes it', () => {
    const source = [
      'Text with <Fact is="customers" /> and <Fact is="personas/careful-giver#yearlySpend" />,',
      '<Kpi id="return-rate" /> and <Persona id="careful-giver" />.',
      '',
      '<Claim when="ordersPerYear >= 9 and not (customers < 10)">',
      '  They buy about once a month.',
      '</Claim>',
      '',
      '<Chart id="categories" />',
      '',
      '<Result id="saved-basket" />',
      '',
      '<Quote by="a customer">',
      '  I just come here.',
      '</Quote>',
      '',
      '<ForRole role="packing">',
      '  Fold the hem to the front.',
      '</ForRole>',
      '',
      '<Photo src="bench.png" alt="The bench" credit="We" />',
      '',
      '<Callout tone="warn" title="Mind">',
      '  A [link](/kpis/return-rate/) and [another](https://example.com/).',
      '</Callout>',
    ].join('\n');
    expect(issues(source)).toEqual([]);
  });

  test.each([
    ['import x from "y"', 'no import or export'],
    ['export const x = 1', 'no import or export'],
    ['Hello {process.exit()}', 'text; to show a brace'],
    ['{process.exit()}', 'text; to show a brace'],
    ['<Fact {...stolen} />', 'attributes as name="text"'],
    ['<Fact is={process.exit()} />', '<Fact is="text">'.replace('<Fact ', '').replace('>', '')],
    ['<script>alert(1)</script>', 'no HTML'],
    ['<div>x</div>', 'no HTML'],
    ['<Fact is="customers" onclick="x" />', 'an attribute of Fact: is'],
    ['![x](https://example.com/x.png)', '<Photo'],
    ['[x](javascript:alert)', 'a link that begins with'],
    ['[x](//example.com)', 'a link that begins with'],
    ['<https://example.com>', 'a link as [text](address)'],
    ['a { b', 'text; to show a brace'],
    ['Save {10 %} now', 'found braces { } around something that is no text; expected text;'],
    ['<Fact is={a b} />', 'values of a component stand in quotes'],
    ['under <5 days', 'found a < that begins no component'],
    ['<!-- later -->', 'found a remark'],
    ['<Callout>', 'Markdown with closed components'],
  ])('refuses %s', (source, expected) => {
    expect(issues(source).join('\n')).toContain(expected);
  });

  test('names file, line, column and the nearest fact', () => {
    expect(issues('One line.\n\nThere are <Fact is="custmers" /> of them.')).toEqual([
      'content/personas/brand-enthusiast.mdx:3:11: found <Fact is="custmers">; expected a fact of personas/brand-enthusiast, perhaps "customers"',
    ]);
  });

  test('counts lines of the file, its head included', () => {
    expect(issues('---\nname: x\n---\n\n<Fatc is="customers" />')).toEqual([
      'content/personas/brand-enthusiast.mdx:5:1: found <Fatc>; expected a component, perhaps <Fact>',
    ]);
  });

  test.each([
    ['<Persona id="careful-givr" />', 'perhaps "careful-giver"'],
    ['<Kpi id="retrn-rate" />', 'perhaps "return-rate"'],
    ['<Chart id="categoris" />', 'perhaps "categories"'],
    ['<Fact is="personas/careful-givr#customers" />', 'perhaps "personas/careful-giver"'],
    ['[x](/personas/careful-givr/)', 'perhaps "/personas/careful-giver/"'],
    ['<Claim when="orderPerYear > 1">\n  x\n</Claim>', 'perhaps "ordersPerYear"'],
    ['<ForRole role="packin">\n  x\n</ForRole>', 'perhaps "packing"'],
    ['<fact is="customers" />', 'perhaps <Fact>'],
    ['<Photo src="bensh.png" alt="x" />', 'perhaps "bench.png"'],
  ])('suggests a name for %s', (source, expected) => {
    expect(issues(source).join('\n')).toContain(expected);
  });

  test.each([
    ['<Fact />', '<Fact> without "is"'],
    ['<Claim when="customers >">\n  x\n</Claim>', 'Cannot read claim'],
    ['Some <Claim when="customers > 1">text</Claim> here.', '<Claim> inside a sentence'],
    ['See <Chart id="categories" /> here.', '<Chart> inside a sentence'],
    ['<Quote by="a customer">On one line</Quote>', '<Quote> inside a sentence'],
    ['<Chart id="categories">x</Chart>', 'text inside <Chart>'],
    ['<Result />', '<Result /> on personas/brand-enthusiast'],
  ])('explains %s', (source, expected) => {
    expect(issues(source).join('\n')).toContain(expected);
  });

  test('lists all issues of a text at once, in order', () => {
    expect(issues('{a}\n\n<Nope />\n\n<Fact is="b" />')).toHaveLength(3);
  });
});
