import { App, Drawer } from 'antd'
import { useCallback, useState } from 'react'
import type { OrganizationDetail, OrganizationNode } from '#shared/contract/organizations.ts'
import { useScale } from '../../ui/useScale.ts'
import { useUnsavedGuard } from '../../ui/useUnsavedGuard.tsx'
import { CreateOrganization } from './CreateOrganization.tsx'
import { EditOrganization } from './EditOrganization.tsx'

export type DrawerTask =
  | { readonly kind: 'create'; readonly parent: OrganizationNode | null }
  | { readonly kind: 'edit'; readonly detail: OrganizationDetail; readonly parent: OrganizationNode | null }

interface OrganizationDrawerProps {
  readonly task: DrawerTask | null
  readonly onClose: () => void
  readonly onSaved: (detail: OrganizationDetail) => void
}

function titleOf(task: DrawerTask | null): string {
  if (task === null) return ''
  if (task.kind === 'edit') return `修改“${task.detail.fields.shortName}”`
  return task.parent === null ? '新建街道党组织' : `在“${task.parent.shortName}”下新建党组织`
}

/** The form slides in beside the tree, which stays where it was. */
export function OrganizationDrawer({ task, onClose, onSaved }: OrganizationDrawerProps) {
  const [isDirty, setIsDirty] = useState(false)
  const { modal } = App.useApp()
  const { scale } = useScale()
  const guard = useUnsavedGuard(isDirty && task !== null)
  const { leaveFreely } = guard
  const finish = useCallback(
    (detail: OrganizationDetail) => {
      leaveFreely()
      setIsDirty(false)
      onSaved(detail)
    },
    [leaveFreely, onSaved],
  )
  const close = (): void => {
    if (!isDirty) {
      onClose()
      return
    }
    modal.confirm({
      title: '放弃已填的内容？',
      content: '还没有保存，关闭后需要重新填写。',
      okText: '放弃',
      okButtonProps: { danger: true, type: 'default' },
      cancelText: '继续填写',
      onOk: () => {
        setIsDirty(false)
        onClose()
      },
    })
  }
  const common = { onSaved: finish, onCancel: close, onDirty: setIsDirty }
  return (
    <>
      {guard.dialog}
      <Drawer
        open={task !== null}
        title={titleOf(task)}
        size={scale === 'large' ? 940 : 780}
        onClose={close}
        destroyOnHidden
        classNames={{ body: 'org-drawer-body' }}
        mask={{ closable: false }}
      >
        {task?.kind === 'create' && <CreateOrganization parent={task.parent} {...common} />}
        {task?.kind === 'edit' && <EditOrganization start={task.detail} parent={task.parent} {...common} />}
      </Drawer>
    </>
  )
}
