export { adjustPValues, type AdjustmentMethod, type AdjustPValuesInput } from './adjust-p-values.js'
export type { Alternative } from './alternative.js'
export { bootstrapInterval, type BootstrapInterval, type BootstrapIntervalInput } from './bootstrap-interval.js'
export { chiSquareTest, type ChiSquareTest, type ChiSquareTestInput } from './chi-square-test.js'
export { clusteredMean, type ClusteredEstimate, type ClusteredMeanInput } from './clustered-mean.js'
export {
  clusteredMeanDifference,
  type ClusteredMeanDifference,
  type ClusteredMeanDifferenceInput,
} from './clustered-mean-difference.js'
export { cohensKappa, type CohensKappaInput } from './cohens-kappa.js'
export { fisherExactTest, type FisherExactTest, type FisherExactTestInput } from './fisher-exact-test.js'
export { kendallTau, type KendallTauInput } from './kendall-tau.js'
export { mannWhitneyUTest, type MannWhitneyUTest, type MannWhitneyUTestInput } from './mann-whitney-u-test.js'
export { mcNemarTest, type McNemarTestInput } from './mc-nemar-test.js'
export {
  pairedPermutationTest,
  type PairedPermutationTest,
  type PairedPermutationTestInput,
} from './paired-permutation-test.js'
export { pairedTTest, type PairedTTestInput } from './paired-t-test.js'
export { pairedTTestPower, type PairedTTestPowerInput } from './paired-t-test-power.js'
export { pearsonCorrelation, type PearsonCorrelation, type PearsonInput } from './pearson-correlation.js'
export {
  proportionDifferenceInterval,
  type ProportionDifferenceInterval,
  type ProportionDifferenceIntervalInput,
} from './proportion-difference-interval.js'
export {
  proportionInterval,
  type ProportionIntervalInput,
  type ProportionIntervalMethod,
} from './proportion-interval.js'
export { quantile, type QuantileInput } from './quantile.js'
export { rocAuc, type RocAucInput } from './roc-auc.js'
export {
  roganGladenEstimate,
  type RoganGladenEstimate,
  type RoganGladenEstimateInput,
} from './rogan-gladen-estimate.js'
export {
  sampleRatioMismatchTest,
  type SampleRatioMismatchTest,
  type SampleRatioMismatchTestInput,
} from './sample-ratio-mismatch-test.js'
export { sampleSizeForMeans, type SampleSize, type SampleSizeForMeansInput } from './sample-size-for-means.js'
export { sampleSizeForPairs, type SampleSizeForPairsInput } from './sample-size-for-pairs.js'
export { sampleSizeForProportions, type SampleSizeForProportionsInput } from './sample-size-for-proportions.js'
export {
  smallestDetectableDifference,
  type SmallestDetectableDifferenceInput,
} from './smallest-detectable-difference.js'
export { spearmanCorrelation, type SpearmanCorrelation, type SpearmanInput } from './spearman-correlation.js'
export { welchTTest, type TTest, type WelchTTestInput } from './welch-t-test.js'
export {
  wilcoxonSignedRankTest,
  type WilcoxonSignedRankTest,
  type WilcoxonSignedRankTestInput,
} from './wilcoxon-signed-rank-test.js'
