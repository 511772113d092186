package cn.chuyi.assessment.procedure;

import cn.chuyi.kit.decision.Text;
import java.util.EnumSet;
import java.util.Set;

/** Where a case stands, in the order of the main path. */
public enum State {
    NOT_STARTED("未启动", "Not started"),
    SELF_ASSESSING("自查自评", "Self-assessing"),
    SELF_SUBMITTED("已提交自评", "Self-assessment submitted"),
    RETURNED("退回补正", "Returned for correction"),
    CITY_REVIEW("市级初评", "City review"),
    CITY_SCORED("市级初评完成", "City review completed"),
    DOC_REVIEW("材料审核", "Document review"),
    SAMPLED_ONSITE("实地核查", "On-site visit"),
    NO_ONSITE("免实地核查", "No on-site visit"),
    ONSITE_DONE("实地核查完成", "On-site visit completed"),
    PRELIM_SCORED("初评打分", "Preliminarily scored"),
    PRELIM_FED_BACK("已反馈初步督导意见", "Preliminary opinion delivered"),
    OPINION_ISSUED("已出具督导意见书", "Opinion issued"),
    ACCEPTED("意见生效", "Opinion stands"),
    RESULT_PROPOSED("已拟定结果", "Result proposed"),
    PUBLICITY("公示", "Public notice"),
    RESULT_FINAL("结果确定", "Result final"),
    PUBLISHED("已通报", "Published");

    private final Text label;

    State(String zh, String en) {
        this.label = new Text(zh, en);
    }

    public Text label() {
        return label;
    }

    /** This state and all that come after it. */
    public static Set<State> from(State first) {
        return EnumSet.range(first, PUBLISHED);
    }

    /** Whether this state comes after {@code other} on the main path, or is it. */
    public boolean reached(State other) {
        return compareTo(other) >= 0;
    }
}
