import { useCall } from '../../lib/queries.ts'

interface Chosen {
  readonly organizationName: string | null
  /** Null while there is no organisation. */
  readonly dayAddress: string | null
}

/** The organisation chosen, and the page of it, or of the top, with its people as of a day. */
export function useChosen(id: string | null): Chosen {
  const tree = useCall('organizations.tree', { includeEnded: false })
  const nodes = tree.data?.nodes ?? []
  const dayId = id ?? nodes[0]?.id
  return {
    organizationName: nodes.find((node) => node.id === id)?.shortName ?? null,
    dayAddress: dayId === undefined ? null : `/organizations/${dayId}#people`,
  }
}
