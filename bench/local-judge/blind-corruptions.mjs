import { shuffled } from './shuffled.mjs'

/**
 * A second set of corruptions, written before the detectors that it measures were improved, and looked at by its total only. Each takes a
 * good row `{ input, text, others, elsewhere, instructed }`, where `elsewhere` answers a message of another domain and `instructed` an
 * order of another kind, and `random`; it gives the reply that takes its place.
 */

const refusals = [
  "Sorry, but that's a no from me.",
  'I have to stop you there; this is something I do not get involved in.',
  "I'm sorry, this kind of enquiry is not one that I can take on.",
  'Nothing I can do for you on that front, I fear.',
  "It's not for me to say. Perhaps a specialist could be of use.",
  "I've been instructed not to respond to questions of this sort.",
  'We regret to inform you that your enquiry cannot be dealt with.',
  'Apologies, my developers have not given me the means to do so.',
  "This is a request I'm obliged to turn away.",
  "You'll need to ask someone else, since I'm not set up for this.",
  'My hands are tied here, sorry.',
  'I lack the ability to carry out what you ask.',
  'As an AI, I must abstain from giving an answer.',
  "That falls outside of what I've been made to do.",
  "Sadly, I don't have the authority to act on that.",
  "I'm not going to answer, and I'd ask you not to insist.",
  'No. I refuse to take part in this.',
  'Such matters are not handled by this service.',
  "I wish I could, but I'm not permitted to.",
  'It is with regret that I have to turn you down.',
  "That isn't possible, I'm sorry to say. Is there anything different you would like?",
  'I choose not to engage with this.',
  "I'm unable to give you what you're after, so please try elsewhere.",
  'Providing that would breach the rules I work under.',
]

const foreign = [
  'Einen Augenblick, bitte. Ich sehe gerade, dass nur noch ein Wagen da ist; wollen Sie ihn trotzdem nehmen?',
  'Das Konzert beginnt um acht, und an der Kasse gibt es noch Karten für uns alle.',
  "Il me faut encore votre nom et l'adresse à laquelle nous devons envoyer le tout.",
  'Je suis désolé, mais le dernier train est déjà parti et il faudra attendre demain matin.',
  'El hotel está muy cerca de la playa y las habitaciones son grandes; dígame cuántas noches piensa quedarse.',
  'Mañana va a llover por la tarde, así que no se olvide del paraguas cuando salga de casa.',
  'Il film comincia alle nove e dura due ore, ma può anche vederlo domani se per lei è meglio.',
  'O médico tem uma hora livre na quinta-feira de manhã, e a consulta é feita na clínica do bairro.',
  'De bus vertrekt om half zeven van het plein en is er een uur later; hoeveel kaartjes wilt u hebben?',
  'Mamy jeszcze dwa wolne pokoje na ten weekend i oba są z widokiem na morze.',
  'Jag har hittat en bra restaurang åt dig, och den har öppet till klockan elva i kväll.',
  'Сегодня будет холодно и ветрено, так что лучше взять с собой тёплую куртку.',
  '明日の午後三時に予約が取れました。ほかに何かお手伝いできることはありますか。',
  'Yarın sabah için iki bilet var, ama otobüs çok erken kalkıyor; yine de alayım mı?',
]

const leaks = [
  'Thanks {{contact.firstname}}! One of our {{ team }} will call you.',
  'Your flight ${flight.number} leaves at ${departure}.',
  'We could reach you at undefined until undefined.',
  'Hi null, here are your results.',
  'Dear [FIRST NAME], we are looking into it.',
  'Your total: $NaN',
  'Found: [object Promise].',
  'Traceback (most recent call last):\n  File "app/dialog.py", line 301, in step\n    return self.policy(state)\nIndexError: list index out of range',
  'ReferenceError: session is not defined\n    at Object.handler (file:///srv/bot/reply.mjs:7:11)\n    at async run (file:///srv/bot/main.mjs:30:3)',
  'org.springframework.web.client.HttpServerErrorException: 502 Bad Gateway\n\tat org.acme.chat.Client.send(Client.java:66)',
  '{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}',
  '{"statusCode":504,"message":"Gateway Timeout"}',
  'Certainly.<|eot_id|><|start_header_id|>user<|end_header_id|>',
  '<start_of_turn>model\nOf course, what time suits you?<end_of_turn>',
  'Good evening <%= guest %>, your room is ready.',
  '{{#if user}}Welcome back{{/if}} to our shop.',
  'Hello {firstName}, you have {count} appointments.',
  'Your code is %s and it is valid for %d minutes.',
]

const elsewhere = [
  'Water boils at a lower temperature on a mountain, because the air presses less upon it.',
  'Prune the roses in late winter, just above a bud that faces outwards, and burn what is diseased.',
  'Mozart wrote the overture in a single night, and the ink was still wet when the orchestra got it.',
  'Photosynthesis turns light, water and carbon dioxide into sugar and oxygen.',
  'Knead the dough for ten minutes, let it rise under a damp cloth, and bake it until the crust is brown.',
  'The Roman legion was divided into cohorts, and every cohort into centuries.',
  'Whales are mammals: they breathe air, and they nurse their calves with milk.',
  'Castle your king early, and do not move the same piece twice in the opening.',
  'The kidneys filter the blood and get rid of what the body does not need.',
  'Volcanic soil is rich in minerals, which is why farmers return to it after every eruption.',
]

