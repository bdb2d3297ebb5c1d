import type { Ports } from '../ports.ts'
import type { WriteMoment } from './memberStore.ts'

export function momentOf({ clock }: Pick<Ports, 'clock'>): WriteMoment {
  return { at: clock.now(), today: clock.today() }
}
