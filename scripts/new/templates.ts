import { stringify } from 'yaml';

/** Kinds of entries that people begin. */
export const KINDS = ['insight', 'persona', 'kpi'] as const;
export type Kind = (typeof KINDS)[number];

/** Folder of content/ in which each kind lives. */
export const FOLDERS: Record<Kind, string> = {
  insight: 'insights',
  persona: 'personas',
  kpi: 'kpis',
};

const BODIES: Record<Kind, string> = {
  insight: `## What we wanted to know

## What we did

## What we learned

## What we change because of it
`,
  persona: `## Who they are

## How they buy

## What they expect from us

## What we can do for them
`,
  kpi: `## What it tells us

## Who moves it, and how

## What is under way
`,
};

/** A first text to write into; its frontmatter is what the site asks for. */
export function entryText(kind: Kind, title: string, day: string): string {
  return `---\n${stringify(frontmatter(kind, title, day), { lineWidth: 0 })}---\n\n${BODIES[kind]}`;
}

function frontmatter(kind: Kind, title: string, day: string): Record<string, string> {
  switch (kind) {
    case 'insight':
      return { title, kind: 'story', date: day, status: 'draft' };
    case 'persona':
      return { name: title, essence: 'Who they are, in one line' };
    case 'kpi':
      return { title };
  }
}
