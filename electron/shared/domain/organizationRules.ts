import type { DateOnly } from '../lib/dates.ts'
import { addYears } from '../lib/dates.ts'
import { organizationTypeLabels } from '../labels/organizations.ts'
import { makeFinding } from './finding.ts'
import type { Finding, Severity } from './finding.ts'
import { hasTerm, isEnded, termYearsOf } from './organizationKinds.ts'
import type { BranchKind, OrganizationStatus, OrganizationType, UnitNature } from './organizationKinds.ts'
import type { RuleSettings } from './settings.ts'

/** What the rules need to know of one organisation; null is unknown and never held against it. */
export interface OrganizationFacts {
  readonly type: OrganizationType
  readonly branchKind: BranchKind | null
  readonly unitNature: UnitNature | null
  readonly status: OrganizationStatus
  /** Counted members (STA-01): of a branch its own, of a higher organisation those of its whole subtree. */
  readonly full: number
  readonly probationary: number
  /** Groups under a branch, and its counted members who are in none of them. */
  readonly groups: number
  readonly ungrouped: number
  /** Units a joint branch covers. */
  readonly jointUnits: number | null
  /** Units of a joint branch with their 正式党员. */
  readonly unitFull: readonly { readonly unit: string; readonly full: number }[]
  readonly committeeSeats: number | null
  readonly termYears: number | null
  readonly currentTermFrom: DateOnly | null
  readonly currentTermTo: DateOnly | null
  /** Work a 临时党支部 may not start, where later slices know of it. */
  readonly started?: readonly ('development' | 'election' | 'dues')[]
}

const basisSetup = '《支部工作条例》第4条'
const basisJoint = '《支部工作条例》第5条'
const basisTemporary = '《支部工作条例》第8条（待核）'
const basisGroup = '《支部工作条例》第14条（待核）、《党员教育管理工作条例》第25条'
const basisTerm = '《支部工作条例》第21条、中办《关于党的基层组织任期的意见》（待核）'
const basisCommittee = '《支部工作条例》第20条'

/** ORG-01: a unit with three 正式党员 should have its own branch; 预备党员 do not count. */
function unitsThatShouldStandAlone(facts: OrganizationFacts, settings: RuleSettings): readonly Finding[] {
  const least = settings['org.branchMinFull']
  if (facts.type === 'ZB' && facts.status === 'planned' && facts.full >= least) {
    const message = `已有正式党员 ${facts.full} 名（满 ${least} 名），应成立党支部，现仍为“拟成立”`
    return [makeFinding('ORG-01', 'yellow', 'status', message, `《党章》第30条（待核）、${basisSetup}`)]
  }
  if (facts.branchKind !== 'LH') return []
  return facts.unitFull
    .filter(({ full }) => full >= least)
    .map(({ unit, full }) => {
      const message = `联合党支部所含单位“${unit}”有正式党员 ${full} 名（满 ${least} 名），应单独成立党支部`
      return makeFinding('ORG-01', 'yellow', 'jointUnits', message, `《党章》第30条（待核）、${basisSetup}`)
    })
}

/** ORG-02: fewer than three 正式党员 join with others; a joint branch covers five units at most. */
function jointBranch(facts: OrganizationFacts, settings: RuleSettings): readonly Finding[] {
  const [least, most] = [settings['org.branchMinFull'], settings['org.jointUnitsMax']]
  const found: Finding[] = []
  if (facts.branchKind === 'LH' && facts.jointUnits === 0) {
    found.push(makeFinding('ORG-02', 'blue', 'jointUnits', '联合党支部应登记所覆盖的单位', basisJoint))
  }
  if (facts.branchKind === 'LH' && facts.jointUnits !== null && facts.jointUnits > most) {
    const message = `联合党支部覆盖 ${facts.jointUnits} 个单位，一般不超过 ${most} 个`
    found.push(makeFinding('ORG-02', 'yellow', 'jointUnits', message, basisJoint))
  }
  // A branch without anybody is one whose roster is not in yet, which says nothing about its size.
  const members = facts.full + facts.probationary
  if (facts.status === 'active' && members > 0 && facts.full < least) {
    const advice = facts.branchKind === 'LH' ? '请与邻近单位合并设置' : '一般应与邻近单位成立联合党支部'
    const message = `正式党员 ${facts.full} 名，不足 ${least} 名（预备党员不计入），${advice}`
    found.push(makeFinding('ORG-02', 'blue', null, message, basisJoint))
  }
  return found
}

/** ORG-03 and ORG-04: too many members for the kind. ORG-05 (102 members in one branch) meets both. */
function size(facts: OrganizationFacts, settings: RuleSettings): readonly Finding[] {
  const [most, committee] = [settings['org.branchMaxMembers'], settings['org.committeeFromMembers']]
  const members = facts.full + facts.probationary
  const found: Finding[] = []
  if (facts.type === 'ZB' && members > most) {
    const message = `党员 ${members} 名（含预备党员 ${facts.probationary} 名），党支部一般不超过 ${most} 名，宜划小支部或升格为党总支`
    found.push(makeFinding('ORG-03', 'yellow', null, message, basisSetup))
  }
  const basis = '《国有企业基层组织工作条例》参照（待核）'
  if ((facts.type === 'ZB' || facts.type === 'ZZ') && members >= committee) {
    const message = `党员 ${members} 名，满 ${committee} 名一般设基层党委`
    found.push(makeFinding('ORG-04', 'blue', null, message, basis))
  } else if (facts.type === 'ZB' && members >= most) {
    const message = `党员 ${members} 名，${most} 名以上、不足 ${committee} 名的一般设党总支`
    found.push(makeFinding('ORG-04', 'blue', null, message, basis))
  }
  return found
}

