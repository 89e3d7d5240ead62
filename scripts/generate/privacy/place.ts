/** What stands where in a text: the scan's finders give these, and `scanText` tells the lines. */
export interface Place {
  at: number;
  text: string;
}
