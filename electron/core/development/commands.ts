import type { Database, ReadDb } from '#db/database.ts'
import {
  type DevelopmentFileColumns,
  getDevelopmentFile,
  type StoredDevelopmentFile,
} from '#db/queries/developmentFiles.ts'
import { insertDevelopmentStep } from '#db/queries/developmentPartWrites.ts'
import type { developmentRoutes } from '#shared/contract/development.ts'
import type { DevelopmentFields } from '#shared/contract/developmentInputs.ts'
import { unfilledStep } from '#shared/contract/unfilledDevelopment.ts'
import { applicationRefusals } from '#shared/domain/development/activistRules.ts'
import { checkIdNo } from '#shared/lib/idNumber.ts'
import type { z } from 'zod'
import type { Ports } from '../ports.ts'
import { developmentContext } from '../records/developmentReading.ts'
import { followFile } from '../records/developmentRoster.ts'
import { renewDevelopment } from '../records/developmentStatus.ts'
import {
  addDevelopmentFile,
  changeDevelopmentFile,
  openFileSentence,
  otherOpenFile,
} from '../records/developmentStore.ts'
import type { WriteMoment } from '../records/memberStore.ts'
import { momentOf } from '../records/moment.ts'
import { movePlainToTrash } from '../records/plainTrash.ts'
import {
  conflict,
  notFound,
  notInFuture,
  readWhole,
  refuse,
  refused,
  requireBranch,
  standing,
  type Versioned,
} from './checks.ts'
import { sponsorsOf } from './steps.ts'

const days = ['birthDate', 'resolutionOn', 'arrivalLeftOn', 'arrivalOn'] as const

/** Only what contradicts itself is refused; whatever else is odd becomes a finding. */
function checkFields(
  db: ReadDb,
  fields: Partial<DevelopmentFields>,
  id: string | null,
  { today }: WriteMoment,
): void {
  notInFuture(today, Object.fromEntries(days.map((key) => [key, fields[key]])))
  if (fields.organizationId !== undefined) requireBranch(db, fields.organizationId, 'organizationId')
  if (fields.phone?.includes('*') === true) throw refuse({ phone: '电话中有星号，请填写完整的号码' })
  const idNo = fields.idNo ?? null
  if (idNo === null) return
  const checked = checkIdNo(idNo, today)
  if (!checked.ok) throw refuse({ idNo: `${checked.messageZh}。号码暂时核不准的请先留空，在备注写明` })
  const other = otherOpenFile(db, { id, idNo })
  if (other) throw conflict('person has an open file', openFileSentence(db, other))
}

/** What an ID number says where nothing else was written. */
function fromIdNo(
  { idNo, gender, birthDate }: Pick<DevelopmentFields, 'idNo' | 'gender' | 'birthDate'>,
  { today }: WriteMoment,
): Pick<DevelopmentFields, 'gender' | 'birthDate'> {
  const checked = idNo === null ? null : checkIdNo(idNo, today)
  return checked?.ok === true
    ? { gender: gender ?? checked.gender, birthDate: birthDate ?? checked.birthDate }
    : { gender, birthDate }
}

/** A file begins with 步骤 1, where its day is known. Answers its id. Throws CONFLICT for a second open file, or DEV-01 without a reason. */
export function createFile(
  db: Database,
  {
    fields,
    appliedOn,
    overrideReason = null,
  }: z.output<(typeof developmentRoutes)['development.create']['input']>,
  ports: Ports,
): string {
  const moment = momentOf(ports)
  notInFuture(moment.today, { appliedOn })
  checkFields(db.read, fields, null, moment)
  const known = fromIdNo(fields, moment)
  const context = developmentContext(db.read, moment.today)
  const refusals = applicationRefusals(known.birthDate, appliedOn, context.settings)
  if (refusals.length > 0 && overrideReason === null) throw refused(refusals)
  const id = ports.ids.next()
  db.write((tx) => {
    addDevelopmentFile(tx, { ...fields, ...known, id, memberId: null }, moment)
    if (appliedOn !== null)
      insertDevelopmentStep(tx, {
        ...unfilledStep,
        id: ports.ids.next(),
        fileId: id,
        milestone: 'appliedOn',
        doneOn: appliedOn,
        overrideReason: refusals.length > 0 ? overrideReason : null,
      })
    renewDevelopment(tx, [id], moment)
  })
  return id
}

