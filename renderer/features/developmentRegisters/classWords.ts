import type { TrainingClassFields } from '#shared/contract/developmentRegisters.ts'
import { formatDots } from '#shared/lib/dates.ts'

/** `2026.03.02—2026.03.04`; one day alone for a class of one. */
export function spanText({ fromOn, toOn }: Pick<TrainingClassFields, 'fromOn' | 'toOn'>): string {
  return fromOn === toOn ? formatDots(fromOn) : `${formatDots(fromOn)}—${formatDots(toOn)}`
}
