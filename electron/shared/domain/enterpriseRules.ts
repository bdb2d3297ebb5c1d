import { creditCodeProblem } from '../lib/creditCode.ts'
import { type CoverForm, isCovered } from './enterprises.ts'
import { type Finding, makeFinding } from './finding.ts'
import type { RuleSettings } from './settings.ts'

/** What the rules need to know of one unit; null is unknown and never held against it. */
export interface EnterpriseFacts {
  readonly creditCode: string | null
  /** How many other units carry the same code. */
  readonly sameCode: number
  readonly department: string | null
  readonly staff: number | null
  readonly fullMembers: number | null
  readonly probationaryMembers: number | null
  readonly membersHere: number | null
  readonly coverForm: CoverForm
  /** The organisation it stands under is dissolved, merged or deleted. */
  readonly isPlaceGone: boolean
  readonly instructor: string | null
  readonly liaison: string | null
}

const basisCover = '《支部工作条例》第4条、第5条；两新组织党建工作要求（待核）'
const basisJoint = '《支部工作条例》第5条；两新组织党建工作要求（待核）'
const basisWork = '两新组织党建工作要求（待核）'
const basisCode = 'GB 32100-2015'
const basisDepartment = '2023年党和国家机构改革后两新党建主管部门由各地确定（待核）'

/** 党员 of the unit, 预备 included; null when nobody has counted them. */
export function memberCount({
  fullMembers,
  probationaryMembers,
}: Pick<EnterpriseFacts, 'fullMembers' | 'probationaryMembers'>): number | null {
  return fullMembers === null && probationaryMembers === null
    ? null
    : (fullMembers ?? 0) + (probationaryMembers ?? 0)
}

/** ORG-70: three 正式党员 and no branch of its own. ORG-73: fewer, and in no joint branch either. */
function cover(facts: EnterpriseFacts, settings: RuleSettings): readonly Finding[] {
  const least = settings['org.branchMinFull']
  const { fullMembers, coverForm } = facts
  if (fullMembers !== null && fullMembers >= least) {
    if (coverForm === 'own') return []
    const message = `有正式党员 ${fullMembers} 名（满 ${least} 名），应单独建立党支部`
    return [makeFinding('ORG-70', 'yellow', 'coverForm', message, basisCover)]
  }
  const members = memberCount(facts) ?? 0
  if (members === 0 || isCovered(coverForm)) return []
  const message = `有党员 ${members} 名（正式党员不足 ${least} 名），还没有编入联合党支部，请与邻近单位联合组建`
  return [makeFinding('ORG-73', 'yellow', 'coverForm', message, basisJoint)]
}

/** ORG-71 and ORG-72: what a unit of some size should have. */
function size(facts: EnterpriseFacts, settings: RuleSettings): readonly Finding[] {
  const { staff, coverForm } = facts
  if (staff === null) return []
  const [withMember, withOrganization] = [
    settings['enterprise.staffWithMember'],
    settings['enterprise.staffWithOrganization'],
  ]
  const found: Finding[] = []
  if (staff >= withMember && memberCount(facts) === 0) {
    const message = `职工 ${staff} 人，${withMember} 人以上企业无党员，请排查隐形党员、培养发展`
    found.push(makeFinding('ORG-71', 'yellow', 'fullMembers', message, basisWork))
  }
  if (staff >= withOrganization && coverForm === 'none') {
    const message = `职工 ${staff} 人，${withOrganization} 人以上企业未建党组织`
    found.push(makeFinding('ORG-72', 'red', 'coverForm', message, basisWork))
  }
  return found
}

/** ORG-74: neither members nor an organisation, and nobody sent to work on it. */
function instructor(facts: EnterpriseFacts): readonly Finding[] {
  if (memberCount(facts) !== 0 || facts.coverForm !== 'none' || facts.instructor !== null) return []
  const message = '没有党员、没有党组织，应选派党建指导员'
  return [makeFinding('ORG-74', 'blue', 'instructor', message, basisWork)]
}

function creditCode({ creditCode: code, sameCode }: EnterpriseFacts): readonly Finding[] {
  if (code === null) return []
  const problem = creditCodeProblem(code)
  const found: Finding[] = []
  if (problem !== null) found.push(makeFinding('CREDIT_CODE', 'yellow', 'creditCode', problem, basisCode))
  if (sameCode > 0) {
    const message = `台账里另有 ${sameCode} 家单位用同一个统一社会信用代码，请核对是否重复登记`
    found.push(makeFinding('CREDIT_CODE_TWICE', 'yellow', 'creditCode', message, basisCode))
  }
  return found
}

/** Numbers that are missing or do not agree with each other. */
function numbers(facts: EnterpriseFacts): readonly Finding[] {
  const { staff, membersHere } = facts
  const members = memberCount(facts)
  const missing = [...(staff === null ? ['职工数'] : []), ...(members === null ? ['党员数'] : [])]
  const found: Finding[] = []
  if (missing.length > 0) {
    const message = `${missing.join('、')}未登记，无法判断应否建立党组织，请核实后补填`
    found.push(
      makeFinding('ENTERPRISE_UNKNOWN', 'blue', staff === null ? 'staff' : 'fullMembers', message, basisWork),
    )
  }
  if (members !== null && staff !== null && members > staff) {
    const message = `党员 ${members} 名，多于职工 ${staff} 人，请核对`
    found.push(makeFinding('ENTERPRISE_NUMBERS', 'yellow', 'fullMembers', message, basisWork))
  }
  if (members !== null && membersHere !== null && membersHere > members) {
    const message = `组织关系在本单位的党员 ${membersHere} 名，多于党员总数 ${members} 名，请核对`
    found.push(makeFinding('ENTERPRISE_NUMBERS', 'yellow', 'membersHere', message, basisWork))
  }
  return found
}

/** ORG-76: which department 两新 work is reported to is chosen from the office's own list. */
function department(facts: EnterpriseFacts): readonly Finding[] {
  if (facts.department !== null) return []
  return [makeFinding('ORG-76', 'blue', 'department', '没有登记主管部门，请从列表中选择', basisDepartment)]
}

function place({ isPlaceGone }: EnterpriseFacts): readonly Finding[] {
  if (!isPlaceGone) return []
  const message = '所属党组织已撤销、合并或删除，请改选现在覆盖（联系）它的党组织'
  return [makeFinding('ENTERPRISE_PLACE', 'yellow', 'organizationId', message, basisCover)]
}

/** ORG-70 to 74 and 76, the credit code and the numbers, for one unit. */
export function enterpriseFindings(facts: EnterpriseFacts, settings: RuleSettings): readonly Finding[] {
  return [
    ...cover(facts, settings),
    ...size(facts, settings),
    ...instructor(facts),
    ...creditCode(facts),
    ...numbers(facts),
    ...department(facts),
    ...place(facts),
  ]
}
