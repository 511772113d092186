package cn.chuyi.registry.division;

import cn.chuyi.kit.decision.Rule;
import cn.chuyi.kit.decision.Text;

/** Why a division cannot be changed as asked. */
enum DivisionRule implements Rule {
    DIVISION_EXISTS(
            409,
            new Text("区划代码 {0} 已登记，内容不同。", "Division code {0} is in the register with other content."),
            new Text("请改用更名或变更代码。", "Rename or recode it instead.")),
    DIVISION_UNKNOWN(
            404,
            new Text("没有区划 {0}。", "There is no division {0}."),
            new Text("请先登记该区划，或核对代码。", "Register it first, or check the code.")),
    DIVISION_CLOSED(
            409,
            new Text("区划 {0} 自 {1} 起已撤销。", "Division {0} was closed on {1}."),
            new Text("请使用继任区划代码。", "Use the code of its successor.")),
    DIVISION_NOT_YET(
            422,
            new Text("生效日期早于区划 {0} 的登记日期 {1}。", "The date is earlier than {1}, from which division {0} stands."),
            new Text("请填写该日或之后的日期。", "Give that day or a later one.")),
    PARENT_MISSING(
            422,
            new Text("除省级外，区划必须有上级。", "Every division but a province has a parent."),
            new Text("请填写上级区划代码。", "Give the code of the parent.")),
    PARENT_UNKNOWN(
            422,
            new Text("上级区划 {0} 在 {1} 不存在。", "There is no parent division {0} on {1}."),
            new Text("请先登记上级区划，或更正日期。", "Register the parent first, or correct the date.")),
    PARENT_LEVEL(
            422,
            new Text("上级区划 {0} 的级别不高于本区划。", "Parent {0} is not of a higher level."),
            new Text("请核对级别与上级代码。", "Check the level and the parent's code.")),
    PROVINCE_HAS_PARENT(
            422, new Text("省级区划没有上级。", "A province has no parent."), new Text("请去掉上级代码。", "Leave the parent out.")),
    BELOW_STILL_OPEN(
            409,
            new Text("区划 {0} 之下仍有有效区划。", "Divisions below {0} still stand."),
            new Text("请先处理下级区划，或指定继任区划。", "Close those first, or name a successor.")),
    SUCCESSOR_UNKNOWN(
            422,
            new Text("继任区划 {0} 在 {1} 不存在。", "There is no successor division {0} on {1}."),
            new Text("请先登记继任区划。", "Register the successor first."));

    private final Wording wording;

    DivisionRule(int status, Text detail, Text remedy) {
        this.wording = new Wording(status, detail, remedy);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
