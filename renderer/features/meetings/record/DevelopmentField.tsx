import { useWatch } from 'react-hook-form'
import { Link } from 'react-router'
import type { CourseState } from '#shared/domain/development/states.ts'
import { courseStateLabels } from '#shared/labels/development.ts'
import { fileAddress } from '../../../lib/developmentWords.ts'
import { useCall } from '../../../lib/queries.ts'
import { CodeSelect } from '../../../ui/CodeSelect.tsx'
import type { MeetingForm } from './meetingForm.ts'

const most = 200
const admitted: readonly CourseState[] = ['target', 'cleared', 'awaitingApproval']
const onProbation: readonly CourseState[] = ['probationer', 'extended']

/** Whose file the vote is written into: those of the branch that have come this far first, the others for old records. */
export function DevelopmentField({ form, index }: { readonly form: MeetingForm; readonly index: number }) {
  const { control } = form
  const [organizationId, item] = useWatch({ control, name: ['organizationId', `items.${index}`] })
  const list = useCall(
    'development.list',
    {
      organizationId,
      text: null,
      states: [],
      finding: null,
      dueBy: null,
      sort: 'name',
      offset: 0,
      limit: most,
    },
    { enabled: organizationId !== '' },
  )
  const wanted = item.matter === 'admission' ? admitted : onProbation
  const rows = list.data?.rows ?? []
  const entry = (group: string) => (row: (typeof rows)[number]) => ({
    code: row.id,
    name: `${row.name}（${courseStateLabels[row.state]}）`,
    group,
  })
  const entries = [
    ...rows.filter(({ state }) => wanted.includes(state)).map(entry('到这一步的')),
    ...rows.filter(({ state }) => !wanted.includes(state)).map(entry('其他档案（补录用）')),
  ]
  const chosen = item.developmentFileId
  const isElsewhere = list.isSuccess && chosen !== null && rows.every(({ id }) => id !== chosen)
  return (
    <CodeSelect
      control={control}
      name={`items.${index}.developmentFileId`}
      label="发展党员档案"
      entries={isElsewhere ? [...entries, { code: chosen, name: '已选的档案（不在这个党支部）' }] : entries}
      placeholder={list.isSuccess && rows.length === 0 ? '这个党支部没有档案' : '选择档案'}
      hint={
        chosen === null ? '定稿时，表决结果写进这份档案' : <Link to={fileAddress(chosen)}>看这份档案</Link>
      }
    />
  )
}
