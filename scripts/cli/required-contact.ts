import { GenerateError } from '#generate/generate-error.ts';

/** @throws GenerateError `call/missing-word` */
export function requiredContact(command: string, contact: string | undefined): string {
  if (contact !== undefined && contact.trim() !== '') return contact;
  throw new GenerateError(
    'call/missing-word',
    `Cannot run "${command}": nobody is named; expected an e-mail address or a phone number`,
    `For example: ${command} -- ann@example.com`,
  );
}
