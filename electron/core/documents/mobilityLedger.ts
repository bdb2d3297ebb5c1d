import type { MobilityContact, MobilityDetail } from '#shared/contract/mobility.ts'
import {
  contactWayLabels,
  feePlaceLabels,
  inflowStatusLabels,
  mobilityKindLabels,
  mobilityReasonLabels,
  mobilityStatusLabels,
} from '#shared/labels/mobility.ts'
import { codeName } from '#shared/labels/codeTables.ts'
import { formatDots, type PartialDate } from '#shared/lib/dates.ts'
import type { LedgerCell, LedgerColumn, LedgerValues } from './ledger.ts'

export const outflowLedgerTitle = '流出党员台账'
export const inflowLedgerTitle = '流入党员台账'

/** A line of a book: the record, and what the roster (of an inflow the record itself) says of the person. */
export interface MobilityPerson {
  readonly detail: MobilityDetail
  readonly gender: string
  readonly idNo: string | null
  readonly phone: string | null
}

type Frame = Omit<LedgerValues, 'title' | 'tables' | 'notes'>

/** Contacts printed of one person: the latest; the count tells of the rest. */
const shownContacts = 3

const date = (on: PartialDate | null) => (on === null ? '' : formatDots(on))

const joined = (parts: readonly (string | null)[], between = '，') =>
  parts.filter((part) => part !== null && part !== '').join(between)

function personTypeOf({ detail }: MobilityPerson): string {
  return (codeName('personType', detail.personType ?? '') ?? '').replace(/党员$/, '')
}

function contactText({ contactedOn, way, isReached, contactPerson, content }: MobilityContact): string {
  const what = isReached ? joined([contactPerson, content]) : '未联系上'
  return `${formatDots(contactedOn)}${contactWayLabels[way]}${what === '' ? '' : `：${what}`}`
}

/** Newest first, as the record has them. */
function contactsText({ contacts }: MobilityDetail): string {
  if (contacts.length === 0) return '没有联系记录'
  const lines = contacts.slice(0, shownContacts).map(contactText)
  return contacts.length > shownContacts ? `${lines.join('；')}；共${contacts.length}次` : lines.join('；')
}

function evaluation({ fields }: MobilityDetail): string {
  const where = fields.evalPlace === null ? null : `在${feePlaceLabels[fields.evalPlace]}`
  const told = fields.evalNotifiedOn === null ? null : `${formatDots(fields.evalNotifiedOn)}已通报`
  return joined([where, fields.evalResult, told])
}

/** Whom the roster does not have is printed, and said to be so. A space before a day lets it stand on a line of its own. */
function endText({ status, direction, memberId, endedOn, endedReason }: MobilityDetail): string {
  const labels = direction === 'LC' ? mobilityStatusLabels : inflowStatusLabels
  const unlinked = direction === 'LC' && memberId === null ? '未入花名册' : null
  return joined([joined([labels[status], date(endedOn)], ' '), endedReason, unlinked])
}

function certificate({ fields }: MobilityDetail): string {
  const until = fields.certExpiresOn === null ? null : `${formatDots(fields.certExpiresOn)}到期`
  return joined([fields.certNo, until], ' ')
}

/** Millimetres of the 225 of the line. */
const outflowColumns: readonly LedgerColumn[] = [
  { header: '序号', weight: 6, align: 'center' },
  { header: '姓名', weight: 12, align: 'center' },
  { header: '性别、类别', weight: 9, align: 'center' },
  { header: '公民身份号码', weight: 18.5, align: 'center' },
  { header: '所在党支部', weight: 18, align: 'left' },
  { header: '外出日期', weight: 18.5, align: 'center' },
  { header: '原因、类型', weight: 13, align: 'center' },
  { header: '去向、单位、流入地党组织', weight: 22.5, align: 'left' },
  { header: '联系电话', weight: 20, align: 'center' },
  { header: '活动证、党费交纳地', weight: 18.5, align: 'center' },
  { header: '联系记录（最近3次）', weight: 35, align: 'left' },
  { header: '年度汇报、民主评议', weight: 15.5, align: 'center' },
  { header: '状态', weight: 18.5, align: 'center' },
]

