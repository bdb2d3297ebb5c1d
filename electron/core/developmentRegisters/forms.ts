import type { Database, ReadDb, WriteDb } from '#db/database.ts'
import {
  countForms,
  type FormWithFile,
  getForm,
  insertForms,
  knownSerialNos,
  listFormIds,
  readForms,
  type StoredForm,
  updateForm,
} from '#db/queries/applicationForms.ts'
import { getDevelopmentFile } from '#db/queries/developmentFiles.ts'
import { getOrganization } from '#db/queries/organizations.ts'
import type { FormRow } from '#shared/contract/developmentRegisters.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { RouteInput, RouteOutput } from '#shared/contract/routes.ts'
import { formFindings } from '#shared/domain/development/formRules.ts'
import { type FormStatus, formStatuses } from '#shared/domain/development/records.ts'
import { courseStates } from '#shared/domain/development/states.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { formStatusLabels } from '#shared/labels/developmentRecords.ts'
import { type DateOnly, firstDay, isPartialDate, type PartialDate } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import { shownTexts } from '../records/developmentRows.ts'
import { renewDevelopment } from '../records/developmentStatus.ts'
import type { WriteMoment } from '../records/memberStore.ts'
import { momentOf } from '../records/moment.ts'
import { kindOf } from '../records/organizationKind.ts'
import { movePlainToTrash } from '../records/plainTrash.ts'

const dateIn = (text: string | null) => (text !== null && isPartialDate(text) ? text : null)

function rowOf(db: ReadDb, { form, ...known }: FormWithFile, today: DateOnly): FormRow {
  const issuer = getOrganization(db, form.organizationId)
  const { id, version, organizationId, serialNo, status, issuedOn, receivedBy } = form
  const { returnedOn, voidedOn, voidReason, remark } = form
  const row = {
    id,
    version,
    organizationId,
    organizationName: issuer?.shortName ?? '',
    serialNo,
    status,
    file:
      form.fileId === null || known.fileName === null
        ? null
        : { id: form.fileId, name: known.fileName, organizationName: known.branchName ?? '' },
    issuedOn,
    receivedBy,
    returnedOn,
    voidedOn,
    voidReason,
    remark,
    findings: issuer
      ? formFindings(
          {
            status,
            issuer: { ...kindOf(issuer), name: issuer.shortName, hasApprovalRight: issuer.hasApprovalRight },
            issuedOn,
            state: courseStates.find((state) => state === known.state) ?? null,
            preReviewOn: dateIn(known.preReviewOn),
            meetingOn: dateIn(known.meetingOn),
            others: known.others,
          },
          today,
          defaultRuleSettings,
        )
      : [],
  }
  return shownTexts(row, ['receivedBy', 'voidReason', 'remark'], db)
}

export function listForms(
  db: ReadDb,
  { status, text, offset, limit }: RouteInput<'forms.list'>,
  today: DateOnly,
): RouteOutput<'forms.list'> {
  const { ids, total } = listFormIds(db, { status, text }, { offset, limit })
  const known = countForms(db)
  const count = (each: FormStatus) => known.get(each) ?? 0
  return {
    rows: readForms(db, ids).map((form) => rowOf(db, form, today)),
    total,
    counts: {
      stock: count('stock'),
      issued: count('issued'),
      filed: count('filed'),
      returned: count('returned'),
      voided: count('voided'),
    },
  }
}

const runMax = 1000

/** Numbers keep the zeros they were typed with: 0098 to 0101. Throws VALIDATION_FAILED, CONFLICT naming numbers there are. */
export function stockForms(
  db: Database,
  { organizationId, prefix, from, to }: RouteInput<'forms.stock'>,
  ports: Ports,
): { readonly added: number } {
  const organization = getOrganization(db.read, organizationId)
  if (!organization || organization.deletedAt !== null)
    throw new AppError('VALIDATION_FAILED', 'no such committee', {
      fields: { organizationId: '所选党组织已不存在，请重新选择' },
    })
  const count = Number(to) - Number(from) + 1
  if (count < 1)
    throw new AppError('VALIDATION_FAILED', 'run ends before it begins', {
      fields: { to: '止号小于起号，请核对' },
    })
  if (count > runMax)
    throw new AppError('VALIDATION_FAILED', 'run too long', {
      fields: { to: `一次最多登记 ${runMax} 本，现在是 ${count} 本，请分几次登记` },
    })
  const width = Math.max(from.length, to.length)
  const serialNos = Array.from(
    { length: count },
    (_, n) => `${prefix}${String(Number(from) + n).padStart(width, '0')}`,
  )
  const known = knownSerialNos(db.read, organizationId, serialNos)
  if (known.length > 0)
    throw new AppError('CONFLICT', 'serial numbers exist', {
      messageZh: `${known.slice(0, 5).join('、')}${known.length > 5 ? ` 等 ${known.length} 个编号` : ''}已经登记过，没有写入。请核对起止号`,
    })
  const { at, ids } = momentOf(ports)
  db.write((tx) =>
    insertForms(
      tx,
      serialNos.map((serialNo) => ({
        id: ids.next(),
        organizationId,
        serialNo,
        status: 'stock',
        version: 1,
        createdAt: at,
        updatedAt: at,
      })),
    ),
  )
  return { added: serialNos.length }
}

