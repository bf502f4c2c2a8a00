import type { Topic } from './topic.js'

interface Product {
  name: string
  price: string
  stock: string
  fits: string
  /** How customers ask whether it fits. */
  asked: string[]
}

const products: Product[] = [
  {
    name: '10-speed chain',
    price: '€24.90',
    stock: 'is in stock',
    fits: 'The 10-speed chain fits 10-speed cassettes. It does not run on a 9-speed cassette: for nine sprockets you need the 9-speed chain.',
    asked: ['10-speed chain on a 9-speed cassette', 'which chain do I need'],
  },
  {
    name: '9-speed chain',
    price: '€19.90',
    stock: 'is in stock',
    fits: 'The 9-speed chain runs on 9-speed cassettes of every make.',
    asked: ['9-speed chain on a 9-speed cassette'],
  },
  {
    name: 'chain tool',
    price: '€18.50',
    stock: 'is in stock',
    fits: 'The chain tool fits chains from 8-speed to 12-speed.',
    asked: ['chain tool for my chain'],
  },
  {
    name: '11-speed cassette',
    price: '€54.90',
    stock: 'is in stock',
    fits: 'The 11-speed cassette fits spline freehubs for eleven sprockets. Replace it together with a worn chain, or the new chain will skip.',
    asked: ['should I replace the cassette with the chain', 'cassette on my freehub'],
  },
  {
    name: 'gravel tyre 700x40',
    price: '€42.00',
    stock: 'is in stock',
    fits: 'The gravel tyre 700x40 fits rims with an inner width of 19 to 25 mm.',
    asked: ['gravel tyre on a rim with inner width', 'tyre and rim width'],
  },
  {
    name: '29 inch wheelset',
    price: '€219.00',
    stock: 'is in stock',
    fits: 'The 29 inch wheelset takes thru-axles only, 15 x 110 mm in front and 12 x 148 mm behind. It cannot be used with quick release.',
    asked: ['wheelset on a bike with quick release axles', 'which axles does the wheelset take'],
  },
  {
    name: 'disc brake pads',
    price: '€14.90',
    stock: 'are in stock',
    fits: 'The disc brake pads fit two-piston callipers with a pad of 25 x 24 mm.',
    asked: ['brake pads for my brake calliper'],
  },
  {
    name: 'bottom bracket',
    price: '€32.00',
    stock: 'is in stock',
    fits: 'The bottom bracket fits threaded shells of 68 and 73 mm.',
    asked: ['bottom bracket for a threaded shell', 'threaded shell of my frame'],
  },
  {
    name: 'Osier rack',
    price: '€79.00',
    stock: 'is out of stock until 2 June',
    fits: 'The Osier rack fits frames with eyelets and wheels from 26 to 29 inch.',
    asked: ['rack on a frame without eyelets'],
  },
  {
    name: 'mudguards',
    price: '€39.00',
    stock: 'are in stock',
    fits: 'The mudguards cover tyres up to 45 mm.',
    asked: ['mudguards for a wide tyre'],
  },
]

/** Two topics a product: can I have it, and will it fit? */
export const catalogue: Topic[] = products.flatMap(({ name, price, stock, fits, asked }) => [
  {
    id: `stock ${name}`,
    asked: [
      `do you have the ${name} in stock`,
      `is the ${name} available again`,
      `how much is the ${name}`,
      `do you sell a ${name}`,
    ],
    answer: `The ${name} ${stock}. The price is ${price}.`,
  },
  {
    id: `fit ${name}`,
    asked: [`does the ${name} fit my bike`, `is the ${name} compatible`, `can I run the ${name}`, ...asked],
    answer: fits,
  },
])
