package cn.chuyi.assessment.cycle;

import cn.chuyi.kit.decision.Rule;
import cn.chuyi.kit.decision.Text;

/** Why a change of a cycle is refused. */
enum CycleRule implements Rule {
    CYCLE_UNKNOWN(
            404,
            "该督导年度尚未设立。",
            "The cycle has not been opened.",
            "请先设立（POST /cycles）。",
            "Open it first (POST /cycles)."),
    CATALOGUES_NOT_FROZEN(
            409,
            "{0} 级指标体系尚未冻结。",
            "The catalogue of level {0} is not frozen.",
            "请先提交并冻结市、县两级指标体系。",
            "Draft and freeze the catalogues of both levels first."),
    CATALOGUE_SUPERSEDED(
            409,
            "{0} 级指标体系已有新的冻结版本 {1}。",
            "Revision {1} of the catalogue of level {0} has been frozen meanwhile.",
            "请再次 POST /cycles 采用新版本后再下达通知。",
            "POST /cycles again to take it over, then issue the notice."),
    NOTICE_ALREADY_ISSUED(
            409,
            "督导通知已下达，不能再更改。",
            "The notice has been issued; this can no longer change.",
            "请按已下达的通知执行。",
            "Go by the notice as it was issued."),
    NOTICE_NOT_ISSUED(
            409,
            "督导通知尚未下达。",
            "The notice has not been issued.",
            "请先下达通知（POST /cycles/…/notice）。",
            "Issue the notice first (POST /cycles/…/notice)."),
    NO_UNITS(
            409,
            "评估单位名单为空。",
            "No units are listed.",
            "请先列出评估单位（POST /cycles/…/units）；若区划刚登记，请稍后再试。",
            "List the units first (POST /cycles/…/units); if divisions were only just registered, try again in a moment."),
    UNIT_UNKNOWN(
            422,
            "在基准日不存在或不是评估单位的区划：{0}。",
            "No assessable divisions at the reference date: {0}.",
            "请核对区划代码；新登记的区划需片刻同步。",
            "Check the codes; a division registered a moment ago takes a little to arrive."),
    STEP_UNKNOWN(
            422,
            "没有名为 {0} 的时限。",
            "There is no time limit named {0}.",
            "可用的名称见 GET /cycles/… 的 deadlines。",
            "GET /cycles/… lists the names under deadlines."),
    CASES_NOT_SCORED(
            409,
            "还有 {0} 个单位未完成初评打分。",
            "{0} cases have not been scored preliminarily.",
            "请查看 GET /cycles/…/cases，完成后再关闭评分。",
            "See GET /cycles/…/cases; close scoring when they have."),
    SCORING_NOT_CLOSED(
            409,
            "评分尚未关闭。",
            "Scoring has not been closed.",
            "请先关闭评分（POST /cycles/…/scoring-closure）。",
            "Close scoring first (POST /cycles/…/scoring-closure)."),
    CASES_NOT_PUBLISHED(
            409,
            "还有 {0} 个单位的结果未通报。",
            "{0} cases have no published result.",
            "请先完成各单位的通报。",
            "Publish their results first.");

    private final Wording wording;

    CycleRule(int status, String zh, String en, String remedyZh, String remedyEn) {
        this.wording = new Wording(status, new Text(zh, en), new Text(remedyZh, remedyEn));
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
