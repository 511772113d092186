package cn.chuyi.local.demo;

import java.util.List;

/**
 * A kind of project, as the programme defines it.
 *
 * @param stages in the order in which they are reached; empty when the kind has none
 * @param taskBook whether a task book with points is agreed every year
 * @param funds whether funds are planned and paid in
 * @param members whether others join the leading unit
 */
record ProjectKind(String kind, Name name, List<Stage> stages, boolean taskBook, boolean funds, boolean members) {

    record Name(String zh, String en) {}

    record Stage(String code, Name name) {}

    private static final List<Stage> REBUILD_STAGES = List.of(
            stage("APPROVED", "立项批复", "Approved"),
            stage("STARTED", "开工", "Started"),
            stage("STRUCTURE", "主体完工", "Structure completed"),
            stage("COMPLETED", "竣工", "Completed"),
            stage("ACCEPTED", "验收", "Accepted"),
            stage("IN_USE", "投入使用", "In use"),
            stage("UNIFIED", "统一命名、标识、风格", "Unified name, logo and style"));

    static final List<ProjectKind> ALL = List.of(
            listed("THINK_TANK", "专业智库", "Think tank"),
            built("HERITAGE_BASE", "文化传承基地", "Culture heritage base"),
            listed("SPIRIT_BEARER", "精神传承人", "Spirit bearer"),
            built("SELECTED_SCHOOL", "高水平(优秀)学校", "Selected school"),
            new ProjectKind(
                    "CHUYI_SCHOOL_REBUILD",
                    new Name("“楚怡”中职学校改扩建", "Chuyi secondary school rebuild"),
                    REBUILD_STAGES,
                    false,
                    true,
                    false),
            built("PROGRAMME_CLUSTER", "专业(群)", "Programme cluster"),
            built("TRAINING_BASE", "产教融合实训基地", "Training base"),
            new ProjectKind("VOCATIONAL_GROUP", new Name("职教集团(联盟)", "Vocational group"), List.of(), true, true, true),
            listed("VOCATIONAL_PARK", "职教园区", "Vocational park"),
            listed("BRAND", "职教品牌", "Brand"),
            listed("MASTER_TEACHER", "职教名师", "Master teacher"),
            listed("TEXTBOOK", "职教教材", "Textbook"),
            built("TEACHER_TEAM", "教学创新团队、名师工作室", "Teacher team"),
            listed("POLICY_DOCUMENT", "政策文件", "Policy document"),
            listed("ACTIVITY", "宣传活动", "Activity"),
            listed("THEMATIC_INSPECTION", "专项督查", "Thematic inspection"),
            listed("QUALITY_REPORT", "质量年度报告", "Quality report"));

    private static Stage stage(String code, String zh, String en) {
        return new Stage(code, new Name(zh, en));
    }

    /** A kind that is only listed and recognised. */
    private static ProjectKind listed(String kind, String zh, String en) {
        return new ProjectKind(kind, new Name(zh, en), List.of(), false, false, false);
    }

    /** A kind with a task book and funds. */
    private static ProjectKind built(String kind, String zh, String en) {
        return new ProjectKind(kind, new Name(zh, en), List.of(), true, true, false);
    }
}
