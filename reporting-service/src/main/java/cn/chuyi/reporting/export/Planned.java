package cn.chuyi.reporting.export;

import cn.chuyi.kit.event.Position;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Unit;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A package before its events are fetched.
 *
 * @param asOf events recorded later are left out; absent for what stands now
 * @param events ids of the facts that it is made of, by the place where each stands
 */
public record Planned(
        Cycle cycle,
        Unit unit,
        int edition,
        @Nullable Instant asOf,
        String canonical,
        String explanation,
        Map<Position, String> events) {}
