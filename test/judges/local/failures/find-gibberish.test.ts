import { describe, expect, test } from 'vitest'
import { findGibberish } from '../../../../src/judges/local/failures/find-gibberish.js'

const find = (reply: string, input = 'Where is my parcel?') => findGibberish({ input, reply })

describe('finds', () => {
  test.for([
    ['random letters', 'kqzv wxjrt bnmqp zzfhk'],
    ['keys side by side', 'asdfghjkl asdf'],
    ['a hand on the middle row', 'fjdksla fdjsk alskdj fjdk'],
    ['signs', '#@!%&*$^~?;{}[]|<>#@!'],
    ['letters and digits', '8edg7 dc1fg0 f39e0x ce71d0b'],
    ['one endless word', `Thewordsofthereplywith${'outanyspacesbetweenthem'.repeat(4)}`],
    ['a printer’s filling', 'Lorem ipsum dolor sit amet, consectetur adipiscing elit.'],
  ])('%s', ([, reply = '']) => {
    expect(find(reply)).toEqual({ kind: 'gibberish', evidence: reply })
  })
})

describe('lets be', () => {
  test.for([
    ['a short word', 'Hmm.'],
    ['names', 'Krzysztof Wojciechowski and Nguyen Phuc, of Llanfairpwll'],
    ['abbreviations', 'HTTP, SQL, XML, GDPR, KPMG, BBQ.'],
    ['German', 'Die Rechtsschutzversicherungsgesellschaft schickt Ihnen nächste Woche Post.'],
    ['Polish', 'Chrząszcz brzmi w trzcinie w Szczebrzeszynie.'],
    ['Welsh', 'Mae eich parsel ar y ffordd, diolch yn fawr.'],
    ['Finnish', 'Pakettinne on matkalla ja saapuu huomenna aamulla.'],
    ['code', 'Call `xqzWkjq(bvn)` twice.'],
    ['words on the upper row', 'Property.'],
    ['another script', 'Посылка уже в пути.'],
  ])('%s', ([, reply = '']) => {
    expect(find(reply)).toBeUndefined()
  })

  test('what is asked for', () => {
    expect(find('xqzv-wkjq-bvnm-zzkh', 'Make me a random password.')).toBeUndefined()
  })
})
