import { GenerateError } from '#generate/generate-error.ts';

/** @throws GenerateError `call/missing-option` */
export function requiredFlag(command: string, name: string, value: string | undefined): string {
  if (value !== undefined && value !== '') return value;
  throw new GenerateError(
    'call/missing-option',
    `Cannot run "${command}": --${name} is missing; expected its value`,
    `See "${command} -- --help"`,
  );
}
