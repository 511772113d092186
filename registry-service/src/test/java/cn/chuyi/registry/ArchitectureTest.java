package cn.chuyi.registry;

import cn.chuyi.kit.test.ArchitectureContract;
import cn.chuyi.kit.test.CommonRules;
import cn.chuyi.kit.test.ServiceRules;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

class ArchitectureTest extends ArchitectureContract {
    private static final Set<String> CORES = Set.of(
            "Division",
            "DivisionCommand",
            "DivisionEvent",
            "DivisionLevel",
            "DivisionRule",
            "Territory",
            "Programme",
            "ProgrammeCommand",
            "ProgrammeEvent",
            "ProgrammeRule",
            "Institution",
            "InstitutionCommand",
            "InstitutionEvent",
            "InstitutionRule",
            "ConditionSheet",
            "ConditionStandards",
            "Project",
            "ProjectCommand",
            "ProjectEvent",
            "ProjectKind",
            "ProjectRule",
            "ProjectStatus",
            "Delivery",
            "SchoolKind");

    static final ArchRule a_pure_core_knows_java_decisions_and_itself =
            ServiceRules.pure(ServiceRules.named("cn.chuyi.registry", CORES));

    static final ArchRule only_front_doors_are_public =
            ServiceRules.frontDoors("Divisions|DivisionLevel|Programmes|Plan|Institutions");

    ArchitectureTest() {
        super("cn.chuyi.registry", CommonRules.class, ServiceRules.class);
    }
}
