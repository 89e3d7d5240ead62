import { stringify } from 'yaml';
import { ROLES } from '#core/schemas/role.ts';

/** Kinds of entries that people begin. */
export const KINDS = ['insight', 'persona', 'kpi', 'voice'] as const;
export type Kind = (typeof KINDS)[number];

/** Folder of content/ in which each kind lives. */
export const FOLDERS: Record<Kind, string> = {
  insight: 'insights',
  persona: 'personas',
  kpi: 'kpis',
  voice: 'voices',
};

/** Figures that an entry does not have (yet) would keep the site from being built, so their example is code. */
const EXAMPLE_START = '```mdx';
const EXAMPLE_END = '```';

/** A voice has no text below its fields. */
type TextKind = Exclude<Kind, 'voice'>;

const BODIES: Record<TextKind, string> = {
  insight: `## What we wanted to know

## What we did

## What we learned

## What we change because of it
`,
  persona: `## Who they are

## How they buy

${EXAMPLE_START}
<Claim when="ordersPerYear >= 9">
  They buy about once a month.
</Claim>

An order is worth <Fact is="averageOrderValue" /> on average.
${EXAMPLE_END}

The lines between the fences are examples, not shown as figures yet: take the fences away as soon as this Portrait has
figures (found by \`npm run generate\`, or named by \`coreCustomer\` in portal.config.ts). docs/features.md lists what a
figure is called.

## What they expect from us

## What we can do for them

<ForRole role="service">
  Ask by which day they need it.
</ForRole>
`,
  kpi: `## What it tells us

## Who moves it, and how

## What is under way
`,
};

/** A first text to write into; its frontmatter is what the site asks for. */
export function entryText(kind: Kind, title: string, day: string): string {
  if (kind === 'voice') return voiceText(title);
  return `---\n${stringify(frontmatter(kind, title, day), { lineWidth: 0 })}---\n\n${BODIES[kind]}`;
}

/** The fields in the order in which one is asked, and below them what else there is, as comments. */
function voiceText(name: string): string {
  return `${stringify({ name, does: 'What they do, in one line', quote: 'What they would say first, in a sentence or two' }, { lineWidth: 0 })}story: |-
  What they tell: a few sentences. Text and nothing else.

  An empty line begins a new paragraph.
# role: packing      (${ROLES.join(', ')})
# since: 2019
# photo: ada.jpg     (beside this file, with their consent)
# personas: []       (ids of the Portraits it is about)
# insights: []
# kpis: []
`;
}

function frontmatter(kind: TextKind, title: string, day: string): Record<string, string> {
  switch (kind) {
    case 'insight':
      return { title, kind: 'story', date: day, status: 'draft' };
    case 'persona':
      return { name: title, essence: 'Who they are, in one line' };
    case 'kpi':
      return { title };
  }
}
