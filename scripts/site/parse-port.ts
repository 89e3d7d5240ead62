import { GenerateError } from '#generate/generate-error.ts';

const USUAL_PORT = 4321;
const LARGEST_PORT = 65_535;

/** @throws GenerateError `call/bad-port` */
export function parsePort(text: string | undefined): number {
  if (text === undefined) return USUAL_PORT;
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= LARGEST_PORT) return port;
  throw new GenerateError(
    'call/bad-port',
    `Cannot use the port "${text}"; expected a whole number up to ${LARGEST_PORT}`,
    `For example --port ${USUAL_PORT}`,
  );
}
