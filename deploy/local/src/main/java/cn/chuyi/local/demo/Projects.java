package cn.chuyi.local.demo;

import cn.chuyi.local.demo.client.Answer;
import cn.chuyi.local.demo.client.Desk;
import cn.chuyi.local.demo.client.Lanes;
import cn.chuyi.local.demo.plan.Gazetteer;
import cn.chuyi.local.demo.plan.Project;
import cn.chuyi.local.demo.plan.Project.Step.Accepted;
import cn.chuyi.local.demo.plan.Project.Step.Funded;
import cn.chuyi.local.demo.plan.Project.Step.Listed;
import cn.chuyi.local.demo.plan.Project.Step.ProgressReported;
import cn.chuyi.local.demo.plan.Project.Step.Recognised;
import cn.chuyi.local.demo.plan.Project.Step.StageReached;
import cn.chuyi.local.demo.plan.Project.Step.TaskBookAgreed;
import cn.chuyi.local.demo.plan.Project.Step.Terminated;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Declares the projects and tells what became of them. Listing, acceptance and recognition are the department's; task
 * book, progress, stages and funds come from the city that the project lies in.
 */
final class Projects {

    private record NewProject(
            String programme,
            String task,
            String kind,
            String name,
            LeadUnit leadUnit,
            String locatedIn,
            boolean demo,
            String effectiveOn) {}

    private record LeadUnit(@Nullable String institution, String name) {}

    private final Suite suite;
    private final Gazetteer gazetteer;
    private final Schools schools;
    private final Progress progress;

    Projects(Suite suite, Gazetteer gazetteer, Schools schools, Progress progress) {
        this.suite = suite;
        this.gazetteer = gazetteer;
        this.schools = schools;
        this.progress = progress;
    }

    void load(List<Project> projects) {
        progress.stage("projects", projects.size());
        Lanes.forEach(projects, this::tell);
    }

    private void tell(Project project) {
        var city = suite.registry(Suite.cityOffice(gazetteer.unit(project.locatedIn())));
        var department = suite.registry(Suite.DEPARTMENT);
        Answer last = city.post("projects", declaration(project));
        var path = "projects/" + last.text("id");
        for (var step : project.steps()) {
            last = tell(path, step, city, department, last);
        }
        progress.step();
    }

    private NewProject declaration(Project project) {
        var lead = project.leadSchool();
        return new NewProject(
                Programme.CODE,
                project.task(),
                project.kind(),
                project.name(),
                new LeadUnit(lead == null ? null : schools.idOf(lead), project.lead()),
                project.locatedIn(),
                true,
                project.declaredOn());
    }

    private static Answer tell(String path, Project.Step step, Desk city, Desk department, Answer last) {
        return switch (step) {
            case Listed s ->
                department.post(
                        path + "/listing", Map.of("batch", s.batch(), "notice", s.notice(), "effectiveOn", s.on()));
            case TaskBookAgreed s ->
                city.put(
                        path + "/task-books/" + s.year(),
                        Map.of("planned", s.planned(), "effectiveOn", s.on()),
                        path,
                        last.etag(),
                        now -> !now.path("taskBooks").has(Integer.toString(s.year())));
            case ProgressReported s ->
                city.post(
                        path + "/progress",
                        Map.of("year", s.year(), "done", s.done(), "evidence", s.evidence(), "effectiveOn", s.on()));
            case StageReached s -> city.post(path + "/stages", Map.of("stage", s.stage(), "effectiveOn", s.on()));
            case Funded s ->
                city.post(
                        path + "/funds",
                        Map.of(
                                "year", s.year(),
                                "planned", s.planned(),
                                "paidIn", s.paidIn(),
                                "effectiveOn", s.on()));
            case Accepted s -> department.post(path + "/acceptance", Map.of("effectiveOn", s.on()));
            case Recognised s ->
                department.post(path + "/recognition", Map.of("notice", s.notice(), "effectiveOn", s.on()));
            case Terminated s ->
                department.post(path + "/termination", Map.of("reason", s.reason(), "effectiveOn", s.on()));
        };
    }
}
