import type { Measure } from '#core/schemas/measure.ts';
import type { KpiDefinition } from './kpi-definition.ts';
import { shareOfCases, type ServiceCases } from './service-cases.ts';

/** First-contact resolution in words. */
export const firstContactResolutionDefinition: KpiDefinition = {
  id: 'first-contact-resolution',
  label: 'First-contact resolution',
  question: { text: 'firstContactResolution' },
  unit: 'ratio',
  counted: 'tickets',
  meaning: 'Of 100 questions, how many were settled without the customer having to write again.',
  direction: 'up',
  formula:
    'Answered and closed tickets with one contact ÷ answered and closed tickets whose contacts are counted, by the day they were opened',
  definitionSource:
    'Resolved in the first contact ÷ contacts (gross), as the ICMI describes it; on average 67%, the best centres 80% and more (SQM)',
  caveats: [
    'What the help desk closes is not always settled for the customer: ask in follow-up calls.',
    'Help desks count contacts in their own way: messages of the customer, or replies and reopenings.',
    'Tickets that nobody answered (closed by a rule, spam) are not in it.',
  ],
  synonyms: ['FCR', 'solved at once', 'first call', 'one touch'],
  order: 10,
  moves: ['net-revenue-retention'],
};

/**
 * First-contact resolution – how many questions were settled at once.
 * Definition: answered and closed tickets with one contact ÷ answered and closed tickets; interval
 * over customers.
 * Source: ICMI, "The link between customer satisfaction and first contact resolution" (2018), gross.
 * Empty case: unavailable without such tickets; suppressed below the floor of people.
 * @example firstContactResolution({ cases: 60, good: 42, people: 55, casesSquared: 70, goodSquared: 45, casesTimesGood: 48 }, 10).value // => 0.7
 */
export function firstContactResolution(tickets: ServiceCases, floor: number): Measure {
  return shareOfCases(
    tickets,
    floor,
    'No answered and closed tickets with counted contacts in this period',
  );
}
