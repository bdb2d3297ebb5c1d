import { randomUUID } from 'node:crypto'
import { instant, todayInShanghai } from '#shared/lib/dates.ts'
import type { Clock, IdSource } from '../ports.ts'

export const systemClock: Clock = {
  now: () => instant(new Date()),
  today: () => todayInShanghai(instant(new Date())),
}

export const randomIds: IdSource = { next: () => randomUUID() }
