/** Addresses that a marketplace gives out instead of the buyer's own: a new one for each shop or each order. */
const ALIAS_DOMAINS =
  '@(marketplace\\.amazon\\.[a-z.]+|members\\.ebay\\.[a-z.]+|relay\\.walmart\\.com|scs[0-9a-z.]*\\.tiktokw?\\.[a-z.]+)$';

/** Most addresses are written as they are compared already: for them nothing is trimmed, composed or lowered. */
const NORMAL_EMAIL = String.raw`[a-z0-9._%+-]+@[a-z0-9.-]+\.[a-z]+`;

/** SQL of an address with what surrounds it taken off ("mailto:", angle brackets), its letters composed and small. */
function normalisedEmail(email: string): string {
  const bare = `lower(nfc_normalize(trim(ltrim(${email}, ''''))))`;
  return `regexp_replace(regexp_replace(${bare}, '^<(.*)>$', '\\1'), '^mailto:([^?]*).*$', '\\1')`;
}

/** SQL: whether the address is a marketplace's and nobody's own. */
export function isAliasEmail(email: string): string {
  return isAlias(normalisedEmail(email));
}

function isAlias(address: string): string {
  return `regexp_matches(${address}, '${ALIAS_DOMAINS}')`;
}

/** SQL of an e-mail address as people are told apart by it; null for what is none and for a marketplace's alias. */
export function usableEmail(email: string): string {
  const normalised = normalisedEmail(email);
  return `CASE WHEN regexp_full_match(${email}, '${NORMAL_EMAIL}') THEN CASE WHEN NOT ${isAlias(email)} THEN ${email} END
    WHEN regexp_matches(${email}, '^''?\\s*[^@\\s]+@[^@\\s]+\\.[^@\\s]+\\s*$') AND NOT ${isAlias(normalised)} THEN ${normalised} END`;
}

/** SQL of a phone number, digits and the plus of a country; null for what is none. */
export function usablePhone(phone: string): string {
  const digits = `regexp_replace(regexp_replace(${phone}, '^''?\\s*(\\+|00)', '+'), '[^+0-9]', '', 'g')`;
  return `CASE WHEN regexp_matches(${digits}, '^\\+?\\d{7,15}$') AND NOT regexp_matches(${phone}, '[A-Za-z]') THEN ${digits} END`;
}

/** SQL of a platform's own customer id; "0" stands for guests. */
export function usableId(customerId: string): string {
  return `nullif(nullif(trim(ltrim(${customerId}, '''')), ''), '0')`;
}

/**
 * SQL: the rows with the columns email, phone (normalised), identified_by and identity. People are told apart by their
 * e-mail, else the phone, else the platform's own id: guest and account orders of one person are the same identity.
 * What a customers export says of an id (`aliases`) holds for rows that know only the id, and what all orders say of a
 * phone (`phone_owners`) for rows that know only the phone, however it is written.
 *
 * @param rows a query with the columns email, phone and "customerId"
 * @param source the place ($1) that the platform's name is bound to
 */
export function withIdentity(rows: string, source: string): string {
  return `(
    SELECT *, CASE WHEN email IS NOT NULL THEN 'email' WHEN phone IS NOT NULL THEN 'phone'
        WHEN usable_id IS NOT NULL THEN 'id' END AS identified_by,
      coalesce('email:' || email, 'phone:' || phone, 'id:' || ${source} || ':' || usable_id) AS identity
    FROM (
      SELECT known.* EXCLUDE (usable_email, usable_phone), coalesce(usable_email, a.email, o.email) AS email,
        coalesce(o.number, usable_phone, a.phone) AS phone
      FROM (
        SELECT given.* EXCLUDE (email, phone), ${usableEmail('given.email')} AS usable_email,
          ${usablePhone('given.phone')} AS usable_phone, ${usableId('given."customerId"')} AS usable_id
        FROM (${rows}) given
      ) known LEFT JOIN aliases a ON a.source = ${source} AND a.customer_id = known.usable_id
        LEFT JOIN phone_owners o ON o.phone = coalesce(usable_phone, a.phone)
    )
  )`;
}
