import type { MdastNode } from 'satteri';
import { factsOfClaim } from '#core/claims/claim.ts';
import { parseClaim } from '#core/claims/parse-claim.ts';
import type { Issue } from '#core/schemas/issue.ts';
import { COMPONENT_RULES, INLINE_COMPONENTS } from './component-rules.ts';
import { OWNER_FOLDERS, type ContentCatalogue, type OwnerFolder } from './content-catalogue.ts';
import { nearestWord } from '#core/format/nearest-word.ts';
import type { MdxElement } from './mdx-element.ts';
import { splitAddress } from './split-address.ts';

type Problem = Pick<Issue, 'found' | 'expected'>;

/** What is wrong with one component: its name, its attributes, its place, or what it refers to. */
export function checkComponent(
  element: MdxElement,
  owner: string,
  catalogue: ContentCatalogue,
): Problem[] {
  const name = element.name ?? '';
  const rule = COMPONENT_RULES[name];
  if (!rule) return [unknownComponent(name)];
  const problems: Problem[] = [];
  const attributes = new Map<string, string>();
  for (const attribute of element.attributes) {
    if (attribute.type === 'mdxJsxExpressionAttribute') {
      problems.push({ found: `<${name} {…}>`, expected: 'attributes as name="text"' });
    } else if (![...rule.needs, ...rule.takes].includes(attribute.name)) {
      problems.push(unknownAttribute(name, attribute.name, [...rule.needs, ...rule.takes]));
    } else if (typeof attribute.value === 'string') {
      attributes.set(attribute.name, attribute.value);
    } else {
      problems.push({
        found: `<${name} ${attribute.name}={…}>`,
        expected: `${attribute.name}="text"`,
      });
    }
  }
  for (const needed of rule.needs) {
    if (!attributes.get(needed) && !hasAttribute(element, needed)) {
      problems.push({
        found: `<${name}> without "${needed}"`,
        expected: `<${name} ${needed}="…">`,
      });
    }
  }
  for (const [attribute, values] of Object.entries(rule.values ?? {})) {
    const value = attributes.get(attribute);
    if (value !== undefined && !values.includes(value)) {
      problems.push(unknownName({ name, attribute, value }, values, 'one of the known values'));
    }
  }
  if (!rule.holdsText && element.children.length > 0) {
    problems.push({
      found: `text inside <${name}>`,
      expected: `<${name} … /> without text inside`,
    });
  }
  // Not only a matter of form: the editor refuses a whole text for one such place.
  if (!INLINE_COMPONENTS.has(name) && isPartOfSentence(element)) {
    problems.push({
      found: `<${name}> inside a sentence`,
      expected: rule.holdsText
        ? `a block of its own: <${name}>, its text and </${name}> on lines of their own`
        : `a block of its own: <${name} … /> on a line of its own`,
    });
  }
  return [...problems, ...checkReference(name, attributes, owner, catalogue)];
}

/** Whether it stands among words, or its own words stand between its tags on one line. */
function isPartOfSentence({ type, children }: MdxElement): boolean {
  return (
    type === 'mdxJsxTextElement' || (children as MdastNode[]).some((child) => child.type === 'text')
  );
}

function checkReference(
  name: string,
  attributes: ReadonlyMap<string, string>,
  owner: string,
  catalogue: ContentCatalogue,
): Problem[] {
  const id = attributes.get('id');
  switch (name) {
    case 'Fact':
      return checkAddress(
        { name, attribute: 'is', value: attributes.get('is') },
        owner,
        catalogue,
        'fact',
      );
    case 'Chart':
      return checkAddress({ name, attribute: 'id', value: id }, owner, catalogue, 'chart');
    case 'Claim':
      return checkClaim(attributes.get('when'), owner, catalogue);
    case 'Kpi':
      return checkEntry(name, id, 'kpis', catalogue);
    case 'Persona':
      return checkEntry(name, id, 'personas', catalogue);
    case 'Photo':
      return checkPhoto(attributes.get('src'), owner, catalogue);
    case 'Result': {
      if (id !== undefined) return checkEntry(name, id, 'insights', catalogue);
      if (catalogue.figures(owner)?.hasResult) return [];
      return [{ found: `<Result /> on ${owner}`, expected: 'a learning with a campaign result' }];
    }
    default:
      return [];
  }
}

