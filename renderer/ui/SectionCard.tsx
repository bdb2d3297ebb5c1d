import { type ReactNode, useId } from 'react'
import './page.css'

interface SectionCardProps {
  readonly title: string
  /** Anchor for a side index. */
  readonly id?: string
  readonly extra?: ReactNode
  readonly children: ReactNode
}

export function SectionCard({ title, id, extra, children }: SectionCardProps) {
  const titleId = useId()
  return (
    <section className="card" id={id} aria-labelledby={titleId}>
      <div className="card-head">
        <h2 className="card-title" id={titleId}>
          {title}
        </h2>
        {extra !== undefined && <div className="card-extra">{extra}</div>}
      </div>
      <div className="card-body">{children}</div>
    </section>
  )
}
