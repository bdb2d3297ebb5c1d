import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { DevelopmentDetail } from '#shared/contract/developmentRows.ts'
import { developmentFieldLabels } from '#shared/labels/developmentRecords.ts'
import { useCommand } from '../../../lib/queries.ts'
import { useHasRight } from '../../../lib/session.ts'
import { MaskedText } from '../../../ui/MaskedText.tsx'
import { SectionCard } from '../../../ui/SectionCard.tsx'
import { fieldText } from './fieldTexts.ts'
import { fileSections } from './fileForm.ts'

interface BasicsTabProps {
  readonly detail: DevelopmentDetail
  /** Null where nothing may be changed. */
  readonly onEdit: (() => void) | null
}

/** Who the person is, as the papers have it; ID number and phone in part until somebody asks. */
export function BasicsTab({ detail, onEdit }: BasicsTabProps) {
  const canReveal = useHasRight('member.reveal')
  const reveal = useCommand('development.reveal')
  const [plain, setPlain] = useState<{ readonly idNo: string | null; readonly phone: string | null } | null>(
    null,
  )
  const show = async (): Promise<void> => setPlain(await reveal.mutateAsync({ id: detail.id }))
  return fileSections.map(({ title, fields }, index) => (
    <SectionCard
      key={title}
      title={title}
      {...(index === 0 && onEdit !== null
        ? {
            extra: (
              <Button size="small" onClick={onEdit}>
                修改基本情况
              </Button>
            ),
          }
        : {})}
    >
      <dl className="dev-facts">
        {fields.map((field) => {
          const text = fieldText(field, detail.fields[field])
          const isSecret = field === 'idNo' || field === 'phone'
          return (
            <div key={field}>
              <dt>{developmentFieldLabels[field]}</dt>
              <dd>
                {field === 'organizationId' ? (
                  <Link to={`/organizations/${detail.fields.organizationId}`}>{detail.organizationName}</Link>
                ) : isSecret && canReveal && text !== '' ? (
                  <MaskedText
                    label={developmentFieldLabels[field]}
                    masked={text}
                    revealed={plain === null ? null : plain[field]}
                    onReveal={show}
                    onHide={() => setPlain(null)}
                  />
                ) : text === '' ? (
                  <span className="muted">未填</span>
                ) : (
                  text
                )}
              </dd>
            </div>
          )
        })}
      </dl>
    </SectionCard>
  ))
}
