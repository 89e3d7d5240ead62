import type { PersonaEntry } from '#data/personas.ts';
import type { Certificate, Segmentation } from '#core/schemas/segmentation.ts';
import { isTrusted } from '#core/segmentation/stability-verdict.ts';

/** What the certificate says of one Portrait. */
export interface Certainty {
  certificate: Certificate;
  own: Certificate['personas'][number];
  /** Shown as a hint, in words, wherever the Portrait is shown. */
  isHint: boolean;
}

/** Null for a Portrait that was not found in purchases: written by hand, or brought by another tool. */
export function certaintyOf(
  segmentation: Segmentation | null,
  { id, figures }: Pick<PersonaEntry, 'id' | 'figures'>,
): Certainty | null {
  const certificate = segmentation?.certificate;
  const own = certificate?.personas.find((persona) => persona.id === id);
  if (!certificate || !own || figures?.origin === 'persona-statistics') return null;
  return { certificate, own, isHint: !isTrusted(own.verdict) };
}

/** Whether a Portrait is only a hint: its group did not come out again reliably, or there are no clear groups at all. */
export function isHint(
  segmentation: Segmentation | null,
  persona: Pick<PersonaEntry, 'id' | 'figures'>,
): boolean {
  return certaintyOf(segmentation, persona)?.isHint ?? false;
}
