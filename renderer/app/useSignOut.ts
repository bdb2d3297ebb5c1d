import { App } from 'antd'
import { flushDelayedWrites } from '../lib/delayedWrites.ts'
import { useCommand } from '../lib/queries.ts'
import { hasUnsavedChanges } from '../lib/session.ts'
import { useToast } from '../ui/useToast.ts'

/** Leaves the account; asks first when something typed would be lost with the pages. */
export function useSignOut(): { readonly signOut: () => void; readonly isLeaving: boolean } {
  const { modal } = App.useApp()
  const toast = useToast()
  const { mutateAsync, isPending } = useCommand('accounts.signOut')
  const leave = async (): Promise<void> => {
    try {
      await flushDelayedWrites()
      await mutateAsync({})
    } catch (error) {
      toast.failure(error)
    }
  }
  const signOut = (): void => {
    if (!hasUnsavedChanges()) {
      void leave()
      return
    }
    modal.confirm({
      title: '有未保存的修改',
      content: '退出后，除已存为草稿的以外，没有保存的内容都会丢失。',
      okText: '不保存，退出',
      okButtonProps: { danger: true, type: 'default' },
      cancelText: '留在本页',
      onOk: leave,
    })
  }
  return { signOut, isLeaving: isPending }
}
