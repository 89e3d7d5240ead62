import type { Random } from './random.ts';

/** Somebody who does not exist: an invented name at an invented address, an e-mail of a reserved domain. */
export interface Person {
  name: string;
  email: string;
  /** Area code 555, which no country assigns. */
  phone: string | null;
  street: string;
  apartment: string;
  town: string;
  zip: string;
  region: Region;
}

export interface Region {
  country: string;
  province: string;
  provinceName: string;
  /** Form of the postal code: 0 a digit, A a letter. */
  zip: string;
  /** Names and rates of the taxes; the first one is the state's. */
  taxes: readonly { name: string; rate: number }[];
  /** The prices include the taxes; else they are put on top. */
  taxInside: boolean;
}

const REGIONS: readonly (readonly [Region, number])[] = [
  [
    region(
      'NY',
      'New York',
      '1200',
      'New York State Tax 4%',
      0.04,
      'Fernbrook County Tax 4%',
      0.04,
    ),
    26,
  ],
  [region('NJ', 'New Jersey', '0790', 'New Jersey State Tax 6.625%', 0.06625), 14],
  [region('PA', 'Pennsylvania', '1680', 'Pennsylvania State Tax 6%', 0.06), 12],
  [region('MA', 'Massachusetts', '0170', 'Massachusetts State Tax 6.25%', 0.0625), 10],
  [region('CT', 'Connecticut', '0640', 'Connecticut State Tax 6.35%', 0.0635), 8],
  [region('VT', 'Vermont', '0560', 'Vermont State Tax 6%', 0.06), 5],
  [region('ME', 'Maine', '0440', 'Maine State Tax 5.5%', 0.055), 5],
  [
    region(
      'CO',
      'Colorado',
      '8040',
      'Colorado State Tax 2.9%',
      0.029,
      'Larchmere City Tax 3.5%',
      0.035,
    ),
    6,
  ],
  [region('OH', 'Ohio', '4480', 'Ohio State Tax 5.75%', 0.0575), 6],
  [region('NH', 'New Hampshire', '0320', '', 0), 5],
  [
    {
      country: 'CA',
      province: 'ON',
      provinceName: 'Ontario',
      zip: 'A0A 0A0',
      taxes: [],
      taxInside: false,
    },
    2,
  ],
  [
    {
      country: 'GB',
      province: 'SCT',
      provinceName: 'Scotland',
      zip: 'AA0 0AA',
      taxes: [{ name: 'GB VAT 20%', rate: 0.2 }],
      taxInside: true,
    },
    1,
  ],
];

/** A state of the USA; its zips begin with the given digits. */
function region(
  province: string,
  provinceName: string,
  zipStart: string,
  state: string,
  stateRate: number,
  local = '',
  localRate = 0,
): Region {
  const taxes = [
    { name: state, rate: stateRate },
    { name: local, rate: localRate },
  ];
  return {
    country: 'US',
    province,
    provinceName,
    zip: `${zipStart}0`,
    taxes: taxes.filter(({ name }) => name !== ''),
    taxInside: false,
  };
}

const FIRST_NAMES = (
  'Adaeze Aiko Alma Amara Anselm Anouk Aoife Arjun Astrid Ayumi Beatriz Bram Bronwen Camila Caspian Chidi Clementine ' +
  'Dalia Davor Delphine Dimitra Ebba Eero Elif Elodie Emeka Enzo Esra Farah Fergus Fiadh Fumiko Gaspard Greta Gwilym ' +
  'Hana Hamza Hedda Ilse Imani Ines Ishaan Isolde Ivo Jadwiga Jamal Joaquin Jovana Kaia Kamala Keziah Kofi Lale ' +
  'Leandro Leocadia Lin Liv Lucinda Maeve Malik Marisol Mateus Meera Mei Milos Mireille Nadia Nalani Nils Noor Odette ' +
  'Olamide Oren Orla Pilar Pranav Quentin Rania Ravi Roisin Rosalind Rune Saanvi Sadie Samir Saoirse Selma Sigrid ' +
  'Sunniva Tadeo Talia Tamsin Tariq Thandiwe Thea Tomasz Ulrike Usha Vesna Wanjiru Wendell Xiomara Yara Yusuf Zainab Zofia'
).split(' ');

