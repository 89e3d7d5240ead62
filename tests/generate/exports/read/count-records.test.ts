import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  RecordCounter,
  type Dialect,
  type WantedRecords,
} from '#generate/exports/read/count-records.ts';

const CSV: Dialect = { delimiter: ',', skipLines: 0, columns: 2 };

function count(
  text: string,
  dialect: Dialect = CSV,
  wanted?: WantedRecords,
  step = Infinity,
): RecordCounter {
  const counter = new RecordCounter(dialect, wanted);
  const bytes = Buffer.from(text);
  for (let i = 0; i < bytes.length; i += step) counter.push(bytes.subarray(i, i + step));
  return counter;
}

describe('RecordCounter', () => {
  it.each([
    ['a,b\n1,2\n', 2],
    ['a,b\n1,2', 2],
    ['a,b\r\n1,2\r\n', 2],
    ['a,b\r1,2\r', 2],
    ['a,b\n\n\n1,2\n\n', 2],
    ['a,"b\nc"\n1,"x""\n""y"\n', 2],
    ['5" pipe,b\n6" pipe,c\n', 2],
    ['', 0],
    ['\n', 0],
  ])('counts the records of %j', (text, records) => {
    expect(count(text).end().records).toBe(records);
  });

  it('counts alike whatever pieces the bytes arrive in', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ',', '"', '\n', '\r', 'é'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 7 }), (csv, step) => {
        expect(count(csv, CSV, undefined, step).end()).toEqual(count(csv).end());
      }),
    );
  });

  it('says where records stand', () => {
    const counter = count('a,b\n\n1,"x\ny"\n2,z\n', CSV, { by: 'ordinal', numbers: [2, 3] });
    counter.end();
    expect(Object.fromEntries(counter.places())).toEqual({
      2: { ordinal: 2, from: 3, to: 4 },
      3: { ordinal: 3, from: 5, to: 5 },
    });
  });

  it('notices an open quote, a missing last break and mixed breaks', () => {
    expect(count('a,"b\n').end()).toMatchObject({ endsInQuotes: true });
    expect(count('a,b').end()).toMatchObject({ endsWithLineBreak: false });
    expect(count('a,b\r\nc,d\n').end()).toMatchObject({ mixedLineBreaks: true });
    expect(count('a,"b\r\n"\nc,d\n').end()).toMatchObject({ mixedLineBreaks: false });
  });

  it('skips lines above the header and takes fixed-width lines as they are', () => {
    expect(count('x\n"y\na,b\n1,2\n', { ...CSV, skipLines: 2 }).end().records).toBe(2);
    expect(count('"a\n\nb\n', { delimiter: null, skipLines: 0, columns: 1 }).end().records).toBe(3);
  });
});
