import { expect, test } from 'vitest';
import { siteAddress } from '#core/format/site-address.ts';

test.each([
  ['/', 'https://portal.example', 'https://portal.example/'],
  ['/kpis/', 'https://portal.example', 'https://portal.example/kpis/'],
  ['/kpis/', 'https://portal.example/', 'https://portal.example/kpis/'],
  ['/kpis/', 'https://portal.example/know', 'https://portal.example/know/kpis/'],
  ['/kpis/', 'https://portal.example/know/', 'https://portal.example/know/kpis/'],
  ['/voices/#ada', 'https://portal.example/know', 'https://portal.example/know/voices/#ada'],
])('siteAddress() of %s at %s keeps the folder of the site', (path, site, expected) => {
  expect(siteAddress(path, site).href).toBe(expected);
});
