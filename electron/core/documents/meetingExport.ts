import type { Database, ReadDb } from '#db/database.ts'
import { meetingIdsBetween } from '#db/queries/meetingPapers.ts'
import type { SignedInAccount } from '#shared/contract/accounts.ts'
import type { ExportedDocument } from '#shared/contract/documents.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { RouteInput } from '#shared/contract/routes.ts'
import { dateOnly, formatPartialDate } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import { readOrganizationTree } from '../records/organizationTree.ts'
import type { Job } from '../system/jobs.ts'
import { deliver } from './electionExport.ts'
import { section } from './layout.ts'
import { type BuiltMinutes, minutes } from './meetingMinutes.ts'
import { recordBook, recordBookTitle } from './meetingRecordBook.ts'
import { signIn, signInPeople } from './meetingSignIn.ts'
import { readMinutes, readOneMinutes } from './meetingValues.ts'
import { sectionEnd } from './rosterFrame.ts'

export function unitOf(db: ReadDb, organizationId: string | null) {
  const tree = readOrganizationTree(db)
  const unit = organizationId === null ? tree.children(null)[0] : tree.get(organizationId)
  if (!unit) throw new AppError('NOT_FOUND', 'no such organization', { messageZh: '找不到这个党组织' })
  return unit
}

/** Papers one after the other, each on a page of its own, numbered through. */
export function paperSections(papers: readonly BuiltMinutes[]) {
  return papers.map(({ children }, index) =>
    section({
      orientation: 'portrait',
      pageNumbers: index === 0 ? 'first' : 'inherited',
      foot: null,
      // A section must end in a paragraph.
      children: [...children, sectionEnd()],
    }),
  )
}

/** D02, D03. Throws NOT_FOUND. */
export function exportMinutes(
  db: Database,
  { meetingId }: RouteInput<'documents.exportMinutes'>,
  account: SignedInAccount,
  ports: Ports,
): Promise<ExportedDocument> {
  const values = readOneMinutes(db.read, meetingId)
  const built = minutes(values)
  return deliver(db, account, ports, {
    sections: paperSections([built]),
    missing: built.missing,
    label: '会议记录',
    unit: values.organization,
    kind: '记录',
    title: `${formatPartialDate(values.fields.heldOn)}${built.title}`,
    rows: 1,
  })
}

/** Throws NOT_FOUND. */
export function exportSignIn(
  db: Database,
  { meetingId }: RouteInput<'documents.exportSignIn'>,
  account: SignedInAccount,
  ports: Ports,
): Promise<ExportedDocument> {
  const values = readOneMinutes(db.read, meetingId)
  const people = signInPeople(db.read, values)
  const built = signIn(values, people)
  return deliver(db, account, ports, {
    sections: paperSections([built]),
    missing: built.missing,
    label: '签到表',
    unit: values.organization,
    kind: '签到表',
    title: `${formatPartialDate(values.fields.heldOn)}${built.title}`,
    rows: people.length,
  })
}

/** Throws CONFLICT where the branch has no meeting in the year. */
export async function exportRecordBook(
  db: Database,
  { organizationId, year }: RouteInput<'documents.exportRecordBook'>,
  account: SignedInAccount,
  ports: Ports,
  job: Job,
): Promise<ExportedDocument> {
  const unit = unitOf(db.read, organizationId)
  const ids = meetingIdsBetween(db.read, {
    organizationIds: [organizationId],
    from: dateOnly(`${year}-01-01`),
    to: dateOnly(`${year}-12-31`),
  })
  const meetings = readMinutes(db.read, ids).filter(({ status }) => status === 'final')
  if (meetings.length === 0)
    throw new AppError('CONFLICT', 'no final meetings', {
      messageZh: `${unit.shortName}${year}年没有定稿的会议记录，记录本只收定稿的记录`,
    })
  const compiledOn = ports.clock.today()
  const book = await recordBook({ organizationName: unit.fullName, year, meetings, compiledOn }, job)
  job.report({ label: '生成文件', done: meetings.length, total: meetings.length })
  await job.breathe()
  return deliver(db, account, ports, {
    ...book,
    label: recordBookTitle,
    unit,
    kind: '记录本',
    title: `${year}年${recordBookTitle}`,
    rows: meetings.length,
  })
}
