import { useCall } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'

/** For a ledger without members: what to do first, in order. */
export function FirstSteps({ hasOrganizations }: { readonly hasOrganizations: boolean }) {
  const backup = useCall('backup.status', {}, { fresh: true })
  const canManage = useHasRight('backup.manage')
  const hasSecondPlace = (backup.data?.second ?? null) !== null
  const steps = [
    {
      title: '导入党组织',
      text: '用现有的党组织表格，按代码和上级代码排成一棵树。没有表格也可以逐个新建。',
      to: '/imports?kind=organizations',
      isDone: hasOrganizations,
    },
    {
      title: '导入花名册',
      text: '直接选办公室现用的表格，不用改格式。入库前逐人列出新增、变更和有问题的地方。',
      to: '/imports?kind=roster',
      isDone: false,
    },
    {
      title: '导出名册',
      text: '核对后导出党员花名册，用 WPS 打开就能打印。',
      to: '/members/export',
      isDone: false,
    },
    {
      title: '设第二处备份',
      text: canManage
        ? '自动备份都在本机。请在备份设置里填另一块硬盘或 U 盘上的文件夹，硬盘坏了也不丢数据。'
        : '自动备份都在本机。请系统管理员登录后，在备份设置里填另一块硬盘或 U 盘上的文件夹，硬盘坏了也不丢数据。',
      to: '/backups',
      isDone: hasSecondPlace,
    },
  ]
  const next = steps.findIndex((step) => !step.isDone)
  return (
    <SectionCard title="从这里开始">
      <ol className="first-steps">
        {steps.map((step, index) => (
          <li key={step.title} className={step.isDone ? 'first-step first-step-done' : 'first-step'}>
            <span className="first-step-number" aria-hidden="true">
              {step.isDone ? '✓' : index + 1}
            </span>
            <div className="first-step-text">
              <strong>
                {step.title}
                {step.isDone && '（已完成）'}
              </strong>
              <p className="muted">{step.text}</p>
            </div>
            {!step.isDone && (
              <LinkButton to={step.to} primary={index === next}>
                {step.title}
              </LinkButton>
            )}
          </li>
        ))}
      </ol>
    </SectionCard>
  )
}
