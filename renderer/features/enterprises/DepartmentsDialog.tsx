import { Alert } from 'antd'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { departmentsSchema } from '#shared/contract/enterprises.ts'
import { errorText } from '../../lib/errorText.ts'
import { zhResolver } from '../../lib/forms.ts'
import { useCommand } from '../../lib/queries.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { TagsField } from '../../ui/TagsField.tsx'
import { useToast } from '../../ui/useToast.ts'

const schema = z.strictObject({ departments: departmentsSchema })

interface DepartmentsDialogProps {
  readonly departments: readonly string[]
  readonly onClose: () => void
}

/** ORG-76: who is in charge differs from place to place. */
export function DepartmentsDialog({ departments, onClose }: DepartmentsDialogProps) {
  const change = useCommand('enterprises.changeDepartments')
  const toast = useToast()
  const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    resolver: zhResolver(schema),
    defaultValues: { departments: [...departments] },
  })
  const submit = form.handleSubmit((input) =>
    change.mutate(input, {
      onSuccess: () => {
        toast.success('已修改可选的主管部门')
        onClose()
      },
    }),
  )
  return (
    <Dialog title="可选的主管部门" onClose={onClose}>
      <form className="dialog-stack form-stacked" onSubmit={(event) => void submit(event)}>
        <p>2023 年后两新组织党建的主管部门由各地确定，多数为党委社会工作部。已登记的单位不受影响。</p>
        <TagsField control={form.control} name="departments" label="部门" />
        {change.error !== null && (
          <Alert type="error" showIcon role="alert" title={errorText(change.error)} />
        )}
        <DialogButtons confirmText="保存" busy={change.isPending} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
