import { Alert, Button } from 'antd'
import './form.css'

interface SaveFootProps {
  readonly isNew: boolean
  readonly isDirty: boolean
  readonly busy: boolean
  /** Why it was not saved: said beside the button, wherever the form has been scrolled to. */
  readonly problem: string | null
}

/** The foot of a long form: it stays in sight. */
export function SaveFoot({ isNew, isDirty, busy, problem }: SaveFootProps) {
  return (
    <div className="form-foot">
      {problem !== null && (
        <Alert className="form-foot-problem" type="error" showIcon role="alert" title={problem} />
      )}
      {isDirty && problem === null && <span className="muted">有未保存的修改</span>}
      <Button htmlType="submit" type="primary" loading={busy} disabled={!isNew && !isDirty}>
        保存
      </Button>
    </div>
  )
}
