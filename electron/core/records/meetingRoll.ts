import { rollSchema, type RollEntry } from '#shared/domain/meetings/roll.ts'
import { absenceReasonLabels, attendanceStateLabels, exemptReasonLabels } from '#shared/labels/meetings.ts'

/** The roll as it is stored; nobody where only counts are known. Throws on a text that is no roll. */
export function readRoll(stored: string | null): readonly RollEntry[] | null {
  return stored === null ? null : rollSchema.parse(JSON.parse(stored))
}

export function writeRoll(roll: readonly RollEntry[] | null): string | null {
  return roll === null ? null : JSON.stringify(roll)
}

/** For the history: 到会 17 人；缺席：张三（病假）. */
export function rollText(stored: string): string {
  const roll = readRoll(stored) ?? []
  const came = roll.filter(({ state }) => state === 'present').length
  const away = roll.flatMap(({ name, state, reason, exempt }) => {
    if (state === 'present') return []
    const why =
      exempt === null ? (reason === null ? null : absenceReasonLabels[reason]) : exemptReasonLabels[exempt]
    return [`${name}（${why ?? attendanceStateLabels[state]}）`]
  })
  return `到会 ${came} 人${away.length === 0 ? '' : `；未到会：${away.join('、')}`}`
}
