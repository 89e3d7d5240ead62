/** A file that `generate` wants content/ to hold: the plan's unit. */
export interface ContentFile {
  /** Relative to content/, with forward slashes: "kpis/net-revenue.json". */
  path: string;
  text: string;
  /**
   * `machine` files are rewritten at will. A `draft` is written once, and anew only while nobody has edited it and
   * it was not deleted: JSON is the machine's, MDX is people's.
   */
  kind: 'machine' | 'draft';
}
