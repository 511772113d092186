package cn.chuyi.registry.division;

import cn.chuyi.kit.http.DivisionTree;
import cn.chuyi.registry.division.Territory.Place;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The tree of divisions in memory. A change made here shows at once, one made by another replica within
 * {@value #SECONDS} seconds.
 */
@ApplicationScoped
class KnownTerritory implements DivisionTree {
    private static final int SECONDS = 5;

    private final Clock clock;
    private final AtomicReference<@Nullable Read> read = new AtomicReference<>();

    KnownTerritory(Clock clock) {
        this.clock = clock;
    }

    private record Read(Territory territory, Instant until) {}

    /** Fired when facts of a division were appended. */
    record Changed(String code) {}

    @Override
    public @Nullable String parentOf(String code) {
        return now().parentOf(code);
    }

    Territory now() {
        Read known = read.get();
        Instant instant = clock.instant();
        if (known != null && instant.isBefore(known.until())) {
            return known.territory();
        }
        var places = DivisionRow.findAll().project(Place.class).list();
        var territory = Territory.of(places);
        read.set(new Read(territory, instant.plus(Duration.ofSeconds(SECONDS))));
        return territory;
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed change) {
        read.set(null);
    }
}
