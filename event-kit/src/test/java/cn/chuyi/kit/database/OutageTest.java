package cn.chuyi.kit.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import jakarta.transaction.RollbackException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command that only had to be repeated must not look like a bug, nor a bug like bad luck: it would be retried for ever. */
class OutageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08000", "08001", "08003", "08006", "40001", "40003", "40P01", "53000", "53100", "53200", "53300",
                "55006", "55P03", "57014", "57P01", "57P02", "57P03"
            })
    void what_passes_with_time_is_an_outage(String state) {
        assertThat(Outage.behind(new SQLException("some", state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "22001", "22P02", "23502", "23503", "23505", "23514", "25006", "25P02", "28P01", "40002", "42601",
                "42P01", "42703", "55000", "0A000", "P0001", "XX000"
            })
    void what_the_database_will_never_take_is_none(String state) {
        assertThat(Outage.behind(new SQLException("some", state))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sorry, acquisition timeout!",
                "Acquisition timeout while waiting for new connection",
                "Interrupted while acquiring",
                "Exception while creating new connection",
                "Can't create new connection as the pool is shutting down",
                "This pool is closed and does not handle any more connections!"
            })
    void a_pool_without_a_connection_to_give_is_an_outage_although_it_has_no_state(String message) {
        assertThat(Outage.behind(new SQLException(message))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Connection is closed", "Connection acquired without transaction.", ""})
    void a_connection_used_wrongly_is_a_bug(String message) {
        assertThat(Outage.behind(new SQLException(message))).isFalse();
    }

    @Test
    void a_driver_that_says_so_itself_is_believed() {
        assertThat(Outage.behind(new SQLTimeoutException("slow"))).isTrue();
    }

    @Test
    void it_is_found_behind_what_wraps_it_and_among_what_was_suppressed() {
        var away = new SQLException("away", "08006");
        var commit = new RollbackException("could not commit");
        commit.addSuppressed(new IllegalStateException(away));

        assertThat(Outage.behind(new IllegalStateException("cannot read", new RuntimeException(away))))
                .isTrue();
        assertThat(Outage.behind(new RuntimeException(commit))).isTrue();
    }

    @Test
    void what_has_no_database_behind_it_is_none() {
        assertThat(Outage.behind(null)).isFalse();
        assertThat(Outage.behind(new NullPointerException())).isFalse();
        assertThat(Outage.behind(new IllegalStateException(new JsonParseException(null, "no JSON"))))
                .as("Jackson's exceptions are I/O exceptions")
                .isFalse();
        assertThat(Outage.behind(new IOException("no such file"))).isFalse();
    }

    @Test
    void causes_that_run_in_a_circle_are_looked_at_once() {
        var one = new RuntimeException("one");
        var other = new RuntimeException("other", one);
        one.initCause(other);

        assertThat(Outage.behind(one)).isFalse();
    }

    @Test
    void only_a_connection_lost_in_a_commit_leaves_open_what_became_of_it() {
        assertThat(Outage.duringCommit(commit("08006"))).isTrue();
        assertThat(Outage.duringCommit(commit("57P01"))).isTrue();
        assertThat(Outage.duringCommit(commit("40001")))
                .as("the database said that it rolled back")
                .isFalse();
        assertThat(Outage.duringCommit(new IllegalStateException(new SQLException("away", "08006"))))
                .as("before the commit")
                .isFalse();
    }

    private static RollbackException commit(String state) {
        var commit = new XAException(XAException.XA_RBROLLBACK);
        commit.initCause(new SQLException("failed", state));
        var rollback = new RollbackException("could not commit");
        rollback.addSuppressed(commit);
        return rollback;
    }
}
