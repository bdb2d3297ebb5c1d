import { useWatch } from 'react-hook-form'
import { gradeNames, grades, gradeSets } from '#shared/domain/reviews/grades.ts'
import { CodeSelect } from '../../../ui/CodeSelect.tsx'
import { SectionCard } from '../../../ui/SectionCard.tsx'
import { HundredthsCell } from './cells.tsx'
import type { SchemeControl } from './schemeForm.ts'
import { SchemeFindings } from './SchemeSums.tsx'

interface GradesSectionProps {
  readonly control: SchemeControl
  readonly disabled: boolean
}

const setNames = gradeSets.map((code) => ({
  code,
  name: grades.map((grade) => gradeNames[code][grade]).join('、'),
}))

/** What the four grades are called, what each is worth on a ballot, and from which score it is suggested. */
export function GradesSection({ control, disabled }: GradesSectionProps) {
  const set = useWatch({ control, name: 'scheme.gradeSet' })
  const names = gradeNames[set]
  return (
    <SectionCard title="等次">
      <div className="form-grid">
        <CodeSelect
          control={control}
          name="scheme.gradeSet"
          label="等次名称"
          required
          disabled={disabled}
          entries={setNames}
        />
      </div>
      <table className="scheme-table scheme-grades">
        <thead>
          <tr>
            <th scope="col" className="scheme-kind">
              等次
            </th>
            <th scope="col" className="scheme-wide">
              一票值多少分
            </th>
            <th scope="col" className="scheme-wide">
              综合分达到多少建议此等次
            </th>
          </tr>
        </thead>
        <tbody>
          {grades.map((grade) => (
            <tr key={grade}>
              <th scope="row">{names[grade]}</th>
              <td>
                <HundredthsCell
                  control={control}
                  name={`scheme.gradePoints.${grade}`}
                  label={`“${names[grade]}”的分值`}
                  unit="分"
                  disabled={disabled}
                />
              </td>
              <td>
                {grade === 'poor' ? (
                  <span className="muted">以下</span>
                ) : (
                  <HundredthsCell
                    control={control}
                    name={`scheme.bands.${grade}`}
                    label={`“${names[grade]}”的最低分`}
                    unit="分"
                    disabled={disabled}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <SchemeFindings control={control} field="gradePoints" />
      <SchemeFindings control={control} field="bands" />
    </SectionCard>
  )
}
