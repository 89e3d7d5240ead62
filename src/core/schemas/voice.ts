import { z } from 'zod';
import { DaySchema, EntryIdSchema } from './identifiers.ts';
import { FaceSchema } from './persona.ts';
import { ROLES } from './role.ts';

/** Words of a person: text and never markup, without the spaces around it. */
const words = (most: number) => z.string().trim().min(1).max(most);

/** content/voices/<id>.yaml: a colleague who tells what they see of customers. People's: no program writes it. */
export const VoiceSchema = z.strictObject({
  /** As they want to be called: "Odalys Fenwright", or "Odalys, early shift". */
  name: words(60),
  /** What they do, in their words: "Packs denim on the early shift". */
  does: words(100),
  /** The role of the portal that is nearest to it. */
  role: z.enum(ROLES).optional(),
  /** The year in which they began here. */
  since: z.int().min(1900).max(2100).optional(),
  /** The day on which they told it: the office screen says it. */
  told: DaySchema.optional(),
  /** What they would say first, in one or two sentences: it stands on the office screen as well. */
  quote: words(180),
  /** What they tell: a few sentences; an empty line begins a new paragraph. */
  story: words(1200),
  /** Portraits it is about; their pages show it. */
  personas: z.array(EntryIdSchema).default([]),
  /** Learnings it belongs to. */
  insights: z.array(EntryIdSchema).default([]),
  /** KPIs it explains. */
  kpis: z.array(EntryIdSchema).default([]),
  /** A photo in content/voices/, used only with consent. */
  photo: z.string().min(1).optional(),
  /** Asks for a drawn face where there is no photo; without either the first letter of the name stands there. */
  face: FaceSchema.optional(),
  /** Position in the list; smaller is earlier. */
  order: z.int().optional(),
  /** Approved for the public by whom and when. No public page shows voices yet. */
  approved: z.strictObject({ by: z.string(), on: DaySchema }).optional(),
});
export type Voice = z.output<typeof VoiceSchema>;
