export { judge } from './judge-plugin.js'
export type { JudgeOptions } from './resolve-options.js'
