import { readRows } from './read-rows.mjs'

/** Both sets hold a value that a text names, and where there is one, a value of the same slot that it does not name. */
const files = {
  sgd: 'entities-sgd-replies.jsonl',
  nlupp: 'entities-nlupp.jsonl',
}

/** The day that relative dates of the Schema-Guided Dialogue data set count from, a Friday. */
const SGD_REFERENCE = '2019-03-01'

/**
 * How well a judge tells the entities that a text names from those that it does not, beside the same by substrings. Nothing is printed.
 *
 * Sources: Schema-Guided Dialogue (Google Research, CC BY-SA 4.0) and NLU++ (PolyAI, CC BY 4.0), as `entities-sgd-replies.jsonl` and
 * `entities-nlupp.jsonl` in `dir`. NLU++ is for measuring alone: make nothing to fit it.
 *
 * @param {string} dir with the files
 * @param {{ judge(request: object): Promise<{ value: number | null }> }} judge
 * @returns {Promise<{ set: string, precision: number, recall: number, f1: number }[]>} a row for each set, and one for each with substrings;
 *   a declined judgement counts as not found
 */
export async function measureEntities(dir, judge) {
  const sgd = readRows(dir, files.sgd).map((row) => ({ ...row, referenceDate: SGD_REFERENCE }))
  const worded = sgd.filter(({ userWording }) => userWording != null).map((row) => ({ ...row, value: row.userWording }))
  const sets = {
    'SGD canonical': sgd,
    "SGD user's wording": worded,
    'NLU++': readRows(dir, files.nlupp),
  }
  const asked = async ({ text, slot, referenceDate }, value) => {
    const request = { metric: 'entities', input: '', reply: text, expected: { [slot]: value }, referenceDate }
    return (await judge.judge(request)).value === 1
  }
  const contained = ({ text }, value) => text.toLowerCase().includes(value.toLowerCase())
  const rows = []
  for (const [set, list] of Object.entries(sets)) {
    rows.push({ set, ...(await score(list, asked)) })
    rows.push({ set: `${set}, by substring`, ...(await score(list, contained)) })
  }
  return rows
}

async function score(rows, isFound) {
  let hits = 0
  let falseAlarms = 0
  for (const row of rows) {
    if (await isFound(row, row.value)) hits++
    if (row.negative != null && (await isFound(row, row.negative))) falseAlarms++
  }
  const precision = hits + falseAlarms === 0 ? 0 : hits / (hits + falseAlarms)
  const recall = rows.length === 0 ? 0 : hits / rows.length
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}
