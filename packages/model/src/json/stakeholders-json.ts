import type { StakeholderBalance } from "../analysis/stakeholders/index.ts";

/** Who stands where as it travels: one median as a number, two as a list; all null where nobody takes a stand. */
export function stakeholdersJson(balance: StakeholderBalance | undefined) {
  if (!balance) return { mean: null, median: null, pairwise: [], band: null };
  const { mean, median, pairwise, band } = balance;
  return { mean, median: median.length === 1 ? median[0]! : median, pairwise, band };
}
