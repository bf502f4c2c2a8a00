/** Makes a call with a temperature, or without one. */
type TemperatureCall<Answer> = (temperature: number | undefined) => Promise<Answer>

/** Calls with this temperature until the model refuses it, and without from then on. */
export function withTemperature(temperature: number): <Answer>(call: TemperatureCall<Answer>) => Promise<Answer> {
  let isTaken = true
  return async (call) => {
    if (!isTaken) return call(undefined)
    try {
      return await call(temperature)
    } catch (error) {
      if (!refusesTemperature(error)) throw error
      const answer = await call(undefined)
      isTaken = false
      return answer
    }
  }
}

function refusesTemperature(error: unknown): boolean {
  return error instanceof Error && 'status' in error && error.status === 400 && /temperature/i.test(error.message)
}
