import type { WriteDb } from '#db/database.ts'
import { filesOfForms, takenSerialNos } from '#db/queries/applicationForms.ts'
import { scansOfTrashedFiles } from '#db/queries/attachments.ts'
import { filesOfClasses } from '#db/queries/trainingClasses.ts'
import { AppError } from '#shared/contract/errors.ts'
import { renewDevelopment } from './developmentStatus.ts'
import type { WriteMoment } from './memberStore.ts'

/** A booklet whose number was entered anew stays where it is. Throws CONFLICT naming the numbers. */
export function refuseTakenForms(tx: WriteDb, formIds: readonly string[]): void {
  const taken = takenSerialNos(tx, formIds)
  if (taken.length > 0)
    throw new AppError('CONFLICT', 'serial numbers exist', {
      messageZh: `不能恢复志愿书：编号 ${taken.slice(0, 5).join('、')} 后来又登记过。请先删除后来登记的那一本，或不恢复`,
    })
}

/**
 * What stands beside files of 发展党员 is out of the trash: the files are judged with it. Throws CONFLICT for scans of a file that is
 * still in the trash, where nobody would find them.
 */
export function settleRestoredBeside(
  tx: WriteDb,
  {
    forms,
    classes,
    scans,
  }: {
    readonly forms: readonly string[]
    readonly classes: readonly string[]
    readonly scans: readonly string[]
  },
  moment: WriteMoment,
): void {
  const [hidden] = scansOfTrashedFiles(tx, scans)
  if (hidden)
    throw new AppError('CONFLICT', 'its file is in the trash', {
      messageZh: `不能恢复扫描件“${hidden.name}”：${hidden.of === 'meeting' ? `会议记录“${hidden.fileName}”在回收站，请先恢复会议记录` : `“${hidden.fileName}”的发展党员档案在回收站，请先恢复档案`}`,
    })
  const files = new Set([...filesOfForms(tx, forms), ...filesOfClasses(tx, classes)])
  renewDevelopment(tx, [...files], moment)
}
