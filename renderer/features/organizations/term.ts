import { hasTerm, termYearsOf, type TermSubject } from '#shared/domain/organizationKinds.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { organizationTypeLabels } from '#shared/labels/organizations.ts'

export interface TermDefault {
  /** Null for kinds without a term, undefined where the records do not say which rule applies. */
  readonly years: number | null | undefined
  readonly explanation: string
}

/** ORG-10: the term of this kind, with the rule in words. */
export function termDefault(subject: TermSubject): TermDefault {
  const years = termYearsOf(subject, defaultRuleSettings)
  if (!hasTerm(subject)) {
    const name = subject.branchKind === 'LS' ? '临时党支部' : organizationTypeLabels[subject.type]
    return { years, explanation: `${name}没有届期，不填任期（ORG-10）` }
  }
  if (years === undefined || years === null) {
    return { years, explanation: '填了单位性质后得出：村、社区的 5 年，其他一般 3 年（ORG-10）' }
  }
  const isCommunity = years === defaultRuleSettings['org.termYears.community']
  const rule = isCommunity ? '村、社区的党组织和基层党委每届 5 年' : '其他党总支、党支部每届一般 3 年'
  return { years, explanation: `${rule}（ORG-10，《支部工作条例》第21条）` }
}
