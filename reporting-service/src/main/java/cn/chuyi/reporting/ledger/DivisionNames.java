package cn.chuyi.reporting.ledger;

import cn.chuyi.reporting.fact.RegistryFact.DivisionRecoded;
import cn.chuyi.reporting.fact.RegistryFact.DivisionRegistered;
import cn.chuyi.reporting.fact.RegistryFact.DivisionRenamed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What divisions are called.
 *
 * @param asOf names that were recorded later, or took effect later, are left out; absent for those of today
 */
public record DivisionNames(Sql sql, @Nullable Instant asOf) {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** @return by code; a division that had no name yet has the one of today */
    public Map<String, String> of(Collection<String> codes) {
        var names = new Divisions(sql).names(codes);
        if (asOf != null && !codes.isEmpty()) {
            names.putAll(inForce(codes, asOf));
        }
        return names;
    }

    private Map<String, String> inForce(Collection<String> codes, Instant asOf) {
        var day = LocalDate.ofInstant(asOf, SHANGHAI);
        var streams = codes.stream().map(code -> "division-" + code).toList();
        var names = new HashMap<String, String>();
        var recodedLater = new HashMap<String, String>();
        new Ledger(sql)
                .streams(streams, asOf).values().stream().flatMap(List::stream).forEach(recorded -> {
                    switch (recorded.fact()) {
                        case DivisionRegistered f when isInForce(f.effectiveOn(), day) -> names.put(f.code(), f.name());
                        case DivisionRenamed f when isInForce(f.effectiveOn(), day) -> names.put(f.code(), f.name());
                        case DivisionRecoded f when isInForce(f.effectiveOn(), day) -> names.put(f.code(), f.name());
                        case DivisionRecoded f -> recodedLater.put(f.code(), f.predecessor());
                        default -> {}
                    }
                });
        if (!recodedLater.isEmpty()) {
            var before = inForce(recodedLater.values(), asOf);
            recodedLater.forEach((code, predecessor) -> {
                var name = before.get(predecessor);
                if (name != null) {
                    names.putIfAbsent(code, name);
                }
            });
        }
        return names;
    }

    private static boolean isInForce(@Nullable LocalDate effectiveOn, LocalDate day) {
        return effectiveOn == null || !effectiveOn.isAfter(day);
    }
}
