/** Stands where the meaning of a KPI would stand, until people describe it: another tool's export does not say. */
export const UNTOLD_MEANING =
  'A figure that another tool computes; what it means is for its owner to say here.';