const LAST_NAMES = (
  'Abelmoor Adeyinka-Vale Alderwick Aranholt Ashgrove Balakesh Barrowdale Belcastel Birkensen Bramhurst Brannoch Calloway-Oake ' +
  'Carrowmore Castelverde Chandrapur Cinderford Coldwater Dashkirov Delacombe Demirkent Dovecote Dunsmoor Ekwueli Elmsgard ' +
  'Fairwynd Farrowby Fennimoor Ferrandis Fjellheim Foxhollow Galbrook Garrowick Greenlaw Haldanger Hartsmere Hawkstone ' +
  'Hazelrigg Hollanbee Ibarrondo Ikedahara Inverlea Jaswantri Juniperro Kalinosk Kestrelby Kirkwhistle Kowalyn Lanternier ' +
  'Larkspurre Lindqvale Lochmuir Lundvik Mallorno Mapleton Marchbanks-Rue Merriweld Montclare Moorhen Mwangari Nakamori ' +
  'Nightingale-Roe Norrbeck Oakenshaw Obiorah Okonjima Oldcastle Ortegaray Pemberley Pinehurst Quillfeather Rajendar ' +
  'Ravenscar Redfernley Rosewarne Rowanberg Saltmarsh Santorelles Silverdale Skogsby Songbirch Stavenger Stonebridge-Ito ' +
  'Sundaralin Tamarindo Thistlewood Thornquist Tidewell Umberleigh Valdemora Vashtari Wainscote Westerling Whitlocke ' +
  'Willowmere Winterbourne Wrenfield Xantheros Yarrowby Yewdale Zabrinsky Zimbalen'
).split(' ');

const STREETS =
  'Alder Lane,Beacon Hill Path,Birch Court,Chestnut Row,Copper Beech Road,Ferry Walk,Gristmill Road,Heron Way,Lantern Street,Larch Avenue,Meadowsweet Drive,Orchard End,Quarry Road,Saddler Street,Tannery Lane,Wicket Gate'.split(
    ',',
  );
const TOWNS =
  'Fernbrook,Larchmere,Harrowgate Falls,Old Quill,Saltwick,Maple Hollow,Tarnside,Coldbeck,Windrush Mills,Upper Bracken,Port Ellery,Stony Ford,Great Alder,Millrace,Pine Landing,Thistle Green'.split(
    ',',
  );
const DOMAINS = [
  ['example.com', 60],
  ['example.org', 20],
  ['example.net', 20],
] as const;

/** The `index` keeps e-mail addresses apart: two customers never share one. */
export function inventPerson(random: Random, index: number): Person {
  const first = random.pick(FIRST_NAMES);
  const last = random.pick(LAST_NAMES);
  const domain = random.weighted(DOMAINS);
  const home = random.weighted(REGIONS);
  return {
    name: `${first} ${last}`,
    email: `${first}.${last}${String(index + 11)}@${domain}`.toLowerCase(),
    phone: random.chance(0.7)
      ? `+155501${String(random.integer(0, 99_999)).padStart(5, '0')}`
      : null,
    street: `${String(random.integer(1, 480))} ${random.pick(STREETS)}`,
    apartment: random.chance(0.22) ? `Apt ${String(random.integer(1, 40))}` : '',
    town: random.pick(TOWNS),
    zip: home.zip.replace(/0$|(?<=[A ])0|A/g, (place) =>
      place === 'A' ? random.code(1, 'ABCEGHJKLMNPRSTVXY') : random.code(1, '123456789'),
    ),
    region: home,
  };
}
