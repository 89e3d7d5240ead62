import { mdxToMdast, type MdastNode } from 'satteri';
import { describe, expect, test } from 'vitest';
import { bindOwner } from '../../src/markdown/bind-owner.ts';

/** Names of elements with their attributes, depth first. */
function elements(node: MdastNode): string[] {
  const own =
    node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
      ? [
          [
            node.name,
            ...node.attributes.map((one) =>
              one.type === 'mdxJsxAttribute' ? `${one.name}=${String(one.value)}` : '…',
            ),
          ].join(' '),
        ]
      : [];
  return [...own, ...('children' in node ? node.children.flatMap(elements) : [])];
}

describe('bindOwner()', () => {
  test('tells components that read something of their page whose page it is', () => {
    const tree = mdxToMdast('A <Fact is="n" /> and <Kpi id="k" />.\n\n<Chart id="c" />');
    expect(elements(bindOwner(tree, 'personas/x'))).toEqual([
      'Fact is=n owner=personas/x',
      'Kpi id=k',
      'Chart id=c owner=personas/x',
    ]);
  });

  test('sets Claims that follow each other as one paragraph, and others apart', () => {
    const claim = '<Claim when="n > 1">\n  Text.\n</Claim>\n';
    const tree = mdxToMdast(`${claim}\n${claim}\nBetween.\n\n${claim}`);
    const bound = elements(bindOwner(tree, 'personas/x'));
    expect(bound.filter((name) => name === 'Claims')).toHaveLength(2);
    expect(bound.slice(0, 3)).toEqual([
      'Claims',
      'Claim when=n > 1 owner=personas/x',
      'Claim when=n > 1 owner=personas/x',
    ]);
  });

  test('sets notes for roles that follow each other as one set, and leaves a single one alone', () => {
    const note = (role: string) => `<ForRole role="${role}">\n  Text.\n</ForRole>\n`;
    const tree = mdxToMdast(
      `${note('packing')}\n${note('buying')}\nBetween.\n\n${note('service')}`,
    );
    expect(elements(bindOwner(tree, 'personas/x'))).toEqual([
      'ForRoles',
      'ForRole role=packing',
      'ForRole role=buying',
      'ForRole role=service',
    ]);
  });

  test('keeps the heading of the notes for roles and what follows them together', () => {
    const notes = ['packing', 'buying']
      .map((role) => `<ForRole role="${role}">\n  Text.\n</ForRole>\n`)
      .join('\n');
    const bound = bindOwner(mdxToMdast(`Before.\n\n## For me\n\n${notes}\nAfter.`), 'personas/x');
    const [before, section] = 'children' in bound ? (bound.children as MdastNode[]) : [];
    expect(before?.type).toBe('paragraph');
    expect(section && 'children' in section && section.children.map(({ type }) => type)).toEqual([
      'heading',
      'mdxJsxFlowElement',
      'paragraph',
    ]);
    expect(elements(bindOwner(mdxToMdast(notes), 'personas/x'))[0]).toBe('ForRoles');
  });

  test('finds components inside others', () => {
    const tree = mdxToMdast('<Callout>\n  <Fact is="n" />\n</Callout>');
    expect(elements(bindOwner(tree, 'kpis/k'))).toEqual(['Callout', 'Fact is=n owner=kpis/k']);
  });
});
