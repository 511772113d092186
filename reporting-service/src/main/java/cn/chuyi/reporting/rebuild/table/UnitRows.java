package cn.chuyi.reporting.rebuild.table;

import cn.chuyi.reporting.rebuild.memory.Population.Named;
import java.util.List;

/** Writes the units of all cycles down, as {@code Cycles} would. */
public record UnitRows(Side side) {
    private static final String TABLE = "unit";

    public void write(List<Named> units) {
        var indexes = side.call(sql -> Indexes.takeOff(sql, side.schema(), TABLE));
        try (var copy = side.copy(TABLE, "cycle, code, level, parent, peer_group, demo, opened")) {
            for (var one : units) {
                var unit = one.unit();
                copy.row(7)
                        .text(unit.cycle())
                        .text(unit.code())
                        .text(unit.level().name())
                        .text(unit.parent())
                        .text(unit.peerGroup())
                        .flag(unit.demo())
                        .flag(one.opened());
            }
            copy.finish();
        }
        side.call(indexes::make);
    }
}
