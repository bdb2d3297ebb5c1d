import { postPositionLabels } from '../labels/posts.ts'
import { type DateOnly, firstDay, type PartialDate } from '../lib/dates.ts'
import { makeFinding } from './finding.ts'
import type { Finding } from './finding.ts'
import type { OrganizationType } from './organizationKinds.ts'
import { partyAge } from './partyAge.ts'
import { isHeldOn, type PostPosition, takesSeat } from './posts.ts'
import type { RuleSettings } from './settings.ts'
import { vacancies } from './vacancies.ts'

const basisBranch = '《支部工作条例》第20条'
const basisCommittee = '《基层组织选举工作条例》题解（待核）'
const basisSecretary = '《支部工作条例》题解（待核）'
const basisVacancy = '《支部工作条例》题解（待核）；天数为地方惯例'
const basisPartTime = '社区大党委制度（待核）'
const basisLeft = '《党员教育管理工作条例》第25条；任职不因离开自动终止，由组织决定'

/** Who held what, as the rules ask for it. */
export interface HeldPost {
  readonly id: string
  /** One person's posts have the same key. */
  readonly personKey: string
  readonly personName: string
  readonly position: PostPosition
  readonly fromOn: PartialDate | ''
  readonly toOn: PartialDate | '' | null
  readonly isPartTime: boolean
  readonly approvedDoc: string | null
  readonly termId: string | null
  /** What the roster says of the holder; null for people outside it, and out of reach. */
  readonly holder: {
    readonly personType: string | null
    readonly joinedOn: PartialDate | null
    readonly regularOn: PartialDate | null
    readonly partyAgeCorrectionMonths: number | null
    /** Belongs to this organisation or one below it. */
    readonly isHere: boolean
    /** Why not: 已转出, 已故, 在另一党支部 … */
    readonly whereZh: string
  } | null
}

export interface CommitteeFacts {
  readonly type: OrganizationType
  /** 正式党员 of a branch; null where they are not asked for. */
  readonly full: number | null
  readonly committeeSeats: number | null
  readonly runningTermId: string | null
  /** All that were ever entered, not in the trash. */
  readonly posts: readonly HeldPost[]
}

interface Context {
  readonly today: DateOnly
  readonly settings: RuleSettings
}

const names = (posts: readonly HeldPost[]) => posts.map(({ personName }) => personName).join('、')

/** ORG-50 and ORG-51: how many sit on the committee, and that there is one secretary. */
function size(facts: CommitteeFacts, held: readonly HeldPost[], settings: RuleSettings): readonly Finding[] {
  const seated = held.filter(takesSeat)
  const count = new Set(seated.map(({ personKey }) => personKey)).size
  const isBranch = facts.type === 'ZB'
  const [code, basis] = isBranch ? (['ORG-50', basisBranch] as const) : (['ORG-51', basisCommittee] as const)
  const found: Finding[] = []
  const secretaries = held.filter(({ position }) => position === 'SJ')
  if (secretaries.length > 1) {
    const message = `同时登记了 ${secretaries.length} 名书记（${names(secretaries)}），书记应为 1 名，请核对免职日期`
    found.push(makeFinding(code, 'yellow', 'position', message, basis))
  }
  const deputies = held.filter(({ position }) => position === 'FSJ')
  const mostDeputies = isBranch || facts.type === 'ZZ' ? 1 : 2
  if (deputies.length > mostDeputies) {
    const message = `登记了 ${deputies.length} 名副书记（${names(deputies)}），一般设 ${mostDeputies} 名`
    found.push(makeFinding(code, 'blue', 'position', message, basis))
  }
  if (count === 0) return found
  if (isBranch) {
    const least = settings['org.branchCommitteeMinFull']
    const most = settings['org.branchCommitteeSeatsMax']
    const { full } = facts
    if (full !== null && full < least && count > 2) {
      const message = `正式党员 ${full} 名，不足 ${least} 名的不设支委会，现登记班子成员 ${count} 名`
      found.push(makeFinding(code, 'blue', 'position', message, basis))
    }
    if (full !== null && full >= least && count > most) {
      const message = `现登记支部委员 ${count} 名，一般不超过 ${most} 名`
      found.push(makeFinding(code, 'yellow', 'position', message, basis))
    }
    return found
  }
  const kind = facts.type === 'ZZ' ? 'general' : 'committee'
  const most = settings[`org.${kind}SeatsMax`]
  const least = settings[`org.${kind}SeatsMin`]
  const usual = settings[`org.${kind}SeatsUsual`]
  if (facts.type !== 'DGW' && (count > most || count < least)) {
    const message = `现登记委员 ${count} 名（兼职委员不计），${facts.type === 'ZZ' ? '党总支' : '基层党委'}委员一般 ${least} 至 ${usual} 名、最多 ${most} 名`
    found.push(makeFinding(code, count > most ? 'yellow' : 'blue', 'position', message, basis))
  }
  return found
}

