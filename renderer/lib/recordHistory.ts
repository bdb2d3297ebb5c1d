import type {
  Activity,
  Doing,
  FieldChange,
  HistoryEntry,
  RecordChange,
  RecordKind,
} from '#shared/contract/activity.ts'
import { trashKinds } from '#shared/contract/trash.ts'
import { actionLabels, routeTitles } from '#shared/labels/activities.ts'
import { assertNever } from '#shared/lib/assertNever.ts'
import { type DateOnly, formatPartialDate } from '#shared/lib/dates.ts'

/** The page of a record; null for kinds without one. */
export function recordAddress(kind: RecordKind, id: string): string | null {
  if (kind === 'member') return `/members/${id}`
  if (kind === 'organization') return `/organizations/${id}`
  if (kind === 'transfer') return `/transfers/${id}`
  if (kind === 'lostCase') return `/mobility/lost/${id}`
  if (kind === 'enterprise') return `/enterprises/${id}`
  if (kind === 'developmentFile') return `/development/${id}`
  if (kind === 'election') return `/elections/${id}`
  if (kind === 'mobilityRecord') return `/mobility?record=${id}`
  if (kind === 'trainingClass') return `/development/training/${id}`
  if (kind === 'applicationForm') return '/development/registers'
  if (kind === 'developmentQuota') return '/development/registers?part=quotas'
  if (kind === 'calendarDay') return '/calendar'
  if (kind === 'meeting') return `/meetings/${id}`
  if (kind === 'topicGuide') return '/meetings/guides'
  if (kind === 'lifeMeeting') return `/meetings/life/${id}`
  if (kind === 'appraisal') return `/meetings/appraisals/${id}`
  if (kind === 'talk') return `/meetings/talks?talk=${id}`
  if (kind === 'reviewCampaign') return `/reviews/${id}`
  if (kind === 'reviewSubject') return `/reviews/people/${id}`
  if (kind === 'reviewBatch') return `/reviews/batches/${id}`
  if (kind === 'reviewRectification') return `/reviews/rectifications?item=${id}`
  if (kind === 'responsibilityList') return `/reviews/responsibility/${id}`
  return kind === 'importBatch' ? '/imports/batches' : null
}

/** The page of an entry: the activity list opened at it. */
export function entryAddress(seq: number): string {
  return `/activity?seq=${seq}`
}

/** How many records an entry touched beyond those it names; null when it names them all. */
export function beyondNamed({
  subjects,
  changeCount,
}: Pick<Activity, 'subjects' | 'changeCount'>): string | null {
  if (changeCount <= subjects.length) return null
  return subjects.length === 0
    ? `${changeCount.toLocaleString('zh-CN')} 条记录`
    : `等 ${changeCount.toLocaleString('zh-CN')} 条`
}

/** 张三、李四、王五等 12 条 */
export function subjectsText(entry: Pick<Activity, 'subjects' | 'changeCount'>): string {
  return `${entry.subjects.map(({ name }) => name).join('、')}${beyondNamed(entry) ?? ''}`
}

/** Taking back what took something back is doing it again; the titles of such entries begin with which it was. */
export function undoWord({ title }: Pick<Doing, 'title'>): '撤销' | '重做' {
  return title.startsWith('撤销：') ? '重做' : '撤销'
}

export function undoSentence(entry: Pick<Doing, 'title'>, changeCount: number): string {
  const records = `${changeCount.toLocaleString('zh-CN')} 条记录`
  return undoWord(entry) === '撤销'
    ? `撤销后，${records}恢复到这次操作之前的样子。撤销也会记入操作记录，之后还可以重做。`
    : `重做后，${records}回到撤销之前的样子。重做也会记入操作记录。`
}

const trashable: ReadonlySet<string> = new Set(trashKinds)

/** What stays when the operation that wrote it is taken back: it tells of something that did happen. */
const kept: ReadonlySet<RecordChange['kind']> = new Set([
  'bridgeFreeze',
  'importBatch',
  'importMapping',
  'documentExport',
  'account',
  'setting',
])

const toTrash = '移到回收站'

