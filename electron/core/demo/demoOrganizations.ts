import { unfilledOrganization } from '#shared/contract/unfilledOrganization.ts'
import type { OrganizationFields } from '#shared/contract/organizations.ts'
import type { BranchKind, OrganizationType } from '#shared/domain/organizationKinds.ts'
import { addYears, type DateOnly, dateOnly, partialDate } from '#shared/lib/dates.ts'
import type { Random } from './random.ts'

export interface DemoOrganization {
  readonly key: string
  readonly parentKey: string | null
  readonly fields: OrganizationFields
}

const street = '云溪街道'
const communities = ['春晖', '松涛', '兰亭', '荷塘', '北苑', '南湖', '西岭', '梅园'] as const
const extraBranches: readonly (readonly [string, BranchKind, string])[] = [
  ['云溪软件有限公司党支部', 'LX', 'FG'],
  ['辖区个体工商户联合党支部', 'LH', 'GT'],
  ['街道机关第一党支部', 'DD', 'JG'],
  ['街道机关退休干部党支部', 'LTX', 'JG'],
]

interface Draft {
  readonly shortName: string
  readonly fullName: string
  readonly type: OrganizationType
  readonly code: string
  readonly termYears: number | null
  readonly termFrom: DateOnly | null
  readonly founded: string
  readonly unitName: string
  readonly branchKind?: BranchKind
  readonly unitNature?: OrganizationFields['unitNature']
  readonly jointUnits?: readonly string[]
  readonly seats?: number | null
}

function fieldsOf(draft: Draft): OrganizationFields {
  const { termFrom, termYears } = draft
  return {
    ...unfilledOrganization,
    code: draft.code,
    fullName: draft.fullName,
    shortName: draft.shortName,
    type: draft.type,
    branchKind: draft.branchKind ?? null,
    foundedOn: partialDate(draft.founded),
    approvedBy: draft.type === 'DGW' ? null : `中共${street}工作委员会`,
    unitName: draft.unitName,
    unitNature: draft.unitNature ?? 'SQ',
    jointUnits: [...(draft.jointUnits ?? [])],
    termYears,
    currentTermFrom: termFrom,
    currentTermTo: termFrom === null || termYears === null ? null : addYears(termFrom, termYears),
    committeeSeats: draft.seats ?? null,
    hasApprovalRight: draft.type === 'DGW',
  }
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八']

/** A street, 8 communities, 60 branches (one temporary), and groups in some of them. */
export function demoOrganizations(random: Random): readonly DemoOrganization[] {
  const root: DemoOrganization = {
    key: 'root',
    parentKey: null,
    fields: fieldsOf({
      shortName: `${street}党工委`,
      fullName: `中共${street}工作委员会`,
      type: 'DGW',
      code: '088',
      termYears: null,
      termFrom: null,
      founded: '2003-09-01',
      unitName: `${street}办事处`,
      unitNature: 'JG',
    }),
  }
  const others = extraBranches.map(([shortName, branchKind, unitNature], i) =>
    extra(shortName, branchKind, unitNature, i),
  )
  return [root, ...communities.flatMap((name, i) => community(name, i, random)), ...others]
}

function extra(shortName: string, branchKind: BranchKind, nature: string, i: number): DemoOrganization {
  return {
    key: `extra${i}`,
    parentKey: 'root',
    fields: fieldsOf({
      shortName,
      fullName: `中共${street}${shortName.replace('党支部', '')}支部委员会`,
      type: 'ZB',
      code: `08890${i + 1}`,
      termYears: 3,
      termFrom: dateOnly('2023-11-02'),
      founded: '2015-03',
      unitName: shortName.replace('党支部', ''),
      branchKind,
      unitNature: nature === 'FG' || nature === 'GT' ? nature : 'JG',
      jointUnits:
        branchKind === 'LH'
          ? ['晨光超市', '老张面馆', '小满理发店', '云溪打印社', '康乐药房', '松涛五金店']
          : [],
      seats: branchKind === 'DD' ? 3 : null,
    }),
  }
}

function community(name: string, index: number, random: Random): readonly DemoOrganization[] {
  const key = `community${index}`
  const code = `088${String(index + 1).padStart(3, '0')}`
  const committee: DemoOrganization = {
    key,
    parentKey: 'root',
    fields: fieldsOf({
      shortName: `${name}社区党委`,
      fullName: `中共${street}${name}社区委员会`,
      type: 'SQW',
      code,
      termYears: 5,
      termFrom: dateOnly(`202${1 + (index % 3)}-03-15`),
      founded: '2005-06-01',
      unitName: `${name}社区居民委员会`,
      seats: 7,
    }),
  }
  // 8 communities of 7 branches, and 4 others: 60.
  const branches = numerals
    .slice(0, 7)
    .map((numeral, i) => branch(name, numeral, code, key, index, i, random))
  return [committee, ...branches.flat()]
}

function branch(
  community: string,
  numeral: string,
  parentCode: string,
  parentKey: string,
  communityIndex: number,
  i: number,
  random: Random,
): readonly DemoOrganization[] {
  const isTemporary = communityIndex === 4 && i === 6
  const shortName = isTemporary ? `${community}社区防汛临时党支部` : `${community}社区第${numeral}网格党支部`
  const key = `${parentKey}branch${i}`
  const base: DemoOrganization = {
    key,
    parentKey,
    fields: fieldsOf({
      shortName,
      fullName: `中共${street}${shortName.replace('党支部', '')}支部委员会`,
      type: 'ZB',
      code: `${parentCode}${String(i + 1).padStart(3, '0')}`,
      // Many lists carry 3 years for communities' branches, where the rule says 5.
      termYears: isTemporary ? null : random.chance(0.2) ? 3 : 5,
      termFrom: isTemporary ? null : dateOnly(`202${2 + random.below(4)}-0${1 + random.below(9)}-20`),
      founded: '2012-07',
      unitName: `${community}社区居民委员会`,
      branchKind: isTemporary ? 'LS' : 'WG',
      seats: random.chance(0.8) ? 3 : null,
    }),
  }
  if (isTemporary || i > 1) return [base]
  return [base, group(base, 1), group(base, 2)]
}

function group(branch: DemoOrganization, n: number): DemoOrganization {
  return {
    key: `${branch.key}group${n}`,
    parentKey: branch.key,
    fields: fieldsOf({
      shortName: `第${numerals[n - 1] ?? ''}党小组`,
      fullName: `${branch.fields.shortName}第${numerals[n - 1] ?? ''}党小组`,
      type: 'XZ',
      code: `${branch.fields.code ?? ''}${n}`,
      termYears: null,
      termFrom: null,
      founded: '2012-07',
      unitName: branch.fields.unitName ?? '',
    }),
  }
}
