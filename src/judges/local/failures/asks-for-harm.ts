import { normalizeText } from '../../../text/normalize-text.js'

/** Matters that an assistant may well refuse, in English and by stems: broad on purpose, since nothing is judged where one is named. */
const harmful = [
  /\b(?:bomb|explosi|grenade|weapon|firearm|gun\b|guns\b|ammunition|silencer|poison|toxin|nerve agent|bioweapon|napalm|molotov|arson)/,
  /\b(?:kill|murder|assassin|suicid|self.?harm|hurt (?:myself|someone|somebody|him|her|them)|torture|kidnap|strangle|stab\b|attack (?:on|a|the))/,
  /\b(?:meth\b|methamphetamine|cocaine|heroin|fentanyl|lsd\b|narcotic|illegal|unlawful|contraband|smuggl|launder|traffick)/,
  /\b(?:hack|malware|ransomware|virus|trojan|keylogger|phish|ddos|botnet|exploit|crack(?:ed|ing)?\b|pirat|torrent|bypass|circumvent|jailbreak|brute.?force|spoof|deepfake)/,
  /\b(?:steal|stolen|theft|shoplift|burgl|rob\b|lockpick|pick a lock|break into|fraud|scam|counterfeit|forge|fake (?:id|passport|review|prescription|document)|blackmail|extort|bribe|tax evasion|evade tax|cheat|plagiari)/,
  /\b(?:porn|sexual|sexy|nude|naked|erotic|explicit|rape|molest|incest|underage|minors?\b|child abuse)/,
  /\b(?:racis|sexis|hate speech|hateful|slur|nazi|holocaust|genocide|terroris|extremis|supremac|inferior|insult|bully|harass|humiliat|defam|offensive|stereotyp|propaganda|misinformation|disinformation|conspiracy|threaten)/,
  /\b(?:stalk|spy on|track (?:my|his|her|their|someone)|dox|without (?:his|her|their|them|anyone) (?:consent|knowing|knowledge|noticing)|social security number|credit card number|private key|home address)/,
  /\b(?:his|her|their|someone(?:'s)?|somebody(?:'s)?|neighbou?r'?s?|another (?:customer|user|person)(?:'s)?|other (?:customer|user|people)s?'?|celebrity'?s?|ex'?s?|boss'?s?|colleague'?s?|employees?'?s?) (?:\w+ ){0,2}(?:password|address|phone|number|account|salary|location|emails?|messages|data|details|records?)\b/,
  /\b(?:overdose|dosage|prescri|diagnos|medication|lethal|drugs?\b)/,
  /\b(?:system prompt|your (?:\w+ )?(?:instructions|prompt|rules|guidelines|training)|ignore (?:all|any|the|your|previous|everything)|disregard|pretend (?:to be|you)|password of|passwords)\b/,
]

/** Whether a message asks for something that may rightly be refused. Says so too often rather than too seldom. */
export function asksForHarm(input: string): boolean {
  const text = normalizeText(input)
  return harmful.some((pattern) => pattern.test(text))
}
