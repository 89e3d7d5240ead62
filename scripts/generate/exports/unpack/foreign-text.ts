import { FileRefusal } from '../file-refusal.ts';

/** A text that holds a table, and not as lines of cells. */
interface ForeignText {
  found: string;
  /** How such a text begins. */
  begins: RegExp;
  hint: string;
}

const IF_NONE = 'if it is no export, remove it or name it under ignoreFiles in portal.config.ts';
const SAVE = `Open the file in a spreadsheet program and save it as CSV or XLSX; ${IF_NONE}`;

const FOREIGN_TEXTS: ForeignText[] = [
  {
    found: 'a web page',
    begins:
      /^(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,2000}>\s*)?<(?:!doctype html|html|head|meta|style|body|table)[\s>]/i,
    hint: `Where a tool hands out its tables so, open the file in a spreadsheet program and save it as CSV or XLSX; where it is a page to sign in, download the file again; ${IF_NONE}`,
  },
  {
    found: 'a web page in one file (MHTML)',
    begins: /^MIME-Version: ?1\.0\s[^]{0,2000}multipart\/related/i,
    hint: SAVE,
  },
  {
    found: 'a dump of a database as SQL statements',
    begins: /^(?:CREATE TABLE|INSERT INTO) /i,
    hint: `Export each table as CSV with its column names in the first line, or with "mysqldump --tab" as tab-separated text; ${IF_NONE}`,
  },
];

/** What a dump says before its first table: a comment, or a setting. */
const SQL_PREAMBLE =
  /(?:--[^\n]*|\/\*[^*]*\*\/;?|(?:SET|USE|LOCK|DROP|CREATE DATABASE|START TRANSACTION|BEGIN)\b[^;]*;)\s*/iy;

/** The text from its first SQL statement on that could be one of a table. */
function afterPreamble(text: string): string {
  SQL_PREAMBLE.lastIndex = 0;
  let from = 0;
  while (SQL_PREAMBLE.test(text)) from = SQL_PREAMBLE.lastIndex;
  return text.slice(from);
}

/** Names of what people take for a table; a web page called anything else only happens to lie there. */
const TABLE_NAME = /\.(?:csv|tsv|txt|dat|xls|xlsx|xml|sql)(?:\.gz)?$/i;

/**
 * Refuses a table in a form that is not read, called like a table: a web page saved as ".xls", a dump as SQL.
 *
 * @param head the first characters of the file
 * @throws FileRefusal that says what it is and how to get a table out of it
 */
export function refuseForeignText(path: string, head: string): void {
  if (!TABLE_NAME.test(path)) return;
  const text = head.trimStart();
  const statement = afterPreamble(text);
  const foreign = FOREIGN_TEXTS.find(({ begins }) => begins.test(text) || begins.test(statement));
  if (foreign === undefined) return;
  const { found, hint } = foreign;
  throw new FileRefusal({
    code: 'export/foreign-text',
    found,
    expected: 'a table as CSV or XLSX',
    hint,
  });
}
