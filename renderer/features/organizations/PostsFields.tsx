import { Radio } from 'antd'
import { useController, type UseFormReturn, useWatch } from 'react-hook-form'
import type { Post } from '#shared/contract/posts.ts'
import type { Term } from '#shared/contract/terms.ts'
import { postPositionLabels } from '#shared/labels/posts.ts'
import { BooleanField } from '../../ui/BooleanField.tsx'
import { CodeSelect } from '../../ui/CodeSelect.tsx'
import { FormRow } from '../../ui/FormRow.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { type PostForm, type PostFormInput, positionChoices, termChoices, wayChoices } from './postsForm.ts'
import { PostsMemberField } from './PostsMemberField.tsx'

interface PostsFieldsProps {
  readonly form: UseFormReturn<PostFormInput, unknown, PostForm>
  readonly terms: readonly Term[]
  readonly held: readonly Post[]
  readonly post: Post | null
}

export function PostsFields({ form, terms, held, post }: PostsFieldsProps) {
  const { control } = form
  const [position, isOutsider] = useWatch({ control, name: ['position', 'isOutsider'] })
  const same = held.filter((each) => each.position === position && position !== 'WY' && position !== 'JZWY')
  return (
    <div className="form-grid">
      <CodeSelect control={control} name="position" label="职务" required entries={positionChoices} />
      <OutsiderField control={control} />
      {isOutsider ? (
        <>
          <TextField control={control} name="personName" label="姓名" required blank="null" maxLength={50} />
          <TextField control={control} name="unitDuty" label="单位及职务" maxLength={100} />
          <TextField
            control={control}
            name="phone"
            label="电话"
            maxLength={30}
            {...(post !== null && post.phone !== null ? { placeholder: `${post.phone}（不改请留空）` } : {})}
          />
        </>
      ) : (
        <PostsMemberField
          control={control}
          knownName={post !== null && post.memberId !== null ? post.personName : null}
        />
      )}
      <PartialDateField control={control} name="fromOn" label="任职日期" hint="只知道年月的可只填年月" />
      {same.length > 0 && (
        <CodeSelect
          control={control}
          name="replaces"
          label={`接替现任${position === null ? '' : postPositionLabels[position]}`}
          entries={same.map(({ id, personName }) => ({ code: id, name: personName }))}
          placeholder="不接替"
          hint="选中的人自任职日期起免去该职务"
        />
      )}
      {terms.length > 0 && (
        <CodeSelect
          control={control}
          name="termId"
          label="届次"
          entries={termChoices(terms)}
          placeholder="不归入届次"
        />
      )}
      <CodeSelect control={control} name="howChosen" label="产生方式" entries={wayChoices} />
      <TextField
        control={control}
        name="approvedDoc"
        label={position === 'JZWY' ? '聘书编号' : '批复文号'}
        maxLength={50}
      />
      <PartialDateField control={control} name="approvedOn" label="批复日期" wholeDay />
      {position === 'SJ' && (
        <BooleanField
          control={control}
          name="isOnePersonTwoPosts"
          label="一肩挑"
          decided
          hint="书记兼居委会主任"
        />
      )}
      {position !== 'JZWY' && (
        <BooleanField control={control} name="isPartTime" label="兼职" decided hint="兼职的不占委员职数" />
      )}
      <TextField control={control} name="remark" label="备注" maxLength={200} wide />
    </div>
  )
}

function OutsiderField({ control }: Pick<PostsFieldsProps['form'], 'control'>) {
  const { field } = useController({ control, name: 'isOutsider' })
  return (
    <FormRow label="人员" as="group">
      {() => (
        <Radio.Group
          name={field.name}
          value={field.value}
          options={[
            { label: '花名册党员', value: false },
            { label: '不在花名册', value: true },
          ]}
          onChange={(event) => field.onChange(event.target.value)}
        />
      )}
    </FormRow>
  )
}
