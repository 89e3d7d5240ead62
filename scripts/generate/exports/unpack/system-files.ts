/**
 * What nobody put into a folder: a Mac's and Windows' notes about it, and the locks of a workbook that is open in Excel
 * ("~$orders.xlsx") or LibreOffice (".~lock.orders.xlsx#").
 */
const SYSTEM_FILES =
  /(?:^|\/)(?:__MACOSX\/.*|\.DS_Store|\._[^/]*|thumbs\.db|desktop\.ini|~\$[^/]*|\.~lock\.[^/]*#)$/i;

/**
 * Whether a file belongs to the operating system or the program that has another one open: it is left out without a word.
 *
 * @param path with "/" between folders
 * @example isSystemFile('2026/.DS_Store') // => true
 * @example isSystemFile('~$orders.xlsx') // => true
 * @example isSystemFile('orders.xlsx') // => false
 */
export function isSystemFile(path: string): boolean {
  return SYSTEM_FILES.test(path);
}
