import { Button, Dropdown } from 'antd'
import type { OrganizationNode } from '#shared/contract/organizations.ts'
import { meetingsAddress } from '../../lib/meetingAddresses.ts'
import { useHasRight } from '../../lib/session.ts'
import { Icon } from '../../ui/icons.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { allowedChanges, type ChangeKind, changeTexts, isEnded } from './changeKinds.ts'
import { DevelopmentLink } from './DevelopmentLink.tsx'
import { ReviewLink } from './ReviewLink.tsx'
import { SplitBranch } from './SplitDialog.tsx'

export interface PanelActionsProps {
  /** Its row in the tree; the same facts as in the detail. */
  readonly node: OrganizationNode
  readonly onEdit: () => void
  readonly onCreateBelow: () => void
  readonly onChange: (kind: ChangeKind) => void
  readonly onTrash: () => void
}

/** What can be done with an organisation. The count that comes late stands last: a button that moves away under the mouse is not clicked. */
export function PanelActions({ node, onEdit, onCreateBelow, onChange, onTrash }: PanelActionsProps) {
  const canWrite = useHasRight('organization.write')
  const canRead = useHasRight('member.read')
  const ended = isEnded(node.status)
  return (
    <div className="org-panel-actions">
      <LinkButton to={`/members?org=${node.id}`}>查看党员</LinkButton>
      {canWrite && !ended && <Button onClick={onEdit}>修改</Button>}
      {canWrite && !ended && node.type !== 'ZXH' && <Button onClick={onCreateBelow}>新建下级</Button>}
      {canWrite && !ended && node.type === 'ZB' && <SplitBranch subject={node} />}
      {canWrite && ended && <Button onClick={() => onChange('restore')}>恢复</Button>}
      {canWrite && !ended && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              ...allowedChanges(node).map((kind) => ({
                key: kind,
                label: changeTexts[kind].verb,
                danger: kind === 'dissolve',
                onClick: () => onChange(kind),
              })),
              { type: 'divider' },
              { key: 'trash', label: '删除（录错时用）', danger: true, onClick: onTrash },
            ],
          }}
        >
          <Button>
            更多
            <Icon name="down" />
          </Button>
        </Dropdown>
      )}
      <DevelopmentLink organizationId={node.id} />
      {canRead && <LinkButton to={meetingsAddress({ organizationId: node.id })}>三会一课</LinkButton>}
      <ReviewLink organizationId={node.id} />
    </div>
  )
}
