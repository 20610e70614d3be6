/**
 * How a number is written. `points` an index, −100 to 100; `level` −1 to 1, shown as points; `x` latent, three decimals;
 * `share` 0 to 1, shown in percent; `fraction` 0 to 1 with two decimals; `steps` signed whole steps; `count` a whole
 * number; `number` up to three decimals.
 */
export type FigureForm = "points" | "level" | "x" | "share" | "fraction" | "steps" | "count" | "number";

const minus = "\u2212";

/** A number as every screen, slide and export writes it: true minus sign, plus where the form is signed. */
export function figureText(value: number, form: FigureForm): string {
  switch (form) {
    case "points":
      return signed(value, 0);
    case "level":
      return signed(100 * value, 0);
    case "x":
      return signed(value, 3);
    case "steps":
      return signed(value, 0);
    case "share":
      return shareText(value);
    case "fraction":
      return value.toFixed(2);
    case "count":
      return grouped(value);
    case "number":
      return String(Math.round(value * 1000) / 1000).replace("-", minus);
  }
}

/** The two ends of a band: "−49 to +5". */
export function bandText([low, high]: readonly [number, number], form: FigureForm): string {
  return `${figureText(low, form)} to ${figureText(high, form)}`;
}

function signed(value: number, decimals: number): string {
  const text = Math.abs(value).toFixed(decimals);
  if (Number(text) === 0) return text;
  return (value < 0 ? minus : "+") + text;
}

function shareText(share: number): string {
  const percent = Math.round(100 * share);
  if (percent === 0 && share > 0) return "<1%";
  if (percent === 100 && share < 1) return ">99%";
  return `${percent}%`;
}

function grouped(count: number): string {
  return Math.round(count)
    .toString()
    .replace("-", minus)
    .replace(/\B(?=(\d{3})+$)/g, ",");
}
