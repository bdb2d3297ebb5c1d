import type { TrainingClassDetail } from '#shared/contract/developmentRegisters.ts'
import { labelOf } from '#shared/domain/development/milestones.ts'
import { formatDots, type PartialDate } from '#shared/lib/dates.ts'
import { call } from '../../lib/api.ts'
import { toCallError } from '../../lib/callError.ts'
import { errorText } from '../../lib/errorText.ts'

export interface Recorded {
  readonly fileId: string
  readonly name: string
  readonly result: 'recorded' | 'there' | 'refused'
  /** What was written, what stood there already, or why not. */
  readonly words: string
}

/** Those who passed: only they have done 步骤 11. */
export function passedPlaces({ places }: TrainingClassDetail): TrainingClassDetail['places'] {
  return places.filter(({ isPassed }) => isPassed === true)
}

/** 步骤 11 in one file, by its own command with its own undo: a day that stands there is left alone, and what the rules refuse is said. */
export async function recordTraining(
  { fromOn, toOn, place }: TrainingClassDetail,
  { fileId, name }: TrainingClassDetail['places'][number],
): Promise<Recorded> {
  const days: readonly (readonly ['trainingFrom' | 'trainingTo', PartialDate])[] = [
    ['trainingFrom', fromOn],
    ['trainingTo', toOn],
  ]
  const written: string[] = []
  const there: string[] = []
  try {
    let known = await call('development.get', { id: fileId })
    for (const [milestone, on] of days) {
      const step = known.steps.find((each) => each.milestone === milestone && each.supersededBy === null)
      if (step !== undefined) {
        there.push(`${labelOf(milestone)}已有日期 ${formatDots(step.doneOn)}`)
        continue
      }
      const nothing = { people: null, bodyId: null, docNo: null, opinion: null, vote: null, groupId: null }
      const { id, version } = known
      known = await call('development.recordStep', {
        ...nothing,
        id,
        version,
        milestone,
        on,
        place,
        overrideReason: null,
      })
      written.push(`${labelOf(milestone)} ${formatDots(on)}`)
    }
  } catch (error) {
    const why = errorText(toCallError(error))
    const words = written.length === 0 ? why : `只登记了${written.join('、')}。${why}`
    return { fileId, name, result: 'refused', words }
  }
  return {
    fileId,
    name,
    result: written.length > 0 ? 'recorded' : 'there',
    words: [...written, ...there].join('，'),
  }
}
