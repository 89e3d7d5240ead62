/** @example grouped(1250) // => '1,250' */
export function grouped(value: number): string {
  return value.toLocaleString('en');
}

/** @example money(1250.5, 'EUR') // => '1,250.50 EUR' */
export function money(value: number, currency: string): string {
  return `${value.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })} ${currency}`;
}

/** @example percent(0.125) // => '12.5%' */
export function percent(share: number): string {
  return share.toLocaleString('en', { style: 'percent', maximumFractionDigits: 1 });
}
