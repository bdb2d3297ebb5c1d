import { Link, useNavigate, useSearchParams } from 'react-router'
import type { MobilityPlace } from '#shared/contract/mobility.ts'
import { isOrganizationLevel } from '#shared/domain/organizationKinds.ts'
import { useCall } from '../../lib/queries.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { SeverityTag } from '../../ui/SeverityTag.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { TreePicker } from '../../ui/TreePicker.tsx'
import { MobilityTabs } from './MobilityTabs.tsx'
import { addressOf } from './mobilityView.ts'
import './mobility.css'

/** Where those who went out are, and which places have enough of them for a group (FLO-09). */
export function PlacesPage() {
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const organizationId = params.get('org')
  const places = useCall('mobility.places', { direction: 'LC', organizationId }, { keepPrevious: true })
  const tree = useCall('organizations.tree', { includeEnded: false })
  return (
    <Page
      title="流动党员"
      subtitle="现在在外的流出党员去了哪里"
      toolbar={
        <>
          <MobilityTabs current="places" />
          <Toolbar label="筛选">
            <div className="mobility-organization">
              <TreePicker
                label="党组织"
                placeholder="全部党组织"
                allowClear
                items={(tree.data?.nodes ?? [])
                  .filter(({ type }) => isOrganizationLevel(type))
                  .map(({ id, parentId, shortName }) => ({ id, parentId, label: shortName }))}
                value={organizationId}
                onChange={(id) =>
                  void navigate(id === null ? '/mobility/places' : `/mobility/places?org=${id}`)
                }
              />
            </div>
          </Toolbar>
        </>
      }
    >
      <QueryBoundary query={places} what="查看流动党员" lines={10}>
        {({ places, unlinked }) =>
          places.length === 0 ? (
            <EmptyState
              title={
                unlinked === 0 ? '没有在外的流出党员' : `在外的 ${unlinked} 人都未入花名册，不计入去向分布`
              }
              actions={
                unlinked === 0 ? (
                  <LinkButton to="/mobility">看流出党员</LinkButton>
                ) : (
                  <LinkButton to={addressOf({ filter: 'unlinked', organizationId })}>
                    看未入花名册的 {unlinked} 人
                  </LinkButton>
                )
              }
            />
          ) : (
            <div className="mobility-places">
              <SectionCard title="按去向（省、市）">
                <Bars places={places} organizationId={organizationId} />
                {unlinked > 0 && (
                  <p className="muted small">
                    另有{' '}
                    <Link to={addressOf({ filter: 'unlinked', organizationId })}>
                      {unlinked} 名流出党员未入花名册
                    </Link>
                    ，补录以前不计入。
                  </p>
                )}
              </SectionCard>
              <SectionCard title="可建临时党小组或联合党支部的地方">
                <Groups places={places} organizationId={organizationId} />
              </SectionCard>
            </div>
          )
        }
      </QueryBoundary>
    </Page>
  )
}

interface PlacesProps {
  readonly places: readonly MobilityPlace[]
  readonly organizationId: string | null
}

/** Length says how many, the dark part 正式党员, and the number stands beside it: readable without colour. */
function Bars({ places, organizationId }: PlacesProps) {
  const most = Math.max(...places.map(({ people }) => people))
  const share = (count: number) => `${(count / most) * 100}%`
  return (
    <>
      <p className="muted small mobility-legend">
        <span className="mobility-key mobility-key-full" /> 正式党员
        <span className="mobility-key mobility-key-rest" /> 预备党员
      </p>
      <ul className="mobility-bars">
        {places.map(({ place, people, full }) => (
          <li key={place} className="mobility-bar-row">
            <Link className="ellipsis" to={addressOf({ place, organizationId })} title={place}>
              {place === '' ? '没有写去向' : place}
            </Link>
            <span className="mobility-bar" aria-hidden="true">
              <span className="mobility-bar-full" style={{ width: share(full) }} />
              <span className="mobility-bar-rest" style={{ width: share(people - full) }} />
            </span>
            <span className="number">{people} 人</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Groups({ places, organizationId }: PlacesProps) {
  const found = places.flatMap(({ place, finding }) => (finding === null ? [] : [{ place, finding }]))
  if (found.length === 0) return <p className="muted">没有 3 名以上正式党员在同一地的。</p>
  return (
    <ul className="mobility-groups">
      {found.map(({ place, finding }) => (
        <li key={place}>
          <SeverityTag severity={finding.severity} />{' '}
          <Link to={addressOf({ place, organizationId })}>{finding.message}</Link>
          <div className="muted small">依据：{finding.basis}</div>
        </li>
      ))}
    </ul>
  )
}
