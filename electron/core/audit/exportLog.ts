import type { Database, ReadDb } from '#db/database.ts'
import { countEntries, firstNames, listEntries } from '#db/queries/auditLog.ts'
import type { SignedInAccount } from '#shared/contract/accounts.ts'
import type { AuditEntry } from '#shared/contract/audit.ts'
import { AppError } from '#shared/contract/errors.ts'
import { roleLabels } from '#shared/contract/rights.ts'
import type { RouteOutput } from '#shared/contract/routes.ts'
import { recordKindLabels, viaLabels } from '#shared/labels/activities.ts'
import { formatInShanghai } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import { recordName } from '../records/recordChanges.ts'
import { type SheetCell, type TableSheet, writeTableXlsx } from '../spreadsheets/tableXlsx.ts'
import { entriesOf, type FilterInput, filterOf } from './log.ts'

/** A sheet of more opens slowly in the office programs of these machines; days cut it into parts. */
const mostExported = 20_000

const namesShown = 3

/** Said of an entry of a log that a restore has replaced. */
const replacedZh = '（恢复前的日志）'

const columns = [
  { label: '序号', width: 9 },
  { label: '时间', width: 18 },
  { label: '操作人', width: 14 },
  { label: '角色', width: 16 },
  { label: '方式', width: 10 },
  { label: '操作', width: 24 },
  { label: '涉及记录', width: 10 },
  { label: '记录', width: 40 },
  { label: '说明', width: 40 },
  { label: '校验值', width: 68 },
] as const

/** The entries of a list as a workbook; logged before the file can be had. */
export async function exportLog(
  db: Database,
  input: FilterInput,
  account: SignedInAccount,
  ports: Ports,
): Promise<RouteOutput<'audit.export'>> {
  const filter = filterOf(input)
  const total = countEntries(db.read, filter)
  if (total > mostExported)
    throw new AppError('VALIDATION_FAILED', `${total} entries`, {
      messageZh: `符合条件的有 ${total} 条，一次最多导出 ${mostExported} 条。请用起止日期分几次导出`,
    })
  const entries = entriesOf(db.read, listEntries(db.read, filter, { offset: 0, limit: mostExported }))
  const at = formatInShanghai(ports.clock.now())
  const foot = `导出账号：${account.displayName}　导出时间：${at}　含个人信息，注意保管`
  const bytes = await writeTableXlsx([sheetOf(entries, namesOf(db.read, entries), foot)])
  db.write((tx) => tx.audit.detail(`共 ${entries.length} 条`))
  const name = `${ports.clock.today()}-审计日志.xlsx`
  return { file: { handle: ports.files.put({ name, bytes }), name }, rows: entries.length }
}

function sheetOf(
  entries: readonly AuditEntry[],
  names: ReadonlyMap<string, string>,
  foot: string,
): TableSheet {
  return {
    name: '审计日志',
    rows: [
      columns.map(({ label }) => cell(label, { isBold: true, align: 'center', fill: '#F2F2F2' })),
      ...entries.map((entry) => rowOf(entry, names.get(entry.hash) ?? '')),
    ],
    columns: columns.map(({ width }) => ({ width })),
    frozenRows: 1,
    frozenColumns: 0,
    repeatRows: [1, 1],
    isLandscape: true,
    foot,
  }
}

function cell(value: string, look: Omit<SheetCell, 'type' | 'value'> = {}): SheetCell {
  return { type: 'text', value, hasBorder: true, ...look }
}

function rowOf(entry: AuditEntry, names: string): readonly SheetCell[] {
  const number = (value: number): SheetCell => ({ type: 'number', value, hasBorder: true })
  const text = (value: string) => cell(value, { isWrapped: true })
  return [
    number(entry.seq),
    text(formatInShanghai(entry.at)),
    text(entry.accountName),
    text(entry.role === null ? '' : roleLabels[entry.role]),
    text(viaLabels[entry.via]),
    text(entry.title),
    number(entry.changeCount),
    text(names),
    text([...(entry.isReplaced ? [replacedZh] : []), entry.detail ?? ''].join(' ').trim()),
    text(entry.hash),
  ]
}

/** 党员 王某、党员 李某 等 */
function namesOf(db: ReadDb, entries: readonly AuditEntry[]): ReadonlyMap<string, string> {
  const first = firstNames(db, entries, namesShown)
  return new Map(
    entries.map(({ hash, changeCount }) => {
      const named = (first.get(hash) ?? []).map((each) =>
        `${recordKindLabels[each.kind]} ${recordName(each, db) ?? ''}`.trimEnd(),
      )
      return [hash, named.join('、') + (changeCount > named.length ? ' 等' : '')]
    }),
  )
}
