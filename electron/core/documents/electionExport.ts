import type { PageNumberEstimator } from 'docx'
import type { Database, ReadDb } from '#db/database.ts'
import { insertExport } from '#db/queries/exports.ts'
import { recordOf } from '#db/queries/memberRecords.ts'
import { getMembers } from '#db/queries/members.ts'
import { listPosts } from '#db/queries/posts.ts'
import type { SignedInAccount } from '#shared/contract/accounts.ts'
import type { ExportedDocument } from '#shared/contract/documents.ts'
import { roleHasRight } from '#shared/contract/rights.ts'
import type { ElectionDocument } from '#shared/domain/electionDocuments.ts'
import { electionWords } from '#shared/domain/electionWords.ts'
import type { OrganizationType } from '#shared/domain/organizationKinds.ts'
import { isHeldOn } from '#shared/domain/posts.ts'
import { electionDocumentLabels } from '#shared/labels/elections.ts'
import { fieldText } from '#shared/labels/fieldText.ts'
import { type DateOnly, formatDots, isPartialDate } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import { electionDetail } from '../records/electionDetail.ts'
import { type ElectionFacts, readElection } from '../records/electionFacts.ts'
import { kindOf } from '../records/organizationKind.ts'
import { readOrganizationTree } from '../records/organizationTree.ts'
import { ballotPaper } from './electionBallot.ts'
import { electionMethod, hostScript, tellerList } from './electionMeeting.ts'
import {
  type BuiltPaper,
  type CandidateFacts,
  type ElectionPaperValues,
  type Pen,
  penFor,
} from './electionPaper.ts'
import { candidateReply, electionReply } from './electionReplies.ts'
import { electionReport } from './electionReport.ts'
import { candidateRequest } from './electionNominees.ts'
import { electionRequest } from './electionRequests.ts'
import { documentFileName } from './fileName.ts'
import { officialDocument } from './layout.ts'
import { renderDocument } from './render.ts'

const writers: Readonly<Record<ElectionDocument, (pen: Pen) => BuiltPaper>> = {
  request: electionRequest,
  reply: electionReply,
  candidateRequest,
  candidateReply,
  method: electionMethod,
  ballot: ballotPaper,
  tellers: tellerList,
  script: hostScript,
  result: electionReport,
}

/** One paper of an election; throws NOT_FOUND out of reach. */
export async function exportElection(
  db: Database,
  { electionId, document }: { readonly electionId: string; readonly document: ElectionDocument },
  account: SignedInAccount,
  ports: Ports,
): Promise<ExportedDocument> {
  const today = ports.clock.today()
  const facts = readElection(db.read, electionId, today)
  const values = paperValues(db.read, facts, account, today)
  const paper = writers[document](penFor(values))
  const label = electionDocumentLabels[document]
  return deliver(db, account, ports, {
    sections: paper.sections,
    missing: paper.missing,
    label,
    unit: facts.organization,
    kind: paper.kind,
    title: document === 'ballot' || document === 'tellers' ? `换届${label}` : paper.title,
    rows: 1,
  })
}

interface Delivered extends Pick<BuiltPaper, 'sections' | 'missing' | 'kind' | 'title'> {
  /** What the log and the list of exports call it. */
  readonly label: string
  readonly unit: { readonly fullName: string; readonly shortName: string }
  readonly rows: number
  /** Of papers about one person. */
  readonly personName?: string
  /** Why numbers stand in it in the clear; null where they do not. */
  readonly unmaskedFor?: string | null
  /** Of those whose contents name pages. */
  readonly pageNumbers?: PageNumberEstimator
}

/** Renders, logs, puts on the shelf: in this order. */
export async function deliver(
  db: Database,
  account: SignedInAccount,
  ports: Ports,
  { sections, pageNumbers, ...delivered }: Delivered,
): Promise<ExportedDocument> {
  const { title, label } = delivered
  const numbers = pageNumbers === undefined ? {} : { pageNumbers }
  const bytes = await renderDocument(officialDocument({ title, subject: label, ...numbers }, sections))
  return shelve(db, account, ports, { ...delivered, bytes, extension: 'docx' })
}

