import { z } from 'zod'
import type { Ratio } from '../domain/counting.ts'
import { type CoverageKey, coverageKeys } from '../domain/enterpriseCoverage.ts'
import { coverForms, enterpriseKinds } from '../domain/enterprises.ts'
import type { Severity } from '../domain/finding.ts'
import { normaliseCreditCode } from '../lib/creditCode.ts'
import type { Instant } from '../lib/dates.ts'
import { plainText } from '../lib/text.ts'
import { partialDateSchema } from './dates.ts'
import { command, query } from './define.ts'
import type { AnsweredFinding } from './findings.ts'

const id = z.string().min(1).max(64)
const version = z.int().min(1)
const text = (max: number) => z.string().overwrite(plainText).max(max, `最多 ${max} 个字`).nullable()
const flag = z.boolean().nullable()
const count = z.int('请填写整数').min(0, '不能小于 0').max(1_000_000, '数字太大，请核对').nullable()

export const enterpriseInput = z.strictObject({
  name: z.string().overwrite(plainText).min(1, '请填写单位名称').max(100, '最多 100 个字'),
  creditCode: z.string().overwrite(normaliseCreditCode).max(30, '最多 30 个字').nullable(),
  kind: z.enum(enterpriseKinds, '请选择类型'),
  industry: text(50),
  address: text(200),
  department: text(50),
  isAboveScale: flag,
  staff: count,
  fullMembers: count,
  probationaryMembers: count,
  membersHere: count,
  hiddenMembers: count,
  activists: count,
  coverForm: z.enum(coverForms, '请选择党组织形式'),
  organizationId: z.string().min(1, '请选择所属党组织').max(64),
  instructor: text(50),
  liaison: text(50),
  hasUnion: flag,
  hasYouth: flag,
  hasWomen: flag,
  isHeadMember: flag,
  contactName: text(50),
  contactPhone: text(30),
  visitedOn: partialDateSchema.nullable(),
  remark: text(500),
})

/** What the rules look at, as far as it is filled in. */
export const enterpriseFactsInput = enterpriseInput
  .pick({
    creditCode: true,
    department: true,
    staff: true,
    fullMembers: true,
    probationaryMembers: true,
    membersHere: true,
    coverForm: true,
    instructor: true,
    liaison: true,
  })
  .partial()

export type EnterpriseFields = Readonly<z.output<typeof enterpriseInput>>

export interface EnterpriseRow {
  readonly id: string
  readonly version: number
  /** The phone masked, unless it is asked for. */
  readonly fields: EnterpriseFields
  readonly organizationName: string
  /** 党员 altogether; null when nobody has counted. */
  readonly members: number | null
  readonly findings: readonly AnsweredFinding[]
}

export interface EnterpriseDetail extends EnterpriseRow {
  readonly createdAt: Instant
  readonly updatedAt: Instant
}

export const enterpriseListInput = z.strictObject({
  /** Subtree; null for everything in reach. */
  organizationId: id.nullable(),
  /** Part of a name, or of a credit code. */
  text: z.string().overwrite(plainText).max(50).nullable(),
  kind: z.enum(enterpriseKinds).nullable(),
  coverForm: z.enum(coverForms).nullable(),
  department: z.string().max(50).nullable(),
  /** A finding's code; `any` for any; those somebody has answered for are left out. */
  finding: z.string().max(40).nullable(),
  /** Units in the numerator of a rate, only in its denominator, or in either. */
  coverage: z
    .strictObject({ rate: z.enum(coverageKeys), standing: z.enum(['met', 'unmet', 'asked']) })
    .nullable(),
  offset: z.int().min(0),
  limit: z.int().min(1).max(200),
})

export type EnterpriseFilter = Omit<z.output<typeof enterpriseListInput>, 'offset' | 'limit'>

export interface EnterpriseSummary {
  readonly units: number
  readonly staff: number
  readonly members: number
  readonly rates: Readonly<Record<CoverageKey, Ratio>>
  /** How many units each finding is made of that nobody has answered for; worst first. */
  readonly findings: readonly {
    readonly code: string
    readonly severity: Severity
    readonly count: number
  }[]
}

export const departmentsSchema = z
  .array(z.string().overwrite(plainText).min(1, '名称不能为空').max(50, '最多 50 个字'))
  .min(1, '至少保留一个主管部门')
  .max(30, '最多 30 个')

export const enterprisesRoutes = {
  /** By organisation in tree order, then by name. */
  'enterprises.list': query(enterpriseListInput, 'organization.read').output<{
    readonly rows: readonly EnterpriseRow[]
    readonly total: number
  }>(),
  'enterprises.summary': query(
    z.strictObject({ organizationId: id.nullable() }),
    'organization.read',
  ).output<EnterpriseSummary>(),
  'enterprises.get': query(z.strictObject({ id }), 'organization.read').output<EnterpriseDetail>(),
  /** The phone in the clear. */
  'enterprises.reveal': command(z.strictObject({ id }), 'member.reveal').output<{
    readonly contactPhone: string | null
  }>(),
  /** What the rules say about a unit somebody is still typing. */
  'enterprises.check': query(
    z.strictObject({ excludeId: id.nullable(), fields: enterpriseFactsInput }),
    'organization.read',
  ).output<{ readonly findings: readonly AnsweredFinding[] }>(),
  'enterprises.create': command(
    z.strictObject({ fields: enterpriseInput }),
    'organization.write',
  ).output<EnterpriseDetail>(),
  'enterprises.update': command(
    z.strictObject({ id, version, fields: enterpriseInput.partial() }),
    'organization.write',
  ).output<EnterpriseDetail>(),
  'enterprises.trash': command(
    z.strictObject({
      id,
      version,
      reason: z.string().overwrite(plainText).min(1, '请填写删除原因').max(200, '最多 200 个字'),
    }),
    'organization.write',
  ).output<null>(),
  /** ORG-76: the list 主管部门 is chosen from. */
  'enterprises.departments': query(z.strictObject({}), 'organization.read').output<{
    readonly departments: readonly string[]
  }>(),
  'enterprises.changeDepartments': command(
    z.strictObject({ departments: departmentsSchema }),
    'organization.write',
  ).output<{ readonly departments: readonly string[] }>(),
}
