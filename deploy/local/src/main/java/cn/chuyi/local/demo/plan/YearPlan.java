package cn.chuyi.local.demo.plan;

import java.util.List;

/** Everything of the demo year that is made up, in the order in which it is told. */
public record YearPlan(
        int year, List<School> schools, List<Project> projects, List<Arrangement> arrangements, List<CasePlan> cases) {}
