import { Button } from 'antd'
import { coverForms, enterpriseKinds } from '#shared/domain/enterprises.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { coverageTexts, coverFormLabels, enterpriseKindLabels } from '#shared/labels/enterprises.ts'
import { findingTitle } from '#shared/labels/findings.ts'
import { useCall } from '../../lib/queries.ts'
import { ChoiceFilter } from '../../ui/ChoiceFilter.tsx'
import { OrganizationFilter } from '../../ui/OrganizationFilter.tsx'
import { SearchInput } from '../../ui/SearchInput.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { UndoLastButton } from '../../ui/UndoLastButton.tsx'
import { enterpriseTarget, type EnterpriseView, isNarrowed } from './enterpriseView.ts'

interface EnterpriseToolbarProps {
  readonly view: EnterpriseView
  readonly text: string
  readonly onText: (text: string) => void
  readonly onView: (view: EnterpriseView) => void
  readonly onClear: () => void
}

const texts = coverageTexts(defaultRuleSettings)
const standingWords = { met: '已达到', unmet: '还差', asked: '计入分母' } as const

export function EnterpriseToolbar({ view, text, onText, onView, onClear }: EnterpriseToolbarProps) {
  const { data } = useCall('enterprises.departments', {})
  const change = (part: Partial<EnterpriseView>) => onView({ ...view, ...part, page: 1 })
  const { coverage, finding } = view
  return (
    <Toolbar
      label="筛选"
      end={
        <>
          {isNarrowed(view, text) && (
            <Button type="text" onClick={onClear}>
              清除筛选
            </Button>
          )}
          <UndoLastButton target={enterpriseTarget} />
        </>
      }
    >
      <SearchInput label="单位名称或信用代码" value={text} onChange={onText} />
      <ChoiceFilter
        label="类型"
        all="全部类型"
        choices={enterpriseKinds.map((value) => ({ value, label: enterpriseKindLabels[value] }))}
        value={view.kind}
        onChoose={(kind) => change({ kind })}
      />
      <ChoiceFilter
        label="党组织形式"
        all="全部形式"
        choices={coverForms.map((value) => ({ value, label: coverFormLabels[value] }))}
        value={view.coverForm}
        onChoose={(coverForm) => change({ coverForm })}
      />
      <ChoiceFilter
        label="主管部门"
        all="全部部门"
        choices={(data?.departments ?? []).map((value) => ({ value, label: value }))}
        value={view.department}
        onChoose={(department) => change({ department })}
      />
      <OrganizationFilter
        label="所属党组织"
        value={view.organizationId}
        onChoose={(organizationId) => change({ organizationId })}
      />
      {coverage !== null && (
        <span className="muted">
          {texts[coverage.rate].title}：{standingWords[coverage.standing]}
        </span>
      )}
      {finding !== null && <span className="muted">提示：{findingTitle(finding)}</span>}
    </Toolbar>
  )
}
