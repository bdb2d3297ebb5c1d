import { Alert, Button } from 'antd'
import { useWatch } from 'react-hook-form'
import { schemeSchema } from '#shared/domain/reviews/scheme.ts'
import { schemeProblems } from '#shared/domain/reviews/schemeRules.ts'
import { asTyped, type SchemeControl } from './schemeForm.ts'

interface SchemeFootProps {
  readonly control: SchemeControl
  readonly isDirty: boolean
  readonly busy: boolean
  /** Why it was not saved. */
  readonly problem: string | null
}

/** Stays in sight: what keeps the scheme from being used, and the button. */
export function SchemeFoot({ control, isDirty, busy, problem }: SchemeFootProps) {
  const scheme = useWatch({ control, name: 'scheme' })
  const [first, ...others] = schemeProblems(asTyped(scheme))
  const canSave = schemeSchema.safeParse(scheme).success
  const more = others.length === 0 ? '' : `（共 ${others.length + 1} 处问题）`
  return (
    <div className="form-foot">
      {problem !== null ? (
        <Alert className="form-foot-problem" type="error" showIcon role="alert" title={problem} />
      ) : first === undefined ? (
        isDirty && <span className="muted">有未保存的修改</span>
      ) : (
        <Alert
          className="form-foot-problem"
          type="warning"
          showIcon
          title={`${first.message}${more}。${canSave ? '可以先保存，改好以前不能发测评票。' : '有的格子还没有填对，填对才能保存。'}`}
        />
      )}
      <Button htmlType="submit" type="primary" loading={busy} disabled={!isDirty}>
        保存
      </Button>
    </div>
  )
}
