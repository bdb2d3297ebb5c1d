import type { ReadDb } from '#db/database.ts'
import type { StoredMember } from '#db/queries/memberRecords.ts'
import { listOverrides } from '#db/queries/memberFindings.ts'
import { getMembers } from '#db/queries/members.ts'
import { countByGroup, type StoredOrganization } from '#db/queries/organizations.ts'
import { listPosts, type StoredPost } from '#db/queries/posts.ts'
import { listTerms, type StoredTerm } from '#db/queries/terms.ts'
import type { OrganizationFinding } from '#shared/contract/organizations.ts'
import type { Finding } from '#shared/domain/finding.ts'
import { hasTerm, isEnded, isOrganizationLevel } from '#shared/domain/organizationKinds.ts'
import { isCountedStatus, partyStatuses } from '#shared/domain/partyStatus.ts'
import { isHeldOn } from '#shared/domain/posts.ts'
import { committeeFindings, type HeldPost } from '#shared/domain/postRules.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { termFindings } from '#shared/domain/termRules.ts'
import { runningTerm } from '#shared/domain/terms.ts'
import { codeName } from '#shared/labels/codeTables.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { kindOf } from './organizationKind.ts'
import { type OrganizationTree, readOrganizationTree } from './organizationTree.ts'

/** One organisation's terms and posts, with what the rules say of them today. */
export interface Committee {
  readonly row: StoredOrganization
  /** Oldest first. */
  readonly terms: readonly StoredTerm[]
  readonly running: StoredTerm | null
  readonly posts: readonly StoredPost[]
  readonly held: readonly HeldPost[]
  readonly findings: {
    readonly term: readonly OrganizationFinding[]
    readonly posts: readonly OrganizationFinding[]
  }
}

export interface Committees {
  readonly tree: OrganizationTree
  /** Members who hold or held a post, of those in reach. */
  readonly holders: ReadonlyMap<string, StoredMember>
  readonly all: readonly Committee[]
}

const counting = partyStatuses.filter((status) => isCountedStatus(status))

/** Of these organisations, or of all in reach, in tree order; groups are left out unless asked for. */
export function readCommittees(
  db: ReadDb,
  today: DateOnly,
  organizationIds: readonly string[] | null,
): Committees {
  const tree = readOrganizationTree(db)
  const wanted = organizationIds === null ? null : new Set(organizationIds)
  const rows = tree.all.filter((row) =>
    wanted === null ? isOrganizationLevel(kindOf(row).type) : wanted.has(row.id),
  )
  const terms = Map.groupBy(listTerms(db, organizationIds), ({ organizationId }) => organizationId)
  const posts = listPosts(db, organizationIds)
  const byPlace = Map.groupBy(posts, ({ organizationId }) => organizationId)
  const holderIds = new Set(posts.flatMap(({ memberId }) => memberId ?? []))
  const holders = new Map(getMembers(db, [...holderIds]).map((member) => [member.id, member]))
  const full = new Map<string, number>()
  for (const each of countByGroup(db, counting))
    full.set(each.organizationId, (full.get(each.organizationId) ?? 0) + each.full)
  const overrides = new Map(
    listOverrides(db, 'organization').map(({ subjectId, code, reason }) => [`${subjectId} ${code}`, reason]),
  )
  const all = rows.map((row): Committee => {
    const own = terms.get(row.id) ?? []
    const here = byPlace.get(row.id) ?? []
    const running = runningTerm(own)
    const held = here.map((post) => heldPost(post, tree, holders))
    const answered = (findings: readonly Finding[]) =>
      findings.map((finding) => ({
        ...finding,
        overriddenReason: overrides.get(`${row.id} ${finding.code}`) ?? null,
      }))
    const isRunning = !isEnded(row)
    const context = { today, settings: defaultRuleSettings }
    const kind = kindOf(row)
    return {
      row,
      terms: own,
      running,
      posts: here,
      held,
      findings: {
        term: answered(
          running === null || !isRunning || !hasTerm(kind)
            ? []
            : termFindings({ ...running, unapprovedLeaders: unapproved(here, running.id, today) }, context),
        ),
        posts: answered(
          isRunning
            ? committeeFindings(
                {
                  type: kind.type,
                  full: kind.type === 'ZB' ? (full.get(row.id) ?? 0) : null,
                  committeeSeats: row.committeeSeats,
                  runningTermId: running?.id ?? null,
                  posts: held,
                },
                context,
              )
            : [],
        ),
      },
    }
  })
  return { tree, holders, all }
}

/** People outside the roster are told apart by their names. */
export const personKeyOf = ({ memberId, personName }: Pick<StoredPost, 'memberId' | 'personName'>): string =>
  memberId ?? `name ${personName}`

const isLeader = ({ position }: StoredPost) => position === 'SJ' || position === 'FSJ'
const isElected = ({ howChosen }: StoredPost) => howChosen === 'elected' || howChosen === 'byElection'

function unapproved(posts: readonly StoredPost[], termId: string, today: DateOnly): readonly string[] {
  return posts
    .filter((post) => post.termId === termId && isLeader(post) && isElected(post) && isHeldOn(post, today))
    .filter(({ approvedOn }) => approvedOn === null)
    .map(({ personName }) => personName)
}

function heldPost(
  post: StoredPost,
  tree: OrganizationTree,
  holders: ReadonlyMap<string, StoredMember>,
): HeldPost {
  const { id, personName, position, fromOn, toOn, isPartTime, approvedDoc, termId } = post
  const holder = post.memberId === null ? null : holderOf(post.memberId, post.organizationId, tree, holders)
  const personKey = personKeyOf(post)
  return { id, personKey, personName, position, fromOn, toOn, isPartTime, approvedDoc, termId, holder }
}

function holderOf(
  memberId: string,
  organizationId: string,
  tree: OrganizationTree,
  holders: ReadonlyMap<string, StoredMember>,
): HeldPost['holder'] {
  const member = holders.get(memberId)
  const unknown = { personType: null, joinedOn: null, regularOn: null, partyAgeCorrectionMonths: null }
  if (!member) return { ...unknown, isHere: false, whereZh: '的组织关系已不在您管理的党组织' }
  const { personType, joinedOn, regularOn, partyAgeCorrectionMonths } = member
  const facts = { personType, joinedOn, regularOn, partyAgeCorrectionMonths }
  if (member.deletedAt !== null) return { ...facts, isHere: false, whereZh: '的党员记录在回收站' }
  if (!isCountedStatus(member.partyStatus)) {
    const status = codeName('partyStatus', member.partyStatus) ?? ''
    return { ...facts, isHere: false, whereZh: `现为“${status}”` }
  }
  // A group's head is a member of the branch above it.
  const place = tree.get(organizationId)
  const from = place?.type === 'XZ' && place.parentId !== null ? place.parentId : organizationId
  const isHere = tree.path(member.organizationId).some(({ id }) => id === from)
  const branch = tree.get(member.organizationId)?.shortName ?? '其他党支部'
  return { ...facts, isHere, whereZh: isHere ? '' : `的组织关系在“${branch}”` }
}
