/**
 * SQL of Zendesk's rating as 0 (bad) to 1 (good): "Good" and "Bad", also "with comment", or 1 to 5 in newer accounts.
 * "Offered", "Unoffered" and "Not Offered" are no ratings: null.
 */
export function zendeskSatisfaction(cell: string): string {
  return `CASE WHEN regexp_matches(${cell}, '^(?i:good)\\b') THEN 1
    WHEN regexp_matches(${cell}, '^(?i:bad)\\b') THEN 0
    WHEN regexp_full_match(${cell}, '[1-5]') THEN (CAST(${cell} AS DECIMAL(18,4)) - 1) * 0.25 END`;
}
