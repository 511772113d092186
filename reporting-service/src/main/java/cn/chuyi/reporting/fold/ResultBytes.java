package cn.chuyi.reporting.fold;

import cn.chuyi.kit.decision.Text;
import cn.chuyi.kit.event.Position;
import cn.chuyi.reporting.ledger.Packing;
import cn.chuyi.reporting.ledger.Unpacking;
import cn.chuyi.reporting.score.Item;
import cn.chuyi.reporting.score.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A result as bytes: a seventh of what it takes as JSON, for the table and for whoever writes and reads it. */
final class ResultBytes {
    private static final List<Item.State> STATES = List.of(Item.State.values());

    private ResultBytes() {}

    static byte[] of(Result result) {
        var score = result.score();
        var to = new Packing().number(result.edition()).flag(score != null);
        if (score != null) {
            put(to, score);
        }
        var problem = result.problem();
        to.text(problem == null ? null : problem.zh());
        if (problem != null) {
            to.text(problem.en());
        }
        to.number(result.basis().size());
        Position before = null;
        for (var position : result.basis()) {
            to.text(position.topic(), before == null ? null : before.topic())
                    .number(position.partition())
                    .number(position.offset());
            before = position;
        }
        return to.bytes();
    }

    static Result read(byte[] bytes) {
        return Unpacking.all(
                bytes, from -> new Result(from.count(), from.flag() ? score(from) : null, problem(from), basis(from)));
    }

    private static void put(Packing to, Score score) {
        to.number(score.items().size());
        for (var item : score.items()) {
            to.text(item.indicator())
                    .number(item.state().ordinal())
                    .text(item.value())
                    .decimals(item.share(), item.points());
        }
        to.decimals(
                        score.applicableWeight(),
                        score.credibility(),
                        score.bonus(),
                        score.deduction(),
                        score.base(),
                        score.total())
                .text(score.grade())
                .number(score.applied().size());
        score.applied().forEach(veto -> to.text(veto.rule()).text(veto.from()).text(veto.to()));
    }

    private static Score score(Unpacking from) {
        return new Score(
                several(from, () -> item(from)),
                from.requiredDecimal(),
                from.requiredDecimal(),
                from.requiredDecimal(),
                from.requiredDecimal(),
                from.decimal(),
                from.decimal(),
                from.required(),
                several(from, () -> new Score.Applied(from.required(), from.required(), from.required())));
    }

    private static @Nullable Text problem(Unpacking from) {
        var zh = from.text();
        return zh == null ? null : new Text(zh, from.required());
    }

    private static Item item(Unpacking from) {
        return new Item(from.required(), STATES.get(from.count()), from.text(), from.decimal(), from.decimal());
    }

    private static List<Position> basis(Unpacking from) {
        int count = from.count();
        var basis = new ArrayList<Position>();
        String topic = null;
        for (int i = 0; i < count; i++) {
            topic = from.required(topic);
            basis.add(new Position(topic, from.count(), from.number()));
        }
        return List.copyOf(basis);
    }

    private static <T> List<T> several(Unpacking from, Supplier<T> one) {
        int count = from.count();
        var all = new ArrayList<T>();
        for (int i = 0; i < count; i++) {
            all.add(one.get());
        }
        return all;
    }
}
