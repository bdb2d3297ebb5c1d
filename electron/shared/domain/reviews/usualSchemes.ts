import { usualBands, usualGradePoints } from './grades.ts'
import type { BallotForm, Scheme } from './scheme.ts'

/** 逐项打分票 of those above, 满意度票 of members and residents (domain 5.4). */
const scoreForm: BallotForm = { items: 'points', scale: 'own', hasOverall: true, scoredBy: 'overall' }
const satisfactionForm: BallotForm = {
  items: 'grades',
  scale: 'hundred',
  hasOverall: true,
  scoredBy: 'overall',
}

const indicator = (id: string, name: string, points: number, ...children: readonly [string, number][]) => ({
  id,
  name,
  points: points * 100,
  children: children.map(([name, points], index) => ({
    id: `${id}${index + 1}`,
    name,
    points: points * 100,
  })),
})

const usualIndicators = [
  indicator('duty', '思想政治与履责', 20, ['落实第一责任人', 10], ['五个“亲力亲为”', 10]),
  indicator('build', '组织建设与换届', 15, ['班子配备与换届', 8], ['支部设置与两新覆盖', 7]),
  indicator('members', '党员教育管理', 20, ['三会一课与主题党日', 10], ['发展、流动与党费', 10]),
  indicator('service', '服务群众与治理', 20, ['双报到与微心愿', 10], ['三清单办结与责任区', 10]),
  indicator('basis', '制度与基础工作', 15, ['台账、档案与公开', 8], ['意识形态', 7]),
  indicator('mended', '上年问题整改', 10),
]

interface Weights {
  readonly up: number
  readonly down: number
  readonly daily: readonly (readonly [id: string, name: string, points: number])[]
}

/** 默认 30/30/40, 西洋江镇式 20/20/60（日常考核 30、调查核实 30）, 民主导向 40/60/0. */
export const usualWeights = {
  usual: { up: 30, down: 30, daily: [['daily', '日常考核', 40]] },
  checked: {
    up: 20,
    down: 20,
    daily: [
      ['daily', '日常考核', 30],
      ['field', '调查核实', 30],
    ],
  },
  democratic: { up: 40, down: 60, daily: [] },
} as const satisfies Readonly<Record<string, Weights>>

/** A scheme to begin with; everything in it may be changed. */
export function usualScheme({ up, down, daily }: Weights): Scheme {
  const raters = (id: string, name: string, weight: number) => ({ id, name, weight: weight * 100 })
  return {
    subjects: ['secretary'],
    gradeSet: 'G4A',
    gradePoints: usualGradePoints,
    bands: usualBands,
    indicators: usualIndicators,
    components: [
      {
        ...raters('up', '上级评议', up),
        kind: 'rated',
        direction: 'up',
        form: scoreForm,
        groups: [
          {
            ...raters('superiors', '街道党工委班子成员', 100),
            kind: 'superiors',
            isOptional: false,
            mergesInto: null,
          },
        ],
      },
      {
        ...raters('down', '党员、群众测评', down),
        kind: 'rated',
        direction: 'down',
        form: satisfactionForm,
        groups: [
          { ...raters('party', '党员', 70), kind: 'members', isOptional: false, mergesInto: null },
          { ...raters('public', '群众', 30), kind: 'residents', isOptional: true, mergesInto: 'party' },
        ],
      },
      ...daily.map(([id, name, weight]) => ({
        ...raters(id, name, weight),
        kind: 'daily' as const,
        parts: [{ id: `${id}Score`, name, weight: 100_00 }],
      })),
    ],
    returns: { lowBelow: 80, voidBelow: 50 },
    hideBelow: 5,
    poorShare: { above: 30, atMost: 'fair' },
    bestLimit: 40,
    vetoes: [
      { id: 'violation', name: '发生严重违纪', atMost: 'poor' },
      { id: 'weakBranch', name: '后进支部未整改', atMost: 'fair' },
      { id: 'termOverdue', name: '换届超期未报', atMost: 'fair' },
    ],
  }
}
