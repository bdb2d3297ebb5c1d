import type { Contest, ElectionKind } from './electionWords.ts'
import type { Explanation, Finding } from './finding.ts'
import { makeFinding } from './finding.ts'
import { hasTerm, isOrganizationLevel, type TermSubject } from './organizationKinds.ts'
import type { RuleSettings } from './settings.ts'

const basisSurplus = '《基层组织选举工作条例》第15条（条号待核）'
const basisTellers = '《基层组织选举工作条例》（条号待核）'
const basisDirect = '《支部工作条例》第20条、《基层组织选举工作条例》（条号待核）'

/** ORG-30: a fifth more candidates than seats, rounded up: 3 → 4, 5 → 6, 7 → 9. */
export function candidatesNeeded(
  seats: number,
  settings: Pick<RuleSettings, 'election.candidateSurplusPercent'>,
): number {
  return seats + Math.ceil((seats * settings['election.candidateSurplusPercent']) / 100)
}

/** What the rule asks for with its working, as shown beside the candidates. */
export function candidatesExplained(
  seats: number,
  count: number,
  settings: Pick<RuleSettings, 'election.candidateSurplusPercent'>,
): Explanation {
  const percent = settings['election.candidateSurplusPercent']
  const needed = candidatesNeeded(seats, settings)
  return {
    code: 'ORG-30',
    title: '委员候选人名额',
    inputs: [
      { label: '应选委员', value: `${seats} 名` },
      { label: '候选人', value: `${count} 名` },
    ],
    rule: `候选人数不少于应选人数加 ${percent}%，差额向上取整`,
    basis: basisSurplus,
    result: `${seats} + ${needed - seats} = ${needed} 名${count >= needed ? '，已够' : `，还差 ${needed - count} 名`}`,
  }
}

/** ORG-30 for the committee; 书记 and 副书记 chosen by the committee are 等额. */
export function candidateFindings(
  contest: Contest,
  { seats, count, isDirect }: { readonly seats: number; readonly count: number; readonly isDirect: boolean },
  settings: Pick<RuleSettings, 'election.candidateSurplusPercent'>,
): readonly Finding[] {
  if (seats === 0) return []
  if (contest === 'committee') {
    const needed = candidatesNeeded(seats, settings)
    if (count >= needed) return []
    const message = `应选委员 ${seats} 名，候选人应不少于 ${needed} 名（差额 ${settings['election.candidateSurplusPercent']}%，向上取整），现有 ${count} 名，还差 ${needed - count} 名`
    return [makeFinding('ORG-30', 'yellow', 'candidates', message, basisSurplus)]
  }
  if (isDirect || count === seats) return []
  const name = contest === 'secretary' ? '书记' : '副书记'
  const message = `${name}由委员会等额选举，应选 ${seats} 名，候选人应为 ${seats} 名，现有 ${count} 名`
  return [makeFinding('ORG-30', 'yellow', 'candidates', message, basisSurplus)]
}

/** ORG-36: 监票人 and 计票人 are not candidates. */
export function tellerFindings(
  tellers: readonly { readonly memberId: string | null; readonly name: string }[],
  candidateIds: readonly (string | null)[],
): readonly Finding[] {
  const ids = new Set(candidateIds)
  return tellers
    .filter(({ memberId }) => memberId !== null && ids.has(memberId))
    .map(({ name }) => {
      const message = `“${name}”是候选人，不能担任监票人、计票人，请换一名不是候选人的党员`
      return makeFinding('ORG-36', 'red', 'tellers', message, basisTellers)
    })
}

/** ORG-41: fewer than seven 正式党员 have no committee: the meeting elects 书记 and 副书记 itself. */
export function electsDirectly(
  { type, full }: { readonly type: string; readonly full: number },
  settings: Pick<RuleSettings, 'org.branchCommitteeMinFull'>,
): boolean {
  return type === 'ZB' && full < settings['org.branchCommitteeMinFull']
}

/** ORG-41 where the way chosen is not the one the number of 正式党员 calls for. */
export function directFindings(
  facts: { readonly type: string; readonly full: number; readonly isDirect: boolean },
  settings: Pick<RuleSettings, 'org.branchCommitteeMinFull'>,
): readonly Finding[] {
  const least = settings['org.branchCommitteeMinFull']
  const should = electsDirectly(facts, settings)
  if (should === facts.isDirect) return []
  const message = should
    ? `正式党员 ${facts.full} 名，不足 ${least} 名，一般不设委员会，书记、副书记由党员大会直接选举`
    : `正式党员 ${facts.full} 名，满 ${least} 名应设委员会，由党员大会选委员，委员会选书记、副书记`
  return [makeFinding('ORG-41', 'yellow', 'isDirect', message, basisDirect)]
}

/** Why an organisation of this kind holds no election, as a whole sentence (ORG-06, ORG-10); null where it does. */
export function whyNoElection(
  subject: TermSubject & { readonly shortName: string },
  kind: ElectionKind,
): string | null {
  const { shortName, branchKind, type } = subject
  const word = kind === 'term' ? '换届' : '补选'
  if (type === 'ZB' && branchKind === 'LS')
    return `“${shortName}”是临时党支部，不换届、不选举，书记由批准成立的党组织指定，不能发起${word}（ORG-06）`
  if (type === 'DGW')
    return `“${shortName}”是上级党委的派出机关，成员由上级任命，没有届期，不能发起${word}（ORG-10）`
  if (!isOrganizationLevel(type) || !hasTerm(subject))
    return `“${shortName}”不是一级党组织，不举行选举，不能发起${word}`
  return null
}
