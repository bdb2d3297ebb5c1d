import type { Database, ReadDb } from '#db/database.ts'
import { listTerms } from '#db/queries/terms.ts'
import type { SignedInAccount } from '#shared/contract/accounts.ts'
import type { ExportedDocument } from '#shared/contract/documents.ts'
import { AppError } from '#shared/contract/errors.ts'
import { roleHasRight } from '#shared/contract/rights.ts'
import type { ReminderKind } from '#shared/domain/electionDocuments.ts'
import { whyNoElection } from '#shared/domain/electionCandidates.ts'
import { electionWords } from '#shared/domain/electionWords.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { effectiveDue, runningTerm } from '#shared/domain/terms.ts'
import { reminderKindLabels } from '#shared/labels/elections.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import { kindOf } from '../records/organizationKind.ts'
import { type OrganizationTree, readOrganizationTree } from '../records/organizationTree.ts'
import { deliver, ownWord } from './electionExport.ts'
import { type RemindedBranch, reminderLetters } from './electionReminder.ts'

interface Asked {
  readonly organizationIds: readonly string[]
  readonly kind: ReminderKind
  readonly replyBy: DateOnly | null
}

/** Letters to several organisations in one file, a page each; throws NOT_FOUND when one is out of reach, CONFLICT for one without terms. */
export async function exportReminder(
  db: Database,
  { organizationIds, kind, replyBy }: Asked,
  account: SignedInAccount,
  ports: Ports,
): Promise<ExportedDocument> {
  const tree = readOrganizationTree(db.read)
  const branches = [...new Set(organizationIds)].map((id) => remindedBranch(db.read, tree, id))
  const sender = tree.children(null)[0]
  if (!sender) throw notFound()
  if (organizationIds.includes(sender.id))
    throw new AppError('CONFLICT', 'a letter to itself', {
      messageZh: `“${sender.shortName}”的换届由它的上级发函提醒，不能自己发给自己，请从名单中去掉`,
    })
  const today = ports.clock.today()
  const { sections, missing } = reminderLetters({
    kind,
    sender: sender.fullName,
    senderWe: ownWord(kindOf(sender).type),
    contactName: sender.contactName,
    contactPhone: roleHasRight(account.role, 'member.reveal') ? sender.contactPhone : null,
    replyBy,
    today,
    branches,
  })
  const [first] = branches
  const label = reminderKindLabels[kind]
  const title = branches.length === 1 && first ? `${label}${first.shortName}` : label
  return deliver(db, account, ports, {
    sections,
    missing,
    label,
    unit: sender,
    kind: '函',
    title,
    rows: branches.length,
  })
}

function notFound(): AppError {
  return new AppError('NOT_FOUND', 'no such organization', { messageZh: '找不到这个党组织' })
}

function remindedBranch(db: ReadDb, tree: OrganizationTree, id: string): RemindedBranch {
  const row = tree.get(id)
  if (!row) throw notFound()
  const kind = kindOf(row)
  const why = whyNoElection({ ...kind, shortName: row.shortName }, 'term')
  if (why !== null) throw new AppError('CONFLICT', 'holds no elections', { messageZh: why })
  const term = runningTerm(listTerms(db, [id]))
  return {
    fullName: row.fullName,
    shortName: row.shortName,
    words: electionWords(kind.type),
    fromOn: term?.fromOn ?? '',
    dueOn: term && effectiveDue(term, defaultRuleSettings),
  }
}
