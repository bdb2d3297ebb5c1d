import type { TransferRow } from '#shared/contract/transfers.ts'
import { daysBetween, formatDots, type PartialDate } from '#shared/lib/dates.ts'
import {
  transferColumnLabels,
  transferDirectionLabels,
  transferPersonTypeLabels,
  transferStatusLabels,
} from '#shared/labels/transfers.ts'
import { codeName } from '#shared/labels/codeTables.ts'
import type { LedgerCell, LedgerColumn, LedgerValues } from './ledger.ts'

type Frame = Omit<LedgerValues, 'title' | 'tables' | 'notes'>

export const registerTitle = '党员组织关系转接登记簿'
export const receiptsTitle = '组织关系回执跟踪表'

const date = (value: PartialDate | null) => (value === null ? '' : formatDots(value))

/** Twips on paper: a whole date stands on one line in 1,050 of them. */
const column = (header: string, twips: number, align: 'center' | 'left' = 'center'): LedgerColumn => ({
  header,
  weight: twips / 600,
  align,
})

/** The letter's number of a paper letter, else nothing; one that has none is a gap. */
function letterNo({ fields, status }: TransferRow): LedgerCell {
  if (fields.letterNo !== null) return fields.letterNo
  const isDue = fields.mode === 'letter' && status !== 'waiting' && status !== 'void'
  return isDue ? { lacks: '介绍信编号', of: fields.personName } : ''
}

/** The side a column speaks of: of ours the branch, of the other's the committee; either where the other is not known. */
const place = (first: string | null, second: string | null, lacks: string, of: string): LedgerCell =>
  first ?? second ?? { lacks, of }

function ending({ status, endedOn, endReason }: TransferRow): string {
  if (status !== 'returned' && status !== 'void') return ''
  return [date(endedOn), endReason ?? ''].filter((text) => text !== '').join(' ')
}

/** 转接登记簿: every transfer, out and in, in the order they were begun. */
export function transferRegister(rows: readonly TransferRow[], frame: Frame): LedgerValues {
  return {
    ...frame,
    title: registerTitle,
    tables: [
      {
        heading: null,
        columns: [
          column('序号', 420),
          column('方向', 540),
          column('姓名', 800),
          column('性别', 400),
          column('人员类别', 540),
          column('介绍信编号', 1250),
          column('由（开出）', 1480, 'left'),
          column('去（接收）', 1480, 'left'),
          column('开具日期', 1050),
          column('有效天数', 540),
          column('党费交至', 760),
          column('接收日期', 1050),
          column('回执日期', 1050),
          column('状态', 720),
          column('经办人及备注', 1200, 'left'),
        ],
        rows: rows.map((row, index) => {
          const { fields } = row
          const of = fields.personName
          const isOut = row.direction === 'out'
          return [
            String(index + 1),
            transferDirectionLabels[row.direction],
            of,
            fields.gender === null ? '' : (codeName('gender', fields.gender) ?? '').replace('性', ''),
            fields.personType === null
              ? { lacks: '人员类别', of }
              : transferPersonTypeLabels[fields.personType].replace('党员', ''),
            letterNo(row),
            isOut
              ? place(fields.fromUnit, fields.fromOrg, '由（开出）', of)
              : place(fields.fromOrg, fields.fromUnit, '由（开出）', of),
            isOut
              ? place(fields.toOrg, fields.toUnit, '去（接收）', of)
              : place(fields.toUnit, fields.toOrg, '去（接收）', of),
            date(fields.issuedOn),
            fields.validDays === null ? '' : String(fields.validDays),
            date(fields.feePaidTo),
            date(row.receivedOn),
            date(row.receiptOn),
            transferStatusLabels[row.status],
            [fields.handledBy ?? '', ending(row)].filter((text) => text !== '').join(' '),
          ]
        }),
        empty: '没有组织关系转接记录。',
      },
    ],
    notes: [
      '转出党员在对方接收、回执到达前仍由原党支部管理，并计入原党支部党员数。',
      '作废、退回的介绍信保留编号，不再使用。',
    ],
  }
}

/** 回执跟踪表: what is under way, what is due first on top. */
export function transferReceipts(rows: readonly TransferRow[], frame: Frame): LedgerValues {
  return {
    ...frame,
    title: receiptsTitle,
    tables: [
      {
        heading: null,
        columns: [
          column('序号', 420),
          column('方向', 540),
          column('姓名', 820),
          column('介绍信编号', 1250),
          column('我方党支部', 1350, 'left'),
          column('对方基层党委', 1500, 'left'),
          column('开具日期', 1050),
          column('到期日期', 1050),
          column('接收日期', 1050),
          column('应办结日期', 1050),
          column('进展', 660),
          column('情况', 1000, 'left'),
          column('催办记录', 1186, 'left'),
        ],
        rows: rows.map((row, index) => {
          const { fields, direction } = row
          const other = direction === 'out' ? fields.toOrg : fields.fromOrg
          return [
            String(index + 1),
            transferDirectionLabels[direction],
            fields.personName,
            letterNo(row),
            row.organizationName,
            other ?? { lacks: '对方基层党委', of: fields.personName },
            date(fields.issuedOn),
            date(row.expireOn),
            date(row.receivedOn),
            date(row.dueOn),
            transferColumnLabels[row.column],
            situation(row, frame.asOf),
            '',
          ]
        }),
        empty: '没有在途或待回执的组织关系转接。',
      },
    ],
    notes: [
      '介绍信有效期：市内10天，市外30天，最长三个月；回执由接收方在接收后一个月内寄回。',
      '催办记录栏供手工填写。',
    ],
  }
}

function situation({ dueOn, column: board, direction }: TransferRow, today: LedgerValues['asOf']): string {
  if (board === 'waiting') return '尚未开具介绍信'
  const what = board === 'receipt' ? (direction === 'out' ? '待对方回执' : '待我方寄回执') : '待接收'
  if (dueOn === null) return what
  const days = daysBetween(today, dueOn)
  return days < 0 ? `${what}，逾期${-days}天` : `${what}，余${days}天`
}
