package cn.chuyi.local.demo.plan;

import cn.chuyi.local.demo.plan.Project.Step;
import cn.chuyi.local.demo.plan.Project.Step.Accepted;
import cn.chuyi.local.demo.plan.Project.Step.Funded;
import cn.chuyi.local.demo.plan.Project.Step.Listed;
import cn.chuyi.local.demo.plan.Project.Step.ProgressReported;
import cn.chuyi.local.demo.plan.Project.Step.Recognised;
import cn.chuyi.local.demo.plan.Project.Step.StageReached;
import cn.chuyi.local.demo.plan.Project.Step.TaskBookAgreed;
import cn.chuyi.local.demo.plan.Project.Step.Terminated;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tells what becomes of a project after it was declared. */
final class ProjectHistory {

    /** Kinds with a task book and funds; the others are only listed and recognised. */
    private static final Set<String> BUILT =
            Set.of("HERITAGE_BASE", "SELECTED_SCHOOL", "PROGRAMME_CLUSTER", "TRAINING_BASE", "TEACHER_TEAM");

    private final int year;

    ProjectHistory(int year) {
        this.year = year;
    }

    List<Step> of(String kind, double quality, Dice dice) {
        var steps = new ArrayList<Step>();
        if (dice.chance(0.06)) {
            return steps;
        }
        steps.add(new Listed("2022", "演示立项名单(2022)", "2022-12-15"));
        if (BUILT.contains(kind)) {
            build(steps, quality, dice);
        } else if (dice.chance(0.7)) {
            recognise(steps);
        }
        return steps;
    }

    List<Step> document(Dice dice) {
        var steps = new ArrayList<Step>(List.of(new Listed("2024", "演示政策清理清单", "2024-04-01")));
        if (dice.chance(0.7)) {
            recognise(steps);
        }
        return steps;
    }

    List<Step> rebuild(List<String> stages, double quality, Dice dice) {
        var steps = new ArrayList<Step>(List.of(new Listed("2022", "演示立项名单(2022)", "2022-12-15")));
        for (int i = 0; i < stages.size(); i++) {
            steps.add(new StageReached(stages.get(i), "%d-%02d-20".formatted(2023 + i / 3, 2 + 3 * (i % 3))));
        }
        fund(steps, 20 * dice.between(20, 60), quality);
        if (stages.contains("ACCEPTED")) {
            recognise(steps);
        }
        return steps;
    }

    private void build(List<Step> steps, double quality, Dice dice) {
        int planned = 10 * dice.between(4, 12);
        double share = Math.clamp(quality + dice.between(-0.06, 0.06), 0, 1);
        int done = share > 0.97 ? planned : (int) Math.round(planned * share);
        steps.add(new TaskBookAgreed(year, Integer.toString(planned), year + "-01-15"));
        fund(steps, dice.between(10, 60), quality);
        if (dice.chance(0.03)) {
            steps.add(new Terminated("演示: 建设单位申请退出", year + "-05-30"));
            return;
        }
        report(steps, done, dice);
        if (share > 0.9 && dice.chance(0.7)) {
            recognise(steps);
        }
    }

    /** Half of it at midsummer, all of it at the end of the year: what is reported is the year so far. */
    private void report(List<Step> steps, int done, Dice dice) {
        if (done % 5 == 0) {
            steps.add(new ProgressReported(year, Integer.toString(done / 2), evidence(dice), year + "-06-30"));
        }
        steps.add(new ProgressReported(year, Integer.toString(done), evidence(dice), year + "-12-10"));
    }

    private void fund(List<Step> steps, int tenThousands, double quality) {
        int paid = quality > 0.95 ? tenThousands : (int) Math.round(tenThousands * quality);
        steps.add(new Funded(year, tenThousands + "0000", paid + "0000", year + "-09-10"));
    }

    private void recognise(List<Step> steps) {
        steps.add(new Accepted(year + "-12-20"));
        steps.add(new Recognised("演示认定名单(" + year + ")", year + "-12-28"));
    }

    private static List<String> evidence(Dice dice) {
        return List.of(Evidence.hash("report " + dice.between(0, Integer.MAX_VALUE - 1)));
    }
}
