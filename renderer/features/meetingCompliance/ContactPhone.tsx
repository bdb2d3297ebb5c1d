import { Button } from 'antd'
import { useState } from 'react'
import { errorText } from '../../lib/errorText.ts'
import { useCommand } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'

interface ContactPhoneProps {
  readonly organizationId: string
  readonly organizationName: string
  readonly contactName: string | null
}

/** Whom to call; the number only when asked for, which the log notes. */
export function ContactPhone({ organizationId, organizationName, contactName }: ContactPhoneProps) {
  const reveal = useCommand('meetings.revealContact')
  const canReveal = useHasRight('member.reveal')
  const [isShown, setShown] = useState(false)
  const show = () => reveal.mutate({ organizationId }, { onSuccess: () => setShown(true) })
  return (
    <span className="contact">
      <span>{contactName ?? <span className="muted">没有登记联系人</span>}</span>
      {isShown ? (
        <>
          <span className="number">{reveal.data?.phone ?? '没有登记电话'}</span>
          <Button
            type="link"
            size="small"
            aria-label={`隐藏${organizationName}的电话`}
            onClick={() => setShown(false)}
          >
            隐藏
          </Button>
        </>
      ) : (
        canReveal &&
        contactName !== null && (
          <Button
            type="link"
            size="small"
            loading={reveal.isPending}
            aria-label={`显示电话：${organizationName}`}
            title="查看会记入日志"
            onClick={show}
          >
            显示电话
          </Button>
        )
      )}
      {reveal.error !== null && (
        <span className="form-error" role="alert">
          {errorText(reveal.error)}
        </span>
      )}
    </span>
  )
}
