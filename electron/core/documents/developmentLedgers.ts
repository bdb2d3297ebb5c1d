import type { Database } from '#db/database.ts'
import { type FormWithFile, listFormIds, readForms } from '#db/queries/applicationForms.ts'
import { organizationNames } from '#db/queries/organizations.ts'
import {
  getTrainingClass,
  listTrainingPlaces,
  type StoredTrainingClass,
  type TrainingPlaceRow,
} from '#db/queries/trainingClasses.ts'
import type { SignedInAccount } from '#shared/contract/accounts.ts'
import type { ExportedDocument } from '#shared/contract/documents.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { FormStatus } from '#shared/domain/development/records.ts'
import { anyReader, maskFreeText } from '#shared/domain/memberMasks.ts'
import { formStatusLabels, trainingKindLabels } from '#shared/labels/developmentRecords.ts'
import { formatDots, formatPartialDate, type PartialDate } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import type { LedgerCell, LedgerTable } from './ledger.ts'
import { type Asked, exportLedger } from './ledgerExport.ts'

const dots = (date: PartialDate | null) => (date === null ? '' : formatDots(date))
const words = (text: string | null) => (text === null ? '' : maskFreeText(text, anyReader))

function formRows(
  forms: readonly FormWithFile[],
  names: ReadonlyMap<string, string>,
): readonly (readonly LedgerCell[])[] {
  return forms.map(({ form, fileName, branchName }, index) => {
    const isOut = form.status === 'issued' || form.status === 'filed' || form.status === 'returned'
    const asked = (text: string | null, lacks: string): LedgerCell =>
      isOut && (text === null || text === '') ? { lacks, of: form.serialNo } : (text ?? '')
    const voided = form.status === 'voided' ? [dots(form.voidedOn), words(form.voidReason)] : []
    return [
      String(index + 1),
      form.serialNo,
      formStatusLabels[form.status],
      names.get(form.organizationId) ?? '',
      asked(dots(form.issuedOn), '发放日期'),
      asked(words(form.receivedBy), '领用人'),
      // Whoever moved out of reach since is known, but not to this reader.
      form.fileId === null ? asked(null, '填写人') : (fileName ?? ''),
      branchName ?? '',
      dots(form.returnedOn),
      [...voided, words(form.remark)].filter((each) => each !== '').join('，'),
    ]
  })
}

const everything = 1_000_000

/** 《入党志愿书》登记簿 (DEV-53): every numbered booklet of the committee. */
export function exportForms(
  db: Database,
  { status, format }: { readonly status: FormStatus | null; readonly format: Asked['format'] },
  account: SignedInAccount,
  ports: Ports,
): Promise<ExportedDocument> {
  const { ids } = listFormIds(db.read, { status, text: null }, { offset: 0, limit: everything })
  const rows = formRows(readForms(db.read, ids), organizationNames(db.read))
  const column = (header: string, weight: number, align: 'center' | 'left' = 'center') => ({
    header,
    weight,
    align,
  })
  const table: LedgerTable = {
    heading: null,
    columns: [
      column('序号', 4),
      column('编号', 10),
      column('状态', 6),
      column('发放的党委', 13),
      column('发放日期', 9),
      column('领用人', 8),
      column('填写人', 8),
      column('所在党支部', 13),
      column('收回日期', 9),
      column('作废、备注', 15, 'left'),
    ],
    rows,
    empty: '还没有登记入党志愿书。',
  }
  return exportLedger(db, { organizationId: null, format }, account, ports, (frame) => ({
    ...frame,
    title: '入党志愿书登记簿',
    tables: [table],
    notes: ['《入党志愿书》由有审批权限的党委编号、发放、登记和收回。'],
  }))
}

const result = (isPassed: boolean | null): string => (isPassed === null ? '' : isPassed ? '合格' : '不合格')

function placeTable(places: readonly TrainingPlaceRow[]): LedgerTable {
  return {
    heading: null,
    columns: ['序号', '姓名', '所在党支部', '学时', '成绩', '结果', '结业证号'].map((header, index) => ({
      header,
      weight: [1, 3, 6, 2, 2, 2, 5][index] ?? 1,
      align: 'center',
    })),
    rows: places.map(({ name, branchName, hours, score, isPassed, certNo }, index) => [
      String(index + 1),
      name,
      branchName,
      hours === null ? { lacks: '学时', of: name } : String(hours),
      words(score),
      isPassed === null ? { lacks: '培训结果', of: name } : result(isPassed),
      isPassed === true && certNo === null ? { lacks: '结业证号', of: name } : words(certNo),
    ]),
    empty: '这个培训班还没有登记学员。',
  }
}

function classNotes({ name, fromOn, toOn, days, hours, place }: StoredTrainingClass): readonly string[] {
  const length = [...(days === null ? [] : [`${days}天`]), ...(hours === null ? [] : [`${hours}学时`])].join(
    '、',
  )
  return [
    `班次：${words(name)}，${formatPartialDate(fromOn)}至${formatPartialDate(toOn)}${length === '' ? '' : `，${length}`}。`,
    ...(place === null ? [] : [`地点：${words(place)}。`]),
  ]
}

/** 培训名册 of one class. Throws NOT_FOUND. */
export function exportTraining(
  db: Database,
  { classId, format }: { readonly classId: string; readonly format: Asked['format'] },
  account: SignedInAccount,
  ports: Ports,
): Promise<ExportedDocument> {
  const held = getTrainingClass(db.read, classId)
  if (!held)
    throw new AppError('NOT_FOUND', 'no such training class', {
      messageZh: '找不到这个培训班，它可能已被删除，请刷新列表',
    })
  const table = placeTable(listTrainingPlaces(db.read, classId))
  return exportLedger(db, { organizationId: held.organizationId, format }, account, ports, (frame) => ({
    ...frame,
    title: `${trainingKindLabels[held.kind]}名册`,
    tables: [table],
    notes: classNotes(held),
  }))
}
