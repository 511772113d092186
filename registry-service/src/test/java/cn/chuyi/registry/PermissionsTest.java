package cn.chuyi.registry;

import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.kit.http.Grant;
import cn.chuyi.kit.http.Reach;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The lines of the permission table that must not be lost. */
class PermissionsTest {
    private final List<Grant> table = new RegistryPermissions().grants();

    @Test
    void an_auditor_reads_all_and_writes_nothing() {
        assertThat(actions("auditor")).containsExactly("read-details");
    }

    @Test
    void accounts_and_operations_have_no_business_data() {
        assertThat(actions("admin")).isEmpty();
    }

    @Test
    void the_supervision_office_writes_no_project_that_it_supervises() {
        assertThat(actions("province-office")).noneMatch(action -> action.contains("project"));
    }

    @Test
    void only_the_province_lists_and_recognises() {
        assertThat(roles("list-project")).containsExactly("department");
        assertThat(roles("recognise-project")).containsExactly("department");
    }

    @Test
    void a_target_is_adopted_by_the_province_only() {
        assertThat(roles("adopt-target")).containsExactlyInAnyOrder("province-office", "province-chair", "department");
    }

    @Test
    void nobody_of_a_city_or_county_reaches_beyond_what_lies_below() {
        var local = Set.of("city-office", "city-filler", "county-filler", "institution", "integrator");
        assertThat(table)
                .filteredOn(grant -> local.contains(grant.role()))
                .extracting(Grant::reach)
                .containsOnly(Reach.BELOW);
    }

    private Set<String> actions(String role) {
        return table.stream()
                .filter(grant -> grant.role().equals(role))
                .map(Grant::action)
                .collect(Collectors.toSet());
    }

    private Set<String> roles(String action) {
        return table.stream()
                .filter(grant -> grant.action().equals(action))
                .map(Grant::role)
                .collect(Collectors.toSet());
    }
}
