import { materialName, materialNos } from '#shared/domain/development/materials.ts'
import { labelOf, milestones, stepOf } from '#shared/domain/development/milestones.ts'
import {
  developmentEventLabels,
  developmentReviewLabels,
  developmentVoteLabels,
  guarantorDutyLabels,
} from '#shared/labels/developmentRecords.ts'
import { meetingSlotLabels } from '#shared/labels/meetings.ts'

const personOf = (fileId: string) => `(select name from development_files where id = ${fileId})`

const meetingOf = (id: string) => `(select held_on || ' ' || title from meetings where id = ${id})`

/** SQL for the words of a code; the code itself where it has none. */
function wordsOf(column: string, words: Readonly<Record<string, string>>): string {
  const cases = Object.entries(words).map(([code, text]) => `when '${code}' then '${text}'`)
  return `case ${column} ${cases.join(' ')} else ${column} end`
}

const named = (what: string) => `${personOf('row.file_id')} || ' · ' || ${what}`

const materialWords = Object.fromEntries(materialNos.map((no) => [no, `${no} ${materialName(no, '2026')}`]))

/** SQL for what parts of a file are called, with `row` for the row: whose it is, and which. */
export const developmentPartNames = {
  step: named(
    wordsOf(
      'row.milestone',
      Object.fromEntries(milestones.map((key) => [key, `第${stepOf(key)}步 ${labelOf(key)}`])),
    ),
  ),
  guarantor: named(`${wordsOf('row.duty', guarantorDutyLabels)} || row.name`),
  review: named(`${wordsOf('row.kind', developmentReviewLabels)} || ' ' || row.reviewed_on`),
  vote: named(`${wordsOf('row.subject', developmentVoteLabels)} || '的表决'`),
  material: named(wordsOf('row.material_no', materialWords)),
  event: named(wordsOf('row.kind', developmentEventLabels)),
  trainingPlace: named('(select name from training_classes where id = row.class_id)'),
  /** A scan, by the person or the meeting, and the paper it is of. */
  scan: `coalesce(${personOf('row.subject_id')} || ' · ', ${meetingOf('row.subject_id')} || ' · ', '')
    || ${wordsOf('row.slot', { ...materialWords, ...meetingSlotLabels })} || '：' || row.name`,
} as const
