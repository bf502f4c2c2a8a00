const ofCode =
  /\b(?:code|coding|codes?base|function|method|class|script|program|programm?ing|algorithm|compil\w+|debug\w*|exceptions?|errors?|bugs?|stack ?traces?|traceback|log ?files?|logs|console|terminal|shell|bash|command line|cli|templates?|placeholders?|variables?|json|yaml|xml|html|css|sql|query|regex|regexp|regular expression|latex|markdown|csv|api|endpoint|http|python|javascript|typescript|java|kotlin|swift|rust|golang|php|ruby|perl|haskell|c\+\+|c#|node(?:\.?js)?|react|vue|angular|django|flask|jinja|handlebars|mustache|git|docker|kubernetes|excel|formula|spreadsheet|undefined|null|nan|object|array|string|integer|boolean|prompt|llm|tokens?|chatml)\b|```|[{}]\s*$|=>|\(\)|[a-z]\.[a-z]+\(/i

/** Whether a message is about code, data formats or errors, or has code in it: then code in the reply is what was asked for. */
export function asksForCode(input: string): boolean {
  return ofCode.test(input)
}
