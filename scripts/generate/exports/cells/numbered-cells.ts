/**
 * SQL that tells apart what the free columns of a row say of one thing after the other: "SKU #2" and "Product Item 2
 * SKU" become {name: "sku", number: 2} and {name: "productitemsku", number: 2}. The number is the last one in the header.
 *
 * @param cells SQL of a column of type `cells`
 * @returns a list of {name, number, cell}
 */
export function numberedCells(cells: string): string {
  const bare = String.raw`regexp_replace(item.header, '\d+([^0-9]*)$', '\1')`;
  return `list_transform(${cells}, lambda item: {
    'name': lower(regexp_replace(${bare}, '[^\\p{L}\\p{N}]', '', 'g')),
    'number': TRY_CAST(regexp_extract(item.header, '(\\d+)[^0-9]*$', 1) AS INTEGER), 'cell': item."cell"})`;
}

/** SQL of the numbers in such a list, in their order; [null] where there is none. */
export function numbersOf(numbered: string): string {
  const numbers = `list_sort(list_distinct(list_transform(${numbered}, lambda item: item.number)))`;
  return `CASE WHEN len(${numbered}) = 0 THEN [NULL] ELSE ${numbers} END`;
}

/** SQL of the cell of that name and number in such a list. */
export function numberedCell(numbered: string, name: string, number: string): string {
  return `list_filter(${numbered}, lambda item: item.name = '${name}' AND item.number = ${number})[1]."cell"`;
}
