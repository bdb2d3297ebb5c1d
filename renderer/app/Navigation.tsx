import { NavLink } from 'react-router'
import type { Role } from '#shared/contract/rights.ts'
import { Icon } from '../ui/icons.tsx'
import { placesOf } from './places.ts'

export function Navigation({ role }: { readonly role: Role }) {
  return (
    <nav className="frame-nav" aria-label="主导航">
      <ul>
        {placesOf(role).map((place, index, all) => (
          <li
            key={place.to}
            className={index > 0 && all[index - 1]?.group !== place.group ? 'nav-group' : undefined}
          >
            <NavLink
              to={place.to}
              end={place.end ?? false}
              className={({ isActive }) => (isActive ? 'nav-link nav-link-current' : 'nav-link')}
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
