package cn.chuyi.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import cn.chuyi.local.Layout;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A user without the right claim can do nothing, or too much. */
class LocalRealmTest {

    private static final Layout LAYOUT = Layout.here();

    private final JsonNode realm = json(LocalRealm.text(LAYOUT.realm(), LAYOUT.demoUsers(), Division.all()));

    @Test
    void every_city_and_every_county_has_somebody_who_reports_for_it() {
        var users = list(realm.at("/users"))
                .map(user -> user.get("username").asText())
                .toList();

        assertThat(users).doesNotHaveDuplicates();
        assertThat(users).filteredOn(name -> name.startsWith("county-filler-")).hasSize(122);
        assertThat(users).filteredOn(name -> name.startsWith("city-filler-")).hasSize(14);
        assertThat(users).filteredOn(name -> name.startsWith("city-office-")).hasSize(14);
        assertThat(users).contains("office", "chair", "department", "auditor", "admin-ops", "inspector-3");
    }

    @Test
    void a_user_acts_for_one_division_in_one_role_that_the_realm_knows() {
        var roles = list(realm.at("/roles/realm"))
                .map(role -> role.get("name").asText())
                .toList();

        assertThat(roles).hasSize(12);
        assertThat(list(realm.at("/users"))).allSatisfy(user -> {
            assertThat(user.at("/attributes/division/0").asText()).matches("43\\d{4}");
            assertThat(user.get("realmRoles")).hasSize(1);
            assertThat(roles).contains(user.at("/realmRoles/0").asText());
        });
    }

    @Test
    void all_clients_but_one_get_tokens_for_the_suite() {
        var meant = list(realm.at("/clients"))
                .filter(client -> list(client.get("protocolMappers"))
                        .anyMatch(mapper -> "chuyi-api"
                                .equals(mapper.at("/config/included.custom.audience")
                                        .asText())))
                .map(client -> client.get("clientId").asText());

        assertThat(meant).containsExactly("chuyi-cli", "chuyi-web", "chuyi-integrator");
        assertThat(list(realm.at("/clients"))
                        .map(client -> client.get("clientId").asText()))
                .contains("other-audience");
    }

    @Test
    void only_ones_own_machine_gets_demo_users_and_cheap_passwords() throws Exception {
        var committed = new ObjectMapper().readTree(LAYOUT.realm().toFile());

        assertThat(list(committed.at("/users"))).allMatch(user -> user.has("serviceAccountClientId"));
        assertThat(committed.has("passwordPolicy")).isFalse();
        assertThat(committed.get("sslRequired").asText()).isEqualTo("external");
        assertThat(realm.get("passwordPolicy").asText()).contains("hashIterations(1000)");
    }

    @Test
    void a_user_is_the_same_subject_after_every_import() {
        var again = json(LocalRealm.text(LAYOUT.realm(), LAYOUT.demoUsers(), Division.all()));

        assertThat(again).isEqualTo(realm);
        assertThat(DemoUser.of(new Division("430181", "county")))
                .isEqualTo(List.of(new DemoUser("county-filler-430181", "county-filler", "430181")));
    }

    private static Stream<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
