import type { MobilityPage } from '#shared/contract/mobility.ts'
import { LinkTabs } from '../../ui/LinkTabs.tsx'
import { addressOf, filterLabels, filtersOf, type MobilityView } from './mobilityView.ts'

interface FilterChipsProps {
  readonly view: MobilityView
  /** Undefined until they are counted. */
  readonly counts: MobilityPage['counts'] | undefined
}

/** The boards: every count leads to its names. */
export function FilterChips({ view, counts }: FilterChipsProps) {
  const all = {
    to: addressOf({ ...view, filter: null, place: null, page: 1 }),
    label: '全部',
    count: counts?.open,
    isCurrent: view.filter === null && view.place === null,
  }
  const place =
    view.place === null
      ? []
      : [
          {
            to: addressOf({ ...view, page: 1 }),
            label: `去向：${view.place === '' ? '没有写' : view.place}`,
            isCurrent: view.filter === null,
          },
        ]
  const boards = filtersOf(view.direction).map((filter) => ({
    to: addressOf({ ...view, filter, place: null, page: 1 }),
    label: filterLabels[filter],
    count: counts?.[filter],
    isCurrent: view.filter === filter,
  }))
  return (
    <div className="toolbar">
      <LinkTabs label="看板" tabs={[all, ...place, ...boards]} />
    </div>
  )
}
