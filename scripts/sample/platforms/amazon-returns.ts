import { monthStart, type Day } from '../calendar.ts';
import { Random } from '../random.ts';
import type { Shop } from '../simulate-shop.ts';
import type { Row, Table } from '../table-file.ts';
import {
  amazonItemNumbers,
  amazonTime,
  amazonTitle,
  type AmazonLine,
  type AmazonOrder,
} from './amazon-orders.ts';

/** Share of the pieces sent by Amazon that come back. */
const RETURNED = 0.09;
/** The older report was downloaded so many months before; the newer one goes back twice as far. */
const MONTHS_BETWEEN = 6;
/** Share of the pieces that somebody looked at again. */
const LOOKED_AT_AGAIN = 0.15;
/** Share of the pieces that one report names twice. */
const NAMED_TWICE = 0.03;

const COLUMNS = (
  'return-date,order-id,sku,asin,fnsku,product-name,quantity,fulfillment-center-id,detailed-disposition,reason,status,' +
  'license-plate-number,customer-comments'
).split(',');

const REASONS = [
  ['UNWANTED_ITEM', 30],
  ['APPAREL_TOO_SMALL', 18],
  ['APPAREL_TOO_LARGE', 15],
  ['NOT_AS_DESCRIBED', 14],
  ['DEFECTIVE', 8],
  ['ORDERED_WRONG_ITEM', 8],
  ['DAMAGED_BY_CARRIER', 7],
] as const;

export interface PlantedAmazonReturns {
  /** Pieces, each counted once by its license plate. */
  pieces: number;
  /** Rows of the older report that the newer one has again. */
  repeatedRows: number;
  /** Rows of the newer report that a later row of the same piece replaces. */
  namedTwice: number;
}

interface ReturnedPiece {
  plate: string;
  order: AmazonOrder;
  line: AmazonLine;
  returnedOn: Day;
  second: number;
  reason: string;
  disposition: string;
  center: string;
  comment: string | null;
  lookedAtAgain: boolean;
  namedTwice: boolean;
}

/** Two reports of what came back to Amazon's warehouses; pieces of the months in between are in both. */
export function amazonReturnReports(
  shop: Shop,
  orders: readonly AmazonOrder[],
): { tables: Table[]; planted: PlantedAmazonReturns } {
  const pieces = drawReturnedPieces(shop, orders);
  const olderUntil = monthStart(shop.newest, MONTHS_BETWEEN) - 1;
  const newerFrom = monthStart(shop.newest, 2 * MONTHS_BETWEEN);
  const older = pieces.filter(({ returnedOn }) => returnedOn <= olderUntil);
  const newer = pieces.filter(({ returnedOn }) => returnedOn >= newerFrom);
  const dialect = { delimiter: '\t', endOfLine: '\n', quotes: 'none' } as const;
  return {
    tables: [
      { path: 'amazon/fba-returns-1.txt', columns: COLUMNS, rows: rowsOf(older, false), dialect },
      { path: 'amazon/fba-returns-2.txt', columns: COLUMNS, rows: rowsOf(newer, true), dialect },
    ],
    planted: {
      pieces: pieces.length,
      repeatedRows: older.filter(({ returnedOn }) => returnedOn >= newerFrom).length,
      namedTwice: newer.filter(({ namedTwice }) => namedTwice).length,
    },
  };
}

function drawReturnedPieces(shop: Shop, orders: readonly AmazonOrder[]): ReturnedPiece[] {
  const random = new Random(shop.seed).fork('amazon returns');
  const pieces: ReturnedPiece[] = [];
  for (const order of orders) {
    if (order.sentFor !== null || order.cancelled || order.fulfilment !== 'Amazon') continue;
    for (const line of order.lines) {
      const count = line.cancelled ? 0 : random.binomial(line.quantity, RETURNED);
      for (let piece = 0; piece < count; piece += 1) {
        const drawn = drawPiece(random, order, line);
        if (drawn.returnedOn <= shop.newest) pieces.push(drawn);
      }
    }
  }
  return pieces.sort((a, b) => a.returnedOn - b.returnedOn || a.second - b.second);
}

function drawPiece(random: Random, order: AmazonOrder, line: AmazonLine): ReturnedPiece {
  const reason = random.weighted(REASONS);
  return {
    plate: `LPNTT${random.code(9, '0123456789')}`,
    order,
    line,
    returnedOn: order.settledOn + 4 + random.integer(2, 34),
    second: random.integer(11 * 3600, 24 * 3600 - 1),
    reason,
    disposition:
      reason === 'DEFECTIVE' ? 'DEFECTIVE' : random.pick(['SELLABLE', 'CUSTOMER_DAMAGED']),
    center: random.pick(['TWN1', 'QLL2', 'SLT5']),
    comment: random.chance(0.2) ? random.pick(COMMENTS) : null,
    lookedAtAgain: random.chance(LOOKED_AT_AGAIN),
    namedTwice: random.chance(NAMED_TWICE),
  };
}

const COMMENTS = [
  'runs small, went back to my "usual" size',
  'The color isn’t what the picture shows',
  'gift, they had one already',
  '5" too short',
];

function* rowsOf(pieces: readonly ReturnedPiece[], isNewer: boolean): Generator<Row> {
  for (const piece of pieces) {
    if (isNewer && piece.namedTwice)
      yield row(piece, 'Unit returned to inventory', piece.disposition);
    const again = isNewer && piece.lookedAtAgain;
    const disposition = again ? 'SELLABLE' : piece.disposition;
    const status = isNewer && piece.namedTwice ? 'Reimbursed' : 'Unit returned to inventory';
    yield row(piece, status, disposition);
  }
}

function row(piece: ReturnedPiece, status: string, disposition: string): Row {
  const { sku } = piece.line.product;
  const { asin, label } = amazonItemNumbers(sku);
  return {
    'return-date': amazonTime(piece.returnedOn, piece.second),
    'order-id': piece.order.id,
    sku,
    asin,
    fnsku: label,
    'product-name': amazonTitle(piece.line),
    quantity: 1,
    'fulfillment-center-id': piece.center,
    'detailed-disposition': disposition,
    reason: piece.reason,
    status,
    'license-plate-number': piece.plate,
    'customer-comments': piece.comment,
  };
}
