/** Numbers of countries, and the countries (ISO 3166) that share them. */
type Codes = Record<string, string>;

/**
 * Countries by what their people dial in front of a number at home and leave out behind the country's number: the national
 * prefix in the metadata of libphonenumber, without those where more than that changes.
 */
const CODES_BY_TRUNK: Record<string, Codes> = {
  0: {
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
  },
  // A number is dialled at home as it stands behind the country's.
  '': {
    30: 'GR',
    34: 'ES',
    39: 'IT VA',
    45: 'DK',
    47: 'NO SJ',
    48: 'PL',
    52: 'MX',
    // With the number of a carrier in front of other cities' numbers, which nobody writes down.
    55: 'BR',
    56: 'CL',
    65: 'SG',
    216: 'TN',
    220: 'GM',
    221: 'SN',
    222: 'MR',
    223: 'ML',
    224: 'GN',
    225: 'CI',
    226: 'BF',
    227: 'NE',
    228: 'TG',
    229: 'BJ',
    230: 'MU',
    235: 'TD',
    236: 'CF',
    237: 'CM',
    238: 'CV',
    239: 'ST',
    240: 'GQ',
    241: 'GA',
    242: 'CG',
    244: 'AO',
    245: 'GW',
    246: 'IO',
    247: 'AC',
    248: 'SC',
    253: 'DJ',
    257: 'BI',
    258: 'MZ',
    266: 'LS',
    267: 'BW',
    268: 'SZ',
    269: 'KM',
    290: 'SH TA',
    297: 'AW',
    298: 'FO',
    299: 'GL',
    350: 'GI',
    351: 'PT',
    352: 'LU',
    354: 'IS',
    356: 'MT',
    357: 'CY',
    371: 'LV',
    372: 'EE',
    376: 'AD',
    378: 'SM',
    420: 'CZ',
    500: 'FK',
    501: 'BZ',
    502: 'GT',
    503: 'SV',
    504: 'HN',
    505: 'NI',
    506: 'CR',
    507: 'PA',
    509: 'HT',
    592: 'GY',
    597: 'SR',
    599: 'BQ CW',
    670: 'TL',
    672: 'NF',
    673: 'BN',
    674: 'NR',
    675: 'PG',
    676: 'TO',
    677: 'SB',
    678: 'VU',
    679: 'FJ',
    680: 'PW',
    681: 'WF',
    682: 'CK',
    683: 'NU',
    685: 'WS',
    687: 'NC',
    688: 'TV',
    689: 'PF',
    690: 'TK',
    691: 'FM',
    852: 'HK',
    853: 'MO',
    960: 'MV',
    965: 'KW',
    968: 'OM',
    973: 'BH',
    974: 'QA',
    975: 'BT',
    992: 'TJ',
    998: 'UZ',
  },
  1: {
    1: 'AG AI AS BB BM BS CA DM DO GD GU JM KN KY LC MP MS PR SX TC TT US VC VG VI',
    692: 'MH',
  },
  8: {
    7: 'KZ RU',
    993: 'TM',
  },
  '06': {
    36: 'HU',
  },
};

/** How the telephones of a country are written. */
export interface PhoneCountry {
  /** ISO 3166. */
  country: string;
  /** The number that its telephones have abroad. */
  code: string;
  /** What is dialled in front of them at home; nothing in many countries. */
  trunk: string;
}

export const PHONE_COUNTRIES: readonly PhoneCountry[] = Object.entries(CODES_BY_TRUNK).flatMap(
  ([trunk, codes]) =>
    Object.entries(codes).flatMap(([code, countries]) =>
      countries.split(' ').map((country) => ({ country, code, trunk })),
    ),
);

/** What the types of the language do not know yet. */
interface RegionZones {
  getTimeZones?: () => string[];
}

/** The country of a time zone; null where how its telephones are dialled is not known. */
export function countryOfZone(timeZone: string): string | null {
  const asked = canonicalZone(timeZone);
  for (const { country } of PHONE_COUNTRIES) {
    const region = new Intl.Locale(`und-${country}`) as Intl.Locale & RegionZones;
    const zones = region.getTimeZones?.() ?? [];
    if (zones.some((zone) => canonicalZone(zone) === asked)) return country;
  }
  return null;
}

function canonicalZone(timeZone: string): string {
  return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
}
