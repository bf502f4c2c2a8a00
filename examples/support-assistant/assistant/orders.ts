export interface Order {
  number: string
  customerId: string
  /** What the order is about, as a customer would say it. */
  items: string
  total: string
  state:
    | { is: 'awaiting payment' }
    | { is: 'processing' }
    | { is: 'packed' }
    | { is: 'shipped'; carrier: string; tracking: string; expected: string; delayed?: true }
    | { is: 'partly shipped'; missing: string; expected: string }
    | { is: 'ready to collect'; until: string }
    | { is: 'delivered'; on: string }
    | { is: 'return received'; on: string; refund: string; refundBy: string }
    | { is: 'refunded'; on: string; refund: string; because: 'returned' | 'cancelled' }
}

const orders: Order[] = [
  {
    number: '48213',
    customerId: 'c-102',
    items: 'a 10-speed chain and a chain tool',
    total: '€48.30',
    state: { is: 'shipped', carrier: 'Heron Parcel', tracking: 'HP-5520-713', expected: '21 May' },
  },
  {
    number: '48190',
    customerId: 'c-102',
    items: 'two gravel tyres',
    total: '€84.00',
    state: { is: 'delivered', on: '6 May' },
  },
  {
    number: '48255',
    customerId: 'c-101',
    items: 'two sets of disc brake pads',
    total: '€34.70',
    state: { is: 'processing' },
  },
  {
    number: '47988',
    customerId: 'c-101',
    items: 'a saddle bag',
    total: '€40.90',
    state: { is: 'return received', on: '18 May', refund: '€36.00', refundBy: '25 May' },
  },
  {
    number: '48102',
    customerId: 'c-103',
    items: 'a 29 inch wheelset',
    total: '€233.90',
    state: { is: 'shipped', carrier: 'Northline Freight', tracking: 'NL-88-4107', expected: '22 May', delayed: true },
  },
  {
    number: '48240',
    customerId: 'c-103',
    items: 'an 11-speed cassette',
    total: '€59.80',
    state: { is: 'packed' },
  },
  {
    number: '47871',
    customerId: 'c-104',
    items: 'a front light',
    total: '€53.90',
    state: { is: 'refunded', on: '12 May', refund: '€49.00', because: 'returned' },
  },
  {
    number: '48077',
    customerId: 'c-104',
    items: 'a bottom bracket',
    total: '€36.90',
    state: { is: 'delivered', on: '13 May' },
  },
  {
    number: '48261',
    customerId: 'c-105',
    items: 'a hub dynamo',
    total: '€128.00',
    state: { is: 'awaiting payment' },
  },
  {
    number: '48149',
    customerId: 'c-105',
    items: 'a bell',
    total: '€19.80',
    state: { is: 'refunded', on: '14 May', refund: '€19.80', because: 'cancelled' },
  },
  {
    number: '48230',
    customerId: 'c-106',
    items: 'mudguards and an Osier rack',
    total: '€118.00',
    state: { is: 'partly shipped', missing: 'the Osier rack', expected: '2 June' },
  },
  {
    number: '48007',
    customerId: 'c-106',
    items: 'a pair of grips',
    total: '€22.00',
    state: { is: 'ready to collect', until: '30 May' },
  },
]

const byNumber = new Map(orders.map((order) => [order.number, order]))

/** Asynchronous, as a database would be. */
export function findOrder(number: string): Promise<Order | undefined> {
  return Promise.resolve(byNumber.get(number))
}
