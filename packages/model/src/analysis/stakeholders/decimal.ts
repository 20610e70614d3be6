/** Numbers as whole multiples of one power of ten: each is its units over the scale. */
export interface Decimals {
  units: readonly bigint[];
  scale: bigint;
}

/** Numbers taken for the decimals they are written as, exactly: 0.1 is one tenth. Throws RangeError for NaN, Infinity. */
export function decimals(numbers: readonly number[]): Decimals {
  const parts = numbers.map((number) => {
    const [, sign, whole, part = "", exponent = "0"] = written(number);
    return { digits: BigInt(`${sign}${whole}${part}`), places: part.length - Number(exponent) };
  });
  const places = parts.reduce((most, part) => Math.max(most, part.places), 0);
  return {
    units: parts.map((part) => part.digits * 10n ** BigInt(places - part.places)),
    scale: 10n ** BigInt(places),
  };
}

function written(number: number): RegExpExecArray {
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(number));
  if (!parts) throw new RangeError(`expected a number: ${number}`);
  return parts;
}
