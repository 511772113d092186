package cn.chuyi.kit.journal;

import cn.chuyi.kit.database.Writes;
import cn.chuyi.kit.journal.Turns.Turn;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A batch that a command begins of its own facts, in the transaction and in the trip that appends them: so the relay neither
 * looks for them nor writes anything down before it sends them. Where the turn is not given, they wait in the backlog as any.
 */
final class OwnBatch implements Synchronization {
    private static final String BEGIN = """
            with asked as (
                select ?::uuid[] as ids, (?::uuid[])[1] as before, (?::bigint[])[1] as term, (?::bigint[])[1] as first),
            facts as materialized (
                select %s from journal where id = any ((select ids from asked)::uuid[])),
            turn as (
                update relay_turn set number = number + (select count(*) from facts)
                where term = (select term from asked) and number = (select first from asked)
                    and not exists (
                        select from journal_backlog
                        where position = (select position from journal where id = (select before from asked)))
                returning term),
            begun as (
                insert into relay_batch (first, positions)
                select (select first from asked), array_agg(position order by position)
                from facts where exists (select from turn) having count(*) > 0),
            waiting as (
                insert into journal_backlog (position)
                select position from facts where not exists (select from turn))
            select facts.*, exists (select from turn) as begun,
                exists (select from relay_turn join asked using (term) where number = first) as expected,
                case when not exists (select from turn) then pg_notify('journal', '') end,
                set_config('chuyi.begun', '', true)
            from facts order by position""".formatted(JournalRow.COLUMNS);

    private final Turns turns;
    private final Turn turn;
    private List<JournalRow> rows = List.of();

    OwnBatch(Turns turns, Turn turn) {
        this.turns = turns;
        this.turn = turn;
    }

    /**
     * Begins it when all before this is written.
     *
     * @param facts that were inserted past the backlog
     * @param before the fact before them in their stream, which must not wait
     */
    void later(Insertion facts, UUID before, Writes writes) {
        writes.ask(
                BEGIN,
                facts.ids().stream()
                        .map(id -> new Object[] {id, before, turn.term(), turn.first()})
                        .toList(),
                this::take);
    }

    private void take(ResultSet found) throws SQLException {
        var begun = new ArrayList<JournalRow>();
        while (found.next()) {
            if (found.getBoolean("begun")) {
                begun.add(JournalRow.of(found));
            } else if (!found.getBoolean("expected")) {
                turns.doubt(turn);
            }
        }
        rows = begun;
    }

    /** Whether it was; else its facts wait. */
    boolean isBegun() {
        return !rows.isEmpty();
    }

    @Override
    public void beforeCompletion() {}

    @Override
    public void afterCompletion(int status) {
        turns.end(turn, status == Status.STATUS_COMMITTED ? rows : List.of());
    }
}
