import type { Forgetting } from './forget-person.ts';

/** What a person reads after somebody was forgotten: what is gone, what is left to do. Never who. */
export function terminalForgetting({
  removed,
  emptied,
  listedLines,
  wasForgotten,
}: Forgetting): string {
  const found =
    removed.length === 0
      ? [
          wasForgotten
            ? 'Forgotten already: nothing in the state folder is about this contact.'
            : 'Nothing in the state folder is about this contact. It is remembered all the same: check its spelling.',
        ]
      : [
          'Taken out of',
          ...removed.map(({ file, rows }) => `  ${file}: ${rows} ${rows === 1 ? 'row' : 'rows'}`),
        ];
  return [
    ...found,
    ...emptied.map(
      (file) =>
        `Emptied ${file}, in which no single person can be found: "npm run audiences" writes it anew`,
    ),
    'Every later run leaves this person out. Only a keyed digest is remembered (forgotten.csv).',
    '',
    'Left to do',
    '  exports/ still holds this person, and so does the tool the exports came from: delete them there',
    '  npm run generate: takes them out of the figures in content/; npm run audiences: of new lists',
    ...(listedLines.length === 0
      ? []
      : [
          `  do-not-profile.csv names them in line ${listedLines.join(', ')}: it can go, the digest does its work`,
        ]),
  ].join('\n');
}
