import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import type { Activity } from '#shared/contract/activity.ts'
import { call } from '../lib/api.ts'
import { invalidateAfter, useCommand } from '../lib/queries.ts'
import { undoWord } from '../lib/recordHistory.ts'
import { useHasRight } from '../lib/session.ts'
import { type Undo, UndoContext } from './undo.ts'
import { UndoDialog } from './UndoDialog.tsx'
import { useToast } from './useToast.ts'

/** One message at a time: the newest thing that can be taken back. */
const messageKey = 'undo'
const offerSeconds = 8

/** Undo for every page; stands above them, so that an offer outlives the page it was made on. */
export function UndoProvider({ children }: { readonly children: ReactNode }) {
  const { message } = App.useApp()
  const toast = useToast()
  const client = useQueryClient()
  const canUndo = useHasRight('activity.undo')
  const { mutate: undoNow } = useCommand('activity.undo')
  const [asked, setAsked] = useState<Activity | null>(null)

  const { undo, finished } = useMemo(() => {
    const offer = (text: string, verb: string, onVerb: () => void): void => {
      const run = (): void => {
        message.destroy(messageKey)
        onVerb()
      }
      void message.success({
        key: messageKey,
        duration: offerSeconds,
        content: (
          <span className="toast-action">
            <span>{text}</span>
            <Button type="link" size="small" onClick={run}>
              {verb}
            </Button>
          </span>
        ),
      })
    }
    /** `seq` is the entry that has just taken something back, or done it again. */
    const offerBack = (seq: number, wasRedo: boolean, text: string): void =>
      offer(text, wasRedo ? '撤销' : '重做', () =>
        undoNow(
          { seq },
          {
            onSuccess: (next) => offerBack(next.seq, !wasRedo, wasRedo ? '已撤销' : '已重做'),
            onError: toast.failure,
          },
        ),
      )
    const ask = (entry: Activity): void => {
      message.destroy(messageKey)
      setAsked(entry)
    }
    const made: Undo = {
      ask,
      askLast: ({ kinds, recordId }) => {
        call('activity.lastOwn', { kinds: [...kinds], recordId }).then((last) => {
          if (last === null) void message.info({ key: messageKey, content: '没有可以撤销的操作' })
          else ask(last)
        }, toast.failure)
      },
      done: (text, target) => {
        if (canUndo) offer(text, '撤销', () => made.askLast(target))
        else toast.success(text)
      },
    }
    return { undo: made, finished: offerBack }
  }, [message, toast, canUndo, undoNow])

  return (
    <UndoContext value={undo}>
      {children}
      <UndoDialog
        entry={asked}
        onClose={() => setAsked(null)}
        onUndone={(entry, seq) => {
          setAsked(null)
          void invalidateAfter(client, 'activity.undo')
          const word = undoWord(entry)
          finished(seq, word === '重做', entry.undoes === null ? `已撤销：${entry.title}` : `已${word}`)
        }}
      />
    </UndoContext>
  )
}
