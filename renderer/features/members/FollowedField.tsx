import { useWatch } from 'react-hook-form'
import { Link, useParams } from 'react-router'
import { memberFields } from '#shared/domain/memberFields.ts'
import { useCall } from '../../lib/queries.ts'
import { FormRow } from '../../ui/FormRow.tsx'
import { useEditor } from './editorContext.ts'
import { FieldFindings } from './FieldFindings.tsx'

interface FollowedFieldProps {
  readonly field: 'isFloating' | 'floatingTo'
}

/** Follows the open record of 流动党员: shown here with the way to where it is kept. */
export function FollowedField({ field }: FollowedFieldProps) {
  const { control, isReadOnly } = useEditor()
  const { id = '' } = useParams()
  const value: unknown = useWatch({ control, name: field })
  const { label } = memberFields[field]
  const text = typeof value === 'string' ? value : value === true ? '是' : value === false ? '否' : '未填'
  return (
    <FormRow label={label} as="group" findings={<FieldFindings field={field} />}>
      {() => (
        <span className="fixed-field">
          <span>{text}</span>
          {field === 'isFloating' && id !== '' && (
            <Where memberId={id} isAway={value === true} mayWrite={!isReadOnly} />
          )}
        </span>
      )}
    </FormRow>
  )
}

interface WhereProps {
  readonly memberId: string
  readonly isAway: boolean
  readonly mayWrite: boolean
}

function Where({ memberId, isAway, mayWrite }: WhereProps) {
  const found = useCall('mobility.ofMember', { memberId }, { enabled: isAway })
  const open = found.data?.records.find(({ status }) => status === 'away' || status === 'lost')
  if (open !== undefined) return <Link to={`/mobility?record=${open.id}`}>记在流动党员里</Link>
  return mayWrite && !isAway ? <Link to={`/mobility/new?member=${memberId}`}>登记外出</Link> : null
}
