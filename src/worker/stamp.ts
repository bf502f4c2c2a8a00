/** Puts a value on objects that belong to somebody else. */
export interface Stamp<T> {
  /** Once on an object, and never again. */
  set(object: object, value: T): void
  /** `undefined` for an object without one. */
  get(object: object): T | undefined
}

/**
 * Values on objects, without a trace: a private field is seen by no reflection, no printing and no comparison. A `WeakMap` would
 * do the same, for ten times the CPU where every promise of a process gets a value.
 */
export function stamp<T>(): Stamp<T> {
  // What a constructor returns is what its subclass adds its private field to.
  const Existing = function (object: object) {
    return object
  } as unknown as new (object: object) => object
  class Stamped extends Existing {
    readonly #value: T
    constructor(object: object, value: T) {
      super(object)
      this.#value = value
    }
    static read(object: object): T | undefined {
      return #value in object ? object.#value : undefined
    }
  }
  return {
    set(object, value) {
      new Stamped(object, value)
    },
    get: (object) => Stamped.read(object),
  }
}
