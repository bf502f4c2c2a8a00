/**
 * Good answers of our own, and replies to the same message: the same in other words, with a contradiction, with a part left out, or with
 * something false added to all that is right.
 */
export const references = [
  {
    input: 'How long can I send it back?',
    reference: 'Returns are free for 30 days.',
    replies: {
      paraphrase: [
        'Returns are free for 30 days!',
        'You have 30 days, and returns are free.',
        'For 30 days, all returns are free of charge.',
        'Sending it back costs nothing within a month.',
      ],
      contradiction: [
        'Returns are free for 14 days.',
        'Returns cost 30 euros for free days.',
        'Returns are not free for 30 days.',
        'Returns are never free, not for 30 days.',
        'Returns stop being free after 3 days.',
      ],
      omission: ['Returns are free.', 'You have 30 days.', 'Yes, you can return it.'],
      addition: [
        'Returns are free for 30 days. After that you pay a fine.',
        'Returns are free for 30 days for members only.',
        'Returns are free for 30 days, except for hats, which stay with you.',
        'Returns used to be free for 30 days; now they cost five euros.',
      ],
    },
  },
  {
    input: 'Who pays for the shipping?',
    reference: 'The seller pays the buyer for the shipping.',
    replies: {
      paraphrase: [
        'The seller pays the buyer for shipping.',
        'For the shipping, the seller pays the buyer.',
        'Shipping is refunded by the shop.',
      ],
      contradiction: [
        'The buyer pays the seller for the shipping.',
        'The seller, not the buyer, is paid for the shipping.',
        'The buyer pays for shipping, and the seller pays nothing.',
      ],
      omission: ['The seller pays.', 'Somebody pays for shipping.'],
      addition: [
        'The seller pays the buyer for the shipping, but the buyer must ask within an hour.',
        'The seller pays the buyer for the shipping twice.',
      ],
    },
  },
  {
    input: 'When does the train leave?',
    reference: 'The train to Bern leaves at 14:05 from platform 7.',
    replies: {
      paraphrase: [
        'The train to Bern leaves at 14:05 from platform 7, have a good trip!',
        'At 14:05 the Bern train leaves from platform 7.',
        'It departs at five past two from platform seven.',
      ],
      contradiction: [
        'The train to Bern leaves at 14:50 from platform 7.',
        'The train from Bern leaves for platform 7 at 14:05.',
        'The train to Bern leaves at 14:05 from platform 9.',
        'The train to Bern arrives at 14:05 and leaves later from platform 7.',
      ],
      omission: [
        'The train to Bern leaves at 14:05.',
        'It leaves from platform 7.',
        'The train leaves in the afternoon.',
      ],
      addition: [
        'The train to Bern leaves at 14:05 from platform 7 and does stop in Paris.',
        'The train to Bern leaves at 14:05 from platform 7 on paper, yet it was cancelled.',
      ],
    },
  },
  {
    input: 'May I take the pills with alcohol?',
    reference: 'Take the pills before meals and avoid alcohol.',
    replies: {
      paraphrase: [
        'Take the pills before meals, and avoid alcohol.',
        'Avoid alcohol and take the pills before meals.',
        'No wine or beer with them, please, and swallow them ahead of eating.',
      ],
      contradiction: [
        'Avoid the pills before meals and take alcohol.',
        'Take the pills before alcohol and avoid meals.',
        'Take the pills with alcohol; avoid them before meals.',
      ],
      omission: ['Take the pills before meals.', 'Avoid alcohol.'],
      addition: [
        'Take the pills before meals and avoid alcohol; a beer is fine.',
        'Take the pills before meals and avoid alcohol on Mondays.',
      ],
    },
  },
  {
    input: 'Is my account open?',
    reference: 'Your account was closed because the bank could not verify your address.',
    replies: {
      paraphrase: [
        'Your account was closed because the bank could not verify your address.',
        'The bank could not verify your address, so your account was closed.',
        'We shut it since your home could not be confirmed.',
      ],
      contradiction: [
        'Your account was not closed, because the bank could verify your address.',
        'Your address was closed because the bank could not verify your account.',
        'Your account was verified because the bank could not close your address.',
      ],
      omission: ['Your account was closed.', 'The bank could not verify your address.'],
      addition: [
        'Your account was closed because the bank could not verify your address. Your money is lost.',
        'Your account was closed because the bank could not verify your address, which was its own mistake.',
      ],
    },
  },
  {
    input: 'Which plan is cheaper?',
    reference: 'The small plan is cheaper than the large plan: it costs 5 EUR.',
    replies: {
      paraphrase: [
        'The small plan is cheaper than the large plan: it costs 5 EUR.',
        'The small plan costs 5 EUR and is cheaper than the large plan.',
        'Small, at five euros.',
      ],
      contradiction: [
        'The large plan is cheaper than the small plan: it costs 5 EUR.',
        'The small plan costs more than the large, cheaper plan, which is 5 EUR.',
        'The small plan is cheaper than the large plan: it costs 6 EUR.',
      ],
      omission: ['The small plan is cheaper.', 'It costs 5 EUR.'],
      addition: [
        'The small plan is cheaper than the large plan: it costs 5 EUR a day.',
        'The small plan is cheaper than the large plan: it costs 5 EUR, until tomorrow.',
      ],
    },
  },
]

/** What a judge of replies by references says of each: `right` is whether the reply is as good as the reference. */
export function referenceRows(judge) {
  return references.flatMap(({ input, reference, replies }) =>
    Object.entries(replies).flatMap(([kind, list]) =>
      list.map((reply) => ({
        kind,
        right: kind === 'paraphrase',
        reply,
        value: judge({ input, reply, reference }).value,
      })),
    ),
  )
}
