import type { ReadDb } from '#db/database.ts'
import { type Diff, shownDiff } from '#db/queries/auditDiffs.ts'
import { organizationNames } from '#db/queries/organizations.ts'
import type { ChangeAction, FieldChange, RecordChange, RecordKind } from '#shared/contract/activity.ts'
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

/** Old and new of each field, in the words of the screens; what is sensitive stays masked. */
export function fieldChanges(
  kind: RecordKind,
  diff: Diff,
  organizationName: OrganizationName,
): readonly FieldChange[] {
  return Object.entries(diff).flatMap(([column, [old, now]]) => {
    const known = columnText(kind, column)
    if (!known) return []
    const { field, label, canPutBack } = known
    const change = {
      field,
      label,
      old: known.text(old, organizationName),
      new: known.text(now, organizationName),
      canPutBack,
    }
    return [change]
  })
}

/** Changes of the log as the list of activities, a record's history and the auditor see them. */
export function recordChanges(db: ReadDb, stored: readonly StoredChange[]): readonly RecordChange[] {
  const organizationName = organizationNamer(db)
  return stored.map((change) => ({
    id: change.id,
    kind: change.kind,
    recordId: change.recordId,
    name: recordName(change),
    action: change.action,
    fields: fieldChanges(change.kind, shownDiff(change), organizationName),
  }))
}

/** An override is known by the finding it answers. */
export function recordName({ kind, name }: Pick<StoredChange, 'kind' | 'name'>): string | null {
  return kind === 'findingOverride' && name !== null ? findingTitle(name) : name
}