/** ORG-52: a secretary has been a full member for a year when taking office. */
function secretary(held: readonly HeldPost[], settings: RuleSettings, today: DateOnly): readonly Finding[] {
  return held
    .filter(({ position }) => position === 'SJ')
    .flatMap(({ personName, holder, fromOn }) => {
      if (holder === null) return []
      const age = partyAge(holder, fromOn === '' ? today : firstDay(fromOn))
      if (age === null || age.months >= settings['org.secretaryPartyAgeMonths']) return []
      const message = `书记${personName}任职时党龄不满 ${settings['org.secretaryPartyAgeMonths'] / 12} 年，书记一般应有 1 年以上党龄`
      return [makeFinding('ORG-52', 'yellow', 'position', message, basisSecretary)]
    })
}

/** ORG-53: vacancies are filled in time; after so many days they are a breach. */
function vacant(facts: CommitteeFacts, { today, settings }: Context): readonly Finding[] {
  const limit = settings['org.vacancyDays']
  return vacancies(facts, today).map(({ position, missing, since, days }) => {
    const what = position === null ? `委员缺 ${missing} 名` : `${postPositionLabels[position]}空缺`
    const isLate = days !== null && days > limit
    const when = since === null ? '，何时出缺没有登记' : `，自 ${since} 起已 ${days ?? 0} 天`
    const message = `${what}${when}；出缺应及时补选，必要时由上级指派${isLate ? `，已超过 ${limit} 天` : ''}`
    return makeFinding('ORG-53', isLate ? 'red' : 'yellow', 'position', message, basisVacancy)
  })
}

/** ORG-55: 兼职委员 come from units of the area, take no seat, bring no membership, and go with the term. */
function partTime(facts: CommitteeFacts, held: readonly HeldPost[]): readonly Finding[] {
  const isParty = facts.type === 'SQW' || facts.type === 'ZHW' || facts.type === 'JDW' || facts.type === 'DGW'
  return held
    .filter(({ position }) => position === 'JZWY')
    .flatMap((post) => {
      const on = (message: string) => [makeFinding('ORG-55', 'blue', 'position', message, basisPartTime)]
      const { personName, holder, termId, approvedDoc } = post
      if (!isParty) return on(`兼职委员${personName}登记在非党委的党组织；兼职委员是（大）党委的，请核对`)
      if (holder?.isHere === true)
        return on(
          `兼职委员${personName}的组织关系在本党组织；兼职委员从驻区单位负责人中选，不转组织关系，请核对`,
        )
      if (termId !== null && facts.runningTermId !== null && termId !== facts.runningTermId)
        return on(`兼职委员${personName}是往届聘任的，任期随届，请重新聘任或免去`)
      return approvedDoc === null ? on(`兼职委员${personName}的聘书没有登记`) : []
    })
}

/** Nobody's post ends by itself: who has left is named, and the organisation decides. */
function left(held: readonly HeldPost[]): readonly Finding[] {
  const gone = held.filter(
    (post) => !post.isPartTime && post.position !== 'ZDY' && post.holder?.isHere === false,
  )
  return gone.map(({ personName, position, holder }) => {
    const message = `${postPositionLabels[position]}${personName}${holder?.whereZh ?? ''}，已离开本党组织仍在任；请免去职务并补选，属上级指派的请说明原因`
    return makeFinding('POST_LEFT', 'yellow', 'position', message, basisLeft)
  })
}

/** ORG-50 to ORG-55 and those who left, for the posts held today. */
export function committeeFindings(facts: CommitteeFacts, context: Context): readonly Finding[] {
  const held = facts.posts.filter((post) => isHeldOn(post, context.today))
  return [
    ...vacant(facts, context),
    ...left(held),
    ...secretary(held, context.settings, context.today),
    ...size(facts, held, context.settings),
    ...partTime(facts, held),
  ]
}
