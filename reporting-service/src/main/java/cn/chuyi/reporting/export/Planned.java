package cn.chuyi.reporting.export;

import cn.chuyi.kit.event.Position;
import cn.chuyi.reporting.ledger.Cycle;
import cn.chuyi.reporting.ledger.Unit;
import java.util.Map;

/**
 * A package before its events are fetched.
 *
 * @param events ids of the facts that it is made of, by the place where each stands
 */
public record Planned(
        Cycle cycle, Unit unit, int edition, String canonical, String explanation, Map<Position, String> events) {}