const startedLabels = { development: '发展党员', election: '换届选举', dues: '收缴党费' } as const

/** ORG-06: a temporary branch takes over no memberships, admits nobody, holds no elections, collects no dues. */
function temporaryBranch(facts: OrganizationFacts): readonly Finding[] {
  if (facts.branchKind !== 'LS') return []
  const found: Finding[] = []
  if (facts.termYears !== null || facts.currentTermFrom !== null || facts.currentTermTo !== null) {
    const message = '临时党支部不换届，不应登记任期；书记由批准成立的党组织指定'
    found.push(makeFinding('ORG-06', 'block', 'termYears', message, basisTemporary))
  }
  for (const work of facts.started ?? []) {
    const message = `临时党支部一般不${startedLabels[work]}，请改由党员组织关系所在支部办理`
    found.push(makeFinding('ORG-06', 'block', null, message, basisTemporary))
  }
  const members = facts.full + facts.probationary
  if (members > 0) {
    const message = `临时党支部不转接组织关系，却有 ${members} 名党员的组织关系登记在此`
    found.push(makeFinding('ORG-06', 'yellow', null, message, basisTemporary))
  }
  return found
}

/** ORG-09: where a branch has groups, everybody is in one. */
function grouping(facts: OrganizationFacts): readonly Finding[] {
  if (facts.groups === 0 || facts.ungrouped === 0) return []
  const message = `支部设有 ${facts.groups} 个党小组，仍有 ${facts.ungrouped} 名党员未编入党小组`
  return [makeFinding('ORG-09', 'yellow', null, message, basisGroup)]
}

function termLength(facts: OrganizationFacts, settings: RuleSettings): readonly Finding[] {
  const { termYears } = facts
  const expected = termYearsOf(facts, settings)
  if (termYears === null || expected === null || expected === undefined || termYears === expected) return []
  const name = organizationTypeLabels[facts.type]
  const isBelowCommittee = facts.type === 'ZZ' || facts.type === 'ZB'
  const place = isBelowCommittee && expected === settings['org.termYears.community'] ? '村、社区的' : ''
  // 党章 allows three to five years, so a term that is only longer than usual is no breach.
  const isLonger = termYears > expected && termYears <= 5
  const message = `任期登记为 ${termYears} 年，${place}${name}每届任期${isLonger ? '一般' : '应'}为 ${expected} 年，请核对`
  return [makeFinding('ORG-10', isLonger ? 'blue' : 'yellow', 'termYears', message, basisTerm)]
}

/** ORG-10: a term of the right length for the kind; the party working committee has none. */
function term(facts: OrganizationFacts, settings: RuleSettings): readonly Finding[] {
  const { termYears, currentTermFrom: from, currentTermTo: to } = facts
  if (facts.branchKind === 'LS') return []
  if (!hasTerm(facts)) {
    if (termYears === null && from === null && to === null) return []
    const why = facts.type === 'DGW' ? '是上级党委的派出机关，没有届期、不换届' : '不是一级党组织，没有届期'
    const message = `${organizationTypeLabels[facts.type]}${why}，请清空任期`
    return [makeFinding('ORG-10', 'yellow', 'termYears', message, '《党章》第11条（待核）')]
  }
  const found = [...termLength(facts, settings)]
  if (termYears !== null && from !== null && to !== null && to !== addYears(from, termYears)) {
    const message = `本届自 ${from} 起、任期 ${termYears} 年，届满日应为 ${addYears(from, termYears)}，登记为 ${to}`
    found.push(makeFinding('ORG-10', 'blue', 'currentTermTo', message, basisTerm))
  }
  return found
}

/** ORG-50: seven 正式党员 make a committee of 3 to 5, at most 7; fewer have a secretary only. */
function branchCommittee(facts: OrganizationFacts, settings: RuleSettings): readonly Finding[] {
  const from = settings['org.branchCommitteeMinFull']
  const [min, usual, max] = [
    settings['org.branchCommitteeSeatsMin'],
    settings['org.branchCommitteeSeatsUsual'],
    settings['org.branchCommitteeSeatsMax'],
  ]
  const { full, committeeSeats: seats } = facts
  const on = (severity: Severity, message: string) => [
    makeFinding('ORG-50', severity, 'committeeSeats', message, basisCommittee),
  ]
  if (full < from) {
    if (seats === null || seats <= 2) return []
    return on(
      'blue',
      `正式党员 ${full} 名，不足 ${from} 名的只设书记 1 名、必要时副书记 1 名，登记职数 ${seats} 个`,
    )
  }
  const should = `正式党员 ${full} 名（满 ${from} 名），应设支部委员会，委员 ${min} 至 ${usual} 名、一般不超过 ${max} 名`
  if (seats === null) return on('blue', `${should}；委员会应配职数尚未登记`)
  if (seats === 0) return on('yellow', `${should}；登记为不设`)
  return seats < min || seats > max ? on('yellow', `${should}；登记职数 ${seats} 个`) : []
}

/** ORG-01 to 04, 06, 09, 10 and 50 for one organisation. Ended organisations are history and are left alone. */
export function organizationFindings(facts: OrganizationFacts, settings: RuleSettings): readonly Finding[] {
  if (isEnded(facts)) return []
  if (facts.type !== 'ZB') return [...size(facts, settings), ...term(facts, settings)]
  if (facts.branchKind === 'LS') return temporaryBranch(facts)
  return [
    ...unitsThatShouldStandAlone(facts, settings),
    ...jointBranch(facts, settings),
    ...size(facts, settings),
    ...grouping(facts),
    ...term(facts, settings),
    ...branchCommittee(facts, settings),
  ]
}
