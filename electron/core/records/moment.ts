import type { Ports } from '../ports.ts'
import type { WriteMoment } from './memberStore.ts'

export function momentOf({ clock, ids }: Pick<Ports, 'clock' | 'ids'>): WriteMoment {
  return { at: clock.now(), today: clock.today(), ids }
}
