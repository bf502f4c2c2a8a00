/**
 * What each label of the cases means. The judge is asked about the reply, so the examples are replies, as a good support
 * agent would give them in other words than the assistant's.
 */
export const intents = {
  order_status: {
    description: 'Says where an order is: in preparation, shipped, on its way, delayed, delivered or ready to collect.',
    examples: [
      'Your order 11872 is on its way; the carrier should bring it on 3 March. Here is the tracking number: AB-1234.',
      'Order 11872 was delivered on 28 February. If it did not arrive, ask your neighbours first.',
      'We are still preparing order 11872, so it has not been shipped yet. You get an email with the tracking number.',
      'Your order is on its way and should arrive tomorrow.',
      'I am sorry that order 11872 is delayed. It should now arrive on 4 March.',
      'Your order is ready to collect at the counter; we keep it until 12 March.',
      'The bell is on back order; we expect it on 9 March and send it then.',
      'Your order is waiting for payment.',
      'Order 11872 waits for your payment by bank transfer; we pack it once the money has arrived.',
      'Your order with the two tyres was delivered on 6 March. If you do not have it, ask the neighbours, and then write to us.',
    ],
  },
  order_not_found: {
    description: 'Says that such an order does not exist.',
    examples: [
      'I cannot find any order 11111. Please compare the digits with those in your confirmation.',
      'There is no order 11111 here. Our order numbers are five digits long; look at the confirmation for yours.',
      'Sorry, no such order exists: the digits in your confirmation email must be different ones.',
    ],
  },
  access_denied: {
    description: 'Refuses to show an order to somebody who is not signed in with the account that placed it.',
    examples: [
      'I am not allowed to tell you about this order, since it does not belong to your account.',
      'Please sign in first, with the account that placed this order.',
      'I can only show an order to the customer who is signed in to the account it belongs to.',
    ],
  },
  order_cancellation: {
    description: 'Says whether an order can be cancelled, and how.',
    examples: [
      'Your order can still be cancelled. Open My orders and press Cancel; the amount is refunded.',
      'It is too late to cancel, as the parcel is already packed or shipped. You can send it back within 30 days.',
      'It can no longer be cancelled, only returned.',
    ],
  },
  order_change: {
    description: 'Says whether the address or the items of an order can be changed, and how.',
    examples: [
      'You can still change the delivery address: open the order under My orders and press Change.',
      'The order is already packed, so items can no longer be changed or added.',
      'We can change the address and the items until the order is packed.',
    ],
  },
  refund_status: {
    description: 'Says when and how money is refunded.',
    examples: [
      'Your return has reached us and we refund the money by 9 March.',
      'We refunded €20.00 for your order on 2 March. The bank may need a few days to show it.',
      'Your cancelled order was refunded on 2 March, to the account you paid from.',
      'A refund takes five working days after the return has reached us, and goes back the way you paid.',
    ],
  },
  return_policy: {
    description: 'Says how, until when and at what cost parts can be returned or exchanged.',
    examples: [
      'You can return unused parts within 30 days, in the original packaging. Start the return and print the label.',
      'Parts that were mounted or ridden cannot be returned.',
      'The return label costs €3.00, which comes off your refund; it is free if we sent a faulty or wrong part.',
      'You can exchange an unused item for another size: choose Exchange when you start the return.',
    ],
  },
  damaged_item: {
    description: 'Helps with an item that came damaged, faulty, wrong or incomplete.',
    examples: [
      'I am sorry that your item arrived damaged. Send us a photo of the damage and we send a replacement, free of charge.',
      'Sorry, we sent the wrong item: that was our mistake. The right one leaves at once.',
      'I am sorry that parts were missing. Write to us what did not come, and we post the missing parts.',
      'Please send a photo and your order number within 14 days; you need not send the broken part back.',
    ],
  },
  shipping_information: {
    description: 'Says what shipping costs, how long it takes, and where parcels are sent.',
    examples: [
      'Standard shipping costs €4.00 and is free for orders from €50.',
      'Shipping takes 2 to 4 working days, Monday to Friday. We send parcels with our carrier.',
      'With express shipping your parcel arrives on the next working day, if you order before noon. It leaves the same day.',
      'We ship to the whole of Europe, Switzerland and the United Kingdom included; outside the European Union customs charges may come on top.',
      'Wheels and frames are bulky goods and ship for €15.00, with a freight carrier.',
      'You can collect your parcel for free at the workshop counter: choose Collect at checkout.',
      'Choose Collect at checkout, free of charge: the workshop counter keeps your parcel for two weeks and is open on Saturday.',
    ],
  },
  invoice: {
    description: 'Says where an invoice is found, and how it is corrected.',
    examples: [
      'There is a PDF of the invoice beside each order; find it under My orders.',
      'Enter the company name and the VAT ID, and a new invoice replaces the old PDF.',
    ],
  },
  payment_methods: {
    description: 'Says how customers can pay, and what to do when a payment fails.',
    examples: [
      'You can pay by credit card, debit card, bank transfer or gift voucher.',
      'Sorry, we do not offer instalments or cash on delivery.',
      'If your card is declined, confirm the payment in your banking app, or pay with another card or by bank transfer. Your basket is kept.',
      'Vouchers are redeemed at checkout: type in the code of your gift voucher. What is left stays on it.',
    ],
  },
  warranty: {
    description: 'Says how long the warranty or guarantee is, and what it covers.',
    examples: [
      'Every part comes with a warranty.',
      'The warranty does not cover normal wear.',
      'Our own brand, with the name Larch, carries a guarantee of five years.',
      'There is a guarantee of five years on everything that carries our own name.',
      'No paper receipt is needed; we see the order in your account, and that is enough as proof for a warranty claim.',
    ],
  },
  product_availability: {
    description: 'Says whether a product is sold and in stock, and its price.',
    examples: [
      'Yes, the 8-speed cassette is in stock. The price is €30.00.',
      'The rack is out of stock until June; it costs €60.00.',
      'We do not sell helmets.',
      'In stock now, at a price of €12.00.',
    ],
  },
  product_compatibility: {
    description: 'Says whether a part fits or runs with another.',
    examples: [
      'The 8-speed chain fits an 8-speed cassette only. It does not run on a cassette with nine sprockets; you need the 9-speed chain.',
      'Yes, the tyre fits rims with an inner width from 17 to 23 mm.',
      'The wheelset takes thru-axles in front and behind, so it cannot be used with quick release.',
      'The bottom bracket fits threaded shells of 68 mm.',
      'Replace the cassette together with a worn chain, otherwise the new chain skips; it fits every spline freehub.',
    ],
  },
  contact_information: {
    description: 'Gives opening hours, phone number, email or address of the shop.',
    examples: [
      'We answer phone and email from Monday to Friday, 9:00 to 17:00. On Saturday the workshop counter is open.',
      'You can call us on 555-0142 or write an email.',
      'Call us or write an email, Monday to Friday from 9:00 to 17:00.',
      'Our phone is 555-0142, our email shop@example.com: call or write from Monday to Friday, 9:00 to 17:00.',
      'You find our shop at 3 Ropewalk, in the yard behind the factory.',
    ],
  },
  account_help: {
    description: 'Helps with password, sign-in, and data of the account.',
    examples: [
      'Use Forgot password where you sign in, and a link for setting a new password comes by email. It works for an hour.',
      'On the sign-in page press Forgot password: we email you a link to choose a new one, which works for an hour.',
      'Go to Account settings to delete your account with all personal data. The law makes us keep the invoices.',
      'Change the email address in your account settings, and confirm it by the link that we send to the new address.',
    ],
  },
  human_handover: {
    description: 'Hands over to a human colleague.',
    examples: [
      'Sorry for all the trouble. My colleague would like to take over: call or write, and you get an answer from a real person.',
      'Somebody from our team will answer within a working day.',
      'A colleague will be glad to help: call 555-0142 or write to us, and a real person answers within one working day.',
      'I understand that you are angry, and pass you on to a human colleague.',
      'I am sorry about this. A colleague takes over from here: call or write to us, and a real person answers within a day.',
    ],
  },
  small_talk: {
    description: 'Answers a greeting, thanks or a question about the assistant itself.',
    examples: [
      'You are very welcome. Have a good ride and enjoy it!',
      'Hello! What can I help with?',
      'Hello! Is it about an order, a return or a part?',
      'That is right, I am the automatic assistant of the shop, a robot.',
      'Hello! How can I help: with an order or with a question about a part?',
      'Yes, I am a robot, the automatic assistant of this shop. There are human colleagues, too.',
    ],
  },
  clarification: {
    description: 'Asks the customer to say what is needed, or which order is meant.',
    examples: [
      'Sorry, I did not understand that. Please use other words for your question.',
      'I did not understand. Could you put it into words?',
      'I did not understand. What do you need, in a few words?',
      'Could you tell me in a few words what you need?',
      'I need your order number to look that up: five digits, in the confirmation or under My orders. Which order is it?',
      'This message is empty.',
      'An emoji alone does not tell me what the matter is. Tell me in words what you need, please.',
      'Which order do you mean? I need your order number to look for it; the confirmation shows the five digits.',
    ],
  },
  out_of_scope: {
    description: 'Declines politely what has nothing to do with the shop.',
    examples: [
      'Sorry, but this is outside of what I know about.',
      'This goes beyond what I know; outside our shop and its parts I cannot help.',
      'That is nothing I know about, sorry.',
      'I am sorry, I can only help with orders, parts and this shop; that is outside of it.',
    ],
  },
}
