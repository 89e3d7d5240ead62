/**
 * A decimal text rounded to so many decimals, a half to the even neighbour: the one rounding that money undergoes, when
 * it leaves the engine.
 *
 * @example roundHalfEven('0.125', 2) // => 0.12
 */
export function roundHalfEven(decimal: string, decimals: number): number {
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)(\d*)(?:\.(\d*))?$/.exec(decimal) ?? [];
  const kept = BigInt(`${whole}${fraction.slice(0, decimals).padEnd(decimals, '0')}`);
  const rest = fraction.slice(decimals).replace(/0+$/, '');
  const isHalf = rest === '5';
  const isUp = isHalf ? kept % 2n === 1n : rest !== '' && rest >= '5';
  const digits = String(isUp ? kept + 1n : kept).padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  return Number(`${sign}${digits.slice(0, point)}.${digits.slice(point) || '0'}`) || 0;
}
