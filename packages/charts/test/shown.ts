import { bandText, figureText } from "@mizan/model/words";
import type { Component, ComponentProps } from "svelte";
import { render } from "svelte/server";
import type { DrawingTable } from "../src/index.ts";

/** The markup a component renders on the server, without the framework's comments and scoping classes. */
export function markup<Drawing extends Component<any>>(component: Drawing, props: ComponentProps<Drawing>): string {
  return render(component as unknown as Component<Record<string, unknown>>, { props: props as Record<string, unknown> })
    .body.replace(/<!--.*?-->/gs, "")
    .replace(/ ?\bsvelte-[a-z0-9]+/g, "");
}

/** The text a component shows or says, tags and spare white space left out. */
export function shown<Drawing extends Component<any>>(component: Drawing, props: ComponentProps<Drawing>): string {
  return markup(component, props)
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** How often a pattern occurs. */
export function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(new RegExp(pattern, "g"))].length;
}

/** The rows of a table as they are read, each number with the trace it opens: "−26 (index)". */
export function writtenRows({ rows }: DrawingTable): string[][] {
  return rows.map((row) =>
    row.map((cell) => {
      if (typeof cell === "string") return cell;
      const { value, form, trace } = cell;
      return `${typeof value === "number" ? figureText(value, form) : bandText(value, form)} (${trace})`;
    }),
  );
}
