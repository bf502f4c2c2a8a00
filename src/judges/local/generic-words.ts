/**
 * Stems of what a helpful assistant says whatever it was asked: courtesy, and offers of help. To share them with an example is
 * next to no evidence of an intent.
 */
export const genericWords: ReadonlySet<string> = new Set(
  (
    'ok okay yes sure thank thanks pleas sorri apolog welcom hello hi hey dear bye goodby good great nice day happi glad pleasur ' +
    'help assist support servic team agent custom let know tell ask question answer repli respons request messag need want like ' +
    'look check see find get give make take go come try use do work provid share contact reach send detail inform information more ' +
    'anyth someth thing further els again moment minut wait soon back today right away abl possibl issu problem concern inconveni ' +
    'appreci understand confirm understood got absolut cours certain one much mani depend either'
  ).split(' '),
)
