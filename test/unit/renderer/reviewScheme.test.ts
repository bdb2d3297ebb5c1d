import { describe, expect, it } from 'vitest'
import { schemeInput } from '#shared/contract/reviewInputs.ts'
import { schemeProblems } from '#shared/domain/reviews/schemeRules.ts'
import { usualScheme, usualWeights } from '#shared/domain/reviews/usualSchemes.ts'
import { workedExample } from '../../../renderer/features/reviews/scheme/example.ts'
import { parseSchemeDraft } from '../../../renderer/features/reviews/scheme/schemeDraft.ts'
import {
  asTyped,
  blankDaily,
  blankIndicator,
  blankRated,
  blankVeto,
  draftOf,
  findingsAt,
  formulaText,
  type SchemeDraft,
  sumOf,
} from '../../../renderer/features/reviews/scheme/schemeForm.ts'
import { typedHundredths } from '../../../renderer/lib/typedHundredths.ts'

const usual = () => draftOf({ name: '书记', scheme: usualScheme(usualWeights.usual) })

function withWeight(weight: number): SchemeDraft['scheme'] {
  const { scheme } = usual()
  const [first, ...others] = scheme.components
  return first === undefined ? scheme : { ...scheme, components: [{ ...first, weight }, ...others] }
}

describe('the scheme editor', () => {
  it('a usual scheme goes through the form unchanged', () => {
    expect(schemeInput.parse(usual())).toEqual(usual())
  })

  it('decimals are typed and whole hundredths kept; what is no number, too fine or out of range is NaN', () => {
    expect(['33.33', '33.3', '100', '', ' '].map((text) => typedHundredths(text))).toEqual([
      33_33,
      33_30,
      100_00,
      null,
      null,
    ])
    for (const text of ['33.333', '-1', '100.01', '三十', '1e1']) expect(typedHundredths(text)).toBeNaN()
  })

  it('REV-01: 99 is said beside the sources, and 100 is not', () => {
    const findings = schemeProblems(asTyped(withWeight(29_00)))
    expect(findingsAt(findings, 'components').map(({ message }) => message)).toEqual([
      '综合分的权重合计 99（上级评议 29、党员、群众测评 30、日常考核 40），必须等于 100',
    ])
    expect(schemeProblems(asTyped(withWeight(30_00)))).toEqual([])
  })

  it('REV-01: a weight that is no number yet counts as nothing, and the rules still speak', () => {
    const scheme = asTyped(withWeight(Number.NaN))
    expect(schemeProblems(scheme).map(({ message }) => message)).toEqual([
      '综合分的权重合计 70（上级评议 0、党员、群众测评 30、日常考核 40），必须等于 100',
    ])
    expect(sumOf([30_00, Number.NaN])).toBeNull()
    expect(sumOf([30_00, null])).toBeNull()
    expect(sumOf([33_33, 33_33, 33_34])).toBe(100_00)
    expect(formulaText(withWeight(Number.NaN).components)).toBe(
      '？%×上级评议＋30%×党员、群众测评＋40%×日常考核',
    )
  })

  it('what is added has ids of its own, and asks for a name before it can be saved', () => {
    const { name, scheme } = usual()
    const more: SchemeDraft = {
      name,
      scheme: {
        ...scheme,
        components: [...scheme.components, blankRated(), blankDaily()],
        indicators: [...scheme.indicators, blankIndicator()],
        vetoes: [...scheme.vetoes, blankVeto()],
      },
    }
    expect(schemeProblems(asTyped(more.scheme))).toEqual([])
    const refused = schemeInput.safeParse(more)
    expect(refused.error?.issues.map(({ message }) => message)).toContain('请填写名称')
  })

  it('a draft comes back half filled: a number that was none stays none', () => {
    const draft = { name: '', scheme: withWeight(Number.NaN) }
    const kept: unknown = JSON.parse(JSON.stringify(draft))
    expect(parseSchemeDraft(kept)).toEqual(draft)
    expect(parseSchemeDraft({ name: '旧', scheme: { components: [] } })).toBeNull()
  })
})

describe('the worked example', () => {
  const example = (weights: keyof typeof usualWeights) => workedExample(usualScheme(usualWeights[weights]))

  it('is the vector of the rules: 84.5, 88.75 and 90 make 87.975, shown as 87.98, 较好', () => {
    const shown = example('usual')
    expect(shown?.total.result).toBe('84.5×30%＋88.75×30%＋90×40%＝87.975，四舍五入为 87.98')
    expect(shown?.grade).toBe('较好')
    expect(shown?.total.parts.map(({ exact }) => exact)).toEqual(['84.5', '88.75', '90'])
  })

  it('follows the weights that are typed', () => {
    expect(example('checked')?.total.result).toBe('84.5×20%＋88.75×20%＋90×30%＋90×30%＝88.65')
    expect(example('democratic')?.total.result).toBe('84.5×40%＋88.75×60%＝87.05')
  })

  it('there is none while the scheme cannot be used', () => {
    expect(workedExample(asTyped(withWeight(29_00)))).toBeNull()
  })

  it('ballots scored by their indicators come to about the same', () => {
    const scheme = usualScheme(usualWeights.usual)
    const byItems = {
      ...scheme,
      components: scheme.components.map((component) =>
        component.kind === 'rated'
          ? { ...component, form: { ...component.form, scoredBy: 'items' as const } }
          : component,
      ),
    }
    expect(workedExample(byItems)?.total.exact).toBe('87.975')
  })
})
