import { Link } from 'react-router'
import './linkTabs.css'

export interface LinkTab {
  readonly to: string
  readonly label: string
  /** Beside the label: how many are behind it. */
  readonly count?: number | undefined
  readonly isCurrent: boolean
}

interface LinkTabsProps {
  /** What is chosen among, for screen readers. */
  readonly label: string
  readonly tabs: readonly LinkTab[]
}

/** Parts of a page with an address each. */
export function LinkTabs({ label, tabs }: LinkTabsProps) {
  return (
    <nav className="link-tabs" aria-label={label}>
      <ul>
        {tabs.map(({ to, label: text, count, isCurrent }) => (
          <li key={to}>
            <Link
              to={to}
              className={isCurrent ? 'link-tab link-tab-current' : 'link-tab'}
              aria-current={isCurrent ? 'page' : undefined}
            >
              {text}
              {count !== undefined && <span className="number">{count.toLocaleString('zh-CN')}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
