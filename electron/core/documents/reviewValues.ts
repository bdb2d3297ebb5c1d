import type { ReadDb } from '#db/database.ts'
import { organizationNames } from '#db/queries/organizations.ts'
import type { StoredCampaign } from '#db/queries/reviewCampaigns.ts'
import { listSubjects, type StoredSubject } from '#db/queries/reviewSubjects.ts'
import type { SignedInAccount } from '#shared/contract/accounts.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { CampaignFields } from '#shared/contract/reviewInputs.ts'
import { isFlowStep } from '#shared/domain/reviews/flow.ts'
import { type RatedComponent, type Scheme } from '#shared/domain/reviews/scheme.ts'
import { schemeProblems } from '#shared/domain/reviews/schemeRules.ts'
import { formatInShanghai } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import { readAnyOrganizationTree, readOrganizationTree } from '../records/organizationTree.ts'
import { getCampaign, getScheme, isOwnCampaign, leftOutOf, schemeOf } from '../records/reviewCampaign.ts'
import type { Frame } from './ledgerExport.ts'
import type { BallotPerson } from './reviewBallot.ts'

interface Unit {
  readonly fullName: string
  readonly shortName: string
}

/** A campaign as its papers need it. */
interface PaperCampaign {
  readonly campaign: StoredCampaign
  readonly fields: CampaignFields
  /** Who holds it. */
  readonly holder: Unit
  /** Who makes the paper: the holder, or the caller's own organisation where it is held above. */
  readonly unit: Unit
  readonly isOwn: boolean
}

const nowhere = () =>
  new AppError('NOT_FOUND', 'no such organization', { messageZh: '找不到组织这次述职测评的党组织' })

/** Throws NOT_FOUND. */
export function paperCampaign(db: ReadDb, campaignId: string): PaperCampaign {
  const campaign = getCampaign(db, campaignId)
  const isOwn = isOwnCampaign(db, campaign)
  const holder = readAnyOrganizationTree(db).get(campaign.organizationId)
  const unit = isOwn ? holder : readOrganizationTree(db).children(null)[0]
  if (holder === undefined || unit === undefined) throw nowhere()
  const { organizationId, year, name, startOn, endOn, noticeNo, noticeOn, remark } = campaign
  const fields = { organizationId, year, name, startOn, endOn, noticeNo, noticeOn, remark }
  const leftOutSteps = leftOutOf(campaign).filter(isFlowStep)
  return { campaign, fields: { ...fields, leftOutSteps }, holder, unit, isOwn }
}

/** What stands around the tables of a ledger. */
export function ledgerFrame(
  { unit }: Pick<PaperCampaign, 'unit'>,
  account: SignedInAccount,
  ports: Ports,
): Frame {
  return {
    organizationName: unit.fullName,
    asOf: ports.clock.today(),
    compiledBy: unit.fullName,
    trace: { account: `${account.displayName}（${account.user}）`, at: formatInShanghai(ports.clock.now()) },
  }
}

function gone(what: string): AppError {
  return new AppError('NOT_FOUND', 'not of this campaign', {
    messageZh: `这次述职测评里找不到这${what}，可能已被移除，或不在您的管理范围。请刷新页面`,
  })
}

/** In their order; one person where one is asked for. Throws NOT_FOUND. */
export function peopleOf(db: ReadDb, campaignId: string, subjectId: string | null): readonly StoredSubject[] {
  const all = listSubjects(db, campaignId)
  if (subjectId === null) return all
  const found = all.find(({ id }) => id === subjectId)
  if (found === undefined) throw gone('位述职人')
  return [found]
}

/** A direction of a scheme of the campaign that can be rated by. Throws NOT_FOUND, or CONFLICT for a scheme with faults. */
export function ratedDirection(
  db: ReadDb,
  {
    campaignId,
    schemeId,
    componentId,
  }: { readonly campaignId: string; readonly schemeId: string; readonly componentId: string },
): { readonly scheme: Scheme; readonly component: RatedComponent } {
  const stored = getScheme(db, schemeId)
  if (stored.campaignId !== campaignId) throw gone('套方案')
  const scheme = schemeOf(stored)
  const component = scheme.components.find(({ id }) => id === componentId)
  if (component === undefined || component.kind !== 'rated') throw gone('个测评方向')
  const problem = schemeProblems(scheme).find(({ severity }) => severity === 'block')
  if (problem !== undefined)
    throw new AppError('CONFLICT', 'the scheme has faults', {
      messageZh: `方案“${stored.name}”还不能用：${problem.message}。请先改正方案，再印测评票和计票记录`,
    })
  return { scheme, component }
}

/** Those under a scheme who were asked for, in the order asked. Throws NOT_FOUND. */
export function ratedPeople(
  db: ReadDb,
  {
    campaignId,
    schemeId,
    subjectIds,
  }: { readonly campaignId: string; readonly schemeId: string; readonly subjectIds: readonly string[] },
): readonly (BallotPerson & { readonly id: string })[] {
  const known = new Map(listSubjects(db, campaignId).map((subject) => [subject.id, subject]))
  const names = organizationNames(db)
  return [...new Set(subjectIds)].map((id) => {
    const found = known.get(id)
    if (found === undefined || found.schemeId !== schemeId) throw gone('位述职人')
    const { name, duty, organizationId } = found
    return { id, name, duty, organizationName: names.get(organizationId) ?? '' }
  })
}
