const zh = {
  skip: '跳到正文', title: '“楚怡”行动督导评估', subtitle: '湖南省 · 市州和县市区年度结果',
  foot: '分数由冻结的指标体系和公开的事件计算得出，任何人都可以用标准文本复核。',
  board: '结果榜', progress: '行动进度', signIn: '登录', signOut: '退出', language: 'English',
  year: '年度', COUNTY: '县市区', CITY: '市州', units: '单位', published: '已通报', grades: '等级分布',
  rated: '已评定', average: '平均分', search: '搜索单位', searchHint: '名称或代码', city: '所属市州', all: '全部',
  grade: '等级', sort: '排序', byRank: '名次', byCode: '区划代码', byTotal: '总分从低到高', rank: '名次', unit: '单位', total: '总分',
  state: '状态', official: '正式', provisional: '暂评', edition: '第 {0} 版', incomplete: '不完整',
  incompleteHint: '有事件未能读入，此分数可能不完整', demo: '演示数据',
  demoNote: '本页为演示数据，由程序生成，不是任何政府的真实评估结果。',
  EXCELLENT: '优秀', GOOD: '良好', QUALIFIED: '合格', NOT_QUALIFIED: '不合格', NOT_RATED: '不作评定',
  shown: '显示 {0} / {1} 个单位', none: '没有符合条件的单位。', empty: '还没有可以查看的结果。',
  emptyHint: '正式结果通报后在此公开；登录后可查看本单位的暂评分数。',
  digest: '榜单摘要 (SHA-256)', canonical: '标准文本', back: '返回结果榜', loading: '正在读取…',
  failed: '读取失败', retry: '重试', composition: '得分构成', base: '基础分', bonus: '加分', deduction: '扣分',
  credibility: '自评可信度', weightApplied: '适用权重', applied: '适用的加分、扣分和否决', effect: '影响',
  rule: '规则', count: '次数', points: '得分', noRules: '没有加分、扣分或否决事项。', unchanged: '等级不变',
  indicators: '指标', indicator: '指标', value: '数值', share: '得分率', weight: '权重', details: '依据',
  VERIFIED: '核定', COLLECTED: '采集', REPORTED: '自报', MISSING: '缺失', NOT_APPLICABLE: '不适用',
  events: '形成此数值的事件', noEvents: '没有事件', event: '事件', time: '记录时间', place: '位置', actor: '经办人', evidence: '佐证材料 (SHA-256)',
  ruleText: '计分规则', rankOf: '第 {0} 名', noRank: '不排名', asOf: '依据的事件位置',
  task: '任务', target: '目标', listed: '立项', built: '建成', percent: '完成率', pace: '进度', byCity: '按市州',
  progressOf: '{0} · 任务进度', notFound: '没有找到', unitHint: '该单位的结果尚未通报，或没有此单位。',
  DONE: '提前完成', ON_SCHEDULE: '按序时', SLOW: '偏慢', BEHIND: '滞后', NOT_STARTED: '未启动', NO_TARGET: '未定目标',
  open: '目标未定', expected: '截至 {0}，序时进度应为 {1}%。',
  APPROVED: '立项批复', STARTED: '开工', STRUCTURE: '主体完工', COMPLETED: '竣工', ACCEPTED: '验收', IN_USE: '投入使用', UNIFIED: '三统一',
  'indicator-reported': '单位填报', 'indicator-verified': '核定', 'indicator-exempted': '认定不适用', 'indicator-disputed': '单位说明或异议',
  'evidence-attached': '佐证材料', 'measure-changed': '采集', 'finding-confirmed': '认定事项', 'project-progress-reported': '项目进度',
  'project-task-book-agreed': '项目任务书', 'project-stage-reached': '项目阶段', 'project-funds-planned': '资金计划', 'project-funds-paid-in': '资金到位',
  'project-declared': '项目申报', 'project-terminated': '项目终止', 'condition-sheet-filed': '办学条件监测表', 'institution-registered': '院校登记',
  'enrolment-suspended': '停止招生', 'unified-arrangement-approved': '市级统筹批复', 'result-published': '结果通报', 'result-restated': '结果更正',
  'catalogue-frozen': '指标体系冻结', 'cycle-opened': '年度启动', 'finding-withdrawn': '撤销认定', 'division-registered': '区划登记',
  'institution-relocated': '院校迁址', 'institution-authority-changed': '隶属变更', 'institution-closed': '院校撤销',
  steps: '分数怎么来的', trust: '可信度依据', changes: '版本与变化', noEditions: '尚未通报，没有版本。', reason: '更正理由：', editionDiff: '与上一版相比',
  history: '历程', historyShow: '每次变动与形成它的事件', historyHint: '共记录 {0} 个结果，最近的在前。', recorded: '记录时间', change: '变动', why: '原因',
  'case-opened': '个案建立', 'units-listed': '单位名单', 'division-renamed': '区划更名', 'division-recoded': '区划代码变更', 'institution-recoded': '院校代码变更',
  proposal: '更正建议', proposalHint: '通报之后登记数据有更正。结果在正式更正之前不变；如按现在的数据计算：', compare: '比较两个时间的分数',
  from: '从', to: '到', compareNow: '比较', contribution: '对总分', nothingMoved: '没有变化。', ranksMoved: '名次变动的单位（{0}）',
  simulation: '模拟测算', simulationHint: '改动规则，看全年各单位的总分、等级和名次会怎样。只是测算，不保存，也不影响任何结果。', signInFirst: '请先登录。',
  wavers: '权重浮动 ± %', draws: '抽样次数', simulate: '开始测算', totalsMoved: '总分变化', gradesChanged: '等级变化', ranksChanged: '名次变化',
  movedBy: '主要影响', rankRange: '名次区间 (90%)', gradeKept: '等级不变',
  changeRules: '改动规则', counts: '计入', bands: '等级分数线', minimumWeight: '最低适用权重', excludedUnits: '不参加排名的单位', asFrozen: '恢复冻结的规则',
  firmness: '名次稳定性', STEPS: '按档', RUBRIC: '按等', compareCatalogues: '比较两套指标体系',
  compareHint: '用两套指标体系各算一遍全年结果：左为已冻结的一版，右为一个文件（与冻结时同一格式的 JSON），不选文件时为另一版。', baselineRevision: '原：第几版',
  otherFile: '新：文件', otherRevision: '或第几版', report: '生成规则变动报告', notJson: '{0} 不是 JSON 文件。', outcome: '测算结果', rulesChanged: '规则的不同之处',
  sameRules: '规则没有不同。', counted: '计入', notCounted: '不计入', before: '原', after: '新', movers: '影响总分的指标 {0}', up: '共增', down: '共减', excluded: '不排名',
  byChange: '总分变化最大', byWidth: '名次最不稳定', was: '原第 {0}', bestWorst: '最好第 {0}，最差第 {1}',
  rankPublished: '已通报中第 {0} 名', firstDiff: '首次通报时的名次', noRanksMoved: '没有单位的名次变动。', proposals: '{0} 个已通报的结果与现在的登记数据不一致',
  rebuild: '重算核对', rebuildHint: '从事件日志的第一条起重新推导全部分数，与现行结果逐一核对摘要。“只比较”不改动任何数据；“重算并替换”在核对后以重算的结果替换现行的。每天夜里系统会自动比较一次。',
  compareOnly: '只比较', rebuildAndSwap: '重算并替换', swapSure: '重算完成后将替换现行结果。确定开始？', cancelRebuild: '取消', noRebuilds: '还没有重算过。',
  rebuildNotAllowed: '只有管理员、省办和审计人员可以查看重算。',
  READING: '读取', DERIVING: '推导', COPYING: '写入', INDEXING: '建索引', CATCHING_UP: '追平', COMPARING: '核对', SWAPPING: '替换',
  recordsRead: '已读取 {0} / {1} 条记录', recordsDone: '记录', factsFound: '事实', unitsScored: '已计分单位', unitsCompared: '核对单位', elapsed: '用时', remaining: '预计还需',
  about: '约 {0}', seconds: '{0} 秒', minutes: '{0} 分 {1} 秒', wantedBy: '发起', REQUEST: '人工', SELF_CHECK: '夜间自检',
  runRUNNING: '进行中', runCANCELLED: '已取消', runFAILED: '失败', equal: '完全一致', differ: '{0} 处不一致',
  equalHint: '每个单位、每一版的摘要都与日志推导的一致。', differHint: '以下单位的现行结果与日志推导的不一致，请查明原因；“重算并替换”可以修复。',
  differSwapped: '以下单位原来的结果与日志推导的不一致，已按重算的结果替换；请查明原因。', cancelledHint: '已取消，没有留下任何改动。', interrupted: '进程中断，没有留下任何改动。',
  roots: '各年度的默克尔根 (SHA-256)', liveDigest: '现行', rebuiltDigest: '重算', earlierRuns: '历次重算', startedAt: '开始时间',
};

