import type { Meaning, Meanings } from '../../../encoder/meanings.js'
import { sameLabel } from '../../compare-intent.js'
import type { IntentRequest } from '../../judge.js'
import { readIntent, type IntentMeaning } from './intent-evidence.js'
import { speaksAsUser } from './speaks-as-user.js'

/** An intent to hold a reply against, read. */
export interface IntentInQuestion extends IntentMeaning {
  /** The examples are messages, and the reply answers one. */
  areMessages: boolean
  /** Labels that the intent is to be told from. */
  rivals: readonly { name: string; label: Meaning }[]
}

/** What there is to go by: it decides which thresholds apply. */
export type Ground = 'label' | 'alternatives' | 'examples' | 'messages'

export async function intentInQuestion(request: IntentRequest, meanings: Meanings): Promise<IntentInQuestion> {
  const { intent, description, examples = [], alternatives = [], reply } = request
  const others = alternatives.filter((alternative) => !sameLabel(alternative, intent))
  const [known, rivals] = await Promise.all([
    readIntent({ intent, description, examples }, meanings),
    Promise.all(others.map(async (name) => ({ name, label: (await readIntent({ intent: name }, meanings)).label }))),
  ])
  const areMessages = examples.filter(speaksAsUser).length > examples.length / 2 && !speaksAsUser(reply)
  return { ...known, areMessages, rivals }
}

export function groundOf({ examples, areMessages, rivals }: IntentInQuestion): Ground {
  if (examples.length > 0) return areMessages ? 'messages' : 'examples'
  return rivals.length > 0 ? 'alternatives' : 'label'
}
