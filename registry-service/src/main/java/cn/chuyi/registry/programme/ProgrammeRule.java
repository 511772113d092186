package cn.chuyi.registry.programme;

import cn.chuyi.kit.decision.Rule;
import cn.chuyi.kit.decision.Text;

/** Why a programme cannot be changed as asked. */
enum ProgrammeRule implements Rule {
    PROGRAMME_EXISTS(
            409,
            new Text("行动 {0} 已存在。", "Programme {0} exists."),
            new Text("请另取代码，或在原行动下增加任务。", "Choose another code, or add tasks to that programme.")),
    PROGRAMME_UNKNOWN(404, new Text("没有行动 {0}。", "There is no programme {0}."), new Text("请核对代码。", "Check the code.")),
    PERIOD_INVERTED(
            422,
            new Text("结束日期 {1} 早于开始日期 {0}。", "The programme ends on {1}, before it begins on {0}."),
            new Text("请更正起止日期。", "Correct the period.")),
    KIND_EXISTS(
            409,
            new Text("项目类型 {0} 已定义，内容不同。", "Kind of project {0} is defined otherwise."),
            new Text("请用新代码定义新类型。", "Define a new kind under another code.")),
    KIND_UNKNOWN(
            422,
            new Text("行动中没有项目类型 {0}。", "The programme has no kind of project {0}."),
            new Text("请先定义该类型。", "Define the kind first.")),
    STAGE_TWICE(
            422,
            new Text("阶段代码 {0} 重复。", "Stage code {0} occurs twice."),
            new Text("每个阶段代码只能出现一次。", "Give each stage its own code.")),
    TASK_EXISTS(
            409,
            new Text("任务 {0} 已存在，内容不同。", "Task {0} exists with other content."),
            new Text("请另取任务代码。", "Choose another task code.")),
    TASK_UNKNOWN(
            404,
            new Text("行动中没有任务 {0}。", "The programme has no task {0}."),
            new Text("请核对任务代码。", "Check the task's code.")),
    CLAIM_UNKNOWN(
            422,
            new Text("任务 {0} 没有第 {1} 号目标依据。", "Task {0} has no target claim number {1}."),
            new Text("请先登记目标依据，或选择已有编号（共 {2} 条）。", "File the claim first, or choose one of the {2} there are."));

    private final Wording wording;

    ProgrammeRule(int status, Text detail, Text remedy) {
        this.wording = new Wording(status, detail, remedy);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
