import { useCallback, useState } from 'react'
import type { RevealedFields } from '#shared/contract/members.ts'
import { useCommand } from '../../lib/queries.ts'
import { useToast } from '../../ui/useToast.ts'

/** Sensitive fields in the clear, row by row, until the page is left. */
export function useReveal(): {
  readonly revealed: ReadonlyMap<string, RevealedFields>
  readonly toggle: (id: string) => void
} {
  const toast = useToast()
  const [revealed, setRevealed] = useState<ReadonlyMap<string, RevealedFields>>(new Map())
  const { mutate } = useCommand('members.reveal')
  const toggle = useCallback(
    (id: string) => {
      if (revealed.has(id)) {
        setRevealed(new Map([...revealed].filter(([each]) => each !== id)))
        return
      }
      mutate(
        { id },
        {
          onSuccess: (fields) => setRevealed((last) => new Map([...last, [id, fields]])),
          onError: toast.failure,
        },
      )
    },
    [toast, mutate, revealed],
  )
  return { revealed, toggle }
}
