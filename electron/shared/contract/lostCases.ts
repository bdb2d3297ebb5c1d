import { z } from 'zod'
import type { Finding } from '../domain/finding.ts'
import {
  lostResults,
  lostStages,
  type LostResult,
  type LostStage,
  type LostStatus,
  lostWays,
  type LostWay,
} from '../domain/lostCases.ts'
import type { DateOnly, Instant, PartialDate } from '../lib/dates.ts'
import { plainText } from '../lib/text.ts'
import { dateOnlySchema, partialDateSchema } from './dates.ts'
import { command, query } from './define.ts'

export interface LostCaseFields {
  readonly since: PartialDate | null
  readonly stopOn: PartialDate | null
  readonly stopMeeting: string | null
  readonly stopApprovedBy: string | null
  readonly stopDoc: string | null
  readonly restoreAppliedOn: DateOnly | null
  readonly restoreDiscussedOn: DateOnly | null
  readonly restoreApprovedOn: DateOnly | null
  readonly restoreApprovedBy: string | null
  readonly restoreDoc: string | null
  readonly endedOn: DateOnly | null
  readonly endedMeeting: string | null
  readonly endedApprovedBy: string | null
  readonly endedDoc: string | null
  readonly foundOn: DateOnly | null
  readonly remark: string | null
}

export interface LostCaseRow {
  readonly id: string
  readonly version: number
  readonly memberId: string
  readonly memberName: string
  readonly personType: string
  readonly partyStatus: string
  readonly organizationId: string
  readonly organizationName: string
  readonly status: LostStatus
  readonly stage: LostStage
  readonly fields: LostCaseFields
  /** 满 6 月日 and 停止党籍满 2 年日, derived; null where a date is missing or the step was never taken. */
  readonly sixMonthsOn: DateOnly | null
  readonly twoYearsOn: DateOnly | null
  readonly ways: number
  readonly rounds: number
  readonly lastTriedOn: DateOnly | null
  readonly findings: readonly Finding[]
}

export interface LostAttempt {
  readonly id: string
  readonly version: number
  readonly round: number
  readonly triedOn: DateOnly
  readonly way: LostWay
  readonly result: LostResult
  readonly byWhom: string | null
  readonly content: string | null
}

export interface LostCaseDetail extends LostCaseRow {
  /** Newest first. */
  readonly attempts: readonly LostAttempt[]
  /** 预备党员 end in 取消预备党员资格, 正式党员 in 停止党籍. */
  readonly endsIn: 'stop' | 'revoke'
  readonly createdAt: Instant
  readonly updatedAt: Instant
}

/** Marked 失联 in the roster while no case is open. */
export interface UnregisteredLost {
  readonly memberId: string
  readonly memberName: string
  readonly organizationName: string
  readonly lostSince: PartialDate | null
}

const id = z.string().min(1).max(64)
const version = z.int().min(1)
const text = (max: number) => z.string().overwrite(plainText).max(max, `最多 ${max} 个字`).nullable()
const target = { id, version }
const day = dateOnlySchema.nullable()

export const lostListInput = z.strictObject({
  /** Subtree; null for everything in reach. */
  organizationId: id.nullable(),
  stage: z.enum(lostStages).nullable(),
  /** Part of a name. */
  text: z.string().overwrite(plainText).max(50).nullable(),
  offset: z.int().min(0),
  limit: z.int().min(1).max(200),
})

export const attemptInput = z.strictObject({
  round: z.int().min(1, '轮次从 1 起').max(99, '轮次最多 99'),
  triedOn: dateOnlySchema,
  way: z.enum(lostWays, '请选择查找方式'),
  result: z.enum(lostResults, '请选择结果'),
  byWhom: text(50),
  content: text(500),
})

export const decisionInput = z.strictObject({
  ...target,
  on: dateOnlySchema,
  meeting: text(100),
  approvedBy: text(100),
  doc: text(100),
})

export const restoreInput = z.strictObject({
  ...target,
  appliedOn: day,
  discussedOn: day,
  approvedOn: dateOnlySchema,
  approvedBy: text(100),
  doc: text(100),
})

export const foundInput = z.strictObject({ ...target, on: dateOnlySchema, remark: text(500) })

export const lostCasesRoutes = {
  /** What is due soonest first. */
  'lost.list': query(lostListInput, 'member.read').output<{
    readonly rows: readonly LostCaseRow[]
    readonly total: number
    /** Of the same organisation and text, whatever the stage. */
    readonly stages: Readonly<Record<LostStage, number>>
  }>(),
  'lost.unregistered': query(
    z.strictObject({ organizationId: id.nullable(), limit: z.int().min(1).max(200) }),
    'member.read',
  ).output<{ readonly rows: readonly UnregisteredLost[]; readonly total: number }>(),
  'lost.get': query(z.strictObject({ id }), 'member.read').output<LostCaseDetail>(),
  /** Every case of one member, oldest first. */
  'lost.ofMember': query(z.strictObject({ memberId: id }), 'member.read').output<{
    readonly cases: readonly LostCaseDetail[]
  }>(),
  /** Marks the member as lost, too. CONFLICT while a case is open, or when the member is one no more. */
  'lost.open': command(
    z.strictObject({ memberId: id, since: partialDateSchema.nullable(), remark: text(500) }),
    'member.write',
  ).output<LostCaseDetail>(),
  'lost.update': command(
    z.strictObject({ ...target, since: partialDateSchema.nullable(), remark: text(500) }),
    'member.write',
  ).output<LostCaseDetail>(),
  'lost.addAttempt': command(
    z.strictObject({ caseId: id, fields: attemptInput }),
    'member.write',
  ).output<LostCaseDetail>(),
  'lost.updateAttempt': command(
    z.strictObject({ ...target, fields: attemptInput }),
    'member.write',
  ).output<LostCaseDetail>(),
  'lost.removeAttempt': command(z.strictObject(target), 'member.write').output<LostCaseDetail>(),
  /** 停止党籍, as decided by a meeting: changes the member's status in the same write. */
  'lost.stop': command(decisionInput, 'member.write').output<LostCaseDetail>(),
  /** 恢复党籍. */
  'lost.restore': command(restoreInput, 'member.write').output<LostCaseDetail>(),
  /** 按自行脱党除名, after 停止党籍. */
  'lost.expel': command(decisionInput, 'member.write').output<LostCaseDetail>(),
  /** 取消预备党员资格. */
  'lost.revoke': command(decisionInput, 'member.write').output<LostCaseDetail>(),
  /** Somebody was reached: ends the search; under 停止党籍 only the day is kept, restoring is a decision of its own. */
  'lost.found': command(foundInput, 'member.write').output<LostCaseDetail>(),
  /** Entered by mistake. The member's own record stays as it is. */
  'lost.trash': command(
    z.strictObject({
      ...target,
      reason: z.string().overwrite(plainText).min(1, '请填写删除原因').max(200, '最多 200 个字'),
    }),
    'member.write',
  ).output<null>(),
}
