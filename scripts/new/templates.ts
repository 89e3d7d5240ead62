import { stringify } from 'yaml';
import { ROLES } from '#core/schemas/role.ts';
import { TEMPLATE_BODIES, TEMPLATE_FIELDS } from '#core/templates/template-texts.ts';

/** Kinds of entries that people begin. */
export const KINDS = ['insight', 'persona', 'kpi', 'voice'] as const;
export type Kind = (typeof KINDS)[number];

/** Folder of content/ in which each kind lives. */
export const FOLDERS = {
  insight: 'insights',
  persona: 'personas',
  kpi: 'kpis',
  voice: 'voices',
} as const satisfies Record<Kind, string>;

/** A voice has no text below its fields. */
type TextKind = Exclude<Kind, 'voice'>;

/** A first text to write into; its frontmatter is what the site asks for. */
export function entryText(kind: Kind, title: string, day: string): string {
  if (kind === 'voice') return voiceText(title, day);
  return `---\n${stringify(frontmatter(kind, title, day), { lineWidth: 0 })}---\n\n${TEMPLATE_BODIES[FOLDERS[kind]]}`;
}

/** The fields in the order in which one is asked, and below them what else there is, as comments. */
function voiceText(name: string, told: string): string {
  const { does, quote, story } = TEMPLATE_FIELDS;
  return `${stringify({ name, does, quote, story, told }, { lineWidth: 0 })}# role: packing      (${ROLES.join(', ')})
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
      return { name: title, essence: TEMPLATE_FIELDS.essence };
    case 'kpi':
      return { title };
  }
}
