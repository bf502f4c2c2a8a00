import { expect, test } from 'vitest'
import { findOffTopic } from '../../../../src/judges/local/failures/find-off-topic.js'

const subject = { input: 'Where is my parcel?', reply: 'Whisk the eggs with sugar.' }

test('goes by relatedness', () => {
  expect(findOffTopic({ ...subject, relatedness: () => 0.02 })?.kind).toBe('off-topic')
  expect(findOffTopic({ ...subject, relatedness: () => 0.5 })).toBeUndefined()
})

test('without it, a few words of another matter prove nothing', () => {
  expect(findOffTopic(subject)).toBeUndefined()
})

test('without it, a long reply has to share no word at all with a long message', () => {
  const input =
    'My parcel 12345 left the warehouse on Monday, and the courier lost the tracking label. Where should I complain?'
  const recipe =
    'Whisk eggs with sugar, fold in flour, butter, almonds, raisins, cinnamon and a pinch of salt, pour the batter in a greased pan, bake golden, dust ' +
    'with icing, slice it thinly and serve warm beside vanilla cream, fresh berries, roasted hazelnuts or dark chocolate sauce.'
  expect(findOffTopic({ input, reply: recipe })?.kind).toBe('off-topic')
  expect(findOffTopic({ input, reply: `${recipe} The courier likes it.` })).toBeUndefined()
})
