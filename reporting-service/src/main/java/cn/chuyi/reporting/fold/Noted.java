package cn.chuyi.reporting.fold;

import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Sql;
import cn.chuyi.reporting.ledger.Unit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes note of the units in which a batch has found something; {@link Announcing} says later what is new. */
final class Noted implements Announcer {
    private static final String NOTE = """
            insert into unannounced (cycle, unit) select * from unnest(?::text[], ?::text[]) on conflict do nothing""";

    private final Sql sql;
    private final Set<Place> places = new LinkedHashSet<>();
    private final List<Scored> scored = new ArrayList<>();

    private record Place(String cycle, String unit) {
        @Nullable
        Object[] row() {
            return new @Nullable Object[] {cycle, unit};
        }
    }

    Noted(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void announce(List<Found> found) {
        found.forEach(one -> places.add(new Place(one.cycle().id(), one.unit().code())));
    }

    @Override
    public void scored(Cycle cycle, Assessor assessor, Map<Unit, Result> results) {
        results.forEach((unit, result) -> scored.add(new Scored(cycle, unit, assessor.catalogue(), result)));
    }

    @Override
    public void finish() {
        sql.later(NOTE, places.stream().map(Place::row).toList());
    }

    /** What stands for each unit that was scored. */
    List<Scored> scored() {
        return scored;
    }
}
