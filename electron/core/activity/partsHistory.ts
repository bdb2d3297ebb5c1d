import type { ReadDb } from '#db/database.ts'
import { shownDiff } from '#db/queries/auditDiffs.ts'
import { type HistoryRow, partsHistoryOf, type WholeKind } from '#db/queries/history.ts'
import { rowsOf } from '#db/queries/undoRows.ts'
import type { FieldChange, RecordKind } from '#shared/contract/activity.ts'
import { maskFurther } from '#shared/domain/memberMasks.ts'
import { recordKindLabels } from '#shared/labels/activities.ts'
import { fieldChanges } from '../records/recordChanges.ts'
import { columnText, type OrganizationName } from '../records/recordKindTexts.ts'
import { textIn } from '../records/undoPlan.ts'

/** The column that says which part it is: the step, the person, the paper. */
const titleColumns: Readonly<Partial<Record<RecordKind, string>>> = {
  developmentStep: 'milestone',
  developmentGuarantor: 'name',
  developmentReview: 'kind',
  developmentVote: 'subject',
  developmentMaterial: 'material_no',
  developmentEvent: 'kind',
  attachment: 'name',
  meetingItem: 'title',
  meetingVersion: 'reason',
  followUp: 'what',
}

interface PartChanges {
  /** The first change of its entry; the others stand beside it. */
  readonly row: HistoryRow
  readonly fields: readonly FieldChange[]
}

/** What was done to the steps, people, papers and scans of a file, the items and follow-ups of a meeting, entry by entry, each change under the part's name. */
export function readPartsHistory(
  db: ReadDb,
  whole: WholeKind,
  id: string,
  isShown: (row: HistoryRow) => boolean,
  organizationName: OrganizationName,
): readonly PartChanges[] {
  const rows = partsHistoryOf(db, whole, id).filter(isShown)
  const living = new Map(
    [...Map.groupBy(rows, ({ kind }) => kind)].flatMap(([kind, own]) => [
      ...rowsOf(db, kind, [...new Set(own.map(({ recordId }) => recordId))]),
    ]),
  )
  const titleOf = ({ kind, recordId }: HistoryRow): string => {
    const column = titleColumns[kind] ?? 'id'
    const gone = rows.find((row) => row.recordId === recordId && row.action === 'removed')
    const value = textIn(living.get(recordId) ?? null, column) ?? (gone ? shownDiff(gone)[column]?.[0] : null)
    return maskFurther(column, columnText(kind, column)?.text(value ?? null, organizationName) ?? '', db)
  }
  const fieldsOf = (row: HistoryRow): readonly FieldChange[] => {
    const { kind, action, changeId } = row
    const title = titleOf(row)
    const whole = (old: string, now: string): FieldChange => ({
      field: `${changeId}`,
      label: recordKindLabels[kind],
      old,
      new: now,
      canPutBack: false,
    })
    if (action === 'added') return [whole('', title)]
    const { superseded_by: fallen, ...diff } = shownDiff(row)
    // Under names of their own, so that none is taken for a field of the file.
    const fields = fieldChanges(kind, diff, organizationName, db).map((change) => ({
      ...change,
      field: `${changeId}.${change.field}`,
      label: `${title}：${change.label}`,
      canPutBack: false,
    }))
    if (action === 'removed' || fallen === undefined) return fields
    return [fallen[1] === null ? whole('', title) : whole(title, '不再算数'), ...fields]
  }
  return [...Map.groupBy(rows, ({ seq }) => seq).values()].flatMap((own) => {
    const fields = own.flatMap(fieldsOf)
    const [row] = own
    return row === undefined || fields.length === 0 ? [] : [{ row, fields }]
  })
}
