import type { ListedRectification } from '#db/queries/rectifications.ts'
import type { RectificationRow } from '#shared/contract/reviewRows.ts'
import { overdueDays, rectifyFindings, rectifyState } from '#shared/domain/reviews/rectification.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { shownTexts } from './developmentRows.ts'
import { type Shown, shownText } from './mobilityRows.ts'

/** An item with its state of today and what REV-12 says of it. `reader`: who is shown it, or handed the paper. */
export function rectificationRow(
  item: ListedRectification,
  today: DateOnly,
  reader: Shown,
): RectificationRow {
  const { problem, source, measure, dutyName, dueOn, progress, progressWords } = item
  const { doneOn, result, acceptedBy, acceptedOn, reportedOn, reportedWords } = item
  const fields = shownTexts(
    {
      problem,
      source,
      measure,
      dutyName,
      dueOn,
      progress,
      progressWords,
      doneOn,
      result,
      acceptedBy,
      acceptedOn,
      reportedOn,
      reportedWords,
    },
    ['problem', 'measure', 'dutyName', 'progressWords', 'result', 'acceptedBy', 'reportedWords'],
    reader,
  )
  return {
    id: item.id,
    version: item.version,
    subjectId: item.subjectId,
    subjectName: shownText(item.subjectName, reader),
    organizationId: item.organizationId,
    organizationName: item.organizationName,
    campaignId: item.campaignId,
    year: item.year,
    state: rectifyState(item, today),
    overdueDays: overdueDays(item, today),
    fields,
    isCarried: item.carriedFromId !== null,
    findings: rectifyFindings([{ ...item, problem: fields.problem }], false, today),
  }
}