type Move = 'trashed' | 'restored'

/** Going to the trash and coming back are written as fields; people think of them as one thing. */
const moveFields: ReadonlySet<string> = new Set(['deletedAt', 'deletedReason'])

function moveOf(fields: readonly FieldChange[]): Move | null {
  const deletedAt = fields.find(({ field }) => field === 'deletedAt')
  if (deletedAt === undefined) return null
  return deletedAt.old === '' ? 'trashed' : deletedAt.new === '' ? 'restored' : null
}

function moveText(move: Move, fields: readonly FieldChange[]): string {
  if (move === 'restored') return routeTitles['trash.restore']
  const reason = fields.find(({ field }) => field === 'deletedReason')
  const words = reason === undefined ? '' : reason.new === '' ? reason.old : reason.new
  return words === '' ? toTrash : `${toTrash}（原因：${words}）`
}

/** What becomes of a record as a whole when this change is taken back; null where only fields change back. */
function undoneWhole({
  kind,
  action,
  fields,
}: Pick<RecordChange, 'kind' | 'action' | 'fields'>): string | null {
  switch (action) {
    case 'added':
      if (trashable.has(kind)) return toTrash
      return kept.has(kind) ? '保留，不变' : '删去'
    case 'removed':
      return '放回原处'
    case 'noted':
    case 'purged':
      return '不变'
    case 'changed': {
      const move = moveOf(fields)
      return move === null ? null : moveText(move === 'trashed' ? 'restored' : 'trashed', fields)
    }
    default:
      return assertNever(action)
  }
}

/** A change in words: what happened to the record as a whole, if anything, and the fields beside it. */
export interface ChangeWords {
  readonly whole: string | null
  readonly fields: readonly FieldChange[]
}

/** What a change did. */
export function doneWords({ action, fields }: Pick<RecordChange, 'action' | 'fields'>): ChangeWords {
  if (action !== 'changed') return { whole: actionLabels[action], fields: [] }
  const move = moveOf(fields)
  if (move === null) return { whole: fields.length === 0 ? actionLabels.changed : null, fields }
  return { whole: moveText(move, fields), fields: fields.filter(({ field }) => !moveFields.has(field)) }
}

/** What taking a change back would do: each field from how it is now to how it was. */
export function undoneWords(change: Pick<RecordChange, 'kind' | 'action' | 'fields'>): ChangeWords {
  const { fields } = doneWords(change)
  return {
    whole: undoneWhole(change) ?? (fields.length === 0 ? '不变' : null),
    fields: fields.map((field) => ({ ...field, old: field.new, new: field.old })),
  }
}

/** Each field as it is now, which is what its latest change left; entries come newest first. */
export function currentTexts(entries: readonly HistoryEntry[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const { fields } of entries) {
    for (const { field, new: text } of fields) if (!texts.has(field)) texts.set(field, text)
  }
  return texts
}

/** Whether what the field held before this change may be put back, and is not there already. */
export function mayPutBack(change: FieldChange, current: ReadonlyMap<string, string>): boolean {
  return change.canPutBack && current.get(change.field) !== change.old
}

/** What putting this field back also writes: where a person is, and how the Party counts him, has days. */
export function putBackNote(
  kind: RecordKind,
  { field, old }: Pick<FieldChange, 'field' | 'old'>,
  today: DateOnly,
): string | null {
  if (kind !== 'member') return null
  const since = `从今天（${formatPartialDate(today)}）起`
  const slip = '刚才改错了的，请不要这样恢复，到操作记录里撤销那一次'
  switch (field) {
    case 'organizationId':
      return `会登记为${since}调到“${old}”，今天以前的经历不变。${slip}；当时就登记错支部的，用“调整支部”里的“更正”。`
    case 'groupId':
      return `会登记为${since}${old === '' ? '不在党小组' : `编入“${old}”`}，今天以前的经历不变。`
    case 'partyStatus':
      return `会登记为${since}党籍状态变为“${old}”，“经历”和人员增减里多出这一次变化。${slip}；有日期和批文的，用“变更党籍状态”。`
    default:
      return null
  }
}
