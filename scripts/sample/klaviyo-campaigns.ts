import { isoDay, weekdayOf, type Day } from './calendar.ts';
import type { Row } from './table-file.ts';
import { Random } from './random.ts';

/** The header of Klaviyo's campaign export, all 24 columns in its order. */
export const KLAVIYO_COLUMNS: readonly string[] = (
  'Campaign Name,Tags,Subject,List,Send Time,Send Weekday,Total Recipients,Unique Placed Order,Placed Order Rate,' +
  'Revenue,Unique Opens,Open Rate,Total Opens,Unique Clicks,Click Rate,Total Clicks,Unsubscribes,Spam Complaints,' +
  'Spam Complaints Rate,Successful Deliveries,Bounces,Bounce Rate,Campaign ID,Campaign Channel'
).split(',');

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
/** Crockford's alphabet of the ids. */
const ID_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** What the export shows in place of a subject when there were several; the arms are lost. */
const COLLAPSED = '[MULTIPLE VARIATIONS]';
const WEEKS = 3;

/** Name, subject and how warm it is received (1: as usual). Oldest first; three weeks apart. */
const CAMPAIGNS: readonly (readonly [name: string, subject: string, warmth: number])[] = [
  ['Summer Kit', 'Light layers for long days ☀️', 1],
  ['Back to School', 'Name tags not included 🎒', 1.2],
  ['Fall Denim', 'New washes from Brackenloom', 1.4],
  [
    'Knitwear Arrives',
    '{{ person.first_name|title|default:"friend" }}, it is sweater weather',
    1.1,
  ],
  ['Boot Care Evening', 'How to make your boots last', 0.9],
  ['Early Gifts', COLLAPSED, 1.3],
  ['Black Friday Weekend', 'One weekend, one voucher', 1.8],
  ['Last Day for Parcels', 'Order today, under the tree in time 🎄', 1.7],
  ['Quiet January', 'No sale. A thank-you.', 0.8],
  ['Winter Repair Week', 'Send it in, we mend it', 0.8],
  ['Trip Planner', 'Three huts, two days, one pack', 1],
  ['Spring Denim', 'The Ghyll is back', 1.3],
  ['Rain Shells', 'Dry is a choice ☔', 1],
  ['Birthday Corner', 'Wrapped, with your note', 1.2],
  ['Camp Week', 'Everything but the weather ⛺', 1.1],
  ['Sizing Guide', 'Between two sizes?\n\nRead this before you order both', 0.9],
  ['Summer Clearout', COLLAPSED, 1.5],
  ['Kids Outgrow Things', 'Two sizes up, one parcel', 1.2],
  ['Travel Wardrobe', 'Five pieces for five days', 1],
  ['Meet the Maker: Skerrywool', 'From fleece to sleeve 🐑', 0.9],
  ['Fall Denim Again', 'Raw, rinsed, worn in', 1.3],
  ['First Frost', 'The parka that went up the hill', 1.1],
  ['Gift Guide', 'For people who have everything 🎁', 1.4],
  ['Black Friday Again', 'Half as loud', 1.7],
  ['Express Until the 22nd', 'Still time, truly ⏰', 1.6],
  ['Year in Mending', '1,204 garments, one darning needle', 0.8],
  ['Layering School', 'Why three thin ones beat a thick one', 0.9],
  ['Valentine Weekend', 'For you. Or for somebody.', 1],
  ['Trail Season', COLLAPSED, 1.1],
  ['Spring Tailoring', 'Creases travel, wrinkles do not', 1],
  ['Denim Fitting Day', 'Come in, try on, go home', 1],
  ['Garden Hour', 'Gloves, boots, beans 🌱', 0.9],
  ['Weekly Voucher 1', '25 % until Sunday', 1.6],
  ['Weekly Voucher 2', '25 % until Sunday, again', 1.5],
  ['Weekly Voucher 3', 'Another 25 %', 1.3],
  ['Weekly Voucher 4', 'Your 25 % is waiting', 1.2],
  ['Huts and Hills', 'A map, a stove,\na good night', 1],
  ['School Pack Check', 'Straps, zips, lunch stains', 1.2],
  ['Fall Preview', COLLAPSED, 1.3],
  ['Woolen Weeks', 'Soft, warm, mended for free 🧶', 1.1],
];

