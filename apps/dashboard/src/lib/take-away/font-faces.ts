const arabic = /[\u0600-\u06FF]/;

/** The faces of the page's own fonts that a picture is written in, as rules that carry the font inside. */
export async function fontFaces(picture: SVGSVGElement): Promise<string> {
  const needsArabic = arabic.test(picture.textContent ?? "");
  const rules = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule): rule is CSSFontFaceRule => rule instanceof CSSFontFaceRule)
    .filter(({ style }) => {
      const family = style.getPropertyValue("font-family");
      const weight = style.getPropertyValue("font-weight");
      return (weight === "400" || weight === "600") && (needsArabic || !/Arabic|Naskh/.test(family));
    });
  return (await Promise.all(rules.map(ruleText))).join("\n");
}

async function ruleText({ style, parentStyleSheet }: CSSFontFaceRule): Promise<string> {
  const [, address] = /url\("?([^")]+)"?\)/.exec(style.getPropertyValue("src")) ?? [];
  if (address === undefined) return "";
  const response = await fetch(new URL(address, parentStyleSheet?.href ?? location.href));
  const bytes = new Uint8Array(await response.arrayBuffer());
  const data = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  const face = ["font-family", "font-weight", "unicode-range"].flatMap((name) => {
    const value = style.getPropertyValue(name);
    return value === "" ? [] : [`${name}:${value}`];
  });
  return `@font-face{${face.join(";")};src:url(data:font/woff2;base64,${data}) format("woff2")}`;
}
