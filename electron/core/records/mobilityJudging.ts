import type { MobilityOfPerson, StoredContact, StoredMobility } from '#db/queries/mobility.ts'
import type { LedgerLine } from '#db/queries/mobilityLedger.ts'
import type { MobilityRow } from '#shared/contract/mobility.ts'
import { type Finding, makeFinding, severities } from '#shared/domain/finding.ts'
import { isOpenMobility } from '#shared/domain/mobility.ts'
import {
  type ContactFact,
  contactMonthsOf,
  type ContactSummary,
  type MobilityFacts,
  nextContactDue,
  proposesLostCase,
  type RuleDay,
} from '#shared/domain/mobilityDue.ts'
import { placeText } from '#shared/domain/mobilityPlaces.ts'
import { mobilityFindings } from '#shared/domain/mobilityRules.ts'
import { isCountedStatus } from '#shared/domain/partyStatus.ts'
import { todayInShanghai } from '#shared/lib/dates.ts'

/** Without a place of its own it is the member's branch. */
export function branchOf({ record, member }: MobilityOfPerson): string {
  return member?.organizationId ?? record.organizationId ?? ''
}

/** As much of a record as the rules ask for. */
type Judgeable = Pick<LedgerLine, 'record'> & {
  readonly member: { readonly partyStatus: string } | null
}

function factsOf({ record }: Judgeable, contacts: ContactSummary): MobilityFacts {
  const text = placeText(record)
  return {
    ...record,
    destination: record.direction === 'LR' || text === '' ? null : text,
    recordedOn: todayInShanghai(record.createdAt),
    contacts,
  }
}

/** Who died, left the Party or moved away is not waited for: only the record is still open. */
function leftFinding({ record, member }: Judgeable) {
  const isGone = member !== null && !isCountedStatus(member.partyStatus) && member.partyStatus !== 'TZ'
  if (!isGone || !isOpenMobility(record.status)) return null
  const message = '此人的组织关系已不在本地（已转出、出党或已故），请结束这条外出记录'
  return makeFinding('MOBILITY_LEFT', 'yellow', 'status', message, '外出记录应与党籍状态一致')
}

/** An outflow of somebody the roster does not have; linked as soon as it does. */
export function isUnlinked({
  record,
}: {
  readonly record: Pick<StoredMobility, 'direction' | 'memberId'>
}): boolean {
  return record.direction === 'LC' && record.memberId === null
}

function unlinkedFindings(of: Judgeable): readonly Finding[] {
  if (!isUnlinked(of)) return []
  const message = '花名册里没有此人，请核对后补录；补录后自动关联，在此之前不计入任何人数'
  return [
    makeFinding('MEMBER_UNKNOWN', 'yellow', 'memberId', message, '流出党员的组织关系在本地，应在花名册中'),
  ]
}

const worstFirst = (a: Finding, b: Finding) => severities.indexOf(a.severity) - severities.indexOf(b.severity)

/** What the rules say of a record, without the record itself. */
export type JudgedMobility = Pick<
  MobilityRow,
  'lastReachedOn' | 'contactMonths' | 'nextDue' | 'isOverdue' | 'proposesLostCase' | 'findings'
>

export function contactFact({ contactedOn, way, isReached }: StoredContact): ContactFact {
  return { on: contactedOn, way, isReached }
}

export function judgeMobility(of: Judgeable, contacts: ContactSummary, day: RuleDay): JudgedMobility {
  const facts = factsOf(of, contacts)
  const left = leftFinding(of)
  const nextDue = left === null ? nextContactDue(facts, day.settings) : null
  return {
    lastReachedOn: contacts.lastReachedOn,
    contactMonths: contactMonthsOf(facts, day.settings),
    nextDue,
    isOverdue: nextDue !== null && nextDue < day.today,
    proposesLostCase: left === null && proposesLostCase(facts, day),
    findings:
      left === null
        ? [...unlinkedFindings(of), ...mobilityFindings(facts, day)].toSorted(worstFirst)
        : [left],
  }
}
