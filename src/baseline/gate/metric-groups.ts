import type { ScoreUnit } from '../../evaluation/score-unit.js'

/** A score of 0..1 and a number of the user's own are two metrics, though they be called the same. */
export interface NamedMetric {
  /** Its key in a case. */
  metric: string
  unit: ScoreUnit
}

/** `quality#2` and `quality:tone` are quality. */
export function metricName(key: string): string {
  return key.replace(/[#:].*/s, '')
}

/** Something for each metric by name, found without making a string for every score of a run. */
export class MetricGroups<Group> {
  readonly #make: (metric: NamedMetric) => Group
  readonly #byKey = new Map<ScoreUnit, Map<string, Group>>()
  readonly #byName = new Map<string, Group>()

  constructor(make: (metric: NamedMetric) => Group) {
    this.#make = make
  }

  of({ metric, unit }: NamedMetric): Group {
    let ofUnit = this.#byKey.get(unit)
    if (ofUnit === undefined) this.#byKey.set(unit, (ofUnit = new Map<string, Group>()))
    let group = ofUnit.get(metric)
    if (group === undefined) ofUnit.set(metric, (group = this.#ofName({ metric, unit })))
    return group
  }

  all(): Group[] {
    return [...this.#byName.values()]
  }

  #ofName(metric: NamedMetric): Group {
    const name = `${metric.unit} ${metricName(metric.metric)}`
    let group = this.#byName.get(name)
    if (group === undefined) this.#byName.set(name, (group = this.#make(metric)))
    return group
  }
}