interface Rendered extends Omit<Delivered, 'sections' | 'pageNumbers'> {
  readonly bytes: Uint8Array
  readonly extension: 'docx' | 'xlsx' | 'zip'
}

/** Logs what is rendered, then puts it on the shelf. */
export function shelve(
  db: Database,
  account: SignedInAccount,
  ports: Ports,
  { bytes, extension, missing, label, unit, kind, title, rows, personName, unmaskedFor = null }: Rendered,
): ExportedDocument {
  const name = documentFileName({
    year: ports.clock.today().slice(0, 4),
    unit: unit.shortName,
    kind,
    title,
    personName: personName ?? null,
    extension,
  })
  const entry = {
    id: ports.ids.next(),
    document: `${label}.${extension}`,
    organizationName: unit.fullName,
    rows,
    isUnmasked: unmaskedFor !== null,
    purpose: unmaskedFor,
    accountId: account.id,
    createdAt: ports.clock.now(),
  }
  // Logged before the file can be had.
  db.write((tx) => insertExport(tx, entry))
  const handle = ports.files.put({ name, bytes })
  return {
    file: { handle, name },
    rows,
    missing: missing.map(({ label: what, where }) => ({ label: what, where })),
  }
}

/** How an organisation of this kind speaks of itself. */
export function ownWord(type: OrganizationType): string {
  if (type === 'DGW') return '我工委'
  return type === 'ZZ' ? '我总支' : '我委'
}

function paperValues(
  db: ReadDb,
  facts: ElectionFacts,
  account: SignedInAccount,
  today: DateOnly,
): ElectionPaperValues {
  const { organization, voters } = facts
  const detail = electionDetail(facts, today)
  const tree = readOrganizationTree(db)
  const above = organization.parentId === null ? undefined : tree.get(organization.parentId)
  const probationary = voters.others.filter(({ why }) => why === 'probationary').length
  const superiorType = above === undefined ? 'SQW' : kindOf(above).type
  return {
    detail,
    words: electionWords(kindOf(organization).type),
    superior: above?.fullName ?? null,
    superiorWe: ownWord(superiorType),
    secretary: secretaryOf(db, organization, today),
    contactName: organization.contactName,
    // The number of the branch's contact is for who may see numbers in the clear.
    contactPhone: roleHasRight(account.role, 'member.reveal') ? organization.contactPhone : null,
    full: voters.voters.length + voters.others.length - probationary,
    probationary,
    candidates: candidateFacts(
      db,
      detail.contests.flatMap(({ candidates }) => candidates.map(({ memberId }) => memberId)),
    ),
  }
}

/** Who holds the post today, else the name the organisation's form has. */
export function secretaryOf(
  db: ReadDb,
  { id, secretaryName }: { readonly id: string; readonly secretaryName: string | null },
  today: DateOnly,
): string | null {
  const held = listPosts(db, [id]).findLast((post) => post.position === 'SJ' && isHeldOn(post, today))
  return held?.personName ?? secretaryName
}

function candidateFacts(db: ReadDb, ids: readonly string[]): ReadonlyMap<string, CandidateFacts> {
  const text = (value: string) => (value === '' ? null : value)
  const none = () => ''
  return new Map(
    getMembers(db, [...new Set(ids)]).map((member) => {
      const { gender, birthDate, education, joinedOn, unitDuty } = recordOf(member)
      const month = birthDate?.slice(0, 7) ?? ''
      const facts: CandidateFacts = {
        gender: text(fieldText('gender', gender, none)),
        birth: isPartialDate(month) ? formatDots(month) : null,
        education: text(fieldText('education', education, none)),
        joined: joinedOn === null ? null : formatDots(joinedOn),
        unitDuty,
      }
      return [member.id, facts]
    }),
  )
}
