/** Good replies of kinds that might trip a detector: short ones, answers in other words than the question, lists, verse, code, names, other languages. */
export const moreGoodReplies = [
  // Short, and about nothing without the message.
  { input: 'Please cancel my gym membership at the end of the month.', reply: 'Done!' },
  { input: 'Can we meet at seven instead?', reply: 'Yes, 7 pm works.' },
  { input: 'I have put the tent in the basket.', reply: 'Anything else?' },
  { input: 'Is it still raining in Bergen?', reply: 'Always.' },
  { input: 'Which gate does my flight leave from?', reply: 'B17.' },
  { input: 'Do I need a visa for Norway?', reply: 'No.' },
  { input: 'What does the large pizza cost?', reply: '€14.50, or €12 if you collect it.' },
  { input: 'How long do I have to boil an egg?', reply: 'Seven minutes; nine if you like it hard.' },
  { input: 'My kettle is broken.', reply: 'Oh no! When did you buy it?' },
  { input: 'thanks', reply: "You're welcome! Have a lovely evening." },
  { input: 'hi', reply: 'Hello! What can I do for you?' },
  { input: 'I want to complain', reply: "I'm sorry to hear that. What happened?" },

  // In other words than the question.
  { input: 'Who painted the Mona Lisa?', reply: 'Leonardo da Vinci.' },
  { input: 'What is the capital of Australia?', reply: 'Canberra.' },
  { input: 'What is the largest planet?', reply: 'Jupiter: it weighs more than all the others together.' },
  {
    input: 'My head hurts since this morning.',
    reply: 'Drink some water and rest. If it has not gone by tomorrow, see a doctor.',
  },
  { input: "I'm bored.", reply: 'How about a walk? The sun is out until eight.' },
  { input: 'What should I wear to the wedding?', reply: 'A dark suit with a white shirt; leave the trainers at home.' },
  { input: 'I locked myself out.', reply: 'Shall I call a locksmith? One can be there in twenty minutes.' },
  {
    input: 'Suggest a present for my grandmother.',
    reply: 'A framed photograph of the grandchildren, or a soft woollen blanket.',
  },
  {
    input: 'The screen stays black.',
    reply: 'Hold the power button for ten seconds, then plug in the charger and try once more.',
  },
  {
    input: 'I want to lose weight.',
    reply: 'Start with small steps: more vegetables, fewer sweets, and half an hour of walking every day.',
  },
  {
    input: 'Where can I leave my suitcase?',
    reply: 'There are lockers beside platform 3; a large one costs 6 euros a day.',
  },
  {
    input: 'How do I get a stain out of my shirt?',
    reply: 'Soak it in cold water with a little vinegar, then wash it at 40 degrees.',
  },
  {
    input: 'My parcel has not come.',
    reply: 'The courier left it with your neighbour, Mrs. Hale, at noon on Tuesday.',
  },
  { input: 'What happened in 1066?', reply: 'William of Normandy beat Harold at Hastings and became king of England.' },
  { input: 'Which animal sleeps standing?', reply: 'Horses do, and so do giraffes and flamingos.' },
  {
    input: 'Can I return the boots?',
    reply: 'Of course, within thirty days, as long as they have not been worn outdoors.',
  },
  { input: 'I forgot my PIN.', reply: 'We will post a new one to your home address. It takes three working days.' },
  { input: 'Is the bridge open?', reply: 'Cyclists may cross; cars have to go round by the tunnel until Friday.' },

  // Of unusual forms.
  { input: 'Name three noble gases.', reply: 'Helium, neon, argon.' },
  {
    input: 'Who is on the team?',
    reply: 'Okafor, Lindqvist, Szczepański, O’Dowd, Nguyen, Bhattacharya, van der Merwe, Þórsdóttir.',
  },
  {
    input: 'Write a haiku about autumn.',
    reply: 'Red leaf on the pond\na carp rises, thinks better\nand the ring grows wide',
  },
  {
    input: 'A short poem about my cat, please.',
    reply:
      'Soft of foot and green of eye,\nShe owns the sill, the sun, the sky;\nAnd should you sit where she would be,\nShe folds herself upon your knee.',
  },
  {
    input: 'Return the weather in Oslo as JSON.',
    reply: '{"city":"Oslo","temperature":-3,"unit":"C","wind":{"speed":12,"from":"NW"},"snow":true}',
  },
  {
    input: 'Write a function that adds two numbers.',
    reply: '```ts\nconst add = (a: number, b: number) => a + b\n```',
  },
  { input: 'How do I list files by size?', reply: 'Run `ls -lS`, or `du -sh * | sort -h` for folders.' },
  {
    input: 'Show the standings.',
    reply:
      '| team | played | points |\n|---|---|---|\n| Rovers | 12 | 28 |\n| Albion | 12 | 25 |\n| Athletic | 11 | 19 |',
  },
  {
    input: 'Shopping list for tacos',
    reply: '1. tortillas\n2. minced beef\n3. onions\n4. limes\n5. coriander\n6. cheddar\n7. sour cream',
  },
  { input: 'What is my wifi password?', reply: 'It is printed under the router, beside the serial number.' },
  { input: 'Give me ingredients of a mojito.', reply: 'white rum, lime, mint, sugar, soda water' },
  { input: 'What do the letters NASA stand for?', reply: 'National Aeronautics and Space Administration.' },
  { input: 'ETA for order 7781?', reply: 'Fri 27 Nov, 10:00–12:00, DHL, tracking 00340434161094021501.' },
  { input: 'How do I say thank you in Polish?', reply: 'Dziękuję, said roughly like "jen-koo-yeh".' },
  {
    input: 'Tell me about Wales.',
    reply: 'Llanfairpwllgwyngyll, Cwmbrân and Ystradgynlais lie in it; so does Yr Wyddfa, its highest mountain.',
  },

  // In the language of the message.
  { input: 'Wann öffnet das Museum?', reply: 'Um zehn Uhr, montags bleibt es geschlossen.' },
  { input: 'Kann ich mit Karte zahlen?', reply: 'Ja, mit allen gängigen Karten und auch mit dem Handy.' },
  { input: 'Wo ist mein Paket?', reply: 'Es liegt bei Ihrer Nachbarin, Frau Brandt.' },
  { input: 'Quel temps fait-il à Lyon ?', reply: 'Il pleut, et il fait douze degrés. Prenez un parapluie.' },
  { input: 'Je voudrais annuler ma commande.', reply: "C'est fait : le remboursement arrivera sous cinq jours." },
  { input: '¿Dónde está la estación?', reply: 'A la vuelta de la esquina, detrás del mercado.' },

  // What cannot be had, and what is done in part.
  {
    input: 'Book me a table at Nora for tonight.',
    reply: "I couldn't get a table at Nora tonight; they are full. Shall I try tomorrow at 7?",
  },
  {
    input: 'Can you deliver to Iceland?',
    reply: 'We do not deliver to Iceland yet, but our partner in Reykjavík sells the same jackets.',
  },
  { input: 'Do you sell gift cards?', reply: "We don't, sorry." },
  {
    input: 'Change the name on my ticket.',
    reply: 'Tickets cannot be renamed, so I cancelled yours and bought one in the new name at the same price.',
  },
  {
    input: 'Can you open the window in room 12?',
    reply: 'Windows on that floor do not open, but I have turned up the air for you.',
  },
  { input: 'Are you open on Sundays?', reply: 'No, I am afraid we are not. Saturdays until six, though.' },
  { input: 'Is the blue one in stock?', reply: 'Not at the moment. We expect more in about two weeks.' },
  { input: 'Do you know when the strike ends?', reply: "I don't know; the union has not said. I'd plan for Friday." },
]
