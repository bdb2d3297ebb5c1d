import type { DevelopmentPaperValues } from '#core/documents/developmentPaper.ts'
import type { DevelopmentFields } from '#shared/contract/developmentInputs.ts'
import { unfilledDevelopment } from '#shared/contract/unfilledDevelopment.ts'
import { materialNos } from '#shared/domain/development/materials.ts'
import { defaultDevelopmentSettings } from '#shared/domain/development/settings.ts'
import { electionWords } from '#shared/domain/electionWords.ts'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'
import { aGuarantor, aMaterial, aReview, aStep, aVote } from './developmentSampleParts.ts'

const branch = {
  id: 'branch',
  fullName: '中共测试街道东环社区第一支部委员会',
  shortName: '东环第一党支部',
  words: electionWords('ZB'),
}

const noFields: DevelopmentFields = { ...unfilledDevelopment, name: '王小明', organizationId: 'branch' }

/** A name and nothing else. */
export const anEmptyFile: DevelopmentPaperValues = {
  branch,
  hasCommittee: null,
  between: [],
  committee: null,
  secretary: null,
  contactName: null,
  contactPhone: null,
  idNo: null,
  phone: null,
  today: dateOnly('2026-11-21'),
  settings: defaultDevelopmentSettings,
  publicityDays: null,
  detail: {
    fields: noFields,
    organizationName: branch.shortName,
    state: 'applicant',
    steps: [],
    guarantors: [],
    reviews: [],
    votes: [],
    events: [],
    materials: materialNos.map((no) => aMaterial(no, {})),
    trainings: [],
    form: null,
    findings: [],
    plan: { lines: [], next: null, wish: null },
    probation: null,
    activistPeriods: null,
    probationPeriods: null,
  },
}

const courseSteps = [
  aStep('appliedOn', '2024-05-06'),
  aStep('talkedOn', '2024-05-20', {
    place: '社区会议室',
    people: '赵书记、钱委员',
    opinion: '入党动机端正。',
  }),
  aStep('activistOn', '2024-07-10', { docNo: '东环支〔2024〕3号' }),
  aStep('activistFiledOn', '2024-07-20', { bodyId: 'root', bodyName: '测试街道党工委' }),
  aStep('contactsOn', '2024-07-10'),
  aStep('nurturedOn', '2026-05-10'),
  aStep('targetMeetingOn', '2026-05-18', { docNo: '东环支〔2026〕2号', opinion: '同意列为发展对象。' }),
  aStep('targetAgreedOn', '2026-05-25', { bodyId: 'root', docNo: '测工委〔2026〕11号', opinion: '同意。' }),
  aStep('publicityFrom', '2026-05-26'),
  aStep('publicityTo', '2026-06-01'),
  aStep('targetOn', '2026-06-02'),
  aStep('sponsorsOn', '2026-06-03'),
  aStep('politicalReviewOn', '2026-06-10'),
  aStep('trainingFrom', '2026-06-15'),
  aStep('trainingTo', '2026-06-17'),
  aStep('committeeOn', '2026-06-22', { docNo: '东环支〔2026〕5号', opinion: '符合党员条件' }),
  aStep('preReviewOn', '2026-06-30', { bodyId: 'root', docNo: '测工委〔2026〕18号' }),
  aStep('formOn', '2026-07-02'),
  aStep('meetingOn', '2026-07-10', { opinion: '工作认真负责' }),
  aStep('submittedOn', '2026-07-13', { docNo: '东环支〔2026〕7号' }),
  aStep('interviewOn', '2026-07-20', { people: '孙委员', place: '街道办事处', opinion: '同意入党' }),
  aStep('approvedOn', '2026-08-05', { bodyId: 'root', docNo: '测工委〔2026〕25号' }),
  aStep('filedOn', '2026-08-10'),
]

