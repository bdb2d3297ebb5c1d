import { AppError } from '#shared/contract/errors.ts'
import type { MemberFilter } from '#shared/contract/memberListInput.ts'
import { type MemberField, memberFields } from '#shared/domain/memberFields.ts'
import type { ReadDb, SqlParams } from '../database.ts'
import { columnOf } from './memberRecords.ts'

interface Condition {
  readonly sql: string
  readonly params: SqlParams
}

type Seen = Pick<ReadDb, 'mayReveal'>

/**
 * Who may not look at a field cannot feel for its value either: of the fields shown masked, such a caller only asks who has one.
 * Throws VALIDATION_FAILED.
 */
export function refuseHidden({ mayReveal }: Seen, filter: MemberFilter): void {
  if (mayReveal || filter.op === 'age' || filter.op === 'finding' || filter.op === 'empty') return
  if (isHidden(filter.field)) throw hiddenRefusal(filter.field)
}

/** The column of a field as the caller sees it: numbers others wrote into a free text match only as far as they are shown. */
export function shownColumn({ mayReveal }: Seen, field: MemberField): string {
  const column = columnOf(field)
  return !mayReveal && memberFields[field].kind.type === 'text' ? `shown_text(${column})` : column
}

const isHidden = (field: MemberField): boolean => memberFields[field].sensitive

function hiddenRefusal(field: MemberField): AppError {
  const { label } = memberFields[field]
  return new AppError('VALIDATION_FAILED', `${field} is hidden from the caller`, {
    messageZh: `您的账号看不到完整的“${label}”，不能按它的内容筛选，请去掉这个条件。要找某个人，请在搜索框输入姓名，或完整的身份证号、手机号码`,
  })
}

/** Whether a typed text is looked for among the numbers: any part of one, or the whole of one for who may not look at them. */
export function isNumberSearch({ mayReveal }: Seen, text: string): boolean {
  return mayReveal ? /^(\d{2,18}|\d{17}x)$/.test(text) : /^(\d{17}[\dx]|1\d{10})$/.test(text)
}

/** The same, as conditions on ID number and mobile number. */
export function numberMatch(
  { mayReveal }: Seen,
  text: string,
): { readonly idNo: Condition; readonly mobile: Condition } {
  const number = text.toUpperCase()
  const [operator, value] = mayReveal ? (['like', `%${number}%`] as const) : (['=', number] as const)
  return {
    idNo: { sql: `id_no ${operator} @idNo`, params: { idNo: value } },
    mobile: { sql: `mobile ${operator} @mobile`, params: { mobile: value } },
  }
}
