import type { ReadDb, WriteDb } from '#db/database.ts'
import { getBatch } from '#db/queries/imports.ts'
import { entryOfImport } from '#db/queries/undo.ts'
import type { RecordKind } from '#shared/contract/activity.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { ImportKind, WithdrawCheck } from '#shared/contract/imports.ts'
import type { WriteMoment } from '../records/memberStore.ts'
import { applyUndo, type Examined, examineUndo, type Undoer } from '../records/undo.ts'
import type { UndoProblem, UndoReason } from '../records/undoPlan.ts'

const reasons: Readonly<Record<UndoReason, string>> = {
  edited: '导入之后又修改过',
  trashed: '已移入回收站',
  gone: '已彻底删除',
  ended: '已撤销或合并',
  inUse: '下面已有党员或别的党组织',
  idNoTaken: '身份证号已由别人使用',
  nameTaken: '原来的代码或简称已由别的党组织使用',
  placeGone: '原来的党支部已撤销，放不回去',
  misplaced: '按原来的类别放不回原处',
}

function reasonOf({ kind, reason }: UndoProblem): string {
  if (kind === 'organization' && (reason === 'trashed' || reason === 'gone')) return '已不在党组织中'
  if (kind === 'organization' && reason === 'placeGone') return '原来的上级已撤销，放不回去'
  return reasons[reason]
}

/** Withdrawing a batch is undoing the write that imported it. */
function examine(db: ReadDb, batchId: string, undoer: Undoer, moment: WriteMoment): Examined {
  const batch = getBatch(db, batchId, undoer.accountId)
  if (batch === undefined)
    throw new AppError('NOT_FOUND', 'no such batch', { messageZh: '找不到这个导入批次' })
  if (batch.withdrawnAt !== null)
    throw new AppError('CONFLICT', 'batch is withdrawn', { messageZh: '这个导入批次已经撤回过了' })
  const entry = entryOfImport(db, batchId)
  if (entry === undefined)
    throw new AppError('CONFLICT', 'batch of before the log', {
      messageZh: '这个批次是升级到本版本之前导入的，没有留下逐条记录，不能整批撤回。请在花名册中逐个改正',
    })
  return examineUndo(db, entry, undoer, moment)
}

/** What the rows of such a workbook are. */
const mainKinds: Readonly<Record<ImportKind, RecordKind>> = {
  roster: 'member',
  organizations: 'organization',
  mobility: 'mobilityRecord',
  development: 'developmentFile',
  meetings: 'meeting',
}

function countsOf({ importKind, steps }: Examined): { readonly added: number; readonly changed: number } {
  const kind = importKind === null ? 'member' : mainKinds[importKind]
  const rows = steps.filter((step) => step.kind === kind)
  const added = rows.filter(({ change }) => change.action === 'added').length
  return { added, changed: rows.length - added }
}

/** What withdrawing would do, and what stands in its way. */
export function checkWithdraw(
  db: ReadDb,
  batchId: string,
  undoer: Undoer,
  moment: WriteMoment,
): WithdrawCheck {
  const examined = examine(db, batchId, undoer, moment)
  const edited = examined.problems.map((problem) => ({
    id: problem.id,
    name: problem.name,
    reason: reasonOf(problem),
  }))
  return { edited, ...countsOf(examined) }
}

function refuseEdited(problems: readonly UndoProblem[]): void {
  if (problems.length === 0) return
  const some = problems
    .slice(0, 5)
    .map((problem) => `“${problem.name}”${reasonOf(problem)}`)
    .join('，')
  const more = problems.length > 5 ? `等 ${problems.length} 处` : ''
  throw new AppError('CONFLICT', 'edited since the import', {
    messageZh: `不能整批撤回：${some}${more}。请先逐个处理这些记录，其余的可以单独改正`,
  })
}

/** All of the batch or nothing of it. Throws CONFLICT with the records somebody has edited since. */
export function withdrawBatch(
  tx: WriteDb,
  batchId: string,
  undoer: Undoer,
  moment: WriteMoment,
): { readonly added: number; readonly changed: number } {
  const examined = examine(tx, batchId, undoer, moment)
  refuseEdited(examined.problems)
  applyUndo(tx, examined, moment)
  return countsOf(examined)
}
