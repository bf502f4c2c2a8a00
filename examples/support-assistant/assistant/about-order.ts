import type { Order } from './orders.js'
import { findOrder } from './orders.js'
import type { Topic } from './topic.js'

/** Answers about one order, to the customer who placed it and to nobody else. */
export async function aboutOrder(number: string, topic: Topic, customerId: string | undefined): Promise<string> {
  if (customerId === undefined) {
    return `Please sign in first: I can only show order ${number} to the account that placed it.`
  }
  const order = await findOrder(number)
  if (!order) {
    return `I cannot find an order with the number ${number}. Order numbers have five digits; please check yours in the order confirmation or under My orders.`
  }
  if (order.customerId !== customerId) {
    return `Order ${number} does not belong to the account that you are signed in with, so I am not allowed to tell you anything about it. Please sign in with the account that placed it.`
  }
  switch (topic.order) {
    case 'cancel':
      return cancellation(order)
    case 'change':
      return change(order)
    case 'refund':
      return refund(order)
    case 'other':
      return `About your order ${number}: ${topic.answer}`
    default:
      return status(order)
  }
}

function status({ number, items, total, state }: Order): string {
  switch (state.is) {
    case 'awaiting payment':
      return `Order ${number} is waiting for your bank transfer of ${total}. We pack it as soon as the payment has reached us.`
    case 'processing':
      return `Order ${number} is still being prepared and has not been shipped yet. You get an email with the tracking number when it leaves.`
    case 'packed':
      return `Order ${number} is packed and leaves our workshop today. You get an email with the tracking number when it is shipped.`
    case 'shipped':
      return state.delayed
        ? `I am sorry, order ${number} is delayed. It is on its way with ${state.carrier} and should now arrive on ${state.expected}. The tracking number is ${state.tracking}.`
        : `Order ${number} is on its way with ${state.carrier}. It should arrive on ${state.expected}. The tracking number is ${state.tracking}.`
    case 'partly shipped':
      return `Part of order ${number} has been shipped; ${state.missing} is on back order. We expect it on ${state.expected} and send it then, at no extra cost.`
    case 'ready to collect':
      return `Order ${number} is ready to collect at the workshop counter. We keep it until ${state.until}. The counter is open on Saturday from 10:00 to 14:00.`
    case 'delivered':
      return `Order ${number} with ${items} was delivered on ${state.on}. If it is not with you, please ask your neighbours and then us.`
    case 'return received':
      return `Your return of order ${number} reached us on ${state.on}. We refund ${state.refund} by ${state.refundBy}.`
    case 'refunded':
      return `Order ${number} was ${state.because}, and we refunded ${state.refund} on ${state.on}.`
  }
}

function cancellation(order: Order): string {
  const { number, total, state } = order
  switch (state.is) {
    case 'awaiting payment':
      return `Order ${number} can still be cancelled: open it under My orders and press Cancel order. You have nothing to pay then.`
    case 'processing':
      return `Order ${number} can still be cancelled: open it under My orders and press Cancel order. We then refund ${total}.`
    case 'refunded':
      return status(order)
    default:
      return `Order ${number} is already packed or shipped, so it can no longer be cancelled. You can send it back within 30 days; start the return under My orders.`
  }
}

function change({ number, state }: Order): string {
  return state.is === 'awaiting payment' || state.is === 'processing'
    ? `Order ${number} can still be changed: open it under My orders and press Change order, for its address and its items.`
    : `Order ${number} is already packed, so it can no longer be changed.`
}

function refund(order: Order): string {
  const { number, state } = order
  switch (state.is) {
    case 'return received':
      return status(order)
    case 'refunded':
      return `We refunded ${state.refund} for order ${number} on ${state.on}. Your bank may need a few days to show it; if it does not, write to help@larchandspoke.example.com.`
    default:
      return `Nothing of order ${number} has come back to us, so there is no refund yet. You can return unused parts within 30 days; start the return under My orders.`
  }
}
