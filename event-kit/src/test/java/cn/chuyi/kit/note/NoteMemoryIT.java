package cn.chuyi.kit.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.chuyi.kit.database.OvertakenException;
import cn.chuyi.kit.decision.Decision;
import cn.chuyi.kit.journal.Delayed;
import cn.chuyi.kit.journal.Journal;
import cn.chuyi.kit.journal.Origin;
import cn.chuyi.kit.journal.Outcome;
import cn.chuyi.kit.note.Note.NoteEvent;
import cn.chuyi.kit.note.Note.NoteEvent.NoteWritten;
import cn.chuyi.kit.test.LocalStack;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The state that a journal remembers is always the one that its table gives. */
@QuarkusTest
@WithTestResource(LocalStack.class)
class NoteMemoryIT extends NoteScene {
    private static final String GONE = """
            with gone as (delete from journal where stream = ? returning position)
            delete from journal_backlog using gone where journal_backlog.position = gone.position""";

    @Inject
    Journal journal;

    private final String stream = "note-" + UUID.randomUUID();

    @Test
    void what_was_rolled_back_is_not_remembered() {
        append("first");
        QuarkusTransaction.begin();
        write(stream, "never");
        assertThat(journal.load(Note.AGGREGATE, stream).state().texts()).containsExactly("first", "never");
        QuarkusTransaction.rollback();
        assertThat(load().state().texts()).containsExactly("first");
        append("second");
        assertThat(load().state().texts()).containsExactly("first", "second");
    }

    @Test
    void a_fact_that_another_replica_appended_is_seen() throws Exception {
        append("ours");
        assertThat(load().version()).isEqualTo(1);
        insert(2, "theirs");
        assertThat(load().state().texts()).containsExactly("ours", "theirs");
        assertThat(load().version()).isEqualTo(2);
    }

    @Test
    void a_command_on_a_stream_that_another_replica_moved_is_decided_on_all_of_it() throws Exception {
        append("ours");
        append("ours too");
        insert(3, "theirs");
        append("ours again");
        assertThat(load().state().texts()).containsExactly("ours", "ours too", "theirs", "ours again");
        assertThat(load().version()).isEqualTo(4);
    }

    @Test
    void of_several_commands_in_one_transaction_each_is_decided_on_those_before_it() {
        append("first");
        QuarkusTransaction.requiringNew().run(() -> {
            write(stream, "second");
            write(stream, "third");
        });
        append("fourth");
        assertThat(load().state().texts()).containsExactly("first", "second", "third", "fourth");
    }

    @Test
    void a_stream_that_was_replaced_is_read_anew() throws Exception {
        // what the relay has taken stays for good; a gap in the chain would be no matter of this test
        relayHeldUp(() -> {
            append("old");
            append("older");
            assertThat(load().version()).isEqualTo(2);
            rows().run(GONE, stream);
        });
        assertThat(load().exists()).isFalse();
        insert(1, "new");
        insert(2, "newer");
        insert(3, "newest");
        assertThat(load().state().texts()).containsExactly("new", "newer", "newest");
    }

    @Test
    void a_command_on_a_stream_that_was_replaced_is_decided_on_the_new_one() throws Exception {
        relayHeldUp(() -> {
            append("old");
            rows().run(GONE, stream);
        });
        insert(1, "new");
        append("newer");
        assertThat(load().state().texts()).containsExactly("new", "newer");
    }

    @Test
    void what_waits_is_appended_before_the_journal_is_read() {
        append("first");
        QuarkusTransaction.requiringNew().run(() -> {
            journal.delay(new Delayed());
            write(stream, "second");
            assertThat(journal.load(Note.AGGREGATE, stream).state().texts()).containsExactly("first", "second");
        });
        QuarkusTransaction.requiringNew().run(() -> {
            journal.delay(new Delayed());
            journal.handle(Note.AGGREGATE, stream, null, note -> Note.decide(note, "third"));
            assertThat(journal.actors(stream, List.of("chuyi.note.note-written.v1")))
                    .isEmpty();
            assertThat(rows().of("select id from journal where stream = ?", stream))
                    .hasSize(3);
        });
        append("fourth");
        assertThat(load().state().texts()).containsExactly("first", "second", "third", "fourth");
    }

