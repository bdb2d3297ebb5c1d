import { entry, grouped } from './codeEntry.ts'
import type { CodeEntry } from './codeEntry.ts'

const publicSector = '在岗职工·公有制单位'
const privateSector = '在岗职工·非公有制单位'

// Class codes 011-025, 11, 2, 3, 4, 5 are those of the annual return; leaf names those of the Party's own system.
// Workbooks often stop at the class: each class is an entry of its own, and 0, 01, 02 are the lines above the classes
// ("机关事业单位在职" is public sector without saying which class), so nothing has to be guessed.
export const jobPostTable: readonly CodeEntry[] = [
  ...grouped('在岗职工', [
    entry('0', '在岗职工（未细分）', '在职职工', '在岗职工', '在职', '职工'),
    entry(
      '01',
      '公有制单位在岗职工（未细分）',
      '机关事业单位在职',
      '机关事业单位',
      '国企职工',
      '公有制单位在岗职工',
    ),
    entry('02', '非公有制单位在岗职工（未细分）', '非公企业员工', '非公企业职工', '私企员工', '两新组织员工'),
  ]),
  ...grouped(publicSector, [
    entry('011', '党政机关工作人员', '机关工作人员'),
    entry('0111', '公务员'),
    entry('0112', '参照公务员法管理的工作人员', '参公人员', '参公管理人员'),
    entry('012', '事业单位管理人员'),
    entry('0121', '事业单位管理岗位'),
    entry('013', '事业单位专业技术人员'),
    entry('0131', '事业单位专业技术岗位'),
    entry('014', '公有制企业管理人员', '国企管理人员'),
    entry('0141', '公有经济控制企业管理岗位'),
    entry('015', '公有制企业专业技术人员'),
    entry('0151', '公有经济控制企业专业技术岗位'),
    entry('016', '公有制单位工勤技能人员'),
    entry('0161', '机关单位工勤岗位'),
    entry('0162', '事业单位工勤岗位'),
    entry('0163', '公有经济控制单位工勤岗位'),
    entry('0164', '公有制单位农民工'),
  ]),
  ...grouped(privateSector, [
    entry('021', '非公有制企业管理人员', '非公企业管理人员'),
    entry('0211', '非公有经济控制企业管理岗位'),
    entry('022', '非公有制企业专业技术人员', '非公企业专业技术人员'),
    entry('0221', '非公有经济控制企业专业技术岗位'),
    entry('023', '民办非企业（社会组织）管理人员', '社会组织管理人员'),
    entry('0231', '民办非企业管理岗位'),
    entry('024', '民办非企业（社会组织）专业技术人员', '社会组织专业技术人员'),
    entry('0241', '民办非企业专业技术岗位'),
    entry('025', '非公有制单位工勤技能人员'),
    entry('0251', '非公有企业工勤岗位', '非公有制企业工勤岗位'),
    entry('0252', '民办非企业工勤岗位'),
    entry('0253', '非公有制单位农民工'),
  ]),
  ...grouped('农牧渔民', [
    entry('11', '农牧渔民', '农民', '务农', '农牧渔业人员'),
    entry('111', '农牧渔业生产人员'),
    entry('112', '乡村医生'),
    entry('113', '外出务工经商人员', '外出务工人员', '外出务工经商'),
    entry('119', '其他农牧渔民'),
  ]),
  ...grouped('军人、武警', [
    entry('2', '军人、武警', '军人', '现役军人', '武警'),
    entry('21', '解放军、武警'),
  ]),
  ...grouped('学生', [
    entry('3', '学生', '在校学生', '在校生'),
    entry('31', '研究生'),
    entry('311', '研究生（毕业年级）'),
    entry('312', '研究生（一年级）'),
    entry('313', '研究生（其他年级）'),
    entry('32', '本科生', '大学本科生'),
    entry('321', '本科生（毕业年级）'),
    entry('322', '本科生（一年级）'),
    entry('323', '本科生（其他年级）'),
    entry('33', '专科生', '大专生'),
    entry('331', '专科生（毕业年级）'),
    entry('332', '专科生（一年级）'),
    entry('333', '专科生（其他年级）'),
    entry('34', '中专学生', '中专生'),
    entry('35', '高中学生', '高中生'),
    entry('36', '技工学校学生', '技校学生', '技校生'),
  ]),
  ...grouped('离退休人员', [
    entry('4', '离退休人员', '离退休', '离退休党员'),
    entry('41', '离休干部', '离休人员', '离休'),
    entry('42', '退休人员', '退休', '退休职工', '退休干部', '退休工人'),
    entry('43', '退职人员', '退职'),
  ]),
  // The 5xx leaves are numbered in the order the system lists them; 591 and 592 are wordings of communities
  // that several leaves could hold, kept as written under the same class.
  ...grouped('其他', [
    entry('5', '其他'),
    entry('501', '社区工作人员', '社区工作者', '社工'),
    entry('502', '大学生村官'),
    entry('503', '停薪留职人员', '停薪留职'),
    entry('504', '个体工商户中的从业人员', '个体工商户', '个体户', '个体经营'),
    entry('505', '自由职业人员', '自由职业者', '自由职业'),
    entry('506', '待安置（转业）、毕业未就业人员', '毕业未就业', '待安置', '待安置（转业）'),
    entry('507', '出国（境）逾期未归人员', '出国（境）逾期未归'),
    entry('508', '企业破产、辞退未再就业人员', '企业破产/辞退未再就业'),
    entry('509', '已离岗但保留劳动关系的职工'),
    entry('510', '组织关系在人才（劳动）服务中心、职业不明人员'),
    entry('511', '其他从业人员'),
    entry('512', '其他无业人员', '无业', '无业人员'),
    entry('513', '内部退养职工', '内退', '内退职工', '内部退养'),
    entry('591', '灵活就业人员（未细分）', '灵活就业', '灵活就业人员'),
    entry('592', '企业下岗职工（未细分）', '企业下岗职工', '下岗职工', '下岗失业', '下岗'),
  ]),
]

