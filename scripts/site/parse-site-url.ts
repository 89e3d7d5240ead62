import { GenerateError } from '#generate/generate-error.ts';

/**
 * The address a site will have.
 *
 * @throws GenerateError `call/bad-url`
 */
export function parseSiteUrl(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.parse(text);
  if (url && /^https?:$/.test(url.protocol)) return url.href;
  throw new GenerateError(
    'call/bad-url',
    `Cannot use the address "${text}"; expected one that begins with https://`,
    'For example --url https://stories.example.com',
  );
}