/** The fields among `fields` that say something else than the file does. */
function changed(
  file: StoredDevelopmentFile,
  fields: Partial<DevelopmentFields>,
): Partial<DevelopmentFields> {
  const before = new Map<string, unknown>(Object.entries(file))
  return Object.fromEntries(Object.entries(fields).filter(([key, value]) => before.get(key) !== value))
}

/** Name, number and branch of somebody in the roster are the roster's: they are changed there, and the file follows. */
function refuseRosterFields(changes: Partial<DevelopmentFields>): void {
  const problems = {
    ...(changes.name === undefined ? {} : { name: '已在花名册，姓名请到花名册更正，档案会随之改变' }),
    ...(changes.idNo === undefined ? {} : { idNo: '已在花名册，身份证号请到花名册更正，档案会随之改变' }),
    ...(changes.organizationId === undefined
      ? {}
      : { organizationId: '已在花名册，请登记“转移”，或到花名册调整支部，档案会随之改变' }),
  }
  if (Object.keys(problems).length > 0) throw refuse(problems)
}

/** Throws STALE_WRITE, VALIDATION_FAILED by field, CONFLICT for a number that is another open file's. */
export function updateFile(
  db: Database,
  { id, version, fields }: Versioned & { readonly fields: Partial<DevelopmentFields> },
  ports: Ports,
): void {
  const moment = momentOf(ports)
  const whole = readWhole(db.read, { id, version })
  const { file, course, parts } = whole
  const changes = changed(file, fields)
  if (Object.keys(changes).length === 0) return
  checkFields(db.read, changes, id, moment)
  if (file.memberId !== null) refuseRosterFields(changes)
  const { settings } = developmentContext(db.read, moment.today)
  db.write((tx) => {
    const set: DevelopmentFileColumns = changes
    // Approved without a number as history: with the number the person enters the roster.
    const after = { ...file, ...changes }
    const isHistory = standing(parts.steps).some(
      ({ milestone, overrideReason }) => milestone === 'approvedOn' && overrideReason !== null,
    )
    const memberId =
      file.memberId !== null || changes.idNo === undefined || changes.idNo === null
        ? file.memberId
        : followFile(
            tx,
            {
              file: after,
              before: course,
              after: course,
              sponsors: sponsorsOf(tx, id),
              groupId: null,
              docNo: null,
              isHistory,
              isLate: true,
            },
            settings,
            moment,
          )
    changeDevelopmentFile(tx, file, memberId === file.memberId ? set : { ...set, memberId }, moment)
    renewDevelopment(tx, [id], moment)
  })
}

/** The roster keeps whoever came into it by this file. */
export function trashFile(
  db: Database,
  { id, version, reason }: Versioned & { readonly reason: string },
  ports: Ports,
): void {
  readWhole(db.read, { id, version })
  db.write((tx) => movePlainToTrash(tx, 'developmentFile', { id, version }, reason, momentOf(ports)))
}

/** The full numbers of one file. Whose number it is is the log's to know. */
export function revealFile(
  db: Database,
  id: string,
): { readonly idNo: string | null; readonly phone: string | null } {
  const file = getDevelopmentFile(db.read, id)
  if (!file) throw notFound()
  db.write((tx) =>
    tx.audit.note({
      kind: 'developmentFile',
      recordId: id,
      name: file.name,
      organizationId: file.organizationId,
    }),
  )
  return { idNo: file.idNo, phone: file.phone }
}
