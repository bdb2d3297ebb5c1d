import type { RouteInput } from '#shared/contract/routes.ts'
import { type TransferColumn, transferColumns } from '#shared/domain/transferDates.ts'
import { type TransferDirection, transferDirections } from '#shared/domain/transferStates.ts'
import type { UndoTarget } from '../../ui/undo.ts'

/** Which part of the board is shown; names typed stay out of the address. */
export interface TransferView {
  /** `open`: all that is not done. */
  readonly column: TransferColumn | 'open'
  readonly direction: TransferDirection | null
  readonly organizationId: string | null
  readonly text: string
  readonly page: number
}

export const pageSize = 50

export const transferTarget: UndoTarget = { kinds: ['transfer', 'member', 'organization'], recordId: null }

export function viewFromParams(params: URLSearchParams): Omit<TransferView, 'text'> {
  const page = Number(params.get('page'))
  return {
    column: transferColumns.find((column) => column === params.get('column')) ?? 'open',
    direction: transferDirections.find((direction) => direction === params.get('direction')) ?? null,
    organizationId: params.get('org'),
    page: Number.isInteger(page) && page > 1 ? page : 1,
  }
}

export function addressOf({ column, direction, organizationId, page }: Omit<TransferView, 'text'>): string {
  const params = new URLSearchParams({
    ...(column === 'open' ? {} : { column }),
    ...(direction === null ? {} : { direction }),
    ...(organizationId === null ? {} : { org: organizationId }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString()
  return params === '' ? '/transfers' : `/transfers?${params}`
}

export function listInput({
  column,
  direction,
  organizationId,
  text,
  page,
}: TransferView): RouteInput<'transfers.list'> {
  const words = text.trim()
  return {
    column,
    direction,
    organizationId,
    text: words === '' ? null : words,
    offset: (page - 1) * pageSize,
    limit: pageSize,
  }
}
