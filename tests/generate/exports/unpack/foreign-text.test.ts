import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { GenerateError } from '#generate/generate-error.ts';
import { failure } from '../exports-fixture.ts';
import { unpackBytes } from './unpack-fixture.ts';

const TABLE = '<table><tr><th>Order</th></tr><tr><td>1001</td></tr></table>';

const DUMP = `-- MySQL dump 10.13  Distrib 5.7.44, for Linux (x86_64)
--
-- Host: localhost    Database: shop
-- ------------------------------------------------------
/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
DROP TABLE IF EXISTS \`sales_flat_order\`;
/*!40101 SET character_set_client = utf8 */;
CREATE TABLE \`sales_flat_order\` (\`entity_id\` int(10) unsigned NOT NULL AUTO_INCREMENT);
LOCK TABLES \`sales_flat_order\` WRITE;
INSERT INTO \`sales_flat_order\` VALUES (1,'complete',NULL);
`;

describe('unpackFile() refuses tables that are no lines of cells, and says what they are', () => {
  it.each([
    ['orders.xls', `\uFEFF\r\n<html xmlns:x="urn:x"><body>${TABLE}</body></html>`, 'a web page'],
    ['orders.xls', TABLE.toUpperCase(), 'a web page'],
    ['orders.csv', `<!-- made by a shop -->\n<!DOCTYPE html>\n<html></html>`, 'a web page'],
    ['orders.xls', `MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n${TABLE}`, 'a web page in one file (MHTML)'],
    ['sales_flat_order.sql', DUMP, 'a dump of a database as SQL statements'],
    ['orders.csv', "INSERT INTO `sales_flat_order` (`entity_id`) VALUES (1);\n", 'a dump of a database as SQL statements'],
  ])('%s: %#', async (name, text, found) => {
    for (const [path, bytes] of [[name, text], [`${name}.gz`, gzipSync(text)]] as const) {
      const error = await failure(unpackBytes(path, bytes));
      expect(error.code).toBe('export/foreign-text');
      expect(error.message).toBe(
        `Cannot read export "${path}": ${found}; expected a table as CSV or XLSX`,
      );
      expect(error.hint).toMatch(/CSV/);
    }
  }); // prettier-ignore
});

it('unpackFile() leaves pages and words alone that are called otherwise or only look alike', async () => {
  for (const [name, text] of [
    ['help.html', '<html></html>'],
    ['orders.csv', 'insert into,sku\n1,2\n'],
    ['orders.xls', 'order\tplacedAt\n1\t2026-03-14\n'],
    ['orders.csv', '<tablecloth>,sku\n'],
  ] as const) {
    await expect(unpackBytes(name, text)).resolves.toMatchObject([{ path: name, leftOut: null }]);
  }
});

it('refuseForeignText() ends on a long text that only begins like a dump', async () => {
  const comments = `-- ${'x'.repeat(50)}\n/* y */ SET a = 1;\n`.repeat(3000);
  const started = performance.now();
  await expect(unpackBytes('notes.sql', comments)).resolves.toHaveLength(1);
  await expect(
    unpackBytes('notes.sql', `${comments}CREATE TABLE x (y int);`),
  ).rejects.toBeInstanceOf(GenerateError);
  expect(performance.now() - started).toBeLessThan(5000);
});
