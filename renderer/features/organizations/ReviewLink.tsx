import { campaignAddress } from '../../lib/reviewAddresses.ts'
import { useCall } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'

/** Who of an organisation and of all below it accounts in the latest 述职测评. */
export function ReviewLink({ organizationId }: { readonly organizationId: string }) {
  const canRead = useHasRight('organization.read')
  const campaigns = useCall('reviews.campaigns', {}, { enabled: canRead })
  const [latest] = campaigns.data ?? []
  if (latest === undefined) return null
  return <LinkButton to={campaignAddress(latest.id, { organizationId })}>述职测评</LinkButton>
}
