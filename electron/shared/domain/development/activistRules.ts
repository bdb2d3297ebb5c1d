import { addYears, type DateOnly, firstDay, formatPartialDate, type PartialDate } from '../../lib/dates.ts'
import { refusal, type Refusals } from './course.ts'
import type { DevelopmentContext, DevelopmentFacts, Guarantor } from './facts.ts'
import { dateInput, isSurelyBefore, setOf } from './judgement.ts'
import type { Judgement } from './judgement.ts'
import { ruleSetOn } from './ruleSets.ts'
import type { DevelopmentSettings } from './settings.ts'

/** DEV-01: the birthday itself will do. */
export function ageJudgements(facts: DevelopmentFacts, context: DevelopmentContext): readonly Judgement[] {
  const { birthDate } = facts
  const { appliedOn } = facts.dates
  if (birthDate === null || appliedOn === null) return []
  const age = context.settings['dev.applyAgeMin']
  const birthday = addYears(firstDay(birthDate), age)
  const isBroken = isSurelyBefore(appliedOn, birthday)
  return [
    {
      code: 'DEV-01',
      step: 1,
      field: 'appliedOn',
      severity: isBroken ? 'red' : null,
      set: setOf('appliedOn', facts, context),
      inputs: () => [dateInput('出生日期', birthDate), dateInput('递交入党申请书', appliedOn)],
      result: () =>
        isBroken
          ? underAge(appliedOn, birthday, context.settings)
          : `${formatPartialDate(appliedOn)}申请时已满 ${age} 周岁，符合`,
    },
  ]
}

/** Why an application of this day needs a reason: DEV-01; empty where it was old enough, or nobody knows. */
export function applicationRefusals(
  birthDate: PartialDate | null,
  appliedOn: PartialDate | null,
  settings: DevelopmentSettings,
): Refusals {
  if (birthDate === null || appliedOn === null) return []
  const birthday = addYears(firstDay(birthDate), settings['dev.applyAgeMin'])
  if (!isSurelyBefore(appliedOn, birthday)) return []
  return [
    refusal('DEV-01', 'appliedOn', ruleSetOn(appliedOn, settings), underAge(appliedOn, birthday, settings)),
  ]
}

function underAge(appliedOn: PartialDate, birthday: DateOnly, settings: DevelopmentSettings): string {
  return `${formatPartialDate(appliedOn)}申请时不满 ${settings['dev.applyAgeMin']} 周岁（${formatPartialDate(birthday)}年满），请核对；确属历史情况的写明原因`
}

function contactProblems(contacts: readonly Guarantor[], most: number): readonly string[] {
  const others = contacts.filter(({ isFull }) => isFull === false).length
  return [
    ...(contacts.length === 0 ? ['没有登记培养联系人'] : []),
    ...(contacts.length > most ? [`培养联系人 ${contacts.length} 名，超过 ${most} 名`] : []),
    ...(others > 0 ? [`有 ${others} 名培养联系人当时不是正式党员`] : []),
  ]
}

/** DEV-04. */
export function contactJudgements(
  facts: DevelopmentFacts,
  context: DevelopmentContext,
): readonly Judgement[] {
  const { contacts } = facts
  if (contacts === null || (contacts.length === 0 && facts.dates.contactsOn === null)) return []
  const problems = contactProblems(contacts, context.settings['dev.contactsMax'])
  return [
    {
      code: 'DEV-04',
      step: 5,
      field: 'contacts',
      severity: problems.length > 0 ? 'red' : null,
      set: setOf('contactsOn', facts, context),
      inputs: () => [{ label: '培养联系人', value: `${contacts.length} 名` }],
      result: () =>
        problems.length > 0 ? problems.join('；') : `培养联系人 ${contacts.length} 名，都是正式党员，符合`,
    },
  ]
}
