import type { WriteDb } from '#db/database.ts'
import { type OncePerYear, yearlyTwins } from '#db/queries/organizationLife.ts'
import { AppError } from '#shared/contract/errors.ts'

const words: Readonly<Record<OncePerYear, string>> = {
  life_meetings: '组织生活会',
  appraisals: '民主评议党员',
  review_campaigns: '述职测评',
  responsibility_lists: '党建责任清单',
}

/** What was recorded anew for the branch and year stays the only one. Throws CONFLICT naming them. */
export function refuseYearlyTwins(
  tx: WriteDb,
  restored: Readonly<Record<OncePerYear, readonly string[]>>,
): void {
  for (const table of ['life_meetings', 'appraisals', 'review_campaigns', 'responsibility_lists'] as const) {
    const [twin] = yearlyTwins(tx, table, restored[table])
    if (twin)
      throw new AppError('CONFLICT', 'one for a branch and a year', {
        messageZh: `不能恢复：“${twin.organizationName}”${twin.year} 年度的${words[table]}后来又登记过。请先删除后来登记的那一条，或不恢复`,
      })
  }
}