/** Some 40 campaigns in Klaviyo's own form: counts like `64517.0`, rates like `0.07%` of what was delivered. */
export function* klaviyoRows(seed: number, newest: Day, customers: number): Generator<Row> {
  for (const [index, [name, subject, warmth]] of CAMPAIGNS.entries()) {
    const age = CAMPAIGNS.length - 1 - index;
    const random = new Random(seed).fork(`klaviyo ${name}`);
    const day = newest - 5 - age * WEEKS * 7 - random.integer(0, 3);
    const list = Math.round(customers * (2.1 - age * 0.02) * random.factor(0.03));
    const sending = { name, subject, day, list, warmth };
    yield campaignRow(random, sending);
    if (index % 9 === 6) yield followUp(random, sending);
  }
}

interface Sending {
  name: string;
  subject: string;
  day: Day;
  list: number;
  warmth: number;
}

/** Two days later, the automatic second sending to whoever did not open: a row of its own, not a campaign of its own. */
function followUp(random: Random, { name, subject, day, list, warmth }: Sending): Row {
  const row = campaignRow(random, {
    name: `[Follow-up] ${name}`,
    subject,
    day: day + 2,
    list: Math.round(list * 0.4),
    warmth: warmth * 0.5,
  });
  return { ...row, List: `[Engaged non-openers] ${name}` };
}

function campaignRow(random: Random, { name, subject, day, list, warmth }: Sending): Row {
  const pushy = name.startsWith('Weekly Voucher');
  const bounces = random.binomial(list, 0.003);
  const delivered = list - bounces;
  const opens = random.binomial(delivered, Math.min(0.75, 0.46 * Math.sqrt(warmth)));
  const clicks = random.binomial(delivered, 0.012 * warmth);
  const orders = random.binomial(delivered, 0.0016 * warmth);
  const complaints = random.binomial(delivered, pushy ? 0.0026 : 0.0001);
  const percent = (count: number) => `${((100 * count) / Math.max(1, delivered)).toFixed(2)}%`;
  const minute = String(random.integer(0, 59)).padStart(2, '0');
  return {
    'Campaign Name': name,
    Tags: isoDay(day).slice(0, 4),
    Subject: subject,
    List: random.pick([
      'Engaged (3 Months)',
      'Engaged (1 month), Engaged (3 Months)',
      'Newsletter, Welcomed (no purchase, 1 month)',
    ]),
    'Send Time': `${isoDay(day)} ${String(random.integer(7, 18)).padStart(2, '0')}:${minute}:00`,
    'Send Weekday': WEEKDAYS[weekdayOf(day)] ?? '',
    'Total Recipients': float(list),
    'Unique Placed Order': float(orders),
    'Placed Order Rate': percent(orders),
    Revenue: float(Math.round(orders * 8_900 * random.factor(0.08)) / 100),
    'Unique Opens': float(opens),
    'Open Rate': percent(opens),
    'Total Opens': float(Math.round(opens * 1.32)),
    'Unique Clicks': float(clicks),
    'Click Rate': percent(clicks),
    'Total Clicks': float(Math.round(clicks * 1.4)),
    Unsubscribes: float(random.binomial(delivered, pushy ? 0.014 : 0.0024)),
    'Spam Complaints': float(complaints),
    'Spam Complaints Rate': percent(complaints),
    'Successful Deliveries': float(delivered),
    Bounces: float(bounces),
    'Bounce Rate': percent(bounces),
    'Campaign ID': `01J${random.code(23, ID_LETTERS)}`,
    'Campaign Channel': 'Email',
  };
}

/** Klaviyo writes whole numbers as `12.0`. */
function float(value: number): string {
  return Number.isInteger(value) ? `${String(value)}.0` : String(value);
}
