package cn.chuyi.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.chuyi.local.Ports;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** If ports were not looked at first, a health check would take somebody else's server for the new one. */
class PortPlanTest {

    @Test
    void the_usual_ports_are_taken_unless_the_environment_names_others() {
        var plan = PortPlan.of(Map.of("SUITE_KAFKA_PORT", "29092"));

        assertThat(plan.of(Listener.KAFKA)).isEqualTo(29092);
        assertThat(plan.of(Listener.REPORTING)).isEqualTo(8083);
    }

    @Test
    void what_is_not_a_port_is_refused_with_the_name_of_the_variable() {
        assertThatThrownBy(() -> PortPlan.of(Map.of("SUITE_KAFKA_PORT", "65536")))
                .isInstanceOf(CannotStartException.class)
                .hasMessage("SUITE_KAFKA_PORT must be a port from 1 to 65535, and is '65536'.");
    }

    @Test
    void two_listeners_cannot_have_one_port() {
        assertThatThrownBy(() -> PortPlan.of(Map.of("SUITE_KAFKA_PORT", "8081")))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("same port");
    }

    @Test
    void each_taken_port_is_one_sentence_that_says_who_needs_it_and_what_to_do() {
        var plan = PortPlan.of(Map.of());

        assertThat(plan.complaints(port -> port != 8082))
                .containsExactly("Port 8082, which assessment-service needs, is taken by another program: stop that, or"
                        + " set SUITE_ASSESSMENT_PORT to a free port.");
        assertThat(plan.complaints(port -> true)).isEmpty();
    }

    @Test
    void a_port_that_somebody_listens_on_is_not_free() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.isFree(socket.getLocalPort())).isFalse();
        }
    }

    @Test
    void a_plan_for_tests_has_no_port_twice() {
        assertThat(PortPlan.free().ports()).hasSize(Listener.values().length);
    }
}
