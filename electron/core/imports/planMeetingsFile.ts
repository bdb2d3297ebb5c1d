import { readAnyOrganizationTree, readOrganizationTree } from '../records/organizationTree.ts'
import { type BranchWords, createBranchBook, keysElsewhere } from './branches.ts'
import { commitMeetings } from './commitMeetings.ts'
import { tooLarge } from './fileLimits.ts'
import type { Planner } from './importPlan.ts'
import { planMeetings } from './meetingPlan.ts'
import { readMeetingSnapshot } from './meetingSnapshot.ts'
import { readMeeting } from './readMeeting.ts'
import { quote } from './rowFindings.ts'

// A street of two thousand branches holds some 140,000 meetings a year; one write of more would keep everybody else waiting.
const rowsMax = 50_000

const words: BranchWords = {
  rows: '会议',
  onlyBranches: '三会一课记在党支部',
  unknown: (name) => `没有名为${quote(name)}的党支部，请选择对应的党支部；还没有建立的，先建立再导入`,
}

export const planMeetingsFile: Planner = async ({ db, sheets, date1904, input, today, job }) => {
  const read = sheets.filter(({ skipped }) => skipped === null)
  const count = read.reduce((sum, { rows }) => sum + rows.length, 0)
  if (count > rowsMax)
    throw tooLarge(
      'too many rows of meetings',
      `表中有 ${count} 行，三会一课台账一次最多导入 ${rowsMax} 行，没有读取。请按社区或按季度分成几个文件再导入`,
    )
  const reads = read.flatMap(({ name: sheet, rows }) =>
    rows.map((row) => readMeeting(row, { sheet, date1904, today })),
  )
  job.report({ label: '与已有的组织生活记录比对', done: 0, total: reads.length })
  await job.breathe()
  const tree = readOrganizationTree(db)
  const choices = { branches: input.branches, otherBranches: 'block' } as const
  const branches = createBranchBook(tree, keysElsewhere(readAnyOrganizationTree(db), tree), choices, words)
  const snapshot = readMeetingSnapshot(
    db,
    reads.flatMap(({ heldOn }) => heldOn ?? []),
  )
  const rows = planMeetings(reads, { mode: input.mode, snapshot, branches })
  return {
    plan: { rows, write: (tx, commit) => commitMeetings(tx, rows, commit) },
    unknownBranches: branches.unknown(),
    findings: [],
  }
}