/** An attribute as it stands in a text: `<Fact is="aov">`. */
interface Written {
  name: string;
  attribute: string;
  value: string;
}

function checkAddress(
  { name, attribute, value }: Omit<Written, 'value'> & { value: string | undefined },
  owner: string,
  { measured, figures }: ContentCatalogue,
  what: 'fact' | 'chart',
): Problem[] {
  if (!value) return [];
  const address = splitAddress(value, owner);
  const ids = figures(address.owner)?.[`${what}s`];
  if (!ids) {
    const expected = `a ${what} of an entry that has figures`;
    return [unknownName({ name, attribute, value }, measured, expected)];
  }
  if (ids.has(address.id)) return [];
  return [
    {
      found: `<${name} ${attribute}="${value}">`,
      expected: `a ${what} of ${address.owner}${suggestion(nearestWord(address.id, ids))}`,
    },
  ];
}

function checkEntry(
  name: string,
  id: string | undefined,
  folder: OwnerFolder,
  catalogue: ContentCatalogue,
): Problem[] {
  const known = catalogue.entries[folder];
  if (!id || known.has(id)) return [];
  return [
    unknownName({ name, attribute: 'id', value: id }, known, `an entry of content/${folder}`),
  ];
}

function checkPhoto(
  src: string | undefined,
  owner: string,
  catalogue: ContentCatalogue,
): Problem[] {
  const folder = OWNER_FOLDERS.find((name) => owner.startsWith(`${name}/`));
  if (!src || !folder || catalogue.photos[folder].has(src)) return [];
  const what = `a picture in content/${folder} (jpg, png, webp or avif)`;
  return [
    unknownName({ name: 'Photo', attribute: 'src', value: src }, catalogue.photos[folder], what),
  ];
}

function checkClaim(
  when: string | undefined,
  owner: string,
  catalogue: ContentCatalogue,
): Problem[] {
  if (!when) return [];
  try {
    const facts = catalogue.figures(owner)?.facts ?? new Set<string>();
    return factsOfClaim(parseClaim(when))
      .filter((fact) => !facts.has(fact))
      .map((fact) => ({
        found: `<Claim when="${when}"> about "${fact}"`,
        expected: `a fact of ${owner}${suggestion(nearestWord(fact, facts))}`,
      }));
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ClaimSyntaxError') throw error;
    return [{ found: `<Claim when="${when}"> (${error.message})`, expected: 'fact >= number' }];
  }
}

function unknownComponent(name: string): Problem {
  const nearest = nearestWord(name, Object.keys(COMPONENT_RULES));
  return {
    found: `<${name}>`,
    expected: /^[a-z]/.test(name)
      ? `Markdown: no HTML${nearest ? `; perhaps <${nearest}>` : ''}`
      : `a component${nearest ? `, perhaps <${nearest}>` : `: ${Object.keys(COMPONENT_RULES).join(', ')}`}`,
  };
}

function unknownAttribute(name: string, attribute: string, known: readonly string[]): Problem {
  return {
    found: `<${name} ${attribute}>`,
    expected: known.length === 0 ? 'no attribute' : `an attribute of ${name}: ${known.join(', ')}`,
  };
}

function unknownName(
  { name, attribute, value }: Written,
  known: Iterable<string>,
  what: string,
): Problem {
  return {
    found: `<${name} ${attribute}="${value}">`,
    expected: `${what}${suggestion(nearestWord(value, known))}`,
  };
}

function suggestion(nearest: string | null): string {
  return nearest ? `, perhaps "${nearest}"` : '';
}

function hasAttribute(element: MdxElement, name: string): boolean {
  return element.attributes.some(
    (attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === name,
  );
}
