import { Alert } from 'antd'
import { errorText } from '../../lib/errorText.ts'
import { durationText, waitSecondsOf } from './signInRefusal.ts'

interface SignInErrorProps {
  readonly error: unknown
  /** From useLockout. */
  readonly waitSeconds: number
}

/** Why nobody was let in, how long a lock-out still lasts, and that it is over. */
export function SignInError({ error, waitSeconds }: SignInErrorProps) {
  if (error === null || error === undefined) return null
  if (waitSecondsOf(error) > 0 && waitSeconds === 0) {
    return (
      <output>
        <Alert type="info" showIcon title="现在可以再试了" />
      </output>
    )
  }
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={
        <>
          {errorText(error)}
          {/* Read out once with the sentence, not at every second. */}
          {waitSeconds > 0 && <span aria-live="off">（还剩 {durationText(waitSeconds)}）</span>}
        </>
      }
    />
  )
}
