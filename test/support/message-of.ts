/** What a call throws, or as JSON what it returns. */
export function messageOf(call: () => unknown): string {
  try {
    return JSON.stringify(call())
  } catch (error) {
    return String(error)
  }
}
