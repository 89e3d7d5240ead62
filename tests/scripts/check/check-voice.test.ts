import { expect, test } from 'vitest';
import { formatIssue } from '#generate/generate-error.ts';
import { checkContentFile } from '#scripts/check/check-content-file.ts';
import { checkVoice } from '#scripts/check/check-voice.ts';
import { catalogue } from '../../markdown/fixture-catalogue.ts';

const VOICE = `name: Ada Lund
does: Packs
quote: Somebody is in it.
story: Told.
`;

const found = (text: string): string[] =>
  [
    ...checkContentFile('voices/ada-lund.yaml', text),
    ...checkVoice('voices/ada-lund.yaml', text, catalogue),
  ].map(formatIssue);

test('checkVoice() accepts a voice that names what is there', () => {
  const links = 'personas: [brand-enthusiast]\ninsights: [saved-basket]\nkpis:\n  - return-rate\n';
  expect(found(VOICE)).toEqual([]);
  expect(found(VOICE + links)).toEqual([]);
});

test('checkVoice() names what is not there with its line and what is nearest to it', () => {
  expect(
    found(`${VOICE}personas:\n  - brand-enthusiast\n  - brand-enthusist\nphoto: ada.jpg\n`),
  ).toEqual([
    'voices/ada-lund.yaml, line 7, column "personas.1": found "brand-enthusist"; expected an entry of content/personas, perhaps "brand-enthusiast"',
    'voices/ada-lund.yaml, line 8, column "photo": found "ada.jpg"; expected a picture in content/voices (jpg, png, webp or avif)',
  ]);
});

test('checkVoice() leaves what is wrong with the form to the check of the form', () => {
  expect(found(`${VOICE}qoute: Again.\nsince: soon\n`)).toEqual([
    'voices/ada-lund.yaml, line 6, column "since": found text, 4 characters; expected number',
    'voices/ada-lund.yaml, line 5, column "the whole file": found the unknown field "qoute"; expected only fields of this kind of entry, perhaps "quote"',
  ]);
  expect(found('name: [\n')).toHaveLength(1);
  expect(found('')).toHaveLength(4);
});

test('checkVoice() asks for a file name that can be an address', () => {
  expect(checkContentFile('voices/Ada Lund.yml', VOICE).map(formatIssue)).toEqual([
    'voices/Ada Lund.yml: found a file of no known kind; expected a file such as voices/ada-lund.yaml',
  ]);
});
