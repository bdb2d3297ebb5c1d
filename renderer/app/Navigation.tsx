import { NavLink } from 'react-router'
import { Icon, type IconName } from '../ui/icons.tsx'

interface Place {
  readonly to: string
  readonly label: string
  readonly icon: IconName
  readonly end?: boolean
}

const places: readonly Place[] = [
  { to: '/', label: '首页', icon: 'home', end: true },
  { to: '/organizations', label: '党组织', icon: 'tree' },
  { to: '/members', label: '党员花名册', icon: 'people' },
  { to: '/imports', label: '导入', icon: 'import' },
  { to: '/members/trash', label: '回收站', icon: 'trash' },
]

/** The roster's link is not current on the trash page, though its address begins alike. */
function isCurrent(place: Place, isActive: boolean): boolean {
  return isActive && !(place.to === '/members' && location.hash.startsWith('#/members/trash'))
}

export function Navigation() {
  return (
    <nav className="frame-nav" aria-label="主导航">
      <ul>
        {places.map((place) => (
          <li key={place.to}>
            <NavLink
              to={place.to}
              end={place.end ?? false}
              className={({ isActive }) =>
                isCurrent(place, isActive) ? 'nav-link nav-link-current' : 'nav-link'
              }
            >
              <Icon name={place.icon} />
              {place.label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
