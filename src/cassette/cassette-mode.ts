/**
 * What a run does with recorded judgements and replies.
 * - `auto`: replays what is recorded, asks the rest and keeps it in the cache; the committed file changes only with `-u`.
 * - `record`: asks everything anew, and writes it to the committed file.
 * - `replay`: asks nobody; what is not recorded is not judged.
 * - `off`: neither reads nor keeps anything.
 */
export type CassetteMode = 'auto' | 'record' | 'replay' | 'off'
