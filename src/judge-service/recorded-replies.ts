import { cassetteKey } from '../cassette/cassette-key.js'
import type { Cassettes } from '../cassette/cassettes.js'
import type { AssistantQuestion, Recall, RecordedAnswer } from './protocol.js'

/** Who asks: a test file of a project. */
interface Asker {
  project: string
  /** Absent outside a test file: nothing is recorded there. */
  file?: string | undefined
}

/** The recorded replies of assistants. They are made in the workers; here they are looked up and kept. */
export class RecordedReplies {
  readonly #cassettes: Cassettes

  constructor(cassettes: Cassettes) {
    this.#cassettes = cassettes
  }

  /** @throws {CassetteError} where the recordings of the test file cannot be read */
  async recall({ project, file }: Asker, call: AssistantQuestion): Promise<Recall> {
    const { mode } = this.#cassettes
    if (file === undefined || mode === 'off') return { answer: null, then: 'ask' }
    const recorded = (await this.#cassettes.replies({ project, file })).find(cassetteKey(call))
    if (recorded === undefined) return { answer: null, then: mode === 'replay' ? 'missing' : 'ask' }
    const { text, intent, entities, toolCalls, usage } = recorded
    return {
      answer: {
        text,
        ...(intent !== undefined && { intent }),
        ...(entities !== undefined && { entities }),
        ...(toolCalls !== undefined && { toolCalls }),
        ...(usage !== undefined && { usage }),
      },
    }
  }

  async keep({ project, file }: Asker, call: AssistantQuestion, answer: RecordedAnswer): Promise<void> {
    if (file === undefined || this.#cassettes.mode === 'off') return
    // A cassette that cannot be read was told of when the reply was looked up.
    const cassette = await this.#cassettes.replies({ project, file }).catch(() => undefined)
    cassette?.keep({ key: cassetteKey(call), version: call.version, input: call.message, ...answer })
  }
}
