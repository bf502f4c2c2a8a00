import { stem } from '../../../text/stem.js'

/**
 * Stems of what is said when anything is arranged, be it a table or a flight: when, where, how many, please confirm. Such words tell
 * nothing of a matter, and to have none of them in common proves nothing.
 */
export const arrangementWords: ReadonlySet<string> = new Set(
  (
    'reserve reservation book booking buy purchase order pay schedule set confirm confirmation verify correct correctly right following follows ' +
    'sound sounds perfect awesome wonderful excellent fine cool alright yeah yep bingo gotcha done always never none neither lot ' +
    'prefer preference choose choice option select suggest suggestion recommend interested interest plan match found list available availability ' +
    'place area city town located location near nearby departure destination leave leaving start begin end stay duration ' +
    'date time day week weekend month year hour minute night morning afternoon evening noon tomorrow tonight monday tuesday wednesday thursday friday ' +
    'saturday sunday january february march april may june july august september october november december pm am ' +
    'name type kind sort category specific specify specialize particular search another different first last next long much many ' +
    'address price cost total per person people rated rating star average new best better love really actually thing everything think know hear bit ' +
    'little mr mrs make made put pick drop return ahead deal sure'
  )
    .split(' ')
    .map(stem),
)