    @Test
    void what_waits_is_appended_before_what_is_decided_after_it() {
        append("first");
        String other = "note-" + UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            journal.delay(new Delayed());
            write(stream, "second");
            write(stream, "third");
            write(other, "beside");
            journal.append(
                    other, 1, List.of(new NoteWritten("and more", null)), Note.CODEC, Origin.causedBy(null, null));
        });
        append("fourth");
        assertThat(load().state().texts()).containsExactly("first", "second", "third", "fourth");
        assertThat(rows().of("select stream from journal where stream in (?, ?) order by position", stream, other))
                .containsExactly(stream, stream, stream, other, other, stream);
    }

    @Test
    void what_waits_does_not_commit_and_is_not_remembered_when_nobody_appends_it() {
        append("first");
        var delayed = new Delayed();
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    journal.delay(delayed);
                    write(stream, "never");
                }))
                .hasStackTraceContaining("facts were delayed and never appended");
        assertThat(delayed.waits()).isTrue();
        assertThat(load().state().texts()).containsExactly("first");
    }

    @Test
    void what_waits_on_a_memory_that_is_wrong_is_told_as_overtaken_and_written_by_nobody() throws Exception {
        append("ours");
        insert(2, "theirs");
        var delayed = new Delayed();
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    journal.delay(delayed);
                    write(stream, "never");
                    journal.flush();
                }))
                .isInstanceOf(OvertakenException.class);
        assertThat(delayed.waits()).isTrue();
        assertThat(load().state().texts()).containsExactly("ours", "theirs");
    }

    @Test
    void rows_that_show_what_waits_are_written_after_it_and_not_before_the_transaction_ends() {
        append("first");
        showing(() -> QuarkusTransaction.requiringNew().run(() -> {
            journal.delay(new Delayed());
            write(stream, "second");
            show();
            assertThat(shown()).isEmpty();
            journal.end(_ -> {});
            assertThat(shown()).containsExactly("2");
        }));
    }

    @Test
    void rows_that_show_what_is_there_are_written_at_once() {
        showing(() -> QuarkusTransaction.requiringNew().run(() -> {
            write(stream, "first");
            show();
            assertThat(shown()).containsExactly("1");
            journal.delay(new Delayed());
            write(stream, "second");
            show();
            journal.flush();
            assertThat(shown()).containsExactly("1", "2");
        }));
    }

    @Test
    void rows_that_show_what_is_never_appended_are_not_written() throws Exception {
        append("ours");
        insert(2, "theirs");
        showing(() -> {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                        journal.delay(new Delayed());
                        write(stream, "never");
                        show();
                        journal.end(_ -> {});
                    }))
                    .isInstanceOf(OvertakenException.class);
            assertThat(shown()).isEmpty();
        });
    }

    private void showing(Runnable work) {
        rows().run("create table shown (facts bigint)");
        try {
            work.run();
        } finally {
            rows().run("drop table shown");
        }
    }

    private void show() {
        journal.show(writes -> writes.later("""
                insert into shown
                select count(*) from unnest(?::text[]) as of (stream) join journal using (stream)""", List.<Object[]>of(new Object[] {stream})));
    }

    private List<String> shown() {
        return rows().of("select facts from shown order by facts");
    }

    @Test
    void a_stream_is_recalled_as_it_was_left_and_read_where_it_is_not_remembered() throws Exception {
        insert(1, "theirs");
        assertThat(recall().state().texts()).containsExactly("theirs");
        append("ours");
        insert(3, "theirs again");
        assertThat(recall().state().texts()).containsExactly("theirs", "ours");
        assertThat(load().version()).isEqualTo(3);
        assertThat(recall().state().texts()).containsExactly("theirs", "ours", "theirs again");
    }

    @Test
    void what_is_written_after_it_was_read_in_one_transaction_is_what_is_remembered() throws Exception {
        insert(1, "theirs");
        QuarkusTransaction.requiringNew().run(() -> {
            journal.recall(Note.AGGREGATE, stream);
            write(stream, "ours");
        });
        assertThat(recall().state().texts()).containsExactly("theirs", "ours");
    }

    @Test
    void several_facts_that_were_decided_on_a_memory_that_is_wrong_are_decided_again_and_none_is_left()
            throws Exception {
        append("ours");
        insert(2, "theirs");
        QuarkusTransaction.requiringNew()
                .run(() -> journal.handle(
                        Note.AGGREGATE,
                        stream,
                        null,
                        _ -> Decision.<NoteEvent>accept(
                                new NoteWritten("twice", null), new NoteWritten("over", null))));
        assertThat(load().state().texts()).containsExactly("ours", "theirs", "twice", "over");
    }

    private Outcome<Note, NoteEvent> recall() {
        return QuarkusTransaction.requiringNew().call(() -> journal.recall(Note.AGGREGATE, stream));
    }

    private Outcome<Note, NoteEvent> load() {
        return QuarkusTransaction.requiringNew().call(() -> journal.load(Note.AGGREGATE, stream));
    }

    private void append(String text) {
        QuarkusTransaction.requiringNew().run(() -> write(stream, text));
    }

    private void write(String to, String text) {
        journal.handle(Note.AGGREGATE, to, null, note -> Note.decide(note, text));
    }

    private void insert(long version, String text) throws SQLException {
        execute("insert into journal (stream, version, id, type, payload, recorded_at) values ('" + stream + "', "
                + version + ", gen_random_uuid(), 'chuyi.note.note-written.v1', '{\"text\":\"" + text + "\"}', now())");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