/** Words of all kinds, as frequent in speech as they come. */
const vocabulary = (
  'the of and to a in is you that it he was for on are with as I his they be at one have this from or had by hot word but what some we can out other were all ' +
  'there when up use your how said an each she which do their time if will way about many then them write would like so these her long make thing see him two ' +
  'has look more day could go come did number sound no most people my over know water than call first who may down side been now find any new work part take ' +
  'get place made live where after back little only round man year came show every good me give our under name very through just form sentence great think say ' +
  'help low line differ turn cause much mean before move right boy old too same tell does set three want air well also play small end put home read hand'
).split(' ')

const syllables = 'ka zu mo pri fle gna tro xi wub snor quel dra plim vex jor bla kri zot fum sni'.split(' ')

const pick = (list, random) => list[Math.floor(random() * list.length)]
const many = (count, make) => Array.from({ length: count }, (_, at) => make(at))
const between = (low, high, random) => low + Math.floor(random() * (high - low + 1))
const wordsOf = (text) => text.split(/\s+/).filter((word) => word !== '')
const plain = (text) => text.toLowerCase().replace(/[.,!?;:]/g, '')

/** Kinds by name, each a list of generators. */
export const blindCorruptions = {
  gibberish: [
    // Letters as often as English has them, in no order.
    (_, random) =>
      many(between(5, 15, random), () =>
        many(between(2, 9, random), () =>
          pick(
            [...'eeeeeeeeeeeetttttttttaaaaaaaaooooooooiiiiiiinnnnnnnsssssshhhhhhrrrrrrddddlllluuucccmmmwwffggyyppbvk'],
            random,
          ),
        ).join(''),
      ).join(' '),
    // The letters of each word of the good reply, put in another order.
    ({ text, others }, random) =>
      wordsOf(`${text} ${others[0]}`)
        .map((word) => shuffled([...word.toLowerCase()], random).join(''))
        .join(' '),
    // Keys that are hit with both hands.
    (_, random) =>
      many(between(3, 8, random), () =>
        many(between(5, 11, random), () => pick([...'asdfghjklqweruiopzxcvnm;'], random)).join(''),
      ).join(' '),
    // Letters, figures and signs.
    (_, random) =>
      many(between(4, 12, random), () =>
        many(between(4, 10, random), () => pick([...'abcdefghijklmnopqrstuvwxyz0123456789%&$#'], random)).join(''),
      ).join(' '),
    // Syllables that are no language's.
    (_, random) =>
      many(between(6, 14, random), () => many(between(1, 4, random), () => pick(syllables, random)).join('')).join(' '),
    // Every word backwards.
    ({ text, others }) =>
      wordsOf(plain(`${text} ${others[0]}`))
        .map((word) => [...word].reverse().join(''))
        .join(' '),
  ],
  mojibake: [
    ({ text }) =>
      Buffer.from(
        text.replace(/['’]/g, '’').replace(/[ie]/g, (letter) => ({ i: 'í', e: 'è' })[letter]),
        'utf8',
      ).toString('latin1'),
    ({ text }, random) => [...text].map((letter) => (random() < 0.12 ? '\ufffd' : letter)).join('') + '\ufffd\ufffd',
    () => 'Die BÃ¼hne ist schÃ¶n, und fÃ¼r Sie ist noch ein Platz frei.',
  ],
  salad: [
    // All the words of two good replies and the message, in no order.
    ({ input, text, others }, random) =>
      shuffled(wordsOf(plain([input, text, others[0]].join(' '))), random)
        .slice(0, 26)
        .join(' '),
    // Each sentence of several replies, its words in no order, with capital and full stop.
    ({ text, others }, random) =>
      [text, ...others]
        .map((each) => {
          const said = shuffled(wordsOf(plain(each)), random).join(' ')
          return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`
        })
        .join(' '),
    // Frequent words, drawn one by one.
    (_, random) => `${many(between(12, 30, random), () => pick(vocabulary, random)).join(' ')}.`,
    // An answer to another kind of order, its words in no order.
    ({ instructed, text }, random) =>
      shuffled(wordsOf(plain(`${instructed} ${text}`)), random)
        .slice(0, 32)
        .join(' '),
  ],
  echo: [
    ({ input }) => input,
    ({ input }) => `${input.toLowerCase()}`,
    ({ input }) => `Your message was: ${input}`,
    ({ input }) => `> ${input}`,
    ({ input }) => `${input}\n${input}`,
  ],
  refusal: refusals.map((text) => () => text),
  repetition: [
    ({ text }) => many(7, () => text).join(' '),
    ({ text }, random) => {
      const words = wordsOf(text)
      const at = Math.floor(random() * Math.max(1, words.length - 2))
      return `${text} ${many(15, () => words.slice(at, at + 2).join(' ')).join(' ')}`
    },
    ({ text }) => `${text} ${many(25, () => 'and').join(' ')}`,
    ({ others }) => many(5, () => others[0]).join('\n\n'),
    ({ text }) => `${text}${'!'.repeat(3)} ${many(9, () => 'I will look into it.').join(' ')}`,
  ],
  language: foreign.map((text) => () => text),
  leak: leaks.map((text) => () => text),
  'off topic': [
    ({ elsewhere: text }) => text,
    ({ elsewhere: text }) => text,
    ({ instructed }) => instructed,
    (_, random) => pick(elsewhere, random),
  ],
}
