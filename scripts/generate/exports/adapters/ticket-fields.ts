/**
 * Which of an account's own fields (a `cells` column "fields") says what a ticket is about or which order it names:
 * patterns over the folded header, the most telling first. Help desks leave the names of these fields to the account.
 */
const FIELDS = {
  topic: [
    '(?:ticketfield)?aiintent',
    '(?:ticketfield)?contactreason.*',
    '(?:ticketfield)?(?:ticket)?reason.*',
    '(?:ticketfield)?(?:ticket)?(?:topic|category|issue|issuetype|about).*',
    'ticketfieldtype',
    '(?:ticket)?aboutlist',
  ],
  order: [
    '(?:ticketfield|ticket)?(?:shopify)?order(?:id|no|nr|name|number|ref|reference)?(?:txt|text|int|num|number|regexp?)?',
  ],
} as const;

/** Steps of a field with a hierarchy are written "A::B::C". */
const STEP = '::';

/** SQL of the first filled field of that kind; null where the account has none. */
export function ticketField(kind: keyof typeof FIELDS): string {
  const found = FIELDS[kind].map((pattern) => {
    const isField = `regexp_full_match(lower(regexp_replace(f.header, '[^\\p{L}\\p{N}]', '', 'g')), '${pattern}')`;
    return `list_filter(fields, lambda f: ${isField})[1].cell`;
  });
  return `replace(coalesce(${found.join(', ')}), '${STEP}', ' › ')`;
}
