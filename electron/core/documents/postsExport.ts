import type { Database, ReadDb } from '#db/database.ts'
import { insertExport } from '#db/queries/exports.ts'
import { subtreeIds } from '#db/queries/organizations.ts'
import type { SignedInAccount } from '#shared/contract/accounts.ts'
import type { ExportedDocument } from '#shared/contract/documents.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { exportPostsInput } from '#shared/contract/posts.ts'
import { roleHasRight } from '#shared/contract/rights.ts'
import { anyReader, maskField, maskFreeText } from '#shared/domain/memberMasks.ts'
import { isEnded } from '#shared/domain/organizationKinds.ts'
import { partyAge } from '#shared/domain/partyAge.ts'
import { isHeldOn, postPositions } from '#shared/domain/posts.ts'
import { termOn } from '#shared/domain/terms.ts'
import { codeName } from '#shared/labels/codeTables.ts'
import { formatDots, formatInShanghai } from '#shared/lib/dates.ts'
import type { z } from 'zod'
import type { Ports } from '../ports.ts'
import { type Committee, type Committees, readCommittees } from '../records/committees.ts'
import { contact, type Contact, readContacts } from '../records/contacts.ts'
import { readOrganizationTree } from '../records/organizationTree.ts'
import { documentFileName } from './fileName.ts'
import { buildLedger, type LedgerValues, ledgerXlsx } from './ledger.ts'
import { committeeLedger, type CommitteePerson, contactLedger } from './postLedgers.ts'
import { renderDocument } from './render.ts'

type Input = z.output<typeof exportPostsInput>

/** 班子成员名册 or 通讯录, as of a day. Phones in the clear need the right and a purpose, as the roster's do. */
export async function exportPosts(
  db: Database,
  input: Input,
  account: SignedInAccount,
  ports: Ports,
): Promise<ExportedDocument> {
  checkAsked(input, account, ports)
  const { unit, root } = unitOf(db.read, input.organizationId)
  const frame = {
    organizationName: unit.fullName,
    asOf: input.asOf,
    compiledBy: root.fullName,
    trace: { account: `${account.displayName}（${account.user}）`, at: formatInShanghai(ports.clock.now()) },
    privacy: input.unmasked ? ('full' as const) : ('masked' as const),
  }
  const values = gather(db.read, input, frame, ports)
  const rows = values.tables[0]?.rows.length ?? 0
  const { bytes, missing } = await render(values, input.format)
  const name = documentFileName({
    year: input.asOf.slice(0, 4),
    unit: unit.shortName,
    kind: '名册',
    title: values.title,
    personName: null,
    extension: input.format,
  })
  const entry = {
    id: ports.ids.next(),
    document: `${values.title}.${input.format}`,
    organizationName: unit.fullName,
    rows,
    isUnmasked: input.unmasked,
    purpose: input.purpose,
    accountId: account.id,
    createdAt: ports.clock.now(),
  }
  // Logged before the file can be had.
  db.write((tx) => insertExport(tx, entry))
  const handle = ports.files.put({ name, bytes })
  return { file: { handle, name }, rows, missing: missing.map(({ label, where }) => ({ label, where })) }
}

function checkAsked({ unmasked, purpose, asOf }: Input, account: SignedInAccount, { clock }: Ports): void {
  if (unmasked && !roleHasRight(account.role, 'member.reveal'))
    throw new AppError('FORBIDDEN', 'role lacks member.reveal', {
      messageZh: '您的角色不能导出完整的电话，请导出隐去后的名册，或请党务干事导出',
    })
  if (unmasked && purpose === null)
    throw new AppError('VALIDATION_FAILED', 'purpose missing', {
      fields: { purpose: '导出完整电话，请写明用途' },
    })
  if (asOf > clock.today())
    throw new AppError('VALIDATION_FAILED', 'in the future', { fields: { asOf: '截止日期不能晚于今天' } })
}

function unitOf(db: ReadDb, organizationId: string | null) {
  const tree = readOrganizationTree(db)
  const root = tree.children(null)[0]
  const unit = organizationId === null ? root : tree.get(organizationId)
  if (!unit || !root)
    throw new AppError('NOT_FOUND', 'no such organization', { messageZh: '找不到这个党组织' })
  return { unit, root }
}

async function render(values: LedgerValues, format: Input['format']) {
  if (format === 'xlsx') return ledgerXlsx(values)
  const { document, missing } = buildLedger(values)
  return { bytes: await renderDocument(document), missing }
}

type Frame = Omit<LedgerValues, 'title' | 'tables' | 'notes'>

function gather(db: ReadDb, input: Input, frame: Frame, { clock }: Ports): LedgerValues {
  const shown = (phone: string | null) =>
    phone === null || input.unmasked ? phone : maskField('mobile', phone, anyReader)
  if (input.document === 'contacts') {
    const pair = (person: Contact | null) =>
      person === null ? null : ([person.name, shown(person.phone)] as const)
    const lines = readContacts(db, input.organizationId, input.asOf).map((each) => ({
      organizationName: each.committee.row.shortName,
      secretary: pair(each.secretary),
      deputy: pair(each.deputy),
      organizer: pair(each.organizer),
      contactName: each.committee.row.contactName,
      contactPhone: shown(each.committee.row.contactPhone),
      address: each.committee.row.address,
    }))
    return contactLedger(lines, frame)
  }
  const inside = input.organizationId === null ? null : new Set(subtreeIds(db, input.organizationId))
  const committees = readCommittees(db, clock.today(), null)
  const people = committees.all
    .filter(({ row }) => !isEnded(row) && (inside === null || inside.has(row.id)))
    .flatMap((committee) => peopleOf(committee, committees, input, shown))
  return committeeLedger(people, frame)
}

function peopleOf(
  { row, terms, posts }: Committee,
  { holders }: Committees,
  { asOf, unmasked }: Input,
  shown: (phone: string | null) => string | null,
): readonly CommitteePerson[] {
  const term = termOn(terms, asOf)
  const until = term?.endedOn ?? term?.dueOn ?? null
  const from = term === null || term.fromOn === '' ? '' : formatDots(term.fromOn).slice(0, 7)
  const termDays = term === null ? '' : `${from}—${until === null ? '' : formatDots(until).slice(0, 7)}`
  const free = (text: string | null) => (text === null ? '' : unmasked ? text : maskFreeText(text, anyReader))
  return posts
    .filter((post) => isHeldOn(post, asOf))
    .toSorted((a, b) => postPositions.indexOf(a.position) - postPositions.indexOf(b.position))
    .map((post) => {
      const { phone, memberId } = contact(post, holders)
      const member = memberId === null ? undefined : holders.get(memberId)
      return {
        organizationName: row.shortName,
        termNo: term?.termNo ?? null,
        termDays,
        name: post.personName,
        gender: member?.gender ? (codeName('gender', member.gender) ?? '') : '',
        birth: member?.birthDate ?? null,
        education: member?.education ? (codeName('education', member.education) ?? '') : '',
        partyAgeYears: member ? (partyAge(member, asOf)?.years ?? null) : null,
        position: post.position,
        isPartTime: post.isPartTime,
        isOnePersonTwoPosts: post.isOnePersonTwoPosts,
        fromOn: post.fromOn,
        howChosen: post.howChosen,
        approvedDoc: post.approvedDoc,
        unitDuty: free(post.unitDuty),
        phone: shown(phone),
        isMember: member !== undefined,
      }
    })
}
