import type { ReactNode } from 'react'
import { Link, useLocation } from 'react-router'
import { z } from 'zod'
import { addressOf, type BridgeView, type OpenNumber } from './bridgeView.ts'

interface NumberLinkProps {
  /** As it will be: with the number open. */
  readonly view: BridgeView & { readonly open: OpenNumber }
  readonly label?: string
  readonly isOpen?: boolean
  readonly children: ReactNode
}

const openedHere = z.object({ isOpenedHere: z.literal(true) })

/** Whether the list of names was opened from the table, so that closing it is going back. */
export const isOpenedHere = (state: unknown): boolean => openedHere.safeParse(state).success

/** Opens the names of a number. The list is one step of the history, whichever numbers are looked at in it. */
export function NumberLink({ view, label, isOpen = false, children }: NumberLinkProps) {
  const { search, state } = useLocation()
  const hasList = new URLSearchParams(search).has('number')
  return (
    <Link
      to={addressOf(view)}
      replace={hasList}
      state={hasList ? state : { isOpenedHere: true }}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(isOpen ? { 'aria-current': 'true' } : {})}
    >
      {children}
    </Link>
  )
}
