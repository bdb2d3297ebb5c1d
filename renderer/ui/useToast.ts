import { App } from 'antd'
import { useMemo } from 'react'
import { errorText } from '../lib/errorText.ts'

interface Toast {
  readonly success: (text: string) => void
  /** For failures that belong to no form and no dialog. */
  readonly failure: (error: unknown) => void
}

export function useToast(): Toast {
  const { message } = App.useApp()
  return useMemo(
    () => ({
      success: (text) => void message.success(text),
      failure: (error) => void message.error({ content: errorText(error), duration: 6 }),
    }),
    [message],
  )
}
