/** How much of one part belongs to one Portrait; persona null: to all customers. */
export interface BreakdownCell {
  persona: string | null;
  name: string;
  people: number;
  amount: number;
}
