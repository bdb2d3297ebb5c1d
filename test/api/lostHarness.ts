import type { EnterpriseFields } from '#shared/contract/enterprises.ts'
import type { RouteInput } from '#shared/contract/routes.ts'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'
import { creditCheckSign } from '#shared/lib/creditCode.ts'
import { aMember, anOffice } from './samples.ts'
import type { Caller } from './testCore.ts'

export function anAttempt(
  fields: Partial<RouteInput<'lost.addAttempt'>['fields']> = {},
): RouteInput<'lost.addAttempt'>['fields'] {
  return {
    round: 1,
    triedOn: dateOnly('2026-10-08'),
    way: 'phone',
    result: 'none',
    byWhom: '李干事',
    content: '电话停机',
    ...fields,
  }
}

/** What a meeting decided and who approved it. */
export function aDecision(on: string) {
  return {
    on: dateOnly(on),
    meeting: '支部党员大会',
    approvedBy: '区委组织部',
    doc: '区组〔2026〕5号',
  } as const
}

/** A valid invented 统一社会信用代码. */
export function aCreditCode(order: number): string {
  const first17 = `91310104MA${String(order).padStart(7, '0')}`
  return first17 + creditCheckSign(first17)
}

/** A sound unit with a branch of its own. */
export function anEnterprise(
  organizationId: string,
  fields: Partial<EnterpriseFields> = {},
): EnterpriseFields {
  return {
    name: '东环软件有限公司',
    creditCode: aCreditCode(1),
    kind: 'FG',
    industry: '软件和信息技术',
    address: '东环路1号',
    department: '区委社会工作部',
    isAboveScale: true,
    staff: 120,
    fullMembers: 5,
    probationaryMembers: 1,
    membersHere: 4,
    hiddenMembers: 0,
    activists: 2,
    coverForm: 'own',
    organizationId,
    instructor: '周指导',
    liaison: null,
    hasUnion: true,
    hasYouth: false,
    hasWomen: null,
    isHeadMember: false,
    contactName: '钱经理',
    contactPhone: '13800000001',
    visitedOn: partialDate('2026-09'),
    remark: null,
    ...fields,
  }
}

interface Of {
  readonly stem: string
  readonly branchId: string
  readonly memberId: string
  /** Tells the numbers of the communities apart. */
  readonly order: number
}

/** A case of 失联 with one attempt, and a unit; every text in them begins with the community's name. */
export async function addLostAndEnterprise({ call }: Caller, { stem, branchId, memberId, order }: Of) {
  const lost = await call('lost.open', {
    memberId,
    since: partialDate('2025-03-01'),
    remark: `${stem}搬家后无音讯`,
  })
  const { attempts } = await call('lost.addAttempt', {
    caseId: lost.id,
    fields: anAttempt({ byWhom: `${stem}干事`, content: `${stem}电话停机` }),
  })
  const unit = anEnterprise(branchId, {
    name: `${stem}软件有限公司`,
    creditCode: aCreditCode(order),
    address: `${stem}路1号`,
    contactPhone: `1350000${String(order).padStart(4, '0')}`,
    instructor: `${stem}指导员`,
  })
  const { id: enterpriseId } = await call('enterprises.create', { fields: unit })
  return { lostCaseId: lost.id, attemptId: attempts[0]?.id ?? '', enterpriseId }
}

/** 王小明 of the first branch, lost since 2025-11-01: six months are over since 2026-05-01; today is 2026-11-21. */
export async function aLostMember(fields: object = {}) {
  const office = await anOffice()
  const { id: memberId } = await office.call('members.create', {
    fields: aMember({ organizationId: office.branchId, ...fields }),
  })
  const opened = await office.call('lost.open', {
    memberId,
    since: partialDate('2025-11-01'),
    remark: null,
  })
  return { ...office, memberId, opened }
}
