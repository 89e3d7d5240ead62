import { chromium, type Browser } from 'playwright-core';
import { GenerateError } from '#generate/generate-error.ts';

/**
 * A real browser: the one that CHROME_PATH names, on Linux the one that comes with npm, elsewhere an installed Chrome.
 *
 * @throws GenerateError `browser/missing`
 */
export async function openBrowser(): Promise<Browser> {
  const executablePath = await browserPath();
  try {
    return await chromium.launch({
      ...(executablePath === null ? { channel: 'chrome' } : { executablePath }),
      // Our own arguments: those of the package would switch the web's safety off.
      args: ['--no-sandbox', '--headless=new', '--disable-gpu'],
    });
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new GenerateError(
      'browser/missing',
      `Cannot open a browser${executablePath === null ? '' : ` at "${executablePath}"`}: ${reason}; expected Chrome or Chromium`,
      'Install Google Chrome, or name the program of a Chromium: CHROME_PATH=/path/to/chromium',
    );
  }
}

/** The program of the browser; null: whatever Chrome is installed. */
export async function browserPath(): Promise<string | null> {
  const named = process.env['CHROME_PATH'];
  if (named !== undefined && named !== '') return named;
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const { default: bundled } = await import('@sparticuz/chromium');
  return bundled.executablePath();
}
