import { beforeAll, describe, expect, test } from 'vitest'
import { Meanings } from '../../../../src/encoder/meanings.js'
import { findOffTopic } from '../../../../src/judges/local/failures/find-off-topic.js'
import type { FailureSubject } from '../../../../src/judges/local/failures/hard-failure.js'

describe('by what is meant', () => {
  let meanings: Meanings

  beforeAll(async () => {
    meanings = await Meanings.load()
  })

  async function find(subject: Omit<FailureSubject, 'meanings'>) {
    const [input, reply] = await Promise.all([meanings.of(subject.input), meanings.of(subject.reply)])
    return findOffTopic({ ...subject, meanings: { input, reply, words: meanings.words } })?.kind
  }

  test.for([
    ['Where is my parcel?', 'Whisk the eggs with sugar, and fold in the flour.'],
    ['I need to see a dentist.', 'The film has English subtitles, and the actors sing in it.'],
    ['Can I return the boots?', 'Volcanic soil is rich in minerals, and farmers love it.'],
  ])('%s %s', async ([input = '', reply = '']) => {
    expect(await find({ input, reply })).toBe('off-topic')
  })

  test.for([
    [
      'an answer in other words',
      'I locked myself out.',
      'Shall I call a locksmith? One can be there in twenty minutes.',
    ],
    ['a name', 'Who painted the Mona Lisa?', 'Leonardo da Vinci.'],
    ['nothing of its own', 'Please cancel my gym membership at the end of the month.', 'Done!'],
    ['a time', 'Can we meet at seven instead?', 'Yes, 7 pm works.'],
    ['a question back', 'I have put the tent in the basket.', 'Anything else?'],
    ['a message of which nothing is known', 'Great, book it.', 'A bus ticket from Fresno to Anaheim, is that right?'],
    ['another language', 'Wo ist mein Paket?', 'Whisk the eggs with sugar, and fold in the flour.'],
    ['what is composed', 'Write a poem about my parcel.', 'Whisk the eggs with sugar, and fold in the flour.'],
  ])('lets be: %s', async ([, input = '', reply = '']) => {
    expect(await find({ input, reply })).toBeUndefined()
  })

  test.for(['context', 'reference'])('lets be what the %s speaks of', async (known) => {
    const subject = { input: 'Where is my parcel?', reply: 'Whisk the eggs with sugar, and fold in the flour.' }
    expect(await find({ ...subject, [known]: 'The parcel has a note: eggs and flour.' })).toBeUndefined()
  })
})

describe('by words alone', () => {
  test('a few words of another matter prove nothing', () => {
    expect(findOffTopic({ input: 'Where is my parcel?', reply: 'Whisk the eggs with sugar.' })).toBeUndefined()
  })

  test('a long reply has to share no word at all with a long message', () => {
    const input =
      'My parcel 12345 left the warehouse on Monday, and the courier lost the tracking label. Where should I complain?'
    const recipe =
      'Whisk eggs with sugar, fold in flour, butter, almonds, raisins, cinnamon and a pinch of salt, pour the batter in a greased pan, bake golden, dust ' +
      'with icing, slice it thinly and serve warm beside vanilla cream, fresh berries, roasted hazelnuts or dark chocolate sauce.'
    expect(findOffTopic({ input, reply: recipe })?.kind).toBe('off-topic')
    expect(findOffTopic({ input, reply: `${recipe} The courier likes it.` })).toBeUndefined()
  })
})
