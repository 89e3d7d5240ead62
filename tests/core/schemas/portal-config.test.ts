import { expect, it } from 'vitest';
import { PortalConfigSchema } from '#core/schemas/portal-config.ts';

const SHOP = { dataset: 'shop', company: { name: 'Shop' }, currency: 'EUR' };

it.each(['UTC', 'Europe/Berlin', 'Asia/Kolkata', 'Europe/Kyiv', 'America/Argentina/Buenos_Aires'])(
  'PortalConfigSchema takes the time zone %s',
  (timeZone) => {
    expect(PortalConfigSchema.parse({ ...SHOP, timeZone }).timeZone).toBe(timeZone);
  },
);

it.each(['', 'CET', 'Berlin', 'Europe/Atlantis', '+01:00', 'GMT+1'])(
  'PortalConfigSchema refuses the time zone "%s"',
  (timeZone) => {
    expect(PortalConfigSchema.safeParse({ ...SHOP, timeZone }).success).toBe(false);
  },
);
