package cn.chuyi.registry.institution;

import cn.chuyi.kit.test.Spec;
import cn.chuyi.registry.SchoolKind;
import cn.chuyi.registry.institution.InstitutionCommand.ChangeInstitution;
import cn.chuyi.registry.institution.InstitutionCommand.CloseInstitution;
import cn.chuyi.registry.institution.InstitutionCommand.RecodeInstitution;
import cn.chuyi.registry.institution.InstitutionCommand.RegisterInstitution;
import cn.chuyi.registry.institution.InstitutionCommand.ResumeEnrolment;
import cn.chuyi.registry.institution.InstitutionCommand.SuspendEnrolment;
import cn.chuyi.registry.institution.InstitutionEvent.Administration;
import cn.chuyi.registry.institution.InstitutionEvent.EnrolmentResumed;
import cn.chuyi.registry.institution.InstitutionEvent.EnrolmentSuspended;
import cn.chuyi.registry.institution.InstitutionEvent.InstitutionAuthorityChanged;
import cn.chuyi.registry.institution.InstitutionEvent.InstitutionClosed;
import cn.chuyi.registry.institution.InstitutionEvent.InstitutionRecoded;
import cn.chuyi.registry.institution.InstitutionEvent.InstitutionRegistered;
import cn.chuyi.registry.institution.InstitutionEvent.InstitutionRelocated;
import cn.chuyi.registry.institution.InstitutionEvent.InstitutionRenamed;
import cn.chuyi.registry.institution.InstitutionEvent.Ownership;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstitutionTest {
    private static final UUID ID = UUID.fromString("0197a1b2-0000-7000-8000-000000000001");
    private static final LocalDate BEGIN = LocalDate.of(2018, 9, 1);
    private static final LocalDate LATER = LocalDate.of(2023, 9, 1);
    private static final Administration COUNTY = new Administration("浏阳市教育局", "430181");
    private static final Administration CITY = new Administration("长沙市教育局", "430100");

    private final Spec<Institution, InstitutionEvent, InstitutionCommand> spec =
            new Spec<>(Institution.INITIAL, Institution::evolve, Institution::decide);
    private final InstitutionEvent registered = registered("3643900001");
    private final InstitutionEvent closed = new InstitutionClosed(ID, null, LATER);

    @ParameterizedTest
    @ValueSource(strings = {"3643900001", "4143010830", "4243000001", "9343000001"})
    void a_school_code_begins_with_its_kind_and_the_province(String code) {
        spec.given().when(register(code)).then(registered(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3642900001", "1143000001", "364390000", "36439000011", "3643 90001", ""})
    void any_other_code_is_refused(String code) {
        spec.given().when(register(code)).refused(InstitutionRule.SCHOOL_CODE_MALFORMED);
        spec.given(registered).when(new RecodeInstitution(code, LATER)).refused(InstitutionRule.SCHOOL_CODE_MALFORMED);
    }

    @Test
    void a_school_without_a_code_can_be_registered_and_get_one_later() {
        spec.given().when(register(null)).then(registered(null));
        spec.given(registered(null))
                .when(new RecodeInstitution("3643900001", LATER))
                .then(new InstitutionRecoded(ID, "3643900001", LATER));
        spec.given(registered).when(new RecodeInstitution("3643900001", LATER)).thenNothing();
    }

    @Test
    void only_what_changes_becomes_a_fact() {
        spec.given(registered)
                .when(new ChangeInstitution("新校名", "430100", CITY, LATER))
                .then(
                        new InstitutionRenamed(ID, "新校名", LATER),
                        new InstitutionRelocated(ID, "430100", LATER),
                        new InstitutionAuthorityChanged(ID, CITY, LATER));
        spec.given(registered)
                .when(new ChangeInstitution("浏阳市职业中专", "430181", COUNTY, LATER))
                .thenNothing();
        spec.given(registered)
                .when(new ChangeInstitution(null, null, CITY, LATER))
                .then(new InstitutionAuthorityChanged(ID, CITY, LATER));
    }

    @Test
    void enrolment_rests_and_goes_on() {
        var suspended = new EnrolmentSuspended(ID, "布局调整", LATER);
        spec.given(registered).when(new SuspendEnrolment("布局调整", LATER)).then(suspended);
        spec.given(registered, suspended)
                .when(new SuspendEnrolment(null, LATER))
                .refused(InstitutionRule.ENROLMENT_ALREADY_SUSPENDED);
        spec.given(registered, suspended)
                .when(new ResumeEnrolment(null, LATER))
                .then(new EnrolmentResumed(ID, null, LATER));
        spec.given(registered).when(new ResumeEnrolment(null, LATER)).refused(InstitutionRule.ENROLMENT_NOT_SUSPENDED);
    }

    @Test
    void a_closed_institution_stays_as_it_is() {
        spec.given(registered).when(new CloseInstitution(null, LATER)).then(closed);
        spec.given(registered, closed)
                .when(new ChangeInstitution("新校名", null, null, LATER))
                .refused(InstitutionRule.INSTITUTION_CLOSED);
        spec.given(registered, closed).when(register(null)).refused(InstitutionRule.INSTITUTION_EXISTS);
    }

    @Test
    void nothing_happens_to_an_institution_before_it_is_registered() {
        spec.given().when(new CloseInstitution(null, LATER)).refused(InstitutionRule.INSTITUTION_UNKNOWN);
        spec.given(registered)
                .when(new CloseInstitution(null, BEGIN.minusDays(1)))
                .refused(InstitutionRule.BEFORE_REGISTRATION);
    }

    private static RegisterInstitution register(@Nullable String code) {
        return new RegisterInstitution(
                ID,
                code,
                "浏阳市职业中专",
                SchoolKind.SECONDARY_VOCATIONAL_SCHOOL,
                Ownership.PUBLIC,
                "430181",
                COUNTY,
                true,
                false,
                BEGIN);
    }

    private static InstitutionRegistered registered(@Nullable String code) {
        return new InstitutionRegistered(
                ID,
                code,
                "浏阳市职业中专",
                SchoolKind.SECONDARY_VOCATIONAL_SCHOOL,
                Ownership.PUBLIC,
                "430181",
                COUNTY,
                true,
                false,
                BEGIN);
    }
}
