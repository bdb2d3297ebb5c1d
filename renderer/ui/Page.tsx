import { type ReactNode, useEffect } from 'react'
import { Link } from 'react-router'
import { plainTitle, screenLock } from '../lib/screenLock.ts'
import './page.css'

export interface Crumb {
  readonly label: string
  readonly to: string
}

interface PageProps {
  readonly title: string
  /** Beside the title: a count, a state. */
  readonly subtitle?: ReactNode
  readonly breadcrumb?: readonly Crumb[]
  readonly actions?: ReactNode
  /** Between head and body, never scrolls; use Toolbar. */
  readonly toolbar?: ReactNode
  /** The body neither pads nor scrolls: for grids and split panes. */
  readonly fill?: boolean
  /** Which part of the page the body shows: another one begins at the top. */
  readonly part?: string
  readonly children: ReactNode
}

export function Page({
  title,
  subtitle,
  breadcrumb = [],
  actions,
  toolbar,
  fill = false,
  part,
  children,
}: PageProps) {
  useEffect(() => {
    screenLock.setTitle(`${title} - ${plainTitle}`)
  }, [title])
  return (
    <div className="page">
      <header className="page-head">
        {breadcrumb.length > 0 && (
          <nav className="page-crumbs" aria-label="所在位置">
            <ol>
              {breadcrumb.map((crumb) => (
                <li key={crumb.to}>
                  <Link to={crumb.to}>{crumb.label}</Link>
                </li>
              ))}
              <li aria-current="page">{title}</li>
            </ol>
          </nav>
        )}
        <div className="page-title-row">
          <h1 className="page-title ellipsis" title={title}>
            {title}
          </h1>
          {subtitle !== undefined && <div className="page-subtitle ellipsis">{subtitle}</div>}
          {actions !== undefined && <div className="page-actions">{actions}</div>}
        </div>
      </header>
      {toolbar}
      <div key={part} className={fill ? 'page-body page-body-fill' : 'page-body'}>
        {children}
      </div>
    </div>
  )
}
