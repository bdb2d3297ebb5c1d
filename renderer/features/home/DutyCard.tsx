import type { Right, Role } from '#shared/contract/rights.ts'
import { roleDuties, roleHasRight, roleLabels } from '#shared/contract/rights.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'

interface Work {
  readonly right: Right
  readonly label: string
  readonly to: string
}

const works: readonly Work[] = [
  { right: 'account.manage', label: '管理账号', to: '/accounts' },
  { right: 'backup.manage', label: '备份与恢复', to: '/backups' },
  { right: 'trash.purge', label: '清空回收站', to: '/trash' },
  { right: 'calendar.write', label: '工作日历', to: '/calendar' },
  { right: 'audit.read', label: '查看审计日志', to: '/audit' },
]

/** For the roles that see no records: what the account is for, and the pages for it. */
export function DutyCard({ role }: { readonly role: Role }) {
  return (
    <SectionCard title={`${roleLabels[role]}的工作`}>
      <p>{roleDuties[role]}。</p>
      <div className="duty-links">
        {works
          .filter(({ right }) => roleHasRight(role, right))
          .map(({ label, to }) => (
            <LinkButton key={to} to={to}>
              {label}
            </LinkButton>
          ))}
      </div>
    </SectionCard>
  )
}