function find(
  db: ReadDb,
  id: string,
  version: number,
  allowed: readonly FormStatus[],
  what: string,
): StoredForm {
  const form = getForm(db, id)
  if (!form)
    throw new AppError('NOT_FOUND', 'no such form', {
      messageZh: '找不到这本志愿书，可能已移入回收站。请刷新列表',
    })
  if (form.version !== version) throw stale()
  if (!allowed.includes(form.status))
    throw new AppError('CONFLICT', `form is ${form.status}`, {
      messageZh: `编号 ${form.serialNo} 的志愿书现在是“${formStatusLabels[form.status]}”，不能${what}`,
    })
  return form
}

function stale(): AppError {
  return new AppError('STALE_WRITE', 'form changed since it was read', {
    messageZh: '这本志愿书的记录刚被修改过，您看到的不是最新的。请刷新核对后再操作',
  })
}

function refuseFuture(field: string, on: PartialDate, today: DateOnly): void {
  if (firstDay(on) > today)
    throw new AppError('VALIDATION_FAILED', `${field} in the future`, {
      fields: { [field]: '日期晚于今天，请核对' },
    })
}

function put(tx: WriteDb, form: StoredForm, set: Partial<StoredForm>, moment: WriteMoment): void {
  if (!updateForm(tx, form, set, moment.at)) throw stale()
  const files = [...new Set([form.fileId, set.fileId])].filter((id) => typeof id === 'string')
  if (files.length > 0) renewDevelopment(tx, files, moment)
}

/** One booklet a person: CONFLICT names the one that is out. Early and unentitled issues are recorded, and found by the rules. */
export function issueForm(
  db: Database,
  { id, version, fileId, issuedOn, receivedBy }: RouteInput<'forms.issue'>,
  ports: Ports,
): void {
  const moment = momentOf(ports)
  const form = find(db.read, id, version, ['stock', 'returned'], '发放')
  const on = partial(issuedOn)
  refuseFuture('issuedOn', on, moment.today)
  const file = getDevelopmentFile(db.read, fileId)
  if (!file || file.deletedAt !== null)
    throw new AppError('VALIDATION_FAILED', 'no such file', {
      fields: { fileId: '找不到这份发展党员档案，请重新选择' },
    })
  db.write((tx) =>
    put(
      tx,
      form,
      { status: 'issued', fileId, issuedOn: on, receivedBy: receivedBy ?? file.name, returnedOn: null },
      moment,
    ),
  )
}

function partial(text: string): PartialDate {
  if (!isPartialDate(text)) throw new Error('a date that the contract let through')
  return text
}

export function takeFormBack(
  db: Database,
  { id, version, returnedOn, isFiled, remark }: RouteInput<'forms.takeBack'>,
  ports: Ports,
): void {
  const moment = momentOf(ports)
  const form = find(db.read, id, version, ['issued'], '收回')
  const on = partial(returnedOn)
  refuseFuture('returnedOn', on, moment.today)
  if (form.issuedOn !== null && firstDay(on) < firstDay(form.issuedOn))
    throw new AppError('VALIDATION_FAILED', 'returned before issued', {
      fields: { returnedOn: '收回日期早于领用日期，请核对' },
    })
  db.write((tx) =>
    put(
      tx,
      form,
      { status: isFiled ? 'filed' : 'returned', returnedOn: on, remark: remark ?? form.remark },
      moment,
    ),
  )
}

export function voidForm(
  db: Database,
  { id, version, voidedOn, reason }: RouteInput<'forms.void'>,
  ports: Ports,
): void {
  const moment = momentOf(ports)
  const form = find(db.read, id, version, ['stock', 'issued', 'returned'], '作废')
  const on = partial(voidedOn)
  refuseFuture('voidedOn', on, moment.today)
  db.write((tx) => put(tx, form, { status: 'voided', voidedOn: on, voidReason: reason }, moment))
}

export function trashForm(
  db: Database,
  { id, version, reason }: RouteInput<'forms.trash'>,
  ports: Ports,
): void {
  const moment = momentOf(ports)
  const form = find(db.read, id, version, formStatuses, '删除')
  db.write((tx) => {
    movePlainToTrash(tx, 'applicationForm', { id, version }, reason, moment)
    if (form.fileId !== null) renewDevelopment(tx, [form.fileId], moment)
  })
}
