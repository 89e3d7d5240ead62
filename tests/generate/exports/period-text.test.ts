import { describe, expect, it } from 'vitest';
import { parsePeriod } from '#generate/exports/period-text.ts';

const SPRING = { startsOn: '2026-03-27', endsOn: '2026-04-23' };

describe('parsePeriod()', () => {
  it.each([
    'March 27, 2026 - April 23, 2026',
    '"March 27, 2026 - April 23, 2026"',
    'Mar 27, 2026 – Apr 23, 2026',
    'March 27 – April 23, 2026',
    '27 March 2026 - 23 April 2026',
    '27 Mar 2026 - 23 Apr 2026,,,',
    '27. März 2026 – 23. April 2026',
    '27 mars 2026 - 23 avril 2026',
    '27 de marzo de 2026 - 23 de abril de 2026',
    '27.03.2026 - 23.04.2026',
    '2026-03-27 - 2026-04-23',
    '3/27/2026 - 4/23/2026',
    '27/03/2026 - 23/04/2026',
    '20260327-20260423',
    '2026年3月27日～2026年4月23日',
    'du 27 mars 2026 au 23 avril 2026',
    'Fri, Mar 27, 2026 - Thu, Apr 23, 2026',
    '27. března 2026 - 23. dubna 2026',
    '27. 3. 2026 – 23. 4. 2026',
    '27 марта 2026 г. – 23 апреля 2026 г.',
  ])('reads "%s"', (text) => {
    expect(parsePeriod(text)).toEqual(SPRING);
  });

  it('takes what one end leaves out from the other', () => {
    expect(parsePeriod('1–30 June 2026')).toEqual({ startsOn: '2026-06-01', endsOn: '2026-06-30' });
    expect(parsePeriod('Dec 29 - Jan 4, 2026')).toEqual({
      startsOn: '2025-12-29',
      endsOn: '2026-01-04',
    });
    expect(parsePeriod('May 1, 2026')).toEqual({ startsOn: '2026-05-01', endsOn: '2026-05-01' });
  });

  it.each([
    'All time',
    'Gesamter Zeitraum',
    '',
    'Campaign report',
    '03/04/2026 - 05/04/2026',
    'February 30, 2026 - March 1, 2026',
    'April 23, 2026 - March 27, 2026',
    'Last 30 days',
  ])('says nothing about "%s"', (text) => {
    expect(parsePeriod(text)).toBeNull();
  });
});
