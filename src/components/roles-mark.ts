/** Stands in the drawn text where the notes for roles begin; no text of a person can hold it. */
export const ROLES_MARK = '<!--roles-->';