const en = {
  skip: 'Skip to content', title: 'Chuyi supervisory assessment', subtitle: 'Hunan · yearly results of cities and counties',
  foot: 'Scores follow from the frozen catalogue and the recorded events; anyone can check them with the canonical text.',
  board: 'Results', progress: 'Programme', signIn: 'Sign in', signOut: 'Sign out', language: '中文',
  year: 'Year', COUNTY: 'Counties', CITY: 'Cities', units: 'Units', published: 'Published', grades: 'Grades',
  rated: 'Rated', average: 'Average', search: 'Find a unit', searchHint: 'name or code', city: 'City', all: 'All',
  grade: 'Grade', sort: 'Sort by', byRank: 'Rank', byCode: 'Division code', byTotal: 'Total, lowest first', rank: 'Rank', unit: 'Unit', total: 'Total',
  state: 'State', official: 'Official', provisional: 'Provisional', edition: 'edition {0}', incomplete: 'Incomplete',
  incompleteHint: 'An event could not be read; this score may be incomplete', demo: 'Demo data',
  demoNote: 'Demo data, made by a generator; not the real result of any government.',
  EXCELLENT: 'Excellent', GOOD: 'Good', QUALIFIED: 'Qualified', NOT_QUALIFIED: 'Not qualified', NOT_RATED: 'Not rated',
  shown: '{0} of {1} units shown', none: 'No unit matches.', empty: 'There is no result to see yet.',
  emptyHint: 'Official results appear here once published; sign in to see the provisional score of your own unit.',
  digest: 'Digest of the board (SHA-256)', canonical: 'Canonical text', back: 'Back to the results', loading: 'Loading…',
  failed: 'Could not be read', retry: 'Try again', composition: 'How the total came about', base: 'Base', bonus: 'Bonus', deduction: 'Deduction',
  credibility: 'Credibility', weightApplied: 'Applicable weight', applied: 'Bonus, deductions and vetoes applied', effect: 'Effect',
  rule: 'Rule', count: 'Times', points: 'Points', noRules: 'No bonus, deduction or veto.', unchanged: 'grade unchanged',
  indicators: 'Indicators', indicator: 'Indicator', value: 'Value', share: 'Share', weight: 'Weight', details: 'Basis',
  VERIFIED: 'Verified', COLLECTED: 'Collected', REPORTED: 'Reported', MISSING: 'Missing', NOT_APPLICABLE: 'Not applicable',
  events: 'Events behind this value', noEvents: 'No events', event: 'Event', time: 'Recorded', place: 'Position', actor: 'Actor', evidence: 'Evidence (SHA-256)',
  ruleText: 'Rule', rankOf: 'Rank {0}', noRank: 'No rank', asOf: 'Event positions it is based on',
  task: 'Task', target: 'Target', listed: 'Listed', built: 'Built', percent: 'Done', pace: 'Pace', byCity: 'By city',
  progressOf: '{0} · progress of the tasks', notFound: 'Not found', unitHint: 'The result of this unit is not published yet, or there is no such unit.',
  DONE: 'Done', ON_SCHEDULE: 'On schedule', SLOW: 'Slow', BEHIND: 'Behind', NOT_STARTED: 'Not started', NO_TARGET: 'No target',
  open: 'open', expected: 'By {0}, time alone expects {1}%.',
  APPROVED: 'approved', STARTED: 'started', STRUCTURE: 'structure done', COMPLETED: 'completed', ACCEPTED: 'accepted', IN_USE: 'in use', UNIFIED: 'unified',
  'indicator-reported': 'Reported by the unit', 'indicator-verified': 'Verified', 'indicator-exempted': 'Declared not applicable', 'indicator-disputed': 'Disputed or explained by the unit',
  'evidence-attached': 'Evidence', 'measure-changed': 'Collected', 'finding-confirmed': 'Finding', 'project-progress-reported': 'Project progress',
  'project-task-book-agreed': 'Task book', 'project-stage-reached': 'Project stage', 'project-funds-planned': 'Funds planned', 'project-funds-paid-in': 'Funds paid in',
  'project-declared': 'Project declared', 'project-terminated': 'Project terminated', 'condition-sheet-filed': 'Condition sheet', 'institution-registered': 'Institution registered',
  'enrolment-suspended': 'Enrolment suspended', 'unified-arrangement-approved': 'Unified arrangement', 'result-published': 'Published', 'result-restated': 'Restated',
  'catalogue-frozen': 'Catalogue frozen', 'cycle-opened': 'Cycle opened', 'finding-withdrawn': 'Finding withdrawn', 'division-registered': 'Division registered',
  'institution-relocated': 'Institution relocated', 'institution-authority-changed': 'Authority changed', 'institution-closed': 'Institution closed',
  steps: 'How the score comes about', trust: 'What credibility rests on', changes: 'Editions and changes', noEditions: 'Not published yet: no edition.', reason: 'Reason:', editionDiff: 'Compared with the one before',
  history: 'History', historyShow: 'Each change, and the events that made it', historyHint: '{0} results were recorded, the latest first.', recorded: 'Recorded', change: 'Change', why: 'Why',
  'case-opened': 'case opened', 'units-listed': 'units listed', 'division-renamed': 'division renamed', 'division-recoded': 'division recoded', 'institution-recoded': 'institution recoded',
  proposal: 'Proposal to restate', proposalHint: 'The register was corrected after publication. The result stays until it is restated; with the data of today it would be:', compare: 'Compare two instants',
  from: 'From', to: 'To', compareNow: 'Compare', contribution: 'To the total', nothingMoved: 'Nothing moved.', ranksMoved: 'Units whose rank moved ({0})',
  simulation: 'Simulation', simulationHint: 'Change rules and see what becomes of totals, grades and ranks. Nothing is kept, and no result changes.', signInFirst: 'Please sign in first.',
  wavers: 'Weights waver ± %', draws: 'Draws', simulate: 'Simulate', totalsMoved: 'Totals moved', gradesChanged: 'Grades changed', ranksChanged: 'Ranks moved',
  movedBy: 'Moved by', rankRange: 'Ranks (90 %)', gradeKept: 'Grade kept',
  changeRules: 'Change rules', counts: 'Counts', bands: 'Grades from', minimumWeight: 'Least applicable weight', excludedUnits: 'Units left out of the ranks', asFrozen: 'As frozen',
  firmness: 'How firm ranks are', STEPS: 'by steps', RUBRIC: 'by grades', compareCatalogues: 'Compare two catalogues',
  compareHint: 'The whole year by two catalogues: a frozen revision, and a file (JSON as it is frozen) or, without a file, another revision.', baselineRevision: 'Old: revision',
  otherFile: 'New: file', otherRevision: 'or revision', report: 'Report what the new rules change', notJson: '{0} is no JSON file.', outcome: 'Outcome', rulesChanged: 'Rules that differ',
  sameRules: 'No rule differs.', counted: 'counts', notCounted: 'does not count', before: 'Old', after: 'New', movers: 'Indicators that move totals {0}', up: 'Up', down: 'Down', excluded: 'not ranked',
  byChange: 'Total moved most', byWidth: 'Least firm rank', was: 'was {0}', bestWorst: 'best {0}, worst {1}',
  rankPublished: 'rank {0} of the published', firstDiff: 'Ranks when it was first published', noRanksMoved: 'No rank moved.', proposals: '{0} published results are not what the register says today',
  rebuild: 'Rebuild', rebuildHint: 'All scores are derived anew from the first record of the log and compared with the live ones, digest by digest. “Only compare” changes nothing; “Rebuild and swap” puts what was rebuilt in the place of what is live. Every night a comparison comes by itself.',
  compareOnly: 'Only compare', rebuildAndSwap: 'Rebuild and swap', swapSure: 'At the end, what was rebuilt replaces what is live. Start?', cancelRebuild: 'Cancel', noRebuilds: 'There has been no rebuild yet.',
  rebuildNotAllowed: 'Rebuilds are for administrators, the provincial office and auditors.',
  READING: 'reading', DERIVING: 'deriving', COPYING: 'copying', INDEXING: 'indexing', CATCHING_UP: 'catching up', COMPARING: 'comparing', SWAPPING: 'swapping',
  recordsRead: '{0} of {1} records read', recordsDone: 'Records', factsFound: 'Facts', unitsScored: 'Units scored', unitsCompared: 'Units compared', elapsed: 'Time', remaining: 'Left',
  about: 'about {0}', seconds: '{0} s', minutes: '{0} min {1} s', wantedBy: 'Started by', REQUEST: 'a person', SELF_CHECK: 'nightly self-check',
  runRUNNING: 'under way', runCANCELLED: 'cancelled', runFAILED: 'failed', equal: 'all equal', differ: '{0} differ',
  equalHint: 'The digest of every unit and edition is what the log says.', differHint: 'The live results of these units are not what the log says. Find out why; “Rebuild and swap” repairs them.',
  differSwapped: 'The results of these units were not what the log says, and were replaced. Find out why.', cancelledHint: 'Cancelled; nothing was changed.', interrupted: 'Its process ended; nothing was changed.',
  roots: 'Merkle root of each year (SHA-256)', liveDigest: 'live', rebuiltDigest: 'rebuilt', earlierRuns: 'Earlier runs', startedAt: 'Started',
};

export let language = localStorage.getItem('language') === 'en' ? 'en' : 'zh';

/** The text of a key; {0}, {1} are filled in. An unknown key is shown as it is, so that a new code of the API stays readable. */
export function t(key, ...values) {
  const text = (language === 'en' ? en : zh)[key] ?? key;
  return values.reduce((filled, value, index) => filled.replace(`{${index}}`, value), text);
}

/** A name as the API gives it, {zh, en}. */
export function name(both) {
  return typeof both === 'string' ? both : both?.[language] ?? both?.zh ?? '';
}

export function switchLanguage() {
  language = language === 'en' ? 'zh' : 'en';
  localStorage.setItem('language', language);
}

export function translatePage() {
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
  document.title = t('title');
  for (const element of document.querySelectorAll('[data-text]')) element.textContent = t(element.dataset.text);
}
