package cn.chuyi.registry.division;

import static cn.chuyi.kit.decision.Decision.accept;
import static cn.chuyi.kit.decision.Decision.refuse;
import static cn.chuyi.registry.division.DivisionRule.BELOW_STILL_OPEN;
import static cn.chuyi.registry.division.DivisionRule.DIVISION_CLOSED;
import static cn.chuyi.registry.division.DivisionRule.DIVISION_EXISTS;
import static cn.chuyi.registry.division.DivisionRule.DIVISION_NOT_YET;
import static cn.chuyi.registry.division.DivisionRule.DIVISION_UNKNOWN;
import static cn.chuyi.registry.division.DivisionRule.PARENT_LEVEL;
import static cn.chuyi.registry.division.DivisionRule.PARENT_MISSING;
import static cn.chuyi.registry.division.DivisionRule.PARENT_UNKNOWN;
import static cn.chuyi.registry.division.DivisionRule.PROVINCE_HAS_PARENT;

import cn.chuyi.kit.decision.Decision;
import cn.chuyi.kit.decision.Refusal;
import cn.chuyi.registry.division.DivisionCommand.ApproveUnifiedArrangement;
import cn.chuyi.registry.division.DivisionCommand.CloseDivision;
import cn.chuyi.registry.division.DivisionCommand.RegisterDivision;
import cn.chuyi.registry.division.DivisionCommand.RenameDivision;
import cn.chuyi.registry.division.DivisionCommand.SucceedDivision;
import cn.chuyi.registry.division.DivisionEvent.DivisionClosed;
import cn.chuyi.registry.division.DivisionEvent.DivisionRecoded;
import cn.chuyi.registry.division.DivisionEvent.DivisionRegistered;
import cn.chuyi.registry.division.DivisionEvent.DivisionRenamed;
import cn.chuyi.registry.division.DivisionEvent.UnifiedArrangementApproved;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One division code as its facts tell it. */
sealed interface Division {

    Division INITIAL = new Unregistered();

    record Unregistered() implements Division {}

    record Open(String name, DivisionLevel level, @Nullable String parent, LocalDate since) implements Division {
        boolean is(RegisterDivision c) {
            return name.equals(c.name()) && level == c.level() && Objects.equals(parent, c.parent());
        }
    }

    record Closed(LocalDate on) implements Division {}

    static Decision<DivisionEvent> decide(Division division, DivisionCommand command) {
        return switch (command) {
            case RegisterDivision c -> register(division, c);
            case SucceedDivision c ->
                division instanceof Unregistered
                        ? accept(
                                new DivisionRecoded(c.code(), c.name(), c.level(), c.parent(), c.predecessor(), c.on()))
                        : refuse(Refusal.of(DIVISION_EXISTS, c.code()).at("/newCode"));
            case RenameDivision c ->
                open(
                        division,
                        c.code(),
                        c.on(),
                        o -> o.name().equals(c.name())
                                ? accept()
                                : accept(new DivisionRenamed(c.code(), c.name(), c.on())));
            case CloseDivision c -> open(division, c.code(), c.on(), _ -> close(c));
            case ApproveUnifiedArrangement c ->
                open(
                        division,
                        c.code(),
                        c.on(),
                        _ -> accept(new UnifiedArrangementApproved(c.code(), c.schoolKinds(), c.document(), c.on())));
        };
    }

    static Division evolve(Division division, DivisionEvent event) {
        return switch (event) {
            case DivisionRegistered e -> new Open(e.name(), e.level(), e.parent(), e.effectiveOn());
            case DivisionRecoded e -> new Open(e.name(), e.level(), e.parent(), e.effectiveOn());
            case DivisionRenamed e ->
                division instanceof Open o ? new Open(e.name(), o.level(), o.parent(), o.since()) : division;
            case DivisionClosed e -> new Closed(e.effectiveOn());
            case UnifiedArrangementApproved _ -> division;
        };
    }

    private static Decision<DivisionEvent> register(Division division, RegisterDivision c) {
        return switch (division) {
            case Open o when o.is(c) -> accept();
            case Open _, Closed _ ->
                refuse(Refusal.of(DIVISION_EXISTS, c.code()).at("/code"));
            case Unregistered _ -> {
                Refusal refusal = placement(c);
                yield refusal != null
                        ? refuse(refusal)
                        : accept(new DivisionRegistered(c.code(), c.name(), c.level(), c.parent(), c.on()));
            }
        };
    }

    private static @Nullable Refusal placement(RegisterDivision c) {
        String parent = c.parent();
        if (c.level() == DivisionLevel.PROVINCE) {
            return parent == null ? null : Refusal.of(PROVINCE_HAS_PARENT).at("/parent");
        }
        if (parent == null) {
            return Refusal.of(PARENT_MISSING).at("/parent");
        }
        if (c.parentLevel() == null) {
            return Refusal.of(PARENT_UNKNOWN, parent, c.on()).at("/parent");
        }
        return c.parentLevel().compareTo(c.level()) < 0
                ? null
                : Refusal.of(PARENT_LEVEL, parent).at("/parent");
    }

    private static Decision<DivisionEvent> close(CloseDivision c) {
        return c.successor() == null && c.openBelow()
                ? refuse(BELOW_STILL_OPEN, c.code())
                : accept(new DivisionClosed(c.code(), c.successor(), c.on()));
    }

    private static Decision<DivisionEvent> open(
            Division division, String code, LocalDate on, Function<Open, Decision<DivisionEvent>> then) {
        return switch (division) {
            case Unregistered _ -> refuse(DIVISION_UNKNOWN, code);
            case Closed c -> refuse(DIVISION_CLOSED, code, c.on());
            case Open o
            when on.isBefore(o.since()) ->
                refuse(Refusal.of(DIVISION_NOT_YET, code, o.since()).at("/effectiveOn"));
            case Open o -> then.apply(o);
        };
    }
}
