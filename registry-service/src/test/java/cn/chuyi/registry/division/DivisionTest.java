package cn.chuyi.registry.division;

import static cn.chuyi.registry.division.DivisionLevel.CITY;
import static cn.chuyi.registry.division.DivisionLevel.COUNTY;
import static cn.chuyi.registry.division.DivisionLevel.PROVINCE;
import static cn.chuyi.registry.division.DivisionLevel.ZONE;

import cn.chuyi.kit.test.Spec;
import cn.chuyi.registry.SchoolKind;
import cn.chuyi.registry.division.DivisionCommand.ApproveUnifiedArrangement;
import cn.chuyi.registry.division.DivisionCommand.CloseDivision;
import cn.chuyi.registry.division.DivisionCommand.RegisterDivision;
import cn.chuyi.registry.division.DivisionCommand.RenameDivision;
import cn.chuyi.registry.division.DivisionCommand.SucceedDivision;
import cn.chuyi.registry.division.DivisionEvent.DivisionClosed;
import cn.chuyi.registry.division.DivisionEvent.DivisionRecoded;
import cn.chuyi.registry.division.DivisionEvent.DivisionRegistered;
import cn.chuyi.registry.division.DivisionEvent.DivisionRenamed;
import cn.chuyi.registry.division.DivisionEvent.UnifiedArrangementApproved;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DivisionTest {
    private static final LocalDate BEGIN = LocalDate.of(2017, 1, 1);
    private static final LocalDate LATER = LocalDate.of(2021, 1, 20);

    private final Spec<Division, DivisionEvent, DivisionCommand> spec =
            new Spec<>(Division.INITIAL, Division::evolve, Division::decide);
    private final DivisionEvent registered = new DivisionRegistered("431121", "祁阳县", COUNTY, "431100", BEGIN);
    private final DivisionEvent closed = new DivisionClosed("431121", "431181", LATER);

    @Test
    void a_county_is_registered_below_a_city_that_stands_then() {
        spec.given().when(county("431100", CITY)).then(registered);
        spec.given().when(county("431100", null)).refused(DivisionRule.PARENT_UNKNOWN);
        spec.given().when(county(null, null)).refused(DivisionRule.PARENT_MISSING);
        spec.given().when(county("431122", COUNTY)).refused(DivisionRule.PARENT_LEVEL);
        spec.given().when(county("431171", ZONE)).refused(DivisionRule.PARENT_LEVEL);
    }

    @Test
    void a_province_has_no_parent() {
        spec.given()
                .when(new RegisterDivision("430000", "湖南省", PROVINCE, null, null, BEGIN))
                .then(new DivisionRegistered("430000", "湖南省", PROVINCE, null, BEGIN));
        spec.given()
                .when(new RegisterDivision("430000", "湖南省", PROVINCE, "100000", null, BEGIN))
                .refused(DivisionRule.PROVINCE_HAS_PARENT);
    }

    @Test
    void the_same_registration_again_changes_nothing_and_another_is_refused() {
        spec.given(registered).when(county("431100", CITY)).thenNothing();
        spec.given(registered).when(county("430100", CITY)).refused(DivisionRule.DIVISION_EXISTS);
        spec.given(registered, closed).when(county("431100", CITY)).refused(DivisionRule.DIVISION_EXISTS);
    }

    @Test
    void a_division_is_renamed_while_it_stands() {
        var rename = new RenameDivision("431121", "祁阳", LATER);
        spec.given(registered).when(rename).then(new DivisionRenamed("431121", "祁阳", LATER));
        spec.given(registered, new DivisionRenamed("431121", "祁阳", LATER))
                .when(rename)
                .thenNothing();
        spec.given().when(rename).refused(DivisionRule.DIVISION_UNKNOWN);
        spec.given(registered, closed).when(rename).refused(DivisionRule.DIVISION_CLOSED);
        spec.given(registered)
                .when(new RenameDivision("431121", "祁阳", BEGIN.minusDays(1)))
                .refused(DivisionRule.DIVISION_NOT_YET);
    }

    @Test
    void a_new_code_opens_a_stream_of_its_own() {
        var succeed = new SucceedDivision("431181", "祁阳市", COUNTY, "431100", "431121", LATER);
        var recoded = new DivisionRecoded("431181", "祁阳市", COUNTY, "431100", "431121", LATER);
        spec.given().when(succeed).then(recoded);
        spec.given(recoded).when(succeed).refused(DivisionRule.DIVISION_EXISTS);
        spec.given(recoded)
                .when(new RenameDivision("431181", "新祁阳", LATER))
                .then(new DivisionRenamed("431181", "新祁阳", LATER));
    }

    @Test
    void a_division_with_others_below_closes_only_in_favour_of_a_successor() {
        spec.given(registered)
                .when(new CloseDivision("431121", null, true, LATER))
                .refused(DivisionRule.BELOW_STILL_OPEN);
        spec.given(registered)
                .when(new CloseDivision("431121", "431181", true, LATER))
                .then(closed);
        spec.given(registered)
                .when(new CloseDivision("431121", null, false, LATER))
                .then(new DivisionClosed("431121", null, LATER));
    }

    @Test
    void an_arrangement_needs_a_division_that_stands() {
        var kinds = List.of(SchoolKind.SECONDARY_VOCATIONAL_SCHOOL);
        var approve = new ApproveUnifiedArrangement("431121", kinds, "永政办〔2020〕1号", LATER);
        spec.given(registered)
                .when(approve)
                .then(new UnifiedArrangementApproved("431121", kinds, "永政办〔2020〕1号", LATER));
        spec.given(registered, closed).when(approve).refused(DivisionRule.DIVISION_CLOSED);
    }

    private static RegisterDivision county(@Nullable String parent, @Nullable DivisionLevel level) {
        return new RegisterDivision("431121", "祁阳县", COUNTY, parent, level, BEGIN);
    }
}
