package cn.chuyi.registry.institution;

import cn.chuyi.kit.decision.Rule;
import cn.chuyi.kit.decision.Text;

/** Why an institution cannot be changed as asked. */
enum InstitutionRule implements Rule {
    INSTITUTION_EXISTS(
            409,
            new Text("机构 {0} 已登记。", "Institution {0} is in the register."),
            new Text("请修改已有登记。", "Change the existing entry.")),
    INSTITUTION_UNKNOWN(
            404,
            new Text("没有机构 {0}。", "There is no institution {0}."),
            new Text("请核对机构编号或学校标识码。", "Check the identifier or the school code.")),
    INSTITUTION_CLOSED(
            409,
            new Text("该机构自 {0} 起已撤销。", "The institution was closed on {0}."),
            new Text("已撤销的机构不能再变更。", "A closed institution cannot be changed.")),
    BEFORE_REGISTRATION(
            422,
            new Text("生效日期早于登记日期 {0}。", "The date is earlier than the registration on {0}."),
            new Text("请填写登记日或之后的日期。", "Give the day of registration or a later one.")),
    SCHOOL_CODE_MALFORMED(
            422,
            new Text("学校标识码 {0} 无效。", "School code {0} is not valid."),
            new Text(
                    "应为 10 位数字：36、41、42 或 93，所在省代码 {1}，再加 6 位。",
                    "Ten digits: 36, 41, 42 or 93, then {1} of the province, then six digits.")),
    SCHOOL_CODE_TAKEN(
            409,
            new Text("学校标识码 {0} 已属于其他机构。", "School code {0} belongs to another institution."),
            new Text("请核对标识码；一码只属一校。", "Check it; a code belongs to one institution for good.")),
    DIVISION_NOT_STANDING(
            422,
            new Text("区划 {0} 在 {1} 不存在。", "There is no division {0} on {1}."),
            new Text("请核对区划代码与生效日期。", "Check the division code and the date.")),
    SUCCESSOR_UNKNOWN(
            422,
            new Text("没有继任机构 {0}。", "There is no successor {0}."),
            new Text("请先登记继任机构。", "Register the successor first.")),
    ENROLMENT_ALREADY_SUSPENDED(
            409,
            new Text("该机构已停止招生。", "Enrolment is suspended already."),
            new Text("无需重复操作。", "There is nothing to do.")),
    ENROLMENT_NOT_SUSPENDED(
            409,
            new Text("该机构正在招生。", "The institution enrols already."),
            new Text("无需重复操作。", "There is nothing to do.")),
    PROFILE_UNKNOWN(
            422,
            new Text("类型 {0} 没有标准组 {1}。", "Kind {0} has no set of standards {1}."),
            new Text("可用：{2}。", "There are: {2}.")),
    CONDITION_UNKNOWN(
            422,
            new Text("监测表没有指标 {0}。", "The sheet of this kind has no condition {0}."),
            new Text("可用：{1}。", "There are: {1}.")),
    CONDITION_NEGATIVE(
            422,
            new Text("指标 {0} 的值不能为负。", "The value of condition {0} is negative."),
            new Text("请填写零或正数。", "Give zero or more.")),
    TEACHERS_INCONSISTENT(
            422,
            new Text(
                    "教师数不一致：专任 {0}，专业课 {1}，双师型 {2}。",
                    "The teachers do not add up: {0} in all, {1} specialised, {2} dual-qualified."),
            new Text(
                    "双师型不多于专业课教师，专业课教师不多于专任教师。",
                    "Dual-qualified are among the specialised, and those among all teachers."));

    private final Wording wording;

    InstitutionRule(int status, Text detail, Text remedy) {
        this.wording = new Wording(status, detail, remedy);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
