import { entry } from './codeEntry.ts'
import type { CodeEntry } from './codeEntry.ts'

// GB/T 2261.1; the codes are the same in every system, so they are read too.
export const genderTable: readonly CodeEntry[] = [
  entry('1', '男', '男性', '1'),
  entry('2', '女', '女性', '2'),
]

// GB/T 3304-1991, with 97 and 98 as the Party's own system names them.
const ethnicGroups =
  '01汉 02蒙古 03回 04藏 05维吾尔 06苗 07彝 08壮 09布依 10朝鲜 11满 12侗 13瑶 14白 15土家 16哈尼 17哈萨克 18傣 19黎 20傈僳 ' +
  '21佤 22畲 23高山 24拉祜 25水 26东乡 27纳西 28景颇 29柯尔克孜 30土 31达斡尔 32仫佬 33羌 34布朗 35撒拉 36毛南 37仡佬 38锡伯 ' +
  '39阿昌 40普米 41塔吉克 42怒 43乌孜别克 44俄罗斯 45鄂温克 46德昂 47保安 48裕固 49京 50塔塔尔 51独龙 52鄂伦春 53赫哲 54门巴 ' +
  '55珞巴 56基诺'

const shortEthnicNames: Readonly<Record<string, readonly string[]>> = { '05': ['维族'], '22': ['畬族', '畬'] }

export const ethnicityTable: readonly CodeEntry[] = [
  ...ethnicGroups.split(' ').map((item) => {
    const [code, stem] = [item.slice(0, 2), item.slice(2)]
    return entry(code, `${stem}族`, stem, code, ...(shortEthnicNames[code] ?? []))
  }),
  entry('97', '其他', '97', '其他民族', '未识别民族'),
  entry('98', '外国血统（入中国籍）', '98', '外国血统', '外国血统中国籍人士'),
]

// Terms of the Party's own system; bare codes are not read, since GB/T 4658 gives 6 another meaning.
// 10 is the plain category for "研究生" with no level. "硕士" (a degree) and "市委党校" (of which city?) stay unknown.
export const educationTable: readonly CodeEntry[] = [
  entry('10', '研究生', '研究生教育', '研究生学历'),
  entry('11', '博士研究生', '博士研究生毕业', '博士生'),
  entry('12', '硕士研究生', '硕士研究生毕业', '硕士生'),
  entry('13', '研究生班（硕士生班）', '研究生班', '硕士生班'),
  entry('14', '中央党校研究生'),
  entry('15', '省（区、市）委党校研究生', '省委党校研究生'),
  entry('21', '大学（本科）', '大学', '本科', '大学本科', '本科学历', '全日制本科', '大本', '大学本科毕业'),
  entry('22', '第二学士学位班', '双学士', '第二学士学位'),
  entry('23', '大学普通班', '大普'),
  entry('24', '中央党校大学', '中央党校本科'),
  entry('25', '省（区、市）委党校大学', '省委党校大学', '省委党校本科'),
  entry('31', '大专', '大学专科', '专科', '大专学历', '高职', '高等职业教育', '大学专科毕业', '高职高专'),
  entry('32', '中央党校大专', '中央党校专科'),
  entry('33', '省（区、市）委党校大专', '省委党校大专', '省委党校专科'),
  entry('41', '中等专科（中专）', '中专', '中等专科', '中等专业学校', '中专学历', '中师'),
  entry('51', '普通高中', '高中', '普高', '高中学历', '高中毕业'),
  entry('52', '职业高中', '职高'),
  entry('53', '技工学校', '技校', '中技'),
  entry('61', '初中', '初级中学', '初中毕业', '初中学历'),
  entry('62', '小学', '小学毕业', '小学学历'),
  entry('69', '其他（含文盲）', '文盲', '半文盲', '文盲或半文盲', '其他'),
]

export type EducationTier = 1 | 2 | 3 | 4 | 5 | 6

/** The six columns of the annual return, in their order. */
export const educationTierLabels: Readonly<Record<EducationTier, string>> = {
  1: '研究生',
  2: '大学本科',
  3: '大学专科',
  4: '中专',
  5: '高中、中技',
  6: '初中及以下',
}

/** 大学普通班 counts as 专科 in most places (教育部口径) and as 本科 in some: `plainClassTier`. */
export function educationTier(code: string, plainClassTier: 2 | 3 = 3): EducationTier | null {
  if (!educationTable.some((each) => each.code === code)) return null
  if (code === '23') return plainClassTier
  const tiers: Readonly<Record<string, EducationTier>> = { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6 }
  return tiers[code.charAt(0)] ?? null
}

const disciplines = [
  '哲学',
  '经济学',
  '法学',
  '教育学',
  '文学',
  '历史学',
  '理学',
  '工学',
  '农学',
  '医学',
  '军事学',
  '管理学',
  '艺术学',
]

function degreeAliases(level: string): readonly string[] {
  return [`${level}学位`, ...disciplines.flatMap((each) => [each + level, `${each}${level}学位`])]
}

// GB/T 6864; without a degree the field stays empty.
export const degreeTable: readonly CodeEntry[] = [
  entry('1', '名誉博士', '名誉博士学位'),
  entry('2', '博士', ...degreeAliases('博士')),
  entry('3', '硕士', ...degreeAliases('硕士')),
  entry('4', '学士', ...degreeAliases('学士')),
]

// GB/T 2261.2-2003 at its first level.
export const maritalTable: readonly CodeEntry[] = [
  entry('10', '未婚'),
  entry('20', '已婚', '初婚', '再婚', '复婚', '有配偶'),
  entry('30', '丧偶'),
  entry('40', '离婚', '离异'),
]
