/**
 * Numbers of countries whose people dial a zero in front at home and leave it out behind the country's number, by ISO
 * 3166: those with the national prefix 0 in the metadata of libphonenumber, without those where more than that changes.
 */
const CODES: Record<string, string> = {
  20: 'EG',
  27: 'ZA',
  31: 'NL',
  32: 'BE',
  33: 'FR',
  40: 'RO',
  41: 'CH',
  43: 'AT',
  44: 'GB GG IM JE',
  46: 'SE',
  49: 'DE',
  51: 'PE',
  60: 'MY',
  61: 'AU',
  62: 'ID',
  63: 'PH',
  64: 'NZ',
  66: 'TH',
  81: 'JP',
  82: 'KR',
  84: 'VN',
  86: 'CN',
  90: 'TR',
  91: 'IN',
  92: 'PK',
  94: 'LK',
  95: 'MM',
  98: 'IR',
  211: 'SS',
  212: 'EH MA',
  213: 'DZ',
  218: 'LY',
  231: 'LR',
  232: 'SL',
  233: 'GH',
  234: 'NG',
  243: 'CD',
  249: 'SD',
  250: 'RW',
  251: 'ET',
  252: 'SO',
  254: 'KE',
  255: 'TZ',
  256: 'UG',
  260: 'ZM',
  262: 'RE YT',
  263: 'ZW',
  264: 'NA',
  265: 'MW',
  291: 'ER',
  353: 'IE',
  355: 'AL',
  358: 'AX FI',
  359: 'BG',
  370: 'LT',
  373: 'MD',
  374: 'AM',
  377: 'MC',
  380: 'UA',
  381: 'RS',
  382: 'ME',
  383: 'XK',
  385: 'HR',
  386: 'SI',
  387: 'BA',
  389: 'MK',
  421: 'SK',
  423: 'LI',
  590: 'BL GP MF',
  591: 'BO',
  593: 'EC',
  594: 'GF',
  595: 'PY',
  596: 'MQ',
  598: 'UY',
  855: 'KH',
  856: 'LA',
  880: 'BD',
  886: 'TW',
  961: 'LB',
  962: 'JO',
  963: 'SY',
  964: 'IQ',
  966: 'SA',
  967: 'YE',
  970: 'PS',
  971: 'AE',
  972: 'IL',
  976: 'MN',
  977: 'NP',
  994: 'AZ',
  995: 'GE',
  996: 'KG',
};

/** Country (ISO 3166) → the number that its telephones have abroad. */
export const CALLING_CODES: ReadonlyMap<string, string> = new Map(
  Object.entries(CODES).flatMap(([code, countries]) =>
    countries.split(' ').map((country) => [country, code] as const),
  ),
);

/** What the types of the language do not know yet. */
interface RegionZones {
  getTimeZones?: () => string[];
}

/** The country of a time zone, if telephones are dialled there with a zero in front. */
export function countryOfZone(timeZone: string): string | null {
  const asked = canonicalZone(timeZone);
  for (const country of CALLING_CODES.keys()) {
    const region = new Intl.Locale(`und-${country}`) as Intl.Locale & RegionZones;
    const zones = region.getTimeZones?.() ?? [];
    if (zones.some((zone) => canonicalZone(zone) === asked)) return country;
  }
  return null;
}

function canonicalZone(timeZone: string): string {
  return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
}
