import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFiles } from '../exports-fixture.ts';

const EXPORTS = '../shared/exports';
const isThere = existsSync(EXPORTS);

function sample(path: string): Buffer {
  return readFileSync(`${EXPORTS}/${path}`);
}

/** A text file that quotes two small exports, each below a line of dashes. */
function quotedSamples(path: string): string[] {
  return sample(path)
    .toString('utf8')
    .split(/^---.*\n/m)
    .slice(1);
}

describe.skipIf(!isThere)(
  'readExports() on real surveys and tickets (skipped without ../shared)',
  () => {
    it('reads each survey to its hand-counted answers', async () => {
      const [joined = '', columns = ''] = quotedSamples(
        'typeform/samples/legacy_multichoice_two_shapes.txt',
      );
      const { files, engine } = await readFiles({
        'comma.csv': sample('surveymonkey/samples/comma_survey_first8_raw.csv'),
        'forms.csv': sample('google-forms/samples/form_responses__Jf127yfs.redacted.csv'),
        'south.csv': sample('surveymonkey/samples/SOUTH_expanded_first10_raw.csv'),
        'starwars.csv': sample('surveymonkey/samples/StarWars_first12_raw_cp1252.csv'),
        'typeform-columns.csv': columns,
        'typeform-joined.csv': joined,
        'typeform.csv': sample('typeform/samples/responses_fixture.csv'),
      });
      expect(files.map(({ path, adapter, rows }) => [path, adapter, rows.in, rows.used])).toEqual([
        ['comma.csv', 'surveymonkey-plain', 7, 7],
        ['forms.csv', 'google-forms', 5, 5],
        ['south.csv', 'surveymonkey', 8, 8],
        ['starwars.csv', 'surveymonkey', 10, 10],
        ['typeform-columns.csv', 'typeform', 1, 1],
        ['typeform-joined.csv', 'typeform', 1, 1],
        ['typeform.csv', 'typeform', 1, 1],
      ]);
      // Cells that are not empty, counted with Python's csv; without ZIP codes, names, birthdays and handles.
      const counts = await engine.rows(
        `SELECT survey, count(*)::INTEGER AS answers, sum(score)::INTEGER AS scores, count(DISTINCT response)::INTEGER AS responses,
        min(answered_on)::VARCHAR AS first
      FROM survey_responses WHERE question NOT LIKE 'Your General Interests%' GROUP BY survey ORDER BY survey`,
      );
      expect(counts.map(Object.values)).toEqual([
      ['comma', 75, null, 7, null],
      ['forms', 85, expect.any(Number), 5, '2025-09-08'],
      ['south', 119, null, 8, null],
      // Ranks 1 to 6 of nine respondents.
      ['starwars', 324, 189, 10, null],
      ['typeform', 4, null, 1, '2023-01-23'],
      ['typeform-columns', 6, 70, 1, '2018-03-26'],
      ['typeform-joined', 12, 22, 1, '2018-04-03'],
    ]); // prettier-ignore
      const [seen] = await engine.rows(
        `SELECT count(DISTINCT question)::INTEGER AS questions, count(*)::INTEGER AS labels FROM survey_responses
      WHERE survey = 'starwars' AND question LIKE 'Which of the following%'`,
      );
      expect(seen).toEqual({ questions: 1, labels: 46 });
      const states = await engine.rows(
        `SELECT count(*)::INTEGER AS labels FROM survey_responses WHERE survey = 'south' AND question LIKE 'Which of the following%'`,
      );
      expect(states).toEqual([{ labels: 68 }]);
      const [person] = await engine.rows(
        `SELECT count(*)::INTEGER AS n FROM survey_responses WHERE survey = 'typeform' AND customer IS NOT NULL`,
      );
      expect(person).toEqual({ n: 4 });
    });

    it('reads Gorgias’s tickets, and Zendesk’s header without rows', async () => {
      const { files, engine } = await readFiles({
        'gorgias.csv': sample('gorgias/samples/tickets_fixture.csv'),
        'zendesk.csv': sample('zendesk/samples/view_export_header_41.csv'),
      });
      expect(files.map(({ path, adapter, rows }) => [path, adapter, rows.in, rows.used])).toEqual([
        ['gorgias.csv', 'gorgias', 2, 2],
        ['zendesk.csv', 'zendesk', 0, 0],
      ]);
      // 205 s and 800 s; the second ticket is closed by a rule after a second.
      const tickets = await engine.rows(
        `SELECT sum(first_reply)::VARCHAR AS reply, sum(resolution)::VARCHAR AS resolution, sum(contacts)::INTEGER AS contacts,
        max(closed_at)::VARCHAR AS closed FROM tickets`,
      );
      expect(tickets).toEqual([
        { reply: '3.4167', resolution: '13.3333', contacts: 3, closed: '2026-04-14 09:13:20' },
      ]);
    });
  },
);
