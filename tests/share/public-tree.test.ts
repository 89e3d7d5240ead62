import { mdxToMdast, type MdastNode } from 'satteri';
import { describe, expect, test } from 'vitest';
import { publicTree } from '../../src/share/public-tree.ts';

const NAMES = {
  personas: new Set(['giver']),
  insights: new Set(['basket']),
  facts: new Map([['personas/giver', new Set(['mainCategory'])]]),
};

/** What is left of a text, as plain words: one line for each block, links with their address. */
function publicWords(source: string): string[] {
  const root: MdastNode = publicTree(mdxToMdast(source), 'personas/giver', NAMES);
  return 'children' in root ? (root.children as MdastNode[]).map(words) : [];
}

function words(node: MdastNode): string {
  const inner = 'children' in node ? (node.children as MdastNode[]).map(words).join('') : '';
  if (node.type === 'link') return `[${inner}](${node.url})`;
  if (node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement') {
    return `<${node.name}>${inner}`;
  }
  return 'value' in node && typeof node.value === 'string' ? node.value : inner;
}

describe('publicTree()', () => {
  test('publicTree() keeps words, claims and public figures', () => {
    expect(
      publicWords(
        'They buy <Fact is="mainCategory" />.\n\n<Claim when="orders > 3">\n  They come back.\n</Claim>',
      ),
    ).toEqual(['They buy <Fact>.', '<Claim>They come back.']);
  });

  test.each([
    ['a figure that is not public', 'There are <Fact is="customers" /> of them.'],
    ["another entry's figure", 'Like <Fact is="personas/other#mainCategory" />.'],
    ['a KPI in a sentence', 'It moves <Kpi id="net-revenue" />.'],
    ['a Portrait that is not approved', 'Unlike <Persona id="secret-kind" />.'],
    ['a chart', '<Chart id="categories" />'],
    ['a result', '<Result />'],
    ['a photo', '<Photo src="a.jpg" alt="Somebody" />'],
    ["a customer's words", '<Quote by="a customer">\n  I just come here.\n</Quote>'],
    ['a note for colleagues', '<ForRole role="packing">\n  Fold it.\n</ForRole>'],
    [
      'a claim with such a figure',
      '<Claim when="a > 1">\n  All <Fact is="customers" />.\n</Claim>',
    ],
    ['a callout with nothing else', '<Callout>\n  See <Kpi id="net-revenue" />.\n</Callout>'],
    ['a list of such items', '- <Fact is="customers" />\n- <Fact is="revenue" />'],
  ])('publicTree() leaves out the whole paragraph: %s', (_, source) => {
    expect(publicWords(`Before.\n\n${source}\n\nAfter.`)).toEqual(['Before.', 'After.']);
  });

  test('publicTree() keeps the other items of a list', () => {
    expect(publicWords('- one\n- <Fact is="customers" />\n- two')).toEqual(['onetwo']);
  });

  test('publicTree() leaves out headings over nothing, also one inside the other', () => {
    expect(
      publicWords('# A\n\n## B\n\n<Result />\n\n## C\n\nWords.\n\n## D\n\n### E\n\n<Result />'),
    ).toEqual(['A', 'C', 'Words.']);
  });

  test('publicTree() turns links to what is not public into plain words', () => {
    expect(
      publicWords(
        'See [one](/insights/basket/), [two](/insights/secret/), [three](/kpis/x/), [four](https://a.example/), [five][x].\n\n[x]: /personas/secret-kind/',
      ),
    ).toEqual(['See [one](/insight/basket/), two, three, [four](https://a.example/), five.']);
  });

  test('publicTree() leaves its argument alone', () => {
    const root = mdxToMdast('# A\n\n<Result />');
    const before = JSON.stringify(root);
    publicTree(root, 'personas/giver', NAMES);
    expect(JSON.stringify(root)).toBe(before);
  });
});
