/** How `vitest-judge accept --judge-change` tells the plugin, in the Vitest that it starts, what it may replace. */
export const ACCEPT_VARIABLE = 'VITEST_JUDGE_ACCEPT'
export const ACCEPT_JUDGE_CHANGE = 'judge-change'
