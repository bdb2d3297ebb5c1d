import { Alert } from 'antd'
import { toCallError } from '../../../lib/callError.ts'
import { errorText } from '../../../lib/errorText.ts'

interface FootNoticeProps {
  /** Of the last save or 定稿; null where it went well. */
  readonly error: unknown
  /** Fields the form itself marks. */
  readonly problems: number
}

/** Why it was not saved, or what 定稿 still lacks. */
export function FootNotice({ error, problems }: FootNoticeProps) {
  if (error !== null) {
    const { code, fields } = toCallError(error)
    const said = Object.values(fields)
    return (
      <Alert
        className="meeting-foot-notice"
        type="error"
        showIcon
        role="alert"
        title={
          code === 'STALE_WRITE'
            ? '这份记录刚被别处修改过，您改的内容还没有保存。上面已换成最新的记录，您改过的部分保留，请核对后再保存。'
            : said.length > 0
              ? said.join('；')
              : errorText(error)
        }
      />
    )
  }
  if (problems === 0) return null
  return (
    <span className="meeting-foot-notice form-error" role="alert">
      有内容还没有填好，已在旁边标出
    </span>
  )
}
