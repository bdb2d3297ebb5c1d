import { App, Button, Tooltip } from 'antd'
import { useRef } from 'react'
import { useHasRight } from '../lib/session.ts'
import { Icon } from './icons.tsx'
import { useShortcut } from './shortcuts.ts'
import { type UndoTarget, useUndo } from './undo.ts'

interface UndoLastButtonProps {
  readonly target: UndoTarget
  /** Why it must wait, as a sentence; null when it need not. */
  readonly notNow?: string | null
}

/** A dialog has its own matters in hand, unless the button stands in it. */
function isBusyElsewhere(button: HTMLElement | null): boolean {
  const dialog = document.activeElement?.closest('[role="dialog"]') ?? null
  return dialog !== null && !dialog.contains(button)
}

/** 撤销上一步 and its Ctrl+Z, for the last thing this session did on this screen. */
export function UndoLastButton({ target, notNow = null }: UndoLastButtonProps) {
  const { message } = App.useApp()
  const undo = useUndo()
  const canUndo = useHasRight('activity.undo')
  const button = useRef<HTMLButtonElement>(null)
  const run = (): void => {
    if (notNow === null) undo.askLast(target)
    else void message.info(notNow)
  }
  useShortcut('Ctrl+Z', '撤销上一步', () => isBusyElsewhere(button.current) || run(), canUndo, true)
  if (!canUndo) return null
  return (
    <Tooltip title="撤销您在这里的上一步操作（Ctrl+Z）">
      <Button ref={button} icon={<Icon name="undo" />} onClick={run}>
        撤销上一步
      </Button>
    </Tooltip>
  )
}
