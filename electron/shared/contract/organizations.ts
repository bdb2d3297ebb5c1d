import { z } from 'zod'
import type { Finding } from '../domain/finding.ts'
import { branchKinds, organizationTypes, unitNatures } from '../domain/organizationKinds.ts'
import type { BranchKind, OrganizationStatus, OrganizationType } from '../domain/organizationKinds.ts'
import type { DateOnly, Instant } from '../lib/dates.ts'
import { plainText, toHalfWidth } from '../lib/text.ts'
import { dateOnlySchema, partialDateSchema } from './dates.ts'
import { command, query } from './define.ts'

const optionalText = (max: number) => z.string().overwrite(plainText).max(max, `最多 ${max} 个字`).nullable()

export const organizationInput = z.strictObject({
  code: z
    .string()
    .overwrite((text) => toHalfWidth(plainText(text)))
    .max(30, '最多 30 个字')
    .nullable(),
  fullName: z.string().overwrite(plainText).min(1, '请填写党组织全称').max(100, '最多 100 个字'),
  shortName: z.string().overwrite(plainText).min(1, '请填写简称').max(50, '最多 50 个字'),
  type: z.enum(organizationTypes, '请选择党组织类别'),
  branchKind: z.enum(branchKinds).nullable(),
  foundedOn: partialDateSchema.nullable(),
  foundedDoc: optionalText(50),
  approvedBy: optionalText(100),
  unitName: optionalText(100),
  unitNature: z.enum(unitNatures).nullable(),
  jointUnits: z
    .array(z.string().overwrite(plainText).min(1, '单位名称不能为空').max(100, '最多 100 个字'))
    .max(50, '最多 50 个单位'),
  secretaryName: optionalText(50),
  contactName: optionalText(50),
  contactPhone: optionalText(30),
  contactFax: optionalText(30),
  address: optionalText(200),
  postcode: optionalText(10),
  termYears: z.int().min(1, '任期至少 1 年').max(5, '任期最多 5 年').nullable(),
  currentTermFrom: dateOnlySchema.nullable(),
  currentTermTo: dateOnlySchema.nullable(),
  committeeSeats: z.int().min(0).max(31, '职数最多 31').nullable(),
  hasApprovalRight: z.boolean(),
  standardLevel: optionalText(30),
  isWeak: z.boolean(),
})

export type OrganizationFields = z.output<typeof organizationInput>

export interface MemberCounts {
  readonly full: number
  readonly probationary: number
}

export interface OrganizationNode {
  readonly id: string
  readonly parentId: string | null
  readonly depth: number
  readonly code: string | null
  readonly shortName: string
  readonly fullName: string
  readonly type: OrganizationType
  readonly branchKind: BranchKind | null
  readonly status: OrganizationStatus
  readonly version: number
  /** Members whose membership is here. For a 党小组: those grouped in it. */
  readonly own: MemberCounts
  /** Own and all below, each member once. */
  readonly total: MemberCounts
  readonly findings: readonly OrganizationFinding[]
}

export interface OrganizationFinding extends Finding {
  /** The reason somebody gave for leaving it so; null when nobody did. */
  readonly overriddenReason: string | null
}

export interface OrganizationEvent {
  readonly id: string
  readonly kind: 'created' | 'renamed' | 'moved' | 'merged' | 'split' | 'dissolved' | 'restored'
  readonly happenedOn: DateOnly
  readonly fromText: string | null
  readonly toText: string | null
  readonly docNo: string | null
  readonly reason: string | null
}

export interface OrganizationDetail {
  readonly id: string
  readonly parentId: string | null
  readonly path: readonly { readonly id: string; readonly shortName: string }[]
  readonly version: number
  readonly status: OrganizationStatus
  readonly endedOn: DateOnly | null
  readonly mergedInto: { readonly id: string; readonly shortName: string } | null
  readonly fields: OrganizationFields
  readonly own: MemberCounts
  readonly total: MemberCounts
  readonly findings: readonly OrganizationFinding[]
  readonly events: readonly OrganizationEvent[]
  readonly createdAt: Instant
  readonly updatedAt: Instant
}

const id = z.string().min(1).max(64)
const version = z.int().min(1)
const change = {
  id,
  version,
  happenedOn: dateOnlySchema,
  docNo: optionalText(50),
  reason: z.string().overwrite(plainText).min(1, '请填写原因').max(200, '最多 200 个字'),
}

export const createOrganizationInput = z.strictObject({ parentId: id.nullable(), fields: organizationInput })
export const updateOrganizationInput = z.strictObject({ id, version, fields: organizationInput.partial() })
export const moveOrganizationInput = z.strictObject({ ...change, parentId: id })
export const dissolveOrganizationInput = z.strictObject({ ...change, membersTo: id.nullable() })
export const mergeOrganizationInput = z.strictObject({ ...change, intoId: id })
export const splitOrganizationInput = z.strictObject({
  ...change,
  fullName: organizationInput.shape.fullName,
  shortName: organizationInput.shape.shortName,
  code: organizationInput.shape.code,
  /** Who goes to the new branch. */
  members: z.array(z.strictObject({ id, version })).min(1, '请选择分到新党支部的党员').max(2000),
})
export const restoreOrganizationInput = z.strictObject(change)

export const organizationsRoutes = {
  'organizations.tree': query(z.strictObject({ includeEnded: z.boolean() }), 'organization.read').output<{
    readonly nodes: readonly OrganizationNode[]
  }>(),
  'organizations.get': query(z.strictObject({ id }), 'organization.read').output<OrganizationDetail>(),
  'organizations.create': command(createOrganizationInput, 'organization.write').output<OrganizationDetail>(),
  'organizations.update': command(updateOrganizationInput, 'organization.write').output<OrganizationDetail>(),
  'organizations.move': command(moveOrganizationInput, 'organization.write').output<OrganizationDetail>(),
  'organizations.dissolve': command(
    dissolveOrganizationInput,
    'organization.write',
  ).output<OrganizationDetail>(),
  'organizations.merge': command(mergeOrganizationInput, 'organization.write').output<OrganizationDetail>(),
  /** A branch gives people to a new one beside it; both keep the event. The answer is the new branch. */
  'organizations.split': command(splitOrganizationInput, 'organization.write').output<OrganizationDetail>(),
  /** Entered by mistake: to the trash with the groups below it. CONFLICT while members or other organisations hang on it. */
  'organizations.trash': command(
    z.strictObject({
      id,
      version,
      reason: z.string().overwrite(plainText).min(1, '请填写删除原因').max(200, '最多 200 个字'),
    }),
    'organization.write',
  ).output<null>(),
  'organizations.restore': command(
    restoreOrganizationInput,
    'organization.write',
  ).output<OrganizationDetail>(),
}
