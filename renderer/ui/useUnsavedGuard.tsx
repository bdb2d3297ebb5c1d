import { Button } from 'antd'
import { type ReactNode, useCallback, useEffect, useRef } from 'react'
import { useBlocker } from 'react-router'
import { Dialog } from './Dialog.tsx'

interface GuardOptions {
  /** What has been typed is kept as a draft: the words say so. */
  readonly draftKept?: boolean
  /** Throws the draft away when leaving without saving. */
  readonly onDiscard?: () => void
  /** The page shows another record for other parameters of its address. */
  readonly byParams?: boolean
}

interface Guard {
  /** Put it anywhere in the page. */
  readonly dialog: ReactNode
  /** Call right before navigating after a successful save. */
  readonly leaveFreely: () => void
}

/** Asks before a page with unsaved changes is left, by link, by going back or by closing the window. */
export function useUnsavedGuard(isDirty: boolean, options: GuardOptions = {}): Guard {
  const isFree = useRef(false)
  const blocker = useBlocker(({ currentLocation, nextLocation }) => {
    const isSame = currentLocation.pathname === nextLocation.pathname
    const isSameRecord =
      isSame && (options.byParams !== true || currentLocation.search === nextLocation.search)
    return isDirty && !isFree.current && !isSameRecord
  })
  useEffect(() => {
    isFree.current = false
    if (!isDirty) return undefined
    const onUnload = (event: BeforeUnloadEvent): void => {
      if (!isFree.current) event.preventDefault()
    }
    window.addEventListener('beforeunload', onUnload)
    return () => window.removeEventListener('beforeunload', onUnload)
  }, [isDirty])
  const leaveFreely = useCallback(() => {
    isFree.current = true
  }, [])
  const { draftKept = false, onDiscard } = options
  const dialog = (
    <Dialog open={blocker.state === 'blocked'} title="有未保存的修改" onClose={() => blocker.reset?.()}>
      <div className="dialog-stack">
        {draftKept ? '已填内容存为草稿，下次打开可以接着填。' : '离开后，已填的内容将丢失。'}
        <div className="dialog-buttons">
          <Button type="primary" onClick={() => blocker.reset?.()}>
            留在本页
          </Button>
          <Button
            danger={!draftKept}
            onClick={() => {
              if (!draftKept) onDiscard?.()
              blocker.proceed?.()
            }}
          >
            {draftKept ? '离开，保留草稿' : '不保存，离开'}
          </Button>
        </div>
      </div>
    </Dialog>
  )
  return { dialog, leaveFreely }
}
