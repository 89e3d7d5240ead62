import { mdxToMdast, type MdastNode } from 'satteri';

/** A text of content/ that shows figures which are not there (any more): the site is not built with it. */
export interface TextWithoutFigures {
  /** Relative to content/: "insights/spring-mailing.mdx". */
  path: string;
  /** Entries whose figures it shows: "insights/spring-mailing"; sorted. */
  lacks: string[];
}

/** Texts of entries with a page. */
const STORY = /^(?:personas|insights|kpis)\/[^/]+\.mdx$/;

/**
 * Which texts show figures of a campaign, Portrait or KPI that the changes leave without any: what people wrote is never
 * deleted, so they must hear of it.
 *
 * @param there content/ as the run leaves it
 */
export function textsWithoutFigures(there: ReadonlyMap<string, string>): TextWithoutFigures[] {
  return [...there]
    .filter(([path]) => STORY.test(path))
    .map(([path, text]) => {
      const owner = path.replace(/\.mdx$/, '');
      const lacks = shownOwners(text, owner).filter((shown) => !there.has(`${shown}.json`));
      return { path, lacks: [...new Set(lacks)].sort() };
    })
    .filter(({ lacks }) => lacks.length > 0)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The entries whose figures a text shows; of one that cannot be parsed none: `unreadableTexts` says where it is broken. */
function shownOwners(text: string, owner: string): string[] {
  const shown: string[] = [];
  const visit = (node: MdastNode): void => {
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      const attributes = new Map(
        node.attributes.flatMap((one) =>
          one.type === 'mdxJsxAttribute' && typeof one.value === 'string'
            ? [[one.name, one.value] as const]
            : [],
        ),
      );
      const of = ownerOf(node.name ?? '', attributes, owner);
      if (of !== null) shown.push(of);
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  try {
    visit(mdxToMdast(text));
  } catch {
    return [];
  }
  return shown;
}

/** Whose figures a component shows; null where it shows none. Addresses are written "insights/spring#current". */
function ownerOf(
  name: string,
  attributes: ReadonlyMap<string, string>,
  owner: string,
): string | null {
  const addressed = (address = ''): string =>
    address.includes('#') ? address.slice(0, address.lastIndexOf('#')) : owner;
  switch (name) {
    case 'Fact':
      return addressed(attributes.get('is'));
    case 'Chart':
      return addressed(attributes.get('id'));
    case 'Claim':
      return owner;
    case 'Kpi':
      return `kpis/${attributes.get('id') ?? ''}`;
    case 'Result':
      return attributes.has('id') ? `insights/${attributes.get('id') ?? ''}` : owner;
    default:
      return null;
  }
}
