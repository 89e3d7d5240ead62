import { usableEmail, usablePhone } from '#generate/exports/load/identities.ts';
import { insideForms, isNational } from './national-phone.ts';
import type { Engine } from '#generate/warehouse/engine.ts';

/**
 * SQL of what is remembered of an e-mail address or a phone number: keyed by the local secret, so that nobody can try
 * addresses against it without that. A phone counts by its digits, with or without the sign or zeros in front; `inside`
 * is one without the zero and the number of its country.
 *
 * @param contact SQL of the normalised contact (identities.ts), null without one
 * @param secret the place that the local secret is bound to
 */
export function contactDigest(
  kind: 'email' | 'phone' | 'inside',
  contact: string,
  secret: string,
): string {
  const value = kind === 'email' ? contact : `ltrim(${contact}, '+0')`;
  return `sha256(${secret} || ':left-out:${kind}:' || ${value})`;
}

/** A contact as somebody wrote it, normalised as the exports' are. */
export interface Contact {
  email: string | null;
  phone: string | null;
  /** Null: neither an e-mail address nor a phone number. */
  digest: string | null;
  /** Of a phone as people dial it inside its country: it is known by that, too, where the exports have the country's number. */
  insideDigest: string | null;
  /** Of an international phone: what a list would hold that has it as people dial it inside its country. */
  dialledDigests: string[];
  /** Key that the customer has, or would have, in the vault. */
  key: string | null;
}

/** Everything that is remembered of a contact. */
export function digestsOf({ digest, insideDigest }: Contact): string[] {
  return [digest, insideDigest].filter((one) => one !== null);
}

/** Normalises contacts as the exports' are, in the engine, so that both are told apart by the same rule. */
export async function readContacts(
  engine: Engine,
  secret: string,
  texts: readonly string[],
): Promise<Contact[]> {
  const rows = await engine.rows<Record<string, string | null>>(
    `SELECT email, phone,
      coalesce(${contactDigest('email', 'email', '$2')}, ${contactDigest('phone', 'phone', '$2')}) AS digest,
      CASE WHEN ${isNational('phone')} THEN ${contactDigest('inside', 'phone', '$2')} END AS "insideDigest",
      (SELECT string_agg(${contactDigest('inside', 'inside', '$2')}, ' ')
        FROM (SELECT unnest(${insideForms('phone')}) AS inside)) AS dialled,
      sha256($2 || ':' || coalesce('email:' || email, 'phone:' || phone)) AS "key"
    FROM (
      SELECT place, ${usableEmail('text')} AS email, CASE WHEN NOT contains(text, '@') THEN ${usablePhone('text')} END AS phone
      FROM (SELECT ${pastedContact('unnest(texts)')} AS text, generate_subscripts(texts, 1) AS place
        FROM (SELECT CAST(json_transform($1, '["VARCHAR"]') AS VARCHAR[]) AS texts))
    ) ORDER BY place`,
    [JSON.stringify(texts), secret],
  );
  return rows.map(({ dialled, ...contact }) => ({
    ...contact,
    dialledDigests: dialled?.split(' ') ?? [],
  })) as unknown as Contact[];
}

/** SQL: what is in angle brackets behind a name, and a phone without "tel:", as people paste them. */
function pastedContact(text: string): string {
  return `regexp_replace(regexp_replace(${text}, '^[^<>]*<([^<>\\s]+@[^<>\\s]+)>\\s*$', '\\1'), '^\\s*tel:', '', 'i')`;
}
