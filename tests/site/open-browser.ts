import chromium from '@sparticuz/chromium';
import { chromium as launcher, type Browser } from 'playwright-core';

/** A real browser that comes with npm; its own arguments would switch the web's safety off. */
export async function openBrowser(): Promise<Browser> {
  return launcher.launch({
    executablePath: process.env['CHROME_PATH'] ?? (await chromium.executablePath()),
    args: ['--no-sandbox', '--headless=new', '--disable-gpu'],
  });
}
