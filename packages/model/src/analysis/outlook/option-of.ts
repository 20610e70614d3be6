import type { Case } from "../../case.ts";
import type { Option, OptionId } from "../../option.ts";

/** A case's option by its id, or none where none is asked for. Throws RangeError for an id that the case does not have. */
export function optionOf({ options }: Pick<Case, "options">, id: OptionId | undefined): Option | undefined {
  const option = options.find((candidate) => candidate.id === id);
  if (id !== undefined && !option) throw new RangeError(`unknown option: ${id}`);
  return option;
}
