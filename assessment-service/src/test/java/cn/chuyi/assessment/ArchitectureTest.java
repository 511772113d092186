package cn.chuyi.assessment;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;

import cn.chuyi.kit.test.ArchitectureContract;
import cn.chuyi.kit.test.CommonRules;
import cn.chuyi.kit.test.ServiceRules;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

class ArchitectureTest extends ArchitectureContract {
    private static final Set<String> CORES = Set.of(
            "Procedure",
            "Step",
            "Work",
            "State",
            "Guard",
            "Span",
            "TimeLimit",
            "Timetable",
            "WorkingDays",
            "DueDate",
            "Level",
            "CanonicalText",
            "Catalogue",
            "CatalogueCommand",
            "CatalogueContent",
            "CatalogueEvent",
            "CatalogueRule",
            "Indicator",
            "IndicatorReading",
            "MalformedException",
            "Node",
            "ValueForm",
            "Cycle",
            "CycleCommand",
            "CycleEvent",
            "CycleId",
            "CycleRule",
            "Unit",
            "Measure",
            "Case",
            "CaseCommand",
            "CaseEvent",
            "CaseRule",
            "Decisions",
            "Findings",
            "Guards",
            "Maps",
            "Progress",
            "Reporting",
            "Reviewing",
            "Setting",
            "Steps",
            "Values",
            "Actions");

    /** {@code Actions} names a case by its id, which is read from a path and so knows how to say that there is none. */
    static final ArchRule a_pure_core_knows_java_decisions_and_itself =
            ServiceRules.pure(ServiceRules.named("cn.chuyi.assessment", CORES), simpleName("CaseId"));

    static final ArchRule only_front_doors_are_public =
            ServiceRules.frontDoors("procedure\\.\\w+|Announcements|CanonicalText|CatalogueContent|CatalogueId"
                    + "|Catalogues|Indicator|Level|ValueForm|Division|Divisions|Measure|Measures"
                    + "|Census|Cycle|CycleId|Cycles|Noticed|Unit");

    ArchitectureTest() {
        super("cn.chuyi.assessment", CommonRules.class, ServiceRules.class);
    }
}