const jobClasses = [
  '011',
  '012',
  '013',
  '014',
  '015',
  '016',
  '021',
  '022',
  '023',
  '024',
  '025',
  '11',
  '2',
  '3',
  '4',
  '5',
]

/** The line of the annual return a post belongs to; 0, 01 and 02 are their own, less exact, lines. */
export function jobPostClass(code: string): string {
  return jobClasses.find((each) => code.startsWith(each)) ?? code
}

// "高级技师" and "高级工" are workers' skill grades, not 专业技术职务, so only titles of the national series are read.
export const techTitleTable: readonly CodeEntry[] = [
  entry(
    '1',
    '高级',
    '正高级',
    '副高级',
    '正高',
    '副高',
    '高级职称',
    '教授',
    '副教授',
    '研究员',
    '副研究员',
    '高级工程师',
    '正高级工程师',
    '高级教师',
    '正高级教师',
    '主任医师',
    '副主任医师',
    '高级会计师',
    '高级经济师',
    '高级政工师',
    '高级农艺师',
  ),
  entry(
    '2',
    '中级',
    '中级职称',
    '讲师',
    '工程师',
    '主治医师',
    '会计师',
    '经济师',
    '政工师',
    '一级教师',
    '农艺师',
  ),
  entry(
    '3',
    '初级',
    '初级职称',
    '助理工程师',
    '助教',
    '技术员',
    '助理会计师',
    '助理经济师',
    '助理政工师',
    '二级教师',
  ),
  entry('0', '无', '无职称', '无专业技术职务'),
]

export const newStratumTable: readonly CodeEntry[] = [
  entry('0', '无', '否', '不是', '非新社会阶层'),
  entry('1', '民营科技企业的创业人员和技术人员', '民营科技企业创业人员和技术人员'),
  entry('2', '受聘于外资企业的管理技术人员', '外资企业管理技术人员'),
  entry('3', '个体劳动者', '个体户', '个体工商户'),
  entry('31', '城镇个体劳动者'),
  entry('39', '其他个体劳动者'),
  entry('4', '私营企业主'),
  entry('41', '民营科技企业创业人员'),
  entry('49', '其他私营企业主'),
  entry('5', '中介组织从业人员', '中介组织的从业人员'),
  entry('6', '自由职业人员', '自由职业者'),
]

export const frontlineTable: readonly CodeEntry[] = [
  entry('0', '非一线', '无', '否', '非第一线', '不在一线'),
  entry('1', '企业生产第一线', '企业生产一线', '企业生产、工作第一线'),
  entry('2', '农村生产第一线', '农村生产一线'),
  entry('3', '教学科研第一线', '教学科研一线'),
  entry('9', '其他生产工作第一线', '其他生产工作一线', '其他一线', '其他生产、工作第一线'),
]
