import type { ReactNode } from 'react'
import './page.css'

interface ToolbarProps {
  readonly label: string
  readonly children: ReactNode
  /** Pushed to the right end. */
  readonly end?: ReactNode
}

export function Toolbar({ label, children, end }: ToolbarProps) {
  return (
    <fieldset className="toolbar" aria-label={label}>
      {children}
      {end !== undefined && <div className="toolbar-end">{end}</div>}
    </fieldset>
  )
}
