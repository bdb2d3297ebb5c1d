import { type DateOnly, instant, todayInShanghai } from '#shared/lib/dates.ts'

/** For defaults of forms only; what counts is judged by the core's clock. */
export function today(): DateOnly {
  return todayInShanghai(instant(new Date()))
}
