/** Roles that a note of a text can be for, and that a reader can choose. */
export const ROLES = [
  'packing',
  'service',
  'buying',
  'marketing',
  'finance',
  'leadership',
] as const;
export type Role = (typeof ROLES)[number];
