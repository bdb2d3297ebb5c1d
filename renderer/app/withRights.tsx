import type { ComponentType } from 'react'
import type { Right } from '#shared/contract/rights.ts'
import { useHasAnyRight } from '../lib/session.ts'
import { Page } from '../ui/Page.tsx'
import { NoRightState } from '../ui/states.tsx'

export interface Needs {
  /** One of them will do. */
  readonly rights: readonly Right[]
  readonly title: string
  /** Verb and object for whoever has none of them: 查看党员花名册. */
  readonly what: string
}

/** The page for whoever may open it, the no-right state for everybody else. */
export function withRights({ rights, title, what }: Needs, Shown: ComponentType): ComponentType {
  return function WithRights() {
    if (useHasAnyRight(rights)) return <Shown />
    return (
      <Page title={title}>
        <NoRightState what={what} />
      </Page>
    )
  }
}
