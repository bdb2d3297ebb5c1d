import type { ReadDb, SqlValue } from '#db/database.ts'
import { type Diff, shownDiff } from '#db/queries/auditDiffs.ts'
import { organizationNames } from '#db/queries/organizations.ts'
import type { ChangeAction, FieldChange, RecordChange, RecordKind } from '#shared/contract/activity.ts'
import { maskFreeText, maskFurther, type Reader } from '#shared/domain/memberMasks.ts'
import { findingTitle } from '#shared/labels/findings.ts'
import { columnText, type OrganizationName } from './recordKindTexts.ts'

interface StoredChange {
  readonly id: number
  readonly kind: RecordKind
  readonly recordId: string
  readonly name: string | null
  readonly action: ChangeAction
  readonly diff: string | null
}

/** Said of an organisation outside the reader's scope. */
const elsewhere = '其他党组织'

export function organizationNamer(db: ReadDb): OrganizationName {
  const names = organizationNames(db)
  return (id) => names.get(id) ?? elsewhere
}

/** Old and new of each field, in the words of the screens; what is sensitive stays masked, as far as this reader may see it. */
export function fieldChanges(
  kind: RecordKind,
  diff: Diff,
  organizationName: OrganizationName,
  reader: Reader,
): readonly FieldChange[] {
  return Object.entries(diff).flatMap(([column, [old, now]]) => {
    const known = columnText(kind, column)
    if (!known) return []
    const { field, label, canPutBack } = known
    const shown = (value: SqlValue) => maskFurther(field, known.text(value, organizationName), reader)
    return [{ field, label, old: shown(old), new: shown(now), canPutBack }]
  })
}

/** Changes of the log as the list of activities, a record's history and the auditor see them. */
export function recordChanges(db: ReadDb, stored: readonly StoredChange[]): readonly RecordChange[] {
  const organizationName = organizationNamer(db)
  return stored.map((change) => ({
    id: change.id,
    kind: change.kind,
    recordId: change.recordId,
    name: recordName(change, db),
    action: change.action,
    fields: fieldChanges(change.kind, shownDiff(change), organizationName, db),
  }))
}

/** An override is known by the finding it answers. */
export function recordName(
  { kind, name }: Pick<StoredChange, 'kind' | 'name'>,
  reader: Reader,
): string | null {
  if (name === null) return null
  return kind === 'findingOverride' ? findingTitle(name) : maskFreeText(name, reader)
}
