package cn.chuyi.registry.project;

import cn.chuyi.kit.decision.Rule;
import cn.chuyi.kit.decision.Text;

/** Why a project cannot be changed as asked. */
enum ProjectRule implements Rule {
    PROJECT_EXISTS(
            409,
            new Text("项目 {0} 已申报。", "Project {0} is declared already."),
            new Text("请修改已有项目。", "Change the existing one.")),
    PROJECT_UNKNOWN(
            404, new Text("没有项目 {0}。", "There is no project {0}."), new Text("请核对项目编号。", "Check the identifier.")),
    PROJECT_TERMINATED(
            409,
            new Text("项目自 {0} 起已终止。", "The project was terminated on {0}."),
            new Text("已终止的项目不能再变更。", "A terminated project cannot be changed.")),
    BEFORE_DECLARATION(
            422,
            new Text("生效日期早于申报日期 {0}。", "The date is earlier than the declaration on {0}."),
            new Text("请填写申报日或之后的日期。", "Give the day of declaration or a later one.")),
    PROGRAMME_NOT_KNOWN(
            422,
            new Text("没有行动 {0}。", "There is no programme {0}."),
            new Text("请核对行动代码。", "Check the programme's code.")),
    TASK_NOT_KNOWN(
            422,
            new Text("行动 {0} 没有任务 {1}。", "Programme {0} has no task {1}."),
            new Text("请核对任务代码。", "Check the task's code.")),
    KIND_NOT_OF_TASK(
            422,
            new Text("任务 {0} 不接受类型 {1} 的项目。", "Task {0} takes no projects of kind {1}."),
            new Text("可用：{2}。", "It takes: {2}.")),
    DIVISION_NOT_STANDING(
            422,
            new Text("区划 {0} 在 {1} 不存在。", "There is no division {0} on {1}."),
            new Text("请核对区划代码与生效日期。", "Check the division code and the date.")),
    LEAD_UNIT_UNKNOWN(
            422,
            new Text("没有机构 {0}。", "There is no institution {0}."),
            new Text("请先登记该机构，或只填写名称。", "Register it first, or give its name only.")),
    NAME_MISSING(
            422,
            new Text("未登记的单位必须填写名称。", "A unit that is not in the register needs a name."),
            new Text("请填写名称，或填写机构编号。", "Give a name, or the identifier of an institution.")),
    RECOMMENDER_MISSING(
            422,
            new Text("未说明由哪个区划推荐。", "It is not said which division recommends."),
            new Text("请填写 by，或使用带区划的账号。", "Give by, or use an account with a division.")),
    STATUS_FORBIDS(
            409,
            new Text("项目当前状态为 {0}，不能执行此操作。", "The project is {0}, which does not allow this."),
            new Text("需要的状态：{1}。", "It must be: {1}.")),
    KIND_WITHOUT_STAGES(
            422,
            new Text("类型 {0} 没有阶段。", "Kind {0} has no stages."),
            new Text("请改报任务书进度。", "Report progress of the task book instead.")),
    STAGE_UNKNOWN(
            422, new Text("类型 {0} 没有阶段 {1}。", "Kind {0} has no stage {1}."), new Text("可用：{2}。", "There are: {2}.")),
    STAGE_BACKWARD(
            409,
            new Text("项目已到达阶段 {0}，不能退回 {1}。", "The project has reached {0} and cannot go back to {1}."),
            new Text("阶段只能向前。", "Stages only go forward.")),
    KIND_WITHOUT_TASK_BOOK(
            422,
            new Text("类型 {0} 没有任务书。", "Kind {0} has no task book."),
            new Text("请改报阶段。", "Report the stage instead.")),
    TASK_BOOK_MISSING(
            409,
            new Text("{0} 年没有任务书。", "There is no task book of {0}."),
            new Text("请先签订该年任务书。", "Agree the task book of that year first.")),
    TASK_BOOK_BELOW_DONE(
            409,
            new Text("{0} 年已完成 {1} 点，任务书不能少于此数。", "{1} points of {0} are done; the task book cannot plan fewer."),
            new Text("请先更正进度，或提高计划点数。", "Correct the progress first, or plan more.")),
    PROGRESS_ABOVE_PLAN(
            422,
            new Text(
                    "完成点数 {0} 超过 {2} 年任务书的 {1} 点。",
                    "{0} points are more than the {1} that the task book of {2} plans."),
            new Text("请核对点数，或先变更任务书。", "Check the points, or change the task book first.")),
    KIND_WITHOUT_FUNDS(
            422,
            new Text("类型 {0} 不登记资金。", "Kind {0} records no funds."),
            new Text("请去掉此操作。", "There is nothing to record.")),
    FUNDS_EMPTY(
            422,
            new Text("既无计划金额，也无到位金额。", "There is neither a planned nor a paid-in amount."),
            new Text("请至少填写一项。", "Give at least one of them.")),
    KIND_WITHOUT_MEMBERS(
            422,
            new Text("类型 {0} 没有成员单位。", "Kind {0} has no members."),
            new Text("请去掉此操作。", "There is nothing to record.")),
    MEMBER_UNKNOWN(
            422,
            new Text("{0} 不是成员。", "{0} is no member."),
            new Text("请核对成员名称或编号。", "Check the member's name or identifier."));

    private final Wording wording;

    ProjectRule(int status, Text detail, Text remedy) {
        this.wording = new Wording(status, detail, remedy);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