/** Somebody who is in the middle of probation, with everything written down; all after 2026-05-11 by the rules of 2026. */
export const aFullFile: DevelopmentPaperValues = {
  ...anEmptyFile,
  hasCommittee: true,
  between: [
    {
      id: 'community',
      fullName: '中共测试街道东环社区委员会',
      shortName: '东环社区党委',
      words: electionWords('SQW'),
    },
  ],
  committee: {
    id: 'root',
    fullName: '中共测试市测试区测试街道工作委员会',
    shortName: '测试街道党工委',
    words: electionWords('DGW'),
  },
  secretary: '赵书记',
  contactName: '联络某',
  contactPhone: '010-60001234',
  idNo: '110105199503049017',
  phone: '13900001234',
  publicityDays: 5,
  detail: {
    ...anEmptyFile.detail,
    state: 'probationer',
    fields: {
      ...noFields,
      gender: '1',
      ethnicity: '01',
      birthDate: partialDate('1995-03-04'),
      nativePlace: '北京朝阳',
      education: '21',
      unitDuty: '测试科技有限公司工程师',
      isLeagueMember: false,
      isRecommended: true,
      family: '父亲王大明，退休工人；母亲李某，退休教师。',
      relations: '舅舅李二，某公司职工。',
      publicityPlace: '社区公告栏张贴',
      publicityPhone: '010-60001234',
      publicityResult: 'none',
      isPoliticallyQualified: true,
      hasReviewSummary: true,
      politicalWords: '本人和直系亲属、主要社会关系没有发现问题。',
      trainingDays: 3,
      trainingHours: 24,
    },
    steps: courseSteps,
    guarantors: [
      aGuarantor('contact', '周联系'),
      aGuarantor('contact', '吴前任', { toOn: partialDate('2025-03-01') }),
      aGuarantor('sponsor', '周联系', { fromOn: partialDate('2026-06-03') }),
      aGuarantor('sponsor', '郑介绍', { fromOn: partialDate('2026-06-03') }),
    ],
    reviews: [
      aReview('activist', '2025-01-08'),
      aReview('activist', '2025-07-09'),
      aReview('thoughtReport', '2024-09-30'),
      aReview('thoughtReport', '2024-12-30'),
    ],
    votes: [aVote('admission', '2026-07-10', { should: 20, present: 12, agreed: 10, agreedInWriting: 1 })],
    materials: materialNos.map((no, index) =>
      aMaterial(
        no,
        index < 23
          ? {
              isPresent: true,
              isOriginal: true,
              copies: 1,
              pages: index + 1,
              formedOn: partialDate('2026-06-01'),
            }
          : {},
      ),
    ),
    form: {
      id: 'form',
      serialNo: '2026-0007',
      issuedOn: partialDate('2026-06-30'),
      issuerName: '测试街道党工委',
    },
    probation: {
      from: dateOnly('2026-07-10'),
      originalEnd: dateOnly('2027-07-10'),
      end: dateOnly('2027-07-10'),
    },
    activistPeriods: [
      {
        from: dateOnly('2024-07-10'),
        to: dateOnly('2025-01-10'),
        reviewedOn: partialDate('2025-01-08'),
        state: 'done',
      },
      {
        from: dateOnly('2025-01-10'),
        to: dateOnly('2025-07-10'),
        reviewedOn: partialDate('2025-07-09'),
        state: 'done',
      },
      { from: dateOnly('2025-07-10'), to: dateOnly('2026-01-10'), reviewedOn: null, state: 'missing' },
    ],
    probationPeriods: [
      { from: dateOnly('2026-07-10'), to: dateOnly('2027-01-10'), reviewedOn: null, state: 'open' },
    ],
  },
}

/** The same with parts of the reading changed. */
export function aFile(
  base: DevelopmentPaperValues,
  detail: Partial<Omit<DevelopmentPaperValues['detail'], 'fields'>> & {
    readonly fields?: Partial<DevelopmentFields>
  },
  values: Partial<Omit<DevelopmentPaperValues, 'detail'>> = {},
): DevelopmentPaperValues {
  const fields = { ...base.detail.fields, ...detail.fields }
  return { ...base, ...values, detail: { ...base.detail, ...detail, fields } }
}
