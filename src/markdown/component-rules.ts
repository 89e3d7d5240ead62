import { ROLES } from '#core/schemas/role.ts';

interface ComponentRule {
  /** Attributes it must have. */
  needs: readonly string[];
  /** Attributes it may have. */
  takes: readonly string[];
  /** Whether text stands between its tags. */
  holdsText: boolean;
  /** Closed lists of values. */
  values?: Readonly<Record<string, readonly string[]>>;
}

/** The components of content/, and how each is written. */
export const COMPONENT_RULES: Readonly<Record<string, ComponentRule>> = {
  Fact: { needs: ['is'], takes: [], holdsText: false },
  Claim: { needs: ['when'], takes: [], holdsText: true },
  Kpi: { needs: ['id'], takes: [], holdsText: false },
  Persona: { needs: ['id'], takes: [], holdsText: false },
  Chart: { needs: ['id'], takes: [], holdsText: false },
  Result: { needs: [], takes: ['id'], holdsText: false },
  Quote: { needs: [], takes: ['by'], holdsText: true },
  ForRole: { needs: ['role'], takes: [], holdsText: true, values: { role: ROLES } },
  Photo: { needs: ['src', 'alt'], takes: ['credit'], holdsText: false },
  Callout: {
    needs: [],
    takes: ['tone', 'title'],
    holdsText: true,
    values: { tone: ['note', 'good', 'warn', 'imagined'] },
  },
};

/** Components that read something of the page they stand on. */
export const OWNED_COMPONENTS: ReadonlySet<string> = new Set([
  'Fact',
  'Claim',
  'Chart',
  'Result',
  'Photo',
]);

/** Components that may stand inside a sentence; the others are blocks of their own. */
export const INLINE_COMPONENTS: ReadonlySet<string> = new Set(['Fact', 'Kpi', 'Persona']);
