package cn.chuyi.assessment.cases;

import cn.chuyi.kit.decision.Rule;
import cn.chuyi.kit.decision.Text;

/** Why something is refused to a case. */
enum CaseRule implements Rule {
    CASE_UNKNOWN(
            404,
            "没有该督导个案。",
            "There is no such case.",
            "请核对编号；个案在下达督导通知时生成。",
            "Check the id; a case begins with the notice of its cycle."),
    CASE_ALREADY_OPEN(409, "该督导个案已经存在。", "The case exists already.", "无需重复操作。", "Nothing is to be done."),
    STEP_NOT_FROM_HERE(
            409,
            "个案现处于 {0}，不能执行 {1}。",
            "The case is in {0}; {1} is not possible from there.",
            "现在可以执行：{2}。",
            "Possible now: {2}."),
    WORK_NOT_NOW(
            409,
            "个案现处于 {0}，不能执行 {1}。",
            "The case is in {0}; {1} is not possible there.",
            "该操作只在以下阶段进行：{2}。",
            "This is done in: {2}."),
    NOT_YOUR_TASK(
            403,
            "{0} 此时由以下角色办理：{1}。",
            "{0} is at this point for: {1}.",
            "请由相应角色的账号办理。",
            "Let an account with that role do it."),
    SCORING_IS_CLOSED(
            409,
            "本年度评分已关闭，不能再更改指标值。",
            "Scoring of this cycle is closed; values can no longer change.",
            "如有错误，请走复核或更正程序。",
            "An error is corrected by review or restatement."),
    INDICATOR_UNKNOWN(
            422,
            "指标体系中没有指标 {0}。",
            "The catalogue has no indicator {0}.",
            "指标编码见 GET /cases/… 的 indicators。",
            "GET /cases/… lists the codes under indicators."),
    VALUE_INVALID(
            422,
            "指标 {0} 的值不符合要求：{1}。",
            "The value of indicator {0} is invalid: {2}.",
            "请更正后重新提交，本次未写入任何数据。",
            "Correct it and send it again; nothing was written."),
    NOT_FOR_REPORTING(
            422,
            "指标 {0} 由系统采集，不由单位填报。",
            "Indicator {0} is collected; units do not report it.",
            "如认为采集值有误，请提出异议（POST /cases/…/indicators/{0}/dispute）。",
            "Dispute the collected value if it is wrong (POST /cases/…/indicators/{0}/dispute)."),
    EVIDENCE_MALFORMED(
            422,
            "佐证须以 SHA-256 小写十六进制表示：{0}。",
            "Evidence is named by its SHA-256 in lowercase hex: {0}.",
            "请使用上传佐证时返回的 sha256。",
            "Use the sha256 that the upload answered."),
    REASON_MISSING(
            422,
            "指标 {0} 的核定值与填报或采集值不同，须说明理由。",
            "The verified value of indicator {0} differs from what was reported or collected and needs a reason.",
            "请填写 reason。",
            "Give a reason."),
    INDICATOR_IS_EXEMPT(
            409,
            "指标 {0} 已认定不适用。",
            "Indicator {0} has been found not applicable.",
            "不适用的指标不再核定。",
            "An exempt indicator takes no value."),
    RULE_UNKNOWN(422, "指标体系中没有规则 {0}。", "The catalogue has no rule {0}.", "可用的规则：{1}。", "Known rules: {1}."),
    FINDING_UNKNOWN(
            404,
            "没有有效的认定事项 {0}。",
            "There is no standing finding {0}.",
            "请查看个案的 findings。",
            "See findings of the case."),
    INDICATORS_NOT_REPORTED(
            409,
            "以下指标既未填报，也未说明理由：{0}。",
            "These indicators have neither a value nor a reason for having none: {0}.",
            "请补填，或以 POST /cases/…/indicators/…/dispute 说明理由。",
            "Report them, or give a reason with POST /cases/…/indicators/…/dispute."),
    TOO_MANY_RETURNS(
            409,
            "已退回两次，不能再退回。",
            "The case has been returned twice and cannot be returned again.",
            "请按现有材料进入审核，并在审核中核定。",
            "Go on to the review and decide there on what there is."),
    REASON_REQUIRED(
            422, "此步骤须说明理由。", "This step needs a reason.", "请在 reason 中逐项写明。", "State it in reason, item by item."),
    REPORTS_NOT_REVIEWED(
            409,
            "以下填报指标尚未核定：{0}。",
            "These reported indicators have not been verified: {0}.",
            "请逐项核定（PUT /cases/…/verifications）或认定不适用。",
            "Verify them (PUT /cases/…/verifications) or exempt the unit."),
    INDICATORS_NOT_REVIEWED(
            409,
            "以下指标尚未核定：{0}。",
            "These indicators have not been verified: {0}.",
            "采集值可用 acceptCollected 一次确认；其余逐项核定或认定不适用。",
            "acceptCollected takes over the collected ones; verify or exempt the others."),
    FILLER_IS_NOT_REVIEWER(
            403,
            "填报本个案的人员不能参与审核。",
            "Whoever filled in this case cannot review it.",
            "请由其他人员审核。",
            "Let somebody else review it."),
    PROPOSER_IS_NOT_APPROVER(
            403,
            "拟定结果的人员不能审定或通报。",
            "Whoever proposed the result can neither approve nor publish it.",
            "请由另一位负责人审定。",
            "Let another person approve it."),
    WINDOW_NOT_OVER(
            409,
            "等待期 {0} 至 {1} 届满，之前不能执行 {2}。",
            "The window {0} runs until {1}; {2} is not possible before it is over.",
            "请在期满次日后办理；时限由本年度设定。",
            "Come back on the day after; the cycle sets its windows.");

    private final Wording wording;

    CaseRule(int status, String zh, String en, String remedyZh, String remedyEn) {
        this.wording = new Wording(status, new Text(zh, en), new Text(remedyZh, remedyEn));
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
