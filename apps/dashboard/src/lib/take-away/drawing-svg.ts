import type { Caption } from "./caption.ts";
import { fontFaces } from "./font-faces.ts";

/** What makes a picture look as it does on the page, where no style sheet goes with it. */
const kept = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "opacity",
  "paint-order",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
  "dominant-baseline",
  "letter-spacing",
  "visibility",
  "display",
] as const;

const margin = 24;
const namespace = "http://www.w3.org/2000/svg";

/** A picture of its own: the drawing as it looks now, its caption above and below it, its fonts inside. */
export async function drawingSvg(picture: SVGSVGElement, { title, measure, notes }: Caption): Promise<string> {
  const box = boxOf(picture);
  const page = getComputedStyle(document.body);
  const muted = getComputedStyle(picture.closest("figure")?.querySelector("summary") ?? document.body).color;
  const head = [
    ...linesOf(title, "600 20px 'Source Serif', serif", box.width).map((text) => ({
      text,
      size: 20,
      weight: 600,
      ink: page.color,
    })),
    ...linesOf(measure, "400 13px Plex, sans-serif", box.width).map((text) => ({
      text,
      size: 13,
      weight: 400,
      ink: muted,
    })),
  ];
  const foot = notes.flatMap((note) =>
    linesOf(note, "400 12px Plex, sans-serif", box.width).map((text) => ({ text, size: 12, weight: 400, ink: muted })),
  );
  const headHeight = head.reduce((sum, { size }) => sum + size * 1.4, 0) + 12;
  const footHeight = foot.reduce((sum, { size }) => sum + size * 1.4, 0) + 16;
  const width = box.width + 2 * margin;
  const height = headHeight + box.height + footHeight + 2 * margin;

  const svg = document.createElementNS(namespace, "svg");
  for (const [name, value] of Object.entries({ xmlns: namespace, width, height, viewBox: `0 0 ${width} ${height}` }))
    svg.setAttribute(name, String(value));
  const inner = copied(picture);
  for (const [name, value] of Object.entries({
    x: margin,
    y: margin + headHeight,
    width: box.width,
    height: box.height,
    viewBox: `${box.x} ${box.y} ${box.width} ${box.height}`,
  }))
    inner.setAttribute(name, String(value));
  const style = document.createElementNS(namespace, "style");
  style.textContent = await fontFaces(picture);
  const ground = document.createElementNS(namespace, "rect");
  for (const [name, value] of Object.entries({ width, height, fill: page.backgroundColor }))
    ground.setAttribute(name, String(value));
  svg.append(
    style,
    ground,
    ...textLines(head, margin + 16),
    inner,
    ...textLines(foot, margin + headHeight + box.height + 24),
  );
  return new XMLSerializer().serializeToString(svg);
}

/** The box that holds all of a picture, what reaches over its edge included. */
function boxOf(picture: SVGSVGElement): { x: number; y: number; width: number; height: number } {
  const view = picture.viewBox.baseVal;
  const drawn = picture.getBBox();
  const [x, y] = [Math.min(view.x, drawn.x), Math.min(view.y, drawn.y)];
  return {
    x,
    y,
    width: Math.max(view.x + view.width, drawn.x + drawn.width) - x,
    height: Math.max(view.y + view.height, drawn.y + drawn.height) - y,
  };
}

/** A copy that looks the same without the page's style sheets, and leads nowhere. */
function copied(picture: SVGSVGElement): SVGSVGElement {
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const [originals, copies] = [picture, copy].map((one) => [one, ...one.querySelectorAll<SVGElement>("*")]);
  for (const [i, element] of copies!.entries()) {
    const style = getComputedStyle(originals![i]!);
    for (const name of element.getAttributeNames())
      if (/^(?:class|style|href|tabindex|role|aria-.*|data-.*)$/.test(name)) element.removeAttribute(name);
    for (const name of kept) {
      const value = style.getPropertyValue(name);
      if (value !== "" && value !== "none" && value !== "normal") element.setAttribute(name, value);
      if (value === "none" && (name === "fill" || name === "display")) element.setAttribute(name, value);
    }
  }
  return copy;
}

interface Line {
  text: string;
  size: number;
  weight: number;
  ink: string;
}

function textLines(lines: readonly Line[], top: number): SVGTextElement[] {
  let y = top;
  return lines.map(({ text, size, weight, ink }) => {
    const element = document.createElementNS(namespace, "text");
    const family = size === 20 ? "'Source Serif', 'Naskh', serif" : "Plex, 'Plex Arabic', sans-serif";
    for (const [name, value] of Object.entries({
      x: margin,
      y,
      fill: ink,
      "font-family": family,
      "font-size": size,
      "font-weight": weight,
    }))
      element.setAttribute(name, String(value));
    element.textContent = text;
    y += size * 1.4;
    return element;
  });
}

/** A text in lines no wider than a width, broken between words. */
function linesOf(text: string, font: string, width: number): string[] {
  const pen = document.createElement("canvas").getContext("2d")!;
  pen.font = font;
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    const longer = `${lines.at(-1) ?? ""} ${word}`.trim();
    if (lines.length > 0 && pen.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