function outflowRow(person: MobilityPerson, index: number): readonly LedgerCell[] {
  const { detail, gender, idNo, phone } = person
  const { fields, name } = detail
  const kind = fields.kind === null ? null : mobilityKindLabels[fields.kind]
  const reason = fields.reason === null ? null : mobilityReasonLabels[fields.reason]
  const there = joined([fields.destOrg, fields.destContact])
  const where = joined([detail.placeText, fields.unit, there])
  const dues = fields.feePlace === null ? null : `党费在${feePlaceLabels[fields.feePlace]}`
  const report = fields.annualReportOn === null ? null : `${formatDots(fields.annualReportOn)}汇报`
  const gap = (text: string, lacks: string): LedgerCell => (text === '' ? { lacks, of: name } : text)
  return [
    String(index + 1),
    name,
    joined([gender, personTypeOf(person)], '、'),
    gap(idNo ?? '', '公民身份号码'),
    detail.organizationName,
    gap(date(fields.outOn), '外出日期'),
    joined([reason, kind], '、'),
    gap(where, '去向'),
    gap(phone ?? '', '联系电话'),
    joined([certificate(detail), dues]),
    contactsText(detail),
    joined([report, evaluation(detail)]),
    endText(detail),
  ]
}

const inflowColumns: readonly LedgerColumn[] = [
  { header: '序号', weight: 6, align: 'center' },
  { header: '姓名', weight: 12, align: 'center' },
  { header: '性别、类别', weight: 9, align: 'center' },
  { header: '公民身份号码', weight: 18.5, align: 'center' },
  { header: '负责联系的党组织', weight: 18, align: 'left' },
  { header: '流入日期', weight: 18.5, align: 'center' },
  { header: '报到日期', weight: 18.5, align: 'center' },
  { header: '流出地党组织、联系人', weight: 22.5, align: 'left' },
  { header: '现住址、单位', weight: 18, align: 'left' },
  { header: '联系电话', weight: 20, align: 'center' },
  { header: '联系记录（最近3次）', weight: 30.5, align: 'left' },
  { header: '活动证、民主评议', weight: 15, align: 'center' },
  { header: '状态', weight: 18.5, align: 'center' },
]

function inflowRow(person: MobilityPerson, index: number): readonly LedgerCell[] {
  const { detail, gender, idNo, phone } = person
  const { fields, name } = detail
  const gap = (text: string, lacks: string): LedgerCell => (text === '' ? { lacks, of: name } : text)
  return [
    String(index + 1),
    name,
    joined([gender, personTypeOf(person)], '、'),
    gap(idNo ?? '', '公民身份号码'),
    detail.organizationName,
    gap(date(fields.outOn), '流入日期'),
    fields.reportedOn === null ? '未报到' : date(fields.reportedOn),
    gap(joined([fields.origOrg, fields.origContact]), '流出地党组织'),
    joined([detail.placeText, fields.unit]),
    gap(phone ?? '', '联系电话'),
    contactsText(detail),
    joined([certificate(detail), evaluation(detail)]),
    endText(detail),
  ]
}

/** Nothing when the roster has everybody. */
export function unlinkedNote(people: readonly MobilityPerson[]): readonly string[] {
  const unlinked = people.filter(({ detail }) => detail.direction === 'LC' && detail.memberId === null)
  return unlinked.length === 0
    ? []
    : [
        `其中注明“未入花名册”的${unlinked.length}人不在花名册中，请核对后补录；补录之前不计入党员总数和各项人数。`,
      ]
}

/** 流出: membership here, the person elsewhere. */
export function outflowLedger(people: readonly MobilityPerson[], frame: Frame): LedgerValues {
  return {
    ...frame,
    title: outflowLedgerTitle,
    tables: [
      { heading: null, columns: outflowColumns, rows: people.map(outflowRow), empty: '没有流出党员。' },
    ],
    notes: [
      ...unlinkedNote(people),
      '流出党员组织关系在本党组织，计入党员总数；表决权、选举权和被选举权在正式组织关系所在的党支部行使（待核）。',
      '联系记录按时间倒序列最近3次，末尾为累计次数；没有接通的联系注明“未联系上”。',
    ],
  }
}

/** 流入: the person here, membership elsewhere. */
export function inflowLedger(people: readonly MobilityPerson[], frame: Frame): LedgerValues {
  return {
    ...frame,
    title: inflowLedgerTitle,
    tables: [{ heading: null, columns: inflowColumns, rows: people.map(inflowRow), empty: '没有流入党员。' }],
    notes: [
      '流入党员组织关系在流出地，只作服务管理，不计入本党组织党员总数。',
      '民主评议在本地进行的，结果应通报流出地党组织。',
    ],
  }
}
