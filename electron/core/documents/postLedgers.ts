import { postPositionLabels, postWayLabels, termName } from '#shared/labels/posts.ts'
import type { PostPosition, PostWay } from '#shared/domain/posts.ts'
import { formatDots, type PartialDate } from '#shared/lib/dates.ts'
import type { LedgerCell, LedgerColumn, LedgerValues } from './ledger.ts'

export const committeeLedgerTitle = '班子成员名册'
export const contactLedgerTitle = '党组织通讯录'

export interface CommitteePerson {
  readonly organizationName: string
  readonly termNo: number | null
  /** 2021.03—2026.03; empty without a term. */
  readonly termDays: string
  readonly name: string
  readonly gender: string
  readonly birth: PartialDate | null
  readonly education: string
  /** Party age in whole years; null where it does not apply or is not known. */
  readonly partyAgeYears: number | null
  readonly position: PostPosition
  readonly isPartTime: boolean
  readonly isOnePersonTwoPosts: boolean
  readonly fromOn: PartialDate | ''
  readonly howChosen: PostWay | null
  readonly approvedDoc: string | null
  readonly unitDuty: string
  /** As it may be printed. */
  readonly phone: string | null
  /** In the roster, where the facts should be. */
  readonly isMember: boolean
}

const committeeColumns: readonly LedgerColumn[] = [
  { header: '序号', weight: 1, align: 'center' },
  { header: '党组织', weight: 2.9, align: 'left' },
  { header: '届次（起止）', weight: 3.3, align: 'center' },
  { header: '姓名', weight: 1.6, align: 'center' },
  { header: '职务', weight: 1.9, align: 'center' },
  { header: '性别', weight: 0.9, align: 'center' },
  { header: '出生年月', weight: 1.8, align: 'center' },
  { header: '学历', weight: 1.7, align: 'center' },
  { header: '党龄', weight: 1.2, align: 'center' },
  { header: '任职日期', weight: 2.1, align: 'center' },
  { header: '产生方式', weight: 1.8, align: 'center' },
  { header: '批复文号', weight: 2.6, align: 'left' },
  { header: '联系电话', weight: 2.8, align: 'center' },
  { header: '备注', weight: 1.6, align: 'left' },
]

const joined = (parts: readonly string[]) => parts.filter((part) => part !== '').join('，')

function committeeRow(person: CommitteePerson, index: number): readonly LedgerCell[] {
  const gap = (lacks: string): LedgerCell => ({ lacks, of: `${person.organizationName}${person.name}` })
  const { fromOn, howChosen, phone, isMember } = person
  return [
    String(index + 1),
    person.organizationName,
    person.termDays === '' ? '—' : `${termName(person.termNo, true)}${person.termDays}`,
    person.name,
    postPositionLabels[person.position],
    person.gender,
    person.birth === null ? (isMember ? gap('出生年月') : '') : formatDots(person.birth).slice(0, 7),
    // As paper has it: 大学（本科） is 大学.
    person.education.replace(/（.*）/, ''),
    person.partyAgeYears === null ? '—' : `${person.partyAgeYears}年`,
    fromOn === '' ? gap('任职日期') : formatDots(fromOn),
    howChosen === null ? '' : postWayLabels[howChosen],
    person.approvedDoc ?? '',
    phone ?? gap('联系电话'),
    joined([
      person.isOnePersonTwoPosts ? '一肩挑' : '',
      person.isPartTime ? '兼职，不占职数' : '',
      person.unitDuty,
    ]),
  ]
}

type Frame = Omit<LedgerValues, 'title' | 'tables' | 'notes'>

/** 班子成员名册: everybody who holds a post, organisation by organisation. */
export function committeeLedger(people: readonly CommitteePerson[], rest: Frame): LedgerValues {
  return {
    ...rest,
    title: committeeLedgerTitle,
    tables: [
      {
        heading: null,
        columns: committeeColumns,
        rows: people.map(committeeRow),
        empty: '没有登记在任的班子成员。',
      },
    ],
    notes: [
      '按截止日在任的职务列出，一人任几个职务的分行列出；离任的不列。',
      '兼职委员不转组织关系，不占委员职数。',
      '党龄自转正之日起算，预备期不计。',
    ],
  }
}

export interface ContactLine {
  readonly organizationName: string
  readonly secretary: readonly [name: string, phone: string | null] | null
  readonly deputy: readonly [name: string, phone: string | null] | null
  readonly organizer: readonly [name: string, phone: string | null] | null
  readonly contactName: string | null
  readonly contactPhone: string | null
  readonly address: string | null
}

const contactColumns: readonly LedgerColumn[] = [
  { header: '序号', weight: 1, align: 'center' },
  { header: '党组织', weight: 4, align: 'left' },
  { header: '书记', weight: 1.7, align: 'center' },
  { header: '书记电话', weight: 2.5, align: 'center' },
  { header: '副书记', weight: 1.7, align: 'center' },
  { header: '副书记电话', weight: 2.5, align: 'center' },
  { header: '组织委员', weight: 1.7, align: 'center' },
  { header: '组织委员电话', weight: 2.5, align: 'center' },
  { header: '联系人', weight: 1.7, align: 'center' },
  { header: '联系人电话', weight: 2.5, align: 'center' },
]

function contactRow(line: ContactLine, index: number): readonly LedgerCell[] {
  const gap = (lacks: string): LedgerCell => ({ lacks, of: line.organizationName })
  const optional = (person: ContactLine['deputy']): readonly LedgerCell[] =>
    person === null ? ['—', '—'] : [person[0], person[1] ?? gap(`${person[0]}的电话`)]
  const { secretary } = line
  return [
    String(index + 1),
    line.organizationName,
    secretary === null ? gap('书记') : secretary[0],
    secretary === null ? '—' : (secretary[1] ?? gap('书记电话')),
    ...optional(line.deputy),
    ...optional(line.organizer),
    line.contactName ?? '—',
    line.contactPhone ?? '—',
  ]
}

/** 党组织通讯录: whom to call, organisation by organisation. */
export function contactLedger(lines: readonly ContactLine[], rest: Frame): LedgerValues {
  return {
    ...rest,
    title: contactLedgerTitle,
    tables: [{ heading: null, columns: contactColumns, rows: lines.map(contactRow), empty: '没有党组织。' }],
    notes: ['电话取自党员花名册；不在花名册的，取自任职登记。'],
  }
}
